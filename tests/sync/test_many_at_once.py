"""Many PCs push at once: revisions have no gaps, and nobody who pulls misses one."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Final

from tests.helpers.sync_shops import Pc, TwoShops, group, operation

WRITERS: Final = 4
PUSHES: Final = 25
SHARED: Final = uuid.uuid4().hex


def test_nobody_who_pulls_misses_an_operation(two_shops: TwoShops) -> None:
    reader = two_shops.first
    writers = [two_shops.join(two_shops.shop) for _ in range(WRITERS)]
    is_done = Event()

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        pulled = pool.submit(follow, reader, is_done)
        pushed = [pool.submit(write, one, number) for number, one in enumerate(writers)]
        try:
            made = {record for one in pushed for record in one.result()}
        finally:
            is_done.set()
        revisions, records = pulled.result()

    assert revisions == list(range(1, len(revisions) + 1))
    assert records >= made
    assert reader.records() == two_shops.second.records()


def write(pc: Pc, number: int) -> list[str]:
    """Make records, and edit one that the others edit too."""
    made = []
    for nth in range(PUSHES):
        made.append(uuid.uuid4().hex)
        said = pc.push(
            group(
                operation("c", made[-1], name=str(nth)),
                operation("c", SHARED, name=f"{number} {nth}"),
            )
        )
        assert "first" in said["groups"][0]
    return made


def follow(pc: Pc, is_done: Event) -> tuple[list[int], set[str]]:
    """Pull until everything is done; return the revisions in the order of their coming."""
    revisions: list[int] = []
    records: set[str] = set()
    cursor = 0
    while True:
        is_last = is_done.is_set()
        page = pc.pull(cursor, limit=7)
        cursor = page["to"]
        for one in page["groups"]:
            revisions += [op[0] for op in one["ops"]]
            records |= {op[3] for op in one["ops"]}
        if is_last and cursor == page["head"]:
            return revisions, records
