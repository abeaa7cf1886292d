"""What is at work stands whole at the edge of the window."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.widgets.progress import ProgressRow
from ecrm_desktop.ui.work_tray import WorkTray, work_tray


def is_whole(tray: WorkTray, row: ProgressRow) -> bool:
    needed = row.sizeHint().height()
    return row.height() >= needed and tray.rect().contains(row.geometry())


@pytest.mark.parametrize("can_stop", [False, True])
def test_every_row_can_be_read(qtbot: QtBot, *, can_stop: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(911, 512)
    with qtbot.waitExposed(window):
        window.show()
    tray = work_tray(window)
    rows: list[ProgressRow] = []
    for _each in range(3):
        row = tray.add("ساختن پشتیبان", (lambda: None) if can_stop else None)
        rows.append(row)
        qtbot.waitUntil(lambda: all(is_whole(tray, one) for one in rows))
        assert window.rect().contains(tray.geometry())
    tray.remove(rows.pop())
    qtbot.waitUntil(lambda: all(is_whole(tray, one) for one in rows))
    assert tray.height() <= tray.sizeHint().height()
