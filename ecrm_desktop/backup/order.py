"""Which backup holds later work, read from what was captured in them: no clock is asked."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ecrm_desktop.backup.contents import opened
from ecrm_desktop.backup.files import BackupFile
from ecrm_desktop.errors import DatabaseError, EcrmError, Problem
from ecrm_desktop.models.changes import THINNED


@dataclass(frozen=True, slots=True)
class _Group:
    """The last group of changes in a file.

    Number 0 where nothing was captured yet, and less in files of before anything was.
    """

    number: int
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestBackup:
    """The backup that holds the latest work.

    `by_date`: others hold work that is not in it, as after a restore, or could not be looked into,
    so that the date in its name had to decide.
    """

    file: BackupFile
    by_date: bool


def oldest_first(
    files: Sequence[BackupFile], latest: Path, secret: bytes | None
) -> list[BackupFile]:
    """Return backups in the order in which the work in them was done, `latest` being the last.

    Those whose work was given up, as by a restore, come where they left the line that leads to
    `latest`; those that cannot be looked into, by the date in their name. Raises what
    `read_contents` raises for `latest`.
    """
    found: list[tuple[tuple[object, ...], BackupFile]] = []
    unknown: list[BackupFile] = []
    with opened(latest, secret) as line:
        for file in files:
            try:
                with opened(file.path, secret) as other:
                    last = _last(other)
                    shared = _last_shared(other, line, last)
            except EcrmError:
                unknown.append(file)
            else:
                place = (shared, last.number > shared, last.number)
                found.append(((*place, file.made_at, file.path.name), file))
    ordered = [file for _place, file in sorted(found, key=lambda one: one[0])]
    return sorted(put_in_by_date(ordered, unknown), key=lambda one: one.path == latest)


def put_in_by_date(
    oldest_first: Sequence[BackupFile], others: Iterable[BackupFile]
) -> list[BackupFile]:
    """Return backups that are in order, with others where the date in their name puts them."""
    ordered = list(oldest_first)
    for file in sorted(others, key=lambda one: one.made_at):
        older = [at for at, one in enumerate(ordered, 1) if one.made_at <= file.made_at]
        ordered.insert(max(older, default=0), file)
    return ordered


def latest_backup(files: Iterable[BackupFile], secret: bytes | None = None) -> LatestBackup | None:
    """Return the backup that holds the latest work; None if none can be looked into.

    Raises DatabaseError KEY_MISSING or KEY_WRONG if all that might be are encrypted.
    """
    found: list[tuple[_Group, BackupFile]] = []
    locked: list[tuple[BackupFile, DatabaseError]] = []
    for file in files:
        try:
            with opened(file.path, secret) as connection:
                found.append((_last(connection), file))
        except DatabaseError as error:
            if error.problem in {Problem.KEY_MISSING, Problem.KEY_WRONG}:
                locked.append((file, error))
        except EcrmError:
            continue
    if not found:
        if locked:
            raise locked[0][1]
        return None
    ends = _ends(found, secret)
    chosen = max(ends, key=lambda one: (one.made_at, one.path.name))
    unseen = any(file.made_at > chosen.made_at for file, _error in locked)
    return LatestBackup(file=chosen, by_date=len(ends) > 1 or unseen)


def holds_work_of(backup: Path, other: Path, secret: bytes | None) -> bool:
    """Return whether all work in another file is in a backup too; raises as `read_contents`."""
    with opened(other, secret) as earlier, opened(backup, secret) as line:
        last = _last(earlier)
        return last.number <= 0 or (_is_captured(line) and _has(line, last))


def _ends(found: list[tuple[_Group, BackupFile]], secret: bytes | None) -> list[BackupFile]:
    """Return the files whose work is in no other one."""
    ends: list[BackupFile] = []
    began_anew = False
    furthest_first = sorted(
        found, key=lambda one: (one[0].number, one[1].made_at, one[1].path.name), reverse=True
    )
    with ExitStack() as stack:
        lines: list[Any] = []
        for last, file in furthest_first:
            if last.number > 0:
                is_in_another = any(_has(line, last) for line in lines)
            else:
                # One where nothing was captured yet may be a shop that began anew from a package.
                is_in_another = bool(lines) and (last.number < 0 or began_anew)
                began_anew = True
            if not is_in_another:
                lines.append(stack.enter_context(opened(file.path, secret)))
                ends.append(file)
    return ends


def _last(connection: Any) -> _Group:
    if not _is_captured(connection):
        return _Group(-1, "")
    found = connection.execute(
        "SELECT number, at FROM change_groups ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return _Group(*found) if found else _Group(0, "")


def _last_shared(other: Any, line: Any, last: _Group) -> int:
    """Return up to which group the work in two files is the same, by halving."""
    low, high, shared = 0, last.number, 0
    while low < high:
        middle = (low + high + 1) // 2
        found = other.execute(
            "SELECT number, at FROM change_groups WHERE number <= ? ORDER BY number DESC LIMIT 1",
            (middle,),
        ).fetchone()
        if found is None:
            low = middle
        elif _has(line, _Group(*found)):
            low, shared = middle, found[0]
        else:
            high = found[0] - 1
    return shared


def _has(line: Any, group: _Group) -> bool:
    """Return whether the work up to a group is in a file that captured any."""
    found = line.execute(
        "SELECT at FROM change_groups WHERE number = ?", (group.number,)
    ).fetchone()
    if found is not None:
        return bool(found[0] == group.at)
    # What was thinned out of a trail is in that file all the same: it was older than what is left.
    first = line.execute("SELECT number, at FROM change_groups ORDER BY number LIMIT 1").fetchone()
    thinned = line.execute("SELECT last FROM counters WHERE name = ?", (THINNED,)).fetchone()
    if first is None or thinned is None:
        return False
    return bool(group.number <= thinned[0] and group.number < first[0] and group.at <= first[1])


def _is_captured(connection: Any) -> bool:
    tables = "SELECT count(*) FROM sqlite_master WHERE name = 'change_groups'"
    return bool(connection.execute(tables).fetchone()[0])
