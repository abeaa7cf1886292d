"""The end of syncing: a file is a shop of its own again, with all it has."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.sync import LOCAL_TABLES
from ecrm_desktop.sync.rounds import joined


def leave(session: Session) -> None:
    """Let a file sync with nobody from now on; what it knows of the other PCs' work stays.

    What waits here goes to nobody; numbers that were leased to it are given out no more. Whoever
    lets it in again lets it come as any file that has data of its own. SyncError SYNC_NOT_JOINED.
    """
    joined(session)
    for name in sorted(LOCAL_TABLES):
        session.execute(delete(Base.metadata.tables[name]))
