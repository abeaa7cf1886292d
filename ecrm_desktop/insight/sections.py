"""Each page of insight in words and tables, as windows and reports show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ecrm_desktop.i18n import translate
from ecrm_desktop.insight import product_sentences, sentences, value_sentences
from ecrm_desktop.insight.cohorts import CohortRow, CohortTable
from ecrm_desktop.insight.group_forecast import GroupForecast
from ecrm_desktop.insight.pages import ForecastPage, InsightPage, ProductsPage, TodayPage, ValuePage
from ecrm_desktop.insight.products import Mover
from ecrm_desktop.insight.refreshing import stored_page
from ecrm_desktop.insight.sales_forecast import MonthAhead
from ecrm_desktop.insight.seasons import SeasonSales
from ecrm_desktop.insight.week_forecast import WeekAhead
from ecrm_desktop.queries.customers import customer_rows
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.text.rough_money import rough_money
from ecrm_desktop.values.display import Display

_DASH: Final = "—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a page: sentences, and a table of texts whose rows have a text for each column."""

    title: str
    sentences: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The sections of a page; `until` is the day it was reckoned for, as a text."""

    until: str
    sections: tuple[Section, ...]


def shown_page(session: Session, kind: type[InsightPage], display: Display) -> Shown | None:
    """Return a page in words as it was reckoned last; None if it never was."""
    stored = stored_page(session, kind)
    if stored is None:
        return None
    page = stored.page
    match page:
        case TodayPage():
            found = _today(page, display)
        case ValuePage():
            found = _value(session, page, display)
        case ForecastPage():
            found = _forecast(page, display)
        case ProductsPage():
            found = _products(page, display)
    return Shown(until=display.date(page.until), sections=tuple(found))


def _today(page: TodayPage, display: Display) -> Iterable[Section]:
    number, states = display.number, page.dormancy.states
    yield Section(
        title=translate("Insight", "How customers stand"),
        sentences=tuple(sentences.dormancy_sentences(page.dormancy, display)),
        columns=(translate("Insight", "State"), translate("Insight", "Customers")),
        rows=tuple((label(state), number(count)) for state, count in states.items() if count),
    )


def _value(session: Session, page: ValuePage, display: Display) -> Iterable[Section]:
    number, money = display.number, display.money_with_unit
    yield Section(
        title=translate("Insight", "Who makes the money"),
        sentences=(
            *sentences.pareto_sentences(page.pareto, display),
            *sentences.rfm_sentences(page.rfm, display),
        ),
        columns=(
            translate("Insight", "Customers who buy alike"),
            translate("Insight", "Customers"),
            translate("Insight", "Brought"),
        ),
        rows=tuple(
            (label(one.cell), number(one.people), money(one.money))
            for one in page.rfm.cells
            if one.people
        ),
    )
    yield Section(
        title=translate("Insight", "What they will be worth"),
        sentences=tuple(sentences.value_sentences(page.value, display)),
    )
    yield Section(
        title=translate("Insight", "Those of high and of low value"),
        sentences=tuple(value_sentences.compared_sentences(page.compared, display)),
    )
    yield Section(
        title=translate("Insight", "Where they come from"),
        sentences=tuple(value_sentences.channel_sentences(page.channels, display)),
        columns=(
            translate("Insight", "Channel"),
            translate("Insight", "Customers"),
            translate("Insight", "Buyers"),
            translate("Insight", "Brought"),
            translate("Insight", "Each of them"),
            translate("Insight", "Expected in the next year"),
        ),
        rows=tuple(
            (
                label(one.channel) if one.channel else translate("Insight", "unknown channel"),
                number(one.people),
                number(one.buyers),
                money(one.total),
                rough_money(one.per_person, display),
                rough_money(one.expected, display),
            )
            for one in page.channels
        ),
    )
    best = page.referrers.best
    names = {row.id: row.name for row in customer_rows(session, [one.customer_id for one in best])}
    yield Section(
        title=translate("Insight", "Who brings others"),
        sentences=tuple(value_sentences.referrer_sentences(page.referrers, display)),
        columns=(
            translate("Insight", "Customer"),
            translate("Insight", "Buyers brought"),
            translate("Insight", "What these spent"),
            translate("Insight", "Spent alone"),
        ),
        rows=tuple(
            (names[one.customer_id], number(one.buyers), money(one.money), money(one.own_money))
            for one in best
            if one.customer_id in names
        ),
    )
    yield _cohorts(translate("Insight", "Cohorts by month"), page.cohorts, display)
    yield _cohorts(translate("Insight", "Cohorts by season"), page.season_cohorts, display)
    yield Section(
        title=translate("Insight", "Seasons"),
        sentences=tuple(value_sentences.season_sentences(page.seasons, display)),
        columns=(
            translate("Insight", "Season"),
            translate("Insight", "Buyers"),
            translate("Insight", "Brought"),
            translate("Insight", "In prices of today"),
        ),
        rows=tuple(_season(one, display) for one in reversed(page.seasons)),
    )


def _cohorts(title: str, table: CohortTable, display: Display) -> Section:
    spans = (
        [display.number(one.months) for one in table.rows[0].nominal.worth] if table.rows else []
    )
    return Section(
        title=title,
        sentences=(
            *sentences.cohort_sentences(table, display),
            *(
                [translate("Insight", "What is not over yet is marked with three dots.")]
                if table.rows
                else []
            ),
        ),
        columns=(
            translate("Insight", "Came in"),
            translate("Insight", "Channel"),
            translate("Insight", "Buyers"),
            translate("Insight", "Only registered"),
            *(translate("Insight", "{months} months", months=one) for one in spans),
            translate("Insight", "In prices of today"),
        ),
        rows=tuple(_cohort(row, table, display) for row in reversed(table.rows)),
    )


def _cohort(row: CohortRow, table: CohortTable, display: Display) -> tuple[str, ...]:
    money = display.money_with_unit
    return (
        sentences.cohort_text(row, table, display),
        label(row.channel) if row.channel else translate("Insight", "unknown channel"),
        display.number(row.nominal.people),
        display.number(row.nominal.registered),
        *(money(one.money) + ("" if one.is_finished else " …") for one in row.nominal.worth),
        money(row.real.worth[-1].money),
    )


def _season(one: SeasonSales, display: Display) -> tuple[str, ...]:
    return (
        sentences.season_text(one.year, one.season, display) + ("" if one.is_finished else " …"),
        display.number(one.people),
        display.money_with_unit(one.money),
        display.money_with_unit(one.real_money),
    )


def _forecast(page: ForecastPage, display: Display) -> Iterable[Section]:
    months, weeks = page.months, page.weeks
    yield Section(
        title=translate("Insight", "The months to come"),
        sentences=tuple(sentences.forecast_sentences(months, display)),
        columns=(
            translate("Insight", "Month"),
            *_ahead_columns(),
            translate("Insight", "The same month last year"),
        ),
        rows=tuple(
            (sentences.month_text(one, display), *_ahead(one, display)) for one in months.months
        ),
    )
    yield Section(
        title=translate("Insight", "The weeks to come"),
        sentences=tuple(sentences.week_sentences(weeks, display)),
        columns=(
            translate("Insight", "Week from"),
            *_ahead_columns(),
            translate("Insight", "The same week last year"),
        ),
        rows=tuple((display.date(one.first), *_ahead(one, display)) for one in weeks.weeks),
    )
    for title, groups in (
        (translate("Insight", "Categories"), page.categories),
        (translate("Insight", "Brands"), page.brands),
    ):
        yield Section(title=title, sentences=_groups(groups, display))


def _ahead_columns() -> tuple[str, ...]:
    return (
        translate("Insight", "Expected"),
        translate("Insight", "In eight of ten cases from"),
        translate("Insight", "to"),
    )


def _ahead(one: MonthAhead | WeekAhead, display: Display) -> tuple[str, ...]:
    return (
        _DASH if one.expected is None else rough_money(one.expected, display),
        rough_money(one.low, display),
        rough_money(one.high, display),
        _DASH if one.last_year is None else display.money_with_unit(one.last_year),
    )


def _groups(groups: tuple[GroupForecast, ...], display: Display) -> tuple[str, ...]:
    if not groups:
        return (translate("Insight", "Too little was sold to tell them apart."),)
    return tuple(sentences.group_sentence(one, display) for one in groups)


def _products(page: ProductsPage, display: Display) -> Iterable[Section]:
    yield Section(
        title=translate("Insight", "Bought together"),
        sentences=(
            *product_sentences.basket_sentences(page.baskets, display),
            *(product_sentences.pair_sentence(one, display) for one in page.baskets.pairs),
        ),
    )
    yield Section(
        title=translate("Insight", "Price and quantity"),
        sentences=(
            *product_sentences.price_sentences(page.prices, display),
            *(product_sentences.price_sentence(one, display) for one in page.prices.sure),
        ),
    )
    movers = page.movers
    yield Section(
        title=translate("Insight", "Fast and slow"),
        sentences=tuple(product_sentences.mover_sentences(movers, display)),
        columns=(
            translate("Insight", "Product"),
            translate("Insight", "Purchases in 90 days"),
            translate("Insight", "Before"),
            translate("Insight", "Brought"),
        ),
        rows=tuple(_mover(one, display) for one in movers.fast),
    )
    for title, some in (
        (translate("Insight", "Rising"), movers.rising),
        (translate("Insight", "Falling"), movers.falling),
    ):
        if some:
            yield Section(
                title=title,
                sentences=(),
                columns=(
                    translate("Insight", "Product"),
                    translate("Insight", "Purchases in 90 days"),
                    translate("Insight", "Before"),
                    translate("Insight", "Brought"),
                ),
                rows=tuple(_mover(one, display) for one in some),
            )
    if movers.quiet:
        yield Section(
            title=translate("Insight", "Not sold for long"),
            sentences=tuple(product_sentences.quiet_sentence(one, display) for one in movers.quiet),
        )
    yield Section(
        title=translate("Insight", "Discounts"),
        sentences=tuple(product_sentences.discount_sentences(page.discounts, display)),
    )


def _mover(one: Mover, display: Display) -> tuple[str, ...]:
    return (
        one.name,
        display.number(one.sold),
        display.number(one.sold_before),
        display.money_with_unit(one.money),
    )
