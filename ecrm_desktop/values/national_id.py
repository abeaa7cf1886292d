"""The Iranian national ID of a person (کد ملی) or company (شناسهٔ ملی) with its check digit."""

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.checked_text import CheckedText
from ecrm_desktop.values.fixed_digits import only_digits

_LENGTH = 10
# Leading zeros are lost in spreadsheets; the civil registry gives no more than two.
_SHORTEST = 8
_MODULUS = 11
_COMPANY_LENGTH = 11
_COMPANY_WEIGHTS = (29, 27, 23, 19, 17) * 2


class NationalId(CheckedText):
    """Ten Latin digits, padded on the left; eleven of a company.

    Weights 10 to 2 give r = sum mod 11; the check digit is r if r < 2, else 11 − r. To each of a
    company's digits the last but one + 2 is added; the weighted sum mod 11, 10 as 0, is the check
    digit. `parse` raises InvalidInput TEXT_EMPTY, NATIONAL_ID_LENGTH (length), NATIONAL_ID_WRONG.
    """

    __slots__ = ()

    @classmethod
    def _stored(cls, text: str) -> str:
        digits = only_digits(text)
        if digits is None:
            raise InvalidInput(Problem.NATIONAL_ID_WRONG)
        if len(digits) == _COMPANY_LENGTH:
            return _company_id(digits)
        if not _SHORTEST <= len(digits) <= _LENGTH:
            raise InvalidInput(Problem.NATIONAL_ID_LENGTH, length=len(digits))
        digits = digits.zfill(_LENGTH)
        remainder = sum(int(digit) * (_LENGTH - place) for place, digit in enumerate(digits[:-1]))
        remainder %= _MODULUS
        check = remainder if remainder < 2 else _MODULUS - remainder  # noqa: PLR2004 - the formula
        if len(set(digits)) == 1 or int(digits[-1]) != check:
            raise InvalidInput(Problem.NATIONAL_ID_WRONG)
        return digits


def _company_id(digits: str) -> str:
    added = int(digits[-2]) + 2
    total = sum(
        (int(digit) + added) * weight
        for digit, weight in zip(digits, _COMPANY_WEIGHTS, strict=False)
    )
    if len(set(digits)) == 1 or total % _MODULUS % 10 != int(digits[-1]):
        raise InvalidInput(Problem.NATIONAL_ID_WRONG)
    return digits
