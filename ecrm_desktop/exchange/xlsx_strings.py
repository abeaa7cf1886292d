"""The texts that the cells of an .xlsx file share, packed: millions of them fit in memory."""

import re
from array import array
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.sheets import EDGES, LONGEST_CELL
from ecrm_desktop.exchange.xlsx_package import Package
from ecrm_desktop.exchange.xlsx_portion import load_portion

MARK: Final = "\x01"
"""Begins a cell that has the number of a text instead of a text; no XML text may hold it."""

_USUAL: Final = b't="s"><v>'
_MARKED: Final = b't="str"><v>\x01'
_UNUSUAL = (b't="s"', b"t='s'", b't ="s"', b't= "s"')
_ANY = re.compile(rb"""\bt\s*=\s*(["'])s\1([^>]*>\s*<(?:\w+:)?v\b[^>]*>)\s*""")
_ITEM = re.compile(rb"<((?:\w+:)?)si\b")
_PLAIN = re.compile(rb'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_ENCODED = (b"&", b"_x", b"\r")
_LONGEST = 1 << 23  # bytes of one text
# Of more only the beginning is given: thousands of cells may share one text of megabytes.
_GIVEN = 4 * (LONGEST_CELL + 1)


class SharedStrings:
    """Reads the texts when they are first asked for."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._portions = self._read()
        self._packed = bytearray()
        self._ends = array("I", [0])

    def text(self, marked: str) -> str | None:
        """Return the text that a marked cell stands for.

        Raises FileError FILE_DAMAGED (path) if there is none.
        """
        if not marked:
            return None
        ends = self._ends
        try:
            number = int(marked[1:])
            while number + 1 >= len(ends):
                next(self._portions)
            begin, end = ends[number], ends[number + 1]
            if end - begin > _GIVEN:
                return self._packed[begin : begin + _GIVEN].decode(errors="ignore")
            return self._packed[begin:end].decode().strip(EDGES) or None
        except (ValueError, StopIteration) as error:
            raise FileError(Problem.FILE_DAMAGED, path=self._package.name) from error

    def _read(self) -> Iterator[None]:
        """Take in a portion of the texts each time."""
        rest = b""
        for piece in self._package.strings():
            rest += piece
            first = _ITEM.search(rest)
            if first and (at := rest.rfind(b"<%ssi" % first[1])) > first.start():
                self._take(rest[first.start() : at], first[1])
                yield
                rest = rest[at:]
            elif len(rest) > _LONGEST:
                raise FileError(Problem.FILE_DAMAGED, path=self._package.name)
        if first := _ITEM.search(rest):
            self._take(rest[first.start() :].partition(b"</%ssst" % first[1])[0], first[1])
            yield

    def _take(self, items: bytes, prefix: bytes) -> None:
        count = items.count(b"<%ssi" % prefix)
        texts = _PLAIN.findall(items)
        if len(texts) != count or any(sign in items for sign in _ENCODED):
            texts = self._parsed(items, prefix, count)
        self._packed += b"".join(texts)
        self._ends.extend(accumulate(map(len, texts), initial=self._ends.pop()))

    def _parsed(self, items: bytes, prefix: bytes, count: int) -> list[bytes]:
        """Return texts with fonts or anything else inside, as cells of them have it."""
        strings = b"".join((b"<%ssst>" % prefix, items, b"</%ssst>" % prefix))
        cells = b"".join([b'<row><c t="s"><v>%d</v></c></row>' % at for at in range(count)])
        found = load_portion(self._package, cells, strings=strings).to_python(skip_empty_area=False)
        texts = [str(row[0]).encode(errors="replace") for row in found[:count]]
        return texts + [b""] * (count - len(texts))


def marked(rows: bytes) -> bytes:
    """Return rows whose cells with a shared text have its number behind MARK."""
    rows = rows.replace(_USUAL, _MARKED)
    if any(sign in rows for sign in _UNUSUAL):
        rows = _ANY.sub(b't="str"\\2\x01', rows)
    return rows
