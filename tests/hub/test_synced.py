"""Shops whose PCs meet through a hub, whatever happens to it or to them."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import select

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.errors import EcrmError, FileError, Problem, SyncError
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.sync.hub.archive import read_archive, write_archive
from ecrm_desktop.sync.hub.storage import serving
from ecrm_desktop.sync.hub_transport import HubTransport
from ecrm_desktop.sync.refusals import SyncRefusedError, Trouble
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, new_password
from ecrm_desktop.sync.server.installing import HUB, make_role, make_shop, revoke_device
from tests.helpers.hubs import HubShop
from tests.helpers.shop_simulation import Chances, Simulation
from tests.helpers.synced_pcs import Pc, ServedShop

Join = Callable[[HubShop, str], Pc]


@pytest.fixture
def served(shop: HubShop) -> HubShop:
    """A shop without any PC, behind the same hub as others."""
    shop.shop = uuid4()
    make_shop(shop.admin, shop.shop)
    return shop


def add(pc: Pc, *names: str) -> None:
    """Add customers to a PC's file."""
    for name in names:
        with pc.database.transaction() as session:
            create_customer(session, CustomerDraft(first_name=name))


def names(pc: Pc) -> list[str]:
    """Return the customers that a PC has."""
    with pc.database.reading() as session:
        return sorted(session.scalars(select(Customer.first_name)))


def settle(*pcs: Pc) -> None:
    """Let everybody sync, until all have the same."""
    for _ in range(3):
        for pc in pcs:
            pc.sync()
    first, *others = (pc.digests() for pc in pcs)
    assert all(one == first for one in others)


@contextmanager
def held(served: HubShop) -> Iterator[None]:
    """Keep everybody from writing in a shop."""
    with served.admin.transaction():
        lock = "SELECT FROM ecrm_sync.shops WHERE shop = %s FOR UPDATE"
        served.admin.execute(lock, [served.shop])
        yield


def wait_for_lock(served: HubShop, count: int = 1) -> None:
    """Wait until so many wait for another one's lock."""
    until = time.monotonic() + 20
    waiting = "SELECT count(*) < %s FROM pg_locks WHERE NOT granted"
    while served.admin.execute(waiting, [count]).fetchone() == (True,):
        assert time.monotonic() < until
        time.sleep(0.01)


def test_three_pcs_become_the_same_also_after_the_hub_was_killed(
    served: HubShop, join: Join
) -> None:
    a, b, c = (join(served, name) for name in "abc")
    add(a, "مریم")
    settle(a, b, c)
    port = served.hub.port

    # Killed while the database is at it: what was sent is taken, and nobody heard the answer.
    add(a, *(f"مشتری {number}" for number in range(40)))
    add(b, "سارا")
    head = a.transport.digests(a.engine.device_id)["head"]
    lost: list[SyncError] = []

    def send() -> None:
        with pytest.raises(SyncError) as caught:
            a.sync()
        lost.append(caught.value)

    sending = threading.Thread(target=send)
    with held(served):
        sending.start()
        wait_for_lock(served)
        served.hub.kill()
    sending.join()
    assert [one.problem for one in lost] == [Problem.SYNC_UNREACHABLE]
    with pytest.raises(SyncError):
        b.sync()
    served.hub.start(port)
    assert a.transport.digests(a.engine.device_id)["head"] > head
    settle(a, b, c)
    assert len(names(c)) == 42
    assert a.transport.digests(a.engine.device_id)["tables"].items() >= {
        ("customers", c.digests()["customers"])
    }


def test_a_hub_that_is_asked_to_end_finishes_what_runs(served: HubShop) -> None:
    pairing, port = served.invite(), served.hub.port
    way, idle = served.joined(pairing), served.joined(served.invite())
    said: list[Any] = []

    def ask() -> None:
        said.append(way.hello(pairing.device, None, None, "PC", "0012"))

    asking = threading.Thread(target=ask)
    with held(served):
        asking.start()
        wait_for_lock(served)
        served.hub.ask_to_end()
        with pytest.raises(OSError, match="refused"):
            while True:  # until it hears nobody any more
                socket.create_connection(("127.0.0.1", port), timeout=5).close()
                time.sleep(0.01)
    asking.join()
    assert served.hub.wait() == 0
    assert said[0]["number"] == 1
    for one in (way, idle):
        one.close()
    served.hub.start(port)


def test_one_pc_does_not_take_all_connections(served: HubShop) -> None:
    pairing, token = served.invite(), new_password()
    ways = [served.joined(pairing, token) for _ in range(3)]
    said: list[Any] = []

    def ask(way: HubTransport) -> None:
        said.append(way.hello(pairing.device, None, None, "PC", "0012"))

    asking = [threading.Thread(target=ask, args=(way,)) for way in ways[:2]]
    with held(served):
        for number, one in enumerate(asking, 1):
            one.start()
            wait_for_lock(served, number)
        with pytest.raises(SyncError) as caught:
            ways[2].digests(pairing.device)
    assert caught.value.problem is Problem.SYNC_SLOWED
    for one in asking:
        one.join()
    assert len(said) == 2
    assert "epoch" in ways[2].digests(pairing.device)
    for way in ways:
        way.close()


def test_who_is_shut_out_keeps_the_work_and_the_others_go_on(served: HubShop, join: Join) -> None:
    a, b, c = (join(served, name) for name in "abc")
    settle(a, b, c)
    add(b, "نرگس")
    revoke_device(served.admin, served.shop, b.engine.device_id)
    with pytest.raises(SyncRefusedError) as caught:
        b.sync()
    assert caught.value.trouble is Trouble.REVOKED
    assert names(b) == ["نرگس"]
    settle(a, c)
    assert names(c) == []


def test_a_hub_that_was_put_back_gets_again_what_it_forgot(
    served: HubShop, join: Join, tmp_path: Path
) -> None:
    a, b = join(served, "a"), join(served, "b")
    add(a, "پیش از پشتیبان")
    settle(a, b)
    revoked = join(served, "revoked")
    revoked.sync()
    kept = tmp_path / "kept.zip"
    assert write_archive(served.admin, kept).shops >= 1
    revoke_device(served.admin, served.shop, revoked.engine.device_id)
    add(a, "پس از پشتیبان")
    settle(a, b)
    late = join(served, "late")
    add(late, "تازه‌وارد")
    late.sync()

    read_archive(served.admin, kept)

    settle(a, b, late)
    assert names(b) == sorted(["پیش از پشتیبان", "پس از پشتیبان", "تازه‌وارد"])
    with pytest.raises(SyncRefusedError):
        revoked.sync()


def test_who_was_away_until_the_log_was_thinned_has_all(served: HubShop, join: Join) -> None:
    first, second = join(served, "first"), join(served, "second")
    add(first, "الف")
    settle(first, second)
    add(first, "ب")
    add(second, "پ")
    first.sync()
    served.let_half_a_year_pass()
    first.sync()
    first.engine.thin()
    of_shop = "SELECT thinned_to FROM ecrm_sync.shops WHERE shop = %s"
    [(thinned_to,)] = served.admin.execute(of_shop, [served.shop]).fetchall()
    assert thinned_to > 0
    settle(first, second)
    assert names(first) == ["الف", "ب", "پ"]


def test_shops_come_into_another_database_beside_its_own(
    served: HubShop, cluster: EmbeddedPostgres, join: Join, tmp_path: Path
) -> None:
    a = join(served, "a")
    add(a, "مریم")
    a.sync()
    kept = tmp_path / "kept.zip"
    archive = write_archive(served.admin, kept)

    other = ServedShop(cluster, f"other_{uuid4().hex}")
    assert read_archive(other.admin, kept) == archive
    count = "SELECT count(*) FROM ecrm_sync.records"
    assert other.admin.execute(count).fetchone() == served.admin.execute(count).fetchone()
    shops = "SELECT shop, epoch FROM ecrm_sync.shops"
    there, here = (dict(one.admin.execute(shops).fetchall()) for one in (other, served))
    assert there.keys() == {other.shop, *here}
    assert there[served.shop] != here[served.shop]
    other.close()


def test_a_hub_works_as_a_role_that_owns_nothing(
    served: HubShop, cluster: EmbeddedPostgres
) -> None:
    def nobody_asks() -> str:
        raise AssertionError

    password = new_password()
    make_role(served.admin, "a_hub", password, HUB)
    make_role(served.admin, "a_pc", password)
    at = f"127.0.0.1:{cluster.port}/{served.name}"
    for url in (served.hub.storage, f"postgresql://a_hub:{password}@{at}"):
        with (
            serving(url, nobody_asks) as conninfo,
            psycopg.connect(conninfo, autocommit=True) as connection,
        ):
            who = "SELECT rolsuper, pg_has_role(%s, 'MEMBER') FROM pg_roles WHERE rolname = user"
            assert connection.execute(who, [HUB]).fetchone() == (False, True)
            owned = "SELECT count(*) FROM pg_class WHERE relowner = user::regrole"
            assert connection.execute(owned).fetchone() == (0,)
    with (
        pytest.raises(SyncError) as caught,
        serving(f"postgresql://a_pc:{password}@{at}", nobody_asks),
    ):
        pass
    assert caught.value.problem is Problem.SYNC_NOT_ADMIN
    # A database that was prepared by another version of the program.
    for other, problem, again in (
        ("number = -number WHERE number > 1", Problem.SYNC_SERVER_OLD, "abs(number)"),
        ("number = 9999 WHERE number = 1", Problem.SYNC_SERVER_NEW, "number % 9998"),
    ):
        served.admin.execute(f"UPDATE ecrm_sync.migrations SET {other}")
        for url in (served.hub.storage, f"postgresql://a_hub:{password}@{at}"):
            with pytest.raises(SyncError) as caught, serving(url, nobody_asks):
                pass
            assert caught.value.problem is problem
        served.admin.execute(f"UPDATE ecrm_sync.migrations SET number = {again}")
    for role in ("a_hub", "a_pc"):
        served.admin.execute(f"DROP ROLE {role}")


def test_a_backup_that_is_not_whole_changes_nothing(
    served: HubShop, join: Join, tmp_path: Path
) -> None:
    a = join(served, "a")
    add(a, "مریم")
    a.sync()
    kept, broken = tmp_path / "kept.zip", tmp_path / "broken.zip"
    write_archive(served.admin, kept)
    content = kept.read_bytes()
    before = a.transport.digests(a.engine.device_id)
    for wrong in (b"", b"PK", content[:-100], content[:200] + b"\0" * 50 + content[250:]):
        broken.write_bytes(wrong)
        with pytest.raises(FileError) as caught:
            read_archive(served.admin, broken)
        assert caught.value.problem is Problem.ARCHIVE_WRONG
    with pytest.raises(EcrmError):
        read_archive(served.admin, tmp_path / "nothing.zip")
    served.admin.execute("UPDATE ecrm_sync.migrations SET number = -number WHERE number > 1")
    with pytest.raises(FileError) as caught:
        read_archive(served.admin, kept)
    assert caught.value.problem is Problem.ARCHIVE_OTHER_VERSION
    served.admin.execute("UPDATE ecrm_sync.migrations SET number = abs(number)")
    assert a.transport.digests(a.engine.device_id) == before


def test_a_shops_life_through_a_hub(
    cluster: EmbeddedPostgres, empty_database_file: Path, tmp_path: Path
) -> None:
    def served(name: str) -> HubShop:
        return HubShop(cluster, name, tmp_path, "--rate", "10000")

    chances = Chances(lost=0.05, crash=0.03, clone=0.02)
    simulation = Simulation(
        cluster, empty_database_file, tmp_path, 1, pcs=3, chances=chances, serve=served
    )
    try:
        outcome = simulation.run(30)
    finally:
        simulation.close()
    assert outcome.wrong == []
