"""All reports by name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from ecrm_desktop.database import Session
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.sales import SalesBy
from ecrm_desktop.reports.complaints import complaints_report
from ecrm_desktop.reports.customers import customers_report
from ecrm_desktop.reports.interactions import interactions_report
from ecrm_desktop.reports.layout import Column, Paragraph, Report, Section, Table
from ecrm_desktop.reports.months import period_text
from ecrm_desktop.reports.purchases import purchases_report
from ecrm_desktop.reports.request import Request
from ecrm_desktop.reports.sales import sales_by_title, sales_report
from ecrm_desktop.reports.top_customers import top_customers_report
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.period import Period


class ReportName(StrEnum):
    """The reports there are, under the names scripts use."""

    CUSTOMERS = "customers"
    CUSTOMER = "customer"
    INTERACTIONS = "interactions"
    COMPLAINTS = "complaints"
    PURCHASES = "purchases"
    SALES = "sales"
    TOP_CUSTOMERS = "top-customers"


REPORTS: Final = tuple(name.value for name in ReportName)

_SECTIONS: Mapping[ReportName, Callable[[Session, Request], list[Section]]] = {
    ReportName.CUSTOMERS: customers_report,
    ReportName.INTERACTIONS: interactions_report,
    ReportName.COMPLAINTS: complaints_report,
    ReportName.PURCHASES: purchases_report,
    ReportName.SALES: sales_report,
    ReportName.TOP_CUSTOMERS: top_customers_report,
}


def report_title(name: ReportName) -> str:
    """Return what a report is called."""
    titles: Mapping[ReportName, Callable[[], str]] = {
        ReportName.CUSTOMERS: lambda: translate("Reports", "Customers"),
        ReportName.CUSTOMER: lambda: translate("Reports", "Customer's file"),
        ReportName.INTERACTIONS: lambda: translate("Reports", "Contacts"),
        ReportName.COMPLAINTS: lambda: translate("Reports", "Complaints"),
        ReportName.PURCHASES: lambda: translate("Reports", "Purchases"),
        ReportName.SALES: lambda: translate("Reports", "Sales"),
        ReportName.TOP_CUSTOMERS: lambda: translate("Reports", "Top customers"),
    }
    return titles[name]()


def build_report(
    name: str,
    session: Session,
    display: Display,
    *,
    shop_name: str,
    now: datetime | None = None,
    period: Period | None = None,
    customer_code: str = "",
    ids: Sequence[UUID] | None = None,
    keys: Sequence[str] = (),
    filter_text: str = "",
    sales_by: SalesBy | None = None,
) -> Report:
    """Return a report whose rows are read while it is written: the session must live until then.

    With `ids` it is a list exactly as seen on the screen: these records in this order, with the
    columns `keys` names; `filter_text` says in words what was filtered. `sales_by` leaves one way
    of telling sales apart. Raises InvalidInput REPORT_UNKNOWN, and RECORD_MISSING for the code.
    """
    if name not in REPORTS:
        raise InvalidInput(Problem.REPORT_UNKNOWN)
    request = Request(
        display=display,
        now=now or datetime.now(UTC),
        period=period,
        customer_code=customer_code,
        ids=ids,
        keys=keys,
        sales_by=sales_by,
    )
    title = sales_by_title(sales_by) if sales_by else report_title(ReportName(name))
    sections = _SECTIONS[ReportName(name)](session, request)
    return _report(title, _filtered(filter_text) + sections, request=request, shop_name=shop_name)


def build_list_report(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Any]],
    display: Display,
    *,
    shop_name: str,
    now: datetime | None = None,
    period: Period | None = None,
    filter_text: str = "",
) -> Report:
    """Return a report of one table; `rows` are raw values and read while it is written."""
    table = Table(title=title, columns=columns, rows=rows)
    request = Request(display=display, now=now or datetime.now(UTC), period=period)
    return _report(title, [*_filtered(filter_text), table], request=request, shop_name=shop_name)


def _report(title: str, sections: list[Section], *, request: Request, shop_name: str) -> Report:
    return Report(
        title=title,
        shop_name=shop_name,
        period_text=period_text(request.period, request.display) if request.period else "",
        generated_at=request.now,
        sections=sections,
        display=request.display,
    )


def _filtered(filter_text: str) -> list[Section]:
    if not filter_text:
        return []
    return [Paragraph(translate("Reports", "Filtered by: {filter}", filter=filter_text))]
