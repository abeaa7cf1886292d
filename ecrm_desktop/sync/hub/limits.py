"""How often a PC may ask, and how often somebody may be wrong; each hub counts for itself."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address, ip_network
from typing import Final

_MOST_KNOWN: Final = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one hub takes: `rate` requests a second of each PC, twice as many at once.

    It has `at_once` of them answered at a time, so that no shop keeps the others waiting.
    `failures` a minute of each address whose token or code is wrong. `connections` to the
    database, `waiting` requests for them. `seconds` for what is sent to come in.
    """

    rate: float = 100.0
    at_once: int = 2
    failures: float = 30.0
    connections: int = 8
    waiting: int = 200
    seconds: float = 30.0


class Buckets:
    """Counts who asks how often; whoever was not here for the longest time is forgotten first."""

    def __init__(
        self, rate: float, most: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = rate
        self._most = most
        self._clock = clock
        self._left: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def seconds_to_wait(self, who: Hashable) -> int:
        """Return after how many whole seconds somebody may ask again; 0 if now."""
        left = self._now(who)[0]
        return 0 if left >= 1 else math.ceil((1 - left) / self._rate)

    def take(self, who: Hashable) -> None:
        """Count that somebody asked."""
        left, now = self._now(who)
        self._left[who] = max(left - 1, 0.0), now
        self._left.move_to_end(who)
        if len(self._left) > _MOST_KNOWN:
            self._left.popitem(last=False)

    def _now(self, who: Hashable) -> tuple[float, float]:
        now = self._clock()
        left, then = self._left.get(who, (self._most, now))
        return min(self._most, left + (now - then) * self._rate), now


class Recent:
    """Who was right lately."""

    def __init__(self) -> None:
        self._seen: OrderedDict[Hashable, None] = OrderedDict()

    def __contains__(self, who: Hashable) -> bool:
        return who in self._seen

    def add(self, who: Hashable) -> None:
        """Remember somebody, and forget whoever was not here for the longest time."""
        self._seen[who] = None
        self._seen.move_to_end(who)
        if len(self._seen) > _MOST_KNOWN:
            self._seen.popitem(last=False)


def network(address: str) -> str:
    """Return who an address counts as: a whole network of IPv6, which one customer has."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network(f"{address.partition('%')[0]}/64", strict=False))
