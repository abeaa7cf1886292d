"""What is due, what is late, and that one bad folder does not keep the others from a backup."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ecrm_desktop.backup.restoring import restore
from ecrm_desktop.backup.state import (
    FolderState,
    back_up,
    change_of,
    expect_other_contents,
    find_latest,
    folder_states,
    list_backups,
    overdue,
    remember,
)
from ecrm_desktop.errors import Cancelled, Problem
from ecrm_desktop.settings import BACKUP_FOLDER, BACKUP_STATES, Settings
from ecrm_desktop.storage.database import Database
from tests.helpers.factories import make_customer

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
SETTINGS = "settings.json"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / SETTINGS)


def run(settings: Settings, shop: Database, now: datetime = NOW) -> list[FolderState]:
    states = folder_states(settings, shop.path)
    remember(settings, shop.path, back_up(shop, states, now=now, limit=10**12))
    return folder_states(Settings(shop.path.with_name(SETTINGS)), shop.path)


def test_a_folder_that_is_gone_keeps_no_other_from_its_backup(
    settings: Settings, shop: Database, tmp_path: Path
) -> None:
    settings.set(BACKUP_FOLDER, str(tmp_path / "stick"))
    local, stick = run(settings, shop)
    assert (local.made_at, local.problem) == (NOW, None)
    assert len(list(local.folder.iterdir())) == 1
    assert (stick.made_at, stick.failed_at) == (None, NOW)
    assert stick.problem is Problem.BACKUP_FOLDER_MISSING
    (tmp_path / "stick").mkdir()
    later = NOW + timedelta(hours=1)
    _local, stick = run(settings, shop, later)
    assert (stick.made_at, stick.failed_at, stick.problem) == (later, None, None)


def test_a_backup_is_due_daily_if_something_changed(settings: Settings, shop: Database) -> None:
    (state,) = folder_states(settings, shop.path)
    assert state.is_due(change_of(shop), NOW)
    (state,) = run(settings, shop)
    tomorrow = NOW + timedelta(days=1)
    assert not state.is_due(change_of(shop), tomorrow)
    with shop.transaction() as session:
        make_customer(session, "تازه")
    assert not state.is_due(change_of(shop), NOW + timedelta(hours=3))
    assert state.is_due(change_of(shop), tomorrow)


WRONG = [
    datetime(2010, 1, 1, tzinfo=UTC),
    datetime(2038, 1, 1, tzinfo=UTC),
    NOW - timedelta(hours=2),
]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_clock_that_was_put_right_or_wrong_keeps_no_backup_from_being_made(
    settings: Settings, shop: Database, wrong: datetime
) -> None:
    for first, then in ((NOW, wrong), (wrong, NOW)):
        with shop.transaction() as session:
            make_customer(session, "تازه")
        (state,) = run(settings, shop, first)
        change = change_of(shop) + 1
        is_day = abs(then - first) >= timedelta(days=1)
        assert state.is_due(change, then) is (is_day or then < first)
        assert (overdue([state], change, NOW, then) is not None) is is_day


def test_much_work_is_worth_a_backup_whatever_the_clock_says(
    settings: Settings, shop: Database
) -> None:
    (state,) = run(settings, shop)
    soon = NOW + timedelta(minutes=5)
    assert not state.is_due(change_of(shop) + 999, soon)
    assert state.is_due(change_of(shop) + 1_000, soon)


def test_after_a_failure_an_hour_passes_and_the_last_success_is_not_forgotten(
    settings: Settings, shop: Database, tmp_path: Path
) -> None:
    settings.set(BACKUP_FOLDER, str(tmp_path / "stick"))
    (tmp_path / "stick").mkdir()
    run(settings, shop)
    shutil.rmtree(tmp_path / "stick")
    with shop.transaction() as session:
        make_customer(session, "تازه")
    tomorrow = NOW + timedelta(days=1)
    _local, stick = run(settings, shop, tomorrow)
    assert (stick.made_at, stick.failed_at) == (NOW, tomorrow)
    assert not stick.is_due(change_of(shop), tomorrow + timedelta(minutes=59))
    assert stick.is_due(change_of(shop), tomorrow + timedelta(hours=1))


def test_who_stops_a_backup_is_told_of_no_failure(settings: Settings, shop: Database) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        back_up(
            shop, folder_states(settings, shop.path), now=NOW, limit=10**12, report_progress=stop
        )


def test_what_a_restore_replaced_is_no_backup_to_restore(
    settings: Settings, shop: Database
) -> None:
    (state,) = run(settings, shop)
    [made] = list(state.folder.iterdir())
    shop.close()
    kept = restore(made, shop.path, now=NOW + timedelta(hours=1))
    listed = list_backups(settings, shop.path, None)
    assert [one.path for one in listed] == [kept, made]
    newest = find_latest(listed)
    assert newest is not None
    assert newest.contents.path == made


def test_three_days_without_a_backup_are_told_if_something_changed(
    settings: Settings, shop: Database, tmp_path: Path
) -> None:
    created = NOW - timedelta(days=3)
    states = folder_states(settings, shop.path)
    assert overdue(states, 1, NOW - timedelta(days=2), NOW) is None
    assert overdue(states, 1, created, NOW) == states[0]
    settings.set(BACKUP_FOLDER, str(tmp_path / "stick"))
    states = run(settings, shop)
    change = change_of(shop)
    assert overdue(states, change, created, NOW) == states[1]
    (tmp_path / "stick").mkdir()
    states = run(settings, shop)
    assert overdue(states, change, created, NOW + timedelta(days=9)) is None
    assert overdue(states, change + 1, created, NOW + timedelta(days=2)) is None
    assert overdue(states, change + 1, created, NOW + timedelta(days=3)) is not None


def test_after_a_restore_a_backup_is_due(settings: Settings, shop: Database) -> None:
    run(settings, shop)
    expect_other_contents(settings, shop.path)
    (state,) = folder_states(settings, shop.path)
    assert state.made_at == NOW
    assert state.is_due(change_of(shop), NOW + timedelta(days=1))


@pytest.mark.parametrize("left", [[], {"made_at": "gestern"}, {"problem": "x"}, {"change": None}])
def test_strange_settings_are_no_reason_to_stop(
    settings: Settings, shop: Database, left: object
) -> None:
    folder = shop.path.parent / "backups"
    entry = left if isinstance(left, list) else {str(folder): left}
    settings.set(BACKUP_STATES, {str(shop.path.resolve()): entry})
    (state,) = folder_states(settings, shop.path)
    assert state == FolderState(folder=folder, is_local=True)
    assert run(settings, shop)[0].made_at == NOW
