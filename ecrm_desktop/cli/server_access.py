"""How commands reach a server as whoever looks after it, and which shop of it they mean."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from ecrm_desktop.cli.identity import ask, first_line
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.errors import InvalidInput, Problem, SyncError
from ecrm_desktop.i18n import translate
from ecrm_desktop.sync.server.administering import Admin, administering, parse_url, reached_at
from ecrm_desktop.values.text import clean

PASSWORD_FILE = "--password-file"  # noqa: S105 - the name of an option


@dataclass(frozen=True, slots=True)
class Server:
    """A server under the hands of whoever looks after it."""

    connection: Admin
    parts: dict[str, Any]

    def reached_at(self, address: str | None) -> tuple[str, int]:
        """As `administering.reached_at`."""
        return reached_at(self.parts, address)


@contextmanager
def server_at(url: str, password_file: Path | None) -> Iterator[Server]:
    """Yield a server; SyncError, or WrongUse where its password cannot be asked for."""
    with administering(url, password_from(password_file)) as connection:
        yield Server(connection, parse_url(url))


def password_from(file: Path | None) -> Callable[[], str]:
    """Return what finds a server's password: in a file, else by asking."""

    def password() -> str:
        if file is not None:
            return first_line(file)
        return ask(translate("CommandLine", "Password of the server: "), PASSWORD_FILE)

    return password


def pc_name(text: str) -> str:
    """Return a computer's name as it is stored; those of `clean`, or NAME_MISSING."""
    name = clean(text)
    if not name:
        raise InvalidInput(Problem.NAME_MISSING)
    return name


def meant_shop(shops: tuple[UUID, ...], shop: UUID | None) -> UUID:
    """Return the only shop, or the one that is asked for; WrongUse or SYNC_SERVER_WITHOUT_SHOP."""
    if not shops or (shop is not None and shop not in shops):
        raise SyncError(Problem.SYNC_SERVER_WITHOUT_SHOP)
    if shop is not None:
        return shop
    if len(shops) > 1:
        raise WrongUse(
            translate(
                "CommandLine",
                "There are several shops in this database; say which one: --shop ID ({shops})",
                shops=", ".join(map(str, shops)),
            )
        )
    return shops[0]
