"""People who work in the shop."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Base, SoftDeleted, enum_column
from ecrm_desktop.models.changes import SECRET
from ecrm_desktop.values.statuses import Role


class User(SoftDeleted):
    """Someone who works with the program; `password_hash` is argon2id's text, empty for none."""

    __tablename__ = "users"

    name: Mapped[str]
    role: Mapped[Role] = enum_column(Role, Role.STAFF)
    active: Mapped[bool] = mapped_column(default=True)
    password_hash: Mapped[str] = mapped_column(default="", info={SECRET: True})


class WrongPassword(Base):
    """How often a user's password was typed wrongly since it was last typed rightly.

    Local to this PC, and in the file so that starting the program again gives no new tries.
    """

    __tablename__ = "wrong_passwords"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    count: Mapped[int]
    last_at: Mapped[datetime]
