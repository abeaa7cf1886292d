import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.tabs import Tabs


@pytest.fixture
def chip(qtbot: QtBot) -> FilterChip:
    made = FilterChip("شهر", [("tehran", "تهران"), ("shiraz", "شیراز")])
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_chip_says_what_is_filtered(chip: FilterChip) -> None:
    assert "شهر" in chip.text()
    chip.set_value("shiraz")
    assert "شیراز" in chip.text()
    assert chip.accessibleName() == chip.text()


def test_the_menu_chooses_and_delete_drops(chip: FilterChip, qtbot: QtBot) -> None:
    action = next(one for one in chip.menu().actions() if one.text() == "تهران")
    with qtbot.waitSignal(chip.changed) as chosen:
        action.trigger()
    assert chosen.args == ["tehran"]
    with qtbot.waitSignal(chip.changed) as dropped:
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert dropped.args == [None]
    assert chip.value is None


def test_the_arrow_keys_go_where_the_eye_sees_the_next_tab(qtbot: QtBot) -> None:
    tabs = Tabs([("all", "همه"), ("calls", "تماس‌ها"), ("purchases", "خریدها")])
    qtbot.addWidget(tabs)
    tabs.show()
    with qtbot.waitSignal(tabs.chosen) as chosen:
        QTest.keyClick(tabs, Qt.Key.Key_Left)
    assert chosen.args == ["calls"]
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.current == "all"
