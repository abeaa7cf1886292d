"""Chooses a customer by any part of a name, phone or code."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customers import CustomerRow
from ecrm_desktop.queries.search import SearchHit, search_customers
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.widgets.hit_popup import Hit, Search
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.picker import RecordPicker
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import CustomerKind, RecordKind
from ecrm_desktop.values.text import isolate_words

_SHOWN = 20


class CustomerPicker(RecordPicker):
    """A customer or nobody."""

    def __init__(
        self,
        background: Background,
        display: Display,
        *,
        placeholder: str = "",
        nothing: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__(
            customer_search(background, display, self),
            placeholder=placeholder or translate("CustomerPicker", "Name, phone or code"),
            nothing=nothing,
        )
        self._display = display

    def show_customer(self, row: CustomerRow | None) -> None:
        """Show a customer as chosen; not an edit."""
        self.set_value(None if row is None else _hit(row, self._display))

    def show_known(self, row: CustomerRow | None, customer_id: UUID | None, name: str) -> None:
        """Show a record's customer, also one in the bin, who has no `row`; not an edit."""
        if row is not None or customer_id is None:
            self.show_customer(row)
            return
        hit = Hit(
            kind=RecordKind.CUSTOMER,
            id=customer_id,
            title=name,
            text=translate("CustomerPicker", "in the bin"),
            icon="trash-2",
        )
        self.set_value(hit)

    def customer_id(self) -> UUID | None:
        """Return who was chosen; InvalidInput CHOICE_WRONG if something else is typed there."""
        hit = self.value()
        return hit.id if hit is not None and isinstance(hit.id, UUID) else None


def customer_search(background: Background, display: Display, owner: QObject) -> Search:
    """Return what a line asks for customers; `owner` stops hearing answers when it is gone."""

    def search(text: str, answer: Callable[[Sequence[Hit]], None]) -> None:
        background.read(
            lambda session: search_customers(session, text, _SHOWN),
            lambda found: answer([_hit(one, display) for one in found]),
            owner=owner,
            key="search",
        )

    return search


def _hit(found: SearchHit | CustomerRow, display: Display) -> Hit:
    parts = (
        display.phone(found.phone),
        isolate_words(found.city),
        translate("CustomerPicker", "code {code}", code=display.code(found.code)),
    )
    return Hit(
        kind=RecordKind.CUSTOMER,
        id=found.id,
        title=found.name,
        text=dotted(parts),
        icon="building-2" if found.kind == CustomerKind.COMPANY else "user",
    )
