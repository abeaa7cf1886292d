"""Files of purchases are read as they are: columns apart by anything, with or without a header."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.drafts.imports import ImportedPurchase
from ecrm_desktop.errors import EcrmError, Problem
from ecrm_desktop.exchange.purchases import Conventions, read_purchases
from ecrm_desktop.values.money import MoneyUnit, currency
from ecrm_desktop.values.totals import line_total

DOLLARS = Conventions(
    currency=currency("USD"), unit=MoneyUnit.MAJOR, area_code="", today=date(2026, 11, 21)
)
TOMANS = Conventions(
    currency=currency("IRR"), unit=MoneyUnit.TOMAN, area_code="031", today=date(2026, 11, 21)
)
BY_POSITION = {"2": "customer_code", "3": "date", "4": "quantity", "5": "amount"}


def read(
    folder: Path,
    text: str | bytes,
    columns: dict[str, str],
    conventions: Conventions = DOLLARS,
) -> list[ImportedPurchase]:
    path = folder / "purchases.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_purchases(path, columns, conventions)


def test_columns_apart_by_any_number_of_spaces(tmp_path: Path) -> None:
    text = " 00004 0001 19970101  2   29.33\n 00021 0002 19971231 10  163.34\n\n"
    first, second = read(tmp_path, text, BY_POSITION)
    assert first.customer_code == "0001"
    assert first.purchased_on == date(1997, 1, 1)
    [line] = first.lines
    assert (line.quantity, line.unit_price, line.discount) == (2000, 1467, 1)
    assert second.lines[0].quantity == 10_000


@pytest.mark.parametrize(
    "text",
    [
        "کد\tتاریخ\tتعداد\tمبلغ\n۱۲\t۱۴۰۵/۰۸/۳۰\t۱٫۵\t۱٬۲۵۰\n",
        'کد,تاریخ,تعداد,مبلغ\r\n12,1405-8-30,1.5,"1,250"\r\n',
        "\ufeffكد,تاريخ,تعداد,مبلغ\n12,14050830,1.5,1250",
        "کد تاریخ تعداد مبلغ\n12  1405/08/30   1.5 1250",
    ],
)
def test_a_header_names_the_columns(tmp_path: Path, text: str) -> None:
    columns = {"کد": "customer_code", "تاریخ": "date", "تعداد": "quantity", "مبلغ": "amount"}
    [purchase] = read(tmp_path, text, columns, TOMANS)
    assert purchase.customer_code == "12"
    assert purchase.purchased_on == date(2026, 11, 21)
    [line] = purchase.lines
    assert line_total(line.quantity, line.unit_price, line.discount) == 12_500
    # Positions work beside a header, too.
    assert read(tmp_path, text, {"2": "date", "۴": "amount"}, TOMANS)[0].customer_code == ""


def test_rows_with_one_number_are_one_purchase(tmp_path: Path) -> None:
    text = (
        "invoice,day,who,what,price,off\n"
        "F-7,1405/01/05,Ali,Shirt,100,10\n"
        "F-7,1405/01/05,Ali,Belt,50,\n"
        "F-8,1405/01/05,Ali,Belt,50,0\n"
    )
    columns = {
        "invoice": "number", "day": "date", "who": "customer_name", "what": "product_name",
        "price": "unit_price", "off": "discount",
    }  # fmt: skip
    first, second = read(tmp_path, text, columns)
    assert (first.number, second.number) == ("F-7", "F-8")
    assert [line.product_name for line in first.lines] == ["Shirt", "Belt"]
    assert [line.discount for line in first.lines] == [1000, 0]
    assert first.customer_name == "Ali"


def test_identical_rows_are_purchases_of_their_own(tmp_path: Path) -> None:
    row = "x 1 19970101 1 5.00\n"
    keys = [one.source_key for one in read(tmp_path, row * 3, BY_POSITION)]
    assert len(set(keys)) == 3
    # Read again, or out of a longer file, they keep their keys.
    longer = "y 2 19970101 1 5.00\n" + row * 4
    assert [one.source_key for one in read(tmp_path, longer, BY_POSITION)][1:4] == keys


@pytest.mark.parametrize("row", ["x 1 19970101 0 0.00", "x 1 19970101 3 0.00"])
def test_nothing_bought_or_nothing_paid_is_a_purchase_all_the_same(
    tmp_path: Path, row: str
) -> None:
    [purchase] = read(tmp_path, row, BY_POSITION)
    line = purchase.lines[0]
    assert line_total(line.quantity, line.unit_price, line.discount) == 0


@given(
    amount=st.integers(0, 10**9),
    quantity=st.integers(1, 10**6),
    price=st.none() | st.integers(0, 10**7),
)
def test_the_line_adds_up_to_the_amount_of_the_file(
    tmp_path_factory: pytest.TempPathFactory, amount: int, quantity: int, price: int | None
) -> None:
    columns = {"1": "date", "2": "quantity", "3": "amount"}
    row = f"19970101 {quantity / 1000:.3f} {amount / 100:.2f}"
    if price is not None:
        row += f" {price / 100:.2f}"
        columns["4"] = "unit_price"
    [purchase] = read(tmp_path_factory.getbasetemp(), row, columns)
    line = purchase.lines[0]
    assert line.quantity == quantity
    assert line_total(line.quantity, line.unit_price, line.discount) == amount
    if price is not None and line_total(quantity, price) >= amount:
        assert line.unit_price == price


@pytest.mark.parametrize(
    ("text", "columns", "problem", "details"),
    [
        ("1 19970101 2 3", {"1": "colour"}, Problem.FIELD_UNKNOWN, {"name": "colour"}),
        ("1 19970101 2 3", {"4": "amount"}, Problem.FIELD_MISSING, {"name": "date"}),
        ("1 19970101 2 3", {"2": "date"}, Problem.FIELD_MISSING, {"name": "amount"}),
        ("1 19970101 2 3", {"2": "date", "9": "amount"}, Problem.FILE_COLUMN_MISSING,
         {"column": "9"}),
        ("a b\n1 2", {"c": "date", "b": "amount"}, Problem.FILE_COLUMN_MISSING, {"column": "c"}),
        ("", {"1": "date", "2": "amount"}, Problem.FILE_COLUMN_MISSING, {"column": "1"}),
        ("19970101 5\n19971301 5", {"1": "date", "2": "amount"}, Problem.FILE_ROW_WRONG,
         {"row": 2, "column": "date", "value": "19971301"}),
        ("19970101 5\n19970101 x", {"1": "date", "2": "amount"}, Problem.FILE_ROW_WRONG,
         {"row": 2, "column": "amount", "value": "x"}),
        ("19970101 5\n\n\n19970101", {"1": "date", "2": "amount"}, Problem.FILE_ROW_WRONG,
         {"row": 4, "column": "amount", "value": ""}),
        ("19970101 -5", {"1": "date", "2": "amount"}, Problem.FILE_ROW_WRONG, {"value": "-5"}),
        ("19970101 1000000000000000000", {"1": "date", "2": "amount"}, Problem.FILE_ROW_WRONG,
         {"column": "amount"}),
        ("19970101 0 5", {"1": "date", "2": "quantity", "3": "amount"}, Problem.FILE_ROW_WRONG,
         {"column": "quantity", "value": "0"}),
        ("19970101 5 6", {"1": "date", "2": "unit_price", "3": "discount"},
         Problem.FILE_ROW_WRONG, {"column": "discount"}),
        ("19970101 5 letters", {"1": "date", "2": "amount", "3": "customer_phone"},
         Problem.FILE_ROW_WRONG, {"column": "customer_phone", "value": "letters"}),
        (b"\xff\xfe\x00", {"1": "date", "2": "amount"}, Problem.FILE_UNREADABLE, {}),
        ("19970101\0 5", {"1": "date", "2": "amount"}, Problem.FILE_UNREADABLE, {}),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(
    tmp_path: Path,
    text: str | bytes,
    columns: dict[str, str],
    problem: Problem,
    details: dict[str, object],
) -> None:
    with pytest.raises(EcrmError) as caught:
        read(tmp_path, text, columns)
    assert caught.value.problem == problem
    assert details.items() <= caught.value.details.items()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path, problem in (
        (tmp_path / "none.txt", Problem.FILE_MISSING),
        (tmp_path, Problem.FILE_UNREADABLE),
    ):
        with pytest.raises(EcrmError) as caught:
            read_purchases(path, {"1": "date", "2": "amount"}, DOLLARS)
        assert caught.value.problem == problem


def test_a_cell_of_endless_text_is_told_as_an_unreadable_file(tmp_path: Path) -> None:
    text = "date,amount\n1405/01/01,1000\n" + "x" * 200_000 + ",1\n"
    with pytest.raises(EcrmError) as caught:
        read(tmp_path, text, {"date": "date", "amount": "amount"})
    assert caught.value.problem == Problem.FILE_UNREADABLE
