"""The work before a shop is open: its file made, opened or unlocked, and remembered."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from ecrm_desktop.backup.known_shops import MissingShop, remember_move, remember_shop
from ecrm_desktop.backup.opening import open_database
from ecrm_desktop.backup.state import size_limit
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.logs import log_failure
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.progress import ReportProgress
from ecrm_desktop.queries.passwords import anyone_has_password
from ecrm_desktop.queries.shop import ShopRow, find_shop, users
from ecrm_desktop.services.passwords import count_reset_days
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.settings import Settings
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.encryption import finish_conversion
from ecrm_desktop.storage.keyring_secrets import keep_secret
from ecrm_desktop.text.backups import schema_changed
from ecrm_desktop.ui.messages import Messenger

if TYPE_CHECKING:
    from ecrm_desktop.backup.entering import EntryPlan

Outcome = Callable[[Messenger], None]
"""Tells in the window of the shop what was done before it was shown."""

_SAMPLE_CUSTOMERS = 400


class StartupWorker(QThread):
    """Runs such work off the window's thread; `reports`: it wants to say how far it is."""

    opened = Signal(object)
    failed = Signal(object)
    # Bytes, for which Qt's own integers are too small.
    progressed = Signal(object, object)

    def __init__(
        self, work: Callable[..., object], parent: QObject, *, reports: bool = False
    ) -> None:
        super().__init__(parent)
        self._work = partial(work, self.progressed.emit) if reports else work

    def run(self) -> None:
        """Do it."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - whatever it is, the window hears of it
            self.failed.emit(error)
        else:
            self.opened.emit(result)


def outcome_of_opening(database: Database, before: Outcome | None) -> Outcome | None:
    """Return what tells how a file was opened, else what is waiting to be told `before` that."""
    if database.set_aside is not None:
        error = DatabaseError(Problem.WAL_SET_ASIDE, path=database.set_aside)
        return lambda messenger: messenger.show_error(error)
    if database.left_out is not None:
        left_out = DatabaseError(Problem.WAL_LEFT_OUT, path=database.left_out)
        return lambda messenger: messenger.show_error(left_out)
    if database.backed_up is not None and before is None:
        sentence = schema_changed(database.backed_up)
        return lambda messenger: messenger.inform(sentence)
    return before


def remember_opened(
    settings: Settings, database: Database, shop: ShopRow, missing: MissingShop | None
) -> None:
    """Keep which shop is where, for the day on which its file is missing.

    One that was `missing` and is opened from elsewhere has moved there.
    """
    if missing is not None and missing.shop_id == shop.id and missing.path != database.path:
        remember_move(settings, missing.path, database.path)
    name = shop.name if database.secret is None else ""
    with database.reading() as session:
        locked = anyone_has_password(session)
    now = datetime.now(UTC)
    remember_shop(settings, database.path, shop.id, name, now, has_password=locked)


def open_shop_file(path: Path, secret: bytes | None, report_progress: ReportProgress) -> Database:
    """Open the file of a shop, and clear up after a conversion that was killed.

    Something is reported only where an older file has to be changed.
    """
    database = open_database(path, secret=secret, report_progress=report_progress)
    try:
        if not database.is_read_only:
            finish_conversion(path)
            _count_reset_day(database)
    except BaseException:
        database.close()  # whoever restores a damaged file needs it for themselves
        raise
    return database


def _count_reset_day(database: Database) -> None:
    """Let a day of work bring the passwords nearer to their reset that somebody asked for."""
    with database.reading() as session:
        if all(user.reset_asked_on is None for user in users(session)):
            return
    try:
        with database.transaction("password_reset") as session:
            count_reset_days(session, utc_now().astimezone().date())
    except DatabaseError as error:  # nobody is kept out by a day that is not counted
        log_failure(error)


def unlock(path: Path, secret: bytes, report_progress: ReportProgress) -> Database:
    """Open an encrypted file with its phrase, and keep that in the keyring again."""
    database = open_shop_file(path, secret, report_progress)
    keep_secret(secret)
    return database


def begin_shop(where: Database | Path, draft: ShopDraft, owner: str) -> Database:
    """Make a shop in a new file, or in an open one without any."""
    database = where if isinstance(where, Database) else Database(where, create=True)
    try:
        with database.transaction() as session:
            create_shop(session, draft, "IRR", owner)
    except BaseException:
        if database is not where:
            database.close()
        raise
    return database


def join_shop(
    where: Database | Path, text: str, settings: Settings, report_progress: ReportProgress
) -> Database:
    """Let a new file, or an open one without any shop, enter the shop of a pairing text."""
    # PostgreSQL's client takes 0.2 s, and few need it.
    from ecrm_desktop.backup.entering import enter_shop  # noqa: PLC0415
    from ecrm_desktop.sync.entering import visiting  # noqa: PLC0415
    from ecrm_desktop.sync.pairing_text import parse_pairing  # noqa: PLC0415

    with visiting(parse_pairing(text)) as visit:
        database = where if isinstance(where, Database) else Database(where, create=True)
        try:
            limit = size_limit(settings)
            enter_shop(database, visit, limit=limit, report_progress=report_progress)
        except BaseException:
            if database is not where:
                database.close()
            raise
    return database


def look_at_shop(text: str) -> "EntryPlan":
    """Look what a pairing text leads to, for a file that is still to be made."""
    from ecrm_desktop.backup.entering import plan_entry  # noqa: PLC0415 - as above

    return plan_entry(text, None)


def open_package(
    where: Database | Path, package: Path, report_progress: ReportProgress
) -> Database:
    """Bring a package into a new file, or into an open one without any shop."""
    # Only who changes computers needs it.
    from ecrm_desktop.archive.reading import open_with_package, read_package  # noqa: PLC0415

    if isinstance(where, Path):
        return open_with_package(where, package, report_progress=report_progress)
    read_package(where, package, report_progress=report_progress)
    return where


def open_sample(path: Path, report_progress: ReportProgress) -> Database:
    """Open the sample shop beside the shop's own file, making it the first time."""
    # Pulls in the names and texts of the demo, which a real shop never needs.
    from ecrm_desktop.services.demo import fill_demo  # noqa: PLC0415

    where = path.with_name("sample-shop.db")
    database = open_database(where, create=True, report_progress=report_progress)
    with database.reading() as session:
        ready = find_shop(session) is not None
    if not ready:
        with database.transaction(captured=False) as session:
            fill_demo(session, customers=_SAMPLE_CUSTOMERS)
    return database
