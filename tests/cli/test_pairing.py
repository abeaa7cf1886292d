"""PCs that join a shop, and those that may not."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import keyring
import keyring.backends.fail
import psycopg
import pytest

from ecrm_desktop.storage import encryption, keyring_secrets
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.connecting import change_password, connected
from ecrm_desktop.sync.pairing_text import parse_pairing
from ecrm_desktop.sync.rounds import syncing_alone
from ecrm_desktop.sync.server.installing import make_shop
from tests.helpers.command_line import ROOT, START
from tests.helpers.paired_pcs import PairedPcs, add_customer, digests, in_lan, is_joined


def test_two_files_become_one_shop(shop: PairedPcs) -> None:
    joined = shop.ok("pair", shop.pairing(), "--database", shop.b)

    assert "پوشاک مهر" in joined.out
    assert digests(shop.a) != digests(shop.b)  # the first one does not know the second one yet
    assert shop.sync(shop.a)["received"] > 0
    assert shop.sync(shop.b)["waiting"] == 0
    assert digests(shop.a) == digests(shop.b)
    found = shop.ok("search", "مریم", "--json", "--database", shop.b).json
    assert len(found) == 1


def test_what_both_have_comes_together(shop: PairedPcs) -> None:
    shop.ok("init", "--shop", "شعبه", "--database", shop.b)
    add_customer(shop.b, "سارا")
    before = digests(shop.b)
    text = shop.pairing()

    asked = shop.run("pair", text, "--database", shop.b)
    assert asked.status == 2
    assert "--yes" in asked.error
    assert digests(shop.b) == before
    assert not is_joined(shop.b)

    joined = shop.ok("pair", text, "--yes", "--database", shop.b)
    [backup] = shop.b.parent.glob("*/b*.ecrm.db")
    assert str(backup) in joined.out
    shop.sync(shop.a)
    shop.sync(shop.b)
    assert digests(shop.a) == digests(shop.b)
    counts = shop.ok("check", "--json", "--database", shop.b).json["counts"]
    assert (counts["customers"], counts["users"]) == (2, 2)
    database = Database(shop.b)
    with database.reading_raw() as raw:
        assert raw.execute("SELECT name FROM shop").fetchall() == [("پوشاک مهر",)]
    database.close()


def test_all_of_it_is_encrypted_and_the_password_is_in_the_keyring_alone(
    shop: PairedPcs, keyring_file: Path
) -> None:
    text = shop.pairing()
    shop.ok("pair", text, "--database", shop.b)

    status = shop.ok("sync", "status", "--json", "--database", shop.b).json
    assert status["encrypted"]
    assert (status["name"], status["waiting"], status["trouble"]) == ("صندوق", 0, None)
    assert status["synced_at"]
    [password] = [
        kept for name, kept in json.loads(keyring_file.read_text()).items() if "ecrm_pc_" in name
    ][-1:]
    assert password.encode() not in shop.b.read_bytes()
    given = parse_pairing(text)
    assert given.password.encode() not in shop.b.read_bytes()
    assert given.password != password
    log = (shop.cluster.data.parent / "data.log").read_text()
    assert password not in log
    assert given.password not in log


def test_a_text_lets_one_computer_in(shop: PairedPcs, keyring_file: Path) -> None:
    text = shop.pairing()
    shop.ok("pair", text, "--database", shop.b)
    keyring_file.write_text("{}")  # as on another computer

    again = shop.run("pair", text, "--database", shop.a.with_name("c.db"))

    assert again.status == 2
    assert "قبلاً استفاده شده" in again.error
    assert not shop.a.with_name("c.db").exists()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda _text: "سلام", "متن اتصال نیست"),
        (lambda _text: "ecrm.ir", "متن اتصال نیست"),
        (lambda text: text[:-9], "کامل نیست"),
        (lambda text: text[:40] + ("2" if text[40] != "2" else "3") + text[41:], "کامل نیست"),
        (lambda text: text.replace("ecrm1.", "ecrm2."), "تازه‌تر"),
    ],
)
def test_a_wrong_text_is_told_as_such(
    shop: PairedPcs, change: Callable[[str], str], sentence: str
) -> None:
    outcome = shop.run("pair", change(shop.pairing()), "--database", shop.b)

    assert outcome.status == 2
    assert sentence in outcome.error
    assert not shop.b.exists()


def test_what_messengers_do_to_a_text_does_no_harm(
    shop: PairedPcs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = shop.pairing()
    broken = "\u200f" + text[:200].upper() + "\n  " + text[200:] + "\u200c\r\n"
    (tmp_path / "text").write_text(broken)

    with (tmp_path / "text").open() as given:
        monkeypatch.setattr(sys, "stdin", given)
        shop.ok("pair", "-", "--database", shop.b)


def test_nothing_is_sent_to_another_computer_in_clear_text(shop: PairedPcs) -> None:
    given = parse_pairing(shop.pairing())
    clear = replace(
        given, address=replace(in_lan(given.address.text()), host="192.0.2.1", authority=b"")
    )

    outcome = shop.run("pair", clear.text(), "--database", shop.b)

    assert outcome.status == 2
    assert "رمزنشده" in outcome.error
    assert not shop.b.exists()


def test_without_a_keyring_nobody_joins(shop: PairedPcs, monkeypatch: pytest.MonkeyPatch) -> None:
    text = shop.pairing()
    shop.ok("init", "--shop", "شعبه", "--database", shop.b)
    before = digests(shop.b)
    kept = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
    outcome = shop.run("pair", text, "--database", shop.b)
    keyring.set_keyring(kept)

    assert outcome.status == 2
    assert digests(shop.b) == before
    assert not is_joined(shop.b)
    shop.ok("pair", text, "--database", shop.b)


def test_another_currency_is_refused(shop: PairedPcs) -> None:
    shop.ok("init", "--currency", "USD", "--database", shop.b)
    add_customer(shop.b, "Sara")
    before = digests(shop.b)

    outcome = shop.run("pair", shop.pairing(), "--yes", "--database", shop.b)

    assert outcome.status == 2
    assert "USD" in outcome.error
    assert digests(shop.b) == before
    assert not is_joined(shop.b)


def test_two_shops_do_not_become_one(shop: PairedPcs) -> None:
    other = shop.a.with_name("other.db")
    shop.ok("init", "--shop", "دیگر", "--database", other)
    shop.ok("server", "init", shop.url, "--shop-from", "--database", other)
    several = shop.run("server", "pair", shop.url, "--name", "انبار")
    assert "--shop" in several.error
    database = Database(shop.a)
    with database.reading_raw() as raw:
        [(key,)] = raw.execute("SELECT id FROM shop").fetchall()
    database.close()
    text = shop.pairing("انبار", "--shop", key.hex())

    outcome = shop.run("pair", text, "--yes", "--database", other)
    assert outcome.status == 2
    assert "فروشگاه دیگری" in outcome.error


def test_nobody_comes_in_as_somebody_without_a_password(shop: PairedPcs, tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("x9-plum-tree")
    shop.ok("user", "set-password", "صاحب فروشگاه", "--password-file", secret, "--database", shop.a)
    os.environ["ECRM_PASSWORD_FILE"] = str(secret)
    try:
        shop.sync(shop.a)
        shop.ok("init", "--shop", "شعبه", "--database", shop.b)
        add_customer(shop.b, "سارا")
        shop.ok("pair", shop.pairing(), "--yes", "--database", shop.b)
        people = shop.ok("user", "list", "--json", "--database", shop.b).json
    finally:
        del os.environ["ECRM_PASSWORD_FILE"]
    assert sorted((one["active"], one["has_password"]) for one in people) == [
        (False, False),
        (True, True),
    ]


def test_a_new_file_of_another_currency_gets_the_shops(shop: PairedPcs) -> None:
    shop.ok("init", "--currency", "USD", "--database", shop.b)

    shop.ok("pair", shop.pairing(), "--database", shop.b)

    assert shop.ok("check", "--json", "--database", shop.b).json["currency"] == "IRR"
    assert len(shop.ok("user", "list", "--json", "--database", shop.b).json) == 1
    shop.sync(shop.a)
    assert digests(shop.a) == digests(shop.b)


def test_the_same_text_once_more_does_no_harm(shop: PairedPcs) -> None:
    text = shop.pairing()
    shop.ok("pair", text, "--database", shop.b)
    add_customer(shop.b, "نرگس")
    database = Database(shop.b)
    with syncing_alone(database):
        shop.refused("pair", shop.pairing("دفتر"), "--database", shop.b)
    database.close()

    shop.ok("pair", text, "--database", shop.b)

    assert shop.status(shop.b)["waiting"] == 0
    shop.ok("pair", shop.pairing("دفتر"), "--database", shop.b)
    add_customer(shop.b, "لاله")
    shop.ok("pair", text, "--database", shop.b)
    assert shop.status(shop.b)["waiting"] == 0
    shop.sync(shop.a)
    shop.sync(shop.b)
    assert digests(shop.a) == digests(shop.b)


@pytest.mark.slow
def test_who_is_killed_while_joining_joins_with_the_same_text(shop: PairedPcs) -> None:
    for number in range(12):
        path = shop.b.with_name(f"killed-{number}.db")
        text = shop.pairing(f"صندوق {number}")
        with subprocess.Popen(
            [*START, "pair", text, "--database", str(path)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        ) as joining:
            time.sleep(1.0 + number / 8)
            joining.kill()

        shop.ok("pair", text, "--database", path)

        assert shop.status(path)["waiting"] == 0
        shop.sync(shop.a)
        assert digests(shop.a) == digests(path)


def test_who_broke_off_joins_with_the_same_text(shop: PairedPcs) -> None:
    text = shop.pairing()
    pairing = parse_pairing(text)
    address = in_lan(pairing.address.text())
    role = address.role
    assert keyring_secrets.keep_password(role, "another")
    with connected(address, pairing.password) as connection:
        change_password(connection, role, "another")

    shop.ok("pair", text, "--database", shop.b)
    assert shop.sync(shop.b)["waiting"] == 0


def test_nobody_joins_a_shop_that_is_not_there_yet(pcs: PairedPcs) -> None:
    pcs.ok("server", "init", pcs.url)
    assert "هنوز فروشگاهی نیست" in pcs.refused("server", "pair", pcs.url, "--name", "صندوق")
    with psycopg.connect(pcs.url, autocommit=True) as admin:
        make_shop(admin, uuid4())

    refused = pcs.refused("pair", pcs.pairing(), "--database", pcs.b)

    assert "هنوز فروشگاهی نیست" in refused
    assert not is_joined(pcs.b)


def test_an_encrypted_file_joins(shop: PairedPcs, tmp_path: Path) -> None:
    shop.ok("init", "--database", shop.b)
    secret = keyring_secrets.make_secret()
    encryption.turn_on(shop.b, secret)

    shop.ok("pair", shop.pairing(), "--database", shop.b)
    shop.sync(shop.b)

    assert not shop.b.read_bytes().startswith(b"SQLite")
