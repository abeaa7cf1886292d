"""Texts that no value type takes any more, as older versions and packages left them in a shop."""

from pathlib import Path
from uuid import UUID

import pytest

from ecrm_desktop.archive.reading import open_with_package
from ecrm_desktop.archive.writing import write_package
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.queries.customer_detail import customer_detail
from ecrm_desktop.queries.customers import customer_rows
from ecrm_desktop.reports.catalogue import build_report
from ecrm_desktop.reports.csv_file import write_csv
from ecrm_desktop.reports.customers import customer_fields
from ecrm_desktop.reports.excel import write_excel
from ecrm_desktop.reports.layout import Facts
from ecrm_desktop.reports.pdf import write_pdf
from ecrm_desktop.reports.vcard import vcard
from ecrm_desktop.services.customer_merges import MergeSide, merge_customers, undo_merge
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from tests.helpers.factories import NOON, make_customer
from tests.helpers.reports import PERSIAN

ODD = {"email": "ندارد", "national_id": "12", "postal_code": "SW1A 1AA"}


@pytest.fixture
def customer(database: Database) -> UUID:
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="انبار"), "IRR", "مریم")
        return make_customer(session, **ODD)


def stored(database: Database, customer: UUID) -> dict[str, str]:
    with database.reading() as session:
        detail = customer_detail(session, customer)
    return {name: getattr(detail, name) for name in ODD}


def test_they_are_shown_and_printed(database: Database, customer: UUID, tmp_path: Path) -> None:
    with database.reading() as session:
        report = build_report("customer", session, PERSIAN, shop_name="", customer_id=customer)
        known = next(section for section in report.sections if isinstance(section, Facts))
        told = {fact.label: fact.value for fact in known.facts}
        assert {name: told[CUSTOMER[name].title] for name in ODD} == ODD
        for write in (write_pdf, write_excel, write_csv):
            again = build_report("customer", session, PERSIAN, shop_name="", customer_id=customer)
            write(again, tmp_path / write.__name__)
        assert "ندارد".encode() in vcard(customer_detail(session, customer))
        [row] = customer_rows(session, [customer])
    assert customer_fields(PERSIAN, NOON.date())["email"].value(row) == "ندارد"


def test_they_survive_a_merge_and_its_undo(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        kept = make_customer(session, "سارا نوری", code="2", email="sara@example.com")
        choices = {"email": MergeSide.MERGED}
        merge = merge_customers(session, kept, customer, choices)
    assert stored(database, kept) == ODD
    with database.transaction() as session:
        undo_merge(session, merge)
    assert stored(database, customer) == ODD


def test_they_travel_in_a_package(database: Database, customer: UUID, tmp_path: Path) -> None:
    package = tmp_path / "shop.zip"
    write_package(database, package)
    other = open_with_package(tmp_path / "other.db", package)
    assert stored(other, customer) == ODD
    other.close()
