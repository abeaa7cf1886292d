"""A newer program beside this one: around the same server, before and after that is updated."""

import json
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest
from sqlalchemy import select

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.models.sync import Link
from ecrm_desktop.sync.connecting import explained
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from ecrm_desktop.sync.server.installing import install
from tests.helpers.newer_pc import do
from tests.helpers.newer_program import make_newer, run_newer
from tests.helpers.paired_pcs import PairedPcs, new_server
from tests.helpers.synced_shop import SyncedShop, add_customer, customer, read

SYNC: Final = ["sync", "--once", "--json"]
STATUS: Final = ["sync", "status", "--json"]


class Newer:
    """A PC with the newer program."""

    def __init__(self, folder: Path) -> None:
        self.copy = make_newer(folder, with_server=True)
        self.folder = folder
        self.path = folder / "newer.db"

    def does(self, *steps: Any) -> list[Any]:
        text = json.dumps(steps, ensure_ascii=False)
        said = run_newer("tests.helpers.newer_pc", self.copy, self.folder, str(self.path), text)
        return list(json.loads(said))


@pytest.fixture
def pcs(
    cluster: EmbeddedPostgres, keyring_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> PairedPcs:
    """This version's server with the shop of a PC of this version."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))

    def run(*arguments: object) -> Any:
        raise AssertionError(arguments)

    return new_server(cluster, run, tmp_path)


def ok(path: Path, *step: object) -> Any:
    done = do(path, [*map(str, step)])
    assert done["status"] == 0, done["error"]
    return json.loads(done["out"]) if "--json" in step else done["out"]


@pytest.mark.slow
def test_each_works_on_and_nothing_of_the_newer_one_is_lost(pcs: PairedPcs, tmp_path: Path) -> None:
    newer, old = Newer(tmp_path), pcs.a
    ok(old, "init", "--shop", "پوشاک مهر")
    do(old, {"last_name": "احمدی", "first_name": "مریم"})
    ok(old, "server", "init", pcs.url, "--shop-from", "--name", "دفتر")
    text = ok(old, "server", "pair", pcs.url, "--name", "صندوق", "--json")["text"]

    # The newer program is told that the server is too old for it, and works on.
    paired, _made, synced, status = newer.does(
        ["pair", text], {"last_name": "رضایی", "nickname": "رضا"}, SYNC, STATUS
    )
    assert paired["status"] == synced["status"] == 2
    assert "سرور برای این نسخه" in synced["error"]
    assert json.loads(status["out"])["trouble"] == "sync_server_old"
    assert json.loads(status["out"])["waiting"] > 0

    # The server is updated; the older program goes on with it, and so does the newer one.
    updated, synced, _edited, again = newer.does(
        ["server", "init", pcs.url], SYNC, {"last_name": "احمدی", "nickname": "مری"}, SYNC
    )
    assert updated["status"] == synced["status"] == again["status"] == 0, (synced, again)
    assert ok(old, *SYNC)["received"] > 0
    assert do(old, "look")["people"] == {"احمدی": ["مریم", ""], "رضایی": ["", ""]}
    for name in ("احمدی", "رضایی"):
        do(old, {"last_name": name, "first_name": "نام تازه"})
    ok(old, *SYNC)
    ok(old, *SYNC)
    done, seen = newer.does(SYNC, "look")
    assert done["status"] == 0
    assert seen["people"] == {"احمدی": ["نام تازه", "مری"], "رضایی": ["نام تازه", "رضا"]}
    assert seen["digests"] == do(old, "look")["digests"]
    assert json.loads(done["out"])["healed"] == 0

    # The older program cannot take such a server's place, and is told when it is too old for it.
    refused = do(old, ["server", "init", pcs.url])
    assert refused["status"] == 2
    assert "نسخه‌ی تازه‌تر" in refused["error"]
    with psycopg.connect(pcs.url, autocommit=True) as admin:
        admin.execute(
            "CREATE OR REPLACE FUNCTION ecrm_sync.hello_v1(p_shop uuid, p_device uuid,"
            " p_previous uuid, p_epoch uuid, p_name text, p_schema text) RETURNS jsonb"
            """ LANGUAGE sql AS $$ SELECT '{"refused": "too_old"}'::jsonb $$"""
        )
    do(old, {"last_name": "تازه"})
    refused = do(old, SYNC)
    assert refused["status"] == 2
    assert "برنامه‌ی این رایانه را به‌روز کنید" in refused["error"]
    assert ok(old, *STATUS)["trouble"] == "sync_server_new"
    assert ok(old, *STATUS)["waiting"] > 0

    # Once it is updated, its file has all that it could not show.
    newer.path = old
    prepared, synced, seen = newer.does(["server", "init", pcs.url], SYNC, "look")
    assert prepared["status"] == synced["status"] == 0, synced["error"]
    assert seen["people"]["احمدی"] == ["نام تازه", "مری"]
    assert seen["people"]["رضایی"] == ["نام تازه", "رضا"]


@pytest.mark.usefixtures("keyring_file")
def test_who_is_too_old_or_too_new_works_on_and_loses_nothing(shop: SyncedShop) -> None:
    pc = shop.second
    too_old = """CREATE OR REPLACE FUNCTION ecrm_sync.hello_v1(p_shop uuid, p_device uuid,
        p_previous uuid, p_epoch uuid, p_name text, p_schema text) RETURNS jsonb LANGUAGE sql
        AS $$ SELECT '{"refused": "too_old"}'::jsonb $$"""
    too_new = "DROP FUNCTION ecrm_sync.keys_v1"
    for number, (statement, problem) in enumerate(
        ((too_old, Problem.SYNC_SERVER_NEW), (too_new, Problem.SYNC_SERVER_OLD))
    ):
        shop.served.admin.execute(statement)
        pc.start_again()
        made = add_customer(pc, CustomerDraft(last_name=f"تنها {number}"))
        with pytest.raises(SyncError) as told, explained(""):
            pc.sync()
        assert told.value.problem is problem
        # As `ecrm server init` of the right version.
        install(shop.served.admin)
        shop.sync()
        assert customer(shop.first, made).last_name == f"تنها {number}"


@pytest.mark.usefixtures("keyring_file")
def test_who_knows_nothing_of_sealed_passwords_is_told(shop: SyncedShop) -> None:
    pc = shop.second
    device, epoch = (
        pc.engine.device_id,
        read(pc, lambda session: session.scalars(select(Link.epoch)).one()),
    )
    too_old = {"refused": "too_old"}
    assert pc.transport.hello(device, None, epoch, "PC", "0011") == too_old
    # One that went on while the server was updated under it.
    shop.served.admin.execute(
        "UPDATE ecrm_sync.devices SET schema = '0011' WHERE id = %s", [device]
    )
    assert pc.transport.pull(device, epoch, 0, 0, 10) == too_old
    assert pc.transport.push(device, epoch, 1, bytes(32), "") == too_old
    assert pc.transport.fill(device, "users", None, 10) == too_old
    # Tools need not say which they are.
    assert "epoch" in pc.transport.hello(device, None, epoch, None, None)
    assert pc.transport.pull(device, epoch, 0, 0, 10) == too_old
    pc.start_again()
    shop.sync()
