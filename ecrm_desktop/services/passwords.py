"""Setting, removing and recovering passwords, and counting the guesses."""

import hmac
from datetime import date
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.audit_events import FailedPassword
from ecrm_desktop.models.users import User, WrongPassword
from ecrm_desktop.services.permissions import require_permission, writing_user
from ecrm_desktop.services.records import at_field, get_active
from ecrm_desktop.storage.keyring_secrets import key_id
from ecrm_desktop.values.passwords import (
    RESET_DAYS,
    hash_password,
    is_password,
    parse_new_password,
)
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.recovery_code import (
    has_code_length,
    new_recovery_code,
    parse_recovery_code,
)
from ecrm_desktop.values.recovery_phrase import parse_phrase
from ecrm_desktop.values.statuses import Role


def set_password(session: Session, user_id: UUID, password: str) -> str:
    """Give oneself, or who manages people anybody, another password; or NOT_ALLOWED.

    Whoever calls has asked for the present one. Return the recovery code of an owner who had none,
    to be put on paper, else "". A reset that was asked for is over. Raises at `password` those of
    `parse_new_password`.
    """
    require_permission(session, Permission.MANAGE_PEOPLE, unless_of=user_id)
    with at_field("password"):
        checked = parse_new_password(password)
    user = get_active(session, User, user_id)
    code = "" if user.role is not Role.OWNER or user.recovery_hash else new_recovery_code()
    user.password_hash = hash_password(checked)
    if code:
        user.recovery_hash = hash_password(code)
    _end_reset(user)
    _begin_anew(session, user_id)
    return code


def remove_password(session: Session, user_id: UUID) -> None:
    """Let oneself, or who manages people anybody, in without a password; or NOT_ALLOWED.

    The recovery code counts no more, nor does a reset.
    """
    require_permission(session, Permission.MANAGE_PEOPLE, unless_of=user_id)
    _remove(session, user_id)


def _remove(session: Session, user_id: UUID) -> None:
    user = get_active(session, User, user_id)
    user.password_hash = user.recovery_hash = ""
    _end_reset(user)
    _begin_anew(session, user_id)


def renew_recovery_code(session: Session, user_id: UUID) -> str:
    """Give an owner another recovery code, of which only the hash is kept; or NOT_ALLOWED."""
    require_permission(session, Permission.MANAGE_PEOPLE, unless_of=user_id)
    code = new_recovery_code()
    get_active(session, User, user_id).recovery_hash = hash_password(code)
    return code


def recover_password(session: Session, user_id: UUID, typed: str, secret: bytes | None) -> None:
    """Remove an owner's password with what is on paper.

    That is the recovery code or, where the file is encrypted with `secret`, the recovery phrase.
    Raises RECOVERY_CODE_NONE (name), RECOVERY_CODE_WRONG, KEY_WRONG (key_id) and those of
    `parse_recovery_code` or `parse_phrase`. A wrong one is for `tell_wrong_code`, before anybody
    hears of it.
    """
    user = get_active(session, User, user_id)
    if user.role is not Role.OWNER:
        raise InvalidInput(Problem.RECOVERY_CODE_NONE, name=user.name)
    if secret is not None and not has_code_length(typed):
        if not hmac.compare_digest(parse_phrase(typed), secret):
            raise InvalidInput(Problem.KEY_WRONG, key_id=key_id(secret).hex())
    elif not user.recovery_hash:
        raise InvalidInput(Problem.RECOVERY_CODE_NONE, name=user.name)
    elif not is_password(parse_recovery_code(typed), user.recovery_hash):
        raise InvalidInput(Problem.RECOVERY_CODE_WRONG)
    _remove(session, user_id)


def is_wrong_proof(error: Exception) -> bool:
    """Return whether `recover_password` was refused because what was typed is on no paper here."""
    wrong = {Problem.RECOVERY_CODE_WRONG, Problem.KEY_WRONG}
    return isinstance(error, InvalidInput) and error.problem in wrong


def tell_wrong_code(session: Session, user_id: UUID) -> None:
    """Write into the audit trail that a recovery code or phrase for somebody was wrong."""
    session.add(FailedPassword(user_id=user_id))


def ask_for_reset(session: Session, user_id: UUID, today: date) -> None:
    """Have an owner's password removed after `RESET_DAYS` more days of work.

    Each start says so until then, and anybody with a password can stop it. One that was asked for
    already goes on. PASSWORD_NONE (name) for who is no owner with a password.
    """
    user = get_active(session, User, user_id)
    if user.role is not Role.OWNER or not user.active or not user.password_hash:
        raise InvalidInput(Problem.PASSWORD_NONE, name=user.name)
    if user.reset_asked_on is None:
        user.reset_asked_on = user.reset_seen_on = today


def stop_reset(session: Session, user_id: UUID) -> None:
    """Let a password stay whose reset was asked for.

    Raises InvalidInput RESET_NEEDS_PASSWORD for who has none, RESET_NONE (name) if none was asked.
    """
    writer = writing_user(session)
    if writer is None or not writer.password_hash:
        raise InvalidInput(Problem.RESET_NEEDS_PASSWORD)
    user = get_active(session, User, user_id)
    if user.reset_asked_on is None:
        raise InvalidInput(Problem.RESET_NONE, name=user.name)
    _end_reset(user)


def _end_reset(user: User) -> None:
    user.reset_asked_on = user.reset_seen_on = None
    user.reset_days = 0


def count_reset_days(session: Session, today: date) -> None:
    """Count a day of work, once a day, for each reset, and remove the passwords whose turn it is.

    A day before the last one counted is no new one, so a clock that is set to and fro gains none.
    """
    asked = select(User).where(User.reset_asked_on.is_not(None), User.deleted_at.is_(None))
    for user in session.scalars(asked).all():
        if user.reset_seen_on is None or user.reset_seen_on < today:
            user.reset_days += 1
            user.reset_seen_on = today
        if user.reset_days >= RESET_DAYS:
            _remove(session, user.id)


def begin_guess(session: Session, user_id: UUID, *, now: float) -> int:
    """Count a password as wrong before it is looked at; return for how many seconds none may be.

    Then it does not count and is not to be looked at. Counted afterwards, guesses would be free for
    whoever ends the program in between, or tries in many windows at once. `now` is the `uptime`;
    `forget_wrong_passwords` is for the right one.
    """
    wrong = session.get(WrongPassword, user_id)
    if wrong is None:
        wrong = WrongPassword(user_id=user_id, count=0, told=0)
        session.add(wrong)
    elif wait := wrong.wait(now):
        return wait
    _tell(session, wrong, wrong.count)
    wrong.add(now)
    return 0


def tell_wrong_passwords(session: Session, user_id: UUID) -> None:
    """Write all that was tried into the audit trail: the last one was wrong too.

    What nobody got to write, because the program was ended before, is written with the next try.
    """
    wrong = session.get(WrongPassword, user_id)
    if wrong is not None:
        _tell(session, wrong, wrong.count)


def forget_wrong_passwords(session: Session, user_id: UUID) -> None:
    """Begin to count again: the last one was right."""
    wrong = session.get(WrongPassword, user_id)
    if wrong is not None:
        _tell(session, wrong, wrong.count - 1)
    session.execute(delete(WrongPassword).where(WrongPassword.user_id == user_id))


def _begin_anew(session: Session, user_id: UUID) -> None:
    """Begin to count again: there is another password now, and all that was tried was wrong."""
    tell_wrong_passwords(session, user_id)
    forget_wrong_passwords(session, user_id)


def _tell(session: Session, wrong: WrongPassword, count: int) -> None:
    """Write down those of the first `count` tries that are not in the audit trail yet."""
    for _try in range(wrong.told, count):
        session.add(FailedPassword(user_id=wrong.user_id))
        wrong.told += 1
