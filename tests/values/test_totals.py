from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.money import LIMIT
from ecrm_desktop.values.quantity import QUANTITY_LIMIT
from ecrm_desktop.values.totals import line_total, paid_shares, purchase_total, refund

AMOUNTS = st.integers(0, 10**12)


def test_half_a_unit_rounds_up_before_the_discount() -> None:
    assert line_total(1500, 3) == 5
    assert line_total(500, 1) == 1
    assert line_total(499, 1) == 0
    assert line_total(2000, 100, 30) == 170


@given(st.integers(1, 10**6), st.integers(0, 10**9))
def test_a_line_is_never_more_than_half_a_unit_off(quantity: int, unit_price: int) -> None:
    off = line_total(quantity, unit_price) - Fraction(quantity * unit_price, 1000)
    assert Fraction(-1, 2) < off <= Fraction(1, 2)


@given(st.lists(st.integers(0, 10**9), max_size=20), st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_purchase_adds_up(lines: list[int], shipping: int, tax: int) -> None:
    assert purchase_total(lines, 0, shipping, tax) == sum(lines) + shipping + tax
    assert purchase_total(lines, sum(lines), shipping, tax) == shipping + tax


def test_a_discount_takes_no_more_than_there_is() -> None:
    assert line_total(1000, 100, 100) == 0
    with pytest.raises(InvalidInput) as caught:
        line_total(1000, 100, 101)
    assert caught.value.problem == Problem.DISCOUNT_TOO_LARGE
    with pytest.raises(InvalidInput) as caught:
        purchase_total([50, 49], 100)
    assert caught.value.problem == Problem.DISCOUNT_TOO_LARGE


@pytest.mark.parametrize(
    ("lines", "discount", "shipping", "tax"),
    [([LIMIT, 1], 0, 0, 0), ([LIMIT], 0, 1, 0), ([LIMIT], 0, 0, 1), ([LIMIT, LIMIT], LIMIT, 0, 0)],
)
def test_sums_stay_within_the_limit(
    lines: list[int], discount: int, shipping: int, tax: int
) -> None:
    with pytest.raises(InvalidInput) as caught:
        purchase_total(lines, discount, shipping, tax)
    assert caught.value.problem == Problem.NUMBER_TOO_LARGE


def test_a_line_stays_within_the_limit() -> None:
    with pytest.raises(InvalidInput) as caught:
        line_total(QUANTITY_LIMIT, LIMIT)
    assert caught.value.problem == Problem.NUMBER_TOO_LARGE


@given(
    st.lists(AMOUNTS, min_size=1, max_size=12),
    st.fractions(0, 1),
    AMOUNTS,
)
def test_shares_of_discount_and_tax_add_up_to_what_was_paid(
    lines: list[int], part: float, tax: int
) -> None:
    discount = int(sum(lines) * part)
    shares = paid_shares(lines, discount, tax)
    assert sum(shares) == purchase_total(lines, discount, 0, tax)
    assert all(share >= 0 for share in shares)


@given(AMOUNTS, st.lists(st.integers(1, 5000), min_size=1, max_size=8))
def test_a_line_that_comes_back_in_parts_is_worth_its_share(share: int, parts: list[int]) -> None:
    quantity, back, refunded = sum(parts), 0, 0
    for part in parts:
        refunded += refund(share, quantity, back, part)
        back += part
        assert refunded <= share
    assert refunded == share
