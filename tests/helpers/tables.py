"""What a reader gives for a file."""

from pathlib import Path

from ecrm_desktop.errors import EcrmError, Problem
from ecrm_desktop.exchange.tables import Cell, Row, Sheet, open_tables


def read_sheets(path: Path) -> list[tuple[Sheet, list[Row]]]:
    with open_tables(path) as tables:
        return [(sheet, list(tables.rows(sheet))) for sheet in tables.sheets]


def read_sheet(path: Path) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Return header and cells of the only sheet."""
    [(sheet, rows)] = read_sheets(path)
    return sheet.header, [row.cells for row in rows]


def problem_of(path: Path) -> Problem | None:
    """Return what the file is refused for, None if it is read."""
    try:
        read_sheets(path)
    except EcrmError as error:
        return error.problem if error.details["path"] == str(path) else None
    return None
