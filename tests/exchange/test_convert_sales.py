"""Rows about purchases become lines that add up to what the file says, or say what is wrong."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import blake2b
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.drafts.imports import (
    ImportedLine,
    ImportedReturn,
    ImportedSale,
    LeftOutRow,
    OrderAmounts,
)
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.convert import BadRow, Converter
from ecrm_desktop.exchange.mapping import DateOrder, Mapping
from ecrm_desktop.exchange.sheets import Cell, Row
from ecrm_desktop.exchange.source_keys import SourceKeys
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.money import MoneyUnit, currency
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import ImportKind, LeftOut, PaymentMethod, PurchaseChannel
from ecrm_desktop.values.totals import line_total
from tests.helpers.conversions import DOLLARS, IRAN, TEHRAN, converted, problems_of

COLUMNS = "- customer_code date quantity amount"


def dollars(columns: str, *rows: Sequence[Cell]) -> list[Any]:
    return converted(ImportKind.PURCHASES, columns, *rows, conventions=DOLLARS)


def tomans(columns: str, *rows: Sequence[Cell], **said: Any) -> list[Any]:
    values = {"unit": MoneyUnit.TOMAN, **said}
    return converted(ImportKind.PURCHASES, columns, *rows, **values)


def total(found: ImportedSale) -> int:
    line = found.line
    return line_total(line.quantity, line.unit_price, line.discount)


def test_amounts_are_taken_to_the_cent() -> None:
    first, second = dollars(
        COLUMNS,
        ("00004", "0001", "19970101", "2", "29.33"),
        ("00021", "0002", "19971231", "10", "163.34"),
    )
    assert (first.customer_code, first.purchased_on) == ("0001", date(1997, 1, 1))
    assert (first.line.quantity, first.line.unit_price, first.line.discount) == (2000, 1467, 1)
    assert second.line.quantity == 10_000
    assert total(second) == 16_334


def test_keys_are_those_of_databases_that_are_there_already() -> None:
    [found] = dollars(COLUMNS, ("00004", "0001", "19970101", "2", "29.33"))
    line = ImportedLine(quantity=2000, unit_price=1467, discount=1)
    content = repr(("", "1997-01-01", "0001", "", None, (line,)))
    digest = blake2b(content.encode(), digest_size=16).hexdigest()
    assert found.source_key == f"{digest}-1"


@pytest.mark.parametrize(
    "row",
    [
        ("۱۲", "۱۴۰۵/۰۸/۳۰", "۱٫۵", "۱٬۲۵۰"),
        ("12", "1405-8-30", "1.5", "1,250"),
        (12, "14050830", 1.5, 1250),
        (12.0, 14050830, 1.5, 1250.0),
        ("12", datetime(2026, 11, 21, 9, 30), "1.5", "1250 تومان"),  # noqa: DTZ001 - as in Excel
        ("12", date(2026, 11, 21), "1.5", "12,500 ریال"),
        ("12", "شنبه ۳۰ آبان ۱۴۰۵", "1.5", "ریال 12500"),
        ("12", "2026-11-21T23:59:59+03:30", "1.5", "1 250"),
    ],
)
def test_cells_of_any_spelling(row: Sequence[Cell]) -> None:
    [found] = tomans("customer_code date quantity amount", row)
    assert found.customer_code == "12"
    assert found.purchased_on == date(2026, 11, 21)
    assert found.line.quantity == 1500
    assert total(found) == 12_500


def test_a_decimal_comma() -> None:
    [found] = converted(
        ImportKind.PURCHASES,
        "date quantity amount",
        ("2026-01-01", "1,5", "1.250,50"),
        conventions=DOLLARS,
        decimal_comma=True,
    )
    assert (found.line.quantity, total(found)) == (1500, 125_050)


def test_with_a_decimal_comma_a_point_only_groups() -> None:
    kuwait = replace(DOLLARS, currency=currency("KWD"))  # whose smallest coin is a thousandth
    for decimal_comma, amount in ((True, 1_250_000), (False, 1_250)):
        [found] = converted(
            ImportKind.PURCHASES,
            "date amount",
            ("2026-01-01", "1.250"),
            conventions=kuwait,
            decimal_comma=decimal_comma,
        )
        assert total(found) == amount


def test_lines_of_a_number_inherit_what_its_first_one_says() -> None:
    first, second, third = tomans(
        "number date customer_name customer_phone product_name unit_price discount",
        ("F-7", "1405/01/05", "علی کریمی", "09123456789", "کفش", "100", "10"),
        ("F-7", None, "", None, "کمربند", "50", ""),
        ("F-8", "1405/01/06", "", None, "کمربند", "50", "0"),
    )
    assert (second.purchased_on, second.customer_name) == (date(2026, 3, 25), "علی کریمی")
    assert second.customer_phone == Phone.parse("09123456789")
    assert [one.line.discount for one in (first, second)] == [100, 0]
    assert (third.number, third.customer_name) == ("F-8", "")


def test_a_purchase_with_a_wrong_line_is_left_out_whole() -> None:
    sound, first, second, third, last = tomans(
        "number date product_name unit_price",
        ("F-1", "1405/01/05", "کفش", "100"),
        ("F-2", "1405/01/05", "کفش", "100"),
        ("F-2", "1405/01/05", "کمربند", "گران"),
        ("F-2", "1405/01/05", "شال", "50"),
        ("F-3", "1405/01/05", "شال", "50"),
    )
    assert isinstance(sound, ImportedSale)
    assert problems_of(first) == [(None, Problem.PURCHASE_INCOMPLETE)]
    assert problems_of(second) == [(3, Problem.NUMBER_WRONG)]
    assert problems_of(third) == [(None, Problem.PURCHASE_INCOMPLETE)]
    assert (sound.row, last.row) == (1, 5)


ORDER = "number date unit_price order_discount shipping tax"


def test_what_is_said_of_the_whole_order() -> None:
    first, second, third = tomans(
        ORDER,
        ("F-1", "1405/01/05", "100", "10", "5 تومان", "۹"),
        ("F-1", "", "50", "", "0", "-"),
        ("F-2", "1405/01/05", "50", None, "", "0.00"),
    )
    assert first.order == OrderAmounts(discount=100, shipping=50, tax=90)
    assert (second.order, third.order) == (None, None)


def test_keys_have_nothing_of_the_whole_order_nor_of_the_address() -> None:
    [plain] = dollars("date amount", ("19970101", "5"))
    [found] = dollars(
        "date amount shipping customer_email", ("19970101", "5", "7", "a@example.com")
    )
    assert found.source_key == plain.source_key
    assert found.customer_email == Email.parse("a@example.com")


def test_the_first_line_of_a_shopify_order_says_who_buys() -> None:
    first, second, other = tomans(
        "number date customer_name customer_phone customer_email unit_price",
        ("F-7", "1405/01/05", "علی کریمی", "09123456789", "a@example.com", "100"),
        ("F-7", "1405/01/05", "", "", "a@example.com", "50"),
        ("F-7", "1405/01/05", "", "", "b@example.com", "50"),
    )
    assert (second.customer_name, second.customer_phone) == ("علی کریمی", first.customer_phone)
    assert (other.customer_name, other.customer_email) == ("", Email.parse("b@example.com"))


@pytest.mark.parametrize(
    ("status", "why"),
    [(word, why) for why, words in {
        LeftOut.CANCELLED: "cancelled|Canceled|wc-cancelled|failed|VOIDED|trash|لغو شده|لغو‌شده"
        "|لغوشده|ناموفق|رزرو، لغو شده|لغو شده توسط مشتری|2026-08-05 18:02:13 +0200|2026-08-05",
        LeftOut.PROFORMA: "checkout-draft|پیش‌نویس|پیش نویس|پیش‌فاکتور|Quotation|pro-forma",
        LeftOut.UNPAID: "پرداخت نشده|در انتظار پرداخت|pending|wc-pending|Unpaid",
        LeftOut.RESERVED: "رزرو|Reserved",
        LeftOut.BOUGHT_IN: "خرید|برگشت از خرید|in_invoice|Vendor Bill",
        LeftOut.MONEY: "دریافت|پرداخت|Customer Payment",
    }.items() for word in words.split("|")],
)  # fmt: skip
def test_rows_that_are_no_sales_are_left_out(status: str, why: LeftOut) -> None:
    found = tomans(
        "number date unit_price status status",
        ("F-1", "1405/01/05", "100", status, ""),
        ("F-1", "1405/01/05", "50", "", ""),
        ("F-2", "1405/01/05", "50", "paid", status),
    )
    # So is what leaves the word to the first row of its number.
    assert found == [LeftOutRow(row=row, why=why) for row in (1, 2, 3)]


@pytest.mark.parametrize(
    "status", ["refunded", "wc_refunded", "مرجوع", "مرجوعی", "مسترد شده", "برگشت از فروش",
               "Credit Note", "out_refund"]
)  # fmt: skip
def test_rows_about_what_came_back_are_returns(status: str) -> None:
    [found] = tomans(
        "number date customer_name product_name quantity unit_price status",
        ("F-1", "1405/01/05", "مینا", "چای", "2", "100", status),
    )
    assert isinstance(found, ImportedReturn)
    assert (found.number, found.quantity, found.amount) == ("F-1", 2_000, 2_000)


def test_a_sale_below_its_own_return_is_one() -> None:
    back, sold = tomans(
        "number date customer_name product_name quantity unit_price status",
        ("F-1", "1405/03/05", "مینا", "چای", "2", "100", "مرجوعی"),
        ("F-1", "1405/01/05", "مینا", "چای", "2", "100", ""),
    )
    assert isinstance(back, ImportedReturn)
    assert isinstance(sold, ImportedSale)


@pytest.mark.parametrize(
    ("quantity", "price", "amount"),
    [("-2", "100", ""), ("2", "-100", ""), ("", "", "-200"), (-2, 100, None), ("", "", "(200)"),
     ("", "", "200-"), ("-۲", "۱۰۰", ""), ("\u22122", "100", ""), ("", "", "تومان -200"),
     ("-2", "100", "-200")],
)  # fmt: skip
def test_below_zero_is_a_return(quantity: Cell, price: Cell, amount: Cell) -> None:
    [found] = tomans(
        "date product_name quantity unit_price amount",
        ("1405/01/05", "چای", quantity, price, amount),
    )
    assert isinstance(found, ImportedReturn), found
    assert found.amount == 2_000


def test_only_a_discount_below_zero_is_a_sale() -> None:
    [found] = tomans("date unit_price discount", ("1405/01/05", "100", "-30"))
    assert isinstance(found, ImportedSale)
    assert found.line.discount == 300


@pytest.mark.parametrize(
    "status",
    ["", "paid", "completed", "wc-completed", "processing",
     "partially_refunded", "partially_paid", "تکمیل شده", "در حال انجام",
     "ارسال شد", "لغو نشده", "12", "فروش", "نسیه", "Tax Invoice"],
)  # fmt: skip
def test_rows_of_any_other_status_are_purchases(status: str) -> None:
    [found] = tomans("date unit_price status", ("1405/01/05", "100", status))
    assert isinstance(found, ImportedSale)


@pytest.mark.parametrize(
    ("currency", "amount", "code"),
    [("CAD", "5", "CAD"), ("یورو", "5", "EUR"), ("", "€5", "EUR"), ("", "CA$5.00", "CAD"),
     ("", "5 eur", "EUR"), ("IRT", "5", "IRT"), ("", "-€5", "EUR"), ("", "5 تومان", "IRT")],
)  # fmt: skip
def test_another_currency_is_left_out(currency: str, amount: str, code: str) -> None:
    found = dollars(
        "number date amount currency",
        ("1", "19970101", amount, currency),
        ("2", "19970101", "$7", "USD"),
        ("2", "19970101", "7", ""),
    )
    assert found[0] == LeftOutRow(row=1, why=LeftOut.OTHER_CURRENCY, currency=code)
    assert [one.line.unit_price for one in found[1:]] == [700, 700]


def test_toman_and_rials_in_one_column_of_currencies() -> None:
    found = tomans(
        "date amount currency", ("1405/01/05", "100", "IRT"), ("1405/01/05", "100", "ریال")
    )
    assert [one.line.unit_price for one in found] == [1_000, 100]


def test_what_rows_say_beside_the_goods() -> None:
    columns = "date time channel payment seller note amount"
    one, two, three = tomans(
        columns,
        ("1405/01/05", "14:30", "آنلاین", "کارت به کارت", "رضا", "زود", "1"),
        ("1405/01/05 09:05:10", "", "ویترین", "کوپن", "", "", "1"),
        ("2026-03-25 10:00:00 -0400", "", "", "", "", "", "1"),
    )
    local = datetime(2026, 3, 25, 14, 30, tzinfo=TEHRAN)
    assert one.details == (local, PurchaseChannel.WEBSITE, PaymentMethod.CARD_TO_CARD, "رضا", "زود")
    assert two.details.at == datetime(2026, 3, 25, 9, 5, 10, tzinfo=TEHRAN)
    # What is no choice of ours is kept in the note.
    assert ("ویترین" in two.details.note, "کوپن" in two.details.note) == (True, True)
    assert three.details.at == datetime(2026, 3, 25, 14, tzinfo=UTC)
    assert one.purchased_on == three.purchased_on == date(2026, 3, 25)


def test_identical_rows_are_purchases_of_their_own() -> None:
    row = ("x", "1", "19970101", "1", "5.00")
    keys = [one.source_key for one in dollars(COLUMNS, *[row] * 3)]
    assert len(set(keys)) == 3
    # Read again, or out of a longer file, they keep their keys.
    longer = dollars(COLUMNS, ("y", "2", "19970101", "1", "5.00"), *[row] * 4)
    assert [one.source_key for one in longer][1:4] == keys


def test_a_wrong_row_does_not_change_the_keys_of_sound_ones() -> None:
    columns = "date amount customer_phone"
    [alone] = dollars(columns, ("19970101", "5", ""))
    bad, after = dollars(columns, ("19970101", "5", "0912"), ("19970101", "5", ""))
    assert problems_of(bad) == [(2, Problem.PHONE_TOO_SHORT)]
    assert after.source_key == alone.source_key


def test_keys_of_many_rows_are_told_apart() -> None:
    keys = SourceKeys()
    contents = [str(number % 30_000) for number in range(40_000)]
    given = [keys.key(content) for content in contents]
    assert len(set(given)) == 40_000
    assert sum(key.endswith("-1") for key in given) == 30_000
    assert given[30_000].rpartition("-")[0] == given[0].rpartition("-")[0]


@pytest.mark.parametrize("row", [("19970101", "0", "0.00"), ("19970101", "3", "0.00")])
def test_nothing_bought_or_nothing_paid_is_a_purchase_all_the_same(row: Sequence[Cell]) -> None:
    [found] = dollars("date quantity amount", row)
    assert total(found) == 0


@given(
    amount=st.integers(0, 10**9),
    quantity=st.integers(1, 10**6),
    price=st.none() | st.integers(0, 10**7),
)
def test_the_line_adds_up_to_the_amount_of_the_file(
    amount: int, quantity: int, price: int | None
) -> None:
    said = None if price is None else f"{price / 100:.2f}"
    row = ("19970101", f"{quantity / 1000:.3f}", f"{amount / 100:.2f}", said)
    [found] = dollars("date quantity amount unit_price", row)
    assert found.line.quantity == quantity
    assert total(found) == amount
    if price is not None and line_total(quantity, price) >= amount:
        assert found.line.unit_price == price


@pytest.mark.parametrize(
    ("columns", "row", "wrong"),
    [
        ("date amount", ("19971301", "5"), [(0, Problem.DATE_WRONG)]),
        ("date amount", ("1404/12/30", "5"), [(0, Problem.DATE_NOT_IN_MONTH)]),
        ("date amount", ("1405/09/01", "5"), [(0, Problem.DATE_IN_FUTURE)]),
        ("date amount", ("01/02/2024", "5"), [(0, Problem.DATE_WRONG)]),
        ("date amount", ("", "x"), [(1, Problem.NUMBER_WRONG), (0, Problem.TEXT_EMPTY)]),
        ("date amount", ("19970101", ""), [(1, Problem.TEXT_EMPTY)]),
        ("date unit_price", ("19970101", "-"), [(1, Problem.TEXT_EMPTY)]),
        ("date amount", ("19970101", "5.125"), [(1, Problem.NUMBER_DECIMALS)]),
        ("date amount", ("19970101", "1" * 30), [(1, Problem.NUMBER_TOO_LARGE)]),
        ("date amount", ("19970101", 1e30), [(1, Problem.NUMBER_TOO_LARGE)]),
        ("date amount", ("19970101", float("inf")), [(1, Problem.NUMBER_WRONG)]),
        ("date quantity amount", ("19970101", "0", "5"), [(1, Problem.QUANTITY_ZERO)]),
        ("date quantity amount", ("19970101", "x", "y"),
         [(1, Problem.NUMBER_WRONG), (2, Problem.NUMBER_WRONG)]),
        ("date unit_price quantity", ("19970101", "9999999999999", "1000"),
         [(1, Problem.NUMBER_TOO_LARGE)]),
        ("date unit_price discount", ("19970101", "5", "6"), [(2, Problem.DISCOUNT_TOO_LARGE)]),
        ("date amount customer_phone", ("19970101", "5", "0912"), [(2, Problem.PHONE_TOO_SHORT)]),
        ("date amount product_name", ("19970101", "5", "x" * 201), [(2, Problem.TEXT_TOO_LONG)]),
        ("date amount product_name", ("19970101", "5", "\ud800"), [(2, Problem.TEXT_UNREADABLE)]),
        ("date amount customer_code", ("19970101", "5", "x" * 31), [(2, Problem.TEXT_TOO_LONG)]),
    ],
)  # fmt: skip
def test_all_that_is_wrong_with_a_row_is_said_at_its_cell(
    columns: str, row: Sequence[Cell], wrong: list[tuple[int, Problem]]
) -> None:
    [found] = dollars(columns, row)
    assert problems_of(found) == wrong


def test_nothing_is_said_about_rows_without_content() -> None:
    rows = [(None, None, "x"), ("", "", ""), ("19970101", "5", "")]
    assert [one.row for one in dollars("date amount -", *rows)] == [3]
    assert dollars("date amount -", ("19970101",))[0].row.number == 1


def test_dates_in_the_order_that_was_said() -> None:
    row = ("03/04/2024", "1")
    [day_first] = tomans("date amount", row, date_order=DateOrder.DMY)
    [month_first] = tomans("date amount", row, date_order=DateOrder.MDY)
    assert day_first.purchased_on == date(2024, 4, 3)
    assert month_first.purchased_on == date(2024, 3, 4)


def test_a_unit_is_never_guessed() -> None:
    mapping = Mapping(kind=ImportKind.PURCHASES, columns=("date", "amount"))
    with pytest.raises(InvalidInput) as caught:
        Converter(mapping, IRAN)
    assert caught.value.problem == Problem.UNIT_MISSING
    for columns, missing, title in (
        (("amount",), "date", "تاریخ"),
        (("date",), "amount", "مبلغ ردیف"),
    ):
        mapping = Mapping(kind=ImportKind.PURCHASES, columns=columns, unit=MoneyUnit.RIAL)
        with pytest.raises(InvalidInput) as caught:
            Converter(mapping, IRAN)
        assert (caught.value.problem, caught.value.details) == (
            Problem.FIELD_MISSING,
            {"name": missing, "title": title},
        )


CELLS = (
    st.none()
    | st.text(max_size=12)
    | st.sampled_from(["1405/01/01", "09123456789", "1,000", "-", "0", "12:30", "1405-02-31"])
    | st.integers(-(10**20), 10**20)
    | st.floats()
    | st.booleans()
    | st.datetimes()
    | st.dates()
    | st.times()
)


@given(row=st.lists(CELLS, min_size=13, max_size=13))
@pytest.mark.parametrize("kind", ImportKind)
def test_no_cell_stops_an_import(kind: ImportKind, row: list[Cell]) -> None:
    columns = {
        ImportKind.CUSTOMERS: "name phone email national_id birth_date gender tags own:سایز",
        ImportKind.PRODUCTS: "name code barcode price active unit - brand",
        ImportKind.PURCHASES: "number date customer_phone quantity unit_price discount amount -"
        " customer_email order_discount shipping tax status",
        ImportKind.INTERACTIONS: "date time customer_phone channel direction subject note note",
    }[kind]
    said = Mapping(kind=kind, columns=tuple("" if name == "-" else name for name in
                   columns.split()), unit=MoneyUnit.RIAL)  # fmt: skip
    converter = Converter(said, IRAN)
    given_row = Row(1, tuple(row))
    for found in converter.convert([given_row]):
        assert found.problems if isinstance(found, BadRow) else found.row == 1
    assert len(converter.values(given_row)) == len(columns.split())
