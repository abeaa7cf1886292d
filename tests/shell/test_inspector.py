"""What is found in the shop's file beside the work is told, with what can be done about it."""

import logging
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QPushButton
from pytestqt.qtbot import QtBot

from ecrm_desktop.backup import inspecting
from ecrm_desktop.backup.files import local_folder
from ecrm_desktop.backup.inspecting import LookState, look_state, remember_look
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import DatabaseError, FileError, Problem
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database, connect
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.idle import IdleWatch
from tests.helpers.factories import make_customer
from tests.helpers.flipped_pages import flip
from tests.helpers.lying_index import change_behind_an_index
from tests.shell.conftest import OpenShop


@pytest.fixture
def database(database: Database) -> Database:
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
        for number in range(5):
            make_customer(session, f"نگار {number}", code=str(number))
    return database


def wrong_bars(shop: ShopWindow) -> dict[str, list[QPushButton]]:
    """Return what is told to be wrong, with the buttons that offer something."""
    bars = [
        bar
        for bar in shop.window.findChildren(QFrame)
        if bar.property("role") == "wrongBar" and bar.isVisible()
    ]
    return {bar.accessibleName(): bar.findChildren(QPushButton) for bar in bars}


def said(shop: ShopWindow) -> list[str]:
    return [
        bar.accessibleName()
        for bar in shop.window.findChildren(QFrame)
        if bar.property("role") == "bar" and bar.isVisible()
    ]


def remember(shop: ShopWindow, state: LookState) -> None:
    remember_look(shop.ui.settings, shop.ui.background.database.path, state)


def remembered(shop: ShopWindow) -> LookState:
    return look_state(shop.ui.settings, shop.ui.background.database.path)


def idle(background: Background) -> Callable[[], bool]:
    return lambda: background.is_idle


def test_a_sound_shop_is_looked_at_and_nothing_is_told(
    open_shop: OpenShop, background: Background, qtbot: QtBot
) -> None:
    shop = open_shop()
    shop.inspector.look()
    qtbot.waitUntil(lambda: remembered(shop).rounded_at is not None)
    qtbot.waitUntil(idle(background))
    assert wrong_bars(shop) == {}
    assert remembered(shop).compared == ()


def test_after_a_week_the_whole_file_is_compared_whoever_works(
    open_shop: OpenShop, background: Background, qtbot: QtBot
) -> None:
    shop = open_shop()
    long_ago = datetime.now(UTC) - timedelta(days=8)
    remember(shop, LookState(rounded_at=long_ago))
    shop.inspector.look()
    qtbot.waitUntil(lambda: (remembered(shop).rounded_at or long_ago) > long_ago, timeout=20_000)
    assert wrong_bars(shop) == {}


def test_a_wrong_index_is_told_and_made_anew(
    open_shop: OpenShop, background: Background, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    shop = open_shop()
    qtbot.waitUntil(idle(background))
    change_behind_an_index(
        background.database, "ix_customers_code", "UPDATE customers SET code = 'Z' WHERE code = '1'"
    )
    remember(shop, LookState(rounded_at=datetime.now(UTC) - timedelta(days=8)))
    with caplog.at_level(logging.WARNING):
        shop.inspector.compare_what_must()
        qtbot.waitUntil(lambda: wrong_bars(shop) != {}, timeout=20_000)
    [(text, [offer])] = wrong_bars(shop).items()
    assert text == explain(DatabaseError(Problem.INDEXES_WRONG))
    assert "ix_customers_code" in caplog.text
    assert "نگار" not in caplog.text
    offer.click()
    qtbot.waitUntil(lambda: said(shop) != [])
    assert wrong_bars(shop) == {}
    shop.inspector.compare_what_must()
    qtbot.waitUntil(idle(background), timeout=20_000)
    assert wrong_bars(shop) == {}


def test_a_damaged_backup_is_told(
    open_shop: OpenShop, background: Background, qtbot: QtBot
) -> None:
    folder = local_folder(background.database.path)
    folder.mkdir()
    backup = make_backup(background.database, folder, now=datetime.now(UTC), limit=10**12).path
    content = backup.read_bytes()
    flip(backup, content, content.index("نگار".encode()), 1)
    shop = open_shop()
    shop.inspector.look()
    qtbot.waitUntil(lambda: wrong_bars(shop) != {})
    error = FileError(Problem.BACKUP_FOUND_DAMAGED, path=backup)
    assert wrong_bars(shop) == {explain(error): []}


def test_it_goes_on_only_as_long_as_nobody_works(
    open_shop: OpenShop, background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ecrm_desktop.shell.inspector._IDLE_SECONDS", 0.05)
    shop = open_shop()
    qtbot.waitUntil(lambda: len(remembered(shop).compared) > 1)
    [watch] = shop.inspector.findChildren(IdleWatch)
    watch.set_seconds(3_600)  # somebody comes back and stays
    QTest.keyClick(shop.window.windowHandle(), Qt.Key.Key_A)
    qtbot.waitUntil(idle(background))
    done = remembered(shop).compared
    assert done
    with qtbot.assertNotEmitted(watch.idle, wait=200):
        pass
    assert remembered(shop).compared == done


def test_the_program_ends_in_the_middle_of_a_look(
    open_shop: OpenShop, background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []

    def for_ever(connection: object, _table: str, **_thoroughly: bool) -> list[str]:
        begun.append(connection)
        connection.execute(  # type: ignore[attr-defined]
            "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n)"
            " SELECT count(*) FROM n"
        ).fetchall()
        return []

    monkeypatch.setattr(inspecting, "wrong_in_table", for_ever)
    shop = open_shop()
    shop.inspector.look()
    qtbot.waitUntil(lambda: begun != [])
    with background.database.transaction() as session:  # nobody waits for it
        make_customer(session, "میان کار")
    assert background.close(wait=20)


def spoil_notes(path: Path, code: str) -> None:
    """Change a record as a disk does: nobody hears of it."""
    with closing(connect(path)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'customers'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE customers SET notes = 'x' WHERE code = ?", (code,))
        for _, statement in triggers:
            connection.execute(statement)
        connection.commit()


def test_records_that_the_disk_spoiled_are_told_by_their_codes_and_not_logged(
    open_shop: OpenShop,
    background: Background,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    folder = local_folder(background.database.path)
    folder.mkdir()
    backup = make_backup(background.database, folder, now=datetime.now(UTC), limit=10**12).path
    for code in ("3", "4"):
        spoil_notes(background.database.path, code)
    shop = open_shop()
    with caplog.at_level(logging.WARNING):
        shop.inspector.look()
        qtbot.waitUntil(lambda: wrong_bars(shop) != {})
    [(text, [])] = wrong_bars(shop).items()
    assert "مشتری: ۲ (شمارهٔ ۳، ۴)" in text.translate(dict.fromkeys(range(0x2066, 0x206A)))
    assert str(backup) in text
    assert "{'customers': 2}" in caplog.text
    assert "نگار" not in caplog.text
