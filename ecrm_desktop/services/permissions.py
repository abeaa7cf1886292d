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
    if session.scalar(select(func.ecrm_user())) is None:
        allowed = not anyone_has_password(session)
    else:
        writer = writing_user(session)
        is_own = writer is not None and unless_of == writer.id
        allowed = writer is not None and (is_own or may(writer.role, permission))
    if not allowed:
        raise InvalidInput(Problem.NOT_ALLOWED)


def writing_user(session: Session) -> User | None:
    """Return who writes, if they have said who they are and work here."""
    writer = session.scalar(select(func.ecrm_user()))
    working = select(User).where(User.active, User.deleted_at.is_(None))
    return None if writer is None else session.scalar(working.where(User.id == UUID(bytes=writer)))
