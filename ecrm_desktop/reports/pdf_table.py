"""Tables on paper: columns fitted to what they hold, headers on every page, rows of any length."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from ecrm_desktop.i18n import translate
from ecrm_desktop.reports.layout import (
    Column,
    ColumnKind,
    RunningTotals,
    Table,
    heading,
    text_writer,
)
from ecrm_desktop.reports.pdf_flow import BASELINE, LEADING, Flow
from ecrm_desktop.reports.pdf_page import INK, PRIMARY, PRIMARY_SOFT, RULE, STRIPE
from ecrm_desktop.reports.persian import Line, TextSetter
from ecrm_desktop.values.display import Display

_SIZE = 8.5
_SMALLEST = 5.5
_SIDE = 4.5  # space at both sides of a cell
_ABOVE = 2.5  # space above and below a cell's text
_SAMPLE = 100
_TITLE_LINES = 3
_FEW_LINES = 4
_NARROWEST_TEXT = 62.0
_COMFORTABLE_TEXT = 105.0
_WIDEST_TEXT = 230.0
_NUMBERS = frozenset(
    {
        ColumnKind.NUMBER,
        ColumnKind.MONEY,
        ColumnKind.QUANTITY,
        ColumnKind.PERCENT,
    }
)


class PdfTable:
    """A table whose first rows have been looked at, so that its columns are known to fit."""

    def __init__(self, table: Table, display: Display, measure: TextSetter) -> None:
        rows = iter(table.rows)
        sample = list(islice(rows, _SAMPLE))
        self.table = replace(table, rows=chain(sample, rows))
        self._writers = [text_writer(column.kind, display) for column in table.columns]
        self._titles = [heading(c.title, c.kind, display) for c in table.columns]
        needed = [
            self._needed(place, column, sample, measure)
            for place, column in enumerate(table.columns)
        ]
        self._least = [least for least, _ in needed]
        self._natural = [natural for _, natural in needed]

    @property
    def wanted_width(self) -> float:
        """The width in which no number is made smaller and most texts have one line."""
        return sum(
            min(natural, _COMFORTABLE_TEXT) if column.kind is ColumnKind.TEXT else least
            for column, least, natural in zip(
                self.table.columns, self._least, self._natural, strict=True
            )
        )

    def draw(self, flow: Flow) -> None:
        """Draw title, header, rows and totals; raises Cancelled if the user stops it."""
        widths = self._fitted(flow.width)
        columns = [
            _CellColumn(flow, column, writer, offset, width)
            for column, writer, offset, width in zip(
                self.table.columns, self._writers, _offsets(widths), widths, strict=True
            )
        ]
        flow.section_title(self.table.title, below=90)
        self._header(flow, columns)
        totals = RunningTotals(self.table)
        count = 0
        for row in totals.passing():
            self._row(flow, columns, row, striped=count % 2 == 1)
            flow.pace.row_done()
            count += 1
        if not count:
            flow.nothing()
        elif sums := totals.row():
            self._totals(flow, columns, sums)
        flow.page.rule(flow.x(0, flow.width), flow.y, flow.width, PRIMARY, 0.8)
        flow.y += 14

    def _needed(
        self, place: int, column: Column, sample: Sequence[Sequence[Any]], measure: TextSetter
    ) -> tuple[float, float]:
        """Return the least and the natural width of a column, in points."""
        values: list[Any] = [row[place] for row in sample]
        if column.total:
            seen = sum(value or 0 for value in values)
            values.append(seen * 100 if len(sample) == _SAMPLE else seen)
        if self.table.totals is not None:
            values.append(self.table.totals[place])
        write = self._writers[place]
        sides = 2 * _SIDE + 1
        points = _SIZE / 1000
        widths = [measure.line(write(value)).width for value in values]
        natural = values_width = sides + points * max(widths, default=0)
        title = self._titles[place]
        natural = max(natural, sides + points * measure.line(title).width)
        labels = title.split() or [""]
        if place == 0 and any(one.total for one in self.table.columns):
            labels.append(translate("Reports", "Total"))
        words = sides + points * max(measure.line(word).width for word in labels)
        if column.kind is ColumnKind.TEXT:
            return max(words, min(natural, _NARROWEST_TEXT)), min(natural, _WIDEST_TEXT)
        return max(words, values_width), natural

    def _fitted(self, available: float) -> list[float]:
        """Share the paper's width: first what is needed, then by weight, then all evenly."""
        widths = list(self._least)
        if sum(widths) > available:
            return [width * available / sum(widths) for width in widths]
        columns = self.table.columns
        growing = {i for i, width in enumerate(widths) if self._natural[i] > width}
        while growing and (left := available - sum(widths)) > 0.01:  # noqa: PLR2004 - rounding
            weights = sum(columns[i].weight for i in growing)
            for i in list(growing):
                widths[i] += left * columns[i].weight / weights
                if widths[i] >= self._natural[i]:
                    widths[i] = self._natural[i]
                    growing.remove(i)
        spare = max(0.0, available - sum(widths)) / sum(widths)
        return [width * (1 + spare) for width in widths]

    def _header(self, flow: Flow, columns: Sequence["_CellColumn"]) -> None:
        cells = [
            column.label(flow.bold, title)
            for column, title in zip(columns, self._titles, strict=True)
        ]
        height = _height(max(len(lines) for lines, _ in cells))
        flow.need(height)
        flow.page.fill(flow.x(0, flow.width), flow.y, flow.width, height, PRIMARY_SOFT)
        for column, (lines, size) in zip(columns, cells, strict=True):
            column.draw(lines, size, PRIMARY)
        flow.y += height

    def _row(
        self, flow: Flow, columns: Sequence["_CellColumn"], row: Sequence[Any], *, striped: bool
    ) -> None:
        cells = [column.set(flow.regular, v) for column, v in zip(columns, row, strict=True)]
        longest = max([len(lines) for lines, _ in cells])
        height = _height(longest)
        if flow.room < height and (height < flow.full_room / 2 or flow.room < _height(_FEW_LINES)):
            flow.new_page()
            self._header(flow, columns)
        while flow.room < height:  # a very long row goes on upon the next page
            fitting = int((flow.room - 2 * _ABOVE) / (_SIZE * LEADING))
            for column, (lines, size) in zip(columns, cells, strict=True):
                column.draw(lines[:fitting], size, INK)
            cells = [(lines[fitting:], size) for lines, size in cells]
            longest -= fitting
            height = _height(longest)
            flow.new_page()
            self._header(flow, columns)
        left = flow.x(0, flow.width)
        if striped:
            flow.page.fill(left, flow.y + 0.25, flow.width, height - 0.25, STRIPE)
        for column, (lines, size) in zip(columns, cells, strict=True):
            column.draw(lines, size, INK)
        flow.y += height
        flow.page.rule(left, flow.y, flow.width, RULE)

    def _totals(self, flow: Flow, columns: Sequence["_CellColumn"], sums: Sequence[Any]) -> None:
        cells = [column.set(flow.bold, value) for column, value in zip(columns, sums, strict=True)]
        if sums[0] is None:
            cells[0] = columns[0].label(flow.bold, translate("Reports", "Total"))
        height = _height(max([len(lines) for lines, _ in cells])) + 2
        if flow.room < height:
            flow.new_page()
            self._header(flow, columns)
        left = flow.x(0, flow.width)
        flow.page.fill(left, flow.y, flow.width, height, PRIMARY_SOFT)
        flow.page.rule(left, flow.y, flow.width, PRIMARY, 0.8)
        flow.y += 1
        for column, (lines, size) in zip(columns, cells, strict=True):
            column.draw(lines, size, INK)
        flow.y += height - 1


class _CellColumn:
    """Where one column's cells stand and how its values are written."""

    def __init__(
        self,
        flow: Flow,
        column: Column,
        write: Callable[[Any], str],
        offset: float,
        width: float,
    ) -> None:
        self.inner = width - 2 * _SIDE
        self._flow = flow
        self._write = write
        self._wraps = column.kind is ColumnKind.TEXT
        self._to_right = flow.rtl or column.kind in _NUMBERS
        self._left = flow.x(offset + _SIDE, self.inner)

    def set(self, setter: TextSetter, value: Any) -> tuple[Sequence[Line], float]:
        """Return a value's lines and their size: text is wrapped, all else is made smaller."""
        text = self._write(value)
        if not text:
            return (), _SIZE
        width = self.inner * 1000
        if self._wraps:
            return setter.lines(text, width / _SIZE), _SIZE
        line = setter.line(text)
        size = min(_SIZE, width / max(line.width, 1))
        if size < _SMALLEST:
            return setter.lines(text, width / _SMALLEST), _SMALLEST
        return (line,), size

    def label(self, setter: TextSetter, text: str) -> tuple[Sequence[Line], float]:
        """Return a few words' lines and their size, in which no word is broken."""
        width = self.inner * 1000
        longest = max((setter.line(word).width for word in text.split()), default=0)
        size = min(_SIZE, width / max(longest, 1))
        return setter.lines(text, width / size)[:_TITLE_LINES], size

    def draw(self, lines: Iterable[Line], size: float, colour: str) -> None:
        flow = self._flow
        baseline = flow.y + _ABOVE + _SIZE * BASELINE
        for line in lines:
            x = self._left
            if self._to_right:
                x += self.inner - line.width * size / 1000
            flow.page.text(line, x, baseline, size, colour)
            baseline += _SIZE * LEADING


def _height(lines: int) -> float:
    return max(lines, 1) * _SIZE * LEADING + 2 * _ABOVE


def _offsets(widths: Sequence[float]) -> Iterator[float]:
    offset = 0.0
    for width in widths:
        yield offset
        offset += width
