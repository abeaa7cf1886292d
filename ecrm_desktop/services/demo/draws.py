"""Seeded choices that are cheap enough to be made tens of millions of times."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")
_BLOCK = 1024


def entries(table: str) -> list[str]:
    """Return the entries of a text table: apart by `|` or line ends."""
    return [entry.strip() for entry in table.replace("\n", "|").split("|") if entry.strip()]


def weighted(table: str) -> tuple[list[tuple[str, ...]], list[int]]:
    """Return the entries' words but the last one, and that last one, their weight."""
    rows = [entry.split() for entry in entries(table)]
    return [tuple(row[:-1]) for row in rows], [int(row[-1]) for row in rows]


def endless(
    rng: Random,
    values: Sequence[T],
    weights: Sequence[float] | None = None,
    block: int = _BLOCK,
) -> Iterator[T]:
    """Yield random values for ever, drawn in blocks; small ones where few are needed."""
    while True:
        yield from rng.choices(values, weights, k=block)


def often(rng: Random, probability: float) -> Iterator[bool]:
    """Yield True with a probability, for ever."""
    return endless(rng, (True, False), (probability, 1 - probability))
