"""What is brought back opens for nobody for whom the shop did not open."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ecrm_desktop.backup.access import known_people
from ecrm_desktop.backup.files import local_folder
from ecrm_desktop.backup.known_shops import remember_shop
from ecrm_desktop.backup.restoring import restore
from ecrm_desktop.backup.salvage import Salvaged, salvage
from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.changes import ChangeFilter, EntryKind, change_rows, list_changes
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.passwords import check_password
from ecrm_desktop.queries.shop import UserRow, get_shop, users
from ecrm_desktop.services.passwords import (
    ask_for_reset,
    recover_password,
    remove_password,
    set_password,
    stop_reset,
)
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.services.users import add_user
from ecrm_desktop.settings import Settings
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import Role
from ecrm_desktop.values.uptime import uptime
from tests.helpers.guarded_shop import (
    FORMER,
    MANAGER,
    OTHER_PIN,
    OWNER,
    PIN,
    STAFF,
    GuardedShop,
    back_up,
    lose_tables,
    spoil,
)
from tests.helpers.older_shop import A_SHOP, AN_OWNER, make_older_shop

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
TODAY = datetime(2026, 11, 22, tzinfo=UTC).date()
LOST = "نام گم‌شده"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def people(path: Path) -> dict[str, UserRow]:
    database = Database(path)
    with database.reading() as session:
        found = {one.name: one for one in users(session, retired=True)}
    database.close()
    return found


def opens(path: Path, name: str, password: str) -> bool:
    user = people(path)[name]
    database = Database(path)
    with database.reading() as session:
        answer = check_password(session, user.id, password, now=uptime())
    database.close()
    return answer.right


def put_back(backup: Path, path: Path, settings: Settings) -> None:
    """Restore it as somebody who was not asked who they are."""
    restore(backup, path, now=NOW, known=known_people(settings, path, None, backup))


def saved(path: Path, output: Path, settings: Settings) -> Salvaged:
    found = salvage(
        path,
        output,
        lost_name=LOST,
        lost_line="قلم گم‌شده",
        trail_name="نجات",
        known=known_people(settings, path, None),
    )
    database = Database(output)
    with database.transaction() as session:
        assert check_database(session).is_sound
    database.close()
    return found


def test_a_backup_of_before_the_passwords_is_no_way_in_where_the_file_is_gone(
    guarded: GuardedShop, settings: Settings
) -> None:
    path = guarded.path
    path.unlink()
    put_back(guarded.before, path, settings)
    now = people(path)
    assert {name: one.has_password for name, one in now.items()} == {
        OWNER: True, MANAGER: False, STAFF: True, FORMER: False,
    }  # fmt: skip
    assert now[FORMER].role is Role.STAFF
    assert opens(path, OWNER, PIN)
    database = Database(path)
    with database.transaction() as session:
        recover_password(session, now[OWNER].id, guarded.code, None)
    database.close()
    assert opens(path, OWNER, "")


def test_nor_is_it_where_the_file_does_not_open_and_is_the_only_one_that_knows_them(
    guarded: GuardedShop, settings: Settings
) -> None:
    path = guarded.path
    guarded.after.unlink()
    lose_tables(path, "customers")
    put_back(guarded.before, path, settings)
    assert opens(path, OWNER, PIN)
    assert people(path)[FORMER].role is Role.STAFF


def test_a_password_that_was_removed_since_is_not_asked_for(
    guarded: GuardedShop, settings: Settings
) -> None:
    path = guarded.path
    database = Database(path)
    with database.transaction() as session:
        for user in users(session):
            session.get_one(User, user.id).password_hash = ""
    back_up(database, 3)
    database.close()
    path.unlink()
    put_back(guarded.before, path, settings)
    assert not any(one.has_password for one in people(path).values())


def test_a_reset_that_was_stopped_does_not_come_back(
    guarded: GuardedShop, settings: Settings
) -> None:
    path = guarded.path
    database = Database(path)
    with database.reading() as session:
        owner = users(session)[0].id
    with database.transaction() as session:
        ask_for_reset(session, owner, TODAY)
    asked = back_up(database, 3)
    database.capture.user_id = owner
    with database.transaction() as session:
        stop_reset(session, owner)
    back_up(database, 4)
    database.close()
    path.unlink()
    put_back(asked, path, settings)
    assert people(path)[OWNER].reset_asked_on is None


def test_who_said_who_they_are_gets_the_backup_as_it_was(
    guarded: GuardedShop, settings: Settings
) -> None:
    path = guarded.path
    owner = people(path)[OWNER].id
    known = known_people(settings, path, None, guarded.before, owner)
    restore(guarded.before, path, now=NOW, by=owner, known=known)
    assert not any(one.has_password for one in people(path).values())


def test_who_said_so_to_another_shop_did_not_say_it_to_this_one(
    guarded: GuardedShop, settings: Settings
) -> None:
    path = guarded.path
    path.unlink()
    another = Database(path, create=True)
    with another.transaction() as session:
        stranger = create_shop(session, ShopDraft(name="دیگر"), "IRR", "بیگانه")
    another.close()
    known = known_people(settings, path, None, guarded.before, stranger)
    restore(guarded.before, path, now=NOW, by=stranger, known=known)
    assert opens(path, OWNER, PIN)


def test_owners_whom_the_latest_state_does_not_know_stay_outside(
    guarded: GuardedShop, settings: Settings, tmp_path: Path
) -> None:
    path = guarded.path
    path.unlink()
    elsewhere = tmp_path / "elsewhere" / "shop.db"
    restore(guarded.before, elsewhere, now=NOW)
    database = Database(elsewhere)
    with database.transaction() as session:
        add_user(session, UserDraft(name="بیگانه", role=Role.OWNER))
        add_user(session, UserDraft(name="فروشندهٔ نو"))
    local_folder(elsewhere).mkdir()
    other_line = back_up(database, 1)
    database.close()
    put_back(other_line, path, settings)
    now = people(path)
    assert (now["بیگانه"].has_password, now["فروشندهٔ نو"].has_password) == (True, False)
    assert opens(path, OWNER, PIN)


def test_a_backup_of_another_shop_has_its_own_people(
    guarded: GuardedShop, settings: Settings, tmp_path: Path
) -> None:
    path = guarded.path
    other = tmp_path / "other" / "shop.db"
    database = Database(other, create=True)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="دیگر"), "IRR", "بیگانه")
    local_folder(other).mkdir()
    backup = back_up(database, 1)
    database.close()
    put_back(backup, path, settings)
    assert [*people(path)] == ["بیگانه"]


def test_a_backup_of_an_older_schema_gets_them_too(
    guarded: GuardedShop, settings: Settings
) -> None:
    path = guarded.path
    older = path.with_name("older.db")
    database = Database(path)
    with database.reading() as session:
        shop_id = get_shop(session).id.hex
    database.close()
    a_shop = A_SHOP.replace("00112233445566778899aabbccddeeff", shop_id)
    make_older_shop(older, "0001", a_shop, AN_OWNER.replace(OWNER, "آن‌وقت"))
    put_back(older, path, settings)
    now = people(path)
    assert (now["آن‌وقت"].has_password, now[OWNER].has_password) == (True, True)
    assert opens(path, OWNER, PIN)


def test_what_is_salvaged_opens_with_the_passwords_of_before(
    guarded: GuardedShop, settings: Settings
) -> None:
    path = guarded.path
    guarded.after.unlink()
    spoil(path)
    new = path.with_name("new.db")
    assert not saved(path, new, settings).locked
    assert opens(new, OWNER, PIN)
    assert opens(new, STAFF, OTHER_PIN)
    assert not opens(new, OWNER, "")
    assert trail(new) == [("", "نجات")]


def trail(path: Path) -> list[tuple[str, str]]:
    database = Database(path)
    with database.reading() as session:
        found = list_changes(session, ChangeFilter(kind=EntryKind.BACKUP_RESTORED), Sort("at"))
        rows = change_rows(session, found)
    database.close()
    return [(row.user_name, row.record.name) for row in rows]


def test_people_whom_the_file_lost_come_from_the_latest_backup(
    guarded: GuardedShop, settings: Settings
) -> None:
    path = guarded.path
    lose_tables(path, "users")
    new = path.with_name("new.db")
    assert not saved(path, new, settings).locked
    assert opens(new, OWNER, PIN)
    assert opens(new, STAFF, OTHER_PIN)
    assert people(new)[FORMER].role is Role.STAFF
    database = Database(new)
    with database.transaction() as session:
        recover_password(session, users(session)[0].id, guarded.code, None)
    database.close()


@pytest.mark.parametrize("trace", ["changes", "failed_passwords", "wrong_passwords", "settings"])
def test_an_owner_whom_nothing_knows_any_more_is_locked(
    guarded: GuardedShop, settings: Settings, trace: str
) -> None:
    path = guarded.path
    guarded.after.unlink()
    database = Database(path)
    owner = people(path)[OWNER]
    with database.transaction() as session:
        connection = session.connection()
        values = f"x'{owner.id.hex}', 1, '1970-01-01 00:00:01.000000', 0"
        if trace == "wrong_passwords":
            connection.exec_driver_sql(f"INSERT INTO wrong_passwords VALUES ({values})")
        if trace == "failed_passwords":
            connection.exec_driver_sql(
                "INSERT INTO failed_passwords (id, user_id, created_at, updated_at) VALUES"
                f" (randomblob(16), x'{owner.id.hex}', '2026-09-01 08:00:00.000000',"
                " '2026-09-01 08:00:00.000000')"
            )
        shop_id = get_shop(session).id
    database.close()
    if trace == "settings":
        remember_shop(settings, path, shop_id, "مهر", NOW, has_password=True)
    for one in local_folder(path).iterdir():
        one.unlink()
    lose_tables(path, "users", *({"changes"} - {trace}))
    new = path.with_name("new.db")
    assert saved(path, new, settings).locked
    now = people(new)
    assert {name: one.has_password for name, one in now.items()} == {LOST: True}
    assert not opens(new, LOST, "")
    database = Database(new)
    with database.transaction() as session:
        ask_for_reset(session, now[LOST].id, TODAY)
    database.close()


def test_the_owner_is_locked_where_only_others_came_through(
    guarded: GuardedShop, settings: Settings
) -> None:
    path = guarded.path
    guarded.after.unlink()
    database = Database(path)
    with database.transaction() as session:
        session.connection().exec_driver_sql(
            "UPDATE users SET created_at = '' WHERE name = ?", (OWNER,)
        )
    database.close()
    for one in local_folder(path).iterdir():
        one.unlink()
    new = path.with_name("new.db")
    assert saved(path, new, settings).locked
    now = people(new)
    assert (now[LOST].has_password, opens(new, STAFF, OTHER_PIN)) == (True, True)


def test_where_nobody_ever_had_a_password_nobody_is_kept_outside(
    settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "shop.db"
    database = Database(path, create=True)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="مهر"), "IRR", OWNER)
        add_user(session, UserDraft(name=STAFF))
        shop_id = get_shop(session).id
    local_folder(path).mkdir()
    backup = back_up(database, 1)
    database.close()
    remember_shop(settings, path, shop_id, "مهر", NOW)
    lose_tables(path, "users")
    new = path.with_name("new.db")
    assert not saved(path, new, settings).locked
    assert not any(one.has_password for one in people(new).values())
    backup.rename(path.with_name("away.db"))
    assert not saved(path, path.with_name("second.db"), settings).locked
    assert opens(path.with_name("second.db"), LOST, "")


def test_people_of_another_shop_are_not_let_in(
    guarded: GuardedShop, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "other" / "shop.db"
    path.parent.mkdir()
    database = Database(path, create=True)
    with database.transaction() as session:
        owner = create_shop(session, ShopDraft(name="دیگر"), "IRR", "بیگانه")
        set_password(session, owner, PIN)
    database.capture.user_id = owner
    with database.transaction() as session:
        remove_password(session, owner)
    database.close()
    guarded.before.parent.rename(local_folder(path))
    spoil(path)
    new = path.with_name("new.db")
    assert not saved(path, new, settings).locked
    assert [*people(new)] == ["بیگانه"]
