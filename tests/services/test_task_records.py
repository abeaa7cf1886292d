"""No open task is about something that is not there."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.drafts.purchases import ReturnDraft, ReturnLineDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.models.record_tables import RECORD_TABLES
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.services.bin import empty_bin, put_in_bin, restore_deletion
from ecrm_desktop.services.complaints import delete_complaints, open_complaint
from ecrm_desktop.services.customer_merges import merge_customers
from ecrm_desktop.services.interactions import record_interaction
from ecrm_desktop.services.returns import record_return
from ecrm_desktop.services.tasks import complete_task, create_task, delete_tasks, reopen_task
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import Channel, Direction, RecordKind, TaskRepeat
from tests.helpers.examples import examples
from tests.helpers.factories import make_customer, make_product, make_purchase

DAY, AT = date(2024, 5, 1), datetime(2024, 5, 1, 9, tzinfo=UTC)


def made(session: Session, customer: UUID) -> dict[RecordKind, UUID]:
    """Store one record of each kind that a task may be about."""
    purchase = make_purchase(session, customer, DAY, "کفش", "کیف")
    line = session.get_one(Purchase, purchase).lines[0]
    back = ReturnLineDraft(purchase_line_id=line.id, quantity=1000, amount=500)
    found = {
        RecordKind.CUSTOMER: customer,
        RecordKind.PURCHASE: purchase,
        RecordKind.RETURN: record_return(
            session,
            ReturnDraft(purchase_id=purchase, returned_on=DAY, returned_at=AT, lines=(back,)),
        ),
        RecordKind.PRODUCT: make_product(session),
        RecordKind.COMPLAINT: open_complaint(
            session, ComplaintDraft(customer_id=customer, subject="پاره بود", received_at=AT)
        ),
        RecordKind.INTERACTION: record_interaction(
            session,
            InteractionDraft(
                customer_id=customer,
                channel=Channel.CALL,
                direction=Direction.INCOMING,
                occurred_at=AT,
            ),
        ),
        RecordKind.TASK: create_task(session, TaskDraft(title="زنگ", due_on=DAY)),
    }
    session.flush()
    return found


def about(session: Session, kind: RecordKind, record_id: UUID, **over: object) -> UUID:
    """Store a task that is nobody's and no customer's, about a record."""
    draft = TaskDraft(title="پیگیری", due_on=DAY, record_kind=kind, record_id=record_id, **over)  # type: ignore[arg-type]
    task = create_task(session, draft)
    session.flush()
    return task


def check_all_are_there(session: Session) -> None:
    session.flush()
    session.expire_all()
    for task in session.scalars(
        select(Task).where(Task.done_at.is_(None), Task.deleted_at.is_(None))
    ):
        if task.record_kind is not None:
            assert task.record_id is not None
            record = session.get(RECORD_TABLES[task.record_kind], task.record_id)
            assert record is not None
            assert record.deleted_at is None


@pytest.mark.parametrize("kind", RecordKind)
def test_an_open_task_goes_to_the_bin_with_what_it_is_about_and_comes_back(
    database: Database, kind: RecordKind
) -> None:
    with database.transaction() as session:
        record = made(session, make_customer(session))[kind]
        task = about(session, kind, record)
        deletion = put_in_bin(session, [session.get_one(RECORD_TABLES[kind], record)])
        session.expire_all()
        assert session.get_one(Task, task).deletion_id == deletion
        restore_deletion(session, deletion)
        session.expire_all()
        back = session.get_one(Task, task)
        assert (back.deleted_at, back.record_kind, back.record_id) == (None, kind, record)


@pytest.mark.parametrize("kind", RecordKind)
def test_a_done_task_taken_up_again_is_not_about_what_has_gone(
    database: Database, kind: RecordKind
) -> None:
    with database.transaction() as session:
        record = made(session, make_customer(session))[kind]
        task = about(session, kind, record)
        complete_task(session, task, today=DAY)
        put_in_bin(session, [session.get_one(RECORD_TABLES[kind], record)])
        session.expire_all()
        assert session.get_one(Task, task).record_id == record
        reopen_task(session, task)
        check_all_are_there(session)


def test_a_task_that_comes_back_alone_is_not_about_what_is_still_in_the_bin(
    database: Database,
) -> None:
    with database.transaction() as session:
        complaint = made(session, make_customer(session))[RecordKind.COMPLAINT]
        task = about(session, RecordKind.COMPLAINT, complaint)
        deletion = delete_tasks(session, [task])
        delete_complaints(session, [complaint])
        restore_deletion(session, deletion)
        session.expire_all()
        back = session.get_one(Task, task)
        assert (back.deleted_at, back.record_kind, back.record_id) == (None, None, None)


def test_a_task_is_not_made_about_what_went_while_its_form_was_open(database: Database) -> None:
    with database.transaction() as session:
        complaint = made(session, make_customer(session))[RecordKind.COMPLAINT]
        delete_complaints(session, [complaint])
        session.expire_all()
        task = about(session, RecordKind.COMPLAINT, complaint)
        assert session.get_one(Task, task).record_id is None


class Walk:
    """What people do with tasks and with what these are about, in any order."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.people = [make_customer(session), make_customer(session, "علی کریمی", code="2")]
        self.records = [made(session, one) for one in self.people]
        self.tasks: list[UUID] = []
        self.deletions: list[UUID] = []

    def add(self, kind: RecordKind, at: int) -> None:
        repeat = TaskRepeat.DAILY if at % 3 == 0 else TaskRepeat.NONE
        self.tasks.append(about(self.session, kind, self.records[at % 2][kind], repeat=repeat))

    def bin(self, kind: RecordKind, at: int) -> None:
        found = self.session.get(RECORD_TABLES[kind], self.records[at % 2][kind])
        if found is not None and found.deleted_at is None:
            self.deletions.append(put_in_bin(self.session, [found]))

    def restore(self, _kind: RecordKind, at: int) -> None:
        if self.deletions:
            restore_deletion(self.session, self.deletions[at % len(self.deletions)])

    def empty(self, _kind: RecordKind, _at: int) -> None:
        empty_bin(self.session)

    def merge(self, _kind: RecordKind, _at: int) -> None:
        kept, merged = self.people
        self.deletions.append(merge_customers(self.session, kept, merged, {}))

    def bin_task(self, _kind: RecordKind, at: int) -> None:
        if self.tasks:
            self.deletions.append(delete_tasks(self.session, [self.tasks[at % len(self.tasks)]]))

    def complete(self, _kind: RecordKind, at: int) -> None:
        if self.tasks:
            complete_task(self.session, self.tasks[at % len(self.tasks)], today=DAY)

    def reopen(self, _kind: RecordKind, at: int) -> None:
        if self.tasks:
            reopen_task(self.session, self.tasks[at % len(self.tasks)])


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                Walk.add, Walk.bin, Walk.restore, Walk.empty, Walk.merge, Walk.bin_task,
                Walk.complete, Walk.reopen,
            )
        ),
        st.sampled_from(RecordKind),
        st.integers(0, 9),
    ),
    max_size=12,
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(40))
@given(steps=STEPS)
def test_no_open_task_is_ever_about_something_that_is_not_there(
    database: Database, steps: list[tuple[Callable[[Walk, RecordKind, int], None], RecordKind, int]]
) -> None:
    with database.transaction() as session:
        everything = session.begin_nested()
        walk = Walk(session)
        for step, kind, at in steps:
            one = session.begin_nested()
            try:
                step(walk, kind, at)
                session.flush()
                one.commit()
            except InvalidInput:
                one.rollback()
            check_all_are_there(session)
        everything.rollback()
        session.expire_all()
