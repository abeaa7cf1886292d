"""What is typed in open forms, kept in the database until it is saved or thrown away."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from ecrm_desktop.logs import log_failure
from ecrm_desktop.services.autosave import delete_autosave, store_autosave
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.background import Background

_KEEP_AFTER_MS = 700


class AutosaveStore(QObject):
    """Contents of one user's forms by key; they survive a killed program.

    They are encrypted where the shop's data is. A disk that is full costs the autosaves, never the
    work; where nothing can be written there are none that outlast the window.
    """

    def __init__(
        self, background: Background, kept: Mapping[str, str], user_id: UUID | None = None
    ) -> None:
        """`kept` is what `list_autosaves` found at the start; without a user they are nobody's."""
        super().__init__(background)
        self._background = background
        self._suffix = f"@{user_id}" if user_id is not None else ""
        # Of all users and under their keys in the database, the one typed in last at the end.
        self._autosaves: dict[str, dict[str, Any]] = {}
        for key, content in reversed(list(kept.items())):
            contents = _parsed(content)
            if contents is not None:
                self._autosaves[key] = contents

    def for_user(self, user_id: UUID) -> "AutosaveStore":
        """Return the forms of somebody: nobody else is offered them."""
        theirs = AutosaveStore(self._background, {}, user_id)
        theirs._autosaves = self._autosaves
        return theirs

    def keys(self) -> list[str]:
        """Return the keys of the forms that are not finished, the one typed in last first."""
        return [
            key
            for stored in reversed(self._autosaves)
            if self._stored(key := stored.partition("@")[0]) == stored
        ]

    def load(self, key: str) -> dict[str, Any] | None:
        """Return what was typed into the form of a key, as `Form.snapshot` gave it."""
        return self._autosaves.get(self._stored(key))

    def keep(self, key: str, contents: dict[str, Any]) -> None:
        """Keep what is typed now."""
        stored = self._stored(key)
        self._autosaves.pop(stored, None)
        self._autosaves[stored] = contents
        content = json.dumps(contents, ensure_ascii=False)
        self._write(lambda session: store_autosave(session, stored, content))

    def drop(self, key: str) -> None:
        """Forget a form that was saved or thrown away."""
        stored = self._stored(key)
        if self._autosaves.pop(stored, None) is not None:
            self._write(lambda session: delete_autosave(session, stored))

    def drop_of_all(self, key: str) -> None:
        """Forget what anybody typed into the form of a key, whose record is gone."""
        for stored in [one for one in self._autosaves if one.partition("@")[0] == key]:
            del self._autosaves[stored]
            self._write(partial(delete_autosave, key=stored))

    def _stored(self, key: str) -> str:
        return f"{key}{self._suffix}"

    def _write(self, action: Callable[[Session], None]) -> None:
        if not self._background.database.is_read_only:
            self._background.write(action, owner=self, failed=log_failure, quiet=True)


class KeepTimer(QTimer):
    """Calls `keep` a moment after the last `start`, so that not every key is written."""

    def __init__(self, parent: QObject, keep: Callable[[], None]) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setSingleShot(True)
        self.setInterval(_KEEP_AFTER_MS)
        self.timeout.connect(keep)

    def keep_now(self) -> None:
        """Do at once what is still to come."""
        if self.isActive():
            self.stop()
            self._keep()


def _parsed(content: str) -> dict[str, Any] | None:
    try:
        contents = json.loads(content)
    except ValueError:
        return None
    return contents if isinstance(contents, dict) else None
