"""What goods show, in whole sentences that say how sure they are."""

from typing import Final

from ecrm_desktop.i18n import translate
from ecrm_desktop.insight.products import (
    Baskets,
    BoughtTogether,
    Discounts,
    Mover,
    Movers,
    PriceAndQuantity,
    PriceEffects,
)
from ecrm_desktop.values.display import Display

_DEARER: Final = 1.1
_HUNDRED: Final = 100


def basket_sentences(found: Baskets, display: Display) -> list[str]:
    """Return whether anything is bought together."""
    if not found.purchases:
        return [translate("Insight", "No products were sold to customers with a name in a year.")]
    if not found.pairs:
        return [
            translate(
                "Insight",
                "In {purchases} purchases no two products were bought together more often than "
                "by chance.",
                purchases=display.number(found.purchases),
            )
        ]
    return [pair_sentence(found.pairs[0], display)]


def pair_sentence(pair: BoughtTogether, display: Display) -> str:
    """Return how often two products are bought together."""
    return translate(
        "Insight",
        "“{first}” and “{second}” were bought together {together} times; by chance it would have "
        "been {chance} times.",
        first=pair.first,
        second=pair.second,
        together=display.number(pair.together),
        chance=display.number(round(pair.by_chance, 1)),
    )


def price_sentences(found: PriceEffects, display: Display) -> list[str]:
    """Return of how many products the data show what a price does."""
    if not found.moved:
        return [
            translate(
                "Insight",
                "No product was sold in enough months at prices that moved, so nothing can be said "
                "of what a price does.",
            )
        ]
    if not found.shown:
        return [
            translate(
                "Insight",
                "The price of {moved} products moved enough, but of none of them the sales show "
                "what it did.",
                moved=display.number(found.moved),
            )
        ]
    return [
        translate(
            "Insight",
            "The price of {moved} products moved enough; of {sure} of them the sales show what it "
            "did.",
            moved=display.number(found.moved),
            sure=display.number(found.shown),
        )
    ]


def price_sentence(one: PriceAndQuantity, display: Display) -> str:
    """Return what ten percent more did to the quantity of a product."""
    changes = sorted(abs(_DEARER**edge - 1) * _HUNDRED for edge in (one.low, one.high))
    told = {
        "name": one.name,
        "low": display.number(round(changes[0])),
        "high": display.number(round(changes[1])),
    }
    if one.elasticity < 0:
        return translate(
            "Insight",
            "“{name}”: when it was 10 percent dearer than other goods, {low} to {high} percent "
            "less was sold.",
            **told,
        )
    return translate(
        "Insight",
        "“{name}”: when it was 10 percent dearer than other goods, {low} to {high} percent more "
        "was sold.",
        **told,
    )


def mover_sentences(found: Movers, display: Display) -> list[str]:
    """Return how many products sell better, worse, and not any more."""
    if not found.products:
        return [translate("Insight", "No products have been sold yet.")]
    told = {
        "rising": display.number(found.rising_count),
        "falling": display.number(found.falling_count),
        "quiet": display.number(found.quiet_count),
    }
    if found.is_last_year:
        return [
            translate(
                "Insight",
                "In the last 90 days {rising} products sold clearly better and {falling} clearly "
                "worse than in the same days last year; {quiet} have not been sold for long.",
                **told,
            )
        ]
    return [
        translate(
            "Insight",
            "In the last 90 days {rising} products sold clearly better and {falling} clearly worse "
            "than in the 90 days before; {quiet} have not been sold for long.",
            **told,
        )
    ]


def quiet_sentence(one: Mover, display: Display) -> str:
    """Return for how long a product has not been sold."""
    return translate(
        "Insight",
        "“{name}” was last sold {days} days ago.",
        name=one.name,
        days=display.number(one.silence or 0),
    )


def discount_sentences(found: Discounts, display: Display) -> list[str]:
    """Return what discounts cost and brought, and how sure that is."""
    if not found.discounted:
        return [translate("Insight", "No customer was given a discount in the last year.")]
    said = [
        translate(
            "Insight",
            "In the last year {share} of the purchases had a discount; {given} was let off.",
            share=display.percent(round(found.discounted / found.purchases, 2)),
            given=display.money_with_unit(found.given),
        )
    ]
    if found.size is None and found.coming_back is None:
        return [
            *said,
            translate("Insight", "There is too little to tell what the discounts brought."),
        ]
    if found.size is not None:
        said.append(_size(found, display))
    if found.coming_back is not None:
        said.append(_coming_back(found, display))
    return said


def _size(found: Discounts, display: Display) -> str:
    size = found.size
    if size is None or not size.is_sure:
        return translate(
            "Insight",
            "Whether the same people buy for more or less with a discount cannot be told from "
            "chance.",
        )
    told = {
        "people": display.number(found.people),
        "low": display.percent(round(min(abs(size.low), abs(size.high)), 2)),
        "high": display.percent(round(max(abs(size.low), abs(size.high)), 2)),
    }
    if size.value > 0:
        return translate(
            "Insight",
            "The same {people} people bought for {low} to {high} more when they had a discount.",
            **told,
        )
    return translate(
        "Insight",
        "The same {people} people paid {low} to {high} less when they had a discount.",
        **told,
    )


def _coming_back(found: Discounts, display: Display) -> str:
    back = found.coming_back
    if back is None or not back.is_sure:
        return translate(
            "Insight",
            "Whether more people come again whose first purchase had a discount cannot be told "
            "from chance.",
        )
    told = {
        "low": display.number(round(min(abs(back.low), abs(back.high)) * 100)),
        "high": display.number(round(max(abs(back.low), abs(back.high)) * 100)),
    }
    if back.value > 0:
        return translate(
            "Insight",
            "Of 100 people whose first purchase had a discount, {low} to {high} more came again "
            "within half a year than of others.",
            **told,
        )
    return translate(
        "Insight",
        "Of 100 people whose first purchase had a discount, {low} to {high} fewer came again "
        "within half a year than of others.",
        **told,
    )
