"""The text that a cell of a spreadsheet can hold."""

import re
from typing import Final

LONGEST: Final = 32_767
"""UTF-16 units, of which Excel opens no more in a cell."""

# What XML 1.0 cannot hold, and the isolates that only screens and paper need.
_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u2066-\u2069]")


def cell_text(text: str) -> str:
    """Return text without what a cell cannot hold; "…" stands in place of an end too long."""
    kept = _DROPPED.sub("", text)
    if 2 * len(kept) <= LONGEST:
        return kept
    units = kept.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return kept
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
