"""A customer as a contact that phones, Outlook and Google take: vCard 3.0, RFC 2426."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from ecrm_desktop.queries.customer_detail import CustomerDetail
from ecrm_desktop.reports.text_lines import escaped, folded
from ecrm_desktop.values.jalali import PartialDate, from_jalali
from ecrm_desktop.values.statuses import CustomerKind, Gender, PhoneLabel, SocialNetwork

_PHONE_TYPES: Final = {
    PhoneLabel.MOBILE: "CELL",
    PhoneLabel.HOME: "HOME",
    PhoneLabel.WORK: "WORK",
    PhoneLabel.FAX: "FAX",
    PhoneLabel.OTHER: "OTHER",
}
_PLACES: Final = {
    SocialNetwork.INSTAGRAM: "https://instagram.com/",
    SocialNetwork.TELEGRAM: "https://t.me/",
    SocialNetwork.WHATSAPP: "https://wa.me/",
    SocialNetwork.EITAA: "https://eitaa.com/",
    SocialNetwork.RUBIKA: "https://rubika.ir/",
    SocialNetwork.BALE: "https://ble.ir/",
    SocialNetwork.LINKEDIN: "https://linkedin.com/in/",
}
_GENDERS: Final = {Gender.FEMALE: "F", Gender.MALE: "M", Gender.OTHER: "O"}


def vcard(customer: CustomerDetail) -> bytes:
    """Return the customer as a vCard.

    It has what people write on a card: national ID, consents and own fields stay here. A day
    whose year is unknown is left out, since a Jalali day alone is no day of the Gregorian year.
    """
    return b"".join(map(folded, _lines(customer)))


def _lines(customer: CustomerDetail) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"FN:{escaped(customer.name)}"
    yield f"N:{escaped(customer.last_name)};{escaped(customer.first_name)};;;"
    if customer.company_name:
        yield f"ORG:{escaped(customer.company_name)}"
    if customer.kind is CustomerKind.COMPANY:
        yield "X-ABSHOWAS:COMPANY"
    if customer.job:
        yield f"TITLE:{escaped(customer.job)}"
    for phone in customer.phones:
        preferred = ",PREF" if phone.is_primary else ""
        kind = _PHONE_TYPES.get(phone.label, "VOICE")
        yield f"TEL;TYPE={kind}{preferred}:{phone.number}"
    if customer.email:
        yield f"EMAIL;TYPE=INTERNET:{escaped(customer.email)}"
    place = (customer.address, customer.city, customer.province, customer.postal_code)
    if any(place):
        street, city, province, code = map(escaped, place)
        yield f"ADR;TYPE=HOME:;;{street};{city};{province};{code};"
    yield from _personal(customer)
    if customer.tags:
        yield f"CATEGORIES:{','.join(map(escaped, customer.tags))}"
    if customer.notes:
        yield f"NOTE:{escaped(customer.notes)}"
    yield "END:VCARD"


def _personal(customer: CustomerDetail) -> Iterator[str]:
    if birth := _day(customer.birth_date):
        yield f"BDAY:{birth}"
    # What Apple and Google have no property for, they write in pairs like these.
    if wedding := _day(customer.marriage_date):
        yield f"item1.X-ABDATE;TYPE=PREF:{wedding}"
        yield "item1.X-ABLABEL:_$!<Anniversary>!$_"
    if customer.spouse_name:
        yield f"item2.X-ABRELATEDNAMES:{escaped(customer.spouse_name)}"
        yield "item2.X-ABLABEL:_$!<Spouse>!$_"
    if customer.gender in _GENDERS:
        yield f"X-GENDER:{_GENDERS[customer.gender]}"
    for network, handle in customer.socials:
        if network in _PLACES:
            address = f"{_PLACES[network]}{quote(handle, safe='')}"
            yield f"X-SOCIALPROFILE;TYPE={network.value}:{address}"
        else:
            yield f"URL:{escaped(handle)}"


def _day(day: PartialDate | None) -> str:
    if day is None or day.year is None:
        return ""
    return from_jalali(day.year, day.month, day.day).isoformat()
