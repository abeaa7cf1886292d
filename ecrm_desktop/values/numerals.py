"""Reading of typed numbers, in which nothing is guessed."""

import re

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.digits import to_latin_digits

# Groups of three with one and the same separator: `1,5` is not 15 and `12,50` is not 1250.
_NUMBER = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:(?P<separator>[,٬،\N{RIGHT SINGLE QUOTATION MARK}' ])[0-9]{3})"
    r"(?:(?P=separator)[0-9]{3})*|[0-9]*)"
    r"(?:[.٫](?P<fraction>[0-9]+))?"
)
_SIGNS = "-\N{MINUS SIGN}\N{EN DASH}\N{FULLWIDTH HYPHEN-MINUS}\N{SMALL HYPHEN-MINUS}"
_MARKS = dict.fromkeys(map(ord, "\u200c\u200e\u200f\u061c\u2066\u2067\u2068\u2069\ufeff"))


def parse_scaled(text: str, places: int, *, limit: int) -> int:
    """Read a number that is not negative as an integer of 10^-places: "1.5" with 3 is 1500.

    Persian, Arabic or Latin digits, groups of three apart by , ٬ ، or spaces, decimals after . or
    ٫. Raises InvalidInput TEXT_EMPTY, NUMBER_WRONG, NUMBER_NEGATIVE, NUMBER_DECIMALS (places) and
    NUMBER_TOO_LARGE (limit, as a whole number of what was typed).
    """
    plain = " ".join(to_latin_digits(text.translate(_MARKS)).split())
    if not plain:
        raise InvalidInput(Problem.TEXT_EMPTY)
    unsigned = plain.strip(_SIGNS + "+ ")
    match = _NUMBER.fullmatch(unsigned)
    if not match or not unsigned:
        raise InvalidInput(Problem.NUMBER_WRONG)
    if any(sign in plain for sign in _SIGNS):
        raise InvalidInput(Problem.NUMBER_NEGATIVE)
    whole = re.sub("[^0-9]", "", match["whole"]).lstrip("0")
    fraction = (match["fraction"] or "").rstrip("0")
    if len(fraction) > places:
        raise InvalidInput(Problem.NUMBER_DECIMALS, places=places)
    # Compared by length first: int() itself refuses thousands of digits.
    if (
        len(whole) + places > len(str(limit))
        or int(whole + fraction.ljust(places, "0") or "0") > limit
    ):
        raise InvalidInput(Problem.NUMBER_TOO_LARGE, limit=limit // 10**places)
    return int(whole + fraction.ljust(places, "0") or "0")
