"""Sales month by month, as several reports show them."""

from collections.abc import Iterable

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.sales import days_of_sales, sales_by_month
from ecrm_desktop.reports.layout import Chart, ChartKind, ColumnKind
from ecrm_desktop.reports.request import Request
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.period import Month, Period, months_of

_MONTHS_OF_YEAR = 12


def month_chart(session: Session, request: Request) -> Iterable[Chart]:
    """Yield a chart of what was sold month by month, if there is more than one month."""
    period = request.period or days_of_sales(session)
    months = list(months_of(period, request.display.calendar)) if period else []
    if len(months) > 1:
        sold = [total.sold for total in sales_by_month(session, months)]
        yield Chart(
            translate("Reports", "Sold month by month"),
            ChartKind.BAR if len(months) <= _MONTHS_OF_YEAR else ChartKind.LINE,
            month_labels(months, request.display),
            sold,
            ColumnKind.MONEY,
        )


def month_labels(months: list[Month], display: Display) -> list[str]:
    """Return the months' names, with the year where there is more than a year of them."""
    if len(months) <= _MONTHS_OF_YEAR:
        return [display.month_name(month.month) for month in months]
    return [month_name(month, display) for month in months]


def month_name(month: Month, display: Display) -> str:
    """Return a month with its year."""
    return translate(
        "Reports",
        "{month} {year}",
        month=display.month_name(month.month),
        year=display.digits(str(month.year)),
    )


def period_text(period: Period, display: Display) -> str:
    """Return a period as it stands below a report's title."""
    if period.first == period.last:
        return display.text_date_long(period.first)
    return translate(
        "Reports",
        "{first} to {last}",
        first=display.date(period.first),
        last=display.date(period.last),
    )
