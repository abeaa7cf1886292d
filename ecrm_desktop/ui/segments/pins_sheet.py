"""Who was put into a group by hand and who was left out, with the reasons."""

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.segments import PinRow, segment_pins
from ecrm_desktop.services.segments import pin_customers, unpin_customers
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.customer_picker import CustomerPicker
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import Action, FormSheet
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.text import isolate_words

_WIDTH: Final = 560


class PinsSheet(FormSheet):
    """Says who; another one is added by choosing a customer, and each can be taken back."""

    def __init__(self, ui: UiContext, asker: QWidget, segment_id: UUID, name: str) -> None:
        self._ui, self._segment_id = ui, segment_id
        form = Form()
        lines = QWidget()
        self._lines = QVBoxLayout(lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.XS)
        form.add_widget(lines)
        self.customer = form.add(
            "customer_id",
            translate("Groups", "Customer"),
            CustomerPicker(ui.background, ui.display),
            required=Problem.TEXT_EMPTY,
        )
        self.is_in: Segments[bool] = form.add(
            "is_in",
            translate("Groups", "By hand"),
            Segments(
                [
                    (True, translate("Groups", "put in")),
                    (False, translate("Groups", "left out")),
                ]
            ),
        )
        self.reason = form.add("reason", translate("Groups", "Why"), TextEdit())
        super().__init__(
            asker,
            ui.messenger,
            ui.background,
            title=translate("Groups", "By hand: {name}", name=isolate_words(name)),
            form=form,
            action=self._pinned,
            width=_WIDTH,
        )
        self.saved.connect(lambda _none: ui.messenger.inform(translate("Groups", "It was noted.")))
        self._read()

    def _pinned(self) -> Action:
        customer_id = self.customer.customer_id()
        if customer_id is None:
            raise InvalidInput(Problem.TEXT_EMPTY, "customer_id")
        return partial(_pin, self._segment_id, customer_id, self.is_in.value(), self.reason.value())

    def _read(self) -> None:
        segment_id = self._segment_id
        self._ui.background.read(
            lambda session: segment_pins(session, segment_id), self._show_pins, owner=self
        )

    def _show_pins(self, pins: list[PinRow]) -> None:
        clear(self._lines)
        for pin in pins:
            self._lines.addWidget(self._line(pin))

    def _line(self, pin: PinRow) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        said = translate("Groups", "put in") if pin.is_in else translate("Groups", "left out")
        row.addWidget(Badge(said, BadgeKind.PRIMARY if pin.is_in else BadgeKind.GREY))
        row.addWidget(Label(dotted((pin.customer, pin.reason)), wrap=True), 1)
        back = Button(translate("Groups", "Take back"), kind="quiet")
        back.clicked.connect(lambda _checked: self._take_back(pin.customer_id))
        row.addWidget(back)
        return line

    def _take_back(self, customer_id: UUID) -> None:
        segment_id = self._segment_id
        self._ui.background.write(
            lambda session: unpin_customers(session, segment_id, [customer_id]),
            lambda _none: self._read(),
            owner=self,
        )


def open_pins_sheet(ui: UiContext, asker: QWidget, segment_id: UUID, name: str) -> PinsSheet:
    """Show who is in a group by hand or left out of it."""
    sheet = PinsSheet(ui, asker, segment_id, name)
    sheet.open()
    return sheet


def _pin(
    segment_id: UUID,
    customer_id: UUID,
    is_in: bool,  # noqa: FBT001 - bound by partial
    reason: str,
    session: Session,
) -> None:
    pin_customers(session, segment_id, [customer_id], is_in=is_in, reason=reason)
