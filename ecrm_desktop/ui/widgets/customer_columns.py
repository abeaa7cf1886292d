"""The columns of the customers' list."""

from ecrm_desktop.fields.customers import CUSTOMER, CUSTOMER_PHONE
from ecrm_desktop.fields.texts import field_text
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customers import CustomerRow
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.columns import (
    amount_column,
    day_column,
    name_column,
    number_column,
    phone_column,
)
from ecrm_desktop.ui.widgets.listed import listed
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import CustomerKind


def customer_columns(display: Display) -> list[Column[CustomerRow]]:
    """Return the columns; their keys are fields of `CustomerRow`."""
    return [
        name_column(
            "name",
            translate("Customers", "Name"),
            lambda row: row.name,
            width=108,
            icon=lambda row: "building-2" if row.kind == CustomerKind.COMPANY else "",
        ),
        phone_column(display, CUSTOMER_PHONE.title, lambda row: row.phone, width=116),
        Column(
            key="tags",
            title=CUSTOMER["tags"].title,
            format=lambda row: listed(row.tags),
            width=80,
            sortable=False,
            badge=lambda row: BadgeKind.PRIMARY if row.tags else None,
        ),
        _declared("city", display, width=72),
        day_column(
            display,
            "last_purchase_on",
            translate("Customers", "Last purchase"),
            lambda row: row.last_purchase_on,
            width=104,
        ),
        amount_column(
            display,
            "purchase_total",
            translate("Customers", "Bought ({unit})", unit=display.unit_name),
            lambda row: row.purchase_total if row.purchase_count else None,
            width=114,
        ),
        number_column(
            display,
            "purchase_count",
            translate("Customers", "Purchases"),
            lambda row: row.purchase_count or None,
            width=84,
            hidden=True,
        ),
        Column(
            key="open_complaints",
            title=translate("Customers", "Open complaints"),
            format=lambda row: display.number(row.open_complaints) if row.open_complaints else "",
            width=104,
            badge=lambda row: BadgeKind.RED if row.open_complaints else None,
            hidden=True,
        ),
        _declared("code", display, width=76, hidden=True),
        _declared("acquisition_channel", display, width=110, hidden=True),
        _declared("birth_date", display, width=100, hidden=True),
        _declared("email", display, width=150, hidden=True),
        _declared("province", display, width=100, hidden=True),
        day_column(
            display,
            "created_at",
            CUSTOMER["created_at"].title,
            lambda row: row.created_at,
            width=104,
            hidden=True,
        ),
    ]


def _declared(
    name: str, display: Display, *, width: int, hidden: bool = False
) -> Column[CustomerRow]:
    field = CUSTOMER[name]
    return Column(
        key=name,
        title=field.title,
        format=lambda row: field_text(row, field, display),
        width=width,
        hidden=hidden,
    )
