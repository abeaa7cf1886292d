"""What the cells of one column look like, whatever its title says."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from math import isfinite
from typing import Final

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.exchange.cells import NOTHING, is_empty, text_of
from ecrm_desktop.exchange.choices import CHOICES, YES_NO
from ecrm_desktop.exchange.dates import MONTHS, NO_YEAR, NUMBERS, is_serial, without_time
from ecrm_desktop.exchange.fields import Holds
from ecrm_desktop.exchange.money_words import BROKEN, read_written
from ecrm_desktop.exchange.phone_cells import may_be_phone
from ecrm_desktop.exchange.provinces import CITIES, PROVINCES
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import fold, fold_compact

MOSTLY: Final = 0.8
_HALF: Final = 0.5

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
BETWEEN_EMAILS: Final = re.compile(r"[\s;,،؛|/]+")
_MOBILE = re.compile(r"(?:\+98|0098|98)?0?9\d{9}")
_DIGITS = re.compile(r"[\s\-()./]")
_NUMBER = re.compile(
    r"[^\w\s]{0,2}\s?-?\d[\d,.٬٫،' ]*\s?[^\W\d]{0,6}", re.IGNORECASE
)  # a sign or a unit may stand beside it
_FLOAT = re.compile(r"\d{7,}\.0+")
_YEAR = re.compile(r"1[234]\d\d|19\d\d|20\d\d")
_LETTER = re.compile(r"[^\W\d_]")
_STREET = re.compile(r"خیابان|خ |کوچه|پلاک|بلوار|میدان|کوی|بزرگراه|اتوبان|شهرک|street|avenue|st\.")
_TEN = 10
_BARCODE = range(12, 15)
_NATIONAL_ID = range(8, 12)  # Excel drops zeros of ten digits; those of companies have eleven
_YEARS_OF_RUN = ("12", "13", "14", "18", "19", "20", "21")
_WORDS_OF_NAME = range(2, 6)


class Content:
    """The filled cells of a column's sample, and which share of them fits what.

    Shares are 0 if the column has nothing.
    """

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.cells = [cell for cell in cells if not is_empty(cell)]
        said = [cell for cell in self.cells if str(cell).strip().casefold() not in NOTHING]
        self.said = said
        # Tables in memory keep long numbers as fractions: 9123456701.0
        texts = [to_latin_digits(text_of(cell)).strip() for cell in said]
        self._texts = [text.partition(".")[0] if _FLOAT.fullmatch(text) else text for text in texts]
        self._packed = [_DIGITS.sub("", text) for text in self._texts]

    @property
    def is_empty(self) -> bool:
        """Whether no cell says anything."""
        return not self.said

    @cached_property
    def distinct(self) -> float:
        """How many of the cells are different, as a share."""
        return len(set(self._texts)) / len(self._texts) if self._texts else 0

    @cached_property
    def emails(self) -> float:
        """The share of e-mail addresses, or several of them."""
        return self._share(
            self._texts,
            lambda text: (
                "@" in text and all(map(_EMAIL.fullmatch, filter(None, BETWEEN_EMAILS.split(text))))
            ),
        )

    @cached_property
    def mobiles(self) -> float:
        """The share of Iranian mobile numbers, perhaps without their first zero."""
        return self._share(self._packed, lambda text: bool(_MOBILE.fullmatch(text)))

    @cached_property
    def phones(self) -> float:
        """The share of what may be phone numbers, or several of them."""
        return self._share(self._texts, may_be_phone)

    @cached_property
    def national_ids(self) -> float:
        """The share of numbers whose check digit is right."""
        return self._share(self._packed, _is_national_id)

    @cached_property
    def ten_digits(self) -> float:
        """The share of numbers with ten digits."""
        return self._share(self._packed, lambda text: len(text) == _TEN and text.isdecimal())

    @cached_property
    def barcodes(self) -> float:
        """The share of numbers as long as barcodes are."""
        return self._share(self._texts, lambda text: text.isdecimal() and len(text) in _BARCODE)

    @cached_property
    def numbers(self) -> float:
        """The share of numbers, perhaps with a unit."""
        return self._share(
            self._texts,
            lambda text: bool(_NUMBER.fullmatch(text) or read_written(text) is not None),
        )

    @cached_property
    def serials(self) -> float:
        """The share of what may be Excel's count of days."""
        return sum(map(is_serial, self.said)) / len(self.said) if self.said else 0

    @cached_property
    def years(self) -> float:
        """The share of years without a month or a day."""
        return self._share(self._texts, lambda text: bool(_YEAR.fullmatch(text)))

    @cached_property
    def broken(self) -> int:
        """How many long numbers have lost digits to Excel."""
        return sum(bool(BROKEN.fullmatch(text)) for text in self._texts)

    @cached_property
    def dates(self) -> float:
        """The share of what may be dates in any calendar and order."""
        if self.is_empty:
            return 0
        return sum(map(_may_be_date, self.said)) / len(self.said)

    @cached_property
    def letters(self) -> float:
        """The share of cells with letters and hardly any digit."""
        return self._share(
            self._texts,
            lambda text: bool(_LETTER.search(text)) and not any(one.isdecimal() for one in text),
        )

    @cached_property
    def names(self) -> float:
        """The share of what may be whole names of people or companies."""
        return self._share(
            self._texts,
            lambda text: (
                len(text.split()) in _WORDS_OF_NAME
                and all(_LETTER.search(word) for word in text.split())
                and not any(one.isdecimal() for one in text)
                and not _STREET.search(text)
            ),
        )

    @cached_property
    def addresses(self) -> float:
        """The share of addresses."""
        return self._share(self._texts, lambda text: bool(_STREET.search(fold(text))))

    @cached_property
    def cities(self) -> float:
        """The share of cities of Iran."""
        return self._share(self._texts, lambda text: fold_compact(text) in CITIES)

    @cached_property
    def provinces(self) -> float:
        """The share of provinces of Iran."""
        return self._share(self._texts, lambda text: fold_compact(text) in PROVINCES)

    def choices(self, words: str) -> float:
        """Return the share of words that name one of these choices."""
        known = CHOICES[words]
        return self._share(self._texts, lambda text: fold_compact(text).replace("_", "") in known)

    @cached_property
    def yes_no(self) -> float:
        """The share of words for yes and no."""
        return self._share(self._texts, lambda text: fold_compact(text) in YES_NO)

    @cached_property
    def consents(self) -> float:
        """The share of words for yes and no, perhaps with the day and how it was said behind."""
        return self._share(self._texts, lambda text: fold_compact(text.split(" ")[0]) in YES_NO)

    @cached_property
    def values(self) -> list[float]:
        """The numbers, as far as they are plain ones."""
        found = []
        for text in self._texts:
            written = read_written(text)
            with suppress(ValueError):
                plain = (written.number if written else text).replace(",", "").replace("٬", "")
                found.append(float(plain) * (written.scale if written else 1))
        return [value for value in found if isfinite(value)]

    def _share(self, texts: Sequence[str], test: Callable[[str], bool]) -> float:
        return sum(map(test, texts)) / len(texts) if texts else 0


def fitting(content: Content, holds: Holds, field: str, kind: ImportKind) -> float | None:
    """Return the share of cells that a field can be read from; None where any text can."""
    if holds is Holds.CHOICE:
        return content.choices(words_for(field, kind))
    share = _SHARES.get(holds)
    return None if share is None else share(content)


_SHARES: Final[Mapping[Holds, Callable[[Content], float]]] = {
    **dict.fromkeys((Holds.DATE, Holds.BIRTHDAY), lambda one: max(one.dates, one.serials)),
    **dict.fromkeys((Holds.AMOUNT, Holds.QUANTITY), lambda one: one.numbers),
    Holds.EMAIL: lambda one: one.emails,
    Holds.PHONE: lambda one: one.phones,
    Holds.NATIONAL_ID: lambda one: max(one.national_ids, one.ten_digits - 0.3),
    Holds.NAME: lambda one: max(one.letters, 1 - one.numbers),
    Holds.YES_NO: lambda one: one.yes_no,
    Holds.CONSENT: lambda one: one.consents,
}


def words_for(field: str, kind: ImportKind) -> str:
    """Return which of the CHOICES a field of choices is read by."""
    if field == "channel" and kind is ImportKind.CUSTOMERS:
        return "acquisition"
    return field.removeprefix("preferred_")


def fit(content: Content, holds: Holds, field: str, kind: ImportKind) -> float:
    """Return how well the cells fit a field: 1 surely, 0 perhaps, -1 not at all."""
    share = fitting(content, holds, field, kind)
    if holds in {Holds.CHOICE, Holds.YES_NO, Holds.CONSENT} and share is not None:
        # A word that is none of the choices refuses its row.
        return max(2 * share - 1, 0) if share >= _HALF else -1
    if holds is Holds.POSTAL_CODE:
        share = max(content.ten_digits, _HALF)
    if holds is Holds.TIME:
        share = _HALF - content.dates / 2
    if holds is Holds.CODE:
        no_number = 0 if content.numbers >= MOSTLY else max(content.dates, content.names)
        share = 1 - max(no_number, content.emails)
    return 0 if share is None else 2 * share - 1


def _is_national_id(packed: str) -> bool:
    try:
        return len(packed) in _NATIONAL_ID and bool(NationalId.parse(packed))
    except EcrmError:
        return False


def _may_be_date(cell: Cell) -> bool:
    if isinstance(cell, (date, datetime)):
        return True
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = without_time(str(cell))
    if NUMBERS.fullmatch(text) or (text.startswith("--") and NO_YEAR.fullmatch(text)):
        return True
    if text.isdecimal():
        ends = {text[:2], text[4:6]}
        return len(text) == 8 and bool(ends.intersection(_YEARS_OF_RUN))  # noqa: PLR2004 - 14050830
    return any(word in MONTHS for word in re.split(r"[\W\d_]+", text)) and any(
        letter.isdecimal() for letter in text
    )
