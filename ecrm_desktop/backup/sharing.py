"""A shop's file becomes the shop of the hub beside it, after a backup."""

from dataclasses import replace

from ecrm_desktop.backup.entering import enter_shop
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.entering import check_whole, look_here, visiting
from ecrm_desktop.sync.rounds import run_round
from ecrm_desktop.sync.sharing import (
    Sharing,
    end_sharing,
    first_pairing,
    keep_sharing,
    prepare_sharing,
    start_sharing,
)


def share_shop(
    database: Database,
    sharing: Sharing,
    name: str,
    *,
    limit: int,
    report_progress: ReportProgress = no_progress,
) -> None:
    """Share the shop of a file from this PC, called `name`; send what it has to its own hub.

    Where anything goes wrong before the file has entered, nothing runs, the file is as it was and
    it may be tried again. Raises those of `check_whole`, `prepare_sharing`, `start_sharing`,
    `first_pairing`, `visiting`, `enter_shop` and `run_round`.
    """
    database.check_writable()
    path = database.path
    with database.reading() as session:
        here = look_here(session)
        # One that comes from another server goes on as the shop that it is there.
        shop = here.shop_id or get_shop(session).id
    check_whole(here)
    prepare_sharing(path)
    start_sharing(path, sharing)
    try:
        with visiting(first_pairing(path, sharing, shop, name)) as visit:
            enter_shop(database, visit, limit=limit, report_progress=report_progress)
            keep_sharing(path, replace(sharing, is_on=True))
    except BaseException:
        end_sharing(path)
        raise
    run_round(database)
