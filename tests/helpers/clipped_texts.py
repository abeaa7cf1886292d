"""Tours the program in a window of a size, and prints texts cut off or lying on one another."""

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import combinations
from pathlib import Path
from typing import Any

import time_machine
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QToolButton, QWidget

from ecrm_desktop.shell.tour import tour
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.table import RecordTable

_TEXTS = (QLabel, QAbstractButton, QLineEdit)
_HEADER_PADDING = 24
_NEAR = 1  # pixels by which a hint may be rounded


def faults(window: QWidget) -> Iterator[str]:
    """Yield what a customer should not see in a window that is shown."""
    for widget in window.findChildren(QWidget):
        if not _is_seen(widget):
            continue
        if isinstance(widget, QLabel):
            is_cut = _is_cut_label(widget)
        elif isinstance(widget, QAbstractButton):
            is_cut = _is_cut_button(widget)
        elif isinstance(widget, QScrollArea):
            is_cut = _is_cut_sideways(widget)
        else:
            is_cut = False
        if is_cut:
            yield f"cut off: {_told(widget)}"
    for table in window.findChildren(RecordTable):
        if _is_seen(table):
            yield from _cut_titles(table)
    yield from _overlaps(window)


def _overlaps(window: QWidget) -> Iterator[str]:
    for parent in (window, *window.findChildren(QWidget)):
        # The signs inside a field lie over it on purpose.
        children = [] if isinstance(parent, QLineEdit) else parent.children()
        shown = [one for one in children if isinstance(one, _TEXTS) and _is_seen(one)]
        for one, other in combinations(shown, 2):
            common = one.geometry().intersected(other.geometry())
            if common.width() > _NEAR and common.height() > _NEAR:
                yield f"over each other: {_told(one)} and {_told(other)}"


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _is_cut_label(label: QLabel) -> bool:
    # One that is cut with dots tells all of it to whoever points at it.
    if not label.text() or label.toolTip().startswith(label.text()):
        return False
    room = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + _NEAR
    space = QRect(0, 0, 100_000, 100_000)
    needed = label.fontMetrics().boundingRect(space, Qt.AlignmentFlag.AlignLeft, label.text())
    return needed.width() > room.width() + _NEAR or needed.height() > label.height() + _NEAR


def _is_cut_button(button: QAbstractButton) -> bool:
    shows_text = not isinstance(button, QToolButton) or (
        button.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
    )
    # An entry of the narrow sidebar shows its icon, and its text when somebody points at it.
    is_icon = button.width() <= button.height() + _NEAR and button.toolTip()
    if not button.text() or not shows_text or is_icon:
        return False
    hint = button.sizeHint()
    return hint.width() > button.width() + _NEAR or hint.height() > button.height() + _NEAR


def _is_cut_sideways(area: QScrollArea) -> bool:
    never = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    inside = area.widget()
    return never and inside is not None and inside.width() > area.viewport().width() + _NEAR


def _cut_titles(table: RecordTable[Any]) -> Iterator[str]:
    header = table.horizontalHeader()
    letters = QFontMetrics(theme.font(12))
    for number, column in enumerate(table.paged.columns):
        room = header.sectionSize(number) - _HEADER_PADDING
        if not table.isColumnHidden(number) and letters.horizontalAdvance(column.title) > room:
            yield f"cut off: the title «{column.title}»"


def _told(widget: QWidget) -> str:
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} «{text}» {widget.width()}x{widget.height()}"


def main(language: str, width: int, height: int, day: str) -> None:
    """Print the faults on an ISO day, one a line, each with the name of its picture."""

    def look_at(window: QWidget, name: str) -> None:
        for fault in faults(window):
            sys.stdout.write(f"{name}: {fault}\n")

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    noon = datetime.combine(date.fromisoformat(day), time(12), UTC)
    with tempfile.TemporaryDirectory() as folder, time_machine.travel(noon):
        tour(Path(folder), size=(width, height), language=language, look_at=look_at, reports=False)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
