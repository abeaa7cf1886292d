"""A PC shares its shop: a hub beside the file, in a process of its own."""

import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ecrm_desktop.backup.entering import enter_shop, leave_shop, plan_leaving
from ecrm_desktop.backup.sharing import share_shop
from ecrm_desktop.errors import FileError, Problem, SyncError
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.address import HubAddress
from ecrm_desktop.sync.entering import visiting
from ecrm_desktop.sync.hub.storage import EMBEDDED, managing
from ecrm_desktop.sync.rounds import run_round, sync_state
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from ecrm_desktop.sync.sharing import (
    Sharing,
    end_sharing,
    free_port,
    shared_url,
    sharing_folder,
    sharing_state,
    start_sharing,
)
from ecrm_desktop.sync.shop_pcs import invite_pc, shop_pcs
from tests.helpers.admitting import admit
from tests.helpers.new_files import new_database
from tests.helpers.shared_shop import SharedShop, digests
from tests.helpers.small_shop import fill_small_shop

_SECONDS = 30


@pytest.fixture
def shop(tmp_path: Path, keyring_file: Path) -> Iterator[Database]:
    """The file of a shop on one PC; what it shares ends with the test."""
    database = new_database(tmp_path / "shop.db")
    with database.transaction() as session:
        fill_small_shop(session, "fa")
    yield database
    end_sharing(database.path)
    database.close()
    wait(lambda: has_ended(database.path))


def wait(until: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + _SECONDS
    while not until():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_running(path: Path) -> bool:
    """Whether the hub beside a file runs."""
    state = sharing_state(path)
    return state is not None and state.since is not None


def has_ended(path: Path) -> bool:
    """Whether the hub beside a file has given its folder free."""
    return not (sharing_folder(path) / "serving.lock").exists()


def test_a_shop_is_shared_stopped_and_shared_again(shop: Database, tmp_path: Path) -> None:
    assert sharing_state(shop.path) is None
    assert shared_url(shop.path) == ""
    sharing = Sharing(host="localhost", port=free_port())

    share_shop(shop, sharing, "دفتر", limit=10)

    state = sharing_state(shop.path)
    assert state is not None
    assert state.since is not None
    assert state.sharing.is_on
    assert (sharing_folder(shop.path) / "postgres").is_dir()
    start_sharing(shop.path, state.sharing)  # it runs: nothing happens
    pairing = invite_pc(shop, "صندوق", url=shared_url(shop.path))
    assert isinstance(pairing.address, HubAddress)
    assert urlsplit(pairing.address.url).hostname == "localhost"
    other = new_database(tmp_path / "other.db")
    admit(shop, pairing)
    with visiting(pairing) as visit:
        enter_shop(other, visit, limit=10)
    run_round(other)
    run_round(shop)
    assert digests(other) == digests(shop)

    end_sharing(shop.path)
    assert not is_running(shop.path)
    wait(lambda: has_ended(shop.path))
    with pytest.raises(SyncError) as unreachable:
        run_round(other)
    assert unreachable.value.problem is Problem.SYNC_UNREACHABLE

    # As an older program left it.
    with managing(f"{EMBEDDED}{sharing_folder(shop.path)}", str) as admin:
        admin.execute("DROP FUNCTION ecrm_sync.version_v1")
    start_sharing(shop.path, state.sharing)
    run_round(other)
    assert is_running(shop.path)
    other.close()


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found as Linux shows them")
def test_one_that_was_killed_starts_again_with_all_it_had(shop: Database) -> None:
    share_shop(shop, Sharing(host="localhost", port=free_port()), "دفتر", limit=10)
    state = sharing_state(shop.path)
    assert state is not None
    [process] = [
        int(one.parent.name)
        for one in Path("/proc").glob("[0-9]*/cmdline")
        if str(sharing_folder(shop.path) / "wanted").encode() in _read(one)
    ]
    os.kill(process, signal.SIGKILL)
    wait(lambda: not is_running(shop.path))

    start_sharing(shop.path, state.sharing)

    assert run_round(shop).sent == 0
    assert is_running(shop.path)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # it has ended meanwhile
        return b""


def test_what_keeps_it_from_starting_is_told_and_leaves_the_file_alone(
    shop: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as taken:
        taken.bind(("", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SyncError) as refused:
            share_shop(shop, Sharing(host="localhost", port=port), "دفتر", limit=10)
    assert refused.value.problem is Problem.SHARING_PORT_TAKEN
    with pytest.raises(SyncError) as alone:
        run_round(shop)
    assert alone.value.problem is Problem.SYNC_NOT_JOINED

    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(FileError) as failed:
        share_shop(shop, Sharing(host="localhost", port=free_port()), "دفتر", limit=10)
    assert failed.value.problem is Problem.SHARING_FAILED
    assert sharing_state(shop.path) is None
    monkeypatch.setattr("ecrm_desktop.sync.sharing.find_spec", lambda _name: None)
    with pytest.raises(SyncError) as absent:
        share_shop(shop, Sharing(host="localhost", port=free_port()), "دفتر", limit=10)
    assert absent.value.problem is Problem.SHARING_NOT_INSTALLED


def test_a_shop_comes_from_a_server_to_this_pc_and_leaving_ends_sharing(
    shop: Database, cluster: EmbeddedPostgres, tmp_path: Path
) -> None:
    served = SharedShop(cluster, tmp_path, shop)
    served.join(shop, "دفتر")
    before = digests(shop)
    served.close()  # for good

    share_shop(shop, Sharing(host="localhost", port=free_port()), "دفتر", limit=10)

    with shop.reading() as session:
        state = sync_state(session)
    assert isinstance(state.address, HubAddress)
    assert (state.shop_id, state.waiting) == (served.shop, 0)
    after = digests(shop)
    assert after | {"devices": ""} == before | {"devices": ""}  # it is another device there
    pcs = shop_pcs(shop)
    assert len({one.pc for one in pcs}) == 1
    assert all(one.manages and one.is_this for one in pcs)

    assert plan_leaving(shop).shares
    backup = leave_shop(shop, limit=10)
    assert backup is not None
    assert not is_running(shop.path)
    assert digests(shop) == after
    with pytest.raises(SyncError) as alone:
        run_round(shop)
    assert alone.value.problem is Problem.SYNC_NOT_JOINED
