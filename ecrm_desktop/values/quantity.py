"""Quantities as an integer of thousandths: 1500 is one and a half."""

from typing import Final

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.numerals import parse_scaled

ONE: Final = 1000
PLACES: Final = 3
QUANTITY_LIMIT: Final = 10**10
"""Ten million pieces."""


def parse_quantity(text: str) -> int:
    """Read a quantity above zero as thousandths.

    Raises InvalidInput QUANTITY_ZERO, TEXT_EMPTY, NUMBER_WRONG, NUMBER_NEGATIVE, NUMBER_DECIMALS
    (places), NUMBER_TOO_LARGE (limit).
    """
    quantity = parse_scaled(text, PLACES, limit=QUANTITY_LIMIT)
    if not quantity:
        raise InvalidInput(Problem.QUANTITY_ZERO)
    return quantity
