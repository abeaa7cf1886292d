"""The one way from a PC to its shop's server, whichever kind of address that has."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.storage.keyring_secrets import find_password
from ecrm_desktop.sync.address import Address, HubAddress
from ecrm_desktop.sync.connecting import connected, explained
from ecrm_desktop.sync.direct import DirectTransport
from ecrm_desktop.sync.hub_transport import HubTransport
from ecrm_desktop.sync.transport import Transport


@contextmanager
def reaching(address: Address, shop: UUID) -> Iterator[Transport]:
    """Yield the way to a shop that this PC was let into, with what its keyring has.

    Whatever goes wrong on it is a SyncError: SYNC_PASSWORD_MISSING, and those of `connected` and
    `HubTransport`.
    """
    secret = find_password(address.secret_name)
    if not secret:
        raise SyncError(Problem.SYNC_PASSWORD_MISSING)
    if isinstance(address, HubAddress):
        with explained(address.host), HubTransport(address, shop, secret) as transport:
            yield transport
    else:
        with connected(address, secret) as connection:
            yield DirectTransport(connection, shop)
