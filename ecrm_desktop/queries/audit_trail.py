"""How much the audit trail holds, and which of its entries may go."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import IN_PORTIONS, Change, ChangeGroup
from ecrm_desktop.models.sync import Link
from ecrm_desktop.queries.days_of_work import believed_today
from ecrm_desktop.queries.imports import undoable_groups

_SAMPLE: Final = 1_000
# Beside its values: ids, names, and what stands of it in the indexes, whose pages are never full.
_BYTES_A_CHANGE: Final = 130
_BYTES_AN_ENTRY: Final = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailSize:
    """What the trail holds: `changes` in `entries`, the first of `since`, in about `size` bytes."""

    entries: int
    changes: int
    since: datetime | None
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OldEntries:
    """The entries that may go: so many of before `until`, the `last` of them by its number."""

    until: datetime
    last: int
    entries: int


def trail_size(session: Session) -> TrailSize:
    """Return how much the audit trail is; its bytes are reckoned from some of its changes."""
    first, last = session.execute(select(func.min(Change.number), func.max(Change.number))).one()
    # Their numbers leave no gaps, so that nothing has to be counted.
    changes = 0 if last is None else last - first + 1
    entries = session.scalar(select(func.count()).select_from(ChangeGroup)) or 0
    step = max(changes // _SAMPLE, 1)
    lengths = select(
        func.coalesce(func.length(Change.before), 0) + func.coalesce(func.length(Change.after), 0)
    )
    some = list(range(first, last + 1, step)) if changes else []
    values = session.scalars(lengths.where(Change.number.in_(some))).all()
    average = sum(values) / len(values) if values else 0
    return TrailSize(
        entries=entries,
        changes=changes,
        since=session.scalar(select(ChangeGroup.at).order_by(ChangeGroup.number).limit(1)),
        size=round(changes * (average + _BYTES_A_CHANGE)) + entries * _BYTES_AN_ENTRY,
    )


def old_entries(session: Session, years: int) -> OldEntries | None:
    """Return the entries that a shop which keeps its trail for so many years needs no more.

    The one place that says what may go: the beginning of the trail, up to the first entry that is
    not older than that, by the word of the last seven days of work, that an import could still be
    undone by, or that the shop's other PCs have not got yet. None where nothing may go.
    """
    today = believed_today(session)
    if today is None:
        return None
    # 29 February has no anniversary.
    day = today.replace(year=today.year - years, day=min(today.day, 28))
    until = datetime.combine(day, time(), UTC)
    stays = [
        *session.scalars(select(func.min(ChangeGroup.number)).where(ChangeGroup.at >= until)),
        *undoable_groups(session),
        *_unsent(session),
    ]
    kept_from = _whole(session, min(one for one in stays if one is not None))
    entries, last = session.execute(
        select(func.count(), func.max(ChangeGroup.number)).where(ChangeGroup.number < kept_from)
    ).one()
    return OldEntries(until=until, last=last, entries=entries) if entries else None


def _unsent(session: Session) -> list[int]:
    """Return the first entry behind what the server has."""
    waiting = (
        select(func.min(Change.group_number))
        .join(Link, Change.number > Link.sent)
        .having(func.count() > 0)
    )
    return [one for one in session.scalars(waiting) if one is not None]


def _whole(session: Session, kept_from: int) -> int:
    """Return from which entry on is kept if no numbers of changes shall be missing in between.

    The changes of an import stand among those of whoever wrote meanwhile.
    """
    last_import = session.scalar(
        select(func.max(ChangeGroup.number)).where(
            ChangeGroup.action.in_(IN_PORTIONS), ChangeGroup.number < kept_from
        )
    )
    if last_import is None:
        return kept_from
    first, last = session.execute(
        select(func.min(Change.number), func.max(Change.number)).where(
            Change.group_number == last_import
        )
    ).one()
    is_mixed = session.scalar(
        select(Change.number)
        .where(Change.number.between(first, last), Change.group_number >= kept_from)
        .limit(1)
    )
    return kept_from if is_mixed is None else last_import
