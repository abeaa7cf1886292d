"""Rows in blocks: each as it was given, in the order given, and captured."""

import pytest

from ecrm_desktop.models.products import Product
from ecrm_desktop.services.row_store import Store
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id_bytes

NOW = "2026-11-21 08:30:00.000000"


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 120])
def test_any_number_of_rows_is_written_and_captured_in_its_order(
    database: Database, count: int
) -> None:
    rows = [(new_id_bytes(), f"کالای {at}", f"کالای {at}", at * 10, NOW) for at in range(count)]
    with database.transaction() as session:
        store = Store(session.connection)
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
