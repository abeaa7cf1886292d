"""The web application: takes a call, asks the database, and gives back what that says."""

import asyncio
import json
import time
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import ip_address
from typing import Any, Final
from uuid import UUID

import anyio
import anyio.to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from ecrm_desktop.logs import LOGGER, log_failure
from ecrm_desktop.sync.hub.functions import FUNCTIONS, LARGEST_BODY, Function, MalformedError
from ecrm_desktop.sync.hub.limits import Buckets, Limits, Recent, network
from ecrm_desktop.sync.hub.metrics import Metrics
from ecrm_desktop.sync.hub.openapi import document
from ecrm_desktop.sync.hub.store import Store, StoreError

_GZIP: Final = 31  # of zlib's wbits
_SMALL: Final = 500
_LEVEL: Final = 1
_BEARER: Final = "bearer "
_KEPT_SECONDS: Final = 1.0
"""How long all who ask whether the database is there are told the same."""
_HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}
_WORDS: Final[Mapping[int, str]] = {
    400: "malformed",
    401: "unknown_device",
    404: "unknown_function",
    405: "wrong_method",
    408: "too_slow",
    413: "too_big",
    415: "wrong_kind",
    429: "slow_down",
    500: "failed",
    503: "busy",
    507: "full",
}
_STATUSES: Final[Mapping[str, int]] = {
    "unknown_device": 401,
    "revoked": 403,
    "not_allowed": 403,
    "pairing_used": 403,
    "too_old": 426,
    "slow_down": 429,
}
_REFUSED: Final = '{"refused": "'


class _RefusedError(Exception):
    def __init__(self, status: int, wait: int = 0) -> None:
        super().__init__(status)
        self.status = status
        self.wait = wait


@dataclass(slots=True)
class _Call:
    """One request, for what is counted and logged of it."""

    function: str
    taken: int = 0


class Hub:
    """Answers for all shops of one database; keeps nothing but counts of its own."""

    def __init__(self, store: Store, limits: Limits, *, open_metrics: bool = False) -> None:
        self._store = store
        self._limits = limits
        self._metrics = Metrics()
        self._open_metrics = open_metrics
        self._calls = Buckets(limits.rate, limits.rate * 2)
        self._failures = Buckets(limits.failures / 60, limits.failures)
        self._known = Recent()
        self._running: Counter[bytes] = Counter()
        self._threads = anyio.CapacityLimiter(limits.connections)
        self._looking: asyncio.Task[bool] | None = None
        self._looked = 0.0
        self._document = json.dumps(document()).encode()

    def app(self) -> Starlette:
        """Return the application."""
        return Starlette(
            routes=[
                Route("/v1/{shop}/{function}", self._call, methods=["POST"]),
                Route("/health", self._health, methods=["GET"]),
                Route("/metrics", self._tell_metrics, methods=["GET"]),
                Route("/openapi.json", self._tell_document, methods=["GET"]),
            ],
            exception_handlers={HTTPException: _told, Exception: _failed},
        )

    async def _call(self, request: Request) -> Response:
        function = FUNCTIONS.get(request.path_params["function"])
        if function is None:
            return _refusal(404)
        start = time.perf_counter()
        call = _Call(function.name)
        self._metrics.in_flight += 1
        try:
            response = await self._answered(request, function, call)
        except _RefusedError as refused:
            response = _refusal(refused.status, refused.wait)
        except StoreError as failed:
            response = _refusal(failed.status, 1)
        finally:
            self._metrics.in_flight -= 1
        seconds = time.perf_counter() - start
        given = len(response.body)
        self._metrics.note(function.name, response.status_code, seconds, call.taken, given)
        LOGGER.info(
            "call",
            extra={
                "function": function.name,
                "status": response.status_code,
                "ms": round(seconds * 1000, 1),
                "in": call.taken,
                "out": given,
            },
        )
        return response

    async def _answered(self, request: Request, function: Function, call: _Call) -> Response:
        shop = _id(request.path_params["shop"])
        address = network(request.client.host if request.client else "")
        token = b"" if function.is_open else _token(request)
        self._check_pace(token, address)
        kind = request.headers.get("content-type", "").partition(";")[0]
        if kind.strip().lower() != "application/json":
            raise _RefusedError(415)
        packing = request.headers.get("content-encoding", "identity")
        if packing not in {"identity", "gzip"}:
            raise _RefusedError(415)
        body = await self._body(request)
        call.taken = len(body)
        is_packed = "gzip" in request.headers.get("accept-encoding", "")

        def work() -> tuple[int, int, bytes, bool]:
            arguments = _parsed(function, _unpacked(body, packing))
            said = self._asked(function, shop, token, address, arguments)
            return *_status(said), *_packed(said.encode(), wanted=is_packed)

        if self._threads.statistics().tasks_waiting >= self._limits.waiting:
            raise _RefusedError(503, 1)
        with self._running_for(token or address.encode()):
            status, wait, content, is_packed = await anyio.to_thread.run_sync(
                work, limiter=self._threads
            )
        self._note_pace(status, token, address)
        headers = {"Content-Encoding": "gzip"} if is_packed else {}
        return _response(status, content, headers, wait)

    def _asked(
        self,
        function: Function,
        shop: UUID,
        token: bytes,
        address: str,
        arguments: Mapping[str, Any],
    ) -> str:
        values = (shop, *arguments.values())
        if function.is_open:
            return self._store.ask(function.statement, (*values, address))
        # Who takes another identity is known by the one before.
        device = arguments.get("previous") or arguments["device"]
        return self._store.ask(function.statement, (shop, device, token, *values))

    @contextmanager
    def _running_for(self, who: bytes) -> Iterator[None]:
        if self._running[who] >= self._limits.at_once:
            raise _RefusedError(429, 1)
        self._running[who] += 1
        try:
            yield
        finally:
            self._running[who] -= 1
            if not self._running[who]:
                del self._running[who]

    def _check_pace(self, token: bytes, address: str) -> None:
        wait = self._calls.seconds_to_wait(token) if token else 0
        # Whose token was right before does not suffer from what others do at the same address.
        if not (token and token in self._known):
            wait = max(wait, self._failures.seconds_to_wait(address))
        if wait:
            raise _RefusedError(429, wait)
        if token:
            self._calls.take(token)

    def _note_pace(self, status: int, token: bytes, address: str) -> None:
        if status == 401 or (status == 403 and not token):  # noqa: PLR2004 - as HTTP has them
            self._failures.take(address)
        elif token:
            self._known.add(token)

    async def _body(self, request: Request) -> bytes:
        try:
            if int(request.headers.get("content-length", "0")) > LARGEST_BODY:
                raise _RefusedError(413)
        except ValueError:
            raise _RefusedError(400) from None
        content = bytearray()
        try:
            async with asyncio.timeout(self._limits.seconds):
                async for chunk in request.stream():
                    content += chunk
                    if len(content) > LARGEST_BODY:
                        raise _RefusedError(413)
        except TimeoutError:
            raise _RefusedError(408) from None
        except ClientDisconnect:
            raise _RefusedError(400) from None
        return bytes(content)

    async def _health(self, _request: Request) -> Response:
        now = time.monotonic()
        if self._looking is None or (self._looking.done() and now - self._looked > _KEPT_SECONDS):
            self._looking = asyncio.create_task(self._look())
        try:
            async with asyncio.timeout(5):
                has_database = await asyncio.shield(self._looking)
        except TimeoutError:
            has_database = False
        status = "ok" if has_database else "failing"
        content = json.dumps({"status": status, "database": has_database}).encode()
        return _response(200 if has_database else 503, content)

    async def _look(self) -> bool:
        """Ask the database whether it is there, in turn with the calls: anybody may ask for it."""
        try:
            return await anyio.to_thread.run_sync(
                self._store.answers, abandon_on_cancel=True, limiter=self._threads
            )
        finally:
            self._looked = time.monotonic()

    async def _tell_metrics(self, request: Request) -> Response:
        if not self._open_metrics and not _is_here(request):
            return _refusal(404)
        text = self._metrics.text(database_connections=self._store.connections)
        return Response(text, headers=dict(_HEADERS), media_type="text/plain; version=0.0.4")

    async def _tell_document(self, _request: Request) -> Response:
        return _response(200, self._document)


def _id(text: str) -> UUID:
    if len(text) != 32 or set(text) - set("0123456789abcdef"):  # noqa: PLR2004 - hex digits
        raise _RefusedError(400)
    return UUID(text)


def _token(request: Request) -> bytes:
    said = request.headers.get("authorization", "")
    if not said[: len(_BEARER)].lower() == _BEARER or not said[len(_BEARER) :].strip():
        raise _RefusedError(401)
    return sha256(said[len(_BEARER) :].strip().encode()).digest()


def _unpacked(body: bytes, packing: str) -> bytes:
    if packing == "identity":
        return body
    unpacker = zlib.decompressobj(wbits=_GZIP)
    try:
        content = unpacker.decompress(body, LARGEST_BODY + 1)
    except zlib.error:
        raise _RefusedError(400) from None
    if len(content) > LARGEST_BODY:
        raise _RefusedError(413)
    if not unpacker.eof or unpacker.unused_data:
        raise _RefusedError(400)
    return content


def _parsed(function: Function, content: bytes) -> dict[str, Any]:
    try:
        return function.parse(json.loads(content))
    except (ValueError, RecursionError, MalformedError):
        raise _RefusedError(400) from None


def _packed(content: bytes, *, wanted: bool) -> tuple[bytes, bool]:
    if not wanted or len(content) < _SMALL:
        return content, False
    packer = zlib.compressobj(_LEVEL, wbits=_GZIP)
    return packer.compress(content) + packer.flush(), True


def _status(said: str) -> tuple[int, int]:
    """Return a status for what a function said, and how long to wait; the rest is 200."""
    if not said.startswith(_REFUSED):
        return 200, 0
    told = json.loads(said)
    return _STATUSES.get(told["refused"], 200), told.get("seconds", 0)


def _is_here(request: Request) -> bool:
    try:
        return request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _refusal(status: int, wait: int = 0) -> Response:
    word = _WORDS.get(status, "malformed")
    told = {"refused": word, "seconds": wait} if wait else {"refused": word}
    return _response(status, json.dumps(told).encode(), wait=wait)


def _response(
    status: int, content: bytes, headers: Mapping[str, str] | None = None, wait: int = 0
) -> Response:
    more = dict(headers or {})
    if status == 401:  # noqa: PLR2004 - as HTTP has it
        more["WWW-Authenticate"] = "Bearer"
    if wait:
        more["Retry-After"] = str(wait)
    return Response(content, status, headers={**_HEADERS, **more}, media_type="application/json")


async def _told(_request: Request, error: Exception) -> Response:
    """Say what the routes say, such as that there is no such path, as everything is said."""
    if not isinstance(error, HTTPException):
        raise TypeError
    response = _refusal(error.status_code)
    response.headers.update(error.headers or {})
    return response


async def _failed(_request: Request, error: Exception) -> Response:
    log_failure(error)
    return _refusal(500)
