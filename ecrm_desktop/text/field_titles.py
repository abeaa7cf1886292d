"""What records and their fields are called, by table and column, for the audit trail."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from ecrm_desktop.i18n import translate


class ValueKind(StrEnum):
    """How a value is written where its type does not tell."""

    PLAIN = "plain"
    MONEY = "money"  # minor units
    QUANTITY = "quantity"  # thousandths
    SECONDS = "seconds"
    MINUTES = "minutes"
    DAYS = "days"
    PHONE = "phone"
    CODE = "code"
    PARTIAL_DATE = "partial_date"
    SECRET = "secret"  # noqa: S105 - a mark, not a secret
    CURRENCY = "currency"


@dataclass(frozen=True, slots=True)
class FieldTitle:
    """What a field is called, and how its values are written."""

    title: Callable[[], str]
    kind: ValueKind = ValueKind.PLAIN


_Fields = Mapping[str, FieldTitle | None]


def table_title(table: str) -> str:
    """Return what one record of a table is called; KeyError for a table nobody captures."""
    return _TABLES[table]()


def field_title(table: str, column: str) -> FieldTitle | None:
    """Return the title of a column, None if it is nothing for people; KeyError if unknown."""
    return _FIELDS[table][column] if column not in _COMMON else _COMMON[column]


def known_fields(table: str) -> frozenset[str]:
    """Return the columns of a table that have a title or are hidden on purpose."""
    return frozenset(_FIELDS.get(table, {})) | frozenset(_COMMON)


_TABLES: Mapping[str, Callable[[], str]] = {
    "complaint_changes": lambda: translate("Audit", "Entry in the complaint's history"),
    "complaints": lambda: translate("Audit", "Complaint"),
    "customer_consents": lambda: translate("Audit", "Consent"),
    "customer_favorites": lambda: translate("Audit", "Favourite"),
    "customer_field_values": lambda: translate("Audit", "Own field's value"),
    "customer_fields": lambda: translate("Audit", "Own field"),
    "customer_merges": lambda: translate("Audit", "Merge of customers"),
    "customer_phones": lambda: translate("Audit", "Phone"),
    "customer_socials": lambda: translate("Audit", "Address on a network"),
    "customer_tags": lambda: translate("Audit", "Tag"),
    "customers": lambda: translate("Audit", "Customer"),
    "forgotten_customers": lambda: translate("Audit", "Forgotten customer"),
    "imports": lambda: translate("Audit", "Import"),
    "interactions": lambda: translate("Audit", "Interaction"),
    "products": lambda: translate("Audit", "Product"),
    "purchase_lines": lambda: translate("Audit", "Purchase's line"),
    "purchases": lambda: translate("Audit", "Purchase"),
    "return_lines": lambda: translate("Audit", "Return's line"),
    "returns": lambda: translate("Audit", "Return"),
    "shop": lambda: translate("Audit", "Shop"),
    "tasks": lambda: translate("Audit", "Task"),
    "users": lambda: translate("Audit", "User"),
}

_NAME = FieldTitle(lambda: translate("Audit", "Name"))
_CUSTOMER = FieldTitle(lambda: translate("Audit", "Customer"))
_USER = FieldTitle(lambda: translate("Audit", "User"))
_NOTE = FieldTitle(lambda: translate("Audit", "Note"))
_KIND = FieldTitle(lambda: translate("Audit", "Kind"))
_NUMBER = FieldTitle(lambda: translate("Audit", "Number"), ValueKind.CODE)
_CHANNEL = FieldTitle(lambda: translate("Audit", "Channel"))
_PRODUCT = FieldTitle(lambda: translate("Audit", "Product"))
_PURCHASE = FieldTitle(lambda: translate("Audit", "Purchase"))
_RESPONSIBLE = FieldTitle(lambda: translate("Audit", "Responsible"))
_SUBJECT = FieldTitle(lambda: translate("Audit", "Subject"))
_TOTAL = FieldTitle(lambda: translate("Audit", "Total"), ValueKind.MONEY)
_DISCOUNT = FieldTitle(lambda: translate("Audit", "Discount"), ValueKind.MONEY)
_QUANTITY = FieldTitle(lambda: translate("Audit", "Quantity"), ValueKind.QUANTITY)
_DATE = FieldTitle(lambda: translate("Audit", "Date"))
_TIME = FieldTitle(lambda: translate("Audit", "Time"))
_DUE = FieldTitle(lambda: translate("Audit", "Due"))
_CATEGORY = FieldTitle(lambda: translate("Audit", "Category"))
_PLACE = FieldTitle(lambda: translate("Audit", "Place in the list"))
_ADDRESS = FieldTitle(lambda: translate("Audit", "Address"))
_PHONE = FieldTitle(lambda: translate("Audit", "Phone"), ValueKind.PHONE)
_ACTIVE = FieldTitle(lambda: translate("Audit", "In use"))
_CODE = FieldTitle(lambda: translate("Audit", "Code"), ValueKind.CODE)

# None: nothing for people, such as what is worked out from other fields.
_COMMON: _Fields = MappingProxyType(
    {
        "id": FieldTitle(lambda: translate("Audit", "Identity of the record"), ValueKind.CODE),
        "created_at": FieldTitle(lambda: translate("Audit", "Recorded")),
        "updated_at": None,
        "deleted_at": FieldTitle(lambda: translate("Audit", "Deleted")),
        "deletion_id": None,
    }
)
_FIELDS: Mapping[str, _Fields] = {
    "complaint_changes": {
        "complaint_id": None,
        "changed_at": None,
        "user_id": None,
        # The complaint's own fields say the same.
        "field": None,
        "before": None,
        "after": None,
        "note": _NOTE,
    },
    "complaints": {
        "number": _NUMBER,
        "customer_id": _CUSTOMER,
        "subject": _SUBJECT,
        "description": FieldTitle(lambda: translate("Audit", "Description")),
        "category": _CATEGORY,
        "severity": FieldTitle(lambda: translate("Audit", "Severity")),
        "purchase_id": _PURCHASE,
        "product_id": _PRODUCT,
        "assignee_id": _RESPONSIBLE,
        "received_at": FieldTitle(lambda: translate("Audit", "Received")),
        "due_on": _DUE,
        "status": FieldTitle(lambda: translate("Audit", "State")),
        "resolved_at": FieldTitle(lambda: translate("Audit", "Resolved")),
        "closed_at": FieldTitle(lambda: translate("Audit", "Closed")),
        "resolution": FieldTitle(lambda: translate("Audit", "Resolution")),
        "compensation": FieldTitle(lambda: translate("Audit", "Compensation"), ValueKind.MONEY),
        "satisfaction": FieldTitle(lambda: translate("Audit", "Satisfaction (1 to 5)")),
    },
    "customer_consents": {
        "customer_id": _CUSTOMER,
        "channel": _CHANNEL,
        "granted": FieldTitle(lambda: translate("Audit", "Agreed")),
        "given_on": _DATE,
        "source": FieldTitle(lambda: translate("Audit", "How we know")),
    },
    "customer_favorites": {
        "customer_id": _CUSTOMER,
        "kind": _KIND,
        "name": _NAME,
        "product_id": _PRODUCT,
    },
    "customer_field_values": {
        "customer_id": _CUSTOMER,
        "field_id": FieldTitle(lambda: translate("Audit", "Own field")),
        "value": FieldTitle(lambda: translate("Audit", "Value")),
    },
    "customer_fields": {
        "title": FieldTitle(lambda: translate("Audit", "Title")),
        "kind": _KIND,
        "choices": FieldTitle(lambda: translate("Audit", "Choices")),
        "position": _PLACE,
    },
    "customer_merges": {
        "kept_id": FieldTitle(lambda: translate("Audit", "Customer who stayed")),
        "merged_id": FieldTitle(lambda: translate("Audit", "Customer who was joined")),
        "undo": None,
    },
    "customer_phones": {
        "customer_id": _CUSTOMER,
        "number": FieldTitle(lambda: translate("Audit", "Number"), ValueKind.PHONE),
        "label": _KIND,
        "is_primary": FieldTitle(lambda: translate("Audit", "Main phone")),
        "position": _PLACE,
    },
    "customer_socials": {
        "customer_id": _CUSTOMER,
        "network": FieldTitle(lambda: translate("Audit", "Network")),
        "handle": FieldTitle(lambda: translate("Audit", "Address on it"), ValueKind.CODE),
    },
    "customer_tags": {
        "customer_id": _CUSTOMER,
        "tag": FieldTitle(lambda: translate("Audit", "Tag")),
    },
    "customers": {
        "code": _CODE,
        "kind": _KIND,
        "first_name": FieldTitle(lambda: translate("Audit", "First name")),
        "last_name": FieldTitle(lambda: translate("Audit", "Last name")),
        "company_name": FieldTitle(lambda: translate("Audit", "Company")),
        "email": FieldTitle(lambda: translate("Audit", "E-mail"), ValueKind.CODE),
        "national_id": FieldTitle(lambda: translate("Audit", "National ID"), ValueKind.CODE),
        "birth_date": FieldTitle(lambda: translate("Audit", "Birthday"), ValueKind.PARTIAL_DATE),
        "gender": FieldTitle(lambda: translate("Audit", "Gender")),
        "job": FieldTitle(lambda: translate("Audit", "Job")),
        "marriage_date": FieldTitle(
            lambda: translate("Audit", "Wedding day"), ValueKind.PARTIAL_DATE
        ),
        "spouse_name": FieldTitle(lambda: translate("Audit", "Spouse")),
        "income_band": FieldTitle(lambda: translate("Audit", "Income")),
        "province": FieldTitle(lambda: translate("Audit", "Province")),
        "city": FieldTitle(lambda: translate("Audit", "City")),
        "address": _ADDRESS,
        "postal_code": FieldTitle(lambda: translate("Audit", "Postal code"), ValueKind.CODE),
        "acquisition_channel": FieldTitle(lambda: translate("Audit", "How they came")),
        "referred_by_id": FieldTitle(lambda: translate("Audit", "Sent by")),
        "preferred_channel": FieldTitle(lambda: translate("Audit", "Preferred channel")),
        "notes": _NOTE,
        "merged_into_id": FieldTitle(lambda: translate("Audit", "Joined into")),
    },
    "forgotten_customers": {
        "customer_id": None,
        "was_in_bin": FieldTitle(lambda: translate("Audit", "Was in the bin")),
        "user_id": _USER,
    },
    "imports": {
        "kind": _KIND,
        "file_name": FieldTitle(lambda: translate("Audit", "File")),
        "user_id": _USER,
        "group_number": None,
        "new": FieldTitle(lambda: translate("Audit", "New")),
        "updated": FieldTitle(lambda: translate("Audit", "Updated")),
        "unchanged": FieldTitle(lambda: translate("Audit", "Unchanged")),
        "duplicates": FieldTitle(lambda: translate("Audit", "Duplicates in the file")),
        "problems": FieldTitle(lambda: translate("Audit", "Rows with problems")),
        "customers_new": FieldTitle(lambda: translate("Audit", "New customers")),
        "products_new": FieldTitle(lambda: translate("Audit", "New products")),
        "purchases_new": FieldTitle(lambda: translate("Audit", "New purchases")),
        "lines_new": FieldTitle(lambda: translate("Audit", "New lines")),
        "amount_total": _TOTAL,
        "undone_at": FieldTitle(lambda: translate("Audit", "Undone")),
        "kept": FieldTitle(lambda: translate("Audit", "Kept by the undo")),
    },
    "interactions": {
        "customer_id": _CUSTOMER,
        "channel": _CHANNEL,
        "direction": FieldTitle(lambda: translate("Audit", "Direction")),
        "answered": FieldTitle(lambda: translate("Audit", "Answered")),
        "occurred_at": _TIME,
        "duration": FieldTitle(lambda: translate("Audit", "Duration"), ValueKind.SECONDS),
        "user_id": _USER,
        "phone": _PHONE,
        "subject": _SUBJECT,
        "text": FieldTitle(lambda: translate("Audit", "Text")),
        "outcome": FieldTitle(lambda: translate("Audit", "Outcome")),
        "source_key": None,
    },
    "products": {
        "code": _CODE,
        "barcode": FieldTitle(lambda: translate("Audit", "Barcode"), ValueKind.CODE),
        "name": _NAME,
        "name_folded": None,
        "brand": FieldTitle(lambda: translate("Audit", "Brand")),
        "category": _CATEGORY,
        "unit": FieldTitle(lambda: translate("Audit", "Unit")),
        "price": FieldTitle(lambda: translate("Audit", "Price"), ValueKind.MONEY),
        "active": FieldTitle(lambda: translate("Audit", "For sale")),
    },
    "purchase_lines": {
        "purchase_id": None,
        "position": _PLACE,
        "product_id": _PRODUCT,
        "title": FieldTitle(lambda: translate("Audit", "Title")),
        "quantity": _QUANTITY,
        "unit_price": FieldTitle(lambda: translate("Audit", "Price of one"), ValueKind.MONEY),
        "discount": _DISCOUNT,
        "total": _TOTAL,
    },
    "purchases": {
        "number": _NUMBER,
        "customer_id": _CUSTOMER,
        "purchased_on": _DATE,
        "purchased_at": _TIME,
        "channel": _CHANNEL,
        "seller_id": FieldTitle(lambda: translate("Audit", "Seller")),
        "discount": _DISCOUNT,
        "shipping": FieldTitle(lambda: translate("Audit", "Shipping"), ValueKind.MONEY),
        "tax": FieldTitle(lambda: translate("Audit", "Tax"), ValueKind.MONEY),
        "total": _TOTAL,
        "payment_method": FieldTitle(lambda: translate("Audit", "Payment")),
        "note": _NOTE,
        "source_key": None,
    },
    "return_lines": {
        "return_id": None,
        "purchase_line_id": FieldTitle(lambda: translate("Audit", "Purchase's line")),
        "quantity": _QUANTITY,
        "amount": FieldTitle(lambda: translate("Audit", "Given back"), ValueKind.MONEY),
    },
    "returns": {
        "purchase_id": _PURCHASE,
        "customer_id": _CUSTOMER,
        "returned_on": _DATE,
        "returned_at": _TIME,
        "user_id": _USER,
        "reason": FieldTitle(lambda: translate("Audit", "Reason")),
        "total": FieldTitle(lambda: translate("Audit", "Given back"), ValueKind.MONEY),
    },
    "shop": {
        "name": _NAME,
        "currency": FieldTitle(lambda: translate("Audit", "Currency"), ValueKind.CURRENCY),
        "money_unit": FieldTitle(lambda: translate("Audit", "Unit of amounts")),
        "area_code": FieldTitle(lambda: translate("Audit", "Area code"), ValueKind.CODE),
        "phone": _PHONE,
        "address": _ADDRESS,
        "promise_low": FieldTitle(
            lambda: translate("Audit", "Promise, low severity"), ValueKind.DAYS
        ),
        "promise_normal": FieldTitle(
            lambda: translate("Audit", "Promise, normal severity"), ValueKind.DAYS
        ),
        "promise_high": FieldTitle(
            lambda: translate("Audit", "Promise, high severity"), ValueKind.DAYS
        ),
        "promise_critical": FieldTitle(
            lambda: translate("Audit", "Promise, critical severity"), ValueKind.DAYS
        ),
        "is_sample": FieldTitle(lambda: translate("Audit", "Sample shop")),
        "lock_minutes": FieldTitle(lambda: translate("Audit", "Locks after"), ValueKind.MINUTES),
    },
    "tasks": {
        "title": FieldTitle(lambda: translate("Audit", "Title")),
        "note": _NOTE,
        "assignee_id": _RESPONSIBLE,
        "customer_id": _CUSTOMER,
        "record_kind": None,
        "record_id": FieldTitle(lambda: translate("Audit", "About")),
        "due_on": _DUE,
        "due_time": _TIME,
        "repeat": FieldTitle(lambda: translate("Audit", "Repeats")),
        "done_at": FieldTitle(lambda: translate("Audit", "Done")),
        "done_by_id": FieldTitle(lambda: translate("Audit", "Done by")),
    },
    "users": {
        "name": _NAME,
        "role": FieldTitle(lambda: translate("Audit", "Role")),
        "active": _ACTIVE,
        "password_hash": FieldTitle(lambda: translate("Audit", "Password"), ValueKind.SECRET),
    },
}
