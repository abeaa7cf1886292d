"""The orders of web shops come in as they were paid, each once and for who ordered."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing import ImportOutcome, ImportRequest, run_import, undo_import
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.money import MoneyUnit, currency
from ecrm_desktop.values.statuses import ImportKind, LeftOut
from tests.helpers.conversions import DOLLARS, IRAN
from tests.helpers.examples import examples
from tests.helpers.import_files import bring_in, contents, write_csv

SAMPLES = Path(__file__).parent / "exchange" / "samples"
EUROS = replace(DOLLARS, currency=currency("EUR"))


def imported(database: Database, file: Path, conventions: Conventions = EUROS) -> ImportOutcome:
    """Import a file as it is recognised."""
    with open_tables(file) as tables:
        mapping = recognize(tables.sheets[0], ImportKind.PURCHASES, conventions).mapping
    mapping = replace(mapping, unit=mapping.unit or MoneyUnit.TOMAN)
    return run_import(database, ImportRequest(path=file, mapping=mapping, conventions=conventions))


def orders(database: Database) -> dict[str, tuple[int, int, int, int]]:
    with database.transaction() as session:
        assert check_database(session).is_sound
        return {
            one.number: (one.discount, one.shipping, one.tax, one.total)
            for one in session.scalars(select(Purchase))
        }


def buyers(database: Database) -> dict[str, tuple[str, str]]:
    with database.reading() as session:
        rows = select(Purchase.number, Customer).join(Customer, Purchase.customer_id == Customer.id)
        return {number: (one.name, one.email) for number, one in session.execute(rows)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "orders.csv"


def test_the_orders_of_shopify(database: Database) -> None:
    before = contents(database)
    outcome = imported(database, SAMPLES / "shopify_orders.csv")
    assert orders(database) == {"#1001": (0, 490, 0, 6470), "#1002": (199, 0, 0, 1791)}
    assert outcome.counts.amount_total == 6470 + 1791
    assert buyers(database) == {
        "#1001": ("Mina Faraji", "mina.faraji@example.com"),
        "#1002": ("Jo Beispiel", "jo.beispiel@example.com"),
    }
    again = imported(database, SAMPLES / "shopify_orders.csv").counts
    assert (again.new, again.unchanged) == (0, 2)
    assert outcome.import_id is not None
    undo_import(database, outcome.import_id)
    assert contents(database) == before


def test_the_orders_of_woocommerce(database: Database) -> None:
    outcome = imported(database, SAMPLES / "woocommerce_advanced_order_export.csv", IRAN)
    assert orders(database) == {
        "3051": (0, 0, 0, 12_500_000), "3049": (0, 0, 0, 9_800_000),
    }  # fmt: skip
    assert outcome.counts.problems == 0
    assert buyers(database)["3051"] == ("سارا نمونه", "sara@example.com")


def test_cancelled_orders_are_counted_and_no_problem(database: Database, file: Path) -> None:
    source = (SAMPLES / "shopify_orders.csv").read_text(encoding="utf-8")
    file.write_text(source.replace("mina.faraji@example.com,paid", "m@example.com,voided"), "utf-8")
    outcome = imported(database, file)
    assert list(orders(database)) == ["#1002"]
    assert outcome.counts.left_out == {LeftOut.CANCELLED: 2}
    assert (outcome.counts.problems, outcome.problem_file) == (0, None)


def test_one_who_orders_with_another_phone_is_known_by_the_address(
    database: Database, file: Path
) -> None:
    header = ["number", "date", "customer_name", "customer_phone", "customer_email", "amount"]
    rows = [
        ["1", "1405/01/05", "علی راد", "09121111111", "Ali@Example.com", "100"],
        ["2", "1405/01/06", "علی راد", "", "Ali@example.com", "200"],
        ["3", "1405/01/07", "علی راد", "09122222222", "Ali@example.COM", "300"],
    ]
    write_csv(file, header, rows)
    counts = bring_in(database, ImportKind.PURCHASES, file).counts
    assert (counts.customers_new, counts.amount_total) == (1, 600)


ORDER = st.tuples(
    st.lists(st.tuples(st.integers(1, 4), st.integers(100, 900)), min_size=1, max_size=4),
    st.integers(0, 90),
    st.integers(0, 90),
    st.integers(0, 90),
    st.booleans(),
)


@settings(max_examples=examples(25))
@given(said=st.lists(ORDER, min_size=1, max_size=6), data=st.data())
def test_purchases_cost_what_the_orders_of_the_file_do(
    empty_database_file: Path, tmp_path_factory: pytest.TempPathFactory, *,
    said: list[tuple[list[tuple[int, int]], int, int, int, bool]], data: st.DataObject,
) -> None:  # fmt: skip
    folder = tmp_path_factory.mktemp("orders")
    path = folder / "shop.db"
    path.write_bytes(empty_database_file.read_bytes())
    rows, costs = [], {}
    for at, (lines, discount, shipping, tax, is_in_each) in enumerate(said):
        first = data.draw(st.integers(0, len(lines) - 1))
        costs[f"F{at}"] = sum(a * b for a, b in lines) - discount + shipping + tax
        for place, (count, price) in enumerate(lines):
            whole = [discount, shipping, tax] if is_in_each or place == first else ["", "", ""]
            rows.append([f"F{at}", "1405/01/05", count, price, *whole])
    header = ["number", "date", "quantity", "unit_price", "order_discount", "shipping", "tax"]
    file = write_csv(folder / "f.csv", header, data.draw(st.permutations(rows)))
    database = Database(path)
    try:
        outcome = bring_in(database, ImportKind.PURCHASES, file)
        assert {number: one[3] for number, one in orders(database).items()} == costs
        assert outcome.counts.amount_total == sum(costs.values())
    finally:
        database.close()


@pytest.mark.parametrize("apart", [0, 2_500])
def test_a_discount_as_a_line_below_zero_is_taken_off_its_purchase(
    database: Database, file: Path, apart: int
) -> None:
    """It is said in the note and before; where it stands among the rows does not matter."""
    header = ["number", "date", "customer_phone", "product_name", "quantity", "amount"]
    between = [[f"9{at:05}", "1404/01/05", "", "نان", "1", "10"] for at in range(apart)]
    first = [
        ["1", "1404/01/05", "09123456701", "تخفیف ویژه", "1", "-150"],
        ["1", "1404/01/05", "09123456701", "چای", "2", "1000"],
    ]
    rest = [
        ["1", "1404/01/05", "09123456701", "کوپن نوروز", "1", "(50)"],
        ["2", "1404/01/05", "", "قند", "1", "300"],
        ["2", "1404/01/05", "", "قند", "-1", "-100"],  # goods: nothing says it is a discount
    ]
    write_csv(file, header, [*first, *between, *rest])
    planned = bring_in(database, ImportKind.PURCHASES, file, dry_run=True)
    outcome = bring_in(database, ImportKind.PURCHASES, file)
    lines = ((2, "تخفیف ویژه: 150"), (4 + apart, "کوپن نوروز: 50"))
    assert (planned.kept, planned.first_kept) == (outcome.kept, outcome.first_kept) == (2, lines)
    assert outcome.counts.amount_total == 800 + 300 + 10 * apart
    assert outcome.counts.lines_new == 2 + apart
    found = orders(database)
    assert (found["1"], found["2"]) == ((200, 0, 0, 800), (0, 0, 0, 300))
    with database.reading() as session:
        [one] = session.scalars(select(Purchase).where(Purchase.number == "1"))
        assert one.note == "تخفیف ویژه: 150\nکوپن نوروز: 50"
    once = contents(database)
    again = bring_in(database, ImportKind.PURCHASES, file)
    assert (again.counts.new, again.kept, contents(database)) == (0, 0, once)


def test_a_discount_that_is_more_than_its_purchase_or_another_one_is_a_problem(
    database: Database, file: Path
) -> None:
    header = ["number", "date", "product_name", "amount", "order_discount"]
    rows = [
        ["1", "1404/01/05", "چای", "1000", ""], ["1", "1404/01/05", "تخفیف", "-1500", ""],
        ["2", "1404/01/05", "چای", "1000", "200"], ["2", "1404/01/05", "تخفیف", "-200", ""],
        ["3", "1404/01/05", "چای", "1000", "200"], ["3", "1404/01/05", "تخفیف", "-300", ""],
        ["4", "1404/01/05", "Discount", "-300", ""],
    ]  # fmt: skip
    outcome = bring_in(database, ImportKind.PURCHASES, write_csv(file, header, rows))
    assert orders(database) == {"2": (200, 0, 0, 800)}
    assert (outcome.counts.problems, outcome.kept) == (5, 1)
