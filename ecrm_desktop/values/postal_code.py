"""The Iranian postal code of ten digits."""

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.fixed_digits import only_digits

_LENGTH = 10


def parse_postal_code(text: str) -> str:
    """Return ten Latin digits.

    Raises InvalidInput TEXT_EMPTY, NUMBER_WRONG, POSTAL_CODE_LENGTH (length).
    """
    digits = only_digits(text)
    if digits is None:
        raise InvalidInput(Problem.NUMBER_WRONG)
    if len(digits) != _LENGTH:
        raise InvalidInput(Problem.POSTAL_CODE_LENGTH, length=len(digits))
    return digits
