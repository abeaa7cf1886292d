"""Which keys do what."""

from PySide6.QtWidgets import QGridLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.values.text import isolate


def open_shortcuts(ui: UiContext, parent: QWidget) -> Sheet:
    """Show the list of keys over the page."""
    sync = [("F5", translate("Keys", "Sync now"))] if ui.syncing.is_joined else []
    keys = (
        ("Ctrl+K", translate("Keys", "Search anywhere")),
        ("Ctrl+N", translate("Keys", "New customer")),
        ("F2", translate("Keys", "Record a call")),
        ("F3", translate("Keys", "Record a purchase")),
        ("F4", translate("Keys", "Edit what is open")),
        *sync,
        ("F6", translate("Keys", "Go on with an unfinished form")),
        ("Enter", translate("Keys", "Open the row; in a form: go to the next field")),
        ("Delete", translate("Keys", "Move to the bin")),
        ("Ctrl+Z", translate("Keys", "Undo the last deletion or merge")),
        ("Ctrl+Enter", translate("Keys", "Save the form")),
        ("Esc", translate("Keys", "Close without saving")),
        ("Ctrl+Shift+F", translate("Keys", "Search in the list of the page")),
        ("Space", translate("Keys", "Tick a task as done")),
        ("Ctrl+D", translate("Keys", "Put a task off until tomorrow")),
        ("Ctrl+← Ctrl+→", translate("Keys", "Move a complaint along its board")),
        ("Ctrl+L", translate("Keys", "Lock the window")),
        ("Alt+1 … Alt+9", translate("Keys", "Go to a page of the sidebar")),
        ("Alt+← Alt+→", translate("Keys", "Back and forward")),
        ("F1", translate("Keys", "This list")),
    )
    body = QWidget()
    grid = QGridLayout(body)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(theme.S)
    grid.setHorizontalSpacing(theme.L)
    for row, (key, meaning) in enumerate(keys):
        grid.addWidget(Label(isolate(key), "muted"), row, 0)
        grid.addWidget(Label(meaning), row, 1)
    grid.setColumnStretch(1, 1)
    sheet = Sheet(
        parent,
        ui.messenger,
        title=translate("Keys", "Keys of the keyboard"),
        body=body,
        width=460,
    )
    sheet.show_closing_only()
    sheet.open()
    return sheet
