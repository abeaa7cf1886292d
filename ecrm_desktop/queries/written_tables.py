"""Which kinds of records a transaction has written, for whoever shows them."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.changes import Change, owner_column
from ecrm_desktop.models.sync import Link


def record_table(name: str) -> str:
    """Return the table of the records that those of a synced table are parts of, or itself."""
    table = Base.metadata.tables[name]
    while (owner := owner_column(table)) is not None:
        (key,) = owner.foreign_keys
        table = key.column.table
    return table.name


def written_tables(session: Session, group: int) -> frozenset[str]:
    """Return the tables of the records that a group of changes is about so far."""
    session.flush()
    names = session.scalars(
        select(Change.table_name).where(Change.group_number == group).distinct()
    )
    return frozenset(map(record_table, names))


def last_change(session: Session) -> int:
    """Return the number of the last change, 0 before the first."""
    return session.scalar(select(func.max(Change.number))) or 0


def filled_up_to(session: Session) -> tuple[str | None, UUID | None]:
    """Return how far the file is filled with the server's records, which are not captured."""
    row = session.execute(select(Link.filling, Link.filled_to)).first()
    return (None, None) if row is None else (row.filling, row.filled_to)


def tables_since(session: Session, number: int) -> frozenset[str]:
    """Return the tables of the records that the changes after one are about, whoever made them."""
    names = session.scalars(select(Change.table_name).where(Change.number > number).distinct())
    return frozenset(map(record_table, names))
