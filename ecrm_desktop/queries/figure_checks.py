"""Whether the figures of customers say what the records say."""

import json
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, Table

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.customer_figures import CustomerFigure
from ecrm_desktop.models.figure_lines import GIVEN, LINES

_AT_ONCE: Final = 2_000
# The days of instants go by the zone of this PC, which may be another one by now.
_BY_ZONE: Final = ("created", "last_contact")

_SOUND: Final = """
SELECT number FROM customer_index
WHERE number > ? AND number NOT IN (SELECT number FROM stale_figures) AND number NOT IN (
    SELECT customer FROM sale_figures WHERE product IN (SELECT number FROM stale_products))
ORDER BY number LIMIT ?
"""
_NOBODYS: Final = """
SELECT count(*) FROM (
    SELECT number FROM customer_figures UNION SELECT number FROM customer_scores
    UNION SELECT number FROM stale_figures UNION SELECT DISTINCT customer FROM purchase_figures
    UNION SELECT DISTINCT customer FROM sale_figures)
WHERE number NOT IN (SELECT number FROM customer_index)
"""
_PRODUCTS: Final = """
WITH expected AS (
    SELECT id, ecrm_sort_key(brand) AS brand, ecrm_sort_key(category) AS category FROM products
), actual AS (
    SELECT f.product_id AS id, coalesce(b.word, '') AS brand, coalesce(c.word, '') AS category
    FROM product_figures f LEFT JOIN figure_words b ON b.number = f.brand
    LEFT JOIN figure_words c ON c.number = f.category
)
SELECT count(DISTINCT id) FROM (
    SELECT * FROM (SELECT * FROM expected EXCEPT SELECT * FROM actual)
    UNION ALL SELECT * FROM (SELECT * FROM actual EXCEPT SELECT * FROM expected))
"""


def wrong_figures(connection: Connection) -> int:
    """Count the customers and products with lines that are not as they would be made now.

    Those that are stale, and to be made anew, are not wrong.
    """
    wrong = connection.exec_driver_sql(_NOBODYS).scalar_one()
    wrong += connection.exec_driver_sql(_PRODUCTS).scalar_one()
    for numbers in _sound(connection):
        found: set[int] = set()
        for model, (customer, lines) in LINES.items():
            statement = _differing(Base.metadata.tables[model.__tablename__], customer, lines)
            found.update(connection.exec_driver_sql(statement, (json.dumps(numbers),)).scalars())
        wrong += len(found)
    return int(wrong)


def _sound(connection: Connection) -> Iterator[list[int]]:
    last = 0
    while True:
        numbers = connection.exec_driver_sql(_SOUND, (last, _AT_ONCE)).scalars().all()
        if not numbers:
            return
        yield list(numbers)
        last = numbers[-1]


def _differing(table: Table, customer: str, lines: str) -> str:
    left_out = _BY_ZONE if table.name == CustomerFigure.__tablename__ else ()
    columns = ", ".join(name for name in table.columns.keys() if name not in left_out)  # noqa: SIM118
    actual = f"SELECT {columns} FROM {table.name} WHERE {customer} IN {GIVEN}"
    return f"""
    WITH expected AS MATERIALIZED (SELECT {columns} FROM ({lines}))
    SELECT {customer} FROM (SELECT * FROM expected EXCEPT {actual})
    UNION SELECT {customer} FROM ({actual} EXCEPT SELECT * FROM expected)
    """
