"""Tells what a title means: a title is more than a word in it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ecrm_desktop.exchange.fields import FIELDS, ORDER_AMOUNTS
from ecrm_desktop.exchange.money_words import SCALE_WORDS, UNIT_WORDS
from ecrm_desktop.exchange.sheets import LEVELS
from ecrm_desktop.exchange.title_words import (
    BESIDE,
    REFERRERS,
    SOMEBODY,
    SOMETHING,
    TOTALS,
    VAGUE,
    WORDS,
)
from ecrm_desktop.i18n import language
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import fold, fold_compact

EXACT: Final = 100
"""The certainty of a title that is one of the known ones, or a field's own name."""

_ABOUT_REFERRER: Final = 90
_WHOLE_TITLES: Final = frozenset(
    {
        *ORDER_AMOUNTS,
        *("status", "refunded", "currency", "time", "channel", "seller", "payment", "note"),
    }
)
_MONEY: Final = frozenset((*UNIT_WORDS, *SCALE_WORDS, "به", "in", "به‌"))
_ROW_NUMBERS: Final = frozenset(
    map(fold_compact, ("ردیف", "رديف", "شماره ردیف", "row", "row number", "index", "unnamed 0"))
)
_PLACES: Final = frozenset({"mailing", "billing", "primary", "main", "default", "اصلی"})
_LONGEST = 200  # letters; what is longer is no title
_NEXT = 25  # what the second field of a title that may mean two is less certain
_BRACKETS = re.compile(r"[(\[{<][^)\]}>]{0,200}[)\]}>]")
_NO_WORD = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def words_of(title: str) -> list[str]:
    """Return the folded words of a title: `CustomerName` and `customer_name` have the same."""
    return _NO_WORD.sub(" ", fold(_CAMEL.sub(" ", title[:_LONGEST]))).split()


@cache
def _known(kind: ImportKind, spoken: str) -> dict[str, list[str]]:  # noqa: ARG001 - of the titles
    """Return title without spaces → the fields it may mean."""
    fields = FIELDS[kind].values()
    # A field's own name is never another one's.
    titles = [(field.name, field.name) for field in fields]
    for field in fields:
        said = (field.title, *WORDS[kind].get(field.name, ()))
        titles += [(field.name, title) for title in said]
    found: dict[str, list[str]] = {}
    for name, title in titles:
        key = "".join(words_of(title))
        if key and name not in found.setdefault(key, []):
            found[key].append(name)
    return found


@cache
def _phrases(kind: ImportKind) -> list[tuple[list[str], str, int]]:
    """Return known titles of at least four letters as words, longest first."""
    return sorted(
        (
            (words_of(word), field, len(fold_compact(word)))
            for field, words in WORDS[kind].items()
            # What is shipped how is no cost.
            if not (kind is ImportKind.PURCHASES and field in _WHOLE_TITLES)
            for word in words
            if len(fold_compact(word)) > 2  # noqa: PLR2004 - "id" is in every other title
        ),
        key=lambda phrase: -phrase[2],
    )


_ORDER: Final = frozenset({"سفارش", "order"})


@cache
def _totals() -> frozenset[str]:
    return frozenset("".join(words_of(one)) for one in re.split(r"[|\n]", TOTALS.strip()))


def is_order_total(title: str) -> bool:
    """Tell whether a title may be that of what whole orders cost."""
    return "".join(words_of(_BRACKETS.sub(" ", title))) in _totals()


def names_order(title: str) -> bool:
    """Tell whether it is one that says so: a total of lines is never called the order's."""
    return is_order_total(title) and not _ORDER.isdisjoint(words_of(title))


def is_known(title: str) -> bool:
    """Tell whether a text is one of the known titles, of any kind of records."""
    key = "".join(words_of(title))
    return any(key in _known(kind, language()) for kind in ImportKind)


def says_what(title: str) -> bool:
    """Tell whether one of its words may be a title, as in «اطلاعات مشتری»."""
    return not VAGUE.isdisjoint(words_of(title))


def meanings(title: str, kind: ImportKind) -> Iterator[tuple[str, int]]:
    """Yield the fields that a title may mean with a certainty from 1 to EXACT.

    Less certain than a known title is one that has a known one among its words; what is in
    brackets (a unit, a hint) counts only where nothing else is known. A known title within a longer
    one is none, nor is a vague word beside others («کد تخفیف»), nor anything beside words that make
    the column somebody else's or something else's.
    """
    known = _known(kind, language())
    for text in _readings(title):
        fields = known.get("".join(words_of(text)))
        if fields:
            # The first of several fields that share a title is the likelier one.
            yield from ((field, EXACT - _NEXT * at) for at, field in enumerate(fields))
            return
    if kind is ImportKind.CUSTOMERS and not REFERRERS.isdisjoint(words_of(title)):
        yield "referrer", _ABOUT_REFERRER
        return
    if is_foreign(title) or is_foreign(title.rpartition(LEVELS)[0]):
        return
    words = words_of(_BRACKETS.sub(" ", title)) or words_of(title)
    length = len("".join(words))
    inside = _inside_known(words)
    seen: set[str] = set()
    for phrase, field, letters in _phrases(kind):
        if field in seen:
            continue
        at = _find(words, phrase)
        if at is None or (len(phrase) == 1 and at in inside):
            continue
        if any(len(known) > len(phrase) and known.issuperset(range(at, at + len(phrase)))
               for known in _known_spans(words)):  # fmt: skip
            continue
        if len(phrase) == 1 and phrase[0] in VAGUE and not _is_alone(words, at):
            continue
        seen.add(field)
        yield field, 30 + 50 * letters // max(length, 1)


def is_foreign(title: str) -> bool:
    """Tell whether a title that is not known makes its column somebody else's or something else's.

    «موبایل معرف» is no customer's phone, and a country's code is none of a customer.
    """
    if is_somebody_else(title):
        return True
    words = words_of(_BRACKETS.sub(" ", title)) or words_of(title)
    inside = _inside_known(words)
    return any(word in SOMETHING and at not in inside for at, word in enumerate(words))


def is_row_number(title: str) -> bool:
    """Tell whether a title says that its column only counts the rows."""
    return "".join(words_of(title)) in _ROW_NUMBERS or title.strip() == "#"


def is_somebody_else(title: str) -> bool:
    """Tell whether a title, its brackets or the one above it name somebody else than customers."""
    words = words_of(title)
    inside = _inside_known(words)
    return any(word in SOMEBODY and at not in inside for at, word in enumerate(words))


def _readings(title: str) -> Iterator[str]:
    """Yield the title as it may be a known one: whole, without a hint, with the one above it."""
    yield title
    if is_somebody_else(title):
        return
    plain = _BRACKETS.sub(" ", title)
    yield plain
    above, levels, own = plain.rpartition(LEVELS)
    if levels:
        yield f"{own} {above}"
        yield f"{above} {own}"
        if is_foreign(above):
            return
        yield own
    words = words_of(own if levels else plain)
    if words[:1] and words[0] in _PLACES:
        yield " ".join(words[1:])
    said = [word for word in words if word not in _MONEY and word not in {"1000", "1000000"}]
    if len(said) < len(words):
        yield " ".join(said)


@cache
def _longer_phrases() -> dict[str, list[list[str]]]:
    """Return the known titles of several words, of all kinds of records, by their first one."""
    found: dict[str, list[list[str]]] = {}
    for fields in WORDS.values():
        for titles in fields.values():
            for words in map(words_of, titles):
                if len(words) > 1 and words not in found.setdefault(words[0], []):
                    found[words[0]].append(words)
    return found


def _known_spans(words: list[str]) -> list[set[int]]:
    phrases = _longer_phrases()
    return [
        set(range(at, at + len(phrase)))
        for at, word in enumerate(words)
        for phrase in phrases.get(word, ())
        if words[at : at + len(phrase)] == phrase
    ]


def _inside_known(words: list[str]) -> set[int]:
    """Return the places of the words that belong to known titles of several words."""
    return set().union(*_known_spans(words))


def _is_alone(words: list[str], at: int) -> bool:
    """Tell whether all other words leave the meaning of this one as it is."""
    return all(
        other in BESIDE or other.isdecimal() for place, other in enumerate(words) if place != at
    )


def _find(words: list[str], phrase: list[str]) -> int | None:
    count = len(phrase)
    places = range(len(words) - count + 1)
    return next((at for at in places if words[at : at + count] == phrase), None)
