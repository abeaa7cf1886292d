"""The shop's own price index is what prices did, whatever was sold of what."""

import numpy as np
import pytest

from ecrm_desktop.analysis.price_index import chain_prices


def test_prices_that_all_double_double_the_index() -> None:
    month = np.array([0, 0, 1, 1, 1])
    product = np.array([7, 9, 7, 9, 11])
    quantity = np.array([1_000, 5_000, 9_000, 1_000, 1_000])
    price = np.array([10, 3, 20, 6, 500])
    found = chain_prices(month, product, quantity, quantity * price, 2)
    assert found.level == pytest.approx([1, 2])
    assert found.matched.tolist() == [0, 2]


def test_weights_are_the_mean_shares_of_both_months() -> None:
    # Törnqvist by hand: shares (.5, .5) and (2/3, 1/3); relatives 2 and 1.
    found = chain_prices(
        np.array([0, 0, 1, 1]),
        np.array([1, 2, 1, 2]),
        np.array([10, 10, 10, 10]),
        np.array([100, 100, 200, 100]),
        2,
    )
    assert found.level[1] == pytest.approx(2 ** ((1 / 2 + 2 / 3) / 2))


def test_months_without_sales_go_on_and_the_chain_is_not_broken() -> None:
    found = chain_prices(
        np.array([0, 3, 4, 4]),
        np.array([1, 1, 2, 1]),
        np.array([1, 1, 1, 0]),
        np.array([100, 150, 70, 70]),
        6,
    )
    assert found.level == pytest.approx([1, 1, 1, 1.5, 1.5, 1.5])
    assert found.matched.tolist() == [0, 0, 0, 1, 0, 0]
    nothing = np.zeros(0, np.int64)
    assert chain_prices(nothing, nothing, nothing, nothing, 3).level.tolist() == [1, 1, 1]
