"""Records of files are found again, made when new, and never twice."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.imports import (
    ImportedInteraction,
    ImportedLine,
    ImportedRow,
    ImportedSale,
    OnMatch,
    OrderAmounts,
)
from ecrm_desktop.errors import Problem
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.services.imports import (
    ImportCounts,
    ImportSettings,
    LinesApart,
    SkippedRow,
    import_rows,
)
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.services.purchases import delete_purchases
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import Channel, Direction, ImportKind
from tests.helpers.factories import make_customer, make_product, make_purchase

TEHRAN = timezone(timedelta(hours=3, minutes=30))
DAY = date(2026, 11, 21)
PHONE = Phone.parse("09123456789")


def line(**over: object) -> ImportedLine:
    return ImportedLine(**{"quantity": 2000, "unit_price": 1467, "discount": 1} | over)  # type: ignore[arg-type]


def sale(key: str = "a-1", **over: object) -> ImportedSale:
    values = {"row": 1, "source_key": key, "purchased_on": DAY, "line": line()} | over
    return ImportedSale(**values)  # type: ignore[arg-type]


def take(
    session: Session,
    rows: Sequence[ImportedRow | SkippedRow],
    kind: ImportKind = ImportKind.PURCHASES,
    *,
    zone: tzinfo = TEHRAN,
    left_out: Iterable[str] = (),
) -> ImportCounts:
    return take_all(session, rows, kind, zone=zone, left_out=left_out).counts


def take_all(
    session: Session,
    rows: Sequence[ImportedRow | SkippedRow],
    kind: ImportKind = ImportKind.PURCHASES,
    *,
    zone: tzinfo = TEHRAN,
    left_out: Iterable[str] = (),
) -> ImportContext:
    settings = ImportSettings(
        kind=kind,
        match=(),
        on_match=OnMatch.FILL_EMPTY,
        timezone=zone,
        now=datetime.now(UTC),
        untitled="کالا",
    )
    return import_rows(session, rows, settings, lambda _: None, left_out)


def bring_in(database: Database, *rows: ImportedRow | SkippedRow) -> ImportCounts:
    with database.transaction() as session:
        return take(session, rows)


def test_everything_of_a_new_file_is_stored(database: Database) -> None:
    one = sale("a-1", customer_code="0001")
    counts = bring_in(database, one, sale("a-2", customer_code="0001"), sale("b-1"))
    assert counts == ImportCounts(
        new=3,
        purchases_new=3,
        lines_new=3,
        customers_new=1,
        quantity_total=6000,
        amount_total=3 * 2933,
    )
    with database.transaction() as session:
        stored = list(session.scalars(select(Purchase).order_by(Purchase.purchased_at)))
        assert [one.number for one in stored] == ["1", "2", "3"]
        assert stored[0].purchased_on == DAY
        assert stored[0].purchased_at == datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
        assert stored[0].customer_id == stored[1].customer_id
        assert stored[2].customer_id is None
        assert stored[0].lines[0].title == "کالا"
        assert session.scalars(select(Customer.code)).all() == ["0001"]
        assert check_database(session).is_sound


def test_the_same_file_again_adds_nothing(database: Database) -> None:
    rows = [sale(f"a-{at}", customer_code=str(at)) for at in range(1, 1200)]
    bring_in(database, *rows)
    with database.transaction() as session:
        ids = list(session.scalars(select(Purchase.id).limit(3)))
        delete_purchases(session, ids)  # thrown away on purpose: not wanted back
    assert bring_in(database, *rows) == ImportCounts(unchanged=1199)
    assert bring_in(database, *rows, sale("z-1")).purchases_new == 1


def test_an_import_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.transaction() as session:
        take(session, [sale(customer_code="1")])
        raise ZeroDivisionError
    with database.transaction() as session:
        assert session.scalars(select(Purchase)).all() == []
        assert session.scalars(select(Customer)).all() == []
        assert check_database(session).is_sound


def customer_of(database: Database, one: ImportedSale) -> Customer | None:
    bring_in(database, one)
    with database.reading() as session:
        statement = (
            select(Customer)
            .join(Purchase, Purchase.customer_id == Customer.id)
            .where(Purchase.source_key == one.source_key)
        )
        return session.scalars(statement).one_or_none()


def test_customers_are_found_by_code_then_phone(database: Database) -> None:
    with database.transaction() as session:
        ali = make_customer(session, "علی کریمی", code="7", phone=PHONE.number)
        binned = make_customer(session, "رضا راد", code="8", deleted_at=datetime.now(UTC))
        merged = {"deleted_at": datetime.now(UTC), "merged_into_id": ali}
        make_customer(session, "علی کریمی", code="6", **merged)

    def found(key: str, **over: object) -> Customer | None:
        return customer_of(database, sale(key, **over))

    by_code = found("a", customer_code="7", customer_name="کریمی")
    assert by_code is not None
    assert (by_code.id, by_code.name) == (ali, "علی کریمی")
    by_phone = found("b", customer_phone=PHONE)
    assert by_phone is not None
    assert by_phone.id == ali
    by_merged_code = found("b2", customer_code="6")
    assert by_merged_code is not None
    assert by_merged_code.id == ali
    other = found("c", customer_code="9", customer_phone=PHONE, customer_name="مینا سادات راد")
    assert other is not None
    assert (other.first_name, other.last_name, other.code) == ("مینا سادات", "راد", "9")
    again = found("d", customer_code="8", customer_name="رضا")
    assert again is not None
    assert again.id != binned
    assert again.last_name == "رضا"
    unnamed = found("e", customer_phone=Phone.parse("09350000001"))
    assert unnamed is not None
    assert unnamed.name == "09350000001"
    assert found("f", customer_name="رهگذر") is None
    with database.reading() as session:
        notes = select(Purchase.note).where(Purchase.source_key == "f")
        assert session.scalars(notes).one() == "رهگذر"


def titles(session: Session) -> dict[str, str]:
    statement = select(PurchaseLine.title, Product.name).join(
        Product, Product.id == PurchaseLine.product_id
    )
    return {title: name for title, name in session.execute(statement)}  # noqa: C416 - typed rows


def test_products_are_found_by_code_or_name_and_made_else(database: Database) -> None:
    with database.transaction() as session:
        make_product(session, "کفش چرم", code="K1", barcode="6261")
    said = (
        line(product_code="6261"),
        line(product_name="كفش  چرم"),
        line(product_code="K1", product_name="کفش قدیمی"),
        line(product_code="N5"),
        line(product_name="شال"),
        line(product_name="شال"),
    )
    counts = bring_in(database, *(sale(f"a-{at}", line=one) for at, one in enumerate(said)))
    assert counts.products_new == 2
    with database.reading() as session:
        assert titles(session) == {
            "کفش چرم": "کفش چرم",
            "كفش  چرم": "کفش چرم",
            "کفش قدیمی": "کفش چرم",
            "N5": "N5",
            "شال": "شال",
        }


def test_numbers_of_the_shop_are_stepped_over(database: Database) -> None:
    with database.transaction() as session:
        make_purchase(session, None, DAY, "x", number="1")
        make_purchase(session, None, DAY, "x", number="3")
    bring_in(database, sale("a"), sale("b", number="F-1"), sale("c"))
    with database.reading() as session:
        numbers = session.scalars(select(Purchase.number).order_by(Purchase.number)).all()
    assert numbers == ["1", "2", "3", "4", "F-1"]


def test_a_purchase_of_this_morning_can_be_changed_at_once(database: Database) -> None:
    now = datetime.now(UTC)
    # Where it is one at night.
    zone = timezone(timedelta(hours=(1 - now.hour + 12) % 24 - 12))
    with database.transaction() as session:
        take(session, [sale(purchased_on=now.astimezone(zone).date())], zone=zone)
        assert session.scalars(select(Purchase.purchased_at)).one() <= datetime.now(UTC)


def numbered(at: int, number: str) -> ImportedSale:
    return sale(f"{number}-{at}", row=at, number=number, customer_code="5")


def test_lines_of_one_number_are_one_purchase_wherever_they_stand(database: Database) -> None:
    rows = [numbered(at, f"F{at % 700}") for at in range(9_100)]
    counts = bring_in(database, *rows)
    assert (counts.new, counts.lines_new, counts.customers_new) == (700, 9_100, 1)
    assert counts.amount_total == 9_100 * 2933
    with database.transaction() as session:
        assert check_database(session).is_sound
        of_one = select(PurchaseLine.position).join(Purchase).where(Purchase.number == "F3")
        assert sorted(session.scalars(of_one)) == list(range(13))
        assert session.scalar(select(func.sum(Purchase.total))) == counts.amount_total
    # In another order they are the same purchases.
    assert bring_in(database, *reversed(rows)) == ImportCounts(unchanged=700)


def test_a_purchase_is_never_taken_without_one_of_its_lines(database: Database) -> None:
    rows = [numbered(at, f"F{at % 700}") for at in range(9_100)]
    with pytest.raises(LinesApart) as apart:
        bring_in(database, *rows, SkippedRow("F3"))
    assert apart.value.numbers == {"F3"}
    with database.transaction() as session:
        counts = take(session, [*rows, SkippedRow("F3")], left_out={"F3"})
    assert (counts.new, counts.problems) == (699, 13)
    with database.transaction() as session:
        assert session.scalars(select(Purchase).where(Purchase.number == "F3")).all() == []
        assert check_database(session).is_sound
    mended = [one for one in rows if one.number == "F3"]
    assert bring_in(database, *mended).lines_new == 13


def order_of(database: Database, number: str) -> tuple[int, int, int, int]:
    with database.reading() as session:
        one = session.scalars(select(Purchase).where(Purchase.number == number)).one()
        return one.discount, one.shipping, one.tax, one.total


WHOLE = OrderAmounts(discount=933, shipping=500, tax=180)


@pytest.mark.parametrize(
    "orders",
    [(WHOLE, None, None), (WHOLE, WHOLE, WHOLE), (None, None, WHOLE),
     (OrderAmounts(discount=933), OrderAmounts(shipping=500, tax=180), None)],
)  # fmt: skip
@pytest.mark.parametrize("between", [0, 5_000])
def test_what_is_said_of_the_whole_order_counts_once(
    database: Database, orders: tuple[OrderAmounts | None, ...], between: int
) -> None:
    rows: list[ImportedSale] = []
    for at, order in enumerate(orders):
        rows += [sale(f"{at}-{other}", number=f"O{other}") for other in range(between)]
        rows.append(sale(f"f-{at}", row=at, number="F1", customer_code="5", order=order))
    counts = bring_in(database, *rows)
    assert order_of(database, "F1") == (933, 500, 180, 3 * 2933 - 933 + 500 + 180)
    with database.transaction() as session:
        assert check_database(session).is_sound
        assert session.scalar(select(func.sum(Purchase.total))) == counts.amount_total
    assert bring_in(database, *rows).unchanged == counts.new


def test_a_discount_may_stand_far_above_the_lines_it_is_for(database: Database) -> None:
    others = [sale(f"o-{at}") for at in range(5_000)]
    first = sale("f-1", number="F1", order=OrderAmounts(discount=5000))
    bring_in(database, first, *others, sale("f-2", number="F1"))
    assert order_of(database, "F1") == (5000, 0, 0, 2 * 2933 - 5000)


def test_an_order_whose_rows_contradict_each_other_is_left_out(database: Database) -> None:
    rows = [
        sale("f-1", row=1, number="F1", order=OrderAmounts(shipping=5)),
        sale("f-2", row=2, number="F1", order=OrderAmounts(shipping=6)),
        sale("g-1", row=3, number="G1", order=OrderAmounts(discount=2934)),
        sale("h-1", row=4, order=OrderAmounts(discount=2934)),
        sale("i-1", row=5, order=OrderAmounts(discount=2933)),
    ]
    with pytest.raises(LinesApart) as apart:
        bring_in(database, *rows)
    assert apart.value.numbers == {"G1"}
    with database.transaction() as session:
        context = take_all(session, rows, left_out={"G1"})
        assert [(one.row, one.error.problem, one.error.field) for one in context.problems] == [
            (1, Problem.ORDER_AMOUNTS_DIFFER, "shipping"),
            (2, Problem.ORDER_AMOUNTS_DIFFER, "shipping"),
            (3, Problem.DISCOUNT_TOO_LARGE, "order_discount"),
            (4, Problem.DISCOUNT_TOO_LARGE, "order_discount"),
        ]
        assert (context.counts.new, context.counts.amount_total) == (1, 0)


def test_lines_far_apart_that_contradict_each_other(database: Database) -> None:
    others = [sale(f"o-{at}") for at in range(5_000)]
    first = sale("f-1", number="F1", order=OrderAmounts(tax=5))
    last = sale("f-2", number="F1", order=OrderAmounts(tax=6))
    with pytest.raises(LinesApart) as apart:
        bring_in(database, first, *others, last)
    assert apart.value.numbers == {"F1"}


def test_customers_are_found_by_their_address_and_made(database: Database) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="7", phone=PHONE.number)
        make_customer(session, "علی راد", code="8", email="ali@example.com")
    new = Phone.parse("09350000000")
    counts = bring_in(
        database,
        sale("a", number="1", customer_email=Email.parse("ali@example.com")),
        sale("b", number="2", customer_phone=PHONE, customer_email=Email.parse("ali@example.com")),
        sale("c", number="3", customer_phone=new, customer_email=Email.parse("ali@example.com")),
        sale("d", number="4", customer_name="سارا", customer_email=Email.parse("sara@example.com")),
        sale("e", number="5", customer_email=Email.parse("sara@example.com")),
        sale("f", number="6", customer_email=Email.parse("nobody@example.com")),
    )
    assert counts.customers_new == 2
    with database.reading() as session:
        rows = select(Purchase.number, Customer).join(Customer, Purchase.customer_id == Customer.id)
        buyers = {row.number: row.Customer for row in session.execute(rows)}
        assert [buyers[number].code for number in "123"] == ["8", "7", "8"]
        assert (buyers["4"].last_name, buyers["4"].email) == ("سارا", "sara@example.com")
        assert buyers["5"].id == buyers["4"].id
        assert buyers["6"].name == "nobody@example.com"


def test_a_product_is_found_by_its_barcode_alone(database: Database) -> None:
    with database.transaction() as session:
        make_product(session, "کفش چرم", code="K1", barcode="6261")
    assert bring_in(database, sale(line=line(product_code="6261"))).products_new == 0
    with database.reading() as session:
        assert titles(session) == {"کفش چرم": "کفش چرم"}


def test_nobody_was_called_tomorrow(database: Database) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    call = ImportedInteraction(
        row=7,
        source_key="a-1",
        customer_code="5",
        at=tomorrow,
        channel=Channel.CALL,
        direction=Direction.INCOMING,
        subject="سفارش",
    )
    with database.transaction() as session:
        context = take_all(session, [call], ImportKind.INTERACTIONS)
        assert session.scalars(select(Customer)).all() == []
    [problem] = context.problems
    assert (problem.row, problem.error.problem) == (7, Problem.DATE_IN_FUTURE)
    assert context.counts == ImportCounts(problems=1)


def test_what_the_first_version_imported_is_there(database: Database) -> None:
    head = {"number": "F1", "customer_code": "7", "customer_name": "علی"}
    rows = [sale("x-1", row=1, **head), sale("x-2", row=2, **head, line=line(discount=0))]
    # What the first version gave to a purchase of these two lines.
    key = "b894c501b88eb7b7b92fa18444498960-1"
    with database.transaction() as session:
        make_purchase(session, None, DAY, "x", number="F1", source_key=key)
    assert bring_in(database, *rows) == ImportCounts(unchanged=1)
