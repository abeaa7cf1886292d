"""Whether the role of who writes allows what a service does, asked at the time of the work."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.passwords import anyone_has_password
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.permissions import Permission, may

P = ParamSpec("P")
T = TypeVar("T")
_Service = Callable[Concatenate[Session, P], T]


def needs(permission: Permission) -> Callable[[_Service[P, T]], _Service[P, T]]:
    """Make a service refuse whom `permission` is not for; see `require_permission`."""

    def guarded(service: _Service[P, T]) -> _Service[P, T]:
        @wraps(service)
        def ask_first(session: Session, /, *args: P.args, **kwargs: P.kwargs) -> T:
            require_permission(session, permission)
            return service(session, *args, **kwargs)

        return ask_first

    return guarded


def require_permission(
    session: Session, permission: Permission, *, unless_of: UUID | None = None
) -> None:
    """Raise InvalidInput NOT_ALLOWED if the role of who writes does not allow it by now.

    Whoever wants to do it to themselves (`unless_of`) may. Who writes is who the transaction is
    captured for. Where nobody said who they are, as in a shop that is being made and on the command
    line, everything is allowed as long as nobody in the shop has a password, and nothing after.
    """
    _check(session, _writer(session), permission, unless_of)


def require_permission_to_read(database: Database, permission: Permission) -> None:
    """Raise the same for what writes no record, as a package or a backup made by hand.

    It is asked about in whose name this thread works.
    """
    with database.reading() as session:
        _check(session, database.capture.user_id, permission)


def _check(
    session: Session, user_id: UUID | None, permission: Permission, unless_of: UUID | None = None
) -> None:
    if user_id is None:
        allowed = not anyone_has_password(session)
    else:
        user = _working_user(session, user_id)
        allowed = user is not None and (user_id == unless_of or may(user.role, permission))
    if not allowed:
        raise InvalidInput(Problem.NOT_ALLOWED)


def writing_user(session: Session) -> User | None:
    """Return who writes, if they have said who they are and work here."""
    user_id = _writer(session)
    return None if user_id is None else _working_user(session, user_id)


def _writer(session: Session) -> UUID | None:
    writer = session.scalar(select(func.ecrm_user()))
    return None if writer is None else UUID(bytes=writer)


def _working_user(session: Session, user_id: UUID) -> User | None:
    works_here = User.id == user_id, User.active, User.deleted_at.is_(None)
    return session.scalar(select(User).where(*works_here))
