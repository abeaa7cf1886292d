"""The rule of a segment: a tree of all, any and not over what is known of a customer."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.values.statuses import PurchaseChannel
from ecrm_desktop.values.time_windows import EVER, Season, Window

DEEPEST: Final = 12
"""How many levels a rule may have: SQLite takes a limited number, and nobody reads more."""
MOST_PARTS: Final = 200
PERCENT: Final = 100


class RuleField(StrEnum):
    """What a rule may ask about a customer."""

    KIND = "kind"
    GENDER = "gender"
    INCOME = "income"
    ACQUISITION = "acquisition"
    PREFERRED_CHANNEL = "preferred_channel"
    SMS_CONSENT = "sms_consent"
    EMAIL_CONSENT = "email_consent"
    CALL_CONSENT = "call_consent"
    RFM_CELL = "rfm_cell"
    STATE = "state"
    PROVINCE = "province"
    CITY = "city"
    FAVORITE_BRAND = "favorite_brand"  # on which the most money was spent
    AGE = "age"  # years, by the Jalali year of birth
    BIRTHDAY = "birthday"
    REFERRER = "referrer"
    CREATED = "created"
    FIRST_PURCHASE = "first_purchase"
    LAST_PURCHASE = "last_purchase"
    LAST_CONTACT = "last_contact"
    PURCHASES = "purchases"
    VISITS = "visits"  # days with a purchase
    YEARS = "years"  # Jalali years from the first purchase to the last one, both counted
    TOTAL = "total"  # net of returns
    RETURNS = "returns"
    DISCOUNT_SHARE = "discount_share"  # per cent of the purchases
    BRAND_SHARE = "brand_share"  # per cent of the money, of the favourite brand
    SEASON_SHARE = "season_share"  # per cent of the money, of the season with the most
    OPEN_COMPLAINTS = "open_complaints"
    REFERRED_BUYERS = "referred_buyers"
    REFERRED_MONEY = "referred_money"
    ALIVE = "alive"  # per cent: how likely the customer is to come back at all
    VALUE = "value"  # money expected within a year
    LOSS = "loss"  # money expected to be lost


@dataclass(frozen=True, slots=True)
class OneOf:
    """The value is one of these: words of choices, or names of places and brands, any spelling."""

    values: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.values or "" in self.values:
            raise InvalidInput(Problem.TEXT_EMPTY)


@dataclass(frozen=True, slots=True)
class Filled:
    """There is a value."""


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both included, None for no end; raises InvalidInput RULE_RANGE_WRONG.

    Amounts are minor units, shares per cent, ages years.
    """

    low: int | None = None
    high: int | None = None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise InvalidInput(Problem.RULE_RANGE_WRONG)
        if self.low is not None and self.high is not None and self.high < self.low:
            raise InvalidInput(Problem.RULE_RANGE_WRONG)

    def has(self, number: int) -> bool:
        """Tell whether a number lies within."""
        return (self.low is None or number >= self.low) and (
            self.high is None or number <= self.high
        )


@dataclass(frozen=True, slots=True)
class Ago:
    """The day was so many days before today; later days than today count as 0."""

    days: Range


@dataclass(frozen=True, slots=True)
class Within:
    """The day lies within a window."""

    window: Window


@dataclass(frozen=True, slots=True)
class Upcoming:
    """The birthday is within so many days, today is 0; 0 to 366."""

    days: int

    def __post_init__(self) -> None:
        if not 0 <= self.days <= 366:  # noqa: PLR2004 - days of a year
            raise InvalidInput(Problem.RULE_WINDOW_WRONG)


@dataclass(frozen=True, slots=True)
class InMonth:
    """The birthday is in one Jalali month, 1 to 12."""

    month: int

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12:  # noqa: PLR2004 - months of a year
            raise InvalidInput(Problem.RULE_RANGE_WRONG)


Test = OneOf | Filled | Range | Ago | Within | Upcoming | InMonth


@dataclass(frozen=True, slots=True)
class FieldIs:
    """A field of the customer passes a test that its kind allows (`allowed_tests`)."""

    field: RuleField
    test: Test

    def __post_init__(self) -> None:
        if type(self.test) not in allowed_tests(self.field):
            raise InvalidInput(Problem.RULE_TEST_WRONG, word=self.field.value)


class Measure(StrEnum):
    """What is counted of purchases."""

    COUNT = "count"
    DAYS = "days"  # different days
    SUM = "sum"  # money net of returns
    SHARE = "share"  # per cent of the money of the window
    COUNT_SHARE = "count_share"  # per cent of the purchases of the window
    RECENCY = "recency"  # days since the last one


@dataclass(frozen=True, slots=True)
class Goods:
    """Which purchases are meant: those that have all of it; nothing at all means every one.

    Of several products, brands or categories one is enough, all three together are of one line.
    Brands and categories are compared as they are read, whatever the spelling.
    """

    products: tuple[UUID, ...] = ()
    brands: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    channels: tuple[PurchaseChannel, ...] = ()
    discounted: bool = False
    season: Season | None = None

    @property
    def is_of_lines(self) -> bool:
        """Whether it is about what was bought, and not only about the purchase as a whole."""
        return bool(self.products or self.brands or self.categories)

    @property
    def is_everything(self) -> bool:
        """Whether every purchase is meant."""
        return self == Goods()


@dataclass(frozen=True, slots=True)
class Bought:
    """A measure of the purchases that are meant, within a window, lies in a range.

    Whoever bought nothing of it has 0; shares need money or purchases to be shares of, recency a
    purchase. Only a part of all purchases can be a share: raises InvalidInput RULE_TEST_WRONG.
    """

    measure: Measure
    range: Range
    goods: Goods = Goods()
    window: Window = EVER

    def __post_init__(self) -> None:
        if self.measure in {Measure.SHARE, Measure.COUNT_SHARE} and self.goods.is_everything:
            raise InvalidInput(Problem.RULE_TEST_WRONG, word=self.measure.value)


@dataclass(frozen=True, slots=True)
class Tagged:
    """The customer has a tag; None: any tag."""

    tag: str | None = None


@dataclass(frozen=True, slots=True)
class NumberRange:
    """From `low` to `high`, both included, of an own field that holds numbers."""

    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise InvalidInput(Problem.RULE_RANGE_WRONG)
        if self.low is not None and self.high is not None and self.high < self.low:
            raise InvalidInput(Problem.RULE_RANGE_WRONG)


@dataclass(frozen=True, slots=True)
class OwnFieldIs:
    """A field of the shop's own passes a test: text and choices OneOf, numbers, days Within."""

    field_id: UUID
    test: OneOf | Filled | NumberRange | Within


@dataclass(frozen=True, slots=True)
class InSegment:
    """The customer is in another segment."""

    segment_id: UUID


@dataclass(frozen=True, slots=True)
class Found:
    """The search finds the customer by a text."""

    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidInput(Problem.TEXT_EMPTY)


class BestBy(StrEnum):
    """How the best customers are chosen."""

    MONEY = "money"  # the fewest who make so many per cent of the money
    PEOPLE = "people"  # so many per cent of the buyers, those with the most money


@dataclass(frozen=True, slots=True)
class Best:
    """The best buyers by the money they spent, net of returns; those with equal money are equal.

    `percent` 1 to 100.
    """

    by: BestBy
    percent: int

    def __post_init__(self) -> None:
        if not 1 <= self.percent <= PERCENT:
            raise InvalidInput(Problem.RULE_RANGE_WRONG)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A condition of a newer version, as its compact JSON; written again as it was read."""

    json: str


Leaf = FieldIs | Bought | Tagged | OwnFieldIs | InSegment | Found | Best | Unknown


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; without parts it is everybody."""

    parts: tuple["Rule", ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds."""

    parts: tuple["Rule", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Rule"


Rule = All | Any | Not | Leaf

EVERYBODY: Final = All()


def simplified(rule: Rule) -> Rule:
    """Return the same rule without needless brackets: one form for what is one rule.

    Brackets within brackets of the same kind open, a single part needs none, two negations go,
    and what is said twice in one place is said once.
    """
    match rule:
        case Not(part):
            inner = simplified(part)
            return inner.part if isinstance(inner, Not) else Not(inner)
        case All(parts):
            flat = _flat(parts, All)
            return flat[0] if len(flat) == 1 else All(flat)
        case Any(parts):
            flat = _flat(parts, Any)
            return flat[0] if len(flat) == 1 else Any(flat)
    return rule


def leaves(rule: Rule) -> Iterator[Leaf]:
    """Yield the conditions of a rule, in order."""
    match rule:
        case Not(part):
            yield from leaves(part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaves(part)
        case _:
            yield rule


def segments_in(rule: Rule) -> frozenset[UUID]:
    """Return the other segments that a rule names."""
    return frozenset(one.segment_id for one in leaves(rule) if isinstance(one, InSegment))


def is_too_new(rule: Rule) -> bool:
    """Tell whether a rule has conditions that only a newer version of the program knows."""
    return any(isinstance(one, Unknown) for one in leaves(rule))


_CHOICES: Final = frozenset(
    {
        RuleField.KIND,
        RuleField.GENDER,
        RuleField.INCOME,
        RuleField.ACQUISITION,
        RuleField.PREFERRED_CHANNEL,
        RuleField.SMS_CONSENT,
        RuleField.EMAIL_CONSENT,
        RuleField.CALL_CONSENT,
        RuleField.RFM_CELL,
        RuleField.STATE,
        RuleField.PROVINCE,
        RuleField.CITY,
        RuleField.FAVORITE_BRAND,
    }
)
DAY_FIELDS: Final = frozenset(
    {
        RuleField.CREATED,
        RuleField.FIRST_PURCHASE,
        RuleField.LAST_PURCHASE,
        RuleField.LAST_CONTACT,
    }
)
MONEY_FIELDS: Final = frozenset(
    {RuleField.TOTAL, RuleField.REFERRED_MONEY, RuleField.VALUE, RuleField.LOSS}
)
PERCENT_FIELDS: Final = frozenset(
    {
        RuleField.DISCOUNT_SHARE,
        RuleField.BRAND_SHARE,
        RuleField.SEASON_SHARE,
        RuleField.ALIVE,
    }
)


def allowed_tests(field: RuleField) -> tuple[type[Test], ...]:
    """Return the kinds of test that a field can be asked."""
    if field in _CHOICES:
        return (OneOf,) if field is RuleField.KIND else (OneOf, Filled)
    if field in DAY_FIELDS:
        return (Within, Ago) if field is RuleField.CREATED else (Within, Ago, Filled)
    match field:
        case RuleField.AGE:
            return (Range, Filled)
        case RuleField.BIRTHDAY:
            return (Upcoming, InMonth, Filled)
        case RuleField.REFERRER:
            return (Filled,)
    return (Range,)


def _flat(parts: tuple[Rule, ...], kind: type[All] | type[Any]) -> tuple[Rule, ...]:
    found: dict[Rule, None] = {}
    for part in map(simplified, parts):
        found |= dict.fromkeys(part.parts if isinstance(part, kind) else (part,))
    return tuple(found)
