"""Random rules of segments, every kind of condition among them, from a few words of a shop."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Final
from uuid import UUID

from ecrm_desktop.values.segment_rule import (
    MONEY_FIELDS,
    PERCENT_FIELDS,
    Ago,
    All,
    Any,
    Best,
    BestBy,
    Bought,
    FieldIs,
    Filled,
    Found,
    Goods,
    InMonth,
    InSegment,
    Leaf,
    Measure,
    Not,
    NumberRange,
    OneOf,
    OwnFieldIs,
    Range,
    Rule,
    RuleField,
    Tagged,
    Test,
    Upcoming,
    Within,
    allowed_tests,
)
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    CustomerKind,
    Gender,
    IncomeBand,
    PurchaseChannel,
)
from ecrm_desktop.values.time_windows import (
    Between,
    Current,
    Ever,
    Last,
    Named,
    Previous,
    Season,
    Span,
    TimeUnit,
    Window,
)

CHOICES: Final[dict[RuleField, tuple[str, ...]]] = {
    RuleField.KIND: tuple(CustomerKind),
    RuleField.GENDER: tuple(Gender),
    RuleField.INCOME: tuple(IncomeBand),
    RuleField.ACQUISITION: tuple(AcquisitionChannel),
    RuleField.PREFERRED_CHANNEL: tuple(Channel),
    RuleField.SMS_CONSENT: ("granted", "refused"),
    RuleField.EMAIL_CONSENT: ("granted", "refused"),
    RuleField.CALL_CONSENT: ("granted", "refused"),
}


@dataclass(frozen=True)
class Words:
    """What rules are about: the words of one shop."""

    today: date
    provinces: tuple[str, ...] = ("تهران", "فارس")
    cities: tuple[str, ...] = ("تهران", "شیراز", "ری")
    brands: tuple[str, ...] = ("آدیداس", "نایک")
    categories: tuple[str, ...] = ("کفش", "کلاه")
    cells: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    tags: tuple[str, ...] = ("vip", "عمده")
    texts: tuple[str, ...] = ("مریم", "09", "احمدی")
    products: tuple[UUID, ...] = (UUID(int=1), UUID(int=2))
    text_fields: tuple[UUID, ...] = (UUID(int=3),)
    number_fields: tuple[UUID, ...] = (UUID(int=4),)
    date_fields: tuple[UUID, ...] = (UUID(int=5),)
    segments: tuple[UUID, ...] = (UUID(int=6), UUID(int=7))
    most_money: int = 1_000


class RuleMaker:
    """Makes rules from a seed."""

    def __init__(self, random: Random, words: Words) -> None:
        self._random = random
        self._words = words

    def rule(self, depth: int = 3) -> Rule:
        """Return a tree of at most so many levels."""
        kind = self._random.random()
        if depth <= 1 or kind < 0.4:
            return self.leaf()
        if kind < 0.5:
            return Not(self.rule(depth - 1))
        parts = tuple(self.rule(depth - 1) for _ in range(self._random.randint(2, 3)))
        return All(parts) if kind < 0.8 else Any(parts)

    def leaf(self) -> Leaf:
        """Return one condition."""
        kind = self._random.randrange(5)
        return self._field() if kind < 2 else self._bought() if kind < 4 else self._rest()

    def leaf_without_segments(self) -> Leaf:
        """Return one condition on the customer or on what they bought."""
        return self._random.choice((self._field, self._bought))()

    def field(self, field: RuleField, kind: type[Test]) -> FieldIs:
        """Return a field with one kind of test."""
        return FieldIs(field, self._test(field, kind))

    def bought(self, measure: Measure, *, window: Window | None = None) -> Bought:
        """Return a condition on what was bought."""
        pick, words = self._random.choice, self._words

        def maybe() -> bool:
            return self._random.random() < 0.5

        is_share = measure in {Measure.SHARE, Measure.COUNT_SHARE}
        kinds = ["lines", "channel", "discount", "season", "mixed"] + ["all"] * 3 * (not is_share)
        kind = pick(kinds)
        goods = Goods(
            products=self._some(words.products) if kind in {"lines", "mixed"} else (),
            channels=self._some(tuple(PurchaseChannel)[:3])
            if kind == "channel" or (kind == "mixed" and maybe())
            else (),
            discounted=kind == "discount" or (kind == "mixed" and maybe()),
            season=pick(tuple(Season))
            if kind == "season" or (kind == "mixed" and maybe())
            else None,
        )
        if goods.products and self._random.random() < 0.6:
            goods = Goods(
                brands=self._some(words.brands) if maybe() else (),
                categories=self._some(words.categories),
                channels=goods.channels,
                discounted=goods.discounted,
                season=goods.season,
            )
        return Bought(measure, self._measured(measure), goods, window or self.window())

    def window(self) -> Window:
        """Return a window of any kind."""
        pick = self._random.choice
        days = sorted(self._day() for _ in range(2))
        return pick(
            (
                Ever(),
                Ever(),
                Last(self._random.randint(1, 24), pick(tuple(TimeUnit))),
                Last(self._random.randint(100, 900), TimeUnit.DAYS),
                Current(pick(tuple(Span))),
                Previous(pick(tuple(Span))),
                Named(pick(tuple(Season)), before=pick((True, False))),
                Between(days[0], days[1]),
                Between(days[0], None),
                Between(None, days[1]),
            )
        )

    def _field(self) -> FieldIs:
        fields = [
            one
            for one in RuleField
            if one not in {RuleField.RFM_CELL, RuleField.STATE}
            or (self._words.cells if one is RuleField.RFM_CELL else self._words.states)
        ]
        field = self._random.choice(fields)
        return self.field(field, self._random.choice(allowed_tests(field)))

    def _bought(self) -> Bought:
        return self.bought(self._random.choice(tuple(Measure)))

    def _rest(self) -> Leaf:
        pick, words = self._random.choice, self._words
        return pick(
            (
                Tagged(pick((None, *words.tags))),
                OwnFieldIs(pick(words.text_fields), OneOf(self._some(("الف", "ب", "پ")))),
                OwnFieldIs(pick(words.number_fields), self._decimals()),
                OwnFieldIs(pick(words.date_fields), Within(self.window())),
                OwnFieldIs(pick(words.number_fields), Filled()),
                InSegment(pick(words.segments)),
                Found(pick(words.texts)),
                Best(pick(tuple(BestBy)), pick((10, 20, 50, 80, 100))),
            )
        )

    def _test(self, field: RuleField, kind: type[Test]) -> Test:
        if kind is OneOf:
            return OneOf(self._some(self._values(field)))
        if kind is Range:
            return self._number(field)
        if kind is Ago:
            return Ago(self._range(0, 500))
        if kind is Within:
            return Within(self.window())
        if kind is Upcoming:
            return Upcoming(self._random.choice((0, 7, 30, 90, 366)))
        return InMonth(self._random.randint(1, 12)) if kind is InMonth else Filled()

    def _values(self, field: RuleField) -> tuple[str, ...]:
        words = {
            RuleField.PROVINCE: self._words.provinces,
            RuleField.CITY: self._words.cities,
            RuleField.FAVORITE_BRAND: self._words.brands,
            RuleField.RFM_CELL: self._words.cells,
            RuleField.STATE: self._words.states,
        }
        return tuple(str(one) for one in words.get(field) or CHOICES[field])

    def _number(self, field: RuleField) -> Range:
        if field in MONEY_FIELDS:
            return self._range(0, self._words.most_money)
        if field in PERCENT_FIELDS:
            return self._range(0, 100)
        return self._range(15, 70) if field is RuleField.AGE else self._range(0, 5)

    def _measured(self, measure: Measure) -> Range:
        match measure:
            case Measure.SUM:
                return self._range(0, self._words.most_money)
            case Measure.SHARE | Measure.COUNT_SHARE:
                return self._range(0, 100)
            case Measure.RECENCY:
                return self._range(0, 500)
        return self._range(0, 4)

    def _range(self, least: int, most: int) -> Range:
        low, high = sorted(self._random.randint(least, most) for _ in range(2))
        return self._random.choice((Range(low, None), Range(None, high), Range(low, high)))

    def _decimals(self) -> NumberRange:
        found = self._range(0, 40)
        ends = (None if one is None else Decimal(one) / 4 for one in (found.low, found.high))
        return NumberRange(*ends)

    def _some(self, values: Sequence[str] | Sequence[UUID] | Sequence[PurchaseChannel]) -> tuple:  # type: ignore[type-arg]
        count = min(len(values), self._random.choice((1, 1, 2)))
        return tuple(self._random.sample(list(values), count))

    def _day(self) -> date:
        return self._words.today - timedelta(days=self._random.randint(-10, 900))
