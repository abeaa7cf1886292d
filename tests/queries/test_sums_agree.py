from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from ecrm_desktop.drafts.purchases import (
    LineDraft,
    PurchaseDraft,
    ReturnDraft,
    ReturnLineDraft,
)
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.queries.buyers import top_customers
from ecrm_desktop.queries.customer_figures import customer_figures
from ecrm_desktop.queries.customers import customer_row
from ecrm_desktop.queries.kept_purchases import KeptPurchases, kept_in
from ecrm_desktop.queries.products import product_detail
from ecrm_desktop.queries.purchases import (
    PurchaseFilter,
    purchase_detail,
    purchase_sums,
    purchases_kept,
)
from ecrm_desktop.queries.sales import SalesBy, days_of_sales, sales_by, sales_by_month, sales_total
from ecrm_desktop.services.customer_merges import merge_customers
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.services.products import delete_products
from ecrm_desktop.services.purchases import delete_purchases, record_purchase
from ecrm_desktop.services.returns import delete_return, record_return
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.period import Period, months_of
from tests.helpers.examples import examples
from tests.helpers.factories import make_customer, make_product, make_user
from tests.helpers.undone import undone

DAY, AT = date(2024, 5, 1), datetime(2024, 5, 1, 9, tzinfo=UTC)


def buy(
    session: Session,
    *lines: tuple[UUID | None, int],
    customer: UUID | None = None,
    seller: UUID | None = None,
    day: int = 0,
    discount: int = 0,
    shipping: int = 0,
    tax: int = 0,
) -> UUID:
    """Record a purchase of one piece each."""
    return record_purchase(
        session,
        PurchaseDraft(
            customer_id=customer,
            seller_id=seller,
            purchased_on=DAY + timedelta(days=day),
            purchased_at=AT + timedelta(days=day),
            lines=tuple(
                LineDraft(product_id=product, title="" if product else "تعمیر", unit_price=price)
                for product, price in lines
            ),
            discount=discount,
            shipping=shipping,
            tax=tax,
        ),
    )


def give_back(
    session: Session, purchase_id: UUID, *lines: int, day: int = 0, less: int = 0
) -> UUID:
    """Take lines back for what was paid for them; `less` is kept of each refund."""
    session.flush()
    bought = purchase_detail(session, purchase_id).lines
    return record_return(
        session,
        ReturnDraft(
            purchase_id=purchase_id,
            returned_on=DAY + timedelta(days=day),
            returned_at=AT + timedelta(days=day),
            lines=tuple(
                ReturnLineDraft(
                    purchase_line_id=bought[at].id,
                    quantity=bought[at].quantity,
                    amount=max(bought[at].share - less, 0),
                )
                for at in lines
            ),
        ),
    )


def test_what_came_back_whole_leaves_no_revenue(database: Database) -> None:
    with database.transaction() as session:
        shoe, bag = make_product(session, "کفش"), make_product(session, "کیف")
        purchase = buy(session, (shoe, 60_000), (bag, 40_000), discount=10_000, tax=9_000)
        give_back(session, purchase, 0, 1)
        taxed = buy(session, (shoe, 60_000), (bag, 40_000), tax=9_000)
        give_back(session, taxed, 0, 1)
        assert product_detail(session, shoe).revenue == product_detail(session, bag).revenue == 0


def test_products_have_their_part_of_a_discount(database: Database) -> None:
    with database.transaction() as session:
        shoe, bag = make_product(session, "کفش"), make_product(session, "کیف")
        buy(session, (shoe, 600), (bag, 400), discount=100)
        buy(session, (bag, 50))
        session.flush()
        assert product_detail(session, shoe).revenue == 540
        assert product_detail(session, bag).revenue == 360 + 50


def test_amounts_beyond_what_sql_can_multiply_are_shared_exactly(database: Database) -> None:
    with database.transaction() as session:
        shoe, bag = make_product(session, "کفش"), make_product(session, "کیف")
        buy(session, (shoe, 6 * 10**14), (bag, 3 * 10**14 + 1), discount=10**14)
        session.flush()
        paid = [product_detail(session, one).revenue for one in (shoe, bag)]
        assert sum(paid) == 8 * 10**14 + 1
        assert paid[0] == 533_333_333_333_333


def test_an_average_counts_only_purchases_of_which_something_was_kept(database: Database) -> None:
    with database.transaction() as session:
        customer = make_customer(session)
        buy(session, (None, 1000), customer=customer)
        buy(session, (None, 5000), (None, 1000), customer=customer)
        part = buy(session, (None, 2000), (None, 1000), customer=customer)
        give_back(session, part, 1)
        whole = buy(session, (None, 9000), customer=customer)
        give_back(session, whole, 0, day=400, less=500)
        session.flush()
        kept = KeptPurchases(count=3, total=9000)
        assert kept_in(session, Period(DAY, DAY)) == kept
        assert purchases_kept(session, PurchaseFilter(customer_id=customer)) == kept
        row = customer_row(session, customer)
        assert row is not None
        assert (row.purchase_count, row.purchase_total) == (4, 9500)
        assert (row.kept, row.average_purchase) == (kept, 3000)


PURCHASES = st.lists(
    st.fixed_dictionaries(
        {
            "day": st.integers(0, 90),
            "customer": st.integers(-1, 3),
            "seller": st.integers(-1, 1),
            "lines": st.lists(
                st.tuples(
                    st.integers(-1, 2),
                    st.integers(1, 5000),
                    st.integers(0, 10**6),
                    st.fractions(0, 1),
                ),
                min_size=1,
                max_size=4,
            ),
            "discount": st.fractions(0, 1),
            "shipping": st.integers(0, 10**5),
            "tax": st.integers(0, 10**5),
            "returns": st.lists(
                st.tuples(
                    st.integers(0, 3),
                    st.integers(0, 60),
                    st.fractions(0, 1),
                    st.fractions(0, 1),
                    st.booleans(),
                ),
                max_size=3,
            ),
            "deleted": st.booleans(),
        }
    ),
    max_size=6,
)


@pytest.mark.parametrize("in_bin", ["customer", "product", "nothing"])
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=examples(40),
    # Making a whole shop smaller takes minutes.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(made=PURCHASES, first=st.integers(-5, 100), length=st.integers(0, 150))
def test_net_is_the_same_sum_however_it_is_told_apart(
    database: Database, in_bin: str, made: list[dict[str, Any]], first: int, length: int
) -> None:
    with database.transaction() as session, undone(session):
        products = [
            make_product(session, "کفش", brand="نایک", category="پوشاک"),
            make_product(session, "کیف", category="پوشاک"),
            make_product(session, "ساعت", brand="نایک"),
            None,
        ]
        customers = [make_customer(session, name, city=city) for name, city in CUSTOMERS]
        sellers = [make_user(session), None]
        for one in made:
            _store(session, one, [*customers, None], products, sellers)
        session.flush()
        merge_customers(session, customers[0], customers[1], {})
        if in_bin == "customer":
            delete_customers(session, [customers[2]])
        if in_bin == "product":
            delete_products(session, [p for p in products[:1] if p])
        session.flush()
        session.expire_all()
        start = DAY + timedelta(days=first)
        for period in (Period(start, start + timedelta(days=length)), days_of_sales(session)):
            if period is not None:
                _check_period(session, period)
        _check_everything(session, [one for one in products if one], customers)


CUSTOMERS = (("مریم احمدی", "اصفهان"), ("علی کریمی", "تهران"), ("زهرا نوری", ""), ("رضا", "تهران"))


def _store(
    session: Session,
    one: dict[str, Any],
    customers: list[UUID | None],
    products: list[UUID | None],
    sellers: list[UUID | None],
) -> None:
    lines = []
    for product, quantity, price, part in one["lines"]:
        gross = (quantity * price + 500) // 1000
        lines.append(
            LineDraft(
                product_id=products[product],
                title="" if products[product] else f"تعمیر {quantity % 2}",
                quantity=quantity,
                unit_price=price,
                discount=int(gross * part),
            )
        )
    net = sum((line.quantity * line.unit_price + 500) // 1000 - line.discount for line in lines)
    day = timedelta(days=one["day"])
    purchase_id = record_purchase(
        session,
        PurchaseDraft(
            customer_id=customers[one["customer"]],
            seller_id=sellers[one["seller"]],
            purchased_on=DAY + day,
            purchased_at=AT + day,
            lines=tuple(lines),
            discount=int(net * one["discount"]),
            shipping=one["shipping"],
            tax=one["tax"],
        ),
    )
    session.flush()
    for at, later, of_quantity, of_share, is_taken_back in one["returns"]:
        line = purchase_detail(session, purchase_id).lines[at % len(lines)]
        if line.left == 0:
            continue
        return_id = record_return(
            session,
            ReturnDraft(
                purchase_id=purchase_id,
                returned_on=DAY + day + timedelta(days=later),
                returned_at=AT + day,
                lines=(
                    ReturnLineDraft(
                        purchase_line_id=line.id,
                        quantity=max(1, int(line.left * of_quantity)),
                        amount=int((line.share - line.refunded) * of_share),
                    ),
                ),
            ),
        )
        if is_taken_back:
            delete_return(session, return_id)
        session.flush()
    if one["deleted"]:
        delete_purchases(session, [purchase_id])


def _check_period(session: Session, period: Period) -> None:
    total = sales_total(session, period)
    assert sum(one.net for one in sales_by_month(session, months_of(period, "jalali"))) == total.net
    for by in SalesBy:
        if by is not SalesBy.MONTH:
            found = sales_by(session, by, period)
            assert sum(row.sold for row in found.rows) + found.shipping == total.sold, by
            assert sum(row.refunded for row in found.rows) == total.refunded, by
            assert all(row.sold >= 0 for row in found.rows), by


def _check_everything(session: Session, products: list[UUID], customers: list[UUID]) -> None:
    sums = purchase_sums(session, PurchaseFilter())
    ever = Period(DAY - timedelta(days=1), DAY + timedelta(days=1000))
    net = sales_total(session, ever).net
    assert sums.total - sums.returned == net
    by_product = {
        (row.name, row.code): row.net for row in sales_by(session, SalesBy.PRODUCT, ever).rows
    }
    for product_id in products:
        product = session.get_one(Product, product_id)
        if product.deleted_at is None:
            detail = product_detail(session, product_id)
            assert by_product.get((detail.name, detail.code), 0) == detail.revenue
    # Who lies in the bin, and who was never known, has bought all the same.
    theirs = {one: purchase_sums(session, PurchaseFilter(customer_id=one)) for one in customers}
    living = {one: row for one in customers if (row := customer_row(session, one)) is not None}
    for one, row in living.items():
        assert row.purchase_total == theirs[one].total - theirs[one].returned
    best = top_customers(session)
    assert sum(one.total for one in best) == sum(
        row.purchase_total for row in living.values() if row.purchase_total > 0
    )
    assert customer_figures(session).total == sum(row.purchase_total for row in living.values())
    known = sum(one.total - one.returned for one in theirs.values())
    assert known + _of_nobody(session) == net


def _of_nobody(session: Session) -> int:
    bought = session.scalars(
        select(func.coalesce(func.sum(Purchase.total), 0)).where(
            Purchase.customer_id.is_(None), Purchase.deleted_at.is_(None)
        )
    ).one()
    returned = session.scalars(
        select(func.coalesce(func.sum(Return.total), 0)).where(
            Return.customer_id.is_(None), Return.deleted_at.is_(None)
        )
    ).one()
    return bought - returned
