"""A hub by its commands, with a PostgreSQL of its own in a folder."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.shop_pcs import ShopPc, invite_pc, revoke_pc, shop_pcs
from tests.helpers.admitting import admit
from tests.helpers.command_line import Outcome, Run
from tests.helpers.hubs import HubProcess
from tests.helpers.paired_pcs import add_customer, digests, is_joined


class Hub:
    """A hub in a folder of its own, and what its commands do."""

    def __init__(self, run: Run, folder: Path) -> None:
        self.run = run
        self.folder = folder
        self.storage = f"embedded:{folder / 'hub'}"
        self.process = HubProcess(self.storage, folder)

    def ok(self, *arguments: object) -> Outcome:
        """Run a command that has to succeed."""
        outcome = self.run(*arguments)
        assert outcome.status == 0, outcome.error
        return outcome

    def refused(self, *arguments: object) -> str:
        """Run a command that has to be refused; return its sentence."""
        outcome = self.run(*arguments)
        assert outcome.status == 2, outcome.out
        return outcome.error

    def of(self, command: str, *more: object) -> tuple[object, ...]:
        """Return a command about this hub."""
        return ("hub", command, "--storage", self.storage, *more)

    def pairing(self, name: str, *more: object) -> str:
        """Let a PC in, and return its text."""
        url = self.process.url
        given = self.ok(*self.of("pair", "--url", url, "--name", name, "--json", *more)).json
        return str(given["text"])


@pytest.fixture
def hub(run: Run, keyring_file: Path, tmp_path: Path) -> Iterator[Hub]:
    hub = Hub(run, tmp_path)
    yield hub
    hub.process.close()


def pcs(path: Path) -> list[ShopPc]:
    """Return the PCs of a file's shop."""
    database = Database(path)
    found = shop_pcs(database)
    database.close()
    return found


def test_a_shop_is_run_through_a_hub(hub: Hub, keyring_file: Path, tmp_path: Path) -> None:
    a, b, c = (tmp_path / f"{name}.db" for name in "abc")
    assert "آماده نشده" in hub.refused(*hub.of("serve"))
    hub.ok(*hub.of("init"))
    hub.process.start()
    assert "سرور اینترنتی دیگری" in hub.refused(*hub.of("serve"))

    hub.ok("init", "--shop", "پوشاک مهر", "--database", a)
    add_customer(a, "مریم")
    text = hub.pairing("دفتر", "--shop", "مهر")
    early = hub.pairing("صندوق", "--shop", "مهر")
    assert "۰" in hub.ok("pair", text, "--database", a).out
    hub.ok("init", "--shop", "شعبه", "--database", b)
    add_customer(b, "سارا")
    assert "--yes" in hub.refused("pair", early, "--database", b)
    assert not is_joined(b)
    hub.ok("pair", early, "--yes", "--database", b)
    hub.ok("sync", "--once", "--database", a)
    assert digests(a) == digests(b)

    status = hub.ok("sync", "status", "--json", "--database", b).json
    assert (status["server"], status["is_hub"], status["encrypted"]) == (
        hub.process.url,
        True,
        True,
    )
    kept_secrets = keyring_file.read_text()
    keyring_file.write_text("{}")  # as on another computer
    assert "قبلاً استفاده شده" in hub.refused("pair", early, "--database", c)
    keyring_file.write_text(kept_secrets)

    # Killed, which leaves its PostgreSQL alone, and started again.
    port = hub.process.port
    hub.process.kill()
    assert "در دسترس نیست" in hub.refused("sync", "--once", "--database", a)
    hub.process.start(port)
    hub.ok("sync", "--once", "--database", a)

    # The PC that the shop began on lets others in, and shuts them out.
    database = Database(a)
    invited = invite_pc(database, "انبار")
    admit(database, invited)
    database.close()
    hub.ok("pair", invited.text(), "--database", c)
    listed = pcs(c)
    assert [(one.name, one.manages, one.is_this) for one in listed] == [
        ("دفتر", True, False),
        ("صندوق", False, False),
        ("انبار", False, True),
    ]
    database = Database(c)
    with pytest.raises(SyncError) as caught:
        revoke_pc(database, listed[1].id)
    assert caught.value.problem is Problem.SYNC_NOT_MANAGER
    with pytest.raises(SyncError):
        invite_pc(database, "دیگر")
    database.close()
    database = Database(a)
    revoke_pc(database, listed[2].id)
    with pytest.raises(SyncError) as caught:
        revoke_pc(database, listed[0].id)
    assert caught.value.problem is Problem.SYNC_NOT_MANAGER
    database.close()
    assert "کنار گذاشته" in hub.refused("sync", "--once", "--database", c)
    devices = hub.ok(*hub.of("devices", "--json")).json
    assert [one["revoked"] is not None for one in devices] == [False, False, True]
    assert {one["shop_name"] for one in devices} == {"مهر"}
    hub.ok(*hub.of("revoke", "صندوق"))
    assert "کنار گذاشته" in hub.refused("sync", "--once", "--database", b)
    hub.ok("pair", hub.pairing("صندوق"), "--database", b)
    hub.ok("sync", "--once", "--database", b)

    kept = tmp_path / "kept.zip"
    hub.ok(*hub.of("backup", kept))
    add_customer(a, "نرگس")
    hub.ok("sync", "--once", "--database", a)
    assert "--yes" in hub.refused(*hub.of("restore", kept))
    hub.ok(*hub.of("restore", kept, "--yes"))
    for path in (a, b, a):
        hub.ok("sync", "--once", "--database", path)
    assert digests(a) == digests(b)
    assert hub.process.stop() == 0
    last = hub.process.log.read_text(encoding="utf-8").splitlines()[-1]
    assert json.loads(last)["level"] == "info"
    # Nobody is left running.
    assert not (hub.folder / "hub" / "postgres" / "postmaster.pid").exists()


def test_behind_what_ends_tls_a_hub_serves_this_computer_in_the_clear(
    hub: Hub, tmp_path: Path
) -> None:
    hub.ok(*hub.of("init"))
    hub.process.options = ("--insecure",)
    hub.process.start()
    assert hub.process.url.startswith("http://127.0.0.1:")
    path = tmp_path / "a.db"
    hub.ok("init", "--shop", "پوشاک مهر", "--database", path)
    hub.ok("pair", hub.pairing("دفتر", "--shop", "مهر"), "--yes", "--database", path)
    add_customer(path, "مریم")
    assert hub.ok("sync", "--once", "--json", "--database", path).json["sent"] > 0


def test_a_hub_is_refused_what_would_not_be_safe(hub: Hub, tmp_path: Path) -> None:
    somewhere = "postgresql://postgres:x@127.0.0.1:1/none"
    serve = ("hub", "serve", "--storage", somewhere)
    assert "--tls-cert" in hub.refused(*serve)
    assert "--tls-key" in hub.refused(*serve, "--tls-cert", "a")
    assert "--insecure" in hub.refused(*serve, "--tls-cert", "a", "--tls-key", "b", "--insecure")
    pair = ("hub", "pair", "--storage", somewhere, "--name", "x", "--url")
    assert "رمزنشده" in hub.refused(*pair, "http://hub.example.ir")
    assert "https://" in hub.refused(*pair, "hub.example.ir")
    hub.ok(*hub.of("init"))
    hub.ok(*hub.of("init"))  # again does no harm
    assert "رمزنشده" in hub.refused(*hub.of("serve", "--insecure", "--host", "192.0.2.1"))
    wrong = tmp_path / "wrong.crt"
    wrong.write_text("nonsense")
    assert "گواهی" in hub.refused(*hub.of("serve", "--tls-cert", wrong, "--tls-key", wrong))
    with socket.create_server(("127.0.0.1", 0)) as other:
        assert "درگاه" in hub.refused(*hub.of("serve", "--port", other.getsockname()[1]))
    address = "https://192.0.2.1"
    for shop in ("مهر", "دیگر"):
        hub.ok(*hub.of("pair", "--url", address, "--name", "a", "--shop", shop))
    assert "--shop" in hub.refused(*hub.of("pair", "--url", address, "--name", "a"))
    assert "هیچ" in hub.refused(*hub.of("revoke", "a", "--shop", "هیچ"))
