"""The hub's connections to its database, and what the database's errors mean to who asked."""

import queue
import threading
from collections.abc import Sequence
from typing import Any, Final

import psycopg

from ecrm_desktop.logs import LOGGER

_OPTIONS: Final = (
    "-c statement_timeout=60s -c lock_timeout=5s -c idle_in_transaction_session_timeout=10s"
)
_PATIENCE: Final = {
    "connect_timeout": "5",
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "application_name": "ecrm-hub",
}
_STATES: Final = (
    ("53100", 507),  # no room on the disk
    ("53", 503),
    ("57", 503),  # it is stopping, or took too long
    ("55P03", 503),  # somebody holds the shop's lock
    ("40", 503),
    ("08", 503),
    ("22", 400),
    ("54", 400),  # nested too deep, too many tables
)


class StoreError(Exception):
    """The database gave no answer; `status` is what HTTP calls that."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _CutError(StoreError):
    """The connection is gone."""


class Store:
    """Asks the database, from as many threads as there are connections.

    Connections are made when they are needed and stay open.
    """

    def __init__(self, conninfo: str) -> None:
        self._conninfo = psycopg.conninfo.make_conninfo(conninfo, options=_OPTIONS, **_PATIENCE)
        self._idle: queue.LifoQueue[psycopg.Connection[Any]] = queue.LifoQueue()
        self._lock = threading.Lock()
        self.connections = 0

    def ask(self, statement: bytes, values: Sequence[Any] = ()) -> str:
        """Return the one value of a statement's answer; StoreError."""
        try:
            connection = self._idle.get_nowait()
        except queue.Empty:
            return self._said(self._connected(), statement, values)
        try:
            return self._said(connection, statement, values)
        except _CutError:
            # While nobody used it. Whatever is asked may be asked twice.
            return self._said(self._connected(), statement, values)

    def answers(self) -> bool:
        """Return whether the database answers."""
        try:
            return self.ask(b"SELECT '1'") == "1"
        except StoreError:
            return False

    def close(self) -> None:
        """Close the connections that nobody uses."""
        while True:
            try:
                self._drop(self._idle.get_nowait())
            except queue.Empty:
                return

    def _said(
        self, connection: psycopg.Connection[Any], statement: bytes, values: Sequence[Any]
    ) -> str:
        try:
            row = connection.execute(statement, values, prepare=True).fetchone()
        except psycopg.Error as error:
            kind = _CutError if connection.closed else StoreError
            raise kind(_status(error)) from None
        finally:
            if connection.closed:
                self._drop(connection)
            else:
                self._idle.put(connection)
        return "" if row is None else str(row[0])

    def _connected(self) -> psycopg.Connection[Any]:
        try:
            connection: psycopg.Connection[Any] = psycopg.connect(self._conninfo, autocommit=True)
        except psycopg.Error as error:
            LOGGER.warning("no connection to the database: %s", type(error).__name__)
            raise StoreError(503) from None
        with self._lock:
            self.connections += 1
        return connection

    def _drop(self, connection: psycopg.Connection[Any]) -> None:
        connection.close()
        with self._lock:
            self.connections -= 1


def _status(error: psycopg.Error) -> int:
    """Return a status, and log what no PC is to blame for; never the message, which quotes."""
    state = error.sqlstate
    if state is None:
        is_data = isinstance(error, psycopg.DataError)
        return 400 if is_data else 503
    status = next((status for begin, status in _STATES if state.startswith(begin)), 500)
    if status != 400:  # noqa: PLR2004 - as HTTP has it
        LOGGER.error("the database failed: %s %s", state, type(error).__name__)
    return status
