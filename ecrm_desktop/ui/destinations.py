"""The places a user can go to in the window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """One page: its name in the sidebar, and how it is built when it is first opened."""

    key: str
    title: str
    icon: str
    factory: Callable[[], QWidget]
