"""The words for units of money and for thousands, and numbers as people write them with both."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.text import fold

UNIT_WORDS: Final = {
    fold(word): unit
    for unit, words in (
        (MoneyUnit.TOMAN, ("تومان", "تومن", "تومانی", "toman", "tomans", "irt")),
        (MoneyUnit.RIAL, ("ریال", "ریالی", "rial", "rials", "irr")),
    )
    for word in words
}
"""Folded word → the unit it names."""

SCALES: Final = (1, 1_000, 1_000_000)
"""How many units of money one in a column may stand for."""

SCALE_WORDS: Final[Mapping[str, int]] = {
    fold(word): scale
    for scale, words in (
        (1_000, ("هزار", "هزارتا", "thousand", "thousands", "k")),
        (1_000_000, ("میلیون", "ملیون", "million", "millions", "mn", "mio", "m")),
        (1_000_000_000, ("میلیارد", "billion", "billions", "bn")),
    )
    for word in words
}
"""Folded word → by how much the number before it is multiplied."""

_PIECES: Final = frozenset(
    fold(
        "عدد عددی دانه تا تایی بسته کارتن دستگاه جفت ست شاخه رول کیسه قوطی بطری نفر جلد برگ حلقه "
        "کیلو کیلوگرم متر لیتر pc pcs piece pieces pack packs box boxes unit units ea each item "
        "items kg kgs pair pairs"
    ).split()
)
_LETTER_SCALES: Final = frozenset({"k", "m"})
_WRITTEN: Final = re.compile(
    r"(?P<before>[^\W\d_]*)\s*(?P<number>[-+\u2212]?\d[\d,.٬٫،'’/ ]*?)\s*(?P<end>/[-=]|-/)?\s*"
    r"(?P<after>[^\W\d_]+(?:\s+[^\W\d_]+)*)?\s*(?P<last>/[-=])?"
)
_LONGEST: Final = 60  # letters; of longer texts the pattern would take its time
_LONGEST_TITLE: Final = 200  # letters
_SLASHED: Final = re.compile(r"\d{1,3}(?:/\d{3})+")
BROKEN: Final = re.compile(r"[+-]?\d(?:[.,٫]\d+)?E\+?\d{1,3}", re.IGNORECASE)
"""A long number after Excel showed it short and somebody saved what was shown."""

_MARKS = dict.fromkeys(map(ord, "\u200c\u200e\u200f\u061c\u2066\u2067\u2068\u2069\ufeff"), " ")


class Written(NamedTuple):
    """A number as it stands in a cell: its digits and signs, what multiplies it, its unit."""

    number: str
    scale: int = 1
    unit: MoneyUnit | None = None


def read_written(text: str, *, is_quantity: bool = False) -> Written | None:
    """Return a number taken apart from the words beside it; None if it is none.

    «۲۵۰ هزار تومان», `250000ریال`, `125000/-` and `۱۲۵/۰۰۰` are amounts, «2 عدد» is a quantity;
    the words of one are none of the other.
    """
    plain = to_latin_digits(text[: _LONGEST + 1].translate(_MARKS)).replace("﷼", " ریال ").strip()
    match = _WRITTEN.fullmatch(plain) if len(text) <= _LONGEST else None
    if not match:
        return None
    number = match["number"].rstrip(" ")
    words = list(_words(f"{match['before']} {match['after'] or ''}"))
    # As a decimal sign a slash has one or two digits behind it, which may as well be a date.
    is_slashed = bool(_SLASHED.fullmatch(number)) and not is_quantity
    if "/" in number and not is_slashed:
        return None
    number = number.replace("/", ",")
    if is_quantity:
        return Written(number) if _PIECES.issuperset(words) else None
    scales = [SCALE_WORDS[word] for word in words if word in SCALE_WORDS]
    units = [UNIT_WORDS[word] for word in words if word in UNIT_WORDS]
    if len(scales) + len(units) < len(words) or len(scales) > 1 or len(units) > 1:
        return None
    return Written(number, *scales or (1,), *units)


def _words(text: str) -> Iterator[str]:
    """Yield the folded words, of «هزارتومان» two."""
    for word in fold(text).split():
        unit = next((one for one in UNIT_WORDS if word.endswith(one)), "")
        scale = word.removesuffix(unit)
        yield from (scale, unit) if unit and scale in SCALE_WORDS else (word,)


def said_scale(title: str) -> int:
    """Return how many units one in an amount's column stands for by its title; 1 if it is silent.

    «مبلغ (هزار تومان)», "Amount (1,000 rial)", "Total in thousands", "Sum (k)".
    """
    plain = re.sub(r"(?<=\d)[,.٬،](?=000)", "", to_latin_digits(fold(title[:_LONGEST_TITLE])))
    words = re.findall(r"\d+|[^\W\d_]+", plain.replace("﷼", " ریال "))
    for at, word in enumerate(words):
        if word in _LETTER_SCALES:
            if re.search(rf"[(\[]\s*{word}\s*[)\]]", plain):
                return SCALE_WORDS[word]
        elif word in SCALE_WORDS:
            return min(SCALE_WORDS[word], SCALES[-1])
        elif word in {"1000", "1000000"} and UNIT_WORDS.keys() & set(words[at + 1 : at + 2]):
            return int(word)
    return 1
