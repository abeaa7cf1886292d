"""A full disk and a failing one at the steps of every command: nothing is lost or told wrongly."""

import errno
import shutil
from pathlib import Path
from random import Random

import pytest

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.text.error_texts import explain, explain_bug
from tests.faults.commands import COMMANDS, Command, leftovers, run_again, state_of
from tests.faults.power_cuts import Disk, read_log
from tests.faults.runs import Run, Zygote, renew

pytestmark = pytest.mark.slow
_ONCE, _FOR_EVER = 16, 6
_NO_FAULT = 10**9


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO], ids=["full", "broken"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.name)
def test_a_fault_at_any_step(
    zygote: Zygote, template: Path, room: Path, command: Command, error: int
) -> None:
    folder, log = room / "shop", room / "log"
    before = state_of(template, command)
    arguments = command.arguments(renew(template, folder))
    whole = zygote.run(folder, arguments, stdin=command.stdin, log=log, error=error, at=_NO_FAULT)
    after = state_of(folder, command)
    others = [step.number for step in read_log(log) if step.what not in "WA"]
    random = Random(command.name)

    def steps(count: int) -> list[int]:
        """Half of them anywhere, half where something else is done than written."""
        found = {random.randint(1, whole.steps) for _ in range(count // 2)}
        return sorted({*found, *random.sample(others, min(len(others), count // 2)), whole.steps})

    planned = [(at, False) for at in steps(_ONCE)] + [(at, True) for at in steps(_FOR_EVER)]
    for at, for_ever in planned:
        disk = Disk.of(renew(template, folder))
        run = zygote.run(
            folder, arguments, stdin=command.stdin, log=log,
            at=at, error=error, for_ever=for_ever,
        )  # fmt: skip
        place = f"at step {at} of {whole.steps}{' and ever after' * for_ever}: {run}"
        assert_told_in_a_sentence(run, place)
        state = state_of(folder, command)
        assert state in (before, after), place
        if run.status == 0:
            assert state == after, place
            image = room / "image"
            shutil.rmtree(image, ignore_errors=True)
            disk.play(read_log(log))
            disk.cut_at_worst(image)
            assert state_of(image, command) == after, f"lost by a power cut, {place}"
        elif state == after:
            assert says_what_is_there(run), place
        if leftovers(folder):  # even clearing up failed: the next run does it
            run_again(zygote, command, folder)


def assert_told_in_a_sentence(run: Run, place: str) -> None:
    assert run.status in {0, 2}, place
    assert "Traceback" not in run.error, place
    assert explain_bug() not in run.error, place
    assert (run.error == "") is (run.status == 0), place


def says_what_is_there(run: Run) -> bool:
    """Tell whether a command that failed denies nothing that it did."""
    # What cannot be read is damaged to SQLite, which is told without a word about what was saved.
    said = (Problem.CHANGE_UNCONFIRMED, Problem.WIPING_WAITS, Problem.UNDO_BROKEN_OFF)
    is_unconfirmed = "تأیید نمی‌کند" in run.error  # a file
    is_encrypted = "رمزگذاری شد" in run.out and "پشتیبان" in run.error
    return (
        run.error.strip() in {explain(DatabaseError(one)) for one in said}
        or is_unconfirmed
        or is_encrypted
    )
