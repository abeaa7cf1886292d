"""People who work in the shop."""

from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Base, SoftDeleted, enum_column
from ecrm_desktop.models.changes import SECRET
from ecrm_desktop.models.wire import LOCAL
from ecrm_desktop.values.passwords import seconds_to_wait
from ecrm_desktop.values.statuses import Role

SEALED: Final = {"password_hash": "password_sealed", "recovery_hash": "recovery_sealed"}
"""What opens doors, and beside it what travels of it: sealed for the shop's PCs alone."""
UNOPENED: Final = "sealed"
"""Stands for a hash that another PC sealed with a key that is not here yet: nothing fits it."""

_START: Final = datetime(1970, 1, 1, tzinfo=UTC)


class User(SoftDeleted):
    """Someone who works with the program; `password_hash` is argon2id's text, empty for none.

    So is `recovery_hash`, of the code with which an owner removes a forgotten password. Without the
    code a reset is asked for: since `reset_asked_on`, on `reset_days` later days of work, the last
    of them `reset_seen_on`. Both hashes are for this PC's eyes alone; what travels of them is
    sealed with the shop's keys.
    """

    __tablename__ = "users"

    name: Mapped[str]
    role: Mapped[Role] = enum_column(Role, Role.STAFF)
    active: Mapped[bool] = mapped_column(default=True)
    password_hash: Mapped[str] = mapped_column(default="", info={SECRET: True, LOCAL: True})
    recovery_hash: Mapped[str] = mapped_column(default="", info={SECRET: True, LOCAL: True})
    password_sealed: Mapped[str] = mapped_column(default="", info={SECRET: True})
    recovery_sealed: Mapped[str] = mapped_column(default="", info={SECRET: True})
    reset_asked_on: Mapped[date | None]
    reset_seen_on: Mapped[date | None]
    reset_days: Mapped[int] = mapped_column(default=0)


class WrongPassword(Base):
    """How often a user's password was tried since it was last typed rightly.

    `told` of the tries are in the audit trail as wrong ones. Local to this PC, and in the file so
    that starting the program again gives no new tries, and all windows count together. `last_at` is
    `uptime` as time since 1970: anybody sets the other clock.
    """

    __tablename__ = "wrong_passwords"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    count: Mapped[int]
    last_at: Mapped[datetime]
    told: Mapped[int] = mapped_column(default=0)

    def add(self, now: float) -> None:
        """Count one more at this `uptime`."""
        self.count += 1
        # Never rounded up: what is later than now is taken for a former start of the PC.
        self.last_at = _START + timedelta(milliseconds=int(now * 1000))

    def wait(self, now: float) -> int:
        """Return for how many seconds more nobody may try at this `uptime`."""
        last = (self.last_at - _START).total_seconds()
        # If the PC was started again since, it has been so for at least as long as it has run.
        passed = now - last if last <= now else now
        return max(seconds_to_wait(self.count) - int(passed), 0)
