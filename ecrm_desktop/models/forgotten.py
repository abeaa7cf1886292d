"""Customers whose data was removed for good."""

from typing import Final
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Synced, reference

FORGOTTEN_CODE: Final = "—"
"""The code, and thereby the name, of what is left of every forgotten customer."""

UNWIPED: Final = "unwiped"
"""Name of the counter that stands while what was deleted may still be read from the file."""

KEPT_HISTORY: Final = ("purchase_lines", "return_lines")
"""The tables whose captured values stay, for the sums: what was bought and what came back."""


class ForgottenCustomer(Synced):
    """That a customer was forgotten, when (`created_at`) and by whom; nothing about the person.

    `customer_id` is what is left of them: a customer without any data, which is in no list and in
    no bin, and to whom the purchases belong that the sums are made of. Who `was_in_bin` counted
    no more as a buyer.
    """

    __tablename__ = "forgotten_customers"

    customer_id: Mapped[UUID] = mapped_column(index=True)
    was_in_bin: Mapped[bool]
    user_id: Mapped[UUID | None] = reference("users", index=False)
