"""A shop on one computer comes to a server, moves to a hub and is alone again, with all it has."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from ecrm_desktop.backup.entering import enter_shop
from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.sync import Link
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.entering import visiting
from ecrm_desktop.sync.rounds import run_round
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, wheel_binaries
from ecrm_desktop.sync.server.installing import make_shop
from ecrm_desktop.ui.destinations import SettingsTab
from ecrm_desktop.ui.joining import JoinBox
from tests.helpers.hubs import HubShop
from tests.helpers.person import Person
from tests.helpers.postgres_places import place_for
from tests.helpers.shared_shop import SharedShop, digests
from tests.helpers.small_shop import fill_small_shop
from tests.journeys.conftest import Start, shop_of

_PATIENCE_MS = 60_000


@pytest.fixture(scope="session")
def server() -> Iterator[EmbeddedPostgres]:
    """A running PostgreSQL."""
    with place_for(wheel_binaries()) as place, place:
        yield place


def address_of(database: Database) -> str:
    with database.reading() as session:
        return str(session.scalar(select(Link.address)))


def has_synced(database: Database) -> bool:
    with database.reading() as session:
        return session.scalar(select(Link.synced_at)) is not None


def add(database: Database, name: str) -> None:
    with database.transaction() as session:
        create_customer(session, CustomerDraft(last_name=name))


def names(database: Database) -> set[str]:
    with database.reading() as session:
        return set(session.scalars(select(Customer.last_name)))


def join_with(
    person: Person, shop: ShopWindow, text: str, wait_longer: Callable[[Callable[[], bool]], None]
) -> None:
    """Look what a text leads to, and join."""
    shop.navigator.open_settings(SettingsTab.COMPUTERS)
    person.wait_to_see("متن اتصال")
    [box] = shop.window.findChildren(JoinBox)
    box.field.set_value(text)
    person.walk_to("بررسی متن")
    person.press("Return")
    wait_longer(box.join.isVisible)
    box.join.setFocus()


def test_desktop_server_hub_and_desktop_again(
    start: Start,
    person: Person,
    qtbot: QtBot,
    server: EmbeddedPostgres,
    path: Path,
    keyring_file: Path,
    tmp_path: Path,
) -> None:
    alone = Database(path, create=True)
    with alone.transaction() as session:
        fill_small_shop(session, "fa")
    shared = SharedShop(server, tmp_path, alone)
    before = names(alone)
    alone.close()
    program = start()
    person.press("Return")

    def wait_longer(until: Callable[[], bool]) -> None:
        qtbot.waitUntil(until, timeout=_PATIENCE_MS)

    # To a server in the LAN, and another computer after it.
    shop = shop_of(program, person)
    join_with(person, shop, shared.pairing("دفتر").text(), wait_longer)
    person.press("Return")
    wait_longer(lambda: program.shop is not shop)
    shop = shop_of(program, person)
    mine = shop.ui.background.database
    wait_longer(lambda: has_synced(mine))
    other = Database(tmp_path / "other.db", create=True)
    shared.join(other, "صندوق")
    assert names(other) == before

    # To a hub; the other one stays for a while.
    hub = HubShop(server, "moving_away", tmp_path)
    hub.shop = shared.shop
    make_shop(hub.admin, hub.shop)
    join_with(person, shop, hub.invite("دفتر").text(), wait_longer)
    assert person.sees("ادامه می‌دهد")
    person.press("Return")
    wait_longer(lambda: program.shop is not shop)
    shop = shop_of(program, person)
    mine = shop.ui.background.database
    assert hub.hub.url in address_of(mine)
    add(other, "در سرور قدیمی")
    run_round(other)
    add(other, "هنوز نرفته")
    with visiting(hub.invite("صندوق")) as visit:
        enter_shop(other, visit, limit=10)
    run_round(other)
    person.press("F5")
    wait_longer(lambda: names(mine) == before | {"در سرور قدیمی", "هنوز نرفته"})
    run_round(other)
    person.press("F5")
    wait_longer(lambda: digests(mine) == digests(other))

    # And alone again.
    shop.navigator.open_settings(SettingsTab.COMPUTERS)
    person.wait_to_see("ادامه به تنهایی")
    whole = digests(mine)
    person.walk_to("جدا شدن از رایانه‌های دیگر…")
    person.press("Return")
    person.wait_to_see("از رایانه‌های دیگر جدا می‌شوید؟")
    person.walk_to("جدا شو")
    person.press("Return")
    wait_longer(lambda: program.shop is not shop)
    shop = shop_of(program, person)
    mine = shop.ui.background.database
    assert not shop.ui.syncing.is_joined
    assert digests(mine) == whole
    assert list(path.parent.glob("*/*.ecrm.db"))
    add(mine, "باز تنها")
    other.close()
    shared.close()
    hub.close()
