"""Complaints: their numbers and promises, and a history that tells the whole story."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.queries.complaint_detail import ComplaintDetail, complaint_detail
from ecrm_desktop.queries.tasks import TaskFilter, list_tasks
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.complaints import (
    add_complaint_note,
    delete_complaints,
    move_complaint,
    open_complaint,
    promised_on,
    record_satisfaction,
    resolve_complaint,
    update_complaint,
)
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.services.tasks import create_task
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.jalali import from_jalali
from ecrm_desktop.values.money import LIMIT
from ecrm_desktop.values.statuses import ComplaintStatus, RecordKind, Severity, allowed_moves
from tests.helpers.examples import examples
from tests.helpers.factories import make_customer, make_product, make_purchase, make_user

TEHRAN = timezone(timedelta(hours=3, minutes=30))


def at(year: int, month: int, day: int, hour: int = 12) -> datetime:
    on = from_jalali(year, month, day)
    return datetime(on.year, on.month, on.day, hour, tzinfo=TEHRAN)


RECEIVED = at(1404, 8, 30)


def draft(**over: Any) -> ComplaintDraft:
    values: dict[str, Any] = {"subject": "تأخیر در ارسال", "received_at": RECEIVED}
    return ComplaintDraft(**values | over)


def read(database: Database, complaint: UUID) -> ComplaintDetail:
    with database.reading() as session:
        return complaint_detail(session, complaint)


def test_numbers_count_within_the_jalali_year_of_receipt(database: Database) -> None:
    with database.transaction() as session:
        ids = [
            open_complaint(session, draft(received_at=moment))
            for moment in (
                at(1403, 12, 30, 23),
                # Half past midnight in the shop is still the day before in UTC.
                at(1404, 1, 1, 0) + timedelta(minutes=30),
                at(1404, 8, 30),
                at(1403, 1, 5),
            )
        ]
        numbers = [complaint_detail(session, one).number for one in ids]
    assert numbers == ["1403-1", "1404-1", "1404-2", "1403-2"]


def test_a_number_that_came_from_elsewhere_is_not_given_twice(database: Database) -> None:
    with database.transaction() as session:
        session.add(
            Complaint(
                number="1404-1", subject="آمده", received_at=RECEIVED, due_on=date(2025, 1, 1)
            )
        )
        complaint = open_complaint(session, draft())
        assert complaint_detail(session, complaint).number == "1404-2"


@pytest.mark.parametrize("severity", list(Severity))
def test_a_complaint_is_due_as_the_shop_promises(database: Database, severity: Severity) -> None:
    promises = {Severity.LOW: 30, Severity.NORMAL: 10, Severity.HIGH: 4, Severity.CRITICAL: 0}
    shop = ShopDraft(name="مهر", **{f"promise_{s.value}": d for s, d in promises.items()})  # type: ignore[arg-type]
    with database.transaction() as session:
        before_the_shop = promised_on(session, RECEIVED.date(), Severity.LOW)
        create_shop(session, shop, "IRR", "مریم")
        complaint = open_complaint(session, draft(severity=severity))
    assert before_the_shop == RECEIVED.date() + timedelta(days=7)
    assert read(database, complaint).due_on == RECEIVED.date() + timedelta(days=promises[severity])


def test_a_due_date_of_its_own_wins_over_the_promise(database: Database) -> None:
    due = RECEIVED.date() + timedelta(days=20)
    with database.transaction() as session:
        complaint = open_complaint(session, draft(due_on=due))
    assert read(database, complaint).due_on == due


@pytest.mark.parametrize(
    ("over", "problem", "field"),
    [
        ({"subject": " "}, Problem.TEXT_EMPTY, "subject"),
        ({"description": "ا" * 20_001}, Problem.TEXT_TOO_LONG, "description"),
        ({"category": "\ud800"}, Problem.TEXT_UNREADABLE, "category"),
        ({"received_at": utc_now() + timedelta(days=2)}, Problem.DATE_IN_FUTURE, "received_at"),
        ({"due_on": RECEIVED.date() - timedelta(days=1)}, Problem.PERIOD_BACKWARDS, "due_on"),
        ({"compensation": -1}, Problem.NUMBER_NEGATIVE, "compensation"),
        ({"compensation": LIMIT + 1}, Problem.NUMBER_TOO_LARGE, "compensation"),
        ({"satisfaction": 0}, Problem.CHOICE_WRONG, "satisfaction"),
        ({"satisfaction": 6}, Problem.CHOICE_WRONG, "satisfaction"),
        ({"customer_id": new_id()}, Problem.RECORD_MISSING, "customer_id"),
        ({"purchase_id": new_id()}, Problem.RECORD_MISSING, "purchase_id"),
        ({"product_id": new_id()}, Problem.RECORD_MISSING, "product_id"),
        ({"assignee_id": new_id()}, Problem.RECORD_MISSING, "assignee_id"),
    ],
)
def test_what_cannot_be_a_complaint_takes_no_number(
    database: Database, over: dict[str, Any], problem: Problem, field: str
) -> None:
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        open_complaint(session, draft(**over))
    assert (caught.value.problem, caught.value.field) == (problem, field)
    with database.transaction() as session:
        complaint = open_complaint(session, draft())
    assert read(database, complaint).number == "1404-1"


def test_each_changed_field_is_an_entry_that_names_who_and_what(database: Database) -> None:
    with database.transaction() as session:
        zahra, reza = make_user(session, "زهرا"), make_user(session, "رضا")
        customer, product = make_customer(session), make_product(session)
        purchase = make_purchase(session, customer, date(2025, 11, 1), "کفش", number="812")
        complaint = open_complaint(session, draft(customer_id=customer), user_id=zahra)
    with database.transaction() as session:
        changed = draft(
            customer_id=customer,
            subject="نرسیدن سفارش",
            severity=Severity.HIGH,
            assignee_id=reza,
            purchase_id=purchase,
            product_id=product,
            due_on=read(database, complaint).due_on,
        )
        update_complaint(session, complaint, changed, user_id=reza)
        update_complaint(session, complaint, changed, user_id=reza)
    history = read(database, complaint).history
    assert [(e.field, e.before, e.after, e.user_name) for e in reversed(history)] == [
        ("status", "", "new", "زهرا"),
        ("subject", "تأخیر در ارسال", "نرسیدن سفارش", "رضا"),
        ("severity", "normal", "high", "رضا"),
        ("purchase_id", "", "812", "رضا"),
        ("product_id", "", "کفش", "رضا"),
        ("assignee_id", "", "رضا", "رضا"),
    ]


def test_the_whole_way_of_a_complaint(database: Database) -> None:
    with database.transaction() as session:
        user = make_user(session)
        complaint = open_complaint(session, draft(assignee_id=user))
        move_complaint(session, complaint, ComplaintStatus.IN_PROGRESS, note="زنگ زدم")
        add_complaint_note(session, complaint, "مشتری فردا می‌آید", user_id=user)
        move_complaint(session, complaint, ComplaintStatus.WAITING_CUSTOMER)
        resolve_complaint(session, complaint, resolution="کالا عوض شد", compensation=500_000)
        record_satisfaction(session, complaint, 4)
    resolved = read(database, complaint)
    assert resolved.status == ComplaintStatus.RESOLVED
    assert resolved.resolved_at is not None
    assert resolved.time_to_resolution == resolved.resolved_at - RECEIVED
    assert (resolved.resolution, resolved.compensation) == ("کالا عوض شد", 500_000)
    assert (resolved.satisfaction, resolved.assignee_name) == (4, "رضا")
    assert [e.note for e in resolved.history if e.note] == ["مشتری فردا می‌آید", "زنگ زدم"]
    with database.transaction() as session:
        move_complaint(session, complaint, ComplaintStatus.CLOSED)
    closed = read(database, complaint)
    assert closed.resolved_at == resolved.resolved_at
    assert closed.closed_at is not None
    with database.transaction() as session:
        move_complaint(session, complaint, ComplaintStatus.REOPENED, note="باز خراب شد")
    reopened = read(database, complaint)
    assert (reopened.resolved_at, reopened.closed_at) == (None, None)
    assert reopened.time_to_resolution is None
    assert next(e.note for e in reopened.history if e.note) == "باز خراب شد"


def test_closed_without_a_resolution_ends_all_the_same(database: Database) -> None:
    with database.transaction() as session:
        complaint = open_complaint(session, draft())
        move_complaint(session, complaint, ComplaintStatus.CLOSED)
    closed = read(database, complaint)
    assert closed.resolved_at == closed.closed_at is not None


def test_resolving_without_a_word_keeps_what_was_written_before(database: Database) -> None:
    with database.transaction() as session:
        complaint = open_complaint(session, draft(resolution="تعویض شد", compensation=500))
        resolve_complaint(session, complaint, resolution="")
        row = session.get_one(Complaint, complaint)
        assert (row.resolution, row.compensation) == ("تعویض شد", 500)
        move_complaint(session, complaint, ComplaintStatus.REOPENED)
        resolve_complaint(session, complaint, resolution="پول پس داده شد", compensation=0)
        assert (row.resolution, row.compensation) == ("پول پس داده شد", 0)


def test_an_empty_note_is_refused(database: Database) -> None:
    with database.transaction() as session:
        complaint = open_complaint(session, draft())
        with pytest.raises(InvalidInput) as caught:
            add_complaint_note(session, complaint, " \n ")
    assert (caught.value.problem, caught.value.field) == (Problem.TEXT_EMPTY, "note")
    assert len(read(database, complaint).history) == 1


def test_a_deleted_complaint_takes_its_open_tasks_along(database: Database) -> None:
    with database.transaction() as session:
        complaint = open_complaint(session, draft())
        task = TaskDraft(
            title="پیگیری",
            due_on=RECEIVED.date(),
            record_kind=RecordKind.COMPLAINT,
            record_id=complaint,
        )
        create_task(session, task)
        deletion = delete_complaints(session, [complaint])
        assert not list_tasks(session, TaskFilter(today=RECEIVED.date()))
        with pytest.raises(InvalidInput):
            move_complaint(session, complaint, ComplaintStatus.CLOSED)
        restore_deletion(session, deletion)
        assert complaint_detail(session, complaint).status == ComplaintStatus.NEW
        assert len(list_tasks(session, TaskFilter(today=RECEIVED.date()))) == 1


_TRACKED = (
    "subject", "description", "category", "severity", "assignee_id", "due_on", "status",
    "resolution", "compensation", "satisfaction",
)  # fmt: skip
_STATUSES = st.sampled_from(ComplaintStatus)
_TEXTS = st.sampled_from(["", "یک", "دو", "سه‌شنبه\nچهار"])


class ComplaintLife(RuleBasedStateMachine):
    """Anything people may do with one complaint, in any order."""

    file: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "shop.db"
        copy(self.file, path)
        self.database = Database(path)
        with self.database.transaction() as session:
            self.users = [make_user(session, name) for name in ("رضا", "زهرا")]
            self.id = open_complaint(session, draft())
        with self.database.reading() as session:
            self.first = self.state(session)

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()

    def state(self, session: Session) -> dict[str, str]:
        values = session.execute(
            select(*(getattr(Complaint, name) for name in _TRACKED)).where(Complaint.id == self.id)
        ).one()
        return {
            name: "" if value is None else str(value)
            for name, value in zip(_TRACKED, values, strict=True)
        }

    @rule(status=_STATUSES, note=_TEXTS)
    def move(self, status: ComplaintStatus, note: str) -> None:
        with self.database.transaction() as session:
            before = complaint_detail(session, self.id)
            if status in allowed_moves(before.status):
                move_complaint(session, self.id, status, note=note)
                return
            with pytest.raises(InvalidInput) as caught:
                move_complaint(session, self.id, status, note=note)
            assert caught.value.problem == Problem.MOVE_NOT_ALLOWED
            assert complaint_detail(session, self.id) == before

    @rule(
        subject=_TEXTS.filter(bool),
        description=_TEXTS,
        severity=st.sampled_from(Severity),
        days=st.none() | st.integers(0, 9),
        satisfaction=st.none() | st.integers(1, 5),
    )
    def update(
        self,
        subject: str,
        description: str,
        severity: Severity,
        days: int | None,
        satisfaction: int | None,
    ) -> None:
        due = None if days is None else RECEIVED.date() + timedelta(days=days)
        with self.database.transaction() as session:
            update_complaint(
                session,
                self.id,
                draft(
                    subject=subject,
                    description=description,
                    severity=severity,
                    due_on=due,
                    satisfaction=satisfaction,
                ),
            )

    @rule(resolution=_TEXTS, compensation=st.integers(0, 3))
    def resolve(self, resolution: str, compensation: int) -> None:
        with self.database.transaction() as session:
            status = complaint_detail(session, self.id).status
            if ComplaintStatus.RESOLVED in allowed_moves(status):
                resolve_complaint(
                    session, self.id, resolution=resolution, compensation=compensation
                )

    @rule(score=st.integers(1, 5))
    def rate(self, score: int) -> None:
        with self.database.transaction() as session:
            record_satisfaction(session, self.id, score)

    @rule(note=_TEXTS.filter(bool))
    def remark(self, note: str) -> None:
        with self.database.transaction() as session:
            add_complaint_note(session, self.id, note)

    @invariant()
    def history_replays_to_the_present(self) -> None:
        names = {"رضا": str(self.users[0]), "زهرا": str(self.users[1])}
        with self.database.reading() as session:
            detail, present = complaint_detail(session, self.id), self.state(session)
        replayed = {**self.first, "status": ""}
        for event in reversed(detail.history):
            if event.field == "note":
                assert event.note
                continue
            after = names.get(event.after, event.after)
            assert replayed[event.field] == names.get(event.before, event.before) != after
            replayed[event.field] = after
        assert replayed == present

    @invariant()
    def ends_are_known_exactly_for_ended_complaints(self) -> None:
        with self.database.reading() as session:
            detail = complaint_detail(session, self.id)
        ended = detail.status in {ComplaintStatus.RESOLVED, ComplaintStatus.CLOSED}
        assert (detail.resolved_at is not None) == ended
        assert (detail.closed_at is not None) == (detail.status == ComplaintStatus.CLOSED)
        assert detail.days_left(RECEIVED.date()) == (
            None if ended else (detail.due_on - RECEIVED.date()).days
        )


def test_whatever_is_done_the_history_replays_to_the_present(empty_database_file: Path) -> None:
    ComplaintLife.file = empty_database_file
    run_state_machine_as_test(
        ComplaintLife,
        settings=settings(
            max_examples=examples(25),
            stateful_step_count=20,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )


def test_a_reopened_complaint_is_promised_anew(database: Database) -> None:
    today = utc_now().date()
    with database.transaction() as session:
        complaint = open_complaint(session, draft(severity=Severity.HIGH))
        promised = promised_on(session, today, Severity.HIGH)
        for due, day in ((None, promised), (today, today)):
            before = session.get_one(Complaint, complaint).due_on
            move_complaint(session, complaint, ComplaintStatus.CLOSED)
            move_complaint(session, complaint, ComplaintStatus.REOPENED, due_on=due, today=today)
            session.flush()
            detail = complaint_detail(session, complaint)
            assert detail.due_on == day
            [change] = [one for one in detail.history if one.field == "due_on"][:1]
            assert (change.before, change.after) == (before.isoformat(), day.isoformat())
            move_complaint(session, complaint, ComplaintStatus.IN_PROGRESS)


def test_a_past_day_is_no_new_promise(database: Database) -> None:
    today = utc_now().date()
    with database.transaction() as session:
        complaint = open_complaint(session, draft())
        move_complaint(session, complaint, ComplaintStatus.CLOSED)
    yesterday = today - timedelta(days=1)
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        move_complaint(session, complaint, ComplaintStatus.REOPENED, due_on=yesterday, today=today)
    assert (caught.value.problem, caught.value.field) == (Problem.PERIOD_BACKWARDS, "due_on")
    assert read(database, complaint).status == ComplaintStatus.CLOSED


def test_what_was_said_about_an_end_is_not_replaced_unseen(database: Database) -> None:
    with database.transaction() as session:
        complaint = open_complaint(session, draft(customer_id=make_customer(session)))
        resolve_complaint(
            session, complaint, resolution="پول پس داده شد", shown=ComplaintStatus.NEW
        )
        with pytest.raises(InvalidInput) as caught:
            resolve_complaint(
                session, complaint, resolution="کالا عوض شد", shown=ComplaintStatus.NEW
            )
        assert (caught.value.problem, caught.value.field) == (Problem.CHANGED_MEANWHILE, "status")
        assert session.get_one(Complaint, complaint).resolution == "پول پس داده شد"
        resolve_complaint(
            session, complaint, resolution="کالا عوض شد", shown=ComplaintStatus.RESOLVED
        )
        assert session.get_one(Complaint, complaint).resolution == "کالا عوض شد"
        record_satisfaction(session, complaint, 2, shown=None)
        record_satisfaction(session, complaint, 2, shown=None)
        with pytest.raises(InvalidInput) as caught:
            record_satisfaction(session, complaint, 5, shown=None)
        assert caught.value.problem is Problem.CHANGED_MEANWHILE
        record_satisfaction(session, complaint, 5, shown=2)
