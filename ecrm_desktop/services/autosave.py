"""What was typed into open forms, kept on disk so that a crash or a power cut loses nothing."""

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.shop import Autosave


def store_autosave(session: Session, key: str, content: str) -> None:
    """Keep the present contents (JSON) of the form of a key."""
    values = {"content": content, "saved_at": utc_now()}
    session.execute(
        insert(Autosave)
        .values(key=key, **values)
        .on_conflict_do_update(index_elements=[Autosave.key], set_=values)
    )


def delete_autosave(session: Session, key: str) -> None:
    """Forget a form that was saved or given up."""
    session.execute(delete(Autosave).where(Autosave.key == key))
