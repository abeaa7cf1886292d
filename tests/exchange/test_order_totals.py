"""What comes on top of the lines of orders is told by the orders' own totals."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ecrm_desktop.drafts.imports import ImportedSale
from ecrm_desktop.exchange.convert import Converter
from ecrm_desktop.exchange.recognition import About, Recognition
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.sheets import SAMPLE, Cell
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.totals import line_total
from tests.helpers.conversions import DOLLARS, IRAN, sheet_of

SHOPIFY = (
    "Name|Email|Financial Status|Subtotal|Shipping|Taxes|Total|Discount Amount|Created at"
    "|Lineitem quantity|Lineitem name|Lineitem price|Lineitem discount"
)
WOOCOMMERCE = (
    "Order Number|Order Status|Order Date|Email (Billing)|Cart Discount Amount"
    "|Order Shipping Amount|Order Total Amount|Order Total Tax Amount|Item Name"
    "|Quantity (- Refund)|Item Cost"
)


def recognized(header: str, *rows: Sequence[Cell]) -> Recognition:
    return recognize(sheet_of(header.split("|"), *rows), ImportKind.PURCHASES, DOLLARS)


def mapped(header: str, *rows: Sequence[Cell]) -> dict[str, str]:
    found = recognized(header, *rows).mapping.columns
    return {title: name for title, name in zip(header.split("|"), found, strict=True) if name}


def shopify(number: str, lines: int, *, tax: str, total: str, off: str = "0.00") -> list[list[str]]:
    first = [number, "a@example.com", "paid", "", "5.00", tax, total, off, "2026-08-03 10:15:40"]
    rest = [number, "a@example.com", *[""] * 6, "2026-08-03 10:15:40"]
    return [[*(rest if at else first), "2", "Tin", "10.00", "0.00"] for at in range(lines)]


def test_taxes_on_top_of_the_prices_count() -> None:
    rows = shopify("#1", 2, tax="4.00", total="49.00") + shopify("#2", 1, tax="2.00", total="27.00")
    assert mapped(SHOPIFY, *rows)["Taxes"] == "tax"


def test_taxes_that_prices_include_do_not() -> None:
    rows = shopify("#1", 2, tax="4.00", total="45.00") + shopify("#2", 1, tax="2.00", total="25.00")
    assert "Taxes" not in mapped(SHOPIFY, *rows)
    assert recognized(SHOPIFY, *rows).doubts == ()


def test_totals_that_contradict_each_other_tell_nothing() -> None:
    rows = [
        row
        for number, total in (("#1", "27.00"), ("#2", "27.00"), ("#3", "25.00"))
        for row in shopify(number, 1, tax="2.00", total=total)
    ]
    found = recognized(SHOPIFY, *rows)
    assert "tax" not in found.mapping.columns
    assert (About.COLUMN, 5) in {(doubt.about, doubt.position) for doubt in found.doubts}


def test_an_order_at_whose_lines_the_sample_ends_tells_nothing() -> None:
    rows = [
        row for number in range(4) for row in shopify(f"#{number}", 60, tax="9.00", total="1214.00")
    ]
    found = recognized(SHOPIFY, *rows[:SAMPLE])
    assert "tax" in found.mapping.columns
    assert found.doubts == ()


def test_where_no_total_tells_a_tax_is_left_to_people() -> None:
    header = "شماره سفارش|تاریخ|کالا|تعداد|قیمت واحد|تخفیف سفارش|هزینه ارسال|مالیات"
    rows = [["1", "1405/01/05", "کفش", "2", "1000", "100", "50", "90"]] * 2
    found = recognized(header, *rows)
    assert found.mapping.columns[-3:] == ("order_discount", "shipping", "")
    assert (About.COLUMN, 7) in {(doubt.about, doubt.position) for doubt in found.doubts}


def test_of_two_discounts_the_one_that_makes_the_total_counts() -> None:
    rows = shopify("#1", 2, tax="0", total="39.00", off="6.00")
    for row in rows:
        row[-1] = "3.00"
    found = mapped(SHOPIFY, *rows)
    assert found["Discount Amount"] == "order_discount"
    assert "Lineitem discount" not in found
    # Both, where the total says so.
    rows[0][6] = "33.00"
    found = mapped(SHOPIFY, *rows)
    assert (found["Discount Amount"], found["Lineitem discount"]) == ("order_discount", "discount")


def woocommerce(number: str, *, off: str, tax: str, total: str, cost: str) -> list[list[str]]:
    row = [number, "completed", "2026-10-02 08:10", "s@example.com", off, "5", total, tax, "Tin"]
    return [[*row, "2", cost], [*row, "1", cost]]


def test_item_costs_of_woocommerce_have_the_discount_off() -> None:
    rows = woocommerce("1", off="3", tax="0", total="32", cost="9")
    assert "Cart Discount Amount" not in mapped(WOOCOMMERCE, *rows)
    # Also where the totals do not tell.
    rows = woocommerce("1", off="3", tax="0", total="99", cost="9")
    assert "Cart Discount Amount" not in mapped(WOOCOMMERCE, *rows)


def test_item_costs_of_woocommerce_have_no_tax() -> None:
    rows = woocommerce("1", off="0", tax="3", total="35", cost="9")
    assert mapped(WOOCOMMERCE, *rows)["Order Total Tax Amount"] == "tax"


PERSIAN = (
    "شماره سفارش|تاریخ|ایمیل مشتری|وضعیت سفارش|کالا|تعداد|قیمت واحد|تخفیف فاکتور|هزینه ارسال"
    "|مالیات|مبلغ کل سفارش"
)
FIELDS = (
    "number date customer_email status product_name quantity unit_price order_discount shipping tax"
)


def test_titles_of_persian_shops() -> None:
    row = ["7", "1405/01/05", "a@example.com", "تکمیل شده", "کفش"]
    rest = ["100", "50", "90", "3040"]
    found = recognized(PERSIAN, [*row, "2", "1000", *rest], [*row, "1", "1000", *rest])
    # The total of the order is not that of each line.
    assert list(found.mapping.columns) == [*FIELDS.split(), ""]


@pytest.mark.parametrize("total", ["2000", "2500"])
def test_totals_of_lines_stay_what_they_are(total: str) -> None:
    header = "شماره فاکتور|تاریخ|کالا|تعداد|قیمت واحد|مبلغ کل"
    found = recognized(header, ["1", "1405/01/05", "کفش", "2", "1000", total])
    assert found.mapping.columns[-1] == "amount"


def test_nothing_is_added_to_whole_amounts_nobody_explains() -> None:
    header = "شماره فاکتور|تاریخ|نام مشتری|مبلغ کل|هزینه ارسال|مالیات|تخفیف فاکتور"
    found = recognized(header, ["1", "1405/01/05", "علی راد", "1000", "50", "90", "10"])
    assert list(found.mapping.columns[-4:]) == ["amount", "", "", ""]
    # Of two, what was paid counts, and has all of it.
    header += "|قابل پرداخت"
    found = recognized(header, ["1", "1405/01/05", "علی راد", "1000", "50", "90", "10", "1130"])
    assert list(found.mapping.columns[3:]) == ["", "", "", "", "amount"]


def test_ways_of_shipping_are_no_cost() -> None:
    header = "Order|Date|Unit price|Shipping Method|Shipping Name|Tax Class"
    found = recognized(header, ["1", "2026-01-05", "10", "", "", ""])
    assert not {"shipping", "tax"} & set(found.mapping.columns)


ORDERS = st.lists(
    st.fixed_dictionaries(
        {
            "lines": st.lists(
                st.tuples(st.integers(1, 5), st.integers(1_000, 90_000)), min_size=1, max_size=3
            ),
            "off": st.integers(0, 900),
            "shipping": st.integers(0, 5_000),
            "tax": st.integers(500, 5_000),
        }
    ),
    min_size=1,
    max_size=5,
)


@example(
    orders=[{"lines": [(1, 1_000)], "off": 3, "shipping": 0, "tax": 500}],
    is_on_top=False,
    in_each_row=False,
    net=True,
)
@given(orders=ORDERS, is_on_top=st.booleans(), in_each_row=st.booleans(), net=st.booleans())
def test_orders_cost_what_the_file_says(
    orders: list[dict[str, Any]], *, is_on_top: bool, in_each_row: bool, net: bool
) -> None:
    rows, totals = [], []
    for number, order in enumerate(orders, 1):
        lines = sum(count * price for count, price in order["lines"])
        off = 0 if net else order["off"]
        total = lines - off + order["shipping"] + (order["tax"] if is_on_top else 0)
        totals.append(total)
        # A discount that prices have off already is told all the same.
        whole = (order["off"], order["shipping"], order["tax"], total)
        said = [f"{amount / 100:.2f}" for amount in whole]
        for at, (count, price) in enumerate(order["lines"]):
            head = ["#" + str(number), "2026-01-05", "a@example.com", "", "x", count, price / 100]
            rows.append([*head, *(said if in_each_row or not at else [None] * 4)])
    found = recognized(PERSIAN, *rows)
    sales = list(Converter(found.mapping, DOLLARS).convert(sheet_of((), *rows).sample))
    costs = dict.fromkeys((f"#{number}" for number in range(1, len(orders) + 1)), 0)
    said_of: dict[str, tuple[int, ...]] = {}
    for sale in sales:
        assert isinstance(sale, ImportedSale)
        line = sale.line
        costs[sale.number] += line_total(line.quantity, line.unit_price, line.discount)
        if sale.order:
            assert said_of.setdefault(sale.number, sale.order) == sale.order
    for name, (discount, shipping, tax) in said_of.items():
        costs[name] += shipping + tax - discount
    for cost, total in zip(costs.values(), totals, strict=True):
        # Amounts of less than a thousandth are told by nothing.
        assert abs(cost - total) <= total / 1000 + 1


def test_a_unit_is_asked_for_amounts_of_orders_too() -> None:
    sheet = sheet_of(PERSIAN.split("|"), [None] * 11)
    assert recognize(sheet, ImportKind.PURCHASES, IRAN).mapping.unit is None
