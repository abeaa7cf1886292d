"""The beginning of a table as a table on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.reports.sample import SampleTable

_LINE = 32
_PADDING = 10
_WIDEST = 320
_SAFE = 12  # what the style adds around a text


class SampleView(QTableWidget):
    """As high as its rows; the longest text takes the room that is left, or it scrolls sideways."""

    def __init__(self, sample: SampleTable) -> None:
        super().__init__(len(sample.rows), len(sample.titles))
        self._natural = [self._width(sample, place) for place in range(len(sample.titles))]
        texts = [
            0 if numeric else width
            for numeric, width in zip(sample.numeric, self._natural, strict=True)
        ]
        self._growing = texts.index(max(texts))
        self.setAccessibleName(sample.title)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setStyleSheet(f"QTableWidget::item {{ padding: 0 {_PADDING}px; }}")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_LINE)
        for place, title in enumerate(sample.titles):
            self.setHorizontalHeaderItem(place, self._item(title, numeric=sample.numeric[place]))
        for at, cells in enumerate(sample.rows):
            for place, text in enumerate(cells):
                item = self._item(text.replace("\n", " · "), numeric=sample.numeric[place])
                item.setToolTip(text)
                self.setItem(at, place, item)
        self.setFixedHeight(_LINE * (len(sample.rows) + 1) + 18)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width."""
        super().resizeEvent(event)
        spare = max(0, self.viewport().width() - sum(self._natural))
        for place, width in enumerate(self._natural):
            self.setColumnWidth(place, width + (spare if place == self._growing else 0))

    def _item(self, text: str, *, numeric: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        # Numbers stand under each other by their last digit, whatever the language.
        right = self.isRightToLeft() or numeric
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        item.setTextAlignment(side | absolute)
        return item

    def _width(self, sample: SampleTable, place: int) -> int:
        metrics = QFontMetrics(theme.font())
        texts = [sample.titles[place], *(row[place] for row in sample.rows)]
        widest = max(metrics.horizontalAdvance(text.replace("\n", " · ")) for text in texts)
        return min(widest, _WIDEST) + 2 * _PADDING + _SAFE
