"""One database file as the driver sees it: its header, its key, and a raw connection to it."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver

from ecrm_desktop import keys
from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.models.customer_index import SQL_FUNCTIONS

WAIT_MS = 5_000


def file_key_id(path: Path) -> bytes | None:
    """Return the id of the key that opens a file; None if it is plain, new or not to be read."""
    try:
        with path.open("rb") as file:
            return keys.key_id_in(file.read(keys.SALT_SIZE))
    except OSError:
        return None


def secret_of(path: Path, given: bytes | None = None) -> bytes | None:
    """Return the secret that opens a file, the `given` one or the keyring's; None if it is plain.

    Raises DatabaseError: KEY_MISSING (key_id) if the keyring has none, KEY_WRONG (key_id) if the
    given one belongs to another file and the keyring has none.
    """
    key = file_key_id(path)
    if key is None:
        return None
    if given is not None and keys.key_id(given) == key:
        return given
    secret = keys.find_secret(key)
    if secret is None:
        problem = Problem.KEY_MISSING if given is None else Problem.KEY_WRONG
        raise DatabaseError(problem, key_id=key.hex())
    return secret


def connect(path: Path, *, read_only: bool = False, secret: bytes | None = None) -> Any:
    """Open a raw driver connection to a plain or encrypted file, with explicit transactions.

    A file that is new or empty becomes an encrypted one if a `secret` is given. Without one, an
    encrypted file asks the keyring. Raises DatabaseError as `secret_of` does, and the driver's own
    errors.
    """
    is_new = not read_only and (not path.exists() or path.stat().st_size == 0)
    return open_file(path, secret if is_new else secret_of(path, secret), read_only=read_only)


def open_file(path: Path, secret: bytes | None, *, read_only: bool = False) -> Any:
    """Open a raw driver connection with exactly this key, or none; nothing is read yet."""
    connection = driver.connect(
        _uri(path) if read_only else str(path),
        uri=read_only,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        # Without it, a wrong key writes lines about pages to the terminal.
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
        if secret is not None:
            connection.execute(f'PRAGMA key = "{keys.cipher_key(secret)}"').fetchall()
        connection.execute(f"PRAGMA busy_timeout = {WAIT_MS}").fetchall()
        for name, (arguments, function) in SQL_FUNCTIONS.items():
            connection.create_function(name, arguments, function, deterministic=True)
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path) -> str:
    # Not Path.as_uri: SQLite takes no server's name in the place where it puts that.
    absolute = os.path.abspath(path).replace(os.sep, "/")  # noqa: PTH100 - a link stays one
    start = "file://" if absolute.startswith("/") else "file:///"
    return f"{start}{quote(absolute, safe='/:')}?mode=ro"
