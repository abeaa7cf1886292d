"""What errors of PostgreSQL's client are told as; the real ones are met in tests/cli."""

import psycopg
import pytest

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.sync.address import ServerAddress, parse_address
from ecrm_desktop.sync.connecting import connect, explained, is_loopback
from ecrm_desktop.sync.engine import SyncRefusedError, Trouble

SOMEWHERE = ServerAddress(host="192.0.2.1", port=5432, database="ecrm", role="ecrm_pc_1")


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (psycopg.errors.DiskFull("x"), Problem.SYNC_SERVER_FULL),
        (psycopg.errors.UndefinedFunction("x"), Problem.SYNC_SERVER_OLD),
        (psycopg.errors.InvalidSchemaName("x"), Problem.SYNC_SERVER_OLD),
        (psycopg.errors.InsufficientPrivilege("x"), Problem.SYNC_NOT_LET_IN),
        (psycopg.errors.AdminShutdown("x"), Problem.SYNC_UNREACHABLE),
        (psycopg.errors.TooManyConnections("x"), Problem.SYNC_UNREACHABLE),
        (psycopg.errors.DataCorrupted("x"), Problem.SYNC_SERVER_FAILED),
        (psycopg.OperationalError("the connection is closed"), Problem.SYNC_UNREACHABLE),
        (
            psycopg.OperationalError('FATAL:  no pg_hba.conf entry for host "192.0.2.7"'),
            Problem.SYNC_NOT_LET_IN,
        ),
        (
            # One of two addresses is not heard at, the other one says more.
            psycopg.OperationalError(
                "connection refused\nFATAL:  password authentication failed for user"
            ),
            Problem.SYNC_PASSWORD_REFUSED,
        ),
        (SyncRefusedError(Trouble.REVOKED), Problem.SYNC_REVOKED),
        (SyncRefusedError(Trouble.UNKNOWN_DEVICE), Problem.SYNC_UNKNOWN_DEVICE),
        (SyncRefusedError(Trouble.TOO_BIG), Problem.SYNC_NOT_TAKEN),
    ],
)
def test_each_error_is_told_as_what_it_means(error: Exception, problem: Problem) -> None:
    with pytest.raises(SyncError) as caught, explained("192.0.2.1"):
        raise error
    assert caught.value.problem is problem


def test_nothing_goes_to_another_computer_in_clear_text() -> None:
    with pytest.raises(SyncError) as caught:
        connect(SOMEWHERE, "secret")
    assert caught.value.problem is Problem.SYNC_CLEAR_TEXT


@pytest.mark.parametrize("host", ["nowhere.invalid", "a" * 70 + ".ir", "\udcff"])
def test_a_name_that_means_nothing_is_not_reachable(host: str) -> None:
    address = ServerAddress(host=host, port=5432, database="ecrm", role="ecrm_pc_1")
    with pytest.raises(SyncError) as caught:
        connect(address, "secret")
    assert caught.value.problem is Problem.SYNC_UNREACHABLE


def test_which_servers_are_on_this_computer() -> None:
    here = ["", "/var/run/postgresql", "127.0.0.1", "::1", "localhost"]
    assert all(is_loopback(host) for host in here)
    assert not any(is_loopback(host) for host in ("192.0.2.1", "nowhere.invalid"))


def test_an_address_is_kept_as_it_is() -> None:
    address = ServerAddress(
        host="سرور", port=5433, database="ecrm", role="ecrm_pc_1", authority=b"\x00\xff"
    )
    assert parse_address(address.text()) == address
