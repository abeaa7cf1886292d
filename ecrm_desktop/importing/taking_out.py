"""Taking imports out again: when a person asks for it, and what broke off."""

import errno
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from uuid import UUID

from ecrm_desktop.errors import DatabaseError, InvalidInput, Problem
from ecrm_desktop.file_locks import lock_if_free
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.models.changes import UNDOING_AN_IMPORT
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.queries.imports import unfinished_imports
from ecrm_desktop.services import imports as services
from ecrm_desktop.services.imports import UndoOutcome
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.portions import Portions
from ecrm_desktop.storage.turns import importing_lock
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.values.text import isolate_words


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
    with import_turn(database), Portions(database, UNDOING_AN_IMPORT) as portions:
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
    if database.is_read_only:
        return []
    with database.reading() as session:
        if not unfinished_imports(session):
            return []
    with _no_other_import(database) as is_free:
        return take_out_now(database, report_progress) if is_free else []


def take_out_now(database: Database, report_progress: ReportProgress) -> list[TakenOut]:
    """Do as `take_out_unfinished` for whoever has the turn."""
    taken_out = []
    with database.reading() as session:
        unfinished = unfinished_imports(session)
    for one in unfinished:
        try:
            with Portions(database, UNDOING_AN_IMPORT, group=one.undo_group) as portions:
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
def import_turn(database: Database) -> Iterator[None]:
    """Be the only one who imports into this file, with nothing left of an earlier import.

    Raises InvalidInput IMPORT_RUNNING.
    """
    with _no_other_import(database) as is_free:
        if not is_free:
            raise InvalidInput(Problem.IMPORT_RUNNING)
        take_out_now(database, no_progress)
        yield


@contextmanager
def _no_other_import(database: Database) -> Iterator[bool]:
    """Yield whether nobody imports into this file at the moment, and nobody will meanwhile.

    Raises DatabaseError FOLDER_READ_ONLY (path) or DISK_FULL.
    """
    database.check_writable()
    lock = importing_lock(database.path)
    with ExitStack() as stack:
        try:
            is_free = stack.enter_context(lock_if_free(lock))
        except OSError as error:
            if isinstance(error, PermissionError) or error.errno == errno.EROFS:
                raise DatabaseError(Problem.FOLDER_READ_ONLY, path=str(lock.parent)) from error
            raise DatabaseError(Problem.DISK_FULL) from error
        yield is_free
