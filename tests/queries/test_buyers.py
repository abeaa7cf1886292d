from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.queries.buyers import birthdays, buyers, count_birthdays, top_customers
from ecrm_desktop.services.bin import put_in_bin
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.jalali import PartialDate, from_jalali
from ecrm_desktop.values.period import Period
from tests.helpers.factories import NOON, make_customer, make_purchase

TEHRAN = timezone(timedelta(hours=3, minutes=30))
ABAN = Period(from_jalali(1405, 8, 1), from_jalali(1405, 8, 30))
IN_ABAN = from_jalali(1405, 8, 10)
BEFORE = from_jalali(1405, 7, 30)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def test_new_customers_are_those_who_bought_first_in_the_period(database: Database) -> None:
    with database.transaction() as session:
        old = make_customer(session, "علی کریمی", created_at=LONG_AGO)
        new = make_customer(session, created_at=LONG_AGO)
        make_purchase(session, old, BEFORE, "کفش")
        for customer in (old, old, new, None):
            make_purchase(session, customer, IN_ABAN, "کفش")
    with database.reading() as session:
        found = buyers(session, ABAN, TEHRAN)
    assert (found.new, found.buyers, found.returning) == (1, 2, 1)
    assert found.returning_share == pytest.approx(0.5)


def test_who_was_registered_and_never_bought_is_new_on_the_shops_day(database: Database) -> None:
    # 20:30 UTC is midnight in Tehran.
    midnight = datetime(2026, 10, 22, 20, 30, tzinfo=UTC)
    with database.transaction() as session:
        make_customer(session, created_at=midnight)
        make_customer(session, created_at=midnight - timedelta(seconds=1))
        bought_before = make_customer(session, created_at=midnight)
        make_purchase(session, bought_before, BEFORE, "کفش")
    with database.reading() as session:
        found = buyers(session, ABAN, TEHRAN)
    assert ABAN.first == date(2026, 10, 23)
    assert (found.new, found.buyers, found.returning_share) == (1, 0, None)


def test_customers_and_purchases_in_the_bin_are_nobodys(database: Database) -> None:
    with database.transaction() as session:
        gone, kept = make_customer(session), make_customer(session, created_at=LONG_AGO)
        make_purchase(session, gone, IN_ABAN, "کفش")
        mistake = make_purchase(session, kept, IN_ABAN, "کفش")
        put_in_bin(session, [session.get_one(Customer, gone), session.get_one(Purchase, mistake)])
    with database.reading() as session:
        found = buyers(session, ABAN, TEHRAN)
        assert (found.new, found.buyers, found.returning) == (0, 0, 0)
        assert top_customers(session) == top_customers(session, ABAN) == []


def test_top_customers_are_ranked_by_what_they_kept(database: Database) -> None:
    with database.transaction() as session:
        maryam = make_customer(session, city="اصفهان", phone="+989123456789", code="12")
        ali = make_customer(session, "علی کریمی")
        make_purchase(session, ali, IN_ABAN, "کفش", "کیف")
        make_purchase(session, maryam, BEFORE, "کفش", "کیف", "جوراب", "کلاه")
        back = make_purchase(session, maryam, IN_ABAN, "کفش", "کیف", "جوراب")
        session.add(
            Return(
                purchase_id=back,
                customer_id=maryam,
                returned_on=IN_ABAN,
                returned_at=NOON,
                total=2500,
            )
        )
    with database.reading() as session:
        in_period = top_customers(session, ABAN)
        ever = top_customers(session)
        assert [(one.name, one.purchases, one.total) for one in in_period] == [
            ("علی کریمی", 1, 2000),
            ("مریم احمدی", 1, 500),
        ]
        assert [(one.name, one.purchases, one.total) for one in ever] == [
            ("مریم احمدی", 2, 4500),
            ("علی کریمی", 1, 2000),
        ]
        assert (ever[0].code, ever[0].city, ever[0].phone) == ("12", "اصفهان", "+989123456789")
        assert ever[0].last_purchase_on == IN_ABAN
        assert len(top_customers(session, ABAN, limit=1)) == 1


def test_birthdays_are_told_by_jalali_day_whatever_the_year(database: Database) -> None:
    with database.transaction() as session:
        maryam = make_customer(session, birth_date="--08-10", phone="+989123456789")
        make_customer(session, "علی کریمی", birth_date="1370-08-10")
        make_customer(session, "سارا نوری", birth_date="1370-08-11")
        make_customer(session, "رضا طاهری", birth_date="1370-09-10")
        make_customer(session, "حسن یوسفی")
        make_purchase(session, maryam, IN_ABAN, "کفش")
    with database.reading() as session:
        week = [IN_ABAN + timedelta(days=day) for day in range(7)]
        found = birthdays(session, week, limit=10)
        assert [(one.name, one.on) for one in found] == [
            ("مریم احمدی", IN_ABAN),
            ("علی کریمی", IN_ABAN),
            ("سارا نوری", IN_ABAN + timedelta(days=1)),
        ]
        assert found[0].birth_date == PartialDate(None, 8, 10)
        assert (found[0].phone, found[0].purchase_total) == ("+989123456789", 1000)
        assert count_birthdays(session, week) == 3
        assert len(birthdays(session, week, limit=2)) == 2


def test_a_changed_birth_date_is_found_on_its_new_day(database: Database) -> None:
    with database.transaction() as session:
        customer = make_customer(session, birth_date="1370-08-10")
    with database.transaction() as session:
        session.get_one(Customer, customer).birth_date = "1370-08-12"
    with database.reading() as session:
        assert count_birthdays(session, [IN_ABAN]) == 0
        assert count_birthdays(session, [IN_ABAN + timedelta(days=2)]) == 1


@pytest.mark.parametrize(("year", "day"), [(1403, 30), (1404, 29)])
def test_a_birthday_on_the_leap_day_is_kept_on_the_last_day_of_other_years(
    database: Database, year: int, day: int
) -> None:
    with database.transaction() as session:
        make_customer(session, birth_date="1379-12-30")
    with database.reading() as session:
        year_end = [from_jalali(year, 12, 28) + timedelta(days=at) for at in range(5)]
        assert [one.on for one in birthdays(session, year_end, limit=5)] == [
            from_jalali(year, 12, day)
        ]
        assert count_birthdays(session, year_end) == 1
