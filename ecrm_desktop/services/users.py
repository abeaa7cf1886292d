"""Adding, changing and retiring the people who work in the shop."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.record_drafts import user_draft
from ecrm_desktop.services.edits import rebase_wholly
from ecrm_desktop.services.permissions import needs
from ecrm_desktop.services.records import get_active, line_of
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import Role
from ecrm_desktop.values.text import fold


@needs(Permission.MANAGE_PEOPLE)
def add_user(session: Session, draft: UserDraft) -> UUID:
    """Store a new user; NAME_MISSING at `name` if it says nothing, PERSON_TAKEN if it is taken."""
    name = _name(draft)
    _refuse_taken(session, name)
    user = User(name=name, role=draft.role, active=draft.active)
    session.add(user)
    return user.id


@needs(Permission.MANAGE_PEOPLE)
def update_user(
    session: Session, user_id: UUID, draft: UserDraft, *, base: UserDraft | None = None
) -> None:
    """Change what differs from `base`, without it all; LAST_OWNER if nobody would own the shop.

    As `add_user` for another name. CHANGED_MEANWHILE if a field to change was changed elsewhere.
    Who is not active any more keeps their name on what they did, and nobody can choose them.
    """
    user = get_active(session, User, user_id)
    draft = rebase_wholly(session, "users", user_id, draft, base, user_draft(session, user_id))
    if draft.role is not Role.OWNER or not draft.active:
        _keep_an_owner(session, user)
    name = _name(draft)
    if name != user.name:
        _refuse_taken(session, name, unless_of=user_id)
    user.name = name
    user.role = draft.role
    user.active = draft.active


def _keep_an_owner(session: Session, leaving: User) -> None:
    if leaving.role != Role.OWNER or not leaving.active:
        return
    others = select(User.id).where(
        User.role == Role.OWNER,
        User.active,
        User.deleted_at.is_(None),
        User.id != leaving.id,
    )
    if session.scalar(others.limit(1)) is None:
        raise InvalidInput(Problem.LAST_OWNER)


def _refuse_taken(session: Session, name: str, *, unless_of: UUID | None = None) -> None:
    """Refuse the name of another one, also who left: it is all that tells them apart in the trail.

    However it is spelled, as commands find people by it.
    """
    people = session.execute(select(User.id, User.name).where(User.deleted_at.is_(None)))
    for key, other in people:
        if key != unless_of and fold(other) == fold(name):
            raise InvalidInput(Problem.PERSON_TAKEN, "name", name=other)


def _name(draft: UserDraft) -> str:
    name = line_of(draft.name, "name")
    if not name:
        raise InvalidInput(Problem.NAME_MISSING, "name")
    return name
