"""Labelled values and running text on paper."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ecrm_desktop.reports.layout import Facts, Paragraph, fact_text
from ecrm_desktop.reports.pdf_flow import BASELINE, LEADING, SIZE, Align, Flow, shortened
from ecrm_desktop.reports.pdf_page import INK, MUTED, PRIMARY, RULE
from ecrm_desktop.reports.persian import Line

_LABEL = 92.0
_GAP = 14.0  # between two pairs in one row
_ABOVE = 3.0
_LINE = SIZE * LEADING


class _Pair(NamedTuple):
    label: Line
    values: Sequence[Line]


def draw_facts(flow: Flow, facts: Facts) -> None:
    """Draw the facts two in a row, one that needs more than a line in a row of its own."""
    flow.section_title(facts.title, below=60)
    flow.page.rule(flow.x(0, flow.width), flow.y, flow.width, PRIMARY, 0.8)
    half = (flow.width - _GAP) / 2
    for row in _rows(flow, facts, half):
        _draw_row(flow, row, half + _GAP)
    flow.y += 14


def draw_paragraph(flow: Flow, paragraph: Paragraph) -> None:
    """Draw text over as many pages as it needs."""
    for line in flow.regular.lines(paragraph.text, flow.width * 1000 / SIZE):
        flow.need(_LINE)
        _draw_line(flow, line, 0, flow.width, INK)
        flow.y += _LINE
    flow.y += 8


def _rows(flow: Flow, facts: Facts, half: float) -> Iterator[list[_Pair]]:
    waiting: list[_Pair] = []
    for fact in facts.facts:
        label = shortened(flow.regular, fact.label, (_LABEL - 6) * 1000 / SIZE)
        text = fact_text(fact, flow.display) or "—"
        values = flow.regular.lines(text, (half - _LABEL) * 1000 / SIZE)
        if len(values) > 1:
            if waiting:
                yield waiting
            waiting = []
            yield [_Pair(label, flow.regular.lines(text, (flow.width - _LABEL) * 1000 / SIZE))]
            continue
        waiting.append(_Pair(label, values))
        if len(waiting) == 2:  # noqa: PLR2004 - two in a row
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _draw_row(flow: Flow, row: Sequence[_Pair], step: float) -> None:
    flow.need(_LINE + 2 * _ABOVE)
    flow.y += _ABOVE
    for place, pair in enumerate(row):
        _draw_line(flow, pair.label, place * step, _LABEL, MUTED)
        _draw_line(flow, pair.values[0], place * step + _LABEL, flow.width, INK)
    flow.y += _LINE
    for line in row[0].values[1:]:
        flow.need(_LINE)
        _draw_line(flow, line, _LABEL, flow.width - _LABEL, INK)
        flow.y += _LINE
    flow.y += _ABOVE
    flow.page.rule(flow.x(0, flow.width), flow.y, flow.width, RULE)


def _draw_line(flow: Flow, line: Line, offset: float, width: float, colour: str) -> None:
    flow.put(
        line,
        offset=offset,
        width=width,
        baseline=flow.y + SIZE * BASELINE,
        size=SIZE,
        colour=colour,
        align=Align.START,
    )
