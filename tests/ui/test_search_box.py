from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.search_box import SearchBox
from ecrm_desktop.ui.widgets.hit_popup import Hit
from tests.helpers.keyboard import type_text

Show = Callable[[Sequence[Hit]], None]
HITS = [
    Hit(kind="customer", id=number, title=name, text="۰۹۱۲")
    for number, name in enumerate(("علی احمدی", "علی‌رضا صادقی", "مریم علوی"))
]


@pytest.fixture
def asked() -> list[tuple[str, Show]]:
    return []


@pytest.fixture
def box(qtbot: QtBot, asked: list[tuple[str, Show]]) -> Iterator[SearchBox]:
    window = QWidget()
    qtbot.addWidget(window)
    made = SearchBox(lambda text, show: asked.append((text, show)))
    QVBoxLayout(window).addWidget(made)
    window.resize(600, 500)
    with qtbot.waitExposed(window):
        window.show()
    made.setFocus()
    yield made  # noqa: PT022 - the window has to live as long as the test


def test_the_first_hit_is_ready_for_enter(
    box: SearchBox, asked: list[tuple[str, Show]], qtbot: QtBot
) -> None:
    type_text(box, "علی")
    asked[-1][1](HITS)
    with qtbot.waitSignal(box.chosen) as chosen:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert chosen.args == [HITS[0]]
    assert box.text() == ""


def test_arrows_walk_round_the_hits(
    box: SearchBox, asked: list[tuple[str, Show]], qtbot: QtBot
) -> None:
    type_text(box, "علی")
    asked[-1][1](HITS)
    QTest.keyClick(box, Qt.Key.Key_Up)
    with qtbot.waitSignal(box.chosen) as chosen:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert chosen.args == [HITS[2]]


def test_an_answer_to_an_older_text_is_dropped(
    box: SearchBox, asked: list[tuple[str, Show]], qtbot: QtBot
) -> None:
    type_text(box, "عل")
    asked[0][1](HITS)
    assert box.popup.hits == ()
    asked[1][1](HITS[:1])
    assert list(box.popup.hits) == HITS[:1]


def test_enter_before_the_answer_takes_the_first_hit_when_it_comes(
    box: SearchBox, asked: list[tuple[str, Show]], qtbot: QtBot
) -> None:
    type_text(box, "علی")
    QTest.keyClick(box, Qt.Key.Key_Return)
    with qtbot.waitSignal(box.chosen) as chosen:
        asked[-1][1](HITS)
    assert chosen.args == [HITS[0]]


def test_nothing_found_offers_a_new_customer(
    box: SearchBox, asked: list[tuple[str, Show]], qtbot: QtBot
) -> None:
    type_text(box, "ناشناس")
    asked[-1][1]([])
    with qtbot.waitSignal(box.unknown) as new:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert new.args == ["ناشناس"]


def test_escape_closes_the_popup_first_and_then_empties_the_field(
    box: SearchBox, asked: list[tuple[str, Show]], qtbot: QtBot
) -> None:
    type_text(box, "علی")
    asked[-1][1](HITS)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.popup.hits == ()
    assert box.text() == "علی"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
