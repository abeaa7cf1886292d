"""The report of customers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ecrm_desktop.fields.customers import CUSTOMER, CUSTOMER_PHONE
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_figures import (
    CustomerFigures,
    customer_figures,
    registered_customers,
)
from ecrm_desktop.queries.customers import CustomerRow, customer_rows
from ecrm_desktop.reports.declared import declared_column
from ecrm_desktop.reports.layout import Chart, ChartKind, ColumnKind, Fact, Facts, Section
from ecrm_desktop.reports.records import Field, in_blocks, record_table
from ecrm_desktop.reports.request import Request
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.display import Display

_USUAL = (
    "code",
    "name",
    "phone",
    "city",
    "tags",
    "purchase_count",
    "purchase_total",
    "last_purchase_on",
)


def customers_report(session: Session, request: Request) -> list[Section]:
    """Return who was registered in the period, by name, and where they live."""
    ids = registered_customers(session, request.since, request.until)
    rows = in_blocks(lambda block: customer_rows(session, block), ids)
    fields = customer_fields(request.display, request.today)
    if not request.with_sums:
        fields = {key: replace(field, total=False) for key, field in fields.items()}
    return [
        *_summary(
            customer_figures(session, request.since, request.until), with_sums=request.with_sums
        ),
        record_table(translate("Reports", "Customers"), fields, _USUAL, rows),
    ]


def customer_fields(display: Display, _today: date) -> Mapping[str, Field[CustomerRow]]:
    """Return the columns a list of customers may have, by key."""
    declared = {
        name: declared_column(CUSTOMER[name], display)
        for name in ("code", "kind", "email", "province", "city", "birth_date",
                     "acquisition_channel", "created_at")
    }  # fmt: skip
    return {
        **declared,
        "name": Field(translate("Reports", "Name"), lambda row: row.name, weight=2),
        "phone": Field(CUSTOMER_PHONE.title, lambda row: row.phone or None, ColumnKind.PHONE),
        "tags": Field(
            CUSTOMER["tags"].title, lambda row: translate("Reports", ", ").join(row.tags)
        ),
        "purchase_count": Field(
            translate("Reports", "Purchases"),
            lambda row: row.purchase_count,
            ColumnKind.NUMBER,
            total=True,
        ),
        "purchase_total": Field(
            translate("Reports", "Bought in all"),
            lambda row: row.purchase_total,
            ColumnKind.MONEY,
            total=True,
        ),
        "last_purchase_on": Field(
            translate("Reports", "Last purchase"),
            lambda row: row.last_purchase_on,
            ColumnKind.DATE,
        ),
        "open_complaints": Field(
            translate("Reports", "Open complaints"),
            lambda row: row.open_complaints or None,
            ColumnKind.NUMBER,
        ),
    }


def _summary(figures: CustomerFigures, *, with_sums: bool) -> list[Section]:
    facts = [
        Fact(translate("Reports", "Customers"), figures.customers, ColumnKind.NUMBER),
        Fact(translate("Reports", "Have bought"), figures.buyers, ColumnKind.NUMBER),
    ]
    if with_sums:
        facts.append(Fact(translate("Reports", "Bought in all"), figures.total, ColumnKind.MONEY))
    return [
        Facts(translate("Reports", "Figures"), facts),
        Chart(
            translate("Reports", "Customers by city"),
            ChartKind.BAR,
            [city or translate("Reports", "City unknown") for city, _number in figures.cities],
            [number for _city, number in figures.cities],
        ),
    ]
