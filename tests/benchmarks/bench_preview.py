"""A step in the preview of what will be printed, among a thousand pages beside among ten."""

import os
import time
from io import BytesIO
from statistics import median
from typing import Final

from pypdf import PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ecrm_desktop.ui.page_view import PageView
from ecrm_desktop.ui.pdf_pages import PdfPages

PAGES: Final = 1_000
_FEW: Final = 10
_A4: Final = (595, 842)
_STEPS: Final = 50
_TIMES: Final = 2.0

Measured = tuple[str, float, float, float]


def measure() -> list[Measured]:
    """Return name, our seconds, the floor's, and the largest ratio allowed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    floor, ours = _step(_FEW), _step(PAGES)
    del app
    return [(f"a step among {PAGES:,} printed pages / among {_FEW}", ours, floor, _TIMES)]


def _step(count: int) -> float:
    document, content = PdfWriter(), BytesIO()
    for _ in range(count):
        document.add_blank_page(*_A4)
    document.write(content)
    pages = PdfPages(content.getvalue())
    view = PageView(pages)
    view.resize(900, 700)
    view.show()
    view.go_to(count - 2)
    QTest.qWaitForWindowExposed(view)
    view.viewport().repaint()
    times = []
    for at in range(_STEPS):
        start = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_Up if at % 2 else Qt.Key.Key_Down)
        view.viewport().repaint()
        times.append(time.perf_counter() - start)
    view.close()
    pages.close()
    return median(times)
