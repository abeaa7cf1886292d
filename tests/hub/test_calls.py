"""What a hub answers to whoever calls it rightly, wrongly, too often or with too much."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import jsonschema_rs
import pytest
import requests

from ecrm_desktop.sync.hub.openapi import document
from ecrm_desktop.sync.hub_transport import HubTransport
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, new_password
from ecrm_desktop.sync.server.installing import make_shop, revoke_device
from tests.helpers.hubs import HubShop

LARGEST = 1_048_576
UNKNOWN = {"refused": "unknown_device"}
NOBODY = "0" * 32


class KnownPc:
    """A PC that was let in, which says by itself what it calls."""

    def __init__(self, shop: HubShop, of: UUID | None = None) -> None:
        self.token = new_password()
        pairing = shop.invite("نام محرمانه", shop=of)
        self.way: HubTransport = shop.joined(pairing, self.token)
        self.device = pairing.device
        self.caller = shop.caller(self.token)
        self.base = f"/v1/{pairing.shop.hex}"
        self.way.hello(self.device, None, None, "نام محرمانه", "0012")

    def call(self, function: str, **arguments: Any) -> requests.Response:
        return self.caller.post(f"{self.base}/{function}", {"device": self.device.hex} | arguments)


@pytest.fixture(scope="module")
def pc(shop: HubShop) -> Iterator[KnownPc]:
    known = KnownPc(shop)
    yield known
    known.way.close()


def refused(response: requests.Response, status: int, word: str) -> None:
    assert (response.status_code, response.json()["refused"]) == (status, word)
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Type"] == "application/json"


def test_health_metrics_and_the_document(shop: HubShop, pc: KnownPc) -> None:
    caller = shop.caller()
    assert caller.get("/health").json() == {"status": "ok", "database": True}
    assert pc.call("digest").status_code == 200
    metrics = caller.get("/metrics").text
    assert 'ecrm_hub_requests_total{function="digest",status="200"}' in metrics
    assert "ecrm_hub_database_connections " in metrics
    assert caller.get("/openapi.json").json() == document()


def test_the_document_is_sound() -> None:
    whole = json.loads(json.dumps(document()))
    for path in whole["paths"].values():
        for operation in path.values():
            bodies = [operation.get("requestBody"), *operation["responses"].values()]
            for body in bodies:
                for kind in (body or {"content": {}})["content"].values():
                    assert jsonschema_rs.meta.is_valid(kind["schema"])
    assert jsonschema_rs.meta.is_valid(whole["components"]["schemas"]["Refusal"])


def test_whoever_is_nobody_hears_the_same_whatever_is_wrong(shop: HubShop, pc: KnownPc) -> None:
    other_shop = uuid4()
    make_shop(shop.admin, other_shop)
    other = KnownPc(shop, other_shop)
    for caller, base, device in (
        (shop.caller(new_password()), pc.base, pc.device),
        (other.caller, pc.base, pc.device),
        (other.caller, pc.base, other.device),
        (pc.caller, other.base, pc.device),
        (pc.caller, other.base, other.device),
        (pc.caller, f"/v1/{uuid4().hex}", pc.device),
        (pc.caller, pc.base, uuid4()),
    ):
        response = caller.post(f"{base}/digest", {"device": device.hex})
        assert (response.status_code, response.json()) == (401, UNKNOWN)
        assert response.headers["WWW-Authenticate"] == "Bearer"
    refused(
        shop.caller().post(f"{pc.base}/digest", {"device": pc.device.hex}), 401, UNKNOWN["refused"]
    )
    other.way.close()


def test_who_was_shut_out_is_told(shop: HubShop) -> None:
    gone = KnownPc(shop)
    revoke_device(shop.admin, shop.shop, gone.device)
    refused(gone.call("digest"), 403, "revoked")
    gone.way.close()


def test_a_code_is_for_one_pc_and_ten_minutes(shop: HubShop) -> None:
    pairing, late = shop.invite(), shop.invite()
    shop.admin.execute("UPDATE ecrm_sync.accounts SET expires = now() WHERE id = %s", [late.device])
    caller = shop.caller()

    def used(given: Any, token: str, code: str = "") -> requests.Response:
        said = {"device": given.device.hex, "code": code or given.password, "token": token}
        return caller.post(f"/v1/{given.shop.hex}/join", said)

    mine = new_password()
    first = used(pairing, mine)
    assert first.json()["number"] > 0
    assert used(pairing, mine).json() == first.json()
    refused(used(pairing, new_password()), 403, "pairing_used")
    refused(used(late, mine), 403, "pairing_used")
    refused(used(pairing, mine, new_password()), 403, "pairing_used")
    shop.admin.execute("UPDATE ecrm_sync.failed_tries SET tries = 9")
    slowed = used(shop.invite(), mine)
    refused(slowed, 429, "slow_down")
    assert int(slowed.headers["Retry-After"]) >= 1
    shop.admin.execute("DELETE FROM ecrm_sync.failed_tries")


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        ("digest", {"more": 1}),
        ("digest", {"device": "x"}),
        ("digest", {"device": None}),
        ("digest", {"device": NOBODY.upper().replace("0", "A")}),
        ("pull", {}),
        ("pull", {"epoch": NOBODY, "batch": "1", "cursor": 0, "limit": 10}),
        ("pull", {"epoch": NOBODY, "batch": True, "cursor": 0, "limit": 10}),
        ("pull", {"epoch": NOBODY, "batch": 1, "cursor": -1, "limit": 10}),
        ("pull", {"epoch": NOBODY, "batch": 1, "cursor": 2**70, "limit": 10}),
        ("pull", {"epoch": NOBODY, "batch": 1.5, "cursor": 0, "limit": 10}),
        ("fill", {"table": "a\x00b", "after": None, "limit": 1}),
        ("fill", {"table": "\ud800", "after": None, "limit": 1}),
        ("fill", {"table": "a" * 64, "after": None, "limit": 1}),
        ("lease", {"name": "a b", "count": 1, "at_least": 0}),
        ("invite", {"name": "", "code": "0" * 64}),
        ("invite", {"name": "a", "code": "0" * 63}),
    ],
)
def test_what_is_not_as_the_document_says_is_malformed(
    pc: KnownPc, function: str, arguments: dict[str, Any]
) -> None:
    refused(pc.call(function, **arguments), 400, "malformed")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"[" * 100_000, b"\xff", b"9" * 5_000])
def test_what_is_no_object_is_malformed(pc: KnownPc, content: bytes) -> None:
    url = f"{pc.caller.hub.url}{pc.base}/digest"
    kind = {"Content-Type": "application/json"}
    refused(pc.caller.session.post(url, content, headers=kind, timeout=20), 400, "malformed")


def test_paths_methods_and_kinds_that_there_are_none_of(pc: KnownPc) -> None:
    refused(pc.call("truncate"), 404, "unknown_function")
    refused(pc.caller.get("/"), 404, "unknown_function")
    response = pc.caller.get(f"{pc.base}/digest")
    refused(response, 405, "wrong_method")
    assert response.headers["Allow"] == "POST"
    refused(pc.caller.post("/v1/x/digest", {}), 400, "malformed")
    url = f"{pc.caller.hub.url}{pc.base}/digest"
    text = pc.caller.session.post(url, b"{}", headers={"Content-Type": "text/plain"}, timeout=20)
    refused(text, 415, "wrong_kind")
    odd = {"Content-Type": "application/json", "Content-Encoding": "br"}
    refused(pc.caller.session.post(url, b"{}", headers=odd, timeout=20), 415, "wrong_kind")


def test_too_much_is_refused_packed_and_unpacked(pc: KnownPc) -> None:
    url = f"{pc.caller.hub.url}{pc.base}/push"
    headers = {"Content-Type": "application/json"}
    packed = headers | {"Content-Encoding": "gzip"}

    def chunks() -> Iterator[bytes]:
        for _ in range(LARGEST // 65_536 + 1):
            yield b" " * 65_536

    bomb = zlib.compressobj(9, wbits=31)
    content = b"".join(bomb.compress(bytes(1 << 20)) for _ in range(200)) + bomb.flush()
    assert len(content) < LARGEST
    for body, kind in (
        (b" " * (LARGEST + 1), headers),
        (content, packed),
        (gzip.compress(b" " * (LARGEST + 1)), packed),
    ):
        refused(pc.caller.session.post(url, body, headers=kind, timeout=20), 413, "too_big")
    try:
        response = pc.caller.session.post(url, chunks(), headers=headers, timeout=20)
    except requests.ConnectionError:  # it was hung up on while it was still sending
        pass
    else:
        refused(response, 413, "too_big")
    for body in (gzip.compress(b"{}")[:-4], gzip.compress(b"{}") + b"more", b"{}"):
        refused(pc.caller.session.post(url, body, headers=packed, timeout=20), 400, "malformed")
    said = pc.call(
        "push", epoch=pc.way.digests(pc.device)["epoch"], batch=1, digest="0" * 64, payload="{" * 9
    )
    assert said.json() == {"refused": "malformed"}


def test_who_asks_too_often_has_to_wait(cluster: EmbeddedPostgres, tmp_path: Path) -> None:
    served = HubShop(cluster, f"hasty_{uuid4().hex}", tmp_path, "--rate", "2")
    try:
        hasty, calm = KnownPc(served), KnownPc(served)
        said = [hasty.call("digest") for _ in range(40)]
        slowed = next(one for one in said if one.status_code != 200)
        refused(slowed, 429, "slow_down")
        assert int(slowed.headers["Retry-After"]) >= 1
        assert calm.call("digest").status_code == 200

        guesser, body = served.caller(), {"device": hasty.device.hex}
        told: list[int] = []
        while 429 not in told and len(told) < 200:
            guess = {"Authorization": f"Bearer {new_password()}"}
            told.append(guesser.post(f"{hasty.base}/digest", body, headers=guess).status_code)
        assert len(told) >= 30
        assert told == [401] * (len(told) - 1) + [429]
        # Whose token was right before does not suffer from that.
        assert calm.call("digest").status_code == 200
        hasty.way.close()
        calm.way.close()
    finally:
        served.close()


def test_a_database_that_is_away_is_told_and_comes_back(shop: HubShop, pc: KnownPc) -> None:
    assert pc.call("digest").status_code == 200
    shop.admin.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ecrm-hub'"
    )
    assert pc.call("digest").status_code == 200
    shop.admin.execute("UPDATE pg_database SET datallowconn = false WHERE datname = 'served'")
    try:
        shop.admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'ecrm-hub'"
        )
        refused(pc.call("digest"), 503, "busy")
        health = shop.caller().get("/health")
        assert (health.status_code, health.json()["database"]) == (503, False)
    finally:
        shop.admin.execute("UPDATE pg_database SET datallowconn = true WHERE datname = 'served'")
    assert pc.call("digest").status_code == 200


def test_the_log_is_json_and_knows_nobody(shop: HubShop, pc: KnownPc) -> None:
    pc.call("digest")
    text = shop.hub.log.read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert {"function", "status", "ms"} <= lines[-1].keys()
    assert all(word not in text for word in (pc.token, "محرمانه", pc.device.hex, "127.0.0.1"))
