"""What came back comes in against its sale, and what is no sale stays out and is told."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing import ImportOutcome, ImportRequest, run_import, undo_import
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import ImportKind, LeftOut, PaymentMethod, PurchaseChannel
from tests.helpers.conversions import DOLLARS, IRAN
from tests.helpers.import_files import bring_in, contents, is_sound, write_csv

SAMPLES = Path(__file__).parent / "exchange" / "samples"


def imported(
    database: Database, file: Path, conventions: Conventions = DOLLARS, *, dry_run: bool = False
) -> ImportOutcome:
    """Import a file as it is recognised."""
    with open_tables(file) as tables:
        mapping = recognize(tables.sheets[0], ImportKind.PURCHASES, conventions).mapping
    mapping = replace(mapping, unit=mapping.unit or MoneyUnit.TOMAN)
    request = ImportRequest(path=file, mapping=mapping, conventions=conventions)
    return run_import(database, request, dry_run=dry_run)


def sums(database: Database) -> dict[str, tuple[int, int]]:
    """Return by number what a purchase cost and what was given back of it."""
    assert is_sound(database)
    with database.reading() as session:
        found = {one.id: (one.number, one.total) for one in session.scalars(select(Purchase))}
        back = dict.fromkeys(found, 0)
        for one in session.scalars(select(Return).where(Return.deleted_at.is_(None))):
            back[one.purchase_id] += one.total
    return {number: (total, back[key]) for key, (number, total) in found.items()}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sales.csv"


def test_a_return_goes_to_its_sale_wherever_it_stands(database: Database, file: Path) -> None:
    header = ["number", "date", "status", "customer_phone", "product_name", "quantity", "amount"]
    ali, mina = "09123456701", "09123456702"
    rows = [
        # By its number, though above its sale.
        ["11", "1405/02/03", "برگشت از فروش", ali, "چای", "1", "100"],
        ["11", "1405/02/01", "فروش", ali, "چای", "2", "200"],
        ["11", "1405/02/01", "فروش", ali, "قند", "1", "50"],
        ["12", "1405/02/10", "فروش", ali, "چای", "3", "330"],
        # A number of its own: the latest sale to that customer from which enough may come back.
        ["R-5", "1405/02/12", "مرجوعی", ali, "چای", "2", "220"],
        # The number of somebody else's sale.
        ["21", "1405/02/01", "فروش", mina, "قند", "4", "200"],
        ["11", "1405/02/05", "برگشت از فروش", mina, "قند", "1", "50"],
        # Too early, too many, unknown.
        ["R-6", "1405/01/20", "مرجوعی", ali, "چای", "1", "100"],
        ["21", "1405/02/06", "مرجوعی", mina, "قند", "9", "450"],
        ["R-7", "1405/02/12", "مرجوعی", "09120000000", "چای", "1", "100"],
    ]
    write_csv(file, header, rows)
    before = contents(database)
    dry = bring_in(database, ImportKind.PURCHASES, file, dry_run=True).counts
    outcome = bring_in(database, ImportKind.PURCHASES, file)
    assert replace(outcome.counts) == dry
    assert (dry.new, dry.returns_new, dry.refund_total, dry.problems) == (3, 3, 370, 3)
    assert sums(database) == {"11": (250, 100), "12": (330, 220), "21": (200, 50)}
    assert outcome.problem_file is not None
    wrong = openpyxl.load_workbook(outcome.problem_file).worksheets[0]
    reasons = [str(cell) for row in wrong.iter_rows(min_row=2, values_only=True) for cell in row]
    assert sum("پیدا نشد" in reason for reason in reasons) == 2

    again = bring_in(database, ImportKind.PURCHASES, file).counts
    assert (again.new, again.returns_new, again.unchanged) == (0, 0, 6)
    with database.reading() as session:
        figures = session.connection().exec_driver_sql(
            "SELECT sum(purchase_total) FROM customer_index"
        )
        assert figures.scalar() == 780 - 370
    assert outcome.import_id is not None
    undo_import(database, outcome.import_id)
    assert contents(database) == before


def test_money_may_come_back_without_goods(database: Database, file: Path) -> None:
    write_csv(
        file,
        ["number", "date", "customer_name", "unit_price", "quantity", "shipping", "refunded"],
        [["1", "1405/02/01", "علی", "100", "2", "30", "40"], ["2", "1405/02/01", "", "9", "1", "",
         "0"]],
    )  # fmt: skip
    assert bring_in(database, ImportKind.PURCHASES, file).counts.returns_new == 1
    assert sums(database) == {"1": (230, 40), "2": (9, 0)}
    # Later the shop gave back more, which is told as a sum; then more than was paid.
    for said, back, problems in (("40", 40, 0), ("230", 230, 0), ("240", 230, 1)):
        text = file.read_text("utf-8").replace(",30,40", f",30,{said}")
        file.with_name("later.csv").write_text(text, "utf-8")
        counts = bring_in(database, ImportKind.PURCHASES, file.with_name("later.csv")).counts
        assert (counts.new, counts.problems) == (0, problems)
        assert sums(database)["1"] == (230, back)


def test_a_file_of_returns_needs_nothing_but_the_numbers(database: Database, file: Path) -> None:
    write_csv(
        file, ["number", "date", "product_name", "amount"],
        [["1", "1405/02/01", "چای", "100"], ["1", "1405/02/01", "قند", "50"],
         ["2", "1405/02/02", "چای", "70"]],
    )  # fmt: skip
    bring_in(database, ImportKind.PURCHASES, file)
    back = write_csv(
        file.with_name("back.csv"), ["number", "date"], [["1", "1405/02/09"], ["8", ""]]
    )
    outcome = bring_in(database, ImportKind.PURCHASES, back, returns=True)
    counts = outcome.counts
    assert (counts.returns_new, counts.refund_total, counts.problems) == (1, 150, 1)
    assert sums(database) == {"1": (150, 150), "2": (70, 0)}


def test_the_ledger_of_an_accounting_program(database: Database, file: Path) -> None:
    file.write_text(
        "تاریخ,نوع,شماره فاکتور,مشتری,شرح,مبلغ,پرداختی\n"
        "1404/01/05,فروش,1,علی رضایی,چای,250000,100000\n"
        "1404/01/06,خرید,2,پخش نور,قند,950000,950000\n"
        "1404/01/07,دریافت,3,علی رضایی,دریافت نقد,150000,0\n"
        "1404/01/08,پیش‌فاکتور,4,علی رضایی,چای,250000,0\n"
        "1404/01/09,برگشت از فروش,7,علی رضایی,چای,50000,0\n",
        "utf-8",
    )
    counts = imported(database, file, IRAN).counts
    assert counts.left_out == {LeftOut.BOUGHT_IN: 1, LeftOut.MONEY: 1, LeftOut.PROFORMA: 1}
    assert (counts.new, counts.returns_new, counts.problems) == (1, 1, 0)
    assert sums(database) == {"1": (2_500_000, 500_000)}


def test_orders_by_their_state(database: Database, file: Path) -> None:
    file.write_text(
        "شناسه سفارش,شماره فاکتور,نام کاربر,ایمیل,شماره تماس,مبلغ,روش پرداخت,وضعیت,کد پیگیری"
        ",تاریخ\n"
        "65a,11,علی رضایی,ali@example.com,09123456701,250000,آنلاین,پرداخت شده,771,1404/01/05\n"
        "65b,12,مینا احمدی,mina@example.com,09123456702,950000,آنلاین,پرداخت نشده,772,1404/01/06\n"
        "65c,13,مینا احمدی,mina@example.com,09123456702,950000,آنلاین,مسترد شده,773,1404/01/07\n",
        "utf-8",
    )
    counts = imported(database, file, IRAN).counts
    assert (counts.new, counts.returns_new, counts.problems) == (1, 0, 1)
    assert counts.left_out == {LeftOut.UNPAID: 1}
    with database.reading() as session:
        [one] = session.scalars(select(Purchase))
    assert (one.number, one.payment_method) == ("65a", PaymentMethod.ONLINE)
    # Paid when it came in, given back later: the same order is a return then.
    file.write_text(file.read_text("utf-8").replace("پرداخت شده", "مسترد شده"), "utf-8")
    assert imported(database, file, IRAN).counts.returns_new == 1
    assert sums(database) == {"65a": (2_500_000, 2_500_000)}


def test_the_orders_of_shopify_with_money_given_back(database: Database) -> None:
    outcome = imported(database, SAMPLES / "shopify_refunds.csv")
    counts = outcome.counts
    assert (counts.new, counts.returns_new, counts.refund_total) == (2, 1, 400)
    assert counts.left_out == {LeftOut.OTHER_CURRENCY: 1, LeftOut.CANCELLED: 1}
    assert counts.currencies == {"CAD": 1}
    assert sums(database) == {"#1001": (5629, 0), "#1004": (2000, 400)}
    with database.reading() as session:
        orders = session.scalars(select(Purchase).order_by(Purchase.number)).all()
    assert {one.channel for one in orders} == {PurchaseChannel.WEBSITE}
    assert orders[0].purchased_at.hour == 14  # UTC
    assert imported(database, SAMPLES / "shopify_refunds.csv").counts.returns_new == 0


def test_the_items_of_square(database: Database) -> None:
    outcome = imported(database, SAMPLES / "square_items.csv")
    assert (outcome.counts.new, outcome.counts.returns_new, outcome.counts.problems) == (2, 1, 0)
    assert sums(database) == {"SQA1x": (2700, 0), "SQB2y": (1200, 1200)}
    # In a shop that counts in rials it is all another currency, and told.
    counts = imported(database, SAMPLES / "square_items.csv", IRAN, dry_run=True).counts
    assert (counts.new, counts.problems, counts.currencies) == (0, 0, {"USD": 3})
