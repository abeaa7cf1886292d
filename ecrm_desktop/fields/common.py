"""Fields that most records have."""

from typing import Final

from ecrm_desktop.fields.field import FieldSpec, ValueKind
from ecrm_desktop.i18n import translate

ID: Final = FieldSpec(
    "id", ValueKind.CODE, lambda: translate("Fields", "Identity of the record"), in_draft=False
)
CREATED_AT: Final = FieldSpec(
    "created_at", ValueKind.INSTANT, lambda: translate("Fields", "Recorded"), in_draft=False
)
POSITION: Final = FieldSpec(
    "position", ValueKind.COUNT, lambda: translate("Fields", "Place in the list"), in_draft=False
)
UPDATED_AT: Final = FieldSpec("updated_at", ValueKind.INSTANT, in_draft=False)

SYNCED: Final = (ID, CREATED_AT, UPDATED_AT)
"""What every record has that travels between PCs."""

SOFT_DELETED: Final = (
    FieldSpec(
        "deleted_at", ValueKind.INSTANT, lambda: translate("Fields", "Deleted"), in_draft=False
    ),
    FieldSpec("deletion_id", ValueKind.REFERENCE, in_draft=False),
)
"""What records have beside that go to the bin."""


def customer_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Customer")


def user_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "User")


def product_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Product")


def purchase_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Purchase")


def name_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Name")


def note_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Note")


def kind_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Kind")


def number_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Number")


def phone_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Phone")


def address_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Address")


def date_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Date")


def time_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Time")


def due_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Due")


def total_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Total")


def discount_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Discount")


def quantity_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Quantity")


def subject_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Subject")


def responsible_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Responsible")


def category_title() -> str:
    """Return what several records call it."""
    return translate("Fields", "Category")
