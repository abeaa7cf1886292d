"""High and low value compared, and what a channel and a referrer are worth."""

from dataclasses import dataclass
from uuid import UUID

from ecrm_desktop.insight.reading import Reading
from ecrm_desktop.insight.standing import concentration
from ecrm_desktop.queries.customer_groups import (
    GroupSums,
    acquisitions,
    all_referrers,
    channel_sums,
    favourite_brands,
    high_and_low_sums,
    referrer_sums,
)
from ecrm_desktop.queries.goods_sold import brand_names
from ecrm_desktop.values.figure_numbers import choice_of
from ecrm_desktop.values.statuses import AcquisitionChannel

_BRANDS = 5
_REFERRERS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandShare:
    """A brand that is the favourite of `people` of a group, a `share` of those who have one."""

    brand: str
    people: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelShare:
    """An acquisition channel by which a `share` of a group came; None where nobody knows."""

    channel: AcquisitionChannel | None
    people: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOfValue:
    """What a group of buyers is like on average; money in minor units.

    `gap` is the mean of days between visits of those who came again, None if nobody did.
    `discounted` is the part of their purchases with a discount, `loyalty` the part of their money
    that goes to their own favourite brand, `by_referral` the part of them whom somebody brought,
    `referred` how many buyers each of them brought.
    """

    people: int
    total: int
    visits: float
    gap: float | None
    spend: float
    discounted: float
    loyalty: float
    by_referral: float
    referred: float
    returns: float
    brands: tuple[BrandShare, ...]
    channels: tuple[ChannelShare, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HighAndLow:
    """The fewest who make 80 % of the money, each with `least` or more, beside all other buyers.

    As the figures are today. `low` is None where there are no others.
    """

    least: int
    high: GroupOfValue
    low: GroupOfValue | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelWorth:
    """What customers of an acquisition channel brought, in minor units; None: nobody knows which.

    `per_person` is what each of `people`, buyers or not, brought; `expected` is what all of them
    will bring in the next year, as they were last scored.
    """

    channel: AcquisitionChannel | None
    people: int
    buyers: int
    came_again: int
    total: int
    per_person: float
    expected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferrerWorth:
    """A customer who brought `buyers` who spent `money`; they themselves spent `own_money`."""

    customer_id: UUID
    buyers: int
    money: int
    own_money: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Referrers:
    """All `people` who brought buyers, and `best` of them by what these spent."""

    people: int
    buyers: int
    money: int
    best: tuple[ReferrerWorth, ...]


def high_and_low(reading: Reading) -> HighAndLow | None:
    """Return the two groups compared; None if nobody brought any money."""
    found = concentration(reading)
    if found is None:
        return None
    session, least = reading.session, found.fewest_from
    sums = high_and_low_sums(session, least)
    if True not in sums:
        return None
    names = brand_names(session)
    brands = favourite_brands(session, least)
    channels = acquisitions(session, least)

    def group(one: GroupSums, *, is_high: bool) -> GroupOfValue:
        liked = sorted(
            (
                (count, names[brand])
                for high, brand, count, _ in brands
                if high is is_high and brand in names
            ),
            reverse=True,
        )
        came = [(count, channel) for high, channel, count in channels if high is is_high]
        return _group(one, liked, sorted(came, reverse=True))

    return HighAndLow(
        least=least,
        high=group(sums[True], is_high=True),
        low=group(sums[False], is_high=False) if False in sums else None,
    )


def _group(
    sums: GroupSums, liked: list[tuple[int, str]], came: list[tuple[int, int]]
) -> GroupOfValue:
    have_one = sum(count for count, _ in liked)
    return GroupOfValue(
        people=sums.people,
        total=sums.total,
        visits=sums.visits / sums.people,
        gap=sums.span / sums.steps if sums.steps else None,
        spend=sums.total / max(sums.visits, 1),
        discounted=sums.discounted / max(sums.purchases, 1),
        loyalty=max(sums.top_brand_money, 0) / sums.lines_money if sums.lines_money > 0 else 0.0,
        by_referral=sums.came_by_referral / sums.people,
        referred=sums.referred_buyers / sums.people,
        returns=sums.returns / max(sums.purchases, 1),
        brands=tuple(
            BrandShare(brand=name, people=count, share=count / have_one)
            for count, name in liked[:_BRANDS]
        ),
        channels=tuple(
            ChannelShare(
                channel=choice_of(AcquisitionChannel, channel),
                people=count,
                share=count / sums.people,
            )
            for count, channel in came
        ),
    )


def channel_worth(reading: Reading) -> tuple[ChannelWorth, ...]:
    """Return what each channel brought, as the figures are today, the best per person first."""
    found = [
        ChannelWorth(
            channel=choice_of(AcquisitionChannel, one.channel),
            people=one.people,
            buyers=one.buyers,
            came_again=one.came_again,
            total=one.total,
            per_person=one.total / one.people,
            expected=one.expected,
        )
        for one in channel_sums(reading.session)
    ]
    return tuple(sorted(found, key=lambda one: -one.per_person))


def referrers(reading: Reading) -> Referrers:
    """Return who brought customers who bought, as the figures are today."""
    people, buyers, money = all_referrers(reading.session)
    return Referrers(
        people=people,
        buyers=buyers,
        money=money,
        best=tuple(
            ReferrerWorth(
                customer_id=one.customer_id,
                buyers=one.buyers,
                money=one.money,
                own_money=one.own_money,
            )
            for one in referrer_sums(reading.session, _REFERRERS)
        ),
    )
