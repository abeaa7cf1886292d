"""Rows of a file as they will become, with what is wrong in red."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.table import lay_rows
from ecrm_desktop.values.display import Display

AnyIndex = QModelIndex | QPersistentModelIndex
WHOLE_ROW = -1
_MARGIN = 10
_ICON = 15
_NUMBER_WIDTH = 64
_NARROWEST, _WIDEST = 90, 260
_ROW = 32
_MEASURED = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewLine:
    """One row of the file: a text for each shown column, and column → what is wrong with it.

    WHOLE_ROW in `problems` is about no column alone.
    """

    number: int
    cells: tuple[str, ...]
    problems: Mapping[int, str] = field(default_factory=dict)


class PreviewModel(QAbstractTableModel):
    """The number of the row, then its columns."""

    def __init__(self, display: Display) -> None:
        super().__init__()
        self._display = display
        self.titles: Sequence[str] = ()
        self.lines: Sequence[PreviewLine] = ()

    def show_lines(self, titles: Sequence[str], lines: Sequence[PreviewLine]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.titles, self.lines = tuple(titles), tuple(lines)
        self.endResetModel()

    def reason(self, index: AnyIndex) -> str:
        """Return what is wrong with a cell, or with its row if it is the row's number."""
        line = self.lines[index.row()]
        if index.column():
            return line.problems.get(index.column() - 1, "")
        return " ".join(dict.fromkeys(line.problems.values()))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the columns with that of the row's number."""
        return 0 if parent.isValid() else len(self.titles) + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, and what is wrong with it as tool tip and description."""
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return self.reason(index) or None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            line = self.lines[index.row()]
            if not index.column():
                return self._display.number(line.number)
            return line.cells[index.column() - 1]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles[section - 1] if section else translate("ImportWizard", "Row")
        return None


class PreviewTable(QTableView):
    """`explained(reason)` when a cell with a problem, or another one (""), becomes current."""

    explained = Signal(str)

    def __init__(self, display: Display, *, name: str) -> None:
        super().__init__()
        self.rows = PreviewModel(display)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        lay_rows(self, _ROW)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)

    def show_lines(self, titles: Sequence[str], lines: Sequence[PreviewLine]) -> None:
        """Show other rows, at the same place as far as there is one."""
        at = self.currentIndex()
        row, column = at.row(), at.column()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        widths_stay = list(self.rows.titles) == list(titles) and bool(self.rows.lines)
        self.rows.show_lines(titles, lines)
        if not widths_stay:
            self._fit()
        if 0 <= row < len(lines) and 0 <= column <= len(titles):
            self.setCurrentIndex(self.rows.index(row, column))
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell what is wrong with the cell that is current now."""
        super().currentChanged(current, previous)
        self.explained.emit(self.rows.reason(current) if current.isValid() else "")

    def keyboardSearch(self, search: str) -> None:
        """Ignore letters: this is to be looked at."""

    def _fit(self) -> None:
        header = self.horizontalHeader()
        metrics = QFontMetrics(theme.font())
        header.resizeSection(0, _NUMBER_WIDTH)
        for number, title in enumerate(self.rows.titles):
            lines = self.rows.lines[:_MEASURED]
            widest = max(
                metrics.horizontalAdvance(text)
                for text in (title, *(line.cells[number] for line in lines))
            )
            widest += 2 * _MARGIN + 8
            if any(number in line.problems for line in lines):
                widest += _ICON + 6
            header.resizeSection(number + 1, min(max(widest, _NARROWEST), _WIDEST))


class _Delegate(QStyledItemDelegate):
    def __init__(self, table: PreviewTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        reason = self._table.rows.reason(index)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.save()
        if reason and index.column():
            painter.fillRect(rect, theme.color("red_soft"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("primary"))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))
        inner = rect.adjusted(_MARGIN, 0, -_MARGIN, -1)
        if reason:
            box = QRect(inner.x(), inner.y(), _ICON, inner.height())
            if rtl:
                box.moveRight(inner.right())
                inner.setRight(box.left() - 6)
            else:
                inner.setLeft(box.right() + 6)
            theme.paint_icon(painter, box, "triangle-alert", "red")
        painter.setFont(theme.font())
        role = "red" if reason and index.column() else "ink" if index.column() else "muted"
        painter.setPen(theme.color(role))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(
            str(index.data() or "").replace("\n", " "),
            Qt.TextElideMode.ElideRight,
            inner.width(),
        )
        painter.drawText(
            inner, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(_NARROWEST, _ROW)
