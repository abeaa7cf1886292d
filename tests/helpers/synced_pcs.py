"""A shop on several PCs, each a real file with a real engine, around a real PostgreSQL."""

import shutil
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import psycopg

from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.digests import table_digests
from ecrm_desktop.services.customer_figures import refresh_figures
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.address import ServerAddress
from ecrm_desktop.sync.direct import DirectTransport
from ecrm_desktop.sync.engine import Engine, Round
from ecrm_desktop.sync.identity import begin_anew, take_identity
from ecrm_desktop.sync.joining import join
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, new_password
from ecrm_desktop.sync.server.installing import install, make_device, make_role, make_shop
from ecrm_desktop.sync.transport import Answer

_TABLES = (
    "record_tables",
    "records",
    "operations",
    "groups",
    "conflicts_of",
    "leases",
    "epochs",
    "heads",
)
_LEAVES = ("customer_phones", "interactions", "complaint_changes")
# Its password is nowhere: whoever asks by this address finds nobody.
_NOWHERE = ServerAddress(host="127.0.0.1", port=1, database="shop", role="pc").text()


class LostError(Exception):
    """The network lost a question or its answer."""


class ServedShop:
    """A shop in a database of its own on a running server."""

    def __init__(
        self, cluster: EmbeddedPostgres, name: str, *, copied_from: "ServedShop | None" = None
    ) -> None:
        """Make the database, or copy that of another shop, to which nobody is connected."""
        self._cluster = cluster
        self.name = name
        template = "template1" if copied_from is None else copied_from.name
        with psycopg.connect(cluster.conninfo("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        self.admin: psycopg.Connection[Any] = psycopg.connect(
            cluster.conninfo(name), autocommit=True
        )
        self._connections = [self.admin]
        self.passwords: dict[UUID, str] = {}
        if copied_from is None:
            self.shop = uuid4()
            install(self.admin)
            make_shop(self.admin, self.shop)
        else:
            self.shop = copied_from.shop
            self.passwords |= copied_from.passwords

    def transport(self, device: UUID) -> Any:
        """Let a device in, unless it was before, and return its way to the server."""
        role = f"pc_{device.hex}"
        password = self.passwords.get(device)
        if password is None:
            password = self.passwords[device] = new_password()
            make_role(self.admin, role, password)
            make_device(self.admin, self.shop, device, role)
        connection: psycopg.Connection[Any] = psycopg.connect(
            self._cluster.conninfo(self.name, user=role, password=password), autocommit=True
        )
        self._connections.append(connection)
        return DirectTransport(connection, self.shop)

    def keep(self) -> None:
        """Back the shop up on the server."""
        for table in (*_TABLES, "shops", "devices"):
            self.admin.execute(f"DROP TABLE IF EXISTS ecrm_sync.kept_{table}")
            self.admin.execute(
                f"CREATE TABLE ecrm_sync.kept_{table} AS SELECT * FROM ecrm_sync.{table}"
            )

    def put_back(self) -> None:
        """Restore the backup, as a hub's owner would: the history goes on from there anew.

        Who was paired since is known still; a server's backup of roles is another one.
        """
        with self.admin.transaction():
            for table in _TABLES:
                self.admin.execute(f"DELETE FROM ecrm_sync.{table}")
                self.admin.execute(
                    f"INSERT INTO ecrm_sync.{table} SELECT * FROM ecrm_sync.kept_{table}"
                )
            self.admin.execute(
                "UPDATE ecrm_sync.shops s SET revision = k.revision, restored_to = k.revision,"
                " thinned_to = k.thinned_to, epoch = gen_random_uuid()"
                " FROM ecrm_sync.kept_shops k WHERE k.shop = s.shop"
            )
            self.admin.execute(
                "UPDATE ecrm_sync.devices d SET batch = coalesce(k.batch, 0), digest = k.digest,"
                " answer = k.answer, cursor = coalesce(k.cursor, 0) FROM ecrm_sync.devices o"
                " LEFT JOIN ecrm_sync.kept_devices k ON k.id = o.id WHERE o.id = d.id"
            )

    def let_half_a_year_pass(self) -> None:
        """Let all that came about be old, and nobody have been seen since."""
        self.admin.execute("DELETE FROM ecrm_sync.heads")
        self.admin.execute(
            "INSERT INTO ecrm_sync.heads SELECT shop, current_date - 182, revision"
            " FROM ecrm_sync.shops"
        )
        self.admin.execute("UPDATE ecrm_sync.devices SET last_seen = last_seen - interval '182 d'")

    def dump(self) -> str:
        """Return all that the server has, as text."""
        rows = (
            str(text)
            for table in (*_TABLES, "shops", "devices")
            for (text,) in self.admin.execute(f"SELECT t::text FROM ecrm_sync.{table} t")
        )
        return "\n".join(rows)

    def close(self) -> None:
        """Close all connections."""
        for connection in self._connections:
            connection.close()

    def drop(self) -> None:
        """Remove its database from the server, which still runs: many would fill the disk."""
        with psycopg.connect(self._cluster.conninfo("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{self.name}"')


class LossyTransport:
    """A way on which questions and answers get lost, at random."""

    def __init__(self, inner: DirectTransport, random: Random, chance: float) -> None:
        self._inner = inner
        self._random = random
        self.chance = chance

    def __getattr__(self, name: str) -> Any:
        function = getattr(self._inner, name)

        def call(*arguments: Any) -> Answer:
            if self._random.random() < self.chance:
                raise LostError("question")
            answer: Answer = function(*arguments)
            if self._random.random() < self.chance:
                raise LostError("answer")
            return answer

        return call


class Pc:
    """One PC: its file, and its way to the server."""

    def __init__(self, path: Path, transport: Any, name: str) -> None:
        self.database = Database(path)
        self.name = name
        self.transport = transport
        self.engine = Engine(self.database, transport, name)

    @classmethod
    def joining(cls, served: ServedShop, path: Path, name: str, *, transport: Any = None) -> "Pc":
        """Let a file sync with a shop."""
        database = Database(path)
        with database.transaction() as session:
            device = join(session, _NOWHERE, served.shop, name)
        database.close()
        way: Any = served.transport(device)
        return cls(path, way if transport is None else transport(way), name)

    def sync(self) -> Round:
        """Run one round."""
        # So that `findings` tells whose figures a round makes wrong without marking them.
        refresh_figures(self.database)
        return self.engine.run_round()

    def digests(self) -> dict[str, str]:
        """Return what its tables hold."""
        with self.database.reading() as session:
            return table_digests(session)

    def findings(self) -> dict[Any, int]:
        """Return what `ecrm check` finds wrong."""
        with self.database.transaction() as session:
            return check_database(session).findings

    def refused(self) -> list[str]:
        """Return why groups were refused."""
        with self.database.reading() as session:
            rows = session.connection().exec_driver_sql("SELECT reason FROM refused_groups")
            return list(rows.scalars())

    def keep(self, to: Path) -> None:
        """Back the file up."""
        path = self.database.path
        self.database.close()
        shutil.copy(path, to)
        self._open(path)

    def put_back(self, backup: Path) -> None:
        """Restore the file, as the program does."""
        path = self.database.path
        self.database.close()
        shutil.copy(backup, path)
        self._open(path)
        with self.database.transaction("restore") as session:
            take_identity(session)

    def salvage(self, random: Random) -> None:
        """Let some of the file be lost, and the rest begin anew with the server's."""
        with self.database.transaction(captured=False) as session:
            connection = session.connection()
            for table in _LEAVES:
                ids = connection.exec_driver_sql(f"SELECT id FROM {table} ORDER BY id")
                for one in ids.scalars().all():
                    if random.random() < 0.2:
                        connection.exec_driver_sql(f"DELETE FROM {table} WHERE id = ?", (one,))
        with self.database.transaction("restore") as session:
            begin_anew(session)
        self.start_again()

    def start_again(self) -> None:
        """Begin with the file as it is, as after a crash."""
        path = self.database.path
        self.database.close()
        self._open(path)

    def _open(self, path: Path) -> None:
        self.database = Database(path)
        self.engine = Engine(self.database, self.transport, self.name)
