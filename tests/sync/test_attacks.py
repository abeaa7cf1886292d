import uuid
from collections.abc import Iterator
from typing import Any, Final

import psycopg
import pytest
from psycopg import errors, sql

from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from ecrm_desktop.sync.server.installing import OWNER, make_role, revoke_device
from tests.helpers.sync_shops import Pc, TwoShops, group, operation

TABLES: Final = (
    "shops",
    "devices",
    "record_tables",
    "records",
    "operations",
    "groups",
    "conflicts_of",
    "leases",
    "epochs",
    "heads",
    "accounts",
    "failed_tries",
    "hub",
    "migrations",
)
CALLS: Final[dict[str, tuple[Any, ...]]] = {
    "hello_v1": (None, None, "PC", "0012"),
    "push_v1": (uuid.UUID(int=0), 1, bytes(32), "{}"),
    "pull_v1": (uuid.UUID(int=0), None, 0, 10),
    "fill_v1": ("", None, 10),
    "digest_v1": (),
    "ranges_v1": ("customers", 10),
    "lease_v1": ("customer", 10, 1),
    "devices_v1": (),
    "revoke_v1": (uuid.UUID(int=1),),
    "keys_v1": (False, bytes(32)),
    "found_v1": ("[]", 1),
    "thin_v1": (),
    "give_keys_v1": (uuid.UUID(int=1), bytes(32), bytes(33)),
}
HUB_CALLS: Final[dict[str, tuple[Any, ...]]] = {
    "sign_in_v1": (bytes(32),),
    "invite_v1": ("PC", bytes(32)),
    "join_v1": (bytes(32), bytes(32), "192.0.2.1"),
    "expect_v1": ("PC", bytes(32)),
    "enter_v1": (bytes(32), bytes(32), "192.0.2.1"),
    "arrived_v1": (uuid.UUID(int=1),),
    "admit_v1": (uuid.UUID(int=1), bytes(32), True),
}
UNKNOWN: Final = {"refused": "unknown_device"}


@pytest.fixture(scope="module")
def attacker(cluster: EmbeddedPostgres, server: Any) -> Iterator[Any]:
    """The connection of a PC, which nothing leaves a trace in."""
    shops = TwoShops(cluster, server)
    yield shops.first.connection
    shops.close()


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM ecrm_sync.{}",
        "DELETE FROM ecrm_sync.{}",
        "TRUNCATE ecrm_sync.{} CASCADE",
        "DROP TABLE ecrm_sync.{}",
        "ALTER TABLE ecrm_sync.{} DISABLE ROW LEVEL SECURITY",
        "COPY ecrm_sync.{} TO STDOUT",
        "DO $$ BEGIN LOCK TABLE ecrm_sync.{}; END $$",
        "CREATE RULE r AS ON INSERT TO ecrm_sync.{} DO INSTEAD NOTHING",
    ],
)
def test_no_table_is_read_or_changed(attacker: Any, statement: str) -> None:
    for table in TABLES:
        refused(attacker, statement.format(table))


@pytest.mark.parametrize(
    "statement",
    [
        # history
        "UPDATE ecrm_sync.operations SET fields = '{}'",
        "INSERT INTO ecrm_sync.operations SELECT",
        "UPDATE ecrm_sync.shops SET revision = 0",
        "UPDATE ecrm_sync.devices SET revoked = NULL",
        # becoming somebody else
        f"SET ROLE {OWNER}",
        "SET ROLE postgres",
        "SET ROLE ecrm_sync_hub",
        f"SET SESSION AUTHORIZATION {OWNER}",
        "GRANT ecrm_sync_hub TO CURRENT_USER",
        "ALTER ROLE CURRENT_USER SUPERUSER",
        "ALTER ROLE CURRENT_USER CREATEROLE",
        "ALTER ROLE postgres PASSWORD 'x'",
        "CREATE ROLE another LOGIN",
        "SET session_replication_role = replica",
        # files and programs of the server
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_ls_dir('.')",
        "COPY (SELECT 1) TO PROGRAM 'true'",
        "COPY (SELECT 1) TO '/tmp/written'",
        "SELECT lo_import('/etc/passwd')",
        "SELECT pg_reload_conf()",
        "ALTER SYSTEM SET fsync = off",
        "SELECT pg_stat_reset()",
        # letting oneself in
        "INSERT INTO ecrm_sync.accounts SELECT",
        "UPDATE ecrm_sync.devices SET manages = true",
        "DELETE FROM ecrm_sync.failed_tries",
        # leaving something behind
        "CREATE TABLE public.mine (a integer)",
        "CREATE TABLE ecrm_sync.mine (a integer)",
        "CREATE TEMPORARY TABLE mine (a integer)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION public.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION pg_temp.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE DATABASE mine",
        "SELECT lo_create(0)",
        "SELECT lo_creat(-1)",
        "SELECT lo_from_bytea(0, 'a')",
        # the functions themselves
        "ALTER FUNCTION ecrm_sync.digest_v1 SECURITY INVOKER",
        "DROP FUNCTION ecrm_sync.digest_v1",
        "DROP SCHEMA ecrm_sync CASCADE",
    ],
)
def test_nothing_but_the_functions_is_allowed(attacker: Any, statement: str) -> None:
    refused(attacker, statement)


def test_a_device_may_call_its_functions_and_no_other(two_shops: TwoShops) -> None:
    found = two_shops.server.execute(
        """SELECT p.proname FROM pg_proc p
        WHERE p.pronamespace = 'ecrm_sync'::regnamespace
        AND has_function_privilege(%s, p.oid, 'EXECUTE')""",
        [two_shops.first.role],
    )

    assert sorted(name for (name,) in found) == sorted(CALLS)
    me = two_shops.first
    for function, arguments in (*HUB_CALLS.items(), ("shut_out", ())):
        with pytest.raises(errors.InsufficientPrivilege):
            me.call(function, *arguments)
    refused(me.connection, "SELECT ecrm_sync.serves_v1('x', 'y')")
    refused(me.connection, "SELECT ecrm_sync.version_v1()")
    refused(me.connection, "SELECT ecrm_sync.invite(gen_random_uuid(), 'x', 'y', true, NULL)")
    refused(
        me.connection,
        "SELECT ecrm_sync.entered(gen_random_uuid(), gen_random_uuid(), 'x', 'y', 'z', true)",
    )


def test_the_functions_have_a_path_of_their_own(two_shops: TwoShops) -> None:
    found = two_shops.server.execute(
        """SELECT p.proname, p.prosecdef, r.rolname, p.proconfig FROM pg_proc p
        JOIN pg_roles r ON r.oid = p.proowner
        WHERE p.pronamespace = 'ecrm_sync'::regnamespace AND p.proname LIKE '%\\_v1'"""
    )

    for _, is_definer, owner, settings in found:
        assert is_definer
        assert owner == OWNER
        assert "search_path=ecrm_sync, pg_temp" in settings


@pytest.mark.parametrize("function", CALLS)
def test_another_shop_or_device_is_never_spoken_for(two_shops: TwoShops, function: str) -> None:
    me, other = two_shops.first, two_shops.second
    stranger = two_shops.stranger
    arguments = CALLS[function]

    for shop, device in (
        (stranger.shop, stranger.device),
        (stranger.shop, me.device),
        (me.shop, stranger.device),
        (me.shop, other.device),
        (me.shop, uuid.uuid4()),
        (uuid.uuid4(), me.device),
        (None, me.device),
    ):
        assert me.call_as(shop, device, function, *arguments) == UNKNOWN
    nobody = me.call_as(me.shop, None, function, *arguments)
    assert nobody in (UNKNOWN, {"refused": "malformed"})


def test_a_shop_that_was_named_beforehand_opens_nothing(two_shops: TwoShops) -> None:
    stranger = two_shops.stranger
    stranger.push(group(operation("c", uuid.uuid4().hex, name="x")))
    me = two_shops.first

    me.connection.execute("SELECT set_config('ecrm.shop', %s, false)", [str(stranger.shop)])

    refused(me.connection, "SELECT * FROM ecrm_sync.records")
    assert me.records() == {}
    assert me.pull()["groups"] == []


def test_an_identity_of_somebody_else_is_not_taken_over(two_shops: TwoShops) -> None:
    me, other = two_shops.first, two_shops.second

    for device, previous in (
        (uuid.uuid4(), other.device),
        (uuid.uuid4(), two_shops.stranger.device),
        (other.device, me.device),
    ):
        said = me.call_as(me.shop, device, "hello_v1", previous, None, "PC", "0012")
        assert said == UNKNOWN


def test_a_revoked_device_is_refused_whatever_it_calls_itself(two_shops: TwoShops) -> None:
    me = two_shops.first
    taken = Pc(me.shop, uuid.uuid4(), me.role, me.connection, me.epoch)
    assert "number" in taken.hello(me.device)

    revoke_device(two_shops.server, me.shop, taken.device)

    for device in (me.device, taken.device):
        for function, arguments in CALLS.items():
            said = me.call_as(me.shop, device, function, *arguments)
            assert said == {"refused": "revoked"}
    said = me.call_as(me.shop, uuid.uuid4(), "hello_v1", me.device, None, "PC", "0012")
    assert said == {"refused": "revoked"}
    assert "number" in two_shops.second.hello()


def test_a_hub_speaks_for_devices_and_reads_nothing(two_shops: TwoShops) -> None:
    hub = two_shops.hub()

    for pc in (two_shops.first, two_shops.stranger):
        through_it = Pc(pc.shop, pc.device, pc.role, hub, pc.epoch)
        assert through_it.pull()["groups"] == []
    for table in TABLES:
        refused(hub, f"SELECT * FROM ecrm_sync.{table}")


@pytest.mark.parametrize("database", ["postgres", "template1"])
def test_no_other_database_is_open(
    cluster: EmbeddedPostgres, two_shops: TwoShops, database: str
) -> None:
    role = f"pc_{uuid.uuid4().hex}"
    make_role(two_shops.server, role, "known")

    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        two_shops.connect(database, role, "known")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        two_shops.connect(database, role, "guessed")
    two_shops.server.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))


def test_functions_that_forget_a_condition_see_their_own_shop_alone(two_shops: TwoShops) -> None:
    for pc in (two_shops.first, two_shops.stranger):
        pc.push(group(operation("c", uuid.uuid4().hex, name="x")))
    server = two_shops.server
    everywhere = server.execute("SELECT count(*) > 1 FROM ecrm_sync.records").fetchone()

    with server.transaction():
        server.execute(f"SET LOCAL ROLE {OWNER}")
        nowhere = server.execute("SELECT count(*) FROM ecrm_sync.records").fetchone()
        server.execute("SELECT set_config('ecrm.shop', %s, true)", [str(two_shops.stranger.shop)])
        of_one = server.execute("SELECT count(*) FROM ecrm_sync.records").fetchone()

    assert (everywhere, nowhere, of_one) == ((True,), (0,), (1,))


def refused(connection: Any, statement: str) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        connection.execute(statement)
