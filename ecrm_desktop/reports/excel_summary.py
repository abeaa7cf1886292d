"""What is not a table: facts, text and native charts, one below the other on one sheet."""

from collections.abc import Sequence

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.shapes import GraphicalProperties

from ecrm_desktop.reports.excel_sheet import ReportSheet
from ecrm_desktop.reports.excel_values import sheet_columns
from ecrm_desktop.reports.layout import Chart, ChartKind, ColumnKind, Facts, Groups, Paragraph
from ecrm_desktop.values.display import Display
from ecrm_desktop.xlsx import PRIMARY

WIDTHS = (28.0, 36.0, 4.0)
_CHART_ROWS = 16
_CHART_WIDTH, _CHART_HEIGHT = 20, 8  # cm


def write_summary(
    sheet: ReportSheet, sections: Sequence[Facts | Chart | Paragraph | Groups], display: Display
) -> None:
    """Write the sections in their order."""
    for section in sections:
        match section:
            case Facts():
                _write_facts(sheet, section, display)
            case Chart():
                _write_chart(sheet, section, display)
            case Paragraph():
                for line in section.text.splitlines():
                    sheet.append([sheet.prose(line, wrap=False)])
            case Groups():
                sheet.append([sheet.title(section.title)])
                for group in section.groups:
                    sheet.append([sheet.text(display.digits(group))])
        sheet.append([])


def _write_facts(sheet: ReportSheet, facts: Facts, display: Display) -> None:
    sheet.append([sheet.title(facts.title)])
    for fact in facts.facts:
        for column in sheet_columns([(fact.label, fact.kind)], display):
            cells = [sheet.label(column.title)]
            if fact.value is not None and fact.kind is ColumnKind.TEXT:
                cells.append(sheet.prose(column.convert(fact.value), wrap=True))
            elif fact.value is not None:
                cells.append(sheet.writer(column)(fact.value))
            sheet.append(cells)


def _write_chart(sheet: ReportSheet, chart: Chart, display: Display) -> None:
    """Write the values, and beside them the chart that Excel draws from them."""
    [column] = sheet_columns([(chart.title, chart.value_kind)], display)
    sheet.append([sheet.title(column.title)])
    first = sheet.row + 1
    write = sheet.writer(column)
    for label, value in zip(chart.labels, chart.values, strict=True):
        cells = [sheet.text(label)]
        if value is not None:
            cells.append(write(value))
        sheet.append(cells)
    last = sheet.row
    if not chart.values:
        return
    drawing = BarChart() if chart.kind is ChartKind.BAR else LineChart()
    drawing.add_data(Reference(sheet.page, min_col=2, min_row=first, max_row=last))
    drawing.set_categories(Reference(sheet.page, min_col=1, min_row=first, max_row=last))
    drawing.title = column.title
    drawing.legend = None
    drawing.width, drawing.height = _CHART_WIDTH, _CHART_HEIGHT
    # Excel shows no axis unless it is told that it was not deleted.
    drawing.x_axis.delete = drawing.y_axis.delete = False
    if sheet.right_to_left:
        drawing.x_axis.scaling.orientation = "maxMin"
    [series] = drawing.series
    series.graphicalProperties = GraphicalProperties(solidFill=PRIMARY)
    series.graphicalProperties.line.solidFill = PRIMARY
    series.smooth = False
    sheet.page.add_chart(drawing, f"D{first - 1}")
    while sheet.row < first + _CHART_ROWS:
        sheet.append([])
