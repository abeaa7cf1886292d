"""What the call sheet tells before a word is said."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.queries.call_context import CallContext, Silence, call_context, caller_before
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.statuses import ComplaintStatus
from tests.helpers.factories import NOON, make_customer, make_purchase, make_user

TODAY = date(2026, 11, 21)


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def samira(database: Database) -> UUID:
    """A customer with an open complaint, a broken promise, purchases and calls."""
    with database.transaction() as session:
        samira = make_customer(session, "سمیرا کریمی", phone="+989197701253", city="اصفهان")
        other = make_customer(session, "حسن", code="2")
        reza, zahra = make_user(session, "رضا"), make_user(session, "زهرا")
        for days in (-178, -153, -128, -103, -78):
            make_purchase(session, samira, day(days), "روسری نخی", "شال پاییزه")
        session.add_all(
            [
                Complaint(
                    number="1405-1",
                    subject="تأخیر در ارسال",
                    customer_id=samira,
                    received_at=NOON,
                    due_on=day(2),
                    assignee_id=reza,
                ),
                Complaint(
                    number="1405-2",
                    subject="بسته",
                    customer_id=samira,
                    received_at=NOON,
                    due_on=day(-9),
                    status=ComplaintStatus.CLOSED,
                ),
                Task(title="خبر ارسال", customer_id=samira, due_on=day(-1)),
                Task(title="فردا", customer_id=samira, due_on=day(1)),
                Task(title="شد", customer_id=samira, due_on=day(-1), done_at=NOON),
                Task(title="دیگری", customer_id=other, due_on=day(-1)),
                Interaction(
                    customer_id=samira,
                    occurred_at=NOON - timedelta(days=75),
                    subject="پیگیری ارسال",
                    user_id=zahra,
                ),
                Interaction(
                    customer_id=samira, occurred_at=NOON - timedelta(days=99), subject="قدیمی"
                ),
            ]
        )
        return samira


def read(database: Database, customer: UUID, today: date = TODAY) -> CallContext:
    with database.reading() as session:
        return call_context(session, customer, today)


def test_everything_about_the_caller(database: Database, samira: UUID) -> None:
    context = read(database, samira)
    assert (context.name, context.phone, context.city) == ("سمیرا کریمی", "+989197701253", "اصفهان")
    assert [(c.subject, c.days_left(TODAY), c.assignee_name) for c in context.complaints] == [
        ("تأخیر در ارسال", 2, "رضا")
    ]
    assert [task.title for task in context.overdue] == ["خبر ارسال"]
    assert context.silence == Silence(usual_days=25, days=78)
    assert context.last_purchase is not None
    assert (context.last_purchase.purchased_on, context.last_purchase.total) == (day(-78), 2000)
    assert context.last_purchase.titles == ["روسری نخی", "شال پاییزه"]
    assert context.last_interaction is not None
    assert context.last_interaction.subject == "پیگیری ارسال"
    assert context.last_interaction.user_name == "زهرا"


def test_a_new_customer_has_nothing_to_tell(database: Database) -> None:
    with database.transaction() as session:
        new = make_customer(session)
    context = read(database, new)
    assert (context.complaints, context.overdue) == ([], [])
    assert (context.silence, context.last_purchase, context.last_interaction) == (None, None, None)


@pytest.mark.parametrize(
    ("days", "silent"),
    [
        # Every ten days or so: silent from twenty days on.
        ([-19, -29, -39, -49], False),
        ([-20, -30, -40, -50], True),
        # One long absence long ago does not hide the rhythm.
        ([-25, -35, -45, -400], True),
        # Several purchases of one day are one visit.
        ([-60, -60, -60, -61], False),
        # Whoever comes daily may stay away for a fortnight.
        ([-13, -14, -15, -16, -17], False),
        ([-14, -15, -16, -17, -18], True),
        ([-100, -110, -120], False),
    ],
)
def test_when_silence_is_unusual(database: Database, days: list[int], *, silent: bool) -> None:
    with database.transaction() as session:
        customer = make_customer(session)
        for days_ago in days:
            make_purchase(session, customer, day(days_ago), "نان")
    assert (read(database, customer).silence is not None) == silent


def test_a_customer_who_is_gone(database: Database) -> None:
    with pytest.raises(InvalidInput) as caught:
        read(database, new_id())
    assert caught.value.problem == Problem.RECORD_MISSING


def test_an_unknown_caller_is_remembered_by_number(database: Database, samira: UUID) -> None:
    with database.transaction() as session:
        for days, subject in ((1, "قیمت"), (5, "قدیمی")):
            session.add(
                Interaction(
                    phone="+989351112233", occurred_at=NOON - timedelta(days=days), subject=subject
                )
            )
        session.add(Interaction(phone="+989350000000", occurred_at=NOON, customer_id=samira))
    with database.reading() as session:
        before = caller_before(session, "+989351112233")
        assert before is not None
        assert before.subject == "قیمت"
        assert caller_before(session, "+989350000000") is None
