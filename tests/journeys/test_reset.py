"""A reset that somebody asked for is counted and told at each start, until it takes effect."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.shop import users
from ecrm_desktop.services.passwords import ask_for_reset, set_password
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.services.users import add_user
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.passwords import RESET_DAYS
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.journeys.conftest import Start, shop_of


def make_shop(path: Path, days: int) -> None:
    """Make one whose owner's reset was asked for and has had so many days."""
    database = new_database(path)
    with database.transaction() as session:
        owner = create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")
        add_user(session, UserDraft(name="رضا"))
        set_password(session, owner, "7294")
        ask_for_reset(session, owner, date(2020, 1, 1))
        session.get_one(User, owner).reset_days = days
    database.close()


@pytest.mark.parametrize("days", [0, RESET_DAYS - 1])
def test_every_start_counts_and_tells(start: Start, path: Path, person: Person, days: int) -> None:
    make_shop(path, days)
    program = start()
    window = program.window
    assert window is not None
    told = "\n".join(one.text() for one in window.findChildren(QLabel))
    assert ("برداشته شود" in told) is (days + 1 < RESET_DAYS)
    program.finish()
    database = Database(path)
    with database.reading() as session:
        [now, _staff] = users(session)
    database.close()
    assert now.has_password is (days + 1 < RESET_DAYS)
    assert now.reset_days == (days + 1) % RESET_DAYS


def test_whoever_enters_is_told_too(start: Start, path: Path, person: Person) -> None:
    make_shop(path, 0)
    program = start()
    person.walk_to("رضا · فروشنده")
    person.press("Return")
    shop_of(program, person)
    person.wait_to_see("رمز مریم برداشته شود")
