"""The days of the sample shop: how busy, at what prices, and ids and instants of then."""

from bisect import bisect
from datetime import UTC, date, datetime, timedelta
from enum import Enum, auto
from itertools import accumulate, groupby
from random import Random
from typing import Final

from ecrm_desktop.values.jalali import from_jalali, month_length, to_jalali
from ecrm_desktop.values.time_windows import Season, occurrences

YEARS: Final = 3
_DAY = 1440
_YEARLY_INFLATION = 1.34
_YEARLY_GROWTH = 1.4
_SQUEEZED = 90  # minutes before now into which the rest of today is moved

# Sales of a Jalali month against a usual one: new clothes for Nowruz, Yalda, and school in Mehr.
_MONTHS = {1: 0.6, 2: 0.9, 3: 1.0, 4: 0.95, 5: 0.8, 6: 1.1, 7: 1.0, 8: 0.9, 9: 1.2, 10: 0.9,
           11: 1.2, 12: 3.2}  # fmt: skip
_WEEKDAYS = (1.0, 0.9, 1.0, 1.35, 0.45, 1.1, 1.0)  # Monday first; many stay closed on Fridays

_SHORTEST = 10  # days: less of an occasion at either end of the history is none


class Occasion(Enum):
    """What people buy clothes for."""

    NOWRUZ = auto()
    YALDA = auto()
    RAMADAN = auto()


_CLOCK = [f"{minute // 60:02}:{minute % 60:02}" for minute in range(_DAY)]


class Timeline:
    """Days are counted from 0, `YEARS` ago, to `today`; minutes are of the day in `now`'s zone."""

    def __init__(self, rng: Random, now: datetime) -> None:
        self._rng = rng
        self._offset = int((now.utcoffset() or timedelta()).total_seconds()) // 60
        self._now_minute = max(now.hour * 60 + now.minute, 1)
        year, month, day = to_jalali(now.date())
        first = from_jalali(year - YEARS, month, min(day, month_length(year - YEARS, month)))
        self._first = first
        self.today = (now.date() - first).days
        self.dates = [first + timedelta(days=one) for one in range(self.today + 1)]
        self.iso = [one.isoformat() for one in self.dates]
        # In UTC it may still be the day before the first, or be the day after the last already.
        self._utc = [self.date(one) for one in range(-1, self.today + 2)]
        self.jalali = [to_jalali(one) for one in self.dates]
        self.months = [(year - self.jalali[0][0]) * 12 + month for year, month, _ in self.jalali]
        """The month of each day, counted on over the years: 1 is Farvardin of the first year."""
        met = {one: self._is_time_of(one) for one in Occasion}
        self._cumulated = [
            0.0,
            *accumulate(
                _busyness(
                    one,
                    *self.jalali[at],
                    is_yalda=met[Occasion.YALDA][at],
                    is_ramadan=met[Occasion.RAMADAN][at],
                )
                * _YEARLY_GROWTH ** (at / 365)
                for at, one in enumerate(self.dates)
            ),
        ]
        self.occasions = {occasion: _spans(days) for occasion, days in met.items()}
        """For each occasion its first and last day in each year."""
        self._start_ms = int(datetime(first.year, first.month, first.day, tzinfo=UTC).timestamp())
        self._start_ms = self._start_ms * 1000 - self._offset * 60_000
        self._made = 0

    def _is_time_of(self, occasion: Occasion) -> list[bool]:
        """Return for each day whether it is in the time of an occasion."""
        if occasion is Occasion.NOWRUZ:
            return [month == 12 for _, month, _ in self.jalali]  # noqa: PLR2004
        if occasion is Occasion.YALDA:  # the last night of Azar
            return [month == 9 and day >= 15 for _, month, day in self.jalali]  # noqa: PLR2004
        found = occurrences(Season.RAMADAN, self.dates[0], self.dates[-1])
        return [any(one.first <= day <= one.last for one in found) for day in self.dates]

    def date(self, day: int) -> str:
        """Return a day's date as the tables keep it; it may be one to come."""
        return (self._first + timedelta(days=day)).isoformat()

    def price_level(self, day: int) -> float:
        """Return what something cost then that costs 1 today."""
        return float(_YEARLY_INFLATION ** ((day - self.today) / 365))

    def busy_day(self, start: int = 0, end: int | None = None) -> int:
        """Return a random day of a span, both ends included, the likelier the busier it was."""
        cumulated = self._cumulated
        end = self.today if end is None or end > self.today else end
        low = cumulated[max(start, 0)]
        return bisect(cumulated, low + self._rng.random() * (cumulated[end + 1] - low)) - 1

    def share(self, number: float) -> int:
        """Return a whole number near `number`, right on average."""
        return int(number + self._rng.random())

    def minute(self, day: int, opens: int = 600, closes: int = 1290) -> int:
        """Return a minute while the shop was open; never one that is still to come."""
        minute = opens + int(self._rng.random() * (closes - opens))
        if day == self.today and minute >= self._now_minute:
            return self._now_minute - 1 - minute % min(self._now_minute, _SQUEEZED)
        return minute

    def until_now(self, day: int, minute: int) -> int:
        """Return how many whole minutes have passed since."""
        return (self.today - day) * _DAY + self._now_minute - 1 - minute

    def later(self, day: int, minute: int, minutes: int) -> tuple[int, int]:
        """Return the day and minute that come so many minutes later."""
        days, minute = divmod(minute + minutes, _DAY)
        return day + days, minute

    def instant(self, day: int, minute: int) -> str:
        """Return the UTC instant as the tables keep it."""
        self._made += 1
        days, minute = divmod(minute - self._offset, _DAY)
        return f"{self._utc[day + days + 1]} {_CLOCK[minute]}:{self._made * 37 % 60:02}.000000"

    def new_id(self, day: int, minute: int) -> bytes:
        """Return a UUIDv7 that could have been made then."""
        self._made += 1
        millisecond = self._start_ms + (day * _DAY + minute) * 60_000
        version = 0x7000 | self._made & 0xFFF
        number = (millisecond << 16 | version) << 64 | 0x8 << 60 | self._rng.getrandbits(60)
        return number.to_bytes(16, "big")


def _spans(met: list[bool]) -> list[tuple[int, int]]:
    spans = []
    for is_time, run in groupby(range(len(met)), met.__getitem__):
        found = list(run)
        if is_time and len(found) >= _SHORTEST:
            spans.append((found[0], found[-1]))
    return spans


def _busyness(
    day: date, _year: int, month: int, day_of_month: int, *, is_yalda: bool, is_ramadan: bool
) -> float:
    busyness = _MONTHS[month] * _WEEKDAYS[day.weekday()]
    if month == 1 and day_of_month <= 13:  # noqa: PLR2004 - the holidays of Nowruz
        return busyness * (0.05 if day_of_month <= 4 else 0.3)  # noqa: PLR2004
    if is_yalda:
        return busyness * 1.9
    if is_ramadan:
        return busyness * 1.25  # quiet days, full evenings, and new clothes for the feast
    if (month == 6 and day_of_month >= 15) or (month == 7 and day_of_month <= 5):  # noqa: PLR2004
        return busyness * 1.5
    return busyness
