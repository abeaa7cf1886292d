"""What is written down of rounds that fail, whatever it is that fails."""

import pytest
from sqlalchemy import func, select, update

from ecrm_desktop.errors import FileError, Problem, SyncError
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.sync import Link, LoggedRound
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.keyring_secrets import keep_password
from ecrm_desktop.sync.address import ServerAddress
from ecrm_desktop.sync.joining import join
from ecrm_desktop.sync.rounds import Syncing, sync_state
from ecrm_desktop.values.ids import new_id
from tests.helpers.paired_pcs import free_port


@pytest.fixture
def joined(database: Database, keyring_file: object) -> Database:
    """A file that syncs with a server which is not there."""
    address = ServerAddress(host="127.0.0.1", port=free_port(), database="shop", role="pc")
    keep_password("pc", "secret")
    with database.transaction() as session:
        join(session, address.text(), new_id(), "دفتر")
    return database


def failed(syncing: Syncing) -> Problem:
    with pytest.raises(SyncError) as caught:
        syncing.run_round()
    return caught.value.problem


def test_what_nobody_foresaw_is_told_as_such_and_later_ends(joined: Database) -> None:
    syncing = Syncing(joined)
    with joined.reading() as session:
        address = session.get_one(Link, 1).address
    with joined.transaction(captured=False) as session:
        session.execute(update(Link).values(address='{"odd": 1}'))
    assert failed(syncing) is Problem.SYNC_FAILED
    with joined.transaction(captured=False) as session:
        since = session.get_one(Link, 1).failing_since
        session.execute(update(Link).values(address=address))

    assert [failed(syncing) for _ in range(2)] == [Problem.SYNC_UNREACHABLE] * 2

    with joined.reading() as session:
        state = sync_state(session)
        log = session.execute(select(LoggedRound.trouble, LoggedRound.rounds)).all()
    assert (state.failing_since, state.trouble) == (since, Problem.SYNC_UNREACHABLE)
    assert [tuple(one) for one in log] == [("sync_failed", 1), ("sync_unreachable", 2)]


def test_a_lock_that_cannot_be_made_is_told_as_a_file(joined: Database) -> None:
    lock = joined.path.with_name(f"{joined.path.name}-syncing")
    lock.mkdir()
    with pytest.raises(FileError) as refused:
        Syncing(joined).run_round()
    assert refused.value.problem is Problem.FILE_NOT_WRITABLE


def test_the_log_does_not_grow_for_ever(joined: Database) -> None:
    with joined.transaction(captured=False) as session:
        now = utc_now()
        session.add_all(
            LoggedRound(began_at=now, ended_at=now, sent=1, trouble=None) for _ in range(600)
        )
    assert failed(Syncing(joined)) is Problem.SYNC_UNREACHABLE
    with joined.reading() as session:
        newest = session.scalars(select(LoggedRound).order_by(LoggedRound.id.desc())).first()
        assert newest is not None
        assert newest.trouble == "sync_unreachable"
        assert session.scalar(select(func.count()).select_from(LoggedRound)) == 500
