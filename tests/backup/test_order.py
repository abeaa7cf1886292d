"""Which backup is the latest is told by the work in it; clocks may say what they like."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ecrm_desktop.backup.contents import read_contents
from ecrm_desktop.backup.files import BackupFile, find_backups, series_of
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.backup.order import oldest_first
from ecrm_desktop.backup.restoring import restore
from ecrm_desktop.backup.state import find_latest
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.encryption import turn_on
from tests.helpers.factories import make_customer
from tests.helpers.older_shop import make_older_shop

NOW = datetime(2026, 11, 29, 8, tzinfo=UTC)
DEAD_BATTERY = datetime(2010, 1, 1, 0, 5, tzinfo=UTC)
FAR = datetime(2038, 1, 19, 3, tzinfo=UTC)
LIMIT = 10**12


def work(shop: Database, name: str = "تازه") -> None:
    with shop.transaction() as session:
        make_customer(session, name)


def back_up(shop: Database, stick: Path, at: datetime, limit: int = LIMIT) -> Path:
    """Work a little, as somebody does between two backups, and make one."""
    work(shop)
    return make_backup(shop, stick, now=at, limit=limit).path


def files(shop: Database, stick: Path) -> list[BackupFile]:
    with shop.reading() as session:
        return find_backups(stick, series_of(shop.path, get_shop(session).id))


def latest(shop: Database, stick: Path) -> tuple[Path, bool]:
    found = find_latest(files(shop, stick))
    assert found is not None
    return found.contents.path, found.by_date


@pytest.mark.parametrize("wrong", [DEAD_BATTERY, FAR, NOW + timedelta(days=200)])
def test_the_latest_is_the_one_with_the_latest_work(
    shop: Database, stick: Path, wrong: datetime
) -> None:
    made = [back_up(shop, stick, at) for at in (NOW, wrong, NOW + timedelta(days=1))]
    assert latest(shop, stick) == (made[2], False)
    made[2].unlink()
    assert latest(shop, stick) == (made[1], False)


def test_backups_stand_in_the_order_of_the_work(shop: Database, stick: Path) -> None:
    stamps = (NOW, DEAD_BATTERY, FAR, NOW + timedelta(days=1), DEAD_BATTERY - timedelta(hours=1))
    made = [back_up(shop, stick, at) for at in stamps]
    assert [one.path for one in oldest_first(files(shop, stick), made[-1], None)] == made


def test_of_the_same_work_the_later_date_counts(shop: Database, stick: Path) -> None:
    back_up(shop, stick, NOW)
    again = make_backup(shop, stick, now=NOW + timedelta(hours=1), limit=LIMIT)
    assert latest(shop, stick) == (again.path, False)


@pytest.fixture
def gone_back(shop: Database, stick: Path, tmp_path: Path) -> Iterator[tuple[Database, list[Path]]]:
    """A shop that was taken back to its first backup and went on, and its backups as made."""
    made = [back_up(shop, stick, NOW + timedelta(days=day)) for day in (0, 3, 1, 2)]
    path = tmp_path / "shop.db"
    shop.close()
    restore(made[0], path, now=NOW + timedelta(days=4))
    again = Database(path)
    made.append(back_up(again, stick, NOW + timedelta(days=5)))
    yield again, made
    again.close()


def test_after_a_restore_the_date_decides_between_two_lines_of_work_and_that_is_said(
    gone_back: tuple[Database, list[Path]], stick: Path
) -> None:
    shop, made = gone_back
    assert latest(shop, stick) == (made[-1], True)


def test_work_that_was_given_up_lies_before_what_came_instead(
    gone_back: tuple[Database, list[Path]], stick: Path
) -> None:
    shop, made = gone_back
    shuffled = sorted(files(shop, stick), key=lambda one: one.path.name[::-1])
    assert [one.path for one in oldest_first(shuffled, made[-1], None)] == made


def test_a_new_backup_is_never_the_one_that_has_no_room(
    gone_back: tuple[Database, list[Path]], stick: Path
) -> None:
    shop, _made = gone_back
    newest = back_up(shop, stick, DEAD_BATTERY, limit=1)
    left = {one.path for one in files(shop, stick)}
    assert newest in left
    assert len(left) == 2


def test_what_cannot_be_looked_into_stands_where_its_date_says(shop: Database, stick: Path) -> None:
    made = [back_up(shop, stick, NOW + timedelta(days=day)) for day in range(3)]
    made[1].write_bytes(bytes(5000))
    assert [one.path for one in oldest_first(files(shop, stick), made[2], None)] == made
    assert latest(shop, stick) == (made[2], False)
    made[2].unlink()
    assert latest(shop, stick) == (made[0], False)


def test_encrypted_backups_are_looked_into_where_the_key_is_at_hand(
    shop: Database, stick: Path, keyring_file: Path
) -> None:
    first = back_up(shop, stick, NOW)
    path, with_shop = shop.path, files(shop, stick)
    shop.close()
    secret = keyring_secrets.make_secret()
    turn_on(path, secret)
    keyring_secrets.keep_secret(secret)
    again = Database(path)
    dead = back_up(again, stick, DEAD_BATTERY)
    again.close()
    listed = [*with_shop, BackupFile(path=dead, made_at=DEAD_BATTERY, size=1)]
    found = find_latest(listed)
    assert found is not None
    assert (found.contents.path, found.by_date) == (dead, False)
    keyring_file.unlink()
    without = find_latest(listed)
    assert without is not None
    assert without.contents.path == first
    with pytest.raises(DatabaseError, match=Problem.KEY_MISSING):
        find_latest(listed[1:])
    late = [*with_shop, BackupFile(path=dead, made_at=FAR, size=1)]
    unsure = find_latest(late)
    assert unsure is not None
    assert (unsure.contents.path, unsure.by_date) == (first, True)


def test_one_of_before_anything_was_captured_is_older_than_all_others(
    shop: Database, stick: Path
) -> None:
    made = back_up(shop, stick, NOW)
    path = stick / "old.db"
    make_older_shop(path, "0001")
    old = BackupFile(path=path, made_at=FAR, size=1)
    listed = [old, *files(shop, stick)]
    found = find_latest(listed)
    assert found is not None
    assert (found.contents.path, found.by_date) == (made, False)
    assert [one.path for one in oldest_first(listed, made, None)] == [path, made]
    alone = find_latest([old])
    assert alone is not None
    assert (alone.contents.path, alone.by_date) == (path, False)


def test_a_shop_that_began_anew_is_told_from_its_former_backups_by_the_date(
    shop: Database, stick: Path, tmp_path: Path
) -> None:
    former = back_up(shop, stick, NOW)
    path = tmp_path / "new" / "shop.db"
    path.parent.mkdir()
    anew = Database(path, create=True)
    with anew.transaction(captured=False) as session:  # as a package comes in
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
    made = make_backup(anew, stick, now=NOW + timedelta(days=1), limit=LIMIT)
    anew.close()
    listed = [*files(shop, stick), made]
    found = find_latest(listed)
    assert found is not None
    assert (found.contents.path, found.by_date) == (made.path, True)
    assert [one.path for one in oldest_first(listed, made.path, None)] == [former, made.path]


@pytest.mark.parametrize("wrong", [DEAD_BATTERY, FAR, NOW.replace(year=2027)])
def test_no_clock_thins_good_backups_away(shop: Database, stick: Path, wrong: datetime) -> None:
    start = NOW - timedelta(days=12)
    good = [back_up(shop, stick, start + timedelta(days=day)) for day in range(12)]
    for hours in range(3):
        back_up(shop, stick, wrong + timedelta(hours=hours))
    assert all(path.exists() for path in good)
    back_up(shop, stick, NOW)
    assert all(path.exists() for path in good)


def test_days_with_a_dead_battery_stay_when_the_clock_is_right_again(
    shop: Database, stick: Path
) -> None:
    back_up(shop, stick, NOW)
    dead = [back_up(shop, stick, DEAD_BATTERY + timedelta(minutes=day)) for day in range(8)]
    for day in range(5):
        back_up(shop, stick, NOW + timedelta(days=9 + day))
    assert all(path.exists() for path in dead)


def test_the_last_change_is_that_of_the_last_work(
    shop: Database, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as wrong:
        wrong.setattr("ecrm_desktop.models.changes.utc_now", lambda: FAR)
        work(shop)
    changed_at = read_contents(back_up(shop, stick, NOW)).changed_at
    assert changed_at is not None
    assert changed_at < FAR
