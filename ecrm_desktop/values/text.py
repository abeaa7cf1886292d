"""Text as people type it: cleaned for storing, folded for finding, keyed for sorting."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.digits import to_latin_digits

ZWNJ: Final = "\u200c"
_ZWJ = "\u200d"
_LRI = "\u2066"
_FSI = "\u2068"
_PDI = "\u2069"

# Marks that steer drawing, not content: left there they make equal texts differ unseen.
_INVISIBLE = (
    "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_SPACES = "\t\x1c\x1d\x1e\x1f\u00a0\u1680\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_LINE_ENDS = "\n\v\f\r\x85\u2028\u2029"


def _presentation_forms() -> dict[int, str]:
    # Old programs and PDF files give letters already shaped; NFC leaves those alone.
    forms = {}
    for code in (*range(0xFB50, 0xFDF3), *range(0xFE80, 0xFEFD)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code) and plain.isalpha():
            forms[code] = plain
    return forms


def _cleaning_table() -> dict[int, str | None]:
    persian = str.maketrans("يىك", "ییک")
    table: dict[int, str | None] = {
        code: plain.translate(persian) for code, plain in _presentation_forms().items()
    }
    table |= {ord("ي"): "ی", ord("ى"): "ی", ord("ك"): "ک"}
    table |= dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)))
    table |= dict.fromkeys(map(ord, _INVISIBLE))
    # A separator of any kind stays a separator, so that words do not run together.
    table |= dict.fromkeys(map(ord, _SPACES), " ")
    table |= dict.fromkeys(map(ord, _LINE_ENDS), "\n")
    return table


_CLEANING = _cleaning_table()
# With halves of characters, which are none.
_UNCLEAN: Final = re.compile(f"[{re.escape(''.join(map(chr, _CLEANING)))}\ud800-\udfff]")
# Joiners have nothing to join at the end of a text.
_EDGES = " " + ZWNJ + _ZWJ
_EDGES_AND_ENDS = _EDGES + "\n"


def clean(text: str, *, limit: int = 200) -> str:
    """Return one line of text ready for storing, "" if nothing is left.

    Persian letters, composed (NFC), single spaces, no control or bidi marks; ZWNJ is content and
    stays inside words. Raises InvalidInput TEXT_UNREADABLE, TEXT_TOO_LONG (limit, length).
    """
    return _limited(" ".join(_readable(text).split()).strip(_EDGES), limit)


def clean_multiline(text: str, *, limit: int = 20_000) -> str:
    """Return text of several lines ready for storing: as `clean`, with spaces inside kept."""
    readable = _readable(text.replace("\r\n", "\n"))
    if "\n" in readable:
        readable = "\n".join([line.rstrip(_EDGES) for line in readable.split("\n")])
    return _limited(readable.strip(_EDGES_AND_ENDS), limit)


def _readable(text: str) -> str:
    # Nearly all text is clean, and to see that takes a tenth of the time.
    if not _UNCLEAN.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidInput(Problem.TEXT_UNREADABLE) from None
    composed = unicodedata.normalize("NFC", text).translate(_CLEANING)
    # Removing a mark may have brought a letter and its accent together.
    return unicodedata.normalize("NFC", composed)


def _limited(text: str, limit: int) -> str:
    if len(text) > limit:
        raise InvalidInput(Problem.TEXT_TOO_LONG, limit=limit, length=len(text))
    return text


_SAME_LETTER = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ؤۆۇۈۋ", "و"),
        **dict.fromkeys("ئيىېێےۍ", "ی"),
        **dict.fromkeys("ةۀۂہۃھە", "ه"),
        **dict.fromkeys("كڪ", "ک"),
        "ګ": "گ",
        "ٹ": "ت",
        "ڈ": "د",
        "ڑ": "ر",
        "ڕ": "ر",
        "ں": "ن",
        "ڵ": "ل",
        "ڤ": "ف",
        # Kashida only stretches; a lone hamza is written or left out at will (علاءالدین).
        "\u0640": "",
        "\u0621": "",
        ZWNJ: "",
        _ZWJ: "",
        **dict.fromkeys(_INVISIBLE, ""),
    }
)


class _Folding(dict[int, int | str]):
    """How one character folds, worked out when it is first met.

    Folding never looks at neighbours, so a table for `str.translate` is all that a search or an
    index of a million names has to pay for.
    """

    def __missing__(self, code: int) -> int | str:
        character = chr(code)
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
        kept = "".join(map(_fold_plain, plain))
        self[code] = ord(kept) if len(kept) == 1 else kept
        return self[code]


def _fold_plain(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    is_variation = "\ufe00" <= character <= "\ufe0f"
    if unicodedata.combining(character) or is_variation or category in {"Cc", "Cs"}:
        return ""
    return to_latin_digits(character).translate(_SAME_LETTER)


_FOLDING = _Folding()
# Names and cities of a list come again and again.
_REMEMBERED: Final = 1 << 12


def fold(text: str) -> str:
    """Return the search form: one spelling for all ways to type the same letters.

    Lower case, Latin digits, no harakat, kashida, hamza, accents or ZWNJ; single spaces.
    """
    return " ".join(text.translate(_FOLDING).split())


@lru_cache(maxsize=_REMEMBERED)
def fold_compact(text: str) -> str:
    """Return `fold` without spaces: `علی رضا`, `علی‌رضا` and `علیرضا` are one text."""
    return text.translate(_FOLDING).replace(" ", "")


# The alphabet takes the ASCII codes between the digits and the small letters, so that bytes sort
# as people do and a key is no longer than its name.
_ALPHABET = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_FIRST_LETTER = ord(":")


class _SortKeys(dict[int, int | str]):
    """How one character sorts, worked out when it is first met."""

    def __missing__(self, code: int) -> int | str:
        folded = _FOLDING[code]
        text = chr(folded) if isinstance(folded, int) else folded
        # Only here does the sort see more than the search: آ comes before ا.
        text = "آ" if unicodedata.normalize("NFKC", chr(code)) == "آ" else text
        self[code] = "".join(map(_sort_plain, text))
        return self[code]


def _sort_plain(letter: str) -> str:
    if letter in _ALPHABET:
        return chr(_FIRST_LETTER + _ALPHABET.index(letter))
    # Punctuation makes room for the letters and comes before the digits.
    is_sign = letter > "9" and unicodedata.category(letter)[0] in "PS"
    return "!" if is_sign else letter


_SORT_KEYS = _SortKeys()


@lru_cache(maxsize=_REMEMBERED)
def sort_key(text: str) -> str:
    """Return a key whose plain binary order is the reader's: digits, Persian letters, then others.

    Spaces sort first, ZWNJ, accents and case do not count; the key is for ORDER BY, not for eyes.
    """
    composed = unicodedata.normalize("NFC", text)
    return " ".join(composed.translate(_SORT_KEYS).split())


def isolate(text: str) -> str:
    """Wrap a phone, code, address or path so that right-to-left text around it cannot reorder it.

    For showing only: stored text never has these marks.
    """
    return f"{_LRI}{text}{_PDI}" if text else ""


def isolate_words(text: str) -> str:
    """Wrap people's own words inside a sentence: their first letter says which way they run.

    For showing only, as `isolate`.
    """
    return f"{_FSI}{text}{_PDI}" if text else ""


def runs_right_to_left(text: str, *, anywhere: bool = False) -> bool | None:
    """Return whether a text begins right to left, None if nothing in it says so.

    What is isolated says nothing about what is around it. `anywhere`: one such letter is enough.
    """
    kinds: list[str] = []
    depth = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"LRI", "RLI", "FSI"}:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in {"L", "R", "AL"}:
            if not anywhere:
                return kind != "L"
            kinds.append(kind)
    return any(kind != "L" for kind in kinds) if kinds else None


# ISIRI 9147, the standard Persian keyboard, key by key beside the US one.
_US_KEYS = "qwertyuiop[]asdfghjkl;'\\zxcvbnm,"
_PERSIAN_KEYS = "ضصثقفغعهخحجچشسیبلاتنمکگپظطزرذدئو"
_US_SHIFT_KEYS = "ASDFGHJZCM"
_PERSIAN_SHIFT_KEYS = "ؤئيإأآةكژء"

_TO_PERSIAN_KEYS = str.maketrans(
    # Shift with a key that holds a vowel mark: the capital was meant as the letter.
    _US_KEYS.upper() + _US_KEYS + _US_SHIFT_KEYS,
    _PERSIAN_KEYS * 2 + _PERSIAN_SHIFT_KEYS,
)
_TO_US_KEYS = str.maketrans("ؤإأآةژء" + "يكى" + _PERSIAN_KEYS, "AFGHJCM" + "d;d" + _US_KEYS)


def other_keyboard(text: str) -> str | None:
    """Return what the same keys give on the other layout, Persian or US; None if it is the same.

    `ugd` is `علی`. Text that mixes both alphabets was typed on purpose and gives None.
    """
    has_persian = any(letter in _ALPHABET or ord(letter) in _TO_US_KEYS for letter in text)
    letters = text.lower().replace(" ", "")
    has_latin = any("a" <= letter <= "z" for letter in letters)
    # `;,` is «کو»: signs that are letters on the other layout, if nothing else was typed.
    only_signs = bool(letters) and all(letter in _US_KEYS for letter in letters)
    if has_persian == (has_latin or only_signs):
        return None
    return text.translate(_TO_US_KEYS if has_persian else _TO_PERSIAN_KEYS)
