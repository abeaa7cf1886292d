"""An import adds what is new, finds whom it knows, and does nothing twice."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.database import Database
from ecrm_desktop.drafts.imports import ImportedLine, ImportedPurchase
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.services.imports import ImportResult, import_purchases
from ecrm_desktop.services.purchases import delete_purchases
from ecrm_desktop.values.phone import Phone
from tests.helpers.factories import make_customer, make_product, make_purchase

TEHRAN = timezone(timedelta(hours=3, minutes=30))
DAY = date(2026, 11, 21)
PHONE = Phone.parse("09123456789")


def line(**over: object) -> ImportedLine:
    return ImportedLine(**{"quantity": 2000, "unit_price": 1467, "discount": 1} | over)  # type: ignore[arg-type]


def purchase(key: str = "a-1", **over: object) -> ImportedPurchase:
    values = {"source_key": key, "purchased_on": DAY, "lines": (line(),)} | over
    return ImportedPurchase(**values)  # type: ignore[arg-type]


def bring_in(database: Database, *purchases: ImportedPurchase) -> ImportResult:
    with database.transaction() as session:
        return import_purchases(session, purchases, timezone=TEHRAN, untitled="کالا")


def test_everything_of_a_new_file_is_stored(database: Database) -> None:
    one = purchase("a-1", customer_code="0001")
    result = bring_in(database, one, purchase("a-2", customer_code="0001"), purchase("b-1"))
    assert result == ImportResult(
        purchases_new=3, lines_new=3, customers_new=1, quantity_total=6000, amount_total=3 * 2933
    )
    with database.transaction() as session:
        stored = list(session.scalars(select(Purchase).order_by(Purchase.id)))
        assert [one.number for one in stored] == ["1", "2", "3"]
        assert stored[0].purchased_on == DAY
        assert stored[0].purchased_at == datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
        assert stored[0].customer_id == stored[1].customer_id
        assert stored[2].customer_id is None
        assert stored[0].lines[0].title == "کالا"
        assert session.scalars(select(Customer.code)).all() == ["0001"]
        assert check_database(session).is_sound


def test_the_same_file_again_adds_nothing(database: Database) -> None:
    rows = [purchase(f"a-{at}", customer_code=str(at)) for at in range(1, 1200)]
    bring_in(database, *rows)
    with database.transaction() as session:
        ids = list(session.scalars(select(Purchase.id).limit(3)))
        delete_purchases(session, ids)  # thrown away on purpose: not wanted back
    assert bring_in(database, *rows) == ImportResult(unchanged=1199)
    assert bring_in(database, *rows, purchase("z-1")).purchases_new == 1


def test_an_import_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.transaction() as session:
        import_purchases(session, [purchase(customer_code="1")], timezone=TEHRAN, untitled="x")
        raise ZeroDivisionError
    with database.reading() as session:
        assert session.scalars(select(Purchase)).all() == []
        assert session.scalars(select(Customer)).all() == []


def customer_of(database: Database, one: ImportedPurchase) -> Customer | None:
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

    def found(key: str, **over: object) -> Customer | None:
        return customer_of(database, purchase(key, **over))

    by_code = found("a", customer_code="7", customer_name="نام دیگر")
    assert by_code is not None
    assert (by_code.id, by_code.name) == (ali, "علی کریمی")
    by_phone = found("b", customer_phone=PHONE)
    assert by_phone is not None
    assert by_phone.id == ali
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
    result = bring_in(
        database,
        purchase(
            lines=(
                line(product_code="6261"),
                line(product_name="كفش  چرم"),
                line(product_code="K1", product_name="کفش قدیمی"),
                line(product_code="N5"),
                line(product_name="شال"),
                line(product_name="شال"),
            )
        ),
    )
    assert result.products_new == 2
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
    bring_in(database, purchase("a"), purchase("b", number="F-1"))
    with database.reading() as session:
        numbers = session.scalars(select(Purchase.number).order_by(Purchase.id)).all()
    assert numbers == ["1", "2", "F-1"]


def test_a_purchase_of_this_morning_can_be_changed_at_once(database: Database) -> None:
    now = datetime.now(UTC)
    # Where it is one at night.
    zone = timezone(timedelta(hours=(1 - now.hour + 12) % 24 - 12))
    bought = purchase(purchased_on=now.astimezone(zone).date())
    with database.transaction() as session:
        import_purchases(session, [bought], timezone=zone, untitled="کالا")
        assert session.scalars(select(Purchase.purchased_at)).one() <= datetime.now(UTC)
