from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft, ReturnDraft, ReturnLineDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.purchases import (
    PurchaseFilter,
    PurchaseSums,
    list_purchases,
    purchase_detail,
    purchase_rows,
    purchase_sums,
)
from ecrm_desktop.services.purchases import delete_purchases, record_purchase
from ecrm_desktop.services.returns import delete_return, record_return
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.statuses import PaymentMethod, PurchaseChannel
from tests.helpers.factories import make_customer, make_product, make_purchase, make_user

NEWEST = Sort("purchased_on", descending=True)


def numbers(session: Session, sort: Sort = NEWEST, **filters: Any) -> list[str]:
    ids = list_purchases(session, PurchaseFilter(**filters), sort)
    return [row.number for row in purchase_rows(session, ids)]


def shop(session: Session) -> dict[str, UUID]:
    maryam = make_customer(session, "مریم احمدی", code="1042", phone="+989123456789")
    ali = make_customer(session, "علی‌رضا لازم‌پور", code="2")
    zahra, reza = make_user(session, "زهرا"), make_user(session, "رضا")
    make_purchase(
        session, maryam, date(2024, 1, 1), "کفش", "کیف", "شال", "چتر", number="9", seller_id=zahra
    )
    make_purchase(
        session, ali, date(2024, 2, 1), "کفش", number="10", payment_method=PaymentMethod.CARD
    )
    make_purchase(
        session,
        None,
        date(2024, 2, 10),
        "کفش",
        "کیف",
        number="101",
        channel=PurchaseChannel.PHONE,
        seller_id=reza,
    )
    gone = make_purchase(session, ali, date(2024, 2, 11), "کفش", number="12")
    delete_purchases(session, [gone])
    return {"maryam": maryam, "ali": ali, "zahra": zahra, "reza": reza}


def test_a_list_leaves_out_what_does_not_pass(database: Database) -> None:
    with database.transaction() as session:
        ids = shop(session)
        assert numbers(session) == ["101", "10", "9"]
        assert numbers(session, first_day=date(2024, 2, 1), last_day=date(2024, 2, 9)) == ["10"]
        assert numbers(session, customer_id=ids["maryam"]) == ["9"]
        assert numbers(session, seller_id=ids["reza"]) == ["101"]
        assert numbers(session, channel=PurchaseChannel.PHONE) == ["101"]
        assert numbers(session, payment_method=PaymentMethod.CARD) == ["10"]


@pytest.mark.parametrize(
    ("searched", "expected"),
    [
        ("10", ["101", "10", "9"]),  # numbers 101 and 10, and the customer of code 1042
        ("۱۰۱", ["101"]),
        ("احم", ["9"]),
        ("مريم احمدي", ["9"]),
        ("علیرضا", ["10"]),
        ("ugdvqh", ["10"]),
        ("لا", ["10"]),
        ("34567", ["9"]),
        ('"', []),
        ("%", []),
        ("\u200c ", ["101", "10", "9"]),
    ],
)
def test_number_or_customer_finds_a_purchase(
    database: Database, searched: str, expected: list[str]
) -> None:
    with database.transaction() as session:
        shop(session)
        assert numbers(session, text=searched) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("purchased_on", ["9", "10", "101"]),
        ("number", ["9", "10", "101"]),
        ("customer_name", ["101", "10", "9"]),
        ("item_count", ["10", "101", "9"]),
        ("total", ["10", "101", "9"]),
        ("returned", ["9", "10", "101"]),
        ("seller_name", ["10", "101", "9"]),
        ("channel", ["9", "10", "101"]),
        ("payment_method", ["9", "101", "10"]),
    ],
)
def test_every_column_sorts_both_ways(database: Database, key: str, expected: list[str]) -> None:
    with database.transaction() as session:
        shop(session)
        assert numbers(session, Sort(key)) == expected
        assert numbers(session, Sort(key, descending=True)) == expected[::-1]


def test_purchases_of_one_day_are_in_the_order_of_their_hours(database: Database) -> None:
    with database.transaction() as session:
        day = date(2024, 1, 1)
        for hour in (12, 9, 17):
            at = datetime(2024, 1, 1, hour, tzinfo=UTC)
            make_purchase(session, None, day, "کفش", number=str(hour), purchased_at=at)
        assert numbers(session) == ["17", "12", "9"]


def test_a_row_tells_what_a_glance_needs(database: Database) -> None:
    with database.transaction() as session:
        ids = shop(session)
        wanted = list_purchases(session, PurchaseFilter(), NEWEST)
        first, _, last = purchase_rows(session, wanted)
        assert (last.customer_name, last.seller_name) == ("مریم احمدی", "زهرا")
        assert (last.item_count, last.titles) == (4, ("کفش", "کیف", "شال"))
        assert (first.customer_id, first.customer_name, first.total) == (None, "", 2000)
        session.execute(text("UPDATE customers SET deleted_at = '2024-06-01 00:00:00.000000'"))
        assert purchase_rows(session, wanted[2:])[0].customer_name == "مریم احمدی"
        assert purchase_rows(session, wanted[2:])[0].customer_id == ids["maryam"]


def test_the_sums_are_those_of_the_list(database: Database) -> None:
    with database.transaction() as session:
        shop(session)
        purchase = purchase_detail(
            session, list_purchases(session, PurchaseFilter(text="9"), NEWEST)[0]
        )
        back = [
            record_return(
                session,
                ReturnDraft(
                    purchase_id=purchase.id,
                    returned_on=date(2024, 3, 1),
                    returned_at=datetime(2024, 3, 1, 9, tzinfo=UTC),
                    lines=(
                        ReturnLineDraft(
                            purchase_line_id=purchase.lines[at].id, quantity=1000, amount=700
                        ),
                    ),
                ),
            )
            for at in (0, 1)
        ]
        delete_return(session, back[1])
        assert purchase_sums(session, PurchaseFilter()) == PurchaseSums(
            count=3, total=7000, returned=700
        )
        february = PurchaseFilter(first_day=date(2024, 2, 1))
        assert purchase_sums(session, february) == PurchaseSums(count=2, total=3000, returned=0)
        nobody = PurchaseFilter(text="هیچ‌کس")
        assert purchase_sums(session, nobody) == PurchaseSums(count=0, total=0, returned=0)
        assert numbers(session, Sort("returned", descending=True))[0] == "9"


def test_one_purchase_is_told_whole(database: Database) -> None:
    with database.transaction() as session:
        product = make_product(session, "پسته", unit="کیلو")
        lines = (
            LineDraft(product_id=product, title="", quantity=2500, unit_price=400),
            LineDraft(title="جعبه", unit_price=500),
        )
        purchase_id = record_purchase(
            session,
            PurchaseDraft(
                purchased_on=date(2024, 1, 1),
                purchased_at=datetime(2024, 1, 1, 9, tzinfo=UTC),
                lines=lines,
                discount=300,
                shipping=50,
                note="هدیه",
            ),
        )
        session.flush()
        detail = purchase_detail(session, purchase_id)
        assert (detail.number, detail.total, detail.note) == ("1", 1250, "هدیه")
        assert [(one.title, one.unit, one.total) for one in detail.lines] == [
            ("پسته", "کیلو", 1000),
            ("جعبه", "", 500),
        ]
        assert [one.share for one in detail.lines] == [800, 400]
        assert [one.left for one in detail.lines] == [2500, 1000]
        assert (detail.returns, detail.returned) == ((), 0)


def test_a_purchase_that_is_gone_is_told(database: Database) -> None:
    with database.transaction() as session:
        gone = make_purchase(session, None, date(2024, 1, 1), "کفش")
        delete_purchases(session, [gone])
        for one in (gone, new_id()):
            with pytest.raises(InvalidInput) as caught:
                purchase_detail(session, one)
            assert caught.value.problem == Problem.RECORD_MISSING


def test_lists_and_sums_of_a_period_read_one_index_only(database: Database) -> None:
    with database.reading() as session:
        plan = session.execute(
            text(
                "EXPLAIN QUERY PLAN SELECT sum(total) FROM purchases WHERE deleted_at IS NULL"
                " AND purchased_on >= '2024-01-01' AND purchased_on <= '2024-02-01'"
                " AND channel = 'phone'"
            )
        )
        assert "USING COVERING INDEX ix_purchases_purchased_on" in plan.one().detail
