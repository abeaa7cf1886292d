"""What is in a backup beside what the shop has now, before anything is replaced."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ecrm_desktop.backup.contents import Contents, contents_of, read_contents
from ecrm_desktop.i18n import translate
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Progress
from ecrm_desktop.ui.backups.texts import ContentsTable, size_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.ui.widgets.tick import Tick
from ecrm_desktop.values.text import isolate, isolate_words


class RestoreSheet(Sheet):
    """`confirmed(Path)` once somebody has seen it and wants it back."""

    confirmed = Signal(object)

    def __init__(self, asker: QWidget, ui: UiContext, backup: Contents, now: Contents) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        is_other = backup.is_of_another_shop(now.shop_id)
        names = {
            "other": isolate_words(backup.shop_name),
            "now": isolate_words(now.shop_name),
        }
        if is_other:
            said = translate(
                "Backup", "This backup is of another shop, {other}; the one here is {now}.", **names
            )
            column.addWidget(Note(said))
        column.addWidget(
            ContentsTable(
                [
                    (translate("Backup", "In the backup"), backup),
                    (translate("Backup", "In the shop now"), now),
                ],
                ui.display,
            )
        )
        column.addWidget(
            Label(
                translate(
                    "Backup",
                    "The shop becomes as the backup is. What it has now is kept in a file of its"
                    " own, from which it can be brought back here.",
                ),
                wrap=True,
            )
        )
        where = Label(
            dotted([size_text(backup.size, ui.display), isolate(backup.path.name)]),
            "small",
            wrap=True,
            selectable=True,
        )
        where.setToolTip(isolate(str(backup.path)))
        column.addWidget(where)
        self.agreed = Tick(translate("Backup", "Put {other} in the place of {now}", **names))
        column.addWidget(self.agreed)
        # Before it is in its place it would be a window of its own.
        self.agreed.setVisible(is_other)
        super().__init__(
            asker,
            ui.messenger,
            title=translate("Backup", "Restore this backup?"),
            body=body,
            width=520,
        )
        self._path = backup.path
        restore = self.add_primary(translate("Backup", "Restore"), self._confirm)
        if is_other:
            restore.setEnabled(False)
            self.agreed.edited.connect(lambda: restore.setEnabled(self.agreed.value()))

    def _confirm(self) -> None:
        self.discard()
        self.confirmed.emit(self._path)


def read_both(database: Database, path: Path) -> Callable[[Progress], tuple[Contents, Contents]]:
    """Return work that looks into a backup and into the open shop."""

    def read(_progress: Progress) -> tuple[Contents, Contents]:
        backup = read_contents(path, database.secret)
        with database.reading_raw() as live:
            return backup, contents_of(live, database.path)

    return read


def ask_for_backup(window: QWidget | None, folder: Path) -> Path | None:
    """Ask in the system's dialog for a backup; None for none."""
    title = translate("Backup", "Which backup?")
    kinds = translate("Backup", "Backups (*.db)")
    chosen, _kind = QFileDialog.getOpenFileName(window, title, str(folder), kinds)
    return Path(chosen) if chosen else None
