"""What is told about sharing the shop from this computer, and what keeps it from beginning."""

import socket
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.sync.sharing import (
    Sharing,
    SharingState,
    keep_sharing,
    sharing_folder,
    sharing_state,
)
from ecrm_desktop.ui.settings.share_sheet import ShareSheet, lan_addresses
from ecrm_desktop.ui.settings.sharing import SharingBox, SharingView
from ecrm_desktop.ui.sharing_keeper import SharingKeeper
from ecrm_desktop.ui.ui_context import UiContext
from tests.helpers.person import seen
from tests.helpers.ui_context import Window

HERE = "192.168.1.10"


def sees(text: str) -> bool:
    """Whether a text is on the screen."""
    return any(text in one for one in seen())


def test_a_port_that_is_taken_is_told_in_the_sheet_and_nothing_is_left(
    ui: UiContext, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_page(QWidget())
    with socket.socket() as taken:
        taken.bind(("", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setattr("ecrm_desktop.ui.settings.share_sheet.free_port", lambda: port)
        sheet = ShareSheet(window, ui, [HERE])
        sheet.open()
        sheet.name.set_value("دفتر")
        assert sheet.primary is not None
        sheet.primary.click()
        assert not sheet.primary.isEnabled()
        qtbot.waitUntil(lambda: sees(str(port)), timeout=30_000)
    assert sheet.primary.isEnabled()
    assert sharing_state(ui.background.database.path) is None
    assert not ui.syncing.is_joined


def test_without_a_network_it_cannot_be_begun(ui: UiContext, window: Window) -> None:
    window.show_page(QWidget())
    sheet = ShareSheet(window, ui, [])
    sheet.open()
    assert sheet.primary is not None
    assert not sheet.primary.isEnabled()
    assert sees("به هیچ شبکه‌ای وصل نیست")
    assert not any(one.startswith(("127.", "169.254.")) for one in lan_addresses())


def test_each_state_says_what_can_be_done_and_nothing_of_the_one_before(
    ui: UiContext, window: Window, tmp_path: Path
) -> None:
    box = SharingBox(ui)
    window.show_page(box)

    def show(state: SharingState | None, *, is_possible: bool = True) -> None:
        box.show_view(SharingView(state=state, is_possible=is_possible, addresses=[HERE]))
        QApplication.processEvents()

    show(None, is_possible=False)
    assert sees("بدون بخشِ اشتراک نصب شده است")
    show(None)
    assert sees("اشتراک فروشگاه از این رایانه…")
    assert not sees("بدون بخشِ اشتراک")

    ui.syncing.is_joined = True
    sharing = Sharing(host="192.168.1.77", port=8443, is_on=True)
    stopped = SharingState(
        sharing=replace(sharing, is_on=False), folder=tmp_path / "shop-sharing", since=None
    )
    show(stopped)
    assert sees("اشتراک متوقف است")
    assert sees("دوباره به اشتراک بگذار")
    assert not sees("نشانی این رایانه عوض شده است")
    runs = replace(stopped, sharing=sharing, since=datetime.now(UTC))
    show(runs)
    assert sees("توقف اشتراک…")
    assert sees("نشانی این رایانه عوض شده است: 192.168.1.10")
    assert not sees("دوباره به اشتراک بگذار")
    show(None)
    assert sees("اشتراک از همین رایانه…")  # instead of the present server
    assert not sees("توقف اشتراک…")
    show(None, is_possible=False)
    assert not sees("اشتراک")


@pytest.mark.parametrize("outlives", [True, False])
def test_closing_the_window_ends_it_unless_it_is_to_go_on(ui: UiContext, *, outlives: bool) -> None:
    path = ui.background.database.path
    wanted = sharing_folder(path) / "wanted"
    wanted.parent.mkdir()
    wanted.touch()
    sharing = Sharing(host=HERE, port=8443, is_on=True, outlives=outlives)
    keep_sharing(path, sharing)

    SharingKeeper(ui.background, ui.background).let_go()

    assert wanted.exists() is outlives
    state = sharing_state(path)
    assert state is not None
    assert state.sharing == sharing
