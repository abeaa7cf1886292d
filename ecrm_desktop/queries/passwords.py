"""Whether a password is right, and whether it may be tried at all."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.users import UNOPENED, User, WrongPassword
from ecrm_desktop.values.passwords import is_password


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordCheck:
    """The answer to a password; after a wrong one nobody may try for `wait` seconds.

    `is_unopened`: nobody can tell yet, the shop's key is still to come to this PC.
    """

    right: bool
    wait: int = 0
    is_unopened: bool = False


def check_password(session: Session, user_id: UUID, password: str, *, now: float) -> PasswordCheck:
    """Check somebody's password, "" where they have none; a tenth of a second.

    `begin_guess` has counted it before. `now` is the `uptime`.
    """
    kept = session.scalar(
        select(User.password_hash).where(User.id == user_id, User.active, User.deleted_at.is_(None))
    )
    if kept is not None and (is_password(password, kept) if kept else not password):
        return PasswordCheck(right=True)
    if kept == UNOPENED:
        return PasswordCheck(right=False, is_unopened=True)
    return PasswordCheck(right=False, wait=password_wait(session, user_id, now=now))


def password_wait(session: Session, user_id: UUID, *, now: float) -> int:
    """Return for how many seconds more nobody may try this user's password."""
    wrong = session.get(WrongPassword, user_id)
    return 0 if wrong is None else wrong.wait(now)


def anyone_has_password(session: Session) -> bool:
    """Return whether somebody who works here has to say who they are."""
    with_password = select(User.id).where(
        User.active, User.deleted_at.is_(None), User.password_hash != ""
    )
    return session.scalar(with_password.limit(1)) is not None
