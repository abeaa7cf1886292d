import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from ecrm_desktop.values.timezone import LocalZone

ZONE = LocalZone()


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if sys.platform == "win32":
        pytest.skip("Windows cannot be given another zone")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("instant", "local"),
    [
        (datetime(2026, 7, 1, 21, 30, tzinfo=UTC), "2026-07-01 23:30"),
        (datetime(2026, 7, 1, 22, 30, tzinfo=UTC), "2026-07-02 00:30"),
        (datetime(2026, 12, 1, 22, 30, tzinfo=UTC), "2026-12-01 23:30"),
        (datetime(2026, 12, 1, 23, 30, tzinfo=UTC), "2026-12-02 00:30"),
    ],
)
def test_an_evening_belongs_to_its_day_in_summer_and_in_winter(
    instant: datetime, local: str
) -> None:
    assert f"{instant.astimezone(ZONE):%Y-%m-%d %H:%M}" == local
    assert datetime.fromisoformat(local).replace(tzinfo=ZONE).astimezone(UTC) == instant


@pytest.mark.usefixtures("berlin")
def test_the_hour_that_comes_twice_is_told_apart() -> None:
    first, second = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert [one.astimezone(ZONE).hour for one in (first, second)] == [2, 2]
    assert second.astimezone(ZONE).astimezone(UTC) == second
    assert first.astimezone(ZONE).utcoffset() == timedelta(hours=2)


def test_it_is_the_zone_of_this_pc() -> None:
    now = datetime.now(UTC)
    assert now.astimezone(ZONE).utcoffset() == now.astimezone().utcoffset()
    assert now.astimezone(ZONE).tzname() == now.astimezone().tzname()
    old = datetime(1900, 1, 1, 12, tzinfo=ZONE)
    assert old.astimezone(UTC).astimezone(ZONE) == old
