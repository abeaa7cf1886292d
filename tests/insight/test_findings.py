"""What is put into a shop is found in it: pairs, prices, movers, discounts, channels, referrers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

import pytest

from ecrm_desktop.insight.compared import channel_worth, high_and_low, referrers
from ecrm_desktop.insight.group_forecast import brand_forecasts, category_forecasts
from ecrm_desktop.insight.products import (
    bought_together,
    discounts,
    movers,
    price_and_quantity,
)
from ecrm_desktop.insight.reading import Reading
from ecrm_desktop.insight.sales_forecast import predict_sales
from ecrm_desktop.insight.seasons import season_sales
from ecrm_desktop.insight.standing import rfm_table
from ecrm_desktop.insight.week_forecast import predict_weeks
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.services.customer_figures import refresh_figures
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.findings import ForecastKind
from ecrm_desktop.values.statuses import AcquisitionChannel
from tests.helpers.factories import make_customer, make_product
from tests.helpers.odd_shops import sell

TODAY = date(2026, 11, 21)


@dataclass(frozen=True)
class Item:
    """Pieces of a product at a price each."""

    product: UUID
    price: int = 1_000
    pieces: int = 1


def buy(
    session: Session, customer: UUID | None, on: date, items: Sequence[Item], discount: int = 0
) -> None:
    lines = [
        PurchaseLine(
            position=at,
            product_id=one.product,
            title="کالا",
            quantity=one.pieces * 1000,
            unit_price=one.price,
            total=one.price * one.pieces,
        )
        for at, one in enumerate(items)
    ]
    session.add(
        Purchase(
            customer_id=customer,
            purchased_on=on,
            purchased_at=datetime(on.year, on.month, on.day, 9, tzinfo=UTC),
            total=sum(one.total for one in lines) - discount,
            discount=discount,
            lines=lines,
        )
    )


def people(session: Session, count: int, **over: object) -> list[UUID]:
    return [
        make_customer(
            session,
            f"مشتری {over.get('code', '')}{at}",
            **over | {"code": f"{over.get('code', 'c')}{at}"},
        )
        for at in range(count)
    ]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_pairs_movers_and_quiet_ones(database: Database) -> None:
    chance = Random(5)
    with database.transaction() as session:
        buyers = people(session, 20)
        goods = [make_product(session, f"کالا {at}", code=f"p{at}") for at in range(10)]
        for number in range(200):
            first = goods[chance.randrange(10)]
            items = [Item(first)]
            if first == goods[0]:
                items.append(Item(goods[1]))
            buy(session, buyers[number % 20], ago(number), items)
        # A year ago: one that has become much rarer, one that is not sold any more.
        rare, quiet, new = (make_product(session, name) for name in ("کم‌شده", "خاموش", "تازه"))
        for number in range(30):
            buy(session, buyers[number % 20], ago(370 + number * 2), [Item(rare), Item(quiet)])
            buy(session, buyers[number % 20], ago(number * 2), [Item(new)])
        for number in range(40):
            buy(session, buyers[number % 20], ago(366 + number * 2), [Item(goods[number % 10])])
        buy(session, buyers[0], ago(5), [Item(rare)])
        buy(session, buyers[0], ago(380), [Item(new)])
        buy(session, buyers[0], ago(900), [Item(goods[2])])
    refresh_figures(database)
    with database.reading() as session:
        baskets = bought_together(Reading(session, TODAY))
        [pair] = baskets.pairs
        assert {pair.first_id, pair.second_id} == {goods[0], goods[1]}
        assert pair.together > 2 * pair.by_chance
        assert baskets.days == 365
        found = movers(Reading(session, TODAY))
    assert found.is_last_year
    assert (found.rising_count, found.falling_count, found.quiet_count) == (1, 1, 1)
    assert [one.product_id for one in found.rising] == [new]
    assert [one.product_id for one in found.falling] == [rare]
    assert [one.product_id for one in found.quiet] == [quiet]
    assert found.quiet[0].silence == 370
    assert found.fast[0].product_id == new
    assert found.falling[0].change is not None
    assert found.falling[0].change < 0.2


def test_a_price_that_moved_is_found(database: Database) -> None:
    """Of one product half as much is sold when it is a fifth dearer; the others go on."""
    with database.transaction() as session:
        buyers = people(session, 5)
        goods = [make_product(session, f"کالا {at}", code=f"p{at}") for at in range(4)]
        for month in range(24):
            on = ago(30 * month + 3)
            dear = month % 2
            prices = [1_200 if dear else 1_000, 1_000, 1_000, 1_000]
            pieces = [10 if dear else 20, 15 + month % 3, 15, 15 + month % 2]
            for at, buyer in enumerate(buyers[:4]):
                buy(session, buyer, on, [Item(goods[at], prices[at], pieces[at])])
    refresh_figures(database)
    with database.reading() as session:
        found = price_and_quantity(Reading(session, TODAY))
    [one] = [one for one in found.sure if one.product_id == goods[0]]
    assert one.high < -2
    assert (found.tried, found.moved, found.shown) == (4, 1, 1)


@pytest.mark.parametrize("more", [0, 300])
def test_discounts_are_told_from_chance(database: Database, more: int) -> None:
    chance = Random(11)
    with database.transaction() as session:
        good = make_product(session)
        for customer in people(session, 60):
            for visit in range(4):
                has_discount = visit % 2 == 0
                price = 1_000 + chance.randrange(200) + (more + 100 if has_discount else 0)
                buy(
                    session, customer, ago(20 + 60 * visit), [Item(good, price)],
                    100 if has_discount else 0,
                )  # fmt: skip
    refresh_figures(database)
    with database.reading() as session:
        found = discounts(Reading(session, TODAY))
    assert (found.purchases, found.discounted, found.given) == (240, 120, 12_000)
    assert found.people == 60
    assert found.size is not None
    assert found.size.is_sure == bool(more)
    if more:
        assert found.size.low < 300 / 1_250 < found.size.high
    # All began without one: nothing to compare.
    assert found.coming_back is None


def test_the_first_discount_is_compared_by_who_came_again(database: Database) -> None:
    with database.transaction() as session:
        good = make_product(session)
        for at, customer in enumerate(people(session, 80)):
            has_discount = at < 40
            buy(session, customer, ago(500), [Item(good)], 100 if has_discount else 0)
            if at % 10 < (6 if has_discount else 1):
                buy(session, customer, ago(440), [Item(good)])
        buy(session, customer, ago(10), [Item(good, 100_000)], 5_000)
    refresh_figures(database)
    with database.reading() as session:
        found = discounts(Reading(session, TODAY)).coming_back
    assert found is not None
    assert found.value == pytest.approx(0.5)
    assert 0.3 < found.low < found.high < 0.7


def test_high_and_low_channels_and_referrers(database: Database) -> None:
    with database.transaction() as session:
        best = people(session, 10, code="b", acquisition_channel=AcquisitionChannel.REFERRAL)
        others = people(session, 30, code="o", acquisition_channel=AcquisitionChannel.INSTAGRAM)
        people(session, 5, code="n", acquisition_channel=AcquisitionChannel.INSTAGRAM)
        brought = people(session, 2, code="r", referred_by_id=best[0])
        nike, adi = (make_product(session, one, brand=one, code=one) for one in ("نایک", "آدی"))
        for customer in best:
            for visit in range(6):
                buy(session, customer, ago(10 + visit * 30), [Item(nike, 10_000)])
        for customer in (*others, *brought):
            for visit in range(2):
                buy(session, customer, ago(10 + visit * 90), [Item(adi, 1_000)], 100)
    refresh_figures(database)
    with database.reading() as session:
        reading = Reading(session, TODAY)
        found = high_and_low(reading)
        channels = channel_worth(reading)
        bringing = referrers(reading)
        table = rfm_table(reading)
    assert found is not None
    assert found.low is not None
    assert (found.high.people, found.low.people) == (10, 32)
    assert (found.high.visits, found.low.visits) == (6, 2)
    assert (found.high.gap, found.low.gap) == (30, 90)
    assert (found.high.discounted, found.low.discounted) == (0, 1)
    assert found.high.spend == 10_000
    assert found.high.referred == pytest.approx(0.2)
    assert [one.brand for one in found.high.brands] == ["نایک"]
    assert [one.brand for one in found.low.brands] == ["آدی"]
    assert [(one.channel, one.people) for one in found.low.channels] == [
        (AcquisitionChannel.INSTAGRAM, 30),
        (None, 2),
    ]
    assert [(one.channel, one.people, one.buyers) for one in channels] == [
        (AcquisitionChannel.REFERRAL, 10, 10),
        (None, 2, 2),
        (AcquisitionChannel.INSTAGRAM, 35, 30),
    ]
    assert (bringing.people, bringing.buyers, bringing.money) == (1, 2, 3_600)
    assert [(one.customer_id, one.own_money) for one in bringing.best] == [(best[0], 60_000)]
    assert sum(one.people for one in table.grid) == table.people == 42
    assert {one.cell: one.people for one in table.cells if one.people} == {
        cell: sum(one.people for one in table.grid if one.cell is cell)
        for cell in {one.cell for one in table.grid if one.people}
    }


def test_seasons_weeks_and_brands_ahead(database: Database) -> None:
    """Four years of a shop whose prices double each year, and whose Tuesdays are alike."""
    with database.transaction() as session:
        buyers = people(session, 7)
        big = make_product(session, "بزرگ", brand="الف", category="یک", code="1")
        small = make_product(session, "کوچک", brand="ب", category="یک", code="2")
        for number in range(0, 4 * 365 + 30, 3):
            price = round(100_000 * 2 ** (-number / 365))
            items = [Item(big, price), Item(small, price // 3)]
            buy(session, buyers[number % 7], ago(number), items)
    refresh_figures(database)
    with database.reading() as session:
        reading = Reading(session, TODAY)
        seasons = season_sales(reading)
        weeks = predict_weeks(session, TODAY, 8)
        brands = brand_forecasts(reading, 3)
        categories = category_forecasts(reading, 3)
        rise = reading.prices.rise
    assert rise == pytest.approx(2, rel=0.05)
    last, before = seasons[-2], seasons[-6]
    assert (last.year - 1, last.season) == (before.year, before.season)
    assert last.money / before.money == pytest.approx(2, rel=0.1)
    assert last.real_money / before.real_money == pytest.approx(1, rel=0.1)
    assert not seasons[-1].is_finished
    assert weeks.kind is ForecastKind.FORECAST
    assert weeks.weeks[0].first == date(2026, 11, 21)
    assert all(one.expected and one.low < one.expected < one.high for one in weeks.weeks)
    truth = 7 / 3 * 100_000 * 4 / 3
    assert weeks.weeks[1].low < truth < weeks.weeks[1].high
    assert weeks.grade is not None
    assert weeks.grade.error < weeks.grade.error_of_last_year
    assert [(one.name, round(one.share, 2)) for one in brands] == [("الف", 0.75), ("ب", 0.25)]
    assert [one.name for one in categories] == ["یک"]
    assert brands[0].months[0].expected is not None
    assert brands[0].error is not None


@pytest.mark.parametrize("years", [1, 3])
def test_what_has_begun_brings_what_it_has_brought_at_least(database: Database, years: int) -> None:
    with database.transaction() as session:
        one = make_customer(session)
        for days in range(3, 365 * years + 60, 3):
            sell(session, one, TODAY - timedelta(days=days), 1_000)
        sell(session, one, TODAY, 10**9)
    with database.reading() as session:
        months, weeks = predict_sales(session, TODAY, 3), predict_weeks(session, TODAY, 3)
    for found, ahead in ((months, months.months), (weeks, weeks.weeks)):
        assert found.so_far >= 10**9
        first, second = ahead[0], ahead[1]
        assert first.low >= found.so_far
        assert first.high >= found.so_far
        assert first.expected is None or first.expected >= found.so_far
        assert second.high < 10**9
