"""What this PC alone has of a person whom another one forgets: it goes before the person does."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import FORGETTING, CaptureContext, Change, ChangeGroup
from ecrm_desktop.models.customers import Customer, CustomerPhone, FormerPhone
from ecrm_desktop.models.forgotten import KEPT_HISTORY, UNWIPED
from ecrm_desktop.models.shop import Autosave, Counter
from ecrm_desktop.queries.drafts_about import drafts_about, words_of

_NAMES: Final = ("first_name", "last_name", "company_name")


def forget_people(session: Session, groups: Sequence[Mapping[str, Any]]) -> None:
    """Delete unfinished forms about those whom a page forgets, and numbers that they once had.

    Before the page is brought in: it is by their names that forms tell of them.
    """
    forgotten = [
        (operation[2], UUID(operation[3]))
        for group in groups
        for operation in group["ops"]
        if operation[1] == "f"
    ]
    if not forgotten:
        return
    people = [key for table, key in forgotten if table == Customer.__tablename__]
    if session.scalar(select(Autosave.key).limit(1)) is not None:
        names = [words for person in people for words in _names(session, person)]
        ids = [key for _, key in forgotten]
        about = drafts_about(session, ids, names, _numbers(session, people))
        session.execute(delete(Autosave).where(Autosave.key.in_(about)))
    session.execute(delete(FormerPhone).where(FormerPhone.customer_id.in_(people)))


def _names(session: Session, person: UUID) -> Iterator[list[str]]:
    """Yield the words of each name that somebody has or had, as far as it is known here."""
    present = session.execute(
        select(*(getattr(Customer, name) for name in _NAMES)).where(Customer.id == person)
    ).first()
    state = dict(zip(_NAMES, ("", "", "") if present is None else present, strict=True))
    yield from words_of(**state)
    rows = select(Change.before).where(
        Change.record_id == person, Change.table_name == Customer.__tablename__
    )
    for before in session.scalars(rows.order_by(Change.number.desc())):
        former = json.loads(before or "{}")
        state |= {name: former[name] for name in _NAMES if name in former}
        yield from words_of(**state)


def _numbers(session: Session, people: Sequence[UUID]) -> set[str]:
    numbers: set[str] = set()
    for phone in (CustomerPhone, FormerPhone):
        numbers.update(session.scalars(select(phone.number).where(phone.customer_id.in_(people))))
    rows = select(Change.before).where(
        Change.owner_id.in_(people), Change.table_name == CustomerPhone.__tablename__
    )
    for before in session.scalars(rows):
        numbers.add(json.loads(before or "{}").get("number") or "")
    return numbers - {""}


def empty_history(session: Session, capture: CaptureContext, table: str, key: bytes) -> None:
    """Empty what was captured of a record and its parts, or of a whole group by its uid."""
    where = (
        "group_number = (SELECT number FROM change_groups WHERE uid = ?1)"
        if table == ChangeGroup.__tablename__
        else "?1 IN (record_id, owner_id)"
    )
    said, capture.action = capture.action, FORGETTING
    session.connection().exec_driver_sql(
        "UPDATE changes SET before = iif(before IS NULL, NULL, '{}'),"
        " after = iif(after IS NULL, NULL, '{}')"
        f" WHERE {where} AND table_name NOT IN {KEPT_HISTORY}",
        (key,),
    )
    session.merge(Counter(name=UNWIPED, last=1))
    session.flush()
    capture.action = said
