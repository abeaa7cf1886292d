"""The rows of a damaged plain database, taken from its pages where SQLite itself gives up.

Source of the format: https://www.sqlite.org/fileformat2.html
"""

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

Value: TypeAlias = int | float | str | bytes | None
Row: TypeAlias = tuple[int, list[Value]]

_HEADER = 100
_INTERIOR, _LEAF = 0x05, 0x0D
_INDEX_INTERIOR, _INDEX_LEAF = 0x02, 0x0A
_HEADER_SIZES = {_INDEX_INTERIOR: 12, _INDEX_LEAF: 8}  # bytes before the places of the cells
_MAGIC = b"SQLite format 3\x00"
_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes of integers by their serial type
_MOST_COLUMNS = 2_000


class Unreadable(Exception):  # noqa: N818 - what it is about
    """A page or a row makes no sense."""


class PageFile:
    """The pages of a file and of the -wal beside it, numbered from 1.

    `unreadable` are pages of tables and indexes that could not be read. What the header says about
    the size of a page is not asked: it may be damaged, and all files of this program have the same.
    """

    size = 4_096

    def __init__(self, path: Path) -> None:
        # Not by mmap: a bad sector would then kill the program.
        self._file = path.open("rb", buffering=0)
        self._newer = _wal_pages(Path(f"{path}-wal"), self.size)
        size = self._file.seek(0, os.SEEK_END)
        self.count = max(size // self.size, max(self._newer, default=0))
        self.unreadable: set[int] = set()

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    @property
    def lost_pages(self) -> int:
        """How many pages could not be read, with those that the file has lost at its end."""
        within = sum(number <= self.count for number in self.unreadable)
        return within + max(0, self._told_count() - self.count)

    def page(self, number: int) -> bytes:
        """Return a page; Unreadable if there is none or the disk does not give it."""
        if number in self._newer:
            return self._newer[number]
        if not 0 < number <= self.count:
            raise Unreadable
        try:
            self._file.seek((number - 1) * self.size)
            page = self._file.read(self.size)
        except OSError as error:
            raise Unreadable from error
        if len(page) < self.size:
            raise Unreadable
        return page

    def leaves(self, root: int, seen: set[int]) -> Iterator[int]:
        """Yield the leaves of a table that can be reached, and note all pages as `seen`."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in seen:
                continue
            seen.add(number)
            try:
                page = self.page(number)
                kind = page[_start(number)]
                if kind == _LEAF:
                    yield number
                elif kind == _INTERIOR:
                    waiting += reversed(_children(page, _start(number)))
                elif number != root or kind not in _HEADER_SIZES:
                    # A table WITHOUT ROWID, as full text has them, is an index to its root.
                    self.unreadable.add(number)
            except (Unreadable, struct.error):
                self.unreadable.add(number)

    def entries(self, root: int) -> int:
        """Return how many entries of an index can be reached: as many as its table has rows."""
        count, seen, waiting = 0, set[int](), [root]
        while waiting:
            number = waiting.pop()
            if number in seen:
                continue
            seen.add(number)
            try:
                page = self.page(number)
                places = _places(page, 0, _HEADER_SIZES[page[0]])
                waiting += _children(page, 0) if page[0] == _INDEX_INTERIOR else []
            except (Unreadable, KeyError, struct.error):
                self.unreadable.add(number)
            else:
                count += len(places)
        return count

    def stray_leaves(self, seen: set[int]) -> Iterator[int]:
        """Yield the leaves of tables that nothing leads to, but those SQLite has set free."""
        free = self._free_pages()
        for number in range(2, self.count + 1):
            if number not in seen and number not in free:
                try:
                    is_leaf = self.page(number)[0] == _LEAF
                except Unreadable:
                    continue
                if is_leaf:
                    yield number

    def rows(self, number: int) -> Iterator[Row | None]:
        """Yield rowid and values of each row of a leaf, None for each that cannot be read."""
        try:
            page, start = self.page(number), _start(number)
            count = int.from_bytes(page[start + 3 : start + 5], "big")
            places = struct.unpack_from(f">{count}H", page, start + 8)
        except (Unreadable, struct.error):
            self.unreadable.add(number)
            return
        for place in places:
            try:
                yield self._row(page, place)
            except (Unreadable, IndexError, UnicodeDecodeError, struct.error):
                yield None

    def _row(self, page: bytes, place: int) -> Row:
        length, place = _varint(page, place)
        rowid, place = _varint(page, place)
        if length > self.count * self.size:
            raise Unreadable
        room = self.size - 35
        local = length
        if length > room:
            least = (self.size - 12) * 32 // 255 - 23
            local = least + (length - least) % (self.size - 4)
            local = local if local <= room else least
        payload = page[place : place + local]
        if len(payload) < local:
            raise Unreadable
        if local < length:
            first = int.from_bytes(page[place + local : place + local + 4], "big")
            payload += self._overflow(first, length - local)
        return rowid, _values(payload)

    def _overflow(self, number: int, length: int) -> bytes:
        parts, seen = [], set()
        while length > 0:
            if number in seen:
                raise Unreadable
            seen.add(number)
            page = self.page(number)
            parts.append(page[4 : 4 + min(length, self.size - 4)])
            length -= len(parts[-1])
            number = int.from_bytes(page[:4], "big")
        return b"".join(parts)

    def _told_count(self) -> int:
        """Return how many pages the header says there are; 0 where it says nothing certain."""
        try:
            header = self.page(1)
        except Unreadable:
            return 0
        # SQLite itself believes the number only if the change counter stands there twice.
        is_certain = header.startswith(_MAGIC) and header[24:28] == header[92:96]
        return int.from_bytes(header[28:32], "big") if is_certain else 0

    def _free_pages(self) -> set[int]:
        free: set[int] = set()
        try:
            trunk = int.from_bytes(self.page(1)[32:36], "big")
            while trunk and trunk not in free:
                page = self.page(trunk)
                free.add(trunk)
                count = min(int.from_bytes(page[4:8], "big"), self.size // 4 - 2)
                free |= set(struct.unpack_from(f">{count}I", page, 8))
                trunk = int.from_bytes(page[:4], "big")
        except Unreadable:
            return free
        return free


def _start(number: int) -> int:
    return _HEADER if number == 1 else 0


def _places(page: bytes, start: int, header: int) -> tuple[int, ...]:
    """Return where the cells of a page are; Unreadable if they could not be there."""
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    places = struct.unpack_from(f">{count}H", page, start + header)
    if any(not start + header + 2 * count <= place < len(page) for place in places):
        raise Unreadable
    return places


def _children(page: bytes, start: int) -> list[int]:
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    places = struct.unpack_from(f">{count}H", page, start + 12)
    inner = [int.from_bytes(page[place : place + 4], "big") for place in places]
    return [*inner, int.from_bytes(page[start + 8 : start + 12], "big")]


def _varint(content: bytes, place: int) -> tuple[int, int]:
    value = 0
    for count in range(9):
        byte = content[place]
        place += 1
        if count == 8:  # noqa: PLR2004 - the ninth byte is used whole
            value = value << 8 | byte
            break
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - no further byte
            break
    return (value - (1 << 64) if value >= 1 << 63 else value), place


def _values(payload: bytes) -> list[Value]:
    end, place = _varint(payload, 0)
    if not 0 < end <= len(payload):
        raise Unreadable
    kinds = []
    while place < end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    if place != end or len(kinds) > _MOST_COLUMNS:
        raise Unreadable
    values = []
    for kind in kinds:
        value, place = _value(payload, place, kind)
        values.append(value)
    if place != len(payload):
        raise Unreadable
    return values


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, place
    if kind in _SIZES:
        after = place + _SIZES[kind]
        return int.from_bytes(payload[place:after], "big", signed=True), after
    if kind == 7:  # noqa: PLR2004 - a float
        return struct.unpack_from(">d", payload, place)[0], place + 8
    if kind in {8, 9}:
        return kind - 8, place
    if kind < 12:  # noqa: PLR2004 - reserved by SQLite
        raise Unreadable
    after = place + (kind - 12) // 2
    content = payload[place:after]
    if after > len(payload):
        raise Unreadable
    return (content.decode() if kind % 2 else content), after


def _wal_pages(path: Path, size: int) -> dict[int, bytes]:
    """Return the newest committed pages of a -wal file."""
    try:
        content = path.read_bytes()
    except OSError:
        return {}
    if len(content) < 32 or int.from_bytes(content[8:12], "big") != size:  # noqa: PLR2004 - its header
        return {}
    salt = content[16:24]
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    for place in range(32, len(content) - size - 23, 24 + size):
        if content[place + 8 : place + 16] != salt:
            break
        number, after_commit = struct.unpack_from(">II", content, place)
        waiting[number] = content[place + 24 : place + 24 + size]
        if after_commit:
            pages |= waiting
            waiting = {}
    return pages
