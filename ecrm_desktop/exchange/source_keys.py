"""Keys that tell rows of a file apart and stay the same when it is read again."""

from array import array
from hashlib import blake2b
from typing import Final

_FIRST_SIZE: Final = 1 << 12
_FULL = 0.6


class SourceKeys:
    """Gives each row the digest of its content and how often that came so far.

    Two million rows take 32 MB: an open table of 64-bit digests, and counts for those only that
    came again. `skip_numbered`: rows of a numbered purchase need none, for it has a key of its own.
    """

    def __init__(self, *, skip_numbered: bool = False) -> None:
        self.skip_numbered = skip_numbered
        self._table = array("Q", bytes(8 * _FIRST_SIZE))
        self._mask = _FIRST_SIZE - 1
        self._used = 0
        self._again: dict[int, int] = {}

    def key(self, content: str) -> str:
        """Return the key of the next row with this content."""
        digest = blake2b(content.encode(), digest_size=16).hexdigest()
        mark = int(digest[:16], 16) or 1
        table, mask = self._table, self._mask
        at = mark & mask
        while (there := table[at]) != mark:
            if not there:
                table[at] = mark
                self._used += 1
                if self._used > mask * _FULL:
                    self._grow()
                return digest + "-1"
            at = (at + 1) & mask
        self._again[mark] = count = self._again.get(mark, 1) + 1
        return f"{digest}-{count}"

    def _grow(self) -> None:
        marks = self._table
        self._mask = mask = len(marks) * 2 - 1
        self._table = table = array("Q", bytes(8 * (mask + 1)))
        for mark in marks:
            if mark:
                at = mark & mask
                while table[at]:
                    at = (at + 1) & mask
                table[at] = mark
