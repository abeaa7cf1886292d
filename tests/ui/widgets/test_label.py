"""Text that is shown as it is, and where each of its lines begins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.widgets.label import Label

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
