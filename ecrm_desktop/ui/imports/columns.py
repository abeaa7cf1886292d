"""The columns of the list of imports."""

from collections.abc import Callable

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.imports import UNDOABLE_FOR, ImportRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.columns import name_column, number_column
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.text import isolate_words


def import_columns(display: Display) -> list[Column[ImportRow]]:
    """Return the columns."""

    def count(
        key: str,
        title: str,
        number: Callable[[ImportRow], int],
        *,
        width: int = 78,
        hidden: bool = False,
    ) -> Column[ImportRow]:
        return number_column(
            display,
            key,
            title,
            # Nothing is counted before the end.
            lambda row: None if row.is_unfinished else number(row),
            width=width,
            sortable=False,
            hidden=hidden,
        )

    return [
        name_column(
            "file_name",
            translate("Imports", "File"),
            lambda row: isolate_words(row.file_name),
            width=112,
            sortable=False,
        ),
        Column(
            key="kind",
            title=translate("Imports", "What"),
            format=lambda row: label(row.kind),
            width=110,
            sortable=False,
        ),
        Column(
            key="created_at",
            title=translate("Imports", "When"),
            format=lambda row: translate(
                "Imports",
                "{day} {time}",
                day=display.day(row.created_at),
                time=display.time(row.created_at),
            ),
            width=125,
            sortable=False,
        ),
        Column(
            key="user_name",
            title=translate("Imports", "Who"),
            format=lambda row: isolate_words(row.user_name),
            width=92,
            sortable=False,
        ),
        count("new", translate("Imports", "New"), lambda row: row.new, width=60),
        count("updated", translate("Imports", "Updated"), lambda row: row.updated),
        count(
            "unchanged", translate("Imports", "Unchanged"), lambda row: row.unchanged, hidden=True
        ),
        count(
            "duplicates",
            translate("Imports", "Twice in the file"),
            lambda row: row.duplicates,
            width=110,
            hidden=True,
        ),
        count("problems", translate("Imports", "Problems"), lambda row: row.problems),
        Column(
            key="state",
            title=translate("Imports", "State"),
            format=lambda row: state_text(display, row),
            badge=lambda row: BadgeKind.GREY if row.undone_at else BadgeKind.PRIMARY,
            width=150,
            sortable=False,
        ),
    ]


def state_text(display: Display, row: ImportRow) -> str:
    """Return whether an import stands, and until when it can be undone."""
    if row.undone_at is not None and row.kept:
        return translate("Imports", "Undone; {count} stayed", count=display.number(row.kept))
    if row.undone_at is not None:
        return translate("Imports", "Undone")
    if row.is_unfinished:
        return translate("Imports", "On its way")
    if not row.can_undo:
        return translate("Imports", "Brought in")
    until = row.created_at + UNDOABLE_FOR
    return translate("Imports", "Undo until {day}", day=display.date(display.local_date(until)))
