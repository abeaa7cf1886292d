"""The places a user can go to in the window."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QWidget


class PageName(StrEnum):
    """The pages of the sidebar."""

    DASHBOARD = "dashboard"
    CUSTOMERS = "customers"
    INTERACTIONS = "interactions"
    COMPLAINTS = "complaints"
    PURCHASES = "purchases"
    TASKS = "tasks"
    PRODUCTS = "products"
    INSIGHT = "insight"
    REPORTS = "reports"
    IMPORTS = "imports"
    AUDIT = "audit"
    SYNC = "sync"
    SETTINGS = "settings"
    BIN = "bin"


class SettingsTab(StrEnum):
    """The parts of the settings page."""

    SHOP = "shop"
    PEOPLE = "people"
    FIELDS = "fields"
    BACKUP = "backup"
    COMPUTERS = "computers"
    PRIVACY = "privacy"
    DATA = "data"
    PROGRAM = "program"


class InsightTab(StrEnum):
    """The parts of the page of insight."""

    TODAY = "today"
    GROUPS = "groups"
    VALUE = "value"
    FORECAST = "forecast"
    PRODUCTS = "products"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """One page: its title in the sidebar, and how it is built when it is first opened."""

    name: PageName
    title: str
    icon: str
    build: Callable[[], QWidget]
