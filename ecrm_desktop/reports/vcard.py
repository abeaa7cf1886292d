"""A customer as a contact that phones, Outlook and Google take: vCard 3.0, RFC 2426."""

from collections.abc import Iterator
from typing import Final

from ecrm_desktop.queries.customer_detail import CustomerDetail
from ecrm_desktop.values.jalali import from_jalali
from ecrm_desktop.values.statuses import CustomerKind, PhoneLabel

_LINE_OCTETS: Final = 75
_PHONE_TYPES: Final = {
    PhoneLabel.MOBILE: "CELL",
    PhoneLabel.HOME: "HOME",
    PhoneLabel.WORK: "WORK",
    PhoneLabel.FAX: "FAX",
    PhoneLabel.OTHER: "VOICE",
}


def vcard(customer: CustomerDetail) -> bytes:
    """Return the customer as a vCard.

    It has what people write on a card: national ID, consents and own fields stay here. A birthday
    whose year is unknown is left out, since a Jalali day alone is no day of the Gregorian year.
    """
    lines = (_folded(line) for line in _lines(customer))
    return b"".join(line + b"\r\n" for line in lines)


def _lines(customer: CustomerDetail) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"FN:{_escaped(customer.name)}"
    yield f"N:{_escaped(customer.last_name)};{_escaped(customer.first_name)};;;"
    if customer.company_name:
        yield f"ORG:{_escaped(customer.company_name)}"
    if customer.kind is CustomerKind.COMPANY:
        yield "X-ABSHOWAS:COMPANY"
    if customer.job:
        yield f"TITLE:{_escaped(customer.job)}"
    for phone in customer.phones:
        preferred = ",PREF" if phone.is_primary else ""
        kind = _PHONE_TYPES.get(phone.label, "VOICE")
        yield f"TEL;TYPE={kind}{preferred}:{phone.number}"
    if customer.email:
        yield f"EMAIL;TYPE=INTERNET:{_escaped(customer.email)}"
    place = (customer.address, customer.city, customer.province, customer.postal_code)
    if any(place):
        street, city, province, code = map(_escaped, place)
        yield f"ADR;TYPE=HOME:;;{street};{city};{province};{code};"
    birth = customer.birth_date
    if birth is not None and birth.year is not None:
        yield f"BDAY:{from_jalali(birth.year, birth.month, birth.day).isoformat()}"
    if customer.tags:
        yield f"CATEGORIES:{','.join(map(_escaped, customer.tags))}"
    if customer.notes:
        yield f"NOTE:{_escaped(customer.notes)}"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Return a line broken so that no piece is too long and no letter is torn."""
    rest, pieces = line.encode(), []
    while len(rest) > _LINE_OCTETS:
        end = _LINE_OCTETS
        while rest[end] & 0xC0 == 0x80:  # noqa: PLR2004 - inside a letter of UTF-8
            end -= 1
        pieces.append(rest[:end])
        rest = b" " + rest[end:]
    return b"\r\n".join([*pieces, rest])
