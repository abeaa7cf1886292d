"""Every command that writes, a tiny shop for it, and the states in which it may leave that shop."""

import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import pypdf

from ecrm_desktop.archive.writing import write_package
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.importing import take_out_unfinished
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.shop import users
from ecrm_desktop.services.passwords import set_password
from ecrm_desktop.storage import encryption
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.database_file import file_key_id
from ecrm_desktop.values.passwords import parse_new_password
from ecrm_desktop.values.recovery_phrase import to_phrase
from ecrm_desktop.values.statuses import ImportKind
from tests.faults.jobs import SECRET
from tests.faults.runs import Run, Zygote
from tests.helpers.factories import make_customer
from tests.helpers.import_files import bring_in, contents, write_csv
from tests.helpers.small_shop import fill_small_shop

PASSWORD: Final = "کلید ۱۲۳ دکان"  # noqa: S105 - of an invented shop
OLDER: Final = b"older"
PHRASE: Final = " ".join(to_phrase(SECRET))
_HEADER: Final = ["code", "name", "phone"]
_CALL: Final = "call tests.faults.jobs"


@dataclass(frozen=True, slots=True)
class Command:
    """A command line as if typed in the shop's folder, and the file that it is about.

    `is_random`: each time it does something else, so that its rows can only be counted.
    """

    name: str
    line: str
    subject: str
    stdin: str = ""
    is_random: bool = False

    def arguments(self, folder: Path) -> list[str]:
        """Return the command line for a folder."""
        words = {"FOLDER": str(folder), "IMPORT": (folder / "import").read_text("utf-8")}
        line = self.line
        for word, meant in words.items():
            line = line.replace(word, meant)
        return line.split()


def _in(database: str, line: str) -> str:
    return f"--database FOLDER/{database} {line}"


COMMANDS: Final = (
    Command("init", _in("none.db", "init"), "none.db"),
    Command("demo", _in("none.db", "demo --customers 5"), "none.db", is_random=True),
    Command("import", _in("shop.db", "import customers FOLDER/customers.csv"), "shop.db"),
    Command("undo", _in("shop.db", "import undo IMPORT"), "shop.db"),
    Command(
        "import-in-portions",
        f"{_CALL} in_portions FOLDER customers FOLDER/customers.csv",
        "shop.db",
    ),
    Command("undo-in-portions", f"{_CALL} in_portions FOLDER undo IMPORT", "shop.db"),
    Command("forget", _in("shop.db", "customer forget forget-me --yes"), "shop.db", is_random=True),
    Command("vcard", _in("shop.db", "customer vcard later --output FOLDER/one.vcf"), "one.vcf"),
    *(
        Command(
            end,
            _in("shop.db", f"report customers --format {end} --output FOLDER/r.{end}"),
            f"r.{end}",
        )
        for end in ("pdf", "xlsx", "csv")
    ),
    Command("package", _in("shop.db", "package write FOLDER/all.zip"), "all.zip"),
    Command("unpack", _in("none.db", "package read FOLDER/whole.zip"), "none.db"),
    Command("backup", _in("shop.db", "backup"), "backups"),
    Command("restore", _in("shop.db", "restore latest --yes"), "shop.db"),
    Command("salvage", "salvage FOLDER/damaged.db --output FOLDER/none.db", "none.db"),
    Command("encrypt", f"{_CALL} encrypt FOLDER", "shop.db", PHRASE),
    Command("decrypt", _in("secret.db", "encrypt off"), "secret.db"),
    Command("phrase", _in("secret.db", "encrypt phrase --phrase-file FOLDER/one.pdf"), "one.pdf"),
    Command("person", _in("shop.db", "user add زهره"), "shop.db"),
    Command(
        "password", _in("shop.db", "user set-password مریم --password-file FOLDER/word"), "shop.db"
    ),
    Command("reset", _in("locked.db", "user reset-password مریم --without-code"), "locked.db"),
)
BY_NAME: Final[Mapping[str, Command]] = MappingProxyType({one.name: one for one in COMMANDS})


def build_template(folder: Path) -> Path:
    """Make a shop, what commands read, and something older where they write."""
    (folder / "backups").mkdir(parents=True)
    (folder / "home").mkdir()
    (folder / "word").write_text(PASSWORD, encoding="utf-8")
    (folder / "phrase").write_text(PHRASE, encoding="utf-8")
    for name in ("one.vcf", "one.pdf", "r.pdf", "r.xlsx", "r.csv", "all.zip"):
        (folder / name).write_bytes(OLDER)
    rows = [[str(at), f"مشتری {at}", f"0912111000{at}"] for at in range(5)]
    write_csv(folder / "customers.csv", _HEADER, [*rows, ["9", "بد", "شماره"]])
    shop = Database(folder / "shop.db", create=True)
    with shop.transaction() as session:
        fill_small_shop(session, "fa")
        make_customer(session, "ژاله طباطبایی", code="forget-me", phone="+989121234567")
    made = bring_in(shop, ImportKind.CUSTOMERS, write_csv(folder / "old.csv", _HEADER, rows[:4]))
    (folder / "import").write_text(str(made.import_id), encoding="utf-8")
    at = datetime(2026, 11, 1, tzinfo=UTC)
    make_backup(shop, folder / "backups", now=at, limit=10**12)
    with shop.transaction() as session:
        make_customer(session, "لاله جدید", code="later")
    write_package(shop, folder / "whole.zip")
    shop.close()
    for name in ("secret.db", "damaged.db", "locked.db"):
        shutil.copyfile(folder / "shop.db", folder / name)
    encryption.turn_on(folder / "secret.db", SECRET)
    locked = Database(folder / "locked.db")
    with locked.transaction() as session:
        [owner] = [one for one in users(session) if one.name == "مریم"]
        set_password(session, owner.id, parse_new_password(PASSWORD))
    locked.close()
    return folder


def state_of(folder: Path, command: Command) -> object:
    """Return what there is of a command's subject: equal for two runs that did the same.

    Fails if it is not whole.
    """
    path = folder / command.subject
    if path.is_dir():
        return sorted(repr(database_state(one)) for one in path.glob("*.db"))
    if not path.exists():
        return None
    if path.suffix != ".db":
        return file_state(path)
    found = database_state(path)
    if command.is_random and found is not None:
        return {name: len(found[1][name]) for name in ("customers", "forgotten_customers")}
    return found


def database_state(path: Path) -> tuple[bool, dict[str, list[Any]]] | None:
    """Return whether a database is encrypted and what is in it; None before it has a shop."""
    is_encrypted = file_key_id(path) is not None
    database = Database(path, secret=SECRET)
    take_out_unfinished(database)
    with database.transaction() as session:
        report = check_database(session)
    assert report.is_sound, report.findings
    encryption.finish_conversion(path)
    found: dict[str, list[Any]] = contents(database, with_ids=False)
    database.close()
    if not found["shop"]:
        return None
    # Hashes of passwords have a salt.
    found["users"] = [tuple(str(cell)[:8] for cell in row) for row in found["users"]]
    return is_encrypted, found


def file_state(path: Path) -> str:
    """Return whether a file is the older one or a whole new one."""
    content = path.read_bytes()
    if content == OLDER:
        return "older"
    match path.suffix:
        case ".pdf":
            assert pypdf.PdfReader(path).pages[0].get_contents() is not None
            assert content.rstrip().endswith(b"%%EOF")
        case ".xlsx" | ".zip":
            with zipfile.ZipFile(path) as packed:
                assert packed.testzip() is None
        case ".vcf":
            assert content.endswith(b"END:VCARD\r\n")
        case ".csv":
            assert content.endswith(b"\r\n")
            assert "لاله جدید" in content.decode("utf-8-sig")
    return "new"


def run_again(zygote: Zygote, command: Command, folder: Path) -> Run:
    """Run a command after one that was cut short, and whatever else clears up after it."""
    again = zygote.run(folder, command.arguments(folder), stdin=command.stdin)
    assert again.status in {0, 2}
    assert "Traceback" not in again.error
    if command.name == "encrypt":  # what is left of backups the next backup clears
        zygote.run(folder, BY_NAME["backup"].arguments(folder))
    left = leftovers(folder)
    assert left == [], left
    return again


def leftovers(folder: Path) -> list[str]:
    """Return what of unfinished work lies in a folder."""
    return [
        one.name
        for one in folder.rglob("*")
        if one.name.startswith(".") or one.name.endswith((".part", "-journal"))
    ]
