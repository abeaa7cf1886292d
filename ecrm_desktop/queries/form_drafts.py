"""Forms that were open when the program ended."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.shop import FormDraft


def form_drafts(session: Session) -> dict[str, str]:
    """Return the contents (JSON) of unfinished forms by key, newest first."""
    statement = select(FormDraft.key, FormDraft.content).order_by(FormDraft.saved_at.desc())
    return {row.key: row.content for row in session.execute(statement)}
