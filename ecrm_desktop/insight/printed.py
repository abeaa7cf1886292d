"""Pages of insight, and the letter of the month, as reports to be printed or written to files."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.insight import sentences
from ecrm_desktop.insight.calls import calls_today
from ecrm_desktop.insight.months import first_day, last_day, month_number, year_and_month
from ecrm_desktop.insight.pages import (
    ForecastPage,
    InsightPage,
    ProductsPage,
    TodayPage,
    ValuePage,
)
from ecrm_desktop.insight.refreshing import stored_page
from ecrm_desktop.insight.sections import shown_page
from ecrm_desktop.queries.customers import customer_rows
from ecrm_desktop.queries.sales import sales_total
from ecrm_desktop.reports.layout import Column, ColumnKind, Paragraph, Report, Section, Table
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.period import Period

LETTER: Final = "letter"
_PAGES: Final[Mapping[str, tuple[type[InsightPage], Callable[[], str]]]] = MappingProxyType(
    {
        "today": (TodayPage, lambda: translate("Insight", "How customers stand")),
        "value": (ValuePage, lambda: translate("Insight", "What customers are worth")),
        "forecast": (ForecastPage, lambda: translate("Insight", "What will be sold")),
        "products": (ProductsPage, lambda: translate("Insight", "What products tell")),
    }
)
PRINTED: Final = (*_PAGES, LETTER)
"""What can be printed, under the names that scripts use."""
_CALLS: Final = 5
_MONTHS_OF_YEAR: Final = 12


def printed(
    session: Session, name: str, display: Display, *, shop_name: str, now: datetime
) -> Report:
    """Return a page as it was reckoned last, or the letter of the month that is over.

    Raises InvalidInput REPORT_UNKNOWN.
    """
    if name == LETTER:
        title, sections = _letter(session, display, now)
    elif name in _PAGES:
        kind, titled = _PAGES[name]
        title, sections = titled(), _page(session, kind, display)
    else:
        raise InvalidInput(Problem.REPORT_UNKNOWN)
    return Report(
        title=title,
        shop_name=shop_name,
        period_text="",
        generated_at=now,
        sections=sections,
        display=display,
    )


def _page(session: Session, kind: type[InsightPage], display: Display) -> list[Section]:
    shown = shown_page(session, kind, display)
    if shown is None:
        return [Paragraph(translate("Insight", "Nothing has been reckoned yet."))]
    found: list[Section] = []
    for section in shown.sections:
        if section.rows:
            columns = [Column(title) for title in section.columns]
            found.append(Table(title=section.title, columns=columns, rows=section.rows))
            found.append(Paragraph("\n".join(section.sentences)))
        else:
            found.append(Paragraph("\n".join((section.title, *section.sentences))))
    return found


def _letter(session: Session, display: Display, now: datetime) -> tuple[str, list[Section]]:
    month = month_number(display.local_date(now)) - 1
    title = translate("Insight", "Letter of {month}", month=_month(month, display))
    said = [_sold(session, month, display)]
    value, ahead = stored_page(session, ValuePage), stored_page(session, ForecastPage)
    if value is not None:
        said += sentences.pareto_sentences(value.page.pareto, display)[:1]
    if ahead is not None:
        said += sentences.forecast_sentences(ahead.page.months, display)[:1]
    return title, [
        Paragraph("\n".join(said)),
        *_worth_calling(session, display, now),
        Paragraph("\n".join(_advice(session, display, now))),
    ]


def _sold(session: Session, month: int, display: Display) -> str:
    net, before = (
        sales_total(session, Period(first_day(one), last_day(one))).net
        for one in (month, month - _MONTHS_OF_YEAR)
    )
    told = {"month": _month(month, display), "money": display.money_with_unit(net)}
    if not before:
        return translate("Insight", "In {month} you sold for {money}.", **told)
    return translate(
        "Insight",
        "In {month} you sold for {money}; in the same month a year before it was {before}.",
        before=display.money_with_unit(before),
        **told,
    )


def _worth_calling(session: Session, display: Display, now: datetime) -> list[Section]:
    page = stored_page(session, TodayPage)
    missed = () if page is None else calls_today(session, page.page, now)[:_CALLS]
    people = {row.id: row for row in customer_rows(session, [one.customer_id for one in missed])}
    rows = [
        (
            people[one.customer_id].name,
            people[one.customer_id].phone or None,
            sentences.missed_sentence(one, display),
        )
        for one in missed
        if one.customer_id in people
    ]
    if not rows:
        return []
    return [
        Table(
            title=translate("Insight", "Worth a call"),
            columns=[
                Column(translate("Insight", "Customer")),
                Column(translate("Insight", "Phone"), ColumnKind.PHONE),
                Column(translate("Insight", "Why"), weight=3),
            ],
            rows=rows,
        )
    ]


def _advice(session: Session, display: Display, now: datetime) -> list[str]:
    number = display.number
    today, value = stored_page(session, TodayPage), stored_page(session, ValuePage)
    goods = stored_page(session, ProductsPage)
    said = []
    if today is not None and (count := len(calls_today(session, today.page, now))):
        said.append(
            translate(
                "Insight",
                "Call those who stay away: {count} are worth it. The page of insight has them all.",
                count=number(count),
            )
        )
    if value is not None and value.page.pareto is not None:
        said.append(
            translate(
                "Insight",
                "Thank the {count} customers who make most of the money, and lose none of them.",
                count=number(value.page.pareto.fewest),
            )
        )
    if goods is not None and (count := goods.page.movers.quiet_count):
        said.append(
            translate(
                "Insight",
                "Decide what becomes of {count} products that have not been sold for long.",
                count=number(count),
            )
        )
    if not said:
        said.append(
            translate("Insight", "Record each sale with its customer: then this letter can tell.")
        )
    return [translate("Insight", "What to do:"), *(f"– {one}" for one in said)]


def _month(number: int, display: Display) -> str:
    return sentences.month_of_year(*year_and_month(number), display)
