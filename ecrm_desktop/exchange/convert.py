"""Rows of a file as what they say, or as what is wrong with them."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.imports import (
    ImportedCustomer,
    ImportedInteraction,
    ImportedProduct,
    ImportedReturn,
    ImportedRow,
    ImportedSale,
    LeftOutRow,
    MatchBy,
    RowProblem,
)
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.columns import Columns
from ecrm_desktop.exchange.convert_customers import CustomerRows
from ecrm_desktop.exchange.convert_interactions import InteractionRows
from ecrm_desktop.exchange.convert_products import ProductRows
from ecrm_desktop.exchange.convert_sales import SaleRows
from ecrm_desktop.exchange.fields import column_title, needed_with
from ecrm_desktop.exchange.mapping import Conventions, Mapping
from ecrm_desktop.exchange.sheets import Cell, Row
from ecrm_desktop.exchange.source_keys import SourceKeys
from ecrm_desktop.values.statuses import ImportKind

_LONGEST_PURCHASE: Final = 10_000
_NEVER_ODD: Final = frozenset({"code", "name", "first_name", "last_name", "company", "note"})
"""The fields of a customer that nothing else says, or that hold any text."""
_ODD_OF_BUYERS: Final = frozenset({"customer_phone", "customer_email", "time"})
"""The fields of a purchase or an interaction that it can do without."""
_KEYS: Final = frozenset(
    ("phone", "phone2", "phone3", "national_id", "email", "customer_phone", "customer_email")
)
"""The fields that tell customers apart, one of which has to be right."""
_OF_NOBODY: Final = frozenset({Problem.PHONE_NOT_DIGITS, Problem.PHONE_ABROAD})
"""What is no number here, so that nobody is found by it once it is mended."""
_NEVER_KEPT: Final = frozenset(
    {Problem.ROW_TOO_LONG, Problem.TEXT_UNREADABLE, Problem.TEXT_TOO_LONG}
)


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
        self._kind, self._match = mapping.kind, mapping.match
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
        is_whole = not self._columns.has_countries
        for given in rows:
            row = given if is_whole and len(given.cells) >= width else self._padded(given)
            if row.is_too_long:
                error: EcrmError = InvalidInput(Problem.ROW_TOO_LONG)
                yield row, BadRow(row, (self._columns.problem(row, None, error),))
                continue
            try:
                found: ImportedRow | BadRow = record(row.number, row.cells, keys)
            except EcrmError as wrong:
                if self._columns.is_blank(row.cells):
                    continue
                found = self._known_all_the_same(row) or BadRow(row, self._problems(row, wrong))
            yield row, found

    def _known_all_the_same(self, row: Row) -> ImportedRow | None:
        """Return what a row says without the wrong cells that others can do without.

        The note keeps them. Who is mistyped has to be known by something else.
        """
        wrong = {problem.position: problem.error for problem in self._signed_problems(row)}
        fields = {at: name for at, name in self._columns.names if at in wrong}
        if not wrong or any(
            not self._may_be_odd(fields[at]) or error.problem in _NEVER_KEPT
            for at, error in wrong.items()
            if at is not None
        ):
            return None
        cells, kept = list(row.cells), list[str]()
        for at, name in fields.items():
            cells[at], texts = self._columns.readable(name, row.cells[at])
            title = column_title(self._kind, name)
            kept += [f"{title}: {' '.join(text.split())}" for text in texts]
        is_mistyped = any(
            fields[at] in _KEYS and error.problem not in _OF_NOBODY
            for at, error in wrong.items()
            if at is not None
        )
        try:
            # The mended row is to be about the same customer, and not about a second one.
            if is_mistyped and not self._is_known(
                self._rows.record(row.number, cells, self._unused_keys)
            ):
                return None
            found = self._rows.record(row.number, cells, self._keys)
        except EcrmError:
            return None
        if isinstance(found, LeftOutRow | ImportedProduct):
            return found if isinstance(found, LeftOutRow) else None
        return replace(found, kept=(*found.kept, *kept))

    def _may_be_odd(self, field: str) -> bool:
        if self._kind is ImportKind.CUSTOMERS:
            return field not in _NEVER_ODD
        return field in _ODD_OF_BUYERS

    def _is_known(self, found: ImportedRow) -> bool:
        """Tell whether what is right of a row tells whom it is about."""
        if isinstance(found, ImportedCustomer):
            return any(_key(found.draft, way) for way in self._match or MatchBy)
        if isinstance(found, ImportedSale | ImportedReturn):
            return bool(found.customer_code or found.customer_phone or found.customer_email)
        if isinstance(found, ImportedInteraction):
            return bool(found.customer_code or found.customer_phone)
        return isinstance(found, LeftOutRow)

    def _signed_problems(self, row: Row) -> list[RowProblem]:
        if isinstance(self._rows, SaleRows):
            row = row._replace(cells=tuple(self._rows.plain(row.cells)))
        return self._columns.problems(row)

    def _padded(self, row: Row) -> Row:
        missing = self._columns.width - len(row.cells)
        if missing > 0:
            row = row._replace(cells=row.cells + (None,) * missing)
        if self._columns.has_countries:
            row = row._replace(cells=self._columns.with_countries(row.cells))
        return row

    def _problems(self, row: Row, error: EcrmError) -> tuple[RowProblem, ...]:
        problems = self._signed_problems(row)
        if isinstance(self._rows, SaleRows):
            row = row._replace(cells=tuple(self._rows.plain(row.cells)))
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


def _key(draft: CustomerDraft, way: MatchBy) -> object:
    """Return what a customer is found by in a way, nothing if they are not."""
    match way:
        case MatchBy.CODE:
            return draft.code
        case MatchBy.NATIONAL_ID:
            return draft.national_id
        case MatchBy.EMAIL:
            return draft.email
        case MatchBy.PHONE | MatchBy.NAME_AND_PHONE:
            return draft.phones


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
