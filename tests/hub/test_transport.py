"""What a PC tells of a hub that is away, is another one, or is none at all."""

import gzip
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import PEM_cert_to_DER_cert
from uuid import uuid4

import keyring
import pytest
from keyring.errors import KeyringLocked

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.sync.address import HubAddress
from ecrm_desktop.sync.entering import visiting
from ecrm_desktop.sync.hub_transport import HubTransport
from ecrm_desktop.sync.server.embedded import new_password
from tests.helpers.file_keyring import FileKeyring
from tests.helpers.hubs import HubShop, give_certificate
from tests.helpers.paired_pcs import free_port


class Impostor(BaseHTTPRequestHandler):
    """Answers whatever a test says."""

    protocol_version = "HTTP/1.1"
    status = 200
    headers_told: dict[str, str]
    content = b""
    asked: list[dict[str, str]]

    def do_POST(self) -> None:
        self.asked.append(dict(self.headers))
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.status)
        for name, value in self.headers_told.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(self.content)))
        self.end_headers()
        self.wfile.write(self.content)

    def log_message(self, *_: object) -> None:
        pass


class Answering:
    """An impostor in a thread, and what a PC makes of it."""

    def __init__(self) -> None:
        self.handler: type[Impostor] = type(
            "Handler", (Impostor,), {"asked": [], "headers_told": {}}
        )
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def way(self) -> HubTransport:
        port = self.server.server_address[1]
        address = HubAddress(url=f"http://127.0.0.1:{port}", account=uuid4())
        return HubTransport(address, uuid4(), "token")

    def problem(self, status: int, content: bytes = b"{}", **headers: str) -> Problem:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        self.handler.status = status
        self.handler.content = content
        self.handler.headers_told = {"Content-Type": "application/json", **told}
        with self.way() as way, pytest.raises(SyncError) as caught:
            way.digests(uuid4())
        return caught.value.problem

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def impostor() -> Iterator[Answering]:
    answering = Answering()
    yield answering
    answering.close()


def test_what_is_no_hub_is_told(impostor: Answering) -> None:
    other = f"http://127.0.0.1:{impostor.server.server_address[1]}/other"
    for status in (301, 302, 303, 307, 308):
        assert impostor.problem(status, Location=other) is Problem.SYNC_NO_HUB
    assert len(impostor.handler.asked) == 5  # nobody went on
    assert impostor.problem(200, b"<html>", Content_Type="text/html") is Problem.SYNC_NO_HUB
    assert impostor.problem(200, b"<html>") is Problem.SYNC_NO_HUB
    assert impostor.problem(403, b"{}") is Problem.SYNC_NO_HUB
    bomb = gzip.compress(b" " * (65 << 20))
    assert impostor.problem(200, bomb, Content_Encoding="gzip") is Problem.SYNC_NO_HUB


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (404, Problem.SYNC_SERVER_OLD),
        (426, Problem.SYNC_SERVER_NEW),
        (429, Problem.SYNC_SLOWED),
        (500, Problem.SYNC_SERVER_FAILED),
        (502, Problem.SYNC_UNREACHABLE),
        (503, Problem.SYNC_UNREACHABLE),
        (507, Problem.SYNC_SERVER_FULL),
    ],
)
def test_statuses_are_told_as_what_they_mean(
    impostor: Answering, status: int, problem: Problem
) -> None:
    assert impostor.problem(status) is problem


def test_that_the_log_was_thinned_is_an_answer(impostor: Answering) -> None:
    told = {"refused": "too_old", "thinned_to": 5}
    impostor.handler.status, impostor.handler.content = 426, json.dumps(told).encode()
    impostor.handler.headers_told = {"Content-Type": "application/json"}
    with impostor.way() as way:
        assert way.pull(uuid4(), uuid4(), 1, 3, 10) == told


def test_nothing_of_the_users_settings_is_taken(
    impostor: Answering, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login a password b")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    impostor.problem(500)
    [asked] = impostor.handler.asked
    assert asked["Authorization"] == "Bearer token"
    assert asked["Cache-Control"] == "no-store"


def test_another_certificate_gets_nothing(shop: HubShop, tmp_path: Path) -> None:
    pairing = shop.invite()
    right = pairing.address
    assert isinstance(right, HubAddress)
    stranger = PEM_cert_to_DER_cert(give_certificate(tmp_path).read_text())
    for wrong in (
        replace(right, authority=stranger),
        replace(right, authority=b""),
        replace(right, certificate_name="server.ecrm.internal"),
        replace(right, url=right.url.replace("127.0.0.1", "localhost")),
    ):
        with HubTransport(wrong, pairing.shop, "token") as way, pytest.raises(SyncError) as caught:
            way.enter(pairing.device, pairing.password, new_password())
        assert caught.value.problem is Problem.SYNC_CERTIFICATE_WRONG
    shop.joined(pairing).close()


class OpenedLate(FileKeyring):
    """Somebody opens the keyring after it was asked for the first time."""

    is_open = False

    def get_password(self, service: str, username: str) -> str | None:
        if not self.is_open:
            self.is_open = True
            raise KeyringLocked
        return super().get_password(service, username)


def test_a_keyring_that_does_not_answer_costs_a_pc_nothing(
    shop: HubShop, keyring_file: Path
) -> None:
    pairing = shop.invite()
    with visiting(pairing):
        pass
    keyring.set_keyring(OpenedLate())
    with pytest.raises(SyncError) as refused, visiting(pairing):
        pass
    assert refused.value.problem is Problem.SYNC_NO_KEYRING
    with visiting(pairing):  # with the token that it had
        pass


def test_a_hub_that_is_away_is_told() -> None:
    for url in (f"https://127.0.0.1:{free_port()}", "https://nowhere.invalid"):
        address = HubAddress(url=url, account=uuid4())
        with HubTransport(address, uuid4(), "token") as way, pytest.raises(SyncError) as caught:
            way.digests(uuid4())
        assert caught.value.problem is Problem.SYNC_UNREACHABLE
