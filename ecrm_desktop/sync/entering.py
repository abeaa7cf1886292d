"""A PC enters a shop: what is in it there and here, and what becomes of this file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem, SyncError
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.shop import Shop
from ecrm_desktop.models.sync import Link
from ecrm_desktop.models.users import SEALED, User
from ecrm_desktop.models.wire import from_wire, units
from ecrm_desktop.queries.shop import ShopRow, find_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.keyring_secrets import find_password, keep_password
from ecrm_desktop.sync.address import HubAddress, ServerAddress
from ecrm_desktop.sync.connecting import change_password, connect, explained
from ecrm_desktop.sync.direct import DirectTransport
from ecrm_desktop.sync.handing_keys import ask_early
from ecrm_desktop.sync.hub_transport import HubTransport
from ecrm_desktop.sync.identity import go_on_as, the_link
from ecrm_desktop.sync.joining import has_data, join
from ecrm_desktop.sync.pairing_text import Pairing, compared_digits
from ecrm_desktop.sync.refusals import SyncRefusedError, trouble_of
from ecrm_desktop.sync.rounds import syncing_alone
from ecrm_desktop.sync.sealed_passwords import differences, open_all
from ecrm_desktop.sync.server.embedded import new_password
from ecrm_desktop.sync.shop_keys import ShopKeys, find_shop_keys
from ecrm_desktop.sync.transport import Transport

ENTERING: Final = "enter_shop"
"""The action of the group in which a file takes over the row of the shop that it enters."""

_PAGE: Final = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopThere:
    """What the server has: the shop's record as it travels; none where nobody brought one yet.

    `people` are those who work there, with their records; `founds`: this PC is the one whose shop
    a hub waits for.
    """

    id: UUID | None
    values: dict[str, Any]
    customers: int
    people: tuple[tuple[UUID, dict[str, Any]], ...] = ()
    founds: bool = False

    @property
    def has_passwords(self) -> bool:
        """Whether anybody who works there has one."""
        return any(values.get(SEALED["password_hash"]) for _key, values in self.people)

    @property
    def name(self) -> str:
        """What the shop is called."""
        return str(self.values.get("name") or "")

    @property
    def currency(self) -> str:
        """The shop's currency; "" where there is no shop."""
        return str(self.values.get("currency") or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopHere:
    """What this file has; `has_data`: more than what every new shop begins with.

    `people` are those who work here and would come along, `shop_id` is with whom it syncs already;
    `is_half`: not all that the server had came in yet.
    """

    shop: ShopRow | None
    customers: int
    people: int
    has_data: bool
    shop_id: UUID | None
    is_half: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """A look at a shop with a pairing that nobody used yet, or this PC did."""

    pairing: Pairing
    there: ShopThere
    _stay: Callable[[], None]

    def enter(self, database: Database, here: ShopHere, name: str) -> None:
        """Let a file sync with the shop from now on, under the name of this PC.

        The file takes over the shop's row instead of its own. What else it has is offered in the
        first round; what a new file begins with is not, the shop has its own. A file that syncs
        with this shop already goes on, as another device. Raises those of `check_entry`, SyncError
        SYNC_NO_KEYRING, SYNC_RUNNING, and DatabaseError; then the file is as it was.
        """
        check_entry(here, self.there, self.pairing)
        # A round that runs meanwhile would go on as whom the file was.
        with syncing_alone(database):
            self._stay()
            with database.transaction(ENTERING) as session:
                self._enter(session, here, name)

    def _enter(self, session: Session, here: ShopHere, name: str) -> None:
        if here.shop_id is not None:
            _go_on(session, self.pairing, name)
            return
        if self.there.id is not None:
            _take_over(session, here, self.there, self.pairing.shop)
        session.flush()
        address = self.pairing.address.text()
        join(session, address, self.pairing.shop, name, self.pairing.device)


@contextmanager
def visiting(pairing: Pairing) -> Iterator[Visit]:
    """Yield a look at the shop; SyncError for what does not work, PAIRING_USED among it.

    At a hub this uses the pairing up, for all PCs but this one. PAIRING_AWAITED (name, digits):
    somebody in the shop has to agree first; nothing was asked of it, and it is tried again.
    """
    address = pairing.address
    visit = (
        _at_hub(pairing, address) if isinstance(address, HubAddress) else _in_lan(pairing, address)
    )
    with visit as found:
        yield found


@contextmanager
def _in_lan(pairing: Pairing, address: ServerAddress) -> Iterator[Visit]:
    is_first = True
    try:
        connection = connect(address, pairing.password)
    except SyncError as error:
        if error.problem is not Problem.SYNC_PASSWORD_REFUSED:
            raise
        kept = _found(address.secret_name)
        if not kept:
            raise SyncError(Problem.PAIRING_USED) from error
        connection, is_first = connect(address, kept), False

    def stay() -> None:
        if is_first:
            # First where it stays: a password that only the server knows would open nothing.
            password = _kept(address.secret_name)
            with explained(address.host):
                change_password(connection, address.role, password)

    with connection:
        with explained(address.host):
            transport = DirectTransport(connection, pairing.shop)
            there = _look(transport, pairing)
            _ask_for_keys(transport, pairing, there)
        yield Visit(pairing, there, stay)


@contextmanager
def _at_hub(pairing: Pairing, address: HubAddress) -> Iterator[Visit]:
    # The same one again if this PC was here before: nobody knows whether it was answered.
    token = _found(address.secret_name) or _kept(address.secret_name)
    with explained(address.host), HubTransport(address, pairing.shop, token) as transport:
        joined = transport.enter(pairing.device, pairing.password, token)
        if joined.get("waiting"):
            digits = compared_digits(pairing, sha256(token.encode()).digest())
            raise SyncError(Problem.PAIRING_AWAITED, name=pairing.name, digits=digits)
        if "refused" in joined:
            raise _refusal(joined["refused"])
        there = _look(transport, pairing)
        _ask_for_keys(transport, pairing, there)
    yield Visit(pairing, replace(there, founds=joined["founds"]), lambda: None)


def _ask_for_keys(transport: Transport, pairing: Pairing, there: ShopThere) -> None:
    if there.id is not None:
        ask_early(transport, pairing.shop, pairing.device)


def _found(name: str) -> str:
    """Return the secret that the keyring has, "" for none; SYNC_NO_KEYRING if it does not answer.

    Another one in the place of a secret that the server knows would shut this PC out.
    """
    secret = find_password(name)
    if secret is None:
        raise SyncError(Problem.SYNC_NO_KEYRING)
    return secret


def _kept(name: str) -> str:
    """Return a new secret that the keyring has; SYNC_NO_KEYRING."""
    secret = new_password()
    if not keep_password(name, secret):
        raise SyncError(Problem.SYNC_NO_KEYRING)
    return secret


def _refusal(word: str) -> Exception:
    if word == "pairing_used":
        return SyncError(Problem.PAIRING_USED)
    return SyncRefusedError(trouble_of(word))


def look_here(session: Session) -> ShopHere:
    """Return what a file has that is to enter a shop."""
    living = Customer.deleted_at.is_(None), Customer.merged_into_id.is_(None)
    link = session.scalars(select(Link)).first()
    return ShopHere(
        shop=find_shop(session),
        customers=session.scalar(select(func.count()).where(*living)) or 0,
        people=session.scalar(select(func.count()).where(User.deleted_at.is_(None))) or 0,
        has_data=has_data(session),
        shop_id=None if link is None else link.shop_id,
        # Before the first round nobody said that there is anything.
        is_half=link is not None and None not in {link.filling, link.epoch},
    )


def check_entry(here: ShopHere, there: ShopThere, pairing: Pairing) -> None:
    """Raise why it cannot be: SYNC_JOINED_ELSEWHERE, SYNC_CURRENCY_DIFFERS (here, there).

    SYNC_SERVER_WITHOUT_SHOP where this file has not the shop that the server waits for: two files
    that bring one would make two of it. Where it waits, also as `check_whole`.
    """
    if here.shop_id not in {None, pairing.shop}:
        raise InvalidInput(Problem.SYNC_JOINED_ELSEWHERE)
    is_awaited = here.shop is not None and (
        there.founds or pairing.shop in {here.shop.id, here.shop_id}
    )
    if there.id is None and not is_awaited:
        raise SyncError(Problem.SYNC_SERVER_WITHOUT_SHOP)
    if there.id is None:
        check_whole(here)
    if here.shop is not None and here.has_data and there.currency not in {"", here.shop.currency}:
        raise InvalidInput(
            Problem.SYNC_CURRENCY_DIFFERS, here=here.shop.currency, there=there.currency
        )


def check_whole(here: ShopHere) -> None:
    """Raise SyncError SYNC_HALF_THERE if a file cannot be the first at a server of its shop."""
    if here.is_half:
        raise SyncError(Problem.SYNC_HALF_THERE)


def _look(transport: Transport, pairing: Pairing) -> ShopThere:
    device = pairing.device
    shops = {UUID(key): values for key, values in _records(transport, device, "shop")}
    shop = pairing.shop if pairing.shop in shops else min(shops, default=None)
    bin_unit = next(unit.name for unit in units("customers") if "deleted_at" in unit.columns)
    return ShopThere(
        id=shop,
        values={} if shop is None else shops[shop],
        customers=sum(
            values.get(bin_unit) is None and values.get("merged_into_id") is None
            for _key, values in _records(transport, device, "customers")
        ),
        people=tuple((UUID(key), values) for key, values in _records(transport, device, "users")),
    )


def _records(
    transport: Transport, device: UUID, table: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    after: UUID | None = None
    while True:
        answer = transport.fill(device, table, after, _PAGE)
        if "refused" in answer:
            raise SyncRefusedError(trouble_of(answer["refused"]))
        if not answer["records"]:
            return
        yield from answer["records"]
        after = UUID(answer["records"][-1][0])


def _take_over(session: Session, here: ShopHere, there: ShopThere, shop: UUID) -> None:
    """Put the shop's row in the place of this file's own, and see that nobody comes in by this.

    Who works there is known at once where nobody worked here: somebody has to be, to open it.
    """
    session.execute(delete(Shop))
    if not here.has_data:
        session.execute(delete(User))
        for key, values in there.people:
            _put(session, User.__tablename__, key, values)
        # With a key that is still to come, whoever has a password cannot open the file before.
        keys = find_shop_keys(shop) or ShopKeys()
        open_all(session, differences(session, keys))
    elif there.has_passwords:
        # Whoever has none here could otherwise be chosen by anybody on every PC of the shop.
        nobodys = User.password_hash == ""
        session.execute(update(User).where(nobodys).values(active=False))
    if there.id is None:
        raise RuntimeError
    _put(session, Shop.__tablename__, there.id, there.values)


def _put(session: Session, table: str, key: UUID, values: dict[str, Any]) -> None:
    """Write a record as it travels."""
    row: dict[str, Any] = {}
    for unit in units(table):
        row |= from_wire(table, unit, values.get(unit.name))
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    session.connection().exec_driver_sql(
        f"INSERT INTO {table} (id, {names}) VALUES (?, {marks})", (key.bytes, *row.values())
    )


def _go_on(session: Session, pairing: Pairing, name: str) -> None:
    link = the_link(session)
    link.address = pairing.address.text()
    if pairing.device in {link.device_id, link.previous_id}:
        return  # the same text once more
    link.failing_since, link.trouble = None, None
    # The file may be a copy: what was leased to the other one is not this one's.
    go_on_as(session, link, pairing.device, name)
