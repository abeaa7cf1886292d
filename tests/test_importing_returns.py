"""What came back comes in against its sale, and what is no sale stays out and is told."""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing import ImportOutcome, ImportRequest, run_import, undo_import
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.sales import SalesBy, sales_by
from ecrm_desktop.services.returns import delete_return
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.period import Period
from ecrm_desktop.values.statuses import ImportKind, LeftOut, PaymentMethod, PurchaseChannel
from tests.helpers.conversions import DOLLARS, IRAN
from tests.helpers.examples import examples
from tests.helpers.import_files import bring_in, contents, is_sound, write_csv

SAMPLES = Path(__file__).parent / "exchange" / "samples"


def imported(
    database: Database, file: Path, conventions: Conventions = DOLLARS, *, dry_run: bool = False
) -> ImportOutcome:
    """Import a file as it is recognised."""
    with open_tables(file) as tables:
        mapping = recognize(tables.sheets[0], ImportKind.PURCHASES, conventions).mapping
    mapping = replace(mapping, unit=mapping.unit or MoneyUnit.TOMAN)
    request = ImportRequest(path=file, mapping=mapping, conventions=conventions, problem_file=False)
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


def test_a_sale_without_a_state_below_its_return_is_a_sale(database: Database, file: Path) -> None:
    header = ["number", "date", "status", "product_name", "amount"]
    rows = [["1", "1405/02/03", "مرجوعی", "چای", "100"], ["1", "1405/02/01", "", "چای", "100"]]
    counts = bring_in(database, ImportKind.PURCHASES, write_csv(file, header, rows)).counts
    assert (counts.new, counts.returns_new, counts.problems) == (1, 1, 0)


def test_a_refunded_order_takes_back_no_other_one(database: Database, file: Path) -> None:
    header = ["number", "date", "status", "customer_phone", "product_name", "amount"]
    ali = "09123456701"
    rows = [["70", "1405/02/01", "تکمیل شده", ali, "چای", "100"],
            ["65", "1405/02/03", "مسترد شده", ali, "چای", "100"]]  # fmt: skip
    counts = bring_in(database, ImportKind.PURCHASES, write_csv(file, header, rows)).counts
    assert (counts.new, counts.returns_new, counts.problems) == (1, 0, 1)
    assert sums(database) == {"70": (100, 0)}


def test_a_return_goes_to_nobody_but_its_buyer(database: Database, file: Path) -> None:
    header = ["number", "date", "status", "customer_code", "customer_phone", "amount"]
    rows = [["5", "1405/02/01", "", "A1", "09123456701", "100"],
            ["6", "1405/02/01", "", "A1", "", "50"],
            ["6", "1405/02/02", "", "B1", "", "60"],
            ["5", "1405/02/03", "مرجوعی", "A9", "", "100"],
            ["5", "1405/02/03", "مرجوعی", "", "09129999999", "100"],
            ["6", "1405/02/03", "مرجوعی", "", "", "50"]]  # fmt: skip
    counts = bring_in(database, ImportKind.PURCHASES, write_csv(file, header, rows)).counts
    assert (counts.new, counts.returns_new, counts.problems) == (3, 0, 3)


def test_no_more_money_comes_back_than_was_paid(database: Database, file: Path) -> None:
    header = ["number", "date", "status", "product_name", "quantity", "amount"]
    rows = [["1", "1405/02/01", "", "چای", "2", "2000"],
            ["1", "1405/02/03", "مرجوعی", "چای", "0", "1500"],
            ["1", "1405/02/05", "مرجوعی", "چای", "2", ""]]  # fmt: skip
    counts = bring_in(database, ImportKind.PURCHASES, write_csv(file, header, rows)).counts
    assert (counts.returns_new, counts.problems) == (2, 0)
    assert sums(database) == {"1": (2000, 2000)}


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
    assert (one.number, one.payment_method) == ("11", PaymentMethod.ONLINE)
    # Paid when it came in, given back later: the same order is a return then.
    file.write_text(file.read_text("utf-8").replace("پرداخت شده", "مسترد شده"), "utf-8")
    assert imported(database, file, IRAN).counts.returns_new == 1
    assert sums(database) == {"11": (2_500_000, 2_500_000)}


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


def test_the_orders_of_woocommerce_in_persian(database: Database) -> None:
    counts = imported(database, SAMPLES / "woocommerce_persian.xlsx", IRAN).counts
    assert (counts.new, counts.returns_new, counts.problems) == (1, 0, 1)  # what came back: told
    assert counts.left_out == {LeftOut.UNPAID: 1, LeftOut.CANCELLED: 1}
    assert sums(database) == {"1": (1_300_000, 0)}
    with database.reading() as session:
        [order] = session.scalars(select(Purchase))
        assert order.channel is PurchaseChannel.WEBSITE
        assert str(order.purchased_at)[:16] == "2023-03-25 06:50"
        assert session.scalars(select(Customer)).one().name == "علی رضایی"


def test_undoing_returns_leaves_the_sales_that_were_there(database: Database, file: Path) -> None:
    header = ["number", "date", "customer_phone", "product_name", "quantity", "amount"]
    write_csv(file, header, [["1", "1405/02/01", "09123456701", "چای", "3", "300"]])
    bring_in(database, ImportKind.PURCHASES, file)
    before = contents(database)
    back = write_csv(
        file.with_name("back.csv"), header,
        [["1", "1405/02/03", "09123456701", "چای", "-1", "-100"],
         ["", "1405/02/04", "09123456701", "چای", "-2", ""]],
    )  # fmt: skip
    outcome = bring_in(database, ImportKind.PURCHASES, back)
    # The second one says no amount: it is worth what was paid.
    assert (outcome.counts.returns_new, outcome.counts.problems) == (2, 0)
    assert sums(database) == {"1": (300, 300)}
    assert outcome.import_id is not None
    undo = undo_import(database, outcome.import_id)
    assert (undo.removed, undo.kept_count) == (2, 0)
    assert contents(database) == before


def test_a_return_in_the_bin_does_not_come_back(database: Database, file: Path) -> None:
    header = ["number", "date", "status", "product_name", "amount"]
    rows = [["1", "1405/02/01", "", "چای", "300"], ["1", "1405/02/02", "مرجوعی", "چای", "300"]]
    bring_in(database, ImportKind.PURCHASES, write_csv(file, header, rows))
    with database.transaction() as session:
        delete_return(session, session.scalars(select(Return.id)).one())
    counts = bring_in(database, ImportKind.PURCHASES, file).counts
    assert (counts.returns_new, counts.unchanged, counts.problems) == (0, 2, 0)
    assert sums(database) == {"1": (300, 0)}


def test_a_seller_of_the_shop_and_one_who_is_none(database: Database, file: Path) -> None:
    with database.transaction() as session:
        session.add(User(name="رضا"))
    header = ["number", "date", "time", "seller", "payment", "channel", "amount"]
    rows = [["1", "1405/02/01", "18:05", "رضا", "چک", "اینستاگرام", "5"],
            ["2", "1405/02/01", "", "سعید", "بن", "", "5"]]  # fmt: skip
    bring_in(database, ImportKind.PURCHASES, write_csv(file, header, rows))
    with database.reading() as session:
        one, two = session.scalars(select(Purchase).order_by(Purchase.number))
        user_id = session.scalars(select(User.id)).one()
    assert (one.seller_id, one.payment_method, one.channel, one.note) == (
        user_id, PaymentMethod.CHEQUE, PurchaseChannel.INSTAGRAM, "",
    )  # fmt: skip
    assert str(one.purchased_at)[11:16] == "18:05"
    assert two.seller_id is None
    assert "سعید" in two.note
    assert "بن" in two.note


LINE = st.tuples(st.integers(1, 4), st.sampled_from("abc"), st.integers(1, 5), st.integers(1, 9))
STATES = ("", "فروش", "لغو شده", "پیش‌فاکتور", "پرداخت نشده", "خرید")


@settings(max_examples=examples(20), phases=(Phase.generate,))
@given(
    sold=st.lists(st.tuples(LINE, st.sampled_from(STATES)), min_size=1, max_size=8),
    back=st.lists(LINE, max_size=8),
    data=st.data(),
)
def test_net_sums_are_those_of_the_rows(
    empty_database_file: Path, tmp_path_factory: pytest.TempPathFactory, *,
    sold: list[Any], back: list[Any], data: st.DataObject,
) -> None:  # fmt: skip
    """Whatever the order of the rows: by product, what was sold less what came back of it."""
    folder = tmp_path_factory.mktemp("net")
    shutil.copy(empty_database_file, folder / "shop.db")
    # One state and day an order; a price a product, so that any piece is worth the same.
    price = {"a": 10, "b": 7, "c": 3}
    states: dict[int, str] = {}
    left: dict[tuple[int, str], int] = {}
    rows = []
    for (number, product, quantity, _), said in sold:
        state = states.setdefault(number, said)
        rows.append([f"S{number}", "1405/02/01", state, product, quantity, price[product]])
        if state in {"", "فروش"}:
            left[number, product] = left.get((number, product), 0) + quantity
    net = dict.fromkeys(price, 0)
    for (_, product), quantity in left.items():
        net[product] += quantity * price[product]
    expected = refused = 0
    for number, product, quantity, day in sorted(back, key=lambda one: one[3]):
        fits = left.get((number, product), 0) >= quantity
        if fits:
            left[number, product] -= quantity
            net[product] -= quantity * price[product]
        expected, refused = expected + fits, refused + (not fits)
        rows.append(
            [f"S{number}", f"1405/03/{day:02}", "مرجوعی", product, -quantity,
             data.draw(st.sampled_from(("", price[product])))]
        )  # fmt: skip
    # Rows of returns of one day are worked off in the order of the file, so that stays.
    days = sorted({row[1] for row in rows}, key=lambda _: data.draw(st.integers(0, 99)))
    shuffled = [row for day in days for row in rows if row[1] == day]
    header = ["number", "date", "status", "product_name", "quantity", "unit_price"]
    file = write_csv(folder / "net.csv", header, shuffled)
    with closing(Database(folder / "shop.db")) as database:
        counts = bring_in(database, ImportKind.PURCHASES, file).counts
        assert (counts.returns_new, counts.problems) == (expected, refused)
        assert is_sound(database)
        with database.reading() as session:
            period = Period(date(2026, 1, 1), date(2026, 12, 31))
            found = sales_by(session, SalesBy.PRODUCT, period)
        by_name = {row.name: row.net for row in found.rows}
        assert {name: by_name.get(name, 0) for name in price} == net
