"""All reports by name."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import customer_name
from ecrm_desktop.queries.sales import SalesBy
from ecrm_desktop.reports.audit import audit_report
from ecrm_desktop.reports.complaints import complaints_report
from ecrm_desktop.reports.customer import asked_customer, customer_report
from ecrm_desktop.reports.customers import customers_report
from ecrm_desktop.reports.interactions import interactions_report
from ecrm_desktop.reports.layout import Report, Section
from ecrm_desktop.reports.months import period_text
from ecrm_desktop.reports.purchases import purchases_report
from ecrm_desktop.reports.request import ReportName, Request
from ecrm_desktop.reports.sales import sales_by_title, sales_report
from ecrm_desktop.reports.top_customers import top_customers_report
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.period import Period

__all__ = ["REPORTS", "ReportName", "build_report", "report_title"]

REPORTS: Final = tuple(name.value for name in ReportName)

_SECTIONS: Mapping[ReportName, Callable[[Session, Request], list[Section]]] = {
    ReportName.CUSTOMERS: customers_report,
    ReportName.CUSTOMER: customer_report,
    ReportName.INTERACTIONS: interactions_report,
    ReportName.COMPLAINTS: complaints_report,
    ReportName.PURCHASES: purchases_report,
    ReportName.SALES: sales_report,
    ReportName.TOP_CUSTOMERS: top_customers_report,
    ReportName.AUDIT: audit_report,
}


def report_title(name: ReportName) -> str:
    """Return what a report is called."""
    titles: Mapping[ReportName, Callable[[], str]] = {
        ReportName.CUSTOMERS: lambda: translate("Reports", "Customers"),
        ReportName.CUSTOMER: lambda: translate("Reports", "Customer's file"),
        ReportName.INTERACTIONS: lambda: translate("Reports", "Interactions"),
        ReportName.COMPLAINTS: lambda: translate("Reports", "Complaints"),
        ReportName.PURCHASES: lambda: translate("Reports", "Purchases"),
        ReportName.SALES: lambda: translate("Reports", "Sales"),
        ReportName.TOP_CUSTOMERS: lambda: translate("Reports", "Top customers"),
        ReportName.AUDIT: lambda: translate("Audit", "Audit trail"),
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
    customer_id: UUID | None = None,
    sales_by: SalesBy | None = None,
    user_id: UUID | None = None,
    with_sums: bool = True,
) -> Report:
    """Return a report whose rows are read while it is written: the session must live until then.

    Code or id name the customer of the report of one customer; `sales_by` leaves one way of telling
    sales apart; `user_id` and `customer_id` leave the audit trail of one person or customer;
    without `with_sums` what the shop sells is left out of reports about other things. Raises
    InvalidInput REPORT_UNKNOWN, RECORD_MISSING where nobody has the code.
    """
    if name not in REPORTS:
        raise InvalidInput(Problem.REPORT_UNKNOWN)
    request = Request(
        display=display,
        now=now or datetime.now(UTC),
        period=period,
        customer_code=customer_code,
        customer_id=customer_id,
        sales_by=sales_by,
        user_id=user_id,
        with_sums=with_sums,
    )
    sections = _SECTIONS[ReportName(name)](session, request)
    return Report(
        title=_title(ReportName(name), session, request),
        shop_name=shop_name,
        period_text=period_text(period, display) if period else "",
        generated_at=request.now,
        sections=sections,
        display=display,
    )


def _title(name: ReportName, session: Session, request: Request) -> str:
    if name is ReportName.CUSTOMER:
        customer = customer_name(session, asked_customer(session, request))
        return translate("Reports", "File of {customer}", customer=customer)
    return sales_by_title(request.sales_by) if request.sales_by else report_title(name)
