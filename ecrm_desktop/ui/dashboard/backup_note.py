"""What the dashboard says when no backup has worked for days."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.backup.state import FolderState, folder_states, overdue
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.backups import BackupNeed, backup_need
from ecrm_desktop.ui.backups.keeper import BackupKeeper
from ecrm_desktop.ui.destinations import SettingsTab
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.text import isolate


class BackupNote(QWidget):
    """Hidden while backups work; leads to the settings where a new one was of no use."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._keeper = BackupKeeper(ui.background, ui.settings, self)
        self._keeper.remembered.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column
        self.hide()

    def refresh(self) -> None:
        """Look again whether there is something to say."""
        if not self._ui.shop.is_sample:
            self._ui.background.read(backup_need, self._show, owner=self, key="backup")

    def _show(self, need: BackupNeed) -> None:
        path = self._ui.background.database.path
        states = folder_states(self._ui.settings, path)
        late = overdue(states, need.change, need.since, datetime.now(UTC))
        clear(self._column)
        if late is not None:
            self._column.addWidget(self._note(late))
        self.setVisible(late is not None)

    def _note(self, late: FolderState) -> Note:
        if late.made_at is None:
            text = translate("Backup", "You have no backup yet.")
        else:
            days = abs(datetime.now(UTC) - late.made_at).days
            text = translate(
                "Backup",
                "No backup has worked for {days} days.",
                days=self._ui.display.number(days),
            )
        where = "" if late.is_local else isolate(str(late.folder))
        if not self._ui.may(Permission.BACK_UP):
            return Note(text, BadgeKind.RED, detail=where)
        if late.problem is not None:
            action, do = translate("Backup", "What is wrong?"), self._open_settings
        else:
            action, do = translate("Backup", "Back up now"), self._make
        return Note(text, BadgeKind.RED, detail=where, action=action, on_action=do)

    def _open_settings(self) -> None:
        self._ui.navigator.open_settings(SettingsTab.BACKUP)

    def _make(self) -> None:
        self._ui.messenger.inform(translate("Backup", "Making a backup…"))
        self._keeper.make(
            lambda _attempts: self._ui.messenger.inform(
                translate("Backup", "The backup was made and checked.")
            ),
            self._ui.messenger.show_error,
        )
