"""Amounts, quantities and numbers show what was typed in groups, and guess nothing."""

import json
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.ui.widgets.money_edit import MoneyEdit
from ecrm_desktop.ui.widgets.number_edit import NumberEdit
from ecrm_desktop.ui.widgets.numeric_edit import NumericEdit
from ecrm_desktop.ui.widgets.quantity_edit import QuantityEdit
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit, currency
from tests.helpers.examples import examples
from tests.helpers.keyboard import type_text


@pytest.fixture
def money(qtbot: QtBot, display: Display) -> MoneyEdit:
    money = MoneyEdit(display)
    qtbot.addWidget(money)
    return money


def type_into(field: NumericEdit, text: str) -> str:
    type_text(field.line, text)
    return field.line.text()


def refused(field: NumericEdit) -> Problem:
    with pytest.raises(InvalidInput) as caught:
        field.value()
    return caught.value.problem


def test_an_amount_is_grouped_while_it_is_typed(money: MoneyEdit) -> None:
    assert type_into(money, "1250000") == "۱٬۲۵۰٬۰۰۰"
    assert money.value() == 12_500_000  # rials
    assert money.hint() == "یک میلیون و دویست و پنجاه هزار تومان"


def test_the_unit_is_always_beside(money: MoneyEdit, display: Display) -> None:
    assert [label.text() for label in money.findChildren(QLabel)] == [display.unit_name]


def test_nothing_typed_is_no_amount(money: MoneyEdit) -> None:
    assert money.value() is None
    assert money.is_empty()
    assert money.hint() == ""


@pytest.mark.parametrize("text", ["۱۲۵۰", "١٢٥٠", "1250", "1,250", "۱٬۲۵۰", "1 250", "1،250"])
def test_any_digits_and_groups_are_taken(money: MoneyEdit, text: str) -> None:
    type_into(money, text)
    assert money.value() == 12_500
    money.tidy()
    assert money.line.text() == "۱٬۲۵۰"


def test_a_comma_that_may_be_a_decimal_sign_is_not_swallowed(money: MoneyEdit) -> None:
    assert type_into(money, "1,5") == "۱,۵"
    assert refused(money) is Problem.NUMBER_WRONG


def test_digits_before_the_cursor_stay_before_it(money: MoneyEdit) -> None:
    type_into(money, "123456")
    money.line.setCursorPosition(1)
    assert type_into(money, "9") == "۱٬۹۲۳٬۴۵۶"
    assert type_into(money, "8") == "۱۹٬۸۲۳٬۴۵۶"


def test_backspace_and_delete_reach_over_a_separator(money: MoneyEdit) -> None:
    type_into(money, "1234567")
    money.line.setCursorPosition(2)  # behind the first separator
    QTest.keyClick(money.line, Qt.Key.Key_Backspace)
    assert money.line.text() == "۲۳۴٬۵۶۷"
    money.line.setCursorPosition(3)
    QTest.keyClick(money.line, Qt.Key.Key_Delete)
    assert money.line.text() == "۲۳٬۴۶۷"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("abc", Problem.NUMBER_WRONG),
        ("-5", Problem.NUMBER_NEGATIVE),
        ("1000000000000000000", Problem.NUMBER_TOO_LARGE),
        ("1.25", Problem.AMOUNT_NOT_WHOLE),
    ],
)
def test_what_is_no_amount_stays_and_is_refused(
    money: MoneyEdit, text: str, problem: Problem
) -> None:
    type_into(money, text)
    assert refused(money) is problem
    before = money.line.text()
    money.tidy()
    assert money.line.text() == before
    assert money.hint() == ""


@pytest.mark.parametrize("sign", [".", "٫", "/"])
def test_decimals(qtbot: QtBot, display: Display, sign: str) -> None:
    quantity = QuantityEdit(display)
    qtbot.addWidget(quantity)
    assert type_into(quantity, f"1250{sign}5") == "۱٬۲۵۰٫۵"
    assert quantity.value() == 1_250_500


def test_arrows_count_within_the_limits(qtbot: QtBot, display: Display) -> None:
    number = NumberEdit(display, limit=2, unit="دقیقه")
    qtbot.addWidget(number)
    with qtbot.waitSignal(number.edited):
        QTest.keyClick(number.line, Qt.Key.Key_Up)
    for _ in range(3):
        QTest.keyClick(number.line, Qt.Key.Key_Up)
    assert number.value() == 2
    for _ in range(4):
        QTest.keyClick(number.line, Qt.Key.Key_Down)
    assert number.value() == 0
    quantity = QuantityEdit(display)
    qtbot.addWidget(quantity)
    quantity.set_value(1000)
    QTest.keyClick(quantity.line, Qt.Key.Key_Down)
    assert quantity.value() == 1000  # none is no quantity


def test_setting_a_value_is_no_edit(qtbot: QtBot, money: MoneyEdit) -> None:
    with qtbot.assertNotEmitted(money.edited):
        money.set_value(5_000)
    assert money.line.text() == "۵۰۰"
    with qtbot.waitSignal(money.edited):
        type_into(money, "0")


def test_dollars_have_cents_and_latin_digits(qtbot: QtBot) -> None:
    dollars = Display("en", currency("USD"), MoneyUnit.MAJOR, "gregorian", ZoneInfo("UTC"))
    money = MoneyEdit(dollars)
    qtbot.addWidget(money)
    assert type_into(money, "1234.5") == "1,234.5"
    assert money.value() == 123_450
    money.tidy()
    assert money.line.text() == "1,234.50"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(50))
@given(amount=st.integers(0, 10**15))
def test_what_is_shown_is_read_back(money: MoneyEdit, amount: int) -> None:
    money.set_value(amount)
    assert money.value() == amount
    contents = money.snapshot()
    money.set_value(None)
    money.restore(contents)
    assert money.value() == amount


UNITS = st.sampled_from([MoneyUnit.TOMAN, MoneyUnit.RIAL])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(50))
@given(amount=st.integers(0, 10**15), before=UNITS, now=UNITS)
def test_what_was_typed_in_another_unit_is_the_same_amount(
    qtbot: QtBot, display: Display, amount: int, before: MoneyUnit, now: MoneyUnit
) -> None:
    typed, again = (MoneyEdit(replace(display, unit=one)) for one in (before, now))
    for one in (typed, again):
        qtbot.addWidget(one)
    typed.set_value(amount)
    again.restore(json.loads(json.dumps(typed.snapshot())))
    assert again.value() == amount


def test_what_is_no_amount_or_of_an_older_version_is_shown_as_it_was_typed(
    money: MoneyEdit,
) -> None:
    for contents in ("۱۲", {"typed": "۱۲", "unit": "thaler"}, {"typed": "۱۲"}):
        money.restore(contents)
        assert money.value() == 120
    money.restore({"typed": "12x", "unit": "rial"})
    assert money.text() == "12x"
    money.restore({"unit": "rial"})
    assert money.text() == "12x"
    money.restore("")
    assert money.snapshot() == ""
