"""What a computer that is to join shows while somebody in the shop has to agree."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.ui import joining
from ecrm_desktop.ui.joining import JoinBox

AWAITED = SyncError(Problem.PAIRING_AWAITED, name="صندوق", digits="0471")


def said(box: JoinBox) -> str:
    return "\n".join(one.text() for one in box.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait for long."""
    monkeypatch.setattr(joining, "_AGAIN_MS", 1)


def test_it_shows_the_digits_asks_again_and_says_when_it_is_turned_away(
    qtbot: QtBot, soon: None
) -> None:
    box = JoinBox()
    qtbot.addWidget(box)
    box.show()
    box.field.set_value("ecrm1.text")
    asked: list[str] = []
    box.look_asked.connect(asked.append)
    box.look.click()
    with qtbot.waitSignal(box.look_asked, timeout=20_000):
        box.show_error(AWAITED)
    box.show_error(AWAITED)
    qtbot.waitUntil(lambda: "۰۴۷۱" in said(box).splitlines())
    assert set(asked) == {"ecrm1.text"}
    assert not box.field.isEnabled()

    box.show_error(SyncError(Problem.PAIRING_USED))
    qtbot.waitUntil(lambda: "راه داده نشد" in said(box))
    assert box.field.isEnabled()
    # Without having waited it is what it is.
    box.show_error(SyncError(Problem.PAIRING_USED))
    qtbot.waitUntil(lambda: "قبلاً استفاده شده" in said(box))
    assert joining.refused_meanwhile(SyncError(Problem.SYNC_UNREACHABLE)).problem is (
        Problem.SYNC_UNREACHABLE
    )


def test_a_network_that_is_away_for_a_moment_ends_no_waiting(qtbot: QtBot, soon: None) -> None:
    box = JoinBox()
    qtbot.addWidget(box)
    box.show()
    box.field.set_value("ecrm1.text")
    box.look.click()
    # Before anybody waits it is told.
    box.show_error(SyncError(Problem.SYNC_UNREACHABLE, host="hub"))
    assert box.field.isEnabled()
    box.look.click()
    box.show_error(AWAITED)
    with qtbot.waitSignal(box.look_asked, timeout=20_000):
        box.show_error(SyncError(Problem.SYNC_UNREACHABLE, host="hub"))
    qtbot.waitUntil(lambda: "۰۴۷۱" in said(box).splitlines())
    assert not box.field.isEnabled()


def test_whoever_waits_can_stop(qtbot: QtBot) -> None:
    box = JoinBox()
    qtbot.addWidget(box)
    box.show()
    box.field.set_value("ecrm1.text")
    box.look.click()
    assert not box.stop.isVisible()
    box.show_error(AWAITED)
    qtbot.waitUntil(lambda: "۰۴۷۱" in said(box).splitlines())
    box.stop.click()
    assert not box.stop.isVisible()
    assert box.field.isEnabled()
    assert "۰۴۷۱" not in said(box)


def test_an_answer_that_comes_after_the_waiting_changes_nothing(qtbot: QtBot, soon: None) -> None:
    box = JoinBox()
    qtbot.addWidget(box)
    box.show()
    box.field.set_value("ecrm1.text")
    box.look.click()
    with qtbot.waitSignal(box.look_asked, timeout=20_000):
        box.show_error(AWAITED)
    qtbot.waitUntil(lambda: "۰۴۷۱" in said(box).splitlines())
    box.stop.click()
    assert "۰۴۷۱" not in said(box)
    assert not box.look.isEnabled()  # or that answer would pass for another text's
    with qtbot.assertNotEmitted(box.look_asked, wait=50):
        box.show_error(AWAITED)
    assert "۰۴۷۱" not in said(box)
    box.field.set_value("ecrm1.other")
    with qtbot.waitSignal(box.look_asked, timeout=20_000) as looked:
        box.look.click()
    assert looked.args == ["ecrm1.other"]
    box.show_error(AWAITED)
    qtbot.waitUntil(lambda: "۰۴۷۱" in said(box).splitlines())


def test_nobody_waits_for_ever(qtbot: QtBot, soon: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "_AT_MOST_MS", 20)
    box = JoinBox()
    qtbot.addWidget(box)
    box.show()
    # The network went while it waited, so nobody says that the text is no longer good.
    gone = SyncError(Problem.SYNC_UNREACHABLE, host="hub")
    box.look_asked.connect(lambda _text: box.show_error(gone if box.stop.isVisible() else AWAITED))
    box.field.set_value("ecrm1.text")
    box.look.click()
    qtbot.waitUntil(lambda: "بیست دقیقه" in said(box), timeout=5_000)
    assert "۰۴۷۱" not in said(box)
    qtbot.waitUntil(box.field.isEnabled)
