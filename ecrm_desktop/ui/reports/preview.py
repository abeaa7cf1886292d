"""What a report will say: its figures, a chart and the beginning of its tables."""

from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.reports.layout import ColumnKind
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.reports.sample import Sample, SampleChart, SampleTable
from ecrm_desktop.ui.reports.sample_view import SampleView
from ecrm_desktop.ui.widgets.chart import Chart
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.figure_card import FigureCard
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.compact import compact_amount
from ecrm_desktop.values.display import Display

_FIGURES_IN_ROW = 4
_CHART_HEIGHT = 220
_SHOWN_TABLES = 2


class Preview(ScrollArea):
    """Shows a sample; until one arrives it says that the report is being worked out."""

    def __init__(self, display: Display) -> None:
        super().__init__()
        self._display = display

    def wait(self) -> None:
        """Say that the report is being worked out."""
        self._show(Label(translate("ReportsPage", "Working it out…"), "muted"))

    def say(self, icon: str, title: str, text: str = "") -> None:
        """Show a sentence instead of a report."""
        self._show(EmptyState(icon, title, text))

    def show_sample(self, sample: Sample) -> None:
        """Show the beginning of a report."""
        if not any(table.rows for table in sample.tables):
            self.say(
                "file-text",
                translate("ReportsPage", "There is nothing in this period"),
                translate("ReportsPage", "Choose other days above."),
            )
            return
        parts: list[QWidget | QLayout] = []
        if sample.facts:
            parts.append(self._figures(sample))
        if sample.chart is not None and any(sample.chart.values):
            parts.append(self._chart(sample.chart))
        shown = [table for table in sample.tables if table.rows][:_SHOWN_TABLES]
        parts += [self._table(table) for table in shown]
        self._show(*parts)

    def _show(self, *parts: QWidget | QLayout) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        beside_bar = (theme.S, 0) if self.isRightToLeft() else (0, theme.S)
        column.setContentsMargins(beside_bar[0], 0, beside_bar[1], theme.S)
        column.setSpacing(theme.M)
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addStretch()
        self.show_contents(inner)

    def _figures(self, sample: Sample) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.S)
        for place, (label, text) in enumerate(sample.facts):
            card = FigureCard(label)
            card.show_figure(text or "—")
            grid.addWidget(card, place // _FIGURES_IN_ROW, place % _FIGURES_IN_ROW)
        for column in range(_FIGURES_IN_ROW):
            grid.setColumnStretch(column, 1)
        return grid

    def _chart(self, sample: SampleChart) -> QWidget:
        chart = Chart(
            format_value=self._money if sample.kind is ColumnKind.MONEY else self._number,
            line=sample.line,
            name=sample.title,
        )
        chart.setFixedHeight(_CHART_HEIGHT)
        chart.show_values(sample.labels, sample.values)
        return _titled(sample.title, chart)

    def _table(self, sample: SampleTable) -> QWidget:
        card = _titled(sample.title, SampleView(sample))
        if sample.more:
            more = translate(
                "ReportsPage",
                "These are the first {count} lines; the file has all of them.",
                count=self._display.number(len(sample.rows)),
            )
            layout = card.layout()
            if layout is not None:
                layout.addWidget(Label(more, "muted"))
        return card

    def _money(self, amount: float) -> str:
        return compact_amount(amount, self._display)

    def _number(self, number: float) -> str:
        return self._display.number(round(number))


def _titled(title: str, content: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
    column.setSpacing(theme.XS)
    column.addWidget(Label(title, "heading"))
    column.addWidget(content)
    return card
