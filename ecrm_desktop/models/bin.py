"""How long what lies in the bin has been seen to be old enough to go."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Base


class BinExpiry(Base):
    """On how many days of work a deletion was found to be older than the bin keeps.

    The clock of a PC may be wrong by years for a day or two, so it alone destroys nothing. Local
    to this PC.
    """

    __tablename__ = "bin_expiries"

    deletion_id: Mapped[UUID] = mapped_column(primary_key=True)
    days: Mapped[int]
    last_on: Mapped[date]
