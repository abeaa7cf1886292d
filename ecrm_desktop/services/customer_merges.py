"""Joining two customers who are one person, and taking that back."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Date, Table, func, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.fields.field import MergeRule
from ecrm_desktop.models.base import Base, Synced, utc_now
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import (
    Customer,
    CustomerConsent,
    CustomerFieldValue,
    CustomerMerge,
    CustomerPhone,
)
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.models.segments import SegmentPin
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.types import RecordId, UtcInstant
from ecrm_desktop.services.clashes import (
    Clash,
    ClashKind,
    check_accepted,
    customer_clashes,
    replace_codes,
)
from ecrm_desktop.services.records import get_active
from ecrm_desktop.services.referrers import leads_to
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.consents import strictest
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.statuses import RecordKind


class MergeSide(StrEnum):
    """Whose value a field has after a merge; BOTH is for fields of `MergeRule.BOTH` only."""

    KEPT = "kept"
    MERGED = "merged"
    BOTH = "both"


MERGED_FIELDS: Final = tuple(
    field for field in CUSTOMER.columns if field.merge in {MergeRule.ONE, MergeRule.BOTH}
)
"""The columns of `Customer` that a merge has to choose for."""

_RECORDS: Final[tuple[InstrumentedAttribute[Any], ...]] = (
    Interaction.customer_id,
    Complaint.customer_id,
    Purchase.customer_id,
    Return.customer_id,
    Task.customer_id,
    Customer.referred_by_id,
)
_AT_ONCE: Final = 500


def merge_customers(
    session: Session, kept_id: UUID, merged_id: UUID, choices: Mapping[str, MergeSide]
) -> UUID:
    """Join one customer into another: fields as chosen, all records moved; return the merge.

    Keys of `choices` are names of `MERGED_FIELDS`, `phone` (whose main phone stays the main one),
    `field_values.<field id>`; of consents the strictest stands, and a referrer whom one of the two
    brought goes. Without a choice the kept customer's value stays unless it is empty, and notes are
    put together. The other customer goes to the bin. Raises InvalidInput MERGE_WITH_ITSELF,
    RECORD_MISSING.
    """
    if kept_id == merged_id:
        raise InvalidInput(Problem.MERGE_WITH_ITSELF)
    kept, merged = get_active(session, Customer, kept_id), get_active(session, Customer, merged_id)
    session.flush()
    merge_id = new_id()
    changes = _Changes(session)
    snapshot = _move_parts(session, changes, kept, merged, choices)
    for name, value in _chosen(session, kept, merged, choices).items():
        changes.set(getattr(Customer, name), value, [kept_id])
    for column in _RECORDS:
        changes.set(column, kept_id, _ids(session, column, merged_id))
    about = Task.record_kind == RecordKind.CUSTOMER
    changes.set(Task.record_id, kept_id, _ids(session, Task.record_id, merged_id, about))
    changes.set(Customer.merged_into_id, kept_id, [merged_id])
    changes.set(Customer.deletion_id, merge_id, [merged_id])
    changes.set(Customer.deleted_at, utc_now(), [merged_id])
    undo = json.dumps({"changes": changes.done, "parts": snapshot}, ensure_ascii=False)
    session.add(CustomerMerge(id=merge_id, kept_id=kept_id, merged_id=merged_id, undo=undo))
    session.flush()
    session.expire_all()
    return merge_id


def merge_pairs(session: Session, pairs: Iterable[tuple[UUID, UUID]]) -> list[UUID]:
    """Join the second customer of each pair into the first; return the merges.

    The kept customer's values stay unless they are empty. A pair of which one is gone meanwhile,
    perhaps into another pair, is left as it is.
    """
    merges = []
    for kept, merged in pairs:
        there = select(func.count()).where(
            Customer.id.in_((kept, merged)), Customer.deleted_at.is_(None)
        )
        if session.scalar(there) == len({kept, merged}) > 1:
            merges.append(merge_customers(session, kept, merged, {}))
    return merges


def undo_merges(
    session: Session, merges: Sequence[UUID], *, accepted: Collection[Clash] = ()
) -> None:
    """Part all of them again, the last one first; raises as `undo_merge`."""
    for merge_id in reversed(merges):
        undo_merge(session, merge_id, accepted=accepted)


def undo_merge(session: Session, merge_id: UUID, *, accepted: Collection[Clash] = ()) -> None:
    """Part two customers again, exactly as they were; what was changed since stays changed.

    Raises InvalidInput RECORD_MISSING, MERGE_MOVED_ON when one of the two is not there to be
    parted: the kept one was deleted or merged in turn, or the other was restored in another way;
    and COMES_BACK_TAKEN (clashes) if others have by now what the two get back and that is not
    `accepted`.
    """
    merge = get_active(session, CustomerMerge, merge_id)
    kept, merged = (session.get(Customer, one) for one in (merge.kept_id, merge.merged_id))
    if kept is None or kept.deleted_at or merged is None or merged.merged_into_id != kept.id:
        raise InvalidInput(Problem.MERGE_MOVED_ON)
    if merged.deleted_at is None:
        raise InvalidInput(Problem.MERGE_MOVED_ON)
    session.flush()
    undo = json.loads(merge.undo)
    for part in undo["parts"]:
        _put_back(session, part)
    for change in reversed(undo["changes"]):
        _take_back(session, change)
    merge.deleted_at, merge.deletion_id = utc_now(), merge_id
    session.flush()
    session.expire_all()
    made = merge.created_at
    clashes = [
        *customer_clashes(session, Customer.id == merged.id, made),
        *customer_clashes(session, Customer.id == kept.id, made, apart_from=merged.id),
        *_break_referrer_cycles(session, undo["changes"]),
    ]
    check_accepted(clashes, accepted)
    replace_codes(session, clashes)
    session.flush()


def _break_referrer_cycles(session: Session, changes: Sequence[dict[str, Any]]) -> list[Clash]:
    """Take away referrers who came back and were brought by whom they bring; return them."""
    clashes = []
    for change in changes:
        if change["column"] != Customer.referred_by_id.key:
            continue
        for customer in (session.get(Customer, UUID(one)) for one in change["ids"]):
            if customer is None or not leads_to(session, customer.referred_by_id, customer.id):
                continue
            other = session.get_one(Customer, customer.referred_by_id)
            clashes.append(
                Clash(ClashKind.REFERRER, customer.id, customer.name, other.code, other.name)
            )
            customer.referred_by_id = None
            session.flush()
    return clashes


class _Changes:
    """Changes columns of records and remembers what they were."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.done: list[dict[str, Any]] = []

    def set(self, column: Any, value: object, ids: Sequence[UUID]) -> None:
        table: Table = column.class_.__table__
        before: dict[object, list[UUID]] = {}
        for some in batched(ids, _AT_ONCE):
            rows = self._session.execute(
                select(column, column.class_.id).where(column.class_.id.in_(some))
            )
            for old, one in rows:
                if old != value:
                    before.setdefault(old, []).append(one)
        for old, changed in before.items():
            _update(self._session, table, column.key, value, changed)
            self.done.append(
                {
                    "table": table.name,
                    "column": column.key,
                    "before": _encode(old),
                    "after": _encode(value),
                    "ids": [one.hex for one in changed],
                }
            )


def _chosen(
    session: Session, kept: Customer, merged: Customer, choices: Mapping[str, MergeSide]
) -> dict[str, object]:
    values: dict[str, object] = {}
    for field in MERGED_FIELDS:
        name = field.name
        mine, other = getattr(kept, name), getattr(merged, name)
        side = choices.get(name)
        if field.merge is MergeRule.BOTH and side in {None, MergeSide.BOTH}:
            values[name] = "\n".join(dict.fromkeys(text for text in (mine, other) if text))
        elif side == MergeSide.MERGED or (side is None and not mine):
            values[name] = other
        else:
            values[name] = mine
    referrer_id: Any = values["referred_by_id"]
    # Who was brought by one of the two is brought by the one they are now.
    if any(leads_to(session, referrer_id, one.id) for one in (kept, merged)):
        values["referred_by_id"] = None
    return values


def _move_parts(
    session: Session,
    changes: _Changes,
    kept: Customer,
    merged: Customer,
    choices: Mapping[str, MergeSide],
) -> list[dict[str, Any]]:
    """Give the kept customer what only the other has; return what moved, as it was."""
    moved: list[Any] = []
    numbers = {phone.number for phone in kept.phones}
    phones = [phone for phone in merged.phones if phone.number not in numbers]
    _choose_main_phone(changes, kept, merged, phones, choices.get("phone"))
    moved += phones
    values = {one.field_id: one for one in kept.field_values}
    for value in merged.field_values:
        if value.field_id not in values:
            moved.append(value)
        elif choices.get(f"field_values.{value.field_id}") == MergeSide.MERGED:
            # They change places, so that either is there to be changed back.
            moved.append(value)
            changes.set(CustomerFieldValue.customer_id, merged.id, [values[value.field_id].id])
    for channel in {one.channel for one in merged.consents}:
        mine = [one for one in kept.consents if one.channel == channel]
        others = [one for one in merged.consents if one.channel == channel]
        stands = strictest([*mine, *others])
        if stands not in mine:
            moved.append(stands)
            ids = [one.id for one in mine]
            changes.set(CustomerConsent.customer_id, merged.id, ids)
    tags = {tag.tag for tag in kept.tags}
    moved += [tag for tag in merged.tags if tag.tag not in tags]
    socials = {(one.network, one.handle) for one in kept.socials}
    moved += [one for one in merged.socials if (one.network, one.handle) not in socials]
    favorites = {(one.kind, one.name) for one in kept.favorites}
    moved += [one for one in merged.favorites if (one.kind, one.name) not in favorites]
    pins = {one.segment_id: one for one in _pins(session, kept.id)}
    moved += [one for one in _pins(session, merged.id) if one.segment_id not in pins]
    snapshot = [_row(one) for one in moved]
    for one in moved:
        changes.set(type(one).customer_id, kept.id, [one.id])
    return snapshot


def _pins(session: Session, customer_id: UUID) -> Sequence[SegmentPin]:
    return session.scalars(select(SegmentPin).where(SegmentPin.customer_id == customer_id)).all()


def _choose_main_phone(
    changes: _Changes,
    kept: Customer,
    merged: Customer,
    moving: Sequence[CustomerPhone],
    side: MergeSide | None,
) -> None:
    for position, phone in enumerate(moving, len(kept.phones)):
        changes.set(CustomerPhone.position, position, [phone.id])
    main = next(
        (
            number
            for customer in ((merged, kept) if side == MergeSide.MERGED else (kept, merged))
            for number in [phone.number for phone in customer.phones if phone.is_primary]
        ),
        None,
    )
    for phone in (*kept.phones, *moving):
        changes.set(CustomerPhone.is_primary, phone.number == main, [phone.id])


def _put_back(session: Session, part: dict[str, Any]) -> None:
    """Make a moved part anew if somebody has deleted it since, unless its own field is gone."""
    table = Base.metadata.tables[part["table"]]
    values = {name: _decode(table, name, value) for name, value in part["values"].items()}
    if any(_is_gone(session, table, name, value) for name, value in values.items()):
        return
    if session.execute(select(table.c.id).where(table.c.id == values["id"])).first() is None:
        session.execute(insert(table).values(values))


def _take_back(session: Session, change: dict[str, Any]) -> None:
    table = Base.metadata.tables[change["table"]]
    name = change["column"]
    before, after = (_decode(table, name, change[which]) for which in ("before", "after"))
    ids = [UUID(one) for one in change["ids"]]
    if _is_gone(session, table, name, before):
        before = None
    _update(session, table, name, before, ids, table.c[name].is_not_distinct_from(after))


def _is_gone(session: Session, table: Table, column: str, value: object) -> bool:
    """Tell whether a value refers to a record that has left the bin for good."""
    targets = [key.column for key in table.c[column].foreign_keys]
    return value is not None and any(
        session.execute(select(target).where(target == value)).first() is None for target in targets
    )


def _update(
    session: Session, table: Table, column: str, value: object, ids: Sequence[UUID], *where: Any
) -> None:
    for some in batched(ids, _AT_ONCE):
        session.execute(
            update(table)
            .where(table.c.id.in_(some), table.c[column].is_distinct_from(value), *where)
            .values({column: value, "updated_at": utc_now()})
        )


def _ids(session: Session, column: Any, value: UUID, *where: Any) -> list[UUID]:
    return list(session.scalars(select(column.class_.id).where(column == value, *where)))


def _row(record: Synced) -> dict[str, Any]:
    columns = record.__table__.columns
    return {
        "table": columns["id"].table.name,
        "values": {column.key: _encode(getattr(record, column.key)) for column in columns},
    }


def _encode(value: object) -> object:
    if isinstance(value, UUID):
        return value.hex
    # A datetime is a date too, and both have the one ISO form.
    return value.isoformat() if isinstance(value, date) else value


def _decode(table: Table, column: str, value: Any) -> Any:
    kind = table.c[column].type
    if value is None:
        return None
    if isinstance(kind, RecordId):
        return UUID(value)
    if isinstance(kind, UtcInstant):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value
