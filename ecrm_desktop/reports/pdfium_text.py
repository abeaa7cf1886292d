"""What PDFium, the engine of Chrome and Edge, has to be told so that it copies text as it is.

PDFium knows no bidi algorithm. In a document of the direction R2L it cuts each line of a page into
segments of one class, turns their order round, turns letters from right to left round as well,
and after such letters also neutral signs, whose brackets it mirrors. So a line that is drawn as the
eye sees it comes out right in its Persian words, but `info@example.com` as `com.example@info`.

Where that happens, glyphs get a replacement that only PDFium reads (`Page.text`): their text in the
order, and with the brackets, from which PDFium makes what is meant.
"""

import re
import unicodedata
from functools import lru_cache

_WORDS_KEPT = 4_000
_LEFT_MARK = "\u200e"
# Neither left nor right, and left out of what is copied: keeps neutral signs apart, because
# versions of PDFium differ in the order in which they give several that were replaced.
_APART = "\x93"
_PAIRS = "()[]{}<>«»‹›“”‘’≤≥"
_MIRRORED = dict(
    zip(_PAIRS, "".join(b + a for a, b in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)), strict=True)
)
_LAST = "\ufffc"  # PDFium leaves out of a replacement what comes after
_KINDS_OF_CLASSES = {
    "L": "L",
    "R": "R",
    "AL": "R",
    "NSM": "m",
    "BN": "m",
    "WS": "s",
} | dict.fromkeys(("EN", "AN", "CS", "ES", "ET"), "W")


class _Kinds(dict[int, str]):
    def __missing__(self, code: int) -> str:
        found = _KINDS_OF_CLASSES.get(unicodedata.bidirectional(chr(code)), "N")
        self[code] = found
        return found


_KINDS = _Kinds()
_SEGMENTS = re.compile("[Wm]+|L+|s+|N")
_WORD = re.compile("[Rms]*")
_PLAIN = re.compile("(?:[Rms]|W(?!W))*")
_ONE_RUN = re.compile("L+|W+")
_WORDS = re.compile("[Rm]+|.")


def kinds(text: str) -> str:
    """Return one letter for each character.

    L(eft), R(ight), W(eak: digits and what joins them), N(eutral), s(pace), m(ark on a letter, or
    invisible).
    """
    return text.translate(_KINDS)


def is_plain(kinds: str) -> bool:
    """Return whether a line of these kinds, from right to left, is copied as it is drawn."""
    return _PLAIN.fullmatch(kinds) is not None


def is_one_run(kinds: str) -> bool:
    """Return whether text of these kinds, from left to right, is copied as it is drawn."""
    return _ONE_RUN.fullmatch(kinds) is not None


@lru_cache(maxsize=_WORDS_KEPT)
def parts(text: str) -> list[str]:
    """Cut a word that runs from right to left into its letters and each other sign by itself."""
    found = kinds(text)
    if _WORD.fullmatch(found):
        return [text]
    return [text[part.start() : part.end()] for part in _WORDS.finditer(found)]


class Copying:
    """Follows a line in the order of reading."""

    def __init__(self) -> None:
        # Whether the last letters ran from right to left; not known of the cell before.
        self._right: bool | None = None

    def passed(self, kinds: str) -> None:
        """Note letters that are copied as they are drawn."""
        for kind in reversed(kinds):
            if kind in "RL":
                self._right = kind == "R"
                return

    def needs_replacement(self, character: str) -> bool:
        """Return whether a neutral sign in the line's direction is not copied as it is drawn."""
        return not self._right or character in _MIRRORED

    def replacement(self, text: str) -> str:
        """Return what PDFium has to read to copy `text`; empty if it cannot be told."""
        found = kinds(text)
        if max(text) > _LAST or "R" in found:
            self.passed(found)
            return ""
        segments: list[str] = []
        for part in _SEGMENTS.finditer(found):
            segment = text[part.start() : part.end()]
            kind = part[0][0]
            if kind == "N":
                segment = self._neutral(segment)
            elif kind == "L":
                self._right = False
            segments.append(segment)
        return "".join(reversed(segments))

    def _neutral(self, character: str) -> str:
        mark = ""
        if self._right is None and character in _MIRRORED:
            self._right, mark = False, _LEFT_MARK
        elif self._right:
            character = _MIRRORED.get(character, character)
        return _APART + character + _APART + mark
