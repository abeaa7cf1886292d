"""What was typed into open forms, kept on disk so that a crash or a power cut loses nothing."""

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.shop import FormDraft


def keep_form_draft(session: Session, key: str, content: str) -> None:
    """Keep the present contents (JSON) of the form of a key."""
    values = {"content": content, "saved_at": utc_now()}
    session.execute(
        insert(FormDraft)
        .values(key=key, **values)
        .on_conflict_do_update(index_elements=[FormDraft.key], set_=values)
    )


def drop_form_draft(session: Session, key: str) -> None:
    """Forget a form that was saved or given up."""
    session.execute(delete(FormDraft).where(FormDraft.key == key))
