"""A file enters a shop on a server or leaves it, as the window and the command let it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from ecrm_desktop.backup.files import local_folder
from ecrm_desktop.backup.state import FolderState, back_up
from ecrm_desktop.models.sync import Link
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.address import parse_address
from ecrm_desktop.sync.entering import ShopHere, ShopThere, Visit, check_entry, look_here, visiting
from ecrm_desktop.sync.leaving import leave
from ecrm_desktop.sync.pairing_text import Pairing, parse_pairing
from ecrm_desktop.sync.rounds import sync_state, syncing_alone
from ecrm_desktop.sync.sharing import end_sharing, keep_sharing, sharing_state

_NOTHING = ShopHere(shop=None, customers=0, people=0, has_data=False, shop_id=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPlan:
    """What entering would mean: the shop there, the file here, and how this PC will be called.

    `moves_to`: where its shop is to be synced from now on, if that is another server than now.
    """

    here: ShopHere
    there: ShopThere
    name: str
    moves_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavePlan:
    """What leaving would mean: how many actions never came to the server, and would not any more.

    `shares`: the others sync with a hub on this PC, which ends; `is_half`: not all that the server
    had came in yet, and would not any more.
    """

    waiting: int
    shares: bool
    is_half: bool


def plan_entry(text: str, database: Database | None) -> EntryPlan:
    """Look what a pairing text leads to, for a file or for one that is still to be made.

    Raises those of `parse_pairing`, `visiting` and `check_entry`, and DatabaseError.
    """
    pairing = parse_pairing(text)
    with visiting(pairing) as visit:
        here = _NOTHING if database is None else _here(database)
        check_entry(here, visit.there, pairing)
        to = "" if database is None else moves_to(database, pairing)
        return EntryPlan(here=here, there=visit.there, name=pairing.name, moves_to=to)


def moves_to(database: Database, pairing: Pairing) -> str:
    """Return where a file that syncs with another server would be synced; "" if it does not move.

    DatabaseError.
    """
    with database.reading() as session:
        link = session.scalars(select(Link)).first()
    to = pairing.address.where
    return to if link is not None and parse_address(link.address).where != to else ""


def enter_shop(
    database: Database,
    visit: Visit,
    *,
    limit: int,
    report_progress: ReportProgress = no_progress,
) -> Path | None:
    """Let a file sync with a shop from now on; return the backup made before, if it had data.

    `limit` as `back_up` takes it; no backup, no entering. Raises what kept it from being made,
    those of `Visit.enter`, and DatabaseError; then the file is as it was.
    """
    database.check_writable()
    here = _here(database)
    check_entry(here, visit.there, visit.pairing)
    backup = None
    if here.shop_id is None and here.shop is not None and here.has_data:
        backup = _back_up(database, limit, report_progress)
    visit.enter(database, here, visit.pairing.name)
    return backup


def plan_leaving(database: Database) -> LeavePlan:
    """Look what leaving would mean; SYNC_NOT_JOINED."""
    with database.reading() as session:
        waiting = sync_state(session).waiting
        is_half = look_here(session).is_half
    sharing = sharing_state(database.path)
    return LeavePlan(
        waiting=waiting,
        shares=sharing is not None and sharing.sharing.is_on,
        is_half=is_half,
    )


def leave_shop(
    database: Database, *, limit: int, report_progress: ReportProgress = no_progress
) -> Path | None:
    """Let a file be a shop of its own again, with all it has; return the backup made before.

    A hub on this PC ends. No backup, no leaving; raises what kept it from being made, SyncError
    SYNC_NOT_JOINED and SYNC_RUNNING, and DatabaseError.
    """
    database.check_writable()
    plan = plan_leaving(database)
    backup = _back_up(database, limit, report_progress)
    with syncing_alone(database), database.transaction(captured=False) as session:
        leave(session)
    sharing = sharing_state(database.path)
    if plan.shares and sharing is not None:
        keep_sharing(database.path, replace(sharing.sharing, is_on=False))
        end_sharing(database.path)
    return backup


def _here(database: Database) -> ShopHere:
    with database.reading() as session:
        return look_here(session)


def _back_up(database: Database, limit: int, report_progress: ReportProgress) -> Path | None:
    folder = FolderState(folder=local_folder(database.path), is_local=True)
    [attempt] = back_up(
        database, [folder], now=datetime.now(UTC), limit=limit, report_progress=report_progress
    )
    if attempt.error is not None:
        raise attempt.error
    return None if attempt.file is None else attempt.file.path
