"""Forms that were open when the program ended."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.shop import Autosave


def list_autosaves(session: Session) -> dict[str, str]:
    """Return the contents (JSON) of unfinished forms by key, newest first."""
    statement = select(Autosave.key, Autosave.content).order_by(Autosave.saved_at.desc())
    return {row.key: row.content for row in session.execute(statement)}
