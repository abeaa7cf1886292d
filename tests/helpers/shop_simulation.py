"""A shop's life on several PCs with all that may happen to them, from one seed."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from tests.helpers.shop_life import Life
from tests.helpers.small_shop import fill_small_shop
from tests.helpers.synced_pcs import LossyTransport, LostError, Pc, ServedShop

_MOST_ROUNDS = 12
_MOST_PCS = 6


@dataclass(frozen=True, kw_only=True)
class Chances:
    """How often each thing happens instead of somebody's work, and whether people are forgotten."""

    sync: float = 0.15
    lost: float = 0.0
    crash: float = 0.0
    clone: float = 0.0
    restore: float = 0.0
    server_restore: float = 0.0
    join: float = 0.0
    salvage: float = 0.0
    thin: float = 0.0
    forgets: bool = False


@dataclass
class Outcome:
    """What is wrong at the end, and how much was decided.

    `healed` are records that differed without a reason: one is too many.
    """

    wrong: list[str] = field(default_factory=list)
    conflicts: int = 0
    rounds: int = 0
    healed: int = 0


class Simulation:
    """Some PCs of one shop; the same seed makes the same choices."""

    _HAPPENING = ("sync", "crash", "clone", "restore", "server_restore", "join", "salvage", "thin")

    def __init__(
        self,
        cluster: EmbeddedPostgres,
        template: Path,
        folder: Path,
        seed: int,
        *,
        pcs: int,
        chances: Chances,
        serve: Callable[[str], ServedShop] | None = None,
    ) -> None:
        self._random = Random(seed)
        self._template, self._folder = template, folder
        self._chances = chances
        self._healed = 0
        name = f"shop{seed}_{folder.name}".lower()[:60]
        self.served = ServedShop(cluster, name) if serve is None else serve(name)
        self.pcs: list[Pc] = []
        self._lives: list[Life] = []
        self._backups: list[Path | None] = []
        self._has_server_backup = False
        for number in range(pcs):
            pc = self._joining(number)
            if number == 0:
                with pc.database.transaction() as session:
                    fill_small_shop(session, "fa")
            self._add(pc)
            self._sync(pc)

    def run(self, steps: int) -> Outcome:
        """Let that many things happen, and let everybody sync in the end."""
        for _ in range(steps):
            self._step()
        return self._settle()

    def close(self) -> None:
        """Close all files and connections."""
        for pc in self.pcs:
            pc.database.close()
        self.served.close()

    def _lossy(self, inner: Any) -> LossyTransport:
        return LossyTransport(inner, self._random, self._chances.lost)

    def _add(self, pc: Pc) -> None:
        self.pcs.append(pc)
        life = Life(pc.database, self._random, self._folder, forgets=self._chances.forgets)
        self._lives.append(life)
        self._backups.append(None)

    def _sync(self, pc: Pc) -> None:
        try:
            self._healed += pc.sync().healed
        except LostError:
            pc.start_again()
            self._lives[self.pcs.index(pc)].database = pc.database

    def _step(self) -> None:
        at = self._random.randrange(len(self.pcs))
        pc, chances = self.pcs[at], self._chances
        what, left = self._random.random(), 0.0
        for name in self._HAPPENING:
            left += getattr(chances, name)
            if what < left:
                getattr(self, f"_{name}")(pc)
                self._lives[at].database = self.pcs[at].database
                return
        self._lives[at].act()

    def _crash(self, pc: Pc) -> None:
        pc.start_again()

    def _clone(self, pc: Pc) -> None:
        """Copy the whole disk, unknown to the program."""
        if len(self.pcs) > _MOST_PCS:
            return
        path = self._folder / f"{len(self.pcs)}.db"
        pc.keep(path)
        self._add(Pc(path, pc.transport, f"{pc.name}+"))

    def _joining(self, number: int, *, has_data: bool = False) -> Pc:
        path = self._folder / f"{number}.db"
        shutil.copy(self._template, path)
        if has_data:
            database = Database(path)
            life = Life(database, self._random, self._folder)
            life.import_file()
            for _ in range(8):
                life.act()
            database.close()
        return Pc.joining(self.served, path, f"pc{number}", transport=self._lossy)

    def _join(self, _pc: Pc) -> None:
        """Let another PC come late, which may have worked alone until then."""
        if len(self.pcs) > _MOST_PCS:
            return
        pc = self._joining(len(self.pcs), has_data=self._random.random() < 0.5)
        self._add(pc)
        self._sync(pc)

    def _salvage(self, pc: Pc) -> None:
        """Save what can be read of a file, as the program does; some of it cannot."""
        pc.salvage(self._random)

    def _restore(self, pc: Pc) -> None:
        at = self.pcs.index(pc)
        backup = self._backups[at]
        if backup is None:
            path = self._folder / f"{at}.backup"
            pc.keep(path)
            self._backups[at] = path
        else:
            pc.put_back(backup)
            self._backups[at] = None

    def _server_restore(self, _pc: Pc) -> None:
        if self._has_server_backup:
            self.served.put_back()
        else:
            self.served.keep()
        self._has_server_backup = not self._has_server_backup

    def _thin(self, pc: Pc) -> None:
        """Let half a year pass in which some of them are seen, and what they know go."""
        self.served.let_half_a_year_pass()
        for other in self._random.sample(self.pcs, self._random.randrange(len(self.pcs))):
            self._sync(other)
        try:
            pc.sync()
            pc.engine.thin()
        except LostError:
            pc.start_again()

    def _settle(self) -> Outcome:
        for pc in self.pcs:
            pc.transport.chance = 0.0
        outcome = Outcome()
        for number in range(_MOST_ROUNDS):
            outcome.rounds = number
            rounds = [pc.sync() for pc in self.pcs]
            self._healed += sum(one.healed for one in rounds)
            if all(not one.sent and not one.received for one in rounds):
                break
        else:
            outcome.wrong.append("it never ends")
        digests = [pc.digests() for pc in self.pcs]
        device = self.pcs[0].engine.device_id
        server = self.pcs[0].transport.digests(device)["tables"]
        for number, pc in enumerate(self.pcs):
            outcome.wrong += [
                f"{name} differs on {pc.name}" for name in _differing(digests[0], digests[number])
            ]
            outcome.wrong += [f"{pc.name}: {one}" for one in (*pc.findings(), *pc.refused())]
        outcome.wrong += [
            f"{name} differs on the server"
            for name in server
            if digests[0].get(name) != server[name]
        ]
        # In the end, so that it hides nothing of what was looked for.
        outcome.healed = self._healed + sum(pc.engine.compare() for pc in self.pcs)
        if outcome.healed:
            outcome.wrong.append(f"{outcome.healed} records had to be healed")
        with self.pcs[0].database.reading() as session:
            rows = session.connection().exec_driver_sql("SELECT count(*) FROM conflicts")
            outcome.conflicts = rows.scalar_one()
        return outcome


def _differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    return [name for name in one if one[name] != other[name]]
