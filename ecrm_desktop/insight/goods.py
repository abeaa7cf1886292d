"""What was sold of each product in each Jalali month."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from ecrm_desktop.analysis.arrays import Ints
from ecrm_desktop.insight.months import first_day, last_day, month_number
from ecrm_desktop.queries.goods_sold import product_groups, sales_of_months
from ecrm_desktop.storage.database import Session

_MOST_MONTHS = 120


@dataclass(frozen=True, slots=True)
class Goods:
    """Sales of products in the months from the number `first` on.

    `products`, `brand` and `category` have one entry a product, in the order of their numbers;
    `quantity` (thousandths) and `money` a row each and a column a month.
    """

    first: int
    products: Ints
    brand: Ints
    category: Ints
    quantity: Ints
    money: Ints

    @property
    def months(self) -> int:
        """How many there are, the present one included."""
        return int(self.money.shape[1])


def read_goods(session: Session, earliest: int, until: date) -> Goods:
    """Return the goods from the day `earliest` (an ordinal), ten years at most, to `until`."""
    last = month_number(until)
    first = min(max(month_number(date.fromordinal(earliest)), last - _MOST_MONTHS + 1), last)
    groups = np.array(sorted(product_groups(session)), np.int64).reshape(-1, 3)
    products = groups[:, 0]
    quantity, money = (np.zeros((len(products), last - first + 1), np.int64) for _ in range(2))
    days = [
        (first_day(month).toordinal(), min(last_day(month), until).toordinal())
        for month in range(first, last + 1)
    ]
    for rows in sales_of_months(session, days):
        table = np.array(rows, np.int64)
        place = np.searchsorted(products, table[:, 0])
        quantity[place, table[:, 1]] = table[:, 2]
        money[place, table[:, 1]] = table[:, 3]
    return Goods(first, products, groups[:, 1], groups[:, 2], quantity, money)
