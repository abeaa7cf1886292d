"""Taking old entries out of the audit trail for good, as its owner said."""

import json
from collections.abc import Sequence
from datetime import timedelta
from itertools import takewhile
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, delete, exists, select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.unchanged import UNCHANGED, Unchanged
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.audit_events import AuditThinning, Export, FailedPassword, Restore
from ecrm_desktop.models.base import Synced
from ecrm_desktop.models.changes import THINNED, Change, ChangeGroup, ChangeKind
from ecrm_desktop.models.customers import Customer, CustomerPhone, FormerPhone
from ecrm_desktop.models.shop import Shop
from ecrm_desktop.queries.audit_trail import OldEntries, old_entries
from ecrm_desktop.services.counters import last_number, reach_number
from ecrm_desktop.services.edits import check_shown
from ecrm_desktop.services.permissions import needs
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.permissions import Permission

MOST_YEARS: Final = 100
# Some 50 ms in a file of 300 MB on a computer that is busy otherwise, 130 ms at worst.
_PORTION: Final = 200
_AT_LEAST: Final = timedelta(days=30)
# Records that nothing but the trail shows.
_EVENTS: Final[tuple[type[Synced], ...]] = (Export, Restore, FailedPassword, AuditThinning)


@needs(Permission.THIN_AUDIT)
def set_audit_years(session: Session, years: int, *, shown: int | Unchanged = UNCHANGED) -> None:
    """Keep the audit trail for so many years from now on; 0 is for ever.

    CHANGED_MEANWHILE if it is no more what was `shown`.
    """
    shop = session.scalars(select(Shop)).one()
    check_shown(session, shop, "audit_years", years, shown=shown)
    if years not in range(MOST_YEARS + 1):
        raise InvalidInput(Problem.NUMBER_TOO_LARGE, "audit_years", limit=MOST_YEARS)
    shop.audit_years = years


@needs(Permission.THIN_AUDIT)
def begin_thinning(session: Session, years: int, *, user_id: UUID | None) -> OldEntries | None:
    """Write down that what is older than so many years goes; None if nothing may.

    Then `thin_some` removes it. Raises InvalidInput CHOICE_WRONG for less than a year.
    """
    if years < 1:
        raise InvalidInput(Problem.CHOICE_WRONG, "audit_years")
    old = old_entries(session, years)
    if old is not None:
        _tell(session, old, user_id)
    return old


def due_thinning(session: Session) -> OldEntries | None:
    """Return what the shop's rule lets go by now; None until it is the entries of a month."""
    years = session.scalar(select(Shop.audit_years)) or 0
    old = old_entries(session, years) if years else None
    if old is None:
        return None
    first = session.scalars(select(ChangeGroup.at).order_by(ChangeGroup.number).limit(1)).one()
    return old if first <= old.until - _AT_LEAST else None


def begin_due_thinning(session: Session) -> OldEntries | None:
    """Do as `begin_thinning` by the shop's rule; the program's own work, nobody is asked."""
    old = due_thinning(session)
    if old is not None:
        _tell(session, old, None)
    return old


def is_thinning(session: Session) -> bool:
    """Return whether something that was told to go is still there."""
    told = last_number(session, THINNED)
    return bool(session.scalar(select(exists().where(ChangeGroup.number <= told))))


def thin_some(session: Session) -> int:
    """Remove the next changes of what was told to go; return how many, 0 when all is done.

    Needs `transaction(THINNING, captured=False)`, and is short, so that nobody waits for it: the
    caller comes again. Always the oldest go, so that the numbers of those that stay have no gaps.
    """
    told = last_number(session, THINNED)
    oldest = session.execute(
        select(Change.number, Change.group_number, Change.table_name, Change.record_id,
               Change.owner_id, Change.kind, Change.before)
        .order_by(Change.number)
        .limit(_PORTION)
    )  # fmt: skip
    going = list(takewhile(lambda one: one.group_number <= told, oldest))
    if not going:
        return 0
    _remember_phones(session, going)
    made = [one for one in going if one.kind == ChangeKind.INSERT]
    for table in _EVENTS:
        ids = [one.record_id for one in made if one.table_name == table.__tablename__]
        session.execute(delete(table).where(table.id.in_(ids)))
    session.execute(delete(Change).where(Change.number <= going[-1].number))
    session.execute(
        delete(ChangeGroup).where(
            ChangeGroup.number <= going[-1].group_number,
            ~exists().where(Change.group_number == ChangeGroup.number),
        )
    )
    return len(going)


def _tell(session: Session, old: OldEntries, user_id: UUID | None) -> None:
    session.add(AuditThinning(until=old.until, entries=old.entries, user_id=user_id))
    reach_number(session, THINNED, old.last)


def _remember_phones(session: Session, going: Sequence[Row[*tuple[Any, ...]]]) -> None:
    """Keep which numbers customers once had: whoever forgets one of them must know it."""
    phones = CustomerPhone.__tablename__
    former = {
        (one.owner_id, number)
        for one in going
        if one.table_name == phones and (number := json.loads(one.before or "{}").get("number"))
    }
    if not former:
        return
    owners = {owner for owner, _number in former}
    here = set(session.scalars(select(Customer.id).where(Customer.id.in_(owners))))
    known = {
        (owner, number)
        for table in (CustomerPhone, FormerPhone)
        for owner, number in session.execute(
            select(table.customer_id, table.number).where(table.customer_id.in_(owners))
        )
    }
    for owner, number in sorted(former - known):
        if owner in here:
            session.add(FormerPhone(id=new_id(), customer_id=owner, number=number))
    session.flush()
