"""What a form or a file says about a purchase and about goods that come back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ecrm_desktop.values.statuses import PaymentMethod, PurchaseChannel


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """One line; `quantity` in thousandths, amounts in minor units.

    `line_id` is the stored line that a changed purchase keeps; without it the line is new.
    """

    line_id: UUID | None = None
    product_id: UUID | None = None
    title: str
    quantity: int = 1000
    unit_price: int
    discount: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseDraft:
    """One purchase; an empty `number` asks for the next one."""

    customer_id: UUID | None = None
    number: str = ""
    purchased_on: date
    purchased_at: datetime
    channel: PurchaseChannel = PurchaseChannel.IN_STORE
    seller_id: UUID | None = None
    lines: tuple[LineDraft, ...]
    discount: int = 0
    shipping: int = 0
    tax: int = 0
    payment_method: PaymentMethod | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnLineDraft:
    """How much of one purchased line came back, in thousandths, and the refund for it."""

    purchase_line_id: UUID
    quantity: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnDraft:
    """Goods of one purchase that came back."""

    purchase_id: UUID
    returned_on: date
    returned_at: datetime
    user_id: UUID | None = None
    reason: str = ""
    lines: tuple[ReturnLineDraft, ...]
