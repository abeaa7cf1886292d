"""Equal digests mean equal records, and nothing else does."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from ecrm_desktop.models.customers import Customer, CustomerPhone, CustomerTag
from ecrm_desktop.models.imports import Import
from ecrm_desktop.models.sync import UnknownValue
from ecrm_desktop.queries.digests import table_digests
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.factories import make_customer


def digests(database: Database) -> dict[str, str]:
    with database.reading() as session:
        return table_digests(session)


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


@pytest.fixture
def filled(database: Database) -> Database:
    with database.transaction() as session:
        fill_demo(session, customers=10)
    return database


def test_a_copy_has_the_same(filled: Database, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    before = digests(filled)
    filled.close()
    shutil.copy(filled.path, path)
    copy = Database(path)
    assert digests(copy) == before
    copy.close()


def test_each_difference_is_seen_in_its_table_alone(filled: Database) -> None:
    before = digests(filled)
    with filled.transaction() as session:
        session.execute(update(Customer).values(notes="x").where(Customer.notes != "x"))
    told = digests(filled)
    assert changed(before, told) == {"customers"}
    with filled.transaction() as session:
        session.execute(delete(CustomerPhone))
    assert changed(told, digests(filled)) == {"customer_phones"}


def test_what_is_of_this_pc_alone_makes_no_difference(database: Database) -> None:
    with database.transaction() as session:
        session.add(Import(kind=ImportKind.CUSTOMERS, file_name="a.csv", group_number=5))
    before = digests(database)
    with database.transaction() as session:
        session.connection().exec_driver_sql("UPDATE imports SET group_number = 9")
    assert digests(database) == before


def test_what_only_a_newer_program_knows_counts(database: Database) -> None:
    with database.transaction() as session:
        one = make_customer(session)
    before = digests(database)
    with database.transaction() as session:
        session.add(
            UnknownValue(table_name="customers", record_id=one, unit="colour", value='"red"')
        )
    assert changed(before, digests(database)) == {"customers"}
    with database.transaction() as session:
        session.execute(delete(UnknownValue))
    assert digests(database) == before


def test_an_empty_table_has_one_too(database: Database) -> None:
    empty = digests(database)
    with database.transaction() as session:
        session.add(CustomerTag(id=new_id(), customer_id=make_customer(session), tag="x"))
    assert changed(empty, digests(database)) == {"customers", "customer_tags"}
