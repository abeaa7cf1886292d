"""Text that a spreadsheet would take for a formula, kept text by an apostrophe before it."""

from typing import Final

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "'")


def as_text(text: str) -> str:
    """Return text that a spreadsheet opening a .csv takes for nothing but text.

    Text that begins with an apostrophe gets another one, so that `from_text` gives back any text.
    Source of the list of beginnings: OWASP, "CSV Injection".
    """
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def from_text(cell: str) -> str:
    """Return what `as_text` was given; other text that begins with an apostrophe keeps it."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA_STARTS) else cell
