"""Birthdays as days of a calendar that phones, Outlook and Google take: iCalendar, RFC 5545."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import CustomerDetail
from ecrm_desktop.reports.text_lines import escaped, folded
from ecrm_desktop.values.jalali import PartialDate, from_jalali, month_length, to_jalali

_YEARS: Final = 3
_HEAD: Final = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ECRM Desktop//birthdays//")


def birthdays(customers: Iterable[CustomerDetail], today: date) -> Iterator[bytes]:
    """Yield the calendar line by line: each birthday of this year and the next two.

    A Jalali birthday is another day of the Gregorian year now and then, so no rule could repeat it.
    Read again, the same days stand where they were.
    """
    year = to_jalali(today)[0]
    yield from map(folded, _HEAD)
    for one in customers:
        if one.birth_date is None:
            continue
        for at in range(year, year + _YEARS):
            yield from map(folded, _event(one, one.birth_date, at))
    yield folded("END:VCALENDAR")


def _event(one: CustomerDetail, born: PartialDate, year: int) -> Iterator[str]:
    # Who was born on the last day of a leap year has a birthday in each.
    day = from_jalali(year, born.month, min(born.day, month_length(year, born.month)))
    yield "BEGIN:VEVENT"
    yield f"UID:{one.id}-{year}@ecrm"
    yield f"DTSTAMP:{one.updated_at:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{escaped(translate('Birthdays', 'Birthday of {name}', name=one.name))}"
    if one.phone:
        yield f"DESCRIPTION:{escaped(one.phone)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"
