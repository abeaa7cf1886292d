"""The names of the pages, and what stands below them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.destinations import PageName, PageSpec
from ecrm_desktop.ui.sidebar import Sidebar
from ecrm_desktop.ui.widgets.button import Button


def middle(widget: QWidget, sidebar: Sidebar) -> int:
    return widget.mapTo(sidebar, QPoint(widget.width() // 2, 0)).x()


@pytest.mark.parametrize("height", [900, 300], ids=["room", "scrolled"])
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight], ids=["fa", "en"]
)
def test_the_lock_stands_below_the_icons(
    qtbot: QtBot, direction: Qt.LayoutDirection, height: int
) -> None:
    specs = [PageSpec(name=name, title=name, icon="users", build=QWidget) for name in PageName]
    sidebar = Sidebar("پوشاک مهر", specs)
    sidebar.setLayoutDirection(direction)
    qtbot.addWidget(sidebar)
    sidebar.set_narrow(narrow=True)
    sidebar.resize(sidebar.width(), height)
    with qtbot.waitExposed(sidebar):
        sidebar.show()
    (lock,) = (one for one in sidebar.findChildren(Button) if one.isVisible())
    entries = [one for one in sidebar.findChildren(QAbstractButton) if one is not lock]
    # What the bar takes is known only when the entries have been laid out.
    qtbot.waitUntil(
        lambda: all(abs(middle(one, sidebar) - middle(lock, sidebar)) <= 1 for one in entries)
    )
