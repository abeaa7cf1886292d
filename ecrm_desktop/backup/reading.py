"""The records of a damaged file, table by table, as far as they make sense."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import islice
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Boolean, Column, Date, Integer, String, Table

from ecrm_desktop.backup.pages import PageFile, Value
from ecrm_desktop.models.base import Base
from ecrm_desktop.models.customer_figures import FIGURE_TABLES
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.segments import WATCHED
from ecrm_desktop.models.types import EnumText, RecordId, UtcInstant
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.storage.database import connect
from ecrm_desktop.values.money import LIMIT

Record = dict[str, Value]
Take = Callable[[Table, Record], None]
Orders = Mapping[str, list[str]]

_INSTANT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[a-z][a-z_0-9]{0,29}")
_LOOKED_AT = 5
_PROBES = 2_000


@dataclass(slots=True)
class Losses:
    """What could not be read.

    `pages` have any number of records; `senseless` are records by table that were seen and made no
    sense, and `expected` how many records each table has at least, as its indexes say.
    """

    pages: int = 0
    senseless: Counter[str] = field(default_factory=Counter)
    expected: dict[str, int] = field(default_factory=dict)


def salvaged_tables() -> list[Table]:
    """Return the tables whose records are worth saving; the others derive from them."""
    derived = {CustomerIndex.__tablename__, *FIGURE_TABLES, *WATCHED}
    return [table for table in Base.metadata.sorted_tables if table.name not in derived]


def read_plain(path: Path, orders: Orders, take: Take, report_progress: ReportProgress) -> Losses:
    """Give every record that can be found in a plain file, some perhaps twice.

    `orders` says in which order the newest schema has the columns; of a table whose description is
    lost, the older ones are the first of them.
    """
    losses = Losses()
    with closing(PageFile(path)) as file:
        seen: set[int] = set()
        roots, indexes = _roots(file, seen)
        tables = {table.name: table for table in salvaged_tables()}
        done = 0
        for name, (root, columns) in roots.items():
            for number in file.leaves(root, seen):
                done += 1
                report_progress(min(done, file.count), file.count)
                if name in tables:
                    _take_page(file, number, tables[name], columns, take, losses)
        for name in tables:
            report_progress(min(done, file.count), file.count)
            losses.expected[name] = max(map(file.entries, indexes.get(name, ())), default=0)
        if file.unreadable or tables.keys() - roots.keys():
            for number in file.stray_leaves(seen):
                table = _whose(file, number, orders, tables.values())
                if table is not None:
                    _take_page(file, number, table, orders[table.name], take, losses)
        losses.pages = file.lost_pages
    return losses


def read_encrypted(
    path: Path, secret: bytes | None, take: Take, report_progress: ReportProgress
) -> Losses:
    """Give every record that SQLite itself can reach in a file whose first page is sound.

    Raises the driver's errors if nothing can be read at all.
    """
    losses = Losses()
    tables = salvaged_tables()
    reader = _Reader(path, secret)
    with closing(reader):
        list(reader.run("SELECT count(*) FROM sqlite_master"))
        losses.pages = _wrong_pages(reader, path)
        for done, table in enumerate(tables):
            report_progress(done, len(tables))
            with suppress(driver.Error):
                names = [row[1] for row in reader.run(f"PRAGMA table_info({table.name})")]
                if names:
                    losses.expected[table.name] = _expected(reader, table)
                    _take_ranges(reader, table, names, take, losses)
    return losses


class _Reader:
    """A connection that is made anew after an error: SQLCipher answers nothing more after one."""

    def __init__(self, path: Path, secret: bytes | None) -> None:
        self._path = path
        self._secret = secret
        self._connection = self._open()

    def run(self, statement: str, values: Sequence[int] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a statement; the driver's errors."""
        try:
            yield from self._connection.execute(statement, values)
        except (driver.Error, UnicodeDecodeError):
            self.close()
            self._connection = self._open()
            raise

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def _open(self) -> Any:
        return connect(self._path, read_only=True, secret=self._secret)


def fits(table: Table, record: Record) -> bool:
    """Return whether a record could have been written by this program."""
    return all(
        _fits(column, record[column.name]) for column in table.columns if column.name in record
    ) and all(column.name in record for column in table.primary_key)


def _roots(
    file: PageFile, seen: set[int]
) -> tuple[dict[str, tuple[int, list[str]]], dict[str, list[int]]]:
    """Return root page and columns of each table, and the root pages of each table's indexes.

    Only of those whose description can still be read.
    """
    roots = {}
    indexes: dict[str, list[int]] = {}
    with closing(driver.connect(":memory:")) as scratch:
        for number in file.leaves(1, seen):
            for row in file.rows(number):
                if row is None or len(row[1]) != 5:  # noqa: PLR2004 - columns of sqlite_master
                    continue
                kind, name, of, root, sql = row[1]
                if kind == "index" and isinstance(of, str) and isinstance(root, int):
                    indexes.setdefault(of, []).append(root)
                if kind != "table" or not isinstance(root, int):
                    continue
                if not isinstance(name, str) or not isinstance(sql, str):
                    continue
                # A null character in it is a ValueError.
                with suppress(driver.Error, ValueError):
                    if sql.upper().startswith("CREATE TABLE"):
                        scratch.execute(sql)
                    columns = [row[1] for row in scratch.execute(f'PRAGMA table_info("{name}")')]
                    if root and columns:
                        roots[name] = (root, columns)
    return roots, indexes


def _take_page(
    file: PageFile, number: int, table: Table, columns: list[str], take: Take, losses: Losses
) -> None:
    for row in file.rows(number):
        record = None if row is None else _record(table, columns, *row)
        if record is None or not fits(table, record):
            losses.senseless[table.name] += 1
        else:
            take(table, record)


def _whose(file: PageFile, number: int, orders: Orders, tables: Iterable[Table]) -> Table | None:
    """Return the table that the first rows of a stray page look like."""
    rows = [row for row in islice(file.rows(number), _LOOKED_AT) if row is not None]
    for table in tables:
        records = [_record(table, orders[table.name], *row) for row in rows]
        if rows and all(one is not None and fits(table, one) for one in records):
            return table
    return None


def _record(table: Table, columns: list[str], rowid: int, values: list[Value]) -> Record | None:
    if len(values) > len(columns):
        return None
    record = dict(zip(columns, values, strict=False))
    for column in table.primary_key:
        # Such a column is the rowid itself.
        if isinstance(column.type, Integer) and record.get(column.name) is None:
            record[column.name] = rowid
    return record


def _take_ranges(
    reader: _Reader, table: Table, names: list[str], take: Take, losses: Losses
) -> None:
    """Read a table by ranges of rowids, halving those that damage lies in."""
    columns = ", ".join(f'"{name}"' for name in names)
    query = f"SELECT rowid, {columns} FROM {table.name} WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
    # The widest first: however much is damaged, what is sound is read before patience ends.
    last = _last_rowid(reader, table)
    waiting = [(-last, 0, last)]
    for _ in range(_PROBES):
        if not waiting:
            return
        _size, first, last = heappop(waiting)
        reached = first - 1
        try:
            for rowid, *values in reader.run(query, (first, last)):
                reached = rowid
                record = _record(table, names, rowid, values)
                if record is not None and fits(table, record):
                    take(table, record)
                else:
                    losses.senseless[table.name] += 1
        except (driver.Error, UnicodeDecodeError):
            first = reached + 1
            if first >= last:
                losses.senseless[table.name] += 1
                continue
            middle = (first + last) // 2
            heappush(waiting, (first - middle, first, middle))
            heappush(waiting, (middle + 1 - last, middle + 1, last))


def _last_rowid(reader: _Reader, table: Table) -> int:
    with suppress(driver.Error):
        return int(next(reader.run(f"SELECT max(rowid) FROM {table.name}"))[0] or 0)
    # The table's own end is damaged, but every index has the rowids too.
    last = 0
    for index in _whole_indexes(reader, table):
        with suppress(driver.Error):
            for (rowid,) in reader.run(_rowids(table, index)):
                last = max(last, rowid)
    return last


def _expected(reader: _Reader, table: Table) -> int:
    """Return how many records a table has at least, as far as its indexes can be read."""
    expected = 0
    for index in _whole_indexes(reader, table):
        count = 0
        with suppress(driver.Error):
            for _rowid in reader.run(_rowids(table, index)):
                count += 1
        expected = max(expected, count)
    return expected


def _whole_indexes(reader: _Reader, table: Table) -> list[str]:
    """Return the indexes that have every record of a table."""
    with suppress(driver.Error):
        return [row[1] for row in reader.run(f"PRAGMA index_list({table.name})") if not row[4]]
    return []


def _rowids(table: Table, index: str) -> str:
    return f'SELECT rowid FROM {table.name} INDEXED BY "{index}"'


def _wrong_pages(reader: _Reader, path: Path) -> int:
    """Return how many pages are not as they were written, or gone with the end of the file."""
    wrong = missing = 0
    with suppress(driver.Error):
        wrong = len(list(reader.run("PRAGMA cipher_integrity_check")))
    with suppress(driver.Error):
        told = int(next(reader.run("PRAGMA page_count"))[0])
        missing = max(0, told - path.stat().st_size // PageFile.size)
    return wrong + missing


def _fits(column: Column[Any], value: Value) -> bool:  # noqa: PLR0911 - one for each type
    if value is None:
        return bool(column.nullable)
    match column.type:
        case RecordId():
            return isinstance(value, bytes) and len(value) == 16  # noqa: PLR2004 - of a UUID
        case UtcInstant():
            return isinstance(value, str) and _INSTANT.fullmatch(value) is not None
        case EnumText():
            # A newer version may have words of its own.
            return isinstance(value, str) and _WORD.fullmatch(value) is not None
        case Date():
            return isinstance(value, str) and _DATE.fullmatch(value) is not None
        case Boolean():
            return value in {0, 1}
        case Integer():
            is_number = column.primary_key or column.name == "group_number"
            return isinstance(value, int) and (is_number or abs(value) <= LIMIT)
        case String():
            return isinstance(value, str) and "\0" not in value
        case _:
            return True
