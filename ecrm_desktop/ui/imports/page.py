"""What was brought in from files, and the way to bring in more."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout

from ecrm_desktop.errors import Cancelled
from ecrm_desktop.i18n import translate
from ecrm_desktop.importing import ImportOutcome
from ecrm_desktop.queries.imports import ImportRow, list_imports
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.imports.columns import import_columns
from ecrm_desktop.ui.imports.counts import came_along
from ecrm_desktop.ui.imports.drop_zone import dropped_file
from ecrm_desktop.ui.imports.file_step import ChooseFile
from ecrm_desktop.ui.imports.import_work import ImportWork
from ecrm_desktop.ui.imports.result_step import show_folder
from ecrm_desktop.ui.imports.undo import ask_undo
from ecrm_desktop.ui.imports.wizard import ImportWizard
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.record_list import ShortRecordList
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ImportKind


class ImportsPage(Page):
    """One row an import, newest first; a file dropped anywhere on the page begins another one."""

    shows = frozenset({"imports", "users"})

    def __init__(
        self,
        ui: UiContext,
        *,
        choose_file: ChooseFile | None = None,
        choose_sample: ChooseFile | None = None,
    ) -> None:
        super().__init__(ui.background)
        self._ui = ui
        self._choose_file = choose_file
        self._choose_sample = choose_sample
        self._importer: ImportWork | None = None
        self._wizard: ImportWizard | None = None
        self.setAcceptDrops(True)
        self.table: RecordTable[ImportRow] = RecordTable(
            import_columns(ui.display), name=translate("Imports", "Imports")
        )
        self._list = ShortRecordList(self.table)
        self.table.current_id.connect(lambda _id: self._show_current())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)
        self._came = Label(role="muted", wrap=True)
        self.undo = Button(translate("Imports", "Undo this import…"), icon="undo-2")
        self.undo.clicked.connect(lambda _checked: self._ask_undo_current())
        self.new = Button(translate("Imports", "Bring in a file…"), icon="import", kind="primary")
        self.new.clicked.connect(lambda _checked: self.start())
        self._lay_out()

    def refresh(self) -> None:
        """Read the list again."""
        self.background.read(list_imports, self._show, owner=self, key="imports")

    def start(self, kind: ImportKind | None = None, path: Path | None = None) -> None:
        """Open the wizard, perhaps with what the rows are and with a file."""
        if not self._ui.require_permission(Permission.IMPORT):
            return
        importer = self._importer or self._make_importer()
        if self._wizard is not None:
            return
        wizard = ImportWizard(
            self,
            self._ui,
            importer,
            kind=kind,
            choose_file=self._choose_file,
            choose_sample=self._choose_sample,
        )
        self._wizard = wizard
        wizard.closed.connect(self._forget_wizard)
        wizard.undo_asked.connect(self._ask_undo)
        wizard.open()
        if path is not None:
            wizard.take_file(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        event.setAccepted(dropped_file(event.mimeData()) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin with the file that was let go."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.start(path=path)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        head.setSpacing(theme.S)
        head.addWidget(Label(translate("Imports", "Imports"), "title"))
        head.addWidget(self._came, 1)
        head.addWidget(self.undo)
        head.addWidget(self.new)
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        self._place = QStackedLayout()
        # First into its place: what is laid out nowhere would be a window for a moment.
        column.addLayout(self._place, 1)
        self._place.addWidget(self.table)
        self._place.addWidget(
            EmptyState(
                "import",
                translate("Imports", "Bring along what you have"),
                translate(
                    "Imports",
                    "Customers, products and purchases from Excel, from your phone or from "
                    "another program. Drop the file here.",
                ),
                action=translate("Imports", "Bring in a file…"),
                on_action=self.start,
            )
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        outer.addWidget(card)

    def _show(self, rows: Sequence[ImportRow]) -> None:
        self._place.setCurrentIndex(0 if rows else 1)
        self.new.setVisible(bool(rows))
        self.undo.setVisible(bool(rows))
        self._list.show(rows)
        self._show_current()

    def _show_current(self) -> None:
        row = self._list.current()
        self.undo.setEnabled(row is not None and row.can_undo)
        stands = row is not None and row.undone_at is None
        self._came.setText(came_along(self._ui.display, row.kind, row) if row and stands else "")

    def _offer(self, place: QPoint) -> None:
        menu = QMenu(self)
        undo = menu.addAction(
            theme.icon("undo-2"),
            translate("Imports", "Undo this import…"),
            self._ask_undo_current,
        )
        undo.setEnabled(self.undo.isEnabled())
        menu.exec(self.table.viewport().mapToGlobal(place))

    def _ask_undo_current(self) -> None:
        current = self.table.current()
        if current is not None:
            self._ask_undo(current)

    def _ask_undo(self, import_id: UUID) -> None:
        def ask(rows: Sequence[ImportRow]) -> None:
            row = next((one for one in rows if one.id == import_id), None)
            if row is not None:
                ask_undo(self, self._ui, row)

        # Read again: right after an import the list has not heard of it yet.
        self.background.read(list_imports, ask, owner=self)

    def _make_importer(self) -> ImportWork:
        self._importer = ImportWork(self._ui, self.window())
        self._importer.ended.connect(self._show_end)
        return self._importer

    def _forget_wizard(self) -> None:
        self._wizard = None

    def _show_end(self, result: object) -> None:
        """Say how an import ended that nobody watches any more."""
        if self._wizard is not None and self._wizard.is_watching:
            return
        if isinstance(result, Cancelled):
            self._ui.messenger.inform(translate("ImportWizard", "Stopped. Nothing was brought in."))
        elif isinstance(result, Exception):
            self._ui.messenger.show_error(result)
        elif isinstance(result, ImportOutcome):
            self._offer_result(result)

    def _offer_result(self, outcome: ImportOutcome) -> None:
        display, counts = self._ui.display, outcome.counts
        text = translate(
            "Imports",
            "The file is in: {new} new, {updated} updated, {problems} with a problem.",
            new=display.number(counts.new),
            updated=display.number(counts.updated),
            problems=display.number(counts.problems),
        )
        file = outcome.problem_file
        if file is None:
            show = translate("Imports", "Show")
            self._ui.messenger.offer(
                text, show, lambda: self._ui.navigator.open_page(PageName.IMPORTS)
            )
        else:
            show = translate("ImportWizard", "Show the file of rows with problems")
            self._ui.messenger.offer(text, show, lambda: show_folder(file))
