"""The days a report is about: a quick choice, or from one date to another."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.period_button import PeriodButton
from ecrm_desktop.values.jalali import GREGORIAN_YEARS
from ecrm_desktop.values.period import Period, PeriodChoice, chosen_period

_FIELD_WIDTH = 128
_EARLIEST = date(GREGORIAN_YEARS.start, 1, 1)


class PeriodFields(QWidget):
    """`changed` when other, valid days were chosen; what is wrong is said below the fields."""

    changed = Signal()

    def __init__(self, ui: UiContext, choice: PeriodChoice | None) -> None:
        super().__init__()
        self._ui = ui
        self.button = PeriodButton(choice, with_all=True)
        self.button.chosen.connect(self._take_choice)
        self.first = JalaliEdit(ui.display, today=ui.today)
        self.first.set_name(translate("ReportsPage", "From"))
        self.last = JalaliEdit(ui.display, today=ui.today)
        self.last.set_name(translate("ReportsPage", "To"))
        self._wrong = Label("", "error")
        self._wrong.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(self.button)
        for text, field in (
            (translate("ReportsPage", "From"), self.first),
            (translate("ReportsPage", "To"), self.last),
        ):
            field.setFixedWidth(_FIELD_WIDTH)
            field.edited.connect(self._take_days)
            row.addWidget(Label(text, "muted"))
            row.addWidget(field)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addLayout(row)
        column.addWidget(self._wrong)
        self._show_choice()

    def period(self) -> Period | None:
        """Return the days, None for all time; InvalidInput if what was typed is wrong."""
        self._follow_today()
        first, last = self._value(self.first), self._value(self.last)
        if first is None and last is None:
            return None
        try:
            return Period(first or _EARLIEST, last or self._ui.today())
        except InvalidInput as error:
            raise InvalidInput(error.problem, "last") from error

    def set_choice(self, choice: PeriodChoice | None) -> None:
        """Choose other days without a signal."""
        self.button.set_choice(choice)
        self._show_choice()

    def _value(self, field: JalaliEdit) -> date | None:
        try:
            return field.value()
        except InvalidInput as error:
            raise InvalidInput(
                error.problem, "first" if field is self.first else "last", **error.details
            ) from error

    def _follow_today(self) -> None:
        # The program may have been left open over night.
        if self.button.choice is not None:
            self._show_choice()

    def _show_choice(self) -> None:
        choice = self.button.choice
        today, calendar = self._ui.today(), self._ui.display.calendar
        period = None if choice is None else chosen_period(choice, today, calendar)
        self.first.set_value(period.first if period else None)
        self.last.set_value(period.last if period else None)
        self._say(None)

    def _take_choice(self) -> None:
        self._show_choice()
        self.changed.emit()

    def _take_days(self) -> None:
        self.button.show_custom()
        try:
            self.period()
        except InvalidInput as error:
            self._say(error)
        else:
            self._say(None)
            self.changed.emit()

    def _say(self, error: InvalidInput | None) -> None:
        text = "" if error is None else explain(error)
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))
        for name, field in (("first", self.first), ("last", self.last)):
            field.set_wrong(text if error is not None and error.field == name else "")
