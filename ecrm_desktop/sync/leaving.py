"""The end of syncing: a file is a shop of its own again, with all it has."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.base import Base
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.sync import LOCAL_TABLES
from ecrm_desktop.sync.filling import PAGE, index_customers
from ecrm_desktop.sync.rounds import joined


def leave(session: Session) -> None:
    """Let a file sync with nobody from now on; what it knows of the other PCs' work stays.

    What waits here goes to nobody; numbers that were leased to it are given out no more. Whoever
    lets it in again lets it come as any file that has data of its own. SyncError SYNC_NOT_JOINED.
    """
    if joined(session).filling is not None:
        # Its end would have made the index of customers, and nobody finds them without.
        for some in session.scalars(select(Customer.id)).partitions(PAGE):
            index_customers(session, some)
    for name in sorted(LOCAL_TABLES):
        session.execute(delete(Base.metadata.tables[name]))
