"""Says while a customer is typed in that they may be there already."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.similar_customers import SimilarCustomer, Similarity
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.values.display import Display

_SHOWN = 2


class DuplicateNotes(QWidget):
    """A note for each of the surest few; `open_asked(UUID)` when one is to be looked at."""

    open_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[SimilarCustomer] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    @property
    def shown(self) -> Sequence[SimilarCustomer]:
        """Who is warned of now."""
        return self._shown

    def show_similar(self, found: Sequence[SimilarCustomer], display: Display) -> None:
        """Warn of these customers instead."""
        wanted = list(found[:_SHOWN])
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._column)
        for one in wanted:
            self._column.addWidget(
                Note(
                    _sentence(one, display),
                    BadgeKind.AMBER,
                    action=translate("CustomerForm", "Open it?"),
                    on_action=partial(self._open, one.id),
                )
            )
        self.setVisible(bool(wanted))

    def _open(self, customer_id: UUID) -> None:
        self.open_asked.emit(customer_id)


def _sentence(one: SimilarCustomer, display: Display) -> str:
    if one.similarity == Similarity.NATIONAL_ID:
        return translate("CustomerForm", "This national ID belongs to {name}.", name=one.name)
    if one.similarity == Similarity.PHONE:
        return translate(
            "CustomerForm",
            "The number {phone} is recorded for {name}.",
            phone=display.phone(one.matched),
            name=one.name,
        )
    return translate(
        "CustomerForm",
        "There is a customer called {name} already ({about}).",
        name=one.name,
        about=dotted((display.phone(one.phone), one.city, display.code(one.code))),
    )
