"""Counts what a sheet of an .xlsx file does not say though a person would see something there."""

import re
from collections import Counter
from typing import Final

from ecrm_desktop.exchange.sheets import Lost

_END: Final = re.compile(rb"</(?:\w+:)?c>")
_PLACE: Final = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,4})""")
_KIND: Final = re.compile(rb"""\bt\s*=\s*["'](\w+)""")
_HIDDEN_ROW: Final = re.compile(rb"""<(?:\w+:)?row\b[^>]{0,400}?\shidden\s*=\s*["'](?:1|true)""")
_EMPTY_VALUE: Final = re.compile(rb"<(?:\w+:)?v\s*/>|<(?:\w+:)?v\s*></(?:\w+:)?v>")
_VALUE: Final = re.compile(rb"<(?:\w+:)?v\b")
# Of most files a search for these is all that is needed.
_SIGNS: Final = (b'"e"', b"'e'", b"/f></", b"<v></", b"v/>", b"v />", b"/></c>")


class LostCells:
    """Counts over the portions of a sheet."""

    def __init__(self) -> None:
        self._formulas: Counter[int] = Counter()
        self._errors: Counter[int] = Counter()
        self._hidden_rows = 0

    def look(self, rows: bytes) -> None:
        """Count in some whole rows."""
        if b"hidden" in rows:
            self._hidden_rows += len(_HIDDEN_ROW.findall(rows))
        if not any(sign in rows for sign in _SIGNS):
            return
        for piece in _END.split(rows):
            begin = max(piece.rfind(b"<c "), piece.rfind(b":c "))
            attributes, _, content = piece[max(begin, 0) :].partition(b">")
            kind = _KIND.search(attributes)
            is_error = kind is not None and kind[1] == b"e"
            if not is_error and not (b"f>" in content or b"f " in content or b"f/" in content):
                continue
            has_value = bool(_VALUE.search(_EMPTY_VALUE.sub(b"", content)))
            place = _PLACE.search(attributes)
            if place is None:
                continue
            if is_error and has_value:
                self._errors[_position(place[1])] += 1
            elif not has_value and (kind is None or kind[1] != b"str"):
                self._formulas[_position(place[1])] += 1

    def found(self) -> Lost:
        """Return what was counted."""
        return Lost(
            formulas=tuple(sorted(self._formulas.items())),
            errors=tuple(sorted(self._errors.items())),
            hidden_rows=self._hidden_rows,
        )


def _position(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1
