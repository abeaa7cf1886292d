"""What a hub does not wait for, and who counts as one."""

import asyncio
import json
import time
from collections.abc import MutableMapping
from typing import Any

import pytest

from ecrm_desktop.sync.hub.app import Hub
from ecrm_desktop.sync.hub.limits import Buckets, Limits, Recent, network
from ecrm_desktop.sync.hub.store import Store

Message = MutableMapping[str, Any]


def answer(limits: Limits, *sent: bytes) -> tuple[int, dict[str, Any]]:
    """Return what a hub without a database says to a call whose body never ends, or does."""
    said: list[Message] = []
    chunks = list(sent)

    async def receive() -> Message:
        if not chunks:
            await asyncio.sleep(60)
        return {"type": "http.request", "body": chunks.pop(0), "more_body": bool(not sent[-1])}

    async def send(message: Message) -> None:
        said.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": f"/v1/{'0' * 32}/digest",
        "query_string": b"",
        "headers": [
            (b"authorization", b"Bearer some-token"),
            (b"content-type", b"application/json"),
        ],
        "client": ("192.0.2.1", 1),
    }
    hub = Hub(Store("host=127.0.0.1 port=1 dbname=x"), limits)
    asyncio.run(hub.app()(scope, receive, send))
    return said[0]["status"], json.loads(said[1]["body"])


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    assert answer(Limits(seconds=0.05), b"{", b"") == (408, {"refused": "too_slow"})


def test_more_calls_than_can_wait_are_sent_away() -> None:
    assert answer(Limits(waiting=0), b"{}") == (503, {"refused": "busy", "seconds": 1})


def test_a_database_that_is_not_there_is_told() -> None:
    body = json.dumps({"device": "0" * 32}).encode()
    assert answer(Limits(), body) == (503, {"refused": "busy", "seconds": 1})


class SlowStore(Store):
    """Counts how often it is asked whether the database is there."""

    asked = 0

    def answers(self) -> bool:
        self.asked += 1
        time.sleep(0.05)
        return True


def test_many_who_ask_whether_it_is_well_are_answered_by_one_look() -> None:
    store, said = SlowStore(""), list[Message]()
    hub = Hub(store, Limits(connections=1))
    app = hub.app()

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    async def ask() -> None:
        scope = {"type": "http", "method": "GET", "path": "/health", "headers": []}
        await app(scope | {"query_string": b"", "client": ("192.0.2.1", 1)}, receive, send)

    async def ask_all() -> None:
        await asyncio.gather(*(ask() for _ in range(20)))
        await ask()

    asyncio.run(ask_all())
    assert [one["status"] for one in said if "status" in one] == [200] * 21
    assert store.asked == 1


def test_who_asks_is_counted_and_forgotten_again() -> None:
    now = [0.0]
    buckets = Buckets(rate=2.0, most=3.0, clock=lambda: now[0])
    for _ in range(3):
        assert buckets.seconds_to_wait("a") == 0
        buckets.take("a")
    assert buckets.seconds_to_wait("a") == 1
    assert buckets.seconds_to_wait("b") == 0
    now[0] = 0.5
    assert buckets.seconds_to_wait("a") == 0
    seen = Recent()
    for number in range(100_001):
        seen.add(number)
        buckets.take(number)
    assert 0 not in seen
    assert 100_000 in seen
    assert buckets.seconds_to_wait("a") == 0


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
    ],
)
def test_a_customers_network_counts_as_one(address: str, counted: str) -> None:
    assert network(address) == counted
