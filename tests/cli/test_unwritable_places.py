"""Where nothing can be written commands that read work, and those that write say why not."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.storage.database import Database
from ecrm_desktop.text.error_texts import explain
from tests.cli.test_people import PIN, guarded, shop
from tests.helpers.command_line import Outcome, Run
from tests.helpers.factories import make_customer
from tests.helpers.older_shop import A_SHOP, AN_OWNER, make_older_shop
from tests.helpers.unwritable_places import PLACES, POSIX, bytes_beside

__all__ = ["guarded", "shop"]
pytestmark = POSIX

Ask = Callable[[str], Outcome]


@pytest.fixture(params=["file", "cd", "mount"])
def place(request: pytest.FixtureRequest, tmp_path: Path, guarded: Path) -> Iterator[Path]:
    """A shop with passwords where nothing can be written; its last customer is in the -wal."""
    there = tmp_path / "there" / "shop.db"
    there.parent.mkdir()
    database = Database(guarded)
    with database.transaction(captured=False) as session:
        make_customer(session, "نگار پاک‌نژاد", code="2")
    for end in ("", "-wal"):
        shutil.copy(f"{guarded}{end}", f"{there}{end}")
    database.close()
    before = bytes_beside(there)
    with PLACES[request.param](there):
        yield there
        assert bytes_beside(there) == before


@pytest.fixture
def ask(run: Run, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run a command there as the owner; `FOLDER` is one that can be written."""
    file = tmp_path / "password.txt"
    file.write_text(f"{PIN}\n", encoding="utf-8")
    monkeypatch.setenv("ECRM_PASSWORD_FILE", str(file))
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "list.csv").write_text("name,phone\nمهسا,09121111111\n", encoding="utf-8")

    def ask(line: str) -> Outcome:
        words = line.replace("FOLDER", str(folder)).split()
        return run("--database", place, "--user", "مریم", *words)

    return ask


def test_whoever_reads_gets_all_that_was_saved(ask: Ask, tmp_path: Path) -> None:
    for line, told in {
        "search نگار": "پاک‌نژاد",
        "customer show 2": "پاک‌نژاد",
        "audit": "مریم",
        "import fields": "name",
        "import list --json": "[]",
        "backup list --json": "[]",
        "user list": "زهرا",
        "encrypt status --json": "false",
        "report customers --format csv --output FOLDER/a.csv": "",
        "report sales --format pdf --output FOLDER/a.pdf": "",
        "report audit --format xlsx --output FOLDER/a.xlsx": "",
        "customer vcard 2 --output FOLDER/a.vcf": "",
        "package write FOLDER/a.zip": "",
        "backup --to FOLDER": "",
    }.items():
        outcome = ask(line)
        assert (outcome.status, outcome.error) == (0, ""), line
        assert told in outcome.out, line
    elsewhere = tmp_path / "elsewhere"
    assert "پاک‌نژاد" in (elsewhere / "a.csv").read_text("utf-8")
    backup = next(elsewhere.glob("*.ecrm.db"))
    assert ask(f"restore {backup} --show --json").json["counts"]["customers"] == 2
    checked = ask("check --json").json
    assert checked["counts"]["customers"] == 2
    assert (checked["sound"], checked["unchecked"]) == (True, ["full_text_stale"])
    assert "نمایهٔ جست‌وجو" in ask("check").out


def why(problem: Problem, shop: Path) -> set[str]:
    """Return what may be told, without the marks that a terminal is not shown."""
    told = [explain(DatabaseError(problem, path=path)) for path in (shop, shop.parent)]
    return {re.sub("[\u2066-\u2069]", "", sentence) for sentence in told}


@pytest.mark.parametrize(
    "line",
    [
        "import customers FOLDER/list.csv",
        "import customers FOLDER/list.csv --dry-run",
        "import undo 0199aa00-0000-7000-8000-000000000000",
        "customer forget 2 --yes",
        "user add کاوه",
        "user remove-password مریم",
        "init",
        "demo --customers 1",
        "encrypt on --phrase-file FOLDER/sheet.pdf",
    ],
)
def test_whoever_writes_is_told_why_nothing_was_saved(ask: Ask, place: Path, line: str) -> None:
    outcome = ask(line)
    assert outcome.status == 2
    # What an import takes the columns for is said before it begins.
    assert all(said.startswith("ستون\t") for said in outcome.out.splitlines())
    assert outcome.error.strip() in why(Problem.SHOP_READ_ONLY, place)


@pytest.mark.parametrize("place", ["cd", "mount"], indirect=True)
def test_what_is_put_beside_the_file_says_so_too(ask: Ask, tmp_path: Path) -> None:
    assert ask("backup --to FOLDER").status == 0
    backup = next((tmp_path / "elsewhere").glob("*.ecrm.db"))
    for line in ("backup", f"restore {backup} --yes"):
        outcome = ask(line)
        assert outcome.status == 2, line
        assert len(outcome.error.splitlines()) == 1, line


def test_a_wrong_password_is_wrong_there_too(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "password.txt").write_text("1111\n", encoding="utf-8")
    for _ in range(5):
        outcome = ask("search نگار")
        assert outcome.status == 2
        assert outcome.error.strip() == explain(DatabaseError(Problem.PASSWORD_WRONG))
    (tmp_path / "password.txt").write_text(f"{PIN}\n", encoding="utf-8")
    assert ask("search نگار").status == 0


def test_an_older_file_says_what_to_do(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "older" / "shop.db"
    path.parent.mkdir()
    make_older_shop(path, "0002", A_SHOP, AN_OWNER)
    with PLACES["cd"](path):
        outcome = run("--database", path, "search", "x")
    assert outcome.status == 2
    assert outcome.error.strip() in why(Problem.SCHEMA_READ_ONLY, path)
