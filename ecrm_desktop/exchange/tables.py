"""Opens any file that a list may come in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ecrm_desktop.exchange.file_content import find_kind, reading_error
from ecrm_desktop.exchange.sheets import Cell, FileKind, Row, Sheet, TableFile
from ecrm_desktop.exchange.text_tables import TextTables
from ecrm_desktop.exchange.vcard_tables import VcardTables
from ecrm_desktop.exchange.xlsx_tables import XlsxTables

__all__ = ["Cell", "FileKind", "Row", "Sheet", "TableFile", "open_tables"]

_Tables = XlsxTables | TextTables | VcardTables
_READERS: dict[FileKind, Callable[[Path], _Tables]] = {
    FileKind.XLSX: XlsxTables,
    FileKind.TEXT: TextTables,
    FileKind.VCARD: VcardTables,
}


@contextmanager
def open_tables(path: Path) -> Iterator[TableFile]:
    """Open a file by its content, whatever its name says.

    Raises FileError with the FILE_ problem that names what is wrong (path, and for some row or
    limit); never anything else for a file, whatever is in it.
    """
    kind = find_kind(path)
    try:
        tables = _READERS[kind](path)
    except OSError as error:
        raise reading_error(path, error) from error
    try:
        yield tables
    finally:
        tables.close()
