"""Passwords are kept as hashes, checked slowly on purpose, and wrong ones make wait."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.changes import Change
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.passwords import (
    PasswordCheck,
    anyone_has_password,
    check_password,
    password_wait,
)
from ecrm_desktop.queries.shop import get_shop, users
from ecrm_desktop.services.passwords import (
    count_wrong_password,
    forget_wrong_passwords,
    remove_password,
    set_password,
)
from ecrm_desktop.services.shop import create_shop, set_lock_minutes
from ecrm_desktop.services.users import add_user
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from tests.helpers.factories import retire_user

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.fixture
def owner(database: Database) -> UUID:
    with database.transaction() as session:
        return create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")


def check(database: Database, user: UUID, password: str, now: datetime = NOW) -> PasswordCheck:
    with database.reading() as session:
        return check_password(session, user, password, now=now)


def give(database: Database, user: UUID, password: str) -> None:
    with database.transaction() as session:
        set_password(session, user, password)


def fail(database: Database, user: UUID, times: int, now: datetime = NOW) -> int:
    wait = 0
    for _time in range(times):
        with database.transaction() as session:
            wait = count_wrong_password(session, user, now=now)
    return wait


def test_nobody_has_a_password_at_first(database: Database, owner: UUID) -> None:
    with database.reading() as session:
        assert not anyone_has_password(session)
        assert [one.has_password for one in users(session)] == [False]
    assert check(database, owner, "").right
    assert not check(database, owner, "7294").right


def test_a_password_is_asked_for_until_it_is_removed(database: Database, owner: UUID) -> None:
    give(database, owner, "۷۲۹۴")
    with database.reading() as session:
        assert anyone_has_password(session)
        assert [one.has_password for one in users(session)] == [True]
    assert check(database, owner, "7294") == PasswordCheck(right=True)
    for wrong in ("", "7295", "۷۲۹"):
        assert not check(database, owner, wrong).right
    with database.transaction() as session:
        remove_password(session, owner)
    with database.reading() as session:
        assert not anyone_has_password(session)


def test_a_bad_new_one_leaves_the_old_one(database: Database, owner: UUID) -> None:
    give(database, owner, "7294")
    with pytest.raises(InvalidInput, match=Problem.PASSWORD_TOO_EASY) as caught:
        give(database, owner, "1234")
    assert caught.value.field == "password"
    assert check(database, owner, "7294").right


def test_whoever_left_gets_in_no_more_and_asks_nobody(database: Database, owner: UUID) -> None:
    with database.transaction() as session:
        other = add_user(session, UserDraft(name="رضا"))
        set_password(session, other, "8361")
        retire_user(session, other)
    assert not check(database, other, "8361").right
    assert not check(database, new_id(), "").right
    with database.reading() as session:
        assert not anyone_has_password(session)


def test_the_right_one_is_not_looked_at_while_one_must_wait(
    database: Database, owner: UUID
) -> None:
    give(database, owner, "7294")
    assert fail(database, owner, 2) == 0
    assert check(database, owner, "7294") == PasswordCheck(right=True, wrong_before=True)
    assert fail(database, owner, 2) == 10
    assert check(database, owner, "7294") == PasswordCheck(right=False, wait=10)
    assert check(database, owner, "7294", NOW + timedelta(seconds=9)).wait == 1
    assert check(database, owner, "7294", NOW + timedelta(seconds=10)).right


def test_others_do_not_wait_for_who_mistypes(database: Database, owner: UUID) -> None:
    with database.transaction() as session:
        other = add_user(session, UserDraft(name="رضا"))
    fail(database, owner, 9)
    assert check(database, other, "").right


def test_starting_again_gives_no_new_tries(database: Database, owner: UUID) -> None:
    fail(database, owner, 5)
    again = Database(database.path)
    with again.reading() as session:
        assert password_wait(session, owner, now=NOW) == 20
    again.close()


def test_a_clock_turned_back_locks_nobody_out_for_years(database: Database, owner: UUID) -> None:
    fail(database, owner, 4, NOW + timedelta(days=900))
    with database.reading() as session:
        assert password_wait(session, owner, now=NOW) == 10


def test_the_right_one_or_a_new_one_ends_the_waiting(database: Database, owner: UUID) -> None:
    for end in (forget_wrong_passwords, remove_password):
        fail(database, owner, 8)
        with database.transaction() as session:
            end(session, owner)
        assert check(database, owner, "").wait == 0
    fail(database, owner, 8)
    give(database, owner, "7294")
    assert check(database, owner, "7294").right


def test_no_change_that_was_captured_has_a_hash_in_it(database: Database, owner: UUID) -> None:
    give(database, owner, "7294")
    give(database, owner, "8361")
    with database.transaction() as session:
        remove_password(session, owner)
    with database.reading() as session:
        kept = session.scalars(select(Change).where(Change.table_name == User.__tablename__)).all()
    assert len(kept) == 4
    for change in kept:
        assert "argon2" not in f"{change.before}{change.after}"


def test_the_idle_minutes_are_kept(database: Database, owner: UUID) -> None:
    with database.transaction() as session:
        set_lock_minutes(session, 0)
    with database.reading() as session:
        assert get_shop(session).lock_minutes == 0
    for bad in (-1, 100_000):
        with (
            pytest.raises(InvalidInput, match=Problem.NUMBER_TOO_LARGE),
            database.transaction() as session,
        ):
            set_lock_minutes(session, bad)
