"""Sixty kills of every command that writes: it did nothing or all, and can be run again."""

import signal
import time
from pathlib import Path
from random import Random

import pytest

from tests.faults.commands import COMMANDS, Command, run_again, state_of
from tests.faults.runs import KILL, Zygote, renew

pytestmark = pytest.mark.slow
_KILLS = 60


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.name)
def test_killed_at_any_step(zygote: Zygote, template: Path, room: Path, command: Command) -> None:
    folder = room / "shop"
    before = state_of(template, command)
    arguments = command.arguments(renew(template, folder))
    began = time.perf_counter()
    whole = zygote.run(folder, arguments, stdin=command.stdin)
    takes = time.perf_counter() - began
    after = state_of(folder, command)
    random = Random(command.name)
    # The last one too: only there all may be done.
    steps = [*random.sample(range(1, whole.steps), min(whole.steps, _KILLS) - 1), whole.steps]
    # Where there are fewer steps than kills, the others come at any moment.
    moments = [random.uniform(takes / 10, takes) for _ in range(_KILLS - len(steps))]
    done = 0
    for at, moment in [*((at, 0.0) for at in steps), *((0, moment) for moment in moments)]:
        renew(template, folder)
        run = zygote.run(
            folder,
            arguments,
            stdin=command.stdin,
            at=at,
            error=KILL if at else 0,
            dies_after=moment,
        )
        assert run.status in ({-signal.SIGKILL} if at else {0, -signal.SIGKILL}), run
        state = state_of(folder, command)
        assert state in (before, after), at
        assert state == after or run.out != whole.out, at
        done += state == after
        again = run_again(zygote, command, folder)
        if state == before:
            assert (again.status, state_of(folder, command)) == (0, after), at
    assert 0 < done < _KILLS
