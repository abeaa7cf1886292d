"""What the numbers of a file tell about their author: the unit of money, the decimal sign."""

import re
from collections.abc import Iterable

from ecrm_desktop.exchange.money_words import UNIT_WORDS
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.exchange.title_meanings import words_of
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.money import MoneyUnit

_COMMA_DECIMALS = re.compile(r"\d+(?:\.\d{3})*,\d{1,2}|\d+(?:\.\d{3})+,\d+")
_POINT_DECIMALS = re.compile(
    r"\d+(?:,\d{3})*\.(?:\d{1,2}|\d{4,})|\d+(?:,\d{3})+\.\d+|\d+(?:,\d{3})+"
)
_POINT_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+")


def said_unit(texts: Iterable[str]) -> MoneyUnit | None:
    """Return the unit that titles or cells name, if all that name one name the same."""
    units: set[MoneyUnit] = set()
    for text in texts:
        words = words_of(text.replace("﷼", " ریال "))
        units.update(UNIT_WORDS[word] for word in words if word in UNIT_WORDS)
    return units.pop() if len(units) == 1 else None


def has_decimal_comma(cells: Iterable[Cell], places: int) -> bool:
    """Tell whether amounts have a comma before their decimals, as `1.250,50`.

    `1.250` alone is a group of three where the unit has no three decimals.
    """
    commas = points = groups = 0
    for cell in cells:
        if not isinstance(cell, str):
            continue
        digits = re.search(r"\d[\d.,]*\d|\d", to_latin_digits(cell))
        text = digits[0] if digits else ""
        commas += bool(_COMMA_DECIMALS.fullmatch(text))
        points += bool(_POINT_DECIMALS.fullmatch(text))
        groups += bool(_POINT_GROUPS.fullmatch(text))
    if points:
        return False
    return bool(commas) or (bool(groups) and places < 3)  # noqa: PLR2004 - decimals of a dinar
