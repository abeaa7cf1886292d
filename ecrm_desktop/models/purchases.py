"""Purchases, their lines, and what came back."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ecrm_desktop.models.base import SoftDeleted, Synced, enum_column, reference
from ecrm_desktop.values.statuses import PaymentMethod, PurchaseChannel


class Purchase(SoftDeleted):
    """One purchase; amounts are minor units of the shop's currency.

    `purchased_on` is the date as the shop saw it, and every report counts by it; `purchased_at` is
    the instant, for the order of events. `total` is `values.totals.purchase_total` of the lines.
    `source_key` tells an import which row of a file this came from.
    """

    __tablename__ = "purchases"
    __table_args__ = (
        Index("ix_purchases_customer_id_purchased_at", "customer_id", "purchased_at"),
        # Partial and wide, so that filtered lists and their sums read nothing but this index.
        Index(
            "ix_purchases_purchased_on",
            "purchased_on",
            "purchased_at",
            "id",
            "total",
            "customer_id",
            "seller_id",
            "channel",
            "payment_method",
            "deleted_at",
            sqlite_where=text("deleted_at IS NULL"),
        ),
    )

    number: Mapped[str] = mapped_column(default="", index=True)
    customer_id: Mapped[UUID | None] = reference("customers", index=False)
    purchased_on: Mapped[date]
    purchased_at: Mapped[datetime]
    channel: Mapped[PurchaseChannel] = enum_column(PurchaseChannel, PurchaseChannel.IN_STORE)
    seller_id: Mapped[UUID | None] = reference("users", index=False)
    discount: Mapped[int] = mapped_column(default=0)
    shipping: Mapped[int] = mapped_column(default=0)
    tax: Mapped[int] = mapped_column(default=0)
    total: Mapped[int]
    payment_method: Mapped[PaymentMethod | None] = enum_column(PaymentMethod)
    note: Mapped[str] = mapped_column(default="")
    source_key: Mapped[str | None] = mapped_column(index=True, default=None)

    lines: Mapped[list["PurchaseLine"]] = relationship(
        order_by="PurchaseLine.position", cascade="all, delete-orphan"
    )


class PurchaseLine(Synced):
    """One line of a purchase: a product of the list, or free text.

    `quantity` in thousandths; `total` is `values.totals.line_total` of the line.
    """

    __tablename__ = "purchase_lines"
    __table_args__ = (Index("ix_purchase_lines_product_id", "product_id", "quantity"),)

    purchase_id: Mapped[UUID] = reference("purchases")
    position: Mapped[int]
    product_id: Mapped[UUID | None] = reference("products", index=False)
    title: Mapped[str]
    quantity: Mapped[int]
    unit_price: Mapped[int]
    discount: Mapped[int] = mapped_column(default=0)
    total: Mapped[int]


class Return(SoftDeleted):
    """Goods that came back; `total` is what the customer was given back."""

    __tablename__ = "returns"
    __table_args__ = (Index("ix_returns_returned_on_total", "returned_on", "total"),)

    purchase_id: Mapped[UUID] = reference("purchases")
    customer_id: Mapped[UUID | None] = reference("customers")
    returned_on: Mapped[date]
    returned_at: Mapped[datetime]
    user_id: Mapped[UUID | None] = reference("users", index=False)
    reason: Mapped[str] = mapped_column(default="")
    total: Mapped[int]

    lines: Mapped[list["ReturnLine"]] = relationship(cascade="all, delete-orphan")


class ReturnLine(Synced):
    """How much of one purchased line came back; `quantity` in thousandths, `amount` refunded."""

    __tablename__ = "return_lines"

    return_id: Mapped[UUID] = reference("returns")
    purchase_line_id: Mapped[UUID] = reference("purchase_lines")
    quantity: Mapped[int]
    amount: Mapped[int]
