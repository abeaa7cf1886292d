import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from installer.lock import NotALockError, disagreements, read_lock

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Files:
    pyproject: str
    runtime: str
    development: str
    hub: str

    def disagreements(self) -> list[str]:
        return disagreements(self.pyproject, self.runtime, self.development, self.hub)


@pytest.fixture
def files() -> Files:
    names = (
        "pyproject.toml",
        "requirements.txt",
        "requirements-dev.txt",
        "requirements-hub.txt",
    )
    return Files(*((ROOT / name).read_text(encoding="utf-8") for name in names))


def test_the_lock_files_are_what_pyproject_asks_for(files: Files) -> None:
    assert files.disagreements() == []


def test_the_lock_reaches_into_what_others_ask_for_on_each_system(files: Files) -> None:
    locked = {one.name: one for one in read_lock(files.runtime)}

    assert locked["certifi"].hashes
    assert locked["pywin32-ctypes"].marker == "sys_platform == 'win32'"
    assert locked["secretstorage"].marker == "sys_platform == 'linux'"


def test_a_requirement_that_is_not_locked_is_found(files: Files) -> None:
    changed = files.pyproject.replace('"click>', '"never-locked>=1",\n    "click>')

    assert replace(files, pyproject=changed).disagreements() == [
        "requirements.txt lacks never-locked",
        "requirements-dev.txt lacks never-locked",
        "requirements-hub.txt lacks never-locked",
    ]


def test_a_tool_that_is_not_locked_is_found(files: Files) -> None:
    changed = files.pyproject.replace('"hatchling>=1.25"]', '"another-backend>=1"]')

    assert replace(files, pyproject=changed).disagreements() == [
        "requirements-dev.txt lacks another-backend"
    ]


def test_a_version_outside_of_the_range_is_found(files: Files) -> None:
    changed = re.sub(r'"requests>=[\d.]+,<3"', '"requests>=2.99,<3"', files.pyproject)

    sentences = replace(files, pyproject=changed).disagreements()

    assert len(sentences) == 3
    assert all("pyproject.toml wants requests<3,>=2.99" in one for one in sentences)


def test_a_version_over_a_bound_of_what_others_ask_for_is_found(files: Files) -> None:
    changed = files.pyproject.replace('"numpy<2.4"', '"numpy<2"')

    assert len(replace(files, pyproject=changed).disagreements()) == 3


def test_a_package_that_is_not_asked_for_any_more_is_found(files: Files) -> None:
    changed = re.sub(r'"holidays.*",\n', "", files.pyproject)

    assert replace(files, pyproject=changed).disagreements() == [
        "requirements.txt has holidays, which pyproject.toml does not ask for any more",
        "requirements-dev.txt has holidays, which pyproject.toml does not ask for any more",
        "requirements-hub.txt has holidays, which pyproject.toml does not ask for any more",
    ]


def test_a_package_without_a_hash_is_found(files: Files) -> None:
    changed = re.sub(r"(?m)^(idna==\S+).*\n(?:    --hash.*\n)+", r"\1\n", files.runtime)

    assert "requirements.txt has no hash of idna" in replace(files, runtime=changed).disagreements()


def test_tests_that_run_with_another_version_than_is_shipped_are_found(files: Files) -> None:
    changed = re.sub(r"(?m)^idna==\S+", "idna==3.0", files.runtime)

    assert replace(files, runtime=changed).disagreements() == [
        "requirements-dev.txt does not have idna as requirements.txt has it"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://example.org/simple",
        "--find-links wheels",
        "-e .",
        "click",
        "click>=8",
        "click @ file:///somewhere/click-8.5.1-py3-none-any.whl",
        "# from https://example.org/simple",
        "    # via /home/somebody/ecrm/pyproject.toml",
        "    --hash=md5:d41d8cd98f00b204e9800998ecf8427e",
    ],
)
def test_an_address_or_an_open_version_is_no_line_of_a_lock(files: Files, line: str) -> None:
    with pytest.raises(NotALockError):
        read_lock(files.runtime + line + "\n")
    assert replace(files, runtime=files.runtime + line + "\n").disagreements()
