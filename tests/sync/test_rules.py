"""The server's functions do what docs/sync.md says, as its model does, on random histories."""

import copy
import hashlib
import json
import os
import uuid
from dataclasses import dataclass
from typing import Any, Final

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ecrm_desktop.sync.server.installing import make_device, make_shop
from tests.helpers.examples import examples
from tests.sync.model import CONFLICTS, Shop

DEVICES: Final = 3
TABLES: Final = ("customers", "customer_phones")
RECORDS: Final = 3
UNITS: Final = ("name", "city", "deleted_at|deletion_id", "consent")
LIMITS: Final = (1, 2, 5, 100)
PHASES: Final = [one for one in Phase if one is not Phase.shrink or "CI" not in os.environ]
"""Looking for the smallest history that fails takes minutes, which nobody waits for in CI."""

Connection = psycopg.Connection[Any]


@dataclass(frozen=True)
class Op:
    kind: str
    record: int
    fields: dict[str, Any]
    quiet: dict[str, Any]
    ranks: dict[str, int]


@dataclass(frozen=True)
class Group:
    ops: tuple[Op, ...]
    behind: int
    """How many pulls ago it was made."""
    weak: bool


@dataclass(frozen=True)
class Push:
    device: int
    groups: tuple[Group, ...]
    repeated: int | None
    """Which of all earlier groups comes along once more."""
    own: tuple[tuple[int, int], ...]
    """Which revisions before the head it says are its author's: how far before, and how many."""


@dataclass(frozen=True)
class Pull:
    device: int
    limit: int


@dataclass(frozen=True)
class Odd:
    """A push with a number that is not the next one: the last one again, a lower one, a gap."""

    device: int
    by: int


@dataclass(frozen=True)
class Thin:
    """Half a year goes by: what came about until so far before the head is old."""

    behind: int
    absent: frozenset[int]
    """Who was not seen since."""


values = st.one_of(
    st.none(),
    st.sampled_from(["", "x", "سارا", 'a"b\\c']),
    st.integers(-3, 3),
    st.just(["2026-01-01", None]),
)
units = st.sampled_from(UNITS)
ops = st.builds(
    Op,
    st.sampled_from("ccuuuuudfxh"),
    # The last few are records of conflicts, if there are any.
    st.integers(0, RECORDS * len(TABLES) + 1),
    st.dictionaries(units, values, max_size=3),
    st.dictionaries(st.sampled_from(["updated_at", "total", "city"]), values, max_size=2),
    st.dictionaries(units, st.integers(-1, 2), max_size=2),
)
WEAK = st.sampled_from([False, False, False, True])
groups = st.builds(Group, st.lists(ops, min_size=1, max_size=4).map(tuple), st.integers(0, 2), WEAK)
devices = st.integers(0, DEVICES - 1)
steps = st.one_of(
    st.builds(
        Push,
        devices,
        st.lists(groups, min_size=1, max_size=3).map(tuple),
        st.one_of(st.none(), st.integers(0, 9)),
        st.lists(st.tuples(st.integers(0, 9), st.integers(1, 3)), max_size=2).map(tuple),
    ),
    st.builds(Pull, devices, st.sampled_from(LIMITS)),
    st.builds(Odd, devices, st.sampled_from([-1, 0, 2])),
    st.builds(Thin, st.integers(0, 5), st.frozensets(devices)),
)
Step = Push | Pull | Odd | Thin


class Both:
    """The server and the model, fed the same."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.shop = uuid.uuid4()
        self.model = Shop()
        self.devices = [uuid.uuid4() for _ in range(DEVICES)]
        self.seen = [[0] for _ in self.devices]
        self.pushed: list[dict[str, Any]] = []
        self.last: list[tuple[int, bytes, Any]] = [(0, bytes(32), None) for _ in self.devices]
        make_shop(connection, self.shop)
        for device in self.devices:
            make_device(connection, self.shop, device, "postgres")
            self.model.join(device.hex)
        self.epoch = uuid.UUID(self.call("hello_v1", self.devices[0], *[None] * 4)["epoch"])

    def call(self, function: str, *arguments: Any) -> Any:
        marks = ", ".join(["%s"] * (len(arguments) + 1))
        row = self.connection.execute(
            f"SELECT ecrm_sync.{function}({marks})", [self.shop, *arguments]
        ).fetchone()
        assert row is not None
        return row[0]

    def conflicts(self) -> dict[str, str]:
        """Return the model's ids of conflicts by the server's: those made at the same revision."""
        rows = self.connection.execute(
            "SELECT id, birth FROM ecrm_sync.records WHERE shop = %s AND tab = 0", [self.shop]
        )
        by_birth = {
            Shop.born(record): key[1]
            for key, record in self.model.records.items()
            if key[0] == CONFLICTS
        }
        found = {record_id.hex: by_birth.pop(birth) for record_id, birth in rows}
        assert not by_birth
        return found

    def record(self, number: int) -> tuple[str, str] | None:
        if number < RECORDS * len(TABLES):
            table = TABLES[number % len(TABLES)]
            return table, uuid.uuid5(self.shop, str(number)).hex
        made = [key for key in self.model.records if key[0] == CONFLICTS]
        return made[number % len(made)] if made else None

    def op(self, op: Op) -> list[Any] | None:
        record = self.record(op.record)
        if record is None or (record[0] == CONFLICTS and op.kind == "f"):
            return None
        return [op.kind, *record, op.fields, op.quiet, op.ranks]

    def push(self, push: Push) -> None:
        made = []
        for group in push.groups:
            seen = self.seen[push.device]
            made.append(
                {
                    "g": uuid.uuid4().hex,
                    "at": f"2026-01-{len(self.pushed) % 30 + 1:02}",
                    "u": self.devices[push.device].hex if group.behind else None,
                    "a": "save",
                    "seen": seen[max(0, len(seen) - 1 - group.behind)],
                    "s": "0012",
                    "part": 1,
                    "more": False,
                    "weak": group.weak,
                    "ops": [op for one in group.ops if (op := self.op(one)) is not None],
                }
            )
        if push.repeated is not None and self.pushed:
            again = copy.deepcopy(self.pushed[push.repeated % len(self.pushed)])
            if push.repeated % 3 == 0:
                again |= {"part": 2, "seen": 0}
            made.insert(push.repeated % 2, again)
        self.pushed += made
        number, *_ = self.last[push.device]
        payload: dict[str, Any] = {"schema": "0012", "groups": made}
        if push.own:
            starts = [(max(1, self.model.head - back), count) for back, count in push.own]
            payload["own"] = [[first, first + count - 1] for first, count in starts]
        self.send(push.device, number + 1, payload)

    def send(self, device: int, number: int, payload: Any) -> None:
        names = json.dumps([[one["g"], one["part"]] for one in payload["groups"]])
        digest = hashlib.sha256(names.encode()).digest()
        back = {ours: its for its, ours in self.conflicts().items()}
        sent = copy.deepcopy(payload)
        for group in sent["groups"]:
            for op in group["ops"]:
                op[2] = back.get(op[2], op[2])
        expected = self.model.push(self.devices[device].hex, number, digest, payload)
        said = self.call(
            "push_v1", self.devices[device], self.epoch, number, digest, json.dumps(sent)
        )
        assert said.pop("epoch", self.epoch.hex) == self.epoch.hex
        assert said == {key: value for key, value in expected.items() if key != "epoch"}
        if "groups" in said:
            self.last[device] = (number, digest, payload)

    def odd(self, odd: Odd) -> None:
        number, _, payload = self.last[odd.device]
        if payload is None:
            return
        if odd.by:
            group: dict[str, Any] = {
                "g": uuid.uuid4().hex,
                "at": "2026",
                "u": None,
                "a": "",
                "seen": 0,
            }
            group |= {"s": "0012", "part": 1, "more": False, "ops": []}
            payload = {"schema": "0012", "groups": [group]}
        self.send(odd.device, number + odd.by, payload)

    def pull(self, device: int, cursor: int, limit: int) -> int:
        ids = self.conflicts()
        page = self.call("pull_v1", self.devices[device], self.epoch, None, cursor, limit)
        expected = self.model.pull(self.devices[device].hex, cursor, limit)
        if "refused" in page:
            # Then all comes as it is.
            assert page == expected
            return self.model.head
        assert page.pop("epoch") == self.epoch.hex
        for group in page["groups"]:
            for op in group["ops"]:
                op[3] = ids.get(op[3], op[3])
        for group in [*page["groups"], *expected["groups"]]:
            if group["d"] is None:
                group["g"] = group["at"] = ""
        assert page == expected
        return int(page["to"])

    def thin(self, thin: Thin) -> None:
        # Where a PC may be: nobody has half a part.
        ends = [0, *(part.entries[-1].revision for part in self.model.parts)]
        old = max(end for end in ends if end <= max(0, self.model.head - thin.behind))
        self.connection.execute(
            "INSERT INTO ecrm_sync.heads VALUES (%s, current_date - 182, %s)"
            " ON CONFLICT (shop, day) DO UPDATE SET revision = excluded.revision",
            [self.shop, old],
        )
        for number, device in enumerate(self.devices):
            seen = None if number in thin.absent else "now"
            self.connection.execute(
                "UPDATE ecrm_sync.devices SET last_seen = %s WHERE shop = %s AND id = %s",
                [seen, self.shop, device],
            )
        present = [one.hex for n, one in enumerate(self.devices) if n not in thin.absent]
        said = self.call("thin_v1", self.devices[0])
        assert said.pop("epoch") == self.epoch.hex
        assert said == self.model.thin(old, present)

    def compare(self) -> None:
        """Compare what everybody pulls from as early as it can, the states, and the digests."""
        for device in range(DEVICES):
            cursor = -1
            to = self.model.thinned_to
            while to != cursor:
                cursor, to = to, self.pull(device, to, 7)
            assert to == self.model.head
        ids = self.conflicts()
        for table in (*TABLES, CONFLICTS):
            filled = self.call("fill_v1", self.devices[0], table, None, 5000)["records"]
            found = sorted([ids.get(one[0], one[0]), one[1]] for one in filled)
            assert found == self.model.fill(table)
        digests = self.call("digest_v1", self.devices[0])["tables"]
        for table in TABLES:
            ranges = self.call("ranges_v1", self.devices[0], table, 5000)["ranges"]
            assert [digest for _, digest in ranges] == [*filter(None, [digests.get(table)])]
            ranges = self.call("ranges_v1", self.devices[0], table, 2)["ranges"]
            keys = [one[0] for one in self.model.fill(table)]
            assert [last for last, _ in ranges] == [*keys[1::2], *keys[len(keys) // 2 * 2 :]]
        digests.pop(CONFLICTS, None)
        expected = self.model.digests()
        expected.pop(CONFLICTS, None)
        assert digests == expected

    def play(self, history: list[Step]) -> None:
        for step in history:
            match step:
                case Push():
                    self.push(step)
                case Odd():
                    self.odd(step)
                case Thin():
                    self.thin(step)
                case Pull(device, limit):
                    to = self.pull(device, self.seen[device][-1], limit)
                    self.seen[device].append(to)
        self.compare()


@pytest.mark.hypothesis
def test_server_and_model_agree(server: Connection, request: pytest.FixtureRequest) -> None:
    # Another PostgreSQL has to agree with what the first one was tried with for longer.
    is_first = request.node.callspec.params["cluster"] == "wheel"

    @given(st.lists(steps, min_size=3, max_size=25))
    @settings(
        max_examples=examples(150 if is_first else 50),
        deadline=None,
        phases=PHASES,
        suppress_health_check=[HealthCheck.too_slow],
    )
    def agree(history: list[Step]) -> None:
        Both(server).play(history)

    agree()
