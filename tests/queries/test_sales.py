from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return, ReturnLine
from ecrm_desktop.queries.sales import (
    Breakdown,
    SalesBy,
    SalesTotal,
    days_of_sales,
    sales_by,
    sales_by_month,
    sales_total,
)
from ecrm_desktop.services.bin import put_in_bin
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.jalali import from_jalali
from ecrm_desktop.values.period import Period, months_of
from tests.helpers.factories import NOON, make_customer, make_product, make_purchase, make_user
from tests.helpers.undone import undone

ABAN = Period(from_jalali(1405, 8, 1), from_jalali(1405, 8, 30))
IN_ABAN = from_jalali(1405, 8, 10)
BEFORE = from_jalali(1405, 7, 30)
AFTER = from_jalali(1405, 9, 1)


def make_return(session: Session, purchase_id: UUID, on: date, amount: int) -> UUID:
    purchase = session.get_one(Purchase, purchase_id)
    line = purchase.lines[0]
    record = Return(
        purchase_id=purchase_id,
        customer_id=purchase.customer_id,
        returned_on=on,
        returned_at=NOON,
        total=amount,
        lines=[ReturnLine(purchase_line_id=line.id, quantity=line.quantity, amount=amount)],
    )
    session.add(record)
    session.flush()
    return record.id


def by_name(breakdown: Breakdown) -> dict[str, int]:
    return {row.name: row.net for row in breakdown.rows}


def test_a_period_counts_its_first_and_last_day_and_what_came_back_in_it(
    database: Database,
) -> None:
    with database.transaction() as session:
        for day in (BEFORE, ABAN.first, ABAN.last, AFTER):
            earlier = make_purchase(session, None, day, "کفش")
        make_return(session, earlier, IN_ABAN, 400)
    with database.reading() as session:
        total = sales_total(session, ABAN)
        assert total == SalesTotal(purchases=2, sold=2000, returns=1, refunded=400)
        assert total.net == 1600
        assert days_of_sales(session) == Period(BEFORE, AFTER)


def test_a_shop_that_sold_nothing_has_no_days_of_sales(database: Database) -> None:
    with database.reading() as session:
        assert days_of_sales(session) is None
        assert sales_total(session, ABAN) == SalesTotal()
        assert sales_by(session, SalesBy.PRODUCT, ABAN).rows == []


def test_what_is_in_the_bin_was_never_sold(database: Database) -> None:
    with database.transaction() as session:
        kept = make_purchase(session, None, IN_ABAN, "کفش")
        gone = make_purchase(session, None, IN_ABAN, "کیف")
        make_return(session, gone, IN_ABAN, 1000)
        put_in_bin(session, [session.get_one(Purchase, gone)])
        taken_back = make_return(session, kept, IN_ABAN, 500)
        put_in_bin(session, [session.get_one(Return, taken_back)])
    with database.reading() as session:
        assert sales_total(session, ABAN) == SalesTotal(purchases=1, sold=1000)
        assert by_name(sales_by(session, SalesBy.PRODUCT, ABAN)) == {"کفش": 1000}
        assert by_name(sales_by(session, SalesBy.SELLER, ABAN)) == {"": 1000}


def test_products_go_by_their_present_name_and_other_lines_by_their_words(
    database: Database,
) -> None:
    with database.transaction() as session:
        shoe = make_product(session, "کفش پیاده‌روی", code="12", brand="نایک", category="کفش")
        lines = [
            PurchaseLine(
                position=at,
                product_id=product,
                title=title,
                quantity=1500,
                unit_price=1000,
                total=1500,
            )
            for at, (product, title) in enumerate([(shoe, "کفش قدیم"), (None, "تعمیر")])
        ]
        make_purchase(session, None, IN_ABAN, lines=lines, total=2900, discount=200, shipping=100)
    with database.reading() as session:
        products = sales_by(session, SalesBy.PRODUCT, ABAN)
        assert {row.name: (row.code, row.quantity) for row in products.rows} == {
            "کفش پیاده‌روی": ("12", 1500),
            "تعمیر": ("", 1500),
        }
        assert products.shipping == 100
        assert by_name(sales_by(session, SalesBy.BRAND, ABAN)) == {"نایک": 1400, "": 1400}
        assert by_name(sales_by(session, SalesBy.CATEGORY, ABAN)) == {"کفش": 1400, "": 1400}


def test_a_return_counts_for_who_sold_it_and_where_the_customer_lives(database: Database) -> None:
    with database.transaction() as session:
        seller, other = make_user(session, "رضا"), make_user(session, "زهرا")
        customer = make_customer(session, city="اصفهان")
        sold = make_purchase(session, customer, BEFORE, "کفش", seller_id=seller)
        make_purchase(session, None, IN_ABAN, "کیف", "کفش", seller_id=other)
        make_return(session, sold, IN_ABAN, 700)
    with database.reading() as session:
        assert by_name(sales_by(session, SalesBy.SELLER, ABAN)) == {"زهرا": 2000, "رضا": -700}
        assert by_name(sales_by(session, SalesBy.CITY, ABAN)) == {"": 2000, "اصفهان": -700}


def test_best_sellers_come_first(database: Database) -> None:
    with database.transaction() as session:
        make_purchase(session, None, IN_ABAN, "کیف", "کفش", "کفش", "جوراب", "جوراب", "جوراب")
    with database.reading() as session:
        rows = sales_by(session, SalesBy.PRODUCT, ABAN).rows
    assert [row.name for row in rows] == ["جوراب", "کفش", "کیف"]


def test_months_are_not_told_apart_by_rows(database: Database) -> None:
    with database.reading() as session, pytest.raises(ValueError, match="month"):
        sales_by(session, SalesBy.MONTH, ABAN)


AMOUNTS = st.integers(0, 10**12)
PURCHASES = st.lists(
    st.fixed_dictionaries(
        {
            "day": st.integers(0, 400),
            "customer": st.integers(-1, 2),
            "seller": st.integers(-1, 1),
            "lines": st.lists(st.tuples(st.integers(-1, 2), AMOUNTS), min_size=1, max_size=4),
            "discount": st.floats(0, 1),
            "shipping": AMOUNTS,
            "tax": AMOUNTS,
            "binned": st.booleans(),
            "returned": st.none() | st.tuples(st.integers(0, 100), st.floats(0, 1)),
        }
    ),
    max_size=6,
)


def store(session: Session, shop: dict[str, list[UUID | None]], made: dict[str, Any]) -> None:
    lines = [
        PurchaseLine(
            position=at,
            product_id=shop["products"][product],
            title=f"عنوان {at}",
            quantity=1000,
            unit_price=amount,
            total=amount,
        )
        for at, (product, amount) in enumerate(made["lines"])
    ]
    gross = sum(line.total for line in lines)
    discount = int(gross * made["discount"])
    day = ABAN.first + timedelta(days=made["day"])
    purchase = make_purchase(
        session,
        shop["customers"][made["customer"]],
        day,
        lines=lines,
        seller_id=shop["sellers"][made["seller"]],
        discount=discount,
        shipping=made["shipping"],
        tax=made["tax"],
        total=gross - discount + made["shipping"] + made["tax"],
        deleted_at=utc_now() if made["binned"] else None,
    )
    if made["returned"] and not made["binned"]:
        later, share = made["returned"]
        make_return(session, purchase, day + timedelta(days=later), int(lines[0].total * share))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=PURCHASES, start=st.integers(0, 300), length=st.integers(0, 500))
def test_sales_add_up_to_the_same_however_they_are_told_apart(
    database: Database, made: list[dict[str, Any]], start: int, length: int
) -> None:
    period = Period(ABAN.first + timedelta(days=start), ABAN.first + timedelta(days=start + length))
    with database.transaction() as session, undone(session):
        shop: dict[str, list[UUID | None]] = {
            "products": [
                make_product(session, "کفش", brand="نایک", category="پوشاک"),
                make_product(session, "کیف", brand="", category="پوشاک"),
                None,
            ],
            "customers": [
                make_customer(session, city="اصفهان"),
                make_customer(session, deleted_at=utc_now()),
                None,
            ],
            "sellers": [make_user(session), None],
        }
        for one in made:
            store(session, shop, one)
        total = sales_total(session, period)
        months = sales_by_month(session, months_of(period, "jalali"))
        assert sum(one.net for one in months) == total.net
        assert sum(one.purchases for one in months) == total.purchases
        for by in (SalesBy.SELLER, SalesBy.CITY):
            whole = sales_by(session, by, period)
            assert whole.total == total
            assert sum(row.net for row in whole.rows) == total.net
            assert sum(row.purchases for row in whole.rows) == total.purchases
            assert sum(row.returns for row in whole.rows) == total.returns
        for by in (SalesBy.PRODUCT, SalesBy.BRAND, SalesBy.CATEGORY):
            lines = sales_by(session, by, period)
            assert sum(row.sold for row in lines.rows) + lines.shipping == total.sold
            assert sum(row.refunded for row in lines.rows) == total.refunded
