"""Removing a person's data for good, everywhere but in the shop's sums."""

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Table, delete, exists, func, or_, select, update
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.models.base import Base, utc_now
from ecrm_desktop.models.changes import Change, ChangeGroup
from ecrm_desktop.models.complaints import Complaint, ComplaintChange
from ecrm_desktop.models.customers import (
    Customer,
    CustomerMerge,
    CustomerPhone,
    DistinctCustomers,
    FormerPhone,
)
from ecrm_desktop.models.forgotten import (
    FORGOTTEN_CODE,
    KEPT_HISTORY,
    UNWIPED,
    ForgottenCustomer,
)
from ecrm_desktop.models.imports import Import
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.segments import SegmentEvent, SegmentMember
from ecrm_desktop.models.shop import Autosave, Counter
from ecrm_desktop.models.sync import Conflict, ForgottenRecord, Link, UnknownValue
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.queries.drafts_about import drafts_about, has_name, tells_number, words_of
from ecrm_desktop.services.bin import children, pointers
from ecrm_desktop.services.permissions import needs
from ecrm_desktop.values.batches import batched
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import CustomerKind
from ecrm_desktop.values.text import fold

EMPTIED: Final[dict[Table, tuple[str, ...]]] = {
    Base.metadata.tables[record.table]: names
    for record in RECORDS.values()
    if (names := tuple(field.name for field in record.columns if field.is_personal))
}
"""The records about a customer that sums and counts are made of, and their texts, which go."""

_AT_ONCE: Final = 500


@needs(Permission.FORGET)
def forget_customer(session: Session, customer_id: UUID, user_id: UUID | None) -> UUID:
    """Remove a person and those merged into them; return the id of the `ForgottenCustomer`.

    Needs `transaction(FORGETTING)`, and `wiping.wipe_file` once that is committed. Purchases,
    returns, interactions and complaints stay with their amounts, dates and choices for the sums;
    parts, tasks, histories, drafts and the values of captured changes go. What remains of the
    customer has no data but the city, if others live there too. Raises InvalidInput
    RECORD_MISSING, and CUSTOMER_MERGED (name) for one who is part of another customer.
    """
    customer = session.get(Customer, customer_id)
    if customer is None or customer.code == FORGOTTEN_CODE:
        raise InvalidInput(Problem.RECORD_MISSING)
    if customer.merged_into_id is not None:
        kept = session.get_one(Customer, customer.merged_into_id)
        raise InvalidInput(Problem.CUSTOMER_MERGED, name=kept.name)
    session.flush()
    was_in_bin = customer.deleted_at is not None
    _Forgetting(session, _people(session, customer_id)).run()
    session.expire_all()
    forgotten = ForgottenCustomer(customer_id=customer_id, was_in_bin=was_in_bin, user_id=user_id)
    session.add(forgotten)
    session.merge(Counter(name=UNWIPED, last=1))
    session.flush()
    return forgotten.id


def _people(session: Session, customer_id: UUID) -> list[UUID]:
    """Return a customer and whoever was merged into them, and into those."""
    people, new = [customer_id], [customer_id]
    while new:
        merged = select(Customer.id).where(Customer.merged_into_id.in_(new))
        new = [one for one in session.scalars(merged) if one not in people]
        people += new
    return people


class _Forgetting:
    """One removal: what it knows of the person, and the records whose captured values go too."""

    def __init__(self, session: Session, people: Sequence[UUID]) -> None:
        self._session = session
        self._people = people
        self._records: dict[UUID, str] = dict.fromkeys(people, Customer.__tablename__)
        self._merges: list[int] = []
        self._names, self._numbers = self._names_and_numbers()

    def run(self) -> None:
        self._find_former()
        self._find_merges()
        self._empty_records()
        self._empty_unknown_calls()
        self._delete_tasks()
        self._delete_parts()
        self._leave_a_shell()
        self._delete_drafts()
        self._rename_imports()
        self._delete_conflicts()
        self._empty_changes()
        self._tell_others()

    def _names_and_numbers(self) -> tuple[list[list[str]], list[str]]:
        """Return the folded words of each name, and all numbers, present and former."""
        names = self._session.execute(
            select(Customer.first_name, Customer.last_name, Customer.company_name).where(
                Customer.id.in_(self._people)
            )
        )
        words = [words for row in names for words in words_of(*row)]
        numbers = set(
            self._session.scalars(
                select(CustomerPhone.number).where(CustomerPhone.customer_id.in_(self._people))
            )
        )
        former = select(Change.before).where(
            Change.owner_id.in_(self._people),
            Change.table_name == CustomerPhone.__tablename__,
            Change.before.is_not(None),
        )
        for before in self._session.scalars(former):
            numbers.add(json.loads(before or "{}").get("number", ""))
        numbers.update(
            self._session.scalars(
                select(FormerPhone.number).where(FormerPhone.customer_id.in_(self._people))
            )
        )
        return words, sorted(numbers - {""})

    def _find_former(self) -> None:
        """Remember records about the person that were deleted for good long ago."""
        named = or_(
            *(
                func.instr(values, one.hex) > 0
                for one in self._people
                for values in (Change.before, Change.after)
            )
        )
        found = set(self._session.execute(select(Change.table_name, Change.record_id).where(named)))
        for table in {table for table, _ in found}:
            ids = {record_id for known, record_id in found if known == table}
            columns = Base.metadata.tables[table].c
            there = {
                one
                for some in batched(sorted(ids), _AT_ONCE)
                for one in self._session.scalars(select(columns.id).where(columns.id.in_(some)))
            }
            self._remember(table, ids - there)

    def _find_merges(self) -> None:
        """Remember what merges wrote: they copied the person's words to others, if only once."""
        merges = select(CustomerMerge.id).where(
            or_(CustomerMerge.kept_id.in_(self._people), CustomerMerge.merged_id.in_(self._people))
        )
        self._merges = [
            *self._session.scalars(
                select(Change.group_number)
                .where(
                    or_(Change.record_id.in_(merges), Change.record_id.in_([*self._records])),
                    Change.table_name == CustomerMerge.__tablename__,
                )
                .distinct()
            )
        ]

    def _empty_records(self) -> None:
        for table, texts in EMPTIED.items():
            about = table.c.customer_id.in_(self._people)
            self._remember(table.name, self._session.scalars(select(table.c.id).where(about)))
            self._empty(table, texts, about)
        for record in (Interaction, Complaint):
            binned = select(record.id).where(
                record.customer_id.in_(self._people), record.deleted_at.is_not(None)
            )
            for column in children(record):
                self._delete(column.table, column.in_(binned))
            self._delete(record.__table__, record.id.in_(binned))
        histories = select(Complaint.id).where(Complaint.customer_id.in_(self._people))
        self._delete(ComplaintChange.__table__, ComplaintChange.complaint_id.in_(histories))

    def _empty_unknown_calls(self) -> None:
        """Empty interactions with the person from before they were known, by their number."""
        shared = select(CustomerPhone.number).where(CustomerPhone.customer_id.not_in(self._people))
        for some in batched(self._numbers, _AT_ONCE):
            about = (
                Interaction.customer_id.is_(None)
                & Interaction.phone.in_(some)
                & Interaction.phone.not_in(shared)
            )
            table = Base.metadata.tables["interactions"]
            self._remember(table.name, self._session.scalars(select(table.c.id).where(about)))
            self._empty(table, EMPTIED[table], about)

    def _delete_tasks(self) -> None:
        about: list[ColumnElement[bool]] = [Task.customer_id.in_(self._people)]
        about += [Task.record_id.in_(some) for some in batched(sorted(self._records), _AT_ONCE)]
        for condition in about:
            self._delete(Task.__table__, condition)

    def _delete_parts(self) -> None:
        notes = DistinctCustomers.__table__
        for column in (*children(Customer), notes.c.first_id, notes.c.second_id):
            self._delete(column.table, column.in_(self._people))
        for seen in (SegmentMember, SegmentEvent):
            self._session.execute(delete(seen).where(seen.customer_id.in_(self._people)))

    def _leave_a_shell(self) -> None:
        """Empty every column of the customer, whatever columns there are, and leave no other."""
        kept, *merged = self._people
        for column in pointers(Customer):
            if column.table is Customer.__table__:
                self._session.execute(
                    update(Customer).where(column.in_(self._people)).values({column.key: None})
                )
            else:
                self._session.execute(
                    update(column.table).where(column.in_(merged)).values({column.key: kept})
                )
        self._session.execute(delete(Customer).where(Customer.id.in_(merged)))
        city, province = self._session.execute(
            select(Customer.city, Customer.province).where(Customer.id == kept)
        ).one()
        is_shared = self._session.scalar(
            select(exists().where(Customer.city == city, Customer.id != kept))
        )
        own = ("id", "created_at", "updated_at")
        empty = {
            column.key: None if column.nullable else ""
            for column in Customer.__table__.columns
            if column.key not in own
        }
        left = {
            "code": FORGOTTEN_CODE,
            "kind": CustomerKind.PERSON,
            "city": city if is_shared else "",
            "province": province if is_shared else "",
            "deleted_at": func.coalesce(Customer.deleted_at, utc_now()),
        }
        self._session.execute(update(Customer).where(Customer.id == kept).values(empty | left))

    def _delete_drafts(self) -> None:
        about = drafts_about(
            self._session, [*self._people, *self._records], self._names, self._numbers
        )
        for some in batched(about, _AT_ONCE):
            self._session.execute(delete(Autosave).where(Autosave.key.in_(some)))

    def _rename_imports(self) -> None:
        """Take the name from files that were named after the person, such as a contact's."""
        for import_id, name in self._session.execute(select(Import.id, Import.file_name)).all():
            folded = fold(PurePath(name).stem)
            if has_name(folded, self._names) or tells_number(folded, self._numbers):
                self._remember(Import.__tablename__, [import_id])
                renamed = FORGOTTEN_CODE + PurePath(name).suffix
                self._session.execute(
                    update(Import).where(Import.id == import_id).values(file_name=renamed)
                )

    def _delete_conflicts(self) -> None:
        for some in batched(sorted(self._records), _AT_ONCE):
            self._delete(Conflict.__table__, Conflict.record_id.in_(some))
            self._session.execute(delete(UnknownValue).where(UnknownValue.record_id.in_(some)))

    def _empty_changes(self) -> None:
        values = {
            name: func.iif(column.is_(None), None, "{}")
            for name, column in (("before", Change.before), ("after", Change.after))
        }
        for ids, columns in (
            (sorted(self._records), (Change.record_id, Change.owner_id)),
            (self._merges, (Change.group_number,)),
        ):
            for some in batched(ids, _AT_ONCE):
                for column in columns:
                    self._session.execute(
                        update(Change)
                        .where(column.in_(some), Change.table_name.not_in(KEPT_HISTORY))
                        .values(values)
                        .execution_options(synchronize_session=False)
                    )

    def _empty(self, table: Table, columns: Iterable[str], about: ColumnElement[bool]) -> None:
        filled = or_(*(table.c[name] != "" for name in columns))
        self._session.execute(update(table).where(about, filled).values(dict.fromkeys(columns, "")))

    def _delete(self, table: Any, about: ColumnElement[bool]) -> None:
        self._remember(table.name, self._session.scalars(select(table.c.id).where(about)))
        self._session.execute(delete(table).where(about))

    def _remember(self, table: str, ids: Iterable[UUID]) -> None:
        self._records.update(dict.fromkeys(ids, table))

    def _tell_others(self) -> None:
        """Write down whose history is to be forgotten on the shop's other PCs, if there are any."""
        if self._session.scalar(select(Link.id)) is None:
            return
        for record_id, table in self._records.items():
            self._session.merge(ForgottenRecord(record_id=record_id, table_name=table))
        merges = select(ChangeGroup.uid).where(
            ChangeGroup.number.in_(self._merges), ChangeGroup.uid.is_not(None)
        )
        for uid in self._session.scalars(merges).all():
            group = ForgottenRecord(record_id=uid, table_name=ChangeGroup.__tablename__)
            self._session.merge(group)
