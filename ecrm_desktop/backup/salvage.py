"""A new, sound database out of all that can still be read of a damaged one."""

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Table

from ecrm_desktop.backup.access import NOBODY, KnownPeople, add_lost_people, had_password
from ecrm_desktop.backup.contents import contents_of
from ecrm_desktop.backup.mending import lacks_owner, mend
from ecrm_desktop.backup.reading import (
    Losses,
    Record,
    read_encrypted,
    read_plain,
    salvaged_tables,
)
from ecrm_desktop.backup.restoring import let_begin_anew, write_down_restore
from ecrm_desktop.errors import DatabaseError, FileError, Problem
from ecrm_desktop.models.customer_index import REBUILD
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.figure_lines import BEGIN_ANEW
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.storage.database import APPLICATION_ID, Database
from ecrm_desktop.storage.database_file import (
    connect,
    file_key_id,
    open_file,
    secret_of,
    translated_errors,
)
from ecrm_desktop.storage.durability import confirm_name, flush
from ecrm_desktop.storage.unfinished_files import part_of, remove_leftovers, remove_part
from ecrm_desktop.values.passwords import unknown_password

_BATCH = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What came through.

    `counts` are records outside the bin by kind, as in `Contents`, without the customers that were
    added for records of lost ones; `rows` are records of all
    tables, `lost` how many of each table did not come through, and `mended` those added, corrected
    or left out so that everything fits together. `lost` is what the file's own indexes, the numbers
    of its changes and references to records have more than came through; where `pages` could not be
    read, these may have been among them, so that it is the least that is lost. `locked`: no owner
    came through though people had passwords, so the one who was added has one that nobody knows.
    """

    path: Path
    counts: dict[str, int]
    rows: int
    lost: dict[str, int]
    pages: int
    mended: int
    locked: bool = False


def salvage(
    damaged: Path,
    output: Path,
    *,
    lost_name: str,
    lost_line: str,
    trail_name: str = "",
    known: KnownPeople = NOBODY,
    secret: bytes | None = None,
    report_progress: ReportProgress = no_progress,
) -> Salvaged:
    """Copy everything readable of a file that nobody has open into a new one of the newest schema.

    `lost_name` becomes the name of a customer, user or shop to whom records belong while the
    record itself is gone, `lost_line` the title of a line that makes a purchase add up;
    `trail_name`, if given, is what the audit trail of the new file calls it, as of a restored
    backup. Nobody is asked who they are: the new file has the passwords of the damaged one, and of
    `known` people those who are in it no more. The new file is encrypted if the damaged one was.
    Raises FileError FILE_MISSING, FILE_NOT_WRITABLE, FILE_UNCONFIRMED or NOTHING_SALVAGED (path),
    DatabaseError DATABASE_EXISTS, those of `Database` and `secret_of`, and Cancelled; the damaged
    file is never touched.
    """
    if not damaged.is_file():
        raise FileError(Problem.FILE_MISSING, path=damaged)
    if output.exists():
        raise DatabaseError(Problem.DATABASE_EXISTS)
    secret = secret_of(damaged, secret)
    for stem in (output.name, f".{output.name}"):  # a part is made by way of a part of its own
        remove_leftovers(output.parent, stem)
    part = part_of(output)
    try:
        _make_empty(part, secret)
        with translated_errors(), closing(open_file(part, secret)) as target:
            salvaged = _fill(
                target, damaged, output, secret, (lost_name, lost_line), known, report_progress
            )
        if trail_name:
            write_down_restore(
                part, trail_name, None, secret=secret, backup=damaged, is_salvaged=True
            )
        else:
            let_begin_anew(part, secret)
        flush(part)
        part.replace(output)
        confirm_name(output)
    except OSError as error:
        raise FileError(Problem.FILE_NOT_WRITABLE, path=output) from error
    finally:
        remove_part(part)
    return salvaged


def _make_empty(path: Path, secret: bytes | None) -> None:
    if secret is None:
        Database(path, create=True).close()
        return
    with closing(connect(path, secret=secret)) as connection:
        # A page has to be there before the file tells its key.
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}").fetchall()
        connection.execute("VACUUM")
    Database(path, secret=secret).close()


def _fill(
    target: Any,
    damaged: Path,
    output: Path,
    secret: bytes | None,
    words: tuple[str, str],
    known: KnownPeople,
    report_progress: ReportProgress,
) -> Salvaged:
    for pragma in ("journal_mode = DELETE", "synchronous = OFF", "cache_size = -64000"):
        target.execute(f"PRAGMA {pragma}").fetchall()
    target.execute("BEGIN IMMEDIATE")
    triggers = target.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall()
    for name, _sql in triggers:
        target.execute(f"DROP TRIGGER {name}")
    losses, came = _copy(target, damaged, secret, report_progress)
    if not came.total():
        raise FileError(Problem.NOTHING_SALVAGED, path=damaged)
    lost = _lost(target, losses, came)
    added = add_lost_people(target.execute, known)
    locked = lacks_owner(target) and had_password(target.execute, known)
    mended, nameless = _mend(target, words, unknown_password() if locked else "")
    for statement in (*REBUILD, *BEGIN_ANEW):
        target.execute(statement)
    for _name, sql in triggers:
        target.execute(sql)
    target.execute("COMMIT")
    contents = contents_of(target, Path(target.execute("PRAGMA database_list").fetchone()[2]))
    return Salvaged(
        path=output,
        counts=contents.counts | {"customers": contents.counts["customers"] - nameless},
        rows=came.total(),
        lost=lost,
        pages=losses.pages,
        mended=added + mended,
        locked=locked,
    )


def _mend(target: Any, words: tuple[str, str], owner_hash: str) -> tuple[int, int]:
    """Return how many records were touched, and how many customers are only there to be named."""
    count = f"SELECT count(*) FROM {Customer.__tablename__}"
    before = target.execute(count).fetchone()[0]
    mended = mend(target, *words, owner_hash=owner_hash)
    return mended, target.execute(count).fetchone()[0] - before


def _lost(target: Any, losses: Losses, came: Counter[str]) -> dict[str, int]:
    """Return how many records of each table are lost at least, of those that lost any."""
    first, last = target.execute("SELECT min(number), max(number) FROM changes").fetchone()
    # Their numbers leave no gaps.
    counted = {"changes": 0 if last is None else last - first + 1}
    referred_to = _referred_to(target)
    lost = {
        table.name: max(
            losses.senseless[table.name],
            referred_to[table.name],
            max(losses.expected.get(table.name, 0), counted.get(table.name, 0)) - came[table.name],
        )
        for table in salvaged_tables()
    }
    return {name: number for name, number in lost.items() if number > 0}


def _referred_to(target: Any) -> Counter[str]:
    """Return how many records of each table are referred to and are not there."""
    missing: dict[str, set[bytes]] = {}
    for table in salvaged_tables():
        for key in table.foreign_keys:
            parent, column = key.column.table.name, key.parent.name
            rows = target.execute(
                f"SELECT DISTINCT {column} FROM {table.name} WHERE {column} NOT IN"
                f" (SELECT {key.column.name} FROM {parent})"
            )
            missing.setdefault(parent, set()).update(value for (value,) in rows)
    return Counter({name: len(values) for name, values in missing.items()})


def _copy(
    target: Any, damaged: Path, secret: bytes | None, report_progress: ReportProgress
) -> tuple[Losses, Counter[str]]:
    orders = {
        table.name: [row[1] for row in target.execute(f"PRAGMA table_info({table.name})")]
        for table in salvaged_tables()
    }
    waiting: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = {}
    came = Counter[str]()

    def write(name: str, columns: tuple[str, ...]) -> None:
        marks = ", ".join("?" * len(columns))
        names = ", ".join(f'"{column}"' for column in columns)
        before = target.total_changes
        # What was found twice, or has no value where one must be, is left out.
        target.executemany(
            f"INSERT OR IGNORE INTO {name} ({names}) VALUES ({marks})",
            waiting.pop((name, columns)),
        )
        came[name] += target.total_changes - before

    def take(table: Table, record: Record) -> None:
        known = {name: value for name, value in record.items() if name in table.columns}
        key = (table.name, tuple(known))
        rows = waiting.setdefault(key, [])
        rows.append(tuple(known.values()))
        if len(rows) >= _BATCH:
            write(*key)

    try:
        if file_key_id(damaged) is None:
            losses = read_plain(damaged, orders, take, report_progress)
        else:
            losses = read_encrypted(damaged, secret, take, report_progress)
    except driver.Error as error:
        raise FileError(Problem.NOTHING_SALVAGED, path=damaged) from error
    for key in list(waiting):
        write(*key)
    return losses, came
