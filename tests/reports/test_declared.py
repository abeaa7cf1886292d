"""Whatever is declared for a record stands in its file, its story and its lists."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from ecrm_desktop.cli.customer_story import customer_story
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.fields.field import RecordSpec, ValueKind
from ecrm_desktop.fields.products import PRODUCT
from ecrm_desktop.queries.customer_detail import customer_detail
from ecrm_desktop.queries.customers import CustomerRow, customer_rows
from ecrm_desktop.queries.products import ProductRow
from ecrm_desktop.queries.shop import find_shop
from ecrm_desktop.reports.catalogue import build_report
from ecrm_desktop.reports.customers import customer_fields
from ecrm_desktop.reports.layout import ColumnKind, Facts
from ecrm_desktop.reports.products import product_fields
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from tests.helpers.reports import PERSIAN
from tests.helpers.whole_customer import make_whole_customer

TODAY = date(2026, 11, 21)
COLUMNS = [field for field in CUSTOMER.columns if field.in_draft]


@pytest.fixture
def customer(database: Database) -> UUID:
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="انبار"), "IRR", "مریم")
        return make_whole_customer(session, TODAY, company_name="آریا")


def test_a_customers_file_tells_every_field(database: Database, customer: UUID) -> None:
    with database.reading() as session:
        detail = customer_detail(session, customer)
        report = build_report("customer", session, PERSIAN, shop_name="", customer_id=customer)
        known = next(section for section in report.sections if isinstance(section, Facts))
    told = {fact.label: fact for fact in known.facts}
    for field in COLUMNS:
        assert told[field.title].value, field.name
    assert told["کد ملی"].value == detail.national_id
    assert told["کد ملی"].kind is ColumnKind.CODE
    assert told["معرف"].value == "سارا نوری"
    parts = {"محل کار", "همراه", "تبلیغ با پیامک", "تبلیغ با تماس تلفنی", "اینستاگرام", "بله",
             "مارک‌های دلخواه", "کالاهای دلخواه", "برچسب‌ها", "سایز", "تولد فرزند", "سطح",
             "تیم", "مشتری از"}  # fmt: skip
    assert set(told) == parts | {field.title for field in COLUMNS}


def test_a_customers_story_tells_every_field(database: Database, customer: UUID) -> None:
    with database.reading() as session:
        shop = find_shop(session)
        assert shop is not None
        story: dict[str, Any] = customer_story(session, customer, shop, TODAY)
        detail = customer_detail(session, customer)
    for field in COLUMNS:
        if field.kind is not ValueKind.REFERENCE:
            assert str(getattr(detail, field.name)) == story[field.name], field.name
    assert story["referred_by"] == "سارا نوری"
    for part in ("phones", "consents", "socials", "favorites", "tags", "fields"):
        assert story[part], part


@pytest.mark.parametrize(
    ("record", "row", "columns"),
    [
        (CUSTOMER, CustomerRow, customer_fields(PERSIAN, TODAY)),
        (PRODUCT, ProductRow, product_fields(PERSIAN, TODAY)),
    ],
)
def test_a_list_is_exported_under_the_declared_titles(
    record: RecordSpec, row: Any, columns: Any
) -> None:
    for field in record.fields:
        if field.name in row.__dataclass_fields__ and field.name not in {"id", "active"}:
            assert columns[field.name].title == field.title


def test_what_is_empty_is_an_empty_cell(database: Database, customer: UUID) -> None:
    with database.reading() as session:
        friend_id = customer_detail(session, customer).referred_by_id
        assert friend_id is not None
        [friend] = customer_rows(session, [friend_id])
    cells = {key: one.value(friend) for key, one in customer_fields(PERSIAN, TODAY).items()}
    assert (cells["email"], cells["city"], cells["birth_date"]) == (None, "", "")
    assert cells["kind"] == "شخص"
    assert isinstance(cells["created_at"], date)
