"""Which page of a closed file is what, and files in which one bit is flipped.

python -m tests.helpers.flipped_pages FOLDER COUNT: how many of so many flips in pages of each kind
are found by a look before opening and a whole round, and how many more by a backup of it; what is
not found is told by its place.
"""

import sys
from collections import Counter
from contextlib import closing, nullcontext
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from random import Random

import sqlcipher3.dbapi2 as driver

from ecrm_desktop.backup.comparing import spoiled_records
from ecrm_desktop.backup.inspecting import LookState, compare_part
from ecrm_desktop.errors import DatabaseError
from ecrm_desktop.progress import no_progress
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.storage import database as database_module
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.database_file import Reading, open_file

PAGE = 4_096
NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


class Kind(StrEnum):
    """What a page is for."""

    FREE_LIST = "list of free pages"
    INDEX_INTERIOR = "inner page of an index"
    INDEX_LEAF = "leaf of an index"
    TABLE_INTERIOR = "inner page of a table"
    TABLE_LEAF = "leaf of a table"


_TYPES = {
    2: Kind.INDEX_INTERIOR,
    10: Kind.INDEX_LEAF,
    5: Kind.TABLE_INTERIOR,
    13: Kind.TABLE_LEAF,
}
_HEADER = {2: 12, 5: 12, 10: 8, 13: 8}


def make_shop(path: Path) -> None:
    """Make an invented shop with free pages in it."""
    database = Database(path, create=True)
    with database.transaction() as session:
        fill_demo(session, customers=300, now=NOW)
    with closing(database.writer.raw_connection()) as raw:
        raw.execute("CREATE TABLE much (words)")
        raw.execute(
            "WITH RECURSIVE rows (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM rows WHERE n < 300)"
            " INSERT INTO much SELECT hex(zeroblob(1900)) FROM rows"
        )
        raw.execute("DROP TABLE much")
    database.close()


def pages_by_kind(content: bytes) -> dict[Kind, list[int]]:
    """Return the numbers of the pages of each kind, but the first page; free ones are none."""
    kinds: dict[Kind, list[int]] = {kind: [] for kind in Kind}
    free: set[int] = set()
    trunk = int.from_bytes(content[32:36], "big")
    while trunk:
        page = content[(trunk - 1) * PAGE : trunk * PAGE]
        kinds[Kind.FREE_LIST].append(trunk)
        count = int.from_bytes(page[4:8], "big")
        free |= {int.from_bytes(page[8 + 4 * n : 12 + 4 * n], "big") for n in range(count)}
        trunk = int.from_bytes(page[:4], "big")
    for number in range(2, len(content) // PAGE + 1):
        kind = _TYPES.get(content[(number - 1) * PAGE])
        if kind is not None and number not in free and number not in kinds[Kind.FREE_LIST]:
            kinds[kind].append(number)
    return kinds


def matters(content: bytes, at: int, kind: Kind) -> bool:
    """Return whether a byte is one that SQLite ever reads: neither unused room nor a counter."""
    page, place = at - at % PAGE, at % PAGE
    if kind is Kind.FREE_LIST:
        return place < 8 + 4 * int.from_bytes(content[page + 4 : page + 8], "big")
    header = _HEADER[content[page]]
    cells = int.from_bytes(content[page + 3 : page + 5], "big")
    start = int.from_bytes(content[page + 5 : page + 7], "big")
    return place < header + 2 * cells or place >= start


def is_found(path: Path) -> bool:
    """Return whether opening a file, or a whole round through it, finds that it is broken."""
    try:
        database = Database(path)
    except DatabaseError:
        return True
    try:
        state = LookState(rounded_at=NOW)
        while True:
            state, found = compare_part(
                database, state, NOW, no_progress, lambda _stop: nullcontext()
            )
            if found is not None:
                return True
            if not state.compared:
                return False
    finally:
        database.close()


def flip(path: Path, content: bytes, at: int, bit: int) -> None:
    """Write a file with one bit flipped, and nothing of another one beside it."""
    path.write_bytes(content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :])
    for end in ("-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)


def random_flip(content: bytes, pages: list[int], kind: Kind, chance: Random) -> tuple[int, int]:
    """Return the place and the bit of a flip in a byte that matters."""
    while True:
        at = (chance.choice(pages) - 1) * PAGE + chance.randrange(PAGE)
        if matters(content, at, kind):
            return at, chance.randrange(8)


def main(folder: Path, count: int) -> None:
    """Measure."""
    database_module._SETTLING_SECONDS = 0  # noqa: SLF001 - thousands of broken files
    path = folder / "shop.db"
    make_shop(path)
    content = path.read_bytes()
    names = _names(path, content)
    backup = folder / "backup.db"
    backup.write_bytes(content)
    chance = Random(1)
    for kind, pages in pages_by_kind(content).items():
        found, by_backup, unseen = 0, 0, Counter[str]()
        for _ in range(count):
            at, bit = random_flip(content, pages, kind, chance)
            flip(path, content, at, bit)
            if is_found(path):
                found += 1
            elif _is_spoiled(path, backup):
                by_backup += 1
            else:
                unseen[names.get(at // PAGE + 1, "?")] += 1
        sys.stdout.write(
            f"{kind} ({len(pages)}): {found} + {by_backup} of {count}; {dict(unseen)}\n"
        )
        sys.stdout.flush()


def _is_spoiled(path: Path, backup: Path) -> bool:
    with closing(open_file(path, None, Reading.LOCKS)) as connection:
        return bool(spoiled_records(connection, backup))


def _names(path: Path, content: bytes) -> dict[int, str]:
    with closing(driver.connect(str(path))) as connection:
        rows = connection.execute("SELECT rootpage, name FROM sqlite_master WHERE rootpage > 0")
        waiting = rows.fetchall()
    names = {}
    while waiting:
        number, name = waiting.pop()
        names[number] = name
        page = content[(number - 1) * PAGE : number * PAGE]
        if page[0] in {2, 5}:
            cells = int.from_bytes(page[3:5], "big")
            places = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n], "big") for n in range(cells)]
            waiting += [(int.from_bytes(page[at : at + 4], "big"), name) for at in (*places, 8)]
    return names


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
