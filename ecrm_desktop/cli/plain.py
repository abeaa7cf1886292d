"""Values as JSON has them."""

from datetime import date, time
from typing import Any
from uuid import UUID

from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.quantity import ONE


def picked(row: object, names: str) -> dict[str, Any]:
    """Return some attributes of a row by name, in the order given."""
    return {name: plain(getattr(row, name)) for name in names.split()}


def plain(value: Any) -> Any:
    """Return a value as text, number, boolean or null; lists of such as lists."""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID | PartialDate):
        return str(value)
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return value


def plain_quantity(thousandths: int) -> int | float:
    """Return a quantity as a number of pieces, metres or whatever it counts."""
    return thousandths / ONE if thousandths % ONE else thousandths // ONE
