"""Tables of records: which columns there are, and rows read block by block."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from ecrm_desktop.reports.layout import Column, ColumnKind, Table
from ecrm_desktop.values.batches import batched

Row = TypeVar("Row")

_BLOCK = 500


@dataclass(frozen=True, slots=True)
class Field(Generic[Row]):
    """A column of records: its title, and the raw value it shows of a row."""

    title: str
    value: Callable[[Row], Any]
    kind: ColumnKind = ColumnKind.TEXT
    weight: float = 1.0
    total: bool = False


def record_table(
    title: str, fields: Mapping[str, Field[Row]], keys: Sequence[str], rows: Iterable[Row]
) -> Table:
    """Return a table of the fields that `keys` names, in its order."""
    return table_of(title, [fields[key] for key in keys], rows)


def table_of(title: str, fields: Sequence[Field[Row]], rows: Iterable[Row]) -> Table:
    """Return a table of some fields."""
    return Table(
        title=title,
        columns=[
            Column(field.title, field.kind, weight=field.weight, total=field.total)
            for field in fields
        ],
        rows=([field.value(row) for field in fields] for row in rows),
    )


def in_blocks(
    read: Callable[[Sequence[UUID]], Sequence[Row]], ids: Sequence[UUID]
) -> Iterator[Row]:
    """Yield the rows of many ids without ever holding more than one block of them."""
    for some in batched(ids, _BLOCK):
        yield from read(some)
