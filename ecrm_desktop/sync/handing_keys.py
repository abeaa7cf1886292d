"""How a PC comes to the shop's keys and gives them to others, and what it seals and opens."""

from itertools import groupby
from time import monotonic
from typing import Final
from uuid import UUID

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.logs import LOGGER
from ecrm_desktop.models.users import User
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.identity import the_link
from ecrm_desktop.sync.refusals import checked
from ecrm_desktop.sync.sealed_passwords import differences, open_all, seal, to_seal, unopened
from ecrm_desktop.sync.shop_keys import (
    Box,
    SealedError,
    ShopKeys,
    find_shop_keys,
    keep_shop_keys,
    new_key,
    put_into_box,
)
from ecrm_desktop.sync.transport import Transport

_SECONDS_BETWEEN: Final = 10
SEALED_IN: Final = frozenset({User.__tablename__})
"""Tables of which a record that comes in may be sealed."""


class KeyRing:
    """The shop's keys as one engine uses them; without a keyring nothing is sealed or opened."""

    def __init__(self, database: Database, transport: Transport) -> None:
        self._database = database
        self._transport = transport
        self._keys: ShopKeys | None = None
        self._made = False
        self._lacks = False
        self._looked_at = 0.0
        self._gave: set[tuple[bytes, ShopKeys]] = set()

    def look_again(self) -> None:
        """Look in each round while keys are missing here; whoever misses others' is told of."""
        if self._lacks:
            self.look()

    def look_now_and_then(self) -> None:
        """As `look_again`, at most every ten seconds, while a file is filled for minutes."""
        if self._lacks and monotonic() - self._looked_at >= _SECONDS_BETWEEN:
            self.look()

    def look(self) -> None:
        """Ask for what is missing here, give what others miss, then seal and open.

        Raises SyncRefusedError. What the keyring cannot keep is asked for another time.
        """
        self._looked_at = monotonic()
        with self._database.reading() as session:
            link = the_link(session)
        shop, device = link.shop_id, link.device_id
        if not self._keys:
            self._keys = find_shop_keys(shop)
        if self._keys is None:
            return
        try:
            self._exchange(shop, device, self._keys)
        except SyncError as error:
            if error.problem is not Problem.SYNC_NO_KEYRING:
                raise
            LOGGER.warning("the keyring kept no key of the shop")
        finally:
            # What the keys that are here open needs nobody's answer.
            self.settle()

    def _exchange(self, shop: UUID, device: UUID, keys: ShopKeys) -> None:
        with self._database.reading() as session:
            self._lacks = lacks = not keys or unopened(session, keys)
        box = Box.kept(shop) if lacks else None
        if lacks and box is None:
            return
        public = None if box is None else box.public
        told = checked(self._transport.keys(device, bool(keys), public))
        if told["makes"] and not keys:
            self._keys = keys = keep_shop_keys(shop, [new_key()])
            self._made = True
            checked(self._transport.keys(device, True, None))
        elif box is not None and told["given"]:
            try:
                given = box.take(bytes.fromhex(told["given"]))
            except SealedError:
                LOGGER.warning("keys of the shop that are in no box of this computer")
            else:
                self._keys = keep_shop_keys(shop, given.secrets)
        for other, asked in told["asking"]:
            self._give(shop, device, keys, UUID(other), bytes.fromhex(asked))

    def _give(self, shop: UUID, device: UUID, keys: ShopKeys, other: UUID, box: bytes) -> None:
        if (box, keys) in self._gave:
            # It did not help: now it is another one's turn, who may have other keys.
            return
        try:
            given = put_into_box(box, shop, keys)
        except SealedError:
            return
        if self._transport.give_keys(device, other, box, given).get("given"):
            self._gave.add((box, keys))

    def settle(self) -> None:
        """Seal what was changed here, and open what others sealed."""
        if self._keys is None:
            return
        keys = self._keys
        with self._database.reading() as session:
            found = differences(session, keys)
        mine = to_seal(found, is_first=self._made) if keys else []
        self._made = False
        for by, some in groupby(mine, key=lambda one: one.by):
            # Others' audit trails say who it was, as for every change.
            with (
                self._database.capture.working_for(by),
                self._database.transaction() as session,
            ):
                for one in some:
                    seal(session, keys, one)
        theirs = [one for one in found if one not in mine and one.is_newer is not True]
        if theirs:
            with self._database.transaction(captured=False) as session:
                open_all(session, theirs)


def ask_early(transport: Transport, shop: UUID, device: UUID) -> None:
    """Ask for the shop's keys before the first round, so that they are there with it."""
    keys = find_shop_keys(shop)
    box = None if keys is None or keys else Box.kept(shop)
    if box is not None:
        # It says nothing of keys: it could be told to make one, and is not in the shop yet.
        transport.keys(device, None, box.public)
