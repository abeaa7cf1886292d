"""Windows of rules against the shop's day; expected days are from the printed Iranian calendar."""

from datetime import date

import pytest

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.values.jalali import from_jalali
from ecrm_desktop.values.time_windows import (
    Between,
    Current,
    Days,
    Ever,
    Last,
    Named,
    Previous,
    Season,
    Span,
    TimeUnit,
    Window,
    occurrences,
    resolve,
)


def jalali(first: tuple[int, int, int], last: tuple[int, int, int]) -> Days:
    return Days(from_jalali(*first), from_jalali(*last))


@pytest.mark.parametrize(
    ("window", "today", "days"),
    [
        (Last(1, TimeUnit.DAYS), (1405, 8, 30), ((1405, 8, 30), (1405, 8, 30))),
        (Last(30, TimeUnit.DAYS), (1405, 8, 30), ((1405, 8, 1), (1405, 8, 30))),
        (Last(2, TimeUnit.WEEKS), (1405, 8, 30), ((1405, 8, 17), (1405, 8, 30))),
        (Last(1, TimeUnit.MONTHS), (1405, 1, 31), ((1405, 1, 1), (1405, 1, 31))),
        (Last(12, TimeUnit.MONTHS), (1405, 8, 30), ((1404, 9, 1), (1405, 8, 30))),
        (Last(12, TimeUnit.MONTHS), (1404, 12, 29), ((1404, 1, 1), (1404, 12, 29))),
        (Current(Span.MONTH), (1405, 8, 30), ((1405, 8, 1), (1405, 8, 30))),
        (Current(Span.SEASON), (1405, 8, 30), ((1405, 7, 1), (1405, 8, 30))),
        (Current(Span.YEAR), (1405, 8, 30), ((1405, 1, 1), (1405, 8, 30))),
        (Previous(Span.MONTH), (1405, 1, 2), ((1404, 12, 1), (1404, 12, 29))),
        (Previous(Span.SEASON), (1405, 1, 2), ((1404, 10, 1), (1404, 12, 29))),
        (Previous(Span.YEAR), (1404, 1, 1), ((1403, 1, 1), (1403, 12, 30))),
        (Named(Season.NOWRUZ), (1405, 8, 30), ((1404, 12, 1), (1405, 1, 13))),
        (Named(Season.NOWRUZ), (1404, 12, 5), ((1404, 12, 1), (1404, 12, 5))),
        (Named(Season.NOWRUZ, True), (1404, 12, 5), ((1403, 12, 1), (1404, 1, 13))),
        (Named(Season.YALDA), (1405, 8, 30), ((1404, 9, 15), (1404, 10, 1))),
        (Named(Season.WINTER), (1405, 1, 1), ((1404, 10, 1), (1404, 12, 29))),
        # Up to the day before Eid al-Fitr, which is Nowruz in 1405.
        (Named(Season.RAMADAN), (1405, 8, 30), ((1404, 11, 30), (1404, 12, 29))),
        (Named(Season.RAMADAN, True), (1405, 8, 30), ((1403, 12, 12), (1404, 1, 10))),
    ],
)
def test_windows_are_days_of_the_shops_calendar(
    window: Window,
    today: tuple[int, int, int],
    days: tuple[tuple[int, int, int], tuple[int, int, int]],
) -> None:
    assert resolve(window, from_jalali(*today)) == jalali(*days)


def test_all_time_and_open_ends() -> None:
    today, day = date(2026, 11, 21), date(2026, 1, 1)
    assert resolve(Ever(), today) is None
    assert resolve(Between(day, None), today) == Days(day, date.max)
    assert resolve(Between(None, day), today) == Days(date.min, day)
    assert resolve(Between(day, day), today) == Days(day, day)


def test_ramadan_moves_and_comes_twice_in_some_years() -> None:
    year = from_jalali(1402, 1, 1), from_jalali(1402, 12, 29)
    found = occurrences(Season.RAMADAN, *year)
    assert [one.last for one in found] == [from_jalali(1402, 2, 1), from_jalali(1403, 1, 21)]
    assert {(one.last - one.first).days + 1 for one in found} <= {29, 30}
    later = occurrences(Season.RAMADAN, from_jalali(1405, 6, 1), from_jalali(1406, 1, 1))
    assert [one.last.isoformat() for one in later] == ["2027-03-09"]
    assert not occurrences(Season.RAMADAN, date(1950, 1, 1), date(1960, 1, 1))


def test_seasons_over_the_years_are_whole_and_touch_the_days_asked_for() -> None:
    found = occurrences(Season.NOWRUZ, from_jalali(1403, 1, 10), from_jalali(1404, 12, 1))
    assert found == (
        jalali((1402, 12, 1), (1403, 1, 13)),
        jalali((1403, 12, 1), (1404, 1, 13)),
        jalali((1404, 12, 1), (1405, 1, 13)),
    )
    four = [Season.SPRING, Season.SUMMER, Season.AUTUMN, Season.WINTER]
    year = from_jalali(1403, 1, 1), from_jalali(1403, 12, 30)
    days = [one for season in four for one in occurrences(season, *year)]
    assert sum((one.last - one.first).days + 1 for one in days) == 366


@pytest.mark.parametrize(
    "make",
    [
        lambda: Last(0, TimeUnit.DAYS),
        lambda: Last(10_000, TimeUnit.DAYS),
        lambda: Between(date(2026, 2, 1), date(2026, 1, 1)),
        lambda: Between(None, None),
    ],
)
def test_windows_that_cannot_be_are_not_made(make: object) -> None:
    with pytest.raises(InvalidInput):
        make()  # type: ignore[operator]
