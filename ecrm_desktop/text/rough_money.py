"""Money that is only expected, to no more digits than can be known."""

from typing import Final

from ecrm_desktop.values.display import Display

_KNOWN_DIGITS: Final = 2


def rough_money(amount: float, display: Display) -> str:
    """Return an amount of minor units, to two digits, with its unit."""
    digits = len(str(abs(round(amount))))
    return display.money_with_unit(round(round(amount), min(_KNOWN_DIGITS - digits, 0)))
