"""What a column of a file may hold: stable names, and their titles for people."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from ecrm_desktop.fields.customers import CUSTOMER, favorite_title
from ecrm_desktop.fields.field import FieldSpec, RecordSpec, ValueKind
from ecrm_desktop.fields.products import PRODUCT
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.statuses import FavoriteKind, ImportKind, SocialNetwork


class Holds(Enum):
    """How a cell of a field is read."""

    TEXT = auto()
    LINES = auto()
    NAME = auto()
    CODE = auto()
    PHONE = auto()
    PHONES = auto()
    EMAIL = auto()
    NATIONAL_ID = auto()
    POSTAL_CODE = auto()
    DATE = auto()
    BIRTHDAY = auto()
    TIME = auto()
    AMOUNT = auto()
    QUANTITY = auto()
    CHOICE = auto()
    YES_NO = auto()
    CONSENT = auto()
    SEVERAL = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One field; if it `repeats`, several columns may hold parts of it, or it where others do not.

    Parts of a name are joined by spaces, of an address or a note by lines; of the others the first
    one that says anything counts.
    """

    name: str
    holds: Holds
    say: Callable[[], str]
    repeats: bool = False

    @property
    def title(self) -> str:
        """The title in the user's language."""
        return self.say()


OWN: Final = "own:"
"""Before the title of a field that the shop defines: `own:Shoe size`."""

_HOLDS: Final[Mapping[ValueKind, Holds]] = MappingProxyType(
    {
        ValueKind.LINE: Holds.TEXT,
        ValueKind.LINES: Holds.LINES,
        ValueKind.CHOICE: Holds.CHOICE,
        ValueKind.FLAG: Holds.YES_NO,
        ValueKind.MONEY: Holds.AMOUNT,
        ValueKind.PARTIAL_DATE: Holds.BIRTHDAY,
        ValueKind.EMAIL: Holds.EMAIL,
        ValueKind.NATIONAL_ID: Holds.NATIONAL_ID,
        ValueKind.POSTAL_CODE: Holds.POSTAL_CODE,
        ValueKind.CODE: Holds.CODE,
        ValueKind.PARTS: Holds.SEVERAL,
    }
)
# Whom a customer is called by; their cells look unlike other text.
_NAMES: Final = frozenset({"first_name", "last_name", "company_name"})
_REPEATED: Final = frozenset(
    {"first_name", "province", "city", "address", "postal_code", "tags", "notes"}
)


def _declared(spec: FieldSpec) -> Field:
    is_name = spec.name in _NAMES
    return Field(
        spec.imported_as,
        Holds.NAME if is_name else _HOLDS[spec.kind],
        lambda: spec.file_title,
        repeats=spec.name in _REPEATED,
    )


def _fields(record: RecordSpec, beside: Mapping[str, Iterable[Field]]) -> Iterator[Field]:
    """Yield the declared fields of a record, before each what files have `beside` it."""
    for spec in record.fields:
        yield from beside.get(spec.name, ())
        if spec.imported_as:
            yield _declared(spec)


def _network(network: SocialNetwork) -> Field:
    return Field(network.value, Holds.TEXT, lambda: label(network))


NETWORKS: Final = tuple(one for one in SocialNetwork if one is not SocialNetwork.OTHER)
"""The networks that have a column each."""
_PHONE_COUNTRY = Field(
    "phone_country",
    Holds.TEXT,
    lambda: translate("ImportField", "Country of the phones"),
    repeats=True,
)
# What a customer has as one thing and a file in several columns, or two things in one.
_CUSTOMERS = tuple(
    _fields(
        CUSTOMER,
        {
            "first_name": (
                Field("name", Holds.NAME, lambda: translate("ImportField", "Full name")),
            ),
            "phones": (
                Field("phone", Holds.PHONE, lambda: translate("ImportField", "Phone")),
                Field("phone2", Holds.PHONE, lambda: translate("ImportField", "Second phone")),
                Field("phone3", Holds.PHONE, lambda: translate("ImportField", "Third phone")),
                Field(
                    "phones",
                    Holds.PHONES,
                    lambda: translate("ImportField", "All phones"),
                    repeats=True,
                ),
                Field(
                    "fax",
                    Holds.PHONES,
                    lambda: translate("ImportField", "Fax"),
                    repeats=True,
                ),
                Field(
                    "phone_label",
                    Holds.TEXT,
                    lambda: translate("ImportField", "Kind of the phone beside it"),
                    repeats=True,
                ),
                Field(
                    "more_emails",
                    Holds.SEVERAL,
                    lambda: translate("ImportField", "More e-mails"),
                    repeats=True,
                ),
                _PHONE_COUNTRY,
            ),
            "referred_by_id": (
                Field(
                    "referrer",
                    Holds.TEXT,
                    lambda: translate("ImportField", "Referred by"),
                    repeats=True,
                ),
            ),
            # A cell says yes or no, so the title asks.
            "consents": (
                Field(
                    "consent_sms", Holds.CONSENT, lambda: translate("ImportField", "May get SMS")
                ),
                Field(
                    "consent_email",
                    Holds.CONSENT,
                    lambda: translate("ImportField", "May get e-mail"),
                ),
                Field(
                    "consent_call", Holds.CONSENT, lambda: translate("ImportField", "May be called")
                ),
            ),
            "socials": (
                *map(_network, NETWORKS),
                Field(
                    "other_social",
                    Holds.TEXT,
                    lambda: translate("ImportField", "Another network"),
                ),
            ),
            "favorites": (
                Field(
                    "favorite_brands",
                    Holds.SEVERAL,
                    lambda: favorite_title(FavoriteKind.BRAND),
                    repeats=True,
                ),
                Field(
                    "favorite_products",
                    Holds.SEVERAL,
                    lambda: favorite_title(FavoriteKind.PRODUCT),
                    repeats=True,
                ),
            ),
        },
    )
)
_PRODUCTS = tuple(_fields(PRODUCT, {}))
# Rows about purchases and interactions are no records: each says whom it is about, and what.
_WHO = (
    Field("customer_code", Holds.CODE, lambda: translate("ImportField", "Customer code")),
    Field(
        "customer_name",
        Holds.NAME,
        lambda: translate("ImportField", "Customer's name"),
        repeats=True,
    ),
    Field(
        "customer_first_name",
        Holds.NAME,
        lambda: translate("ImportField", "Customer's first name"),
    ),
    Field(
        "customer_last_name",
        Holds.NAME,
        lambda: translate("ImportField", "Customer's family name"),
    ),
    Field(
        "customer_phone",
        Holds.PHONE,
        lambda: translate("ImportField", "Customer's phone"),
        repeats=True,
    ),
    _PHONE_COUNTRY,
)
_PURCHASES = (
    Field("number", Holds.CODE, lambda: translate("ImportField", "Invoice number")),
    Field("date", Holds.DATE, lambda: translate("ImportField", "Date")),
    *_WHO,
    Field("customer_email", Holds.EMAIL, lambda: translate("ImportField", "Customer's e-mail")),
    Field("product_code", Holds.CODE, lambda: translate("ImportField", "Product code")),
    Field("product_name", Holds.TEXT, lambda: translate("ImportField", "Product name")),
    Field("quantity", Holds.QUANTITY, lambda: translate("ImportField", "Quantity")),
    Field("unit_price", Holds.AMOUNT, lambda: translate("ImportField", "Unit price")),
    Field("discount", Holds.AMOUNT, lambda: translate("ImportField", "Line's discount")),
    Field("amount", Holds.AMOUNT, lambda: translate("ImportField", "Line's total")),
    Field("order_discount", Holds.AMOUNT, lambda: translate("ImportField", "Invoice's discount")),
    Field("shipping", Holds.AMOUNT, lambda: translate("ImportField", "Shipping")),
    Field("tax", Holds.AMOUNT, lambda: translate("ImportField", "Tax on top of the prices")),
    Field("status", Holds.TEXT, lambda: translate("ImportField", "Status or type"), repeats=True),
    Field("refunded", Holds.AMOUNT, lambda: translate("ImportField", "Given back so far")),
    Field("currency", Holds.TEXT, lambda: translate("ImportField", "Currency")),
    Field("time", Holds.TIME, lambda: translate("ImportField", "Time")),
    Field("channel", Holds.TEXT, lambda: translate("ImportField", "Sold through")),
    Field("seller", Holds.TEXT, lambda: translate("ImportField", "Seller")),
    Field("payment", Holds.TEXT, lambda: translate("ImportField", "Paid by")),
    Field("note", Holds.LINES, lambda: translate("ImportField", "Note"), repeats=True),
)
ORDER_AMOUNTS: Final = ("order_discount", "shipping", "tax")
"""The fields of a purchase that are about the whole of it, in the order of `OrderAmounts`."""
_INTERACTIONS = (
    Field("date", Holds.DATE, lambda: translate("ImportField", "Date")),
    Field("time", Holds.TIME, lambda: translate("ImportField", "Time")),
    *_WHO,
    Field("channel", Holds.CHOICE, lambda: translate("ImportField", "Channel")),
    Field("direction", Holds.CHOICE, lambda: translate("ImportField", "Direction")),
    Field("answered", Holds.TEXT, lambda: translate("ImportField", "Answered")),
    Field("duration", Holds.TEXT, lambda: translate("ImportField", "Duration")),
    Field("subject", Holds.TEXT, lambda: translate("ImportField", "Subject")),
    Field("note", Holds.LINES, lambda: translate("ImportField", "Note"), repeats=True),
)

FIELDS: Final[Mapping[ImportKind, Mapping[str, Field]]] = MappingProxyType(
    {
        kind: MappingProxyType({field.name: field for field in fields})
        for kind, fields in (
            (ImportKind.CUSTOMERS, _CUSTOMERS),
            (ImportKind.PRODUCTS, _PRODUCTS),
            (ImportKind.PURCHASES, _PURCHASES),
            (ImportKind.INTERACTIONS, _INTERACTIONS),
        )
    }
)
"""Name → field of each kind, in the order in which people are offered them."""

DIALLED: Final = frozenset({"phone", "phone2", "phone3", "phones", "fax", "customer_phone"})
"""The fields whose numbers are those of the country that the row names."""

_NEEDED: Mapping[ImportKind, tuple[tuple[str, ...], ...]] = {
    ImportKind.CUSTOMERS: (
        ("name", "first_name", "last_name", "company", "phone", "phones", "code"),
    ),
    ImportKind.PRODUCTS: (("name", "code", "barcode"),),
    ImportKind.PURCHASES: (("date",), ("amount", "unit_price")),
    ImportKind.INTERACTIONS: (
        ("date",),
        ("customer_code", "customer_phone", "customer_name", "customer_last_name"),
    ),
}


# What a file with nothing but returns needs: the sale tells the rest.
_RETURNS_NEED = (("number", "date"),)


def missing_fields(
    kind: ImportKind, columns: Iterable[str], *, returns: bool = False
) -> tuple[tuple[str, ...], ...]:
    """Return what a file needs beside these columns: of each group, any one field.

    One with nothing but `returns` may leave the rest to the sales.
    """
    there = set(columns)
    needed = _RETURNS_NEED if returns else _NEEDED[kind]
    return tuple(group for group in needed if there.isdisjoint(group))


def needed_with(kind: ImportKind, name: str) -> tuple[str, ...]:
    """Return the fields any one of which is enough where `name` is needed."""
    return next((group for group in _NEEDED[kind] if name in group), (name,))


def column_title(kind: ImportKind, column: str) -> str:
    """Return what people call a column of a mapping: a field's title, an own field's, or ""."""
    if column.startswith(OWN):
        return column.removeprefix(OWN)
    return FIELDS[kind][column].title if column else ""
