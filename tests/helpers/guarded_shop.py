"""A shop whose people got passwords after its first backup, and what may befall its file."""

import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from ecrm_desktop.backup.files import local_folder
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.shop import users
from ecrm_desktop.services.passwords import set_password
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.services.users import add_user
from ecrm_desktop.storage.database import Database, connect
from ecrm_desktop.values.statuses import Role
from tests.helpers.factories import give_password, make_customer

OWNER, MANAGER, STAFF, FORMER = "مریم", "زهرا", "رضا", "ندا"
PIN, OTHER_PIN = "7294", "8361"
CUSTOMER = "سمیرا کریمی"
_PAGE = 4096


@dataclass(frozen=True)
class GuardedShop:
    """A closed shop; `before` is its backup of before the passwords, `after` the one since.

    «ندا» was an owner before and sells now; only the owner, with a recovery code, and «رضا» have
    passwords.
    """

    path: Path
    before: Path
    after: Path
    code: str

    def copy_to(self, folder: Path) -> "GuardedShop":
        """Return a copy of all of it in a folder."""
        shutil.copytree(self.path.parent, folder, dirs_exist_ok=True)
        here = {name: getattr(self, name) for name in ("path", "before", "after")}
        there = {name: folder / one.relative_to(self.path.parent) for name, one in here.items()}
        return replace(self, **there)


def make_guarded_shop(path: Path) -> GuardedShop:
    """Make it."""
    database = Database(path, create=True)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="مهر"), "IRR", OWNER)
        add_user(session, UserDraft(name=MANAGER, role=Role.MANAGER))
        add_user(session, UserDraft(name=STAFF))
        former = add_user(session, UserDraft(name=FORMER, role=Role.OWNER))
        make_customer(session, CUSTOMER, code="1", phone="+989123456789")
    local_folder(path).mkdir(exist_ok=True)
    before = back_up(database, 1)
    with database.transaction() as session:
        session.get_one(User, former).role = Role.STAFF
        ids = {one.name: one.id for one in users(session)}
        code = set_password(session, ids[OWNER], PIN)
        give_password(session, ids[STAFF], OTHER_PIN)
    after = back_up(database, 2)
    database.close()
    return GuardedShop(path, before, after, code)


def back_up(database: Database, day: int) -> Path:
    """Make a backup beside an open shop."""
    now = datetime(2026, 11, day, 10, 30, tzinfo=UTC)
    return make_backup(database, local_folder(database.path), now=now, limit=10**9).path


def lose_tables(path: Path, *tables: str, secret: bytes | None = None) -> None:
    """Overwrite the pages in which the records of small tables of a closed shop lie."""
    content = bytearray(path.read_bytes())
    with closing(connect(path, secret=secret)) as connection:
        for table in tables:
            (root,) = connection.execute(
                "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
            ).fetchone()
            content[(root - 1) * _PAGE : root * _PAGE] = bytes(_PAGE)
    path.write_bytes(content)


def spoil(path: Path) -> None:
    """Let a closed shop not open any more, though all its records can be read."""
    content = bytearray(path.read_bytes())
    content[:100] = bytes(100)
    path.write_bytes(content)
