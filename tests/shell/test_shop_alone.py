"""A shop on one computer pays nothing for what a shop on several has."""

import os
import subprocess
import sys
from pathlib import Path

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.services.shop import create_shop
from tests.helpers.command_line import ROOT
from tests.helpers.new_files import new_database

_OPEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ecrm_desktop.settings import Settings
from ecrm_desktop.shell.app import Program
from ecrm_desktop.ui.destinations import PageName

app = QApplication([])
program = Program(app, Path(sys.argv[1]), Settings(Path(sys.argv[2])))
program.start()

def look():
    shop = program.shop
    if shop is None or not shop.ui.background.is_idle:
        return
    assert PageName.SYNC not in shop.window.page_names
    loaded = {"psycopg", "ecrm_desktop.sync.engine", "ecrm_desktop.sync.rounds"}
    print("loaded:", sorted(loaded & set(sys.modules)))
    app.quit()

timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
app.exec()
"""


def test_nothing_of_syncing_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
    database.close()

    done = subprocess.run(
        [sys.executable, "-c", _OPEN, path, tmp_path / "settings.json"],
        capture_output=True,
        check=True,
        cwd=ROOT,
        encoding="utf-8",
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
    )

    assert done.stdout.splitlines() == ["loaded: []"]
