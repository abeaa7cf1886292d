"""A hub as a process: its socket, its certificate, its log, and its end."""

import asyncio
import json
import logging
import signal
import socket
import ssl
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import uvicorn

from ecrm_desktop.errors import FileError, Problem, SyncError
from ecrm_desktop.logs import LOGGER
from ecrm_desktop.sync.connecting import is_loopback
from ecrm_desktop.sync.hub.app import Hub
from ecrm_desktop.sync.hub.limits import Limits
from ecrm_desktop.sync.hub.store import Store
from ecrm_desktop.sync.server.certificates import private_authority

_KEEP_ALIVE: Final = 75
"""Seconds: PCs ask every 30 seconds, and an open connection saves them the handshake."""
_GRACE: Final = 30
_ON_ITS_WAY: Final = 0.5
_TICKS: Final = 10
"""Of uvicorn's, in a second."""
_BACKLOG: Final = 512
_MOST_CONNECTIONS: Final = 2_000
_CALL: Final = ("function", "status", "ms", "in", "out")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Files (PEM) that a hub serves TLS with: its certificate with those above it, and its key."""

    certificates: Path
    key: Path


def serve(
    conninfo: str,
    host: str,
    port: int,
    certificate: Certificate | None,
    limits: Limits,
    *,
    open_metrics: bool = False,
    as_long_as: Path | None = None,
    announce: Callable[[str], None],
) -> None:
    """Serve a database until SIGTERM or Ctrl+C, or until the file `as_long_as` is gone.

    What runs then is finished. `announce` is called with the hub's address once it is heard.
    SyncError SYNC_CLEAR_TEXT (host) if there is no certificate and others could read along,
    SYNC_PORT_TAKEN (port); FileError SYNC_CERTIFICATE_UNREADABLE (path) of a certificate that does
    not go with its key.
    """
    if certificate is None and not is_loopback(host):
        raise SyncError(Problem.SYNC_CLEAR_TEXT, host=host)
    with closing(Store(conninfo)) as store, _listening(host, port) as listener:
        _tell_authority(store, certificate)
        hub = Hub(store, limits, open_metrics=open_metrics)
        scheme = "http" if certificate is None else "https"
        where = f"{scheme}://{_shown(host)}:{listener.getsockname()[1]}"
        server = _Server(_config(hub, certificate), lambda: announce(where), as_long_as)
        with _log(), _stopping(server):
            asyncio.run(server.serve([listener]))


class _Server(uvicorn.Server):
    def __init__(
        self, config: uvicorn.Config, announce: Callable[[], None], as_long_as: Path | None
    ) -> None:
        super().__init__(config)
        self._announce = announce
        self._as_long_as = as_long_as

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._announce()

    async def on_tick(self, counter: int) -> bool:
        """Look once a second whether it is still wanted."""
        if counter % _TICKS == 0 and self._as_long_as is not None:
            self.should_exit |= not self._as_long_as.exists()
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Finish what runs, and wait for nobody who only keeps a connection open."""
        cutting = asyncio.create_task(self._cut_idle())
        await super().shutdown(sockets)
        cutting.cancel()

    async def _cut_idle(self) -> None:
        """Cut the connections on which nothing runs; TLS would wait half a minute for each."""
        answered = set()
        while True:
            for connection in list(self.server_state.connections):
                cycle = getattr(connection, "cycle", None)
                if cycle is None or cycle in answered:
                    connection.transport.abort()
                elif cycle.response_complete:
                    # What was just answered is still on its way.
                    answered.add(cycle)
            await asyncio.sleep(_ON_ITS_WAY)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to us: afterwards the database has to be stopped, too."""
        yield


def _config(hub: Hub, certificate: Certificate | None) -> uvicorn.Config:
    return uvicorn.Config(
        hub.app(),
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        # Whoever is on this computer may say whom it speaks for, as what ends TLS before us does.
        proxy_headers=certificate is None,
        forwarded_allow_ips="127.0.0.1",
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_GRACE,
        ssl_certfile=None if certificate is None else certificate.certificates,
        ssl_keyfile=None if certificate is None else certificate.key,
        ssl_context_factory=None if certificate is None else _modern,
    )


def _modern(_config: uvicorn.Config, made: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    context = made()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _tell_authority(store: Store, certificate: Certificate | None) -> None:
    """Let pairing texts have what PCs need to know this hub by."""
    found = None
    if certificate is not None:
        try:
            content = certificate.certificates.read_bytes()
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(
                certificate.certificates, certificate.key
            )
            found = private_authority(content)
        except (OSError, ValueError) as error:  # SSLError is an OSError
            raise FileError(
                Problem.SYNC_CERTIFICATE_UNREADABLE, path=certificate.certificates
            ) from error
    store.ask(b"SELECT ecrm_sync.serves_v1(%s, %s)::text", found or (None, None))


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    # Named as TCP, or else asyncio leaves each second packet waiting for the other side.
    kind = socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM
    with socket.socket(*kind, socket.IPPROTO_TCP) as listener:
        try:
            if sys.platform != "win32":  # there it would let two programs have one port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((host, port))
            listener.listen(_BACKLOG)
        except OSError as error:
            raise SyncError(Problem.SYNC_PORT_TAKEN, port=str(port)) from error
        yield listener


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


@contextmanager
def _stopping(server: uvicorn.Server) -> Iterator[None]:
    """End the server when it is asked to; a second time at once."""

    def stop(*_: object) -> None:
        server.force_exit = server.should_exit
        server.should_exit = True

    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(one, stop) for one in signals]
    try:
        yield
    finally:
        for one, handler in zip(signals, before, strict=True):
            signal.signal(one, handler)


@contextmanager
def _log() -> Iterator[None]:
    """Write one JSON object a line to standard error; without what anybody sent."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonFormatter())
    loggers = (LOGGER, logging.getLogger("uvicorn.error"))
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)


class _JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        # Messages of exceptions quote what people typed, so they are left out.
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        told |= {name: getattr(record, name) for name in _CALL if hasattr(record, name)}
        return json.dumps(told)
