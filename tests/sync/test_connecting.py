"""What errors of PostgreSQL's client are told as; the real ones are met in tests/cli."""

from uuid import uuid4

import psycopg
import pytest

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.sync.address import HubAddress, ServerAddress, parse_address, parse_hub_url
from ecrm_desktop.sync.connecting import connect, explained, is_loopback
from ecrm_desktop.sync.hub_transport import HubTransport
from ecrm_desktop.sync.refusals import SyncRefusedError, Trouble

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


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://hub.example.ir", "https://hub.example.ir"),
        (" HTTPS://Hub.Example.ir:8443/shops/ \n", "https://hub.example.ir:8443/shops"),
        ("https://[2001:db8::1]:443", "https://[2001:db8::1]:443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
    ],
)
def test_a_hubs_address_is_taken(text: str, url: str) -> None:
    assert parse_hub_url(text) == url


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("http://hub.example.ir", Problem.SYNC_CLEAR_TEXT),
        ("http://localhost", Problem.SYNC_CLEAR_TEXT),
        ("ftp://hub.example.ir", Problem.SYNC_HUB_ADDRESS_WRONG),
        ("hub.example.ir", Problem.SYNC_HUB_ADDRESS_WRONG),
        ("https://", Problem.SYNC_HUB_ADDRESS_WRONG),
        ("https://a:b@hub.example.ir", Problem.SYNC_HUB_ADDRESS_WRONG),
        ("https://hub.example.ir?a=b", Problem.SYNC_HUB_ADDRESS_WRONG),
        ("https://hub.example.ir:99999", Problem.SYNC_HUB_ADDRESS_WRONG),
        ("https://[::1", Problem.SYNC_HUB_ADDRESS_WRONG),
    ],
)
def test_a_hubs_address_that_will_not_do_is_refused(text: str, problem: Problem) -> None:
    with pytest.raises(SyncError) as caught:
        parse_hub_url(text)
    assert caught.value.problem is problem


@pytest.mark.parametrize("url", ["https://169.254.169.254", "https://[fe80::1]:8443"])
def test_nothing_goes_to_a_link_local_address(url: str) -> None:
    transport = HubTransport(HubAddress(url=url, account=uuid4()), uuid4(), "token")
    with transport, pytest.raises(SyncError) as caught:
        transport.digests(uuid4())
    assert caught.value.problem is Problem.SYNC_HUB_ADDRESS_WRONG


def test_an_address_is_kept_as_it_is() -> None:
    hub = HubAddress(
        url="https://hub.example.ir", account=uuid4(), authority=b"\x00\xff", certificate_name="a"
    )
    assert parse_address(hub.text()) == hub
    address = ServerAddress(
        host="سرور", port=5433, database="ecrm", role="ecrm_pc_1", authority=b"\x00\xff"
    )
    assert parse_address(address.text()) == address
