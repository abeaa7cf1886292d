"""A locked window shows and does nothing, loses nothing, and opens for who proves who they are."""

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.queries.autosave import list_autosaves
from ecrm_desktop.queries.shop import users
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.services.users import add_user
from ecrm_desktop.shell.app import Program
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.ui import password_check
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.welcome.user_choice import UserChoice
from ecrm_desktop.ui.widgets.calendar_popup import CalendarPopup
from ecrm_desktop.ui.widgets.password_edit import PasswordEdit
from ecrm_desktop.values.statuses import Role
from tests.helpers.every_place import every_form, every_page, settle
from tests.helpers.factories import give_password
from tests.helpers.finders import button
from tests.helpers.new_files import new_database
from tests.helpers.person import Person, seen
from tests.helpers.screen import all_words, visible_widgets
from tests.helpers.small_shop import SmallShop, fill_small_shop
from tests.journeys.conftest import Start, shop_of

PIN, OTHER_PIN = "7294", "8361"
OWNER, OTHER = "مریم", "زهرا"
# «سمیرا» is a user too; these are customers, their numbers and what they said.
SECRETS = ("کریمی", "چاپ نگار", "دیر رسید", "خوش‌حساب", "۰۹۱۲ ۳۴۵", "09123456789", "کفش")
LOCKED = "قفل است."


@pytest.fixture
def some(path: Path) -> SmallShop:
    """A shop whose owner has a PIN, and a manager another one."""
    database = new_database(path)
    with database.transaction() as session:
        filled = fill_small_shop(session, "fa")
        manager = add_user(session, UserDraft(name=OTHER, role=Role.MANAGER))
        owner = next(one for one in users(session) if one.role is Role.OWNER)
        give_password(session, owner.id, PIN)
        give_password(session, manager, OTHER_PIN)
    database.close()
    return filled


def type_pin(program: Program, person: Person, pin: str) -> None:
    person.wait(lambda: program.window is not None and program.window.isActiveWindow())
    person.wait(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    person.write(pin)
    person.press("Return")


def enter(program: Program, person: Person) -> ShopWindow:
    """Come in as the owner, who is asked first."""
    person.walk_to(OWNER)
    person.press("Space")
    type_pin(program, person, PIN)
    return shop_of(program, person)


def lock(program: Program, person: Person) -> UserChoice:
    person.press("Ctrl+L")
    person.wait(lambda: isinstance(program.window, UserChoice))
    window = program.window
    assert isinstance(window, UserChoice)
    person.wait(window.isActiveWindow)
    return window


def unlock(program: Program, person: Person) -> None:
    assert program.shop is not None
    type_pin(program, person, PIN)
    person.wait(program.shop.window.isActiveWindow)


def assert_nothing_is_told(locked: QWidget) -> None:
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [locked]
    words = all_words()
    assert LOCKED in words
    for secret in SECRETS:
        assert secret not in words


def test_a_password_of_the_sample_shop_holds_after_a_restart(
    start: Start, path: Path, person: Person
) -> None:
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="نمونه"), "IRR", OWNER, is_sample=True)
        add_user(session, UserDraft(name=OTHER, role=Role.MANAGER))
        (owner, _manager) = users(session)
    database.close()
    program = start()
    assert shop_of(program, person).ui.user.name == OWNER  # nobody is asked without one
    program.finish()
    database = Database(path)
    with database.transaction() as session:
        give_password(session, owner.id, PIN)
    database.close()
    program = start()
    person.wait(lambda: isinstance(program.window, UserChoice))


def test_nobody_gets_in_without_the_pin(
    start: Start, path: Path, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    program = start()
    person.walk_to(OWNER)
    person.press("Space")
    for wrong in ("7295", "0000"):
        type_pin(program, person, wrong)
        person.wait_to_see("رمز درست نیست")
        assert program.shop is None
    type_pin(program, person, "۷۲۹۴")
    shop = shop_of(program, person)
    assert shop.ui.user.name == OWNER
    assert shop.ui.background.database.capture.user_id == shop.ui.user.id


def test_an_only_user_with_a_pin_is_asked_for_it(start: Start, path: Path, person: Person) -> None:
    database = new_database(path)
    with database.transaction() as session:
        fill_small_shop(session, "fa")
        for user in users(session):
            if user.role is Role.OWNER:
                give_password(session, user.id, PIN)
            else:
                session.connection().exec_driver_sql(
                    "UPDATE users SET active = 0 WHERE id = ?", (user.id.bytes,)
                )
    database.close()
    program = start()
    assert program.shop is None
    assert not person.sees("کس دیگر")
    type_pin(program, person, PIN)
    assert shop_of(program, person).ui.user.name == OWNER


def test_many_wrong_ones_make_everybody_wait(start: Start, some: SmallShop, person: Person) -> None:
    program = start()
    person.walk_to(OWNER)
    person.press("Space")
    for wrong in ("7291", "7292", "7293"):
        type_pin(program, person, wrong)
        person.wait(lambda: any("رمز درست نیست" in one or "ثانیه" in one for one in seen()))
        person.wait(lambda: person.sees("ثانیه") or QApplication.focusWidget() is not None)
    person.wait_to_see("ثانیه")
    who = program.window
    assert isinstance(who, UserChoice)
    [password] = who.findChildren(PasswordEdit)
    assert not password.isEnabled()
    assert program.shop is None


@pytest.mark.slow
def test_no_page_and_no_form_shines_through_the_lock(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    program = start()
    shop = enter(program, person)
    pictures: list[QImage] = []
    QApplication.setCursorFlashTime(0)

    def look() -> None:
        person.wait(lambda: QApplication.focusWidget() is not None)
        locked = lock(program, person)
        assert_nothing_is_told(locked)
        settle(shop, qtbot)
        pictures.append(locked.grab().toImage())
        unlock(program, person)

    for _page in every_page(shop, qtbot):
        look()
    for _form in every_form(shop, some, qtbot):
        look()
    # Not a single pixel tells over which page or form the lock lies.
    assert len(pictures) > 20
    assert all(one == pictures[0] for one in pictures)


def test_what_was_typed_is_there_again(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    program = start()
    shop = enter(program, person)
    person.press("Ctrl+N")
    person.wait(lambda: top_overlay(shop.window.content) is not None)
    person.fill("نام", "پروانه")
    lock(program, person)
    unlock(program, person)
    assert program.shop is shop
    assert top_overlay(shop.window.content) is not None
    assert person.sees("پروانه")


def test_keys_do_nothing_while_it_is_locked(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    program = start()
    shop = enter(program, person)
    page = shop.window.current_page
    lock(program, person)
    for keys in ("Ctrl+N", "F1", "F2", "F3", "F4", "F6", "Ctrl+K", "Alt+2", "Ctrl+Z", "Ctrl+L"):
        person.press(keys)
        QTest.keyClick(shop.window, Qt.Key.Key_F2)
    settle(shop, qtbot)
    assert top_overlay(shop.window.content) is None
    assert shop.window.current_page == page
    assert not shop.window.isVisible()


@pytest.mark.parametrize("kind", ["menu", "calendar", "tooltip", "message", "question"])
def test_whatever_lies_over_the_window_goes_too(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot, kind: str
) -> None:
    program = start()
    shop = enter(program, person)
    window = shop.window
    if kind == "menu":
        menu = QMenu(window)
        menu.addAction(SECRETS[0])
        menu.popup(QPoint(50, 50))
    elif kind == "calendar":
        CalendarPopup(shop.ui.display, window).open_below(
            window.search_box, shop.ui.today(), shop.ui.today()
        )
    elif kind == "tooltip":
        QToolTip.showText(QPoint(50, 50), SECRETS[0], window)
    elif kind == "message":
        QMessageBox(QMessageBox.Icon.NoIcon, "", SECRETS[0], parent=window).open()
    else:
        shop.ui.messenger.ask(SECRETS[0], accept="بله", on_accept=lambda: None)
    person.wait(lambda: kind in {"calendar", "tooltip"} or SECRETS[0] in all_words())
    assert program.session_lock is not None
    program.session_lock.lock()
    person.wait(lambda: isinstance(program.window, UserChoice))
    locked = program.window
    assert locked is not None
    person.wait(lambda: {one.window() for one in visible_widgets()} == {locked})
    assert_nothing_is_told(locked)


def test_what_ends_behind_the_lock_tells_nothing(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    program = start()
    shop = enter(program, person)
    locked = lock(program, person)
    done: list[object] = []

    def end(_nothing: object) -> None:
        shop.ui.messenger.inform(SECRETS[0])
        QMessageBox(QMessageBox.Icon.NoIcon, "", SECRETS[0], parent=shop.window).open()
        done.append(True)

    shop.ui.background.run(lambda _progress: None, end, owner=shop)
    person.wait(lambda: bool(done))
    person.wait(lambda: {one.window() for one in visible_widgets()} == {locked})
    assert_nothing_is_told(locked)


def test_a_dialog_that_waits_for_a_file_is_answered_with_no(
    start: Start, some: SmallShop, person: Person
) -> None:
    program = start()
    shop = enter(program, person)
    session_lock = program.session_lock
    assert session_lock is not None

    def lock_over_dialog() -> None:
        if QApplication.activeModalWidget() is None:
            QTimer.singleShot(10, lock_over_dialog)
        else:
            session_lock.lock()

    lock_over_dialog()
    chosen, _kind = QFileDialog.getSaveFileName(shop.window, "ذخیره", "کریمی.pdf")
    assert chosen == ""
    locked = program.window
    assert locked is not None
    assert_nothing_is_told(locked)


def test_somebody_else_takes_over_and_the_form_waits_for_who_typed_it(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    program = start()
    first = enter(program, person)
    person.press("Ctrl+N")
    person.wait(lambda: top_overlay(first.window.content) is not None)
    person.fill("نام", "پروانه")
    lock(program, person)
    person.walk_to("کس دیگر")
    person.press("Space")
    person.wait_to_see(OTHER)
    person.wait(lambda: QApplication.focusWidget() is not None)
    person.walk_to(OTHER)
    person.press("Space")
    type_pin(program, person, OTHER_PIN)
    person.wait(lambda: program.shop is not first)
    second = shop_of(program, person)
    assert second.ui.user.name == OTHER
    assert second.ui.background.database.capture.user_id == second.ui.user.id
    settle(second, qtbot)
    assert not person.sees("نیمه‌کاره")
    assert not person.sees("پروانه")
    person.press("Ctrl+N")
    person.wait(lambda: top_overlay(second.window.content) is not None)
    assert not person.sees("پروانه")
    person.press("Esc")
    lock(program, person)
    person.walk_to("کس دیگر")
    person.press("Space")
    person.wait_to_see(OWNER)
    person.wait(lambda: QApplication.focusWidget() is not None)
    third = enter(program, person)
    person.wait_to_see("نیمه‌کاره")
    person.press("F6")
    person.wait(lambda: top_overlay(third.window.content) is not None)
    assert person.sees("پروانه")


def test_it_locks_by_itself_when_nobody_works_even_over_a_form(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    program = start()
    shop = enter(program, person)
    settle(shop, qtbot)
    person.press("Ctrl+N")
    person.wait(lambda: top_overlay(shop.window.content) is not None)
    assert program.session_lock is not None
    program.session_lock.lock_after(0.3)
    person.wait(lambda: isinstance(program.window, UserChoice))
    unlock(program, person)
    assert top_overlay(shop.window.content) is not None


def test_whoever_works_keeps_it_open(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot
) -> None:
    program = start()
    shop = enter(program, person)
    settle(shop, qtbot)
    assert program.session_lock is not None
    program.session_lock.lock_after(1.0)
    window = shop.window.windowHandle()
    begun = time.monotonic()
    while time.monotonic() - begun < 1.6:
        QTest.keyClick(window, Qt.Key.Key_Shift)
        QApplication.processEvents()
    assert program.window is shop.window


@pytest.mark.parametrize("ask", ["key", "idle"])
def test_without_a_password_there_is_no_lock_but_a_hint(
    start: Start, path: Path, person: Person, qtbot: QtBot, ask: str
) -> None:
    database = new_database(path)
    with database.transaction() as session:
        fill_small_shop(session, "fa")
    database.close()
    program = start()
    person.walk_to(OWNER)
    person.press("Space")
    shop = shop_of(program, person)
    settle(shop, qtbot)
    if ask == "key":
        person.press("Ctrl+L")
        person.wait_to_see("بدون رمز نمی‌شود قفل کرد")
    else:
        assert program.session_lock is not None
        with qtbot.waitSignal(program.session_lock.idle_watch.idle):
            program.session_lock.lock_after(0.1)
    assert program.window is shop.window
    assert shop.window.isVisible()


def test_the_button_of_the_sidebar_locks(start: Start, some: SmallShop, person: Person) -> None:
    program = start()
    shop = enter(program, person)
    button(shop.window.sidebar, "قفل").click()
    person.wait(lambda: isinstance(program.window, UserChoice))


def test_closing_a_locked_window_ends_the_program_and_keeps_the_form(
    start: Start, path: Path, some: SmallShop, person: Person, qapp: QApplication, qtbot: QtBot
) -> None:
    program = start()
    shop = enter(program, person)
    person.press("Ctrl+N")
    person.wait(lambda: top_overlay(shop.window.content) is not None)
    person.fill("نام", "پروانه")
    locked = lock(program, person)
    told: list[bool] = []
    shop.window.closing.connect(lambda: told.append(True))  # the last backup is made then
    QTimer.singleShot(0, locked.close)
    late = QTimer()
    late.timeout.connect(lambda: qapp.exit(1))
    late.start(10_000)
    assert qapp.exec() == 0  # Qt counts windows only while the program runs
    late.stop()
    assert told == [True]
    database = Database(path)
    with database.reading() as session:
        assert "پروانه" in str(list_autosaves(session))
    database.close()


def test_an_import_that_writes_for_minutes_locks_nobody_out(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(password_check, "UNCOUNTED_MS", 100)
    program = start()
    shop = enter(program, person)
    go_on = threading.Event()

    def work(_session: Session) -> None:
        go_on.wait(20)

    try:
        shop.ui.background.write(work, owner=shop)
        lock(program, person)
        for wrong in ("7291", "7292"):
            type_pin(program, person, wrong)
            person.wait_to_see("رمز درست نیست")
        unlock(program, person)
    finally:
        go_on.set()
