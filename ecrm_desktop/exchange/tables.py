"""Opens any file that a list may come in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.sheets import Cell, FileKind, Row, Sheet, TableFile
from ecrm_desktop.exchange.text_tables import TextTables

__all__ = ["Cell", "FileKind", "Row", "Sheet", "TableFile", "open_tables"]


@contextmanager
def open_tables(path: Path) -> Iterator[TableFile]:
    """Open a file by its content, whatever its name says."""
    try:
        tables = TextTables(path)
    except FileNotFoundError as error:
        raise FileError(Problem.FILE_MISSING, path=str(path)) from error
    except OSError as error:
        raise FileError(Problem.FILE_UNREADABLE, path=str(path)) from error
    yield tables
