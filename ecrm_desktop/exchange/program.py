"""One kind of file that a well-known program writes."""

from dataclasses import dataclass
from typing import Final

from ecrm_desktop.values.statuses import ImportKind, PurchaseChannel
from ecrm_desktop.values.text import fold

FALLBACK: Final = "?"
"""Behind a field that a column holds only if no other column of it has anything."""


@dataclass(frozen=True, slots=True)
class Program:
    """One kind of file; `columns` are the folded titles that count, all others do not."""

    kind: ImportKind
    signs: frozenset[str]
    columns: dict[str, str]
    are_prices_net: bool = False
    """Whether the prices are those after the discount of the order."""
    channel: PurchaseChannel | None = None
    """Through what was sold, where no column says it."""


def program(
    kind: ImportKind,
    signs: str,
    columns: str,
    *,
    are_prices_net: bool = False,
    channel: PurchaseChannel | None = None,
) -> Program:
    """Return a program whose files have the titles `signs`, apart by |.

    `columns` has a line `title=field` for each that counts, and may have empty ones.
    """
    pairs = (line.strip().rpartition("=") for line in columns.splitlines() if line.strip())
    return Program(
        kind,
        frozenset(fold(sign) for sign in signs.split("|")),
        {fold(title): field for title, _, field in pairs},
        are_prices_net,
        channel,
    )
