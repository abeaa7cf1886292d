"""What people do with complaints; whatever changes is written into the complaint's history."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.unchanged import UNCHANGED, Unchanged
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.complaints import Complaint, ComplaintChange
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.models.shop import Shop
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.record_drafts import complaint_draft
from ecrm_desktop.services.bin import put_ids_in_bin
from ecrm_desktop.services.counters import next_number
from ecrm_desktop.services.edits import Conflict, check_shown, rebase, told
from ecrm_desktop.services.records import get_active, line_of, lines_of, require
from ecrm_desktop.values.jalali import to_jalali
from ecrm_desktop.values.money import LIMIT
from ecrm_desktop.values.statuses import (
    DEFAULT_PROMISE_DAYS,
    ComplaintStatus,
    Severity,
    allowed_moves,
)

SATISFACTION: Final = range(1, 6)


def open_complaint(session: Session, draft: ComplaintDraft, *, user_id: UUID | None = None) -> UUID:
    """Store a new complaint under the next number of its year; return its id.

    The year and the promised day count from the day of `received_at` in the time zone it carries.
    Raises InvalidInput TEXT_EMPTY at `subject`, DATE_IN_FUTURE at `received_at`,
    PERIOD_BACKWARDS at `due_on`, NUMBER_NEGATIVE or NUMBER_TOO_LARGE at `compensation`,
    CHOICE_WRONG at `satisfaction`.
    """
    values = _values(session, draft)
    complaint = Complaint(
        number=_next_free_number(session, draft.received_at.date()),
        status=ComplaintStatus.NEW,
        **values,
    )
    session.add(complaint)
    _write_down(session, complaint, "status", "", ComplaintStatus.NEW.value, user_id=user_id)
    return complaint.id


def update_complaint(
    session: Session,
    complaint_id: UUID,
    draft: ComplaintDraft,
    *,
    base: ComplaintDraft | None = None,
    user_id: UUID | None = None,
) -> tuple[Conflict, ...]:
    """Change what differs from `base`, without it all, as `rebase` says; return the conflicts.

    Number and status stay. Problems as in `open_complaint`.
    """
    complaint = get_active(session, Complaint, complaint_id)
    edit = rebase(draft, base, complaint_draft(session, complaint_id))
    values = _values(session, edit.draft, received_at=complaint.received_at)
    _set(session, complaint, values, user_id)
    return told(session, "complaints", complaint_id, edit.conflicts)


def move_complaint(
    session: Session,
    complaint_id: UUID,
    status: ComplaintStatus,
    *,
    note: str = "",
    due_on: date | None = None,
    today: date | None = None,
    user_id: UUID | None = None,
    shown: ComplaintStatus | Unchanged = UNCHANGED,
) -> None:
    """Bring a complaint to another status; MOVE_NOT_ALLOWED (before, after) off the known ways.

    CHANGED_MEANWHILE at `status` if it is no more the one that was `shown`, unless that is the one
    it is to have: then the note is all that is written.

    Closing an unresolved complaint ends it at that instant as well; reopening forgets both ends
    and promises anew: until `due_on`, or as the shop promises, counted from `today`, the shop's
    day (this PC's without one). PERIOD_BACKWARDS at `due_on` if that is past.
    """
    complaint = get_active(session, Complaint, complaint_id)
    check_shown(session, complaint, "status", status, shown=shown)
    if shown is not UNCHANGED and complaint.status == status != shown:
        if text := lines_of(note, "note"):
            _write_down(session, complaint, "note", "", "", note=text, user_id=user_id)
        return
    if status not in allowed_moves(complaint.status):
        raise InvalidInput(
            Problem.MOVE_NOT_ALLOWED, "status", before=complaint.status, after=status
        )
    now = utc_now()
    _write_down(
        session,
        complaint,
        "status",
        complaint.status.value,
        status.value,
        note=lines_of(note, "note"),
        user_id=user_id,
        now=now,
    )
    complaint.status = status
    if status == ComplaintStatus.RESOLVED:
        complaint.resolved_at = now
    elif status == ComplaintStatus.CLOSED:
        complaint.resolved_at = complaint.resolved_at or now
        complaint.closed_at = now
    elif status == ComplaintStatus.REOPENED:
        complaint.resolved_at = complaint.closed_at = None
        today = today or now.astimezone().date()
        if due_on is not None and due_on < today:
            raise InvalidInput(Problem.PERIOD_BACKWARDS, "due_on")
        promised = due_on or promised_on(session, today, complaint.severity)
        _set(session, complaint, {"due_on": promised}, user_id)


def resolve_complaint(
    session: Session,
    complaint_id: UUID,
    *,
    resolution: str,
    compensation: int | None = None,
    user_id: UUID | None = None,
    shown: ComplaintStatus | Unchanged = UNCHANGED,
) -> None:
    """Write down how a complaint was mended, and with what amount, and move it to resolved.

    Where nothing is said, what was written down before stays. CHANGED_MEANWHILE at `status` if it
    is no more the one that was `shown`, also if somebody else resolved it: they said how.
    """
    complaint = get_active(session, Complaint, complaint_id)
    values: dict[str, object] = {}
    if text := lines_of(resolution, "resolution"):
        values["resolution"] = text
    if compensation is not None:
        values["compensation"] = _compensation(compensation)
    check_shown(session, complaint, "status", None, shown=shown)
    if complaint.status != ComplaintStatus.RESOLVED or shown is UNCHANGED:
        move_complaint(session, complaint_id, ComplaintStatus.RESOLVED, user_id=user_id)
    _set(session, complaint, values, user_id)


def record_satisfaction(
    session: Session,
    complaint_id: UUID,
    satisfaction: int,
    *,
    user_id: UUID | None = None,
    shown: int | Unchanged | None = UNCHANGED,
) -> None:
    """Write down how content the customer is afterwards, 1 to 5; CHOICE_WRONG for others.

    CHANGED_MEANWHILE at `satisfaction` if it is no more what was `shown`.
    """
    complaint = get_active(session, Complaint, complaint_id)
    check_shown(session, complaint, "satisfaction", satisfaction, shown=shown)
    _set(session, complaint, {"satisfaction": _satisfaction(satisfaction)}, user_id)


def add_complaint_note(
    session: Session, complaint_id: UUID, note: str, *, user_id: UUID | None = None
) -> None:
    """Add a note to a complaint's history; TEXT_EMPTY at `note` if it says nothing."""
    complaint = get_active(session, Complaint, complaint_id)
    text = lines_of(note, "note")
    if not text:
        raise InvalidInput(Problem.TEXT_EMPTY, "note")
    _write_down(session, complaint, "note", "", "", note=text, user_id=user_id)


def delete_complaints(session: Session, complaint_ids: Sequence[UUID]) -> UUID:
    """Put complaints and the open tasks about them into the bin; return the deletion's id."""
    return put_ids_in_bin(session, Complaint, complaint_ids)


def promised_on(session: Session, received_on: date, severity: Severity) -> date:
    """Return the day until which the shop promises to mend a complaint."""
    shop = session.scalars(select(Shop).limit(1)).one_or_none()
    usual = DEFAULT_PROMISE_DAYS.get(severity, DEFAULT_PROMISE_DAYS[Severity.NORMAL])
    days = getattr(shop, f"promise_{severity.value}", shop.promise_normal) if shop else usual
    return received_on + timedelta(days=days)


def _next_free_number(session: Session, received_on: date) -> str:
    year = to_jalali(received_on)[0]
    while True:
        number = f"{year}-{next_number(session, f'complaint-{year}')}"
        # An import or another PC may have brought numbers that this PC never gave out.
        if session.scalar(select(Complaint.id).where(Complaint.number == number)) is None:
            return number


def _values(
    session: Session, draft: ComplaintDraft, *, received_at: datetime | None = None
) -> dict[str, object]:
    """Return the columns; `received_at` is what the complaint has already."""
    received_on = draft.received_at.date()
    if draft.received_at > utc_now() and draft.received_at != received_at:
        raise InvalidInput(Problem.DATE_IN_FUTURE, "received_at")
    due_on = draft.due_on or promised_on(session, received_on, draft.severity)
    if due_on < received_on:
        raise InvalidInput(Problem.PERIOD_BACKWARDS, "due_on")
    require(session, Customer, draft.customer_id, "customer_id")
    require(session, Purchase, draft.purchase_id, "purchase_id")
    require(session, Product, draft.product_id, "product_id")
    require(session, User, draft.assignee_id, "assignee_id")
    return {
        "customer_id": draft.customer_id,
        "subject": line_of(draft.subject, "subject", required=True),
        "description": lines_of(draft.description, "description"),
        "category": line_of(draft.category, "category"),
        "severity": draft.severity,
        "purchase_id": draft.purchase_id,
        "product_id": draft.product_id,
        "assignee_id": draft.assignee_id,
        "received_at": draft.received_at.astimezone(UTC),
        "due_on": due_on,
        "resolution": lines_of(draft.resolution, "resolution"),
        "compensation": _compensation(draft.compensation),
        "satisfaction": (None if draft.satisfaction is None else _satisfaction(draft.satisfaction)),
    }


def _compensation(amount: int) -> int:
    if amount < 0:
        raise InvalidInput(Problem.NUMBER_NEGATIVE, "compensation")
    if amount > LIMIT:
        raise InvalidInput(Problem.NUMBER_TOO_LARGE, "compensation", limit=LIMIT)
    return amount


def _satisfaction(score: int) -> int:
    if score not in SATISFACTION:
        raise InvalidInput(Problem.CHOICE_WRONG, "satisfaction")
    return score


def _set(
    session: Session, complaint: Complaint, values: dict[str, object], user_id: UUID | None
) -> None:
    now = utc_now()
    for field, value in values.items():
        before, after = _text(getattr(complaint, field)), _text(value)
        if before != after:
            setattr(complaint, field, value)
            _write_down(session, complaint, field, before, after, user_id=user_id, now=now)


def _text(value: object) -> str:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return "" if value is None else str(value)


def _write_down(
    session: Session,
    complaint: Complaint,
    field: str,
    before: str,
    after: str,
    *,
    note: str = "",
    user_id: UUID | None,
    now: datetime | None = None,
) -> None:
    session.add(
        ComplaintChange(
            complaint_id=complaint.id,
            changed_at=now or utc_now(),
            user_id=user_id,
            field=field,
            before=before,
            after=after,
            note=note,
        )
    )
