"""A shop behind a hub with TLS and tokens, against the pace that was promised."""

import hashlib
import json
import random
import shutil
import socket
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.address import HubAddress
from ecrm_desktop.sync.hub_transport import HubTransport
from ecrm_desktop.sync.server.embedded import new_password, wheel_binaries
from ecrm_desktop.sync.server.installing import make_shop
from ecrm_desktop.values.ids import new_id
from tests.benchmarks.bench_sync import record
from tests.helpers.hubs import HubShop
from tests.helpers.postgres_places import place_for
from tests.helpers.sync_shops import group
from tests.helpers.synced_pcs import Pc

_BATCH: Final = 500
_OPERATIONS: Final = 100_000
_PUSHED: Final = 12_500
_PULLED: Final = 25_000
_PAGE: Final = 1_000
_CHANGE_BYTES: Final = 400
_BATCH_BYTES: Final = 100
_IDLE_BYTES: Final = 1_000
_DEVICES: Final = 200
_SHOPS: Final = 50
_POLL_SECONDS: Final = 10.0
"""A third of what is between two rounds of a PC."""
_POLLED_SECONDS: Final = 0.100

Measured = tuple[str, float, float, float]


def measure() -> list[Measured]:
    """Return what syncing through a hub takes, and what the promises allow."""
    folder = Path(tempfile.mkdtemp(prefix="ecrm-bench-hub-"))
    try:
        with place_for(wheel_binaries(), durable=True) as place, place:
            rows: list[Measured] = []
            for name, measured in (
                ("bulk", _bulk),
                ("bytes", _bytes),
                ("polling", _polling),
            ):
                with closing(HubShop(place, name, folder, "--rate", "10000")) as shop:
                    rows += measured(shop, folder)
            return rows
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _bulk(shop: HubShop, _folder: Path) -> Iterator[Measured]:
    with closing(_Cable(shop.hub.port)) as cable:
        pushing, puller = (_joined(shop, cable) for _ in range(2))
        way, device = pushing
        epoch = uuid.UUID(str(way.hello(device, None, None, "PC", "0012")["epoch"]))
        batches = [_payload(first) for first in range(0, _OPERATIONS, _BATCH)]
        cable.sent = 0
        start = time.perf_counter()
        for number, (payload, digest) in enumerate(batches, 1):
            if "groups" not in way.push(device, epoch, number, digest, payload):
                raise RuntimeError
        seconds = time.perf_counter() - start
        yield f"push {_OPERATIONS:,} through a hub", seconds, _OPERATIONS / _PUSHED, 1.0
        yield (
            "on the wire for a change in batches, bytes",
            cable.sent / _OPERATIONS,
            _BATCH_BYTES,
            1,
        )

        way, device = puller
        way.hello(device, None, None, "PC", "0012")
        cursor, received = 0, 0
        start = time.perf_counter()
        while cursor < _OPERATIONS:
            page = way.pull(device, epoch, 0, cursor, _PAGE)
            cursor = page["to"]
            received += sum(len(one["ops"]) for one in page["groups"])
        seconds = time.perf_counter() - start
        if received != _OPERATIONS:
            raise RuntimeError
        yield f"pull {_OPERATIONS:,} through a hub", seconds, _OPERATIONS / _PULLED, 1.0


def _bytes(shop: HubShop, folder: Path) -> Iterator[Measured]:
    path = folder / "pc.db"
    Database(path, create=True).close()
    with closing(_Cable(shop.hub.port)) as cable:
        pc = Pc.joining(shop, path, "PC", transport=lambda way: _through(way, cable))
        with pc.database.transaction() as session:
            person = create_customer(session, CustomerDraft(first_name="مریم"))
        pc.sync()
        before = cable.sent + cable.received
        pc.sync()
        idle = cable.sent + cable.received - before
        yield "an idle round on the wire, both ways, bytes", idle, _IDLE_BYTES, 1.0

        with pc.database.transaction() as session:
            session.get_one(Customer, person).job = new_id().hex[-8:]
        pc.sync()
        calls = map(json.loads, shop.hub.log.read_text(encoding="utf-8").splitlines())
        *_, last = (call["in"] for call in calls if call.get("function") == "push")
        yield "one change alone, as it is sent, bytes", last, _CHANGE_BYTES, 1.0
        pc.database.close()


def _polling(shop: HubShop, _folder: Path) -> Iterator[Measured]:
    """Let many PCs of many shops ask at random within the seconds between two rounds."""
    ways = []
    for number in range(_DEVICES):
        if number % (_DEVICES // _SHOPS) == 0:
            shop.shop = uuid.uuid4()
            make_shop(shop.admin, shop.shop)
        pairing, token = shop.invite(), new_password()
        way = shop.joined(pairing, token)
        epoch = uuid.UUID(str(way.hello(pairing.device, None, None, "PC", "0012")["epoch"]))
        ways.append((way, pairing.device, epoch))
    chance = random.Random(1)
    times: list[float] = []

    def ask(way: HubTransport, device: uuid.UUID, epoch: uuid.UUID, wait: float) -> None:
        time.sleep(wait)
        start = time.perf_counter()
        way.pull(device, epoch, 0, 0, _PAGE)
        times.append(time.perf_counter() - start)
        way.close()

    asking = [
        threading.Thread(target=ask, args=(*one, chance.random() * _POLL_SECONDS)) for one in ways
    ]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    slow = sorted(times)[int(_DEVICES * 0.95)]
    yield f"{_DEVICES} devices of {_SHOPS} shops ask a hub, 95 of 100", slow, _POLLED_SECONDS, 1.0


def _joined(shop: HubShop, cable: "_Cable") -> tuple[HubTransport, uuid.UUID]:
    pairing, token = shop.invite(), new_password()
    shop.joined(pairing, token).close()
    if not isinstance(pairing.address, HubAddress):
        raise TypeError
    address = replace(pairing.address, url=f"https://127.0.0.1:{cable.port}")
    return HubTransport(address, pairing.shop, token), pairing.device


def _through(way: Any, cable: "_Cable") -> Any:
    """Let a way to the hub go through a cable that counts."""
    way._base = way._base.replace(way._base.split("/")[2], f"127.0.0.1:{cable.port}")  # noqa: SLF001
    return way


def _payload(first: int) -> tuple[str, bytes]:
    operations = []
    for nth in range(first, first + _BATCH):
        table, fields, quiet = record(nth)
        operations.append(["c", table, new_id().hex, fields, quiet])
    batch = group(*operations)
    text = json.dumps({"schema": "0012", "groups": [batch]}, ensure_ascii=False)
    return text, hashlib.sha256(batch["g"].encode()).digest()


class _Cable:
    """Goes between a PC and a hub, and counts the bytes both ways."""

    def __init__(self, port: int) -> None:
        self._to = port
        self.sent = 0
        self.received = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = [self._listener]
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Cut it."""
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._to))
                for one in (near, far):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._open += [near, far]
                threading.Thread(target=self._pass, args=(near, far, True), daemon=True).start()
                threading.Thread(target=self._pass, args=(far, near, False), daemon=True).start()

    def _pass(self, come: socket.socket, go: socket.socket, is_sent: bool) -> None:  # noqa: FBT001
        with suppress(OSError):
            while block := come.recv(65_536):
                go.sendall(block)
                if is_sent:
                    self.sent += len(block)
                else:
                    self.received += len(block)
