"""What the pages of insight show, and each of them reckoned as a whole."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from ecrm_desktop.analysis.pareto import Pareto
from ecrm_desktop.insight.cohorts import CohortTable, cohort_table
from ecrm_desktop.insight.compared import (
    ChannelWorth,
    HighAndLow,
    Referrers,
    channel_worth,
    high_and_low,
    referrers,
)
from ecrm_desktop.insight.customer_value import CustomerValue, reckon_value
from ecrm_desktop.insight.group_forecast import (
    GroupForecast,
    brand_forecasts,
    category_forecasts,
)
from ecrm_desktop.insight.products import (
    Baskets,
    Discounts,
    Movers,
    PriceEffects,
    bought_together,
    discounts,
    movers,
    price_and_quantity,
)
from ecrm_desktop.insight.reading import Reading
from ecrm_desktop.insight.sales_forecast import SalesForecast, predict_sales
from ecrm_desktop.insight.seasons import SeasonSales, season_sales
from ecrm_desktop.insight.standing import (
    Dormancy,
    RfmTable,
    Standing,
    concentration,
    find_dormant,
    rfm_table,
)
from ecrm_desktop.insight.week_forecast import WeeksForecast, predict_weeks

_CALLS: Final = 300
_MONTHS_BACK: Final = 24
_SEASONS_BACK: Final = 36
_MONTHS_AHEAD: Final = 6
_WEEKS_AHEAD: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """Who is worth a call today, and how all customers stand.

    `calls.calls_today` says who of `dormancy.missed` still is when the page is shown.
    """

    until: date
    dormancy: Dormancy


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuePage:
    """Who makes the money, what they will be worth, and where such customers come from."""

    until: date
    rfm: RfmTable
    pareto: Pareto | None
    value: CustomerValue
    cohorts: CohortTable
    season_cohorts: CohortTable
    compared: HighAndLow | None
    channels: tuple[ChannelWorth, ...]
    referrers: Referrers
    seasons: tuple[SeasonSales, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastPage:
    """What will be sold, in months and in weeks, in all and by the best categories and brands."""

    until: date
    months: SalesForecast
    weeks: WeeksForecast
    categories: tuple[GroupForecast, ...]
    brands: tuple[GroupForecast, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductsPage:
    """What goods tell for decisions."""

    until: date
    baskets: Baskets
    prices: PriceEffects
    movers: Movers
    discounts: Discounts


InsightPage = TodayPage | ValuePage | ForecastPage | ProductsPage
PAGES: Final[tuple[type[InsightPage], ...]] = (TodayPage, ValuePage, ForecastPage, ProductsPage)
"""All pages, in the order in which they are reckoned."""


def today_page(reading: Reading, standing: Standing | None = None) -> TodayPage:
    """Return the page of who is worth a call."""
    return TodayPage(until=reading.until, dormancy=find_dormant(reading, _CALLS, standing))


def value_page(reading: Reading) -> ValuePage:
    """Return the page of what customers are worth."""
    return ValuePage(
        until=reading.until,
        rfm=rfm_table(reading),
        pareto=concentration(reading),
        value=reckon_value(reading, reading.until),
        cohorts=cohort_table(reading, _MONTHS_BACK),
        season_cohorts=cohort_table(reading, _SEASONS_BACK, by_season=True),
        compared=high_and_low(reading),
        channels=channel_worth(reading),
        referrers=referrers(reading),
        seasons=season_sales(reading),
    )


def forecast_page(reading: Reading) -> ForecastPage:
    """Return the page of what will be sold."""
    return ForecastPage(
        until=reading.until,
        months=predict_sales(reading.session, reading.until, _MONTHS_AHEAD),
        weeks=predict_weeks(reading.session, reading.until, _WEEKS_AHEAD),
        categories=category_forecasts(reading, _MONTHS_AHEAD),
        brands=brand_forecasts(reading, _MONTHS_AHEAD),
    )


def products_page(reading: Reading) -> ProductsPage:
    """Return the page of what goods tell."""
    return ProductsPage(
        until=reading.until,
        baskets=bought_together(reading),
        prices=price_and_quantity(reading),
        movers=movers(reading),
        discounts=discounts(reading),
    )
