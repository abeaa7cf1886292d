"""E-mail addresses."""

import re

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.checked_text import CheckedText
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.text import clean

_LIMIT = 254  # RFC 5321, 4.5.3.1.3
# The shape HTML asks of <input type=email>, with a dotted domain. Persian letters are a keyboard
# left on Persian far more often than an internationalised address.
_ADDRESS = re.compile(
    r"(?!\.)[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\.)@"
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]",
    re.ASCII | re.IGNORECASE,
)


class Email(CheckedText):
    """An address with its domain in small letters.

    `parse` raises InvalidInput TEXT_EMPTY, TEXT_UNREADABLE, TEXT_TOO_LONG (limit, length),
    EMAIL_WRONG.
    """

    __slots__ = ()

    @classmethod
    def _stored(cls, text: str) -> str:
        address = to_latin_digits(clean(text, limit=_LIMIT))
        if not address:
            raise InvalidInput(Problem.TEXT_EMPTY)
        if not _ADDRESS.fullmatch(address) or ".." in address:
            raise InvalidInput(Problem.EMAIL_WRONG)
        name, _at, domain = address.rpartition("@")
        return f"{name}@{domain.lower()}"
