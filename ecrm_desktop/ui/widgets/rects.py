"""Rectangles cut at the side where reading starts or ends."""

from PySide6.QtCore import QRect


def cut_start(rect: QRect, width: int, *, rtl: bool) -> QRect:
    """Return what is left without a width where reading starts."""
    return rect.adjusted(0, 0, -width, 0) if rtl else rect.adjusted(width, 0, 0, 0)


def cut_end(rect: QRect, width: int, *, rtl: bool) -> QRect:
    """Return what is left without a width where reading ends."""
    return cut_start(rect, width, rtl=not rtl)


def end_of(rect: QRect, width: int, *, rtl: bool) -> QRect:
    """Return so much of the end."""
    return cut_start(rect, rect.width() - width, rtl=rtl)
