"""The pages of a PDF one below the other, of which only the visible ones are drawn."""

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from itertools import accumulate

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.pdf_pages import PdfPages

_GAP = 14
_KEPT = 6
_SMALLEST, _LARGEST, _STEP = 0.4, 4.0, 1.25
_NATURAL = 96 / 72  # logical pixels a point


class PageView(QAbstractScrollArea):
    """Fits the width until somebody zooms. `page_changed(number)`, from 1, as it is scrolled."""

    page_changed = Signal(int)

    def __init__(self, pages: PdfPages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._zoom: float | None = None
        self._current = 1
        self._widest = max(pages.size(page).width() for page in range(len(pages)))
        # Where each page begins and the last one ends, for one scale.
        self._tops: list[int] = []
        self._tops_for = 0.0
        self._images: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The scroll bar stands where it stands in the rest of the window; pages know no direction.
        self.viewport().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.verticalScrollBar().valueChanged.connect(self._emit_page)

    @property
    def current(self) -> int:
        """The number of the page in the middle, from 1."""
        return self._current

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self._set_zoom(self._scale() * _STEP)

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self._set_zoom(self._scale() / _STEP)

    def go_to(self, page: int) -> None:
        """Show the top of a page, from 1; of the first or last one if there is none."""
        page = min(max(page, 1), len(self._pages))
        self.verticalScrollBar().setValue(self._measured_tops()[page - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages by the keys people try."""
        keys = {
            Qt.Key.Key_PageDown: self._current + 1,
            Qt.Key.Key_PageUp: self._current - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: len(self._pages),
        }
        bar = self.verticalScrollBar()
        if (page := keys.get(Qt.Key(event.key()))) is not None:
            self.go_to(page)
        elif event.key() == Qt.Key.Key_Down:
            bar.setValue(bar.value() + bar.singleStep())
        elif event.key() == Qt.Key.Key_Up:
            bar.setValue(bar.value() - bar.singleStep())
        elif event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_in()
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_out()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            self.zoom_in()
        else:
            self.zoom_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that are in sight."""
        viewport = self.viewport()
        painter = QPainter(viewport)
        painter.fillRect(viewport.rect(), theme.color("grey_soft"))
        first = bisect_right(self._measured_tops(), self.verticalScrollBar().value()) - 1
        for page in range(first, len(self._pages)):
            rect = self._rect(page)
            if rect.top() > viewport.height():
                break
            painter.drawImage(rect, self._image(page))
            painter.setPen(theme.color("outline"))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        painter.end()

    def _image(self, page: int) -> QImage:
        scale = self._scale() * self.devicePixelRatioF()
        key = (page, round(scale, 4))
        found = self._images.pop(key, None) or self._pages.image(page, scale)
        self._images[key] = found
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        return found

    def _scale(self) -> float:
        """Return logical pixels a point."""
        if self._zoom is not None:
            return self._zoom
        fitting = (self.viewport().width() - 2 * _GAP) / self._widest
        return max(_SMALLEST, min(fitting, _NATURAL * 1.1))

    def _set_zoom(self, zoom: float) -> None:
        bar = self.verticalScrollBar()
        place = bar.value() / max(bar.maximum(), 1)
        self._zoom = min(max(zoom, _SMALLEST), _LARGEST)
        self._measure()
        bar.setValue(round(place * bar.maximum()))
        self.viewport().update()

    def _measure(self) -> None:
        view = self.viewport().size()
        height = self._measured_tops()[-1]
        widest = self._widest * self._scale()
        for bar, whole, seen in (
            (self.verticalScrollBar(), height, view.height()),
            (self.horizontalScrollBar(), round(widest) + 2 * _GAP, view.width()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(40)
        self._emit_page()

    def _measured_tops(self) -> list[int]:
        """Return where each page begins and, at the end, where the last one ends."""
        scale = self._scale()
        if scale != self._tops_for:
            sizes = map(self._pages.size, range(len(self._pages)))
            heights = (round(size.height() * scale) + _GAP for size in sizes)
            self._tops, self._tops_for = list(accumulate(heights, initial=0)), scale
        return self._tops

    def _rect(self, page: int) -> QRect:
        scale = self._scale()
        size = self._pages.size(page)
        width, height = round(size.width() * scale), round(size.height() * scale)
        x = (self.viewport().width() - width) // 2
        if x < _GAP:
            x = _GAP - self.horizontalScrollBar().value()
        y = self._measured_tops()[page] + _GAP - self.verticalScrollBar().value()
        return QRect(x, y, width, height)

    def _emit_page(self) -> None:
        self.viewport().update()
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        current = bisect_left(self._measured_tops(), middle, lo=1, hi=len(self._pages))
        if current != self._current:
            self._current = current
            self.page_changed.emit(current)
