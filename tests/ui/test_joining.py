"""What a computer that is to join shows while somebody in the shop has to agree."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.ui import joining
from ecrm_desktop.ui.joining import JoinBox


def said(box: JoinBox) -> str:
    return "\n".join(one.text() for one in box.findChildren(QLabel) if one.isVisible())


def test_it_shows_the_digits_asks_again_and_says_when_it_is_turned_away(
    qtbot: QtBot,
) -> None:
    box = JoinBox()
    qtbot.addWidget(box)
    box.show()
    box.field.set_value("ecrm1.text")
    asked: list[str] = []
    box.look_asked.connect(asked.append)
    box.look.click()
    awaited = SyncError(Problem.PAIRING_AWAITED, name="صندوق", digits="0471")
    with qtbot.waitSignal(box.look_asked, timeout=20_000):
        box.show_error(awaited)
    box.show_error(awaited)
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
