"""What came in of a file before the program was killed is out after the next start, and told."""

from pathlib import Path

from sqlalchemy import func, select

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.services.shop import create_shop
from tests.helpers.broken_import import leave_broken_import
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.journeys.conftest import Start, shop_of


def test_the_next_start_takes_it_out_and_says_so(start: Start, path: Path, person: Person) -> None:
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")
    leave_broken_import(database, path.with_name("list.csv"))
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Customer)) == 20
    database.close()
    shop = shop_of(start(), person)
    person.wait_to_see("به پایان نرسیده بود")
    with shop.ui.background.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Customer)) == 0
