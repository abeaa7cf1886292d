"""The list of imports, and which of them is on its way."""

import json
from dataclasses import asdict
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.imports import Import, UnfinishedImport
from ecrm_desktop.models.shop import Counter
from ecrm_desktop.services.imports.import_context import ImportCounts
from ecrm_desktop.services.permissions import needs
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import clean


@needs(Permission.IMPORT)
def log_import(
    session: Session,
    kind: ImportKind,
    file_name: str,
    counts: ImportCounts,
    *,
    user_id: UUID | None,
    group_number: int,
) -> UUID:
    """List an import that the present transaction makes; return its id."""
    made = Import(
        kind=kind,
        file_name=clean(file_name.encode(errors="replace").decode(), limit=1_000),
        user_id=user_id,
        group_number=group_number,
        **_kept(counts),
    )
    session.add(made)
    session.flush()
    return made.id


def counters_now(session: Session) -> str:
    """Return the numbers given out so far, as an unfinished import keeps them."""
    counted = session.execute(select(Counter.name, Counter.last))
    return json.dumps(dict(counted.all()))


@needs(Permission.IMPORT)
def begin_import(session: Session, import_id: UUID, counters: str) -> None:
    """Write down that a listed import goes on in other transactions.

    `counters` are those of before it began.
    """
    group = session.get_one(Import, import_id).group_number
    session.add(UnfinishedImport(import_id=import_id, group_number=group, counters=counters))


@needs(Permission.IMPORT)
def finish_import(session: Session, import_id: UUID, counts: ImportCounts) -> None:
    """Write down that all of an import is there."""
    done = session.get_one(Import, import_id)
    for name, count in _kept(counts).items():
        setattr(done, name, count)
    session.delete(session.get_one(UnfinishedImport, import_id))


def _kept(counts: ImportCounts) -> dict[str, int]:
    columns = Import.__table__.columns.keys()
    return {name: value for name, value in asdict(counts).items() if name in columns}
