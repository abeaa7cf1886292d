"""Every command under clocks from 2010 to 2038, and a shop whose clock jumps between them."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from ecrm_desktop.models.customers import Customer
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.storage.database import Database
from tests.faults.commands import COMMANDS, leftovers, state_of
from tests.faults.runs import Zygote, renew

pytestmark = pytest.mark.slow
# The last before 32 bits of seconds are full, and the first after.
_CLOCKS = [
    datetime(2010, 1, 1, tzinfo=UTC),
    datetime(2014, 3, 20, 23, 59, 58, tzinfo=UTC),
    datetime(2019, 12, 31, 23, 59, 58, tzinfo=UTC),
    datetime(2026, 11, 22, 10, 30, tzinfo=UTC),
    datetime(2032, 2, 29, 12, tzinfo=UTC),
    datetime(2038, 1, 19, 3, 14, 6, tzinfo=UTC),
    datetime(2038, 12, 31, 20, 30, tzinfo=UTC),
]


def ahead_of_now(clock: datetime) -> int:
    return int((clock - datetime.now(UTC)).total_seconds())


@pytest.mark.parametrize("clock", _CLOCKS, ids=lambda clock: f"{clock:%Y-%m-%d}")
def test_every_command(zygote: Zygote, template: Path, room: Path, clock: datetime) -> None:
    folder = room / "shop"
    for exact in COMMANDS:
        # Rows that tell the time are other ones.
        command = replace(exact, is_random=True)
        arguments = command.arguments(renew(template, folder))
        zygote.run(folder, arguments, stdin=command.stdin)
        by_our_clock = state_of(folder, command)
        renew(template, folder)
        ahead = ahead_of_now(clock)
        run = zygote.run(folder, arguments, stdin=command.stdin, clock_ahead=ahead)
        assert (run.status, run.error) == (0, ""), (command.name, run)
        assert leftovers(folder) == []
        if command.name != "backup":
            assert state_of(folder, command) == by_our_clock, command.name


def test_a_clock_that_jumps_loses_nothing(zygote: Zygote, template: Path, room: Path) -> None:
    folder = renew(template, room / "shop")
    shop, jumps = folder / "shop.db", [3, 6, 0, 4, 1, 5, 2, 3, 0, 6]

    def run(clock: datetime, *arguments: str) -> Any:
        ended = zygote.run(
            folder, ["--database", str(shop), *arguments], clock_ahead=ahead_of_now(clock)
        )
        assert (ended.status, ended.error) == (0, "")
        return json.loads(ended.out)

    customers, in_bin = counted(shop)
    for day, number in enumerate(jumps):
        clock = _CLOCKS[number]
        begun = ["call", "tests.faults.jobs", "begin_day", str(shop), f"day-{day}"]
        assert zygote.run(folder, begun, clock_ahead=ahead_of_now(clock)).status == 0
        run(clock, "backup", "--json")
        latest = run(clock, "restore", "latest", "--show", "--json")
        assert not latest["by_date"]
        assert latest["counts"]["customers"] == customers + day + 1
    # Thinned or not, the last fourteen stay.
    assert len(run(clock, "backup", "list", "--json")) == len(jumps) + 1
    run(_CLOCKS[0], "restore", "latest", "--yes", "--json")
    assert counted(shop) == (customers + len(jumps), in_bin)


def counted(shop: Path) -> tuple[int, int]:
    """Return how many customers a sound database has, and how many of them are in its bin."""
    database = Database(shop)
    with database.transaction() as session:
        assert check_database(session).is_sound
        binned = func.count(Customer.deleted_at)
        living, in_bin = session.execute(select(func.count() - binned, binned)).one()
    database.close()
    return living, in_bin
