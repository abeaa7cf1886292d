"""Where a shop's server is and how it is known to be the right one; without any secret."""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import urlsplit
from uuid import UUID

from ecrm_desktop.errors import Problem, SyncError

SERVER_NAME: Final = "server.ecrm.internal"
"""The name in every server's certificate: addresses change, and the authority is the shop's own."""

PORT: Final = 5432
CLEAR_HOST: Final = "127.0.0.1"
"""The only host that a hub is spoken to unencrypted at: this computer itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAddress:
    """A database of a server, and the role that a PC logs in as.

    `authority` is the certificate (DER) that the server's own one must be signed with. Without one
    nothing is encrypted, which is for servers on the same computer alone.
    """

    host: str
    port: int
    database: str
    role: str
    authority: bytes = b""

    @property
    def where(self) -> str:
        """What people are told."""
        return f"{self.host}:{self.port}/{self.database}"

    @property
    def secret_name(self) -> str:
        """Under which name the keyring has what lets this PC in."""
        return self.role

    @property
    def is_encrypted(self) -> bool:
        """Whether nobody on the way can read along."""
        return bool(self.authority)

    def text(self) -> str:
        """Return it as `Link.address` keeps it."""
        return json.dumps(
            {
                "host": self.host,
                "port": self.port,
                "database": self.database,
                "role": self.role,
                "authority": b64encode(self.authority).decode(),
            },
            ensure_ascii=False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HubAddress:
    """A hub, and the account that a PC has there; `url` is as `parse_hub_url` returns it.

    `authority` is the certificate (DER) that the hub's own one must be signed with, or be; without
    one, one of those that every computer knows. The hub's own certificate is for
    `certificate_name`, for the host of `url` where that is empty.
    """

    url: str
    account: UUID
    authority: bytes = b""
    certificate_name: str = ""

    @property
    def host(self) -> str:
        """The hub's name or address alone."""
        return urlsplit(self.url).hostname or ""

    @property
    def where(self) -> str:
        """What people are told."""
        return self.url

    @property
    def secret_name(self) -> str:
        """Under which name the keyring has what lets this PC in."""
        return f"ecrm_hub_{self.account.hex}"

    @property
    def is_encrypted(self) -> bool:
        """Whether nobody on the way can read along."""
        return self.url.startswith("https:")

    def text(self) -> str:
        """Return it as `Link.address` keeps it."""
        return json.dumps(
            {
                "url": self.url,
                "account": self.account.hex,
                "authority": b64encode(self.authority).decode(),
                "certificate_name": self.certificate_name,
            },
            ensure_ascii=False,
        )


Address: TypeAlias = ServerAddress | HubAddress


def parse_address(text: str) -> Address:
    """Return what `ServerAddress.text` or `HubAddress.text` wrote."""
    kept = json.loads(text)
    kept["authority"] = b64decode(kept["authority"])
    if "url" in kept:
        return HubAddress(**kept | {"account": UUID(kept["account"])})
    return ServerAddress(**kept)


def parse_hub_url(text: str) -> str:
    """Return a hub's address without anything that is too much.

    SyncError SYNC_HUB_ADDRESS_WRONG, or SYNC_CLEAR_TEXT (host) if it is http to another computer.
    """
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as error:
        raise SyncError(Problem.SYNC_HUB_ADDRESS_WRONG) from error
    has_more = parts.query or parts.fragment or parts.username is not None
    if parts.scheme not in {"https", "http"} or not parts.hostname or has_more:
        raise SyncError(Problem.SYNC_HUB_ADDRESS_WRONG)
    host = parts.hostname
    if parts.scheme == "http" and host != CLEAR_HOST:
        raise SyncError(Problem.SYNC_CLEAR_TEXT, host=host)
    named = f"[{host}]" if ":" in host else host
    where = named if port is None else f"{named}:{port}"
    return f"{parts.scheme}://{where}{parts.path.rstrip('/')}"
