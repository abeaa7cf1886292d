"""Rows of whole records as they travel, made much faster than unit by unit."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import Boolean, Integer

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.types import RecordId
from ecrm_desktop.models.wire import Wire, needed, units, zeros

_ID_BYTES: Final = 16

_Plan = tuple[list[tuple[int, Any]], list[int]]
"""What is to be done with values of such types: where zeros stand and which, and where ids do."""


class RowReader:
    """Makes rows of a synced table's records; `columns` are the id and all that travels."""

    def __init__(self, table: str) -> None:
        whole = units(table)
        alone = [unit for unit in whole if len(unit.columns) == 1]
        joined = [unit for unit in whole if len(unit.columns) > 1]
        names = [name for unit in (*alone, *joined) for name in unit.columns]
        columns = Base.metadata.tables[table].columns
        self.columns = ("id", *names)
        self._known = {unit.name for unit in whole}
        self._alone = [unit.name for unit in alone]
        self._joined = [(unit.name, [None] * len(unit.columns)) for unit in joined]
        self._zeros = [zeros(table)[name] for name in names]
        self._kinds = [_kind(columns[name].type) for name in names]
        self._needed = [names.index(name) for name in needed(table)]
        self._plans: dict[tuple[type, ...], _Plan | None] = {}

    def row(self, key: bytes, values: Mapping[str, Wire]) -> tuple[Any, ...] | None:
        """Return a record's row; None for what has to be looked at unit by unit.

        So it is where a column cannot hold its value or a needed one has none, and where there is
        more than this program knows.
        """
        said = values.get
        row: list[Any] = [said(name) for name in self._alone]
        for name, nothing in self._joined:
            value = said(name)
            # What is no list, or one of another length, fits no plan.
            row += nothing if value is None else value if isinstance(value, list) else ()
        types = tuple(map(type, row))
        if types not in self._plans:
            self._plans[types] = self._plan(types)
        plan = self._plans[types]
        if plan is None or not values.keys() <= self._known:
            return None
        for at, zero in plan[0]:
            row[at] = zero
        try:
            for at in plan[1]:
                row[at] = one = bytes.fromhex(row[at])
                if len(one) != _ID_BYTES:
                    return None
        except ValueError:
            return None
        is_whole = all(map(row.__getitem__, self._needed))
        return (key, *row) if is_whole else None

    def _plan(self, types: tuple[type, ...]) -> _Plan | None:
        if len(types) != len(self._kinds):
            return None
        empty = [at for at, one in enumerate(types) if one is type(None)]
        ids = [at for at, kind in enumerate(self._kinds) if kind is bytes and at not in empty]
        for at, (one, kind) in enumerate(zip(types, self._kinds, strict=True)):
            if at not in empty and not issubclass(one, str if kind is bytes else kind):
                return None
        return [(at, self._zeros[at]) for at in empty], ids


@cache
def row_reader(table: str) -> RowReader:
    """Return what makes rows of a synced table's records."""
    return RowReader(table)


def _kind(column: Any) -> type:
    if isinstance(column, RecordId):
        return bytes
    return int if isinstance(column, Boolean | Integer) else str
