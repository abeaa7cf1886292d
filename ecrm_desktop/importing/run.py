"""Bringing a file in: in portions, all of it or nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import Final, NoReturn
from uuid import UUID

from ecrm_desktop.errors import DatabaseError, EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.convert import BadRow
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing.reading import (
    PREVIEWED,
    ImportOutcome,
    ImportReading,
    ImportRequest,
    asked_sheet,
)
from ecrm_desktop.importing.taking_out import import_turn, take_out_now
from ecrm_desktop.models.changes import IMPORTING
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.queries.imports import has_keys_of_lines
from ecrm_desktop.services.counters import is_shared
from ecrm_desktop.services.imports import (
    ImportCounts,
    LinesApart,
    begin_import,
    finish_import,
    import_in_portions,
    import_rows,
    log_import,
)
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.storage.portions import Portions

_TURNS_GIVEN: Final = 5
_TURN_SECONDS: Final = 0.1


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
        import_turn(database),
        _no_collector(),
        open_tables(request.path) as file,
    ):
        with database.reading() as session:
            skip_numbered = not has_keys_of_lines(session)
            needs_numbers = not dry_run and is_shared(session)
        reading = ImportReading(
            file,
            asked_sheet(file, request),
            request,
            report_progress,
            skip_numbered=skip_numbered,
        )
        if needs_numbers:
            from ecrm_desktop.sync.rounds import (  # noqa: PLC0415 - only if asked
                lease_numbers,
            )

            lease_numbers(database, reading.numbers_needed())
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


def _dry_run(database: Database, reading: ImportReading, left_out: set[str]) -> ImportOutcome:
    """Count in one transaction that is undone; it begins anew if somebody else wants to save.

    Where somebody always does they wait for it in the end, for a count has to be had some time.
    """
    for gives_turn in (*[True] * _TURNS_GIVEN, False):
        try:
            return _counted(database, reading, left_out, gives_turn=gives_turn)
        except _TurnAsked:
            database.turns.answer()
            sleep(_TURN_SECONDS)
    raise RuntimeError


def _counted(
    database: Database, reading: ImportReading, left_out: set[str], *, gives_turn: bool
) -> ImportOutcome:
    def report(done: int) -> None:
        reading.report_progress(done)
        if gives_turn and database.turns.is_asked:
            raise _TurnAsked

    with suppress(_DryRun), database.transaction(IMPORTING, captured=False) as session:
        context = import_rows(session, reading.records(), reading.settings, report, left_out)
        bad = reading.all_bad(context)
        _undo_dry_run()
    return _outcome(reading, context, bad)


def _import(database: Database, reading: ImportReading, left_out: set[str]) -> ImportOutcome:
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
        with Portions(database, IMPORTING) as portions:
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
    return _outcome(reading, context, bad, import_id=import_id, problem_file=problem_file)


def _take_out_broken(database: Database, reading: ImportReading, error: BaseException) -> None:
    """Take out what came in.

    Raises DatabaseError IMPORT_BROKEN_OFF (name) if that fails too, InvalidInput IMPORT_LEFT
    (name, count) if somebody had worked on some of it.
    """
    taken_out = take_out_now(database, no_progress)
    kept = sum(one.outcome.kept_count for one in taken_out)
    if kept:
        name = reading.request.path.name
        raise InvalidInput(Problem.IMPORT_LEFT, name=name, count=kept) from error


def _outcome(
    reading: ImportReading,
    context: ImportContext,
    bad: list[BadRow],
    *,
    import_id: UUID | None = None,
    problem_file: Path | None = None,
) -> ImportOutcome:
    first = [problem for one in bad[:PREVIEWED] for problem in one.problems]
    return ImportOutcome(
        import_id=import_id,
        kind=reading.settings.kind,
        counts=context.counts,
        problem_file=problem_file,
        first_problems=tuple(first[:PREVIEWED]),
        shared=context.shared.count,
        first_shared=tuple(context.shared.first),
        kept=context.kept.count,
        first_kept=tuple(context.kept.first),
        footers=reading.footers,
    )


class _TurnAsked(Exception):  # noqa: N818 - no failure: somebody else wants to save
    """The transaction is undone for them."""


class _DryRun(Exception):  # noqa: N818 - no failure: it undoes the transaction
    """All was counted."""


def _undo_dry_run() -> NoReturn:
    raise _DryRun
