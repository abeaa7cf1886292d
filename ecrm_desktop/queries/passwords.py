"""Whether a password is right, and whether it may be tried at all."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.users import User, WrongPassword
from ecrm_desktop.values.passwords import is_password, seconds_to_wait


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordCheck:
    """The answer to a password; with seconds to `wait` it was not looked at.

    `wrong_before`: others were wrong since it was right the last time.
    """

    right: bool
    wait: int = 0
    wrong_before: bool = False


def check_password(
    session: Session, user_id: UUID, password: str, *, now: datetime
) -> PasswordCheck:
    """Check somebody's password, "" where they have none; a tenth of a second.

    It only reads, so that nobody is locked out while an import writes for minutes; a wrong one is
    to be counted by `count_wrong_password`.
    """
    wait = password_wait(session, user_id, now=now)
    if wait:
        return PasswordCheck(right=False, wait=wait)
    kept = session.scalar(
        select(User.password_hash).where(User.id == user_id, User.active, User.deleted_at.is_(None))
    )
    if kept is None:
        return PasswordCheck(right=False)
    wrong_before = session.get(WrongPassword, user_id) is not None
    right = is_password(password, kept) if kept else not password
    return PasswordCheck(right=right, wrong_before=wrong_before)


def password_wait(session: Session, user_id: UUID, *, now: datetime) -> int:
    """Return for how many seconds more nobody may try this user's password."""
    wrong = session.get(WrongPassword, user_id)
    if wrong is None:
        return 0
    whole = seconds_to_wait(wrong.count)
    # A clock that was turned back must not lock anybody out for years.
    return min(max(whole - int((now - wrong.last_at).total_seconds()), 0), whole)


def anyone_has_password(session: Session) -> bool:
    """Return whether somebody who works here has to say who they are."""
    with_password = select(User.id).where(
        User.active, User.deleted_at.is_(None), User.password_hash != ""
    )
    return session.scalar(with_password.limit(1)) is not None
