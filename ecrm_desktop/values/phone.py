"""Phone numbers of Iran and abroad, stored as E.164."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Self

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.digits import to_latin_digits

_HOME: Final = "IR"
_HOME_CODE = "+98"
_MOBILE_LENGTH = 11  # 0912 345 6789
_LANDLINE_LENGTH = 11  # 021 8877 6655
_LOCAL_LENGTH = 8  # 8877 6655
_AREA_LENGTH = 3  # 021

_DROPPED = re.compile(r"[\s\-‐‑–−()./_\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]")
# (512) 757-6000: how the countries of +1 write, and nobody here, whose area codes begin with 0.
_AMERICAN = re.compile(r"\s*(?:\([2-8]\d{2}\)[\s.-]*\d{3}|[2-8]\d{2}[.-]\d{3})[\s.-]\d{4}\s*")
_USUAL_MOBILE = re.compile(r"09[0-9]{9}")
# +98, 0098 or 98 before a whole number, with or without the 0 that does not belong there.
_HOME_PREFIX = re.compile(r"^(?:\+98|0098|98(?=0?9\d{8}|0\d{10}$|[1-8]\d{9}$))0?")


class PhoneKind(StrEnum):
    """What a number is, as far as its digits tell."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    FOREIGN = "foreign"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Phone:
    """A valid phone number; `number` is E.164 (`+989123456789`).

    A file may say an `extension`, or with - the last digits of a range of numbers.
    """

    number: str
    kind: PhoneKind
    extension: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text: str, *, area_code: str = "", region: str = _HOME) -> Self:
        """Read a number in any usual spelling; `area_code` completes a landline typed without it.

        `region` is the ISO 3166 country whose national spelling is meant. Raises InvalidInput
        TEXT_EMPTY, PHONE_NOT_DIGITS, PHONE_TOO_SHORT (missing), PHONE_TOO_LONG (extra),
        PHONE_NEEDS_AREA, PHONE_ABROAD, PHONE_INVALID.
        """
        if _USUAL_MOBILE.fullmatch(text) and region == _HOME:
            return cls(_HOME_CODE + text[1:], PhoneKind.MOBILE)
        typed = _DROPPED.sub("", to_latin_digits(text))
        if not typed:
            raise InvalidInput(Problem.TEXT_EMPTY)
        if not re.fullmatch(r"\+?[0-9]+", typed):
            raise InvalidInput(Problem.PHONE_NOT_DIGITS)
        if region == _HOME and _AMERICAN.fullmatch(to_latin_digits(text)):
            raise InvalidInput(Problem.PHONE_ABROAD)
        if region != _HOME:
            return cls(*_by_library((typed, area_code + typed), region))
        if typed.startswith("00") and not typed.startswith("0098"):
            typed = "+" + typed[2:]
        digits = _HOME_PREFIX.sub("0", typed, count=1)
        if digits.startswith("+"):
            return cls(*_by_library((digits,), region))
        if digits.startswith("09") or (digits.startswith("9") and len(digits) > _LOCAL_LENGTH):
            dialled = "0" + digits.removeprefix("0")
            _check_length(dialled, _MOBILE_LENGTH)
            return cls(_HOME_CODE + dialled[1:], PhoneKind.MOBILE)
        return cls(*_landline(digits, area_code))

    @property
    def national(self) -> str:
        """The number as dialled in Iran, without spaces; a foreign one as `+44…`."""
        return national(self.number)

    @property
    def grouped(self) -> str:
        """The number in groups, `0912 345 6789`: isolate it in right-to-left text."""
        return grouped(self.number)


def national(number: str) -> str:
    """Return an E.164 number as dialled in Iran, without spaces."""
    return "0" + number[len(_HOME_CODE) :] if number.startswith(_HOME_CODE) else number


def grouped(number: str) -> str:
    """Return an E.164 number as it is read aloud, in groups."""
    if not number.startswith(_HOME_CODE):
        return _grouped_abroad(number)
    dialled = national(number)
    if dialled.startswith("09"):
        return f"{dialled[:4]} {dialled[4:7]} {dialled[7:]}"
    area, local = dialled[:_AREA_LENGTH], dialled[_AREA_LENGTH:]
    return f"{area} {local[:4]} {local[4:]}".rstrip()


def _grouped_abroad(number: str) -> str:
    import phonenumbers  # noqa: PLC0415 - slow to load and rarely needed

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _landline(digits: str, area_code: str) -> tuple[str, PhoneKind]:
    area = to_latin_digits(area_code).strip().lstrip("0")
    if digits.startswith("0"):
        dialled = digits
    elif len(digits) == _LANDLINE_LENGTH - 1:
        dialled = "0" + digits
    elif area:
        dialled = f"0{area}{digits}"
    else:
        _check_length(digits, _LOCAL_LENGTH)
        raise InvalidInput(Problem.PHONE_NEEDS_AREA)
    try:
        # Offices have short numbers too, so only the library knows which lengths are real.
        return _by_library((dialled,), _HOME)
    except InvalidInput:
        _check_length(dialled, _LANDLINE_LENGTH)
        raise


def _check_length(digits: str, wanted: int) -> None:
    if len(digits) < wanted:
        raise InvalidInput(Problem.PHONE_TOO_SHORT, missing=wanted - len(digits))
    if len(digits) > wanted:
        raise InvalidInput(Problem.PHONE_TOO_LONG, extra=len(digits) - wanted)


def _by_library(spellings: tuple[str, ...], region: str) -> tuple[str, PhoneKind]:
    import phonenumbers  # noqa: PLC0415 - slow to load; Iranian mobiles never need it

    for spelling in spellings:
        try:
            parsed = phonenumbers.parse(spelling, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(parsed):
            number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
            if parsed.country_code != phonenumbers.country_code_for_region(region):
                return number, PhoneKind.FOREIGN
            kinds = {
                phonenumbers.PhoneNumberType.MOBILE: PhoneKind.MOBILE,
                phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE: PhoneKind.MOBILE,
                phonenumbers.PhoneNumberType.FIXED_LINE: PhoneKind.LANDLINE,
            }
            return number, kinds.get(phonenumbers.number_type(parsed), PhoneKind.OTHER)
    raise InvalidInput(Problem.PHONE_INVALID)
