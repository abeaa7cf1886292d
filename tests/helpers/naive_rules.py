"""Whether a customer fits a rule, worked out person by person from what rules are meant to say."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from ecrm_desktop.values.jalali import PartialDate, to_jalali
from ecrm_desktop.values.segment_rule import (
    Ago,
    All,
    Any,
    Best,
    BestBy,
    Bought,
    FieldIs,
    Filled,
    Found,
    InMonth,
    InSegment,
    Measure,
    Not,
    NumberRange,
    OneOf,
    OwnFieldIs,
    Range,
    Rule,
    RuleField,
    Tagged,
    Upcoming,
    Within,
)
from ecrm_desktop.values.statuses import ConsentChannel
from ecrm_desktop.values.text import sort_key
from ecrm_desktop.values.time_windows import Season, Window, resolve
from tests.helpers.naive_shop import (
    BRANDS,
    CATEGORIES,
    CITIES,
    PROVINCES,
    TODAY,
    Buy,
    Line,
    NaiveShop,
    Person,
)

_PLAIN = {
    spelling: one[0] for group in (CITIES, PROVINCES, BRANDS, CATEGORIES) for one in group
    for spelling in one
}  # fmt: skip
Segments = Mapping[UUID, tuple[Rule, Mapping[UUID, bool]]]
"""Other segments: the rule, and who was put in or left out by hand."""


class NaiveEvaluator:
    """Tells who fits a rule of one shop."""

    def __init__(self, shop: NaiveShop, segments: Segments) -> None:
        self._shop = shop
        self._segments = segments

    def members(self, rule: Rule) -> set[UUID]:
        """Return the ids of all who fit."""
        return {one.id for one in self._shop.people if self.fits(one, rule)}

    def fits(self, person: Person, rule: Rule) -> bool:
        match rule:
            case All(parts):
                return all(self.fits(person, one) for one in parts)
            case Any(parts):
                return any(self.fits(person, one) for one in parts)
            case Not(part):
                return not self.fits(person, part)
            case FieldIs(field, test):
                return self._field(person, field, test)
            case Bought():
                return _bought(person, rule)
            case Tagged(tag):
                return bool(person.tags) if tag is None else tag in person.tags
            case OwnFieldIs(key, test):
                return _own(person.own.get(key), test)
            case InSegment(key):
                inner, pins = self._segments[key]
                return pins.get(person.id, self.fits(person, inner))
            case Found(text):
                names = f"{person.first_name} {person.last_name}".replace("\u200c", "")
                return text in names or text in "0" + person.phone.removeprefix("+98")
            case Best():
                return self._is_best(person, rule)
        raise AssertionError(rule)

    def _field(self, person: Person, field: RuleField, test: object) -> bool:
        match test:
            case OneOf(values):
                return (word := self._word(person, field)) != "" and word in {
                    _PLAIN.get(one, one) for one in values
                }
            case Filled():
                return self._is_filled(person, field)
            case Range():
                number = self._number(person, field)
                return number is not None and _lies(number, test)
            case Ago(days):
                day = _day(person, field)
                return day is not None and days.has(max(0, (TODAY - day).days))
            case Within(window):
                day = _day(person, field)
                return day is not None and _is_in(day, window)
            case InMonth(month):
                return person.birth is not None and person.birth[1] == month
            case Upcoming(days):
                if person.birth is None:
                    return False
                return (PartialDate(*person.birth).next_occurrence(TODAY) - TODAY).days <= days
        raise AssertionError(test)

    def _word(self, person: Person, field: RuleField) -> str:
        match field:
            case RuleField.CITY:
                return person.city
            case RuleField.PROVINCE:
                return person.province
            case RuleField.FAVORITE_BRAND:
                return _favorite(person)[0]
            case RuleField.SMS_CONSENT:
                return _answer(person, ConsentChannel.SMS)
            case RuleField.EMAIL_CONSENT:
                return _answer(person, ConsentChannel.EMAIL)
            case RuleField.CALL_CONSENT:
                return _answer(person, ConsentChannel.CALL)
        choices = {
            RuleField.KIND: person.kind,
            RuleField.GENDER: person.gender,
            RuleField.INCOME: person.income,
            RuleField.ACQUISITION: person.acquisition,
            RuleField.PREFERRED_CHANNEL: person.preferred,
            RuleField.RFM_CELL: person.cell,
            RuleField.STATE: person.state,
        }
        return str(choices[field] or "")

    def _is_filled(self, person: Person, field: RuleField) -> bool:
        match field:
            case RuleField.AGE:
                return person.birth is not None and person.birth[0] is not None
            case RuleField.BIRTHDAY:
                return person.birth is not None
            case RuleField.REFERRER:
                return person.referrer is not None
            case RuleField.FIRST_PURCHASE | RuleField.LAST_PURCHASE | RuleField.LAST_CONTACT:
                return _day(person, field) is not None
        return self._word(person, field) != ""

    def _number(self, person: Person, field: RuleField) -> float | None:
        buys = person.buys
        match field:
            case RuleField.AGE:
                year = person.birth[0] if person.birth else None
                return None if year is None else to_jalali(TODAY)[0] - year
            case RuleField.PURCHASES:
                return len(buys)
            case RuleField.VISITS:
                return len({one.day for one in buys})
            case RuleField.YEARS:
                years = [to_jalali(one.day)[0] for one in buys]
                return max(years) - min(years) + 1 if years else 0
            case RuleField.TOTAL:
                return _spent(person)
            case RuleField.RETURNS:
                return sum(one.returns for one in buys)
            case RuleField.DISCOUNT_SHARE:
                return _percent(sum(one.is_discounted for one in buys), len(buys))
            case RuleField.BRAND_SHARE:
                return _percent(_favorite(person)[1], _spent(person))
            case RuleField.SEASON_SHARE:
                seasons = [0, 0, 0, 0]
                for one in buys:
                    seasons[(to_jalali(one.day)[1] - 1) // 3] += one.net
                return _percent(max(seasons), sum(seasons))
            case RuleField.OPEN_COMPLAINTS:
                return person.open_complaints
            case RuleField.REFERRED_BUYERS:
                return len(self._brought(person))
            case RuleField.REFERRED_MONEY:
                return sum(map(_spent, self._brought(person)))
            case RuleField.ALIVE:
                return None if person.alive is None else person.alive / 10
            case RuleField.VALUE:
                return person.value
        return person.loss

    def _brought(self, person: Person) -> list[Person]:
        return [one for one in self._shop.people if one.referrer is person and one.buys]

    def _is_best(self, person: Person, leaf: Best) -> bool:
        spent = sorted((_spent(one) for one in self._shop.people if _spent(one) > 0), reverse=True)
        if _spent(person) <= 0:
            return False
        taken: list[int] = []
        for one in spent:
            if leaf.by is BestBy.PEOPLE:
                is_enough = len(taken) * 100 >= len(spent) * leaf.percent
            else:
                is_enough = sum(taken) * 100 >= sum(spent) * leaf.percent
            if is_enough:
                break
            taken.append(one)
        return _spent(person) >= taken[-1]


def _bought(person: Person, leaf: Bought) -> bool:
    within = [one for one in person.buys if _is_in(one.day, leaf.window)]
    goods = leaf.goods
    if goods.is_of_lines:
        pool = [(buy, line) for buy in within for line in buy.lines]
        meant = [(buy, line) for buy, line in pool if _is_meant(buy, line, leaf)]
        money = sum(line.net for _, line in meant)
        of_money = sum(line.net for _, line in pool)
        purchases = list({id(buy): buy for buy, _ in meant}.values())
    else:
        purchases = [one for one in within if _is_whole(one, leaf)]
        money = sum(one.net for one in purchases)
        of_money = sum(one.net for one in within)
    match leaf.measure:
        case Measure.COUNT:
            number: float | None = len(purchases)
        case Measure.DAYS:
            number = len({one.day for one in purchases})
        case Measure.SUM:
            number = money
        case Measure.SHARE:
            number = _percent(money, of_money)
        case Measure.COUNT_SHARE:
            number = _percent(len(purchases), len(within))
        case Measure.RECENCY:
            last = max((one.day for one in purchases), default=None)
            number = None if last is None else max(0, (TODAY - last).days)
    return number is not None and _lies(number, leaf.range)


def _is_whole(buy: Buy, leaf: Bought) -> bool:
    goods = leaf.goods
    return (
        (not goods.channels or buy.channel in goods.channels)
        and (not goods.discounted or buy.is_discounted)
        and (goods.season is None or _is_of_season(buy.day, goods.season))
    )


def _is_meant(buy: Buy, line: Line, leaf: Bought) -> bool:
    goods, product = leaf.goods, line.product
    if product is None or (goods.discounted and not (line.is_discounted or buy.discount)):
        return False
    return (
        (not goods.products or product.id in goods.products)
        and (not goods.brands or product.brand in {_PLAIN[one] for one in goods.brands})
        and (not goods.categories or product.category in {_PLAIN[one] for one in goods.categories})
        and (not goods.channels or buy.channel in goods.channels)
        and (goods.season is None or _is_of_season(buy.day, goods.season))
    )


def _is_of_season(day: date, season: Season) -> bool:
    _, month, number = to_jalali(day)
    match season:
        case Season.NOWRUZ:
            return month == 12 or (month == 1 and number <= 13)
        case Season.YALDA:
            return (month == 9 and number >= 15) or (month == 10 and number == 1)
        case Season.RAMADAN:
            return any(first <= day <= last for first, last in RAMADANS)
    return tuple(Season).index(season) == (month - 1) // 3


RAMADANS: Sequence[tuple[date, date]] = (
    (date(2023, 3, 24), date(2023, 4, 21)),
    (date(2024, 3, 11), date(2024, 4, 9)),
    (date(2025, 3, 2), date(2025, 3, 30)),
    (date(2026, 2, 19), date(2026, 3, 20)),
)
"""As the calendar of `holidays` has them for Iran."""


def _own(value: str | None, test: object) -> bool:
    if value is None:
        return False
    match test:
        case OneOf(values):
            return value in values
        case NumberRange(low, high):
            number = float(value)
            return (low is None or number >= low) and (high is None or number <= high)
        case Within(window):
            return _is_in(date.fromisoformat(value), window)
    return True


def _is_in(day: date, window: Window) -> bool:
    days = resolve(window, TODAY)
    return days is None or days.first <= day <= days.last


def _day(person: Person, field: RuleField) -> date | None:
    days = [one.day for one in person.buys]
    match field:
        case RuleField.CREATED:
            return person.created
        case RuleField.FIRST_PURCHASE:
            return min(days, default=None)
        case RuleField.LAST_PURCHASE:
            return max(days, default=None)
    return person.last_contact


def _favorite(person: Person) -> tuple[str, int]:
    money: dict[str, int] = {}
    for buy in person.buys:
        for line in buy.lines:
            if line.product is not None and line.product.brand:
                brand = line.product.brand
                money[brand] = money.get(brand, 0) + line.net
    # Of two with equal money the first one in the alphabet.
    best = min(money, key=lambda one: (-money[one], sort_key(one)), default="")
    return (best, money[best]) if best and money[best] > 0 else ("", 0)


def _spent(person: Person) -> int:
    return sum(one.net for one in person.buys)


def _answer(person: Person, channel: ConsentChannel) -> str:
    if channel not in person.consents:
        return ""
    return "granted" if person.consents[channel] else "refused"


def _percent(part: int, whole: int) -> float | None:
    return part * 100 / whole if whole > 0 else None


def _lies(number: float, wanted: Range) -> bool:
    return (wanted.low is None or number >= wanted.low) and (
        wanted.high is None or number <= wanted.high
    )
