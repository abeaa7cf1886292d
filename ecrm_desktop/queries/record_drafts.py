"""Stored records as drafts: what a form that shows all of one would say."""

from dataclasses import fields
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import (
    ConsentDraft,
    CustomerDraft,
    CustomerFieldDraft,
    PhoneDraft,
)
from ecrm_desktop.drafts.interactions import FollowUpDraft, InteractionDraft
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.drafts.unchanged import UNCHANGED, Unchanged
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import Synced
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import CustomerField
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.models.segments import Segment
from ecrm_desktop.models.shop import Shop
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.customer_detail import CustomerDetail, customer_detail
from ecrm_desktop.queries.interactions import get_interaction
from ecrm_desktop.values.checked_text import CheckedText
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone, PhoneKind
from ecrm_desktop.values.postal_code import PostalCode

Draft = TypeVar("Draft")


def customer_draft(session: Session, customer_id: UUID) -> CustomerDraft:
    """Return a customer, with the values of fields still in use; RECORD_MISSING in the bin."""
    return draft_of_customer(customer_detail(session, customer_id))


def draft_of_customer(detail: CustomerDetail) -> CustomerDraft:
    """Return the draft of a customer who was read already."""
    values: dict[str, Any] = {
        one.name: getattr(detail, one.name) for one in fields(CustomerDraft)
    } | {
        "email": _checked(Email, detail.email),
        "national_id": _checked(NationalId, detail.national_id),
        "postal_code": _checked(PostalCode, detail.postal_code),
        "phones": tuple(
            PhoneDraft(
                phone=Phone(one.number, PhoneKind.OTHER),
                label=one.label,
                is_primary=one.is_primary,
            )
            for one in detail.phones
        ),
        "consents": tuple(
            ConsentDraft(
                channel=one.channel,
                granted=one.granted,
                given_on=one.given_on,
                source=one.source,
            )
            for one in detail.consents
        ),
        "field_values": tuple(detail.field_values.items()),
    }
    return CustomerDraft(**values)


def product_draft(session: Session, product_id: UUID) -> ProductDraft:
    """Return a product; RECORD_MISSING if there is none or it lies in the bin."""
    return _columns(session, Product, ProductDraft, product_id)


def purchase_draft(session: Session, purchase_id: UUID) -> PurchaseDraft:
    """Return a purchase with its lines; RECORD_MISSING if there is none or it lies in the bin."""
    names = [one.name for one in fields(LineDraft) if one.name != "line_id"]
    found = session.execute(
        select(PurchaseLine.id.label("line_id"), *(getattr(PurchaseLine, name) for name in names))
        .where(PurchaseLine.purchase_id == purchase_id)
        .order_by(PurchaseLine.position, PurchaseLine.id)
    ).mappings()
    lines = tuple(LineDraft(**row) for row in found)
    return _columns(session, Purchase, PurchaseDraft, purchase_id, lines=lines)


def task_draft(session: Session, task_id: UUID) -> TaskDraft:
    """Return a task; RECORD_MISSING if there is none or it lies in the bin."""
    return _columns(session, Task, TaskDraft, task_id)


def complaint_draft(session: Session, complaint_id: UUID) -> ComplaintDraft:
    """Return a complaint; RECORD_MISSING if there is none or it lies in the bin."""
    return _columns(session, Complaint, ComplaintDraft, complaint_id)


def interaction_draft(session: Session, interaction_id: UUID) -> InteractionDraft:
    """Return an interaction and its open follow-up; RECORD_MISSING if there is none or binned.

    The follow-up has no title: what it is called is the task's own business by now.
    """
    row = get_interaction(session, interaction_id)
    number = session.scalars(
        select(Interaction.phone).where(Interaction.id == interaction_id)
    ).one()
    follow_up = None
    if row.follow_up_on is not None:
        follow_up = FollowUpDraft(
            due_on=row.follow_up_on,
            due_time=row.follow_up_time,
            assignee_id=row.follow_up_assignee_id,
        )
    return _columns(
        session,
        Interaction,
        InteractionDraft,
        interaction_id,
        phone=Phone(number, PhoneKind.OTHER) if number else None,
        follow_up=follow_up,
    )


def user_draft(session: Session, user_id: UUID) -> UserDraft:
    """Return a user; RECORD_MISSING if there is none."""
    return _columns(session, User, UserDraft, user_id)


def customer_field_draft(session: Session, field_id: UUID) -> CustomerFieldDraft:
    """Return a field that the shop defined; RECORD_MISSING if there is none or it was deleted."""
    choices = session.scalar(select(CustomerField.choices).where(CustomerField.id == field_id))
    known = tuple((choices or "").splitlines())
    return _columns(session, CustomerField, CustomerFieldDraft, field_id, choices=known)


def segment_draft(session: Session, segment_id: UUID) -> SegmentDraft:
    """Return a segment; RECORD_MISSING if there is none or it was deleted."""
    return _columns(session, Segment, SegmentDraft, segment_id)


def shop_draft(session: Session) -> ShopDraft:
    """Return the shop's settings; RECORD_MISSING before the first start."""
    shop_id = session.scalar(select(Shop.id).order_by(Shop.id).limit(1))
    if shop_id is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    return _columns(session, Shop, ShopDraft, shop_id)


def _columns(
    session: Session, table: type[Synced], draft: type[Draft], record_id: UUID, **known: Any
) -> Draft:
    """Return a draft whose fields are columns, apart from those that are `known`."""
    names = [one.name for one in fields(draft) if one.name not in known]  # type: ignore[arg-type]
    statement = select(*(getattr(table, name) for name in names)).where(table.id == record_id)
    if "deleted_at" in table.__table__.columns:
        statement = statement.where(table.__table__.columns["deleted_at"].is_(None))
    row = session.execute(statement).mappings().one_or_none()
    if row is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    return draft(**row, **known)


def _checked(kind: type[CheckedText], text: str) -> CheckedText | Unchanged | None:
    if not text:
        return None
    try:
        return kind.parse(text)
    except InvalidInput:
        return UNCHANGED
