"""Taking an import back, and saying which records stayed."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import translate
from ecrm_desktop.importing import UndoOutcome, undo_import
from ecrm_desktop.queries.imports import UNDOABLE_FOR, ImportRow
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Lane, Progress
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.ui.work_tray import work_tray
from ecrm_desktop.values.text import isolate_words


def ask_undo(page: QWidget, ui: UiContext, row: ImportRow) -> None:
    """Ask whether an import shall be taken back, and do it."""
    display = ui.display
    detail = translate(
        "Imports",
        "What this file made goes, and what it changed is as before. Records somebody worked on "
        "since stay as they are.",
    )
    until = display.date(display.local_date(row.created_at + UNDOABLE_FOR))
    detail += " " + translate("Imports", "This can be done until {day}.", day=until)
    ui.messenger.ask(
        translate("Imports", "Undo the import of “{file}”?", file=isolate_words(row.file_name)),
        detail=detail,
        accept=translate("Imports", "Undo"),
        on_accept=lambda: _undo(page, ui, row.id),
        dangerous=True,
    )


def _undo(page: QWidget, ui: UiContext, import_id: UUID) -> None:
    tray, database = work_tray(page.window()), ui.background.database

    def undo(progress: Progress) -> UndoOutcome:
        return undo_import(database, import_id, report_progress=progress.report)

    def done(outcome: UndoOutcome) -> None:
        tray.remove(line)
        _show_outcome(page, ui, outcome)

    def failed(error: Exception) -> None:
        tray.remove(line)
        ui.messenger.show_error(error)

    line = tray.add(translate("Imports", "Taking the import back…"), None)
    ui.background.run(
        undo,
        done,
        owner=page,
        lane=Lane.IMPORT,
        failed=failed,
        progress=line.show_progress,
        writes=True,
    )


def _show_outcome(page: QWidget, ui: UiContext, outcome: UndoOutcome) -> None:
    display = ui.display
    text = translate(
        "Imports",
        "Undone: {removed} records went, {restored} are as before.",
        removed=display.number(outcome.removed),
        restored=display.number(outcome.restored),
    )
    if not outcome.kept_count:
        ui.messenger.inform(text)
        return
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.S)
    column.addWidget(Label(text, wrap=True))
    column.addWidget(
        Note(
            translate(
                "Imports",
                "{count} records stayed, because somebody worked on them since:",
                count=display.number(outcome.kept_count),
            ),
            BadgeKind.AMBER,
        )
    )
    for kept in outcome.kept:
        name = translate(
            "Imports",
            "{kind}: {name}",
            kind=RECORDS[kept.table].title,
            name=isolate_words(kept.name),
        )
        column.addWidget(Label(name, wrap=True))
    if outcome.kept_count > len(outcome.kept):
        column.addWidget(
            Label(
                translate(
                    "Imports",
                    "and {count} more",
                    count=display.number(outcome.kept_count - len(outcome.kept)),
                ),
                "muted",
            )
        )
    sheet = Sheet(page, ui.messenger, title=translate("Imports", "The import is undone"), body=body)
    sheet.show_closing_only()
    sheet.open()
