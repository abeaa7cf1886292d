"""What may have to be set right in a file that was filled: nothing was captured that tells it."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any, Final

from sqlalchemy import Column, Table, func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import CaptureContext, Change, synced_tables
from ecrm_desktop.models.customers import Customer, CustomerPhone
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return, ReturnLine
from ecrm_desktop.models.sync import Link, UnfinishedGroup
from ecrm_desktop.models.users import User
from ecrm_desktop.sync.repairs import PERSONAL, Name, Touched, references, repair

UNREPAIRED: Final = -1
"""In `Link.repaired`: all of the file is to be looked through, not only what was captured."""
_MERGED: Final = "SELECT id FROM customers WHERE merged_into_id IS NOT NULL"


def repair_all(
    session: Session, capture: CaptureContext, link: Link, asked: AbstractSet[Name]
) -> bool:
    """Set right what a file that was filled has, once; as `repairs.repair_some`.

    Not before all groups are whole.
    """
    if session.scalar(select(UnfinishedGroup.group_number).limit(1)) is not None:
        return True
    last = session.scalar(select(func.max(Change.number))) or 0
    repair(session, capture, _suspects(session, asked))
    link.repaired = last
    return True


def _suspects(session: Session, asked: AbstractSet[Name]) -> Touched:
    """Return the records of a whole file that a rule may have to set right."""
    touched = Touched(asked=asked)
    for table, statement in _statements():
        rows = session.connection().exec_driver_sql(statement)
        touched.written[table].update(rows.scalars())
    return touched


def _statements() -> Iterator[tuple[str, str]]:
    """Yield a table and what finds ids in it."""
    tables = {table.name: table for table in synced_tables()}
    for table, column, target in references(tables):
        yield table.name, _dangling(table, column, target)
        if target.name == Customer.__tablename__ != table.name:
            yield table.name, f'SELECT id FROM {table.name} WHERE "{column.name}" IN ({_MERGED})'
    binned = "SELECT id FROM purchases WHERE deleted_at IS NOT NULL"
    yield (
        Return.__tablename__,
        f"SELECT id FROM returns WHERE deleted_at IS NULL AND purchase_id IN ({binned})",
    )
    yield (
        Purchase.__tablename__,
        _wrong_sums(
            Purchase, PurchaseLine, "purchase_id", "total", "w.discount", "w.shipping + w.tax"
        ),
    )
    yield Return.__tablename__, _wrong_sums(Return, ReturnLine, "return_id", "amount", "0", "0")
    for model, keys in PERSONAL.items():
        name = model.__tablename__
        same = f"customer_id, {', '.join(keys)}"
        yield name, f"SELECT min(id) FROM {name} GROUP BY {same} HAVING count(*) > 1"
    phones = CustomerPhone.__tablename__
    yield (
        phones,
        (
            "SELECT id FROM (SELECT id, is_primary, row_number() OVER (PARTITION BY customer_id"
            f" ORDER BY is_primary DESC, position, id) = 1 AS is_first FROM {phones})"
            " WHERE is_primary <> is_first"
        ),
    )
    yield User.__tablename__, f"SELECT id FROM {User.__tablename__}"


def _dangling(table: Table, column: Column[Any], target: Table) -> str:
    return (
        f'SELECT id FROM {table.name} t WHERE "{column.name}" IS NOT NULL'
        f' AND NOT EXISTS (SELECT 1 FROM {target.name} WHERE id = t."{column.name}")'
    )


def _wrong_sums(
    whole: type[Purchase | Return],
    part: type[PurchaseLine | ReturnLine],
    column: str,
    what: str,
    discount: str,
    more: str,
) -> str:
    lines = f"(SELECT coalesce(sum({what}), 0) FROM {part.__tablename__} WHERE {column} = w.id)"
    return (
        f"SELECT id FROM (SELECT w.id, w.total, {lines} AS lines, {discount} AS discount,"
        f" {more} AS more FROM {whole.__tablename__} w)"
        " WHERE lines < discount OR lines - discount + more <> total"
    )
