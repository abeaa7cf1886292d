"""A shop on a real server, which files join as the program does it, over a cable of each."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg

from ecrm_desktop.queries.digests import table_digests
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.address import ServerAddress
from ecrm_desktop.sync.engine import Round
from ecrm_desktop.sync.entering import look_here, visiting
from ecrm_desktop.sync.pairing_text import Pairing
from ecrm_desktop.sync.rounds import run_round
from ecrm_desktop.sync.server.administering import pair_device
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from ecrm_desktop.sync.server.installing import install, make_shop
from tests.helpers.cable import Cable


class SharedShop:
    """The server of the shop that a file has."""

    def __init__(self, cluster: EmbeddedPostgres, folder: Path, first: Database) -> None:
        name = re.sub(r"\W", "_", folder.name).lower()
        with psycopg.connect(cluster.conninfo(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"'.encode())
        self.admin: psycopg.Connection[Any] = psycopg.connect(
            cluster.conninfo(name), autocommit=True
        )
        install(self.admin)
        with first.reading() as session:
            self.shop = get_shop(session).id
        make_shop(self.admin, self.shop)
        self.cables: dict[str, Cable] = {}

    def pairing(self, name: str) -> Pairing:
        """Let a PC in, over a cable of its own."""
        self.cables[name] = cable = Cable(self.admin.info.port)
        given = pair_device(
            self.admin, self.shop, name, "127.0.0.1", self.admin.info.port, authority=None
        )
        assert isinstance(given.address, ServerAddress)
        return replace(given, address=replace(given.address, port=cable.port))

    def join(self, database: Database, name: str) -> Round:
        """Let a file join under the name of a PC, and sync it."""
        with visiting(self.pairing(name)) as visit:
            with database.reading() as session:
                here = look_here(session)
            visit.enter(database, here, name)
        return run_round(database)

    def close(self) -> None:
        """Pull all cables."""
        for cable in self.cables.values():
            cable.pull()
        self.admin.close()


def digests(database: Database) -> dict[str, str]:
    """Return what a file's tables hold."""
    with database.reading() as session:
        return table_digests(session)
