"""What a column of a file may hold: stable names, and their titles for people."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from ecrm_desktop.i18n import translate
from ecrm_desktop.values.statuses import ImportKind


class Holds(Enum):
    """How a cell of a field is read."""

    TEXT = auto()
    LINES = auto()
    NAME = auto()
    CODE = auto()
    PHONE = auto()
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

_CUSTOMERS = (
    Field("code", Holds.CODE, lambda: translate("ImportField", "Customer code")),
    Field("name", Holds.NAME, lambda: translate("ImportField", "Full name")),
    Field("first_name", Holds.NAME, lambda: translate("ImportField", "First name"), repeats=True),
    Field("last_name", Holds.NAME, lambda: translate("ImportField", "Family name")),
    Field("company", Holds.NAME, lambda: translate("ImportField", "Company")),
    Field("kind", Holds.CHOICE, lambda: translate("ImportField", "Person or company")),
    Field("phone", Holds.PHONE, lambda: translate("ImportField", "Phone")),
    Field("phone2", Holds.PHONE, lambda: translate("ImportField", "Second phone")),
    Field("phone3", Holds.PHONE, lambda: translate("ImportField", "Third phone")),
    Field("email", Holds.EMAIL, lambda: translate("ImportField", "E-mail")),
    Field("national_id", Holds.NATIONAL_ID, lambda: translate("ImportField", "National ID")),
    Field("birth_date", Holds.BIRTHDAY, lambda: translate("ImportField", "Date of birth")),
    Field("gender", Holds.CHOICE, lambda: translate("ImportField", "Gender")),
    Field("job", Holds.TEXT, lambda: translate("ImportField", "Job")),
    Field("marriage_date", Holds.BIRTHDAY, lambda: translate("ImportField", "Wedding day")),
    Field("spouse_name", Holds.TEXT, lambda: translate("ImportField", "Spouse's name")),
    Field("income_band", Holds.CHOICE, lambda: translate("ImportField", "Income")),
    Field("province", Holds.TEXT, lambda: translate("ImportField", "Province"), repeats=True),
    Field("city", Holds.TEXT, lambda: translate("ImportField", "City"), repeats=True),
    Field("address", Holds.LINES, lambda: translate("ImportField", "Address"), repeats=True),
    Field(
        "postal_code",
        Holds.POSTAL_CODE,
        lambda: translate("ImportField", "Postal code"),
        repeats=True,
    ),
    Field("channel", Holds.CHOICE, lambda: translate("ImportField", "How they found the shop")),
    Field(
        "preferred_channel",
        Holds.CHOICE,
        lambda: translate("ImportField", "Preferred way of contact"),
    ),
    Field("consent_sms", Holds.YES_NO, lambda: translate("ImportField", "May get SMS")),
    Field("consent_email", Holds.YES_NO, lambda: translate("ImportField", "May get e-mail")),
    Field("consent_call", Holds.YES_NO, lambda: translate("ImportField", "May be called")),
    Field("instagram", Holds.TEXT, lambda: translate("SocialNetwork", "Instagram")),
    Field("telegram", Holds.TEXT, lambda: translate("SocialNetwork", "Telegram")),
    Field("whatsapp", Holds.TEXT, lambda: translate("SocialNetwork", "WhatsApp")),
    Field("eitaa", Holds.TEXT, lambda: translate("SocialNetwork", "Eitaa")),
    Field("rubika", Holds.TEXT, lambda: translate("SocialNetwork", "Rubika")),
    Field("bale", Holds.TEXT, lambda: translate("SocialNetwork", "Bale")),
    Field("linkedin", Holds.TEXT, lambda: translate("SocialNetwork", "LinkedIn")),
    Field(
        "favorite_brands",
        Holds.SEVERAL,
        lambda: translate("ImportField", "Favourite brands"),
        repeats=True,
    ),
    Field(
        "favorite_products",
        Holds.SEVERAL,
        lambda: translate("ImportField", "Favourite products"),
        repeats=True,
    ),
    Field("tags", Holds.SEVERAL, lambda: translate("ImportField", "Tags"), repeats=True),
    Field("note", Holds.LINES, lambda: translate("ImportField", "Note"), repeats=True),
)
_PRODUCTS = (
    Field("code", Holds.CODE, lambda: translate("ImportField", "Product code")),
    Field("barcode", Holds.CODE, lambda: translate("ImportField", "Barcode")),
    Field("name", Holds.TEXT, lambda: translate("ImportField", "Product name")),
    Field("price", Holds.AMOUNT, lambda: translate("ImportField", "Price")),
    Field("brand", Holds.TEXT, lambda: translate("ImportField", "Brand")),
    Field("category", Holds.TEXT, lambda: translate("ImportField", "Category")),
    Field("unit", Holds.TEXT, lambda: translate("ImportField", "Unit of quantity")),
    Field("active", Holds.YES_NO, lambda: translate("ImportField", "On sale")),
)
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
    Field("status", Holds.TEXT, lambda: translate("ImportField", "Order's status"), repeats=True),
)
ORDER_AMOUNTS: Final = ("order_discount", "shipping", "tax")
"""The fields of a purchase that are about the whole of it, in the order of `OrderAmounts`."""
_INTERACTIONS = (
    Field("date", Holds.DATE, lambda: translate("ImportField", "Date")),
    Field("time", Holds.TIME, lambda: translate("ImportField", "Time")),
    *_WHO,
    Field("channel", Holds.CHOICE, lambda: translate("ImportField", "Channel")),
    Field("direction", Holds.CHOICE, lambda: translate("ImportField", "Direction")),
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

_NEEDED: Mapping[ImportKind, tuple[tuple[str, ...], ...]] = {
    ImportKind.CUSTOMERS: (("name", "first_name", "last_name", "company", "phone", "code"),),
    ImportKind.PRODUCTS: (("name", "code", "barcode"),),
    ImportKind.PURCHASES: (("date",), ("amount", "unit_price")),
    ImportKind.INTERACTIONS: (
        ("date",),
        ("customer_code", "customer_phone", "customer_name", "customer_last_name"),
    ),
}


def missing_fields(kind: ImportKind, columns: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return what a file needs beside these columns: of each group, any one field."""
    there = set(columns)
    return tuple(group for group in _NEEDED[kind] if there.isdisjoint(group))


def needed_with(kind: ImportKind, name: str) -> tuple[str, ...]:
    """Return the fields any one of which is enough where `name` is needed."""
    return next((group for group in _NEEDED[kind] if name in group), (name,))


def column_title(kind: ImportKind, column: str) -> str:
    """Return what people call a column of a mapping: a field's title, an own field's, or ""."""
    if column.startswith(OWN):
        return column.removeprefix(OWN)
    return FIELDS[kind][column].title if column else ""
