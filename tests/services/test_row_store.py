"""Rows in blocks: each as it was given, in the order given, and captured."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from ecrm_desktop.models.customers import Customer, CustomerPhone
from ecrm_desktop.models.products import Product
from ecrm_desktop.services.row_store import Store
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id_bytes

NOW = "2026-11-21 08:30:00.000000"
TABLES = ("customers", "customer_phones", "products")
StoreOf = Callable[[Database, Session], Store]


def by_triggers(_database: Database, session: Session) -> Store:
    return Store(session.connection)


def together(database: Database, session: Session) -> Store:
    return Store(session.connection, database.capture)


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 120])
@pytest.mark.parametrize("store_of", [by_triggers, together])
def test_any_number_of_rows_is_written_and_captured_in_its_order(
    database: Database, count: int, store_of: StoreOf
) -> None:
    rows = [(new_id_bytes(), f"کالای {at}", f"کالای {at}", at * 10, NOW) for at in range(count)]
    with database.transaction() as session:
        store = store_of(database, session)
        waiting = store.table(Product, "id name name_folded price")
        waiting.extend(rows)
        store.write()
        store.write()
    assert not waiting
    with database.reading() as session:
        written = session.connection().exec_driver_sql(
            "SELECT id, name, name_folded, price, created_at FROM products ORDER BY rowid"
        )
        assert [*map(tuple, written)] == rows
        differing = session.connection().exec_driver_sql(
            "SELECT count(*) FROM products WHERE created_at <> updated_at"
        )
        assert differing.scalar() == 0
        captured = session.connection().exec_driver_sql(
            "SELECT record_id FROM changes WHERE table_name = 'products' ORDER BY number"
        )
        assert list(captured.scalars()) == [row[0] for row in rows]


# How many rows of each table, whether the newest row goes before, so that its rowid comes again,
# and whether a transaction ends after.
STEP = st.tuples(
    *(st.sampled_from([0, 0, 1, 3, 60]) for _ in TABLES), st.sampled_from(["", *TABLES]),
    st.booleans(),
)  # fmt: skip


@settings(max_examples=12, deadline=None, derandomize=True)
@given(steps=st.lists(STEP, min_size=1, max_size=6))
def test_rows_are_captured_together_as_the_triggers_would(
    empty_database_file: Path, steps: Sequence[tuple[int, int, int, str, bool]]
) -> None:
    captured = [changes_after(empty_database_file, steps, way) for way in (by_triggers, together)]
    assert captured[0] == captured[1]


def changes_after(
    empty: Path, steps: Sequence[tuple[int, int, int, str, bool]], store_of: StoreOf
) -> list[tuple[Any, ...]]:
    """Return all that is captured after some steps, by the numbers of its rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shop.db"
        shutil.copy(empty, path)
        database = Database(path)
        left, made = list(steps), 0
        while left:
            with database.transaction("import") as session:
                store = store_of(database, session)
                customers = store.table(Customer, "id code kind last_name")
                phones = store.table(CustomerPhone, "id customer_id number is_primary")
                products = store.table(Product, "id name name_folded price")
                is_over = False
                while left and not is_over:
                    people, numbers, goods, deleted, is_over = left.pop(0)
                    if deleted:
                        session.connection().exec_driver_sql(
                            f"DELETE FROM {deleted} WHERE rowid = (SELECT max(rowid) FROM"
                            f" {deleted}) AND id NOT IN (SELECT customer_id FROM customer_phones)"
                        )
                    owner = made_id(made + 1)
                    numbers = numbers if people else 0
                    for at in range(made + 1, made + people + 1):
                        customers.append((made_id(at), str(at), "person", "مریم", NOW))
                    made += people
                    for at in range(made + 1, made + numbers + 1):
                        phones.append((made_id(at), owner, f"+98912{at:07}", 0, NOW))
                    made += numbers
                    for at in range(made + 1, made + goods + 1):
                        products.append((made_id(at), "کفش", "کفش", 10, NOW))
                    made += goods
                    store.write()
        with database.reading() as session:
            connection = session.connection()
            groups = connection.exec_driver_sql(
                "SELECT number, user_id, action FROM change_groups ORDER BY number"
            ).all()
            changes = connection.exec_driver_sql("SELECT * FROM changes ORDER BY number").all()
        database.close()
    return [*map(tuple, groups), *map(tuple, changes)]


def made_id(number: int) -> bytes:
    return number.to_bytes(16, "big")


def test_where_nothing_is_captured_neither_are_rows_that_come_together(database: Database) -> None:
    with database.transaction(captured=False) as session:
        store = together(database, session)
        store.table(Product, "id name name_folded price").append(
            (new_id_bytes(), "کفش", "کفش", 10, NOW)
        )
        store.write()
    with database.reading() as session:
        for table, count in (("products", 1), ("changes", 0), ("change_groups", 0)):
            found = session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}")
            assert found.scalar() == count


def test_after_rows_that_cannot_be_written_the_triggers_capture_again(database: Database) -> None:
    with database.transaction() as session:
        store = together(database, session)
        store.table(Product, "id name name_folded price").append((None, "کفش", "کفش", 10, NOW))
        with pytest.raises(Exception, match="NOT NULL"):
            store.write()
        session.connection().exec_driver_sql("INSERT INTO counters (name, last) VALUES ('x', 1)")
        assert not database.capture.is_silent


def test_rowids_that_do_not_grow_undo_it_all(database: Database) -> None:
    def add(at: int, rowid: str) -> str:
        return (
            "INSERT INTO products (rowid, id, code, barcode, name, name_folded, brand, category,"
            f" unit, price, active, created_at, updated_at) VALUES ({rowid}, randomblob(16), '',"
            f" '', 'x', 'x', '', '', '', {at}, 1, '{NOW}', '{NOW}')"
        )

    with database.transaction() as session:
        session.connection().exec_driver_sql(add(1, "9223372036854775807"))
    with pytest.raises(RuntimeError), database.transaction() as session:
        store = together(database, session)
        store.table(Product, "id name name_folded price").append(
            (new_id_bytes(), "کفش", "کفش", 10, NOW)
        )
        store.write()
    with database.reading() as session:
        found = session.connection().exec_driver_sql("SELECT count(*) FROM products")
        assert found.scalar() == 1
