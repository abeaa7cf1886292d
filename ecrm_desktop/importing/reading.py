"""The file of an import as it was asked for: its first rows, all of them, and the wrong ones."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from ecrm_desktop.drafts.imports import ImportedRow, RowProblem, SharedKey
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.convert import BadRow, Converter
from ecrm_desktop.exchange.fields import column_title
from ecrm_desktop.exchange.mapping import Conventions, Mapping
from ecrm_desktop.exchange.sheets import NAMES_COLUMNS, Sheet, TableFile
from ecrm_desktop.exchange.title_row import with_title_row
from ecrm_desktop.i18n import translate
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.services.imports import (
    ImportCounts,
    ImportSettings,
    SkippedRow,
)
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.values.statuses import ImportKind

PREVIEWED: Final = 100
_REPORTED: Final = 1_000
_NUMBERS: Final = {
    ImportKind.CUSTOMERS: {"customer": "code"},
    ImportKind.PURCHASES: {"customer": "customer_code", "purchase": "number"},
}
"""The numbers that a row without the column needs, by what they are of."""
_MOST_NUMBERS: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """What to bring in; `sheet` is a sheet's name, "" the first one.

    `header_row` is the number of the row with the titles as a person said it (0: there is none;
    None: as the reader found it). `problem_file`: write the rows with problems to an .xlsx file
    beside the source.
    """

    path: Path
    sheet: str = ""
    header_row: int | None = None
    mapping: Mapping
    conventions: Conventions
    problem_file: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row as it will become.

    `values` has one entry for each column of the mapping, None where it is ignored, empty or
    wrong: text, `Phone`, `date`, `PartialDate`, `time`, members of `values.statuses`, bool, tuples
    of texts or phones, amounts in minor units and quantities in thousandths (int). `record` is None
    if the row has problems.
    """

    number: int
    values: tuple[Any, ...]
    record: ImportedRow | None
    problems: tuple[RowProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOutcome:
    """What an import did; `import_id` is None if it was a dry run.

    `problem_file` is None if there are no problems, none was asked for, or it was a dry run.
    `first_problems` are those of the first rows that have any, for people to look at. So many rows
    (`shared`) have the phone or address of somebody with an unlike name; `first_shared` are some.
    Of so many rows (`kept`) the note keeps what has no field or does not fit its own; `first_kept`
    are some of them, each with the line of the note. `footers` are
    the numbers of the rows that are sums or remarks and no records.
    """

    import_id: UUID | None
    kind: ImportKind
    counts: ImportCounts
    problem_file: Path | None
    first_problems: tuple[RowProblem, ...] = ()
    shared: int = 0
    first_shared: tuple[SharedKey, ...] = ()
    kept: int = 0
    first_kept: tuple[tuple[int, str], ...] = ()
    footers: tuple[int, ...] = ()


def preview(
    sheet: Sheet, mapping: Mapping, conventions: Conventions, *, limit: int = PREVIEWED
) -> tuple[PreviewRow, ...]:
    """Return the first rows of a sheet as they will become; nothing is read but its sample.

    Raises InvalidInput FIELD_MISSING (name), UNIT_MISSING.
    """
    converter = Converter(mapping, conventions)
    rows = sheet.sample[:limit]
    found: dict[int, ImportedRow | BadRow] = {
        one.row.number if isinstance(one, BadRow) else one.row: one
        for one in converter.convert(rows)
    }
    return tuple(
        PreviewRow(
            number=row.number,
            values=converter.values(row),
            record=None if isinstance(one, BadRow) else one,
            problems=one.problems if isinstance(one, BadRow) else (),
        )
        for row in rows
        if (one := found.get(row.number)) is not None
    )


class ImportReading:
    """Reads one file as often as it is asked, and gathers the rows that say nothing sound."""

    def __init__(
        self,
        file: TableFile,
        sheet: Sheet,
        request: ImportRequest,
        report_progress: ReportProgress,
        *,
        skip_numbered: bool,
    ) -> None:
        self._skip_numbered = skip_numbered
        self._file = file
        self._sheet = sheet
        self.request = request
        self._report = report_progress
        self._bad: list[BadRow] = []
        self.settings = ImportSettings(
            kind=request.mapping.kind,
            match=request.mapping.match,
            on_match=request.mapping.on_match,
            on_shared=request.mapping.on_shared,
            timezone=request.conventions.timezone,
            now=utc_now(),
            untitled=translate("Imports", "Goods"),
        )

    def records(self) -> Iterator[ImportedRow | SkippedRow]:
        """Yield the records of the file from the first row on."""
        self._bad = []
        converter = Converter(
            self.request.mapping, self.request.conventions, skip_numbered=self._skip_numbered
        )
        is_purchases = self.request.mapping.kind is ImportKind.PURCHASES
        for found in converter.convert(self._file.rows(self._sheet)):
            if isinstance(found, BadRow):
                self._bad.append(found)
                yield SkippedRow(converter.number_of(found.row) if is_purchases else "")
            else:
                yield found

    def numbers_needed(self) -> dict[str, int]:
        """Return how many numbers, by their names, the file needs at most; reads it once.

        Of a very long list only so many are worth keeping from the other PCs.
        """
        columns = self.request.mapping.columns
        places = {
            name: columns.index(column) if column in columns else len(columns)
            for name, column in _NUMBERS.get(self.request.mapping.kind, {}).items()
        }
        needed = dict.fromkeys(places, 0)
        for done, row in enumerate(self._file.rows(self._sheet) if places else ()):
            if done % _REPORTED == 0:
                self._report(0, 0)
            for name, place in places.items():
                needed[name] += place >= len(row.cells) or row.cells[place] in {None, ""}
        return {name: min(count, _MOST_NUMBERS) for name, count in needed.items()}

    @property
    def footers(self) -> tuple[int, ...]:
        """The numbers of the rows that were left out as sums and remarks."""
        return tuple(self._file.footers)

    def report_progress(self, done: int) -> None:
        """Report how far it is."""
        total = self._sheet.row_count or 0
        self._report(min(done, total) if total else done, total)

    def all_bad(self, context: ImportContext) -> list[BadRow]:
        """Return all rows with problems, each problem at its column, in the order of the file.

        They are counted in the `context`.
        """
        context.counts.problems += len(self._bad)
        by_row: dict[int, list[RowProblem]] = {}
        for one in context.problems:
            by_row.setdefault(one.row, []).append(replace(one, position=self._place_of(one)))
        rows = self._file.rows(self._sheet) if by_row else ()
        late = [BadRow(row, tuple(by_row[row.number])) for row in rows if row.number in by_row]
        return sorted([*self._bad, *late], key=lambda one: one.row.number)

    def _place_of(self, problem: RowProblem) -> int | None:
        field = problem.error.field or ""
        columns = self.request.mapping.columns
        names = _COLUMNS_OF.get(field, (field,)) if field else ()
        return next((columns.index(name) for name in names if name in columns), None)

    def write_problems(self, bad: list[BadRow]) -> Path:
        """Write the rows with problems beside the source; return where."""
        from ecrm_desktop.exchange.problem_file import (  # noqa: PLC0415 - openpyxl takes 0.25 s
            problem_file_name,
            write_problem_file,
        )

        source, sheet = self.request.path, self._sheet
        if self._file.kind in NAMES_COLUMNS:
            # Nobody sees the names of a contact's parts in the file.
            titles = (column_title(ImportKind.CUSTOMERS, name) for name in sheet.header)
            sheet = replace(sheet, header=tuple(titles))
        return write_problem_file(source.with_name(problem_file_name(source)), sheet, bad)


# Fields of a draft that files know by other names.
_COLUMNS_OF: Final = {
    "notes": ("note",),
    "company_name": ("company", "name"),
    "first_name": ("first_name", "name"),
    "last_name": ("last_name", "name"),
    "phones": ("phone", "customer_phone"),
    "code": ("code", "customer_code"),
}


def asked_sheet(file: TableFile, request: ImportRequest) -> Sheet:
    """Return the sheet of a request with its titles where the person said; SHEET_MISSING."""
    sheet = sheet_named(file, request.sheet)
    row = request.header_row
    return sheet if row is None else with_title_row(sheet, row)


def sheet_named(file: TableFile, name: str) -> Sheet:
    """Return the sheet of this name, the first one for ""; SHEET_MISSING (name, known)."""
    found = [sheet for sheet in file.sheets if not name or sheet.name == name]
    if not found:
        known = [sheet.name for sheet in file.sheets]
        raise InvalidInput(Problem.SHEET_MISSING, name=name, known=known)
    return found[0]
