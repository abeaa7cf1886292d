"""Text that is shown as it is, and where each of its lines begins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.widgets.label import Label, text_direction

_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
_TEXTS = {
    Qt.LayoutDirection.RightToLeft: "ددد ددد " * 20,
    Qt.LayoutDirection.LeftToRight: "HHH HHH " * 20,
}


def margins(label: Label) -> list[int]:
    """Return how far the ink of each line is from the edge at which reading begins."""
    image = label.grab().toImage()
    paper = image.pixelColor(0, 0)
    right_to_left = label.layoutDirection() == Qt.LayoutDirection.RightToLeft
    columns = range(image.width() - 1, -1, -1) if right_to_left else range(image.width())
    height = label.fontMetrics().lineSpacing()
    return [
        next(
            at
            for at, x in enumerate(columns)
            if any(image.pixelColor(x, y) != paper for y in range(top, top + height))
        )
        for top in range(0, image.height() - height + 1, height)
    ]


@pytest.mark.parametrize("direction", list(_TEXTS), ids=["rtl", "ltr"])
@pytest.mark.parametrize("width", [150, 233, 400])
def test_every_line_begins_at_the_edge(
    qtbot: QtBot, direction: Qt.LayoutDirection, width: int
) -> None:
    before = QApplication.layoutDirection()
    QApplication.setLayoutDirection(direction)
    try:
        label = Label(_TEXTS[direction].strip(), wrap=True)
    finally:
        QApplication.setLayoutDirection(before)
    label.setLayoutDirection(direction)
    qtbot.addWidget(label)
    label.resize(width, label.heightForWidth(width))
    found = margins(label)
    assert len(found) > 1
    assert max(found) - min(found) <= 1


@pytest.mark.parametrize(
    ("text", "layout", "runs"),
    [
        ("روسری رنگ داده است.", _LTR, _RTL),
        ("گوشی Samsung خراب شد.", _LTR, _RTL),
        ("\u2068مریم\u2069 has no password.", _LTR, _LTR),
        ("Call back.", _RTL, _LTR),
        ("Excel را باز کنید.", _RTL, _RTL),
        ("\u2066C:/shop\u2069", _RTL, _RTL),
        ("12.5", _RTL, _RTL),
        ("12.5", _LTR, _LTR),
        ("", _LTR, _LTR),
    ],
)
def test_a_text_runs_its_own_way(
    text: str, layout: Qt.LayoutDirection, runs: Qt.LayoutDirection
) -> None:
    assert text_direction(text, layout) == runs


@pytest.mark.parametrize("wrap", [False, True])
def test_the_full_stop_of_a_persian_sentence_is_at_its_end_in_english(
    qtbot: QtBot, *, wrap: bool
) -> None:
    label = Label("ااا.", wrap=wrap)
    label.setLayoutDirection(_LTR)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    qtbot.addWidget(label)
    label.resize(200, 30)
    image = label.grab().toImage()
    paper = image.pixelColor(199, 0)
    tops = [
        next((y for y in range(30) if image.pixelColor(x, y) != paper), None) for x in range(200)
    ]
    inked = [y for y in tops if y is not None]
    assert tops[:10] != [None] * 10
    assert inked[0] > inked[-1]
