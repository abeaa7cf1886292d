"""Where the lines of a label begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def margins(label: QLabel) -> list[int]:
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
