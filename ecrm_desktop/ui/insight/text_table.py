"""A short table of texts that is as high as its rows."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.table import lay_rows

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class TextTable(QTableView):
    """Scrolls with what it stands in; the keyboard moves through its cells."""

    def __init__(self, columns: Sequence[str], rows: Sequence[Sequence[str]], *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(_Texts(columns, rows, self))
        lay_rows(self, theme.ROW_HEIGHT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(_START)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        frame = 2 * self.frameWidth()
        rows = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height()
        return QSize(super().sizeHint().width(), rows + frame)

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing of it is ever hidden."""
        return QSize(1, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what the table stands in."""
        event.ignore()


class _Texts(QAbstractTableModel):
    def __init__(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], parent: TextTable
    ) -> None:
        super().__init__(parent)
        self._columns, self._rows = columns, rows

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _START
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._rows[index.row()][index.column()]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        if orientation == Qt.Orientation.Horizontal and role in shown:
            return self._columns[section]
        return None
