"""What all tables share: names of constraints, ids, times and the bin."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Date, ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from ecrm_desktop.models.types import EnumText, RecordId, UtcInstant
from ecrm_desktop.values.ids import new_id


def utc_now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: RecordId(),
        datetime: UtcInstant(),
        date: Date(),
    }


class Synced(Base):
    """A table whose records travel between the shop's PCs.

    Ids are made on the PC, before any flush, so that records of several PCs never collide.
    """

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-10)
    created_at: Mapped[datetime] = mapped_column(default=utc_now, sort_order=90)
    updated_at: Mapped[datetime] = mapped_column(default=utc_now, onupdate=utc_now, sort_order=91)

    def __init__(self, **values: Any) -> None:
        values.setdefault("id", new_id())
        super().__init__(**values)


class SoftDeleted(Synced):
    """A synced table whose records go to the bin; `deletion_id` is shared by one deletion."""

    __abstract__ = True

    deleted_at: Mapped[datetime | None] = mapped_column(default=None, sort_order=92)
    deletion_id: Mapped[UUID | None] = mapped_column(default=None, index=True, sort_order=93)


def reference(target: str, *, index: bool = True) -> Any:
    """Return a column that refers to a record, checked when the transaction commits.

    Checked late, because the records of one group may arrive from another PC in any order.
    """
    return mapped_column(
        ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED"), index=index
    )


def enum_column(kind: type[StrEnum], default: StrEnum | None = None) -> Any:
    """Return a column for a member of one StrEnum."""
    return mapped_column(EnumText(kind), default=default)
