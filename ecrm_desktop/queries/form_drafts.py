"""Forms that were open when the program ended."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.models.shop import FormDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDraftRow:
    """One unfinished form; `content` is its snapshot as JSON."""

    id: UUID
    form: str
    record_id: UUID | None
    content: str
    saved_at: datetime


def form_drafts(session: Session) -> list[FormDraftRow]:
    """Return the unfinished forms, newest first."""
    statement = select(
        FormDraft.id, FormDraft.form, FormDraft.record_id, FormDraft.content, FormDraft.saved_at
    ).order_by(FormDraft.saved_at.desc())
    return [FormDraftRow(**row) for row in session.execute(statement).mappings()]
