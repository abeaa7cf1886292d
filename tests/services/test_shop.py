"""The shop is made once, keeps its currency and never loses its last owner."""

from typing import Any

import pytest

from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.users import User
from ecrm_desktop.queries import shop as queries
from ecrm_desktop.services.bin import put_ids_in_bin
from ecrm_desktop.services.shop import create_shop, set_lock_minutes, update_shop
from ecrm_desktop.services.users import add_user, update_user
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import Role
from tests.helpers.factories import retire_user


def make_shop(database: Database, currency: str = "IRR", **draft: Any) -> None:
    with database.transaction() as session:
        create_shop(session, ShopDraft(**{"name": "مانتوی مهر", **draft}), currency, "مریم")


def test_the_first_start_makes_the_shop_and_its_owner(database: Database) -> None:
    with database.reading() as session:
        assert queries.find_shop(session) is None
        with pytest.raises(InvalidInput, match=Problem.RECORD_MISSING):
            queries.get_shop(session)
    with database.transaction() as session:
        owner_id = create_shop(session, ShopDraft(name=" مانتوي  مهر "), "irr", "مریم")
    with database.reading() as session:
        shop = queries.get_shop(session)
        assert (shop.name, shop.currency, shop.money_unit) == ("مانتوی مهر", "IRR", MoneyUnit.TOMAN)
        assert not shop.is_sample
        [owner] = queries.users(session)
        assert (owner.id, owner.name, owner.role) == (owner_id, "مریم", Role.OWNER)


def test_a_shop_is_made_only_once(database: Database) -> None:
    make_shop(database)
    with pytest.raises(InvalidInput, match=Problem.NOT_EMPTY):
        make_shop(database)


@pytest.mark.parametrize(
    ("currency", "draft", "problem", "field"),
    [
        ("IRR", {"name": " \u200c "}, Problem.NAME_MISSING, "name"),
        ("IRR", {"name": "ن" * 201}, Problem.TEXT_TOO_LONG, "name"),
        ("IRR", {"name": "\ud800"}, Problem.TEXT_UNREADABLE, "name"),
        ("XXX", {}, Problem.CURRENCY_UNKNOWN, None),
        ("IRR", {"money_unit": MoneyUnit.MAJOR}, Problem.CHOICE_WRONG, "money_unit"),
        ("IRR", {"area_code": "تهران"}, Problem.PHONE_NOT_DIGITS, "area_code"),
        ("IRR", {"area_code": "021777"}, Problem.PHONE_INVALID, "area_code"),
        ("IRR", {"promise_high": -1}, Problem.NUMBER_NEGATIVE, "promise_high"),
        ("IRR", {"promise_low": 1000}, Problem.NUMBER_TOO_LARGE, "promise_low"),
        ("IRR", {"address": "\udfff"}, Problem.TEXT_UNREADABLE, "address"),
    ],
)
def test_what_cannot_be_a_shop_is_refused_at_its_field(
    database: Database, currency: str, draft: dict[str, Any], problem: Problem, field: str | None
) -> None:
    with pytest.raises(InvalidInput) as caught:
        make_shop(database, currency, **draft)
    assert (caught.value.problem, caught.value.field) == (problem, field)


def test_an_owner_without_a_name_is_refused(database: Database) -> None:
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        create_shop(session, ShopDraft(name="مهر"), "IRR", " ")
    assert (caught.value.problem, caught.value.field) == (Problem.NAME_MISSING, "owner_name")
    with database.reading() as session:
        assert queries.find_shop(session) is None


def test_a_shop_elsewhere_counts_in_its_own_unit(database: Database) -> None:
    make_shop(database, "USD", money_unit=MoneyUnit.TOMAN)
    with database.transaction() as session:
        update_shop(session, ShopDraft(name="CDs", area_code="۲۱", promise_high=5))
    with database.reading() as session:
        shop = queries.get_shop(session)
    assert (shop.currency, shop.money_unit) == ("USD", MoneyUnit.MAJOR)
    assert (shop.name, shop.area_code, shop.promise_high) == ("CDs", "021", 5)


def test_the_settings_of_no_shop_cannot_be_changed(database: Database) -> None:
    with (
        pytest.raises(InvalidInput, match=Problem.RECORD_MISSING),
        database.transaction() as session,
    ):
        update_shop(session, ShopDraft(name="x"))


def test_people_come_and_go_but_one_owner_stays(database: Database) -> None:
    make_shop(database)
    with database.transaction() as session:
        staff = add_user(session, UserDraft(name="سارا"))
        manager = add_user(session, UserDraft(name="رضا", role=Role.MANAGER))
        [owner] = [user.id for user in queries.users(session) if user.role == Role.OWNER]
        assert [user.id for user in queries.users(session)] == [owner, manager, staff]

        with pytest.raises(InvalidInput, match=Problem.LAST_OWNER):
            retire_user(session, owner)
        with pytest.raises(InvalidInput, match=Problem.LAST_OWNER):
            update_user(session, owner, UserDraft(name="مریم", role=Role.MANAGER))

        update_user(session, manager, UserDraft(name="رضا", role=Role.OWNER))
        session.flush()
        retire_user(session, owner)
    with database.reading() as session:
        assert [user.id for user in queries.users(session)] == [manager, staff]
        assert [user.id for user in queries.users(session, retired=True)][-1] == owner


@pytest.mark.parametrize("leaving", ["retired", "deleted"])
def test_an_owner_who_left_cannot_be_the_one_who_stays(database: Database, leaving: str) -> None:
    make_shop(database)
    with database.transaction() as session:
        [owner] = [user.id for user in queries.users(session)]
        other = add_user(session, UserDraft(name="رضا", role=Role.OWNER))
        session.flush()
        if leaving == "retired":
            retire_user(session, other)
        else:
            put_ids_in_bin(session, User, [other])
        with pytest.raises(InvalidInput, match=Problem.LAST_OWNER):
            retire_user(session, owner)


def test_the_window_locks_within_a_day_or_never(database: Database) -> None:
    make_shop(database)
    for minutes in (24 * 60, 0):
        with database.transaction() as session:
            set_lock_minutes(session, minutes)
        with database.reading() as session:
            assert queries.get_shop(session).lock_minutes == minutes
    for minutes in (24 * 60 + 1, -1):
        with pytest.raises(InvalidInput) as caught, database.transaction() as session:
            set_lock_minutes(session, minutes)
        assert caught.value.field == "lock_minutes"


def test_a_promise_is_for_a_year_at_most(database: Database) -> None:
    with pytest.raises(InvalidInput) as caught:
        make_shop(database, promise_low=366)
    assert caught.value.details == {"limit": 365}
    make_shop(database, promise_low=365)


def test_a_user_needs_a_name(database: Database) -> None:
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        add_user(session, UserDraft(name="\u200f"))
    assert (caught.value.problem, caught.value.field) == (Problem.NAME_MISSING, "name")


def test_no_two_people_have_one_name_however_it_is_typed(database: Database) -> None:
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="مهر"), "IRR", "علي رضايي")
        other = add_user(session, UserDraft(name="سارا"))
        update_user(session, other, UserDraft(name="سارا", active=False))
        for taken in ("علی رضایی", "عَلی  رضایی", "سارا"):
            with pytest.raises(InvalidInput) as caught:
                add_user(session, UserDraft(name=taken))
            assert (caught.value.problem, caught.value.field) == (Problem.PERSON_TAKEN, "name")
        with pytest.raises(InvalidInput):
            update_user(session, other, UserDraft(name="علی رضایی"))
        update_user(session, other, UserDraft(name="سارا", role=Role.MANAGER))


def test_two_of_one_name_from_before_can_still_be_changed(database: Database) -> None:
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")
        twin = User(name="مریم")
        session.add(twin)
        session.flush()
        update_user(session, twin.id, UserDraft(name="مریم", role=Role.MANAGER))
        update_user(session, twin.id, UserDraft(name="مریم دوم", role=Role.MANAGER))
