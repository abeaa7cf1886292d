"""Reads about files that were brought in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import Change, ChangeKind
from ecrm_desktop.models.imports import Import, UnfinishedImport
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.days_of_work import SEEN_DAYS, is_over, latest_days
from ecrm_desktop.values.statuses import ImportKind

UNDOABLE_FOR: Final = timedelta(days=30)
"""Counted by days of work, see `days_of_work.is_over`: a wrong clock takes no undo away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One import with its counts, as `services.imports.ImportCounts` explains them.

    `can_undo`: it was made on this PC within `UNDOABLE_FOR` and not taken back since.
    `is_unfinished`: it is on its way in or out. `kept`
    counts the records that an undo left, because they had been worked on.
    """

    id: UUID
    kind: ImportKind
    file_name: str
    user_name: str
    created_at: datetime
    new: int
    updated: int
    unchanged: int
    duplicates: int
    problems: int
    customers_new: int
    products_new: int
    purchases_new: int
    lines_new: int
    amount_total: int
    undone_at: datetime | None
    kept: int
    is_unfinished: bool
    can_undo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedRow:
    """What `models.imports.UnfinishedImport` says of an import, and the name of its file."""

    import_id: UUID
    group_number: int
    undo_group: int | None
    counters: str | None
    file_name: str


_COLUMNS: Final = tuple(
    name
    for name in ImportRow.__dataclass_fields__
    if name not in {"user_name", "is_unfinished", "can_undo"}
)

# The numbers of another PC's groups mean others here.
_MADE_HERE: Final = and_(
    Change.record_id == Import.id,
    Change.table_name == Import.__tablename__,
    Change.kind == ChangeKind.INSERT,
    Change.group_number == Import.group_number,
)


def import_group(session: Session, import_id: UUID) -> int | None:
    """Return the group of changes that an import is; None if it was made on another PC."""
    statement = select(Change.group_number).join(Import, _MADE_HERE).where(Import.id == import_id)
    return session.scalar(statement)


def undo_is_over(session: Session) -> Callable[[datetime, int], bool]:
    """Return what tells of an import, by when it was made and its group, that it is too old."""
    days = latest_days(session, UNDOABLE_FOR.days + SEEN_DAYS)
    return lambda made_at, group: is_over(days, made_at, group, UNDOABLE_FOR)


def undoable_groups(session: Session) -> list[int]:
    """Return the groups of changes that imports can still be undone by."""
    too_old = undo_is_over(session)
    made_here = (
        select(Import.created_at, Change.group_number)
        .join(Change, _MADE_HERE)
        .where(Import.undone_at.is_(None))
    )
    return [group for made_at, group in session.execute(made_here) if not too_old(made_at, group)]


def list_imports(session: Session, *, limit: int = 500) -> list[ImportRow]:
    """Return the imports, newest first."""
    statement = (
        select(
            *(getattr(Import, name) for name in _COLUMNS),
            User.name.label("user_name"),
            Change.group_number.label("group"),
            UnfinishedImport.import_id.is_not(None).label("is_unfinished"),
        )
        .join(UnfinishedImport, UnfinishedImport.import_id == Import.id, isouter=True)
        .join(User, User.id == Import.user_id, isouter=True)
        .join(Change, _MADE_HERE, isouter=True)
        # Those of other PCs came with the first contents of the file, so they are the oldest.
        .order_by(Change.number.desc().nulls_last(), Import.created_at.desc(), Import.id.desc())
        .limit(limit)
    )
    too_old = undo_is_over(session)
    return [
        ImportRow(
            **{name: getattr(row, name) for name in _COLUMNS},
            user_name=row.user_name or "",
            is_unfinished=row.is_unfinished,
            can_undo=row.group is not None
            and row.undone_at is None
            and not row.is_unfinished
            and not too_old(row.created_at, row.group),
        )
        for row in session.execute(statement)
    ]


def unfinished_imports(session: Session) -> list[UnfinishedRow]:
    """Return the imports that are on their way in or out, or broke off there."""
    names = ("import_id", "group_number", "undo_group", "counters")
    statement = select(*(getattr(UnfinishedImport, name) for name in names), Import.file_name).join(
        Import, Import.id == UnfinishedImport.import_id
    )
    return [UnfinishedRow(**row) for row in session.execute(statement).mappings()]


def has_keys_of_lines(session: Session) -> bool:
    """Tell whether some purchase has a key of the first version, made of its lines."""
    return bool(
        session.scalar(select(select(Purchase.id).where(Purchase.source_key < "n").exists()))
    )
