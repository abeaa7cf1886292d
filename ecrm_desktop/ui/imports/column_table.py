"""The columns of a file, line by line, and what each becomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.badge import BadgeKind, badge_width, paint_badge
from ecrm_desktop.ui.widgets.table import lay_rows

AnyIndex = QModelIndex | QPersistentModelIndex
IGNORED = ""
_HEADER, _SAMPLES, _BECOMES = range(3)
_MARGIN = 10
_CHEVRON = 14
_MOST_SHOWN = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLine:
    """One column of the file; `choice` is the value of one of the offered fields or IGNORED.

    `why` is the sentence that says how it came to that.
    """

    title: str
    samples: str
    choice: str = IGNORED
    unsure: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing a column can become; a rule is drawn above it if it begins a group."""

    value: str
    text: str
    begins_group: bool = False


class ColumnModel(QAbstractTableModel):
    """Header, samples and meaning of each column; the choice itself is the owner's."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ColumnLine] = []
        self._texts: dict[str, str] = {}
        self._offers: list[list[Offer]] = []

    def show_lines(self, lines: Sequence[ColumnLine], offers: Sequence[Sequence[Offer]]) -> None:
        """Show the columns; `offers` are what each of them can become."""
        same = len(lines) == len(self.lines)
        if not same:
            self.beginResetModel()
        self.lines = list(lines)
        self._offers = [list(part) for part in offers]
        if same:
            if lines:
                last = self.index(len(lines) - 1, _BECOMES)
                self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.endResetModel()

    def offers(self, row: int) -> Sequence[Offer]:
        """Return what a column can become."""
        return self._offers[row]

    def becomes(self, row: int) -> str:
        """Return in words what a column becomes."""
        line = self.lines[row]
        return next((one.text for one in self._offers[row] if one.value == line.choice), "")

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of the file's columns."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return header, samples, meaning."""
        return 0 if parent.isValid() else 3

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text for screens, screen readers and tests."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.samples if index.column() == _SAMPLES else line.why
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            said = (unsure_text() if line.unsure else "", line.why)
            return ": ".join(filter(None, said)) or None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return (line.title, line.samples, self.becomes(index.row()))[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (
                translate("ImportWizard", "Column of the file"),
                translate("ImportWizard", "For example"),
                translate("ImportWizard", "Becomes"),
            )[section]
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let the meaning be changed, and every cell be walked to."""
        flags = super().flags(index)
        if index.column() == _BECOMES:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags


class ColumnTable(QTableView):
    """Enter, Space, a letter or a click opens the choices; `chosen(column, value)` says one.

    `explained(sentence)` says why the current column is what it is.
    """

    chosen = Signal(int, str)
    explained = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.columns = ColumnModel()
        self.setAccessibleName(translate("ImportWizard", "Columns of the file"))
        self.setModel(self.columns)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        lay_rows(self, theme.ROW_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._explain)

    def show_lines(self, lines: Sequence[ColumnLine], offers: Sequence[Sequence[Offer]]) -> None:
        """Show the columns; the current one stays current."""
        self.columns.show_lines(lines, offers)
        if lines and not self.currentIndex().isValid():
            self.setCurrentIndex(self.columns.index(0, _BECOMES))
        self._explain()

    def _explain(self, *_moved: QModelIndex) -> None:
        row = self.currentIndex().row()
        known = 0 <= row < len(self.columns.lines)
        self.explained.emit(self.columns.lines[row].why if known else "")

    def open_choices(self) -> None:
        """Offer what the current column can become."""
        at = self.currentIndex().siblingAtColumn(_BECOMES)
        if at.isValid():
            self.edit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the choices, or walk from column to column."""
        opening = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2}
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        down_with_alt = event.key() == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier
        if (event.key() in opening and not held) or down_with_alt:
            self.open_choices()
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row(), IGNORED)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the sheet's
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Open the choices at a letter instead of looking for a column."""
        self.open_choices()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        width = self.viewport().width()
        header = self.horizontalHeader()
        header.resizeSection(_HEADER, width * 26 // 100)
        header.resizeSection(_BECOMES, width * 38 // 100)
        header.resizeSection(_SAMPLES, width - width * 26 // 100 - width * 38 // 100)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == _BECOMES:
            self.edit(index)


class _Choices(QComboBox):
    """The list of what a column can become, open as long as it lives."""

    over = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and watched is self.view():
            self.over.emit()
        return super().eventFilter(watched, event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, table: ColumnTable) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        row = index.row()
        box = _Choices(parent)
        box.setMaxVisibleItems(_MOST_SHOWN)
        box.setAccessibleName(self._table.columns.lines[row].title)
        for offer in self._table.columns.offers(row):
            if offer.begins_group:
                box.insertSeparator(box.count())
            box.addItem(offer.text, offer.value)
        box.setCurrentIndex(box.findData(self._table.columns.lines[row].choice))
        box.activated.connect(lambda at: self._table.chosen.emit(row, box.itemData(at)))
        # Closed only once the choice was told.
        box.over.connect(lambda: QTimer.singleShot(0, box, lambda: self.closeEditor.emit(box)))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Leave what is chosen as `createEditor` chose it."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Leave the model to who hears `chosen`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        line = self._table.columns.lines[index.row()]
        painter.save()
        if state & QStyle.StateFlag.State_Selected and self._table.hasFocus():
            painter.fillRect(rect, theme.color("primary_soft"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        inner = rect.adjusted(_MARGIN, 0, -_MARGIN, -1)
        if index.column() == _BECOMES:
            self._paint_choice(painter, rect.adjusted(4, 3, -4, -4), line, index)
        else:
            heading = index.column() == _HEADER
            painter.setFont(theme.font(medium=heading))
            painter.setPen(theme.color("ink" if heading else "muted"))
            self._text(painter, inner, str(index.data() or ""))
        painter.restore()

    def _paint_choice(
        self, painter: QPainter, box: QRect, line: ColumnLine, index: AnyIndex
    ) -> None:
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("amber" if line.unsure else "outline"))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(box, 7, 7)
        chevron = QRect(box.right() - _CHEVRON - 8, box.y(), _CHEVRON, box.height())
        inner = box.adjusted(10, 0, -_CHEVRON - 14, 0)
        if rtl:
            chevron.moveLeft(box.x() + 8)
            inner = box.adjusted(_CHEVRON + 14, 0, -10, 0)
        theme.paint_icon(painter, chevron, "chevron-down", "muted")
        if line.unsure:
            width = badge_width(unsure_text())
            badge = QRect(inner.right() - width, inner.y(), width, inner.height())
            if rtl:
                badge.moveLeft(inner.x())
                inner.setLeft(badge.right() + 8)
            else:
                inner.setRight(badge.left() - 8)
            paint_badge(painter, badge, unsure_text(), BadgeKind.AMBER)
        ignored = line.choice == IGNORED
        painter.setFont(theme.font(medium=not ignored))
        painter.setPen(theme.color("muted" if ignored else "ink"))
        # What is left out says why, since that is what somebody may want to change.
        self._text(painter, inner, line.why if ignored and line.why else str(index.data() or ""))

    @staticmethod
    def _text(painter: QPainter, box: QRect, text: str) -> None:
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(
            text.replace("\n", " "), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(
            box, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, theme.ROW_HEIGHT)


def unsure_text() -> str:
    """Return what marks a column whose meaning was only guessed."""
    return translate("ImportWizard", "please check")
