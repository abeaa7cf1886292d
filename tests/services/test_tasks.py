"""Completing, repeating, taking back, postponing and deleting tasks."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.queries.tasks import TaskFilter, TaskRow, get_task, list_tasks, task_rows
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.tasks import (
    complete_task,
    create_task,
    delete_tasks,
    postpone_task,
    reopen_task,
    update_task,
)
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.jalali import from_jalali
from ecrm_desktop.values.repeat import next_due
from ecrm_desktop.values.statuses import RecordKind, TaskRepeat
from tests.helpers.factories import make_customer, make_user

TODAY = from_jalali(1405, 8, 30)


def draft(**over: Any) -> TaskDraft:
    values: dict[str, Any] = {"title": "زنگ بزن", "due_on": TODAY}
    return TaskDraft(**values | over)


def all_tasks(session: Session) -> list[TaskRow]:
    return task_rows(session, list_tasks(session, TaskFilter(today=TODAY)))


def test_a_task_keeps_all_that_was_written(database: Database) -> None:
    with database.transaction() as session:
        customer, user = make_customer(session), make_user(session)
        task = create_task(
            session,
            draft(
                title="  زنگ  بزن ",
                note="ساعت ۵\nبعد از ظهر",
                assignee_id=user,
                customer_id=customer,
                record_kind=RecordKind.CUSTOMER,
                record_id=customer,
                due_time=time(17),
                repeat=TaskRepeat.WEEKLY,
            ),
        )
    with database.reading() as session:
        row = get_task(session, task)
    assert (row.title, row.note) == ("زنگ بزن", "ساعت ۵\nبعد از ظهر")
    assert (row.assignee_name, row.customer_name) == ("رضا", "مریم احمدی")
    assert (row.due_on, row.due_time, row.repeat) == (TODAY, time(17), TaskRepeat.WEEKLY)
    assert (row.record_kind, row.record_id) == (RecordKind.CUSTOMER, customer)


@pytest.mark.parametrize(
    ("over", "problem", "field"),
    [
        ({"title": " \u200c "}, Problem.TEXT_EMPTY, "title"),
        ({"title": "ا" * 10_000}, Problem.TEXT_TOO_LONG, "title"),
        ({"note": "\ud800"}, Problem.TEXT_UNREADABLE, "note"),
        ({"customer_id": new_id()}, Problem.RECORD_MISSING, "customer_id"),
        ({"assignee_id": new_id()}, Problem.RECORD_MISSING, "assignee_id"),
    ],
)
def test_what_cannot_be_a_task(
    database: Database, over: dict[str, Any], problem: Problem, field: str
) -> None:
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        create_task(session, draft(**over))
    assert (caught.value.problem, caught.value.field) == (problem, field)


def test_done_and_taken_back(database: Database) -> None:
    with database.transaction() as session:
        user = make_user(session)
        task = create_task(session, draft())
        assert complete_task(session, task, today=TODAY, user_id=user) is None
        row = get_task(session, task)
        assert row.done_at is not None
        assert row.done_by_name == "رضا"
        reopen_task(session, task)
        row = get_task(session, task)
        assert (row.done_at, row.done_by_name) == (None, "")


def test_a_repeated_task_leaves_one_next_one_however_often_it_is_ticked(
    database: Database,
) -> None:
    with database.transaction() as session:
        task = create_task(session, draft(repeat=TaskRepeat.MONTHLY, due_time=time(9)))
        following = complete_task(session, task, today=TODAY)
        assert complete_task(session, task, today=TODAY) is None
        assert following is not None
        row = get_task(session, following)
        assert (row.due_on, row.due_time) == (from_jalali(1405, 9, 30), time(9))
        assert len(all_tasks(session)) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    late=st.integers(0, 800),
    early=st.integers(0, 40),
    repeat=st.sampled_from([one for one in TaskRepeat if one != TaskRepeat.NONE]),
)
def test_the_next_due_day_is_the_first_of_the_rhythm_after_today(
    database: Database, late: int, early: int, repeat: TaskRepeat
) -> None:
    due = TODAY - timedelta(days=late) + timedelta(days=early)
    with database.transaction() as session:
        task = create_task(session, draft(due_on=due, repeat=repeat))
        following = complete_task(session, task, today=TODAY)
        assert following is not None
        found = get_task(session, following).due_on
    days = [due]
    while days[-1] <= TODAY or len(days) == 1:
        days.append(next_due(days[-1], repeat, "jalali"))
    assert found == days[-1]
    assert found > max(TODAY, due)


def test_taking_back_a_repeated_task_takes_its_next_one_along(database: Database) -> None:
    with database.transaction() as session:
        task = create_task(session, draft(repeat=TaskRepeat.DAILY))
        complete_task(session, task, today=TODAY)
        reopen_task(session, task)
        assert [row.id for row in all_tasks(session)] == [task]


def test_a_next_one_that_is_done_itself_stays(database: Database) -> None:
    with database.transaction() as session:
        first = create_task(session, draft(repeat=TaskRepeat.DAILY))
        second = complete_task(session, first, today=TODAY)
        assert second is not None
        third = complete_task(session, second, today=TODAY + timedelta(days=1))
        reopen_task(session, first)
        assert {row.id for row in all_tasks(session)} == {first, second, third}


def test_taking_back_a_task_leaves_the_like_one_of_another_customer(database: Database) -> None:
    with database.transaction() as session:
        maryam, ali = (make_customer(session, name, code=name) for name in ("مریم", "علی"))
        daily = draft(customer_id=maryam, repeat=TaskRepeat.DAILY)
        first = create_task(session, daily)
        other = create_task(session, replace(daily, customer_id=ali))
        following = complete_task(session, first, today=TODAY)
        others_next = complete_task(session, other, today=TODAY)
        assert following is not None
        # Somebody made other work of it.
        update_task(session, following, replace(daily, title="پیام بده"))
        reopen_task(session, first)
        assert {row.id for row in all_tasks(session)} == {first, other, following, others_next}


def test_postponed_to_another_day_at_the_same_hour(database: Database) -> None:
    with database.transaction() as session:
        task = create_task(session, draft(due_time=time(10, 30)))
        postpone_task(session, task, TODAY + timedelta(days=2))
        row = get_task(session, task)
        assert (row.due_on, row.due_time) == (TODAY + timedelta(days=2), time(10, 30))
        postpone_task(session, task, TODAY, time(18))
        assert get_task(session, task).due_time == time(18)


def test_changed_and_handed_over(database: Database) -> None:
    with database.transaction() as session:
        zahra = make_user(session, "زهرا")
        task = create_task(session, draft())
        changed = draft(title="پیام بده", repeat=TaskRepeat.YEARLY, assignee_id=zahra)
        update_task(session, task, changed)
        row = get_task(session, task)
        assert (row.title, row.repeat) == ("پیام بده", TaskRepeat.YEARLY)
        assert row.assignee_name == "زهرا"
        update_task(session, task, draft())
        assert get_task(session, task).assignee_id is None


def test_deleted_together_and_brought_back(database: Database) -> None:
    with database.transaction() as session:
        tasks = [create_task(session, draft(title=f"کار {at}")) for at in range(3)]
        deletion = delete_tasks(session, tasks[:2])
        assert [row.id for row in all_tasks(session)] == tasks[2:]
        with pytest.raises(InvalidInput) as caught:
            complete_task(session, tasks[0], today=TODAY)
        assert caught.value.problem == Problem.RECORD_MISSING
        with pytest.raises(InvalidInput):
            delete_tasks(session, tasks[:2])
        restore_deletion(session, deletion)
        assert len(all_tasks(session)) == 3
