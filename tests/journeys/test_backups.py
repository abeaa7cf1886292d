"""From the last backup of the day over a broken disk to the shop that is back."""

import random
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.queries.changes import ChangeFilter, EntryKind, change_rows, list_changes
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.shell.app import Program
from ecrm_desktop.storage import encryption, keyring_secrets
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.welcome.phrase_needed import PhraseNeeded
from tests.helpers.factories import make_customer
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.journeys.conftest import Start, recovery_of, shop_of


@pytest.fixture
def shop_file(path: Path) -> Path:
    """A shop with some customers."""
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
        for number in range(30):
            make_customer(session, f"مشتری {number}", code=str(number + 1))
    database.close()
    return path


def backups(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("*.ecrm.db"))


def customers(path: Path) -> int:
    database = Database(path)
    with database.reading() as session:
        count: int = (
            session.connection().exec_driver_sql("SELECT count(*) FROM customers").scalar_one()
        )
    database.close()
    return count


def restored(path: Path) -> list[tuple[str, str]]:
    """Who restored which backup, as the audit trail of the file has it."""
    database = Database(path)
    with database.reading() as session:
        found = list_changes(session, ChangeFilter(kind=EntryKind.BACKUP_RESTORED), Sort("at"))
        rows = change_rows(session, found)
    database.close()
    return [(row.user_name, row.record.name) for row in rows]


def leave(program: Program, person: Person) -> None:
    """Close the window as Alt+F4 does, and wait until nothing of the program is to be seen."""
    assert program.window is not None
    program.window.close()
    person.wait(lambda: not any(one.isVisible() for one in QApplication.topLevelWidgets()))
    program.finish()


def button(window: QWidget | None, text: str) -> QPushButton:
    assert window is not None
    return next(one for one in window.findChildren(QPushButton) if text in one.text())


def test_leaving_makes_a_backup_once(start: Start, person: Person, shop_file: Path) -> None:
    program = start()
    shop_of(program, person)
    leave(program, person)
    assert len(backups(shop_file)) == 1
    again = start()
    shop_of(again, person)
    leave(again, person)  # nothing changed
    assert len(backups(shop_file)) == 1


def test_a_backup_comes_back_and_what_was_there_stays(
    start: Start, person: Person, shop_file: Path
) -> None:
    program = start()
    shop_of(program, person)
    leave(program, person)
    database = Database(shop_file)
    with database.transaction() as session:
        make_customer(session, "پس از پشتیبان")
    database.close()
    program = start()
    [first] = backups(shop_file)
    shop_of(program, person).navigator.restore(first)
    person.wait_to_see("پشتیبان بازگردانده شد")
    program.finish()
    assert customers(shop_file) == 30
    assert restored(shop_file) == [("مریم", first.name)]
    (kept,) = shop_file.parent.glob("shop-replaced-*.db")
    assert customers(kept) == 31


def test_a_restore_that_the_disk_does_not_confirm_stands_in_the_trail(
    start: Start, person: Person, shop_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> None:
        raise FileError(Problem.FILE_UNCONFIRMED, path=path)

    program = start()
    shop_of(program, person)
    leave(program, person)
    program = start()
    [first] = backups(shop_file)
    shop = shop_of(program, person)
    monkeypatch.setattr("ecrm_desktop.backup.restoring.confirm_name", fail)
    shop.navigator.restore(first)
    person.wait_to_see("دیسک تأیید نمی‌کند")
    program.finish()
    assert restored(shop_file) == [("مریم", first.name)]


def test_a_backup_that_is_damaged_leaves_the_shop_as_it_was(
    start: Start, person: Person, shop_file: Path
) -> None:
    bad = shop_file.with_name("bad.db")
    bad.write_bytes(shop_file.read_bytes()[:9000])
    program = start()
    shop_of(program, person).navigator.restore(bad)
    person.wait_to_see("خراب است و چیزی تغییر نکرد")
    program.finish()
    assert customers(shop_file) == 30


def test_a_damaged_file_at_the_start_leads_to_the_newest_backup(
    start: Start, person: Person, shop_file: Path
) -> None:
    program = start()
    shop_of(program, person)
    leave(program, person)
    damaged = shop_file.read_bytes()[:50_000]
    shop_file.write_bytes(damaged)
    program = start()
    window = recovery_of(program, person, lambda one: one.restore.isVisible())
    person.wait_to_see("تازه‌ترین پشتیبان")
    window.restore.click()
    shop_of(program, person)
    program.finish()
    assert customers(shop_file) == 30
    assert restored(shop_file) == [("", backups(shop_file)[0].name)]
    (kept,) = shop_file.parent.glob("shop-replaced-*.db")
    assert kept.read_bytes() == damaged


def test_a_damaged_file_without_a_backup_is_salvaged(
    start: Start, person: Person, shop_file: Path
) -> None:
    content = bytearray(shop_file.read_bytes())
    content[4096 * 6 : 4096 * 9] = random.Random(5).randbytes(4096 * 3)
    content[:4096] = bytes(4096)
    content[:16] = b"SQLite format 3\0"
    shop_file.write_bytes(content)
    program = start()
    window = recovery_of(program, person, lambda one: one.salvage.isVisible())
    assert not window.restore.isVisible()
    window.salvage.click()
    person.wait(window.use.isVisible)
    window.use.click()
    shop_of(program, person)
    program.finish()
    assert customers(shop_file) == 30
    (kept,) = shop_file.parent.glob("shop-replaced-*.db")
    assert kept.read_bytes() == bytes(content)
    left = {one.name for one in shop_file.parent.iterdir() if one.name.endswith(".part")}
    assert left == set()


def test_a_new_computer_begins_with_the_backup(
    start: Start, person: Person, path: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "old" / "shop.db"
    database = new_database(elsewhere)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
        make_customer(session)
    database.close()
    program = start()
    person.wait_to_see("از فروشگاهم پشتیبان دارم…")
    button(program.window, "پشتیبان دارم").click()
    recovery_of(program, person, lambda one: not one.restore.isVisible())
    person.wait(lambda: button(program.window, "انتخاب فایل پشتیبان").isEnabled())
    assert program.recovery is not None
    program.recovery.look_into(elsewhere)
    window = recovery_of(program, person, lambda one: one.restore.isVisible())
    window.restore.click()
    shop_of(program, person)
    program.finish()
    assert customers(path) == 1


def test_an_encrypted_backup_opens_with_its_phrase_on_a_new_computer(
    start: Start, person: Person, path: Path, shop_file: Path, keyring_file: Path
) -> None:
    elsewhere = shop_file.with_name("old.db")
    shop_file.rename(elsewhere)
    secret = keyring_secrets.make_secret()
    encryption.turn_on(elsewhere, secret)
    keyring_file.unlink(missing_ok=True)
    program = start()
    button(program.window, "پشتیبان دارم").click()
    recovery_of(program, person, lambda one: one.salvage.isHidden() and not one.restore.isVisible())
    assert program.recovery is not None
    program.recovery.look_into(elsewhere)
    for typed in (keyring_secrets.make_secret(), secret):  # the first is another shop's
        person.wait(lambda: isinstance(program.window, PhraseNeeded))
        assert isinstance(program.window, PhraseNeeded)
        program.window.typed.emit(typed)
    window = recovery_of(program, person, lambda one: one.restore.isVisible())
    window.restore.click()
    shop_of(program, person)
    program.finish()
    assert keyring_secrets.key_id_in(path.read_bytes()) == keyring_secrets.key_id(secret)
    assert keyring_secrets.find_secret(keyring_secrets.key_id(secret)) == secret
