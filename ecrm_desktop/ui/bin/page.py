"""The bin: what was deleted in the last 30 days, and how to get it back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.labels import label
from ecrm_desktop.queries.bin import DeletionRow, deletions
from ecrm_desktop.services.bin import KEPT_FOR, empty_bin, restore_deletion
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.workplace import Workplace


class BinPage(Page):
    """One row a deletion; Enter or the button takes everything it took back out."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work.background)
        self._work = work
        self._rows: list[DeletionRow] = []
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        head = QHBoxLayout()
        head.addWidget(Label(translate("Bin", "Bin"), "title"))
        note = Label(
            translate(
                "Bin",
                "What you delete stays here for {days} days.",
                days=work.display.number(KEPT_FOR.days),
            ),
            "muted",
        )
        head.addWidget(note)
        head.addStretch()
        self._restore = QPushButton(translate("Bin", "Take back out"))
        self._restore.setProperty("kind", "primary")
        self._restore.clicked.connect(self._restore_current)
        self._empty = QPushButton(translate("Bin", "Empty the bin"))
        self._empty.setProperty("kind", "danger")
        self._empty.clicked.connect(self._ask_empty)
        head.addWidget(self._restore)
        head.addWidget(self._empty)
        column.addLayout(head)
        self._table = _BinTable(self._restore_current)
        self._place = QStackedLayout()
        self._place.addWidget(self._table)
        self._place.addWidget(
            EmptyState(
                "trash-2",
                translate("Bin", "The bin is empty"),
                translate("Bin", "Nothing was deleted lately. What you delete can be undone here."),
            )
        )
        column.addLayout(self._place, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        outer.addWidget(card)

    def refresh(self) -> None:
        """Read what is in the bin."""
        self.background.read(deletions, self._show, owner=self, key="deletions")

    def _show(self, rows: list[DeletionRow]) -> None:
        self._rows = rows
        self._place.setCurrentIndex(0 if rows else 1)
        self._restore.setEnabled(bool(rows))
        self._empty.setEnabled(bool(rows))
        at = self._table.currentRow()
        self._table.setRowCount(len(rows))
        display = self._work.display
        for number, row in enumerate(rows):
            texts = (
                row.title or translate("Bin", "Untitled"),
                label(row.kind),
                display.day(row.deleted_at),
                display.number(row.records),
            )
            for place, text in enumerate(texts):
                self._table.setItem(number, place, QTableWidgetItem(text))
        if rows:
            self._table.selectRow(min(max(at, 0), len(rows) - 1))

    def _restore_current(self) -> None:
        number = self._table.currentRow()
        if not 0 <= number < len(self._rows):
            return
        row = self._rows[number]
        name = row.title or label(row.kind)
        self.background.write(
            lambda session: restore_deletion(session, row.deletion_id),
            lambda _count: self._work.messenger.inform(
                translate("Bin", "“{name}” is back in its place.", name=name)
            ),
            owner=self,
        )

    def _ask_empty(self) -> None:
        self._work.messenger.ask(
            translate("Bin", "Empty the bin for good?"),
            detail=translate("Bin", "What is in it cannot be taken back any more."),
            accept=translate("Bin", "Empty the bin"),
            on_accept=self._empty_now,
            dangerous=True,
        )

    def _empty_now(self) -> None:
        self.background.write(
            lambda session: empty_bin(session, everything=True),
            lambda _count: self._work.messenger.inform(translate("Bin", "The bin was emptied.")),
            owner=self,
        )


class _BinTable(QTableWidget):
    def __init__(self, on_enter: Callable[[], None]) -> None:
        super().__init__(0, 4)
        self._on_enter = on_enter
        self.setAccessibleName(translate("Bin", "Bin"))
        self.setHorizontalHeaderLabels(
            [
                translate("Bin", "What"),
                translate("Bin", "Kind"),
                translate("Bin", "Deleted"),
                translate("Bin", "Records"),
            ]
        )
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for place, width in enumerate((0, 140, 160, 90)):
            header.resizeSection(place, width)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(lambda _index: on_enter())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the row back out by Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        else:
            super().keyPressEvent(event)
