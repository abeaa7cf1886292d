"""A shop where nothing can be written: everything is read, and every save says why not."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.reports.request import ReportName
from ecrm_desktop.settings import KNOWN_SHOPS, Settings
from ecrm_desktop.shell.app import Program
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.address import ServerAddress
from ecrm_desktop.sync.joining import join
from ecrm_desktop.sync.rounds import run_round
from ecrm_desktop.ui.export_requests import FileKind, ReportExport
from ecrm_desktop.ui.exporting import Exporter
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.values.ids import new_id
from tests.helpers.every_place import every_form, every_page, settle
from tests.helpers.older_shop import A_SHOP, AN_OWNER, make_older_shop
from tests.helpers.person import Person
from tests.helpers.small_shop import SmallShop
from tests.helpers.unwritable_places import PLACES, POSIX, bytes_beside
from tests.journeys.conftest import Start
from tests.journeys.test_lock import OTHER_PIN, enter, lock, some, type_pin, unlock

__all__ = ["some"]
pytestmark = POSIX

NOTE = "فقط برای خواندن: در"
WHY = "نمی‌شود نوشت و فروشگاه فقط برای خواندن باز است"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "there"
    folder.mkdir()
    return folder / "shop.db"


@pytest.fixture(params=["file", "cd", "mount"])
def place(
    request: pytest.FixtureRequest, path: Path, some: SmallShop, caplog: pytest.LogCaptureFixture
) -> Iterator[SmallShop]:
    """The same shop where nothing can be written; it stays as it is, and nothing goes wrong."""
    before = bytes_beside(path)
    caplog.set_level(logging.WARNING)
    with PLACES[request.param](path):
        yield some
    assert bytes_beside(path) == before
    assert [record.getMessage() for record in caplog.records] == []


def entered(program: Program, person: Person, qtbot: QtBot) -> ShopWindow:
    shop = enter(program, person)
    settle(shop, qtbot)
    return shop


def test_everything_is_read_and_the_window_locks(
    place: SmallShop, start: Start, person: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start()
    person.walk_to("مریم")
    person.press("Space")
    type_pin(program, person, OTHER_PIN)
    person.wait_to_see("رمز درست نیست")
    person.press("Ctrl+A")
    type_pin(program, person, "7294")
    person.wait(lambda: program.shop is not None and program.shop.window.isActiveWindow())
    shop = program.shop
    assert shop is not None
    settle(shop, qtbot)
    for _page in every_page(shop, qtbot):
        assert person.sees(NOTE)
        assert not person.sees(WHY)
    for _form in every_form(shop, place, qtbot):
        assert not person.sees(WHY)
    shop.window.focus_search()
    person.write("کریمی")
    person.wait_to_see("کریمی")
    person.press("Escape")
    target = tmp_path / "sales.pdf"
    exporter = Exporter(shop.ui, shop.window, choose_file=lambda *_asked: target)
    exporter.start(ReportExport(name=ReportName.SALES, kind=FileKind.PDF))
    person.wait(target.exists)
    settle(shop, qtbot)
    assert not person.sees(WHY)
    shop.navigator.lock()
    unlock(program, person)
    shop.window.close()
    assert program.shop is shop
    assert Settings(tmp_path / "settings.json").get(KNOWN_SHOPS) == {}


def test_every_save_says_why_not_and_keeps_what_was_typed(
    place: SmallShop, start: Start, person: Person, qtbot: QtBot
) -> None:
    program = start()
    shop = entered(program, person, qtbot)
    person.press("Ctrl+N")
    person.wait(lambda: top_overlay(shop.window.content) is not None)
    person.fill("نام", "پاک‌نژاد")
    person.press("Ctrl+Return")
    person.wait_to_see(WHY)
    assert person.sees("پاک‌نژاد")
    lock(program, person)
    unlock(program, person)
    assert person.sees("پاک‌نژاد")


def test_what_replaces_the_file_is_refused_before_it_is_closed(
    place: SmallShop, start: Start, person: Person, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start()
    shop = entered(program, person, qtbot)
    shop.navigator.conversion_asked.emit(b"k" * 32)
    person.wait_to_see(WHY)
    assert program.shop is shop
    shop.navigator.restore_asked.emit(tmp_path / "none.db")
    assert program.shop is shop


def test_syncing_says_why_not_and_begins_no_rounds(
    path: Path,
    some: SmallShop,
    start: Start,
    person: Person,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    database = Database(path)
    address = ServerAddress(host="127.0.0.1", port=1, database="shop", role="pc")
    with database.transaction() as session:
        join(session, address.text(), new_id(), "دفتر")
    database.close()
    caplog.set_level(logging.WARNING)
    with PLACES["cd"](path):
        shop = entered(start(), person, qtbot)
        person.wait(lambda: shop.syncing.state is not None)
        person.press("F5")
        person.wait_to_see(WHY)
        assert not [one for one in shop.syncing.findChildren(QTimer) if one.isActive()]
        with pytest.raises(DatabaseError) as refused:
            run_round(shop.ui.background.database)
        assert refused.value.problem is Problem.SHOP_READ_ONLY
    assert caplog.messages == []


@pytest.mark.parametrize("kind", ["file", "cd", "mount"])
def test_an_older_file_says_what_to_do(start: Start, path: Path, person: Person, kind: str) -> None:
    make_older_shop(path, "0002", A_SHOP, AN_OWNER)
    with PLACES[kind](path):
        start()
        person.wait_to_see("از نسخهٔ قدیمی برنامه است")
