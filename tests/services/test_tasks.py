"""Completing, repeating, taking back, postponing and deleting tasks."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.queries.tasks import TaskFilter, TaskRow, get_task, list_tasks, task_rows
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.edits import conflicts_in
from ecrm_desktop.services.tasks import (
    complete_task,
    create_task,
    delete_tasks,
    postpone_task,
    reopen_task,
    update_task,
)
from ecrm_desktop.services.users import update_user
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.jalali import from_jalali, to_jalali
from ecrm_desktop.values.repeat import next_occurrence
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


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
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
    assert found == next_occurrence(due, repeat, "jalali", max(TODAY, due))


def test_taking_back_a_repeated_task_takes_its_next_one_along(database: Database) -> None:
    with database.transaction() as session:
        task = create_task(session, draft(repeat=TaskRepeat.DAILY))
        complete_task(session, task, today=TODAY)
        reopen_task(session, task)
        assert [row.id for row in all_tasks(session)] == [task]


def ticked(session: Session, task: UUID, on: date) -> UUID:
    following = complete_task(session, task, today=on)
    assert following is not None
    return following


def due(session: Session, task: UUID) -> tuple[int, int, int]:
    return to_jalali(get_task(session, task).due_on)


def test_monthly_on_the_31st_stays_on_the_last_of_the_month(database: Database) -> None:
    with database.transaction() as session:
        task = create_task(
            session, draft(due_on=from_jalali(1405, 6, 31), repeat=TaskRepeat.MONTHLY)
        )
        days = []
        for _ in range(8):
            task = ticked(session, task, get_task(session, task).due_on)
            days.append(due(session, task)[1:])
    assert days == [(7, 30), (8, 30), (9, 30), (10, 30), (11, 30), (12, 29), (1, 31), (2, 31)]


SATURDAY = from_jalali(1405, 9, 7)


@pytest.mark.parametrize(
    ("put_off", "done", "following"),
    [
        (1, 1, 7),  # to Sunday, and done then
        (-2, -2, 7),  # to the Thursday before: the Saturday itself is done with it
        (8, 8, 14),  # past the next Saturday
        (8, 2, 7),  # the same, but done early
        (0, 20, 21),  # not put off but late
    ],
)
def test_putting_off_moves_one_time_and_not_the_rhythm(
    database: Database, put_off: int, done: int, following: int
) -> None:
    with database.transaction() as session:
        task = create_task(session, draft(due_on=SATURDAY, repeat=TaskRepeat.WEEKLY))
        postpone_task(session, task, SATURDAY + timedelta(days=put_off))
        next_one = ticked(session, task, SATURDAY + timedelta(days=done))
        assert get_task(session, next_one).due_on == SATURDAY + timedelta(days=following)


def test_a_task_that_somebody_else_moved_or_did_is_not_put_off_unseen(database: Database) -> None:
    sunday, monday = SATURDAY + timedelta(days=1), SATURDAY + timedelta(days=2)
    with database.transaction() as session:
        task = create_task(session, draft(due_on=SATURDAY))
        postpone_task(session, task, monday, shown=SATURDAY)
        postpone_task(session, task, monday, shown=SATURDAY)  # both want the same
        with pytest.raises(InvalidInput) as caught:
            postpone_task(session, task, sunday, shown=SATURDAY)
        assert (caught.value.problem, caught.value.field) == (Problem.CHANGED_MEANWHILE, "due_on")
        [conflict] = conflicts_in(caught.value)
        assert (conflict.mine, conflict.theirs) == (sunday, monday)
        assert get_task(session, task).due_on == monday
        postpone_task(session, task, sunday, shown=monday)
        complete_task(session, task, today=SATURDAY)
        with pytest.raises(InvalidInput) as caught:
            postpone_task(session, task, monday, shown=sunday)
        assert caught.value.field == "done_at"
        assert get_task(session, task).due_on == sunday


def test_another_day_in_the_form_begins_the_rhythm_anew(database: Database) -> None:
    monday = SATURDAY + timedelta(days=2)
    with database.transaction() as session:
        weekly = draft(due_on=SATURDAY, repeat=TaskRepeat.WEEKLY)
        task = create_task(session, weekly)
        update_task(session, task, replace(weekly, due_on=monday))
        assert get_task(session, ticked(session, task, monday)).due_on == monday + timedelta(days=7)


def test_a_title_changed_in_the_form_leaves_the_rhythm_of_what_was_put_off(
    database: Database,
) -> None:
    sunday = SATURDAY + timedelta(days=1)
    with database.transaction() as session:
        weekly = draft(due_on=SATURDAY, repeat=TaskRepeat.WEEKLY)
        task = create_task(session, weekly)
        postpone_task(session, task, sunday)
        update_task(session, task, replace(weekly, due_on=sunday, title="زنگ به انبار"))
        following = ticked(session, task, sunday)
        assert get_task(session, following).due_on == SATURDAY + timedelta(days=7)


def test_somebody_elses_task_of_the_same_title_is_left_alone(database: Database) -> None:
    with database.transaction() as session:
        task = create_task(session, draft(repeat=TaskRepeat.WEEKLY))
        following = ticked(session, task, TODAY)
        update_task(
            session,
            following,
            draft(title="نام دیگر", due_on=TODAY, repeat=TaskRepeat.WEEKLY),
        )
        other = create_task(session, draft(repeat=TaskRepeat.WEEKLY))
        reopen_task(session, task)
        assert {row.id for row in all_tasks(session)} == {task, other}


@pytest.mark.parametrize(
    "change",
    [
        {"title": "نام دیگر"},
        {"note": "فاکتور را هم ببر"},
        {"repeat": TaskRepeat.MONTHLY},
        {"repeat": TaskRepeat.NONE},
        {"due_time": time(9)},
    ],
)
def test_a_next_one_that_was_touched_goes_to_the_bin(
    database: Database, change: dict[str, Any]
) -> None:
    with database.transaction() as session:
        task = create_task(session, draft(repeat=TaskRepeat.WEEKLY))
        following = ticked(session, task, TODAY)
        kept = {"due_on": get_task(session, following).due_on, "repeat": TaskRepeat.WEEKLY}
        update_task(session, following, draft(**kept | change))
        deletion = reopen_task(session, task)
        assert [row.id for row in all_tasks(session)] == [task]
        assert deletion is not None
        restore_deletion(session, deletion)
        assert get_task(session, following).id == following


def test_a_next_one_that_was_put_off_goes_to_the_bin(database: Database) -> None:
    with database.transaction() as session:
        task = create_task(session, draft(repeat=TaskRepeat.WEEKLY))
        following = ticked(session, task, TODAY)
        postpone_task(session, following, TODAY + timedelta(days=9))
        assert reopen_task(session, task) is not None


def test_the_day_of_a_next_one_in_the_bin_is_free_again(database: Database) -> None:
    with database.transaction() as session:
        task = create_task(session, draft(due_on=SATURDAY, repeat=TaskRepeat.WEEKLY))
        following = ticked(session, task, SATURDAY)
        kept = draft(due_on=SATURDAY + timedelta(days=7), repeat=TaskRepeat.WEEKLY)
        update_task(session, following, replace(kept, note="فاکتور را هم ببر"))
        assert reopen_task(session, task) is not None
        again = ticked(session, task, SATURDAY)
        assert get_task(session, again).due_on == SATURDAY + timedelta(days=7)


def test_two_ticked_and_the_first_taken_back_leave_one_open(database: Database) -> None:
    with database.transaction() as session:
        first = create_task(session, draft(repeat=TaskRepeat.DAILY))
        second = ticked(session, first, TODAY)
        ticked(session, second, TODAY)
        reopen_task(session, first)
        rows = all_tasks(session)
        assert {row.id for row in rows} == {first, second}
        assert [row.id for row in rows if row.done_at is None] == [first]
        again = ticked(session, first, TODAY)
        assert get_task(session, again).due_on == TODAY + timedelta(days=2)
        assert len([row for row in all_tasks(session) if row.done_at is None]) == 1


def test_taken_back_twice_there_is_never_a_second_next_one(database: Database) -> None:
    with database.transaction() as session:
        first = create_task(session, draft(repeat=TaskRepeat.DAILY))
        second = ticked(session, first, TODAY)
        third = ticked(session, second, TODAY)
        reopen_task(session, second)
        reopen_task(session, first)
        assert [row.id for row in all_tasks(session) if row.done_at is None] == [first]
        assert third not in {row.id for row in all_tasks(session)}


def test_the_next_one_of_somebody_who_left_is_nobodys(database: Database) -> None:
    with database.transaction() as session:
        reza = make_user(session, "رضا")
        task = create_task(session, draft(repeat=TaskRepeat.WEEKLY, assignee_id=reza))
        zahra = make_user(session, "زهرا")
        stays = create_task(session, draft(repeat=TaskRepeat.WEEKLY, assignee_id=zahra))
        update_user(session, reza, UserDraft(name="رضا", active=False))
        assert get_task(session, ticked(session, task, TODAY)).assignee_id is None
        assert get_task(session, ticked(session, stays, TODAY)).assignee_id == zahra


def test_taking_back_a_task_leaves_the_like_one_of_another_customer(database: Database) -> None:
    with database.transaction() as session:
        maryam, ali = (make_customer(session, name, code=name) for name in ("مریم", "علی"))
        daily = draft(customer_id=maryam, repeat=TaskRepeat.DAILY)
        first = create_task(session, daily)
        other = create_task(session, replace(daily, customer_id=ali))
        following = complete_task(session, first, today=TODAY)
        others_next = complete_task(session, other, today=TODAY)
        assert following is not None
        # Somebody made other work of it, so it is kept in the bin.
        update_task(session, following, replace(daily, title="پیام بده"))
        assert reopen_task(session, first) is not None
        assert {row.id for row in all_tasks(session)} == {first, other, others_next}


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
