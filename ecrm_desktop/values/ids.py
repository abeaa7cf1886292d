"""Record ids that are made on the PC and never collide."""

import json
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from struct import iter_unpack
from typing import Self, overload
from uuid import UUID, uuid5

import uuid_utils
from uuid_utils import compat

_SIZE = 16
_VERSION = 8
_BLOCK = f"{_SIZE}s"
_FEW = 16  # looked for one by one; more in one walk through all


def new_id() -> UUID:
    """Return a UUIDv7: later ids of one process are greater, so rows stay in order of making."""
    return compat.uuid7()


def new_id_bytes() -> bytes:
    """Return the bytes of a `new_id`, in a fifth of the time."""
    return uuid_utils.uuid7().bytes


def derived_id(owner: UUID, *words: str) -> UUID:
    """Return the id that every PC gives to what stands for the same `words` of the same owner.

    A UUIDv5 (RFC 9562): so what is made on two PCs is one record once they meet.
    """
    return uuid5(owner, "\x1f".join(words))


def derived_id_bytes(owner: bytes, *words: str, moment: int = 0) -> bytes:
    """Return the bytes of such an id that stands in order with those of `new_id`.

    A UUIDv8 (RFC 9562): 48 bits for the `moment`, milliseconds since 1970 as in a UUIDv7, then 74
    bits of BLAKE2b. So ids of one time stand together in an index, and in lists in its order.
    """
    content = blake2b("\x1f".join(words).encode(), key=owner, digest_size=10).digest()
    chance = int.from_bytes(content) & ~(0xF << 76 | 0x3 << 62) | _VERSION << 76 | 0x2 << 62
    return (max(0, moment) << 80 | chance).to_bytes(_SIZE)


def is_derived(record_id: bytes) -> bool:
    """Return whether an id is one of `derived_id_bytes`."""
    return record_id[6] >> 4 == _VERSION


def moment_of(record_id: bytes) -> int:
    """Return the first 48 bits of an id: milliseconds since 1970."""
    return int.from_bytes(record_id[:6])


def to_hex(ids: Iterable[bytes]) -> list[str]:
    """Return ids as JSON can hold them."""
    return [one.hex() for one in ids]


def to_json(ids: Iterable[bytes]) -> str:
    """Return ids as statements take them, which read them with json_each and unhex."""
    return json.dumps(to_hex(ids))


class IdList(Sequence[UUID]):
    """Many ids in one block of memory, 16 bytes each; a million take 16 MB instead of 100."""

    __slots__ = ("_bytes",)

    def __init__(self, ids: Iterable[UUID] = ()) -> None:
        self._bytes = bytearray()
        if isinstance(ids, IdList):
            self.extend(ids)
        else:
            self._bytes += b"".join(one.bytes for one in ids)

    @classmethod
    def from_block(cls, block: bytes | bytearray) -> Self:
        """Build from ids one after the other, 16 bytes each; ValueError otherwise."""
        if len(block) % _SIZE:
            raise ValueError(len(block))
        made = cls()
        made._bytes = bytearray(block)
        return made

    def append(self, one: UUID) -> None:
        """Add an id at the end."""
        self._bytes += one.bytes

    def extend(self, others: "IdList") -> None:
        """Add ids at the end."""
        self._bytes += others._bytes  # noqa: SLF001 - its own class

    @overload
    def __getitem__(self, at: int) -> UUID: ...
    @overload
    def __getitem__(self, at: slice) -> "IdList": ...
    def __getitem__(self, at: int | slice) -> "UUID | IdList":
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            if step == 1:
                return IdList.from_block(self._bytes[start * _SIZE : stop * _SIZE])
            return IdList(self[index] for index in range(start, stop, step))
        start = range(len(self))[at] * _SIZE
        return UUID(bytes=bytes(self._bytes[start : start + _SIZE]))

    def __len__(self) -> int:
        return len(self._bytes) // _SIZE

    def __contains__(self, one: object) -> bool:
        return isinstance(one, UUID) and self._find(one, 0, len(self)) >= 0

    def index(self, value: UUID, start: int = 0, stop: int | None = None) -> int:
        """Return the place of an id, searched in the block itself; ValueError if it is absent."""
        start, stop, _step = slice(start, stop).indices(len(self))
        found = self._find(value, start, stop)
        if found < 0:
            raise ValueError(value)
        return found

    def places(self, wanted: "IdList") -> Sequence[int]:
        """Return in rising order where those of `wanted` stand that are in here.

        It makes no id, so that a million take a second at most; those that stand here one after
        the other take no time.
        """
        if not self or not wanted:
            return ()
        first = self._find(wanted[0], 0, len(self))
        if first >= 0 and self[first : first + len(wanted)] == wanted:
            return range(first, first + len(wanted))
        if len(wanted) <= _FEW:
            found = (self._find(one, 0, len(self)) for one in wanted)
            return sorted(at for at in found if at >= 0)
        sought = {block for (block,) in iter_unpack(_BLOCK, wanted._bytes)}  # noqa: SLF001
        blocks = iter_unpack(_BLOCK, self._bytes)
        return [at for at, (block,) in enumerate(blocks) if block in sought]

    def _find(self, one: UUID, start: int, stop: int) -> int:
        at = self._bytes.find(one.bytes, start * _SIZE, stop * _SIZE)
        # A match may straddle two ids; only one that begins on a boundary is an id.
        while at >= 0 and at % _SIZE:
            at = self._bytes.find(one.bytes, at + 1, stop * _SIZE)
        return at // _SIZE if at >= 0 else -1

    def __eq__(self, other: object) -> bool:
        return self._bytes == other._bytes if isinstance(other, IdList) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # it can grow

    def __repr__(self) -> str:
        return f"IdList({len(self)} ids)"
