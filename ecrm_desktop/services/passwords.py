"""Setting and removing passwords, and counting the wrong ones."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from ecrm_desktop.models.users import User, WrongPassword
from ecrm_desktop.services.records import at_field, get_active
from ecrm_desktop.values.passwords import hash_password, parse_new_password, seconds_to_wait


def set_password(session: Session, user_id: UUID, password: str) -> None:
    """Give a user another password; whoever calls has asked for the present one.

    Raises at `password` those of `parse_new_password`.
    """
    with at_field("password"):
        checked = parse_new_password(password)
    get_active(session, User, user_id).password_hash = hash_password(checked)
    forget_wrong_passwords(session, user_id)


def remove_password(session: Session, user_id: UUID) -> None:
    """Let a user work without a password."""
    get_active(session, User, user_id).password_hash = ""
    forget_wrong_passwords(session, user_id)


def count_wrong_password(session: Session, user_id: UUID, *, now: datetime) -> int:
    """Remember that a password was wrong; return for how many seconds nobody may try again."""
    wrong = session.get(WrongPassword, user_id)
    if wrong is None:
        wrong = WrongPassword(user_id=user_id, count=0)
        session.add(wrong)
    wrong.count += 1
    wrong.last_at = now
    return seconds_to_wait(wrong.count)


def forget_wrong_passwords(session: Session, user_id: UUID) -> None:
    """Begin to count again: the right one was typed, or there is another one."""
    session.execute(delete(WrongPassword).where(WrongPassword.user_id == user_id))
