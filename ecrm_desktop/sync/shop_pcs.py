"""The shop's other PCs: which there are, and letting them in or shutting them out from this one."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.models.sync import Link
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.address import CLEAR_HOST, HubAddress, parse_address
from ecrm_desktop.sync.handing_keys import KeyRing
from ecrm_desktop.sync.hub_transport import HubTransport
from ecrm_desktop.sync.pairing_text import Pairing, compared_digits
from ecrm_desktop.sync.reaching import reaching
from ecrm_desktop.sync.refusals import SyncRefusedError, trouble_of
from ecrm_desktop.sync.rounds import Elsewhere, joined, syncing_alone
from ecrm_desktop.sync.server.embedded import new_password
from ecrm_desktop.sync.transport import Answer, Transport

_REFUSALS: Final[Mapping[str, Problem]] = {
    "not_allowed": Problem.SYNC_NOT_MANAGER,
    "unknown_other": Problem.SYNC_PC_UNKNOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopPc:
    """A PC under one identity, as the server knows it; `pc` is the first identity of the same one.

    `behind` is how many revisions it has not asked for yet. One that `manages` the shop may let
    others in and shut them out.
    """

    id: UUID
    pc: UUID
    number: int
    name: str
    schema: str
    last_seen: datetime | None
    behind: int
    manages: bool
    revoked: datetime | None
    is_this: bool


def shop_pcs(database: Database, *, elsewhere: Elsewhere = nullcontext) -> list[ShopPc]:
    """Return all PCs of the shop by their numbers; SYNC_NOT_JOINED and those of `reaching`.

    The server is waited for within `elsewhere`; Cancelled if that raises it.
    """
    with _asking(database, elsewhere) as (link, transport):
        answer = _checked(transport.devices(link.device_id))
    rows = [_pc(row) for row in answer["devices"]]
    this = {row.pc for row in rows if row.id == link.device_id}
    return [replace(row, is_this=row.pc in this) for row in rows]


def revoke_pc(database: Database, other: UUID, *, elsewhere: Elsewhere = nullcontext) -> None:
    """Shut another PC out, under whatever identity it is known; what it has stays on it.

    Raises as `shop_pcs`, SYNC_NOT_MANAGER where this PC is or may not, and SYNC_PC_UNKNOWN.
    """
    with _asking(database, elsewhere) as (link, transport):
        _checked(transport.revoke(link.device_id, other))


def invite_pc(
    database: Database, name: str, *, url: str = "", elsewhere: Elsewhere = nullcontext
) -> Pairing:
    """Invite another PC through the shop's hub; the text is good for ten minutes and one PC.

    Whoever comes with it waits for `admit_pc`, and is given the shop's keys only then. `url` is
    where the others find the hub of this computer, if it is one. Raises as `shop_pcs`,
    SYNC_NOT_MANAGER, and SYNC_PAIRED_AT_SERVER where there is no hub.
    """
    code = new_password()
    with _through_hub(database, elsewhere) as (link, transport):
        address = parse_address(link.address)
        if not isinstance(address, HubAddress):
            raise SyncError(Problem.SYNC_PAIRED_AT_SERVER)
        digest = sha256(code.encode()).digest()
        device = UUID(_checked(transport.expect(link.device_id, name, digest))["device"])
    return Pairing(
        address=replace(
            address, account=device, url=url if url and address.host == CLEAR_HOST else address.url
        ),
        shop=link.shop_id,
        device=device,
        name=name,
        password=code,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Who came with an invitation: its `digits` are compared with those on its screen.

    `is_in`: somebody has agreed already.
    """

    token: bytes
    digits: str
    is_in: bool


def arrival(
    database: Database, pairing: Pairing, *, elsewhere: Elsewhere = nullcontext
) -> Arrival | None:
    """Return who came with an invitation of this PC; None while nobody has.

    Raises as `shop_pcs`, SYNC_NOT_MANAGER, and SYNC_PC_UNKNOWN where it is over.
    """
    with _through_hub(database, elsewhere) as (link, transport):
        told = _checked(transport.arrived(link.device_id, pairing.device))
    if told["token"] is None:
        return None
    token = bytes.fromhex(told["token"])
    digits = compared_digits(pairing, token)
    return Arrival(token=token, digits=digits, is_in=told["confirmed"])


def admit_pc(
    database: Database,
    pairing: Pairing,
    came: Arrival,
    *,
    agreed: bool,
    elsewhere: Elsewhere = nullcontext,
) -> None:
    """Let in who came, or turn it away for good; raises as `arrival`."""
    with _through_hub(database, elsewhere) as (link, transport):
        _checked(transport.admit(link.device_id, pairing.device, came.token, agreed=agreed))


def fetch_keys(database: Database, *, elsewhere: Elsewhere = nullcontext) -> None:
    """Take the shop's keys if another PC has given them, and open what is sealed.

    Raises as `shop_pcs`, and DatabaseError.
    """
    with syncing_alone(database), _asking(database, elsewhere) as (_link, transport):
        KeyRing(database, transport).look()


@contextmanager
def _through_hub(database: Database, elsewhere: Elsewhere) -> Iterator[tuple[Link, HubTransport]]:
    with _asking(database, elsewhere) as (link, transport):
        if not isinstance(transport, HubTransport):
            raise SyncError(Problem.SYNC_PAIRED_AT_SERVER)
        yield link, transport


@contextmanager
def _asking(database: Database, elsewhere: Elsewhere) -> Iterator[tuple[Link, Transport]]:
    with database.reading() as session:
        link = joined(session)
    with elsewhere(), reaching(parse_address(link.address), link.shop_id) as transport:
        yield link, transport


def _checked(answer: Answer) -> Answer:
    if "refused" not in answer:
        return answer
    word = str(answer["refused"])
    if word in _REFUSALS:
        raise SyncError(_REFUSALS[word])
    raise SyncRefusedError(trouble_of(word))


def _pc(row: Mapping[str, Any]) -> ShopPc:
    return ShopPc(
        id=UUID(row["id"]),
        pc=UUID(row["pc"]),
        number=row["number"],
        name=row["name"],
        schema=row["schema"],
        last_seen=_instant(row["last_seen"]),
        behind=row["behind"],
        manages=row["manages"],
        revoked=_instant(row["revoked"]),
        is_this=False,
    )


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)
