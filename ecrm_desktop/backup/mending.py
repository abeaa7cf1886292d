"""Salvaged records made to fit together again: references, totals, and who owns the shop."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.sql.schema import ScalarElementColumnDefault

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.models.base import Base
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.purchases import PurchaseLine
from ecrm_desktop.models.shop import Shop
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.models.users import User
from ecrm_desktop.values.quantity import ONE
from ecrm_desktop.values.statuses import Role
from ecrm_desktop.values.totals import line_total, purchase_total

_CUSTOMERS = Customer.__tablename__
# Of these a reference tells little, and nobody would look for the customer it names.
_NOT_WORTH_A_CUSTOMER = {_CUSTOMERS, "customer_merges", "customer_index"}
_ROUNDS = 10


def mend(connection: Any, lost_name: str, lost_line: str, *, owner_hash: str = "") -> int:
    """Make the records in an open transaction pass `ecrm check`; return how many were touched.

    Sums of purchases stay as they were: a line is added for those that are gone. `owner_hash` is of
    the password that an owner gets who has to be added.
    """
    touched = _drop_wrong_lines(connection)
    touched += _mend_references(connection, lost_name)
    touched += _mend_purchases(connection, lost_line)
    touched += _mend_returns(connection)
    touched += _need_shop(connection, lost_name, owner_hash)
    touched += _mend_trail(connection)
    return touched


def _mend_returns(connection: Any) -> int:
    found = connection.execute(
        "UPDATE returns SET total = coalesce((SELECT sum(amount) FROM return_lines"
        " WHERE return_id = returns.id), 0) WHERE total <> coalesce((SELECT sum(amount)"
        " FROM return_lines WHERE return_id = returns.id), 0)"
    )
    return int(found.rowcount)


def _drop_wrong_lines(connection: Any) -> int:
    wrong = [
        (key,)
        for key, *values, total in connection.execute(
            "SELECT id, quantity, unit_price, discount, total FROM purchase_lines"
        )
        if _or_none(line_total, *values) != total
    ]
    connection.executemany("DELETE FROM purchase_lines WHERE id = ?", wrong)
    return len(wrong)


def _mend_references(connection: Any, lost_name: str) -> int:
    touched = lost = 0
    for _ in range(_ROUNDS):  # what is left out may have been referred to itself
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if not broken:
            break
        touched += len(broken)
        for table, rowid, parent, number in broken:
            column, optional = _column(connection, table, number)
            if parent == _CUSTOMERS and table not in _NOT_WORTH_A_CUSTOMER:
                lost += 1
                for (key,) in connection.execute(
                    f'SELECT "{column}" FROM {table} WHERE rowid = ?', (rowid,)
                ).fetchall():
                    customer = Customer(first_name=lost_name, code=f"S{lost}")
                    _insert(connection, customer, {"id": key})
            elif optional:
                connection.execute(
                    f'UPDATE {table} SET "{column}" = NULL WHERE rowid = ?', (rowid,)
                )
            else:
                connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
    return touched


def _column(connection: Any, table: str, number: int) -> tuple[str, bool]:
    name = next(
        row[3]
        for row in connection.execute(f"PRAGMA foreign_key_list({table})")
        if row[0] == number
    )
    return name, bool(Base.metadata.tables[table].columns[name].nullable)


def _mend_purchases(connection: Any, lost_line: str) -> int:
    wrong = list(_wrong_purchases(connection))
    for key, lines, discount, shipping, tax, total in wrong:
        missing = total + discount - shipping - tax - lines
        if missing > 0:
            position = connection.execute(
                "SELECT coalesce(max(position), -1) + 1 FROM purchase_lines WHERE purchase_id = ?",
                (key,),
            ).fetchone()[0]
            line = PurchaseLine(
                position=position, title=lost_line, quantity=ONE, unit_price=missing, total=missing
            )
            _insert(connection, line, {"purchase_id": key})
        else:
            found = _or_none(purchase_total, [lines], discount, shipping, tax)
            values = (lines + shipping + tax, 0) if found is None else (found, discount)
            connection.execute(
                "UPDATE purchases SET total = ?, discount = ? WHERE id = ?", (*values, key)
            )
    return len(wrong)


def _wrong_purchases(connection: Any) -> Iterator[tuple[bytes, int, int, int, int, int]]:
    for row in connection.execute(
        "SELECT p.id, coalesce(sum(l.total), 0), p.discount, p.shipping, p.tax, p.total"
        " FROM purchases p LEFT JOIN purchase_lines l ON l.purchase_id = p.id GROUP BY p.id"
    ).fetchall():
        if _or_none(lambda lines, *rest: purchase_total([lines], *rest), *row[1:5]) != row[5]:
            yield row


def lacks_owner(connection: Any) -> bool:
    """Return whether nobody who works here owns the shop."""
    owners = "SELECT count(*) FROM users WHERE role = 'owner' AND active AND deleted_at IS NULL"
    return not connection.execute(owners).fetchone()[0]


def _need_shop(connection: Any, lost_name: str, owner_hash: str) -> int:
    """Put a shop and an owner where there are none, for without them nothing can be opened."""
    added = 0
    if not connection.execute("SELECT count(*) FROM shop").fetchone()[0]:
        _insert(connection, Shop(name=lost_name), {})
        added += 1
    if lacks_owner(connection):
        owner = User(name=lost_name, role=Role.OWNER, password_hash=owner_hash)
        _insert(connection, owner, {})
        added += 1
    return added


def _mend_trail(connection: Any) -> int:
    """Close the gaps in the numbers of changes, and give those without a group one.

    It gets the time of the group before it, or after it: a number says none. The last number stays,
    so that nobody takes later changes for ones they have seen.
    """
    groups = connection.execute(
        "SELECT DISTINCT group_number FROM changes WHERE group_number NOT IN"
        " (SELECT number FROM change_groups)"
    ).fetchall()
    connection.executemany(
        "INSERT INTO change_groups (number, at, action) VALUES (?1, coalesce("
        "(SELECT at FROM change_groups WHERE number < ?1 ORDER BY number DESC LIMIT 1),"
        " (SELECT at FROM change_groups WHERE number > ?1 ORDER BY number LIMIT 1), ?2), '')",
        [(number, stored_instant(datetime.now(UTC))) for (number,) in groups],
    )
    connection.execute(
        "CREATE TEMP TABLE renumbered AS SELECT number AS old, (SELECT max(number) FROM changes)"
        " + 1 - row_number() OVER (ORDER BY number DESC) AS new FROM changes"
    )
    moved = connection.execute(
        # Upwards only and from above, so that no number is ever there twice.
        "SELECT new, old FROM renumbered WHERE new <> old ORDER BY old DESC"
    ).fetchall()
    connection.executemany("UPDATE changes SET number = ? WHERE number = ?", moved)
    connection.execute("DROP TABLE renumbered")
    return len(groups)


def _insert(connection: Any, record: Base, given: dict[str, Any]) -> None:
    """Insert a record with the defaults of its model, which only a flush would put in."""
    table = Base.metadata.tables[record.__tablename__]
    now = stored_instant(datetime.now(UTC))
    values: dict[str, Any] = {}
    for column in table.columns:
        value = getattr(record, column.key)
        if value is None and isinstance(column.default, ScalarElementColumnDefault):
            value = column.default.arg
        if column.name in {"created_at", "updated_at"}:
            value = now
        if value is not None:
            values[column.name] = getattr(value, "bytes", value)
    values |= given
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    connection.execute(
        f"INSERT OR IGNORE INTO {table.name} ({names}) VALUES ({marks})", list(values.values())
    )


def _or_none(function: Callable[..., int], *values: Any) -> int | None:
    try:
        return function(*values)
    except EcrmError:
        return None
