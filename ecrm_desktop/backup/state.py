"""Where a shop's backups go on this PC, when each place got its last one, and what is due."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from ecrm_desktop.backup.contents import (
    Contents,
    read_contents,
)
from ecrm_desktop.backup.files import (
    BackupFile,
    find_backups,
    find_replaced,
    local_folder,
    series_of,
)
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.backup.order import latest_backup
from ecrm_desktop.errors import EcrmError, FileError, Problem
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.queries.backups import backup_need
from ecrm_desktop.settings import BACKUP_FOLDER, BACKUP_LIMIT, BACKUP_STATES, Settings
from ecrm_desktop.storage.database import Database

_MUCH_WORK = 1_000
_DAILY = timedelta(hours=20)
_HOURLY = timedelta(hours=1)
_OVERDUE = timedelta(days=3)
_GIGABYTE = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderState:
    """What is known of one folder of backups.

    `made_at` is the instant of the last backup that worked, `change` what `change_of` said then;
    `failed_at` and `problem` are of a later one that did not work.
    """

    folder: Path
    is_local: bool
    made_at: datetime | None = None
    change: int = -1
    failed_at: datetime | None = None
    problem: Problem | None = None

    def is_due(self, change: int, now: datetime) -> bool:
        """Return whether something changed since the last backup and a day has passed.

        Or much changed, or the clock went back, so that nobody knows what has passed. After a
        failure, an hour passes before the next try.
        """
        if change == self.change:
            return False
        if self.failed_at is not None and abs(now - self.failed_at) < _HOURLY:
            return False
        return (
            self.made_at is None
            or not timedelta(0) <= now - self.made_at < _DAILY
            or abs(change - self.change) >= _MUCH_WORK
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What became of a backup into one folder: a file, or the error."""

    folder: Path
    at: datetime
    change: int
    file: BackupFile | None = None
    error: EcrmError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestContents:
    """What is in the latest backup; `by_date` as in `LatestBackup`."""

    contents: Contents
    by_date: bool


def size_limit(settings: Settings) -> int:
    """Return how many bytes the backups of a shop may take in one folder."""
    return settings.get(BACKUP_LIMIT) * _GIGABYTE


def folder_states(settings: Settings, database: Path) -> list[FolderState]:
    """Return the folders that get backups of a database: beside it, and the chosen one."""
    states = [_state(settings, database, local_folder(database), is_local=True)]
    chosen = settings.get(BACKUP_FOLDER)
    if chosen and Path(chosen) != states[0].folder:
        states.append(_state(settings, database, Path(chosen), is_local=False))
    return states


def known_backups(settings: Settings, database: Path, shop_id: UUID) -> list[Path]:
    """Return every copy of a shop that this program made, in each folder it knows."""
    return [one.path for one in list_backups(settings, database, shop_id)]


def list_backups(settings: Settings, database: Path, shop_id: UUID | None) -> list[BackupFile]:
    """Return the backups of a shop and what restores replaced, newest first.

    `shop_id` is None where the database does not open: then of all shops with such a file.
    """
    found = find_replaced(database)
    series = None if shop_id is None else series_of(database, shop_id)
    for state in folder_states(settings, database):
        found += find_backups(state.folder, series, database.stem)
    return sorted(found, key=lambda one: one.made_at, reverse=True)


def find_latest(files: Iterable[BackupFile], secret: bytes | None = None) -> LatestContents | None:
    """Return what is in the backup that holds the latest work, of those that can be looked into.

    Raises DatabaseError KEY_MISSING or KEY_WRONG if all that might be are encrypted.
    """
    left = [file for file in files if not file.replaced]
    while (latest := latest_backup(left, secret)) is not None:
        try:
            contents = read_contents(latest.file.path, secret)
        except EcrmError:
            left.remove(latest.file)
        else:
            return LatestContents(contents=contents, by_date=latest.by_date)
    return None


def remember(settings: Settings, database: Path, attempts: Iterable[Attempt]) -> None:
    """Keep what became of backups."""
    kept = dict(settings.get(BACKUP_STATES).get(str(database.resolve()), {}))
    for attempt in attempts:
        entry = dict(kept.get(str(attempt.folder), {}))
        if attempt.error is None:
            entry = {"made_at": attempt.at.isoformat(), "change": attempt.change}
        else:
            entry |= {
                "failed_at": attempt.at.isoformat(),
                "problem": attempt.error.problem.value,
            }
        kept[str(attempt.folder)] = entry
    settings.set_part(BACKUP_STATES, str(database.resolve()), kept)


def expect_other_contents(settings: Settings, database: Path) -> None:
    """Let the next look find that something changed: another file takes the database's place."""
    key = str(database.resolve())
    kept = settings.get(BACKUP_STATES).get(key, {})
    settings.set_part(
        BACKUP_STATES,
        key,
        {
            folder: entry | {"change": -1} if isinstance(entry, dict) else entry
            for folder, entry in (kept.items() if isinstance(kept, dict) else ())
        },
    )


def back_up(
    database: Database,
    folders: Sequence[FolderState],
    *,
    now: datetime,
    limit: int,
    report_progress: ReportProgress = no_progress,
) -> list[Attempt]:
    """Make a backup in each folder; a failure in one keeps no other from being made.

    Cancelled goes on to the caller.
    """
    change = change_of(database)
    attempts = []
    for number, state in enumerate(folders):
        try:
            if state.is_local:
                _make_folder(state.folder)
            file = make_backup(
                database,
                state.folder,
                now=now,
                limit=limit,
                report_progress=_shifted(report_progress, number, len(folders)),
            )
        except EcrmError as error:
            if error.problem is Problem.CANCELLED:
                raise
            attempts.append(Attempt(folder=state.folder, at=now, change=change, error=error))
        else:
            attempts.append(Attempt(folder=state.folder, at=now, change=change, file=file))
    return attempts


def change_of(database: Database) -> int:
    """Return a number that every change of an open database's records makes larger."""
    with database.reading() as session:
        return backup_need(session).change


def overdue(
    states: Sequence[FolderState], change: int, shop_since: datetime | None, now: datetime
) -> FolderState | None:
    """Return the folder that has waited for a backup for three days although records changed.

    The worst one: a folder that never had one before one that had. A shop is given three days for
    its first backup.
    """
    waiting = [
        one
        for one in states
        if one.change != change
        and (since := one.made_at or shop_since) is not None
        and abs(now - since) >= _OVERDUE
    ]
    return min(waiting, key=lambda one: (one.made_at is not None, one.made_at), default=None)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise FileError(Problem.BACKUP_NOT_WRITTEN, path=folder) from error


def _shifted(report_progress: ReportProgress, number: int, folders: int) -> ReportProgress:
    def shifted(done: int, total: int) -> None:
        report_progress(number * total + done, folders * total)

    return shifted


def _state(settings: Settings, database: Path, folder: Path, *, is_local: bool) -> FolderState:
    entry: Any = settings.get(BACKUP_STATES).get(str(database.resolve()), {})
    entry = entry.get(str(folder), {}) if isinstance(entry, dict) else {}
    try:
        return FolderState(
            folder=folder,
            is_local=is_local,
            made_at=_instant(entry.get("made_at")),
            change=int(entry.get("change", -1)),
            failed_at=_instant(entry.get("failed_at")),
            problem=Problem(entry["problem"]) if "problem" in entry else None,
        )
    except (AttributeError, TypeError, ValueError):  # left there by another version
        return FolderState(folder=folder, is_local=is_local)


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
