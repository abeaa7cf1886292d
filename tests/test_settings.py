"""Preferences survive restarts, damage and disks that cannot be written."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ecrm_desktop.settings import (
    BACKUP_FOLDER,
    BACKUP_LIMIT,
    COLOR_SCHEME,
    LANGUAGE,
    TABLE_STATES,
    Settings,
)
from tests.helpers.disk_diary import DiskDiary


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "settings.json"


def test_a_fresh_pc_has_the_defaults(path: Path) -> None:
    settings = Settings(path)
    assert settings.get(LANGUAGE) == "fa"
    assert settings.get(TABLE_STATES) == {}
    assert not path.exists()


def test_a_value_is_there_after_a_restart(path: Path) -> None:
    Settings(path).set(LANGUAGE, "en")
    assert Settings(path).get(LANGUAGE) == "en"


def test_one_part_leaves_the_others_and_the_default_alone(path: Path) -> None:
    settings = Settings(path)
    settings.set_part(TABLE_STATES, "customers", {"hidden": ["نام"]})
    settings.set_part(TABLE_STATES, "products", {"hidden": []})
    states = Settings(path).get(TABLE_STATES)
    assert list(states) == ["customers", "products"]
    assert TABLE_STATES.default == {}


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "\x00\x00\x00", '{"a": '])
def test_a_damaged_file_is_kept_aside(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text)
    settings = Settings(path)
    assert settings.get(LANGUAGE) == "fa"
    assert path.with_suffix(".broken.json").read_text() == text
    settings.set(LANGUAGE, "en")
    assert json.loads(path.read_text()) == {"language": "en"}


def test_bytes_that_are_no_text_are_damage_too(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\xff")
    assert Settings(path).get(LANGUAGE) == "fa"
    assert path.with_suffix(".broken.json").exists()


def test_a_value_of_the_wrong_kind_counts_as_absent(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"language": "xx", "table_states": [], "color_scheme": "dark", "later": 1}')
    settings = Settings(path)
    assert settings.get(LANGUAGE) == "fa"
    assert settings.get(TABLE_STATES) == {}
    assert settings.get(COLOR_SCHEME) == "dark"
    settings.set(LANGUAGE, "en")
    assert json.loads(path.read_text())["later"] == 1  # a newer version's setting is not lost


def test_a_value_that_makes_no_sense_is_a_bug(path: Path) -> None:
    with pytest.raises(ValueError, match="language"):
        Settings(path).set(LANGUAGE, "xx")


def test_a_folder_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    settings = Settings(blocker / "settings.json")
    settings.set(LANGUAGE, "en")
    assert settings.get(LANGUAGE) == "en"


def test_a_value_is_on_the_disk_before_it_replaces_the_one_before(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(path)
    settings.set(LANGUAGE, "en")
    diary = DiskDiary(monkeypatch)
    settings.set(LANGUAGE, "fa")
    assert diary.was_flushed_before_it_was_named(path.name)


@pytest.mark.parametrize("limit", ["0", "-1", "true", '"10"', "2.5"])
def test_backups_always_have_some_room(path: Path, limit: str) -> None:
    path.parent.mkdir()
    path.write_text(f'{{"backup_limit": {limit}}}')
    assert Settings(path).get(BACKUP_LIMIT) == BACKUP_LIMIT.default


def test_two_windows_leave_each_others_settings_alone(path: Path) -> None:
    one, other = Settings(path), Settings(path)
    one.set(BACKUP_FOLDER, "/stick")
    other.set(LANGUAGE, "en")
    one.set_part(TABLE_STATES, "customers", {"hidden": []})
    other.set_part(TABLE_STATES, "products", {"hidden": []})
    for settings in (Settings(path), other):
        assert settings.get(BACKUP_FOLDER) == "/stick"
        assert settings.get(LANGUAGE) == "en"
        states = settings.get(TABLE_STATES)
        assert sorted(states) == ["customers", "products"]


def test_processes_that_write_at_once_lose_nothing(path: Path) -> None:
    program = """
import sys
from pathlib import Path
from ecrm_desktop.settings import TABLE_STATES, Settings
settings = Settings(Path(sys.argv[1]))
for number in range(40):
    settings.set_part(TABLE_STATES, f"{sys.argv[2]}-{number}", {})
"""
    writers = [subprocess.Popen([sys.executable, "-c", program, str(path), name]) for name in "abc"]
    assert [one.wait(timeout=60) for one in writers] == [0, 0, 0]
    assert len(Settings(path).get(TABLE_STATES)) == 120


def test_what_could_not_be_written_is_written_with_the_next_value(path: Path) -> None:
    path.parent.write_text("")  # a file where the folder should be
    settings = Settings(path)
    settings.set(BACKUP_FOLDER, "/stick")
    path.parent.unlink()
    settings.set(LANGUAGE, "en")
    assert Settings(path).get(BACKUP_FOLDER) == "/stick"
