"""What people do with customers."""

from collections.abc import Container, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.unchanged import UNCHANGED
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.models.base import Base
from ecrm_desktop.models.customers import (
    Customer,
    CustomerConsent,
    CustomerFavorite,
    CustomerFieldValue,
    CustomerPhone,
    CustomerSocial,
    CustomerTag,
)
from ecrm_desktop.queries.record_drafts import customer_draft
from ecrm_desktop.services.bin import put_ids_in_bin
from ecrm_desktop.services.cleaning import CLEAN
from ecrm_desktop.services.customer_codes import take_code
from ecrm_desktop.services.customer_fields import checked_values, kept_values
from ecrm_desktop.services.customer_parts import Part, save_parts
from ecrm_desktop.services.edits import Conflict, rebase, told
from ecrm_desktop.services.records import get_active, line_of, require
from ecrm_desktop.services.referrers import check_referrer
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.statuses import CustomerKind


def create_customer(session: Session, draft: CustomerDraft) -> UUID:
    """Store a new customer; return their id.

    Raises InvalidInput NAME_MISSING (unless the draft gives a code), CODE_TAKEN (code, name),
    NATIONAL_ID_TAKEN (name), DATE_IN_FUTURE, RECORD_MISSING, and those of `check_referrer`,
    `clean` and `field_values`, each at its field.
    """
    customer_id = new_id()
    values = _values(session, draft, customer_id, "", {one.name for one in CUSTOMER.columns})
    parts = _parts(session, draft, {})
    # Plain rows: a unit of work takes longer than writing them durably.
    session.connection().execute(_INSERT, {"id": customer_id, **values})
    save_parts(session, customer_id, parts, is_new=True)
    return customer_id


def update_customer(
    session: Session,
    customer_id: UUID,
    draft: CustomerDraft,
    *,
    base: CustomerDraft | None = None,
) -> tuple[Conflict, ...]:
    """Change what differs from `base`, without it all, as `rebase` says; return the conflicts.

    An empty code keeps the one they have. Phones, tags and the like that stay are the same records.
    Problems as in `create_customer`.
    """
    customer = get_active(session, Customer, customer_id)
    edit = rebase(draft, base, customer_draft(session, customer_id))
    values = _values(session, edit.draft, customer_id, customer.code, edit.changed)
    parts = _parts(session, edit.draft, kept_values(session, customer_id))
    for name, value in values.items():
        setattr(customer, name, value)
    session.flush()
    save_parts(session, customer_id, parts)
    session.expire(customer)
    return told(session, "customers", customer_id, edit.conflicts)


def delete_customers(session: Session, ids: Sequence[UUID]) -> UUID:
    """Put customers with their interactions, complaints and tasks in the bin; return the deletion.

    RECORD_MISSING if none of them is left.
    """
    return put_ids_in_bin(session, Customer, ids)


_NAMES: Final = ("first_name", "last_name", "company_name")
_INSERT: Final = insert(Base.metadata.tables["customers"])
# The code is taken from those that nobody has.
_CLEANED: Final = tuple(
    (field.name, CLEAN[field.kind])
    for field in CUSTOMER.columns
    if field.in_draft and field.name != "code"
)


def _values(
    session: Session, draft: CustomerDraft, customer_id: UUID, code: str, changed: Container[str]
) -> dict[str, Any]:
    """Return the columns that are to change."""
    values: dict[str, Any] = {
        name: clean(value, name)
        for name, clean in _CLEANED
        if name in changed and (value := getattr(draft, name)) is not UNCHANGED
    }
    _check_national_id_free(session, values.get("national_id", ""))
    names = "".join(values.get(name, getattr(draft, name)) for name in _NAMES)
    if not names and not draft.code.strip():
        is_company = draft.kind == CustomerKind.COMPANY
        raise InvalidInput(Problem.NAME_MISSING, "company_name" if is_company else "last_name")
    if "referred_by_id" in changed:
        require(session, Customer, draft.referred_by_id, "referred_by_id")
        check_referrer(session, customer_id, draft.referred_by_id)
    values["code"] = take_code(session, draft.code, customer_id, code)
    return values


def _check_national_id_free(session: Session, national_id: str) -> None:
    """Look for the owner of one that was typed anew, which nobody has who keeps theirs."""
    if national_id:
        same = select(Customer).where(
            Customer.national_id == national_id,
            Customer.deleted_at.is_(None),
        )
        owner = session.scalars(same.limit(1)).first()
        if owner is not None:
            raise InvalidInput(Problem.NATIONAL_ID_TAKEN, "national_id", name=owner.name)


def _parts(session: Session, draft: CustomerDraft, known_values: Mapping[UUID, str]) -> list[Part]:
    """Return what belongs to the customer, by what tells one from another."""
    drafts = {one.phone.number: one for one in reversed(draft.phones)}
    numbers = list(dict.fromkeys(one.phone.number for one in draft.phones))
    main = next((n for n in numbers if drafts[n].is_primary), numbers[0] if numbers else "")
    phones = {
        (number,): {
            "label": drafts[number].label,
            "is_primary": number == main,
            "position": position,
        }
        for position, number in enumerate(numbers)
    }
    consents = {
        (one.channel,): {
            "granted": one.granted,
            "given_on": one.given_on,
            "source": line_of(one.source, "consents"),
        }
        for one in draft.consents
    }
    socials = [(network, line_of(handle, "socials")) for network, handle in draft.socials]
    favorites = [(kind, line_of(name, "favorites")) for kind, name in draft.favorites]
    tags = [(line_of(tag, "tags"),) for tag in draft.tags]
    values = checked_values(session, draft.field_values, known_values)
    return [
        Part(CustomerPhone, ("number",), phones),
        Part(CustomerConsent, ("channel",), consents),
        Part(CustomerSocial, ("network", "handle"), {key: {} for key in socials if key[1]}),
        Part(CustomerFavorite, ("kind", "name"), {key: {} for key in favorites if key[1]}),
        Part(CustomerTag, ("tag",), {key: {} for key in tags if key[0]}),
        Part(
            CustomerFieldValue,
            ("field_id",),
            {(field_id,): {"value": value} for field_id, value in values.items()},
        ),
    ]
