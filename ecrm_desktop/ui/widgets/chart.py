"""Bars or a line over time or over names."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.ui import theme

if TYPE_CHECKING:
    from ecrm_desktop.ui.widgets.chart_plot import ChartPlot


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
        if self._plot is None:
            # 0.3 s of imports that a window without a chart is spared.
            from ecrm_desktop.ui.widgets.chart_plot import ChartPlot  # noqa: PLC0415

            self._plot = ChartPlot(self._format, line=self._line)
            self._column.addWidget(self._plot)
        self._plot.show_values(labels, values, forecast=forecast)
        told = (
            f"{label}: {self._format(value)}" for label, value in zip(labels, values, strict=True)
        )
        self.setAccessibleDescription("\n".join(told))

    def changeEvent(self, event: QEvent) -> None:
        """Take the new colours when the desktop turns dark or light."""
        super().changeEvent(event)
        if self._plot is not None and self._colors is not theme.tokens():
            self._colors = theme.tokens()
            self._plot.draw()
