from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.money import LIMIT
from ecrm_desktop.values.quantity import QUANTITY_LIMIT
from ecrm_desktop.values.totals import line_total, purchase_total

amounts = st.integers(0, 10**9)


@pytest.mark.parametrize(
    ("quantity", "unit_price", "discount", "total"),
    [
        (1000, 250_000, 0, 250_000),
        (3000, 250_000, 50_000, 700_000),
        (1500, 333, 0, 500),  # 499.5
        (500, 1, 0, 1),  # 0.5
        (499, 1, 0, 0),
        (250, 10_001, 0, 2500),  # 2500.25
        (2000, 1466, 0, 2932),
        (1000, 100, 100, 0),
        (1000, 0, 0, 0),
    ],
)
def test_a_line_rounds_half_a_unit_up_before_its_discount(
    quantity: int, unit_price: int, discount: int, total: int
) -> None:
    assert line_total(quantity, unit_price, discount) == total


@given(st.integers(1, 10**6), amounts)
def test_a_line_is_never_more_than_half_a_unit_off(quantity: int, unit_price: int) -> None:
    exact = Fraction(quantity * unit_price, 1000)
    assert Fraction(-1, 2) < line_total(quantity, unit_price) - exact <= Fraction(1, 2)


def test_a_purchase_is_lines_less_discount_plus_the_rest() -> None:
    assert purchase_total([500_000, 250_000], discount=50_000, shipping=30_000, tax=70_000) == (
        800_000
    )
    assert purchase_total([]) == 0


@given(st.lists(amounts), amounts, amounts)
def test_a_purchase_adds_up(lines: list[int], shipping: int, tax: int) -> None:
    assert purchase_total(lines, 0, shipping, tax) - shipping - tax == sum(lines)
    assert purchase_total(lines, sum(lines), shipping, tax) == shipping + tax


def test_a_discount_above_the_price_is_refused() -> None:
    for attempt in (
        lambda: line_total(1000, 100, 101),
        lambda: purchase_total([100, 100], 201, shipping=50),
    ):
        with pytest.raises(InvalidInput) as caught:
            attempt()
        assert caught.value.problem is Problem.DISCOUNT_TOO_LARGE


def test_what_the_database_could_not_add_up_is_refused() -> None:
    for attempt in (
        lambda: line_total(QUANTITY_LIMIT, LIMIT),
        lambda: line_total(1000, LIMIT + 1, 1),
        lambda: purchase_total([LIMIT, 1]),
        lambda: purchase_total([LIMIT], tax=1),
    ):
        with pytest.raises(InvalidInput) as caught:
            attempt()
        assert caught.value.problem is Problem.NUMBER_TOO_LARGE
    assert purchase_total([LIMIT]) == LIMIT
