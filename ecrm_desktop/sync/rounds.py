"""Rounds of syncing with whom a file is joined to, and how they went."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import (
    AbstractContextManager,
    ExitStack,
    closing,
    contextmanager,
    nullcontext,
    suppress,
)
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import delete, func, select

from ecrm_desktop.errors import Cancelled, EcrmError, FileError, Problem, SyncError
from ecrm_desktop.file_locks import lock_if_free
from ecrm_desktop.logs import log_failure
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.sync import Device, Link, LoggedRound, RefusedGroup
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.queries.changes import ChangeRow, change_rows, entry_id
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.storage.durability import is_full
from ecrm_desktop.sync.address import Address, parse_address
from ecrm_desktop.sync.engine import Engine, Round
from ecrm_desktop.sync.leases import blocks_for
from ecrm_desktop.sync.outbox import waiting_groups
from ecrm_desktop.sync.transport import Transport

_LOCK: Final = "-syncing"
"""After the name of a file: one process syncs it at a time, or it would look like two PCs."""
_LOGGED: Final = 500

Elsewhere = Callable[[], AbstractContextManager[None]]
"""Is entered while a round waits for the server, and may raise Cancelled on the way out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncState:
    """With whom a file syncs, and how far it is.

    `failing_since` and `trouble`: since when no round reached its end, and why. `refused` are the
    actions that the server did not take, with its word for why.
    """

    address: Address
    shop_id: UUID
    device_id: UUID
    device_name: str
    synced_at: datetime | None
    failing_since: datetime | None
    trouble: Problem | None
    waiting: int
    refused: list[tuple[ChangeRow, str]]


def run_round(database: Database) -> Round:
    """Sync a file with its shop's server once; raises as `Syncing.run_round`."""
    with closing(Syncing(database)) as syncing:
        return syncing.run_round()


@contextmanager
def syncing_alone(database: Database) -> Iterator[None]:
    """Let no other process sync a file meanwhile.

    Raises SyncError SYNC_RUNNING if one does, FileError DISK_FULL or FILE_NOT_WRITABLE (path).
    """
    path = Path(f"{database.path}{_LOCK}")
    with ExitStack() as held:
        try:
            is_free = held.enter_context(lock_if_free(path))
        except OSError as error:
            problem = Problem.DISK_FULL if is_full(error) else Problem.FILE_NOT_WRITABLE
            raise FileError(problem, path=path) from error
        if not is_free:
            raise SyncError(Problem.SYNC_RUNNING)
        yield


class Syncing:
    """Round after round of one file over one connection; used by one thread at a time.

    The connection is made when it is first needed, and anew after whatever went wrong.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._open = ExitStack()
        self._engine: Engine | None = None
        self._way: _Watched | None = None
        self._joined_as: tuple[str, UUID, str] | None = None

    def run_round(
        self, *, elsewhere: Elsewhere = nullcontext, report_progress: ReportProgress = no_progress
    ) -> Round:
        """Sync once; the link and the log say afterwards how it went.

        `report_progress` is told up to which of the server's revisions the file has come. Raises
        SyncError SYNC_NOT_JOINED, SYNC_RUNNING, those of `reaching`, and SYNC_FAILED for what
        nobody foresaw; DatabaseError, SHOP_READ_ONLY before anything else; FileError as
        `syncing_alone`; Cancelled. What a rule repairs on the way is nobody's.
        """
        self._database.check_writable()
        with self._database.reading() as session:
            link = joined(session)
            name = _device_name(session, link)
        began = utc_now()
        with syncing_alone(self._database), self._database.capture.working_for(None):
            try:
                done = self._round(link, name, elsewhere, report_progress)
            except Exception as caught:
                self.close()
                error = _told(caught)
                # What is told matters more than that it is written down.
                if not isinstance(error, Cancelled):
                    with suppress(EcrmError):
                        _note_trouble(self._database, began, error.problem)
                if error is caught:
                    raise
                raise error from caught
            _note(self._database, began, done)
        return done

    def close(self) -> None:
        """Let the connection go; the next round makes another one."""
        self._engine = self._way = None
        self._open.close()

    def _round(
        self, link: Link, name: str, elsewhere: Elsewhere, report_progress: ReportProgress
    ) -> Round:
        from ecrm_desktop.sync.connecting import (  # noqa: PLC0415 - the client takes 0.2 s
            explained,
        )

        if self._joined_as != (link.address, link.device_id, name):
            self.close()
        is_kept = self._engine is not None
        host = parse_address(link.address).host
        try:
            with explained(host):
                return self._run(link, name, elsewhere, report_progress)
        except SyncError as error:
            if not is_kept or error.problem is not Problem.SYNC_UNREACHABLE:
                raise
        # A connection that rested may be gone though the server is there.
        self.close()
        with explained(host):
            return self._run(link, name, elsewhere, report_progress)

    def _run(
        self, link: Link, name: str, elsewhere: Elsewhere, report_progress: ReportProgress
    ) -> Round:
        from ecrm_desktop.sync.reaching import reaching  # noqa: PLC0415 - as above

        if self._engine is None or self._way is None:
            address = parse_address(link.address)
            with elsewhere():
                transport = self._open.enter_context(reaching(address, link.shop_id))
            self._way = _Watched(transport)
            self._engine = Engine(self._database, cast("Transport", self._way), name)
            self._joined_as = (link.address, link.device_id, name)
        self._way.elsewhere = elsewhere
        self._engine.report_progress = report_progress
        return self._engine.run_round()


class _Watched:
    """A `Transport` that says when it waits for the server."""

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self.elsewhere: Elsewhere = nullcontext

    def __getattr__(self, name: str) -> Any:
        function = getattr(self._inner, name)

        def call(*arguments: Any) -> Any:
            with self.elsewhere():
                return function(*arguments)

        return call


def lease_numbers(database: Database, needed: Mapping[str, int]) -> None:
    """Take numbers by name for much that is to be made at once, where the server answers.

    Where it does not, and where a file syncs with nobody, nothing happens: numbers beyond those
    that are here begin with the PC's own.
    """
    with database.reading() as session:
        link = session.scalars(select(Link)).first()
        if link is None or link.device_number is None or not list(blocks_for(session, needed)):
            return
        name = _device_name(session, link)
    from ecrm_desktop.sync.connecting import explained  # noqa: PLC0415 - the client takes 0.2 s
    from ecrm_desktop.sync.reaching import reaching  # noqa: PLC0415 - as above

    address = parse_address(link.address)
    with (
        suppress(SyncError),
        explained(address.host),
        reaching(address, link.shop_id) as transport,
    ):
        Engine(database, transport, name).lease(needed)


def joined(session: Session) -> Link:
    """Return with whom a file syncs; SyncError SYNC_NOT_JOINED if with nobody."""
    link = session.scalars(select(Link)).first()
    if link is None:
        raise SyncError(Problem.SYNC_NOT_JOINED)
    return link


def sync_state(session: Session) -> SyncState:
    """Return how syncing goes; SYNC_NOT_JOINED."""
    link = joined(session)
    refused = session.execute(
        select(RefusedGroup.group_number, RefusedGroup.reason).order_by(RefusedGroup.group_number)
    ).all()
    rows = {
        row.number: row for row in change_rows(session, [entry_id(number) for number, _ in refused])
    }
    return SyncState(
        address=parse_address(link.address),
        shop_id=link.shop_id,
        device_id=link.device_id,
        device_name=_device_name(session, link),
        synced_at=link.synced_at,
        failing_since=link.failing_since,
        trouble=None if link.trouble is None else Problem(link.trouble),
        waiting=waiting_groups(session, link),
        refused=[(rows[number], reason) for number, reason in refused if number in rows],
    )


def _told(error: Exception) -> EcrmError:
    if isinstance(error, EcrmError):
        return error
    log_failure(error)
    return SyncError(Problem.SYNC_FAILED)


def _note(database: Database, began: datetime, done: Round) -> None:
    with database.transaction(captured=False) as session:
        link = joined(session)
        link.synced_at, link.failing_since, link.trouble = utc_now(), None, None
        received = done.received + done.healed
        if done.sent or received:
            _log(session, began, sent=done.sent, received=received)


def _note_trouble(database: Database, began: datetime, trouble: Problem) -> None:
    with database.transaction(captured=False) as session:
        link = joined(session)
        # What went well since, with nothing to do, is not in the log.
        is_in_a_row = link.failing_since is not None
        link.failing_since = link.failing_since or began
        link.trouble = trouble.value
        last = session.scalars(select(LoggedRound).order_by(LoggedRound.id.desc()).limit(1)).first()
        if is_in_a_row and last is not None and last.trouble == trouble.value:
            last.rounds += 1
            last.ended_at = utc_now()
        else:
            _log(session, began, trouble=trouble.value)


def _log(session: Session, began: datetime, **what: Any) -> None:
    session.add(LoggedRound(began_at=began, ended_at=utc_now(), **what))
    session.flush()
    newest = session.scalar(select(func.max(LoggedRound.id))) or 0
    session.execute(delete(LoggedRound).where(LoggedRound.id <= newest - _LOGGED))


def _device_name(session: Session, link: Link) -> str:
    return session.scalar(select(Device.name).where(Device.id == link.device_id)) or ""
