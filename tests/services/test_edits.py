"""Several people edit one record, each from what they saw: every edit is there or was told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import ConsentDraft, CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.interactions import FollowUpDraft, InteractionDraft
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.complaints import Complaint, ComplaintChange
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.shop import Shop
from ecrm_desktop.queries.record_drafts import (
    complaint_draft,
    customer_draft,
    interaction_draft,
    product_draft,
    purchase_draft,
    task_draft,
    user_draft,
)
from ecrm_desktop.services.bin import put_in_bin
from ecrm_desktop.services.complaints import move_complaint, open_complaint, update_complaint
from ecrm_desktop.services.customers import create_customer, update_customer
from ecrm_desktop.services.edits import base_after, edited_only
from ecrm_desktop.services.interactions import record_interaction, update_interaction
from ecrm_desktop.services.products import create_product, update_product
from ecrm_desktop.services.purchases import record_purchase, update_purchase
from ecrm_desktop.services.tasks import create_task, update_task
from ecrm_desktop.services.users import update_user
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.phone import Phone, PhoneKind
from ecrm_desktop.values.statuses import (
    ComplaintStatus,
    ConsentChannel,
    FavoriteKind,
    Gender,
    InteractionOutcome,
    PaymentMethod,
    PhoneLabel,
    Role,
    Severity,
    TaskRepeat,
    allowed_moves,
)
from tests.helpers.examples import examples
from tests.helpers.factories import make_customer, make_user
from tests.helpers.person import plain
from tests.helpers.undone import undone

_AT = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
_WORDS = st.sampled_from(["", "معلم", "راننده", "خیاط"])
_NEEDED = st.sampled_from(["نان", "چای", "قند"])
_AMOUNTS = st.sampled_from([0, 100, 200])
_DAYS = st.sampled_from([date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How records of one kind are made, read, edited and saved."""

    create: Callable[[Session, Any], UUID]
    read: Callable[[Session, UUID], Any]
    update: Callable[..., Any]
    first: Any
    fields: Mapping[str, st.SearchStrategy[Any]]


def _subset(values: list[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.sets(st.sampled_from(values)).map(lambda some: tuple(sorted(some)))


def _phone(number: str, label: PhoneLabel, *, main: bool) -> PhoneDraft:
    return PhoneDraft(phone=Phone(number, PhoneKind.OTHER), label=label, is_primary=main)


def _phones() -> st.SearchStrategy[tuple[PhoneDraft, ...]]:
    numbers = ["+989121111111", "+989122222222", "+989123333333"]
    labels = st.sampled_from([PhoneLabel.MOBILE, PhoneLabel.WORK])
    return st.dictionaries(st.sampled_from(numbers), labels).flatmap(
        lambda some: st.sampled_from(sorted(some) or [""]).map(
            lambda main: tuple(_phone(n, some[n], main=n == main) for n in sorted(some))
        )
    )


def _consents() -> st.SearchStrategy[tuple[ConsentDraft, ...]]:
    channels = st.sampled_from([ConsentChannel.SMS, ConsentChannel.EMAIL])
    return st.dictionaries(channels, st.booleans()).map(
        lambda some: tuple(ConsentDraft(channel=one, granted=some[one]) for one in sorted(some))
    )


KINDS = {
    "customer": Kind(
        create=create_customer,
        read=customer_draft,
        update=update_customer,
        first=CustomerDraft(last_name="احمدی"),
        fields={
            "last_name": _NEEDED,
            "job": _WORDS,
            "city": _WORDS,
            "notes": _WORDS,
            "gender": st.sampled_from([None, *Gender]),
            "email": st.sampled_from([None, Email.parse("a@b.ir"), Email.parse("c@d.ir")]),
            "tags": _subset(["همکار", "خوش‌حساب", "عمده"]),
            "favorites": _subset([(FavoriteKind.PRODUCT, "چای"), (FavoriteKind.BRAND, "قند")]),
            "phones": _phones(),
            "consents": _consents(),
        },
    ),
    "product": Kind(
        create=create_product,
        read=product_draft,
        update=update_product,
        first=ProductDraft(name="چای", price=100),
        fields={
            "name": _NEEDED,
            "brand": _WORDS,
            "category": _WORDS,
            "price": _AMOUNTS,
            "active": st.booleans(),
        },
    ),
    "purchase": Kind(
        create=record_purchase,
        read=purchase_draft,
        update=update_purchase,
        first=PurchaseDraft(
            number="7",
            purchased_on=_AT.date(),
            purchased_at=_AT,
            lines=tuple(LineDraft(title=one, unit_price=1000) for one in ("نان", "چای", "قند")),
        ),
        fields={
            "number": _NEEDED,
            "note": _WORDS,
            "shipping": _AMOUNTS,
            "discount": _AMOUNTS,
            "payment_method": st.sampled_from([None, *PaymentMethod]),
            "purchased_on": _DAYS.filter(lambda day: day <= _AT.date()),
        },
    ),
    "task": Kind(
        create=create_task,
        read=task_draft,
        update=update_task,
        first=TaskDraft(title="نان", due_on=date(2026, 11, 21)),
        fields={
            "title": _NEEDED,
            "note": _WORDS,
            "due_on": _DAYS,
            "due_time": st.sampled_from([None, time(9), time(10)]),
            "repeat": st.sampled_from(TaskRepeat),
        },
    ),
    "complaint": Kind(
        create=open_complaint,
        read=complaint_draft,
        update=update_complaint,
        first=ComplaintDraft(subject="نان", received_at=_AT, due_on=date(2026, 11, 22)),
        fields={
            "subject": _NEEDED,
            "description": _WORDS,
            "category": _WORDS,
            "severity": st.sampled_from(Severity),
            "due_on": _DAYS.filter(lambda day: day >= _AT.date()),
            "compensation": _AMOUNTS,
            "satisfaction": st.sampled_from([None, 1, 5]),
        },
    ),
    "interaction": Kind(
        create=record_interaction,
        read=interaction_draft,
        update=update_interaction,
        first=InteractionDraft(subject="نان", occurred_at=_AT),
        fields={
            "subject": _NEEDED,
            "text": _WORDS,
            "duration": st.sampled_from([None, 60, 120]),
            "outcome": st.sampled_from([None, *InteractionOutcome]),
            "follow_up": st.sampled_from(
                [FollowUpDraft(due_on=day) for day in (date(2026, 11, 22), date(2026, 11, 23))]
            ),
        },
    ),
}


def facts(draft: Any) -> dict[Any, Any]:
    """Return what a draft says, one fact for each field and each part."""
    said: dict[Any, Any] = {}
    for name in (one.name for one in fields(draft)):
        value = getattr(draft, name)
        if not isinstance(value, tuple):
            said[name, None] = value
        for part in value if isinstance(value, tuple) else ():
            match part:
                case PhoneDraft():
                    said[name, part.phone.number] = part.label
                    if part.is_primary:
                        said[name, "main"] = part.phone.number
                case ConsentDraft():
                    said[name, part.channel] = part.granted
                case LineDraft():
                    said[name, part.line_id] = (part.title, part.quantity, part.unit_price)
                case _:
                    said[name, part] = True
    return said


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_edit_is_there_or_was_shown_to_its_author(
    name: str, data: st.DataObject, database: Database
) -> None:
    kind = KINDS[name]
    with database.transaction() as session:
        record_id = kind.create(session, kind.first)
    with database.reading() as session:
        base = kind.read(session, record_id)
    edits = data.draw(
        st.lists(st.fixed_dictionaries({}, optional=dict(kind.fields)), min_size=2, max_size=3)
    )
    told: list[set[str]] = []
    for edit in edits:
        with database.transaction() as session:
            conflicts = kind.update(session, record_id, replace(base, **edit), base=base)
        told.append({one.field for one in conflicts})
    with database.reading() as session:
        after = facts(kind.read(session, record_id))
    before = facts(base)
    for edit, conflicts_of in zip(edits, told, strict=True):
        wanted = facts(replace(base, **edit))
        for key in before.keys() | wanted.keys():
            is_edit = wanted.get(key) != before.get(key)
            if is_edit and key[1] != "main":
                assert after.get(key) == wanted.get(key) or key[0] in conflicts_of, key
    drafts = [facts(replace(base, **edit)) for edit in edits]
    for key, value in before.items():
        if key[1] != "main" and all(one.get(key) == value for one in drafts):
            assert after.get(key) == value, key


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_lines_of_a_purchase_are_edited_one_by_one(data: st.DataObject, database: Database) -> None:
    kind = KINDS["purchase"]
    with database.transaction() as session:
        record_id = kind.create(session, kind.first)
    with database.reading() as session:
        base = kind.read(session, record_id)
    ids = [line.line_id for line in base.lines]
    # The last line is left alone, so that some line always stays.
    change = st.sampled_from(["leave", "remove", 2000, 3000])
    plans = data.draw(st.lists(st.tuples(change, change, st.booleans()), min_size=2, max_size=3))
    told = []
    for first, second, adds in plans:
        lines = [
            replace(line, quantity=plan) if isinstance(plan, int) else line
            for line, plan in zip(base.lines, (first, second, "leave"), strict=True)
            if plan != "remove"
        ]
        if adds:
            lines.append(LineDraft(title="پنیر", unit_price=500))
        draft = replace(base, lines=tuple(lines))
        with database.transaction() as session:
            told.append(bool(kind.update(session, record_id, draft, base=base)))
    with database.reading() as session:
        after = kind.read(session, record_id)
    there = {line.line_id: line.quantity for line in after.lines}
    assert sum(line.title == "پنیر" for line in after.lines) == sum(plan[2] for plan in plans)
    for plan, was_told in zip(plans, told, strict=True):
        for line_id, wish in zip(ids[:2], plan[:2], strict=True):
            if wish == "leave":
                continue
            assert there.get(line_id) == (None if wish == "remove" else wish) or was_told
    assert there[ids[2]] == 1000


def test_an_older_form_wipes_nothing_that_others_wrote(database: Database) -> None:
    with database.transaction() as session:
        customer_id = create_customer(session, CustomerDraft(last_name="احمدی"))
    with database.reading() as session:
        base = customer_draft(session, customer_id)
    theirs = replace(
        base,
        email=Email.parse("maryam@example.com"),
        notes="زنگ بزنید",
        tags=("همکار",),
        phones=(_phone("+989121111111", PhoneLabel.MOBILE, main=True),),
    )
    with database.transaction() as session:
        update_customer(session, customer_id, theirs, base=base)
        assert update_customer(session, customer_id, replace(base, job="معلم"), base=base) == ()
    with database.reading() as session:
        assert customer_draft(session, customer_id) == replace(theirs, job="معلم")


def test_a_conflict_says_who_and_when_and_both_values(database: Database) -> None:
    with database.transaction() as session:
        reza = make_user(session, "رضا")
        customer_id = create_customer(session, CustomerDraft(last_name="احمدی"))
    with database.reading() as session:
        base = customer_draft(session, customer_id)
    with database.capture.working_for(reza), database.transaction() as session:
        update_customer(session, customer_id, replace(base, job="معلم", city="قم"), base=base)
    with database.transaction() as session:
        mine = replace(base, job="خیاط", notes="مهم")
        (conflict,) = update_customer(session, customer_id, mine, base=base)
    assert (conflict.field, conflict.mine, conflict.theirs) == ("job", "خیاط", "معلم")
    assert conflict.user_name == "رضا"
    assert conflict.changed_at is not None
    with database.reading() as session:
        saved = customer_draft(session, customer_id)
    assert (saved.job, saved.city, saved.notes) == ("معلم", "قم", "مهم")


def test_both_choosing_another_main_phone_is_a_conflict(database: Database) -> None:
    numbers = ["+989121111111", "+989122222222", "+989123333333"]

    def phones(main: int) -> tuple[PhoneDraft, ...]:
        return tuple(
            _phone(number, PhoneLabel.MOBILE, main=at == main) for at, number in enumerate(numbers)
        )

    with database.transaction() as session:
        customer_id = create_customer(session, CustomerDraft(last_name="الف", phones=phones(0)))
    with database.reading() as session:
        base = customer_draft(session, customer_id)
    with database.transaction() as session:
        update_customer(session, customer_id, replace(base, phones=phones(1)), base=base)
        (conflict,) = update_customer(
            session, customer_id, replace(base, phones=phones(2)), base=base
        )
    assert conflict.field == "phones"
    assert [one.phone.number for one in conflict.mine if one.is_primary] == [numbers[2]]
    with database.reading() as session:
        main = customer_draft(session, customer_id).phones[0]
    assert main.phone.number == numbers[1]


def test_a_referrer_in_the_bin_survives_an_edit(database: Database) -> None:
    with database.transaction() as session:
        referrer = make_customer(session, "علی رضایی", code="9")
        customer_id = create_customer(
            session, CustomerDraft(last_name="احمدی", referred_by_id=referrer)
        )
        put_in_bin(session, [session.get_one(Customer, referrer)])
    with database.reading() as session:
        base = customer_draft(session, customer_id)
    shown = replace(base, referred_by_id=None)  # as a form that cannot show them
    typed = replace(shown, job="معلم")
    with database.transaction() as session:
        update_customer(session, customer_id, edited_only(typed, shown, base), base=base)
    with database.reading() as session:
        assert customer_draft(session, customer_id) == replace(base, job="معلم")


def test_small_forms_refuse_what_changed_meanwhile(database: Database) -> None:
    with database.transaction() as session:
        make_user(session, "مینا", role=Role.OWNER)
        user_id = make_user(session, "رضا")
    with database.reading() as session:
        base = user_draft(session, user_id)
    with database.transaction() as session:
        update_user(session, user_id, replace(base, role=Role.MANAGER), base=base)
        update_user(session, user_id, replace(base, name="رضا کریمی"), base=base)
    with database.reading() as session:
        now = user_draft(session, user_id)
    assert now == UserDraft(name="رضا کریمی", role=Role.MANAGER, active=True)
    with database.transaction() as session, pytest.raises(InvalidInput) as error:
        update_user(session, user_id, replace(base, role=Role.OWNER), base=base)
    assert (error.value.problem, error.value.field) == (Problem.CHANGED_MEANWHILE, "role")


def test_a_refusal_says_what_by_whom_and_once_more_is_the_decision(database: Database) -> None:
    with database.transaction() as session:
        owner = make_user(session, "مینا", role=Role.OWNER)
        user_id = make_user(session, "رضا")
    with database.reading() as session:
        base = user_draft(session, user_id)
    mine = replace(base, role=Role.OWNER, name="رضا کریمی")
    with database.capture.working_for(owner), database.transaction() as session:
        update_user(session, user_id, replace(base, role=Role.MANAGER), base=base)
    with database.transaction() as session, pytest.raises(InvalidInput) as error:
        update_user(session, user_id, mine, base=base)
    told = plain(explain(error.value))
    assert "مینا" in told
    assert "مدیر" in told
    seen = base_after(base, error.value)
    assert seen == replace(base, role=Role.MANAGER)
    with database.transaction() as session:
        update_user(session, user_id, mine, base=seen)
    with database.reading() as session:
        assert user_draft(session, user_id) == mine
    assert base_after(base, InvalidInput(Problem.NAME_MISSING)) == base


STATUSES = st.sampled_from([one for one in ComplaintStatus if one is not ComplaintStatus.NEW])


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shown=STATUSES, now=STATUSES, wished=STATUSES)
def test_nobody_moves_a_complaint_that_somebody_else_moved_unseen(
    database: Database, shown: ComplaintStatus, now: ComplaintStatus, wished: ComplaintStatus
) -> None:
    with database.transaction() as session, undone(session):
        session.add(Shop(name="x"))
        complaint = Complaint(
            number="1", subject="x", status=now, received_at=utc_now(), due_on=utc_now().date()
        )
        session.add(complaint)
        session.flush()
        try:
            move_complaint(session, complaint.id, wished, shown=shown, note="گفت")
        except InvalidInput as error:
            assert complaint.status == now
            if error.problem is Problem.CHANGED_MEANWHILE:
                assert now not in {shown, wished}
            else:
                assert wished not in allowed_moves(now)
        else:
            assert complaint.status == wished
            assert now in {shown, wished}
            session.flush()
            notes = session.scalars(
                select(ComplaintChange.note).where(ComplaintChange.note != "")
            ).all()
            assert notes == ["گفت"]
