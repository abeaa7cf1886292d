"""The server's functions called over a connection to its PostgreSQL, as in the LAN."""

from typing import Any
from uuid import UUID

import psycopg

from ecrm_desktop.sync.transport import Answer


class DirectTransport:
    """Calls the functions with a role of this PC; each call is a transaction of its own."""

    def __init__(self, connection: psycopg.Connection[Any], shop: UUID) -> None:
        """Take a connection in autocommit mode, so that nobody can hold the shop's lock open."""
        self._connection = connection
        self._shop = shop

    def hello(
        self, device: UUID, previous: UUID | None, epoch: UUID | None, name: str, schema: str
    ) -> Answer:
        """As `Transport.hello`."""
        answer: Answer = self._call("hello_v1", device, previous, epoch, name, schema)
        return answer

    def push(self, device: UUID, epoch: UUID, batch: int, digest: bytes, payload: str) -> Answer:
        """As `Transport.push`."""
        answer: Answer = self._call("push_v1", device, epoch, batch, digest, payload)
        return answer

    def pull(self, device: UUID, epoch: UUID, batch: int, cursor: int, limit: int) -> Answer:
        """As `Transport.pull`."""
        answer: Answer = self._call("pull_v1", device, epoch, batch, cursor, limit)
        return answer

    def fill(self, device: UUID, table: str, after: UUID | None, limit: int) -> Answer:
        """As `Transport.fill`."""
        answer: Answer = self._call("fill_v1", device, table, after, limit)
        return answer

    def lease(self, device: UUID, name: str, count: int, at_least: int) -> Answer | list[int]:
        """As `Transport.lease`."""
        answer: Answer | list[int] = self._call("lease_v1", device, name, count, at_least)
        return answer

    def digests(self, device: UUID) -> Answer:
        """As `Transport.digests`."""
        answer: Answer = self._call("digest_v1", device)
        return answer

    def ranges(self, device: UUID, table: str, size: int) -> Answer:
        """As `Transport.ranges`."""
        answer: Answer = self._call("ranges_v1", device, table, size)
        return answer

    def thin(self, device: UUID) -> Answer:
        """As `Transport.thin`."""
        answer: Answer = self._call("thin_v1", device)
        return answer

    def devices(self, device: UUID) -> Answer:
        """As `Transport.devices`."""
        answer: Answer = self._call("devices_v1", device)
        return answer

    def revoke(self, device: UUID, other: UUID) -> Answer:
        """As `Transport.revoke`."""
        answer: Answer = self._call("revoke_v1", device, other)
        return answer

    def keys(self, device: UUID, holds: bool | None, box: bytes | None) -> Answer:  # noqa: FBT001
        """As `Transport.keys`."""
        answer: Answer = self._call("keys_v1", device, holds, box)
        return answer

    def give_keys(self, device: UUID, other: UUID, box: bytes, given: bytes) -> Answer:
        """As `Transport.give_keys`."""
        answer: Answer = self._call("give_keys_v1", device, other, box, given)
        return answer

    def found(self, device: UUID, epochs: str, revision: int) -> Answer:
        """As `Transport.found`."""
        answer: Answer = self._call("found_v1", device, epochs, revision)
        return answer

    def _call(self, function: str, *arguments: Any) -> Any:
        marks = ", ".join(["%s"] * (len(arguments) + 1))
        statement = f"SELECT ecrm_sync.{function}({marks})"
        row = self._connection.execute(statement, (self._shop, *arguments)).fetchone()
        if row is None:
            raise RuntimeError
        return row[0]
