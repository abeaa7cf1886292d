"""Text that is shown as it is, and where each of its lines begins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.running_label import text_direction
from ecrm_desktop.ui.widgets.label import Label
from tests.helpers.line_margins import margins

_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
_TEXTS = {
    Qt.LayoutDirection.RightToLeft: "ددد ددد " * 20,
    Qt.LayoutDirection.LeftToRight: "HHH HHH " * 20,
}


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
