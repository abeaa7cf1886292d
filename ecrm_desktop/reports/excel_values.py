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

# How a cell looks: its number format, or one of these.
PLAIN = ""
QUOTED = "'"  # text that would become a formula or an error value if it were typed
AS_TEXT = "@"  # digits that are not for adding up
_FORMULA_STARTS = frozenset("=+-@\t\r#")
_WHOLE = "#,##0"
_EPOCH_YEAR = 1900  # Excel has no day before it, and one too many in it

Convert = Callable[[Any], Any]
ChooseLook = Callable[[Any], str]


class SheetColumn(NamedTuple):
    """A column of a sheet: `convert` makes a raw value Excel's, `choose` finds the look for it."""

    source: int
    title: str
    convert: Convert
    choose: ChooseLook


def sheet_columns(columns: Sequence[tuple[str, ColumnKind]], display: Display) -> list[SheetColumn]:
    """Return the columns of a sheet: a date has one for people and one for Excel."""
    found = []
    for source, (given, kind) in enumerate(columns):
        title = given
        if kind in {ColumnKind.DATE, ColumnKind.DATETIME} and display.calendar == "jalali":
            write = display.date if kind is ColumnKind.DATE else display.datetime
            found.append(SheetColumn(source, title, write, _as_text))
            title = translate("Reports", "{title} (Gregorian)", title=title)
        found.append(SheetColumn(source, heading(title, kind, display), *_rule(kind, display)))
    return found


def clean(text: object) -> str:
    """Return text without what a cell cannot hold."""
    return _DROPPED.sub("", str(text))[:_LONGEST]


def text_look(text: str) -> str:
    """Return how text without control characters looks."""
    return QUOTED if text[:1] in _FORMULA_STARTS else PLAIN


def _rule(kind: ColumnKind, display: Display) -> tuple[Convert, ChooseLook]:
    places = decimal_places(display.currency, display.unit)
    # Cents are always shown; a tenth of a toman is rare.
    money_format = f"{_WHOLE}.{'0' * places}" if display.currency.exponent else ""
    rules: dict[ColumnKind, tuple[Convert, ChooseLook]] = {
        ColumnKind.TEXT: (clean, text_look),
        ColumnKind.CODE: (clean, _as_text),
        ColumnKind.PHONE: (national, _as_text),
        ColumnKind.NUMBER: (_same, _number_format),
        ColumnKind.MONEY: (_scaled(places), lambda n: money_format or _number_format(n)),
        ColumnKind.QUANTITY: (_scaled(PLACES), _number_format),
        ColumnKind.PERCENT: (_same, lambda part: "0%" if part * 100 % 1 == 0 else "0.0%"),
        ColumnKind.DATE: (
            _excel_date,
            lambda day: AS_TEXT if isinstance(day, str) else "yyyy/mm/dd",
        ),
        ColumnKind.DATETIME: (_excel_moment(display.timezone), lambda _: "yyyy/mm/dd hh:mm"),
    }
    return rules[kind]


def _as_text(_: Any) -> str:
    return AS_TEXT


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
