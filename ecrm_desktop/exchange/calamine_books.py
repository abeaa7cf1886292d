"""Workbooks in memory as calamine reads them, and their cells as all readers give them."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    XmlError,
    ZipError,
)

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.sheets import EDGES, LONGEST_CELL, Cell

_DAY = dt.timedelta(days=1)
_LARGEST_INTEGER = 2**53  # above it a number has lost digits


@contextmanager
def calamine_trouble(name: str) -> Iterator[None]:
    """Turn whatever calamine raises over a damaged file into FILE_DAMAGED (path: `name`)."""
    try:
        yield
    except (CalamineError, ZipError, XmlError) as error:
        raise FileError(Problem.FILE_DAMAGED, path=name) from error
    except PasswordError as error:
        raise FileError(Problem.FILE_ENCRYPTED, path=name) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # calamine met what it did not foresee
            raise FileError(Problem.FILE_DAMAGED, path=name) from None
        raise


def first_sheet(file: BytesIO, name: str) -> CalamineSheet:
    """Return the first sheet of the workbook in these bytes; FileError FILE_DAMAGED."""
    with calamine_trouble(name):
        return CalamineWorkbook.from_filelike(file).get_sheet_by_index(0)


def cell_of(value: Any) -> Cell:
    """Return what calamine read in one cell, without edges and noise."""
    if isinstance(value, str):
        return value.strip(EDGES)[: LONGEST_CELL + 1] or None
    if isinstance(value, float):
        if value.is_integer() and -_LARGEST_INTEGER < value < _LARGEST_INTEGER:
            return int(value)
        return value if abs(value) < float("inf") else None
    if isinstance(value, dt.timedelta):
        if dt.timedelta() <= value < _DAY:
            minutes, seconds = divmod(value.seconds, 60)
            return dt.time(*divmod(minutes, 60), seconds)
        return str(value)
    found: Cell = value
    return found
