"""How large the sheets of a binary workbook are, before anybody keeps them in memory.

calamine keeps the whole rectangle between the first and the last cell of a sheet; one stray cell in
a small file must not fill the memory.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ecrm_desktop.errors import FileError, Problem

_FREE, _END_OF_CHAIN = 0xFFFFFFFF, 0xFFFFFFFE
_HEADER = 512
_ENTRY = 128
_STREAM, _ROOT = 2, 5

_BOF, _FILE_PASS = 0x0809, 0x002F
_CELLS: Final = frozenset({0x0203, 0x027E, 0x00FD, 0x0204, 0x0205, 0x0006, 0x0406, 0x00D6})
_MANY: Final = 0x00BD
_B_ROW: Final = 0
_B_STRINGS: Final = 0x9F
_B_CELLS: Final = frozenset((*range(2, 12), 62))


@dataclass(slots=True)
class Area:
    """The rectangle that holds the cells of a sheet, and how many cells there are."""

    top: int = -1
    bottom: int = -1
    left: int = 1 << 30
    right: int = -1
    cells: int = 0

    def add(self, row: int, left: int, right: int) -> None:
        """Count cells of one row."""
        self.top = row if self.top < 0 else min(self.top, row)
        self.bottom = max(self.bottom, row)
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.cells += right - left + 1

    @property
    def size(self) -> int:
        """How many cells the rectangle has."""
        return 0 if not self.cells else (self.bottom - self.top + 1) * (self.right - self.left + 1)


def areas_of_xls(content: bytes, name: str) -> list[Area]:
    """Return the areas of the sheets of an .xls file.

    Raises FileError FILE_ENCRYPTED, FILE_NOT_TABLE (path) for another kind of document, and
    FILE_DAMAGED.
    """
    try:
        stream = _workbook_stream(content)
        if stream is None:
            raise FileError(Problem.FILE_NOT_TABLE, path=name)
        return list(_areas(stream, name))
    except (struct.error, IndexError, ValueError, MemoryError) as error:
        raise FileError(Problem.FILE_DAMAGED, path=name) from error


def _areas(stream: bytes, name: str) -> Iterator[Area]:
    area, at, size = Area(), 0, len(stream)
    while at + 4 <= size:
        kind, length = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind == _BOF:
            yield area
            area = Area()
        elif kind in _CELLS and length >= 4:  # noqa: PLR2004 - row and column
            row, column = struct.unpack_from("<HH", stream, at)
            area.add(row, column, column)
        elif kind == _MANY and length >= 6:  # noqa: PLR2004 - and the last column
            row, left = struct.unpack_from("<HH", stream, at)
            (right,) = struct.unpack_from("<H", stream, at + length - 2)
            area.add(row, min(left, right), max(left, right))
        elif kind == _FILE_PASS:
            raise FileError(Problem.FILE_ENCRYPTED, path=name)
        at += length
    yield area


def _workbook_stream(content: bytes) -> bytes | None:
    """Return the stream of the workbook out of a compound file."""
    shift, mini_shift = struct.unpack_from("<HH", content, 30)
    if shift not in {9, 12} or mini_shift != 6:  # noqa: PLR2004 - the two that exist
        raise ValueError
    size = 1 << shift
    (first_directory,) = struct.unpack_from("<I", content, 48)
    cutoff, first_mini = struct.unpack_from("<II", content, 56)
    first_more, _ = struct.unpack_from("<II", content, 68)
    sectors = list(struct.unpack_from("<109I", content, 76))
    for _ in range(len(content) // size):
        if first_more >= _END_OF_CHAIN:
            break
        part = _sector(content, first_more, size)
        *more, first_more = struct.unpack(f"<{size // 4}I", part)
        sectors += more
    table: list[int] = []
    for sector in sectors:
        if sector < _END_OF_CHAIN:
            table += struct.unpack(f"<{size // 4}I", _sector(content, sector, size))
    directory = _chain(content, first_directory, table, size)
    entries = [directory[at : at + _ENTRY] for at in range(0, len(directory), _ENTRY)]
    root = next((one for one in entries if len(one) == _ENTRY and one[66] == _ROOT), None)
    for entry in entries:
        if len(entry) == _ENTRY and entry[66] == _STREAM and _name(entry) in {"workbook", "book"}:
            (first,) = struct.unpack_from("<I", entry, 116)
            (length,) = struct.unpack_from("<I", entry, 120)
            if length >= cutoff or root is None:
                return _chain(content, first, table, size)[:length]
            (root_first,) = struct.unpack_from("<I", root, 116)
            small = _chain(content, root_first, table, size)
            minis = _chain(content, first_mini, table, size)
            mini_table = list(struct.unpack(f"<{len(minis) // 4}I", minis))
            return _chain(small, first, mini_table, 1 << mini_shift, header=0)[:length]
    return None


def _sector(content: bytes, sector: int, size: int) -> bytes:
    at = _HEADER * (size // _HEADER) + sector * size
    part = content[at : at + size]
    if not part:
        raise ValueError
    return part + bytes(size - len(part))


def _chain(
    content: bytes, first: int, table: list[int], size: int, *, header: int | None = None
) -> bytes:
    found: list[bytes] = []
    sector = first
    while sector < _END_OF_CHAIN:
        if len(found) > len(table):
            raise ValueError
        if header is None:
            found.append(_sector(content, sector, size))
        else:
            found.append(content[sector * size : (sector + 1) * size])
        sector = table[sector]
    return b"".join(found)


def _name(entry: bytes) -> str:
    (length,) = struct.unpack_from("<H", entry, 64)
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace").casefold()


def area_of_xlsb(content: bytes) -> Area:
    """Return the area of a sheet of an .xlsb file; ValueError or struct.error if it is damaged."""
    area, row = Area(), 0
    for kind, at, _ in _records(content):
        if kind == _B_ROW:
            (row,) = struct.unpack_from("<I", content, at)
        elif kind in _B_CELLS:
            (column,) = struct.unpack_from("<I", content, at)
            area.add(row, column, column)
    return area


def check_xlsb_part(content: bytes) -> None:
    """Raise ValueError or struct.error if a part claims more than it has.

    calamine makes room for what is claimed.
    """
    for kind, at, length in _records(content):
        if kind == _B_STRINGS:
            _, strings = struct.unpack_from("<II", content, at)
            if length < 8 or strings > len(content):  # noqa: PLR2004 - two counts
                raise ValueError


def _records(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield kind, place and length of each record."""
    at, size = 0, len(content)
    while at < size:
        kind = content[at]
        at += 1
        if kind & 0x80:
            if at >= size:
                raise ValueError
            kind = (kind & 0x7F) | (content[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        while True:
            if at >= size:
                raise ValueError
            part = content[at]
            at += 1
            length |= (part & 0x7F) << shift
            shift += 7
            if not part & 0x80 or shift > 21:  # noqa: PLR2004 - four bytes at most
                break
        if at + length > size:
            raise ValueError
        yield kind, at, length
        at += length
