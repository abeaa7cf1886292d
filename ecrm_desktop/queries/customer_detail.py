"""All that is known about one customer, for the card, the form and the printed file."""

from collections.abc import Iterable, Sequence
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
    found = customer_details(session, [customer_id])
    if not found:
        raise InvalidInput(Problem.RECORD_MISSING)
    return found[customer_id]


def customer_details(session: Session, ids: Sequence[UUID]) -> dict[UUID, CustomerDetail]:
    """Return customers by their ids, without those in the bin; some hundred at once."""
    rows = session.execute(
        select(*_COLUMNS, CUSTOMER_NAME.label("name")).where(
            Customer.id.in_(ids), Customer.deleted_at.is_(None)
        )
    ).mappings()
    found = {row["id"]: dict[str, Any](row) for row in rows}
    referrers = {one["referred_by_id"] for one in found.values()} - {None}
    names = _names(session, referrers) if referrers else {}
    phones = _parts(
        session, ids, CustomerPhone, "number label is_primary",
        CustomerPhone.is_primary.desc(), CustomerPhone.position,
    )  # fmt: skip
    consents = _parts(session, ids, CustomerConsent, "channel granted given_on source")
    socials = _parts(session, ids, CustomerSocial, "network handle")
    favorites = _parts(session, ids, CustomerFavorite, "kind name")
    tags = _parts(session, ids, CustomerTag, "tag")
    own = _field_values(session, ids)
    return {
        one: CustomerDetail(
            **values
            | {name: partial_date(values[name]) for name in _PARTIAL_DATES}
            | {
                "referred_by_name": names.get(values["referred_by_id"], ""),
                "phones": tuple(PhoneRow(**row) for row in phones.get(one, ())),
                "consents": _standing([ConsentRow(**row) for row in consents.get(one, ())]),
                "socials": tuple(tuple(row.values()) for row in socials.get(one, ())),
                "favorites": tuple(tuple(row.values()) for row in favorites.get(one, ())),
                "tags": tuple(row["tag"] for row in tags.get(one, ())),
                "field_values": own.get(one, {}),
            }
        )
        for one, values in found.items()
    }


def _parts(
    session: Session, ids: Sequence[UUID], model: Any, names: str, *order: Any
) -> dict[UUID, list[dict[str, Any]]]:
    """Return what belongs to customers, in the order in which it came to them if none is given."""
    columns = [getattr(model, name) for name in names.split()]
    rows = session.execute(
        select(model.customer_id, *columns)
        .where(model.customer_id.in_(ids))
        .order_by(*(order or (model.created_at, model.id)))
    )
    found: dict[UUID, list[dict[str, Any]]] = {}
    for customer_id, *values in rows:
        found.setdefault(customer_id, []).append(dict(zip(names.split(), values, strict=True)))
    return found


def _names(session: Session, ids: Iterable[UUID]) -> dict[UUID, str]:
    rows = session.execute(select(Customer.id, CUSTOMER_NAME).where(Customer.id.in_(ids)))
    return {customer_id: name or "" for customer_id, name in rows}


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


def _field_values(session: Session, ids: Sequence[UUID]) -> dict[UUID, dict[UUID, str]]:
    rows = session.execute(
        select(
            CustomerFieldValue.customer_id, CustomerFieldValue.field_id, CustomerFieldValue.value
        )
        .join(CustomerField, CustomerField.id == CustomerFieldValue.field_id)
        .where(CustomerFieldValue.customer_id.in_(ids), CustomerField.deleted_at.is_(None))
        .order_by(CustomerField.position, CustomerField.id)
    )
    found: dict[UUID, dict[UUID, str]] = {}
    for customer_id, field_id, value in rows:
        found.setdefault(customer_id, {})[field_id] = value
    return found


_PARTIAL_DATES: Final = [
    field.name for field in CUSTOMER.columns if field.kind is ValueKind.PARTIAL_DATE
]
_COLUMNS: Final = [
    getattr(Customer, name)
    for name in CustomerDetail.__dataclass_fields__
    if name in Customer.__table__.columns
]
