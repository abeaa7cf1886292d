"""Reads what was typed into a search box: words and numbers, quoted for the full-text index."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ecrm_desktop.values.text import fold, other_keyboard

TRIGRAM: Final = 3
_NUMERIC = re.compile(r"[+(]*\d[\d\-./()]*")
_SIGNS = re.compile(r"\D")
_HOME_CODE = "98"
# Longer input is a text that was pasted by mistake; nobody is called so.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a customer's line must contain, in any of its `spellings`.

    A number that was typed in groups (`0912 345`) also stands as its `parts`.
    """

    spellings: tuple[str, ...]
    parts: tuple[str, ...] = ()
    is_number: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it is too short to be found inside a word by trigrams."""
        return min(map(len, self.spellings)) < TRIGRAM


def read_terms(text: str) -> tuple[Term, ...]:
    """Return the terms of a search text in folded form; all of them have to be found."""
    terms: list[Term] = []
    run: list[str] = []
    for token in (*fold(text[:_LONGEST]).split(), ""):
        if _NUMERIC.fullmatch(token):
            run.append(token)
            continue
        if run:
            terms.append(_number(run))
            run = []
        if any(map(str.isalnum, token)):
            terms.append(Term((token,)))
    return tuple(terms)


def readings(text: str) -> tuple[tuple[Term, ...], ...]:
    """Return the terms as typed, then as the same keys give on the other keyboard layout."""
    read = [read_terms(one) for one in (text, other_keyboard(text.strip()) or "")]
    return tuple(terms for terms in read if terms)


def _number(run: Sequence[str]) -> Term:
    digits = _SIGNS.sub("", "".join(run))
    spellings = [digits]
    plain = digits.removeprefix("00")
    abroad = run[0].startswith("+") or len(plain) < len(digits)
    rest = plain.removeprefix(_HOME_CODE).removeprefix("0")
    if plain.startswith(_HOME_CODE) and rest:
        # Phones are indexed as dialled in Iran.
        spellings = ["0" + rest] if run[0].startswith("+") else [digits, "0" + rest]
    elif abroad and plain:
        spellings = [plain] if run[0].startswith("+") else [digits, plain]
    parts = tuple(_SIGNS.sub("", part) for part in run) if len(run) > 1 else ()
    return Term(tuple(dict.fromkeys(spellings)), parts, is_number=True)


def quoted(text: str) -> str:
    """Return a text as one FTS5 string, in which no sign is an operator."""
    return '"' + text.replace('"', '""') + '"'


def begins_word(text: str) -> str:
    """Return the FTS5 string for words that begin with the text."""
    # Two spaces stand before each word; one is enough where it makes a trigram, and rarer.
    return quoted(text.rjust(max(TRIGRAM, len(text) + 1)))


def match_inside(terms: Sequence[Term]) -> str:
    """Return the FTS5 query for lines that contain each term; short ones as a word's beginning."""
    return " AND ".join(_inside(term) for term in terms)


def match_long(terms: Sequence[Term]) -> str:
    """Return the FTS5 query for lines that contain each term that is not short; "" without any."""
    return match_inside([term for term in terms if not term.is_short])


def _inside(term: Term) -> str:
    found = [quoted(one) if len(one) >= TRIGRAM else begins_word(one) for one in term.spellings]
    if term.parts and min(map(len, term.parts)) >= TRIGRAM:
        found.append("(" + " AND ".join(map(quoted, term.parts)) + ")")
    return _any(found)


def _any(alternatives: Sequence[str]) -> str:
    return "(" + " OR ".join(alternatives) + ")" if len(alternatives) > 1 else alternatives[0]
