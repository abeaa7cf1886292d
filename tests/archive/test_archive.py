"""A package holds all a shop has, and gives it back without any difference."""

import csv
import io
import json
import random
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

from ecrm_desktop.archive.format import from_cell, packed_tables, to_cell
from ecrm_desktop.archive.reading import read_package
from ecrm_desktop.archive.writing import write_package
from ecrm_desktop.errors import Cancelled, EcrmError, FileError, InvalidInput, Problem
from ecrm_desktop.models import Base
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import Role
from tests.helpers.new_files import new_database
from tests.helpers.small_shop import fill_small_shop


@contextmanager
def empty(path: Path) -> Iterator[Database]:
    database = new_database(path)
    yield database
    database.close()


def everything(database: Database) -> dict[str, list[Any]]:
    """Every record of every table, and the search lines without their local numbers."""
    with database.reading() as session:
        tables: dict[str, list[Any]] = {
            table.name: list(
                session.execute(select(*table.columns).order_by(*table.primary_key.columns))
            )
            for table in packed_tables()
        }
        index = session.execute(text("SELECT * FROM customer_index ORDER BY customer_id"))
        # Numbers of one customer stand in it in the order in which they came in.
        tables["customer_index"] = [
            tuple((dict(row) | {"number": 0, "digits": sorted(row["digits"].split())}).values())
            for row in index.mappings()
        ]
    return {name: [tuple(row) for row in rows] for name, rows in tables.items()}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with empty(tmp_path_factory.mktemp("shop") / "shop.db") as database:
        with database.transaction() as session:
            fill_small_shop(session, "fa")
        with database.transaction() as session:
            customer = session.scalars(select(Customer)).first()
            assert customer is not None
            customer.notes = '=1+1; "نقل"\r\n\tخط دوم\n'
            customer.job = "-"
            customer.company_name = "'@x"
            for interaction in session.scalars(select(Interaction)):
                interaction.source_key = ""
        with database.transaction() as session:
            session.delete(session.scalars(select(Interaction)).one())
        yield database


@pytest.fixture(scope="module")
def package(shop: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("package") / "all.zip"
    write_package(shop, path)
    return path


def test_what_is_read_back_is_the_same_record_for_record(
    shop: Database, package: Path, tmp_path: Path
) -> None:
    with empty(tmp_path / "again.db") as again:
        read_package(again, package)
        assert everything(again) == everything(shop)
        assert again.path != shop.path
        with again.transaction() as session:
            assert check_database(session).is_sound


def test_the_sample_shop_comes_back_too(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as sample, empty(tmp_path / "b.db") as again:
        with sample.transaction() as session:
            fill_demo(session, customers=80, now=datetime(2026, 11, 21, 14, tzinfo=UTC))
        told: list[tuple[int, int]] = []
        written = write_package(sample, tmp_path / "all.zip")
        read_package(again, tmp_path / "all.zip", report_progress=lambda *two: told.append(two))
        assert everything(again) == everything(sample)
        assert told[-1] == (written, written)


def test_passwords_stay_where_they_are(tmp_path: Path) -> None:
    with empty(tmp_path / "a.db") as shop, empty(tmp_path / "b.db") as again:
        with shop.transaction() as session:
            kept = "$argon2id$v=19$m=1$hash"
            owner = User(name="سارا", role=Role.OWNER, password_hash=kept)
            session.add(owner)
        shop.capture.user_id = owner.id
        write_package(shop, tmp_path / "all.zip")
        with zipfile.ZipFile(tmp_path / "all.zip") as package:
            assert all(b"argon2id" not in package.read(name) for name in package.namelist())
        read_package(again, tmp_path / "all.zip")
        with again.reading() as session:
            assert session.scalars(select(User.password_hash)).one() == ""


def test_it_says_what_it_holds_and_opens_in_a_spreadsheet(shop: Database, package: Path) -> None:
    with zipfile.ZipFile(package) as opened:
        description = json.loads(opened.read("format.json"))
        customers = opened.read("customers.csv")
        assert opened.read("README.txt").startswith(b"\xef\xbb\xbf")
        names = {name.removesuffix(".csv") for name in opened.namelist()}
    assert names - {"README.txt", "format.json"} == set(description["tables"])
    assert customers.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(customers.decode("utf-8-sig"), newline="")))
    assert len(rows) == description["tables"]["customers"]["rows"]
    assert rows[0].keys() == description["tables"]["customers"]["columns"].keys()
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_any_text_is_a_cell_and_comes_back(value: str) -> None:
    columns = Base.metadata.tables["interactions"].columns
    for column in (columns["subject"], columns["source_key"]):
        cell = to_cell(column)(value)
        assert from_cell(column)(cell) == value
        assert not cell.startswith(("=", "+", "-", "@"))
    assert from_cell(columns["source_key"])(to_cell(columns["source_key"])(None)) is None


def test_a_shop_is_never_filled_twice(shop: Database, package: Path) -> None:
    before = everything(shop)
    with pytest.raises(InvalidInput) as caught:
        read_package(shop, package)
    assert caught.value.problem is Problem.NOT_EMPTY
    assert everything(shop) == before


def test_stopping_leaves_nothing(shop: Database, package: Path, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with empty(tmp_path / "again.db") as again:
        with pytest.raises(Cancelled):
            read_package(again, package, report_progress=stop)
        assert not any(everything(again).values())
    with pytest.raises(Cancelled):
        write_package(shop, tmp_path / "all.zip", report_progress=stop)
    assert not list(tmp_path.glob("*.zip")) + list(tmp_path.glob(".*.part"))


def rewritten(package: Path, to: Path, **parts: bytes | None) -> Path:
    """The package with some files of it replaced, or taken out if None."""
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = parts.get(name.partition(".")[0], old.read(name))
            if part is not None:
                new.writestr(name, part)
    return to


def changed(package: Path, **changes: object) -> bytes:
    with zipfile.ZipFile(package) as opened:
        return json.dumps(json.loads(opened.read("format.json")) | changes).encode()


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({"format": None}, Problem.PACKAGE_WRONG),
        ({"format": b"{}"}, Problem.PACKAGE_WRONG),
        ({"format": b"[1"}, Problem.PACKAGE_WRONG),
        ({"customers": None}, Problem.PACKAGE_WRONG),
        ({"customers": b""}, Problem.PACKAGE_WRONG),
        ({"customers": b"id,code\r\n1,2\r\n"}, Problem.PACKAGE_WRONG),
        ({"shop": b"id,nonsense\r\n"}, Problem.PACKAGE_WRONG),
        ({"customers": b"\xff\xfe\x00"}, Problem.PACKAGE_WRONG),
        ({"customers": b"code\r\n" + b"1\r\n" * 9_000_000}, Problem.PACKAGE_WRONG),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_no_package_changes_nothing(
    package: Path, tmp_path: Path, parts: dict[str, bytes | None], problem: Problem
) -> None:
    with empty(tmp_path / "again.db") as again:
        with pytest.raises(FileError) as caught:
            read_package(again, rewritten(package, tmp_path / "x.zip", **parts))
        assert caught.value.problem is problem
        assert not any(everything(again).values())


@pytest.mark.parametrize("newer", [{"version": 2}, {"schema": "9999"}])
def test_a_newer_package_says_so(package: Path, tmp_path: Path, newer: dict[str, object]) -> None:
    other = rewritten(package, tmp_path / "x.zip", format=changed(package, **newer))
    with empty(tmp_path / "again.db") as again, pytest.raises(FileError) as caught:
        read_package(again, other)
    assert caught.value.problem is Problem.PACKAGE_TOO_NEW


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04", b"not a zip" * 100])
def test_a_file_that_is_no_zip_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.zip"
    if content is not None:
        path.write_bytes(content)
    with empty(tmp_path / "again.db") as again, pytest.raises(FileError) as caught:
        read_package(again, path)
    assert caught.value.problem in {Problem.FILE_MISSING, Problem.PACKAGE_WRONG}


def test_damaged_packages_are_read_whole_or_not_at_all(package: Path, tmp_path: Path) -> None:
    rng = random.Random(5)
    whole = package.read_bytes()
    for round_ in range(40):
        damaged = bytearray(whole)
        for _ in range(rng.randint(1, 5)):
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        path = tmp_path / "x.zip"
        path.write_bytes(damaged[: rng.choice([len(damaged), rng.randrange(len(damaged))])])
        with empty(tmp_path / f"{round_}.db") as again:
            try:
                read_package(again, path)
            except EcrmError:
                assert not any(everything(again).values())
