"""Bars or a line over time or over names."""

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.ui import theme

if TYPE_CHECKING:
    from ecrm_desktop.ui.widgets.chart_plot import ChartPlot


class _PlotImport(QObject):
    """Imports pyqtgraph and numpy beside the window's thread, which 0.4 s of it would block."""

    over = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_over = False
        self._thread = threading.Thread(target=self.run, name="chart", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def run(self) -> None:
        from ecrm_desktop.ui.widgets import chart_plot  # noqa: F401, PLC0415 - not at the start

        self.is_over = True
        self.over.emit()


_plot_import: _PlotImport | None = None


def import_plot() -> None:
    """Import now what charts are drawn with, so that the first one is drawn at once."""
    global _plot_import  # noqa: PLW0603 - one process imports it once
    _plot_import = _PlotImport()
    _plot_import.run()


def _await_plot(then: Callable[[], None]) -> bool:
    """Return whether charts can be drawn at once; if not, `then` is called when they can."""
    global _plot_import  # noqa: PLW0603 - one process imports it once
    if _plot_import is None:
        _plot_import = _PlotImport()
        _plot_import.over.connect(then)
        _plot_import.start()
        return False
    if not _plot_import.is_over:
        _plot_import.over.connect(then)
    return _plot_import.is_over


class Chart(QWidget):
    """A chart without zoom or menus; in Persian the first value stands at the right.

    `format_value` turns a value into its text for the axis and the tool tip.
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
        self._plot: ChartPlot | None = None
        self._shown: tuple[list[str], list[float], int] = ([], [], 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._colors = theme.tokens()

    def sizeHint(self) -> QSize:
        """Ask for less than pyqtgraph would, which wants half a screen."""
        return QSize(400, 230)

    def show_values(
        self, labels: Sequence[str], values: Sequence[float], *, forecast: int = 0
    ) -> None:
        """Draw these values, the first one where reading starts; the last `forecast` ones paler."""
        self._shown = (list(labels), list(values), forecast)
        descriptions = (
            f"{label}: {self._format(value)}" for label, value in zip(labels, values, strict=True)
        )
        self.setAccessibleDescription("\n".join(descriptions))
        if _await_plot(self._draw):
            self._draw()

    def _draw(self) -> None:
        if self._plot is None:
            from ecrm_desktop.ui.widgets.chart_plot import ChartPlot  # noqa: PLC0415 - see above

            self._plot = ChartPlot(self._format, line=self._line)
            self._column.addWidget(self._plot)
        labels, values, forecast = self._shown
        self._plot.show_values(labels, values, forecast=forecast)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new colours when the desktop turns dark or light."""
        super().changeEvent(event)
        if self._plot is not None and self._colors is not theme.tokens():
            self._colors = theme.tokens()
            self._plot.draw()
