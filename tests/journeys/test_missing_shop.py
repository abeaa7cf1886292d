"""A shop's file that is missing is no first start: look, restore, or begin anew."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from ecrm_desktop.backup.files import local_folder
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.settings import KNOWN_SHOPS, Settings
from ecrm_desktop.shell.app import Program
from ecrm_desktop.storage import encryption, keyring_secrets
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.welcome.phrase_needed import PhraseNeeded
from ecrm_desktop.ui.welcome.recovery import RecoveryWindow
from ecrm_desktop.ui.welcome.welcome import Welcome
from tests.helpers.factories import make_customer
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.journeys.conftest import Start, shop_of

DAYS = (20, 21, 22)
Work = Callable[[], Program]


@pytest.fixture
def shop_file(path: Path) -> Path:
    """A shop with three backups, each with one customer more."""
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
    local_folder(path).mkdir()
    for day in DAYS:
        with database.transaction() as session:
            make_customer(session, f"مشتری {day}", code=str(day))
        now = datetime(2026, 11, day, 10, 30, tzinfo=UTC)
        make_backup(database, local_folder(path), now=now, limit=10**9)
    database.close()
    return path


@pytest.fixture
def missing(start: Start, person: Person, shop_file: Path) -> Path:
    """The shop's file somewhere else, after the program had it open where it was."""
    program = start()
    shop_of(program, person)
    finish(program)
    elsewhere = shop_file.parent / "elsewhere" / "shop.db"
    elsewhere.parent.mkdir()
    shop_file.rename(elsewhere)
    return elsewhere


def finish(program: Program) -> None:
    assert program.window is not None
    program.window.hide()
    program.finish()


def recovery_of(program: Program, person: Person) -> RecoveryWindow:
    def is_ready() -> bool:
        window = program.window
        return isinstance(window, RecoveryWindow) and window.restore.isEnabled()

    person.wait(is_ready)
    assert isinstance(program.window, RecoveryWindow)
    return program.window


def shown(window: RecoveryWindow) -> list[str]:
    """Return the buttons from top to bottom."""
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    return [
        one.text()
        for one in sorted(buttons, key=lambda one: one.mapTo(window, one.rect().topLeft()).y())
    ]


def backups_shown(window: RecoveryWindow) -> int:
    """Return how many backups can be looked into by a button."""
    buttons = window.findChildren(QPushButton)
    return sum(one.isVisible() and ".ecrm.db" in one.toolTip() for one in buttons)


def button(window: RecoveryWindow, text: str) -> QPushButton:
    return next(one for one in window.findChildren(QPushButton) if text in one.text())


def customers(path: Path) -> int:
    database = Database(path)
    with database.reading() as session:
        count: int = (
            session.connection().exec_driver_sql("SELECT count(*) FROM customers").scalar_one()
        )
    database.close()
    return count


def test_it_is_said_which_shop_was_where_and_what_can_be_done_in_this_order(
    start: Start, person: Person, path: Path, missing: Path
) -> None:
    window = recovery_of(start(), person)
    assert missing.exists()
    person.wait_to_see("پوشاک مهر")
    person.wait_to_see(str(path))
    person.wait_to_see("آخرین بار که این‌جا باز شد")
    words = (
        "پیدا کردن فایل",
        "دوباره همان‌جا را ببین",
        "این پشتیبان را بازگردان",
        "شروع فروشگاهی نو",
    )
    order = [next(at for at, text in enumerate(shown(window)) if one in text) for one in words]
    assert order == sorted(order)
    # The three backups: one whose contents are shown, two to look into.
    person.wait(lambda: backups_shown(window) == len(DAYS) - 1)
    assert not path.exists()


def test_the_newest_backup_comes_back(
    start: Start, person: Person, path: Path, missing: Path
) -> None:
    assert missing.exists()
    program = start()
    recovery_of(program, person).restore.click()
    shop_of(program, person)
    program.finish()
    assert customers(path) == len(DAYS)


def test_an_older_backup_can_be_looked_into_and_comes_back(
    start: Start, person: Person, path: Path, missing: Path
) -> None:
    assert missing.exists()
    program = start()
    window = recovery_of(program, person)
    window.look_asked.emit(min(local_folder(path).iterdir()))
    person.wait_to_see("در پشتیبان")
    recovery_of(program, person).restore.click()
    shop_of(program, person)
    program.finish()
    assert customers(path) == 1


def test_a_disk_that_is_plugged_in_again_is_enough(
    start: Start, person: Person, path: Path, missing: Path
) -> None:
    program = start()
    window = recovery_of(program, person)
    missing.rename(path)
    button(window, "دوباره همان‌جا را ببین").click()
    shop_of(program, person)


def test_a_file_that_was_moved_is_found_once_and_opened_from_then_on(
    start: Start, person: Person, path: Path, missing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "ecrm_desktop.shell.trouble.QFileDialog.getOpenFileName", lambda *_: (str(missing), "")
    )
    program = start()
    button(recovery_of(program, person), "پیدا کردن فایل").click()
    shop_of(program, person)
    finish(program)
    again = start()
    assert shop_of(again, person).ui.background.database.path == missing
    assert not path.exists()


def test_a_backup_that_is_found_instead_is_looked_into_and_not_opened_as_the_shop(
    start: Start, person: Person, path: Path, missing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert missing.exists()
    oldest = min(local_folder(path).iterdir())
    monkeypatch.setattr(
        "ecrm_desktop.shell.trouble.QFileDialog.getOpenFileName", lambda *_: (str(oldest), "")
    )
    program = start()
    button(recovery_of(program, person), "پیدا کردن فایل").click()
    person.wait_to_see("در پشتیبان")
    recovery_of(program, person).restore.click()
    assert shop_of(program, person).ui.background.database.path == path
    finish(program)
    assert customers(path) == 1


def test_another_shop_that_is_opened_instead_is_not_taken_for_it(
    start: Start, person: Person, missing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert missing.exists()
    other = tmp_path / "other.db"
    database = new_database(other)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="کتاب ماه"), "IRR", "رضا")
    database.close()
    monkeypatch.setattr(
        "ecrm_desktop.shell.trouble.QFileDialog.getOpenFileName", lambda *_: (str(other), "")
    )
    program = start()
    button(recovery_of(program, person), "پیدا کردن فایل").click()
    shop_of(program, person)
    finish(program)
    recovery_of(start(), person)


def test_who_begins_anew_has_another_shop_and_the_backups_stay(
    start: Start, person: Person, path: Path, missing: Path
) -> None:
    assert missing.exists()
    program = start()
    button(recovery_of(program, person), "شروع فروشگاهی نو").click()
    person.wait(lambda: isinstance(program.window, Welcome))
    assert not path.exists()
    assert isinstance(program.window, Welcome)
    program.window.begun.emit(ShopDraft(name="پوشاک نو"), "مریم")
    assert shop_of(program, person).ui.shop.name == "پوشاک نو"
    program.finish()
    assert customers(path) == 0
    assert len(list(local_folder(path).iterdir())) == len(DAYS)


def test_backups_beside_it_tell_as_well(start: Start, person: Person, shop_file: Path) -> None:
    shop_file.unlink()  # before this program ever opened it
    recovery_of(start(), person)
    person.wait_to_see("پوشاک مهر")  # from the backup


def test_a_folder_that_is_gone_with_it_is_not_made(
    start: Start, person: Person, path: Path, tmp_path: Path
) -> None:
    settings = Settings(path.with_name("settings.json"))
    away = tmp_path / "stick" / "shop.db"
    settings.set_part(KNOWN_SHOPS, str(away), {"id": "broken"})
    program = start()
    program.finish()
    program._path = away  # noqa: SLF001 - the fixture starts at one place only
    assert program.start()
    recovery_of(program, person)
    assert not away.parent.exists()


def test_an_encrypted_shop_is_looked_for_before_its_phrase(
    start: Start, person: Person, path: Path, shop_file: Path, keyring_file: Path
) -> None:
    secret = keyring_secrets.make_secret()
    for file in (shop_file, *local_folder(shop_file).iterdir()):
        encryption.turn_on(file, secret)
    program = start()
    shop_of(program, person)
    finish(program)
    assert "پوشاک" not in path.with_name("settings.json").read_text("utf-8")
    shop_file.rename(shop_file.with_name("moved.db"))
    keyring_file.unlink()
    program = start()
    window = recovery_of(program, person)
    person.wait(lambda: backups_shown(window) == len(DAYS))
    window.look_asked.emit(max(local_folder(path).iterdir()))
    person.wait(lambda: isinstance(program.window, PhraseNeeded))
    assert isinstance(program.window, PhraseNeeded)
    program.window.typed.emit(secret)
    recovery_of(program, person).restore.click()
    shop_of(program, person)
