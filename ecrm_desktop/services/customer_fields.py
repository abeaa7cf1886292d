"""The fields that a shop defines itself, and a customer's values in them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.customers import CustomerFieldDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customers import CustomerField, CustomerFieldValue
from ecrm_desktop.queries.record_drafts import customer_field_draft
from ecrm_desktop.services.bin import put_in_bin
from ecrm_desktop.services.edits import rebase_wholly
from ecrm_desktop.services.permissions import needs
from ecrm_desktop.services.records import get_active, line_of
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import FieldKind

_NUMBER: Final = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")


@needs(Permission.CHANGE_SETTINGS)
def define_customer_field(session: Session, draft: CustomerFieldDraft) -> UUID:
    """Add a field of the shop's own at the end; return its id.

    Raises InvalidInput NAME_MISSING at `title`, CHOICE_WRONG at `choices` when there is nothing
    to choose from.
    """
    last = session.scalar(select(func.max(CustomerField.position)))
    field = CustomerField(kind=draft.kind, position=0 if last is None else last + 1)
    _fill(field, draft)
    session.add(field)
    return field.id


@needs(Permission.CHANGE_SETTINGS)
def update_customer_field(
    session: Session,
    field_id: UUID,
    draft: CustomerFieldDraft,
    *,
    base: CustomerFieldDraft | None = None,
) -> None:
    """Change what differs from `base`, without it all; values that are no choice any more stay.

    CHOICE_WRONG at `kind` when customers have values of the present kind, CHANGED_MEANWHILE if
    what is to change was changed elsewhere.
    """
    field = get_active(session, CustomerField, field_id)
    draft = rebase_wholly(
        session, "customer_fields", field_id, draft, base, customer_field_draft(session, field_id)
    )
    if field.kind != draft.kind:
        used = select(CustomerFieldValue.id).where(CustomerFieldValue.field_id == field_id)
        if session.scalar(used.limit(1)) is not None:
            raise InvalidInput(Problem.CHOICE_WRONG, "kind")
        field.kind = draft.kind
    _fill(field, draft)


@needs(Permission.CHANGE_SETTINGS)
def delete_customer_field(session: Session, field_id: UUID) -> UUID:
    """Put a field into the bin, and with it out of sight all values; return the deletion."""
    return put_in_bin(session, [get_active(session, CustomerField, field_id)])


def kept_values(session: Session, customer_id: UUID) -> dict[UUID, str]:
    """Return a customer's values in all fields, those in the bin too."""
    found = session.execute(
        select(CustomerFieldValue.field_id, CustomerFieldValue.value).where(
            CustomerFieldValue.customer_id == customer_id
        )
    )
    return {field_id: value for field_id, value in found}  # noqa: C416 - rows have keys()


def checked_values(
    session: Session, values: Iterable[tuple[UUID, str]], known: Mapping[UUID, str]
) -> dict[UUID, str]:
    """Return the values a customer is to have, with those `known` ones whose field is in the bin.

    Raises InvalidInput RECORD_MISSING, NUMBER_WRONG, DATE_WRONG or CHOICE_WRONG at
    `field_values.<field id>`; a value that is known already passes.
    """
    wanted = {}
    for field_id, text in values:
        place = f"field_values.{field_id}"
        value = line_of(text, place)
        if value:
            wanted[field_id] = value
            if known.get(field_id) != value:
                _check_value(session, field_id, value, place)
    for field_id, value in known.items():
        if field_id not in wanted and session.get_one(CustomerField, field_id).deleted_at:
            wanted[field_id] = value
    return wanted


def _fill(field: CustomerField, draft: CustomerFieldDraft) -> None:
    field.title = line_of(draft.title, "title")
    if not field.title:
        raise InvalidInput(Problem.NAME_MISSING, "title")
    choices = [line_of(choice, "choices") for choice in draft.choices]
    field.choices = "\n".join(dict.fromkeys(choice for choice in choices if choice))
    if field.kind == FieldKind.CHOICE and not field.choices:
        raise InvalidInput(Problem.CHOICE_WRONG, "choices")


def _check_value(session: Session, field_id: UUID, value: str, place: str) -> None:
    field = session.get(CustomerField, field_id)
    if field is None:
        raise InvalidInput(Problem.RECORD_MISSING, place)
    if field.kind == FieldKind.NUMBER and not _NUMBER.fullmatch(value):
        raise InvalidInput(Problem.NUMBER_WRONG, place)
    if field.kind == FieldKind.DATE:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise InvalidInput(Problem.DATE_WRONG, place) from None
    if field.kind == FieldKind.CHOICE and value not in field.choices.splitlines():
        raise InvalidInput(Problem.CHOICE_WRONG, place)
