"""Looking through the shop's file and its backups while people work, a part at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as driver

from ecrm_desktop.backup.comparing import SpoiledRecords, spoiled_records
from ecrm_desktop.backup.contents import check_file
from ecrm_desktop.backup.state import list_backups
from ecrm_desktop.errors import DatabaseError, EcrmError, Problem
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.settings import FILE_LOOKS, Settings
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.database_file import Reading, is_garbled, open_file, translated_errors
from ecrm_desktop.storage.soundness import (
    Unsound,
    checked_tables,
    judge,
    wrong_in_pages,
    wrong_in_table,
)

StoppedBy = Callable[[Callable[[], None]], AbstractContextManager[None]]
"""Lets work be ended from another thread by a function, as long as the context lasts."""

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_START_SECONDS = 1.0
_STEPS_BETWEEN_QUESTIONS = 20_000
_ALL_PAGES = ""  # the last part of a round: what no table alone tells


@dataclass(frozen=True, slots=True, kw_only=True)
class LookState:
    """How far a file was looked through on this PC.

    `following` is the table at which the next short look begins, `compared` are the parts of the
    present round that were compared with their indexes, `rounded_at` is when the last round ended
    or, before any did, when the first look was, and `backups` when each backup was last read to its
    end, by name.
    """

    following: str = ""
    compared: tuple[str, ...] = ()
    rounded_at: datetime | None = None
    backups: dict[str, datetime] = field(default_factory=dict)

    def may_compare(self, now: datetime) -> bool:
        """Return whether there is something to do while nobody works: a round a day."""
        return bool(self.compared) or not _is_within(self.rounded_at, now, _DAY)

    def must_compare(self, now: datetime) -> bool:
        """Return whether a week has passed, so that it is done even while people work."""
        return self.rounded_at is not None and not _is_within(self.rounded_at, now, _WEEK)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedBackup:
    """A backup that was read; `spoiled`: of the shop itself, as `comparing.spoiled_records`."""

    path: Path
    is_damaged: bool = False
    spoiled: Mapping[str, SpoiledRecords] = field(default_factory=dict)


def look_state(settings: Settings, database: Path) -> LookState:
    """Return what the settings of this PC say."""
    entry: Any = settings.get(FILE_LOOKS).get(_key(database), {})
    try:
        return LookState(
            following=str(entry.get("following", "")),
            compared=tuple(map(str, entry.get("compared", ()))),
            rounded_at=_instant(entry.get("rounded_at")),
            backups={
                str(name): datetime.fromisoformat(at)
                for name, at in entry.get("backups", {}).items()
            },
        )
    except (AttributeError, TypeError, ValueError):  # left there by another version
        return LookState()


def remember_look(settings: Settings, database: Path, state: LookState) -> None:
    """Keep it there."""
    entry = {
        "following": state.following,
        "compared": list(state.compared),
        "rounded_at": None if state.rounded_at is None else state.rounded_at.isoformat(),
        "backups": {name: at.isoformat() for name, at in state.backups.items()},
    }
    settings.set_part(FILE_LOOKS, _key(database), entry)


def look_shortly(
    database: Database,
    state: LookState,
    now: datetime,
    report_progress: ReportProgress,
    stopped_by: StoppedBy,
) -> tuple[LookState, Unsound | None]:
    """Read tables for about a second, going on where the last short look ended.

    A table in which something is wrong stays the next one. Raises DatabaseError
    DATABASE_UNREADABLE or DATABASE_LOCKED, and Cancelled.
    """
    state = replace(state, rounded_at=state.rounded_at or now)
    with _looking(database, report_progress, stopped_by) as connection:
        tables = checked_tables(connection)
        first = tables.index(state.following) if state.following in tables else 0
        end = monotonic() + _START_SECONDS
        for table in tables[first:] + tables[:first]:
            told = _told(connection, table, thoroughly=False)
            if told:
                return replace(state, following=table), _all_told(connection, told)
            state = replace(state, following=_after(tables, table))
            if monotonic() >= end:
                break
    return state, None


def compare_part(
    database: Database,
    state: LookState,
    now: datetime,
    report_progress: ReportProgress,
    stopped_by: StoppedBy,
) -> tuple[LookState, Unsound | None]:
    """Read one more table, and whether its indexes say the same; at the end of a round all pages.

    The longest one of 200,000 customers takes some seconds, during which others save as ever. What
    is wrong keeps the round at its part. Raises as `look_shortly`.
    """
    with _looking(database, report_progress, stopped_by) as connection:
        left = [one for one in checked_tables(connection) if one not in state.compared]
        if left:
            told = _told(connection, left[0], thoroughly=True)
            found = _all_told(connection, told) if told else None
        else:
            found = judge(_pages_told(connection))
    if found is not None:
        return state, found
    if left:
        return replace(state, compared=(*state.compared, left[0])), None
    return replace(state, compared=(), rounded_at=now), None


def check_oldest_backup(
    settings: Settings,
    database: Database,
    shop_id: UUID,
    state: LookState,
    now: datetime,
    report_progress: ReportProgress,
    stopped_by: StoppedBy,
) -> tuple[LookState, CheckedBackup | None]:
    """Read to its end the backup that was read longest ago, and measure a plain file by it.

    Each is read once a week at most, one in a day. What is not there, as on a stick, waits.
    """
    files = list_backups(settings, database.path, shop_id)
    known = {one.path.name: state.backups.get(one.path.name) for one in files}
    state = replace(state, backups={name: at for name, at in known.items() if at is not None})
    if any(_is_within(at, now, _DAY) for at in known.values()):
        return state, None
    due = [one for one in files if not _is_within(known[one.path.name], now, _WEEK)]
    if not due:
        return state, None
    oldest = min(due, key=lambda one: (known[one.path.name] or one.made_at, one.path.name)).path
    state = replace(state, backups=state.backups | {oldest.name: now})
    try:
        check_file(oldest, database.secret, report_progress)
    except EcrmError as error:
        if error.problem is Problem.CANCELLED:
            raise
        is_damaged = error.problem in {Problem.BACKUP_DAMAGED, Problem.BACKUP_ALTERED}
        return state, CheckedBackup(path=oldest, is_damaged=is_damaged)
    if database.secret is not None:  # each page has a checksum of its own
        return state, CheckedBackup(path=oldest)
    with _looking(database, report_progress, stopped_by) as connection:
        spoiled = spoiled_records(connection, oldest)
    return state, CheckedBackup(path=oldest, spoiled=spoiled)


@contextmanager
def _looking(
    database: Database, report_progress: ReportProgress, stopped_by: StoppedBy
) -> Iterator[Any]:
    """Yield a connection of its own, each statement of which is one read that hinders no save."""
    # Not `connect`: closing a second handle to a file that is open here would drop its locks.
    with (
        translated_errors(),
        closing(open_file(database.path, database.secret, Reading.LOCKS)) as connection,
    ):
        stopped: list[EcrmError] = []

        def ask() -> int:
            try:
                report_progress(0, 0)
            except EcrmError as error:
                stopped.append(error)
            return len(stopped)

        # Stopping takes effect at once, but is lost between two statements.
        connection.set_progress_handler(ask, _STEPS_BETWEEN_QUESTIONS)
        try:
            with stopped_by(connection.interrupt):
                yield connection
        except driver.Error:
            report_progress(0, 0)  # Cancelled, if that is why
            raise
        report_progress(0, 0)


def _told(connection: Any, table: str, *, thoroughly: bool) -> Sequence[str]:
    return _explained(lambda: wrong_in_table(connection, table, thoroughly=thoroughly))


def _pages_told(connection: Any) -> Sequence[str]:
    return _explained(lambda: wrong_in_pages(connection))


def _explained(ask: Callable[[], Sequence[str]]) -> Sequence[str]:
    """Return what SQLite tells, or what it gave up over if that is damage."""
    try:
        return ask()
    except driver.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name.startswith("SQLITE_IOERR"):
            raise DatabaseError(Problem.DATABASE_UNREADABLE) from error
        if not (name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or is_garbled(error)):
            raise
        return [str(error)]
    except UnicodeDecodeError as error:  # of words that SQLite quotes
        return [error.reason]


def _all_told(connection: Any, told: Sequence[str]) -> Unsound | None:
    # An index may only be made anew where no page of it is another's too.
    return judge([*told, *_pages_told(connection)])


def _after(tables: Sequence[str], table: str) -> str:
    return tables[(tables.index(table) + 1) % len(tables)]


def _is_within(at: datetime | None, now: datetime, time: timedelta) -> bool:
    # A clock that went back tells nothing about how long ago that was.
    return at is not None and timedelta(0) <= now - at < time


def _key(database: Path) -> str:
    return str(database.resolve())


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
