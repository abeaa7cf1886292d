"""What a row says about a customer, as the tables keep it; what it does not say is left out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.imports import ImportedCustomer, MatchBy
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.fields.field import ValueKind
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.services.cleaning import CLEAN, Clean
from ecrm_desktop.services.customer_codes import clean_code
from ecrm_desktop.services.records import line_of, lines_of
from ecrm_desktop.values.phone import Phone, national
from ecrm_desktop.values.statuses import CustomerKind
from ecrm_desktop.values.text import fold, fold_compact

_FIELDS: Final = tuple(field for field in CUSTOMER.columns if field.imported_as)
COLUMNS: Final = tuple(field.name for field in _FIELDS)
"""The columns of a customer that a row may fill."""
NULLABLE: Final = frozenset(name for name in COLUMNS if Customer.__table__.c[name].nullable)
"""Those of them that are NULL and not "" when nothing is known."""

NAMES: Final = ("first_name", "last_name", "company_name")

PARTS: Final = {
    "customer_phones": (("number",), ("label", "is_primary", "position")),
    "customer_consents": (("channel",), ("granted", "given_on", "source")),
    "customer_socials": (("network", "handle"), ()),
    "customer_favorites": (("kind", "name"), ()),
    "customer_tags": (("tag",), ()),
    "customer_field_values": (("field_id",), ("value",)),
}
"""Table of what belongs to a customer: the columns that tell rows apart, and the others."""

_CLEAN: Final[Mapping[ValueKind, Clean]] = {
    **CLEAN,
    # Most names and cities of a list come again and again.
    ValueKind.LINE: lru_cache(maxsize=1 << 14)(CLEAN[ValueKind.LINE]),
    ValueKind.CHOICE: lambda choice, _field: choice.value,
}
_CLEANED: Final = tuple(
    (field.name, _CLEAN[field.kind]) for field in _FIELDS if field.name not in {"code", "kind"}
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_FIRST_AND_FAMILY: Final = 2

KEY_COLUMNS: Final = {
    MatchBy.CODE: "code",
    MatchBy.NATIONAL_ID: "national_id",
    MatchBy.EMAIL: "email",
}
"""The columns that tell customers apart alone."""

Key = tuple[Any, ...]


@dataclass(slots=True)
class RowValues:
    """Column → text of the customer, and table → rows (key, other values) of what is theirs.

    `titles` and `kept` are lines that the note gets beside what the row says it is.
    """

    values: dict[str, str]
    parts: dict[str, list[tuple[Key, Key]]] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def added_lines(self) -> tuple[str, ...]:
        """All lines that the note gets beside what the row says it is."""
        return (*self.titles, *self.kept)

    @property
    def numbers(self) -> list[str]:
        """The phone numbers."""
        return [key[0] for key, _ in self.parts.get("customer_phones", ())]

    @property
    def name_key(self) -> tuple[str, str]:
        """What `models.customer_index` finds such a name by."""
        return name_key(new_customer_values(self))

    @property
    def name(self) -> str:
        """What the row calls the customer, "" for nothing."""
        first, last, company = (self.values.get(name, "") for name in NAMES)
        return f"{first} {last}".strip() or company

    def keys(self, way: MatchBy) -> list[Key]:
        """Return what a customer can be looked for by in this way."""
        match way:
            case MatchBy.CODE | MatchBy.NATIONAL_ID | MatchBy.EMAIL:
                text = self.values.get(KEY_COLUMNS[way])
                return [(text,)] if text else []
            case MatchBy.PHONE:
                return [(number,) for number in self.numbers]
            case MatchBy.NAME_AND_PHONE:
                name = "".join(self.name_key) if self.numbers else ""
                return [(name, number) for number in self.numbers] if name else []


def name_key(values: dict[str, str]) -> tuple[str, str]:
    """Return the folded first name, or the company's, and the folded last name."""
    is_company = values.get("kind") == CustomerKind.COMPANY
    first = values.get("company_name" if is_company else "first_name", "")
    return fold_compact(first), fold_compact(values.get("last_name", ""))


def are_unlike(values: Mapping[str, str], others: Mapping[str, str]) -> bool:
    """Tell whether two names, in letters of one script, are those of two people or companies.

    A family name may be part of the other; first and family name may stand the other way round.
    """
    one, other = _words(values, NAMES), _words(others, NAMES)
    texts = "".join(one), "".join(other)
    if texts[0].isascii() != texts[1].isascii() or not all(map(_LETTER.search, texts)):
        return False
    family, other_family = (_words(given, NAMES[1:]) for given in (values, others))
    if not (family and other_family):
        family, other_family = one, other
    is_part = any(a in b or b in a for a in family for b in other_family)
    return not is_part and len({*one} & {*other}) < _FIRST_AND_FAMILY


def _words(values: Mapping[str, str], names: Iterable[str]) -> list[str]:
    return [word for name in names for word in fold(values.get(name, "")).split()]


def row_values_of(row: ImportedCustomer, own: tuple[tuple[bytes, str], ...] = ()) -> RowValues:
    """Clean what a row says; `own` has the shop's own fields by id.

    Raises InvalidInput NAME_MISSING, DATE_IN_FUTURE and those of `clean`, each at its field.
    """
    draft = row.draft
    values = {
        name: clean(value, name) for name, clean in _CLEANED if (value := getattr(draft, name))
    }
    if draft.kind is CustomerKind.COMPANY:
        values["kind"] = draft.kind.value
    if draft.code:
        values["code"] = clean_code(draft.code)
    row_values = RowValues({name: text for name, text in values.items() if text})
    row_values.titles = cleaned_lines((row.title,))
    row_values.kept = cleaned_lines(row.kept)
    _add_parts(row_values, draft, own)
    if not row_values.values.keys() & {*NAMES, "code", "email"} and not draft.phones:
        raise InvalidInput(Problem.NAME_MISSING, "last_name")
    return row_values


def cleaned_lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the lines of texts as notes have them; raises InvalidInput of `clean` at `notes`."""
    return tuple(
        line for text in texts if text for line in lines_of(text, "notes").splitlines() if line
    )


def new_customer_values(row_values: RowValues) -> dict[str, str]:
    """Return the values of a new customer: known by a phone or address only, called by it."""
    if row_values.values.keys() & {*NAMES, "code"}:
        return row_values.values
    last = national(row_values.numbers[0]) if row_values.numbers else row_values.values["email"]
    return row_values.values | {"last_name": last}


def _add_parts(
    row_values: RowValues, draft: CustomerDraft, own: tuple[tuple[bytes, str], ...]
) -> None:
    if draft.phones:
        row_values.parts["customer_phones"] = phone_rows(
            (one.phone, one.label.value)
            for one in sorted(draft.phones, key=lambda one: not one.is_primary)
        )
    if not (draft.consents or draft.socials or draft.favorites or draft.tags or own):
        return
    found: dict[str, list[tuple[Key, Key]]] = {
        "customer_consents": [
            (
                (one.channel.value,),
                (
                    int(one.granted),
                    one.given_on.isoformat() if one.given_on else None,
                    line_of(one.source, "consents"),
                ),
            )
            for one in draft.consents
        ],
        "customer_socials": [
            ((network.value, line_of(handle, "socials")), ()) for network, handle in draft.socials
        ],
        "customer_favorites": [
            ((kind.value, line_of(name, "favorites")), ()) for kind, name in draft.favorites
        ],
        "customer_tags": [((line_of(tag, "tags"),), ()) for tag in draft.tags],
        "customer_field_values": [((field_id,), (value,)) for field_id, value in own],
    }
    row_values.parts |= {table: rows for table, rows in found.items() if rows}


def phone_rows(phones: Iterable[tuple[Phone, str]]) -> list[tuple[Key, Key]]:
    """Return rows of phones with their labels, the main one first."""
    by_number = {phone.number: label for phone, label in phones}
    return [((number,), (label, 0, 0)) for number, label in by_number.items()]
