"""Every page of insight says something of every shop, and is stored as it was reckoned."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from ecrm_desktop.insight import product_sentences, sentences, value_sentences
from ecrm_desktop.insight.calls import calls_today
from ecrm_desktop.insight.pages import (
    PAGES,
    ForecastPage,
    ProductsPage,
    TodayPage,
    ValuePage,
    forecast_page,
    products_page,
    today_page,
    value_page,
)
from ecrm_desktop.insight.reading import Reading
from ecrm_desktop.insight.refreshing import refresh_insight, refresh_scores, stored_page
from ecrm_desktop.models.insight_answers import InsightAnswer
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.queries.customer_scores import customer_score
from ecrm_desktop.queries.dormant_customers import DormantGroup, dormant_customers
from ecrm_desktop.services.customer_figures import begin_figures_anew
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.statuses import CustomerState
from tests.helpers.factories import make_customer
from tests.helpers.odd_shops import ODD_SHOPS, TODAY, sell
from tests.helpers.reports import PERSIAN

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC)


def spoken(session: Session) -> list[str]:
    """Return all that is said of the stored pages."""
    today, value, forecast, products = (
        stored_page(session, TodayPage),
        stored_page(session, ValuePage),
        stored_page(session, ForecastPage),
        stored_page(session, ProductsPage),
    )
    assert today is not None
    assert value is not None
    assert forecast is not None
    assert products is not None
    shown = PERSIAN
    one, two, three, four = today.page, value.page, forecast.page, products.page
    return [
        *sentences.dormancy_sentences(one.dormancy, shown),
        *(sentences.missed_sentence(missed, shown) for missed in one.dormancy.missed),
        *sentences.rfm_sentences(two.rfm, shown),
        *sentences.pareto_sentences(two.pareto, shown),
        *sentences.value_sentences(two.value, shown),
        *sentences.cohort_sentences(two.cohorts, shown),
        *sentences.cohort_sentences(two.season_cohorts, shown),
        *value_sentences.compared_sentences(two.compared, shown),
        *value_sentences.channel_sentences(two.channels, shown),
        *value_sentences.referrer_sentences(two.referrers, shown),
        *value_sentences.season_sentences(two.seasons, shown),
        *sentences.forecast_sentences(three.months, shown),
        *sentences.week_sentences(three.weeks, shown),
        *(sentences.group_sentence(group, shown) for group in (*three.brands, *three.categories)),
        *product_sentences.basket_sentences(four.baskets, shown),
        *product_sentences.price_sentences(four.prices, shown),
        *product_sentences.mover_sentences(four.movers, shown),
        *product_sentences.discount_sentences(four.discounts, shown),
    ]


@pytest.mark.parametrize("name", ODD_SHOPS)
def test_every_page_says_something_of_odd_shops(database: Database, name: str) -> None:
    with database.transaction() as session:
        ODD_SHOPS[name](session)
    # A number that is none cannot be stored (`to_json`), so this is also about all of them.
    assert refresh_insight(database, TODAY)
    with database.reading() as session:
        said = spoken(session)
        assert len(said) >= 14
        assert all(said)
        assert not re.search(r"\b(nan|inf|None)\b", " ".join(said), re.IGNORECASE)
        reading = Reading(session, TODAY)
        found = [
            stored_page(session, TodayPage),
            stored_page(session, ValuePage),
            stored_page(session, ForecastPage),
            stored_page(session, ProductsPage),
        ]
        anew = [make(reading) for make in (today_page, value_page, forecast_page, products_page)]
        assert [one.page for one in found if one] == anew


def test_nothing_is_stored_before_the_first_time_nor_read_from_another_version(
    database: Database,
) -> None:
    with database.reading() as session:
        assert [stored_page(session, kind) for kind in PAGES] == [None] * 4
    refresh_insight(database, TODAY)
    with database.transaction() as session:
        for row in session.query(InsightAnswer):
            row.answer = row.answer.replace('"until"', '"till"')
    with database.reading() as session:
        assert [stored_page(session, kind) for kind in PAGES] == [None] * 4


def test_progress_is_told_and_may_stop_it(database: Database) -> None:
    told: list[tuple[int, int]] = []
    refresh_insight(database, TODAY, lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == list(range(told[-1][1] + 1))

    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refresh_insight(database, TODAY, stop)


def test_calls_are_those_not_heard_of_since(database: Database) -> None:
    """Regulars who stay away; then one buys, one is called and one is deleted."""
    with database.transaction() as session:
        people = [make_customer(session, f"مشتری {at}", code=f"c{at}") for at in range(12)]
        for at, customer in enumerate(people):
            away = 100 + at if at < 6 else 3
            for visit in range(12):
                sell(session, customer, TODAY - timedelta(days=away + 20 * visit), 10**6 * (at + 1))
    refresh_insight(database, TODAY)
    with database.transaction() as session:
        page = stored_page(session, TodayPage)
        assert page is not None
        calls = calls_today(session, page.page, NOW)
        assert {one.customer_id for one in calls} == set(people[:6])
        assert [one.loss for one in calls] == sorted((one.loss for one in calls), reverse=True)
        assert {(one.gap, one.visits) for one in calls} == {(20, 12)}
        assert [one.silence for one in calls if one.customer_id == people[2]] == [102]
        assert page.page.dormancy.worth_calling == 6
        assert page.page.dormancy.at_stake == pytest.approx(sum(one.loss for one in calls), abs=6)
        sell(session, people[0], TODAY)
        for customer, days in ((people[1], 1), (people[2], 40)):
            session.add(
                Interaction(
                    customer_id=customer, occurred_at=NOW - timedelta(days=days), subject="تماس"
                )
            )
        session.flush()
        gone = replace(page.page.dormancy.missed[0], customer_id=uuid4())
        later = replace(
            page.page,
            dormancy=replace(page.page.dormancy, missed=(gone, *page.page.dormancy.missed)),
        )
        left = {one.customer_id for one in calls_today(session, later, NOW)}
        assert left == set(people[2:6])
    with database.reading() as session:
        silent, regular = (customer_score(session, people[at]) for at in (3, 11))
        assert customer_score(session, uuid4()) is None
    assert silent is not None
    assert regular is not None
    assert (regular.state, regular.gap, regular.scored_on) == (CustomerState.ACTIVE, 20, TODAY)
    assert regular.last_purchase_on == TODAY - timedelta(days=3)
    assert regular.value_low <= regular.value <= regular.value_high
    assert silent.alive < 0.5 < regular.alive
    assert silent.loss > regular.loss
    assert silent.loss == next(one.loss for one in calls if one.customer_id == people[3])


def test_dormant_ones_are_to_be_won_back_or_let_go(database: Database) -> None:
    old = NOW - timedelta(days=1_200)
    with database.transaction() as session:
        names = ("regular", "once", "never", "lately", "talked", "new")
        people = {
            name: make_customer(session, name, code=name, created_at=NOW if name == "new" else old)
            for name in names
        }
        for days in (1_100, 1_000, 950):
            sell(session, people["regular"], TODAY - timedelta(days=days))
        sell(session, people["once"], TODAY - timedelta(days=900))
        sell(session, people["talked"], TODAY - timedelta(days=900))
        sell(session, people["lately"], TODAY - timedelta(days=300))
        session.add(
            Interaction(
                customer_id=people["talked"], occurred_at=NOW - timedelta(days=50), subject="تماس"
            )
        )
    refresh_insight(database, TODAY)
    found = {}
    with database.reading() as session:
        for group in DormantGroup:
            ids = set(dormant_customers(session, group, TODAY))
            found[group] = {name for name, customer in people.items() if customer in ids}
    assert found == {
        DormantGroup.ALL: {"regular", "once", "lately", "talked"},
        DormantGroup.WIN_BACK: {"regular"},
        DormantGroup.CLEAN_UP: {"once", "never"},
    }


def test_scores_follow_each_change_of_a_small_shop_and_each_day(database: Database) -> None:
    with database.transaction() as session:
        old, new = make_customer(session, code="1"), make_customer(session, code="2")
        for days in (400, 380, 360):
            sell(session, old, TODAY - timedelta(days=days))
    assert refresh_scores(database, TODAY)
    assert not refresh_scores(database, TODAY)
    with database.transaction() as session:
        score = customer_score(session, old)
        assert score is not None
        assert score.state is CustomerState.DORMANT
        sell(session, new, TODAY)
    assert refresh_scores(database, TODAY)
    assert refresh_scores(database, TODAY + timedelta(days=1))
    with database.reading() as session:
        score = customer_score(session, new)
        assert score is not None
        assert (score.state, score.scored_on) == (CustomerState.NEW, TODAY + timedelta(days=1))


def test_nothing_is_left_of_what_came_of_figures_that_are_dropped(database: Database) -> None:
    with database.transaction() as session:
        sell(session, make_customer(session), TODAY)
    refresh_insight(database, TODAY)
    with database.transaction() as session:
        begin_figures_anew(session)
    with database.reading() as session:
        assert [stored_page(session, kind) for kind in PAGES] == [None] * 4
