"""Text cut to a width, at the end as its own language reads it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """Return what fits, isolated, so that the dots of a Persian name in English stay at its end."""
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))
    return f"\u2068{cut}\u2069"
