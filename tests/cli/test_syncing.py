"""Rounds of syncing, what keeps them from their end, and what is told of them."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from ecrm_desktop.file_locks import lock_if_free
from ecrm_desktop.models.changes import ChangeGroup
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.sync import Link, NumberLease, RefusedGroup
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.pairing_text import parse_pairing
from tests.helpers.command_line import ROOT
from tests.helpers.import_files import write_csv
from tests.helpers.paired_pcs import PairedPcs, add_customer, digests, free_port, in_lan, is_joined
from tests.helpers.tls_server import give_certificate, reload


def test_who_is_shut_out_is_told_so_and_keeps_the_work(shop: PairedPcs) -> None:
    text = shop.pairing()
    unused = shop.pairing("انبار")
    shop.ok("pair", text, "--database", shop.b)
    add_customer(shop.b, "نرگس")
    shop.ok("server", "revoke", shop.url, "صندوق")
    shop.ok("server", "revoke", shop.url, "انبار")
    before = digests(shop.b)

    outcome = shop.run("sync", "--once", "--database", shop.b)
    assert outcome.status == 2
    assert "کنار گذاشته" in outcome.error
    assert digests(shop.b) == before
    status = shop.ok("sync", "status", "--json", "--database", shop.b).json
    assert (status["trouble"], status["waiting"]) == ("sync_revoked", 1)
    assert status["failing_since"]
    refused = shop.run("pair", unused, "--database", shop.b.with_name("c.db"))
    assert "کنار گذاشته" in refused.error
    assert not shop.b.with_name("c.db").exists()

    # Let in again, what was done meanwhile goes to the shop.
    shop.ok("pair", shop.pairing("صندوق"), "--database", shop.b)
    shop.sync(shop.a)
    assert len(shop.ok("search", "نرگس", "--json", "--database", shop.a).json) == 1


def test_another_certificate_gets_nothing(shop: PairedPcs) -> None:
    text = shop.pairing()
    shop.ok("pair", shop.pairing("انبار"), "--database", shop.b)
    before = digests(shop.a)
    give_certificate(shop.cluster)
    reload(shop.cluster)

    for command in (
        ("sync", "--once", "--database", shop.b),
        ("pair", text, "--database", shop.b.with_name("c.db")),
    ):
        outcome = shop.run(*command)
        assert outcome.status == 2
        assert "گواهی" in outcome.error
    assert not shop.b.with_name("c.db").exists()
    assert digests(shop.a) == before
    status = shop.ok("sync", "status", "--database", shop.b).out
    assert "گواهی" in status


def test_a_server_that_is_away_is_told_and_the_work_waits(shop: PairedPcs) -> None:
    given = parse_pairing(shop.pairing())
    shop.ok("pair", shop.pairing("انبار"), "--database", shop.b)
    away = replace(given, address=replace(in_lan(given.address.text()), port=free_port()))
    outcome = shop.run("pair", away.text(), "--database", shop.b.with_name("c.db"))
    assert outcome.status == 2
    assert "در دسترس نیست" in outcome.error
    assert not shop.b.with_name("c.db").exists()

    add_customer(shop.b, "نرگس")
    before = digests(shop.b)
    database = Database(shop.b)
    with database.transaction(captured=False) as session:
        row = session.get_one(Link, 1)
        row.address = replace(in_lan(row.address), port=free_port()).text()
    database.close()
    outcome = shop.run("sync", "--once", "--database", shop.b)
    assert outcome.status == 2
    assert "در دسترس نیست" in outcome.error
    assert digests(shop.b) == before
    status = shop.ok("sync", "status", "--json", "--database", shop.b).json
    assert (status["trouble"], status["waiting"]) == ("sync_unreachable", 1)


def test_a_changed_password_is_told_and_pairing_anew_helps(shop: PairedPcs) -> None:
    shop.ok("pair", shop.pairing(), "--database", shop.b)
    [(role,)] = shop.admin("SELECT role FROM ecrm_sync.devices WHERE name = 'صندوق'")
    shop.admin(f"ALTER ROLE {role} PASSWORD 'another'")
    before = digests(shop.b)

    outcome = shop.run("sync", "--once", "--database", shop.b)
    assert outcome.status == 2
    assert "رمز" in outcome.error
    assert digests(shop.b) == before

    shop.ok("pair", shop.pairing(), "--database", shop.b)
    assert shop.sync(shop.b)["waiting"] == 0


def test_a_file_on_another_computer_has_no_password(shop: PairedPcs, keyring_file: Path) -> None:
    keyring_file.write_text("{}")
    outcome = shop.run("sync", "--once", "--database", shop.a)
    assert outcome.status == 2
    assert "جاکلیدی" in outcome.error or "کلید" in outcome.error


def test_conflicts_say_who_wrote_what_where(shop: PairedPcs) -> None:
    shop.ok("pair", shop.pairing(), "--database", shop.b)
    for path, job in ((shop.a, "معلم"), (shop.b, "پزشک")):
        database = Database(path)
        with database.transaction() as session:
            session.scalars(select(Customer)).one().job = job
        database.close()
    shop.sync(shop.a)
    shop.sync(shop.b)

    [conflict] = shop.ok("sync", "conflicts", "--json", "--database", shop.b).json
    [value] = conflict["values"]
    assert (value["field"], value["lost"], value["present"]) == ("job", "معلم", "پزشک")
    assert conflict["record"]["table"] == "customers"
    assert (conflict["lost_by"]["pc"], conflict["won_by"]["pc"]) == ("دفتر", "صندوق")
    told = shop.ok("sync", "conflicts", "--database", shop.b).out
    assert "مریم" in told
    assert value["title"] in told

    shop.sync(shop.a)
    trail = shop.ok("audit", "--json", "--database", shop.a).json
    of_jobs = [one["pc"] for one in trail if one["kind"] == "changed"]
    assert {"دفتر", "صندوق"} <= set(of_jobs)
    assert "صندوق" in shop.ok("audit", "--database", shop.a).out

    short = conflict["id"].replace("-", "")[:8]
    assert short in told
    assert "تعارض" in shop.refused("sync", "conflicts", "keep", "zz", "--database", shop.b)
    taken = shop.ok("sync", "conflicts", "take", short, "--database", shop.b).out
    assert "در کارت" in taken
    assert shop.ok("sync", "conflicts", "--json", "--database", shop.b).json == []
    shop.sync(shop.b)
    shop.sync(shop.a)
    assert shop.ok("sync", "conflicts", "--json", "--database", shop.a).json == []
    assert digests(shop.a) == digests(shop.b)
    database = Database(shop.a)
    with database.reading() as session:
        assert session.scalars(select(Customer)).one().job == "معلم"
    database.close()


def test_a_file_is_synced_by_one_process_at_a_time(shop: PairedPcs) -> None:
    with lock_if_free(Path(f"{shop.a}-syncing")):
        assert "همین حالا" in shop.refused("sync", "--once", "--database", shop.a)
    assert shop.status(shop.a)["trouble"] is None
    shop.sync(shop.a)


def test_a_file_that_is_joined_to_nobody_says_so(pcs: PairedPcs) -> None:
    pcs.ok("init", "--database", pcs.a)
    for command in (("sync", "--once"), ("sync", "status")):
        assert "هیچ سروری" in pcs.refused(*command, "--database", pcs.a)
    assert "--once" in pcs.refused("sync", "--database", pcs.a)


def test_what_the_server_refused_is_told(shop: PairedPcs) -> None:
    database = Database(shop.a)
    with database.transaction(captured=False) as session:
        number = session.scalar(select(func.max(ChangeGroup.number)))
        session.add(RefusedGroup(group_number=number, reason="unknown_record"))
    database.close()

    [refused] = shop.status(shop.a)["refused"]
    assert (refused["number"], refused["reason"]) == (number, "unknown_record")
    assert "هرگز به سرور نرسیده" in shop.ok("sync", "status", "--database", shop.a).out


@pytest.mark.parametrize(
    ("modules", "slow"),
    [
        ("ecrm_desktop.cli", {"psycopg", "cryptography", "requests", "uvicorn"}),
        # A PC is no hub.
        (
            "ecrm_desktop.sync.entering, ecrm_desktop.sync.rounds, ecrm_desktop.sync.shop_pcs",
            {"uvicorn", "starlette", "anyio"},
        ),
    ],
)
def test_nobody_waits_for_what_others_need(modules: str, slow: set[str]) -> None:
    code = f"import sys, {modules}; raise SystemExit(str({slow} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT)
    assert done.stderr.decode().strip() == "set()"


def test_who_leaves_keeps_all_and_may_come_back_with_it(shop: PairedPcs) -> None:
    shop.ok("pair", shop.pairing(), "--database", shop.b)
    add_customer(shop.b, "نرگس")
    assert "--yes" in shop.refused("sync", "leave", "--database", shop.b)
    assert is_joined(shop.b)
    before = digests(shop.b)
    said = shop.ok("sync", "leave", "--yes", "--database", shop.b).out
    assert "۱" in said  # what was never sent
    assert not is_joined(shop.b)
    assert digests(shop.b) == before
    assert shop.refused("sync", "--once", "--database", shop.b)
    assert shop.refused("sync", "leave", "--yes", "--database", shop.b)

    # Both go on by themselves, with numbers that nobody here has.
    add_customer(shop.b, "پریسا")
    add_customer(shop.a, "بهرام")
    shop.sync(shop.a)
    assert shop.ok("check", "--database", shop.b)

    shop.ok("pair", shop.pairing("صندوق"), "--yes", "--database", shop.b)
    for path in (shop.a, shop.b):
        shop.sync(path)
    assert digests(shop.a) == digests(shop.b)
    for name in ("نرگس", "پریسا", "بهرام"):
        assert len(shop.ok("search", name, "--json", "--database", shop.a).json) == 1


def test_a_long_list_gets_short_codes_where_the_server_answers(
    shop: PairedPcs, tmp_path: Path
) -> None:
    shop.ok("pair", shop.pairing(), "--database", shop.b)
    for part, title in enumerate(("online", "offline", "after that")):
        rows = [(f"{title} {n}", f"0935{part}{n:06}") for n in range(170)]
        path = write_csv(tmp_path / f"{part}.csv", ("last_name", "phone"), rows)
        if title == "offline":
            shop.admin("REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ecrm_sync FROM ecrm_sync_device")
        shop.ok("import", "customers", path, "--database", shop.b)
        if title == "offline":
            shop.admin("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ecrm_sync TO ecrm_sync_device")
            # Whoever ran out of them gets more from now on.
            shop.sync(shop.b)
            leases = select(func.max(NumberLease.last - NumberLease.next + 1))
            assert asked(shop.b, leases) > 100
    codes = select(func.count(), func.max(func.length(Customer.code)))
    named = Customer.last_name.startswith
    assert asked_row(shop.b, codes.where(named("online") | named("after"))) == (340, 3)
    assert asked_row(shop.b, codes.where(named("offline")))[1] == 8


def asked_row(path: Path, statement: Any) -> Any:
    database = Database(path)
    with database.reading() as session:
        row = session.execute(statement).one()
    database.close()
    return tuple(row)


def asked(path: Path, statement: Any) -> Any:
    return asked_row(path, statement)[0]
