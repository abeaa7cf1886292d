"""What waits in a file, and what its server may not have, goes there in numbered batches."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.sync import ForgottenRecord, Link, RefusedGroup
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.handing_keys import KeyRing
from ecrm_desktop.sync.identity import the_link
from ecrm_desktop.sync.offer import (
    OFFER,
    forgetting_texts,
    healing_texts,
    offer_texts,
    portions,
    settle_offer,
    single_batch,
    unknown_there,
)
from ecrm_desktop.sync.outbox import Batch, Outbox, has_waiting, has_work, settle_batch
from ecrm_desktop.sync.refusals import checked
from ecrm_desktop.sync.transport import Answer, Transport


class Sender:
    """Sends for one engine; `greet` and `take_identity` are what it does when the server asks so.

    Methods raise as `Engine.run_round`.
    """

    def __init__(
        self,
        database: Database,
        transport: Transport,
        keys: KeyRing,
        *,
        greet: Callable[[], None],
        take_identity: Callable[[], None],
    ) -> None:
        self._database = database
        self._transport = transport
        self._keys = keys
        self._greet = greet
        self._take_identity = take_identity
        self._outbox = Outbox()
        self.is_first = False
        """Whether the server has nothing yet."""

    def push(self) -> int:
        """Send, offer and let forget what is to be; return in how many groups and batches."""
        with self._database.reading() as session:
            if not has_work(session):
                return 0
        if self._waits():
            self._keys.settle()
        sent = self.offer()
        while self._waits():
            with self._writing() as session:
                link = the_link(session)
                batch = self._outbox.freeze(session, link)
            if batch is None:
                break
            answer = self._send(link, batch)
            if "groups" in answer:
                with self._writing() as session:
                    settle_batch(session, the_link(session), batch, answer["groups"])
                sent += len(answer["groups"])
            else:
                sent += self.offer()
        return sent + self._heal()

    def _waits(self) -> bool:
        with self._database.reading() as session:
            return has_waiting(session)

    def _send(self, link: Link, batch: Batch) -> Answer:
        if link.epoch is None:
            raise RuntimeError
        answer = checked(
            self._transport.push(
                link.device_id, link.epoch, batch.number, batch.digest, batch.payload
            )
        )
        if "expected" in answer:
            # Numbers of batches that never came, or that a server which was put back forgot.
            with self._writing() as session:
                stored = the_link(session)
                stored.batch = answer["expected"] - (stored.frozen is None)
        elif "fork" in answer:
            self._take_identity()
        elif "groups" not in answer:
            self._greet()
        return answer

    def offer(self) -> int:
        """Offer what the server may not have, until it has all; return in how many batches."""
        sent = 0
        while (offering := self._link().offering) is not None:
            last, epoch = offering, self._link().epoch
            with self._database.reading() as session:
                offered = offer_texts(session, offering, is_first=self.is_first)
                for texts in portions(offered):
                    last = self.send_single(texts, OFFER, weak=offering == 0)
                    sent += 1
            with self._writing() as session:
                link = the_link(session)
                # Another one that was put back meanwhile forgot more.
                if (link.offering, link.epoch) == (offering, epoch):
                    settle_offer(session, offering, last)
                    # Of what came here without a trace nothing says when it was written.
                    is_more = 0 < offering < (link.filled_at or 0)
                    link.offering = 0 if is_more else None
                    if offering == 0:
                        link.filled_at = last
        return sent

    def send_single(
        self, texts: list[str], action: str, *, weak: bool = False, may_be_unknown: bool = False
    ) -> int:
        """Send what is no change of this PC, until the server has it; return its last revision.

        That is 0 for what `may_be_unknown` there and is.
        """
        answer: Answer = {}
        while "groups" not in answer:
            with self._writing() as session:
                link = the_link(session)
                link.batch += 1
            answer = self._send(link, single_batch(link, texts, action, weak=weak))
        for told in answer["groups"]:
            if may_be_unknown and told.get("refused") == "unknown_record":
                return 0
            checked(told)
        last: int = answer["groups"][-1]["last"]
        return last

    def _heal(self) -> int:
        """Make records known that the server has forgotten the making of, and let it forget."""
        with self._database.reading() as session:
            refused = unknown_there(session)
            offered = list(portions(healing_texts(session, refused)))
            # People first: by their names others find what they have of them.
            people = ForgottenRecord.table_name != Customer.__tablename__
            forgotten = session.scalars(select(ForgottenRecord).order_by(people)).all()
            forgetting = list(portions(forgetting_texts(session, forgotten)))
        for texts in offered:
            self.send_single(texts, OFFER, weak=True)
        for texts in forgetting:
            self.send_single(texts, FORGETTING)
        if not refused and not forgotten:
            return 0
        with self._writing() as session:
            session.execute(delete(RefusedGroup).where(RefusedGroup.group_number.in_(refused)))
            for one in forgotten:
                session.delete(session.merge(one))
        return len(offered) + len(forgetting)

    def _link(self) -> Link:
        with self._database.reading() as session:
            return the_link(session)

    def _writing(self) -> AbstractContextManager[Session]:
        return self._database.transaction(captured=False)
