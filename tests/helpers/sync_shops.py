"""Two shops on one server, and PCs that call its functions over connections of their own."""

import hashlib
import json
import uuid
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, new_password
from ecrm_desktop.sync.server.installing import HUB, make_device, make_role, make_shop

Connection = psycopg.Connection[Any]


def operation(kind: str, record: str, **fields: Any) -> list[Any]:
    """Return an operation on a customer."""
    return [kind, "customers", record, fields]


def group(*operations: list[Any], seen: int = 0, uid: str = "", **more: Any) -> dict[str, Any]:
    """Return a group as a PC pushes it."""
    return {
        "g": uid or uuid.uuid4().hex,
        "at": "2026-01-01 10:00:00.000000",
        "u": None,
        "a": "",
        "seen": seen,
        "s": "0012",
        "part": 1,
        "more": False,
        "ops": list(operations),
    } | more


@dataclass
class Pc:
    """A PC of a shop."""

    shop: uuid.UUID
    device: uuid.UUID
    role: str
    connection: Connection
    epoch: uuid.UUID | None = None
    batch: int = 0

    def call(self, function: str, *arguments: Any) -> Any:
        """Call a function for this shop and device; return its answer."""
        return self.call_as(self.shop, self.device, function, *arguments)

    def call_as(self, shop: Any, device: Any, function: str, *arguments: Any) -> Any:
        """Call a function for whichever shop and device."""
        name = sql.Identifier("ecrm_sync", function)
        marks = sql.SQL(", ").join([sql.Placeholder()] * (len(arguments) + 2))
        statement = sql.SQL("SELECT {}({})").format(name, marks)
        row = self.connection.execute(statement, [shop, device, *arguments]).fetchone()
        assert row is not None
        return row[0]

    def hello(self, previous: uuid.UUID | None = None) -> Any:
        """Say hello, and remember the epoch."""
        said = self.call("hello_v1", previous, None, "PC", "0012")
        if "epoch" in said:
            self.epoch = uuid.UUID(said["epoch"])
        return said

    def push(self, *groups: dict[str, Any]) -> Any:
        """Push groups in the next batch."""
        names = json.dumps([[one["g"], one["part"]] for one in groups])
        said = self.push_text(
            json.dumps({"schema": "0012", "groups": groups}), self.batch + 1, names
        )
        if "groups" in said:
            self.batch += 1
        return said

    def push_text(self, payload: str, batch: int, names: str = "") -> Any:
        """Push a text as a batch with a number."""
        digest = hashlib.sha256(names.encode()).digest()
        return self.call("push_v1", self.epoch, batch, digest, payload)

    def pull(self, cursor: int = 0, limit: int = 1000, batch: int | None = None) -> Any:
        """Pull a page; without `batch` nobody asks whether it is the last one."""
        return self.call("pull_v1", self.epoch, batch, cursor, limit)

    def records(self, table: str = "customers") -> dict[str, Any]:
        """Return the living records of a table, as the server has them."""
        return dict(self.call("fill_v1", table, None, 5000)["records"])


class TwoShops:
    """`first` and `second` are PCs of one shop, `stranger` is one of another."""

    def __init__(self, cluster: EmbeddedPostgres, server: Connection) -> None:
        self._cluster = cluster
        self.server = server
        self._opened: list[Connection] = []
        self._roles: list[str] = []
        self.shop, other = uuid.uuid4(), uuid.uuid4()
        for shop in (self.shop, other):
            make_shop(server, shop)
        self.first, self.second = self.join(self.shop), self.join(self.shop)
        self.stranger = self.join(other)

    def join(self, shop: uuid.UUID) -> Pc:
        """Make a device with a role of its own."""
        role, connection = self.log_in()
        device = uuid.uuid4()
        make_device(self.server, shop, device, role)
        pc = Pc(shop, device, role, connection)
        pc.hello()
        return pc

    def hub(self) -> Connection:
        """Return the connection of a hub."""
        role, connection = self.log_in()
        self.server.execute(
            sql.SQL("GRANT {} TO {}").format(sql.Identifier(HUB), sql.Identifier(role))
        )
        return connection

    def log_in(self) -> tuple[str, Connection]:
        """Make a role and a connection of it."""
        role, password = f"pc_{uuid.uuid4().hex}", new_password()
        make_role(self.server, role, password)
        self._roles.append(role)
        connection = self.connect(self.server.info.dbname, role, password)
        self._opened.append(connection)
        return role, connection

    def connect(self, database: str, role: str, password: str) -> Connection:
        """Connect as a role."""
        return psycopg.connect(self._cluster.conninfo(database, role, password), autocommit=True)

    def close(self) -> None:
        """Close all connections and drop the roles."""
        for connection in self._opened:
            connection.close()
        for role in self._roles:
            self.server.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))
