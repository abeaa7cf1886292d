"""Six hundred power cuts: what was said to be done is there, and everything else is whole."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from ecrm_desktop.models.customers import Customer
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.settings import LANGUAGE, TABLE_STATES, Settings
from ecrm_desktop.storage.database import Database
from tests.faults.commands import BY_NAME, Command, database_state, state_of
from tests.faults.power_cuts import Disk, read_log
from tests.faults.runs import Zygote, renew
from tests.helpers.factories import make_customer

pytestmark = pytest.mark.slow
_SAVES = 120
_CALL = "call tests.faults.jobs"
_SAVE = Command("save", f"{_CALL} save FOLDER/shop.db {_SAVES}", "shop.db")
_SETTINGS = Command("settings", f"{_CALL} change_settings 40", "home")
_IMAGES_OF_SAVES, _IMAGES_OF_SETTINGS = 200, 60
_IMAGES = {
    "init": 20, "import": 20, "forget": 20, "restore": 30, "salvage": 20, "unpack": 20,
    "encrypt": 20, "decrypt": 20, "phrase": 10,
    "backup": 60, "package": 40, "pdf": 20, "xlsx": 20, "csv": 20,
}  # fmt: skip


class Recorder:
    """Runs a command with everything taken down that it does to its files."""

    def __init__(self, zygote: Zygote, template: Path, room: Path) -> None:
        self.folder = room / "shop"
        self._zygote, self._template, self._room = zygote, template, room

    def cuts(self, command: Command, count: int) -> Iterator[tuple[Path, list[str]]]:
        """Yield what power cuts may leave, each with the lines that the program had said by then.

        Half of them come anywhere, half beside something else than a write.
        """
        disk = Disk.of(renew(self._template, self.folder))
        log, image = self._room / "log", self._room / "image"
        arguments = command.arguments(self.folder)
        run = self._zygote.run(self.folder, arguments, stdin=command.stdin, log=log)
        assert (run.status, run.error) == (0, "")
        steps, random = read_log(log), Random(command.name)
        others = [at for at, step in enumerate(steps) if step.what != "W"]
        ends = [random.randint(0, len(steps)) for _ in range(count // 2)]
        ends += [random.choice(others) + random.randint(0, 1) for _ in range(count - len(ends) - 1)]
        said, place = b"", 0
        for end in sorted([*ends, len(steps)]):
            disk.play(steps[place:end])
            said += b"".join(step.first for step in steps[place:end] if step.what == "A")
            place = end
            shutil.rmtree(image, ignore_errors=True)
            disk.cut(random, image)
            yield image, said.decode().splitlines()


@pytest.fixture
def recorder(zygote: Zygote, template: Path, room: Path) -> Recorder:
    return Recorder(zygote, template, room)


def test_there_are_six_hundred() -> None:
    assert sum(_IMAGES.values()) + _IMAGES_OF_SAVES + _IMAGES_OF_SETTINGS == 600


def test_no_save_is_lost_that_was_acknowledged(recorder: Recorder) -> None:
    found_more = 0
    for image, said in recorder.cuts(_SAVE, _IMAGES_OF_SAVES):
        database = Database(image / "shop.db")
        with database.transaction() as session:
            report = check_database(session)
            assert report.is_sound, report.findings
            codes = select(Customer.code).where(Customer.code.startswith("saved-"))
            saved = set(session.scalars(codes))
            make_customer(session, "پس از برق", code="after")
        database.close()
        assert saved >= set(said)
        # The last one may be there although nobody was told so any more.
        assert len(saved) <= len(said) + 1
        found_more += len(saved) > len(said)
    assert found_more


def test_settings_are_whole(recorder: Recorder, template: Path) -> None:
    kept = set()
    for image, _said in recorder.cuts(_SETTINGS, _IMAGES_OF_SETTINGS):
        path = image / "home" / "ECRM" / "settings.json"
        settings = Settings(path)
        assert settings.get(LANGUAGE) == "fa"
        states = settings.get(TABLE_STATES)
        assert states == {f"table {at}": "state " * at for at in range(len(states))}
        assert not path.with_suffix(".broken.json").exists()
        kept.add(len(states))
        settings.set_part(TABLE_STATES, "after", "power")
        assert json.loads(path.read_text("utf-8"))["table_states"]["after"] == "power"
    assert len(kept) > 1


@pytest.mark.parametrize("name", _IMAGES)
def test_older_or_new_but_whole(recorder: Recorder, template: Path, name: str) -> None:
    command = BY_NAME[name]
    before = state_of(template, command)
    found = []
    for image, said in recorder.cuts(command, _IMAGES[name]):
        found.append((state_of(image, command), len(said)))
        for one in image.glob("*.db"):
            if not (template / one.name).exists():
                database_state(one)
    # The last one comes after the last step.
    after, all_said = found[-1]
    assert after == state_of(recorder.folder, command)
    assert {said for state, said in found if state not in (before, after)} == set()
    assert all(state == after for state, said in found if said == all_said)
    assert any(state == before for state, _said in found)
