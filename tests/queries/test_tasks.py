"""Tasks in their groups."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.tasks import (
    TaskCounts,
    TaskFilter,
    TaskGroup,
    list_tasks,
    task_counts,
    task_rows,
    waiting_tasks,
)
from ecrm_desktop.services.bin import put_in_bin
from ecrm_desktop.storage.database import Database
from tests.helpers.factories import make_customer, make_user

TODAY = date(2026, 11, 21)


@pytest.fixture
def reza(database: Database) -> UUID:
    """Fill the database; return the id of رضا, whose tasks are a, c and f."""
    with database.transaction() as session:
        reza, zahra = make_user(session, "رضا"), make_user(session, "زهرا")
        maryam = make_customer(session, "مریم احمدی", phone="+989123456789")
        told: list[dict[str, Any]] = [
            {"title": "a", "due_on": TODAY - timedelta(days=9), "assignee_id": reza},
            {"title": "b", "due_on": TODAY - timedelta(days=1), "customer_id": maryam},
            {"title": "c", "due_on": TODAY, "due_time": time(17), "assignee_id": reza},
            {"title": "d", "due_on": TODAY, "due_time": time(9), "assignee_id": zahra},
            {"title": "e", "due_on": TODAY, "note": "قول داده‌ایم"},
            {"title": "f", "due_on": TODAY + timedelta(days=1), "assignee_id": reza},
            {"title": "g", "due_on": TODAY, "done_at": utc_now() - timedelta(hours=1)},
            {"title": "h", "due_on": TODAY, "done_at": utc_now(), "done_by_id": zahra},
        ]
        session.add_all([Task(**values) for values in told])
        gone = Task(title="x", due_on=TODAY)
        session.add(gone)
        put_in_bin(session, [gone])
        return reza


def titles(database: Database, sort: Sort | None = None, **filter_: Any) -> str:
    with database.reading() as session:
        ids = list_tasks(session, TaskFilter(today=TODAY, **filter_), sort)
        return "".join(row.title for row in task_rows(session, ids))


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ({}, "abedcfhg"),
        ({"group": TaskGroup.OVERDUE}, "ab"),
        ({"group": TaskGroup.TODAY}, "edc"),
        ({"group": TaskGroup.LATER}, "f"),
        ({"group": TaskGroup.DONE}, "hg"),
        ({"unassigned": True, "group": TaskGroup.TODAY}, "e"),
        ({"text": "احمدی"}, "b"),
        ({"text": "0912345"}, "b"),
        ({"text": "قول داده ایم"}, "e"),
        ({"text": "قول دادهایم"}, "e"),
    ],
)
@pytest.mark.usefixtures("reza")
def test_what_passes_soonest_first(
    database: Database, filter_: dict[str, Any], expected: str
) -> None:
    assert titles(database, **filter_) == expected


def test_those_of_one_person(database: Database, reza: UUID) -> None:
    assert titles(database, assignee_id=reza) == "acf"


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort("title", descending=True), "hgfedcba"),
        (Sort("customer_name", descending=True), "bacdeghf"),
        (Sort("assignee_name", descending=True), "dacfbegh"),
    ],
)
@pytest.mark.usefixtures("reza")
def test_every_column_sorts(database: Database, sort: Sort, expected: str) -> None:
    assert titles(database, sort) == expected


def test_counts_are_those_of_the_lists(database: Database, reza: UUID) -> None:
    for filter_ in (
        TaskFilter(today=TODAY),
        TaskFilter(today=TODAY, assignee_id=reza),
        TaskFilter(today=TODAY, text="احمدی", group=TaskGroup.LATER),
    ):
        with database.reading() as session:
            counts = task_counts(session, filter_)
        lengths = [
            len(
                titles(
                    database,
                    group=group,
                    assignee_id=filter_.assignee_id,
                    text=filter_.text,
                )
            )
            for group in TaskGroup
        ]
        assert counts == TaskCounts(
            overdue=lengths[0], today=lengths[1], later=lengths[2], done=lengths[3]
        )


def test_a_row_knows_its_group(database: Database, reza: UUID) -> None:
    with database.reading() as session:
        for group in TaskGroup:
            ids = list_tasks(session, TaskFilter(today=TODAY, group=group))
            assert {row.group(TODAY) for row in task_rows(session, ids)} == {group}
        assert waiting_tasks(session, TODAY) == 5
        assert waiting_tasks(session, TODAY, reza) == 2
