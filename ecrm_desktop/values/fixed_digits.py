"""Identifiers that are a fixed number of digits."""

import re

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.digits import to_latin_digits

_BETWEEN = re.compile(r"[\s\-_.\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]")


def only_digits(text: str) -> str | None:
    """Return the Latin digits of an identifier typed in groups; None if it has anything else.

    Raises InvalidInput TEXT_EMPTY.
    """
    plain = _BETWEEN.sub("", to_latin_digits(text))
    if not plain:
        raise InvalidInput(Problem.TEXT_EMPTY)
    return plain if re.fullmatch("[0-9]+", plain) else None
