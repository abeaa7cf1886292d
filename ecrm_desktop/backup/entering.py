"""A file enters a shop on a server, as the window and the command let it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ecrm_desktop.backup.files import local_folder
from ecrm_desktop.backup.state import FolderState, back_up
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.entering import ShopHere, ShopThere, Visit, check_entry, look_here, visiting
from ecrm_desktop.sync.pairing_text import parse_pairing

_NOTHING = ShopHere(shop=None, customers=0, people=0, has_data=False, shop_id=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPlan:
    """What entering would mean: the shop there, the file here, and how this PC will be called."""

    here: ShopHere
    there: ShopThere
    name: str


def plan_entry(text: str, database: Database | None) -> EntryPlan:
    """Look what a pairing text leads to, for a file or for one that is still to be made.

    Raises those of `parse_pairing`, `visiting` and `check_entry`, and DatabaseError.
    """
    pairing = parse_pairing(text)
    with visiting(pairing) as visit:
        here = _NOTHING if database is None else _here(database)
        check_entry(here, visit.there, pairing)
        return EntryPlan(here=here, there=visit.there, name=pairing.name)


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
