"""What a form or a file says about a customer."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ecrm_desktop.drafts.unchanged import Unchanged
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.postal_code import PostalCode
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
class PhoneDraft:
    """One phone; the first one marked primary is the customer's main phone."""

    phone: Phone
    label: PhoneLabel = PhoneLabel.MOBILE
    is_primary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentDraft:
    """Whether the customer agreed to one channel."""

    channel: ConsentChannel
    granted: bool
    given_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerDraft:
    """All a form holds about a customer; an empty `code` asks for the next free one.

    `socials` are (network, handle), `favorites` (kind, name), `field_values` own field → stored
    text (see `models.customers.CustomerFieldValue`).
    """

    code: str = ""
    kind: CustomerKind = CustomerKind.PERSON
    first_name: str = ""
    last_name: str = ""
    company_name: str = ""
    phones: tuple[PhoneDraft, ...] = ()
    email: Email | Unchanged | None = None
    national_id: NationalId | Unchanged | None = None
    birth_date: PartialDate | None = None
    gender: Gender | None = None
    job: str = ""
    marriage_date: PartialDate | None = None
    spouse_name: str = ""
    income_band: IncomeBand | None = None
    province: str = ""
    city: str = ""
    address: str = ""
    postal_code: PostalCode | Unchanged | None = None
    acquisition_channel: AcquisitionChannel | None = None
    referred_by_id: UUID | None = None
    preferred_channel: Channel | None = None
    consents: tuple[ConsentDraft, ...] = ()
    socials: tuple[tuple[SocialNetwork, str], ...] = ()
    favorites: tuple[tuple[FavoriteKind, str], ...] = ()
    tags: tuple[str, ...] = ()
    notes: str = ""
    field_values: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFieldDraft:
    """A field the shop defines; `choices` only for `FieldKind.CHOICE`."""

    title: str
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
