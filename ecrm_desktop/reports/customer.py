"""The file of one customer: who they are, what they bought, and everything that happened."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from uuid import UUID

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.fields.customers import CUSTOMER, consent_title, favorite_title
from ecrm_desktop.fields.field import FieldSpec, ValueKind
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import (
    ConsentRow,
    CustomerDetail,
    customer_detail,
    customer_fields,
)
from ecrm_desktop.queries.customers import CustomerRow, customer_rows, find_customer
from ecrm_desktop.reports.averages import average_fact
from ecrm_desktop.reports.customer_events import events_table, purchase_chart
from ecrm_desktop.reports.declared import declared_fact
from ecrm_desktop.reports.layout import ColumnKind, Fact, Facts, Section
from ecrm_desktop.reports.request import Request
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import FieldKind


def asked_customer(session: Session, request: Request) -> UUID:
    """Return the id of the customer whose file is wanted; RECORD_MISSING at `customer`."""
    code = to_latin_digits(request.customer_code.strip())
    found = request.customer_id or (find_customer(session, code) if code else None)
    if found is None:
        raise InvalidInput(Problem.RECORD_MISSING, "customer")
    return found


def customer_report(session: Session, request: Request) -> list[Section]:
    """Return the sections; the period, if there is one, is that of the events."""
    customer_id = asked_customer(session, request)
    customer = customer_detail(session, customer_id)
    (row,) = customer_rows(session, [customer_id])
    return [
        Facts(translate("Reports", "Customer"), list(_known(session, customer, request.display))),
        Facts(translate("Reports", "Figures"), list(_figures(row, request.display))),
        *purchase_chart(session, customer_id, request),
        events_table(session, customer_id, request),
    ]


def _figures(row: CustomerRow, display: Display) -> Iterator[Fact]:
    yield Fact(translate("Reports", "Purchases"), row.purchase_count, ColumnKind.NUMBER)
    yield Fact(translate("Reports", "Bought in all"), row.purchase_total, ColumnKind.MONEY)
    yield from average_fact(row.kept, display)
    yield Fact(translate("Reports", "Last purchase"), row.last_purchase_on, ColumnKind.DATE)
    yield Fact(translate("Reports", "Open complaints"), row.open_complaints, ColumnKind.NUMBER)


def _known(session: Session, customer: CustomerDetail, display: Display) -> Iterator[Fact]:
    """Yield everything that is known; what is not known takes no room."""
    for field in CUSTOMER.fields:
        facts: Iterable[Fact] = ()
        if field.kind is ValueKind.PARTS:
            facts = _parts(field, session, customer, display)
        elif field.in_draft or field.name == "created_at":
            facts = [declared_fact(field, customer, display)]
        yield from (fact for fact in facts if fact.value)


def _parts(
    field: FieldSpec, session: Session, customer: CustomerDetail, display: Display
) -> Iterable[Fact]:
    match field.name:
        case "phones":
            return [Fact(label(one.label), one.number, ColumnKind.PHONE) for one in customer.phones]
        case "consents":
            return [
                Fact(consent_title(one.channel), _consent(one, display))
                for one in customer.consents
            ]
        case "socials":
            return [
                Fact(label(network), handle, ColumnKind.CODE)
                for network, handle in customer.socials
            ]
        case "favorites":
            return [Fact(favorite_title(kind), name) for kind, name in customer.favorites]
        case "tags":
            return [Fact(field.title, translate("Reports", ", ").join(customer.tags))]
        case "field_values":
            return _own_fields(session, customer)
    raise LookupError(field.name)


def _own_fields(session: Session, customer: CustomerDetail) -> Iterator[Fact]:
    for field in customer_fields(session):
        value = customer.field_values.get(field.id, "")
        if not value:
            continue
        if field.kind is FieldKind.DATE:
            yield Fact(field.title, date.fromisoformat(value), ColumnKind.DATE)
        elif field.kind is FieldKind.NUMBER:
            yield Fact(field.title, Decimal(value), ColumnKind.NUMBER)
        else:
            yield Fact(field.title, value)


def _consent(consent: ConsentRow, display: Display) -> str:
    answer = translate("Reports", "agreed") if consent.granted else translate("Reports", "refused")
    since = display.date(consent.given_on) if consent.given_on else ""
    return translate("Reports", ", ").join(part for part in (answer, since, consent.source) if part)
