"""What is typed in open forms, kept on disk until it is saved or thrown away."""

import json
from pathlib import Path
from typing import Any


class DraftStore:
    """Contents of forms by key in one file beside the database; it survives a killed program.

    A disk that is full or read-only costs the drafts, never the work.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._drafts = self._read()

    def keys(self) -> list[str]:
        """Return the keys of the forms that were open when the program died."""
        return list(self._drafts)

    def load(self, key: str) -> dict[str, Any] | None:
        """Return what was typed into the form of a key, as `Form.snapshot` gave it."""
        return self._drafts.get(key)

    def keep(self, key: str, contents: dict[str, Any]) -> None:
        """Keep what is typed now."""
        self._drafts[key] = contents
        self._write()

    def drop(self, key: str) -> None:
        """Forget a form that was saved or thrown away."""
        if self._drafts.pop(key, None) is not None:
            self._write()

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            drafts = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(drafts, dict):
            return {}
        return {key: draft for key, draft in drafts.items() if isinstance(draft, dict)}

    def _write(self) -> None:
        part = self._path.with_name(self._path.name + ".part")
        try:
            if self._drafts:
                part.write_text(json.dumps(self._drafts, ensure_ascii=False), encoding="utf-8")
                part.replace(self._path)
            else:
                self._path.unlink(missing_ok=True)
        except OSError:
            return
