"""The people of the sample shop behave: each way of buying is there to be found, and believable."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from statistics import fmean, median
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.jalali import to_jalali
from ecrm_desktop.values.statuses import AcquisitionChannel

NOW = datetime(2026, 11, 30, 14, 30, tzinfo=UTC)
TODAY = NOW.date()
CUSTOMERS = 600
# As Iran kept it.
RAMADANS = (
    (date(2024, 3, 12), date(2024, 4, 9)),
    (date(2025, 3, 2), date(2025, 3, 30)),
    (date(2026, 2, 19), date(2026, 3, 20)),
)


@dataclass
class Buyer:
    """What the shop knows of a customer's purchases, in order of time."""

    channel: str
    days: list[date] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    discounted: list[bool] = field(default_factory=list)
    brands: Counter[str] = field(default_factory=Counter)

    @property
    def gap(self) -> float:
        """Days between two visits, as a rule; 0 of who came less than five times."""
        days = sorted(set(self.days))
        gaps = [(after - before).days for before, after in pairwise(days)]
        return median(gaps) if len(days) >= 5 else 0

    @property
    def silence(self) -> int:
        return (TODAY - self.days[-1]).days


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(tmp_path_factory.mktemp("demo") / "shop.db", create=True)
    with database.transaction() as session:
        fill_demo(session, customers=CUSTOMERS, now=NOW)
    yield database
    database.close()


@pytest.fixture
def session(sample: Database) -> Iterator[Session]:
    with sample.reading() as session:
        yield session


@pytest.fixture(scope="module")
def people(sample: Database) -> dict[bytes, Buyer]:
    with sample.reading() as session:
        found = {
            key: Buyer(channel)
            for key, channel in rows(session, "SELECT id, acquisition_channel FROM customers")
        }
        for key, day, total, discounted in rows(
            session,
            "SELECT customer_id, purchased_on, total, discount > 0 OR EXISTS (SELECT 1"
            " FROM purchase_lines l WHERE l.purchase_id = p.id AND l.discount > 0)"
            " FROM purchases p WHERE customer_id IS NOT NULL ORDER BY purchased_at",
        ):
            found[key].days.append(date.fromisoformat(day))
            found[key].totals.append(total)
            found[key].discounted.append(bool(discounted))
        for key, brand, total in rows(
            session,
            "SELECT customer_id, brand, sum(l.total) FROM purchases p JOIN purchase_lines l"
            " ON l.purchase_id = p.id JOIN products ON products.id = l.product_id"
            " WHERE customer_id IS NOT NULL GROUP BY 1, 2",
        ):
            found[key].brands[brand] = total
    return found


@pytest.fixture(scope="module")
def buyers(people: dict[bytes, Buyer]) -> list[Buyer]:
    return [one for one in people.values() if one.days]


def rows(session: Session, statement: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in session.execute(text(statement))]


def is_nowruz(day: date) -> bool:
    return to_jalali(day)[1] == 12


def is_yalda(day: date) -> bool:
    _, month, of_month = to_jalali(day)
    return (month == 9 and of_month >= 15) or (month, of_month) == (10, 1)


def is_ramadan(day: date) -> bool:
    # The day on which it begins may be off by one.
    return any(first - timedelta(1) <= day <= last for first, last in RAMADANS)


def test_half_come_once_and_some_never(people: dict[bytes, Buyer], buyers: list[Buyer]) -> None:
    assert 0.06 < 1 - len(buyers) / len(people) < 0.1
    once = sum(len(one.days) == 1 for one in buyers)
    assert 0.4 < once / CUSTOMERS < 0.65
    new = sum((TODAY - one.days[0]).days <= 60 for one in buyers)
    assert 0.04 < new / CUSTOMERS < 0.2


def test_regulars_slipping_and_dormant_are_told_by_their_own_rhythm(buyers: list[Buyer]) -> None:
    silent = [one.silence / one.gap for one in buyers if one.gap]
    here = sum(gaps < 1.6 for gaps in silent) / CUSTOMERS
    slipping = sum(1.6 <= gaps < 5 for gaps in silent) / CUSTOMERS
    dormant = sum(gaps >= 5 for gaps in silent) / CUSTOMERS
    assert 0.04 < here < 0.14
    assert 0.015 < slipping < 0.06
    assert 0.015 < dormant < 0.05


def test_a_rhythm_is_ones_own(buyers: list[Buyer]) -> None:
    enough = [one for one in buyers if len(one.days) >= 8]
    assert len(enough) > 15
    swings = []
    for one in enough:
        gaps = [(after - before).days for before, after in pairwise(one.days)]
        swings.append(median(abs(gap - one.gap) for gap in gaps) / one.gap)
    assert median(swings) < 0.4
    assert max(one.gap for one in enough) > 2.5 * min(one.gap for one in enough)


def test_some_buy_only_what_is_reduced(buyers: list[Buyer]) -> None:
    often = [fmean(one.discounted) for one in buyers if len(one.days) >= 3]
    assert 0.015 < sum(share >= 0.8 for share in often) / CUSTOMERS < 0.05
    # The others are not that keen on it, nor is everything reduced always.
    assert median(often) < 0.35


def test_some_hold_to_a_brand(buyers: list[Buyer]) -> None:
    loyal: Counter[str] = Counter()
    for one in buyers:
        [(brand, money)] = one.brands.most_common(1)
        if len(one.days) >= 3 and money >= 0.7 * one.brands.total():
            loyal[brand] += 1
    assert 0.02 < loyal.total() / CUSTOMERS < 0.1
    assert len(loyal) >= 6


@pytest.mark.parametrize(
    ("is_time", "least"), [(is_nowruz, 0.03), (is_yalda, 0.012), (is_ramadan, 0.012)]
)
def test_some_come_at_one_time_of_the_year(
    buyers: list[Buyer], is_time: Callable[[date], bool], least: float
) -> None:
    seasonal = 0
    for one in buyers:
        at_that_time = [is_time(day) for day in one.days]
        years = {day.year for day, is_then in zip(one.days, at_that_time, strict=True) if is_then}
        money = sum(
            total for total, is_then in zip(one.totals, at_that_time, strict=True) if is_then
        )
        seasonal += len(years) >= 2 and money >= 0.6 * sum(one.totals)
    assert least < seasonal / CUSTOMERS < 0.09


def test_few_bring_many_others(session: Session, people: dict[bytes, Buyer]) -> None:
    brought: Counter[object] = Counter()
    for key, referrer in rows(
        session, "SELECT id, referred_by_id FROM customers WHERE referred_by_id IS NOT NULL"
    ):
        assert isinstance(key, bytes)
        brought[referrer] += bool(people[key].days)
    bring_two = [number for number in brought.values() if number >= 2]
    assert 0.008 < len(bring_two) / CUSTOMERS < 0.04
    assert sum(bring_two) > 0.6 * brought.total()
    assert max(bring_two) < 0.4 * brought.total()


def test_channels_differ_in_what_their_customers_are_worth(people: dict[bytes, Buyer]) -> None:
    worth = defaultdict(list)
    for one in people.values():
        worth[one.channel].append(sum(one.totals))
    assert {*worth} == {channel.value for channel in AcquisitionChannel}
    means = {channel: fmean(totals) for channel, totals in worth.items() if len(totals) >= 30}
    assert len(means) >= 4
    best, worst = (pick(means, key=means.__getitem__) for pick in (max, min))
    assert best in {AcquisitionChannel.REFERRAL, AcquisitionChannel.WALK_IN}
    assert worst not in {AcquisitionChannel.REFERRAL, AcquisitionChannel.WALK_IN}
    assert max(means.values()) > 1.5 * min(means.values())


def test_every_cell_of_recency_and_money_is_inhabited(buyers: list[Buyer]) -> None:
    recency = fifths([one.days[-1].toordinal() for one in buyers])
    money = fifths([sum(one.totals) for one in buyers])
    visits = [min(len(one.days), 3) for one in buyers]
    assert len({*zip(recency, money, strict=True)}) == 5 * 5
    # Hardly anybody who left long ago came just twice: with another seed it may be nobody.
    assert len({*zip(recency, visits, strict=True)}) >= 5 * 3 - 1


def fifths(values: list[int]) -> list[int]:
    """Return for each value in which fifth of all of them it is, counted from 0."""
    ranked = sorted(range(len(values)), key=values.__getitem__)
    found = [0] * len(values)
    for rank, at in enumerate(ranked):
        found[at] = rank * 5 // len(values)
    return found


def test_each_month_is_like_itself_a_year_before(session: Session) -> None:
    months: Counter[tuple[int, int]] = Counter()
    for (day,) in rows(session, "SELECT purchased_on FROM purchases"):
        year, month, _ = to_jalali(date.fromisoformat(str(day)))
        months[year, month] += 1
    this_year = to_jalali(TODAY)[0]
    for year in (this_year - 2, this_year - 1):
        whole = {month: months[year, month] for month in range(1, 13)}
        usual = median(whole.values())
        assert max(whole, key=whole.__getitem__) == 12
        assert whole[12] > 2 * usual
        assert whole[9] > 1.2 * fmean((whole[8], whole[10]))
        assert whole[1] < usual
    before_school, in_summer = (
        sum(months[this_year - back, month] for back in (1, 2) for month in both)
        for both in ((6, 7), (4, 5))
    )
    assert before_school > in_summer


def test_the_shop_grows_year_by_year(session: Session) -> None:
    years: Counter[int] = Counter()
    for (day,) in rows(session, "SELECT purchased_on FROM purchases"):
        years[(TODAY - date.fromisoformat(str(day))).days // 365] += 1
    assert 1 < years[1] / years[2] < 1.9
    assert 1 < years[0] / years[1] < 1.5
    # Nothing is missing at either end.
    months = Counter(
        day for (day,) in rows(session, "SELECT substr(purchased_on, 1, 7) FROM purchases")
    )
    assert len(months) >= 36


@pytest.mark.parametrize(("customers", "seed"), [(CUSTOMERS, 1), (400, 5)])
def test_no_sale_stands_out(database: Database, customers: int, seed: int) -> None:
    with database.transaction() as session:
        fill_demo(session, customers=customers, seed=seed, now=NOW)
    with database.reading() as session:
        totals = [total for (total,) in session.execute(text("SELECT total FROM purchases"))]
    assert max(totals) < 20 * median(totals)


def test_prices_only_rise_and_end_with_those_of_today(session: Session) -> None:
    paid = defaultdict(list)
    for product, price in rows(
        session,
        "SELECT product_id, unit_price FROM purchase_lines l JOIN purchases p"
        " ON p.id = l.purchase_id ORDER BY purchased_at",
    ):
        paid[product].append(price)
    assert all(prices == sorted(prices) for prices in paid.values())
    often = [prices[-1] / prices[0] for prices in paid.values() if len(prices) >= 12]
    assert 1.5 < median(often) < 2.6
    today = dict(rows(session, "SELECT id, price FROM products"))
    assert all(prices[-1] <= today[product] for product, prices in paid.items())


def test_birthdays_differ_and_some_are_soon(session: Session) -> None:
    born = [
        str(day)
        for (day,) in rows(session, "SELECT birth_date FROM customers WHERE birth_date <> ''")
    ]
    assert len(born) > CUSTOMERS / 2
    of_year = Counter(day[-5:] for day in born)
    assert len(of_year) > 0.4 * len(born)
    assert {day[-2:] for day in born} >= {"01", "30"}
    today = "{:02}-{:02}".format(*to_jalali(TODAY)[1:])
    assert 2 <= of_year[today] < 10  # one of them may be a company
    assert max(of_year.values()) < 10
    whole = Counter(day for day in born if not day.startswith("-"))
    assert max(whole.values()) <= 3


def test_phones_look_like_phones(session: Session) -> None:
    numbers = [str(number) for (number,) in rows(session, "SELECT number FROM customer_phones")]
    numbers += [
        str(number)
        for (number,) in rows(session, "SELECT phone FROM interactions WHERE customer_id IS NULL")
    ]
    assert sum("0000" in number for number in numbers) < 3
    mobiles = [number for number in numbers if number.startswith("+989")]
    assert not [number for number in mobiles if number[6] == "0"]
    assert len({number[6:9] for number in mobiles}) > 0.4 * len(mobiles)
