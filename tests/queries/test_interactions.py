"""Which interactions are listed, in which order, and what a row says."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.queries.interactions import (
    InteractionFilter,
    interaction_rows,
    list_interactions,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.services.bin import put_in_bin
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.statuses import Channel, Direction, InteractionOutcome, RecordKind
from tests.helpers.examples import examples
from tests.helpers.factories import NOON, make_customer, make_user
from tests.helpers.undone import undone
from tests.helpers.work_done import work_done


@pytest.fixture
def calls(database: Database) -> Database:
    """Four interactions a day apart, oldest first: الف to ت."""
    with database.transaction() as session:
        maryam = make_customer(session, "مریم احمدی", phone="+989123456789", city="اصفهان")
        ali = make_customer(session, "علی‌رضا لازم‌پور", code="2", phone="+989351124408")
        zahra = make_user(session, "زهرا")
        told: list[dict[str, Any]] = [
            {"subject": "الف", "customer_id": maryam, "user_id": zahra, "duration": 30},
            {
                "subject": "ب",
                "customer_id": ali,
                "direction": Direction.OUTGOING,
                "answered": False,
                "duration": 5,
                "outcome": InteractionOutcome.NO_ANSWER,
            },
            {"subject": "پ", "phone": "+982188776655", "text": "قيمتِ كفش را پرسید"},
            {
                "subject": "ت",
                "customer_id": maryam,
                "channel": Channel.SMS,
                "outcome": InteractionOutcome.NEEDS_FOLLOW_UP,
            },
        ]
        for day, values in enumerate(told):
            call = Interaction(occurred_at=NOON + timedelta(days=day), **values)
            session.add(call)
            if values["subject"] in "بت":
                due = date(2026, 12, 1 if values["subject"] == "ب" else 2)
                session.add(
                    Task(
                        title="پیگیری",
                        due_on=due,
                        record_kind=RecordKind.INTERACTION,
                        record_id=call.id,
                    )
                )
        gone = Interaction(occurred_at=NOON, subject="پاک‌شده", customer_id=maryam)
        session.add(gone)
        put_in_bin(session, [gone])
    return database


def subjects(database: Database, sort: Sort | None = None, **filter_: Any) -> str:
    with database.reading() as session:
        ids = list_interactions(
            session,
            InteractionFilter(**filter_),
            sort or Sort("occurred_at"),
        )
        return "".join(row.subject for row in interaction_rows(session, ids))


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ({}, "الفبپت"),
        ({"channels": (Channel.SMS, Channel.FAX)}, "ت"),
        ({"direction": Direction.OUTGOING}, "ب"),
        ({"missed": True}, "ب"),
        ({"missed": False}, "الفپت"),
        ({"outcomes": (InteractionOutcome.NO_ANSWER,)}, "ب"),
        ({"since": NOON + timedelta(days=1), "until": NOON + timedelta(days=3)}, "بپ"),
        ({"text": "احمدی"}, "الفت"),
        ({"text": "پور علیرضا"}, "ب"),
        ({"text": "۰۹۱۲ 345"}, "الفت"),
        ({"text": "0218877"}, "پ"),
        ({"text": "قیمت کفش"}, "پ"),
        ({"text": "lvdl"}, "الفت"),
        ({"text": "کفش احمدی"}, ""),
        ({"text": "% _"}, ""),
        ({"channels": (Channel.CALL,), "text": "احمدی", "missed": False}, "الف"),
        ({"customer_id": new_id()}, ""),
    ],
)
def test_what_passes(calls: Database, filter_: dict[str, Any], expected: str) -> None:
    assert subjects(calls, **filter_) == expected


def test_those_of_one_user_or_one_customer(calls: Database) -> None:
    with calls.reading() as session:
        ids = list_interactions(session, InteractionFilter(), Sort("occurred_at"))
        first = interaction_rows(session, ids)[0]
    assert subjects(calls, user_id=first.user_id) == "الف"
    assert subjects(calls, customer_id=first.customer_id) == "الفت"


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort("occurred_at", descending=True), "تپبالف"),
        (Sort("subject"), "الفبپت"),
        (Sort("subject", descending=True), "تپبالف"),
        # A caller without a name sorts by the number, before all names.
        (Sort("customer_name"), "پبتالف"),
        (Sort("user_name", descending=True), "الفتپب"),
        (Sort("duration", descending=True), "الفبتپ"),
        (Sort("follow_up_on"), "بتپالف"),
        (Sort("follow_up_on", descending=True), "تبپالف"),
        (Sort("channel"), "پبالفت"),
        (Sort("phone"), "پتالفب"),
    ],
)
def test_every_column_sorts(calls: Database, sort: Sort, expected: str) -> None:
    assert subjects(calls, sort) == expected


def test_every_column_sorts_while_searching(calls: Database) -> None:
    for key in ("customer_name", "phone", "user_name", "subject", "follow_up_on", "answered"):
        assert sorted(subjects(calls, Sort(key), text="احمدی")) == sorted("الفت")


def test_a_row_tells_who_with_and_what_follows(calls: Database) -> None:
    with calls.reading() as session:
        ids = list_interactions(session, InteractionFilter(), Sort("occurred_at"))
        first, second, third, fourth = interaction_rows(session, ids)
    assert (first.customer_name, first.phone, first.user_name) == (
        "مریم احمدی",
        "+989123456789",
        "زهرا",
    )
    assert second.follow_up_on == date(2026, 12, 1)
    assert (third.customer_name, third.phone) == ("", "+982188776655")
    assert fourth.outcome == InteractionOutcome.NEEDS_FOLLOW_UP
    assert (first.follow_up_on, third.follow_up_on) == (None, None)


def test_follow_ups_of_others_are_no_work(database: Database) -> None:
    told = []
    for _ in range(2):
        with database.transaction() as session:
            made = [Interaction(occurred_at=NOON) for _ in range(1_500)]
            session.add_all(made)
            session.add_all(
                Task(
                    title="پیگیری",
                    due_on=date(2026, 12, 1),
                    record_kind=RecordKind.INTERACTION,
                    record_id=one.id,
                )
                for one in made
            )
        with database.reading() as session, work_done(session) as sorting:
            ids = list_interactions(session, InteractionFilter(), Sort("follow_up_on"))
        with database.reading() as session, work_done(session) as showing:
            assert len(interaction_rows(session, ids[:100])) == 100
        told.append((len(ids), sorting.steps, showing.steps))
    (few, sorted_few, shown), (many, sorted_many, shown_then) = told
    assert many == 2 * few
    assert sorted_many < 2.4 * sorted_few
    assert shown_then < 1.2 * shown


@settings(
    max_examples=examples(60),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    tasks=st.lists(
        st.tuples(
            st.integers(0, 4),
            st.integers(1, 4),
            st.sampled_from((RecordKind.INTERACTION, RecordKind.COMPLAINT)),
            st.sampled_from(("open", "open", "done", "binned")),
        ),
        max_size=12,
    ),
    descending=st.booleans(),
)
def test_calls_are_sorted_by_their_first_open_follow_up(
    database: Database,
    tasks: list[tuple[int, int, RecordKind, str]],
    descending: bool,  # noqa: FBT001 - an example
) -> None:
    with database.transaction() as session, undone(session):
        calls = [Interaction(occurred_at=NOON + timedelta(hours=at)) for at in range(5)]
        session.add_all(calls)
        for at, day, kind, state in tasks:
            session.add(
                Task(
                    title="پیگیری",
                    due_on=date(2026, 12, day),
                    record_kind=kind,
                    record_id=calls[at].id,
                    done_at=NOON if state == "done" else None,
                    deleted_at=NOON if state == "binned" else None,
                )
            )
        sort = Sort("follow_up_on", descending=descending)
        rows = interaction_rows(session, list_interactions(session, InteractionFilter(), sort))
        first = {
            call.id: min(
                (
                    date(2026, 12, day)
                    for at, day, kind, state in tasks
                    if (at, kind, state) == (position, RecordKind.INTERACTION, "open")
                ),
                default=None,
            )
            for position, call in enumerate(calls)
        }
        assert {row.id: row.follow_up_on for row in rows} == first
        latest_first = sorted(rows, key=lambda row: row.occurred_at, reverse=True)
        expected = sorted(
            (row for row in latest_first if row.follow_up_on),
            key=lambda row: row.follow_up_on or date.max,
            reverse=descending,
        )
        assert rows == [*expected, *(row for row in latest_first if not row.follow_up_on)]
