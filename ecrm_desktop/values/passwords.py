"""PINs and passwords: what may be one, how it is kept, and how long a wrong one makes wait."""

from functools import cache
from itertools import pairwise
from secrets import token_hex
from typing import TYPE_CHECKING

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.text import clean

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST = 4
RESET_DAYS = 3
"""Days of work, after the one on which it was asked for, before a reset removes a password."""
_PATIENCE = 3  # fewer wrong ones are typing mistakes and cost no time
_FIRST_WAIT, _LONGEST_WAIT = 5, 900


def same_typed(text: str) -> str:
    """Return a password as it is compared: the same on a Persian and on a Latin keyboard's digits.

    Raises those of `clean`.
    """
    return to_latin_digits(clean(text))


def parse_new_password(text: str) -> str:
    """Return what may become somebody's password.

    Raises InvalidInput PASSWORD_TOO_SHORT (least), PASSWORD_TOO_EASY (1234, 0000, 1212 …) or those
    of `clean`.
    """
    password = same_typed(text)
    if len(password) < LEAST:
        raise InvalidInput(Problem.PASSWORD_TOO_SHORT, least=LEAST)
    steps = {ord(after) - ord(before) for before, after in pairwise(password)}
    if steps in ({1}, {-1}) or len(set(password[::2])) == len(set(password[1::2])) == 1:
        raise InvalidInput(Problem.PASSWORD_TOO_EASY)
    return password


def hash_password(password: str) -> str:
    """Return the text that is kept of a password; it takes a tenth of a second and 64 MiB."""
    return _hasher().hash(same_typed(password))


def unknown_password() -> str:
    """Return the hash of a password that nobody knows: only another way in removes it."""
    return hash_password(token_hex(32))


def is_password(password: str, kept: str) -> bool:
    """Return whether a password is the one of which `kept` is the hash; as slow as hashing."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - as below

    try:
        return _hasher().verify(kept, same_typed(password))
    except (VerificationError, InvalidHashError, InvalidInput):
        return False


def seconds_to_wait(wrong: int) -> int:
    """Return how long nobody may try again after so many wrong passwords in a row."""
    if wrong < _PATIENCE:
        return 0
    # Bounded before it is shifted: nobody should count to a number of a thousand digits.
    return min(_FIRST_WAIT << min(wrong - _PATIENCE, 20), _LONGEST_WAIT)


@cache
def _hasher() -> "PasswordHasher":
    # Most starts of the program ask for no password.
    from argon2 import PasswordHasher  # noqa: PLC0415

    # The second choice of RFC 9106, section 4: 64 MiB for a moment is what a PC of 4 GB can spare.
    return PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4)
