"""Rows about customers."""

from collections.abc import Sequence
from typing import Any, Final

from ecrm_desktop.drafts.customers import ConsentDraft, CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.imports import ImportedCustomer
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.exchange.columns import Columns
from ecrm_desktop.exchange.fields import NETWORKS
from ecrm_desktop.exchange.mapping import Conventions
from ecrm_desktop.exchange.person_names import is_company, split_name
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.exchange.source_keys import SourceKeys
from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.i18n import translate
from ecrm_desktop.values.phone import Phone, PhoneKind
from ecrm_desktop.values.statuses import (
    ConsentChannel,
    CustomerKind,
    FavoriteKind,
    Gender,
    PhoneLabel,
)

# Parts of a name tell each other's meaning, and several columns may hold the last two.
_APART: Final = frozenset(
    {"code", "kind", "first_name", "last_name", "company_name", "gender", "address", "notes"}
)
_STRAIGHT: Final = tuple(
    field for field in CUSTOMER.columns if field.imported_as and field.name not in _APART
)
"""The fields whose one cell is all there is to say about them."""


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
            columns.one(name) for name in ("phone", "phone2", "phone3") if columns.count(name)
        ]
        self._straight = [
            (field.name, columns.one(field.imported_as))
            for field in _STRAIGHT
            if columns.count(field.imported_as)
        ]
        self._addresses = columns.every("address")
        self._notes = columns.every("note")
        self._referrers = columns.every("referrer") if columns.count("referrer") else None
        self._tags = columns.every("tags")
        self._consents = [
            (channel, columns.one(f"consent_{channel}"))
            for channel in ConsentChannel
            if columns.count(f"consent_{channel}")
        ]
        self._socials = [
            (network, columns.one(network)) for network in NETWORKS if columns.count(network)
        ]
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
        kind, first_name, last_name, company, gender = self._who(cells)
        phones = dict.fromkeys(phone for read in self._phones for phone in read(cells) or ())
        code = self._code(cells) or ""
        draft = CustomerDraft(
            code=code,
            kind=kind,
            first_name=first_name,
            last_name=last_name,
            company_name=company,
            gender=gender,
            phones=tuple(
                PhoneDraft(phone=phone, label=_label(phone, kind), is_primary=at == 0)
                for at, phone in enumerate(phones)
            ),
            address="\n".join(dict.fromkeys(self._addresses(cells))),
            notes="\n".join((*self._notes(cells), *self._referrer(cells))),
            **{name: value for name, read in self._straight if (value := read(cells)) is not None},
            **(self._parts(cells) if self._has_parts else {}),
        )
        if not (code or first_name or last_name or company or phones or draft.email):
            raise InvalidInput(Problem.NAME_MISSING, "name")
        own = tuple((title, value) for title, read in self._own if (value := read(cells)))
        return ImportedCustomer(row=number, draft=draft, own=own)

    def _referrer(self, cells: Sequence[Cell]) -> list[str]:
        """Return what a note keeps of who sent the customer here."""
        said = self._referrers(cells) if self._referrers else []
        if not said:
            return []
        return [translate("ImportField", "Referrer: {who}", who=" ".join(dict.fromkeys(said)))]

    def _parts(self, cells: Sequence[Cell]) -> dict[str, Any]:
        """Return what few files say about: the lists of a customer other than the phones."""
        return {
            "tags": tuple(dict.fromkeys(tag for tags in self._tags(cells) for tag in tags)),
            "consents": tuple(
                ConsentDraft(channel=channel, granted=granted)
                for channel, read in self._consents
                if (granted := read(cells)) is not None
            ),
            "socials": tuple(
                (network, handle)
                for network, read in self._socials
                if (handle := read(cells)) is not None
            ),
            "favorites": tuple(
                (favorite, name)
                for favorite, read in self._favorites
                for names in read(cells)
                for name in names
            ),
        }

    def _who(self, cells: Sequence[Cell]) -> tuple[CustomerKind, str, str, str, Gender | None]:
        first = " ".join(self._first_names(cells))
        last = self._last_name(cells) or ""
        company = self._company(cells) or ""
        name = self._name(cells) or ""
        kind = self._kind(cells)
        gender = self._gender(cells)
        if name and not first and not last:
            if kind is CustomerKind.COMPANY or (kind is None and is_company(name)):
                company = company or name
                kind = CustomerKind.COMPANY
            else:
                first, last, said = split_name(name)
                gender = gender or said
        if kind is None:
            is_person = bool(first or last or not company)
            kind = CustomerKind.PERSON if is_person else CustomerKind.COMPANY
        return kind, first, last, company, gender


def _label(phone: Phone, kind: CustomerKind) -> PhoneLabel:
    if phone.kind is not PhoneKind.LANDLINE:
        return PhoneLabel.MOBILE
    return PhoneLabel.WORK if kind is CustomerKind.COMPANY else PhoneLabel.HOME
