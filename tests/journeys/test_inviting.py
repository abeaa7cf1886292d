"""Another computer is let into a shop behind a hub, from the window."""

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from ecrm_desktop.backup.entering import enter_shop
from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.entering import visiting
from ecrm_desktop.sync.pairing_text import parse_pairing
from ecrm_desktop.sync.rounds import run_round
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, wheel_binaries
from ecrm_desktop.sync.server.installing import make_shop
from ecrm_desktop.ui import inviting
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.sync.page import SyncPage, SyncTab
from ecrm_desktop.values.digits import to_persian_digits
from tests.helpers.admitting import come
from tests.helpers.hubs import HubShop
from tests.helpers.person import Person
from tests.helpers.postgres_places import place_for
from tests.helpers.shared_shop import digests
from tests.helpers.small_shop import fill_small_shop
from tests.journeys.conftest import Start, shop_of


@pytest.fixture(scope="session")
def server() -> Iterator[EmbeddedPostgres]:
    """A running PostgreSQL."""
    with place_for(wheel_binaries()) as place, place:
        yield place


@pytest.fixture
def hub(
    server: EmbeddedPostgres, path: Path, keyring_file: Path, tmp_path: Path
) -> Iterator[HubShop]:
    """A hub with the shop of the file that the window opens."""
    shop = HubShop(server, f"inviting_{uuid4().hex}", tmp_path)
    database = Database(path, create=True)
    with database.transaction() as session:
        fill_small_shop(session, "fa")
    with database.reading() as session:
        shop.shop = get_shop(session).id
    make_shop(shop.admin, shop.shop)
    with visiting(shop.invite("دفتر")) as visit:
        enter_shop(database, visit, limit=10)
    run_round(database)
    database.close()
    yield shop
    shop.close()


class Clock:
    """What the window reads the time from."""

    ahead = timedelta()

    def now(self, zone: tzinfo) -> datetime:
        """Return the time."""
        return datetime.now(zone) + self.ahead


def listed(hub: HubShop) -> list[object]:
    """Return the computers that the shop's hub knows."""
    return list(hub.admin.execute("SELECT id FROM ecrm_sync.devices").fetchall())


def made(hub: HubShop) -> list[object]:
    """Return the accounts of computers that came, or may."""
    return list(hub.admin.execute("SELECT id FROM ecrm_sync.accounts").fetchall())


def line_for(start: Start, person: Person) -> str:
    """Make the text for a computer called till, as an owner does."""
    program = start()
    person.press("Return")
    shop = shop_of(program, person)
    page = shop.window.open_page(PageName.SYNC)
    assert isinstance(page, SyncPage)
    page.open_tab(SyncTab.COMPUTERS)
    person.wait_to_see("راه دادن رایانه‌ی دیگر…")
    person.walk_to("راه دادن رایانه‌ی دیگر…")
    person.press("Return")
    person.fill("نام آن رایانه", "صندوق")
    person.press("Ctrl+Return")
    person.wait_to_see("متن اتصال برای صندوق")
    [line] = [
        one.toPlainText()
        for one in shop.window.findChildren(QPlainTextEdit)
        if one.accessibleName() == "متن اتصال"
    ]
    return line


def test_another_computer_comes_in_once_the_digits_were_compared(
    start: Start,
    person: Person,
    hub: HubShop,
    tmp_path: Path,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Clock()
    monkeypatch.setattr(inviting, "datetime", clock)
    line = line_for(start, person)
    # Once more, by habit: no second text is made behind the first one.
    person.press("Ctrl+Return")
    pairing = parse_pairing(line.upper())  # as a camera reads the code
    assert pairing.name == "صندوق"
    digits = come(pairing)
    assert come(pairing) == digits  # it looks again and again
    person.wait_to_see(to_persian_digits(digits))
    assert len(listed(hub)) == 1
    assert len(made(hub)) == 2

    # Somebody who takes long to agree leaves it as long to come.
    clock.ahead = timedelta(minutes=9)
    person.walk_to("یکی است؛ راهش بده")
    person.press("Return")
    person.wait_to_see("راه داده شد")
    clock.ahead = timedelta(minutes=18)
    other = Database(tmp_path / "other.db", create=True)
    with visiting(pairing) as visit:
        enter_shop(other, visit, limit=10)
    run_round(other)
    person.wait_to_see("صندوق وارد شد")
    mine = Database(path)
    person.wait(lambda: digests(other) == digests(mine))
    mine.close()
    other.close()


def test_whoever_photographed_the_text_is_seen_and_turned_away(
    start: Start, person: Person, hub: HubShop, keyring_file: Path
) -> None:
    pairing = parse_pairing(line_for(start, person))
    kept = keyring_file.read_text()
    stolen = come(pairing)
    person.wait_to_see(to_persian_digits(stolen))
    person.press("Space")  # it was meant for what stood there before
    taken, keyring_here = keyring_file.read_text(), kept
    keyring_file.write_text(keyring_here)
    # The right computer has another token, so it is told that somebody was here before.
    with pytest.raises(SyncError) as told, visiting(pairing):
        pass
    assert told.value.problem is Problem.PAIRING_USED

    person.walk_to("یکی نیست؛ راهش نده")
    person.press("Return")
    person.wait_to_see("راه داده نشد")
    keyring_file.write_text(taken)
    with pytest.raises(SyncError) as told, visiting(pairing):
        pass
    assert told.value.problem is Problem.PAIRING_USED
    assert len(listed(hub)) == 1
