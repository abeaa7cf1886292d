"""Readers of cells: what a file has in one cell, as the value it stands for."""

import re
from collections.abc import Callable, Hashable, Iterator
from datetime import datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeVar

from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.choices import CHOICES, choice_reader
from ecrm_desktop.exchange.money_words import BROKEN, read_written
from ecrm_desktop.exchange.provinces import PROVINCE_OF_CODE
from ecrm_desktop.exchange.sheets import LONGEST_CELL, Cell
from ecrm_desktop.values.checked_text import CheckedText
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.formulas import from_text
from ecrm_desktop.values.jalali import parse_time
from ecrm_desktop.values.money import LIMIT, Currency, MoneyUnit, decimal_places
from ecrm_desktop.values.numerals import parse_scaled
from ecrm_desktop.values.person_names import is_title_only
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
_BETWEEN: Final = re.compile(r":::|[\n؛;|،,]")
_QUOTED: Final = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?:\Z|:::|[\n؛;|،,])')
CLOCK: Final = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?![\d:])")
"""A time of day within a text."""
_HALF_OF_DAY: Final = re.compile(
    r"\s*(?:(p\.?m|ب\.?\s?ظ|بعد\s?از\s?ظهر|عصر)|a\.?m|ق\.?\s?ظ|قبل\s?از\s?ظهر|صبح)", re.IGNORECASE
)
_NOON: Final = 12

_read_gender = choice_reader(CHOICES["gender"])
_read_kind = choice_reader(CHOICES["kind"])
_FLOAT = re.compile(r"\d{5,}\.0+")
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


def parse_gender(cell: Cell) -> StrEnum | None:
    """Read a gender, or the title before a name, of which some tell none: "Dr.", «مهندس»."""
    text = text_of(cell)
    return None if is_title_only(text) else _read_gender(text)


def parse_kind(cell: Cell) -> StrEnum:
    """Read what a customer is; yes and no answer whether it is a company."""
    return _read_kind(str(cell) if isinstance(cell, bool) else text_of(cell))


def code_parser(limit: int) -> Callable[[Cell], str | None]:
    """Return what reads a code of at most `limit` letters, with Latin digits."""

    def parse(cell: Cell) -> str | None:
        text = text_of(cell)
        _check_whole(cell)
        if not (text.isascii() and text.isalnum() and len(text) <= limit):
            text = to_latin_digits(clean(text, limit=limit))
        return text or None

    return parse


def digits_of(cell: Cell) -> str:
    """Return the digits of a phone or an identifier, which tables may have kept as a fraction.

    Raises InvalidInput NUMBER_BROKEN if Excel has left only the first of them: `9.12346E+09`.
    """
    _check_whole(cell)
    text = text_of(cell)
    return text.partition(".")[0] if _FLOAT.fullmatch(text) else text


def _check_whole(cell: Cell) -> None:
    if isinstance(cell, str) and cell[-1:].isdecimal() and BROKEN.fullmatch(to_latin_digits(cell)):
        raise InvalidInput(Problem.NUMBER_BROKEN)


def digits_parser(parse: Callable[[str], Checked]) -> Callable[[Cell], Checked | None]:
    """Return what reads an identifier of digits; zeros only are none."""

    def read(cell: Cell) -> Checked | None:
        text = digits_of(cell)
        return parse(text) if to_latin_digits(text).strip("0 ") else None

    return read


def parse_several(cell: Cell) -> tuple[str, ...] | None:
    """Read tags or the like, apart by ، , ; | or lines; Google's own groups are left out.

    One between quotation marks may have such signs in it, as Mailchimp writes them.
    """
    found: dict[str, str] = {}
    for piece in _pieces(text_of(cell)):
        one = clean(piece).removeprefix("* ")
        if one and one not in {"myContacts", "starred"}:
            found.setdefault(fold(one), one)
    return tuple(found.values()) or None


def _pieces(text: str) -> Iterator[str]:
    while text:
        if quoted := _QUOTED.match(text):
            yield quoted[1].replace('""', '"')
            text = text[quoted.end() :]
            continue
        piece, *rest = _BETWEEN.split(text, maxsplit=1)
        yield piece
        text = rest[0] if rest else ""


def parse_clock(cell: Cell) -> time:
    """Read a time of day, out of a moment too."""
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell
    text = to_latin_digits(text_of(cell)).strip()
    clock = CLOCK.search(text)
    if not clock:
        return parse_time(text)
    hours, minutes, *_ = clock[0].split(":")
    half = _HALF_OF_DAY.match(text, clock.end())
    if half and 1 <= int(hours) <= _NOON:
        hours = str(int(hours) % _NOON + (_NOON if half[1] else 0))
    return parse_time(f"{hours}:{minutes}")


def quantity_parser(*, decimal_comma: bool) -> Callable[[Cell], int]:
    """Return what reads a quantity as thousandths; 0 is one."""

    def parse(cell: Cell) -> int:
        if isinstance(cell, int) and 0 <= cell <= QUANTITY_LIMIT // 10**PLACES:
            return int(cell) * 10**PLACES
        text = text_of(cell)
        if isinstance(cell, str):
            _check_whole(cell)
            written = read_written(text, is_quantity=True)
            text = written.number if written else text
            text = text.translate(_SWAPPED) if decimal_comma else text
        return parse_scaled(text, PLACES, limit=QUANTITY_LIMIT)

    return parse


def amount_parser(
    currency: Currency, unit: MoneyUnit, *, decimal_comma: bool, scale: int = 1
) -> Callable[[Cell], int]:
    """Return what reads an amount as minor units, each number standing for `scale` of the unit.

    A unit or «هزار» in the cell itself is believed first.
    """
    places = decimal_places(currency, unit) + _zeros(scale)
    factor: int = 10**places
    longest = len(str(LIMIT // factor)) - 1
    parse_text = _text_amount_parser(currency, unit, decimal_comma=decimal_comma, scale=scale)

    def parse(cell: Cell) -> int:
        if not isinstance(cell, str):
            return _amount(text_of(cell), currency, places)
        # The most usual spellings, 1250 and 12.50, without a pattern.
        whole, point, part = cell.partition(".")
        if cell.isascii() and whole.isdecimal() and len(whole) <= longest:
            if not point:
                return int(whole) * factor
            if part.isdecimal() and len(part) <= places and not decimal_comma:
                return int(whole + part.ljust(places, "0"))
        return parse_text(cell)

    return parse


def _text_amount_parser(
    currency: Currency, unit: MoneyUnit, *, decimal_comma: bool, scale: int
) -> Callable[[str], int]:
    marks = (_SIGNS.get(currency.code, currency.code), currency.code, currency.code.lower())

    def parse(text: str) -> int:
        _check_whole(text)
        plain, said, times = text, unit, scale
        if currency.code != "IRR":
            plain = plain.strip()
            for mark in marks:
                plain = plain.removeprefix(mark).removesuffix(mark).strip()
        written = read_written(plain)
        if written and (written.unit is None or currency.code == "IRR"):
            plain, said = written.number, written.unit or unit
            if written.scale > 1 or written.unit:
                times = written.scale
        places = decimal_places(currency, said) + _zeros(times)
        return _amount(plain.translate(_SWAPPED) if decimal_comma else plain, currency, places)

    return parse


def _amount(text: str, currency: Currency, places: int) -> int:
    """Read an amount with so many decimals at most, as `parse_amount` does."""
    try:
        return parse_scaled(text, places, limit=LIMIT)
    except InvalidInput as error:
        if error.problem is Problem.NUMBER_DECIMALS and not currency.exponent:
            raise InvalidInput(Problem.AMOUNT_NOT_WHOLE) from None
        raise


def _zeros(scale: int) -> int:
    return len(str(scale)) - 1


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
