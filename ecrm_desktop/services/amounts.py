"""Refusing amounts and quantities that no column may hold."""

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.money import LIMIT
from ecrm_desktop.values.quantity import ONE, QUANTITY_LIMIT


def check_amount(amount: int, field: str) -> None:
    """Refuse an amount below zero or above `money.LIMIT`.

    Raises InvalidInput NUMBER_NEGATIVE, NUMBER_TOO_LARGE at `field`.
    """
    if amount < 0:
        raise InvalidInput(Problem.NUMBER_NEGATIVE, field)
    if amount > LIMIT:
        raise InvalidInput(Problem.NUMBER_TOO_LARGE, field)


def check_quantity(quantity: int, field: str) -> None:
    """Refuse a quantity, in thousandths, that is not above zero or too large.

    Raises InvalidInput NUMBER_NEGATIVE, QUANTITY_ZERO, NUMBER_TOO_LARGE (limit) at `field`.
    """
    if quantity < 0:
        raise InvalidInput(Problem.NUMBER_NEGATIVE, field)
    if quantity == 0:
        raise InvalidInput(Problem.QUANTITY_ZERO, field)
    if quantity > QUANTITY_LIMIT:
        raise InvalidInput(Problem.NUMBER_TOO_LARGE, field, limit=QUANTITY_LIMIT // ONE)
