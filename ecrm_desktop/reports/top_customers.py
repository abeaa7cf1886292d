"""The report of the customers who spent most."""

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.buyers import top_customers
from ecrm_desktop.queries.sales import days_of_sales, sales_total
from ecrm_desktop.reports.layout import (
    Chart,
    ChartKind,
    Column,
    ColumnKind,
    Fact,
    Facts,
    Section,
    Table,
)
from ecrm_desktop.reports.request import Request
from ecrm_desktop.storage.database import Session

_SHOWN = 100
_IN_CHART = 10


def top_customers_report(session: Session, request: Request) -> list[Section]:
    """Return the best customers of the period, or ever, and their share of all sales."""
    best = top_customers(session, request.period, limit=_SHOWN)
    period = request.period or days_of_sales(session)
    sales = sales_total(session, period).net if period else 0
    theirs = sum(one.total for one in best)
    facts = [
        Fact(translate("Reports", "Customers listed"), len(best), ColumnKind.NUMBER),
        Fact(translate("Reports", "They spent"), theirs, ColumnKind.MONEY),
        Fact(translate("Reports", "Net sales"), sales, ColumnKind.MONEY),
    ]
    if sales > 0:
        share = theirs / sales
        facts.append(Fact(translate("Reports", "Their share of sales"), share, ColumnKind.PERCENT))
    leading = best[:_IN_CHART]
    return [
        Facts(translate("Reports", "Figures"), facts),
        Chart(
            translate("Reports", "Best customers"),
            ChartKind.BAR,
            [one.name for one in leading],
            [one.total for one in leading],
            ColumnKind.MONEY,
        ),
        Table(
            title=translate("Reports", "Top customers"),
            columns=[
                Column(translate("Reports", "Rank"), ColumnKind.NUMBER),
                Column(translate("Reports", "Code"), ColumnKind.CODE),
                Column(translate("Reports", "Customer"), weight=2),
                Column(translate("Reports", "Phone"), ColumnKind.PHONE),
                Column(translate("Reports", "City")),
                Column(translate("Reports", "Purchases"), ColumnKind.NUMBER, total=True),
                Column(translate("Reports", "Net"), ColumnKind.MONEY, total=True),
                Column(translate("Reports", "Share"), ColumnKind.PERCENT, total=True),
                Column(translate("Reports", "Last purchase"), ColumnKind.DATE),
            ],
            rows=[
                [
                    rank,
                    one.code,
                    one.name,
                    one.phone or None,
                    one.city,
                    one.purchases,
                    one.total,
                    one.total / sales if sales > 0 else None,
                    one.last_purchase_on,
                ]
                for rank, one in enumerate(best, 1)
            ],
        ),
    ]
