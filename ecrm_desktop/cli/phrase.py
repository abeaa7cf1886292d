"""The recovery phrase as commands ask for it: from a file, or from whoever sits there."""

import getpass
import os
import sys
from pathlib import Path

from ecrm_desktop.backup import opening
from ecrm_desktop.backup.known_shops import find_missing
from ecrm_desktop.cli.output import complain, show_progress
from ecrm_desktop.errors import DatabaseError, FileError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.settings import Settings
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.encryption import finish_conversion
from ecrm_desktop.text.backups import schema_changed
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.values.recovery_phrase import parse_phrase

_FILE = "ECRM_PHRASE_FILE"
_TRIES = 3


def open_database(path: Path, *, create: bool = False, anew: bool = False) -> Database:
    """Open a database, with its phrase if the keyring does not have its key.

    Raises SHOP_MISSING (path, name) where a shop was whose file is gone, unless one begins `anew`.
    A phrase that was typed is kept in the keyring, if there is one; one from a file is not.
    """
    missing = find_missing(Settings(), path)
    if missing is not None and not anew:
        raise missing.error()
    try:
        database = opening.open_database(path, create=create, report_progress=show_progress)
    except DatabaseError as error:
        if error.problem is not Problem.KEY_MISSING:
            raise
        secret = ask_secret(error)
        database = opening.open_database(path, secret=secret, report_progress=show_progress)
        if not os.environ.get(_FILE):
            keyring_secrets.keep_secret(secret)
    if not database.is_read_only:
        finish_conversion(path)
    if database.set_aside is not None:
        complain(explain(DatabaseError(Problem.WAL_SET_ASIDE, path=database.set_aside)))
    if database.left_out is not None:
        complain(explain(DatabaseError(Problem.WAL_LEFT_OUT, path=database.left_out)))
    if database.backed_up is not None:
        complain(schema_changed(database.backed_up))
    return database


def ask_secret(error: DatabaseError) -> bytes:
    """Return the secret of a file whose key is missing, from its phrase; else raise the error."""
    secret = _from_file()
    if secret is None:
        if not _is_terminal():
            raise error
        complain(explain(error))
        secret = _typed()
    return secret


def read_back() -> str:
    """Return the phrase that somebody copies from the sheet, typed or piped."""
    if _is_terminal():
        sys.stderr.write(translate("CommandLine", "Type the phrase from the sheet: "))
        sys.stderr.flush()
    return sys.stdin.readline() if sys.stdin is not None else ""


def _from_file() -> bytes | None:
    name = os.environ.get(_FILE)
    if not name:
        return None
    try:
        return parse_phrase(Path(name).read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise FileError(Problem.FILE_MISSING, path=name) from error
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(Problem.FILE_UNREADABLE, path=name) from error


def _typed() -> bytes:
    """Ask where nothing is shown of it; InvalidInput after the last try."""
    for left in range(_TRIES - 1, -1, -1):
        try:
            return parse_phrase(getpass.getpass(translate("CommandLine", "Recovery phrase: ")))
        except InvalidInput as error:
            if not left:
                raise
            complain(explain(error))
    raise AssertionError


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
