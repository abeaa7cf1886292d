from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft, ReturnDraft, ReturnLineDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.products import Product
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.products import (
    ProductFilter,
    find_by_code,
    find_products,
    list_products,
    product_detail,
    product_rows,
    product_suggestions,
)
from ecrm_desktop.queries.purchases import purchase_detail
from ecrm_desktop.services.products import delete_products
from ecrm_desktop.services.purchases import delete_purchases, record_purchase
from ecrm_desktop.services.returns import record_return
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from tests.helpers.factories import make_product

DAY = date(2024, 5, 1)
AT = datetime(2024, 5, 1, 9, tzinfo=UTC)


def stock(session: Session) -> None:
    make_product(session, "پیراهن مردانه", code="A-1", brand="گراد", category="پوشاک", price=5)
    make_product(session, "کفش پیاده‌روی", code="12", barcode="6260100200300", brand="نایک")
    make_product(session, "چکمه زنانه", brand="نایک", category="کفش", active=False)
    make_product(session, "آب‌میوه", unit="بطری", price=9)
    make_product(session, "اتو", unit="عدد", price=7)


def names(
    session: Session, sort: str = "name", *, descending: bool = False, **filters: Any
) -> list[str]:
    ids = list_products(session, ProductFilter(**filters), Sort(sort, descending))
    return [row.name for row in product_rows(session, ids)]


def test_products_are_sorted_by_the_persian_alphabet(database: Database) -> None:
    with database.transaction() as session:
        stock(session)
        assert names(session) == ["آب‌میوه", "اتو", "پیراهن مردانه", "چکمه زنانه", "کفش پیاده‌روی"]
        assert names(session, "price", descending=True)[:3] == ["آب‌میوه", "اتو", "پیراهن مردانه"]


def test_products_are_filtered(database: Database) -> None:
    with database.transaction() as session:
        stock(session)
        assert names(session, brand="نایک") == ["چکمه زنانه", "کفش پیاده‌روی"]
        assert names(session, brand="نایک", active=True) == ["کفش پیاده‌روی"]
        assert names(session, category="", active=True) == ["آب‌میوه", "اتو", "کفش پیاده‌روی"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كفش", ["چکمه زنانه", "کفش پیاده‌روی"]),
        ("پياده روي", ["کفش پیاده‌روی"]),
        ("پیاده‌روی نایک", ["کفش پیاده‌روی"]),
        ("نایک زن", ["چکمه زنانه"]),
        ("۱۰۰۲۰۰", ["کفش پیاده‌روی"]),
        (";ta", ["چکمه زنانه", "کفش پیاده‌روی"]),
        ("%", []),
        ("کفش گراد", []),
    ],
)
def test_any_part_in_any_spelling_finds_a_product(
    database: Database, text: str, expected: list[str]
) -> None:
    with database.transaction() as session:
        stock(session)
        assert names(session, text=text) == expected


@pytest.mark.parametrize(
    "scan", ["6260100200300", "۶۲۶۰۱۰۰۲۰۰۳۰۰", " 6260100200300 ", "12", "۱۲", "٠١٢".lstrip("٠")]
)
def test_a_scanned_code_is_that_product(database: Database, scan: str) -> None:
    with database.transaction() as session:
        stock(session)
        found = find_by_code(session, scan)
        assert found is not None
        assert found.name == "کفش پیاده‌روی"


def test_a_code_with_letters_is_read_in_either_case_and_layout(database: Database) -> None:
    with database.transaction() as session:
        stock(session)
        # The keys A, - and 1 of both layouts, with and without shift.
        for scan in ("A-1", "a-1", "ش-۱", "ؤ-1"):
            found = find_by_code(session, scan)
            assert found is not None
            assert found.name == "پیراهن مردانه"


def test_a_part_of_a_code_is_no_scan_and_neither_is_a_deleted_product(database: Database) -> None:
    with database.transaction() as session:
        stock(session)
        gone = make_product(session, "کیف", barcode="777")
        delete_products(session, [gone])
        for scan in ("626010020030", "777", "", "  "):
            assert find_by_code(session, scan) is None


def test_what_is_not_offered_any_more_can_still_be_scanned(database: Database) -> None:
    with database.transaction() as session:
        make_product(session, "کلاه", barcode="888", active=False)
        found = find_by_code(session, "888")
        assert found is not None
        assert found.name == "کلاه"


def test_the_barcode_wins_over_a_code(database: Database) -> None:
    with database.transaction() as session:
        make_product(session, "الف", code="500")
        make_product(session, "ب", barcode="500")
        found = find_by_code(session, "500")
        assert found is not None
        assert found.name == "ب"


def test_the_picker_offers_exact_codes_then_beginnings_then_the_rest(database: Database) -> None:
    with database.transaction() as session:
        make_product(session, "بند کفش")
        make_product(session, "کفش")
        make_product(session, "واکس", code="کفش")
        make_product(session, "کفش کهنه", active=False)
        found = [one.name for one in find_products(session, "کفش")]
        assert found == ["واکس", "کفش", "بند کفش"]
        assert [one.name for one in find_products(session, "کفش", limit=1)] == ["واکس"]
        assert find_products(session, "  ") == []


def test_suggestions_are_what_is_in_use(database: Database) -> None:
    with database.transaction() as session:
        stock(session)
        delete_products(session, [make_product(session, "کیف", brand="پوما")])
        assert product_suggestions(session, "brand") == ["گراد", "نایک"]
        assert product_suggestions(session, "unit") == ["بطری", "عدد"]


def test_what_was_sold_is_net_of_returns_and_deleted_purchases(database: Database) -> None:
    with database.transaction() as session:
        shoe, bag = make_product(session, "کفش"), make_product(session, "کیف")
        ids = []
        for quantity in (2000, 1500, 4000):
            lines = (
                LineDraft(product_id=shoe, title="", quantity=quantity, unit_price=100),
                LineDraft(title="کفش", quantity=9000, unit_price=100),
            )
            draft = PurchaseDraft(purchased_on=DAY, purchased_at=AT, lines=lines)
            ids.append(record_purchase(session, draft))
        session.flush()
        line = purchase_detail(session, ids[0]).lines[0].id
        back = ReturnLineDraft(purchase_line_id=line, quantity=500, amount=40)
        for _ in range(2):
            record_return(
                session,
                ReturnDraft(purchase_id=ids[0], returned_on=DAY, returned_at=AT, lines=(back,)),
            )
        delete_purchases(session, ids[2:])
    with database.reading() as session:
        sold = {row.name: row.sold for row in product_rows(session, [bag, shoe])}
        assert sold == {"کفش": 2500, "کیف": 0}
        assert names(session, "sold", descending=True) == ["کفش", "کیف"]
        assert names(session, "sold") == ["کیف", "کفش"]
        detail = product_detail(session, shoe)
        assert (detail.sold, detail.returned, detail.revenue) == (2500, 1000, 350 - 80)
        assert (detail.purchases, detail.last_sold_on) == (2, DAY)
        assert product_detail(session, bag).last_sold_on is None


def test_a_product_that_is_gone_is_told(database: Database) -> None:
    with database.transaction() as session:
        product = make_product(session)
        delete_products(session, [product])
        assert len(list_products(session, ProductFilter(), Sort("name"))) == 0
        for one in (product, new_id()):
            with pytest.raises(InvalidInput) as caught:
                product_detail(session, one)
            assert caught.value.problem == Problem.RECORD_MISSING
        assert session.get_one(Product, product).name == "کفش"
