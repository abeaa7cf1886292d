"""What people do with customers."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.customers import (
    Customer,
    CustomerConsent,
    CustomerFavorite,
    CustomerPhone,
    CustomerSocial,
    CustomerTag,
)
from ecrm_desktop.services.bin import put_in_bin
from ecrm_desktop.services.customer_codes import owner_of, take_code
from ecrm_desktop.services.customer_fields import set_field_values
from ecrm_desktop.services.records import all_living, line_of, lines_of, living, require
from ecrm_desktop.values.jalali import PartialDate, from_jalali

Child = TypeVar("Child")
Key = TypeVar("Key")

_LINES: Final = (
    "first_name",
    "last_name",
    "company_name",
    "email",
    "job",
    "spouse_name",
    "province",
    "city",
    "postal_code",
)
_CHOICES: Final = (
    "kind",
    "gender",
    "income_band",
    "acquisition_channel",
    "referred_by_id",
    "preferred_channel",
)


def create_customer(session: Session, draft: CustomerDraft) -> UUID:
    """Store a new customer; return their id.

    Raises InvalidInput NAME_MISSING (unless the draft gives a code), CODE_TAKEN (code, name),
    NATIONAL_ID_TAKEN (name), DATE_IN_FUTURE, REFERS_TO_ITSELF, RECORD_MISSING, and those of
    `clean` and `set_field_values`, each at its field.
    """
    customer = Customer()
    _fill(session, customer, draft)
    session.add(customer)
    return customer.id


def update_customer(session: Session, customer_id: UUID, draft: CustomerDraft) -> None:
    """Change all fields of a customer; an empty code keeps the one they have.

    Phones, tags and the like that the draft still has stay the same records. Problems as in
    `create_customer`.
    """
    _fill(session, living(session, Customer, customer_id), draft)


def delete_customers(session: Session, ids: Iterable[UUID]) -> UUID:
    """Put customers with their contacts, complaints and tasks into the bin; return the deletion."""
    return put_in_bin(session, all_living(session, Customer, ids))


def _fill(session: Session, customer: Customer, draft: CustomerDraft) -> None:
    values: dict[str, Any] = {name: line_of(getattr(draft, name), name) for name in _LINES}
    values |= {name: getattr(draft, name) for name in _CHOICES}
    values["address"] = lines_of(draft.address, "address")
    values["notes"] = lines_of(draft.notes, "notes")
    values["birth_date"] = _past(draft.birth_date, "birth_date")
    values["marriage_date"] = _past(draft.marriage_date, "marriage_date")
    values["national_id"] = _national_id(session, draft.national_id, customer.id)
    names = values["first_name"] + values["last_name"] + values["company_name"]
    if not names and not draft.code.strip():
        raise InvalidInput(Problem.NAME_MISSING, "last_name")
    if draft.referred_by_id == customer.id:
        raise InvalidInput(Problem.REFERS_TO_ITSELF, "referred_by_id")
    require(session, Customer, draft.referred_by_id, "referred_by_id")
    values["code"] = take_code(session, draft.code, customer)
    for name, value in values.items():
        setattr(customer, name, value)
    _fill_phones(customer, draft)
    _fill_lists(customer, draft)
    set_field_values(session, customer, draft.field_values)


def _national_id(session: Session, text: str, customer_id: UUID) -> str:
    national_id = line_of(text, "national_id")
    if national_id:
        owner = owner_of(session, Customer.national_id == national_id, customer_id)
        if owner is not None:
            raise InvalidInput(Problem.NATIONAL_ID_TAKEN, "national_id", name=owner.name)
    return national_id


def _past(day: PartialDate | None, field: str) -> str:
    if day is not None and day.year is not None:
        # Somewhere on earth tomorrow has begun.
        latest = utc_now().date() + timedelta(days=1)
        if from_jalali(day.year, day.month, day.day) > latest:
            raise InvalidInput(Problem.DATE_IN_FUTURE, field)
    return str(day) if day else ""


def _fill_phones(customer: Customer, draft: CustomerDraft) -> None:
    drafts = {one.phone.number: one for one in reversed(draft.phones)}
    numbers = list(dict.fromkeys(one.phone.number for one in draft.phones))
    main = next((n for n in numbers if drafts[n].is_primary), numbers[0] if numbers else "")
    _match(
        customer.phones,
        {
            number: {
                "label": drafts[number].label,
                "is_primary": number == main,
                "position": position,
            }
            for position, number in enumerate(numbers)
        },
        key=lambda phone: phone.number,
        make=lambda number: CustomerPhone(number=number),
    )


def _fill_lists(customer: Customer, draft: CustomerDraft) -> None:
    _match(
        customer.consents,
        {
            one.channel: {
                "granted": one.granted,
                "given_on": one.given_on,
                "source": line_of(one.source, "consents"),
            }
            for one in draft.consents
        },
        key=lambda consent: consent.channel,
        make=lambda channel: CustomerConsent(channel=channel),
    )
    _match(
        customer.socials,
        _named((network, line_of(handle, "socials")) for network, handle in draft.socials),
        key=lambda social: (social.network, social.handle),
        make=lambda key: CustomerSocial(network=key[0], handle=key[1]),
    )
    _match(
        customer.favorites,
        _named((kind, line_of(name, "favorites")) for kind, name in draft.favorites),
        key=lambda favorite: (favorite.kind, favorite.name),
        make=lambda key: CustomerFavorite(kind=key[0], name=key[1]),
    )
    _match(
        customer.tags,
        {tag: {} for tag in (line_of(text, "tags") for text in draft.tags) if tag},
        key=lambda tag: tag.tag,
        make=lambda text: CustomerTag(tag=text),
    )


def _named(pairs: Iterable[tuple[Key, str]]) -> dict[tuple[Key, str], dict[str, Any]]:
    return {(kind, name): {} for kind, name in pairs if name}


def _match(
    records: list[Child],
    wanted: Mapping[Key, Mapping[str, Any]],
    *,
    key: Callable[[Child], Key],
    make: Callable[[Key], Child],
) -> None:
    """Make `records` those that are wanted: same key, same record, with the values given."""
    there = {key(record): record for record in records}
    kept = []
    for one, values in wanted.items():
        record = there.get(one) or make(one)
        for name, value in values.items():
            setattr(record, name, value)
        kept.append(record)
    records[:] = kept
