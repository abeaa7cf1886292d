"""What is typed in open forms, kept in the database until it is saved or thrown away."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from ecrm_desktop.logs import log_failure
from ecrm_desktop.services.autosave import delete_autosave, store_autosave
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.background import Background


class AutosaveStore(QObject):
    """Contents of forms by key; they survive a killed program, encrypted where the shop's data is.

    A disk that is full or read-only costs the autosaves, never the work.
    """

    def __init__(self, background: Background, kept: Mapping[str, str]) -> None:
        """`kept` is what `list_autosaves` found at the start."""
        super().__init__(background)
        self._background = background
        self._autosaves: dict[str, dict[str, Any]] = {}
        for key, content in kept.items():
            contents = _parsed(content)
            if contents is not None:
                self._autosaves[key] = contents

    def keys(self) -> list[str]:
        """Return the keys of the forms that are not finished, the one typed in last first."""
        return list(self._autosaves)

    def load(self, key: str) -> dict[str, Any] | None:
        """Return what was typed into the form of a key, as `Form.snapshot` gave it."""
        return self._autosaves.get(key)

    def keep(self, key: str, contents: dict[str, Any]) -> None:
        """Keep what is typed now."""
        self._autosaves = {key: contents} | {
            one: self._autosaves[one] for one in self._autosaves if one != key
        }
        content = json.dumps(contents, ensure_ascii=False)
        self._write(lambda session: store_autosave(session, key, content))

    def drop(self, key: str) -> None:
        """Forget a form that was saved or thrown away."""
        if self._autosaves.pop(key, None) is not None:
            self._write(lambda session: delete_autosave(session, key))

    def _write(self, action: Callable[[Session], None]) -> None:
        self._background.write(action, owner=self, failed=log_failure, quiet=True)


def _parsed(content: str) -> dict[str, Any] | None:
    try:
        contents = json.loads(content)
    except ValueError:
        return None
    return contents if isinstance(contents, dict) else None
