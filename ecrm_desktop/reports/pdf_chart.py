"""Charts on paper, begun where reading begins: the first month stands at the right in Persian."""

from collections.abc import Sequence
from itertools import chain
from math import floor, log10

from ecrm_desktop.reports.layout import Chart, ChartKind, ColumnKind, heading, text_writer
from ecrm_desktop.reports.pdf_flow import Align, Flow
from ecrm_desktop.reports.pdf_page import INK, MUTED, PRIMARY, PRIMARY_SOFT, RULE
from ecrm_desktop.values.money import decimal_places
from ecrm_desktop.values.quantity import ONE

_HEIGHT = 190.0
_AXIS = 62.0  # for the numbers beside the plot
_LABELS = 20.0  # for the labels under it
_SIZE = 7.5
_BAR_ROW = 19.0
_BAR_LABEL = 130.0
_WIDEST_BAR = 34.0
_STEPS = 4


def draw_chart(flow: Flow, chart: Chart) -> None:
    """Draw bars or a line; bars with long names lie on their side."""
    title = heading(chart.title, chart.value_kind, flow.display)
    if not any(chart.values):
        flow.section_title(title, below=40)
        flow.nothing()
        return
    slot = (flow.width - _AXIS) / len(chart.labels)
    widest = max(flow.regular.line(label).width for label in chart.labels) * _SIZE / 1000
    if chart.kind is ChartKind.BAR and widest > slot - 3:
        flow.section_title(title, below=4 * _BAR_ROW)
        _draw_lying_bars(flow, chart)
    else:
        flow.section_title(title, below=_HEIGHT + _LABELS)
        _draw_standing(flow, chart, slot, widest)
    flow.y += 16


def _draw_standing(flow: Flow, chart: Chart, slot: float, widest: float) -> None:
    write = text_writer(chart.value_kind, flow.display)
    values = [float(value or 0) for value in chart.values]
    whole = chart.value_kind is ColumnKind.NUMBER and all(value % 1 == 0 for value in values)
    low, high, step = _scale(values, _unit(flow, chart.value_kind), whole=whole)
    top, plot = flow.y + 14, _HEIGHT - 14

    def height(value: float) -> float:
        return top + plot * (high - value) / (high - low)

    at = low
    while at <= high + step / 2:
        flow.page.rule(flow.x(_AXIS, flow.width - _AXIS), height(at), flow.width - _AXIS, RULE)
        flow.write(
            flow.regular,
            write(_exact(at, chart.value_kind)),
            baseline=height(at) + _SIZE * 0.35,
            size=_SIZE,
            colour=MUTED,
            width=_AXIS - 6,
            align=Align.END,
        )
        at += step
    centres = [flow.x(_AXIS + slot * (i + 0.5), 0) for i in range(len(values))]
    if chart.kind is ChartKind.BAR:
        _bars(flow, centres, [height(v) for v in values], height(0), min(slot * 0.62, _WIDEST_BAR))
    else:
        _line(flow, centres, [height(v) for v in values], height(max(low, 0)))
    texts = [write(value or 0) for value in chart.values]
    widest_value = max(flow.regular.line(text).width for text in texts) * _SIZE / 1000
    if widest_value < slot - 2:
        for i, text in enumerate(texts):
            below = _is_valley(values, i) if chart.kind is ChartKind.LINE else values[i] < 0
            baseline = height(values[i]) + (11 if below else -4.5)
            _under(flow, text, _AXIS + slot * i, slot, baseline, INK)
    every = max(1, -int(-(widest + 4) // slot))
    for i in range(0, len(values), every):
        label, width = chart.labels[i], slot * every
        offset = _AXIS + slot * (i + 0.5) - width / 2
        _under(flow, label, offset, width, top + plot + 13, MUTED)
    flow.y += _HEIGHT + _LABELS


def _bars(
    flow: Flow, centres: Sequence[float], tops: Sequence[float], foot: float, width: float
) -> None:
    for x, top in zip(centres, tops, strict=True):
        flow.page.fill(x - width / 2, min(top, foot), width, abs(foot - top), PRIMARY)


def _line(flow: Flow, centres: Sequence[float], tops: Sequence[float], foot: float) -> None:
    points = list(zip(centres, tops, strict=True))
    flow.page.area([(centres[0], foot), *points, (centres[-1], foot)], PRIMARY_SOFT)
    flow.page.curve(points, PRIMARY)
    for x, y in points:
        flow.page.dot(x, y, 2, PRIMARY)


def _is_valley(values: list[float], place: int) -> bool:
    neighbours = values[max(place - 1, 0) : place] + values[place + 1 : place + 2]
    return all(value > values[place] for value in neighbours)


def _under(
    flow: Flow, text: str, offset: float, width: float, baseline: float, colour: str
) -> None:
    flow.write(
        flow.regular,
        text,
        baseline=baseline,
        size=_SIZE,
        colour=colour,
        offset=offset,
        width=width,
        align=Align.CENTRE,
    )


def _draw_lying_bars(flow: Flow, chart: Chart) -> None:
    write = text_writer(chart.value_kind, flow.display)
    texts = [write(value or 0) for value in chart.values]
    numbers = max(flow.regular.line(text).width for text in texts) * 8.5 / 1000 + 8
    longest = max(abs(value or 0) for value in chart.values)
    room = flow.width - _BAR_LABEL - numbers
    for label, value, text in zip(chart.labels, chart.values, texts, strict=True):
        flow.need(_BAR_ROW)
        baseline = flow.y + 12.5
        length = max(0.0, room * float(value or 0) / float(longest))
        flow.write(flow.regular, label, baseline=baseline, size=8.5, width=_BAR_LABEL - 8)
        flow.page.fill(flow.x(_BAR_LABEL, length), flow.y + 4, length, _BAR_ROW - 8, PRIMARY)
        flow.write(
            flow.regular,
            text,
            baseline=baseline,
            size=8.5,
            colour=MUTED,
            offset=_BAR_LABEL + length + 6,
            width=numbers,
        )
        flow.y += _BAR_ROW


def _unit(flow: Flow, kind: ColumnKind) -> float:
    """Return how many stored units make one of those shown."""
    display = flow.display
    if kind is ColumnKind.MONEY:
        return 10.0 ** decimal_places(display.currency, display.unit)
    if kind is ColumnKind.QUANTITY:
        return float(ONE)
    return 0.01 if kind is ColumnKind.PERCENT else 1.0


def _scale(values: Sequence[float], unit: float, *, whole: bool) -> tuple[float, float, float]:
    """Return lowest and highest number of the axis and the step between, all round numbers.

    Of `whole` things there are no halves on the axis.
    """
    low, high = min(0.0, *values), max(0.0, *values)
    rough = (high - low) / unit / _STEPS
    power = 10.0 ** floor(log10(rough))
    steps = (m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * 0.999)
    step = next(one for one in chain(steps, (1,)) if not whole or one % 1 == 0) * unit
    return floor(low / step) * step, -floor(-high / step) * step, step


def _exact(value: float, kind: ColumnKind) -> float:
    if kind in {ColumnKind.MONEY, ColumnKind.QUANTITY}:
        return round(value)
    return value if kind is ColumnKind.PERCENT or value % 1 else int(value)
