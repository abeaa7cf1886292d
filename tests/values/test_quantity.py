from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.quantity import QUANTITY_LIMIT, parse_quantity


@pytest.mark.parametrize(
    ("typed", "thousandths"),
    [
        ("1", 1000),
        ("۲", 2000),
        ("٣", 3000),
        ("1.5", 1500),
        ("۰٫۷۵۰", 750),
        (".25", 250),
        ("1,250", 1_250_000),
        ("1 250٫125", 1_250_125),
        ("0.001", 1),
        ("2.5000", 2500),
        ("007", 7000),
    ],
)
def test_pieces_and_weights(typed: str, thousandths: int) -> None:
    assert parse_quantity(typed) == thousandths


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", Problem.TEXT_EMPTY),
        (" \u200f", Problem.TEXT_EMPTY),
        ("0", Problem.QUANTITY_ZERO),
        ("۰٫۰", Problem.QUANTITY_ZERO),
        ("-1", Problem.NUMBER_NEGATIVE),
        ("−۲", Problem.NUMBER_NEGATIVE),
        ("3-", Problem.NUMBER_NEGATIVE),
        ("1.2345", Problem.NUMBER_DECIMALS),
        ("1,5", Problem.NUMBER_WRONG),
        ("1/5", Problem.NUMBER_WRONG),
        ("12,34", Problem.NUMBER_WRONG),
        ("1,250 000", Problem.NUMBER_WRONG),
        ("1.250.000", Problem.NUMBER_WRONG),
        ("1-2", Problem.NUMBER_WRONG),
        ("5.", Problem.NUMBER_WRONG),
        ("دو", Problem.NUMBER_WRONG),
        ("1e3", Problem.NUMBER_WRONG),
        ("nan", Problem.NUMBER_WRONG),
        ("+", Problem.NUMBER_WRONG),
        ("½", Problem.NUMBER_WRONG),
        ("10000000.001", Problem.NUMBER_TOO_LARGE),
        ("9" * 10_000, Problem.NUMBER_TOO_LARGE),
    ],
)
def test_nothing_is_guessed(typed: str, problem: Problem) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_quantity(typed)
    assert caught.value.problem is problem


def test_the_sentence_gets_the_limit_in_pieces() -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_quantity("1000000000")
    assert caught.value.details == {"limit": QUANTITY_LIMIT // 1000}


@given(st.text())
def test_any_text_is_a_quantity_or_a_known_problem(text: str) -> None:
    with suppress(InvalidInput):
        assert 0 < parse_quantity(text) <= QUANTITY_LIMIT
