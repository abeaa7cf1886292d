"""The columns of the list of complaints."""

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.complaints import ComplaintRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.complaints.texts import severity_kind, state_kind, state_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.columns import (
    code_column,
    day_column,
    name_column,
    number_column,
)
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.ui.widgets.status_badge import status_kind


def complaint_columns(ui: UiContext) -> list[Column[ComplaintRow]]:
    """Return the columns; their keys are those `list_complaints` sorts by."""
    display = ui.display

    return [
        code_column(
            display, "number", translate("Complaints", "Number"), lambda row: row.number, width=92
        ),
        name_column(
            "subject", translate("Complaints", "Subject"), lambda row: row.subject, width=160
        ),
        Column(
            key="customer_name",
            title=translate("Complaints", "Customer"),
            format=lambda row: row.customer_name,
            width=130,
            stretches=True,
        ),
        Column(
            key="status",
            title=translate("Complaints", "Status"),
            format=lambda row: label(row.status),
            width=110,
            badge=lambda row: status_kind(row.status),
        ),
        Column(
            key="due_on",
            title=translate("Complaints", "Due"),
            format=lambda row: state_text(row, ui.today(), display),
            width=150,
            badge=lambda row: state_kind(row, ui.today()),
        ),
        Column(
            key="severity",
            title=translate("Complaints", "Severity"),
            format=lambda row: label(row.severity),
            width=86,
            badge=lambda row: severity_kind(row.severity),
        ),
        Column(
            key="assignee_name",
            title=translate("Complaints", "Responsible"),
            format=lambda row: row.assignee_name,
            width=96,
        ),
        day_column(
            display,
            "received_at",
            translate("Complaints", "Received"),
            lambda row: row.received_at,
            width=96,
        ),
        Column(
            key="category",
            title=translate("Complaints", "Category"),
            format=lambda row: row.category,
            width=110,
            hidden=True,
        ),
        number_column(
            display,
            "satisfaction",
            translate("Complaints", "Satisfaction"),
            lambda row: row.satisfaction,
            width=86,
            hidden=True,
        ),
    ]
