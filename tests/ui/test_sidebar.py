"""The names of the pages, and what stands below them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.i18n import set_language
from ecrm_desktop.shell.pages import page_specs
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.destinations import PageName, PageSpec
from ecrm_desktop.ui.sidebar import Sidebar
from ecrm_desktop.ui.widgets.badge import badge_width
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.values.statuses import Role


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
    buttons = (one for one in sidebar.findChildren(QAbstractButton) if one.isVisible())
    entries = [one for one in buttons if one is not lock]
    # What the bar takes is known only when the entries have been laid out.
    qtbot.waitUntil(
        lambda: all(abs(middle(one, sidebar) - middle(lock, sidebar)) <= 1 for one in entries)
    )


@pytest.mark.parametrize("spoken", ["fa", "en"])
def test_every_page_is_named_in_full(qtbot: QtBot, spoken: str) -> None:
    set_language(spoken)
    try:
        specs = page_specs(Role.OWNER, lambda: pytest.fail("no page is opened"))
    finally:
        set_language("fa")
    sidebar = Sidebar("پوشاک مهر", specs)
    qtbot.addWidget(sidebar)
    # Beside the icon and a count of two digits, in the bold letters of the page that is open.
    room = sidebar.width() - 2 * theme.S - 42 - 12 - badge_width("99") - 8
    letters = QFontMetrics(theme.font(bold=True))
    assert [one.title for one in specs if letters.horizontalAdvance(one.title) > room] == []


def test_the_lock_is_as_wide_as_its_words_again(qtbot: QtBot) -> None:
    sidebar = Sidebar("پوشاک مهر", [])
    qtbot.addWidget(sidebar)
    for narrow in (True, False):
        sidebar.set_narrow(narrow=narrow)
    with qtbot.waitExposed(sidebar):
        sidebar.show()
    (lock,) = (one for one in sidebar.findChildren(Button) if one.isVisible())
    assert lock.width() == lock.sizeHint().width()
