"""The user's preferences on this PC: each declared once with its name, type and default."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from ecrm_desktop.file_locks import waiting_lock
from ecrm_desktop.locations import user_settings

T = TypeVar("T")
_ROUND_SECONDS = range(5, 3_601)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One preference; `accepts` refuses a stored value that an older or foreign file left there."""

    name: str
    default: T
    accepts: Callable[[Any], bool]


def _text(value: object) -> bool:
    return isinstance(value, str)


def _mapping(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(key, str) for key in value)


def _gigabytes(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _seconds(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value in _ROUND_SECONDS


LANGUAGE = Setting[str]("language", "fa", lambda value: value in {"fa", "en"})
COLOR_SCHEME = Setting[str](
    "color_scheme", "system", lambda value: value in {"system", "light", "dark"}
)
LAST_USER = Setting[str]("last_user", "", _text)  # id of the user who worked here last
LAST_FOLDER = Setting[str]("last_folder", "", _text)  # where a report was saved last
WINDOW_GEOMETRY = Setting[str]("window_geometry", "", _text)  # base64 of QWidget.saveGeometry
# Name of a table → RecordTable.shape().
TABLE_STATES = Setting[dict[str, Any]]("table_states", {}, _mapping)
# Shape of a file → JSON of the Mapping that was used for the last file of this shape.
IMPORT_MAPPINGS = Setting[dict[str, Any]]("import_mappings", {}, _mapping)
# A second folder for backups, such as one on a stick.
BACKUP_FOLDER = Setting[str]("backup_folder", "", _text)
BACKUP_LIMIT = Setting[int]("backup_limit", 10, _gigabytes)  # of all backups in one folder
# Path of a database → folder → what happened there last, as backup.state keeps it.
BACKUP_STATES = Setting[dict[str, Any]]("backup_states", {}, _mapping)
# Path of a database → which shop was in it, as backup.known_shops keeps it.
KNOWN_SHOPS = Setting[dict[str, Any]]("known_shops", {}, _mapping)
# Path of a database → how far it was looked through, as backup.inspecting keeps it.
FILE_LOOKS = Setting[dict[str, Any]]("file_looks", {}, _mapping)

SYNC_SECONDS = Setting[int]("sync_seconds", 30, _seconds)  # between two rounds of syncing


class Settings:
    """The preferences of one file; a damaged file is kept aside and the defaults are used.

    Several processes may write it: each changes what it sets and leaves the rest as it is by then.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or user_settings()
        self._values = self._read()

    def get(self, setting: Setting[T]) -> T:
        """Return the stored value, or the default if there is none that fits."""
        value = self._values.get(setting.name, setting.default)
        return value if setting.accepts(value) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Store a JSON-able value; ValueError if the setting does not accept it.

        A full disk or read-only folder is no reason to stop: the value then lasts for this run.
        """
        if not setting.accepts(value):
            raise ValueError(setting.name, value)
        self._change(lambda values: values | {setting.name: value})

    def set_part(self, setting: Setting[dict[str, Any]], key: str, value: object) -> None:
        """Store one entry of a setting that holds several, such as one table's state."""

        def with_part(values: dict[str, Any]) -> dict[str, Any]:
            parts = values.get(setting.name)
            known = parts if setting.accepts(parts) else setting.default
            return values | {setting.name: {**(known or {}), key: value}}

        self._change(with_part)

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except OSError:
            return {}
        except ValueError:
            values = None
        if isinstance(values, dict):
            return values
        self._keep_aside()
        return {}

    def _keep_aside(self) -> None:
        try:
            self._path.replace(self._path.with_suffix(".broken.json"))
        except OSError:
            return

    def _change(self, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with waiting_lock(self._path.with_suffix(".lock")):
                before = self._read() if self._path.exists() else {}
                # What could not be written before, or was in a file that is damaged by now.
                self._values = change(self._values | before)
                if self._values != before:
                    self._write()
        except OSError:
            self._values = change(self._values)

    def _write(self) -> None:
        part = self._path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as file:
            json.dump(self._values, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._path)
