"""Many PCs push at once: revisions have no gaps, and nobody who pulls misses one."""

import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Final

import pytest

from tests.helpers.sync_shops import Pc, TwoShops, group, operation

SHARED: Final = uuid.uuid4().hex


def test_nobody_who_pulls_misses_an_operation(two_shops: TwoShops) -> None:
    many_at_once(two_shops, writers=4, readers=1, page=7, is_enough=lambda pushes: pushes == 25)


@pytest.mark.slow
def test_nobody_who_pulls_for_a_minute_misses_an_operation(two_shops: TwoShops) -> None:
    until = time.monotonic() + 60
    made = many_at_once(
        two_shops,
        writers=16,
        readers=4,
        page=1_000,
        is_enough=lambda _pushes: time.monotonic() > until,
    )
    assert made > 16 * 10


def many_at_once(
    shops: TwoShops, *, writers: int, readers: int, page: int, is_enough: Callable[[int], bool]
) -> int:
    """Let some PCs push, each until it is enough, while others pull; return how often they did."""
    reading = [shops.join(shops.shop) for _ in range(readers)]
    writing = [shops.join(shops.shop) for _ in range(writers)]
    is_done = Event()

    with ThreadPoolExecutor(writers + readers) as pool:
        pulled = [pool.submit(follow, one, page, is_done) for one in reading]
        pushed = [pool.submit(write, one, number, is_enough) for number, one in enumerate(writing)]
        try:
            made = {record for one in pushed for record in one.result()}
        finally:
            is_done.set()
        for one in pulled:
            revisions, records = one.result()
            assert revisions == list(range(1, len(revisions) + 1))
            assert records >= made
    assert shops.first.records() == shops.second.records()
    return len(made)


def write(pc: Pc, number: int, is_enough: Callable[[int], bool]) -> list[str]:
    """Make records, and edit one that the others edit too."""
    made: list[str] = []
    while not is_enough(len(made)):
        nth = len(made)
        made.append(uuid.uuid4().hex)
        said = pc.push(
            group(
                operation("c", made[-1], name=str(nth)),
                operation("c", SHARED, name=f"{number} {nth}"),
            )
        )
        assert "first" in said["groups"][0]
    return made


def follow(pc: Pc, limit: int, is_done: Event) -> tuple[list[int], set[str]]:
    """Pull in pages until everything is done; return the revisions in the order of their coming."""
    revisions: list[int] = []
    records: set[str] = set()
    cursor = 0
    while True:
        is_last = is_done.is_set()
        page = pc.pull(cursor, limit)
        cursor = page["to"]
        for one in page["groups"]:
            revisions += [op[0] for op in one["ops"]]
            records |= {op[3] for op in one["ops"]}
        if is_last and cursor == page["head"]:
            return revisions, records
