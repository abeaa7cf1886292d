"""Raw values as Excel's own numbers, dates and texts."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from ecrm_desktop.i18n import translate
from ecrm_desktop.reports.layout import ColumnKind, heading
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import decimal_places
from ecrm_desktop.values.phone import national
from ecrm_desktop.values.quantity import PLACES

# What XML 1.0 cannot hold, and the isolates that only screens and paper need.
_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u2066-\u2069]")
_LONGEST = 32_767  # letters in a cell

_WHOLE = "#,##0"
_EPOCH_YEAR = 1900  # Excel has no day before it, and one too many in it

Convert = Callable[[Any], Any]
ChooseFormat = Callable[[Any], str]


class SheetColumn(NamedTuple):
    """A column of a sheet: `convert` makes a raw value Excel's, `choose` its number format."""

    source: int
    title: str
    convert: Convert
    choose: ChooseFormat | None = None


def sheet_columns(columns: Sequence[tuple[str, ColumnKind]], display: Display) -> list[SheetColumn]:
    """Return the columns of a sheet: a date has one for people and one for Excel."""
    found = []
    for source, (given, kind) in enumerate(columns):
        title = given
        if kind in {ColumnKind.DATE, ColumnKind.DATETIME} and display.calendar == "jalali":
            write = display.date if kind is ColumnKind.DATE else display.datetime
            found.append(SheetColumn(source, title, write))
            title = translate("Reports", "{title} (Gregorian)", title=title)
        found.append(SheetColumn(source, heading(title, kind, display), *_rule(kind, display)))
    return found


def clean(text: object) -> str:
    """Return text without what a cell cannot hold."""
    return _DROPPED.sub("", str(text))[:_LONGEST]


def _rule(kind: ColumnKind, display: Display) -> tuple[Convert, ChooseFormat | None]:
    places = decimal_places(display.currency, display.unit)
    # Cents are always shown; a tenth of a toman is rare.
    money_format = f"{_WHOLE}.{'0' * places}" if display.currency.exponent else ""
    rules: dict[ColumnKind, tuple[Convert, ChooseFormat | None]] = {
        ColumnKind.TEXT: (clean, None),
        ColumnKind.CODE: (clean, None),
        ColumnKind.PHONE: (national, None),
        ColumnKind.NUMBER: (_same, _number_format),
        ColumnKind.MONEY: (_scaled(places), lambda n: money_format or _number_format(n)),
        ColumnKind.QUANTITY: (_scaled(PLACES), _number_format),
        ColumnKind.PERCENT: (_same, lambda part: "0%" if part * 100 % 1 == 0 else "0.0%"),
        ColumnKind.DATE: (_excel_date, lambda _: "yyyy/mm/dd"),
        ColumnKind.DATETIME: (_excel_moment(display.timezone), lambda _: "yyyy/mm/dd hh:mm"),
    }
    return rules[kind]


def _same(value: Any) -> Any:
    return value


def _number_format(number: Any) -> str:
    return _WHOLE if number % 1 == 0 else _WHOLE + ".###"


def _scaled(places: int) -> Convert:
    unit: int = 10**places

    def convert(amount: int) -> float:
        return amount / unit if amount % unit else amount // unit

    return convert


def _excel_date(day: dt.date) -> dt.date | str:
    return day if day.year > _EPOCH_YEAR else day.isoformat()


def _excel_moment(timezone: dt.tzinfo) -> Convert:
    """Return the conversion of instants to the shop's local time, which has no zone in Excel."""
    return lambda instant: instant.astimezone(timezone).replace(tzinfo=None)
