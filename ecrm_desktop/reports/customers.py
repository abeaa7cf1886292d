"""The report of customers."""

from collections.abc import Mapping
from datetime import date

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_figures import (
    CustomerFigures,
    customer_figures,
    registered_customers,
)
from ecrm_desktop.queries.customers import CustomerRow, customer_rows
from ecrm_desktop.reports.layout import Chart, ChartKind, ColumnKind, Fact, Facts, Section
from ecrm_desktop.reports.records import Field, in_blocks, record_table
from ecrm_desktop.reports.request import Request
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
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
    return [
        *_summary(customer_figures(session, request.since, request.until)),
        record_table(translate("Reports", "Customers"), fields, _USUAL, rows),
    ]


def customer_fields(display: Display, _today: date) -> Mapping[str, Field[CustomerRow]]:
    """Return the columns a list of customers may have, by key."""
    return {
        "code": Field(translate("Reports", "Code"), lambda row: row.code, ColumnKind.CODE),
        "name": Field(translate("Reports", "Name"), lambda row: row.name, weight=2),
        "kind": Field(translate("Reports", "Kind"), lambda row: label(row.kind)),
        "phone": Field(
            translate("Reports", "Phone"), lambda row: row.phone or None, ColumnKind.PHONE
        ),
        "email": Field(
            translate("Reports", "E-mail"), lambda row: row.email or None, ColumnKind.CODE
        ),
        "province": Field(translate("Reports", "Province"), lambda row: row.province),
        "city": Field(translate("Reports", "City"), lambda row: row.city),
        "tags": Field(
            translate("Reports", "Tags"), lambda row: translate("Reports", ", ").join(row.tags)
        ),
        "birth_date": Field(
            translate("Reports", "Birth date"),
            lambda row: display.partial_date(row.birth_date) if row.birth_date else "",
        ),
        "acquisition_channel": Field(
            translate("Reports", "Found us by"),
            lambda row: label(row.acquisition_channel) if row.acquisition_channel else "",
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
        "created_at": Field(
            translate("Reports", "Registered"),
            lambda row: display.local_date(row.created_at),
            ColumnKind.DATE,
        ),
    }


def _summary(figures: CustomerFigures) -> list[Section]:
    return [
        Facts(
            translate("Reports", "Figures"),
            [
                Fact(translate("Reports", "Customers"), figures.customers, ColumnKind.NUMBER),
                Fact(translate("Reports", "Have bought"), figures.buyers, ColumnKind.NUMBER),
                Fact(translate("Reports", "Bought in all"), figures.total, ColumnKind.MONEY),
            ],
        ),
        Chart(
            translate("Reports", "Customers by city"),
            ChartKind.BAR,
            [city or translate("Reports", "City unknown") for city, _number in figures.cities],
            [number for _city, number in figures.cities],
        ),
    ]
