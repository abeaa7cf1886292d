"""Reads a package back into an empty database."""

import csv
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from sqlalchemy import Table, exc, insert, select
from sqlalchemy.orm import Session

from ecrm_desktop.archive.format import (
    DESCRIPTION,
    FORMAT,
    VERSION,
    from_cell,
    packed_columns,
    packed_tables,
)
from ecrm_desktop.errors import FileError, InvalidInput, Problem
from ecrm_desktop.migrations import HEAD
from ecrm_desktop.models.base import Base
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.batches import batched

_BLOCK = 1_000
_LARGEST_DESCRIPTION = 1_000_000
_LARGEST_CELL = 64 * 1024 * 1024
# Ids and dates of real shops shrink to a fifth; what shrinks to less than this is a bomb.
_LARGEST_RATIO = 200


def read_package(
    database: Database, path: Path, *, report_progress: ReportProgress = no_progress
) -> int:
    """Fill an empty database with a package and return the number of its records.

    All or nothing. `report_progress` hears how many records of how many are done; what it raises
    ends the work. Raises InvalidInput NOT_EMPTY if the database has a shop, FileError FILE_MISSING,
    FILE_UNREADABLE, PACKAGE_WRONG (what is no package, or was changed since) or PACKAGE_TOO_NEW.
    """
    with _opened(path) as package:
        with _wrong(path):
            counts = _described(package, path)
        total, done = sum(counts.values()), 0
        with _sound(path), database.transaction("package", captured=False) as session:
            _check_is_empty(session)
            # A record must not come before the one it refers to: SQLite would search for it.
            order = [one for one in Base.metadata.sorted_tables if one in packed_tables()]
            for table in order:
                count = 0
                for rows in batched(_rows(package, path, table), _BLOCK):
                    session.execute(insert(table), rows)
                    count += len(rows)
                    report_progress(done + count, total)
                if count != counts.get(table.name, 0):
                    raise FileError(Problem.PACKAGE_WRONG, path=path)
                done += count
    return done


def open_with_package(
    path: Path, package: Path, *, report_progress: ReportProgress = no_progress
) -> Database:
    """Return the database of a shop that comes out of a package, which nobody else has open.

    A file that is made for it goes again if the package cannot be read. Raises as `Database` and
    `read_package` do.
    """
    was_there = path.exists()
    database = Database(path, create=True)
    try:
        read_package(database, package, report_progress=report_progress)
    except BaseException:
        database.close()
        if not was_there:
            with suppress(OSError):
                path.unlink()
        raise
    return database


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with _wrong(path):
            package = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise FileError(Problem.FILE_MISSING, path=path) from error
    except OSError as error:
        raise FileError(Problem.FILE_UNREADABLE, path=path) from error
    with package:
        yield package


@contextmanager
def _sound(path: Path) -> Iterator[None]:
    """Tell a record that refers to one that is not there, which shows at the end only."""
    try:
        yield
    except exc.IntegrityError as error:
        raise FileError(Problem.PACKAGE_WRONG, path=path) from error


@contextmanager
def _wrong(path: Path) -> Iterator[None]:
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        csv.Error,
        # A cell, a key of the description or an old kind of compression that never was ours.
        ValueError,
        LookupError,
        TypeError,
        OverflowError,
        EOFError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise FileError(Problem.PACKAGE_WRONG, path=path) from error


def _described(package: zipfile.ZipFile, path: Path) -> dict[str, int]:
    """Return how many rows each table has."""
    for one in package.infolist():
        if one.file_size > _LARGEST_RATIO * max(one.compress_size, 1_000):
            raise FileError(Problem.PACKAGE_WRONG, path=path)
    if package.getinfo(DESCRIPTION).file_size > _LARGEST_DESCRIPTION:
        raise FileError(Problem.PACKAGE_WRONG, path=path)
    description = json.loads(package.read(DESCRIPTION))
    if description["format"] != FORMAT:
        raise FileError(Problem.PACKAGE_WRONG, path=path)
    tables = {table.name for table in packed_tables()}
    if (
        description["version"] > VERSION
        or str(description["schema"]) > HEAD
        or not tables >= description["tables"].keys()
    ):
        raise FileError(Problem.PACKAGE_TOO_NEW, path=path)
    return {name: int(table["rows"]) for name, table in description["tables"].items()}


def _check_is_empty(session: Session) -> None:
    for table in packed_tables():
        if session.execute(select(*table.primary_key.columns).limit(1)).first() is not None:
            raise InvalidInput(Problem.NOT_EMPTY)


def _rows(package: zipfile.ZipFile, path: Path, table: Table) -> Iterator[dict[str, Any]]:
    name = f"{table.name}.csv"
    if name not in package.namelist():
        return
    with (
        _large_cells(),
        _wrong(path),
        package.open(name) as raw,
        TextIOWrapper(raw, encoding="utf-8-sig", newline="") as file,
    ):
        reader = csv.reader(file, strict=True)
        names = next(reader, [])
        known = {column.name: from_cell(column) for column in packed_columns(table)}
        values = [known[one] for one in names]
        for cells in reader:
            yield {one: value(cell) for one, value, cell in zip(names, values, cells, strict=True)}


@contextmanager
def _large_cells() -> Iterator[None]:
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)
