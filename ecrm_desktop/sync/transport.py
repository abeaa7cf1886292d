"""How a PC reaches its shop's server: the functions of the protocol, whatever they travel over."""

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

Answer = Mapping[str, Any]


class Transport(Protocol):
    """The server's functions for one shop, as docs/sync.md says them.

    Each raises SyncError where no answer came; then nobody knows whether the server did it.
    """

    def hello(
        self, device: UUID, previous: UUID | None, epoch: UUID | None, name: str, schema: str
    ) -> Answer:
        """Say who this PC is; `previous` is the identity that it goes on from."""

    def push(self, device: UUID, epoch: UUID, batch: int, digest: bytes, payload: str) -> Answer:
        """Give a batch."""

    def pull(self, device: UUID, epoch: UUID, batch: int, cursor: int, limit: int) -> Answer:
        """Ask for what came about after `cursor`; `batch` is the last one that was pushed."""

    def fill(self, device: UUID, table: str, after: UUID | None, limit: int) -> Answer:
        """Ask for the records of a table as they are."""

    def lease(self, device: UUID, name: str, count: int, at_least: int) -> Answer | list[int]:
        """Ask for numbers that nobody else gets: the first and the last, or why not."""

    def digests(self, device: UUID) -> Answer:
        """Ask what the server's tables hold."""

    def thin(self, device: UUID) -> Answer:
        """Let the next part of the server's log go that no PC needs."""

    def devices(self, device: UUID) -> Answer:
        """Ask which PCs the shop has, under all their identities."""

    def revoke(self, device: UUID, other: UUID) -> Answer:
        """Shut another PC out; only one that manages the shop may."""

    def ranges(self, device: UUID, table: str, size: int) -> Answer:
        """Ask what a table holds, `size` records at once."""

    def keys(self, device: UUID, holds: bool | None, box: bytes | None) -> Answer:  # noqa: FBT001
        """Say whether this PC has keys of the shop, and into which box others may put some.

        With None it only puts its box there.
        """

    def give_keys(self, device: UUID, other: UUID, box: bytes, given: bytes) -> Answer:
        """Put keys into the box of another PC."""

    def found(self, device: UUID, epochs: str, revision: int) -> Answer:
        """Say of a shop that was elsewhere along which histories (JSON) and how far it went."""
