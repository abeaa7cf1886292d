"""An index that does not say what its table says, as a bad disk or a bug leaves it."""

from contextlib import closing

from ecrm_desktop.storage.database import Database


def change_behind_an_index(database: Database, index: str, change: str) -> None:
    """Change a table while SQLite does not know of one of its indexes."""
    with closing(database.writer.raw_connection()) as raw:
        [row] = raw.execute("SELECT * FROM sqlite_master WHERE name = ?", (index,)).fetchall()
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("DELETE FROM sqlite_master WHERE name = ?", (index,))
        raw.execute("PRAGMA writable_schema = RESET")
        raw.execute(change)
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)
        raw.execute("PRAGMA writable_schema = RESET")
    # Whoever knows the schema of meanwhile opens the file anew.
    database.writer.dispose()
    database._reader.dispose()  # noqa: SLF001 - as said above
