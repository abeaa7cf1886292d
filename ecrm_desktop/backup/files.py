"""The backups in a folder: what they are called, and which there are."""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from glob import escape
from pathlib import Path
from uuid import UUID

from ecrm_desktop.storage.unfinished_files import matching_files

SUFFIX = ".ecrm.db"
_STAMP = "%Y-%m-%d-%H%M%S"
_STAMPED = r"(?P<at>\d{4}-\d\d-\d\d-\d{6})"
_REPLACED = re.compile(rf".+-replaced-{_STAMPED}\.db")
_BACKUP = re.compile(rf"(?P<series>.+)-{_STAMPED}{re.escape(SUFFIX)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFile:
    """A backup as its name tells it; `size` in bytes.

    `replaced`: a file of the shop that a restore took out of its place.
    """

    path: Path
    made_at: datetime
    size: int
    replaced: bool = False


def series_of(database: Path, shop_id: UUID) -> str:
    """Return how the names of a shop's backups begin, so that no two shops share a series."""
    return f"{database.stem}-{shop_id.hex[-6:]}"


def local_folder(database: Path) -> Path:
    """Return the folder of backups on the same disk, beside the database."""
    return Path(os.path.abspath(database)).parent / "backups"  # noqa: PTH100 - a link stays one


def free_name(folder: Path, series: str, at: datetime) -> Path:
    """Return a path nobody has yet; its name sorts by time, which is UTC."""
    while (path := folder / f"{series}-{_stamp(at)}{SUFFIX}").exists():
        at += timedelta(seconds=1)
    return path


def replaced_name(database: Path, at: datetime) -> Path:
    """Return the path under which a database is kept that a restore takes out of its place."""
    while (path := database.with_name(f"{database.stem}-replaced-{_stamp(at)}.db")).exists():
        at += timedelta(seconds=1)
    return path


def find_backups(folder: Path, series: str | None, stem: str = "") -> list[BackupFile]:
    """Return the backups of a series, newest first; nothing where the folder is not to be read.

    Without a series (the database does not tell whose it is any more): of all shops whose file
    was called `stem`.
    """
    found = []
    for path in matching_files(folder, f"*{SUFFIX}"):
        name = _BACKUP.fullmatch(path.name)
        if name is None:
            continue
        whose = name["series"]
        wanted = (
            re.fullmatch(rf"{re.escape(stem)}-[0-9a-f]{{6}}", whose)
            if series is None
            else whose == series
        )
        if wanted:
            found += _described(path, name["at"], replaced=False)
    return sorted(found, key=lambda one: (one.made_at, one.path.name), reverse=True)


def is_backup(path: Path) -> bool:
    """Tell by its name whether a file is a backup, or what a restore took out of its place."""
    return bool(_BACKUP.fullmatch(path.name) or _REPLACED.fullmatch(path.name))


def find_replaced(database: Path) -> list[BackupFile]:
    """Return what restores took out of the database's place, newest first."""
    pattern = re.compile(rf"{re.escape(database.stem)}-replaced-{_STAMPED}\.db")
    found = []
    for path in matching_files(database.parent, f"{escape(database.stem)}-replaced-*.db"):
        name = pattern.fullmatch(path.name)
        # A restore that was killed leaves two names for the one file that is still in place.
        if name is not None and not _is_same(path, database):
            found += _described(path, name["at"], replaced=True)
    return sorted(found, key=lambda one: one.made_at, reverse=True)


def remove_second_names(database: Path) -> None:
    """Remove the names that restores gave the file before they were killed."""
    for path in matching_files(database.parent, f"{escape(database.stem)}-replaced-*.db"):
        if _is_same(path, database) and not Path(f"{path}-wal").exists():
            with suppress(OSError):
                path.unlink()


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime(_STAMP)


def _described(path: Path, stamp: str, *, replaced: bool) -> list[BackupFile]:
    with suppress(OSError, ValueError):
        made_at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        size = path.stat().st_size
        return [BackupFile(path=path, made_at=made_at, size=size, replaced=replaced)]
    return []


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
