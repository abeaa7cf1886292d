"""Cells with a number below zero, which say that goods or money went the other way."""

import re
from collections.abc import Sequence
from typing import Final

from ecrm_desktop.exchange.sheets import Cell

_MINUS: Final = r"\-\u2212\u2013\u2010\u2011\ufe63\uff0d"
_LEADING: Final = re.compile(rf"\s*([^\d{_MINUS}()]{{0,8}}?)\s*[{_MINUS}]\s*(\D{{0,8}}?\d.*)")
_BRACKETS: Final = re.compile(r"\s*([^\d()]{0,8})\(\s*(\D{0,8}?\d[^()]*)\)\s*(\D{0,8})")
_TRAILING: Final = re.compile(rf"(.*\d)\s*[{_MINUS}]\s*([^\d/]{{0,8}})")


def turned(cell: Cell) -> Cell:
    """Return what a cell below zero is without its sign; None for any other cell."""
    if isinstance(cell, str):
        leading = _LEADING.fullmatch(cell)
        if leading:
            return f"{leading[1].strip()} {leading[2]}".strip()
        brackets = _BRACKETS.fullmatch(cell)
        if brackets:
            return " ".join(" ".join(brackets.groups()).split())
        trailing = _TRAILING.fullmatch(cell)
        return (trailing[1] + trailing[2]).strip() if trailing else None
    if isinstance(cell, int | float) and not isinstance(cell, bool) and cell < 0:
        return -cell
    return None


def all_turned(
    cells: Sequence[Cell], positions: Sequence[int]
) -> tuple[Sequence[Cell], frozenset[int]]:
    """Return the cells with those at `positions` without their signs, and which had one."""
    found = {at: turned(cells[at]) for at in positions if at < len(cells)}
    changed = {at: cell for at, cell in found.items() if cell is not None}
    if not changed:
        return cells, frozenset()
    # Two signs take each other back: -($67.00).
    twice = {at: again for at, cell in changed.items() if (again := turned(cell)) is not None}
    plain = tuple({**changed, **twice}.get(at, cell) for at, cell in enumerate(cells))
    return plain, frozenset(changed.keys() - twice.keys())
