"""The way back to the shop's data: a backup and what is in it, or what can be salvaged."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from ecrm_desktop.backup.contents import Contents
from ecrm_desktop.backup.files import BackupFile
from ecrm_desktop.backup.losses import lost_kinds
from ecrm_desktop.backup.salvage import Salvaged
from ecrm_desktop.backup.state import LatestContents
from ecrm_desktop.errors import EcrmError
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.queries.shop import display_before_opening
from ecrm_desktop.text.backups import chosen_by_date, owner_lost
from ecrm_desktop.text.error_texts import explain, explain_bug
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.backups.texts import ContentsTable, moment, size_text
from ecrm_desktop.ui.welcome.start_window import StartWindow
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.listed import dotted, listed
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.progress import ProgressLine
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.text import isolate, isolate_words
from ecrm_desktop.values.timezone import LocalZone

_WAYS_IN_ROW = 2
_MOST_SHOWN = 4

WayOut = tuple[str, Callable[[], object]]


class RecoveryWindow(StartWindow):
    """Shows what there is to go back to; `backup_chosen(Path)`, `salvage_asked`, `salvage_chosen`.

    `look_asked(Path)` for a backup that shall be looked into first. `can_salvage`: there is a
    damaged file that may hold more than any backup. `looking` are the ways to a file that may be
    somewhere else, which stand before all others.
    """

    backup_chosen = Signal(object)
    look_asked = Signal(object)
    salvage_asked = Signal()
    salvaged_chosen = Signal()

    def __init__(
        self,
        title: str,
        text: str,
        note: str,
        ways_out: Sequence[WayOut],
        *,
        can_salvage: bool,
        looking: Sequence[WayOut] = (),
    ) -> None:
        super().__init__(title, text, icon="rotate-ccw")
        self._can_salvage = can_salvage
        self._backup: Contents | None = None
        self._by_date = False
        self._files: Sequence[BackupFile] = ()
        self._display = display_before_opening(language(), LocalZone())
        self._salvaged: Contents | None = None
        self._losses: tuple[str, str] | None = None
        self._is_locked = False
        self.card.addWidget(Label(note, "small", wrap=True, selectable=True))
        first = [_button(name, action) for name, action in looking]
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        for button in first:
            row.addWidget(button)
        self.card.addLayout(row)
        self._found = QVBoxLayout()
        self._found.setSpacing(theme.S)
        self.card.addLayout(self._found)
        self._bar = ProgressLine(translate("Rescue", "At work"))
        self.card.addWidget(self._bar)
        self.restore = QPushButton(translate("Rescue", "Restore this backup"))
        (first or [self.restore])[0].setProperty("kind", "primary")
        self.restore.clicked.connect(lambda _checked: self._choose_backup())
        self.use = QPushButton(translate("Rescue", "Go on with what was salvaged"))
        self.use.clicked.connect(lambda _checked: self.salvaged_chosen.emit())
        self.salvage = QPushButton(translate("Rescue", "Salvage what can still be read"))
        self.salvage.clicked.connect(lambda _checked: self.salvage_asked.emit())
        for button in (self.restore, self.use, self.salvage):
            self.card.addWidget(button)
        self._others = QGridLayout()
        self._others.setSpacing(theme.XS)
        self.card.addLayout(self._others)
        self._buttons = [*first, self.restore, self.use, self.salvage]
        others = QGridLayout()
        others.setSpacing(theme.XS)
        for place, (name, action) in enumerate(ways_out):
            other = _button(name, action, kind="quiet")
            self._buttons.append(other)
            others.addWidget(other, place // _WAYS_IN_ROW, place % _WAYS_IN_ROW)
        self.card.addLayout(others)
        for button in self._buttons:
            button.setAutoDefault(True)
        self.resize(760, 700)
        for button in (self.restore, self.use, self.salvage):
            button.hide()  # until it is known what there is
        self.show_busy()

    def show_busy(self) -> None:
        """Let nothing be pressed while something is being done."""
        self._bar.show_progress(0, 0)
        self._bar.show()
        for button in self._buttons:
            button.setEnabled(False)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.show_progress(done, total)

    def show_backup(self, latest: LatestContents | None, files: Sequence[BackupFile] = ()) -> None:
        """Show what is in the latest backup, or that there is none, and which `files` there are."""
        self._files = files
        self._backup = None if latest is None else latest.contents
        self._by_date = latest is not None and latest.by_date
        self._arrange()

    def show_salvaged(self, contents: Contents, salvaged: Salvaged) -> None:
        """Show what came through, beside the backup, and how much is lost."""
        self._salvaged = contents
        self._losses = _losses_note(salvaged, self._display)
        self._is_locked = salvaged.locked
        self._arrange()

    def show_error(self, error: Exception) -> None:
        """Say why it did not work, and let something else be tried."""
        self._arrange()
        said = explain(error) if isinstance(error, EcrmError) else explain_bug()
        self._found.insertWidget(0, Note(said, BadgeKind.RED))

    def _arrange(self) -> None:
        clear(self._found)
        files = []
        if self._backup is not None:
            is_newest = not self._files or self._backup.path == self._files[0].path
            title = (
                translate("Rescue", "Newest backup")
                if is_newest
                else translate("Backup", "In the backup")
            )
            files.append((title, self._backup))
        if self._salvaged is not None:
            files.append((translate("Rescue", "Salvaged"), self._salvaged))
        if files:
            self._found.addWidget(ContentsTable(files, self._display))
        if self._backup is not None:
            name, path = self._backup.shop_name, self._backup.path
            where = dotted([isolate_words(name) if name else "", isolate(path.name)])
            label = Label(where, "small", wrap=True, selectable=True)
            label.setToolTip(isolate(str(path)))
            self._found.addWidget(label)
        elif self._files:
            choose = translate("Rescue", "Choose a backup to look into it.")
            self._found.addWidget(Note(choose, BadgeKind.AMBER))
        else:
            nothing = translate("Rescue", "No backup was found on this computer or the stick.")
            self._found.addWidget(Note(nothing, BadgeKind.AMBER))
        for text, detail in self._warnings():
            self._found.addWidget(Note(text, BadgeKind.AMBER, detail=detail))
        self._list_others()
        self._bar.hide()
        for button in self._buttons:
            button.setEnabled(True)
        self.restore.setVisible(self._backup is not None)
        self.use.setVisible(self._salvaged is not None)
        self.salvage.setVisible(self._can_salvage and self._salvaged is None)
        first = next((one for one in self._buttons if one.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus()

    def _warnings(self) -> list[tuple[str, str]]:
        """Return what to know before something is chosen, each with its detail."""
        warnings = [] if self._losses is None else [self._losses]
        if self._is_locked:
            warnings.append((owner_lost(), ""))
        if self._by_date:
            warnings.append((chosen_by_date(), ""))
        return warnings

    def _list_others(self) -> None:
        """Show the newest of the other backups, each as a button to look into it."""
        clear(self._others)
        shown = None if self._backup is None else self._backup.path
        others = [one for one in self._files if one.path != shown]
        for place, file in enumerate(others[:_MOST_SHOWN]):
            text = moment(file.made_at, self._display)
            button = _button(text, partial(self.look_asked.emit, file.path), kind="quiet")
            button.setToolTip(
                dotted([size_text(file.size, self._display), isolate(str(file.path))])
            )
            self._others.addWidget(button, *divmod(place, _WAYS_IN_ROW))
        more = len(others) - _MOST_SHOWN
        if more > 0:
            count = self._display.number(more)
            self._others.addWidget(
                Label(translate("Rescue", "… and {count} older ones", count=count), "small"),
                self._others.rowCount(),
                0,
            )

    def _choose_backup(self) -> None:
        if self._backup is not None:
            self.backup_chosen.emit(self._backup.path)


def _losses_note(salvaged: Salvaged, display: Display) -> tuple[str, str] | None:
    """Return how much is lost and of what; None where everything came through."""
    lost = sum(salvaged.lost.values())
    numbers = {"lost": display.number(lost), "pages": display.number(salvaged.pages)}
    if not lost and not salvaged.pages:
        return None
    if not salvaged.pages:
        told = translate("Rescue", "{lost} records of the file are lost.", **numbers)
    elif not lost:
        told = translate(
            "Rescue",
            "{pages} places of the file could not be read. It is not known of any record that it"
            " is lost, but there may be some.",
            **numbers,
        )
    else:
        told = translate(
            "Rescue",
            "{pages} places of the file could not be read, and {lost} records are lost at least.",
            **numbers,
        )
    kinds = lost_kinds(salvaged.lost)
    return told, listed(f"{name}: {display.number(count)}" for name, count in kinds)


def _button(text: str, action: Callable[[], object], kind: str = "") -> QPushButton:
    button = QPushButton(text)
    if kind:
        button.setProperty("kind", kind)
    button.setAutoDefault(True)
    button.clicked.connect(lambda _checked: action())
    return button
