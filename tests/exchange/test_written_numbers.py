"""Numbers, dates and times are read as people and Excel write them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.cells import (
    amount_parser,
    code_parser,
    moment_of,
    quantity_parser,
)
from ecrm_desktop.exchange.dates import date_reader
from ecrm_desktop.exchange.mapping import DateOrder
from ecrm_desktop.exchange.money_words import read_written, said_scale
from ecrm_desktop.exchange.phone_cells import phones_parser
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.values.digits import to_persian_digits
from ecrm_desktop.values.money import MoneyUnit, currency
from tests.helpers.conversions import TODAY

RIAL = currency("IRR")
read_toman = amount_parser(RIAL, MoneyUnit.TOMAN, decimal_comma=False)
read_quantity = quantity_parser(decimal_comma=False)


@pytest.mark.parametrize(
    ("text", "rials"),
    [
        ("250000ریال", 250_000), ("﷼50000", 50_000), ("125000/-", 1_250_000),
        ("۱۲۵/۰۰۰", 1_250_000), ("۲۵۰ هزار", 2_500_000), ("۲۵۰هزار تومان", 2_500_000),
        ("۱٫۲ میلیون تومان", 12_000_000), ("1.2 میلیارد ریال", 1_200_000_000),
        ("250k", 2_500_000), ("12,500 تومان", 125_000), ("تومان 500", 5_000), ("1,200 /-", 12_000),
    ],
)  # fmt: skip
def test_amounts(text: str, rials: int) -> None:
    assert read_toman(text) == rials


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2 عدد", Problem.NUMBER_WRONG), ("1/5", Problem.NUMBER_WRONG),
        ("9.12346E+09", Problem.NUMBER_BROKEN), ("-5", Problem.NUMBER_NEGATIVE),
        ("هزار", Problem.NUMBER_WRONG), ("1.23456 هزار", Problem.AMOUNT_NOT_WHOLE),
    ],
)  # fmt: skip
def test_what_is_no_amount(text: str, problem: Problem) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_toman(text)
    assert caught.value.problem is problem


def test_a_title_multiplies_only_what_does_not_say_it_itself() -> None:
    read = amount_parser(RIAL, MoneyUnit.RIAL, decimal_comma=False, scale=1_000)
    cells: list[Cell] = [1200, "1200", 0.3, "0.3", "1,200", "250 هزار", "5000 تومان"]
    assert [read(cell) for cell in cells] == [
        1_200_000, 1_200_000, 300, 300, 1_200_000, 250_000, 50_000,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "thousandths"), [("2 عدد", 2_000), ("2.5 kg", 2_500), ("3عدد", 3_000), ("۴ تا", 4_000)]
)
def test_quantities(text: str, thousandths: int) -> None:
    assert read_quantity(text) == thousandths


@given(
    number=st.integers(0, 9_999_999),
    scale=st.sampled_from([("", 1), (" هزار", 1_000), (" میلیون", 1_000_000)]),
    unit=st.sampled_from([("", 10), (" تومان", 10), ("ریال", 1), (" ریال", 1)]),
    grouped=st.booleans(),
    persian=st.booleans(),
    end=st.sampled_from(["", "/-"]),
)
def test_a_number_comes_back_however_it_is_written(
    number: int,
    scale: tuple[str, int],
    unit: tuple[str, int],
    grouped: bool,  # noqa: FBT001 - drawn
    persian: bool,  # noqa: FBT001 - drawn
    end: str,
) -> None:
    text = f"{number:,}" if grouped else str(number)
    text += (end if not scale[0] and not unit[0] else "") + scale[0] + unit[0]
    assert read_toman(to_persian_digits(text) if persian else text) == number * scale[1] * unit[1]


@given(st.text(max_size=12))
def test_no_text_is_read_as_a_number_without_a_digit(text: str) -> None:
    written = read_written(text)
    assert written is None or any(letter.isdecimal() for letter in written.number)


@pytest.mark.parametrize(
    ("title", "scale"),
    [
        ("مبلغ (هزار تومان)", 1_000), ("مبلغ میلیون ریال", 1_000_000), ("مبلغ (۱٬۰۰۰ ریال)", 1_000),
        ("Total in thousands", 1_000), ("Sum (k)", 1_000), ("فی", 1), ("مدل 1000", 1), ("m", 1),
    ],
)  # fmt: skip
def test_scales_in_titles(title: str, scale: int) -> None:
    assert said_scale(title) == scale


def test_long_numbers_of_tables() -> None:
    read_phones = phones_parser("021")
    assert read_phones("9123456701.0") == read_phones(9123456701) == read_phones("09123456701")
    for parse in (read_phones, code_parser(30)):
        with pytest.raises(InvalidInput) as caught:
            parse("9.12346E+09")
        assert caught.value.problem is Problem.NUMBER_BROKEN


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("۵ فروردین ماه ۱۴۰۲ ساعت ۱۴:۳۰", time(14, 30)), ("14:30 1402/01/05", time(14, 30)),
        ("ساعت 8:05 - 5 فروردین‌ماه 1402", time(8, 5)), ("1402/01/05 (شنبه)", None),
        ("1402/1/5 - 08:30 ب.ظ", time(20, 30)), ("March 25, 2023 12:10:00 AM", time(0, 10)),
        ("(شنبه) 1402/01/05", None), (45010, None), ("45010", None), (45010.5, None),
    ],
)  # fmt: skip
def test_dates_with_and_without_a_time(cell: str | float, clock: time | None) -> None:
    read = date_reader(None, DateOrder.YMD, TODAY, past=True)
    assert read(cell) == date(2023, 3, 25)
    assert moment_of(cell) == clock


def test_days_counted_from_1904() -> None:
    read = date_reader(None, DateOrder.YMD, TODAY, past=True, from_1904=True)
    assert read(43548) == date(2023, 3, 25)
    assert read(datetime(2023, 3, 25, 10, 0)) == date(2023, 3, 25)  # noqa: DTZ001 - as in Excel


def test_only_the_beginning_of_a_title_is_looked_at() -> None:
    assert said_scale(f"{'k ' * 200}(هزار تومان)") == 1
