"""The columns of the list of groups."""

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.segments import SegmentRow
from ecrm_desktop.ui.segments.texts import change_kind, change_text
from ecrm_desktop.ui.widgets.columns import amount_column, name_column, number_column
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display


def segment_columns(display: Display) -> list[Column[SegmentRow]]:
    """Return the columns; their keys are fields of `SegmentRow`."""
    return [
        name_column(
            "name",
            translate("Groups", "Group"),
            lambda row: row.name,
            width=190,
            icon=lambda row: "" if row.is_preset else "user",
        ),
        number_column(
            display, "members", translate("Groups", "People"), lambda row: row.members, width=80
        ),
        Column(
            key="change",
            title=translate("Groups", "This week"),
            format=lambda row: change_text(row.change, display),
            width=84,
            badge=lambda row: change_kind(row.change),
        ),
        amount_column(
            display,
            "worth",
            translate("Groups", "Bought ({unit})", unit=display.unit_name),
            lambda row: row.worth,
            width=140,
        ),
        Column(
            key="purpose",
            title=translate("Groups", "What for"),
            format=lambda row: row.purpose.replace("\n", " "),
            width=200,
            sortable=False,
            gives_way=1,
        ),
    ]
