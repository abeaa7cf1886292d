"""One click makes this computer the one on which the others of the shop meet."""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from ecrm_desktop.backup.entering import enter_shop
from ecrm_desktop.shell.app import Program
from ecrm_desktop.sync.entering import visiting
from ecrm_desktop.sync.pairing_text import parse_pairing
from ecrm_desktop.sync.rounds import run_round
from ecrm_desktop.sync.sharing import end_sharing, sharing_folder, sharing_state
from ecrm_desktop.ui.destinations import SettingsTab
from ecrm_desktop.ui.settings.sharing import SharingBox
from tests.helpers.admitting import come
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.helpers.small_shop import fill_small_shop
from tests.journeys.conftest import Start, shop_of

_SECONDS = 30
_PATIENCES = 6


@pytest.fixture
def here(path: Path, keyring_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A shop's file on a computer whose network is itself alone."""
    database = new_database(path)
    with database.transaction() as session:
        fill_small_shop(session, "fa")
    database.close()
    monkeypatch.setattr("ecrm_desktop.ui.settings.sharing.lan_addresses", lambda: ["127.0.0.1"])
    yield path
    end_sharing(path)
    wait_for_end(path)


def wait_for_end(path: Path) -> None:
    """Wait until what shared a shop has given its folder free."""
    end = time.monotonic() + _SECONDS
    while (sharing_folder(path) / "serving.lock").exists():
        assert time.monotonic() < end
        time.sleep(0.05)


def wait_longer(person: Person, text: str) -> None:
    """Wait to see what a PostgreSQL has to be made for first."""
    for _patience in range(_PATIENCES - 1):
        with suppress(AssertionError):
            person.wait_to_see(text)
            return
    person.wait_to_see(text)


def is_shared(path: Path) -> bool:
    state = sharing_state(path)
    return state is not None and state.since is not None


def test_a_shop_is_shared_with_one_click_and_goes_on_at_the_next_start(
    start: Start, person: Person, here: Path, tmp_path: Path
) -> None:
    program = start()
    person.press("Return")
    shop = shop_of(program, person)
    shop.navigator.open_settings(SettingsTab.COMPUTERS)
    person.wait_to_see("اشتراک فروشگاه از این رایانه…")
    person.walk_to("اشتراک فروشگاه از این رایانه…")
    person.press("Return")
    person.fill("نام این رایانه", "دفتر")
    person.press("Ctrl+Return")
    wait_longer(person, "راه دادن رایانه‌ی دیگر")
    assert is_shared(here)

    person.fill("نام آن رایانه", "صندوق")
    person.press("Ctrl+Return")
    person.wait_to_see("متن اتصال برای صندوق")
    [line] = [
        one.toPlainText() for one in shop.window.findChildren(QPlainTextEdit) if one.isReadOnly()
    ]
    other = new_database(tmp_path / "other.db")
    come(parse_pairing(line))
    person.wait_to_see("یکی است؛ راهش بده")
    person.walk_to("یکی است؛ راهش بده")
    person.press("Return")
    person.wait_to_see("راه داده شد")
    with visiting(parse_pairing(line)) as visit:
        assert visit.there.customers == 2
        enter_shop(other, visit, limit=10)
    run_round(other)
    other.close()
    person.wait_to_see("صندوق وارد شد")
    person.press("Escape")
    person.wait(lambda: program.shop is not shop)

    again = shop_of(program, person)
    again.navigator.open_settings(SettingsTab.COMPUTERS)
    person.wait_to_see("به اشتراک است")
    person.wait_to_see("صندوق · آخرین ارتباط")
    again.window.close()
    assert not is_shared(here)
    wait_for_end(here)

    program.finish()
    at_next = start()
    person.press("Return")
    shop_of(at_next, person)
    stop(at_next, person, here)


def stop(program: Program, person: Person, path: Path) -> None:
    """Stop sharing, as its owner does."""
    assert program.shop is not None
    program.shop.navigator.open_settings(SettingsTab.COMPUTERS)
    wait_longer(person, "توقف اشتراک…")
    assert is_shared(path)
    [box] = program.shop.window.findChildren(SharingBox)
    assert box.isVisible()
    person.walk_to("توقف اشتراک…")
    person.press("Return")
    person.wait_to_see("اشتراک متوقف شود؟")
    person.walk_to("متوقف کن")
    person.press("Return")
    person.wait_to_see("اشتراک متوقف است")
    assert not person.sees("توقف اشتراک…")
    assert not is_shared(path)
