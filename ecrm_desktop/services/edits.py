"""What somebody edited of a record, brought onto the record as it is by now."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Final, Generic, TypeVar
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.customers import ConsentDraft, PhoneDraft
from ecrm_desktop.drafts.purchases import LineDraft
from ecrm_desktop.drafts.unchanged import UNCHANGED
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import Synced
from ecrm_desktop.models.changes import Change, ChangeGroup
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.devices import pc_names
from ecrm_desktop.values.phone import Phone, PhoneKind

Draft = TypeVar("Draft")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field that was edited and meanwhile changed elsewhere: it keeps the value it has, `theirs`.

    `mine` is the field as it was edited; of parts, such as phones, with what others did to other
    parts. `changed_at` is None, and `user_name` "", where nobody knows who changed it; `pc` is on
    which of several PCs.
    """

    field: str
    mine: Any
    theirs: Any
    user_name: str = ""
    pc: str = ""
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Edit(Generic[Draft]):
    """A record as it is to be: all edits but those in `conflicts`; `changed` names what differs."""

    draft: Draft
    changed: frozenset[str]
    conflicts: tuple[Conflict, ...]


def rebase(draft: Draft, base: Draft | None, current: Draft) -> Edit[Draft]:
    """Return what was edited, the difference of two drafts, on top of the record's `current` one.

    `base` is what was shown to the person who edited; without it all of the draft is meant. A field
    that both sides changed to different values is a conflict; parts are compared one by one.
    """
    base = current if base is None else base
    values: dict[str, Any] = {}
    conflicts = []
    for name in _names(draft):
        mine, before, now = (getattr(one, name) for one in (draft, base, current))
        if isinstance(mine, tuple):
            merged, preferred = _rebase_parts(mine, before, now)
        else:
            merged, preferred = _rebase_value(mine, before, now)
        values[name] = merged
        if merged != preferred:
            conflicts.append(Conflict(field=name, mine=preferred, theirs=now))
    result: Draft = replace(draft, **values)  # type: ignore[type-var]
    changed = {name for name, value in values.items() if value != getattr(current, name)}
    return Edit(result, frozenset(changed), tuple(conflicts))


def rebase_wholly(
    session: Session,
    table: str,
    record_id: UUID,
    draft: Draft,
    base: Draft | None,
    current: Draft,
) -> Draft:
    """Return what `rebase` does, for small forms; any conflict is refused as by `check_shown`."""
    edit = rebase(draft, base, current)
    _refuse(session, table, record_id, edit.conflicts)
    return edit.draft


def check_shown(
    session: Session, record: Synced, field: str, wished: Any, *, shown: Any = UNCHANGED
) -> None:
    """Raise CHANGED_MEANWHILE if a field is no more as it was `shown` to who wishes another value.

    Its details have the conflicts, told as by `told`, and nothing is to be written; `base_after`
    has what whoever does it once more has seen. Without `shown` it is meant whatever there is.
    """
    now = getattr(record, field)
    if shown is UNCHANGED or now in {shown, wished}:
        return
    conflict = Conflict(field=field, mine=wished, theirs=now)
    _refuse(session, record.__tablename__, record.id, (conflict,))


def base_after(base: Draft, error: Exception) -> Draft:
    """Return what somebody has seen of a record once they were refused with an error."""
    if not isinstance(error, InvalidInput) or error.problem is not Problem.CHANGED_MEANWHILE:
        return base
    result: Draft = replace(base, **{one.field: one.theirs for one in conflicts_in(error)})  # type: ignore[type-var]
    return result


def conflicts_in(error: InvalidInput) -> tuple[Conflict, ...]:
    """Return the conflicts of a CHANGED_MEANWHILE, none of another error."""
    found: Any = error.details.get("conflicts", ())
    return tuple(found) if error.problem is Problem.CHANGED_MEANWHILE else ()


def _refuse(session: Session, table: str, record_id: UUID, conflicts: tuple[Conflict, ...]) -> None:
    if not conflicts:
        return
    found = told(session, table, record_id, conflicts)
    first = found[0]
    details: dict[str, object] = {"name": first.user_name} if first.user_name else {}
    if isinstance(first.theirs, str) and first.theirs:
        details["theirs"] = first.theirs
    raise InvalidInput(Problem.CHANGED_MEANWHILE, first.field, conflicts=found, **details)


def edited_only(draft: Draft, shown: Draft, base: Draft) -> Draft:
    """Return `base` with what a form says now where it differs from what it said when shown.

    What a form cannot show exactly, or not at all, is thereby never taken for an edit.
    """
    edits = {
        name: getattr(draft, name)
        for name in _names(draft)
        if getattr(draft, name) != getattr(shown, name)
    }
    result: Draft = replace(base, **edits)  # type: ignore[type-var]
    return result


def told(
    session: Session, table: str, record_id: UUID, conflicts: Iterable[Conflict]
) -> tuple[Conflict, ...]:
    """Return conflicts with who changed each field last, and when, as far as it was captured."""
    found = list(conflicts)
    if not found:
        return ()
    changes = session.execute(
        select(Change.table_name, Change.after, ChangeGroup.at, ChangeGroup.origin, User.name)
        .join(ChangeGroup, ChangeGroup.number == Change.group_number)
        .outerjoin(User, User.id == ChangeGroup.user_id)
        .where(or_(Change.record_id == record_id, Change.owner_id == record_id))
        .order_by(Change.number.desc())
        .limit(_LOOKED_AT)
    ).all()
    pcs = pc_names(session)
    return tuple(_with_author(one, table, changes, pcs) for one in found)


_LOOKED_AT: Final = 1000
_MAIN: Final = "main"
PART_TABLES: Final[Mapping[str, str]] = {
    "phones": "customer_phones",
    "consents": "customer_consents",
    "socials": "customer_socials",
    "favorites": "customer_favorites",
    "tags": "customer_tags",
    "field_values": "customer_field_values",
    "lines": "purchase_lines",
}
"""The fields of drafts that are records of their own, with their tables."""


def _with_author(
    conflict: Conflict, table: str, changes: Iterable[Any], pcs: Mapping[UUID | None, str]
) -> Conflict:
    parts = PART_TABLES.get(conflict.field)
    for changed_table, after, at, origin, user_name in changes:
        is_it = (
            changed_table == parts
            if parts is not None
            else changed_table == table and conflict.field in json.loads(after or "{}")
        )
        if is_it:
            pc = pcs.get(origin, "")
            return replace(conflict, user_name=user_name or "", pc=pc, changed_at=at)
    return conflict


def _names(draft: object) -> list[str]:
    return [one.name for one in fields(draft)]  # type: ignore[arg-type]


def _rebase_value(mine: Any, before: Any, now: Any) -> tuple[Any, Any]:
    """Return the value to be, and what it would be if the edit won."""
    if mine is UNCHANGED or mine == before:
        return now, now
    return (mine if before == now else now), mine


def _rebase_parts(
    mine: tuple[Any, ...], before: tuple[Any, ...], now: tuple[Any, ...]
) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    mine_by, before_by, now_by = (_by_key(one) for one in (mine, before, now))
    # Whoever edited the order keeps it; what only the others have stands behind it.
    first, second = (now_by, mine_by) if list(mine_by) == list(before_by) else (mine_by, now_by)
    merged, preferred = {}, {}
    for key in dict.fromkeys([*first, *second]):
        values = (one.get(key, UNCHANGED) for one in (mine_by, before_by, now_by))
        value, wished = _rebase_part(*values)
        if value is not UNCHANGED:
            merged[key] = value
        if wished is not UNCHANGED:
            preferred[key] = wished
    return _parts(merged), _parts(preferred)


def _rebase_part(mine: Any, before: Any, now: Any) -> tuple[Any, Any]:
    """Do as `_rebase_value`, where UNCHANGED is a part that is not there."""
    if mine == before:
        return now, now
    return (mine if before == now else now), mine


def _by_key(parts: tuple[Any, ...]) -> dict[Any, Any]:
    """Return parts by what tells one from another, and apart from them which phone is the main."""
    found: dict[Any, Any] = {}
    main = None
    for at, part in enumerate(parts):
        match part:
            case PhoneDraft():
                number = part.phone.number
                main = number if part.is_primary and main is None else main
                plain = replace(part, phone=Phone(number, PhoneKind.OTHER), is_primary=False)
                found.setdefault(number, plain)
            case ConsentDraft():
                found[part.channel] = part
            case LineDraft():
                found[part.line_id or at] = part
            case (UUID() as field_id, text):
                if text:
                    found[field_id] = part
            case _:
                found[part] = part
    if main is not None:
        found[_MAIN] = main
    return found


def _parts(found: dict[Any, Any]) -> tuple[Any, ...]:
    main = found.pop(_MAIN, None)
    return tuple(
        replace(part, is_primary=key == main) if isinstance(part, PhoneDraft) else part
        for key, part in found.items()
    )
