"""The exports of other programs are read with all their habits; `samples/README.md` names them."""

import datetime as dt
from pathlib import Path

import pytest

from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.values.money import currency
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.tables import read_sheet

SAMPLES = Path(__file__).parent / "samples"


def cell(name: str, row: int, title: str) -> object:
    header, rows = read_sheet(SAMPLES / name)
    return rows[row][header.index(title)]


@pytest.mark.parametrize(
    ("name", "columns", "rows"),
    [
        ("shopify_orders.csv", 79, 3),
        ("shopify_customers.csv", 20, 2),
        ("woocommerce_customers.csv", 15, 2),
        ("woocommerce_orders_report.csv", 11, 2),
        ("woocommerce_advanced_order_export.csv", 37, 3),
        ("google_contacts.csv", 40, 3),
        ("google_contacts_before_2024.csv", 52, 2),
        ("hubspot_contacts.csv", 20, 2),
        ("outlook_contacts.csv", 92, 2),
    ],
)
def test_titles_and_rows(name: str, columns: int, rows: int) -> None:
    header, found = read_sheet(SAMPLES / name)
    assert (len(header), len(found)) == (columns, rows)
    assert all(header)
    assert {len(cells) for cells in found} == {columns}


def test_cells_with_habits_of_their_own() -> None:
    assert cell("shopify_orders.csv", 1, "Lineitem name") == 'Pistachio bag, "large"'
    assert cell("shopify_orders.csv", 1, "Total") is None
    assert cell("shopify_orders.csv", 2, "Notes") == "Please ring twice\nSecond floor"
    assert cell("shopify_customers.csv", 0, "Phone") == "'+491510000001"
    assert cell("google_contacts.csv", 0, "Phone 2 - Value") == "021 0000 0003 ::: 021 0000 0004"
    assert cell("google_contacts.csv", 1, "Birthday") == "--08-30"
    assert cell("google_contacts_before_2024.csv", 0, "Family Name") == "نمونه‌پور"
    assert cell("outlook_contacts.csv", 0, "Company") == "داروخانه آزمايش"
    assert cell("outlook_contacts.csv", 0, "Notes") == "خط يک\r\nخط دو"
    assert cell("woocommerce_customers.csv", 1, "Billing Phone") == "۰۹۱۳۰۰۰۰۰۰۲"


@pytest.mark.parametrize("name", ["android_2_1.vcf", "google_contacts.vcf", "iphone_4_0.vcf"])
def test_contacts_become_customers_without_a_question(name: str) -> None:
    conventions = Conventions(
        currency=currency("IRR"), area_code="021", today=dt.date(2026, 11, 22), timezone=dt.UTC
    )
    with open_tables(SAMPLES / name) as tables:
        [sheet] = tables.sheets
        found = recognize(sheet, None, conventions)
    assert found.kind is ImportKind.CUSTOMERS
    assert found.mapping.columns == sheet.header
    assert found.mapping.calendar != "jalali"
