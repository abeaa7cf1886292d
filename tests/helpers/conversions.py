"""Sheets made in memory, and what their rows become."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from ecrm_desktop.errors import Problem
from ecrm_desktop.exchange.convert import BadRow, Converter
from ecrm_desktop.exchange.mapping import Conventions, Mapping
from ecrm_desktop.exchange.sheets import Cell, Row, Sheet
from ecrm_desktop.values.money import currency
from ecrm_desktop.values.statuses import ImportKind

TODAY = date(2026, 11, 21)
TEHRAN = ZoneInfo("Asia/Tehran")
IRAN = Conventions(currency=currency("IRR"), area_code="031", today=TODAY, timezone=TEHRAN)
DOLLARS = Conventions(currency=currency("USD"), area_code="", today=TODAY, timezone=TEHRAN)


def sheet_of(header: Sequence[str], *rows: Sequence[Cell], name: str = "") -> Sheet:
    """Return a sheet as a reader gives it."""
    first = 2 if header else 1
    return Sheet(
        name=name,
        header=tuple(header),
        header_row=1 if header else 0,
        width=max([len(header), *map(len, rows)]),
        sample=tuple(Row(number, tuple(row)) for number, row in enumerate(rows, first)),
        row_count=len(rows),
    )


def converted(
    kind: ImportKind,
    columns: str,
    *rows: Sequence[Cell],
    conventions: Conventions = IRAN,
    **said: Any,
) -> list[Any]:
    """Return what rows become under columns named one after the other, "-" for an ignored one."""
    names = tuple("" if name == "-" else name for name in columns.split())
    mapping = Mapping(kind=kind, columns=names, **said)
    found = Converter(mapping, conventions).convert(
        Row(number, tuple(row)) for number, row in enumerate(rows, 1)
    )
    return list(found)


def problems_of(found: Any) -> list[tuple[int | None, Problem]]:
    """Return position and problem of all that is wrong with a row."""
    assert isinstance(found, BadRow), found
    return [(one.position, one.error.problem) for one in found.problems]
