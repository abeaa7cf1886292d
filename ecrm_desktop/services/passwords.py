"""Setting and removing passwords, and counting the guesses."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from ecrm_desktop.models.users import User, WrongPassword
from ecrm_desktop.services.records import at_field, get_active
from ecrm_desktop.values.passwords import hash_password, parse_new_password


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


def begin_guess(session: Session, user_id: UUID, *, now: float) -> int:
    """Count a password as wrong before it is looked at; return for how many seconds none may be.

    Then it does not count and is not to be looked at. Counted afterwards, guesses would be free for
    whoever ends the program in between, or tries in many windows at once. `now` is the `uptime`;
    `forget_wrong_passwords` is for the right one.
    """
    wrong = session.get(WrongPassword, user_id)
    if wrong is None:
        wrong = WrongPassword(user_id=user_id, count=0)
        session.add(wrong)
    elif wait := wrong.wait(now):
        return wait
    wrong.add(now)
    return 0


def forget_wrong_passwords(session: Session, user_id: UUID) -> None:
    """Begin to count again: the right one was typed, or there is another one."""
    session.execute(delete(WrongPassword).where(WrongPassword.user_id == user_id))
