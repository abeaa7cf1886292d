"""Recording interactions, and the follow-up each may leave behind."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from ecrm_desktop.drafts.interactions import FollowUpDraft, InteractionDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.queries.interactions import get_interaction
from ecrm_desktop.queries.tasks import TaskFilter, get_task, list_tasks
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.interactions import (
    claim_calls,
    delete_interactions,
    record_interaction,
    update_interaction,
)
from ecrm_desktop.services.tasks import complete_task, delete_tasks
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import Channel, Direction, InteractionOutcome, RecordKind
from tests.helpers.factories import make_customer, make_user

NOW = utc_now()
TOMORROW = date(2026, 11, 22)
CALLER = Phone.parse("0912 345 6789")


def draft(**over: Any) -> InteractionDraft:
    values: dict[str, Any] = {"occurred_at": NOW, "subject": "پیگیری ارسال"}
    return InteractionDraft(**values | over)


def test_a_call_keeps_all_that_was_written(database: Database) -> None:
    with database.transaction() as session:
        customer, user = make_customer(session, phone="+989190000000"), make_user(session)
        call = record_interaction(
            session,
            draft(
                customer_id=customer,
                channel=Channel.WHATSAPP,
                direction=Direction.OUTGOING,
                answered=False,
                duration=42,
                user_id=user,
                text="قول دادیم\nفردا خبر بدهیم",
                outcome=InteractionOutcome.PROMISED,
            ),
        )
    with database.reading() as session:
        row = get_interaction(session, call)
    assert (row.customer_name, row.phone, row.user_name) == ("مریم احمدی", "+989190000000", "رضا")
    assert (row.channel, row.direction, row.answered) == (
        Channel.WHATSAPP,
        Direction.OUTGOING,
        False,
    )
    assert (row.duration, row.outcome, row.occurred_at) == (42, InteractionOutcome.PROMISED, NOW)
    assert row.text == "قول دادیم\nفردا خبر بدهیم"
    assert row.follow_up_id is None


def test_a_follow_up_is_a_task_of_the_same_action(database: Database) -> None:
    with database.transaction() as session:
        customer, user = make_customer(session), make_user(session)
        follow_up = FollowUpDraft(due_on=TOMORROW, due_time=time(12), assignee_id=user)
        call = record_interaction(session, draft(customer_id=customer, follow_up=follow_up))
    with database.reading() as session:
        row = get_interaction(session, call)
        assert (row.follow_up_on, row.follow_up_time) == (TOMORROW, time(12))
        assert row.follow_up_id is not None
        task = get_task(session, row.follow_up_id)
    assert (task.title, task.customer_id, task.assignee_id) == ("پیگیری ارسال", customer, user)
    assert (task.record_kind, task.record_id) == (RecordKind.INTERACTION, call)


@pytest.mark.parametrize(
    ("call", "title", "expected"),
    [
        ({}, "به انبار زنگ بزن", "به انبار زنگ بزن"),
        ({"subject": "", "text": "نرسیده است\nفردا"}, "", "نرسیده است"),
        ({"subject": "", "text": "ا" * 1000}, "", "ا" * 200),
    ],
)
def test_what_a_follow_up_is_called(
    database: Database, call: dict[str, Any], title: str, expected: str
) -> None:
    with database.transaction() as session:
        follow_up = FollowUpDraft(due_on=TOMORROW, title=title)
        record_interaction(session, draft(**call, follow_up=follow_up))
        task = list_tasks(session, TaskFilter(today=TOMORROW))[0]
        assert get_task(session, task).title == expected


@pytest.mark.parametrize(
    ("over", "problem", "field"),
    [
        ({"subject": " "}, Problem.TEXT_EMPTY, "subject"),
        ({"subject": "ا" * 201}, Problem.TEXT_TOO_LONG, "subject"),
        ({"duration": -1}, Problem.NUMBER_NEGATIVE, "duration"),
        ({"occurred_at": NOW + timedelta(days=365)}, Problem.DATE_IN_FUTURE, "occurred_at"),
        ({"customer_id": new_id()}, Problem.RECORD_MISSING, "customer_id"),
        ({"user_id": new_id()}, Problem.RECORD_MISSING, "user_id"),
        (
            {"subject": "", "phone": CALLER, "follow_up": FollowUpDraft(due_on=TOMORROW)},
            Problem.TEXT_EMPTY,
            "subject",
        ),
    ],
)
def test_what_cannot_be_a_contact_leaves_nothing_behind(
    database: Database, over: dict[str, Any], problem: Problem, field: str
) -> None:
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        record_interaction(session, draft(**over))
    assert (caught.value.problem, caught.value.field) == (problem, field)
    with database.reading() as session:
        assert not list_tasks(session, TaskFilter(today=TOMORROW))


def test_a_caller_nobody_knows_needs_no_name(database: Database) -> None:
    with database.transaction() as session:
        call = record_interaction(session, draft(subject="", phone=CALLER))
        row = get_interaction(session, call)
    assert (row.customer_name, row.phone) == ("", "+989123456789")


def test_a_caller_who_becomes_a_customer_brings_calls_and_follow_ups(database: Database) -> None:
    with database.transaction() as session:
        follow_up = FollowUpDraft(due_on=TOMORROW)
        call = record_interaction(session, draft(phone=CALLER, follow_up=follow_up))
        other = record_interaction(session, draft(phone=Phone.parse("0935 000 0000")))
        elsewhere = make_customer(session, "علی", code="2")
        theirs = record_interaction(session, draft(phone=CALLER, customer_id=elsewhere))
        customer = make_customer(session)
        assert claim_calls(session, customer, CALLER) == 1
    with database.reading() as session:
        row = get_interaction(session, call)
        assert row.customer_id == customer
        assert row.follow_up_id is not None
        assert get_task(session, row.follow_up_id).customer_id == customer
        assert get_interaction(session, other).customer_id is None
        assert get_interaction(session, theirs).customer_id == elsewhere


def test_a_changed_follow_up_moves_its_task_and_makes_no_second_one(database: Database) -> None:
    with database.transaction() as session:
        user = make_user(session)
        call = record_interaction(session, draft(follow_up=FollowUpDraft(due_on=TOMORROW)))
        later = FollowUpDraft(
            due_on=TOMORROW + timedelta(days=3), due_time=time(9), assignee_id=user
        )
        update_interaction(session, call, draft(subject="تازه", follow_up=later))
        row = get_interaction(session, call)
        assert (row.subject, row.follow_up_on) == ("تازه", later.due_on)
        assert (row.follow_up_time, row.follow_up_assignee_id) == (time(9), user)
        assert len(list_tasks(session, TaskFilter(today=TOMORROW))) == 1
        update_interaction(session, call, draft())
        assert get_interaction(session, call).follow_up_on == later.due_on


def test_a_follow_up_added_later_makes_its_task_also_after_the_first_is_done(
    database: Database,
) -> None:
    with database.transaction() as session:
        call = record_interaction(session, draft())
        update_interaction(session, call, draft(follow_up=FollowUpDraft(due_on=TOMORROW)))
        first = get_interaction(session, call).follow_up_id
        assert first is not None
        complete_task(session, first, today=TOMORROW)
        assert get_interaction(session, call).follow_up_id is None
        update_interaction(session, call, draft(follow_up=FollowUpDraft(due_on=TOMORROW)))
        assert get_interaction(session, call).follow_up_id not in {None, first}


def test_a_follow_up_whose_task_was_deleted_makes_another(database: Database) -> None:
    with database.transaction() as session:
        call = record_interaction(session, draft(follow_up=FollowUpDraft(due_on=TOMORROW)))
        first = get_interaction(session, call).follow_up_id
        assert first is not None
        delete_tasks(session, [first])
        later = FollowUpDraft(due_on=TOMORROW + timedelta(days=1))
        update_interaction(session, call, draft(follow_up=later))
    with database.reading() as session:
        second = get_interaction(session, call).follow_up_id
        assert second not in {None, first}
        assert second is not None
        assert get_task(session, second).due_on == later.due_on


def test_a_deleted_call_takes_its_open_follow_up_along_and_brings_it_back(
    database: Database,
) -> None:
    with database.transaction() as session:
        call = record_interaction(session, draft(follow_up=FollowUpDraft(due_on=TOMORROW)))
        deletion = delete_interactions(session, [call])
        assert not list_tasks(session, TaskFilter(today=TOMORROW))
        with pytest.raises(InvalidInput) as caught:
            get_interaction(session, call)
        assert caught.value.problem == Problem.RECORD_MISSING
        restore_deletion(session, deletion)
        assert get_interaction(session, call).follow_up_on == TOMORROW
