"""Times of day."""

from collections.abc import Callable
from datetime import datetime, time

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.stepped_field import SteppedField
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import parse_time

_QUARTER, _HOUR, _DAY = 15, 60, 24 * 60  # minutes


class TimeEdit(SteppedField[time | None]):
    """A time of 24 hours or None; reads all that `parse_time` reads.

    Up and Down go to the next quarter of an hour, with Ctrl by hour, beginning at `now`: the
    shop's time, by default.
    """

    def __init__(self, display: Display, *, now: Callable[[], time] | None = None) -> None:
        super().__init__(display)
        self._now = now or (lambda: datetime.now(display.timezone).time())
        self.line.setPlaceholderText(
            translate("TimeEdit", "e.g. {time}", time=display.time(time(9, 30)))
        )

    def value(self) -> time | None:
        """Return the time; InvalidInput as `parse_time` raises it."""
        return None if self.is_empty() else parse_time(self.line.text())

    def set_value(self, value: time | None) -> None:
        """Show a time."""
        self._show("" if value is None else self._display.time(value))

    def stepped(self, step: int, *, far: bool) -> time:
        """Return the next quarter, or the same minute of the next hour."""
        at = self.value() or self._now()
        minutes = at.hour * _HOUR + at.minute
        if far:
            minutes += step * _HOUR
        elif step > 0:
            minutes = (minutes // _QUARTER + 1) * _QUARTER
        else:
            minutes = (minutes - 1) // _QUARTER * _QUARTER
        return time(*divmod(minutes % _DAY, _HOUR))
