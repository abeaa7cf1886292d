"""A keyring in a file, since machines that run tests have none of their own.

PYTHON_KEYRING_BACKEND=tests.helpers.file_keyring.FileKeyring ECRM_TEST_KEYRING=FILE
"""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend

FILE = "ECRM_TEST_KEYRING"


class FileKeyring(KeyringBackend):
    """Keeps secrets as JSON in the file that the environment names."""

    priority = 5.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # as keyring has it

    def get_password(self, service: str, username: str) -> str | None:
        """Return a kept secret."""
        return self._read().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""
        self._write(self._read() | {f"{service}/{username}": password})

    def _read(self) -> dict[str, str]:
        path = Path(os.environ[FILE])
        return dict(json.loads(path.read_text())) if path.exists() else {}

    def _write(self, kept: dict[str, str]) -> None:
        Path(os.environ[FILE]).write_text(json.dumps(kept), encoding="utf-8")
