"""A file that is written appears whole, on the disk for good, or not at all."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.storage.unfinished_files import part_of, replacing
from tests.helpers.disk_diary import DiskDiary, fail_to_flush_folders

NAME = "گزارش مشتریان.pdf"


def test_what_replaces_a_file_is_on_the_disk_before_and_its_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / NAME
    path.write_text("older")
    diary = DiskDiary(monkeypatch)
    with replacing(path) as part:
        part.write_text("new")
        assert path.read_text() == "older"
    assert path.read_text() == "new"
    assert diary.was_flushed_before_it_was_named(NAME)
    assert diary.has_its_name_on_the_disk(NAME)


def test_a_failure_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text("older")
    with pytest.raises(RuntimeError), replacing(path) as part:
        part.write_text("half")
        raise RuntimeError
    assert path.read_text() == "older"
    assert [one.name for one in tmp_path.iterdir()] == [NAME]


def test_what_a_killed_writer_left_is_gone_after_the_next_run(tmp_path: Path) -> None:
    path = tmp_path / NAME
    killed = f"""
import os, signal
from pathlib import Path
from ecrm_desktop.storage.unfinished_files import replacing
with replacing(Path({str(path)!r})) as part:
    part.write_text("secret")
    os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", killed], check=False, timeout=30)
    left = [one for one in tmp_path.iterdir() if one.read_text() == "secret"]
    assert len(left) == 1
    assert not path.exists()
    with replacing(path) as part:
        part.write_text("new")
    assert [one.name for one in tmp_path.iterdir()] == [NAME]


def test_a_disk_that_does_not_keep_the_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / NAME
    fail_to_flush_folders(monkeypatch, errno.EIO)
    with pytest.raises(FileError) as error, replacing(path) as part:
        part.write_text("new")
    assert (error.value.problem, error.value.details) == (Problem.FILE_UNCONFIRMED, {"path": path})
    assert [one.read_text() for one in tmp_path.iterdir()] == ["new"]


def test_where_no_folder_can_be_flushed_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_to_flush_folders(monkeypatch, errno.EINVAL)
    with replacing(tmp_path / NAME) as part:
        part.write_text("new")
    assert (tmp_path / NAME).read_text() == "new"


def test_clearing_up_that_fails_tells_nothing_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unlink(*_arguments: object, **_how: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "unlink", unlink)
    with replacing(tmp_path / NAME) as part:
        part.write_text("new")
    assert (tmp_path / NAME).read_text() == "new"


def test_a_writer_at_work_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / NAME
    with replacing(path) as first:
        first.write_text("first")
        with replacing(path) as second:
            second.write_text("second")
        assert first.read_text() == "first"
    assert path.read_text() == "first"
    assert part_of(path) != part_of(path)


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("ن" * 125 + ".pdf")
    with replacing(path) as part:
        part.write_text("new")
    assert path.read_text() == "new"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError) as error, replacing(tmp_path / "none" / NAME):
        pass
    assert error.value.problem == Problem.FILE_NOT_WRITABLE


@pytest.mark.parametrize("place", ["/", "."])
def test_a_place_without_a_name_is_no_file(place: str) -> None:
    with pytest.raises(FileError) as caught, replacing(Path(place)):
        pass
    assert caught.value.problem is Problem.FILE_IS_FOLDER
