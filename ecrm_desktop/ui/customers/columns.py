"""The columns of the customers' list."""

from ecrm_desktop.fields.customers import CUSTOMER, CUSTOMER_PHONE
from ecrm_desktop.fields.texts import field_text
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customers import CustomerRow
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.listed import listed
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import CustomerKind


def customer_columns(ui: UiContext) -> list[Column[CustomerRow]]:
    """Return the columns; their keys are fields of `CustomerRow`."""
    display = ui.display
    return [
        Column(
            key="name",
            title=translate("Customers", "Name"),
            format=lambda row: row.name,
            width=108,
            stretches=True,
            bold=True,
            icon=lambda row: "building-2" if row.kind == CustomerKind.COMPANY else "",
        ),
        Column(
            key="phone",
            title=CUSTOMER_PHONE.title,
            format=lambda row: display.phone(row.phone),
            width=116,
        ),
        Column(
            key="tags",
            title=CUSTOMER["tags"].title,
            format=lambda row: listed(row.tags),
            width=80,
            sortable=False,
            badge=lambda row: BadgeKind.PRIMARY if row.tags else None,
        ),
        _declared("city", display, width=72),
        Column(
            key="last_purchase_on",
            title=translate("Customers", "Last purchase"),
            format=lambda row: (
                display.day(row.last_purchase_on, today=ui.today()) if row.last_purchase_on else ""
            ),
            width=98,
        ),
        Column(
            key="purchase_total",
            title=translate("Customers", "Bought ({unit})", unit=display.unit_name),
            format=lambda row: display.money(row.purchase_total) if row.purchase_count else "",
            width=114,
            numeric=True,
        ),
        Column(
            key="purchase_count",
            title=translate("Customers", "Purchases"),
            format=lambda row: display.number(row.purchase_count) if row.purchase_count else "",
            width=84,
            numeric=True,
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
        Column(
            key="created_at",
            title=CUSTOMER["created_at"].title,
            format=lambda row: display.day(row.created_at, today=ui.today()),
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
