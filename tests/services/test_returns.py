from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft, ReturnDraft, ReturnLineDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.purchases import Return
from ecrm_desktop.queries.purchases import PurchaseDetail, purchase_detail
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.purchases import delete_purchases, record_purchase, update_purchase
from ecrm_desktop.services.returns import delete_return, record_return
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.totals import refund
from tests.helpers.examples import examples
from tests.helpers.factories import make_customer

DAY = date(2024, 5, 1)
AT = datetime(2024, 5, 1, 9, tzinfo=UTC)


def buy(session: Session, *quantities: int, **over: Any) -> PurchaseDetail:
    lines = tuple(
        LineDraft(title=f"کالا {at}", quantity=quantity, unit_price=1000)
        for at, quantity in enumerate(quantities)
    )
    values: dict[str, Any] = {"purchased_on": DAY, "purchased_at": AT, "lines": lines}
    purchase_id = record_purchase(session, PurchaseDraft(**values | over))
    session.flush()
    return purchase_detail(session, purchase_id)


def back(purchase: PurchaseDetail, *lines: tuple[int, int, int], **over: Any) -> ReturnDraft:
    values: dict[str, Any] = {
        "purchase_id": purchase.id,
        "returned_on": DAY,
        "returned_at": AT,
        "lines": tuple(
            ReturnLineDraft(
                purchase_line_id=purchase.lines[at].id, quantity=quantity, amount=amount
            )
            for at, quantity, amount in lines
        ),
    }
    return ReturnDraft(**values | over)


def refused(database: Database, draft: ReturnDraft) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        record_return(session, draft)
    return caught.value


def figures(session: Session) -> int:
    return int(session.execute(text("SELECT purchase_total FROM customer_index")).scalar_one())


def test_goods_that_come_back_lower_what_the_customer_bought(database: Database) -> None:
    with database.transaction() as session:
        customer = make_customer(session)
        purchase = buy(session, 3000, 1500, customer_id=customer)
        assert figures(session) == 4500
        return_id = record_return(
            session, back(purchase, (0, 1000, 1000), (1, 500, 400), reason=" پاره بود ")
        )
    with database.transaction() as session:
        detail = purchase_detail(session, purchase.id)
        assert [one.left for one in detail.lines] == [2000, 1000]
        assert (detail.returned, detail.returns[0].reason) == (1400, "پاره بود")
        assert figures(session) == 3100
        delete_return(session, return_id)
    with database.reading() as session:
        assert [one.left for one in purchase_detail(session, purchase.id).lines] == [3000, 1500]
        assert figures(session) == 4500


def test_no_more_comes_back_than_was_bought(database: Database) -> None:
    with database.transaction() as session:
        purchase = buy(session, 3000, 1000)
        record_return(session, back(purchase, (0, 2000, 0)))
    error = refused(database, back(purchase, (1, 1000, 0), (0, 1001, 0)))
    assert (error.problem, error.field) == (Problem.RETURN_TOO_MANY, "lines.1.quantity")
    assert error.details["left"] == 1000
    # The same line twice in one return counts together.
    error = refused(database, back(purchase, (0, 600, 0), (0, 600, 0)))
    assert (error.field, error.details["left"]) == ("lines.1.quantity", 400)


def test_no_more_is_refunded_than_was_paid(database: Database) -> None:
    with database.transaction() as session:
        purchase = buy(session, 2000, discount=500)
        record_return(session, back(purchase, (0, 1000, 1000)))
    error = refused(database, back(purchase, (0, 1000, 501)))
    assert (error.problem, error.field) == (Problem.REFUND_TOO_LARGE, "lines.0.amount")
    with database.transaction() as session:
        record_return(session, back(purchase, (0, 1000, 500)))


def test_no_more_is_refunded_for_a_line_than_was_paid_for_it(database: Database) -> None:
    with database.transaction() as session:
        purchase = buy(session, 1000, 9000)
    error = refused(database, back(purchase, (1, 1000, 1000), (0, 1000, 1001)))
    assert (error.problem, error.field) == (Problem.REFUND_TOO_LARGE, "lines.1.amount")
    assert error.details["product"] == purchase.lines[0].title


def test_what_an_earlier_version_refunded_stands_in_nobodys_way(database: Database) -> None:
    with database.transaction() as session:
        purchase = buy(session, 1000, 9000)
        return_id = record_return(session, back(purchase, (0, 1000, 1000)))
        old = session.get_one(Return, return_id)
        old.lines[0].amount = old.total = 5000
    kept = tuple(
        LineDraft(
            line_id=line.id, title=line.title, quantity=line.quantity, unit_price=line.unit_price
        )
        for line in purchase.lines
    )
    draft = PurchaseDraft(purchased_on=DAY, purchased_at=AT, lines=kept, note="فاکتور کاغذی")
    with database.transaction() as session:
        update_purchase(session, purchase.id, draft)
        record_return(session, back(purchase, (1, 1000, 1000)))
        gone = delete_purchases(session, [purchase.id])
    with database.transaction() as session:
        restore_deletion(session, gone)
    less = replace(draft, lines=(replace(kept[0], unit_price=999), kept[1]))
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        update_purchase(session, purchase.id, less)
    assert caught.value.problem == Problem.REFUND_TOO_LARGE


def test_what_cannot_come_back_is_told_at_its_field(database: Database) -> None:
    with database.transaction() as session:
        purchase, other = buy(session, 1000), buy(session, 1000)
        gone = buy(session, 1000)
        delete_purchases(session, [gone.id])
    early, late = date(2024, 4, 30), datetime(2999, 1, 1, tzinfo=UTC)
    wrong = [
        (back(purchase), Problem.LINES_MISSING, "lines"),
        (back(purchase, (0, 0, 0)), Problem.QUANTITY_ZERO, "lines.0.quantity"),
        (back(purchase, (0, 1000, -1)), Problem.NUMBER_NEGATIVE, "lines.0.amount"),
        (
            back(other, (0, 1000, 0), purchase_id=purchase.id),
            Problem.RECORD_MISSING,
            "lines.0.purchase_line_id",
        ),
        (back(gone, (0, 1000, 0)), Problem.RECORD_MISSING, "purchase_id"),
        (back(purchase, (0, 1000, 0), user_id=new_id()), Problem.RECORD_MISSING, "user_id"),
        (
            back(purchase, (0, 1000, 0), returned_on=early),
            Problem.RETURN_BEFORE_PURCHASE,
            "returned_on",
        ),
        (
            back(purchase, (0, 1000, 0), returned_at=late),
            Problem.DATE_IN_FUTURE,
            "returned_on",
        ),
    ]
    for draft, problem, field in wrong:
        error = refused(database, draft)
        assert (error.problem, error.field) == (problem, field)


def test_a_changed_purchase_still_has_room_for_its_returns(database: Database) -> None:
    with database.transaction() as session:
        purchase = buy(session, 3000, 1000)
        return_id = record_return(session, back(purchase, (0, 2000, 2000)))
    first, second = (one.id for one in purchase.lines)

    def change(problem: Problem | None, *lines: LineDraft, **over: Any) -> InvalidInput | None:
        values: dict[str, Any] = {"purchased_on": DAY, "purchased_at": AT, "lines": lines}
        draft = PurchaseDraft(**values | over)
        if problem is None:
            with database.transaction() as session:
                update_purchase(session, purchase.id, draft)
            return None
        with pytest.raises(InvalidInput) as caught, database.transaction() as session:
            update_purchase(session, purchase.id, draft)
        assert caught.value.problem == problem
        return caught.value

    kept = LineDraft(line_id=first, title="کالا", quantity=2000, unit_price=1000)
    fewer = LineDraft(line_id=first, title="کالا", quantity=1999, unit_price=1000)
    other = LineDraft(line_id=second, title="کالا", quantity=1000, unit_price=1000)
    error = change(Problem.LESS_THAN_RETURNED, other, fewer)
    assert error is not None
    assert (error.field, error.details["returned"]) == ("lines.1.quantity", 2000)
    assert error.details["product"] == "کالا"
    change(Problem.LINE_HAS_RETURNS, other)
    error = change(Problem.REFUND_TOO_LARGE, kept, discount=1)
    assert error is not None
    assert (error.field, error.details["product"]) == ("lines.0.unit_price", "کالا")
    # What others of the purchase cost leaves no room for what was given back for this one.
    dear = LineDraft(title="ساعت", quantity=1000, unit_price=10**6)
    cheap = LineDraft(line_id=first, title="کالا", quantity=2000, unit_price=999)
    error = change(Problem.REFUND_TOO_LARGE, dear, cheap)
    assert error is not None
    assert error.field == "lines.1.unit_price"
    # Shipping may be given back too, in the refund of a line.
    change(None, dear, cheap, shipping=2)
    change(Problem.RETURN_BEFORE_PURCHASE, kept, purchased_on=date(2024, 5, 2))
    change(None, kept)
    with database.transaction() as session:
        deletion = delete_return(session, return_id)
    # In the bin it may still be restored, so its line stays.
    change(Problem.LINE_HAS_RETURNS, other)
    change(None, LineDraft(line_id=first, title="کالا", quantity=1000, unit_price=1000))
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        restore_deletion(session, deletion)
    assert caught.value.problem == Problem.LESS_THAN_RETURNED


def test_a_return_in_the_bin_holds_no_purchase_in_its_day(database: Database) -> None:
    with database.transaction() as session:
        purchase = buy(session, 3000)
        first = record_return(session, back(purchase, (0, 1000, 1000)))
        later = date(2024, 5, 3)
        record_return(session, back(purchase, (0, 1000, 1000), returned_on=later))
        deletion = delete_return(session, first)
        kept = LineDraft(line_id=purchase.lines[0].id, title="کالا", quantity=3000, unit_price=1000)
        draft = PurchaseDraft(purchased_on=later, purchased_at=AT, lines=(kept,))
        update_purchase(session, purchase.id, draft)
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        restore_deletion(session, deletion)
    assert caught.value.problem == Problem.RETURN_BEFORE_PURCHASE


def test_returns_follow_the_purchase_to_another_customer(database: Database) -> None:
    with database.transaction() as session:
        customer = make_customer(session)
        purchase = buy(session, 3000)
        return_id = record_return(session, back(purchase, (0, 1000, 1000)))
        update_purchase(
            session,
            purchase.id,
            PurchaseDraft(
                customer_id=customer,
                purchased_on=DAY,
                purchased_at=AT,
                lines=(
                    LineDraft(
                        line_id=purchase.lines[0].id, title="کفش", quantity=3000, unit_price=1000
                    ),
                ),
            ),
        )
    with database.reading() as session:
        assert session.get_one(Return, return_id).customer_id == customer
        assert figures(session) == 2000


def test_a_return_comes_out_of_the_bin_only_where_it_fits(database: Database) -> None:
    with database.transaction() as session:
        purchase = buy(session, 3000)
        return_id = record_return(session, back(purchase, (0, 2000, 0)))
        deletion = delete_return(session, return_id)
        second = record_return(session, back(purchase, (0, 2000, 0)))
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        restore_deletion(session, deletion)
    assert caught.value.problem == Problem.LESS_THAN_RETURNED
    with database.transaction() as session:
        delete_return(session, second)
        gone = delete_purchases(session, [purchase.id])
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        restore_deletion(session, deletion)
    assert caught.value.problem == Problem.PURCHASE_IN_BIN
    with database.transaction() as session:
        restore_deletion(session, gone)
        restore_deletion(session, deletion)
    with database.reading() as session:
        assert purchase_detail(session, purchase.id).lines[0].left == 1000


@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), quantities=st.lists(st.integers(1, 9999), min_size=1, max_size=4))
def test_returns_never_exceed_and_all_of_it_is_worth_what_was_paid(
    database: Database, data: st.DataObject, quantities: list[int]
) -> None:
    price = sum(quantities)
    discount = data.draw(st.integers(0, price))
    tax, shipping = data.draw(st.integers(0, 500)), data.draw(st.integers(0, 500))
    with database.transaction() as session:
        detail = buy(session, *quantities, discount=discount, tax=tax, shipping=shipping)
    purchase_id: UUID = detail.id
    for _ in range(6):
        at = data.draw(st.integers(0, len(quantities) - 1))
        line = detail.lines[at]
        quantity = data.draw(st.integers(1, line.quantity))
        amount = refund(line.share, line.quantity, line.returned, min(quantity, line.left))
        draft = back(detail, (at, quantity, amount))
        if quantity > line.left:
            assert refused(database, draft).problem == Problem.RETURN_TOO_MANY
            continue
        with database.transaction() as session:
            record_return(session, draft)
        with database.reading() as session:
            detail = purchase_detail(session, purchase_id)
        assert all(0 <= one.left <= one.quantity for one in detail.lines)
        assert detail.returned == sum(one.refunded for one in detail.lines)
        assert detail.returned <= detail.total - shipping
    rest = [
        (at, one.left, refund(one.share, one.quantity, one.returned, one.left))
        for at, one in enumerate(detail.lines)
        if one.left
    ]
    if rest:
        with database.transaction() as session:
            record_return(session, back(detail, *rest))
    with database.reading() as session:
        assert purchase_detail(session, purchase_id).returned == detail.total - shipping
