"""The server's functions called through a hub, over HTTPS."""

import json
import socket
import ssl
import zlib
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any, Final, Self
from uuid import UUID

import requests
from requests.adapters import HTTPAdapter

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.sync.address import HubAddress, parse_hub_url
from ecrm_desktop.sync.transport import Answer

_SECONDS: Final = (10.0, 90.0)
"""To connect, and until an answer begins or goes on."""
_SMALL: Final = 200
_LEVEL: Final = 4
_LARGEST_ANSWER: Final = 64 * 1024 * 1024
_CHUNK: Final = 65_536
_GZIP: Final = 31  # of zlib's wbits

_OF_THE_PROTOCOL: Final = frozenset({200, 400, 401, 403, 413, 426})
_STATUSES: Final[Mapping[int, Problem]] = {
    404: Problem.SYNC_SERVER_OLD,
    408: Problem.SYNC_UNREACHABLE,
    429: Problem.SYNC_SLOWED,
    500: Problem.SYNC_SERVER_FAILED,
    502: Problem.SYNC_UNREACHABLE,
    503: Problem.SYNC_UNREACHABLE,
    504: Problem.SYNC_UNREACHABLE,
    507: Problem.SYNC_SERVER_FULL,
}


class HubTransport:
    """Calls the functions for one shop with the token of this PC; used by one thread at a time.

    The connection stays open between the calls. Each call raises SyncError where no answer came:
    SYNC_UNREACHABLE, SYNC_CERTIFICATE_WRONG, SYNC_NO_HUB, SYNC_SLOWED, SYNC_SERVER_OLD, _NEW, _FULL
    or _FAILED, SYNC_HUB_ADDRESS_WRONG and SYNC_CLEAR_TEXT.
    """

    def __init__(self, address: HubAddress, shop: UUID, token: str) -> None:
        self._host = address.host
        self._is_looked_up = False
        self._base = f"{parse_hub_url(address.url)}/v1/{shop.hex}/"
        self._session = requests.Session()
        # Whatever this computer's user set for other programs: proxies, passwords, certificates.
        self._session.trust_env = False
        self._session.headers.clear()
        self._session.headers.update(
            {
                "Authorization": f"Bearer {token}",
                "Accept-Encoding": "gzip",
                "User-Agent": "ecrm",
                "Cache-Control": "no-store",
                "Content-Type": "application/json",
            }
        )
        if address.authority:
            self._session.mount(
                "https://", _PinnedAdapter(address.authority, address.certificate_name)
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._session.close()

    def enter(self, device: UUID, code: str, token: str) -> Answer:
        """Come in with the code of an invitation, and with the token from now on, or wait."""
        return self._call("enter", device=device.hex, code=code, token=token)

    def expect(self, device: UUID, name: str, code: bytes) -> Answer:
        """Invite another PC, with what the SHA-256 `code` is of; who manages the shop may."""
        return self._call("expect", device=device.hex, name=name, code=code.hex())

    def arrived(self, device: UUID, account: UUID) -> Answer:
        """Ask whether somebody came with an invitation."""
        return self._call("arrived", device=device.hex, account=account.hex)

    def admit(self, device: UUID, account: UUID, token: bytes, *, agreed: bool) -> Answer:
        """Let in whoever came with this token, or turn it away."""
        return self._call(
            "admit",
            device=device.hex,
            account=account.hex,
            token=token.hex(),
            agreed=int(agreed),
        )

    def hello(
        self, device: UUID, previous: UUID | None, epoch: UUID | None, name: str, schema: str
    ) -> Answer:
        """As `Transport.hello`."""
        return self._call(
            "hello",
            device=device.hex,
            previous=None if previous is None else previous.hex,
            epoch=None if epoch is None else epoch.hex,
            name=name,
            schema=schema,
        )

    def push(self, device: UUID, epoch: UUID, batch: int, digest: bytes, payload: str) -> Answer:
        """As `Transport.push`."""
        return self._call(
            "push",
            device=device.hex,
            epoch=epoch.hex,
            batch=batch,
            digest=digest.hex(),
            payload=payload,
        )

    def pull(self, device: UUID, epoch: UUID, batch: int, cursor: int, limit: int) -> Answer:
        """As `Transport.pull`."""
        return self._call(
            "pull", device=device.hex, epoch=epoch.hex, batch=batch, cursor=cursor, limit=limit
        )

    def fill(self, device: UUID, table: str, after: UUID | None, limit: int) -> Answer:
        """As `Transport.fill`."""
        key = None if after is None else after.hex
        return self._call("fill", device=device.hex, table=table, after=key, limit=limit)

    def lease(self, device: UUID, name: str, count: int, at_least: int) -> Answer | list[int]:
        """As `Transport.lease`."""
        answer: Answer | list[int] = self._ask(
            "lease", {"device": device.hex, "name": name, "count": count, "at_least": at_least}
        )
        return answer

    def digests(self, device: UUID) -> Answer:
        """As `Transport.digests`."""
        return self._call("digest", device=device.hex)

    def ranges(self, device: UUID, table: str, size: int) -> Answer:
        """As `Transport.ranges`."""
        return self._call("ranges", device=device.hex, table=table, size=size)

    def thin(self, device: UUID) -> Answer:
        """As `Transport.thin`."""
        return self._call("thin", device=device.hex)

    def devices(self, device: UUID) -> Answer:
        """As `Transport.devices`."""
        return self._call("devices", device=device.hex)

    def revoke(self, device: UUID, other: UUID) -> Answer:
        """As `Transport.revoke`."""
        return self._call("revoke", device=device.hex, other=other.hex)

    def keys(self, device: UUID, holds: bool | None, box: bytes | None) -> Answer:  # noqa: FBT001
        """As `Transport.keys`."""
        sent = None if box is None else box.hex()
        known = None if holds is None else int(holds)
        return self._call("keys", device=device.hex, holds=known, box=sent)

    def give_keys(self, device: UUID, other: UUID, box: bytes, given: bytes) -> Answer:
        """As `Transport.give_keys`."""
        return self._call(
            "give_keys", device=device.hex, other=other.hex, box=box.hex(), given=given.hex()
        )

    def found(self, device: UUID, epochs: str, revision: int) -> Answer:
        """As `Transport.found`."""
        return self._call("found", device=device.hex, epochs=epochs, revision=revision)

    def _call(self, function: str, **arguments: Any) -> Answer:
        answer: Answer = self._ask(function, arguments)
        return answer

    def _ask(self, function: str, arguments: Mapping[str, Any]) -> Any:
        if not self._is_looked_up:
            _refuse_link_local(self._host)
            self._is_looked_up = True
        body = json.dumps(arguments, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {}
        if len(body) > _SMALL:
            packer = zlib.compressobj(_LEVEL, wbits=_GZIP)
            body = packer.compress(body) + packer.flush()
            headers["Content-Encoding"] = "gzip"
        try:
            with self._session.post(
                self._base + function,
                data=body,
                headers=headers,
                timeout=_SECONDS,
                allow_redirects=False,
                stream=True,
            ) as response:
                return self._answer(response)
        except requests.exceptions.SSLError as error:
            raise SyncError(Problem.SYNC_CERTIFICATE_WRONG, host=self._host) from error
        except (requests.exceptions.RequestException, UnicodeError) as error:
            raise SyncError(Problem.SYNC_UNREACHABLE, host=self._host) from error

    def _answer(self, response: requests.Response) -> Any:
        status = response.status_code
        if status in _STATUSES:
            raise SyncError(_STATUSES[status], host=self._host)
        said = response.headers.get("Content-Type", "")
        if status not in _OF_THE_PROTOCOL or not said.startswith("application/json"):
            raise SyncError(Problem.SYNC_NO_HUB, host=self._host)
        content = bytearray()
        for chunk in response.iter_content(_CHUNK):
            content += chunk
            if len(content) > _LARGEST_ANSWER:
                raise SyncError(Problem.SYNC_NO_HUB, host=self._host)
        try:
            answer = json.loads(bytes(content))
        except ValueError as error:
            raise SyncError(Problem.SYNC_NO_HUB, host=self._host) from error
        if status == requests.codes.upgrade_required and "thinned_to" not in answer:
            raise SyncError(Problem.SYNC_SERVER_NEW, host=self._host)
        if status != requests.codes.ok and "refused" not in answer:
            raise SyncError(Problem.SYNC_NO_HUB, host=self._host)
        return answer


class _PinnedAdapter(HTTPAdapter):
    """Speaks with whom this authority signed, under the certificate's name, and nobody else."""

    def __init__(self, authority: bytes, name: str) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._context.minimum_version = ssl.TLSVersion.TLSv1_2
        # The authority may be the hub's own certificate.
        self._context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        self._context.load_verify_locations(cadata=authority)
        self._name = name or None
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Let every connection be of this kind."""
        super().init_poolmanager(
            *args,
            **kwargs,
            ssl_context=self._context,
            server_hostname=self._name,
            assert_hostname=self._name,
        )

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave out the authorities that are known everywhere, which requests would add."""
        conn.cert_reqs = "CERT_REQUIRED"


def _refuse_link_local(host: str) -> None:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SyncError(Problem.SYNC_UNREACHABLE, host=host) from error
    if any(ip_address(str(where[4][0]).partition("%")[0]).is_link_local for where in found):
        raise SyncError(Problem.SYNC_HUB_ADDRESS_WRONG)
