import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from ecrm_desktop.archive.writing import write_package
from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.queries.shop import find_shop
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.services.users import add_user
from ecrm_desktop.settings import LANGUAGE, Settings
from ecrm_desktop.shell.app import Program
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database, connect
from ecrm_desktop.text.error_texts import explain, explain_bug
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.welcome.start_window import StartWindow
from ecrm_desktop.ui.welcome.startup_error import StartupErrorWindow
from ecrm_desktop.ui.welcome.user_choice import UserChoice
from ecrm_desktop.ui.welcome.welcome import Welcome
from ecrm_desktop.values.money import MoneyUnit
from tests.helpers.failing_disk import POSIX, unreadable
from tests.helpers.keyboard import type_text
from tests.helpers.new_files import new_database
from tests.helpers.older_shop import A_SHOP, AN_OWNER, make_older_shop

W = TypeVar("W", bound=QWidget)
Start = Callable[[Path], Program]


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    programs: list[Program] = []

    def make(path: Path) -> Program:
        program = Program(qapp, path, Settings(tmp_path / "settings.json"))
        programs.append(program)
        assert program.start()
        return program

    yield make
    for program in programs:
        if program.window is not None:
            program.window.hide()
            program.window.deleteLater()
        program.finish()
        program.deleteLater()
    qapp.processEvents()


def make_shop(path: Path, *others: str) -> None:
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
        for name in others:
            add_user(session, UserDraft(name=name))
    database.close()


def shop_of(program: Program, qtbot: QtBot) -> ShopWindow:
    qtbot.waitUntil(lambda: program.shop is not None, timeout=20_000)
    assert program.shop is not None
    return program.shop


def window_of(program: Program, kind: type[W], qtbot: QtBot) -> W:
    qtbot.waitUntil(lambda: isinstance(program.window, kind), timeout=20_000)
    window = program.window
    assert isinstance(window, kind)
    return window


def test_three_answers_make_a_shop_by_keyboard_alone(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    program = start(tmp_path / "new" / "shop.db")
    welcome = window_of(program, Welcome, qtbot)

    def focused() -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    type_text(focused(), "پوشاک مهر")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    type_text(focused(), "مریم صادقی")
    QTest.keyClick(welcome, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shop = shop_of(program, qtbot)
    assert shop.ui.shop.name == "پوشاک مهر"
    assert shop.ui.shop.money_unit is MoneyUnit.RIAL
    assert shop.ui.user.name == "مریم صادقی"
    assert shop.window.isVisible()


def test_an_empty_answer_is_told_at_its_field_and_makes_no_file(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "shop.db"
    welcome = window_of(start(path), Welcome, qtbot)
    QTest.keyClick(welcome, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not path.exists()


def test_looking_around_leaves_the_shops_own_file_alone(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "shop.db"
    program = start(path)
    welcome = window_of(program, Welcome, qtbot)
    sample = next(one for one in welcome.findChildren(QPushButton) if "نمونه" in one.text())
    sample.click()
    shop = shop_of(program, qtbot)
    assert shop.ui.shop.is_sample
    assert not path.exists()


def test_a_package_becomes_the_shop(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    make_shop(tmp_path / "old.db")
    old = Database(tmp_path / "old.db")
    write_package(old, tmp_path / "all.zip")
    old.close()
    program = start(tmp_path / "shop.db")
    window_of(program, Welcome, qtbot).package_chosen.emit(tmp_path / "all.zip")
    assert shop_of(program, qtbot).ui.shop.name == "پوشاک مهر"
    assert (tmp_path / "shop.db").exists()


def test_what_is_no_package_leaves_no_file_and_says_so(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "all.zip").write_text("x")
    program = start(tmp_path / "shop.db")
    window_of(program, Welcome, qtbot).package_chosen.emit(tmp_path / "all.zip")
    trouble = window_of(program, StartupErrorWindow, qtbot)
    assert any("بستهٔ این برنامه نیست" in one.text() for one in trouble.findChildren(QLabel))
    assert not (tmp_path / "shop.db").exists()
    trouble.findChildren(QPushButton)[0].click()
    window_of(program, Welcome, qtbot)


def test_one_user_is_not_asked_who_they_are(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    make_shop(tmp_path / "shop.db")
    assert shop_of(start(tmp_path / "shop.db"), qtbot).ui.user.name == "مریم"


def test_several_users_are_asked_and_the_last_one_stands_first(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "shop.db"
    make_shop(path, "رضا", "زهرا")
    program = start(path)
    who = window_of(program, UserChoice, qtbot)
    next(one for one in who.findChildren(QPushButton) if "زهرا" in one.text()).click()
    assert shop_of(program, qtbot).ui.user.name == "زهرا"
    program.finish()
    again = window_of(start(path), UserChoice, qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert "زهرا" in focused.text()
    assert again.isVisible()


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all", b"SQLite format 3\x00" + bytes(2000)]
)
def test_a_bad_file_is_explained_and_never_touched(
    start: Start, tmp_path: Path, qtbot: QtBot, content: bytes
) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(content)
    trouble = window_of(start(path), StartWindow, qtbot)
    sentences = [one.text() for one in trouble.findChildren(QLabel)]
    assert any(len(one) > 40 and one.endswith(".") for one in sentences)
    assert path.read_bytes() == content


def test_a_newer_file_is_explained(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "shop.db"
    make_shop(path)
    database = Database(path)
    with database.transaction() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    assert window_of(start(path), StartupErrorWindow, qtbot)


def test_a_file_of_an_older_version_is_backed_up_and_that_is_said(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "shop.db"
    make_older_shop(path, "0002", A_SHOP, AN_OWNER)
    shop = shop_of(start(path), qtbot)
    (made,) = (tmp_path / "backups").iterdir()
    assert any(str(made) in one.text() for one in shop.window.findChildren(QLabel))


def test_a_change_of_the_file_that_fails_says_where_the_backup_is(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shop.db"
    make_older_shop(path, "0002", A_SHOP, AN_OWNER)
    with monkeypatch.context() as patch:
        patch.setattr("ecrm_desktop.storage.database.upgrade", lambda _connection: 1 / 0)
        program = start(path)
        trouble = window_of(program, StartupErrorWindow, qtbot)
    (made,) = (tmp_path / "backups").iterdir()
    assert any(str(made) in one.text() for one in trouble.findChildren(QLabel))
    trouble.findChildren(QPushButton)[0].click()
    assert shop_of(program, qtbot).ui.shop.name == "پوشاک مهر"


def test_changes_of_another_copy_are_kept_aside_and_that_is_said(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "shop.db"
    make_shop(path)
    content = path.read_bytes()
    other = Database(path)
    with other.transaction() as session:
        session.execute(text("UPDATE shop SET name = 'دیگر'"))
    wal = Path(f"{path}-wal").read_bytes()
    other.close()
    path.write_bytes(content)
    with closing(connect(path)) as connection:  # as each backup is
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    Path(f"{path}-wal").write_bytes(wal)
    shop = shop_of(start(path), qtbot)
    assert shop.ui.shop.name == "پوشاک مهر"
    (kept,) = tmp_path.glob("shop-set-aside-*.db-wal")
    assert kept.read_bytes() == wal
    assert any(str(kept) in one.text() for one in shop.window.findChildren(QLabel))


def test_another_language_rebuilds_the_window_on_the_same_page(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    make_shop(tmp_path / "shop.db")
    program = start(tmp_path / "shop.db")
    shop = shop_of(program, qtbot)
    shop.window.open_page(PageName.SETTINGS)
    shop.ui.settings.set(LANGUAGE, "en")
    shop.navigator.rebuild()
    qtbot.waitUntil(lambda: program.shop is not shop)
    rebuilt = shop_of(program, qtbot)
    assert rebuilt.window.current_page is PageName.SETTINGS
    assert rebuilt.window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    rebuilt.ui.settings.set(LANGUAGE, "fa")
    rebuilt.navigator.rebuild()
    qtbot.waitUntil(lambda: QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft)


def test_a_second_start_ends_at_once(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "shop.db"
    make_shop(path)
    shop_of(start(path), qtbot)
    code = (
        "import sys; from pathlib import Path; from ecrm_desktop.shell.process import run;"
        "sys.exit(run(Path(sys.argv[1])))"
    )
    second = subprocess.Popen([sys.executable, "-c", code, str(path)])
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0


def test_the_shop_is_there_again_after_the_program_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    make_shop(path)
    code = (
        "import os, sys, threading\n"
        "from pathlib import Path\n"
        "from ecrm_desktop.shell import process\n"
        "threading.Timer(1.5, lambda: os.kill(os.getpid(), 9)).start()\n"
        "process.run(Path(sys.argv[1]))\n"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert killed.returncode == -9
    database = Database(path)
    with database.reading() as session:
        shop = find_shop(session)
    database.close()
    assert shop is not None


@POSIX
def test_a_file_that_the_disk_does_not_give_is_not_mended(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "shop.db"
    make_shop(path)
    with unreadable(path, behind=8192):
        program = start(path)
        window = window_of(program, StartupErrorWindow, qtbot)
    said = [one.text() for one in window.findChildren(QLabel)]
    assert explain(DatabaseError(Problem.DATABASE_UNREADABLE)) in said
    assert program.recovery is None
    again = next(one for one in window.findChildren(QPushButton))
    again.click()
    shop_of(program, qtbot)


def test_what_nobody_foresaw_is_not_called_damage(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shop.db"
    make_shop(path)

    def fail(_path: Path) -> None:
        raise MemoryError

    monkeypatch.setattr("ecrm_desktop.shell.app.open_shop_file", fail)
    program = start(path)
    window = window_of(program, StartupErrorWindow, qtbot)
    assert explain_bug() in [one.text() for one in window.findChildren(QLabel)]
    assert program.recovery is None
