"""The fixed choices that tables store and screens offer."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class CustomerKind(StrEnum):
    """A natural or a legal person."""

    PERSON = "person"
    COMPANY = "company"


class Gender(StrEnum):
    """Gender of a customer who is a person."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class PhoneLabel(StrEnum):
    """Where a customer's phone rings."""

    MOBILE = "mobile"
    HOME = "home"
    WORK = "work"
    FAX = "fax"
    OTHER = "other"


class Channel(StrEnum):
    """The way shop and customer met or wrote."""

    CALL = "call"
    VISIT = "visit"
    SMS = "sms"
    EMAIL = "email"
    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    INSTAGRAM = "instagram"
    WEBSITE = "website"
    FAX = "fax"
    LETTER = "letter"


class Direction(StrEnum):
    """Who began an interaction: incoming is the customer."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class InteractionOutcome(StrEnum):
    """How an interaction ended."""

    DONE = "done"
    NEEDS_FOLLOW_UP = "needs_follow_up"
    NO_ANSWER = "no_answer"
    PROMISED = "promised"
    ORDERED = "ordered"
    NOT_INTERESTED = "not_interested"
    OTHER = "other"


class ConsentChannel(StrEnum):
    """A channel of advertising that a customer allows or refuses."""

    SMS = "sms"
    EMAIL = "email"
    CALL = "call"


class AcquisitionChannel(StrEnum):
    """How a customer found the shop."""

    WALK_IN = "walk_in"
    INSTAGRAM = "instagram"
    WEBSITE = "website"
    REFERRAL = "referral"
    ADVERTISEMENT = "advertisement"
    SHOP_LIST = "shop_list"
    TELEGRAM = "telegram"
    OTHER = "other"


class IncomeBand(StrEnum):
    """Household income as the shop estimates it."""

    LOW = "low"
    LOWER_MIDDLE = "lower_middle"
    MIDDLE = "middle"
    UPPER_MIDDLE = "upper_middle"
    HIGH = "high"


class SocialNetwork(StrEnum):
    """A network on which a customer has a handle."""

    INSTAGRAM = "instagram"
    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    EITAA = "eitaa"
    RUBIKA = "rubika"
    BALE = "bale"
    LINKEDIN = "linkedin"
    OTHER = "other"


class FavoriteKind(StrEnum):
    """What a customer's favourite is."""

    BRAND = "brand"
    PRODUCT = "product"


class FieldKind(StrEnum):
    """What a field defined by the shop holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


class Severity(StrEnum):
    """How badly a complaint hurts, mildest first."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    CRITICAL = "critical"


DEFAULT_PROMISE_DAYS: Mapping[Severity, int] = MappingProxyType(
    {Severity.LOW: 7, Severity.NORMAL: 3, Severity.HIGH: 2, Severity.CRITICAL: 1}
)


class ComplaintStatus(StrEnum):
    """Where a complaint stands."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    WAITING_CUSTOMER = "waiting_customer"
    RESOLVED = "resolved"
    CLOSED = "closed"
    REOPENED = "reopened"


ALLOWED_MOVES: Mapping[ComplaintStatus, tuple[ComplaintStatus, ...]] = MappingProxyType(
    {
        ComplaintStatus.NEW: (
            ComplaintStatus.IN_PROGRESS,
            ComplaintStatus.WAITING_CUSTOMER,
            ComplaintStatus.RESOLVED,
            ComplaintStatus.CLOSED,
        ),
        ComplaintStatus.IN_PROGRESS: (
            ComplaintStatus.WAITING_CUSTOMER,
            ComplaintStatus.RESOLVED,
            ComplaintStatus.CLOSED,
        ),
        ComplaintStatus.WAITING_CUSTOMER: (
            ComplaintStatus.IN_PROGRESS,
            ComplaintStatus.RESOLVED,
            ComplaintStatus.CLOSED,
        ),
        ComplaintStatus.RESOLVED: (ComplaintStatus.CLOSED, ComplaintStatus.REOPENED),
        ComplaintStatus.CLOSED: (ComplaintStatus.REOPENED,),
        ComplaintStatus.REOPENED: (
            ComplaintStatus.IN_PROGRESS,
            ComplaintStatus.WAITING_CUSTOMER,
            ComplaintStatus.RESOLVED,
            ComplaintStatus.CLOSED,
        ),
    }
)

OPEN_STATUSES = (
    ComplaintStatus.NEW,
    ComplaintStatus.IN_PROGRESS,
    ComplaintStatus.WAITING_CUSTOMER,
    ComplaintStatus.REOPENED,
)


def allowed_moves(status: ComplaintStatus) -> tuple[ComplaintStatus, ...]:
    """Return the statuses a complaint may go to next, the usual one first."""
    return ALLOWED_MOVES.get(status, ())


def is_open(status: ComplaintStatus) -> bool:
    """Tell whether the shop still owes work or an answer."""
    return status in OPEN_STATUSES


class PurchaseChannel(StrEnum):
    """Where a purchase was made."""

    IN_STORE = "in_store"
    PHONE = "phone"
    INSTAGRAM = "instagram"
    WEBSITE = "website"
    TELEGRAM = "telegram"
    OTHER = "other"


class PaymentMethod(StrEnum):
    """How a purchase was paid."""

    CASH = "cash"
    CARD = "card"
    CARD_TO_CARD = "card_to_card"
    ONLINE = "online"
    CHEQUE = "cheque"
    CREDIT = "credit"
    INSTALMENTS = "instalments"
    OTHER = "other"


class LeftOut(StrEnum):
    """Why a row of a list of sales is none, and nothing that anybody has to mend."""

    CANCELLED = "cancelled"
    UNPAID = "unpaid"
    RESERVED = "reserved"
    PROFORMA = "proforma"
    BOUGHT_IN = "bought_in"
    MONEY = "money"
    OTHER_CURRENCY = "other_currency"


class CustomerState(StrEnum):
    """How it stands with a customer's coming back."""

    NEW = "new"
    ACTIVE = "active"
    AT_RISK = "at_risk"
    DORMANT = "dormant"
    NEVER_BOUGHT = "never_bought"


class RfmCell(StrEnum):
    """What a customer is to the shop by when, how often and for how much they bought."""

    CHAMPIONS = "champions"
    LOYAL = "loyal"
    POTENTIAL_LOYAL = "potential_loyal"
    RECENT = "recent"
    PROMISING = "promising"
    NEED_ATTENTION = "need_attention"
    ABOUT_TO_SLEEP = "about_to_sleep"
    AT_RISK = "at_risk"
    CANNOT_LOSE = "cannot_lose"
    HIBERNATING = "hibernating"
    LOST = "lost"


class TaskRepeat(StrEnum):
    """How often a task comes back; `repeat.next_occurrence` counts the steps."""

    NONE = "none"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"


class Role(StrEnum):
    """What a user is in the shop."""

    OWNER = "owner"
    MANAGER = "manager"
    STAFF = "staff"


class RecordKind(StrEnum):
    """The kinds of record that a task, the bin or the search points at."""

    CUSTOMER = "customer"
    INTERACTION = "interaction"
    COMPLAINT = "complaint"
    PURCHASE = "purchase"
    RETURN = "return"
    PRODUCT = "product"
    TASK = "task"


class SegmentCrossing(StrEnum):
    """Which way a customer crossed the edge of a segment."""

    ENTERED = "entered"
    LEFT = "left"


class ExportFormat(StrEnum):
    """As what something is taken out of the shop."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    VCF = "vcf"
    ICS = "ics"
    ZIP = "zip"
    PAPER = "paper"


class ImportKind(StrEnum):
    """What the rows of a file are."""

    CUSTOMERS = "customers"
    PRODUCTS = "products"
    PURCHASES = "purchases"
    INTERACTIONS = "interactions"
