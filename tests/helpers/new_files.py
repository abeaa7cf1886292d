"""New files of the program's: made once by this process, and copied."""

import tempfile
from functools import cache
from pathlib import Path

from ecrm_desktop.storage.database import Database


def new_database(path: Path) -> Database:
    """Open a file without a shop, as the program makes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_new_file())
    return Database(path)


@cache
def _new_file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        Database(path, create=True).close()
        return path.read_bytes()
