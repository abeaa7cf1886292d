"""A shop on PCs that are joined and synced through the commands, as a person would type them."""

import re
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.models.sync import Link
from ecrm_desktop.queries.digests import table_digests
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.address import ServerAddress, parse_address
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from tests.helpers.command_line import Outcome, Run


@dataclass
class PairedPcs:
    """Two files, and the server's address as whoever looks after it types it."""

    run: Run
    cluster: EmbeddedPostgres
    url: str
    a: Path
    b: Path

    def admin(self, statement: str) -> list[Any]:
        """Do something on the server that no command does."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            result = connection.execute(statement.encode())
            return result.fetchall() if result.description else []

    def ok(self, *arguments: object) -> Outcome:
        """Run a command that has to succeed."""
        outcome = self.run(*arguments)
        assert outcome.status == 0, outcome.error
        return outcome

    def refused(self, *arguments: object) -> str:
        """Run a command that has to be refused; return its sentence."""
        outcome = self.run(*arguments)
        assert outcome.status == 2, outcome.out
        return outcome.error

    def pairing(self, name: str = "صندوق", *more: object) -> str:
        """Let a PC in, and return its text."""
        given = self.ok("server", "pair", self.url, "--name", name, "--json", *more)
        return str(given.json["text"])

    def sync(self, path: Path) -> Any:
        """Sync a file once."""
        return self.ok("sync", "--once", "--json", "--database", path).json

    def status(self, path: Path) -> Any:
        """Return how syncing of a file goes."""
        return self.ok("sync", "status", "--json", "--database", path).json


def in_lan(text: str) -> ServerAddress:
    """Return where the server of a link is, which is no hub."""
    address = parse_address(text)
    assert isinstance(address, ServerAddress)
    return address


def new_server(cluster: EmbeddedPostgres, run: Run, folder: Path) -> PairedPcs:
    """Make an empty database on a cluster, for files in a folder."""
    name = re.sub(r"\W", "_", folder.name).lower()
    with psycopg.connect(cluster.conninfo(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    parts = conninfo_to_dict(cluster.conninfo())
    url = f"postgresql://postgres:{parts['password']}@127.0.0.1:{parts['port']}/{name}"
    return PairedPcs(run, cluster, url, folder / "a.db", folder / "b.db")


def add_customer(path: Path, name: str) -> None:
    """Add a customer to a file."""
    database = Database(path)
    with database.transaction() as session:
        create_customer(session, CustomerDraft(first_name=name))
    database.close()


def digests(path: Path) -> dict[str, str]:
    """Return what a file's tables hold."""
    database = Database(path)
    with database.reading() as session:
        found = table_digests(session)
    database.close()
    return found


def is_joined(path: Path) -> bool:
    """Return whether a file syncs with anybody."""
    database = Database(path)
    with database.reading() as session:
        found = session.get(Link, 1) is not None
    database.close()
    return found


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
