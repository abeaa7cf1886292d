"""One round of syncing: what waits here goes to the server, what others did comes here."""

import json
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import SyncError
from ecrm_desktop.logs import LOGGER
from ecrm_desktop.migrations import HEAD
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.changes import Change
from ecrm_desktop.models.sync import Link, SentPart
from ecrm_desktop.models.types import stored_instant
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync import filling
from ecrm_desktop.sync.applying import apply_page
from ecrm_desktop.sync.comparing import (
    MovedError,
    find_differing,
    is_at_rest,
    is_due,
    known_by_now,
    note_compared,
    take_known,
    take_theirs,
)
from ecrm_desktop.sync.epochs import follow, keep_epochs, told_epochs
from ecrm_desktop.sync.filling import PutBackError, fill, is_worth_filling
from ecrm_desktop.sync.handing_keys import SEALED_IN, KeyRing
from ecrm_desktop.sync.identity import IDENTITY, take_identity, the_link
from ecrm_desktop.sync.leases import blocks_for, missing_leases, store_lease
from ecrm_desktop.sync.moving import found_there
from ecrm_desktop.sync.offer import (
    OFFER,
    lacking_texts,
    portions,
)
from ecrm_desktop.sync.outbox import (
    lowest_seen,
    pass_others,
    waiting_groups,
)
from ecrm_desktop.sync.refusals import checked
from ecrm_desktop.sync.repairs import REPAIR, MissingError, Name, has_unrepaired, repair_some
from ecrm_desktop.sync.sending import Sender
from ecrm_desktop.sync.suspects import UNREPAIRED, repair_all
from ecrm_desktop.sync.transport import Answer, Transport

PAGE: Final = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a round did: actions `sent`, operations `received`, and how many actions wait still.

    `healed` are records that were not the same here as on the server, for no reason that is known.
    """

    sent: int
    received: int
    waiting: int
    healed: int = 0


class Engine:
    """Syncs one file with its shop's server; used by one thread at a time.

    After every step the file says how far it is, so that whoever goes on after a crash, a lost
    question or a lost answer repeats at most what the server knows already.
    """

    def __init__(self, database: Database, transport: Transport, device_name: str) -> None:
        self._database = database
        self._transport = transport
        self._name = device_name
        self._is_known = False
        self._may_need_repair = True
        self._last_change = 0
        self._asked: set[Name] = set()
        self._keys = KeyRing(database, transport)
        self._sender = Sender(
            database,
            transport,
            self._keys,
            greet=self._greet,
            take_identity=self._take_identity,
        )
        self.report_progress: ReportProgress = no_progress
        """Is told up to which of the server's revisions the file has come; may raise Cancelled."""

    @property
    def device_id(self) -> UUID:
        """The identity that this file has now."""
        return self._link().device_id

    def run_round(self) -> Round:
        """Send all that waits and receive all there is.

        Raises SyncRefusedError, what the transport raises, SyncError SYNC_SERVER_OLD, and
        DatabaseError.
        """
        # Another process may have brought something in, and ended before it set that right.
        self._may_need_repair |= self._find_last_change() != self._last_change
        if not self._is_known:
            self._take_known()
            self._greet()
        else:
            self._keys.look_again()
        sent = self._sender.push()
        offered, filled = self._fill()
        more, received = self._pull()
        if filled:
            self._keys.look()
        received += filled
        # What was repaired on the way.
        sent += offered + more + self._sender.push()
        with self._database.reading() as session:
            blocks = list(missing_leases(session, date.today()))  # noqa: DTZ011 - the PC's own day
            waiting = waiting_groups(session, the_link(session))
            is_idle = not sent and not received and not waiting and is_due(session, _today())
        self._take_numbers(blocks)
        healed = self._look_after_both() if is_idle else 0
        self._last_change = self._find_last_change()
        return Round(sent=sent, received=received, waiting=waiting, healed=healed)

    def compare(self) -> int:
        """Compare this file with the server, and let both hold the same; return how many did not.

        Nothing is compared while anything is on its way. Raises as `run_round`.
        """
        told = checked(self._transport.digests(self.device_id))
        try:
            with self._database.reading() as session:
                link = the_link(session)
                if not is_at_rest(session, link, told):
                    return 0
                found = find_differing(session, self._transport, link, told, self.report_progress)
            self._may_need_repair = True
            with self._database.applying() as session:
                link = the_link(session)
                if not is_at_rest(session, link, told):
                    return 0
                take_theirs(session, self._database.capture, link, found)
                self._database.capture.silence()
                note_compared(session, _today())
        except MovedError:
            return 0
        if found.counts:
            LOGGER.warning("not the same as the server: %s", found.counts)
            if found.theirs.keys() & SEALED_IN:
                self._keys.look()
            with self._database.reading() as session:
                lacking = list(portions(lacking_texts(session, found.lacking)))
            for texts in lacking:
                self._sender.send_single(texts, OFFER, weak=True)
            self._pull()
            self._sender.push()
        return sum(found.counts.values())

    def thin(self) -> None:
        """Let the server's log go as far as no PC needs it any more; raises as `run_round`."""
        more = True
        while more:
            told = checked(self._transport.thin(self.device_id))
            self.report_progress(told["head"], told["head"])
            more = told["more"]

    def _look_after_both(self) -> int:
        """Compare, and let the log be thinned; return how many records were healed.

        What fails is done on another day: all that was to be synced is.
        """
        from ecrm_desktop.sync.connecting import (  # noqa: PLC0415 - the client takes 0.2 s
            explained,
        )

        healed = 0
        try:
            with explained(""):
                healed = self.compare()
                if not self._is_due():
                    self.thin()
        except SyncError as error:
            LOGGER.warning("not compared with the server, or not thinned: %s", error.problem)
            with self._writing() as session:
                note_compared(session, _today())
        return healed

    def _is_due(self) -> bool:
        with self._database.reading() as session:
            return is_due(session, _today())

    def _take_known(self) -> None:
        """Write into the records what a newer program said, once this one has been updated."""
        with self._database.reading() as session:
            is_any = bool(known_by_now(session))
        if is_any:
            with self._database.applying() as session:
                take_known(session, self._database.capture, the_link(session))

    def _greet(self) -> None:
        """Say who this PC is, once in the engine's life, and whenever one of both is another."""
        while True:
            link = self._link()
            told = checked(
                self._transport.hello(
                    link.device_id, link.previous_id, link.epoch, self._name, HEAD
                )
            )
            epochs = told_epochs(told)
            self._sender.is_first = told["head"] == epochs[-1][1]
            if link.epoch in {None, epochs[-1][0]}:
                break
            if found_there(self._database, self._transport, link, epochs, told["head"]):
                continue
            with self._database.transaction(IDENTITY) as session:
                follow(session, the_link(session), epochs)
            # What waited for the rest of a group waits no more.
            self._may_need_repair = True
        with self._writing() as session:
            stored = the_link(session)
            stored.epoch, stored.device_number = UUID(told["epoch"]), told["number"]
            if link.epoch is None and not is_worth_filling(session, told["head"]):
                stored.filling = None
            stored.previous_id = None
            keep_epochs(session, epochs)
        self._is_known = True
        self._keys.look()

    def _take_identity(self) -> None:
        """Go on as another device: somebody else lives under the present identity."""
        with self._database.transaction(IDENTITY) as session:
            take_identity(session)
        self._greet()

    def _pull(self) -> tuple[int, int]:
        """Return in how many batches something was offered on the way, and what was received."""
        offered = received = 0
        came_in: set[str] = set()
        while True:
            link = self._link()
            if link.epoch is None:
                raise RuntimeError
            page = self._transport.pull(link.device_id, link.epoch, link.batch, link.cursor, PAGE)
            if "thinned_to" in page:
                # What came about since this file asked last is not told any more.
                self._begin_filling()
                more, filled = self._fill()
                offered, received = offered + more, received + filled
                came_in |= SEALED_IN
                continue
            if "fork" in checked(page):
                self._take_identity()
                continue
            if "groups" not in page:
                self._greet()
                # Before others' offers come in over what is to be offered here.
                offered += self._sender.offer()
                continue
            self.report_progress(page["to"], page["head"])
            if page["to"] != link.cursor:
                self._apply(page)
                operations = [one for group in page["groups"] for one in group["ops"]]
                received += len(operations)
                came_in |= {table for _revision, _kind, table, *_ in operations}
            if page["to"] >= page["head"] and self._repair():
                if page.get("asking") or came_in & SEALED_IN:
                    self._keys.look()
                return offered, received

    def _begin_filling(self) -> None:
        with self._writing() as session:
            link = the_link(session)
            link.filling, link.filled_to = filling.NOT_BEGUN, None

    def _fill(self) -> tuple[int, int]:
        """Bring in the server's records as they are, if this file has to begin with them.

        Return in how many batches something was offered on the way, and how many came in.
        """
        offered = 0
        while True:
            try:
                return offered, fill(self._database, self._records, self.report_progress)
            except PutBackError:
                # What the server forgot is offered first, and then all begins anew.
                self._greet()
                offered += self._sender.push()

    def _records(self, link: Link, table: str) -> Answer:
        self._keys.look_now_and_then()
        after, most = link.filled_to, filling.PAGE
        answer = checked(self._transport.fill(link.device_id, table, after, most))
        if link.epoch is None or answer["epoch"] != link.epoch.hex:
            raise PutBackError
        self._may_need_repair = True
        return answer

    def _apply(self, page: Answer) -> None:
        # A page of nothing but what this PC sent moves the cursor alone.
        work = self._database.applying() if page["groups"] else self._writing()
        self._may_need_repair |= bool(page["groups"])
        with work as session:
            link = the_link(session)
            if page["groups"]:
                apply_page(session, self._database.capture, link, page["groups"])
                pass_others(session, link)
            link.cursor = page["to"]
            session.execute(delete(SentPart).where(SentPart.revision <= lowest_seen(session, link)))

    def lease(self, needed: Mapping[str, int]) -> None:
        """Take so many numbers by name, less those that are here; raises as `run_round`."""
        with self._database.reading() as session:
            blocks = list(blocks_for(session, needed))
        self._take_numbers(blocks)

    def _take_numbers(self, blocks: Sequence[tuple[str, int, int]]) -> None:
        for name, count, last in blocks:
            answer = self._transport.lease(self.device_id, name, count, last + 1)
            if isinstance(answer, Mapping):
                checked(answer)
            with self._writing() as session:
                store_lease(session, name, *map(int, answer))

    def _repair(self) -> bool:
        """Set right what came in; False where more has to come in first."""
        if not self._may_need_repair:
            return True
        is_done = not self._needs_repair()
        try:
            while not is_done:
                with self._database.applying() as session:
                    link, capture = the_link(session), self._database.capture
                    if link.repaired == UNREPAIRED:
                        is_done = repair_all(session, capture, link, self._asked)
                    else:
                        is_done = repair_some(session, capture, link, self._asked)
        except MissingError as missing:
            self._asked |= missing.records
            for table, key in sorted(missing.records):
                self._revive(table, key)
            return False
        self._may_need_repair = False
        return True

    def _revive(self, table: str, key: bytes) -> None:
        """Let a record live again that others removed before it could come here.

        Where the server knows nothing of it either, nothing happens.
        """
        written = {"updated_at": stored_instant(utc_now())}
        text = json.dumps(["u", table, key.hex(), {}, written])
        self._sender.send_single([text], REPAIR, may_be_unknown=True)

    def _needs_repair(self) -> bool:
        with self._database.reading() as session:
            link = the_link(session)
            return link.repaired == UNREPAIRED or has_unrepaired(session, link)

    def _find_last_change(self) -> int:
        with self._database.reading() as session:
            return session.scalar(select(func.max(Change.number))) or 0

    def _link(self) -> Link:
        with self._database.reading() as session:
            return the_link(session)

    def _writing(self) -> AbstractContextManager[Session]:
        return self._database.transaction(captured=False)


def _today() -> int:
    return date.today().toordinal()  # noqa: DTZ011 - the PC's own day
