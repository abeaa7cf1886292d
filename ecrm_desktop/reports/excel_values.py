"""Raw values as Excel's own numbers, dates and texts."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from ecrm_desktop.i18n import translate
from ecrm_desktop.reports.layout import ColumnKind, heading
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import decimal_places
from ecrm_desktop.values.phone import national
from ecrm_desktop.values.quantity import PLACES

# A cell's number format, or one of these.
PLAIN = ""
AS_TEXT = "@"  # digits that are not for adding up
_WHOLE = "#,##0"

Convert = Callable[[Any], Any]
ChooseFormat = Callable[[Any], str]


class SheetColumn(NamedTuple):
    """A column of a sheet: `convert` makes a raw value Excel's, `choose` its number format."""

    source: int
    title: str
    convert: Convert
    choose: ChooseFormat


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


def _rule(kind: ColumnKind, display: Display) -> tuple[Convert, ChooseFormat]:
    places = decimal_places(display.currency, display.unit)
    # Cents are always shown; a tenth of a toman is rare.
    money_format = f"{_WHOLE}.{'0' * places}" if display.currency.exponent else ""
    rules: dict[ColumnKind, tuple[Convert, ChooseFormat]] = {
        ColumnKind.TEXT: (str, _plain),
        ColumnKind.CODE: (str, _as_text),
        ColumnKind.PHONE: (national, _as_text),
        ColumnKind.NUMBER: (_same, _number_format),
        ColumnKind.MONEY: (_scaled(places), lambda n: money_format or _number_format(n)),
        ColumnKind.QUANTITY: (_scaled(PLACES), _number_format),
        ColumnKind.PERCENT: (_same, lambda part: "0%" if part * 100 % 1 == 0 else "0.0%"),
        ColumnKind.DATE: (_same, _plain),
        ColumnKind.DATETIME: (_excel_moment(display.timezone), _plain),
    }
    return rules[kind]


def _plain(_: Any) -> str:
    return PLAIN


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


def _excel_moment(timezone: dt.tzinfo) -> Convert:
    """Return the conversion of instants to the shop's local time, which has no zone in Excel."""
    return lambda instant: instant.astimezone(timezone).replace(tzinfo=None)
