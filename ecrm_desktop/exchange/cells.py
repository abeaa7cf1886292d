"""Readers of cells: what a file has in one cell, as the value it stands for."""

from collections.abc import Callable, Hashable
from datetime import datetime, time
from decimal import Decimal
from typing import Any, Final, TypeVar

from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.numbers import UNIT_WORDS
from ecrm_desktop.exchange.provinces import PROVINCE_OF_CODE
from ecrm_desktop.exchange.sheets import LONGEST_CELL, Cell
from ecrm_desktop.values.checked_text import CheckedText
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.formulas import from_text
from ecrm_desktop.values.jalali import parse_time
from ecrm_desktop.values.money import LIMIT, Currency, MoneyUnit, decimal_places, parse_amount
from ecrm_desktop.values.numerals import parse_scaled
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.quantity import PLACES, QUANTITY_LIMIT
from ecrm_desktop.values.text import clean, clean_multiline, fold

Checked = TypeVar("Checked", bound=CheckedText)

NOTHING: Final = frozenset(
    {"", "-", "--", "—", "–", ".", "…", "null", "none", "nil", "n/a", "nan", "#n/a", "ندارد",
     "نامشخص", "0000-00-00", "0000-00-00 00:00:00", "0000/00/00",
     "0/0/00", "unspecified", "unknown"}
)  # fmt: skip
"""What people and programs write where a number, date or address is not known."""

_CACHED: Final = 50_000
_BETWEEN_PHONES = (":::", "/", "\\", "،", ",", ";", "؛", "|", "\n", " - ", " و ", "_", "-", " ")
_WITHIN_PHONES = frozenset({"_", "-", " "})
_BETWEEN = (":::", "\n", "؛", ";", "|", "،", ",")
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "TRY": "₺", "INR": "₹", "JPY": "¥", "KRW": "₩"}
_SWAPPED = str.maketrans(",.٬٫", ".,,.")


def text_of(cell: Cell) -> str:
    """Return what a cell says, as it would be typed."""
    if isinstance(cell, str):
        # Shopify too puts an apostrophe before digits, so that Excel leaves them as they are.
        return cell[1:] if cell[:1] == "'" and cell[1:].isdecimal() else from_text(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        # Excel knows fifteen digits; what is behind them is noise of the binary fraction.
        return f"{Decimal(f'{cell:.15g}'):f}"
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes") if cell.time() != time() else str(cell.date())
    return str(cell)


def none_said(cell: Cell) -> bool:
    """Tell whether a cell of digits, a date or an address says that there is none."""
    return cell is None or (isinstance(cell, str) and cell.strip().casefold() in NOTHING)


class Column(dict[Hashable, Any]):
    """Reads the cells at `position`: `column[cell]` is None if nothing is said there.

    Equal cells are parsed once: a column of a million dates has a few thousand different ones. A
    dict reads them at a cost that a function's call would exceed. Whatever the column holds, raises
    InvalidInput ROW_TOO_LONG, and TEXT_UNREADABLE where a null character says that something was
    lost.
    """

    def __init__(
        self,
        position: int,
        parse: Callable[[Any], Any],
        *,
        is_nothing: Callable[[Cell], bool],
    ) -> None:
        super().__init__()
        self.position = position
        self._parse = parse
        self._is_nothing = is_nothing

    def __missing__(self, cell: Cell) -> Any:
        if isinstance(cell, str):
            if len(cell) > LONGEST_CELL:
                raise InvalidInput(Problem.ROW_TOO_LONG)
            if "\0" in cell:
                raise InvalidInput(Problem.TEXT_UNREADABLE)
        value = None if self._is_nothing(cell) else self._parse(cell)
        if len(self) >= _CACHED:
            self.clear()
        self[cell] = value
        return value


def is_empty(cell: Cell) -> bool:
    """Tell whether a cell of text has none; every other text is content."""
    return cell is None or cell == ""


def parse_line(cell: Cell) -> str | None:
    """Read one line of text."""
    return clean(text_of(cell)) or None


def parse_province(cell: Cell) -> str | None:
    """Read a province by its name or WooCommerce's short code."""
    text = parse_line(cell)
    return PROVINCE_OF_CODE.get(text, text) if text else None


def parse_lines(cell: Cell) -> str | None:
    """Read text of several lines."""
    return clean_multiline(text_of(cell)) or None


def code_parser(limit: int) -> Callable[[Cell], str | None]:
    """Return what reads a code of at most `limit` letters, with Latin digits."""

    def parse(cell: Cell) -> str | None:
        text = text_of(cell)
        if not (text.isascii() and text.isalnum() and len(text) <= limit):
            text = to_latin_digits(clean(text, limit=limit))
        return text or None

    return parse


def digits_parser(parse: Callable[[str], Checked]) -> Callable[[Cell], Checked | None]:
    """Return what reads an identifier of digits; zeros only are none."""

    def read(cell: Cell) -> Checked | None:
        text = text_of(cell)
        return parse(text) if to_latin_digits(text).strip("0 ") else None

    return read


def phones_parser(area_code: str) -> Callable[[Cell], tuple[Phone, ...] | None]:
    """Return what reads all the phones of a cell; problems are those of the whole cell."""

    def read_one(text: str) -> Phone:
        return Phone.parse(text, area_code=area_code)

    def parse(cell: Cell) -> tuple[Phone, ...] | None:
        text = text_of(cell)
        if not to_latin_digits(text).strip("0 "):
            return None
        try:
            return (read_one(text),)
        except EcrmError as error:
            return _read_parts(text, read_one, error)

    return parse


def _read_parts(text: str, read_one: Callable[[str], Phone], error: EcrmError) -> tuple[Phone, ...]:
    for sign in _BETWEEN_PHONES:
        parts = [part for part in text.split(sign) if part.strip()]
        phones, wrong = [], None
        for part in parts if len(parts) > 1 else ():
            try:
                phones.append(read_one(part))
            except EcrmError as one:
                wrong = one
        if phones and not wrong:
            return tuple(dict.fromkeys(phones))
        if phones and wrong and sign not in _WITHIN_PHONES:
            error = wrong
    raise error


def parse_several(cell: Cell) -> tuple[str, ...] | None:
    """Read tags or the like, apart by ، , ; | or lines; Google's own groups are left out."""
    parts = [text_of(cell)]
    for sign in _BETWEEN:
        parts = [piece for part in parts for piece in part.split(sign)]
    # Mailchimp writes each of them between quotes.
    said = (clean(part).strip('"').removeprefix("* ") for part in parts)
    found: dict[str, str] = {}
    for one in said:
        if one and one not in {"myContacts", "starred"}:
            found.setdefault(fold(one), one)
    return tuple(found.values()) or None


def parse_clock(cell: Cell) -> time:
    """Read a time of day, out of a moment too."""
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell
    text = text_of(cell).strip()
    parts = text.split()[-1:] if ":" in text else [text]
    hours, minutes, *seconds = [*parts[0].split(":"), "", ""]
    if seconds[0]:
        return parse_time(f"{hours}:{minutes}")
    return parse_time(parts[0])


def quantity_parser(*, decimal_comma: bool) -> Callable[[Cell], int]:
    """Return what reads a quantity as thousandths; 0 is one."""

    def parse(cell: Cell) -> int:
        if isinstance(cell, int) and 0 <= cell <= QUANTITY_LIMIT // 10**PLACES:
            return int(cell) * 10**PLACES
        text = text_of(cell)
        if decimal_comma and isinstance(cell, str):
            text = text.translate(_SWAPPED)
        return parse_scaled(text, PLACES, limit=QUANTITY_LIMIT)

    return parse


def amount_parser(
    currency: Currency, unit: MoneyUnit, *, decimal_comma: bool
) -> Callable[[Cell], int]:
    """Return what reads an amount as minor units; a unit in the cell itself is believed first."""
    places = decimal_places(currency, unit)
    scale: int = 10**places
    longest = len(str(LIMIT // scale)) - 1
    parse_text = _text_amount_parser(currency, unit, decimal_comma=decimal_comma)

    def parse(cell: Cell) -> int:
        if not isinstance(cell, str):
            return parse_amount(text_of(cell), currency, unit)
        # The most usual spellings, 1250 and 12.50, without a pattern.
        whole, point, part = cell.partition(".")
        if cell.isascii() and whole.isdecimal() and len(whole) <= longest:
            if not point:
                return int(whole) * scale
            if part.isdecimal() and len(part) <= places and not decimal_comma:
                return int(whole + part.ljust(places, "0"))
        return parse_text(cell)

    return parse


def _text_amount_parser(
    currency: Currency, unit: MoneyUnit, *, decimal_comma: bool
) -> Callable[[str], int]:
    marks = (_SIGNS.get(currency.code, currency.code), currency.code, currency.code.lower())

    def parse(text: str) -> int:
        said = unit
        plain = text.replace("﷼", " ریال").strip()
        if currency.code == "IRR":
            for word in (plain.split(" ")[-1], plain.split(" ")[0]):
                if fold(word) in UNIT_WORDS:
                    said = UNIT_WORDS[fold(word)]
                    plain = plain.removesuffix(word).removeprefix(word).strip()
                    break
        else:
            for mark in marks:
                plain = plain.removeprefix(mark).removesuffix(mark).strip()
        return parse_amount(plain.translate(_SWAPPED) if decimal_comma else plain, currency, said)

    return parse


def moment_of(cell: Cell) -> time | None:
    """Return the time behind a date in the same cell."""
    if isinstance(cell, datetime):
        return cell.time() if cell.time() != time() else None
    if isinstance(cell, str) and ":" in cell:
        try:
            return parse_clock(cell.replace("T", " "))
        except EcrmError:
            return None
    return None
