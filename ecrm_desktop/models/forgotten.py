"""Customers whose data was removed for good."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Synced, reference


class ForgottenCustomer(Synced):
    """That a customer was forgotten, when (`created_at`) and by whom; nothing about the person."""

    __tablename__ = "forgotten_customers"

    customer_id: Mapped[UUID] = mapped_column(index=True)
    user_id: Mapped[UUID | None] = reference("users", index=False)
