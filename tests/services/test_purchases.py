from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.purchases import delete_purchases, record_purchase, update_purchase
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.money import LIMIT
from ecrm_desktop.values.quantity import QUANTITY_LIMIT
from ecrm_desktop.values.statuses import PaymentMethod, PurchaseChannel
from tests.helpers.examples import examples
from tests.helpers.factories import make_customer, make_product, make_purchase, make_user

DAY = date(2024, 5, 1)
AT = datetime(2024, 5, 1, 9, tzinfo=UTC)


def draft(*lines: LineDraft, **over: Any) -> PurchaseDraft:
    values: dict[str, Any] = {"purchased_on": DAY, "purchased_at": AT, "lines": lines}
    return PurchaseDraft(**values | over)


def line(title: str = "کفش", **over: Any) -> LineDraft:
    values: dict[str, Any] = {"title": title, "unit_price": 1000}
    return LineDraft(**values | over)


def test_a_purchase_is_stored_whole(database: Database) -> None:
    with database.transaction() as session:
        customer, seller = make_customer(session), make_user(session)
        product = make_product(session, "پسته")
        purchase_id = record_purchase(
            session,
            draft(
                line("", product_id=product, quantity=1500, unit_price=800_001, discount=200),
                line("كیف  چرمی", quantity=2000, unit_price=50),
                customer_id=customer,
                seller_id=seller,
                channel=PurchaseChannel.PHONE,
                payment_method=PaymentMethod.CARD,
                discount=2,
                shipping=30,
                tax=4,
                note="خط یک\nخط دو ",
            ),
        )
    with database.reading() as session:
        purchase = session.get_one(Purchase, purchase_id)
        assert [(one.title, one.total) for one in purchase.lines] == [
            ("پسته", 1_199_802),
            ("کیف چرمی", 100),
        ]
        assert purchase.total == 1_199_902 - 2 + 30 + 4
        assert (purchase.customer_id, purchase.seller_id) == (customer, seller)
        assert (purchase.channel, purchase.payment_method) == (
            PurchaseChannel.PHONE,
            PaymentMethod.CARD,
        )
        assert purchase.note == "خط یک\nخط دو"
        figures = text("SELECT purchase_count, purchase_total FROM customer_index")
        assert session.execute(figures).one() == (1, purchase.total)


def test_numbers_are_counted_and_step_over_those_that_are_taken(database: Database) -> None:
    with database.transaction() as session:
        make_purchase(session, None, DAY, "کفش", number="2")
        numbers = [
            session.get_one(Purchase, record_purchase(session, draft(line(), number=number))).number
            for number in ("", "", "", " ۷۷-الف ")
        ]
    assert numbers == ["1", "3", "4", "77-الف"]


def test_many_taken_numbers_are_stepped_over_at_once(database: Database) -> None:
    with database.transaction() as session:
        for number in range(1, 301):
            make_purchase(session, None, DAY, "کفش", number=str(number))
        numbers = [
            session.get_one(Purchase, record_purchase(session, draft(line()))).number
            for _ in range(2)
        ]
    assert numbers == ["301", "302"]


def test_an_undone_purchase_gives_its_number_back(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.transaction() as session:
        record_purchase(session, draft(line()))
        raise ZeroDivisionError
    with database.transaction() as session:
        purchase_id = record_purchase(session, draft(line()))
        assert session.get_one(Purchase, purchase_id).number == "1"


@pytest.mark.parametrize(
    ("wrong", "problem", "field"),
    [
        (draft(), Problem.LINES_MISSING, "lines"),
        (draft(line(), line("  ")), Problem.NAME_MISSING, "lines.1.title"),
        (draft(line("\ud800")), Problem.TEXT_UNREADABLE, "lines.0.title"),
        (draft(line(quantity=0)), Problem.QUANTITY_ZERO, "lines.0.quantity"),
        (draft(line(quantity=-5)), Problem.NUMBER_NEGATIVE, "lines.0.quantity"),
        (
            draft(line(quantity=QUANTITY_LIMIT + 1)),
            Problem.NUMBER_TOO_LARGE,
            "lines.0.quantity",
        ),
        (draft(line(unit_price=-1)), Problem.NUMBER_NEGATIVE, "lines.0.unit_price"),
        (draft(line(unit_price=10**18)), Problem.NUMBER_TOO_LARGE, "lines.0.unit_price"),
        (draft(line(discount=1001)), Problem.DISCOUNT_TOO_LARGE, "lines.0.discount"),
        (draft(line(product_id=new_id())), Problem.RECORD_MISSING, "lines.0.product_id"),
        (draft(line(), discount=1001), Problem.DISCOUNT_TOO_LARGE, "discount"),
        (draft(line(), discount=-1), Problem.NUMBER_NEGATIVE, "discount"),
        (draft(line(), tax=LIMIT + 1), Problem.NUMBER_TOO_LARGE, "tax"),
        (draft(line(), customer_id=new_id()), Problem.RECORD_MISSING, "customer_id"),
        (draft(line(), seller_id=new_id()), Problem.RECORD_MISSING, "seller_id"),
        (draft(line(), number="7" * 41), Problem.TEXT_TOO_LONG, "number"),
        (
            draft(line(), purchased_at=datetime(2999, 1, 1, tzinfo=UTC)),
            Problem.DATE_IN_FUTURE,
            "purchased_on",
        ),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_is_stored(
    database: Database, wrong: PurchaseDraft, problem: Problem, field: str
) -> None:
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        record_purchase(session, wrong)
    assert (caught.value.problem, caught.value.field) == (problem, field)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(PurchaseLine)) == 0


def test_the_sum_of_lines_stays_within_the_limit(database: Database) -> None:
    wrong = draft(line(unit_price=LIMIT), line(unit_price=1))
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        record_purchase(session, wrong)
    assert caught.value.problem == Problem.NUMBER_TOO_LARGE


def test_a_change_keeps_the_lines_it_names_and_writes_the_others(database: Database) -> None:
    with database.transaction() as session:
        customer = make_customer(session)
        purchase_id = record_purchase(session, draft(line("کفش"), line("کیف"), line("چتر")))
        first, _, third = (one.id for one in session.get_one(Purchase, purchase_id).lines)
    with database.transaction() as session:
        update_purchase(
            session,
            purchase_id,
            draft(
                line("چتر", line_id=third, quantity=2000),
                line("کلاه"),
                line("کفش", line_id=first),
                customer_id=customer,
            ),
        )
    with database.reading() as session:
        purchase = session.get_one(Purchase, purchase_id)
        assert [(one.title, one.total) for one in purchase.lines] == [
            ("چتر", 2000),
            ("کلاه", 1000),
            ("کفش", 1000),
        ]
        assert [purchase.lines[0].id, purchase.lines[2].id] == [third, first]
        assert (purchase.total, purchase.number) == (4000, "1")
        assert purchase.customer_id == customer
        assert session.scalar(select(func.count()).select_from(PurchaseLine)) == 3


def test_a_change_of_a_purchase_of_a_deleted_customer_is_allowed(database: Database) -> None:
    with database.transaction() as session:
        customer = make_customer(session)
        purchase_id = record_purchase(session, draft(line(), customer_id=customer))
        session.execute(text("UPDATE customers SET deleted_at = '2024-06-01 00:00:00.000000'"))
    changed = draft(line("کیف"), customer_id=customer)
    with database.transaction() as session:
        update_purchase(session, purchase_id, changed)
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        record_purchase(session, changed)
    assert caught.value.field == "customer_id"


def test_a_deleted_purchase_takes_its_returns_along(database: Database) -> None:
    with database.transaction() as session:
        ids = [record_purchase(session, draft(line())) for _ in range(2)]
        session.add(Return(purchase_id=ids[0], returned_on=DAY, returned_at=AT, total=5))
        session.flush()
        deletion = delete_purchases(session, ids)
    with database.reading() as session:
        assert session.scalars(select(Return.deletion_id)).all() == [deletion]
    with database.transaction() as session:
        assert restore_deletion(session, deletion) == 3


LINES = st.builds(
    LineDraft,
    title=st.just("کفش"),
    quantity=st.integers(1, 10**6),
    unit_price=st.integers(0, 10**9),
)


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.tuples(LINES, st.fractions(0, 1)), min_size=1, max_size=6),
    part=st.fractions(0, 1),
    shipping=st.integers(0, 10**9),
    tax=st.integers(0, 10**9),
)
def test_totals_always_add_up(
    database: Database,
    lines: list[tuple[LineDraft, float]],
    part: float,
    shipping: int,
    tax: int,
) -> None:
    drafts, totals = [], []
    for one, discounted in lines:
        price = (one.quantity * one.unit_price + 500) // 1000
        discount = int(price * discounted)
        drafts.append(replace(one, discount=discount))
        totals.append(price - discount)
    discount = int(sum(totals) * part)
    with database.transaction() as session:
        purchase_id = record_purchase(
            session, draft(*drafts, discount=discount, shipping=shipping, tax=tax)
        )
    with database.reading() as session:
        purchase = session.get_one(Purchase, purchase_id)
        stored = session.scalars(
            select(PurchaseLine.total)
            .where(PurchaseLine.purchase_id == purchase_id)
            .order_by(PurchaseLine.position)
        ).all()
        assert stored == totals
        assert purchase.total == sum(totals) - discount + shipping + tax
