"""What is expected of one customer, in words: for a card, without loading any model."""

from datetime import date
from typing import Final

from ecrm_desktop.i18n import translate
from ecrm_desktop.text.rough_money import rough_money
from ecrm_desktop.values.display import Display

_HARDLY: Final = 0.2
_ONCE: Final = 1.5


def rhythm_sentence(
    gap: int | None, last_purchase_on: date | None, today: date, display: Display
) -> str:
    """Return how often somebody used to come, and for how long they have not."""
    if last_purchase_on is None:
        return translate("Insight", "Has not bought anything yet.")
    days = max((today - last_purchase_on).days, 0)
    if gap is None:
        return translate("Insight", "Has not come for {days} days.", days=display.number(days))
    return translate(
        "Insight",
        "Used to buy every {gap} days; has not come for {days} days.",
        gap=display.number(gap),
        days=display.number(days),
    )


def outlook_sentence(purchases: float, low: int, high: int, display: Display) -> str:
    """Return what is expected of the next year, `low` to `high` being minor units, as a range."""
    if purchases < _HARDLY or high <= 0:
        return translate("Insight", "Will probably not buy in the next year.")
    most = rough_money(high, display)
    if low <= 0:
        return translate(
            "Insight", "In the next year perhaps nothing, at most about {most}.", most=most
        )
    least = rough_money(low, display)
    if purchases < _ONCE:
        return translate(
            "Insight",
            "In the next year about one purchase, most likely for {least} to {most}.",
            least=least,
            most=most,
        )
    return translate(
        "Insight",
        "In the next year about {times} purchases, most likely for {least} to {most} in all.",
        times=display.number(round(purchases)),
        least=least,
        most=most,
    )
