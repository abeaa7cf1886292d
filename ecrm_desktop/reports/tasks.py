"""The columns of a list of tasks."""

from collections.abc import Mapping
from datetime import date

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.tasks import TaskRow
from ecrm_desktop.reports.layout import ColumnKind
from ecrm_desktop.reports.records import Field
from ecrm_desktop.values.display import Display


def task_fields(display: Display, _today: date) -> Mapping[str, Field[TaskRow]]:
    """Return the columns a list of tasks may have, by key."""
    return {
        "title": Field(translate("Reports", "Task"), lambda row: row.title, weight=2),
        "note": Field(translate("Reports", "Note"), lambda row: row.note, weight=2),
        "customer_name": Field(translate("Reports", "Customer"), lambda row: row.customer_name),
        "phone": Field(
            translate("Reports", "Phone"), lambda row: row.phone or None, ColumnKind.PHONE
        ),
        "assignee_name": Field(translate("Reports", "Responsible"), lambda row: row.assignee_name),
        "due_on": Field(translate("Reports", "Due"), lambda row: row.due_on, ColumnKind.DATE),
        "due_time": Field(
            translate("Reports", "Time"),
            lambda row: display.time(row.due_time) if row.due_time else "",
        ),
        "done_at": Field(
            translate("Reports", "Done"), lambda row: row.done_at, ColumnKind.DATETIME
        ),
    }
