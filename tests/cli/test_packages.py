"""Taking a shop out by the command line, and bringing it back."""

import json
from pathlib import Path

import pytest

from ecrm_desktop.storage.database import Database
from tests.helpers.command_line import Run
from tests.helpers.small_shop import fill_small_shop


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.db"
    database = Database(path, create=True)
    with database.transaction() as session:
        fill_small_shop(session, "fa")
    database.close()
    return path


def test_a_shop_goes_out_and_comes_back(shop: Path, tmp_path: Path, run: Run) -> None:
    file, other = tmp_path / "همه.zip", tmp_path / "other.db"
    assert run("--database", shop, "package", "write", file).status == 0
    read = run("--database", other, "package", "read", file)
    assert read.status == 0
    assert str(other) in read.out
    before = run("--database", shop, "customer", "show", "1", "--json").out
    assert json.loads(before) == json.loads(
        run("--database", other, "customer", "show", "1", "--json").out
    )
    again = run("--database", other, "package", "read", file)
    assert (again.status, again.error.count("\n")) == (2, 1)


@pytest.mark.parametrize("content", [None, b"", b"PK", b"no zip"])
def test_a_wrong_file_leaves_no_database_behind(
    content: bytes | None, tmp_path: Path, run: Run
) -> None:
    file = tmp_path / "x.zip"
    if content is not None:
        file.write_bytes(content)
    outcome = run("--database", tmp_path / "new.db", "package", "read", file)
    assert (outcome.status, outcome.out, outcome.error.count("\n")) == (2, "", 1)
    assert not list(tmp_path.glob("*new.db*"))


def test_a_customer_becomes_a_contact(shop: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "one.vcf"
    assert run("--database", shop, "customer", "vcard", "1", "--output", file).status == 0
    assert "FN:سمیرا کریمی" in file.read_text("utf-8")
    assert run("--database", shop, "customer", "vcard", "7777", "--output", file).status == 2


def test_a_report_is_written_as_text(shop: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "customers.csv"
    command = ("report", "customers", "--format", "csv", "--output", file)
    assert run("--database", shop, *command).status == 0
    assert "سمیرا کریمی" in file.read_bytes().decode("utf-8-sig")
