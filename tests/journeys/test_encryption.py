"""A shop is encrypted, moves to a PC that lacks its key, and is made plain again."""

import re
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ecrm_desktop.backup.files import find_replaced, local_folder
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.queries.shop import users
from ecrm_desktop.services.passwords import set_password
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.settings import LAST_FOLDER
from ecrm_desktop.shell.app import Program
from ecrm_desktop.storage import encryption, keyring_secrets
from ecrm_desktop.storage.database import Database, connect
from ecrm_desktop.storage.database_file import file_key_id
from ecrm_desktop.ui import exporting
from ecrm_desktop.ui.destinations import PageName, SettingsTab
from ecrm_desktop.ui.settings.encrypt_sheet import EncryptSheet
from ecrm_desktop.ui.settings.phrase_view import PhraseView
from ecrm_desktop.ui.welcome.phrase_needed import PhraseNeeded
from ecrm_desktop.ui.welcome.recovery import RecoveryWindow
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.phrase_edit import PhraseEdit
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.recovery_phrase import parse_phrase, to_phrase
from tests.helpers.factories import make_customer
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.helpers.plain_bytes import CITY, NAME, NOTE, PHONE, places_with_plain_text
from tests.helpers.reports import texts
from tests.journeys.conftest import Start, shop_of

SECRET = bytes(range(16))


@pytest.fixture
def shop_file(path: Path, keyring_file: Path) -> Path:
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
        make_customer(session, NAME, phone=PHONE, city=CITY, notes=NOTE)
    database.close()
    return path


def open_privacy(program: Program, person: Person) -> QWidget:
    shop = shop_of(program, person)
    shop.navigator.open_settings(SettingsTab.PRIVACY)
    return shop.window.page(PageName.SETTINGS)


def shown_phrase(program: Program) -> bytes:
    assert program.shop is not None
    view = program.shop.window.findChildren(PhraseView)[-1]
    labels = [to_latin_digits(one.text()) for one in view.findChildren(Label)]
    return parse_phrase(" ".join(text for text in labels if re.fullmatch(r"\d{6}", text)))


def type_groups(person: Person, edit: PhraseEdit, groups: list[str]) -> None:
    for editor, group in zip(edit.editors, groups, strict=True):
        editor.setFocus()
        assert isinstance(editor, QLineEdit)
        editor.clear()
        person.write(group)


def needed_window(program: Program, person: Person) -> PhraseNeeded:
    person.wait(lambda: isinstance(program.window, PhraseNeeded))
    assert isinstance(program.window, PhraseNeeded)
    return program.window


def test_an_owner_encrypts_the_shop_and_takes_it_back(
    start: Start, person: Person, shop_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "paper" / "phrase.pdf"
    sheet.parent.mkdir()
    monkeypatch.setattr(exporting, "ask_for_file", lambda *_asked: sheet)
    program = start()
    open_privacy(program, person)
    person.walk_to("رمزگذاری فروشگاه…")
    person.press("Return")
    person.wait_to_see("عبارت بازیابی را روی کاغذ بیاورید")
    secret = shown_phrase(program)
    person.walk_to("ذخیره به‌صورت PDF…")
    person.press("Return")
    person.wait(sheet.exists)
    written = re.findall(r"\b\d{6}\b", to_latin_digits(" ".join(texts(sheet))))
    assert sorted(written) == sorted(to_phrase(secret))
    person.press("Ctrl+Return")
    person.wait_to_see("کاغذ درست است؟")
    before = program.shop
    assert before is not None
    asked = before.window.findChildren(EncryptSheet)[-1]
    groups = [to_phrase(secret)[number - 1] for number in asked.asked]
    type_groups(person, asked.typed, [*groups[:-1], "000011"])
    person.press("Ctrl+Return")
    person.wait_to_see("این همان عبارتی نیست که نشان داده شد.")
    type_groups(person, asked.typed, groups)
    person.press("Ctrl+Return")
    person.wait(lambda: program.shop is not None and program.shop is not before)
    person.wait_to_see("فروشگاه رمزگذاری شد.")
    encrypted = program.shop
    assert encrypted is not None
    assert encrypted.ui.background.database.secret == secret
    assert keyring_secrets.find_secret(keyring_secrets.key_id(secret)) == secret
    assert places_with_plain_text(shop_file.parent) == set()
    open_privacy(program, person)
    person.walk_to("خاموش کردن رمزگذاری…")
    person.press("Return")
    person.wait_to_see("رمزگذاری خاموش شود؟")
    person.press("Shift+Tab", "Return")
    person.wait(lambda: program.shop is not None and program.shop is not encrypted)
    person.wait_to_see("فروشگاه دیگر رمزگذاری‌شده نیست.")
    program.finish()
    assert file_key_id(shop_file) is None


def test_a_pc_without_the_key_asks_for_the_phrase_and_keeps_it(
    start: Start, person: Person, shop_file: Path, keyring_file: Path
) -> None:
    encryption.turn_on(shop_file, SECRET)
    keyring_file.unlink()
    kept = shop_file.read_bytes()
    program = start()
    window = needed_window(program, person)
    assert person.sees(keyring_secrets.key_id(SECRET).hex())
    other = list(to_phrase(bytes(16)))
    type_groups(person, window.phrase, other)
    person.press("Return")
    person.wait_to_see("این عبارت بازیابی مال فایل دیگری است.")
    assert shop_file.read_bytes() == kept
    groups = list(to_phrase(SECRET))
    mistyped = groups[3][:5] + str((int(groups[3][5]) + 1) % 10)
    type_groups(person, window.phrase, [*groups[:3], mistyped, *groups[4:]])
    person.wait_to_see("گروه ۴ درست نوشته نشده است")
    type_groups(person, window.phrase, groups)
    person.press("Return")
    shop_of(program, person)
    assert keyring_secrets.find_secret(keyring_secrets.key_id(SECRET)) == SECRET
    program.finish()
    assert program.window is not None
    program.window.hide()
    shop_of(start(), person)  # and from now on it opens by itself


def test_without_a_keyring_it_is_asked_at_each_start(
    start: Start, person: Person, shop_file: Path
) -> None:
    encryption.turn_on(shop_file, SECRET)
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    program = start()
    type_groups(person, needed_window(program, person).phrase, list(to_phrase(SECRET)))
    person.press("Return")
    open_privacy(program, person)
    person.wait_to_see("عبارت بازیابی در هر بار باز شدن برنامه پرسیده می‌شود.")
    program.finish()
    assert program.window is not None
    program.window.hide()
    needed_window(start(), person)


def test_who_lost_the_paper_too_goes_back_to_a_backup(
    start: Start, person: Person, shop_file: Path, keyring_file: Path
) -> None:
    database = Database(shop_file)
    folder = local_folder(shop_file)
    folder.mkdir()
    make_backup(database, folder, now=datetime.now(UTC), limit=10**9)
    database.close()
    encryption.turn_on(shop_file, SECRET)
    keyring_file.unlink()
    kept = shop_file.read_bytes()
    program = start()
    needed_window(program, person)
    person.walk_to("بازگرداندن پشتیبان…")
    person.press("Return")
    person.wait(
        lambda: isinstance(program.window, RecoveryWindow) and program.window.restore.isEnabled()
    )
    assert isinstance(program.window, RecoveryWindow)
    program.window.restore.click()
    shop_of(program, person)
    program.finish()
    assert file_key_id(shop_file) is None
    [replaced] = find_replaced(shop_file)
    assert replaced.path.read_bytes() == kept


def test_a_shop_that_another_process_has_open_stays_as_it_is(
    start: Start, person: Person, shop_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ecrm_desktop.storage.database_file.WAIT_MS", 100)
    program = start()
    before = shop_of(program, person)
    other = connect(shop_file)
    other.execute("SELECT count(*) FROM customers").fetchall()
    before.navigator.convert(SECRET)
    person.wait(lambda: program.shop is not None and program.shop is not before)
    person.wait_to_see("برنامهٔ دیگری")
    other.close()
    program.finish()
    assert file_key_id(shop_file) is None


def test_the_phrase_is_shown_again_after_the_password(
    start: Start, person: Person, shop_file: Path
) -> None:
    encryption.turn_on(shop_file, SECRET)
    program = start()
    page = open_privacy(program, person)
    database = shop_of(program, person).ui.background.database
    with database.transaction() as session:
        set_password(session, users(session)[0].id, "گل‌سرخ۷۳")
    person.walk_to("عبارت بازیابی…")
    person.press("Return")
    person.wait_to_see("خودتان هستید؟")
    person.write("نه")
    person.press("Ctrl+Return")
    person.wait(lambda: QApplication.focusWidget() is not None and person.sees("درست نیست"))
    assert not page.window().findChildren(PhraseView)
    person.write("گل‌سرخ۷۳")
    person.press("Ctrl+Return")
    person.wait(lambda: bool(page.window().findChildren(PhraseView)))
    assert shown_phrase(program) == SECRET


def test_settings_hold_nothing_of_it(start: Start, person: Person, shop_file: Path) -> None:
    encryption.turn_on(shop_file, SECRET)
    program = start()
    shop = shop_of(program, person)
    shop.ui.settings.set(LAST_FOLDER, "x")
    program.finish()
    told = (shop_file.parent / "settings.json").read_text(encoding="utf-8")
    assert SECRET.hex() not in told
    assert to_phrase(SECRET)[0] not in told
