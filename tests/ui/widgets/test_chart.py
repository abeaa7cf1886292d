"""A chart begins where reading begins, names heights in round numbers and survives odd values."""

from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.chart import Chart
from ecrm_desktop.ui.widgets.chart_plot import ChartPlot, nice_ticks

_LETTERS_APART = 3  # pixels at most, in a word of this size


def shown(
    qtbot: QtBot, labels: list[str], values: list[float], *, line: bool = False
) -> tuple[Chart, ChartPlot]:
    chart = Chart(format_value=lambda value: f"{value:g}", line=line, name="فروش")
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    chart.show_values(labels, values)
    with qtbot.waitExposed(chart):
        chart.show()
    # The first chart of a process comes when its library has been imported beside the window.
    qtbot.waitUntil(lambda: bool(chart.findChildren(ChartPlot)))
    return chart, chart.findChildren(ChartPlot)[0]


def value_left_to_right(plot: ChartPlot) -> list[int]:
    places = [QPointF(x, 150) for x in range(0, plot.width(), 5)]
    found = [plot.value_at(place) for place in places]
    return [one for one, after in pairwise([*found, -2]) if one != after and one >= 0]


def test_the_first_month_is_at_the_right(qtbot: QtBot) -> None:
    _chart, plot = shown(qtbot, ["فروردین", "اردیبهشت", "خرداد"], [1, 2, 3])
    assert value_left_to_right(plot) == [2, 1, 0]


def test_in_english_it_is_at_the_left(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply_theme(qapp, language="en", scheme="light")
    try:
        _chart, plot = shown(qtbot, ["Jan", "Feb", "Mar"], [1, 2, 3])
        assert value_left_to_right(plot) == [0, 1, 2]
    finally:
        theme.apply_theme(qapp, language="fa", scheme="light")


@pytest.mark.parametrize("line", [False, True])
@pytest.mark.parametrize(
    "values", [[], [0.0], [5.0], [-3.0, 4.0], [-1.0, -2.0], [1e15, 2e15], [0.0, 0.0]]
)
def test_any_values_can_be_drawn(qtbot: QtBot, values: list[float], *, line: bool) -> None:
    chart, _plot = shown(qtbot, [f"م{at}" for at in range(len(values))], values, line=line)
    assert not chart.grab().isNull()
    chart.show_values(["یک"], [1.0], forecast=1)
    assert not chart.grab().isNull()


def test_bars_are_drawn_in_the_colour_of_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    chart, _plot = shown(qtbot, ["الف", "ب"], [1.0, 2.0])

    def colors() -> set[str]:
        image = chart.grab().toImage()
        return {
            image.pixelColor(x, y).name().upper()
            for x in range(0, image.width(), 4)
            for y in range(0, image.height(), 4)
        }

    assert theme.LIGHT.fill in colors()
    try:
        theme.apply_theme(qapp, language="fa", scheme="dark")
        qtbot.waitUntil(lambda: theme.DARK.fill in colors())
    finally:
        theme.apply_theme(qapp, language="fa", scheme="light")


def test_values_are_told_to_screen_readers(qtbot: QtBot) -> None:
    chart, _plot = shown(qtbot, ["آبان", "آذر"], [3.0, 4.0])
    assert chart.accessibleDescription() == "آبان: 3\nآذر: 4"


def test_the_value_below_the_mouse_is_told_as_text(qtbot: QtBot) -> None:
    _chart, plot = shown(qtbot, ["<b>"], [3.0])
    view = plot.getPlotItem().getViewBox().viewRange()

    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier

    def move(to: QPoint, held: Qt.MouseButton = none) -> None:
        # QTest moves the one cursor of all windows, which another test's window may hold.
        at = QPointF(to)
        where = QPointF(plot.viewport().mapToGlobal(to))
        event = QMouseEvent(QEvent.Type.MouseMove, at, where, none, held, keys)
        QApplication.sendEvent(plot.viewport(), event)

    move(plot.viewport().rect().center())
    assert "&lt;b&gt;: 3" in QToolTip.text()
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton)
    move(plot.viewport().rect().topLeft(), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton)
    assert plot.getPlotItem().getViewBox().viewRange() == view


_HEIGHTS = st.floats(-1e15, 1e15).filter(lambda one: one == 0 or abs(one) > 1e-9)


@given(low=_HEIGHTS, high=_HEIGHTS)
def test_ticks_are_round_and_hold_everything(low: float, high: float) -> None:
    low, high = min(low, high), max(low, high)
    ticks = nice_ticks(low, high)
    assert 0 in ticks
    assert ticks[0] <= min(low, 0) + abs(low) * 1e-9
    assert ticks[-1] >= max(high, 0) - abs(high) * 1e-9
    assert 2 <= len(ticks) <= 8


def test_ticks_as_a_person_would_choose() -> None:
    assert nice_ticks(0, 78) == [0, 20, 40, 60, 80]
    assert nice_ticks(0, 0) == [0, 1]
    assert nice_ticks(-5e-324, 5e-324) == [0, 1]
    assert nice_ticks(-3, 4) == [-4, -2, 0, 2, 4]


def axis_image(qtbot: QtBot, text: str) -> QImage:
    """Return the axis of heights of a chart, each of which is told with one text."""
    chart = Chart(format_value=lambda _value: text, name="فروش")
    qtbot.addWidget(chart)
    chart.resize(600, 160)
    chart.show_values(["دی", "بهمن"], [1, 2])
    with qtbot.waitExposed(chart):
        chart.show()
    qtbot.waitUntil(lambda: bool(chart.findChildren(ChartPlot)))
    plot = chart.findChildren(ChartPlot)[0]
    axis = plot.getPlotItem().getAxis("right")
    place = plot.mapFromScene(axis.mapRectToScene(axis.boundingRect())).boundingRect()
    return plot.grab(place.adjusted(2, 0, 0, 0)).toImage()


def test_a_number_and_its_word_stand_apart_at_the_axis(qtbot: QtBot) -> None:
    image = axis_image(qtbot, "\u2068۸۸ بب\u2069")
    paper = image.pixelColor(image.width() - 1, 0)
    inked = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != paper for y in range(image.height()))
    ]
    assert max(after - before for before, after in pairwise(inked)) > _LETTERS_APART


def test_the_highest_number_is_whole(qtbot: QtBot) -> None:
    image = axis_image(qtbot, "888")
    paper = image.pixelColor(image.width() - 1, 0)
    inked = [
        any(image.pixelColor(x, y) != paper for x in range(image.width()))
        for y in range(image.height())
    ]
    heights = [len(list(rows)) for is_ink, rows in groupby(inked) if is_ink]
    assert len(heights) > 1
    assert heights[0] >= max(heights[1:])
