"""Where a shop's server is and how it is known to be the right one; without any secret."""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Final

SERVER_NAME: Final = "server.ecrm.internal"
"""The name in every server's certificate: addresses change, and the authority is the shop's own."""

PORT: Final = 5432


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


def parse_address(text: str) -> ServerAddress:
    """Return what `ServerAddress.text` wrote."""
    kept = json.loads(text)
    return ServerAddress(**kept | {"authority": b64decode(kept["authority"])})
