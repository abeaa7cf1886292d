"""The complaint list and board."""

from datetime import date, timedelta
from typing import Any

import pytest

from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.queries.complaints import (
    ComplaintCounts,
    ComplaintFilter,
    complaint_board,
    complaint_categories,
    complaint_counts,
    complaint_rows,
    list_complaints,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.services.bin import put_in_bin
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import ComplaintStatus, Severity
from tests.helpers.factories import NOON, make_customer, make_user

TODAY = date(2026, 11, 21)
NEW, BUSY, WAITING = (
    ComplaintStatus.NEW,
    ComplaintStatus.IN_PROGRESS,
    ComplaintStatus.WAITING_CUSTOMER,
)
RESOLVED, CLOSED = ComplaintStatus.RESOLVED, ComplaintStatus.CLOSED


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def complaints(database: Database) -> Database:
    """Complaints a to h, named by their subject."""
    with database.transaction() as session:
        maryam = make_customer(session, "مریم احمدی", phone="+989123456789")
        reza = make_user(session, "رضا")
        told: list[dict[str, Any]] = [
            {"status": NEW, "due_on": day(2), "customer_id": maryam, "category": "ارسال"},
            {"status": NEW, "due_on": day(-3), "assignee_id": reza, "category": "کیفیت"},
            {"status": NEW, "due_on": day(-3), "severity": Severity.CRITICAL},
            {"status": NEW, "due_on": day(0), "category": "کیفیت"},
            {"status": BUSY, "due_on": day(-1), "description": "جعبه پاره بود"},
            {"status": WAITING, "due_on": day(5), "severity": Severity.LOW},
            {"status": RESOLVED, "due_on": day(-9), "resolved_at": NOON},
            {"status": CLOSED, "due_on": day(-9), "resolved_at": NOON - timedelta(days=2)},
            {"status": CLOSED, "due_on": day(-9), "resolved_at": NOON - timedelta(days=1)},
        ]
        for at, values in enumerate(told):
            session.add(
                Complaint(
                    number=f"1405-{at + 5}",
                    subject="abcdefghi"[at],
                    received_at=NOON - timedelta(days=20 - at),
                    **values,
                )
            )
        gone = Complaint(number="1405-99", subject="x", received_at=NOON, due_on=day(-5))
        session.add(gone)
        put_in_bin(session, [gone])
    return database


def subjects(database: Database, sort: Sort | None = None, **filter_: Any) -> str:
    with database.reading() as session:
        ids = list_complaints(session, ComplaintFilter(today=TODAY, **filter_), sort)
        return "".join(row.subject for row in complaint_rows(session, ids))


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ({}, "cbedafgih"),
        ({"statuses": (NEW, BUSY)}, "cbeda"),
        ({"severities": (Severity.CRITICAL, Severity.LOW)}, "cf"),
        ({"overdue": True}, "cbe"),
        ({"category": "کیفیت"}, "bd"),
        ({"unassigned": True, "statuses": (NEW,)}, "cda"),
        ({"since": NOON - timedelta(days=18), "until": NOON - timedelta(days=16)}, "cd"),
        ({"text": "احمدی"}, "a"),
        ({"text": "جعبه"}, "e"),
        ({"text": "۱۴۰۵-۷"}, "c"),
        ({"text": "0912 3456"}, "a"),
    ],
)
def test_what_passes_most_urgent_first(
    complaints: Database, filter_: dict[str, Any], expected: str
) -> None:
    assert subjects(complaints, **filter_) == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort("number"), "abcdefghi"),
        (Sort("number", descending=True), "ihgfedcba"),
        (Sort("subject", descending=True), "ihgfedcba"),
        (Sort("severity", descending=True), "cbedagihf"),
        (Sort("status"), "cbdaefgih"),
        (Sort("due_on"), "gihcbedaf"),
        (Sort("customer_name", descending=True), "acbedfgih"),
        (Sort("assignee_name", descending=True), "bcedafgih"),
        (Sort("category", descending=True), "bdacefgih"),
        (Sort("received_at", descending=True), "ihgfedcba"),
        (Sort("time_to_resolution", descending=True), "gihcbedaf"),
    ],
)
def test_every_column_sorts(complaints: Database, sort: Sort, expected: str) -> None:
    assert subjects(complaints, sort) == expected
    assert sorted(subjects(complaints, sort, text="1405")) == sorted(expected)


def test_the_board_has_a_column_for_each_status_overdue_first(complaints: Database) -> None:
    with complaints.reading() as session:
        board = complaint_board(session, ComplaintFilter(today=TODAY))
        some = complaint_board(session, ComplaintFilter(today=TODAY, statuses=(NEW,)), limit=2)
    assert [column.status for column in board] == list(ComplaintStatus)
    shown = ["".join(card.subject for card in column.cards) for column in board]
    assert shown == ["cbda", "e", "f", "g", "ih", ""]
    assert [(column.total, column.overdue) for column in board] == [
        (4, 2), (1, 1), (1, 0), (1, 0), (2, 0), (0, 0),
    ]  # fmt: skip
    assert [(len(column.cards), column.total) for column in some] == [(2, 4)]


def test_the_board_searches_too(complaints: Database) -> None:
    with complaints.reading() as session:
        board = complaint_board(session, ComplaintFilter(today=TODAY, text="احمدی"))
    assert [column.total for column in board] == [1, 0, 0, 0, 0, 0]


def test_the_numbers_of_the_sidebar(complaints: Database) -> None:
    with complaints.reading() as session:
        assert complaint_counts(session, TODAY) == ComplaintCounts(open=6, overdue=3)
        assert complaint_categories(session) == ["کیفیت", "ارسال"]


def test_a_row_knows_what_is_owed(complaints: Database) -> None:
    with complaints.reading() as session:
        ids = list_complaints(session, ComplaintFilter(today=TODAY), Sort("number"))
        rows = complaint_rows(session, ids)
    assert [row.days_left(TODAY) for row in rows] == [2, -3, -3, 0, -1, 5, None, None, None]
    assert "".join(row.subject for row in rows if row.is_overdue(TODAY)) == "bce"
    assert rows[6].time_to_resolution == timedelta(days=14)
    assert (rows[0].customer_name, rows[0].phone) == ("مریم احمدی", "+989123456789")
