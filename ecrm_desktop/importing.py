"""Brings the rows of a file into the shop's database, and takes them out again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, NoReturn
from uuid import UUID

from ecrm_desktop.drafts.imports import ImportedRow, RowProblem
from ecrm_desktop.errors import DatabaseError, EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.convert import BadRow, Converter
from ecrm_desktop.exchange.fields import column_title
from ecrm_desktop.exchange.mapping import Conventions, Mapping
from ecrm_desktop.exchange.sheets import FileKind, Sheet, TableFile
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.exchange.title_row import with_title_row
from ecrm_desktop.file_locks import lock_if_free
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.queries.imports import unfinished_imports
from ecrm_desktop.services import imports as services
from ecrm_desktop.services.imports import (
    ImportCounts,
    ImportSettings,
    KeptRecord,
    LinesApart,
    SkippedRow,
    UndoOutcome,
    begin_import,
    finish_import,
    import_in_portions,
    import_rows,
    log_import,
)
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.storage.portions import Portions
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import isolate_words

__all__ = [
    "ImportCounts",
    "ImportOutcome",
    "ImportRequest",
    "KeptRecord",
    "PreviewRow",
    "TakenOut",
    "UndoOutcome",
    "preview",
    "run_import",
    "sheet_named",
    "take_out_unfinished",
    "undo_import",
]

PREVIEWED: Final = 100


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
    `first_problems` are those of the first rows that have any, for people to look at.
    """

    import_id: UUID | None
    kind: ImportKind
    counts: ImportCounts
    problem_file: Path | None
    first_problems: tuple[RowProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenOut:
    """What was left of the import of a file that broke off, and is out again.

    `was_asked`: a person had asked to take it back, and it was that which broke off.
    """

    file_name: str
    outcome: UndoOutcome
    was_asked: bool

    @property
    def text(self) -> str:
        """What a person is told about it."""
        kept = self.outcome.kept_count
        if self.was_asked:
            return translate(
                "Imports",
                "Taking “{file}” back had not come to its end when the program last ended; now it "
                "is done.",
                file=isolate_words(self.file_name),
            )
        if kept:
            left = InvalidInput(Problem.IMPORT_LEFT, name=self.file_name, count=kept)
            return explain(left)
        return translate(
            "Imports",
            "“{file}” had not come in to the end when the program last ended, so what there was of "
            "it was taken out again. Bring it in once more.",
            file=isolate_words(self.file_name),
        )


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


def run_import(
    database: Database,
    request: ImportRequest,
    *,
    dry_run: bool = False,
    report_progress: ReportProgress = no_progress,
) -> ImportOutcome:
    """Bring in a file, all of it or nothing; a dry run only counts.

    A large one comes in several transactions, between which others may write and see what is there.
    If it breaks off it is taken out again, if need be when the file is opened next. Rows with
    problems are left out. Raises FileError as `open_tables` and BAD_ROWS_NOT_WRITABLE for the file
    of problems, InvalidInput FIELD_MISSING, UNIT_MISSING, SHEET_MISSING, IMPORT_RUNNING while one
    is on its way, and Cancelled when `report_progress` does; then nothing was changed. After
    CHANGE_UNCONFIRMED it may have been, and the file of problems stays; after IMPORT_BROKEN_OFF
    (name) some is there until the file is opened next, after IMPORT_LEFT (name, count) what
    somebody had worked on meanwhile.
    """
    with (
        _import_turn(database),
        _no_collector(),
        open_tables(request.path) as file,
    ):
        reading = _Reading(file, _asked_sheet(file, request), request, report_progress)
        left_out: set[str] = set()
        while True:
            try:
                if dry_run:
                    return _dry_run(database, reading, left_out)
                return _import(database, reading, left_out)
            except LinesApart as apart:
                left_out |= apart.numbers


@contextmanager
def _no_collector() -> Iterator[None]:
    """Spare the search for cycles, which would go through each block of rows again and again.

    In the window it rests anyway; what an import drops has no cycles.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _dry_run(database: Database, reading: "_Reading", left_out: set[str]) -> ImportOutcome:
    with suppress(_DryRun), database.transaction("import", captured=False) as session:
        context = import_rows(
            session, reading.records(), reading.settings, reading.report_progress, left_out
        )
        bad = reading.all_bad(context)
        _undo_dry_run()
    return _outcome(reading, context.counts, bad)


def _import(database: Database, reading: "_Reading", left_out: set[str]) -> ImportOutcome:
    import_id = problem_file = None
    is_in_portions = False

    def log(session: Session, counts: ImportCounts) -> UUID:
        return log_import(
            session,
            reading.settings.kind,
            reading.request.path.name,
            counts,
            user_id=database.capture.user_id,
            group_number=portions.group,
        )

    def write_down(session: Session, counters: str) -> None:
        nonlocal import_id, is_in_portions
        import_id = log(session, ImportCounts())
        begin_import(session, import_id, counters)
        is_in_portions = True

    try:
        with Portions(database, "import") as portions:
            context = import_in_portions(
                portions,
                reading.records(),
                reading.settings,
                reading.report_progress,
                left_out,
                before_others=write_down,
            )
            if is_in_portions:
                # The file is read once more for the rows that were refused.
                portions.commit()
            bad = reading.all_bad(context)
            if bad and reading.request.problem_file:
                # Before the last commit: if it cannot be written, nothing is brought in either.
                problem_file = reading.write_problems(bad)
            if import_id is not None:
                # In a group of its own: backups are ordered by the last one in them.
                portions.begin(apart=True)
                finish_import(portions.session, import_id, context.counts)
            else:
                import_id = log(portions.session, context.counts)
            portions.commit()
    except BaseException as error:
        is_unsure = isinstance(error, EcrmError) and error.problem is Problem.CHANGE_UNCONFIRMED
        if problem_file is not None and (is_in_portions or not is_unsure):
            with suppress(OSError):
                problem_file.unlink(missing_ok=True)
        if is_in_portions:
            _take_out_broken(database, reading, error)
            if is_unsure:
                raise DatabaseError(Problem.DISK_FULL) from error
        raise
    return _outcome(reading, context.counts, bad, import_id=import_id, problem_file=problem_file)


def _take_out_broken(database: Database, reading: "_Reading", error: BaseException) -> None:
    """Take out what came in.

    Raises DatabaseError IMPORT_BROKEN_OFF (name) if that fails too, InvalidInput IMPORT_LEFT
    (name, count) if somebody had worked on some of it.
    """
    taken_out = _take_out(database, no_progress)
    kept = sum(one.outcome.kept_count for one in taken_out)
    if kept:
        name = reading.request.path.name
        raise InvalidInput(Problem.IMPORT_LEFT, name=name, count=kept) from error


def _outcome(
    reading: "_Reading",
    counts: ImportCounts,
    bad: list[BadRow],
    *,
    import_id: UUID | None = None,
    problem_file: Path | None = None,
) -> ImportOutcome:
    first = [problem for one in bad[:PREVIEWED] for problem in one.problems]
    return ImportOutcome(
        import_id=import_id,
        kind=reading.settings.kind,
        counts=counts,
        problem_file=problem_file,
        first_problems=tuple(first[:PREVIEWED]),
    )


class _DryRun(Exception):  # noqa: N818 - no failure: it undoes the transaction
    """All was counted."""


def _undo_dry_run() -> NoReturn:
    raise _DryRun


class _Reading:
    """Reads one file as often as it is asked, and gathers the rows that say nothing sound."""

    def __init__(
        self, file: TableFile, sheet: Sheet, request: ImportRequest, report_progress: ReportProgress
    ) -> None:
        self._file = file
        self._sheet = sheet
        self.request = request
        self._report = report_progress
        self._bad: list[BadRow] = []
        self.settings = ImportSettings(
            kind=request.mapping.kind,
            match=request.mapping.match,
            on_match=request.mapping.on_match,
            timezone=request.conventions.timezone,
            now=utc_now(),
            untitled=translate("Imports", "Goods"),
        )

    def records(self) -> Iterator[ImportedRow | SkippedRow]:
        """Yield the records of the file from the first row on."""
        self._bad = []
        converter = Converter(self.request.mapping, self.request.conventions)
        is_purchases = self.request.mapping.kind is ImportKind.PURCHASES
        for found in converter.convert(self._file.rows(self._sheet)):
            if isinstance(found, BadRow):
                self._bad.append(found)
                yield SkippedRow(converter.number_of(found.row) if is_purchases else "")
            else:
                yield found

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
        if self._file.kind is FileKind.VCARD:
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
    "phones": ("phone",),
}


def _asked_sheet(file: TableFile, request: ImportRequest) -> Sheet:
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


def undo_import(
    database: Database, import_id: UUID, *, report_progress: ReportProgress = no_progress
) -> UndoOutcome:
    """Take an import back: what it made goes, what it changed is as before.

    Records that were worked on since stay as they are. A large one goes in several transactions,
    between which others may write; once it has begun it is finished, if need be when the file is
    opened next. Raises InvalidInput RECORD_MISSING, IMPORT_UNDONE, IMPORT_TOO_OLD (days),
    IMPORT_ELSEWHERE for one made on another PC, IMPORT_RUNNING while one is on its way, and
    DatabaseError UNDO_BROKEN_OFF if some of it is out.
    """
    with _import_turn(database), Portions(database, "undo_import") as portions:
        try:
            portions.begin()
            outcome = services.undo_import(portions.session, import_id, report_progress, portions)
            portions.commit()
        except Exception as error:
            if portions.has_committed:
                raise DatabaseError(Problem.UNDO_BROKEN_OFF) from error
            raise
    return outcome


def take_out_unfinished(
    database: Database, *, report_progress: ReportProgress = no_progress
) -> list[TakenOut]:
    """Take out what was left of imports that broke off, and go on with undos that did.

    Nothing is done while one is on its way in any process. Raises DatabaseError IMPORT_BROKEN_OFF
    (name) or UNDO_BROKEN_OFF if it could not be done.
    """
    with database.reading() as session:
        if not unfinished_imports(session):
            return []
    with _no_other_import(database) as is_free:
        return _take_out(database, report_progress) if is_free else []


def _take_out(database: Database, report_progress: ReportProgress) -> list[TakenOut]:
    taken_out = []
    with database.reading() as session:
        unfinished = unfinished_imports(session)
    for one in unfinished:
        try:
            with Portions(database, "undo_import", group=one.undo_group) as portions:
                outcome = services.take_out(portions, one, report_progress)
                portions.commit()
        except Exception as error:
            log_failure(error)
            is_asked = one.counters is None
            problem = Problem.UNDO_BROKEN_OFF if is_asked else Problem.IMPORT_BROKEN_OFF
            details = {} if is_asked else {"name": one.file_name}
            raise DatabaseError(problem, **details) from error
        taken_out.append(TakenOut(one.file_name, outcome, one.counters is None))
    return taken_out


@contextmanager
def _import_turn(database: Database) -> Iterator[None]:
    """Be the only one who imports into this file, with nothing left of an earlier import.

    Raises InvalidInput IMPORT_RUNNING.
    """
    with _no_other_import(database) as is_free:
        if not is_free:
            raise InvalidInput(Problem.IMPORT_RUNNING)
        _take_out(database, no_progress)
        yield


@contextmanager
def _no_other_import(database: Database) -> Iterator[bool]:
    """Yield whether nobody imports into this file at the moment, and nobody will meanwhile."""
    with lock_if_free(database.path.with_name(f"{database.path.name}-importing")) as is_free:
        yield is_free
