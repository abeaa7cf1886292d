"""What high and low value, channels, referrers and seasons show, in whole sentences."""

from typing import Final

from ecrm_desktop.i18n import translate
from ecrm_desktop.insight.compared import ChannelWorth, HighAndLow, Referrers
from ecrm_desktop.insight.seasons import SeasonSales
from ecrm_desktop.text.labels import label
from ecrm_desktop.text.rough_money import rough_money
from ecrm_desktop.values.display import Display

_TOLD: Final = 1.25
_FEW: Final = 10


def compared_sentences(found: HighAndLow | None, display: Display) -> list[str]:
    """Return in what the best customers differ from the others; only where it is much."""
    if found is None:
        return [translate("Insight", "No customer has brought any money yet.")]
    high, low = found.high, found.low
    if low is None or min(high.people, low.people) < _FEW:
        return [
            translate(
                "Insight", "There are too few customers to tell the best ones from the others."
            )
        ]
    said = [
        translate(
            "Insight",
            "The best ones came {visits} times, the others {others} times.",
            visits=_one(high.visits, display),
            others=_one(low.visits, display),
        ),
        translate(
            "Insight",
            "Each time the best ones spend {spend}, the others {others}.",
            spend=rough_money(high.spend, display),
            others=rough_money(low.spend, display),
        ),
    ]
    if high.gap and low.gap and _differ(high.gap, low.gap):
        said.append(
            translate(
                "Insight",
                "The best ones come every {days} days, the others every {others} days.",
                days=display.number(round(high.gap)),
                others=display.number(round(low.gap)),
            )
        )
    if _differ(high.by_referral, low.by_referral):
        said.append(
            translate(
                "Insight",
                "{share} of the best ones were brought by somebody, of the others {others}.",
                share=display.percent(round(high.by_referral, 2)),
                others=display.percent(round(low.by_referral, 2)),
            )
        )
    if _differ(high.discounted, low.discounted):
        said.append(
            translate(
                "Insight",
                "{share} of the purchases of the best ones had a discount, of the others {others}.",
                share=display.percent(round(high.discounted, 2)),
                others=display.percent(round(low.discounted, 2)),
            )
        )
    if high.brands:
        said.append(
            translate(
                "Insight",
                "The brand that most of the best ones like best is {brand} ({share}).",
                brand=high.brands[0].brand,
                share=display.percent(round(high.brands[0].share, 2)),
            )
        )
    return said


def channel_sentences(found: tuple[ChannelWorth, ...], display: Display) -> list[str]:
    """Return which way of coming brought the best customers."""
    known = [one for one in found if one.channel is not None and one.people >= _FEW]
    if not known:
        return [translate("Insight", "Of too few customers it is known how they came to the shop.")]
    best = known[0]
    said = [
        translate(
            "Insight",
            "Customers who came by {channel} brought the most: {money} each on average.",
            channel=label(best.channel) if best.channel else "",
            money=rough_money(best.per_person, display),
        )
    ]
    if len(known) > 1 and (least := known[-1]).channel:
        said.append(
            translate(
                "Insight",
                "Those who came by {channel} brought the least: {money} each.",
                channel=label(least.channel),
                money=rough_money(least.per_person, display),
            )
        )
    return said


def referrer_sentences(found: Referrers, display: Display) -> list[str]:
    """Return what those are worth who bring others."""
    if not found.people:
        return [translate("Insight", "Nobody has brought another customer who bought yet.")]
    return [
        translate(
            "Insight",
            "{people} customers brought {buyers} others who bought for {money}.",
            people=display.number(found.people),
            buyers=display.number(found.buyers),
            money=display.money_with_unit(found.money),
        )
    ]


def season_sentences(found: tuple[SeasonSales, ...], display: Display) -> list[str]:
    """Return how the last whole season was beside the same one a year before, in both moneys."""
    whole = [one for one in found if one.is_finished]
    if not whole:
        return [translate("Insight", "No season is over yet since the first purchase.")]
    last = whole[-1]
    before = next(
        (one for one in whole if (one.year, one.season) == (last.year - 1, last.season)), None
    )
    if before is None or before.money <= 0 or before.real_money <= 0:
        return [
            translate("Insight", "A season can be compared from its second year on, not before.")
        ]
    return [
        translate(
            "Insight",
            "The last whole season brought {share} of what it had brought the year before; without "
            "the rise of the shop's own prices it is {real}.",
            share=display.percent(round(last.money / before.money, 2)),
            real=display.percent(round(last.real_money / before.real_money, 2)),
        )
    ]


def _differ(one: float, other: float) -> bool:
    less, more = sorted((one, other))
    return more > 0 and (less <= 0 or more / less >= _TOLD)


def _one(value: float, display: Display) -> str:
    return display.number(round(value, 1))
