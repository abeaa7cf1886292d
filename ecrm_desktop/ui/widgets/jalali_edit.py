"""Dates, year first, and birthdays whose year may be unknown."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.calendar_popup import CalendarPopup, in_range, moved
from ecrm_desktop.ui.widgets.stepped_field import SteppedField
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import PartialDate, from_jalali, parse_date, to_jalali

T = TypeVar("T")
_NEAR = 30  # days that are told as a distance
# Walking through the days of a year, nobody may skip 30 Esfand.
_A_LEAP_YEAR = 1403


class _DayField(SteppedField[T]):
    """Knows what day it is in the shop."""

    def __init__(self, display: Display, today: Callable[[], date] | None) -> None:
        super().__init__(display)
        self._today = today or (lambda: datetime.now(display.timezone).date())

    def _moved(self, day: date, step: int, *, far: bool) -> date:
        calendar = self._display.calendar
        return moved(day, calendar, months=step) if far else moved(day, calendar, days=step)


class JalaliEdit(_DayField[date | None]):
    """A date or None; reads all that `parse_date` reads, and Alt+Down opens a calendar.

    `today` is the shop's, by default. The hint is the day of the week and how far away it is.
    """

    def __init__(self, display: Display, *, today: Callable[[], date] | None = None) -> None:
        super().__init__(display, today)
        self._popup: CalendarPopup | None = None
        self.line.setPlaceholderText(
            translate("JalaliEdit", "e.g. {date}", date=display.date(self._today()))
        )
        right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        calendar = self.line.addAction(
            theme.icon("calendar", "muted"),
            # The line is left-to-right: its leading side is where Persian ends.
            QLineEdit.ActionPosition.LeadingPosition
            if right_to_left
            else QLineEdit.ActionPosition.TrailingPosition,
        )
        calendar.setText(translate("JalaliEdit", "Calendar"))
        calendar.setToolTip(translate("JalaliEdit", "Calendar (Alt+↓)"))
        calendar.triggered.connect(self.open_calendar)

    def value(self) -> date | None:
        """Return the Gregorian date; InvalidInput as `parse_date` raises it."""
        if self.is_empty():
            return None
        day = parse_date(self.line.text(), today=self._today())
        if not in_range(day):
            raise InvalidInput(Problem.DATE_OUT_OF_RANGE)
        return day

    def set_value(self, value: date | None) -> None:
        """Show a date."""
        self._show("" if value is None else self._display.date(value))

    def hint(self) -> str:
        """Return `یکشنبه، فردا`, or the date in words when it is far away."""
        try:
            day = self.value()
        except InvalidInput:
            return ""
        return "" if day is None else _day_text(day, self._today(), self._display)

    def open_calendar(self) -> None:
        """Let a day be picked from a month."""
        if self._popup is None:
            self._popup = CalendarPopup(self._display, self)
            self._popup.picked.connect(self.take)
        try:
            day = self.value()
        except InvalidInput:
            day = None
        self._popup.open_below(self.line, day or self._today(), self._today())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar by key too."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.open_calendar()
            return True
        return super().eventFilter(watched, event)

    def stepped(self, step: int, *, far: bool) -> date:
        """Go by day or by month, beginning today."""
        day = self.value()
        return self._today() if day is None else self._moved(day, step, far=far)


class PartialDateEdit(_DayField[PartialDate | None]):
    """A birthday or anniversary with or without its year; reads all that `PartialDate` reads.

    The hint tells the next one.
    """

    def __init__(self, display: Display, *, today: Callable[[], date] | None = None) -> None:
        super().__init__(display, today)
        self.line.setPlaceholderText(
            translate(
                "JalaliEdit",
                "e.g. {date} or {day}",
                date=display.date(from_jalali(1370, 8, 30)),
                day=display.digits("08/30"),
            )
        )

    def value(self) -> PartialDate | None:
        """Return the Jalali date; InvalidInput as `PartialDate.parse` raises it."""
        if self.is_empty():
            return None
        return PartialDate.parse(self.line.text(), today=self._today())

    def set_value(self, value: PartialDate | None) -> None:
        """Show a date, without a year if it has none."""
        if value is None:
            self._show("")
        elif value.year is None:
            self._show(self._display.digits(value.format()))
        else:
            self._show(self._display.date(from_jalali(value.year, value.month, value.day)))

    def hint(self) -> str:
        """Return when it is next."""
        try:
            partial = self.value()
        except InvalidInput:
            return ""
        if partial is None:
            return ""
        return translate(
            "JalaliEdit",
            "Next time: {day}",
            day=_day_text(partial.next_occurrence(self._today()), self._today(), self._display),
        )

    def stepped(self, step: int, *, far: bool) -> PartialDate:
        """Go by day or by month, beginning at today's day without a year."""
        partial = self.value()
        if partial is None:
            _year, month, number = to_jalali(self._today())
            return PartialDate(None, month, number)
        day = from_jalali(partial.year or _A_LEAP_YEAR, partial.month, partial.day)
        year, month, number = to_jalali(self._moved(day, step, far=far))
        return PartialDate(partial.year and year, month, number)


def _day_text(day: date, today: date, display: Display) -> str:
    away = (day - today).days
    if abs(away) > _NEAR:
        return display.text_date_long(day)
    if abs(away) > 1:
        values = {"weekday": display.weekday(day), "days": display.number(abs(away))}
        if away > 0:
            return translate("JalaliEdit", "{weekday}, in {days} days", **values)
        return translate("JalaliEdit", "{weekday}, {days} days ago", **values)
    return translate(
        "JalaliEdit",
        "{weekday}, {day}",
        weekday=display.weekday(day),
        day=display.day(day, today=today),
    )
