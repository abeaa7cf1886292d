"""The list of imports."""

from dataclasses import asdict
from uuid import UUID

from sqlalchemy.orm import Session

from ecrm_desktop.models.imports import Import
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
    columns = Import.__table__.columns.keys()
    kept = {name: value for name, value in asdict(counts).items() if name in columns}
    made = Import(
        kind=kind,
        file_name=clean(file_name.encode(errors="replace").decode(), limit=1_000),
        user_id=user_id,
        group_number=group_number,
        **kept,
    )
    session.add(made)
    session.flush()
    return made.id
