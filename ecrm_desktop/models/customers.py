"""Customers and what belongs to one of them."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ecrm_desktop.models.base import Base, SoftDeleted, Synced, enum_column, reference
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


class Customer(SoftDeleted):
    """A person or company the shop deals with.

    `code` is unique on one PC by the service's rule, not by a constraint, so that no record that
    comes from another PC can be refused. Birth and marriage dates may lack the year: they are kept
    as the text of a `PartialDate`.
    """

    __tablename__ = "customers"
    __table_args__ = (
        Index("ix_customers_created_at", "created_at"),
        Index("ix_customers_email", "email", sqlite_where=text("email <> ''")),
    )

    code: Mapped[str] = mapped_column(index=True)
    kind: Mapped[CustomerKind] = enum_column(CustomerKind, CustomerKind.PERSON)
    first_name: Mapped[str] = mapped_column(default="")
    last_name: Mapped[str] = mapped_column(default="")
    company_name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    national_id: Mapped[str] = mapped_column(default="", index=True)
    birth_date: Mapped[str] = mapped_column(default="")
    gender: Mapped[Gender | None] = enum_column(Gender)
    job: Mapped[str] = mapped_column(default="")
    marriage_date: Mapped[str] = mapped_column(default="")
    spouse_name: Mapped[str] = mapped_column(default="")
    income_band: Mapped[IncomeBand | None] = enum_column(IncomeBand)
    province: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    acquisition_channel: Mapped[AcquisitionChannel | None] = enum_column(AcquisitionChannel)
    referred_by_id: Mapped[UUID | None] = reference("customers")
    preferred_channel: Mapped[Channel | None] = enum_column(Channel)
    notes: Mapped[str] = mapped_column(default="")
    merged_into_id: Mapped[UUID | None] = reference("customers")

    phones: Mapped[list["CustomerPhone"]] = relationship(
        order_by="CustomerPhone.position", cascade="all, delete-orphan"
    )
    consents: Mapped[list["CustomerConsent"]] = relationship(cascade="all, delete-orphan")
    socials: Mapped[list["CustomerSocial"]] = relationship(cascade="all, delete-orphan")
    favorites: Mapped[list["CustomerFavorite"]] = relationship(cascade="all, delete-orphan")
    tags: Mapped[list["CustomerTag"]] = relationship(cascade="all, delete-orphan")
    field_values: Mapped[list["CustomerFieldValue"]] = relationship(cascade="all, delete-orphan")

    @property
    def name(self) -> str:
        """Return the name to show: of the company, or first and last name, or else the code."""
        person = f"{self.first_name} {self.last_name}".strip()
        if self.kind == CustomerKind.COMPANY:
            return self.company_name or person or self.code
        return person or self.company_name or self.code


class CustomerPhone(Synced):
    """One phone of a customer: E.164, or the digits as typed where no plan knows them."""

    __tablename__ = "customer_phones"

    customer_id: Mapped[UUID] = reference("customers")
    number: Mapped[str] = mapped_column(index=True)
    label: Mapped[PhoneLabel] = enum_column(PhoneLabel, PhoneLabel.MOBILE)
    is_primary: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)


class FormerPhone(Base):
    """A number that a customer once had, known from entries that left the audit trail.

    Forgetting them has to know it. Local to this PC, as the trail is.
    """

    __tablename__ = "former_phones"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = reference("customers")
    number: Mapped[str]


class CustomerConsent(Synced):
    """Whether a customer agreed to be written to or called, since when, and how we know."""

    __tablename__ = "customer_consents"

    customer_id: Mapped[UUID] = reference("customers")
    channel: Mapped[ConsentChannel] = enum_column(ConsentChannel)
    granted: Mapped[bool]
    given_on: Mapped[date | None]
    source: Mapped[str] = mapped_column(default="")


class CustomerSocial(Synced):
    """A customer's handle on a network."""

    __tablename__ = "customer_socials"

    customer_id: Mapped[UUID] = reference("customers")
    network: Mapped[SocialNetwork] = enum_column(SocialNetwork)
    handle: Mapped[str]


class CustomerFavorite(Synced):
    """A brand or product a customer likes; a product of the list may be named."""

    __tablename__ = "customer_favorites"

    customer_id: Mapped[UUID] = reference("customers")
    kind: Mapped[FavoriteKind] = enum_column(FavoriteKind)
    name: Mapped[str]
    product_id: Mapped[UUID | None] = reference("products", index=False)


class CustomerTag(Synced):
    """A word the shop sticks on a customer."""

    __tablename__ = "customer_tags"

    customer_id: Mapped[UUID] = reference("customers")
    tag: Mapped[str] = mapped_column(index=True)


class CustomerField(SoftDeleted):
    """A field that the shop defines itself; `choices` has one choice a line."""

    __tablename__ = "customer_fields"

    title: Mapped[str]
    kind: Mapped[FieldKind] = enum_column(FieldKind, FieldKind.TEXT)
    choices: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class CustomerFieldValue(Synced):
    """A customer's value in one of the shop's own fields.

    `value` is the text itself, a decimal number with a point, an ISO date, or the choice.
    """

    __tablename__ = "customer_field_values"

    customer_id: Mapped[UUID] = reference("customers")
    field_id: Mapped[UUID] = reference("customer_fields")
    value: Mapped[str]


class DistinctCustomers(Synced):
    """Two customers of whom somebody said that they are two, however much they have in common.

    `first_id` is the lower one; the id is derived from both. A customer who is gone leaves None.
    """

    __tablename__ = "distinct_customers"

    first_id: Mapped[UUID | None] = reference("customers")
    second_id: Mapped[UUID | None] = reference("customers")


class CustomerMerge(SoftDeleted):
    """One customer joined into another, with all it takes to undo it.

    `undo` is JSON: the kept customer's former fields and the ids of the records that moved.
    """

    __tablename__ = "customer_merges"

    kept_id: Mapped[UUID] = reference("customers")
    merged_id: Mapped[UUID] = reference("customers")
    undo: Mapped[str]
