"""The Iranian national ID (کد ملی) with its check digit."""

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.checked_text import CheckedText
from ecrm_desktop.values.fixed_digits import only_digits

_LENGTH = 10
# Leading zeros are lost in spreadsheets; the civil registry gives no more than two.
_SHORTEST = 8
_MODULUS = 11


class NationalId(CheckedText):
    """Ten Latin digits, padded on the left.

    Weights 10 to 2 give r = sum mod 11; the check digit is r if r < 2, else 11 − r. `parse` raises
    InvalidInput TEXT_EMPTY, NATIONAL_ID_LENGTH (length), NATIONAL_ID_WRONG.
    """

    __slots__ = ()

    @classmethod
    def _stored(cls, text: str) -> str:
        digits = only_digits(text)
        if digits is None:
            raise InvalidInput(Problem.NATIONAL_ID_WRONG)
        if not _SHORTEST <= len(digits) <= _LENGTH:
            raise InvalidInput(Problem.NATIONAL_ID_LENGTH, length=len(digits))
        digits = digits.zfill(_LENGTH)
        remainder = sum(int(digit) * (_LENGTH - place) for place, digit in enumerate(digits[:-1]))
        remainder %= _MODULUS
        check = remainder if remainder < 2 else _MODULUS - remainder  # noqa: PLR2004 - the formula
        if len(set(digits)) == 1 or int(digits[-1]) != check:
            raise InvalidInput(Problem.NATIONAL_ID_WRONG)
        return digits
