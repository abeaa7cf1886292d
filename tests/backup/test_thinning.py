"""Which backups stay, whenever they were made and however often they are thinned."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ecrm_desktop.backup.files import BackupFile
from ecrm_desktop.backup.thinning import surplus

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
NO_LIMIT = 10**15
HOURS = st.lists(st.integers(0, 3 * 365 * 24), max_size=150, unique=True)


def files(hours: list[int], size: int = 1) -> list[BackupFile]:
    return [
        BackupFile(path=Path(f"{hour}"), made_at=NOW - timedelta(hours=hour), size=size)
        for hour in hours
    ]


def kept(made: list[BackupFile], now: datetime = NOW, limit: int = NO_LIMIT) -> list[BackupFile]:
    removed = surplus(made, now, limit)
    assert set(removed) <= set(made)
    assert len(set(removed)) == len(removed)
    return [one for one in made if one not in removed]


@given(HOURS)
def test_every_part_of_the_past_keeps_its_last_backup(hours: list[int]) -> None:
    made = files(hours)
    left = kept(made)
    for one in made:
        age = NOW - one.made_at
        if age <= timedelta(days=2):
            assert one in left
        if age <= timedelta(days=13):
            assert any(other.made_at.date() == one.made_at.date() for other in left)
        if age <= timedelta(days=85):
            week = one.made_at.isocalendar()[:2]
            assert any(other.made_at.isocalendar()[:2] == week for other in left)
        month = (one.made_at.year, one.made_at.month)
        assert any((other.made_at.year, other.made_at.month) == month for other in left)


@given(HOURS)
def test_no_more_stay_than_were_promised(hours: list[int]) -> None:
    left = kept(files(hours))
    old = [one for one in left if NOW - one.made_at > timedelta(days=2)]
    days = [one.made_at.date() for one in old]
    assert len(set(days)) == len(days)
    older = [one for one in old if NOW - one.made_at > timedelta(days=14)]
    assert len(older) <= len({one.made_at.isocalendar()[:2] for one in older}) + 36
    oldest = [one for one in old if NOW - one.made_at > timedelta(days=92)]
    months = [(one.made_at.year, one.made_at.month) for one in oldest]
    assert len(set(months)) == len(months)


@given(HOURS)
@settings(max_examples=30)
def test_thinning_after_every_backup_is_thinning_once(hours: list[int]) -> None:
    there: list[BackupFile] = []
    for one in sorted(files(hours), key=lambda file: file.made_at):
        there = kept([*there, one], one.made_at)
    assert set(kept(there)) == set(kept(files(hours)))


@given(HOURS, st.integers(1, 40))
def test_the_oldest_go_when_all_are_too_large(hours: list[int], room: int) -> None:
    made = files(hours, size=1000)
    left = kept(made, limit=room * 1000)
    unlimited = sorted(kept(made), key=lambda one: one.made_at, reverse=True)
    assert set(left) == set(unlimited[: max(room, 2)])


def test_a_wrong_clock_costs_nothing() -> None:
    made = files([-9000, -100, 1, 2], size=1000)
    assert kept(made) == made
    # What it made takes no room from the others either.
    assert kept(made, limit=2000) == made
