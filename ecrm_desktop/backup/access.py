"""Who may open a shop that is brought back while nobody could be asked who they are."""

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as driver

from ecrm_desktop.backup.contents import Contents, opened, read_contents
from ecrm_desktop.backup.known_shops import known_shop
from ecrm_desktop.backup.order import holds_work_of
from ecrm_desktop.backup.reading import Record, fits
from ecrm_desktop.backup.state import find_latest, list_backups
from ecrm_desktop.errors import EcrmError
from ecrm_desktop.models.base import Base
from ecrm_desktop.models.changes import MASK
from ecrm_desktop.models.users import User
from ecrm_desktop.settings import Settings
from ecrm_desktop.storage.database_file import open_file, reading_of_closed, secret_of
from ecrm_desktop.values.passwords import unknown_password
from ecrm_desktop.values.statuses import Role

Execute = Callable[[str, tuple[Any, ...]], Any]

_USERS = Base.metadata.tables[User.__tablename__]
_UNREADABLE = (EcrmError, driver.Error, UnicodeDecodeError, OSError)
# What is left where somebody had a password; a table that was lost says nothing.
_TRACES = (
    "SELECT 1 FROM users WHERE password_hash <> ''",
    "SELECT 1 FROM failed_passwords",
    "SELECT 1 FROM wrong_passwords",
    f"SELECT 1 FROM changes WHERE table_name = 'users' AND after LIKE '%\"{MASK}\"%'",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPeople:
    """The users of the shop `shop_id` as its latest readable state has them, column by column.

    `had_password`: somebody had one when the shop was opened on this PC last.
    """

    shop_id: UUID | None = None
    people: tuple[Record, ...] = ()
    had_password: bool = False

    @property
    def keep_apart(self) -> bool:
        """Whether somebody who works there has to say who they are."""
        return any(
            one.get("password_hash") and one["active"] and one.get("deleted_at") is None
            for one in self.people
        )


NOBODY = KnownPeople()


def known_people(
    settings: Settings,
    path: Path,
    secret: bytes | None,
    backup: Path | None = None,
    by: UUID | None = None,
) -> KnownPeople:
    """Return the people of the shop whose closed file is, or was, at `path`.

    From that file as far as SQLite can read it, and from the latest of its backups; `backup` may be
    one that lies elsewhere, and then its shop is meant. Nobody is returned if it is put back `by`
    who said to the file at `path` who they are, and both are of one shop. Nothing is raised for
    what cannot be read.
    """
    kept = known_shop(settings, path)
    here, people = _people_in(path, secret)
    whose = here or (None if kept is None else kept.shop_id)
    with suppress(*_UNREADABLE):
        if backup is not None:
            whose = read_contents(backup, secret).shop_id
    if by is not None and here == whose:
        return NOBODY
    latest = _latest(settings, path, whose, secret)
    with suppress(*_UNREADABLE):
        # One of another line of work may be an old one in which somebody went on.
        if backup is not None and (latest is None or holds_work_of(backup, latest.path, secret)):
            latest = read_contents(backup, secret)
    whose = whose or (None if latest is None else latest.shop_id)
    found: dict[Any, Record] = {}
    with suppress(*_UNREADABLE):
        if latest is not None:
            with opened(latest.path, secret) as connection:
                found = {one["id"]: one for one in _people(connection)}
    if None in {here, whose} or here == whose:
        found |= {one["id"]: one for one in people}
    had = kept is not None and kept.had_password and whose in {None, kept.shop_id}
    return KnownPeople(shop_id=whose, people=tuple(found.values()), had_password=had)


def _latest(
    settings: Settings, path: Path, shop_id: UUID | None, secret: bytes | None
) -> Contents | None:
    with suppress(*_UNREADABLE):
        found = find_latest(list_backups(settings, path, shop_id), secret)
        return None if found is None else found.contents
    return None


def give_access(execute: Execute, known: KnownPeople) -> None:
    """Let the people of a restored file be who they are in the latest state of the shop.

    Else an older backup, of before somebody had a password or of when they were more than they are,
    would be the way in without one. Whoever the latest state does not know gets a password that
    nobody knows, unless they have one or are staff. Nothing is done where it keeps nobody apart.
    """
    if not known.keep_apart:
        return
    for person in known.people:
        if execute("SELECT 1 FROM users WHERE id = ?", (person["id"],)).fetchone() is None:
            _insert(execute, person)
        else:
            columns = [name for name in person if name != "id"]
            marks = ", ".join(f'"{name}" = ?' for name in columns)
            values = tuple(person[name] for name in (*columns, "id"))
            execute(f"UPDATE users SET {marks} WHERE id = ?", values)
    ids = {person["id"] for person in known.people}
    open_to_all = execute(
        "SELECT id FROM users WHERE password_hash = '' AND active AND deleted_at IS NULL"
        " AND role <> ?",
        (Role.STAFF.value,),
    ).fetchall()
    for (key,) in open_to_all:
        if key not in ids:
            hashed = unknown_password()
            execute("UPDATE users SET password_hash = ? WHERE id = ?", (hashed, key))


def add_lost_people(execute: Execute, known: KnownPeople) -> int:
    """Add to salvaged people those whom only the latest backup still knows; return how many.

    None if that is another shop's.
    """
    here = execute("SELECT id FROM shop", ()).fetchone()
    if here is not None and known.shop_id is not None and here[0] != known.shop_id.bytes:
        return 0
    there = {key for (key,) in execute("SELECT id FROM users", ()).fetchall()}
    lost = [person for person in known.people if person["id"] not in there]
    for person in lost:
        _insert(execute, person)
    return len(lost)


def had_password(execute: Execute, known: KnownPeople) -> bool:
    """Return whether there is reason to believe that the shop's people had passwords."""
    return (
        known.had_password
        or known.keep_apart
        or any(execute(f"{trace} LIMIT 1", ()).fetchone() is not None for trace in _TRACES)
    )


def _insert(execute: Execute, person: Record) -> None:
    names = ", ".join(f'"{name}"' for name in person)
    marks = ", ".join("?" * len(person))
    execute(f"INSERT INTO users ({names}) VALUES ({marks})", tuple(person.values()))


def _people_in(path: Path, secret: bytes | None) -> tuple[UUID | None, list[Record]]:
    """Return whose the file at `path` is and its people; it may be damaged, foreign or missing."""
    with suppress(*_UNREADABLE):
        key = secret_of(path, secret)
        with closing(open_file(path, key, reading_of_closed(path))) as connection:
            people = _people(connection)
            with suppress(*_UNREADABLE):
                (shop_id,) = connection.execute("SELECT id FROM shop").fetchone() or (None,)
                return None if shop_id is None else UUID(bytes=shop_id), people
            return None, people
    return None, []


def _people(connection: Any) -> list[Record]:
    cursor = connection.execute("SELECT * FROM users")
    names = [column[0] for column in cursor.description]
    records = (dict(zip(names, row, strict=True)) for row in cursor.fetchall())
    known = ({name: one[name] for name in one if name in _USERS.columns} for one in records)
    return [one for one in known if fits(_USERS, one)]
