"""The first step: which file, which sheet of it, and what its rows are."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.exchange.recognition import About
from ecrm_desktop.exchange.sheets import NAMES_COLUMNS, SAMPLE, FileKind, Sheet
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.imports.drop_zone import DropZone
from ecrm_desktop.ui.imports.plan import ImportPlan
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.progress import ProgressLine
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import isolate_words

_KNOWN = "*.xlsx *.xls *.xlsb *.ods *.csv *.txt *.tsv *.html *.htm *.xml *.vcf"

ChooseFile = Callable[[QWidget, Path], Path | None]
"""Asks for a file, beginning in a folder; None if nobody wants one."""


class FileStep(QWidget):
    """Asks by `file_asked`, `file_dropped(Path)`, `sheet_chosen(int)`, `kind_chosen(ImportKind)`.

    `sample_asked(ImportKind)` asks for a file to fill in.

    It shows what it is told; nothing is read here.
    """

    file_asked = Signal()
    file_dropped = Signal(object)
    sheet_chosen = Signal(int)
    kind_chosen = Signal(object)
    sample_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.zone = DropZone()
        self.zone.asked.connect(self.file_asked)
        self.zone.dropped.connect(self.file_dropped)
        self.samples = self._sample_buttons()
        self._samples = self._sample_row()
        self._reading = ProgressLine(translate("ImportWizard", "The file is being read"))
        self._notes = QVBoxLayout()
        self._notes.setSpacing(theme.S)
        self._name = Label(role="heading")
        self._detail = Label(role="muted")
        self.other = Button(translate("ImportWizard", "Another file…"), icon="folder-open")
        self.other.clicked.connect(lambda _checked: self.file_asked.emit())
        self._file = self._file_card()
        self.sheet = Choice[int]([(0, "")])
        self.kind = Segments[ImportKind]([(kind, label(kind)) for kind in ImportKind])
        self._form = Form(label_width=150)
        self._form.add("sheet", translate("ImportWizard", "Which sheet"), self.sheet)
        self._form.add("kind", translate("ImportWizard", "What is in it"), self.kind)
        self.sheet.edited.connect(lambda: self.sheet_chosen.emit(self.sheet.value()))
        self.kind.edited.connect(lambda: self.kind_chosen.emit(self.kind.value()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.L)
        column.addWidget(self.zone)
        column.addWidget(self._samples)
        column.addWidget(self._reading)
        column.addWidget(self._file)
        column.addLayout(self._notes)
        column.addWidget(self._form)
        column.addStretch(1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Ask for a file."""
        self._show(zone=True)

    def show_reading(self, path: Path) -> None:
        """Say that a file is being read."""
        self._name.setText(isolate_words(path.name))
        self._detail.setText(translate("ImportWizard", "The file is being read…"))
        self._show(file=True, reading=True)

    def show_error(self, sentence: str) -> None:
        """Say why a file cannot be taken, and ask for another."""
        self._show(zone=True)
        self._notes.addWidget(Note(sentence, BadgeKind.RED))

    def show_plan(self, plan: ImportPlan, display: Display) -> None:
        """Show what was found in a file."""
        self._name.setText(isolate_words(plan.path.name))
        self._detail.setText(_detail(plan, display))
        self.sheet.set_options(
            [(at, _sheet_text(sheet, display)) for at, sheet in enumerate(plan.sheets)]
        )
        self.sheet.set_value(plan.at)
        self.kind.set_value(plan.mapping.kind)
        self._form.show_field("sheet", visible=len(plan.sheets) > 1)
        self._form.show_field("kind", visible=plan.file_kind not in NAMES_COLUMNS)
        self._show(file=True, form=True)
        if plan.remembered:
            text = translate("ImportWizard", "Its columns are arranged as the last time.")
            self._notes.addWidget(Note(text, BadgeKind.PRIMARY))
        elif plan.doubts_about(About.KIND):
            text = translate(
                "ImportWizard", "It is not clear what this file holds: please look at the choice."
            )
            self._notes.addWidget(Note(text, BadgeKind.AMBER))

    def _show(
        self, *, zone: bool = False, file: bool = False, reading: bool = False, form: bool = False
    ) -> None:
        self.zone.setVisible(zone)
        self._samples.setVisible(zone)
        self._file.setVisible(file)
        self._reading.setVisible(reading)
        self._form.setVisible(form)
        clear(self._notes)

    def show_sample(self, path: Path) -> None:
        """Say that a file to fill in is written."""
        text = translate(
            "ImportWizard", "“{file}” is ready: fill it in and drop it here.",
            file=isolate_words(path.name),
        )  # fmt: skip
        clear(self._notes)
        self._notes.addWidget(Note(text, BadgeKind.PRIMARY))

    def _sample_buttons(self) -> dict[ImportKind, Button]:
        buttons = {}
        for kind in ImportKind:
            button = Button(label(kind), kind="quiet")
            button.clicked.connect(lambda _checked, kind=kind: self.sample_asked.emit(kind))
            buttons[kind] = button
        return buttons

    def _sample_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.S)
        line.addStretch()
        about = translate("ImportWizard", "No list yet? A file to fill in for:")
        line.addWidget(Label(about, "muted"))
        for button in self.samples.values():
            line.addWidget(button)
        line.addStretch()
        return row

    def _file_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "popup")
        row = QHBoxLayout(card)
        row.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._detail)
        row.addLayout(words, 1)
        row.addWidget(self.other)
        return card


def _detail(plan: ImportPlan, display: Display) -> str:
    excel = translate("ImportWizard", "Excel")
    kinds = {
        FileKind.XLSX: excel,
        FileKind.XLS: excel,
        FileKind.XLSB: excel,
        FileKind.ODS: translate("ImportWizard", "LibreOffice"),
        FileKind.MARKUP: translate("ImportWizard", "Page or XML"),
        FileKind.TEXT: translate("ImportWizard", "Text"),
        FileKind.VCARD: translate("ImportWizard", "Contacts"),
        FileKind.CALENDAR: translate("ImportWizard", "Birthdays of a calendar"),
    }
    rows = _rows_text(plan.sheets[plan.at], display)
    return dotted((kinds[plan.file_kind], rows))


def _sheet_text(sheet: Sheet, display: Display) -> str:
    return dotted((sheet.name, _rows_text(sheet, display)))


def _rows_text(sheet: Sheet, display: Display) -> str:
    if sheet.row_count is None and len(sheet.sample) >= SAMPLE:
        return translate("ImportWizard", "more than {count} rows", count=display.number(SAMPLE))
    count = len(sheet.sample) if sheet.row_count is None else sheet.row_count
    return translate("ImportWizard", "{count} rows", count=display.number(count))


def ask_for_sample(window: QWidget, suggested: Path) -> Path | None:
    """Ask in the system's dialog where a file to fill in is to be written; None if nowhere."""
    chosen, _filter = QFileDialog.getSaveFileName(
        window,
        translate("ImportWizard", "Where shall the file to fill in be saved?"),
        str(suggested),
        f"{translate('ImportWizard', 'Excel')} (*.xlsx)",
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(".xlsx")


def ask_for_file(window: QWidget, folder: Path) -> Path | None:
    """Ask in the system's dialog which file to bring in; None if none."""
    kinds = translate("ImportWizard", "Files with lists")
    everything = translate("ImportWizard", "All files")
    chosen, _filter = QFileDialog.getOpenFileName(
        window,
        translate("ImportWizard", "Which file shall be brought in?"),
        str(folder),
        f"{kinds} ({_KNOWN});;{everything} (*)",
    )
    return Path(chosen) if chosen else None
