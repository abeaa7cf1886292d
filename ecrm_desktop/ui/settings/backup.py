"""Where backups go, which there are, and the way back to one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.backup.contents import Contents
from ecrm_desktop.backup.files import BackupFile
from ecrm_desktop.backup.state import (
    Attempt,
    FolderState,
    folder_states,
    list_backups,
)
from ecrm_desktop.errors import FileError, InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.settings import BACKUP_FOLDER, BACKUP_LIMIT
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.backups.keeper import BackupKeeper
from ecrm_desktop.ui.backups.restore_sheet import RestoreSheet, ask_for_backup, read_both
from ecrm_desktop.ui.backups.texts import moment, size_text
from ecrm_desktop.ui.settings.part import SettingsPart, line_card
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.number_edit import NumberEdit
from ecrm_desktop.ui.widgets.progress import ProgressRow
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.text import isolate

_LARGEST_LIMIT = 100_000
_SHOWN = 60

ChooseFolder = Callable[[QWidget, Path], Path | None]


class BackupSettings(SettingsPart):
    """The folders with their state, the backups in them, and the way to everything as tables."""

    def __init__(
        self,
        ui: UiContext,
        *,
        choose_folder: ChooseFolder | None = None,
        choose_file: ChooseFolder | None = None,
    ) -> None:
        """By default the system's dialogs ask for the folder and the file."""
        super().__init__()
        self._ui = ui
        self._choose_folder = choose_folder or _ask_for_folder
        self._choose_file = choose_file or ask_for_backup
        self._keeper = BackupKeeper(ui.background, ui.settings, self)
        self._keeper.remembered.connect(self.refresh)
        self._progress: ProgressRow | None = None
        self._places = QVBoxLayout()
        self._places.setSpacing(theme.S)
        self._running = QVBoxLayout()
        self.make = Button(translate("Backup", "Back up now"), kind="primary", icon="download")
        self.make.clicked.connect(lambda _checked: self._make())
        self.choose = Button(translate("Backup", "Folder or stick…"), icon="folder-open")
        self.choose.clicked.connect(lambda _checked: self._choose())
        self.other = Button(translate("Backup", "Restore from a file…"), icon="rotate-ccw")
        self.other.clicked.connect(lambda _checked: self._restore_file())
        self.column.addWidget(
            Label(
                translate(
                    "Backup",
                    "The program makes a backup by itself every day and when it is closed, and"
                    " checks it.",
                ),
                "muted",
                wrap=True,
            )
        )
        self.column.addLayout(self._places)
        self.column.addLayout(self._running)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        for button in (self.make, self.choose, self.other):
            row.addWidget(button)
        row.addStretch()
        self.column.addLayout(row)
        if ui.may(Permission.EXPORT):
            # Below them: in one row they are wider than a small window.
            self.column.addWidget(self._package(), 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._limit())
        self.column.addWidget(Label(translate("Backup", "Backups"), "heading"))
        self.column.addLayout(self.lines)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Read the folders again."""
        path, shop_id = self._ui.background.database.path, self._ui.shop.id
        self._show_places()
        self._ui.background.run(
            lambda _progress: list_backups(self._ui.settings, path, shop_id),
            self._show,
            owner=self,
        )

    def _package(self) -> Button:
        button = Button(translate("Backup", "Take everything with you…"), icon="package")
        button.setToolTip(
            translate(
                "Backup",
                "All the data as tables in one file, which Excel and other programs read, and"
                " which a new installation of this program brings back",
            )
        )
        button.clicked.connect(lambda _checked: self._ui.navigator.save_package())
        return button

    def _limit(self) -> Form:
        form = Form(label_width=170)
        self.limit = NumberEdit(
            self._ui.display,
            limit=_LARGEST_LIMIT,
            unit=translate("Backup", "gigabytes in each folder"),
        )
        self.limit.set_value(self._ui.settings.get(BACKUP_LIMIT))
        self.limit.edited.connect(self._set_limit)
        form.add(
            "limit",
            translate("Backup", "Keep at most"),
            self.limit,
            hint=translate("Backup", "The oldest go first; the newest two always stay."),
        )
        return form

    def _set_limit(self) -> None:
        try:
            limit = self.limit.value()
        except InvalidInput:
            return
        if limit:
            self._ui.settings.set(BACKUP_LIMIT, limit)

    def _show_places(self) -> None:
        clear(self._places)
        states = folder_states(self._ui.settings, self._ui.background.database.path)
        for state in states:
            self._places.addWidget(self._place(state))
            if state.problem is not None:
                error = FileError(state.problem, path=state.folder, needed="…", free="…")
                self._places.addWidget(Note(explain(error), BadgeKind.RED))
        if len(states) == 1:
            self._places.addWidget(
                Note(
                    translate(
                        "Backup",
                        "All backups are on this computer. If its disk breaks, they go with it:"
                        " choose a stick or another disk too.",
                    )
                )
            )

    def _place(self, state: FolderState) -> QWidget:
        name = (
            translate("Backup", "This computer") if state.is_local else isolate(str(state.folder))
        )
        if state.made_at is None:
            badge = Badge(translate("Backup", "no backup yet"), BadgeKind.AMBER)
        else:
            when = moment(state.made_at, self._ui.display)
            badge = Badge(when, BadgeKind.GREY if state.problem else BadgeKind.PRIMARY)
        buttons = []
        if not state.is_local:
            forget = Button(translate("Backup", "Use no more"), kind="quiet", icon="x")
            forget.clicked.connect(lambda _checked: self._set_folder(""))
            buttons.append(forget)
        return line_card(name, [badge], buttons)

    def _show(self, files: list[BackupFile]) -> None:
        if not files:
            nothing = translate("Backup", "There is no backup yet. The first one takes a moment.")
            self.show_lines([Label(nothing, "muted", wrap=True)])
            return
        display = self._ui.display
        in_all = translate(
            "Backup",
            "{count} files, {size} in all",
            count=display.number(len(files)),
            size=size_text(sum(file.size for file in files), display),
        )
        lines = [Label(in_all, "muted", wrap=True), *map(self._line, files[:_SHOWN])]
        self.show_lines(lines)

    def _line(self, file: BackupFile) -> QWidget:
        display = self._ui.display
        badges = [Badge(size_text(file.size, display), BadgeKind.GREY)]
        if file.replaced:
            badges.append(Badge(translate("Backup", "replaced by a restore"), BadgeKind.AMBER))
        elif file.path.parent == folder_of(self._ui):
            badges.append(Badge(translate("Backup", "This computer"), BadgeKind.BLUE))
        else:
            badges.append(Badge(translate("Backup", "chosen folder"), BadgeKind.PRIMARY))
        restore = Button(translate("Backup", "Restore…"), kind="quiet", icon="rotate-ccw")
        restore.clicked.connect(lambda _checked: self._ask_restore(file.path))
        return line_card(moment(file.made_at, display), badges, [restore])

    def _choose(self) -> None:
        if not self._ui.require_permission(Permission.BACK_UP):
            return
        before = Path(self._ui.settings.get(BACKUP_FOLDER) or Path.home())
        folder = self._choose_folder(self, before)
        if folder is not None:
            self._set_folder(str(folder))
            self._make()

    def _set_folder(self, folder: str) -> None:
        self._ui.settings.set(BACKUP_FOLDER, folder)
        self.refresh()

    def _make(self) -> None:
        if self._progress is not None or not self._ui.require_permission(Permission.BACK_UP):
            return
        self.make.setEnabled(False)

        def stop() -> None:
            job.cancel()
            self._end()

        row = ProgressRow(translate("Backup", "Making a backup…"), stop)
        job = self._keeper.make(self._made, self._failed, row.show_progress)
        self._progress = row
        self._running.addWidget(row)

    def _end(self) -> None:
        self.make.setEnabled(True)
        if self._progress is not None:
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None

    def _made(self, attempts: list[Attempt]) -> None:
        self._end()
        if any(one.file is not None for one in attempts):
            self._ui.messenger.inform(translate("Backup", "The backup was made and checked."))

    def _failed(self, error: Exception) -> None:
        self._end()
        self._ui.messenger.show_error(error)

    def _restore_file(self) -> None:
        path = self._choose_file(self, folder_of(self._ui))
        if path is not None:
            self._ask_restore(path)

    def _ask_restore(self, path: Path) -> None:
        if not self._ui.require_permission(Permission.BACK_UP):
            return
        self._ui.background.run(
            read_both(self._ui.background.database, path), self._open_sheet, owner=self
        )

    def _open_sheet(self, both: tuple[Contents, Contents]) -> None:
        sheet = RestoreSheet(self, self._ui, *both)
        sheet.confirmed.connect(self._ui.navigator.restore)
        sheet.open()


def folder_of(ui: UiContext) -> Path:
    """Return the folder of backups beside the shop's file."""
    return folder_states(ui.settings, ui.background.database.path)[0].folder


def _ask_for_folder(window: QWidget, before: Path) -> Path | None:
    title = translate("Backup", "Where shall backups go too?")
    chosen = QFileDialog.getExistingDirectory(window, title, str(before))
    return Path(chosen) if chosen else None
