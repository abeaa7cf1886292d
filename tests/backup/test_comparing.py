"""What a disk spoils in a record is found by a backup; what people change is not taken for it."""

from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from ecrm_desktop.backup.comparing import SpoiledRecords, spoiled_records
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.backup.restoring import restore
from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.wiping import wipe_file
from ecrm_desktop.storage.database import Database, connect
from ecrm_desktop.storage.database_file import Reading, open_file
from tests.helpers.factories import make_customer
from tests.helpers.flipped_pages import flip
from tests.helpers.small_shop import fill_small_shop

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
NOTES = "قول داده شد که سه‌شنبه تحویل شود"


@pytest.fixture
def shop(database: Database) -> Database:
    with database.transaction() as session:
        fill_small_shop(session, "fa")
    with database.transaction() as session:
        for number in range(3):
            make_customer(session, f"نگار {number}", code=f"{number + 500}", notes=NOTES)
    return database


@pytest.fixture
def backup(shop: Database, stick: Path) -> Path:
    return make_backup(shop, stick, now=NOW, limit=10**12).path


def spoiled(database: Database, backup: Path) -> Counter[str]:
    with closing(open_file(database.path, None, Reading.LOCKS)) as connection:
        found = spoiled_records(connection, backup)
        return Counter({table: records.count for table, records in found.items()})


def test_a_bit_that_flips_in_a_record_is_found(shop: Database, backup: Path) -> None:
    assert spoiled(shop, backup) == Counter()
    shop.close()
    content = shop.path.read_bytes()
    first = content.index(NOTES.encode())
    chance = Random(3)
    for _ in range(15):
        at = first + chance.randrange(len(NOTES.encode()))
        flip(shop.path, content, at, chance.randrange(8))
        database = Database(shop.path)
        assert spoiled(database, backup) == {"customers": 1}
        database.close()


def test_spoiled_records_are_known_by_codes_and_numbers_and_by_nothing_personal(
    shop: Database, backup: Path
) -> None:
    with closing(connect(shop.path)) as connection:
        for table in ("customers", "customer_phones", "purchases"):
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
            ).fetchall():
                connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE customers SET notes = 'x' WHERE code >= '500'")
        connection.execute("UPDATE customer_phones SET position = 9")
        connection.execute("UPDATE purchases SET note = 'x'")
        connection.commit()
    with closing(open_file(shop.path, None, Reading.LOCKS)) as connection:
        found = spoiled_records(connection, backup)
    assert found == {
        "customers": SpoiledRecords(3, ("500", "501", "502")),
        "customer_phones": SpoiledRecords(2, ("1",)),
        "purchases": SpoiledRecords(1, ("1",)),
    }


def test_a_bit_that_flips_in_the_audit_trail_is_found(shop: Database, stick: Path) -> None:
    with shop.transaction() as session:
        customer = session.scalars(select(Customer).where(Customer.code == "500")).one()
        customer.notes = "یک‌بار عوض شد"
    with shop.transaction() as session:
        customer = session.scalars(select(Customer).where(Customer.code == "500")).one()
        customer.notes = ""
    backup = make_backup(shop, stick, now=NOW, limit=10**12).path
    shop.close()
    content = shop.path.read_bytes()
    flip(shop.path, content, content.index("یک‌بار عوض شد".encode()) + 1, 0)
    database = Database(shop.path)
    assert spoiled(database, backup) == {"changes": 1}
    database.close()


def test_what_people_do_is_not_taken_for_it(shop: Database, backup: Path) -> None:
    with shop.transaction() as session:
        make_customer(session, "سارا")
        people = session.scalars(select(Customer).where(Customer.code >= "500")).all()
        changed, deleted, forgotten = (one.id for one in people[:3])
        session.get_one(Customer, changed).notes = "تازه"
    assert spoiled(shop, backup) == Counter()
    with shop.transaction() as session:
        deletion = delete_customers(session, [deleted])
    assert spoiled(shop, backup) == Counter()
    with shop.transaction() as session:
        restore_deletion(session, deletion)
    assert spoiled(shop, backup) == Counter()
    with shop.transaction(FORGETTING) as session:
        forget_customer(session, forgotten, user_id=None)
    assert wipe_file(shop)
    assert spoiled(shop, backup) == Counter()


def test_after_a_restore_later_backups_say_nothing(
    shop: Database, backup: Path, stick: Path
) -> None:
    with shop.transaction() as session:
        make_customer(session, "از دست رفته")
    later = make_backup(shop, stick, now=NOW, limit=10**12).path
    shop.close()
    restore(backup, shop.path, now=NOW)
    database = Database(shop.path)
    with database.transaction() as session:
        for customer in session.scalars(select(Customer)):
            customer.notes = "کار دیگری"
    assert spoiled(database, later) == Counter()
    assert spoiled(database, backup) == Counter()
    database.close()
