"""Files after public reports about importers and exporters of orders."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing import ImportRequest, run_import
from ecrm_desktop.models.purchases import Purchase, Return, ReturnLine
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.conversions import DOLLARS
from tests.helpers.import_files import is_sound

ORDERS = "Order Number,Date,Type,Phone,Product,Quantity,Total\n"
ALI = "+14155550101"

# Name of the report → the file, and purchases, returns, problems, left out, net sum in cents.
REPORTS: dict[str, tuple[str, tuple[int, int, int, int, int]]] = {
    "oroinc/crm 111: three currencies were taken for one": (
        (
            f"{ORDERS}1,2026-01-05,,{ALI},Tea,1,$500\n2,2026-01-05,,{ALI},Tea,1,€500\n"
            f"3,2026-01-05,,{ALI},Tea,1,£500\n"
        ),
        (1, 0, 0, 2, 50_000),
    ),
    "woocommerce/woocommerce 22823: orders of several currencies in one sum": (
        (
            "Order Number,Date,Phone,Total,Currency\n"
            f"1,2026-01-05,{ALI},500,USD\n2,2026-01-05,{ALI},900,CZK\n"
        ),
        (1, 0, 0, 1, 50_000),
    ),
    "actualbudget/actual 807: brackets are below zero": (
        (
            f"{ORDERS}1,2026-01-05,,{ALI},Tea,1,$400.00\n1,2026-01-06,,{ALI},Tea,1,($30.00)\n"
            f"1,2026-01-07,,{ALI},Tea,0,$(12.34)\n"
        ),
        (1, 2, 0, 0, 40_000 - 3_000 - 1_234),
    ),
    "rustledger/rustledger 1473: the minus stands behind": (
        f"{ORDERS}1,2026-01-05,,{ALI},Tea,2,100.00\n1,2026-01-06,,{ALI},Tea,1,50.00-\n",
        (1, 1, 0, 0, 5_000),
    ),
    "plaintextaccounting/hledger 736: two signs take each other back": (
        (
            f"{ORDERS}1,2026-01-05,,{ALI},Tea,1,-($67.00)\n2,2026-01-06,,{ALI},Tea,1,$1.00\n"
            f"3,2026-01-06,,{ALI},Tea,1,$1.00\n4,2026-01-06,,{ALI},Tea,1,$1.00\n"
            f"5,2026-01-06,,{ALI},Tea,1,$1.00\n"
        ),
        (5, 0, 0, 0, 7_100),
    ),
    "buckets/application 740: a plus behind the sign of money": (
        f"{ORDERS}1,2026-01-05,,{ALI},Tea,1,$+1500\n1,2026-01-06,,{ALI},Tea,1,($900.23)\n",
        (1, 1, 0, 0, 150_000 - 90_023),
    ),
    "woocommerce/woocommerce 10135: one of three came back": (
        f"{ORDERS}1,2026-01-05,,{ALI},Tea,3,30\n1,2026-01-06,,{ALI},Tea,-1,-10\n",
        (1, 1, 0, 0, 2_000),
    ),
    "taxjar/taxjar-magento2-extension 59: several credit notes of one order": (
        (
            f"{ORDERS}1,2026-01-05,Invoice,{ALI},Tea,2,20\n"
            f"1,2026-01-06,Credit Note,{ALI},Tea,1,10\n"
            f"1,2026-01-07,Credit Note,{ALI},Tea,1,10\n1,2026-01-08,Credit Note,{ALI},Tea,1,10\n"
        ),
        (1, 2, 1, 0, 0),
    ),
    "shuup/shuup 2007: money without goods": (
        f"{ORDERS}1,2026-01-05,Invoice,{ALI},Tea,2,20\n1,2026-01-06,Refund,{ALI},Tea,0,5\n",
        (1, 1, 0, 0, 1_500),
    ),
    "proudcity/wp-proudcity 1361: refunds above zero counted as payments": (
        f"{ORDERS}1,2026-01-05,payment,{ALI},Tea,1,80\n1,2026-01-09,refund,{ALI},Tea,1,80\n",
        (1, 1, 0, 0, 0),
    ),
    "craftcms/commerce 803: only the shipping was given back": (
        (
            "Order Number,Date,Type,Phone,Product,Quantity,Price,Shipping\n"
            f"1,2026-01-05,,{ALI},Tea,1,80,12\n1,2026-01-09,refund,{ALI},,,12,\n"
        ),
        (1, 1, 0, 0, 8_000),
    ),
}


def summed(database: Database) -> int:
    assert is_sound(database)
    with database.reading() as session:
        sold, back = (
            session.scalar(select(func.coalesce(func.sum(one), 0)))
            for one in (Purchase.total, Return.total)
        )
    return int(sold or 0) - int(back or 0)


@pytest.mark.parametrize("report", REPORTS)
def test_files_of_public_reports(database: Database, tmp_path: Path, report: str) -> None:
    text, (purchases, returns, problems, left_out, net) = REPORTS[report]
    file = tmp_path / "orders.csv"
    file.write_text(text, "utf-8")
    with open_tables(file) as tables:
        mapping = recognize(tables.sheets[0], ImportKind.PURCHASES, DOLLARS).mapping
    request = ImportRequest(path=file, mapping=mapping, conventions=DOLLARS)
    counts: Any = run_import(database, request).counts
    assert (counts.new, counts.returns_new, counts.problems) == (purchases, returns, problems)
    assert sum(counts.left_out.values()) == left_out
    assert summed(database) == net
    again = run_import(database, replace(request)).counts
    assert (again.new, again.returns_new) == (0, 0)
    assert summed(database) == net


def test_money_without_goods_takes_no_pieces_back(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    file.write_text(REPORTS["shuup/shuup 2007: money without goods"][0], "utf-8")
    with open_tables(file) as tables:
        mapping = recognize(tables.sheets[0], ImportKind.PURCHASES, DOLLARS).mapping
    run_import(database, ImportRequest(path=file, mapping=mapping, conventions=DOLLARS))
    with database.reading() as session:
        [line] = session.scalars(select(ReturnLine))
    assert (line.quantity, line.amount) == (0, 500)


PAGES = {
    "python-excel/xlrd 350": (
        b"< div >\r\n\t<table><tr><td>Name<td>Tel</tr>"
        b"<tr><td>Ren\xc3\xa9<td>021 5</tr></table></div>"
    ),
    "valdergallo/data-importer 80": (
        b'<html><head><meta content="text/html; charset=ISO-8859-1">'
        b"<style>td {font: bold}</style></head><table><tr><th>Name<th>Tel</tr>"
        b"<tr><td>Ren\xe9<td>021 5</tr></table>"
    ),
    "SheetJS/sheetjs 458": (
        b"<html xmlns:x='urn:x'>\n<body>\n<style>.a{mso-number-format:'\\@';}</style>\n"
        b"<table border=1><tbody align=center><tr><td>Name</td><td>Tel</td></tr>"
        b"<tr><td>Ren&eacute;</td><td>021 5</td></tr></table>"
    ),
}


@pytest.mark.parametrize("report", PAGES)
def test_pages_of_public_reports(tmp_path: Path, report: str) -> None:
    file = tmp_path / f"{report.rpartition('/')[2]}.xls"
    file.write_bytes(PAGES[report])
    with open_tables(file) as tables:
        [sheet] = tables.sheets
        assert sheet.header == ("Name", "Tel")
        assert [row.cells for row in tables.rows(sheet)] == [("René", "021 5")]
