"""Bars or a line over time or over names."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ecrm_desktop.ui import theme


class Chart(QWidget):
    """A chart without zoom or menus; in Persian the first value stands at the right.

    `format` turns a value into its text for the axis and the tooltip.
    """

    def __init__(
        self,
        *,
        format_value: Callable[[float], str],
        line: bool = False,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumHeight(140)
        self._format = format_value
        self._line = line
        self._labels: list[str] = []
        self._values: list[float] = []
        self._plot: Any = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._place = QStackedLayout()
        column.addLayout(self._place)

    def show_values(self, labels: Sequence[str], values: Sequence[float]) -> None:
        """Draw these values, the first one where reading starts."""
        self._labels, self._values = list(labels), list(values)
        self._draw()

    def _draw(self) -> None:
        # 0.3 s of imports that a window without a chart is spared.
        import pyqtgraph as pg  # noqa: PLC0415

        if self._plot is None:
            pg.setConfigOptions(antialias=True)
            self._plot = pg.PlotWidget(parent=self, background=None)
            self._plot.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self._plot.setMenuEnabled(False)
            self._plot.hideButtons()
            self._plot.setMouseEnabled(x=False, y=False)
            self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            # The wheel belongs to the page, not to the chart.
            self._plot.wheelEvent = lambda event: event.ignore()
            self._place.addWidget(self._plot)
        plot = self._plot.getPlotItem()
        plot.clear()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        plot.getViewBox().invertX(rtl)
        near, far = ("right", "left") if rtl else ("left", "right")
        plot.showAxis(near)
        plot.hideAxis(far)
        top = max(self._values, default=0) or 1
        ticks = [(top * part / 4, self._format(top * part / 4)) for part in range(5)]
        axis = plot.getAxis(near)
        axis.setTicks([ticks])
        bottom = plot.getAxis("bottom")
        bottom.setTicks([list(enumerate(self._labels))])
        for one in (axis, bottom):
            one.setStyle(tickFont=theme.font(11), tickLength=0)
            one.setTextPen(theme.color("muted"))
            one.setPen(QPen(Qt.PenStyle.NoPen))
        for height, _ in ticks[1:]:
            plot.addItem(pg.InfiniteLine(height, angle=0, pen=theme.color("line")))
        places = list(range(len(self._values)))
        if self._line:
            pen = pg.mkPen(theme.color("primary"), width=2.5)
            plot.plot(places, self._values, pen=pen, symbol="o", symbolSize=6, symbolPen=pen)
        else:
            brush = theme.color("fill")
            plot.addItem(
                pg.BarGraphItem(x=places, height=self._values, width=0.6, brush=brush, pen=brush)
            )
        plot.setXRange(-0.6, max(len(places), 1) - 0.4, padding=0)
        plot.setYRange(0, top * 1.05, padding=0)
        self._plot.setToolTip(
            "\n".join(
                f"{label}: {self._format(value)}"
                for label, value in zip(self._labels, self._values, strict=True)
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Take the new colours when the desktop turns dark or light."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._plot is not None:
            self._draw()
