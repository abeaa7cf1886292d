"""Rows about customers."""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

from ecrm_desktop.drafts.customers import ConsentDraft, CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.imports import ImportedCustomer, SaidReferrer
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.exchange.columns import Columns
from ecrm_desktop.exchange.fields import NETWORKS
from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.phone_cells import phones_parser
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.exchange.source_keys import SourceKeys
from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.text.phone_extensions import extension_text
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.person_names import ReadName, phone_label, read_name, without_titles
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import (
    ConsentChannel,
    CustomerKind,
    FavoriteKind,
    PhoneLabel,
    SocialNetwork,
)

# Parts of a name tell each other's meaning, and several columns may hold the last two.
_APART: Final = frozenset(
    {
        "code",
        "kind",
        "first_name",
        "last_name",
        "company_name",
        "gender",
        "address",
        "notes",
    }
)
_STRAIGHT: Final = tuple(
    field for field in CUSTOMER.columns if field.imported_as and field.name not in _APART
)
"""The fields whose one cell is all there is to say about them."""


_PHONE: Final = re.compile(r"(?<!\d)(?:\+|0|9(?=\d{9}))[\d -]{8,15}\d")
_NETWORKS: Final = {network.value: network for network in NETWORKS} | {
    "other_social": SocialNetwork.OTHER
}


class CustomerRows:
    """Builds customers; one cell with a whole name is taken apart."""

    def __init__(self, columns: Columns, conventions: Conventions) -> None:
        self._code = columns.one("code")
        self._name = columns.one("name")
        self._first_names = columns.every("first_name")
        self._last_name = columns.one("last_name")
        self._company = columns.one("company")
        self._kind = columns.one("kind")
        self._gender = columns.one("gender")
        self._phones = [
            pair for name in ("phone", "phone2", "phone3") for pair in columns.labelled(name)
        ]
        self._more_phones = [
            (*pair, usual)
            for name, usual in (("phones", None), ("fax", PhoneLabel.FAX))
            for pair in columns.labelled(name)
        ]
        self._email = columns.one("email")
        self._more_emails = columns.every("more_emails")
        self._has_rare = any(map(columns.count, ("phones", "fax", "more_emails")))
        self._straight = [
            (field.name, columns.one(field.imported_as))
            for field in _STRAIGHT
            if columns.count(field.imported_as) and not (self._has_rare and field.name == "email")
        ]
        self._addresses = columns.every("address")
        self._notes = columns.every("note")
        self._tags = columns.every("tags")
        self._consents = [
            (channel, columns.one(f"consent_{channel}"))
            for channel in ConsentChannel
            if columns.count(f"consent_{channel}")
        ]
        self._socials = [
            (network, columns.one(name))
            for name, network in _NETWORKS.items()
            if columns.count(name)
        ]
        self._referrers = columns.every("referrer")
        self._has_referrer = bool(columns.count("referrer"))
        self._parse_phones = phones_parser(conventions.area_code)
        self._favorites = [
            (kind, columns.every(name))
            for kind, name in (
                (FavoriteKind.BRAND, "favorite_brands"),
                (FavoriteKind.PRODUCT, "favorite_products"),
            )
            if columns.count(name)
        ]
        self._has_parts = bool(
            columns.count("tags") or self._consents or self._socials or self._favorites
        )
        self._own = columns.own

    def record(
        self,
        number: int,
        cells: Sequence[Cell],
        keys: SourceKeys,
    ) -> ImportedCustomer:
        """Return what a row says; problems of its own are at a field."""
        who = self._who(cells)
        phones = dict[Phone, PhoneLabel | None]()
        for column, label in self._phones:
            for phone in column[cells[column.position]] or ():
                phones.setdefault(phone, label and label(cells))
        rare, kept = self._rare(cells, phones) if self._has_rare else ({}, [])
        kept += [extension_text(phone) for phone in phones if phone.extension]
        code = self._code(cells) or ""
        draft = CustomerDraft(
            code=code,
            kind=who.kind,
            first_name=who.first_name,
            last_name=who.last_name,
            company_name=who.company_name,
            gender=who.gender,
            phones=tuple(
                PhoneDraft(
                    phone=phone, label=label or phone_label(phone, who.kind), is_primary=at == 0
                )
                for at, (phone, label) in enumerate(phones.items())
            ),
            address="\n".join(dict.fromkeys(self._addresses(cells))),
            notes="\n".join(self._notes(cells)),
            **{name: value for name, read in self._straight if (value := read(cells)) is not None},
            **rare,
            **(self._parts(cells) if self._has_parts else {}),
        )
        if not (code or who.is_named or phones or draft.email):
            raise InvalidInput(Problem.NAME_MISSING, "name")
        own = tuple((title, value) for title, read in self._own if (value := read(cells)))
        return ImportedCustomer(
            row=number,
            draft=draft,
            own=own,
            title=who.title,
            kept=tuple(kept),
            referrer=self._referrer(cells) if self._has_referrer else None,
        )

    def _referrer(self, cells: Sequence[Cell]) -> SaidReferrer | None:
        """Return whom the columns of referrers name."""
        texts = list(dict.fromkeys(self._referrers(cells)))
        if not texts:
            return None
        numbers, codes, names = list[str](), list[str](), list[str]()
        for said in map(to_latin_digits, texts):
            number = _PHONE.search(said)
            with suppress(EcrmError):
                phones = self._parse_phones(number[0]) if number else None
                numbers += [phone.number for phone in phones or ()]
                said = _PHONE.sub(" ", said, 1).strip(" ()-")  # noqa: PLW2901 - the rest of it
            if said:
                (codes if any(map(str.isdecimal, said)) else names).append(said)
        text = " ".join(texts)
        if len(codes) > 1:
            return SaidReferrer(text)
        return SaidReferrer(text, "".join(codes), " ".join(names), tuple(numbers))

    def _rare(
        self, cells: Sequence[Cell], phones: dict[Phone, PhoneLabel | None]
    ) -> tuple[dict[str, Any], list[str]]:
        """Add the phones with labels; return the address, and what has no field."""
        for column, beside, usual in self._more_phones:
            for phone, label in column[cells[column.position]] or ():
                found = label or (beside and beside(cells)) or usual
                phones[phone] = phones.get(phone) or found
        email, kept = self._emails(cells)
        return {} if email is None else {"email": email}, kept

    def _emails(self, cells: Sequence[Cell]) -> tuple[Email | None, list[str]]:
        """Return the address, and others that have no field."""
        first: Email | None = self._email(cells)
        others = [text for texts in self._more_emails(cells) for text in texts]
        if first is None:
            for text in others:
                with suppress(EcrmError):
                    first = Email.parse(text)
                    others.remove(text)
                    break
        return first, [text for text in others if first is None or text != first.text]

    def _parts(self, cells: Sequence[Cell]) -> dict[str, Any]:
        """Return what few files say about: the lists of a customer other than the phones."""
        return {
            "tags": tuple(dict.fromkeys(tag for tags in self._tags(cells) for tag in tags)),
            "consents": tuple(
                ConsentDraft(channel=channel, **said._asdict())
                for channel, read in self._consents
                if (said := read(cells)) is not None
            ),
            "socials": tuple(
                (network, handle.strip())
                for network, read in self._socials
                if (handles := read(cells)) is not None
                for handle in handles.split(":::")
            ),
            "favorites": tuple(
                (favorite, name)
                for favorite, read in self._favorites
                for names in read(cells)
                for name in names
            ),
        }

    def _who(self, cells: Sequence[Cell]) -> ReadName:
        first = " ".join(self._first_names(cells))
        last = self._last_name(cells) or ""
        company = self._company(cells) or ""
        name = self._name(cells) or ""
        kind = self._kind(cells)
        gender, title = self._gender(cells), ""
        if name and not first and not last:
            said = read_name(name, kind)
            kind, first, last, title = said.kind, said.first_name, said.last_name, said.title
            company, gender = company or said.company_name, gender or said.gender
        elif first:
            first, said_gender, title = without_titles(first, least=0 if last else 1)
            gender = gender or said_gender
        if kind is None:
            is_person = bool(first or last or not company)
            kind = CustomerKind.PERSON if is_person else CustomerKind.COMPANY
        return ReadName(kind, first, last, company, gender, title)
