"""The report of purchases: their sums, months and list."""

from collections.abc import Mapping
from datetime import date

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.purchases import (
    PurchaseFilter,
    PurchaseRow,
    list_purchases,
    purchase_rows,
    purchase_sums,
    purchases_kept,
)
from ecrm_desktop.reports.averages import average_fact
from ecrm_desktop.reports.layout import ColumnKind, Fact, Facts, Section
from ecrm_desktop.reports.months import month_chart
from ecrm_desktop.reports.records import Field, in_blocks, record_table
from ecrm_desktop.reports.request import Request
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.display import Display


def purchases_report(session: Session, request: Request) -> list[Section]:
    """Return the purchases of the period, earliest first, with their sums and months."""
    period = request.period
    filter_ = PurchaseFilter(
        first_day=period.first if period else None, last_day=period.last if period else None
    )
    sums = purchase_sums(session, filter_)
    facts = [
        Fact(translate("Reports", "Purchases"), sums.count, ColumnKind.NUMBER),
        Fact(translate("Reports", "Sold"), sums.total, ColumnKind.MONEY),
        Fact(translate("Reports", "Returned"), sums.returned, ColumnKind.MONEY),
        Fact(translate("Reports", "Net"), sums.total - sums.returned, ColumnKind.MONEY),
    ]
    facts += average_fact(purchases_kept(session, filter_), request.display)
    ids = list_purchases(session, filter_, Sort("purchased_on"))
    rows = in_blocks(lambda block: purchase_rows(session, block), ids)
    fields = purchase_fields(request.display, request.today)
    return [
        Facts(translate("Reports", "Figures"), facts),
        *month_chart(session, request),
        record_table(translate("Reports", "Purchases"), fields, _USUAL, rows),
    ]


_USUAL = (
    "purchased_on",
    "number",
    "customer_name",
    "items",
    "seller_name",
    "payment_method",
    "total",
    "returned",
    "net",
)


def purchase_fields(display: Display, _today: date) -> Mapping[str, Field[PurchaseRow]]:
    """Return the columns a list of purchases may have, by key."""
    return {
        "purchased_on": Field(
            translate("Reports", "Date"), lambda row: row.purchased_on, ColumnKind.DATE
        ),
        "purchased_at": Field(
            translate("Reports", "Time"), lambda row: row.purchased_at, ColumnKind.DATETIME
        ),
        "number": Field(translate("Reports", "Number"), lambda row: row.number, ColumnKind.CODE),
        "customer_name": Field(
            translate("Reports", "Customer"), lambda row: row.customer_name, weight=1.5
        ),
        "items": Field(translate("Reports", "Items"), lambda row: _items(row, display), weight=2.5),
        "channel": Field(translate("Reports", "Channel"), lambda row: label(row.channel)),
        "seller_name": Field(translate("Reports", "Seller"), lambda row: row.seller_name),
        "payment_method": Field(
            translate("Reports", "Payment"),
            lambda row: label(row.payment_method) if row.payment_method else "",
        ),
        "total": Field(
            translate("Reports", "Amount"), lambda row: row.total, ColumnKind.MONEY, total=True
        ),
        "returned": Field(
            translate("Reports", "Returned"),
            lambda row: row.returned or None,
            ColumnKind.MONEY,
            total=True,
        ),
        "net": Field(
            translate("Reports", "Net"),
            lambda row: row.total - row.returned,
            ColumnKind.MONEY,
            total=True,
        ),
    }


def _items(row: PurchaseRow, display: Display) -> str:
    shown = translate("Reports", ", ").join(row.titles)
    others = row.item_count - len(row.titles)
    if not others:
        return shown
    return translate(
        "Reports", "{items} and {count} more", items=shown, count=display.number(others)
    )
