"""Files that were brought in."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Base, Synced, enum_column, reference
from ecrm_desktop.models.wire import LOCAL
from ecrm_desktop.values.statuses import ImportKind


class Import(Synced):
    """One import and its counts; `created_at` says when.

    `group_number` is its `ChangeGroup` on this PC, by which it can be undone here;
    `kept` counts the records that the undo left because they had been edited since.
    """

    __tablename__ = "imports"

    kind: Mapped[ImportKind] = enum_column(ImportKind)
    file_name: Mapped[str]
    user_id: Mapped[UUID | None] = reference("users", index=False)
    group_number: Mapped[int | None] = mapped_column(info={LOCAL: True})
    new: Mapped[int] = mapped_column(default=0)
    updated: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    duplicates: Mapped[int] = mapped_column(default=0)
    problems: Mapped[int] = mapped_column(default=0)
    customers_new: Mapped[int] = mapped_column(default=0)
    products_new: Mapped[int] = mapped_column(default=0)
    purchases_new: Mapped[int] = mapped_column(default=0)
    lines_new: Mapped[int] = mapped_column(default=0)
    amount_total: Mapped[int] = mapped_column(default=0)
    undone_at: Mapped[datetime | None]
    kept: Mapped[int] = mapped_column(default=0)


class UnfinishedImport(Base):
    """An import that is on its way in portions, or on its way out again; local to this PC.

    If nobody is at it any more, it broke off and is to be taken out. `group_number` is its
    `ChangeGroup`, `undo_group` that of its taking out, once that has begun. `counters` says as a
    JSON object which numbers had been given out before it; it is empty where all had come in and a
    person asked to take it out.
    """

    __tablename__ = "unfinished_imports"

    import_id: Mapped[UUID] = mapped_column(primary_key=True)
    group_number: Mapped[int]
    undo_group: Mapped[int | None]
    counters: Mapped[str | None]
