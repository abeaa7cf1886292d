"""Which backups stay, whatever the clock says and however often they are thinned."""

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
    """Return backups made so many hours ago, in the order of the work in them."""
    return [
        BackupFile(path=Path(f"{hour}"), made_at=NOW - timedelta(hours=hour), size=size)
        for hour in sorted(hours, reverse=True)
    ]


def kept(made: list[BackupFile], limit: int = NO_LIMIT) -> list[BackupFile]:
    removed = surplus(made, limit)
    assert set(removed) <= set(made)
    assert len(set(removed)) == len(removed)
    return [one for one in made if one not in removed]


@given(HOURS)
def test_every_part_of_the_past_keeps_its_last_backup(hours: list[int]) -> None:
    made = files(hours)
    left = kept(made)
    assert left[-14:] == made[-14:]
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
    made = files(hours)
    days = sorted({one.made_at.date() for one in made}, reverse=True)
    old = [one for one in kept(made)[:-14] if one.made_at.date() not in days[:3]]
    assert len({one.made_at.date() for one in old}) == len(old)
    older = [one for one in old if one.made_at.date() not in days[:14]]
    weeks = sorted({one.made_at.isocalendar()[:2] for one in made}, reverse=True)
    assert len({one.made_at.isocalendar()[:2] for one in older}) >= len(older) - 36
    oldest = [one for one in older if one.made_at.isocalendar()[:2] not in weeks[:14]]
    months = [(one.made_at.year, one.made_at.month) for one in oldest]
    assert len(set(months)) == len(months)


def thinned_after_each(made: list[BackupFile]) -> list[BackupFile]:
    there: list[BackupFile] = []
    for one in made:
        there = kept([*there, one])
    return there


STAMPS = st.lists(
    st.one_of(
        st.integers(0, 100 * 24),
        st.sampled_from([-12 * 8766, 16 * 8766, 16 * 8766 - 30]),
    ),
    max_size=120,
)


@given(STAMPS)
@settings(max_examples=60)
def test_thinning_after_every_backup_is_thinning_once(hours: list[int]) -> None:
    # In any order: a clock may jump to and fro between two backups.
    made = [
        BackupFile(path=Path(f"{number}"), made_at=NOW - timedelta(hours=hour), size=1)
        for number, hour in enumerate(hours)
    ]
    assert thinned_after_each(made) == kept(made)


@given(HOURS, st.integers(1, 40))
def test_the_oldest_go_when_all_are_too_large(hours: list[int], room: int) -> None:
    made = files(hours, size=1000)
    left = kept(made, limit=room * 1000)
    assert left == kept(made)[-max(room, 2) :]


@given(st.integers(0, 13), st.sampled_from([-12 * 365, 16 * 365, -300]))
def test_one_day_with_a_wrong_clock_takes_no_more_than_the_place_of_a_day(
    place: int, days: int
) -> None:
    made = files([24 * day for day in range(60)])
    wrong = [
        BackupFile(path=Path(f"wrong{n}"), made_at=NOW - timedelta(days=days, hours=-n), size=1)
        for n in range(3)
    ]
    at = len(made) - place
    left = kept([*made[:at], *wrong, *made[at:]])
    assert [one for one in made[-13:] if one not in left] == []
    assert wrong[-1] in left
