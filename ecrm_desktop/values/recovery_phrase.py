"""The recovery phrase: a secret of 16 bytes as nine groups of six digits that people can copy."""

import re
from hashlib import blake2b

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.digits import to_latin_digits

GROUPS = 9
GROUP_DIGITS = 6
_BYTES_PER_GROUP = 2
# Each group is sixteen bits times this: one wrong digit, or two neighbours swapped, never gives
# another multiple of eleven, so every group is checked by itself.
_FACTOR = 11
_SEPARATORS = re.compile(r"[\s\-_.,،/|\u2010-\u2015\u200c\u200e\u200f\u2066-\u2069]+")


def to_phrase(secret: bytes) -> tuple[str, ...]:
    """Return the groups in Latin digits; the last one checks the order of the others."""
    checked = secret + _check(secret)
    return tuple(
        f"{_FACTOR * int.from_bytes(checked[at : at + _BYTES_PER_GROUP]):0{GROUP_DIGITS}}"
        for at in range(0, len(checked), _BYTES_PER_GROUP)
    )


def is_group(text: str) -> bool:
    """Tell whether these are six digits, Persian or Latin, that can be a group of a phrase."""
    digits = to_latin_digits(text)
    return (
        len(digits) == GROUP_DIGITS
        and digits.isascii()
        and digits.isdigit()
        and int(digits) % _FACTOR == 0
        and int(digits) // _FACTOR < 1 << 8 * _BYTES_PER_GROUP
    )


def parse_phrase(text: str, groups: int = GROUPS) -> bytes:
    """Return the secret of a phrase in Persian or Latin digits with any spaces, dashes or lines.

    It has two bytes a group, less those of the last.

    Raises InvalidInput: PHRASE_NOT_DIGITS, PHRASE_LENGTH (digits, needed), PHRASE_GROUP_WRONG
    (group, from 1) or PHRASE_ORDER_WRONG.
    """
    parts = split_phrase(text)
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise InvalidInput(Problem.PHRASE_NOT_DIGITS)
    if len(parts) != groups:
        digits = "".join(parts)
        needed = groups * GROUP_DIGITS
        if len(digits) != needed:
            raise InvalidInput(Problem.PHRASE_LENGTH, digits=len(digits), needed=needed)
        parts = [digits[at : at + GROUP_DIGITS] for at in range(0, len(digits), GROUP_DIGITS)]
    for number, part in enumerate(parts, start=1):
        if not is_group(part):
            raise InvalidInput(Problem.PHRASE_GROUP_WRONG, group=number)
    checked = b"".join((int(part) // _FACTOR).to_bytes(_BYTES_PER_GROUP) for part in parts)
    secret, check = checked[:-_BYTES_PER_GROUP], checked[-_BYTES_PER_GROUP:]
    if _check(secret) != check:
        raise InvalidInput(Problem.PHRASE_ORDER_WRONG)
    return secret


def split_phrase(text: str) -> list[str]:
    """Return the groups of a phrase as they were typed, in Latin digits, not yet checked."""
    return [part for part in _SEPARATORS.split(to_latin_digits(text)) if part]


def _check(secret: bytes) -> bytes:
    return blake2b(secret, digest_size=_BYTES_PER_GROUP, person=b"ECRM phrase").digest()
