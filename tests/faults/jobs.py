"""What runs behind the shim and is no command line of its own; see `zygote`."""

import sys
from pathlib import Path
from typing import Final

from ecrm_desktop import console
from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.services.bin import expire_bin
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.services.imports import run, undo
from ecrm_desktop.settings import TABLE_STATES, Settings
from ecrm_desktop.storage import keyring_secrets, portions
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.phone import Phone

SECRET: Final = bytes(range(16))


def save(path: str, count: str) -> None:
    """Save customers, and say so after each as a window does: its code on a line."""
    database = Database(Path(path))
    for number in range(int(count)):
        phones = tuple(
            PhoneDraft(phone=Phone.parse(f"0912{kind}{number:06}"), is_primary=kind == 1)
            for kind in (1, 2)
        )
        draft = CustomerDraft(
            code=f"saved-{number}", last_name=f"نجات‌یافته {number}", phones=phones, tags=("تازه",)
        )
        with database.transaction() as session:
            create_customer(session, draft)
        _say(draft.code)
    database.close()


def begin_day(path: str, code: str) -> None:
    """Start the program on some day, as far as its file notices, and save a customer."""
    database = Database(Path(path))
    with database.transaction() as session:
        expire_bin(session)
    with database.transaction() as session:
        create_customer(session, CustomerDraft(code=code, last_name="تقویم"))
    database.close()


def change_settings(count: str) -> None:
    """Keep one thing after another in the settings."""
    for number in range(int(count)):
        Settings().set_part(TABLE_STATES, f"table {number}", "state " * number)


def in_portions(folder: str, what: str, argument: str) -> int:
    """Run an import, or its undo, that is done in portions of two rows."""
    for name in ("_BLOCK", "_FIRST_BLOCK"):
        setattr(run, name, 2)
    portions._LONGEST_SECONDS = 0  # type: ignore[misc]  # noqa: SLF001 - each block is one
    undo._AT_ONCE = 2  # type: ignore[misc]  # noqa: SLF001 - a long file would take an hour
    sys.argv = ["ecrm", "--database", f"{folder}/shop.db", "import", what, argument]
    return console.main()


def encrypt(folder: str) -> int:
    """Turn encryption on by its command, with a key that the test knows."""
    keyring_secrets.make_secret = lambda: SECRET
    command = f"--database {folder}/shop.db encrypt on --phrase-file {folder}/one.pdf"
    sys.argv = ["ecrm", *command.split()]
    return console.main()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
