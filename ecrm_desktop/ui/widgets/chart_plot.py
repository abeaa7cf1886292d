"""What draws a chart; imported when the first chart is shown."""

import re
from collections.abc import Callable, Sequence
from html import escape
from itertools import pairwise
from math import ceil, floor, log10

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QToolTip, QWidget

from ecrm_desktop.ui import theme

_BAR_SHARE = 0.6
_BAR_MOST = 48
_ROUND = 3
_POINT = 3.5
_PALE = 0.35
_SMALLEST_SPAN = 1e-9  # amounts and counts are whole; floats near 0 have no logarithm
_TICKS = 4
_ABOVE = 6
_RTL_LETTER = re.compile("[\u0590-\u08ff]")


class _Values(pg.GraphicsObject):
    """Bars or a line with points, drawn in pixels so that corners stay round."""

    def __init__(self, values: Sequence[float], *, line: bool, forecast: int) -> None:
        super().__init__()
        self.values = list(values)
        self.hovered = -1
        self._line = line
        self._sure = len(self.values) - forecast

    def boundingRect(self) -> QRectF:
        low, high = min(0.0, *self.values, 0.0), max(0.0, *self.values, 0.0)
        return QRectF(-0.5, low, max(len(self.values), 1), (high - low) or 1.0)

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        to_pixels = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = [to_pixels.map(QPointF(at, value)) for at, value in enumerate(self.values)]
        ground = to_pixels.map(QPointF(0, 0)).y()
        if self._line:
            self._paint_line(painter, points)
        else:
            slot = abs(to_pixels.map(QPointF(1, 0)).x() - to_pixels.map(QPointF(0, 0)).x())
            width = min(slot * _BAR_SHARE, _BAR_MOST)
            for at, point in enumerate(points):
                self._paint_bar(painter, at, point, ground, width)
        painter.restore()

    def _paint_bar(
        self, painter: QPainter, at: int, top: QPointF, ground: float, width: float
    ) -> None:
        color = theme.color("fill_hover" if at == self.hovered else "fill")
        if at >= self._sure:
            color.setAlphaF(_PALE)
        bar = QRectF(top.x() - width / 2, min(top.y(), ground), width, abs(ground - top.y()))
        corner = min(_ROUND, bar.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(bar, corner, corner)

    def _paint_line(self, painter: QPainter, points: list[QPointF]) -> None:
        pen = QPen(theme.color("primary"), 2.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        for at, (start, end) in enumerate(pairwise(points)):
            pen.setStyle(Qt.PenStyle.DotLine if at + 1 >= self._sure else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.drawLine(start, end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("primary"))
        for at, point in enumerate(points):
            radius = _POINT * (1.5 if at == self.hovered else 1)
            painter.drawEllipse(point, radius, radius)


class ChartPlot(pg.PlotWidget):
    """Axes, grid and values of one chart, and what the mouse is over."""

    _drawn: _Values | None = None  # asked for while pyqtgraph's own constructor runs

    def __init__(self, format_value: Callable[[float], str], *, line: bool) -> None:
        super().__init__(background=None)
        self._format = format_value
        self._line = line
        self._labels: list[str] = []
        self._values: list[float] = []
        self._forecast = 0
        self._right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(x=False, y=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        plot = self.getPlotItem()
        # The plot's own layout would swap the axes of a right-to-left program once more.
        plot.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        plot.getViewBox().invertX(self._right_to_left)
        start, end = ("right", "left") if self._right_to_left else ("left", "right")
        plot.showAxis(start)
        plot.hideAxis(end)
        self._heights, self._names = plot.getAxis(start), plot.getAxis("bottom")
        # Half of the highest number stands above its line.
        plot.layout.setContentsMargins(0, _ABOVE, 0, 0)
        self._heights.setStyle(hideOverlappingLabels=False)

    def show_values(self, labels: Sequence[str], values: Sequence[float], *, forecast: int) -> None:
        """Draw other values."""
        self._labels, self._values, self._forecast = list(labels), list(values), forecast
        self.draw()

    def draw(self) -> None:
        """Draw the values in the colours in use."""
        plot = self.getPlotItem()
        plot.clear()
        ticks = nice_ticks(min(self._values, default=0), max(self._values, default=0))
        for height in ticks:
            pen = pg.mkPen(theme.color("outline" if height == 0 else "line"), width=1)
            plot.addItem(pg.InfiniteLine(height, angle=0, pen=pen))
        for axis in (self._heights, self._names):
            axis.setStyle(tickFont=_tick_font(), tickLength=0, tickAlpha=0)
            axis.setTextPen(theme.color("muted"))
            axis.setPen(QPen(Qt.PenStyle.NoPen))
        self._heights.setTicks([[(height, _steady(self._format(height))) for height in ticks]])
        self._show_names()
        self._drawn = _Values(self._values, line=self._line, forecast=self._forecast)
        plot.addItem(self._drawn)
        plot.setXRange(-0.6, max(len(self._values), 1) - 0.4, padding=0)
        plot.setYRange(ticks[0], ticks[-1], padding=0.02)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name as many places as fit."""
        super().resizeEvent(event)
        if self._drawn is not None:
            self._show_names()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the value below the mouse."""
        at = self.value_at(event.position())
        self._hover(at)
        if at >= 0:
            text = f"{self._labels[at]}: {self._format(self._values[at])}"
            # A product called `<b>` is a name, not markup.
            tip = f"<span>{escape(text)}</span>"
            QToolTip.showText(event.globalPosition().toPoint(), tip, self)
        else:
            QToolTip.hideText()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell nothing any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def value_at(self, place: QPointF) -> int:
        """Return which value is below a place of the widget, -1 for none."""
        view = self.getPlotItem().getViewBox()
        at = round(view.mapSceneToView(self.mapToScene(place.toPoint())).x())
        return at if 0 <= at < len(self._values) else -1

    def _hover(self, at: int) -> None:
        if self._drawn is not None and self._drawn.hovered != at:
            self._drawn.hovered = at
            self._drawn.update()

    def _show_names(self) -> None:
        if not self._labels:
            self._names.setTicks([[]])
            return
        metrics = QFontMetrics(_tick_font())
        widest = max(metrics.horizontalAdvance(label) for label in self._labels) + theme.S
        room = max(1, self.width() - 60) / len(self._labels)
        step = max(1, ceil(widest / room))
        names = [(at, _steady(label)) for at, label in enumerate(self._labels)]
        self._names.setTicks([names[::step]])


def nice_ticks(low: float, high: float) -> list[float]:
    """Return round heights from at most 0 to at least `high`, about four steps apart."""
    low, high = min(low, 0.0), max(high, 0.0)
    span = high - low
    if span < _SMALLEST_SPAN:
        return [0.0, 1.0]
    power = 10 ** floor(log10(span / _TICKS))
    step = next(one * power for one in (1, 2, 2.5, 5, 10) if one * power >= span / _TICKS)
    first, last = floor(low / step), max(ceil(high / step), 1)
    return [at * step for at in range(first, last + 1)]


def _tick_font() -> QFont:
    return theme.font(11)


def _steady(text: str) -> str:
    """Return a text for an axis, whose spaces stay between its words.

    An axis is recorded run by run and drawn later; a space at the edge of a run right to left
    would then go to the other side of its word.
    """
    return text.replace(" ", "\u200f \u200f") if _RTL_LETTER.search(text) else text
