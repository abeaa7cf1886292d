"""The program behind a shim that sees and breaks what it does to its files."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.faults.commands import build_template
from tests.faults.runs import Zygote
from tests.helpers.command_line import ROOT


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that stands in front of libc."""
    compiler = shutil.which("gcc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("needs Linux and gcc")
    library = tmp_path_factory.mktemp("shim") / "shim.so"
    source = Path(__file__).with_name("shim.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"], check=True)
    return library


@pytest.fixture(scope="session")
def zygote(shim: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    """A process that runs the program behind the shim, as often as it is asked."""
    room = tmp_path_factory.mktemp("zygote")
    home = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(room))
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.zygote", room / "warm"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | home | {"LD_PRELOAD": str(shim)},
    ) as process:
        yield Zygote(process, room)
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tiny shop and all that commands take from it or put beside it."""
    return build_template(tmp_path_factory.mktemp("template") / "shop")


@pytest.fixture
def room() -> Iterator[Path]:
    """A place for thousands of runs: in memory, since nothing here waits for a real disk."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own in it
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)
