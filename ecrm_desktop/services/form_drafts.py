"""What was typed into open forms, kept on disk so that a crash or a power cut loses nothing."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.shop import FormDraft


def keep_form_draft(
    session: Session, draft_id: UUID, *, form: str, record_id: UUID | None, content: str
) -> None:
    """Keep the present state of one open form; `draft_id` stays the same while it is open.

    `content` is the form's snapshot as JSON.
    """
    values = {"content": content, "saved_at": utc_now()}
    session.execute(
        insert(FormDraft)
        .values(id=draft_id, form=form, record_id=record_id, **values)
        .on_conflict_do_update(index_elements=[FormDraft.id], set_=values)
    )


def drop_form_draft(session: Session, draft_id: UUID) -> None:
    """Forget a form that was saved or given up."""
    session.execute(delete(FormDraft).where(FormDraft.id == draft_id))
