"""The Iranian postal code of ten digits."""

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.checked_text import CheckedText
from ecrm_desktop.values.fixed_digits import only_digits

_LENGTH = 10


class PostalCode(CheckedText):
    """Ten Latin digits; `parse` raises InvalidInput TEXT_EMPTY, NUMBER_WRONG, POSTAL_CODE_LENGTH.

    The last has `length`.
    """

    __slots__ = ()

    @classmethod
    def _stored(cls, text: str) -> str:
        digits = only_digits(text)
        if digits is None:
            raise InvalidInput(Problem.NUMBER_WRONG)
        if len(digits) != _LENGTH:
            raise InvalidInput(Problem.POSTAL_CODE_LENGTH, length=len(digits))
        return digits
