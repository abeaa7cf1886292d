"""Opens any file that a list may come in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ecrm_desktop.exchange.binary_tables import BinaryTables
from ecrm_desktop.exchange.calendar_tables import CalendarTables
from ecrm_desktop.exchange.file_content import find_kind, reading_error
from ecrm_desktop.exchange.markup_tables import MarkupTables
from ecrm_desktop.exchange.ods_tables import OdsTables
from ecrm_desktop.exchange.sheets import Cell, FileKind, Row, Sheet, TableFile
from ecrm_desktop.exchange.text_tables import TextTables
from ecrm_desktop.exchange.vcard_tables import VcardTables
from ecrm_desktop.exchange.xlsx_tables import XlsxTables
from ecrm_desktop.exchange.zip_parts import kind_of_zip

__all__ = ["Cell", "FileKind", "Row", "Sheet", "TableFile", "open_tables"]

_Tables = (
    XlsxTables | BinaryTables | OdsTables | MarkupTables | TextTables | VcardTables | CalendarTables
)
_READERS: dict[FileKind, Callable[[Path], _Tables]] = {
    FileKind.XLSX: XlsxTables,
    FileKind.XLS: lambda path: BinaryTables(path, FileKind.XLS),
    FileKind.XLSB: lambda path: BinaryTables(path, FileKind.XLSB),
    FileKind.ODS: OdsTables,
    FileKind.MARKUP: MarkupTables,
    FileKind.TEXT: TextTables,
    FileKind.VCARD: VcardTables,
    FileKind.CALENDAR: CalendarTables,
}


@contextmanager
def open_tables(path: Path) -> Iterator[TableFile]:
    """Open a file by its content, whatever its name says.

    Raises FileError with the FILE_ problem that names what is wrong (path, and for some row or
    limit); never anything else for a file, whatever is in it.
    """
    kind = find_kind(path)
    if kind is FileKind.XLSX:
        kind = kind_of_zip(path)
    try:
        tables = _READERS[kind](path)
    except OSError as error:
        raise reading_error(path, error) from error
    try:
        yield tables
    finally:
        tables.close()
