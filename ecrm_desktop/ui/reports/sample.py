"""The beginning of a report, read to be looked at before it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ecrm_desktop.reports.layout import (
    Chart,
    ChartKind,
    ColumnKind,
    Facts,
    Report,
    Table,
    fact_text,
    heading,
    text_writer,
)

_ROWS = 50
_NUMBERS = frozenset({ColumnKind.NUMBER, ColumnKind.MONEY, ColumnKind.QUANTITY, ColumnKind.PERCENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleChart:
    """The first chart of a report; values are raw."""

    title: str
    labels: Sequence[str]
    values: Sequence[float]
    kind: ColumnKind
    line: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleTable:
    """The first rows of a table as text; `more` if there are others."""

    title: str
    titles: Sequence[str]
    numeric: Sequence[bool]
    rows: Sequence[Sequence[str]]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The last group of facts, which are figures, the first chart and the tables' beginnings."""

    title: str
    facts: Sequence[tuple[str, str]]
    chart: SampleChart | None
    tables: Sequence[SampleTable]


def sample_of(report: Report) -> Sample:
    """Read as much of a report as a preview shows; its session must still be open."""
    facts = [one for one in report.sections if isinstance(one, Facts)]
    charts = [one for one in report.sections if isinstance(one, Chart)]
    tables = [one for one in report.sections if isinstance(one, Table)]
    return Sample(
        title=report.title,
        facts=[
            (fact.label, fact_text(fact, report.display))
            for group in facts[-1:]
            for fact in group.facts
        ],
        chart=_chart(charts[0], report) if charts else None,
        tables=[_table(table, report) for table in tables],
    )


def _chart(chart: Chart, report: Report) -> SampleChart:
    return SampleChart(
        title=heading(chart.title, chart.value_kind, report.display),
        labels=chart.labels,
        values=[float(value or 0) for value in chart.values],
        kind=chart.value_kind,
        line=chart.kind is ChartKind.LINE,
    )


def _table(table: Table, report: Report) -> SampleTable:
    writers = [text_writer(column.kind, report.display) for column in table.columns]
    rows: list[Sequence[Any]] = list(islice(table.rows, _ROWS + 1))
    return SampleTable(
        title=table.title,
        titles=[heading(one.title, one.kind, report.display) for one in table.columns],
        numeric=[column.kind in _NUMBERS for column in table.columns],
        rows=[
            [write(value) for write, value in zip(writers, row, strict=True)]
            for row in rows[:_ROWS]
        ],
        more=len(rows) > _ROWS,
    )
