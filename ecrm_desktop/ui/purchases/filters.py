"""The period of the list of purchases: a chip, and two dates when it is a custom one."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.period_chip import period_label
from ecrm_desktop.values.period import Period, PeriodChoice, chosen_period

CUSTOM: Final = "custom"
_OFFERED: Final = (
    PeriodChoice.TODAY,
    PeriodChoice.THIS_WEEK,
    PeriodChoice.THIS_MONTH,
    PeriodChoice.LAST_MONTH,
    PeriodChoice.THIS_YEAR,
)


class PeriodFilter(QWidget):
    """`chip` goes among the other filters, this row of two dates below them.

    `changed` when a date was typed; a change of the chip is the chip's own signal.
    """

    changed = Signal()

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.chip = FilterChip(
            translate("Purchases", "Period"),
            [
                *((one, period_label(one)) for one in _OFFERED),
                (CUSTOM, translate("Purchases", "From … to …")),
            ],
        )
        self.chip.set_value(PeriodChoice.THIS_MONTH)
        self.first, self.last = JalaliEdit(ui.display), JalaliEdit(ui.display)
        self._wrong = Label("", "error")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, 0, theme.M, theme.S)
        row.setSpacing(theme.S)
        for name, field in (
            (translate("Purchases", "From"), self.first),
            (translate("Purchases", "To"), self.last),
        ):
            row.addWidget(Label(name, "muted"))
            field.set_name(name)
            field.setFixedWidth(150)
            field.edited.connect(self._notify)
            row.addWidget(field)
        row.addWidget(self._wrong, 1)
        self.hide()
        self.chip.changed.connect(self._show_dates)

    def days(self) -> tuple[date | None, date | None]:
        """Return the first and the last day, both included; None for no limit."""
        choice = self.chip.value
        if isinstance(choice, PeriodChoice):
            period = chosen_period(choice, self._ui.today(), self._ui.display.calendar)
            return period.first, period.last
        if choice != CUSTOM:
            return None, None
        return self._read(self.first), self._read(self.last)

    def follow_chip(self) -> None:
        """Show the dates only while the chip asks for them."""
        self.setVisible(self.chip.value == CUSTOM)

    def _show_dates(self, choice: object) -> None:
        self.follow_chip()
        if choice == CUSTOM:
            today = self._ui.today()
            if self.first.is_empty():
                month = chosen_period(PeriodChoice.THIS_MONTH, today, self._ui.display.calendar)
                self.first.set_value(month.first)
                self.last.set_value(today)
            self.first.setFocus()

    def _notify(self) -> None:
        sentence = ""
        try:
            first, last = self.first.value(), self.last.value()
            if first is not None and last is not None:
                Period(first, last)
        except InvalidInput as error:
            sentence = explain(error)
        self._wrong.setText(sentence)
        if not sentence:
            self.changed.emit()

    @staticmethod
    def _read(field: JalaliEdit) -> date | None:
        try:
            return field.value()
        except InvalidInput:
            return None
