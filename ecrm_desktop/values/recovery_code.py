"""An owner's recovery code: four groups of six digits that stand in for a forgotten password."""

from secrets import token_bytes
from typing import Final

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.recovery_phrase import (
    GROUP_DIGITS,
    parse_phrase,
    split_phrase,
    to_phrase,
)

CODE_GROUPS: Final = 4
# With argon2id nobody tries 2^48 of them.
_SIZE: Final = 6


def new_recovery_code() -> str:
    """Return a code that nobody has, its groups in Latin digits with spaces between."""
    return " ".join(to_phrase(token_bytes(_SIZE)))


def parse_recovery_code(text: str) -> str:
    """Return a code as `new_recovery_code` wrote it, from Persian or Latin digits with any spaces.

    Raises InvalidInput PHRASE_GROUP_WRONG (group, from 1) where one is mistyped, else
    RECOVERY_CODE_WRONG.
    """
    try:
        return " ".join(to_phrase(parse_phrase(text, CODE_GROUPS)))
    except InvalidInput as error:
        if error.problem is Problem.PHRASE_GROUP_WRONG:
            raise
        raise InvalidInput(Problem.RECOVERY_CODE_WRONG) from None


def has_code_length(text: str) -> bool:
    """Tell whether so many digits were typed as a code has."""
    return len("".join(split_phrase(text))) == CODE_GROUPS * GROUP_DIGITS
