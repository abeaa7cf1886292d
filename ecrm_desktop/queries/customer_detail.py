"""All that is known about one customer, for the card, the form and the printed file."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.fields.field import ValueKind
from ecrm_desktop.models.customers import (
    Customer,
    CustomerConsent,
    CustomerFavorite,
    CustomerField,
    CustomerFieldValue,
    CustomerPhone,
    CustomerSocial,
    CustomerTag,
)
from ecrm_desktop.queries.customers import partial_date
from ecrm_desktop.queries.names import CUSTOMER_NAME
from ecrm_desktop.values.consents import strictest
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    ConsentChannel,
    CustomerKind,
    FavoriteKind,
    FieldKind,
    Gender,
    IncomeBand,
    PhoneLabel,
    SocialNetwork,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneRow:
    """One phone, E.164; the main one is the first of `CustomerDetail.phones`."""

    number: str
    label: PhoneLabel
    is_primary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRow:
    """Whether the customer agreed to one channel, since when, and how we know."""

    channel: ConsentChannel
    granted: bool
    given_on: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """A field that the shop defined."""

    id: UUID
    title: str
    kind: FieldKind
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDetail:
    """One customer; `field_values` are own field → stored text, of the fields still in use."""

    id: UUID
    code: str
    kind: CustomerKind
    first_name: str
    last_name: str
    company_name: str
    name: str
    phones: tuple[PhoneRow, ...]
    email: str
    national_id: str
    birth_date: PartialDate | None
    gender: Gender | None
    job: str
    marriage_date: PartialDate | None
    spouse_name: str
    income_band: IncomeBand | None
    province: str
    city: str
    address: str
    postal_code: str
    acquisition_channel: AcquisitionChannel | None
    referred_by_id: UUID | None
    referred_by_name: str
    preferred_channel: Channel | None
    consents: tuple[ConsentRow, ...]
    socials: tuple[tuple[SocialNetwork, str], ...]
    favorites: tuple[tuple[FavoriteKind, str], ...]
    tags: tuple[str, ...]
    notes: str
    field_values: dict[UUID, str]
    created_at: datetime
    updated_at: datetime

    @property
    def phone(self) -> str:
        """The main phone, E.164, or ""."""
        return self.phones[0].number if self.phones else ""


def customer_detail(session: Session, customer_id: UUID) -> CustomerDetail:
    """Return a customer; RECORD_MISSING if there is none or they lie in the bin."""
    found = session.execute(
        select(*_COLUMNS, CUSTOMER_NAME.label("name")).where(
            Customer.id == customer_id, Customer.deleted_at.is_(None)
        )
    ).mappings()
    values: dict[str, Any] = dict(found.one_or_none() or {})
    if not values:
        raise InvalidInput(Problem.RECORD_MISSING)
    phones = session.execute(
        select(CustomerPhone.number, CustomerPhone.label, CustomerPhone.is_primary)
        .where(CustomerPhone.customer_id == customer_id)
        .order_by(CustomerPhone.is_primary.desc(), CustomerPhone.position)
    ).mappings()
    consents = session.execute(
        select(
            CustomerConsent.channel,
            CustomerConsent.granted,
            CustomerConsent.given_on,
            CustomerConsent.source,
        )
        .where(CustomerConsent.customer_id == customer_id)
        .order_by(CustomerConsent.created_at, CustomerConsent.id)
    ).mappings()
    values |= {
        **{name: partial_date(values[name]) for name in _PARTIAL_DATES},
        "referred_by_name": customer_name(session, values["referred_by_id"]),
        "phones": tuple(PhoneRow(**row) for row in phones),
        "consents": _standing([ConsentRow(**row) for row in consents]),
        "socials": _pairs(session, customer_id, CustomerSocial.network, CustomerSocial.handle),
        "favorites": _pairs(session, customer_id, CustomerFavorite.kind, CustomerFavorite.name),
        "tags": tuple(
            session.scalars(
                select(CustomerTag.tag)
                .where(CustomerTag.customer_id == customer_id)
                .order_by(CustomerTag.created_at, CustomerTag.id)
            )
        ),
        "field_values": _field_values(session, customer_id),
    }
    return CustomerDetail(**values)


def _standing(consents: list[ConsentRow]) -> tuple[ConsentRow, ...]:
    """Return one answer a channel, though two PCs may each have written one."""
    by_channel: dict[ConsentChannel, list[ConsentRow]] = {}
    for one in consents:
        by_channel.setdefault(one.channel, []).append(one)
    return tuple(strictest(several) for several in by_channel.values())


def customer_name(session: Session, customer_id: UUID | None) -> str:
    """Return what a customer is called, in the bin or not; "" without one."""
    return session.scalar(select(CUSTOMER_NAME).where(Customer.id == customer_id)) or ""


def customer_fields(session: Session) -> list[FieldRow]:
    """Return the fields that the shop defined, in the shop's order."""
    found = session.execute(
        select(CustomerField.id, CustomerField.title, CustomerField.kind, CustomerField.choices)
        .where(CustomerField.deleted_at.is_(None))
        .order_by(CustomerField.position, CustomerField.id)
    )
    return [
        FieldRow(id=field_id, title=title, kind=kind, choices=tuple(choices.splitlines()))
        for field_id, title, kind, choices in found
    ]


def _field_values(session: Session, customer_id: UUID) -> dict[UUID, str]:
    found = session.execute(
        select(CustomerFieldValue.field_id, CustomerFieldValue.value)
        .join(CustomerField, CustomerField.id == CustomerFieldValue.field_id)
        .where(CustomerFieldValue.customer_id == customer_id, CustomerField.deleted_at.is_(None))
        .order_by(CustomerField.position, CustomerField.id)
    )
    return {field_id: value for field_id, value in found}  # noqa: C416 - rows have keys()


def _pairs(session: Session, customer_id: UUID, kind: Any, text: Any) -> tuple[Any, ...]:
    statement = (
        select(kind, text)
        .where(kind.class_.customer_id == customer_id)
        .order_by(kind.class_.created_at, kind.class_.id)
    )
    return tuple(tuple(row) for row in session.execute(statement))


_PARTIAL_DATES: Final = [
    field.name for field in CUSTOMER.columns if field.kind is ValueKind.PARTIAL_DATE
]
_COLUMNS: Final = [
    getattr(Customer, name)
    for name in CustomerDetail.__dataclass_fields__
    if name in Customer.__table__.columns
]
