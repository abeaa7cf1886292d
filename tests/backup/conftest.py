"""A shop that is worth a backup."""

from pathlib import Path

import pytest

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from tests.helpers.factories import make_customer
from tests.helpers.shop_fixtures import guarded, guarded_template

__all__ = ["guarded", "guarded_template", "shop", "stick"]


@pytest.fixture
def shop(database: Database) -> Database:
    """An open shop with three customers."""
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
        for number in range(3):
            make_customer(
                session, f"مشتری {number}", code=f"{number}", phone=f"+9891200000{number:02}"
            )
    return database


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder for backups."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder
