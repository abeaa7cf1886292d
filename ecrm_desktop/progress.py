"""How long work says how far it is."""

from collections.abc import Callable

ReportProgress = Callable[[int, int], None]
"""Takes how many of how many are done (0 of all: unknown); it may raise Cancelled to stop."""


def no_progress(_done: int, _total: int) -> None:
    """Take it and tell nobody."""
