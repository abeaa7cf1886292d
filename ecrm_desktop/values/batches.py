"""Many records in portions that one statement, or the memory, can take."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield lists of `size` items, the last one perhaps shorter (itertools.batched of 3.12)."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
