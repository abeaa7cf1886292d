"""Who forgot a password gets in with what is on paper, or after days that everybody hears of."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.changes import Change
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.services.passwords import (
    ask_for_reset,
    count_reset_days,
    recover_password,
    remove_password,
    renew_recovery_code,
    set_password,
    stop_reset,
)
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.services.users import add_user
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.passwords import RESET_DAYS
from ecrm_desktop.values.recovery_code import new_recovery_code
from ecrm_desktop.values.recovery_phrase import to_phrase
from tests.helpers.examples import examples
from tests.helpers.undone import undone

DAY = date(2026, 11, 22)
SECRET = bytes(range(16))


class Shop:
    """An owner and somebody of the staff, both with a password."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with database.transaction() as session:
            self.owner = create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")
            self.staff = add_user(session, UserDraft(name="رضا"))
            session.flush()
            self.code = set_password(session, self.owner, "7294")
        database.capture.user_id = self.owner
        with database.transaction() as session:
            self.staff_code = set_password(session, self.staff, "8361")

    def row(self, user_id: UUID) -> UserRow:
        with self.database.reading() as session:
            return next(one for one in users(session) if one.id == user_id)

    def recover(self, typed: str, secret: bytes | None = None, user: UUID | None = None) -> None:
        with self.database.transaction() as session:
            recover_password(session, user or self.owner, typed, secret)

    def refused(self, typed: str, secret: bytes | None = None, user: UUID | None = None) -> Problem:
        with pytest.raises(InvalidInput) as error:
            self.recover(typed, secret, user)
        assert self.row(user or self.owner).has_password
        return error.value.problem

    def ask(self, today: date = DAY) -> None:
        with self.database.transaction() as session:
            ask_for_reset(session, self.owner, today)

    def start(self, *days: date) -> list[bool]:
        """Start the program on days; return after each whether the owner has a password."""
        left = []
        for day in days:
            with self.database.transaction() as session:
                count_reset_days(session, day)
            left.append(self.row(self.owner).has_password)
        return left


@pytest.fixture
def shop(database: Database) -> Shop:
    return Shop(database)


def test_an_owners_first_password_brings_a_code_that_opens(shop: Shop) -> None:
    assert shop.code
    assert shop.staff_code == ""
    with shop.database.transaction() as session:
        assert set_password(session, shop.owner, "5713") == ""  # it is on paper already
    assert shop.refused(new_recovery_code()) is Problem.RECOVERY_CODE_WRONG
    shop.recover(shop.code.replace(" ", "-"))
    assert not shop.row(shop.owner).has_password
    with shop.database.transaction() as session:
        another = set_password(session, shop.owner, "7294")
    assert another not in {"", shop.code}
    assert shop.refused(shop.code) is Problem.RECOVERY_CODE_WRONG


def test_another_code_ends_the_one_before(shop: Shop) -> None:
    with shop.database.transaction() as session:
        code = renew_recovery_code(session, shop.owner)
    assert shop.refused(shop.code) is Problem.RECOVERY_CODE_WRONG
    shop.recover(code)
    assert not shop.row(shop.owner).has_password


def test_the_phrase_of_an_encrypted_shop_opens_too(shop: Shop) -> None:
    phrase, another = " ".join(to_phrase(SECRET)), " ".join(to_phrase(bytes(16)))
    assert shop.refused(phrase) is Problem.RECOVERY_CODE_WRONG  # a plain file has none
    assert shop.refused(another, SECRET) is Problem.KEY_WRONG
    shop.recover(phrase, SECRET)
    assert not shop.row(shop.owner).has_password


def test_staff_are_given_a_password_by_an_owner(shop: Shop) -> None:
    assert shop.refused(shop.code, user=shop.staff) is Problem.RECOVERY_CODE_NONE
    phrase = " ".join(to_phrase(SECRET))
    assert shop.refused(phrase, SECRET, shop.staff) is Problem.RECOVERY_CODE_NONE
    for user in (shop.staff, shop.owner):
        with shop.database.transaction() as session:
            remove_password(session, shop.owner)
        with pytest.raises(InvalidInput) as error, shop.database.transaction() as session:
            ask_for_reset(session, user, DAY)
        assert error.value.problem is Problem.PASSWORD_NONE


def test_only_what_was_asked_for_is_stopped_and_only_by_who_has_a_password(shop: Shop) -> None:
    with pytest.raises(InvalidInput) as error, shop.database.transaction() as session:
        stop_reset(session, shop.owner)
    assert error.value.problem is Problem.RESET_NONE
    shop.ask()
    with (
        pytest.raises(InvalidInput) as error,
        shop.database.capture.working_for(None),
        shop.database.transaction() as session,
    ):
        stop_reset(session, shop.owner)
    assert error.value.problem is Problem.RESET_NEEDS_PASSWORD
    assert shop.row(shop.owner).reset_asked_on is not None


def test_a_reset_takes_days_of_work_and_nothing_else(shop: Shop) -> None:
    shop.ask()
    assert shop.start(DAY, DAY) == [True, True]
    shop.ask(DAY + timedelta(days=1))  # asked again, it goes on
    later = [DAY + timedelta(days=days) for days in (1, 1, 20, 20, 21)]
    assert shop.start(*later) == [True, True, True, True, False]
    assert shop.row(shop.owner).reset_asked_on is None


@pytest.mark.parametrize("how", ["stopped", "another password"])
def test_whoever_has_a_password_stops_it(shop: Shop, how: str) -> None:
    shop.ask()
    shop.start(DAY + timedelta(days=1))
    assert shop.row(shop.owner).reset_days == 1
    with shop.database.transaction() as session:
        if how == "stopped":
            stop_reset(session, shop.owner)
        else:
            set_password(session, shop.owner, "5713")
    assert shop.row(shop.owner).reset_asked_on is None
    assert all(shop.start(*(DAY + timedelta(days=days) for days in range(2, 20))))


@given(days=st.lists(st.integers(-400, 4000), max_size=30))
@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_clock_set_to_and_fro_gains_no_day(shop: Shop, days: list[int]) -> None:
    with shop.database.transaction() as session, undone(session):
        ask_for_reset(session, shop.owner, DAY)
        highest, counted = DAY, 0
        for number in days:
            day = DAY + timedelta(days=number)
            if counted < RESET_DAYS and day > highest:
                highest, counted = day, counted + 1
            count_reset_days(session, day)
            owner = session.get_one(User, shop.owner)
            assert (owner.password_hash == "") is (counted >= RESET_DAYS)


def test_all_of_it_is_in_the_trail(shop: Shop) -> None:
    shop.ask()
    shop.start(DAY + timedelta(days=1))
    with shop.database.transaction() as session:
        stop_reset(session, shop.owner)
    with shop.database.reading() as session:
        changes = session.scalars(
            select(Change).where(Change.record_id == shop.owner).order_by(Change.number.desc())
        ).all()
    assert [f'"{field}"' in f"{change.after}" for change, field in zip(
        changes, ("reset_asked_on", "reset_days", "reset_asked_on"), strict=False
    )] == [True] * 3  # fmt: skip
    assert all("argon2" not in f"{one.before}{one.after}" for one in changes)
