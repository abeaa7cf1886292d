"""Writing down what changes no record: exports and restores."""

from uuid import UUID

from sqlalchemy.orm import Session

from ecrm_desktop.models.audit_events import Export, Restore
from ecrm_desktop.models.users import User
from ecrm_desktop.values.statuses import ExportFormat
from ecrm_desktop.values.text import clean

_LONGEST = 1_000


def record_export(
    session: Session,
    subject: str,
    file_format: ExportFormat,
    *,
    rows: int | None,
    user_id: UUID | None,
) -> None:
    """Write down that something was taken out; `rows` None where it has none."""
    session.add(
        Export(
            subject=clean(subject, limit=_LONGEST),
            file_format=file_format,
            rows=rows,
            user_id=user_id,
        )
    )


def record_restore(session: Session, backup: str, *, user_id: UUID | None) -> None:
    """Write down in a restored file which backup it was and who put it there."""
    known = user_id is not None and session.get(User, user_id) is not None
    name = clean(backup.encode(errors="replace").decode(), limit=_LONGEST)
    session.add(Restore(backup=name, user_id=user_id if known else None))
