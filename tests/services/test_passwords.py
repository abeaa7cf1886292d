"""Passwords are kept as hashes, checked slowly on purpose, and wrong ones make wait."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.changes import Change
from ecrm_desktop.models.users import User, WrongPassword
from ecrm_desktop.queries.passwords import (
    PasswordCheck,
    anyone_has_password,
    check_password,
    password_wait,
)
from ecrm_desktop.queries.shop import get_shop, users
from ecrm_desktop.services.passwords import (
    begin_guess,
    forget_wrong_passwords,
    remove_password,
    set_password,
)
from ecrm_desktop.services.shop import create_shop, set_lock_minutes
from ecrm_desktop.services.users import add_user
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.uptime import uptime
from tests.helpers.factories import give_password

NOW = 50_000.0


@pytest.fixture
def owner(database: Database) -> UUID:
    with database.transaction() as session:
        return create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")


def check(database: Database, user: UUID, password: str, now: float = NOW) -> PasswordCheck:
    with database.reading() as session:
        return check_password(session, user, password, now=now)


def give(database: Database, user: UUID, password: str) -> None:
    with database.capture.working_for(user), database.transaction() as session:
        set_password(session, user, password)


def guess(database: Database, user: UUID, now: float = NOW) -> int:
    """Begin a guess; return for how long none may be made."""
    with database.transaction() as session:
        return begin_guess(session, user, now=now)


def fail(database: Database, user: UUID, times: int, now: float = NOW) -> float:
    """Guess so often, each time as soon as one may; return when that was for the last time."""
    for _time in range(times):
        while left := guess(database, user, now):
            now += left
    return now


def wait(database: Database, user: UUID, now: float) -> int:
    with database.reading() as session:
        return password_wait(session, user, now=now)


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
    with database.capture.working_for(owner), database.transaction() as session:
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
        give_password(session, other, "8361")
        session.flush()
        session.get_one(User, other).active = False
    assert not check(database, other, "8361").right
    assert not check(database, new_id(), "").right
    with database.reading() as session:
        assert not anyone_has_password(session)


def test_a_guess_counts_before_it_is_looked_at(database: Database, owner: UUID) -> None:
    give(database, owner, "7294")
    assert [guess(database, owner) for _time in range(4)] == [0, 0, 0, 5]
    assert check(database, owner, "7295") == PasswordCheck(right=False, wait=5)
    # One that came too early does not count.
    assert guess(database, owner, NOW + 4) == 1
    assert guess(database, owner, NOW + 5) == 0
    assert wait(database, owner, NOW + 5) == 10


def test_windows_and_processes_that_guess_at_once_count_together(
    database: Database, owner: UUID
) -> None:
    others = [Database(database.path) for _window in range(8)]
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda other: guess(other, owner), others))
    for other in others:
        other.close()
    assert sorted(waits) == [0, 0, 0, 5, 5, 5, 5, 5]


def test_others_do_not_wait_for_who_mistypes(database: Database, owner: UUID) -> None:
    with database.transaction() as session:
        other = add_user(session, UserDraft(name="رضا"))
    fail(database, owner, 9)
    assert guess(database, other) == 0


def test_starting_again_gives_no_new_tries(database: Database, owner: UUID) -> None:
    now = fail(database, owner, 5)
    again = Database(database.path)
    assert wait(again, owner, now) == 20
    again.close()


@given(st.floats(0, 1e8))
def test_at_no_moment_the_wait_is_over_before_it_begins(now: float) -> None:
    wrong = WrongPassword(user_id=new_id(), count=19)
    wrong.add(now)
    assert wrong.wait(now) == 900
    assert wrong.wait(now + 900) == 0


@pytest.mark.parametrize("years", [12, -16])
def test_a_clock_that_is_set_neither_shortens_the_wait_nor_makes_it_longer(
    database: Database, owner: UUID, monkeypatch: pytest.MonkeyPatch, years: int
) -> None:
    begin = uptime()
    now = fail(database, owner, 4, begin)
    set_to = time.time() + years * 365 * 86_400
    monkeypatch.setattr("time.time", lambda: set_to)
    assert 0 <= uptime() - begin < 60
    assert wait(database, owner, now) == 10
    assert wait(database, owner, now + 10) == 0


def test_after_a_new_start_of_the_pc_the_wait_ends_at_last(database: Database, owner: UUID) -> None:
    fail(database, owner, 20)
    waits = [wait(database, owner, now) for now in (0.0, 60.0, 899.0, 900.0)]
    assert waits == [900, 840, 1, 0]


def test_what_an_earlier_version_counted_by_the_date_still_makes_wait(
    database: Database, owner: UUID
) -> None:
    with database.transaction() as session:
        at = datetime(2026, 11, 22, 8, tzinfo=UTC)
        session.add(WrongPassword(user_id=owner, count=4, last_at=at))
    assert [wait(database, owner, now) for now in (3.0, 10.0)] == [7, 0]


def test_the_right_one_or_a_new_one_ends_the_waiting(database: Database, owner: UUID) -> None:
    for end in (forget_wrong_passwords, remove_password):
        now = fail(database, owner, 8)
        with database.transaction() as session:
            end(session, owner)
        assert guess(database, owner, now) == 0
    now = fail(database, owner, 8)
    give(database, owner, "7294")
    assert guess(database, owner, now) == 0


def test_no_change_that_was_captured_has_a_hash_in_it(database: Database, owner: UUID) -> None:
    give(database, owner, "7294")
    give(database, owner, "8361")
    with database.capture.working_for(owner), database.transaction() as session:
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
