"""A month to choose a day from, in the shop's calendar."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache, partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import (
    GREGORIAN_YEARS,
    JALALI_YEARS,
    WEEKDAY_NAMES,
    Calendar,
    to_jalali,
)
from ecrm_desktop.values.period import WEEK_BEGINS, add_months

_CELL = QSize(38, 34)
_NAMES_HEIGHT = 26
_WEEK = 7
_WEEKS = 6
_FRIDAY = 4
_YEAR = 12  # months
_HINT_LINES = 2


def in_range(day: date) -> bool:
    """Whether the day can be typed and read again in either calendar."""
    return to_jalali(day)[0] in JALALI_YEARS and day.year in GREGORIAN_YEARS


def moved(day: date, calendar: Calendar, *, days: int = 0, months: int = 0) -> date:
    """Return a day some days or months away, or `day` itself where the calendar ends."""
    try:
        at = add_months(day, months, calendar) + timedelta(days=days)
    except (ValueError, OverflowError):
        return day
    return at if in_range(at) else day


class CalendarPopup(QWidget):
    """Opens below a widget; `picked(date)` by click or Enter, Esc closes it.

    The arrows go by day and week, PageUp and PageDown by month, with Ctrl by year.
    """

    picked = Signal(object)

    def __init__(self, display: Display, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        card = QFrame()
        card.setProperty("role", "popup")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(card)
        self._display = display
        self._month = _Month(display)
        self._month.clicked.connect(self._pick)
        self._month_name, self._year_name = QLabel(), QLabel()
        self._long = QLabel()
        self._long.setProperty("role", "heading")
        self._holiday = QLabel()
        self._holiday.setProperty("role", "small")
        self._holiday.setWordWrap(True)
        self._holiday.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._holiday.setFixedHeight(_HINT_LINES * self._holiday.fontMetrics().lineSpacing())
        # A long name of a holiday must wrap, not widen the month.
        self._holiday.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        today = QPushButton(translate("Calendar", "Today"))
        today.setProperty("kind", "quiet")
        today.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        today.clicked.connect(lambda: self._pick(self._month.today))
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(theme.XS)
        column.addLayout(self._steps())
        column.addWidget(self._month)
        line = QHBoxLayout()
        line.addWidget(self._long, 1)
        line.addWidget(today)
        column.addLayout(line)
        column.addWidget(self._holiday)

    def open_below(self, widget: QWidget, day: date, today: date) -> None:
        """Show the month of `day` below a widget, or above it where the screen ends."""
        self._month.today = today
        self._go(day)
        self.adjustSize()
        screen = widget.screen().availableGeometry()
        place = QRect(widget.mapToGlobal(QPoint(0, widget.height() + theme.XS)), self.sizeHint())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(widget.mapToGlobal(QPoint(widget.width(), 0)).x())
        if place.bottom() > screen.bottom():
            place.moveBottom(widget.mapToGlobal(QPoint(0, -theme.XS)).y())
        left = min(place.left(), screen.right() - place.width())
        top = min(place.top(), screen.bottom() - place.height())
        self.move(max(left, screen.left()), max(top, screen.top()))
        self.show()

    @property
    def day(self) -> date:
        """The day that Enter would pick."""
        return self._month.day

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the days; Enter or Space picks one."""
        key = Qt.Key(event.key())
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        days = {
            Qt.Key.Key_Left: -forward,
            Qt.Key.Key_Right: forward,
            Qt.Key.Key_Up: -_WEEK,
            Qt.Key.Key_Down: _WEEK,
        }
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key in days:
            self._step(days=days[key])
        elif key in months:
            self._step(months=months[key] * (_YEAR if ctrl else 1))
        elif key == Qt.Key.Key_Home:
            self._go(self._month.today if ctrl else self._month.first)
        elif key == Qt.Key.Key_End:
            self._go(self._month.last)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._pick(self.day)
        else:
            super().keyPressEvent(event)

    def _steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for label, months, back, on in (
            (
                self._month_name,
                1,
                translate("Calendar", "Previous month"),
                translate("Calendar", "Next month"),
            ),
            (
                self._year_name,
                _YEAR,
                translate("Calendar", "Previous year"),
                translate("Calendar", "Next year"),
            ),
        ):
            label.setProperty("role", "heading")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMinimumWidth(74 if months == 1 else 44)
            row.addWidget(_step_button("chevron-left", back, partial(self._step, months=-months)))
            row.addWidget(label)
            row.addWidget(_step_button("chevron-right", on, partial(self._step, months=months)))
            if months == 1:
                row.addStretch(1)
        return row

    def _step(self, *, days: int = 0, months: int = 0) -> None:
        self._go(moved(self.day, self._display.calendar, days=days, months=months))

    def _go(self, day: date) -> None:
        self._month.show_day(day)
        year, month, _number = self._display.parts(day)
        self._month_name.setText(self._display.month_name(month))
        self._year_name.setText(self._display.digits(str(year)))
        self._long.setText(self._display.text_date_long(day))
        holiday = self._month.holidays.get(day, "")
        self._holiday.setText(self._display.digits(holiday))
        self._holiday.setToolTip(self._holiday.text())
        description = f"{self._long.text()} {self._holiday.text()}".strip()
        self.setAccessibleName(description)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, description))

    def _pick(self, day: date) -> None:
        self.close()
        self.picked.emit(day)


class _Month(QWidget):
    """The days of one month, week by week."""

    clicked = Signal(object)

    def __init__(self, display: Display) -> None:
        super().__init__()
        self._display = display
        self._begin = WEEK_BEGINS[display.calendar]
        self._hovered: date | None = None
        self.day = self.today = self.first = self.last = date.min
        self.holidays: Mapping[date, str] = {}
        self.setMouseTracking(True)
        self.setFixedSize(_CELL.width() * _WEEK, _NAMES_HEIGHT + _CELL.height() * _WEEKS)

    def show_day(self, day: date) -> None:
        self.day = day
        self.first = day - timedelta(days=self._display.parts(day)[2] - 1)
        self.last = add_months(self.first, 1, self._display.calendar) - timedelta(days=1)
        self.holidays = {
            **_holidays(self.first.year, self._display.language),
            **_holidays(self.last.year, self._display.language),
        }
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = WEEKDAY_NAMES[self._display.language]
        letters = 1 if self._display.language == "fa" else 2
        painter.setFont(theme.font(theme.SMALL))
        for column in range(_WEEK):
            weekday = (self._begin + column) % _WEEK
            painter.setPen(theme.color("red" if weekday == _FRIDAY else "muted"))
            place = QRect(self._x(column), 0, _CELL.width(), _NAMES_HEIGHT)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, names[weekday][:letters])
        for number in range((self.last - self.first).days + 1):
            self._paint_day(painter, self.first + timedelta(days=number), number + 1)
        painter.end()

    def _paint_day(self, painter: QPainter, day: date, number: int) -> None:
        cell = self.cell(day)
        box = QRect(0, 0, 32, 30)
        box.moveCenter(cell.center())
        chosen, free = day == self.day, day in self.holidays
        if chosen or day == self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("fill" if chosen else "grey_soft"))
            painter.drawRoundedRect(box, theme.CONTROL_RADIUS, theme.CONTROL_RADIUS)
        if day == self.today:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("on_fill" if chosen else "primary"), 1.5))
            inset = 3 if chosen else 1
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 6, 6)
        role = "red" if free or day.weekday() == _FRIDAY else "ink"
        painter.setPen(theme.color("on_fill" if chosen else role))
        painter.setFont(theme.font(bold=chosen or day == self.today))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, self._display.digits(str(number)))
        if free:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("on_fill" if chosen else "red"))
            painter.drawEllipse(QPoint(box.center().x(), box.bottom() - 4), 2, 2)

    def cell(self, day: date) -> QRect:
        """Return where a day of the month is painted."""
        before = (self.first.weekday() - self._begin) % _WEEK
        week, column = divmod(before + (day - self.first).days, _WEEK)
        return QRect(QPoint(self._x(column), _NAMES_HEIGHT + week * _CELL.height()), _CELL)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._day_at(event.position().toPoint())
        self.setToolTip(self._display.digits(self.holidays.get(self._hovered or date.min, "")))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(day)

    def _day_at(self, place: QPoint) -> date | None:
        for number in range((self.last - self.first).days + 1):
            day = self.first + timedelta(days=number)
            if self.cell(day).contains(place):
                return day
        return None

    def _x(self, column: int) -> int:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return (_WEEK - 1 - column if rtl else column) * _CELL.width()


def _step_button(icon: str, name: str, step: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon, "muted"))
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setAutoRepeat(True)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(lambda _checked: step())
    return button


@cache
def _holidays(year: int, language: str) -> Mapping[date, str]:
    """Return the public holidays of Iran in a Gregorian year; none where they are not known."""
    import holidays  # noqa: PLC0415 - slow to import, and many never open a calendar

    found = holidays.country_holidays(
        "IR", years=year, expand=False, language="fa_IR" if language == "fa" else "en_US"
    )
    return {
        day: "، ".join(part.strip() for part in re.split("[;؛]", name))
        if language == "fa"
        else name
        for day, name in found.items()
    }
