"""A shop moves to a server that has nothing of it yet: with which PC it comes there first."""

import json
from collections.abc import Sequence
from datetime import date

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.models.sync import Link
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.epochs import Epoch, known_epochs
from ecrm_desktop.sync.identity import the_link
from ecrm_desktop.sync.leases import numbers_elsewhere
from ecrm_desktop.sync.refusals import checked
from ecrm_desktop.sync.transport import Transport


def found_there(
    database: Database,
    transport: Transport,
    link: Link,
    epochs: Sequence[Epoch],
    head: int,
) -> bool:
    """Bring a shop that was elsewhere to a server; return False where it is no empty one.

    Its history goes on there from where this PC stands: who comes later knows by it what both have
    in common, as with a server that was put back. `epochs` and `head` are the server's. Raises
    SyncRefusedError, and SyncError SYNC_HALF_THERE where this file is still being filled.
    """
    with database.reading() as session:
        mine = known_epochs(session)
        numbers = list(numbers_elsewhere(session, date.today()))  # noqa: DTZ011 - the PC's own day
    if head or len(epochs) > 1 or not mine:
        return False
    if link.filling is not None:
        raise SyncError(Problem.SYNC_HALF_THERE)
    # Once it is founded nobody does this again, so the rest comes before: an answer may get lost.
    _offer_after(database, 0)
    for name, count, last in numbers:
        taken = transport.lease(link.device_id, name, count, last + 1)
        if isinstance(taken, dict):
            checked(taken)
    chain = json.dumps([[epoch.hex, revision] for epoch, revision in mine])
    if not checked(transport.found(link.device_id, chain, link.cursor))["founded"]:
        _offer_after(database, link.offering)  # another PC was first
    return True


def _offer_after(database: Database, revision: int | None) -> None:
    with database.transaction(captured=False) as session:
        the_link(session).offering = revision
