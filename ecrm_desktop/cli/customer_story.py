"""The whole story of one customer as JSON; docs/cli.md describes its shape."""

from datetime import date
from typing import Any
from uuid import UUID

from ecrm_desktop.cli.plain import picked, plain, plain_quantity
from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.fields.field import ValueKind
from ecrm_desktop.queries.complaint_detail import complaint_detail
from ecrm_desktop.queries.complaints import ComplaintFilter, list_complaints
from ecrm_desktop.queries.customer_detail import customer_detail, customer_fields
from ecrm_desktop.queries.customers import customer_rows
from ecrm_desktop.queries.interactions import (
    InteractionFilter,
    interaction_rows,
    list_interactions,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.purchases import PurchaseFilter, list_purchases, purchase_detail
from ecrm_desktop.queries.shop import ShopRow
from ecrm_desktop.queries.tasks import TaskFilter, list_tasks, task_rows
from ecrm_desktop.storage.database import Session


def customer_story(
    session: Session, customer_id: UUID, shop: ShopRow, today: date
) -> dict[str, Any]:
    """Return who a customer is and everything that happened with them, newest first."""
    [row] = customer_rows(session, [customer_id])
    return {
        **_person(session, customer_id),
        "currency": shop.currency,
        **picked(row, "purchase_count purchase_total last_purchase_on open_complaints"),
        "purchases": _purchases(session, customer_id),
        "interactions": _interactions(session, customer_id),
        "complaints": _complaints(session, customer_id, today),
        "tasks": _tasks(session, customer_id, today),
    }


def _person(session: Session, customer_id: UUID) -> dict[str, Any]:
    person = customer_detail(session, customer_id)
    titles = {field.id: field.title for field in customer_fields(session)}
    return {
        **picked(person, "id name"),
        **{
            field.name: plain(getattr(person, field.name))
            for field in CUSTOMER.columns
            if field.in_draft and field.kind is not ValueKind.REFERENCE
        },
        "referred_by": person.referred_by_name,
        "phones": [picked(phone, "number label is_primary") for phone in person.phones],
        "consents": [picked(one, "channel granted given_on source") for one in person.consents],
        "socials": [{"network": one, "handle": handle} for one, handle in person.socials],
        "favorites": [{"kind": kind, "name": name} for kind, name in person.favorites],
        "tags": plain(person.tags),
        "fields": {titles[field]: value for field, value in person.field_values.items()},
        "created_at": plain(person.created_at),
    }


def _purchases(session: Session, customer_id: UUID) -> list[dict[str, Any]]:
    newest = Sort("purchased_on", descending=True)
    ids = list_purchases(session, PurchaseFilter(customer_id=customer_id), newest)
    return [_purchase(session, one) for one in ids]


def _purchase(session: Session, purchase_id: UUID) -> dict[str, Any]:
    purchase = purchase_detail(session, purchase_id)
    return {
        **picked(purchase, "id number purchased_on purchased_at channel seller_name"),
        "lines": [
            {
                **picked(line, "title unit"),
                "quantity": plain_quantity(line.quantity),
                **picked(line, "unit_price discount total"),
            }
            for line in purchase.lines
        ],
        **picked(purchase, "discount shipping tax total payment_method note"),
        "returns": [
            {
                **picked(one, "id returned_on returned_at user_name reason total"),
                "lines": [
                    {
                        "title": line.title,
                        "quantity": plain_quantity(line.quantity),
                        "amount": line.amount,
                    }
                    for line in one.lines
                ],
            }
            for one in purchase.returns
        ],
    }


def _interactions(session: Session, customer_id: UUID) -> list[dict[str, Any]]:
    newest = Sort("occurred_at", descending=True)
    ids = list_interactions(session, InteractionFilter(customer_id=customer_id), newest)
    names = (
        "id channel direction answered occurred_at duration user_name phone subject text outcome"
        " follow_up_on"
    )
    return [picked(one, names) for one in interaction_rows(session, ids)]


def _complaints(session: Session, customer_id: UUID, today: date) -> list[dict[str, Any]]:
    newest = Sort("received_at", descending=True)
    ids = list_complaints(session, ComplaintFilter(today=today, customer_id=customer_id), newest)
    found = [complaint_detail(session, one) for one in ids]
    names = (
        "id number subject description category severity status assignee_name purchase_number"
        " product_name received_at due_on resolved_at closed_at resolution compensation"
        " satisfaction"
    )
    return [
        {
            **picked(one, names),
            "history": [
                picked(entry, "changed_at user_name field before after note")
                for entry in one.history
            ],
        }
        for one in found
    ]


def _tasks(session: Session, customer_id: UUID, today: date) -> list[dict[str, Any]]:
    ids = list_tasks(session, TaskFilter(today=today, customer_id=customer_id))
    names = "id title note assignee_name due_on due_time repeat done_at done_by_name"
    return [picked(one, names) for one in task_rows(session, ids)]
