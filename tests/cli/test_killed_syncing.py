"""Killed with -9 at any step of a round, a PC or its server: nothing is lost, all hold the same."""

import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.helpers.cable import StrikingCable
from tests.helpers.command_line import Outcome, Run
from tests.helpers.dying_sync import STATEMENT, die_at_step, spread, steps_of_a_round
from tests.helpers.hubs import HubProcess
from tests.helpers.paired_pcs import add_customer, digests

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the round dies in a fork")


class Story:
    """Two PCs behind a hub with a PostgreSQL of its own, which they reach through a cable."""

    def __init__(self, run: Run, folder: Path) -> None:
        self._run = run
        self._storage = f"embedded:{folder / 'hub'}"
        self._names: list[str] = []
        self.a, self.b = folder / "a.db", folder / "b.db"
        self._ok("hub", "init", "--storage", self._storage)
        self._hub = HubProcess(self._storage, folder, "--rate", "10000")
        self._hub.start()
        self.port = self._hub.port
        self.cable = StrikingCable(self.port, self.kill_server)
        for path in (self.a, self.b):
            self._ok("init", "--shop", "پوشاک مهر", "--database", path)
            self._ok("pair", self._pairing(path.stem), "--yes", "--database", path)

    def _pairing(self, name: str) -> str:
        url = f"{self._hub.url.rpartition(':')[0]}:{self.cable.port}"
        pair = ("hub", "pair", "--storage", self._storage, "--url", url, "--name", name)
        return str(self._ok(*pair, "--shop", "مهر", "--json").json["text"])

    def _ok(self, *arguments: object) -> Outcome:
        outcome = self._run(*arguments)
        assert outcome.status == 0, outcome.error
        return outcome

    def sync(self, path: Path) -> int:
        """Sync a file once; return the exit status."""
        return self._run("sync", "--once", "--database", path).status

    def work(self) -> None:
        """Let something wait at both PCs, and something at the server for the first one."""
        for path in (self.b, self.a, self.b):
            self._names.append(f"مشتری {len(self._names)}")
            add_customer(path, self._names[-1])
            if path is self.b and len(self._names) % 3 == 1:
                assert self.sync(self.b) == 0

    def settle(self) -> None:
        """Let everybody sync; all that was made is there once, and nothing had to be healed."""
        for path in (self.a, self.b, self.a):
            with closing(sqlite3.connect(path)) as file, file:
                file.execute("DELETE FROM counters WHERE name = 'sync-compared'")
            assert self.sync(path) == 0
        assert digests(self.a) == digests(self.b)
        for path in (self.a, self.b):
            with closing(sqlite3.connect(path)) as file:
                made = [name for (name,) in file.execute("SELECT first_name FROM customers")]
                healed = file.execute("SELECT 1 FROM change_groups WHERE action = 'heal'")
                assert healed.fetchall() == []
            assert sorted(made) == sorted(self._names)

    def kill_server(self) -> None:
        """Kill the hub and its PostgreSQL, as a power cut does."""
        self._hub.kill()
        [note] = Path(self._storage.partition(":")[2]).rglob("postmaster.pid")
        with suppress(ProcessLookupError):
            os.kill(int(note.read_text().split()[0]), signal.SIGKILL)

    def start_server(self) -> None:
        """Start them again."""
        self._hub.start(self.port)

    def close(self) -> None:
        self.cable.pull()
        self._hub.close()


@pytest.fixture
def story(run: Run, keyring_file: Path, tmp_path: Path) -> Iterator[Story]:
    made = Story(run, tmp_path)
    yield made
    made.close()


def kill_pc(story: Story, most: int) -> None:
    """Kill a PC at so many statements, and at so many of the other steps of a round."""
    story.work()
    kinds = steps_of_a_round(story.a)
    story.settle()
    places = {
        is_plain: [at for at, kind in enumerate(kinds, 1) if (kind == STATEMENT) is is_plain]
        for is_plain in (True, False)
    }
    assert {"q", "a", "c"} < {*kinds}
    for at in sorted({*spread(places[True], most), *spread(places[False], most)}):
        story.work()
        assert die_at_step(story.a, at) or at > len(kinds) // 2
        story.settle()


def kill_server(story: Story, messages: range) -> int:
    """Kill the server before it hears or says something; return how often it was killed."""
    killed = 0
    for at in messages:
        story.work()
        story.cable.strike_at(at)
        status = story.sync(story.a)
        if status == 0:
            story.cable.strike_at(0)
            break
        killed += 1
        story.start_server()
        story.settle()
    return killed


def test_killed_while_a_pc_syncs_both_go_on(story: Story) -> None:
    kill_pc(story, 1)
    assert kill_server(story, range(4, 5)) == 1


@pytest.mark.slow
def test_a_pc_that_is_killed_at_any_step_goes_on(story: Story) -> None:
    kill_pc(story, 60)


@pytest.mark.slow
def test_a_server_that_is_killed_at_any_word_goes_on(story: Story) -> None:
    assert kill_server(story, range(1, 100)) > 5
