"""Which of several tables of a file is looked at first."""

from collections.abc import Iterable

from ecrm_desktop.exchange.sheets import Sheet

_FEW = 3  # columns; what has fewer is a remark more often than a table


def is_narrow(sheet: Sheet) -> bool:
    """Tell whether a sheet has so few titles that it may hold remarks only."""
    return sum(bool(title) for title in sheet.header) < _FEW


def first_tables(sheets: Iterable[Sheet], hidden: Iterable[str] = ()) -> list[Sheet]:
    """Return sheets in their order, those with a few titles first, hidden ones last."""
    away = frozenset(hidden)
    return sorted(sheets, key=lambda sheet: (sheet.name in away, is_narrow(sheet)))
