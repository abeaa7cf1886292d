"""The only place that computes what a purchase costs."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.money import LIMIT
from ecrm_desktop.values.quantity import ONE


def line_total(quantity: int, unit_price: int, discount: int = 0) -> int:
    """Return what a line costs in minor units; half a unit rounds up, before the discount.

    `quantity` in thousandths, the others in minor units, none negative. Raises InvalidInput
    NUMBER_TOO_LARGE, DISCOUNT_TOO_LARGE.
    """
    return _less_discount((quantity * unit_price + ONE // 2) // ONE, discount)


def purchase_total(
    line_totals: Iterable[int], discount: int = 0, shipping: int = 0, tax: int = 0
) -> int:
    """Return what the customer pays: lines − discount + shipping + tax, all in minor units.

    Raises InvalidInput DISCOUNT_TOO_LARGE if the discount exceeds the lines, NUMBER_TOO_LARGE.
    """
    return _within_limit(_less_discount(sum(line_totals), discount) + shipping + tax)


def paid_shares(line_totals: Sequence[int], discount: int = 0, tax: int = 0) -> list[int]:
    """Return what of the purchase's price, without shipping, falls on each line.

    The purchase's discount and tax are spread in proportion, and the shares add up exactly. Lines
    that cost nothing share equally.
    """
    paid = sum(line_totals) - discount + tax
    weights = line_totals if any(line_totals) else [1] * len(line_totals)
    whole = sum(weights)
    return [
        line_share(paid, through, weight, whole)
        for through, weight in zip(accumulate(weights), weights, strict=True)
    ]


def line_share(paid: int, through: int, weight: int, whole: int) -> int:
    """Return the share of the line that brings the running sum of weights up to `through`.

    It is the difference of two rounded running sums, so shares add up to `paid` exactly. Known to
    SQL as `ecrm_line_share`, whose own whole numbers are too small for the products.
    """
    before = through - weight
    return (paid * through + whole // 2) // whole - (paid * before + whole // 2) // whole


def refund(share: int, quantity: int, returned: int, returning: int) -> int:
    """Return what `returning` of a line is worth, of which `returned` came back before.

    `share` is the line's of `paid_shares`, quantities in thousandths. However many times a line
    comes back in parts, all of it is worth exactly its share.
    """
    return share * (returned + returning) // quantity - share * returned // quantity


def _less_discount(amount: int, discount: int) -> int:
    if discount > amount:
        raise InvalidInput(Problem.DISCOUNT_TOO_LARGE)
    return _within_limit(amount) - discount


def _within_limit(amount: int) -> int:
    if amount > LIMIT:
        raise InvalidInput(Problem.NUMBER_TOO_LARGE)
    return amount
