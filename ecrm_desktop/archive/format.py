"""What a package holds, and how a cell says what a column has."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Column, Table

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.changes import SECRET
from ecrm_desktop.models.customer_figures import FIGURE_TABLES
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.segments import WATCHED
from ecrm_desktop.models.sync import LOCAL_TABLES
from ecrm_desktop.models.types import EnumText, RecordId, UtcInstant
from ecrm_desktop.values.formulas import as_text, from_text

FORMAT: Final = "ecrm-package"
VERSION: Final = 1
DESCRIPTION: Final = "format.json"
READ_ME: Final = "README.txt"


def packed_tables() -> list[Table]:
    """Return the tables of a package, by name: all but what is derived and what syncs this file."""
    tables = Base.metadata.tables.values()
    left_out = {CustomerIndex.__tablename__, *FIGURE_TABLES, *WATCHED, *LOCAL_TABLES}
    return sorted((one for one in tables if one.name not in left_out), key=lambda one: one.name)


def packed_columns(table: Table) -> list[Column[Any]]:
    """Return the columns of a table that travel; passwords stay where they are."""
    return [column for column in table.columns if not column.info.get(SECRET)]


def to_cell(column: Column[Any]) -> Callable[[Any], str]:
    """Return what turns a column's values into cells.

    Ids are UUIDs, instants ISO 8601 in UTC, yes and no 1 and 0, and nothing at all an empty cell.
    A spreadsheet takes text that begins with one of = + - @ for a formula, so that text has an
    apostrophe before it, and so has text that begins with an apostrophe, and empty text where
    there might be nothing.
    """
    kind = _kind(column)
    if kind is str:
        empty = "'" if column.nullable else ""
        return lambda value: "" if value is None else as_text(value) or empty
    if kind is datetime:
        return lambda value: "" if value is None else value.astimezone(UTC).isoformat()
    if kind is bool:
        return lambda value: "" if value is None else str(int(value))
    return lambda value: "" if value is None else str(value)


def from_cell(column: Column[Any]) -> Callable[[str], Any]:
    """Return what turns cells back into values; it raises ValueError for what never was one."""
    kind = _kind(column)
    parse: Callable[[str], Any]
    if kind is str:
        parse = lambda cell: "" if cell == "'" else from_text(cell)  # noqa: E731 - one of several
    elif kind is datetime:
        parse = _instant
    elif kind in {date, time}:
        parse = kind.fromisoformat
    elif kind is bool:
        parse = {"0": False, "1": True}.__getitem__
    else:
        parse = kind
    if column.nullable:
        return lambda cell: parse(cell) if cell else None
    return parse


def _kind(column: Column[Any]) -> Any:
    if isinstance(column.type, RecordId):
        return UUID
    if isinstance(column.type, UtcInstant):
        return datetime
    if isinstance(column.type, EnumText):
        return column.type.kind
    return column.type.python_type


def _instant(cell: str) -> datetime:
    instant = datetime.fromisoformat(cell)
    if instant.tzinfo is None:
        raise ValueError(cell)
    return instant
