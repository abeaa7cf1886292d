"""What SQLite finds wrong in a database, table by table, and how much that means."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ecrm_desktop.storage.database_file import damage

_INDEX = re.compile(
    r"row \d+ missing from index (?P<missing>\S+)"
    r"|row \d+ values differ from index (?P<differing>\S+)"
    r"|wrong # of entries in index (?P<counted>\S+)"
)
_FULL_TEXT = re.compile(
    r"malformed inverted index for FTS5 table main\.(?P<malformed>\w+)"
    r"|unable to validate the inverted index for FTS5 table main\.(?P<unreadable>\w+): .*"
    r"|fts5: .* table (?:main\.)?\"?(?P<refused>\w+)\"?"
)
_MOST_TOLD = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsound:
    """What is wrong in a file.

    `told` is what SQLite says about it: pages, tables and columns, never what stands in them.
    `indexes` are the indexes and the full texts that do not say what their tables say, if nothing
    else is wrong, so that making them anew mends all; empty where pages or records are damaged.
    """

    told: tuple[str, ...]
    indexes: frozenset[str]


def checked_tables(connection: Any) -> list[str]:
    """Return the tables that together are the whole file.

    The full text is left out, which takes a third of the time: its own tables are among them, and
    what is in those can be built anew.
    """
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    return ["sqlite_schema", *(name for (name,) in tables.fetchall())]


def wrong_in_table(connection: Any, table: str, *, thoroughly: bool) -> list[str]:
    """Return what is wrong in a table and its indexes; in the free pages too for `sqlite_schema`.

    `thoroughly`: also where an index does not say what the table says. Raises the driver's errors,
    and DatabaseError DATABASE_UNREADABLE.
    """
    check = "integrity_check" if thoroughly else "quick_check"
    return damage(line for (line,) in connection.execute(f'PRAGMA {check}("{table}")'))


def wrong_in_pages(connection: Any) -> list[str]:
    """Return what is wrong in the whole file: also pages used twice, or neither used nor free."""
    found = connection.execute(f"PRAGMA quick_check({_MOST_TOLD})")
    return damage(line for (line,) in found)


def judge(told: Iterable[str]) -> Unsound | None:
    """Return what all that is wrong in a file amounts to; None if nothing is."""
    lines = tuple(line for text in told for line in text.splitlines())
    if not lines:
        return None
    matches = [_INDEX.fullmatch(line) or _FULL_TEXT.fullmatch(line) for line in lines]
    named = frozenset(match[match.lastgroup or 0] for match in matches if match is not None)
    return Unsound(told=lines, indexes=named if all(matches) else frozenset())
