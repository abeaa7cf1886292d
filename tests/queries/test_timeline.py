from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.purchases import Return
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.queries.timeline import TimelineEvent, customer_timeline, timeline_counts
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.statuses import (
    Channel,
    ComplaintStatus,
    Direction,
    PurchaseChannel,
    RecordKind,
)
from tests.helpers.factories import make_customer, make_purchase, make_user


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def history(session: Session) -> UUID:
    customer, user = make_customer(session), make_user(session, "زهرا")
    purchase = make_purchase(
        session, customer, date(2026, 11, 3), "کفش", "جوراب", number="12", seller_id=user
    )
    session.add_all(
        [
            Interaction(
                customer_id=customer,
                occurred_at=at(5),
                subject="پیگیری",
                text="فردا",
                direction=Direction.OUTGOING,
                duration=180,
                user_id=user,
            ),
            Complaint(
                customer_id=customer,
                number="1405-1",
                subject="تأخیر",
                received_at=at(4),
                due_on=date(2026, 11, 7),
                status=ComplaintStatus.IN_PROGRESS,
                assignee_id=user,
            ),
            Return(
                purchase_id=purchase,
                customer_id=customer,
                returned_on=date(2026, 11, 6),
                returned_at=at(6),
                total=500,
                reason="تنگ بود",
            ),
            Task(
                customer_id=customer,
                title="زنگ",
                due_on=date(2026, 11, 20),
                due_time=time(14, 30),
            ),
            Task(
                customer_id=customer,
                title="ارسال",
                due_on=date(2026, 11, 1),
                done_at=at(2),
            ),
        ]
    )
    session.flush()
    return customer


def test_all_channels_in_one_line_newest_first(database: Database) -> None:
    with database.transaction() as session:
        timeline = customer_timeline(session, history(session))
    assert [(event.kind, event.at) for event in timeline.events] == [
        (RecordKind.TASK, at(20, 14) + timedelta(minutes=30)),
        (RecordKind.RETURN, at(6)),
        (RecordKind.INTERACTION, at(5)),
        (RecordKind.COMPLAINT, at(4)),
        (RecordKind.PURCHASE, at(3)),
        (RecordKind.TASK, at(2)),
    ]
    assert timeline.counts == {
        RecordKind.INTERACTION: 1,
        RecordKind.COMPLAINT: 1,
        RecordKind.PURCHASE: 1,
        RecordKind.RETURN: 1,
        RecordKind.TASK: 2,
    }


def test_each_event_tells_its_story(database: Database) -> None:
    with database.transaction() as session:
        events = customer_timeline(session, history(session)).events
    task, returned, talk, complaint, purchase, done = events
    assert (task.title, task.due_on, task.due_time, task.done_at) == (
        "زنگ",
        date(2026, 11, 20),
        time(14, 30),
        None,
    )
    assert (returned.amount, returned.text, returned.day) == (500, "تنگ بود", date(2026, 11, 6))
    assert (talk.title, talk.text, talk.channel, talk.direction, talk.duration) == (
        "پیگیری",
        "فردا",
        Channel.CALL,
        Direction.OUTGOING,
        180,
    )
    assert (complaint.number, complaint.status, complaint.user_name) == (
        "1405-1",
        ComplaintStatus.IN_PROGRESS,
        "زهرا",
    )
    assert (purchase.titles, purchase.amount, purchase.number, purchase.channel) == (
        ("کفش", "جوراب"),
        2000,
        "12",
        PurchaseChannel.IN_STORE,
    )
    assert (done.title, done.done_at) == ("ارسال", at(2))


def test_only_the_kinds_asked_for_yet_all_are_counted(database: Database) -> None:
    with database.transaction() as session:
        customer = history(session)
        timeline = customer_timeline(session, customer, [RecordKind.PURCHASE, RecordKind.RETURN])
    assert [event.kind for event in timeline.events] == [RecordKind.RETURN, RecordKind.PURCHASE]
    assert sum(timeline.counts.values()) == 6


def test_pages_join_without_gap_or_overlap(database: Database) -> None:
    with database.transaction() as session:
        customer = make_customer(session)
        # Several at the same instant: the page must not end between them and lose some.
        session.add_all(
            Interaction(customer_id=customer, occurred_at=at(1 + number // 4), subject=str(number))
            for number in range(30)
        )
        session.flush()
        everything = customer_timeline(session, customer).events
        pages: list[TimelineEvent] = []
        last = None
        while page := customer_timeline(session, customer, limit=7, before=last).events:
            pages += page
            last = page[-1]
    assert tuple(pages) == everything
    assert len(everything) == 30
    assert all(one.at >= other.at for one, other in pairwise(everything))


def test_what_lies_in_the_bin_or_is_another_customer_s_is_left_out(database: Database) -> None:
    with database.transaction() as session:
        history(session)
        other = make_customer(session, "رضا نوری", code="2")
        session.add(Interaction(customer_id=other, occurred_at=at(1), deleted_at=at(2)))
        session.flush()
        timeline = customer_timeline(session, other)
        assert timeline.events == ()
        assert set(timeline_counts(session, other).values()) == {0}
