"""Taking a shop out by the command line, and bringing it back."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.storage.database import Database
from tests.helpers.command_line import Run
from tests.helpers.new_files import new_database
from tests.helpers.small_shop import fill_small_shop


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.db"
    database = new_database(path)
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


def exported(run: Run, shop: Path) -> list[tuple[str, object, object]]:
    """What was taken out, as what, and how many rows, newest first."""
    entries = run("--database", shop, "audit", "--json").json
    found = [one["records"][0]["parts"][0] for one in entries if one["kind"] == "exported"]
    values = [{one["field"]: one["after"] for one in part["values"]} for part in found]
    return [(one["subject"], one["file_format"], one["rows"]) for one in values]


def test_whatever_is_taken_out_stands_in_the_audit_trail(
    shop: Path, tmp_path: Path, run: Run
) -> None:
    for words in (
        ("report", "customers", "--format", "csv", "--output", tmp_path / "1.csv"),
        ("report", "customer", "--customer", "1", "--format", "pdf", "--output", tmp_path / "2"),
        ("customer", "vcard", "1", "--output", tmp_path / "3.vcf"),
        ("package", "write", tmp_path / "4.zip"),
    ):
        assert run("--database", shop, *words).status == 0, words
    package, contact, file, report = exported(run, shop)
    assert report == ("مشتریان", "csv", 2)
    assert file[:2] == ("پروندهٔ مشتری", "pdf")
    assert contact == ("مخاطب", "vcf", 1)
    assert package[:2] == ("بستهٔ همهٔ داده‌ها", "zip")
    assert "نادرست" not in run("--database", shop, "audit").out
    assert "خروجی گرفته شد" in run("--database", shop, "audit").out


def test_what_cannot_be_written_down_is_not_taken_out(
    shop: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ecrm_desktop.storage.database_file.WAIT_MS", 50)
    file = tmp_path / "customers.csv"
    file.write_text("of before", encoding="utf-8")
    database = Database(shop)
    with database.transaction():  # as an import does for minutes
        for words in (
            ("report", "customers", "--format", "csv", "--output", file),
            ("package", "write", file),
        ):
            assert run("--database", shop, *words).status != 0, words
    database.close()
    assert file.read_text(encoding="utf-8") == "of before"
    assert not exported(run, shop)


def test_what_could_not_be_taken_out_is_not_said_to_be(
    shop: Path, tmp_path: Path, run: Run
) -> None:
    taken = tmp_path / "taken"
    (taken / "inside").mkdir(parents=True)  # a name that no file can get
    for words in (
        ("report", "customers", "--format", "csv", "--output", taken),
        ("customer", "vcard", "1", "--output", taken),
        ("package", "write", taken),
    ):
        assert run("--database", shop, *words).status == 2, words
    assert not exported(run, shop)
    assert sorted(one.name for one in tmp_path.glob(".*.part")) == []


@pytest.mark.parametrize("has_older", [True, False])
def test_what_is_not_written_down_after_all_is_not_taken_out(
    shop: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, *, has_older: bool
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / "customers.csv"
    if has_older:
        file.write_text("of before", encoding="utf-8")
    engine = Database(shop)
    engine.close()

    def fail(_connection: object) -> None:
        raise DatabaseError(Problem.DISK_FULL)

    event.listen(Engine, "commit", fail)
    try:
        words = ("report", "customers", "--format", "csv", "--output", file)
        assert run("--database", shop, *words).status == 2
    finally:
        event.remove(Engine, "commit", fail)
    assert [one.name for one in folder.iterdir()] == (["customers.csv"] if has_older else [])
    assert not has_older or file.read_text(encoding="utf-8") == "of before"
    assert not exported(run, shop)
