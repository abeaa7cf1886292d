"""Damage that is found while people work leads to the same ways out as damage found at a start."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ecrm_desktop.backup.files import local_folder
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import connect
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui.welcome.recovery import RecoveryWindow
from tests.helpers.factories import make_customer
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.journeys.conftest import Start, shop_of


@pytest.fixture
def damaged(path: Path) -> Path:
    """A shop with a backup, in whose file a page is damaged that no start reads."""
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
        make_customer(session, "نگار")
    local_folder(path).mkdir()
    now = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
    make_backup(database, local_folder(path), now=now, limit=10**9)
    database.close()
    with closing(connect(path)) as connection:
        [(page,)] = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'customer_merges'"
        ).fetchall()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4_096)
        file.write(b"\xff")
    return path


def told(shop: ShopWindow) -> list[QWidget]:
    bars = shop.window.findChildren(QFrame)
    return [bar for bar in bars if bar.property("role") == "wrongBar" and bar.isVisible()]


def test_the_latest_backup_is_brought_back_from_where_the_damage_was_told(
    start: Start, person: Person, damaged: Path
) -> None:
    program = start()
    shop = shop_of(program, person)
    shop.inspector.look()
    person.wait(lambda: told(shop) != [])
    [bar] = told(shop)
    assert bar.accessibleName() == explain(DatabaseError(Problem.DAMAGE_FOUND))
    [offer] = bar.findChildren(QPushButton)
    offer.click()

    def recovery() -> RecoveryWindow | None:
        window = program.window
        is_ready = isinstance(window, RecoveryWindow) and window.restore.isEnabled()
        return window if is_ready and isinstance(window, RecoveryWindow) else None

    person.wait(lambda: recovery() is not None)
    window = recovery()
    assert window is not None
    window.restore.click()
    again = shop_of(program, person)
    again.inspector.look()
    person.wait(lambda: again.ui.background.is_idle)
    assert told(again) == []
    assert [one.name for one in damaged.parent.glob("*-replaced-*")]
