"""Rows of a file as what they say, or as what is wrong with them."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from ecrm_desktop.drafts.imports import (
    ImportedReturn,
    ImportedRow,
    ImportedSale,
    LeftOutRow,
    RowProblem,
)
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.columns import Columns
from ecrm_desktop.exchange.convert_customers import CustomerRows
from ecrm_desktop.exchange.convert_interactions import InteractionRows
from ecrm_desktop.exchange.convert_products import ProductRows
from ecrm_desktop.exchange.convert_sales import SaleRows
from ecrm_desktop.exchange.fields import needed_with
from ecrm_desktop.exchange.mapping import Conventions, Mapping
from ecrm_desktop.exchange.sheets import Cell, Row
from ecrm_desktop.exchange.source_keys import SourceKeys
from ecrm_desktop.values.statuses import ImportKind

_LONGEST_PURCHASE: Final = 10_000


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be taken, with all that is wrong with it."""

    row: Row
    problems: tuple[RowProblem, ...]


class _Rows(Protocol):
    """Builds the records of one kind; raises EcrmError, at a field if no cell alone is wrong."""

    def record(self, number: int, cells: Sequence[Cell], keys: SourceKeys) -> ImportedRow:
        """Return what a row says."""


class _MakeRows(Protocol):
    def __call__(self, columns: Columns, conventions: Conventions, /) -> _Rows: ...


_KINDS: Final[AnyMapping[ImportKind, _MakeRows]] = {
    ImportKind.CUSTOMERS: CustomerRows,
    ImportKind.PRODUCTS: ProductRows,
    ImportKind.PURCHASES: SaleRows,
    ImportKind.INTERACTIONS: InteractionRows,
}


class Converter:
    """Reads the rows of one file by its mapping.

    `skip_numbered` as of `SourceKeys`. Raises InvalidInput FIELD_MISSING (name), UNIT_MISSING.
    """

    def __init__(
        self, mapping: Mapping, conventions: Conventions, *, skip_numbered: bool = False
    ) -> None:
        self._columns = Columns(mapping, conventions)
        self._kind = mapping.kind
        self._rows = _KINDS[mapping.kind](self._columns, conventions)
        self._keys = SourceKeys(skip_numbered=skip_numbered)
        self._unused_keys = SourceKeys(
            skip_numbered=skip_numbered
        )  # a wrong row must not count as one that came before

    def values(self, row: Row) -> tuple[Any, ...]:
        """Return what each column of a row says, None where it is ignored, empty or wrong.

        A cell with one phone gives a `Phone`, one with several a tuple of them.
        """
        return self._columns.values(self._padded(row).cells)

    def convert(self, rows: Iterable[Row]) -> Iterator[ImportedRow | BadRow]:
        """Yield each row as what it says, or with its problems; empty rows are left out.

        Sound lines of a purchase with a wrong one are bad rows too (PURCHASE_INCOMPLETE): a
        purchase is never taken without some of its lines.
        """
        converted = self._each(rows)
        if self._kind is ImportKind.PURCHASES:
            return self._purchases(converted)
        return (found for _, found in converted)

    def _purchases(
        self, converted: Iterable[tuple[Row, ImportedRow | BadRow]]
    ) -> Iterator[ImportedRow | BadRow]:
        """Hold the lines of a purchase back until all are known to be sound."""
        held: list[tuple[Row, ImportedRow | BadRow]] = []
        before = ""
        for row, found in converted:
            said = found.number if isinstance(found, ImportedSale | ImportedReturn) else None
            number = self.number_of(row) if said is None else said
            if held and (number != before or len(held) == _LONGEST_PURCHASE):
                yield from _settled(held)
                held = []
            if number:
                held.append((row, found))
                before = number
            else:
                yield found
        yield from _settled(held)

    def number_of(self, row: Row) -> str:
        """Return the number of the purchase whose line a row is, "" if it says none."""
        try:
            return self._columns.one("number")(row.cells) or ""
        except EcrmError:
            return ""

    def _each(self, rows: Iterable[Row]) -> Iterator[tuple[Row, ImportedRow | BadRow]]:
        width = self._columns.width
        record, keys = self._rows.record, self._keys
        for given in rows:
            row = given if len(given.cells) >= width else self._padded(given)
            if row.is_too_long:
                error: EcrmError = InvalidInput(Problem.ROW_TOO_LONG)
                yield row, BadRow(row, (self._columns.problem(row, None, error),))
                continue
            try:
                found: ImportedRow | BadRow = record(row.number, row.cells, keys)
            except EcrmError as wrong:
                if self._columns.is_blank(row.cells):
                    continue
                found = BadRow(row, self._problems(row, wrong))
            yield row, found

    def _padded(self, row: Row) -> Row:
        missing = self._columns.width - len(row.cells)
        return row._replace(cells=row.cells + (None,) * missing) if missing > 0 else row

    def _problems(self, row: Row, error: EcrmError) -> tuple[RowProblem, ...]:
        if isinstance(self._rows, SaleRows):
            row = row._replace(cells=tuple(self._rows.plain(row.cells)))
        problems = self._columns.problems(row)
        wrong = {one.position for one in problems}
        rest = tuple(None if at in wrong else cell for at, cell in enumerate(row.cells))
        try:
            # What does not fit together shows only without the cells that are wrong anyway.
            self._rows.record(row.number, rest, self._unused_keys)
        except EcrmError as found:
            error = found
        if not problems or (error.field and not self._excused(error.field, wrong)):
            at = self._columns.position(error.field or "")
            problems.append(self._columns.problem(row, at, error))
        return tuple(problems)

    def _excused(self, field: str, wrong: set[int | None]) -> bool:
        """Tell whether a field is missing only because its cell, or one for it, is wrong."""
        places = {self._columns.position(name) for name in needed_with(self._kind, field)}
        return not wrong.isdisjoint(places - {None})


def _settled(
    held: Sequence[tuple[Row, ImportedRow | BadRow]],
) -> Iterator[ImportedRow | BadRow]:
    is_whole = len(held) == 1 or not any(isinstance(found, BadRow) for _, found in held)
    for row, found in held:
        if is_whole or isinstance(found, BadRow | LeftOutRow):
            yield found
        else:
            error = InvalidInput(Problem.PURCHASE_INCOMPLETE)
            yield BadRow(row, (RowProblem(row=row.number, position=None, error=error),))
