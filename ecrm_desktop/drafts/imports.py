"""What the rows of a file say."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.errors import EcrmError
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import (
    Channel,
    Direction,
    LeftOut,
    PaymentMethod,
    PurchaseChannel,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedLine:
    """One line; `quantity` in thousandths and perhaps 0, amounts in minor units."""

    product_code: str = ""
    product_name: str = ""
    quantity: int
    unit_price: int
    discount: int = 0


class OrderAmounts(NamedTuple):
    """What one row says about its whole purchase, in minor units; 0 says nothing."""

    discount: int = 0
    shipping: int = 0
    tax: int = 0


class SaleDetails(NamedTuple):
    """What a row says beside the goods of its purchase; None or "" is nothing said.

    `at` is an aware instant. `seller` is a name. `note` has also what no field takes.
    """

    at: datetime | None = None
    channel: PurchaseChannel | None = None
    payment: PaymentMethod | None = None
    seller: str = ""
    note: str = ""


class MatchBy(StrEnum):
    """What tells that a row is about a record that is here already."""

    CODE = "code"
    PHONE = "phone"
    NATIONAL_ID = "national_id"
    EMAIL = "email"
    NAME_AND_PHONE = "name_phone"


class OnMatch(StrEnum):
    """What a row does to the record it matches."""

    ADD_ONLY = "add"
    FILL_EMPTY = "fill"
    UPDATE_ALL = "update"


class OnShared(StrEnum):
    """What is done with a row that has the phone or address of somebody with an unlike name."""

    SECOND = "second"  # a second person, who shares it
    SAME = "same"  # the same person, who keeps the name they have
    LEAVE_OUT = "leave_out"  # a row with a problem


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedKey:
    """A row with the phone or address, `value`, of somebody with an unlike name, `other`."""

    row: int
    way: MatchBy
    value: str
    name: str
    other: str


class SaidReferrer(NamedTuple):
    """Whom a row calls the one who sent its customer: all of it, and what it may be read as.

    `numbers` are phones as stored.
    """

    text: str
    code: str = ""
    name: str = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedCustomer:
    """One row about a customer; what the file does not say is empty and never overwrites.

    `own` are the shop's own fields: title → stored text. `row` is the row's number in the file.
    `title` and the lines `kept`, of what has no field or does not fit its own, go to the note
    beside what the file says it is.
    """

    row: int
    draft: CustomerDraft
    own: tuple[tuple[str, str], ...] = ()
    title: str = ""
    kept: tuple[str, ...] = ()
    referrer: SaidReferrer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedProduct:
    """One row about a product."""

    row: int
    draft: ProductDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedSale:
    """One row about a purchase: a whole one, or one line of the purchase with this `number`.

    `order` may stand in each row of a purchase or in one of them, and counts once.

    `source_key` is the same whenever the same file, or a longer one, is read again, and differs
    between identical rows without a number; rows with one may have none (""). `refunded` is what
    was given back of the whole purchase so far. The lines `kept`, of cells that do not fit their
    fields, go to the note. A row that `is_discount` has no goods but takes the discount in its
    `order` off the others of its number, beside what other such rows do.
    """

    row: int
    source_key: str
    number: str = ""
    purchased_on: date
    customer_code: str = ""
    customer_name: str = ""
    customer_phone: Phone | None = None
    customer_email: Email | None = None
    line: ImportedLine
    order: OrderAmounts | None = None
    details: SaleDetails | None = None
    refunded: int = 0
    kept: tuple[str, ...] = ()
    is_discount: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedReturn:
    """One row about goods that came back, or money that was given back, of an earlier sale.

    `number` may be the sale's, and is, if `is_sale`: the row is the order that was given back. What
    the row does not say is None: without `quantity` no goods came back, or all of the sale if it
    says no `amount` either. With `is_so_far`, `amount` is all that was given back of the sale until
    now. The lines `kept` go to the reason.
    """

    row: int
    source_key: str
    number: str = ""
    returned_on: date | None
    customer_code: str = ""
    customer_name: str = ""
    customer_phone: Phone | None = None
    customer_email: Email | None = None
    product_code: str = ""
    product_name: str = ""
    quantity: int | None = None
    amount: int | None = None
    at: datetime | None = None
    reason: str = ""
    is_so_far: bool = False
    is_sale: bool = False
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutRow:
    """One row of a list of sales that is none; `currency` is the code of another currency."""

    row: int
    why: LeftOut
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedInteraction:
    """One row about an interaction with a customer.

    `at` is an aware instant, `duration` in seconds; the lines `kept` go to the note.
    """

    row: int
    source_key: str
    customer_code: str = ""
    customer_name: str = ""
    customer_phone: Phone | None = None
    at: datetime
    channel: Channel
    direction: Direction
    subject: str
    notes: str = ""
    answered: bool = True
    duration: int | None = None
    kept: tuple[str, ...] = ()


ImportedRow = (
    ImportedCustomer
    | ImportedProduct
    | ImportedSale
    | ImportedReturn
    | ImportedInteraction
    | LeftOutRow
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """Why one cell of a row cannot be taken; `position` counts columns from 0, None: the row."""

    row: int
    position: int | None
    error: EcrmError
