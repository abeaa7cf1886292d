import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.single_instance import SingleInstance


def test_the_second_start_brings_the_first_window_to_the_front(
    qtbot: QtBot, tmp_path: Path
) -> None:
    first = SingleInstance(tmp_path / "shop.db")
    second = SingleInstance(tmp_path / "shop.db")
    assert first.claim()
    assert not second.claim()
    with qtbot.waitSignal(first.asked_to_show):
        assert second.ask_other_to_show()
    first.release()
    assert second.claim()
    second.release()


@pytest.mark.usefixtures("qapp")
def test_other_databases_are_free(tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path / "a.db"), SingleInstance(tmp_path / "b.db")
    assert first.claim()
    assert second.claim()
    first.release()
    second.release()


@pytest.mark.usefixtures("qapp")
def test_a_killed_process_leaves_the_database_free(tmp_path: Path) -> None:
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from ecrm_desktop.ui.single_instance import SingleInstance\n"
        "app = QCoreApplication([])\n"
        "one = SingleInstance(Path(sys.argv[1]))\n"
        "assert one.claim()\n"
        "os.kill(os.getpid(), 9)\n"
    )
    path = tmp_path / "shop.db"
    killed = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert killed.returncode == -9
    again = SingleInstance(path)
    assert again.claim()
    again.release()
