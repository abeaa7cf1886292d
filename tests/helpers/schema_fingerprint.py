"""Prints the fingerprint of the newest schema, for `migrations.SCHEMAS`."""

import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from ecrm_desktop.migrations import HEAD
from ecrm_desktop.storage.database_file import Reading, open_file
from ecrm_desktop.storage.schema import fingerprint
from tests.helpers.older_shop import make_older_shop


def fingerprint_of(path: Path) -> str:
    """Return the fingerprint of a file."""
    with closing(open_file(path, None, Reading.LOCKS)) as connection:
        entries = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
        return fingerprint(entries.fetchall())


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        make_older_shop(Path(folder) / "shop.db", HEAD)
        sys.stdout.write(fingerprint_of(Path(folder) / "shop.db"))
