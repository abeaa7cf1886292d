"""Averages of amounts, as people say them."""

from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit

_TOMAN = 10


def average_amount(total: int, count: int, display: Display) -> int:
    """Return an average in minor units, rounded to the unit that is shown."""
    unit = _TOMAN if display.unit is MoneyUnit.TOMAN else 1
    return round(total / count / unit) * unit
