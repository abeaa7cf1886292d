"""The last step: how far the import is, and what it did."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from ecrm_desktop.i18n import translate
from ecrm_desktop.importing import ImportOutcome
from ecrm_desktop.text.left_out import left_out_sentence
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.imports.counts import CountsView
from ecrm_desktop.ui.imports.work_step import WorkStep
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.progress import ProgressRow
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.text import isolate_words


class ResultStep(WorkStep):
    """Asks by `folder_asked` for the file of problems and by `undo_asked`."""

    folder_asked = Signal()
    undo_asked = Signal()

    def __init__(self, display: Display) -> None:
        super().__init__()
        self._display = display
        self._about = Label(role="muted", wrap=True)
        self._counts = CountsView(display)
        self._notes.setSpacing(theme.S)
        self.folder = Button(
            translate("ImportWizard", "Show the file of rows with problems"), icon="folder-open"
        )
        self.folder.clicked.connect(lambda _checked: self.folder_asked.emit())
        self.undo = Button(translate("ImportWizard", "Undo this import"), icon="undo-2")
        self.undo.clicked.connect(lambda _checked: self.undo_asked.emit())
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(self.folder)
        row.addWidget(self.undo)
        row.addStretch()
        self._column.addWidget(self._about)
        self._column.addLayout(self._notes)
        self._column.addWidget(self._counts)
        self._column.addLayout(row)
        self._column.addStretch()

    def show_working(self, row: ProgressRow) -> None:
        """Show how far the import is."""
        super().show_working(row)
        self._about.setText(
            translate(
                "ImportWizard",
                "You can close this and go on working; the import goes on by itself. If you stop "
                "it, what came in is taken out again.",
            )
        )
        self._show(working=True)

    def show_outcome(self, outcome: ImportOutcome) -> None:
        """Show what the import did."""
        self._clear()
        counts = outcome.counts
        written = outcome.import_id is not None
        text = (
            translate("ImportWizard", "The file is in.")
            if written
            else translate("ImportWizard", "Nothing of this file was new, so nothing was changed.")
        )
        self._notes.addWidget(Note(text, BadgeKind.PRIMARY))
        left_out = left_out_sentence(self._display, counts)
        if left_out:
            self._notes.addWidget(Note(left_out, BadgeKind.AMBER))
        if outcome.problem_file is not None:
            text = translate(
                "ImportWizard",
                "The rows with a problem are in “{file}”, each with its reason. Mend them there "
                "and bring that file in.",
                file=isolate_words(outcome.problem_file.name),
            )
            self._notes.addWidget(Note(text, BadgeKind.AMBER))
        self._counts.show_counts(outcome.kind, counts)
        self._show(counts=True, folder=outcome.problem_file is not None, undo=written)

    def show_failure(self, sentence: str) -> None:
        """Show why nothing was brought in."""
        self._clear()
        self._notes.addWidget(Note(sentence, BadgeKind.RED))
        self._show()

    def _show(
        self,
        *,
        working: bool = False,
        counts: bool = False,
        folder: bool = False,
        undo: bool = False,
    ) -> None:
        self._about.setVisible(working)
        self._counts.setVisible(counts)
        self.folder.setVisible(folder)
        self.undo.setVisible(undo)


def show_folder(file: Path) -> None:
    """Open the folder of a file with the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
