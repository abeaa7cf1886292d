import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Row, delete, exc, insert, select, text, update

from ecrm_desktop.backup.opening import open_database
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.changes import (
    FORGETTING,
    MASK,
    Change,
    ChangeGroup,
    ChangeKind,
    capture_triggers,
    owner_column,
    synced_tables,
)
from ecrm_desktop.models.customers import Customer, CustomerPhone
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.change_filter import ChangeFilter
from ecrm_desktop.queries.changes import change_rows, list_changes
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.statuses import Role
from tests.helpers.factories import make_customer
from tests.helpers.new_files import new_database
from tests.helpers.older_shop import make_older_shop


@contextmanager
def closing_database(path: Path) -> Iterator[Database]:
    database = new_database(path)
    yield database
    database.close()


def changes(database: Database) -> list[Row[Any]]:
    """What was captured since the shop was made, oldest first."""
    with database.reading() as session:
        columns = Change.table_name, Change.record_id, Change.kind, Change.before, Change.after
        return list(session.execute(select(*columns).order_by(Change.number)))


def clear(session: Session) -> None:
    connection = session.connection()
    kept = {name: sql for name, sql in capture_triggers().items() if name.endswith("_no_delete")}
    for name in kept:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    session.execute(delete(Change))
    session.execute(delete(ChangeGroup))
    for trigger in kept.values():
        connection.exec_driver_sql(trigger)


@pytest.fixture
def customer(database: Database) -> UUID:
    with database.transaction() as session:
        made = make_customer(session, last_name="احمدی", city="یزد")
        session.flush()
        clear(session)
    return made


def test_every_synced_table_has_its_three_triggers(database: Database) -> None:
    with database.reading() as session:
        rows = session.execute(
            text("SELECT name, sql FROM sqlite_master WHERE name LIKE '%_capture_%'")
        )
        found: dict[str, str] = {row.name: row.sql for row in rows}
    assert found == dict(capture_triggers())
    assert {"customers", "purchase_lines", "users", "shop", "imports"} <= {
        name.partition("_capture_")[0] for name in found
    }


def test_parts_belong_to_the_record_they_are_nothing_without() -> None:
    owners = {
        table.name: column.name
        for table in synced_tables()
        if (column := owner_column(table)) is not None
    }
    assert owners == {
        "complaint_changes": "complaint_id",
        **dict.fromkeys(
            [
                "customer_consents",
                "customer_favorites",
                "customer_field_values",
                "customer_phones",
                "customer_socials",
                "customer_tags",
            ],
            "customer_id",
        ),
        "purchase_lines": "purchase_id",
        "return_lines": "return_id",
        "segment_pins": "segment_id",
    }


def test_an_update_says_what_was_and_what_is(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        one = session.get_one(Customer, customer)
        one.last_name = 'محمدی "ملقب"'
        one.referred_by_id = customer
    [change] = changes(database)
    assert (change.table_name, change.record_id, change.kind) == (
        "customers",
        customer,
        ChangeKind.UPDATE,
    )
    assert json.loads(change.before) == {"last_name": "احمدی", "referred_by_id": None}
    assert json.loads(change.after) == {
        "last_name": 'محمدی "ملقب"',
        "referred_by_id": customer.hex,
    }


def test_bulk_and_core_statements_cannot_pass_by(database: Database, customer: UUID) -> None:
    phone, other = new_id(), new_id()
    with database.transaction() as session:
        session.execute(update(Customer).values(city="شیراز"))
        session.execute(
            insert(CustomerPhone),
            [
                {"id": one, "customer_id": customer, "number": "+989123456789"}
                for one in (phone, other)
            ],
        )
        session.execute(text("DELETE FROM customer_phones WHERE number LIKE '+98%'"))
    kinds = [(one.table_name, one.kind) for one in changes(database)]
    assert kinds == [
        ("customers", "update"),
        *[("customer_phones", "insert")] * 2,
        *[("customer_phones", "delete")] * 2,
    ]
    gone = json.loads(changes(database)[-1].before)
    assert gone["number"] == "+989123456789"
    assert gone["customer_id"] == customer.hex


def test_a_connection_of_another_program_cannot_write_unseen(
    database: Database, customer: UUID, tmp_path: Path
) -> None:
    stranger = sqlite3.connect(database.path)
    with pytest.raises(sqlite3.OperationalError, match="no such function"):
        stranger.execute("UPDATE users SET name = 'X'")
    with pytest.raises(sqlite3.OperationalError, match="no such function"):
        stranger.execute("DELETE FROM customers")
    stranger.close()


def test_what_replaces_a_record_says_what_was_deleted(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        for start in ("REPLACE INTO", "INSERT OR REPLACE INTO"):
            session.execute(
                text(f"{start} customers SELECT * FROM customers WHERE id = :id"),
                {"id": customer.bytes},
            )
    found = changes(database)
    assert [one.kind for one in found] == ["delete", "insert"] * 2
    assert json.loads(found[0].before)["last_name"] == "احمدی"


def test_a_record_that_another_one_pushes_out_is_seen(database: Database, customer: UUID) -> None:
    other = new_id()
    with database.transaction() as session:
        session.add(Customer(id=other, code="2", last_name="کریمی"))
        session.flush()
        clear(session)
        session.execute(
            text("UPDATE OR REPLACE customers SET id = :new WHERE id = :old"),
            {"new": customer.bytes, "old": other.bytes},
        )
    deleted, moved = changes(database)
    assert (deleted.kind, deleted.record_id) == ("delete", customer)
    assert (moved.kind, moved.record_id) == ("update", customer)
    assert json.loads(moved.before) == {"id": other.hex}
    assert json.loads(moved.after) == {"id": customer.hex}


def test_the_day_a_record_was_made_cannot_be_changed_unseen(
    database: Database, customer: UUID
) -> None:
    with database.transaction() as session:
        session.execute(text("UPDATE customers SET created_at = '2020-01-01 00:00:00.000000'"))
    [change] = changes(database)
    assert json.loads(change.after) == {"created_at": "2020-01-01 00:00:00.000000"}


def test_a_part_names_what_it_is_a_part_of(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        session.execute(
            insert(CustomerPhone),
            [{"id": new_id(), "customer_id": customer, "number": "+989123456789"}],
        )
        session.execute(delete(CustomerPhone))
    with database.reading() as session:
        assert session.scalars(select(Change.owner_id)).all() == [customer] * 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE changes SET after = '{}'",
        "UPDATE change_groups SET user_id = NULL",
        "DELETE FROM changes",
        "DELETE FROM change_groups",
        "REPLACE INTO changes SELECT * FROM changes",
        "REPLACE INTO change_groups SELECT * FROM change_groups",
    ],
)
def test_what_was_captured_stays(database: Database, customer: UUID, statement: str) -> None:
    with database.transaction() as session:
        session.execute(update(Customer).values(city="قم"))
    with pytest.raises(exc.IntegrityError, match="stays"), database.transaction() as session:
        session.execute(text(statement))
    assert len(changes(database)) == 1


def test_forgetting_may_empty_values_but_deletes_nothing(
    database: Database, customer: UUID
) -> None:
    with database.transaction() as session:
        session.execute(update(Customer).values(city="قم"))
    with database.transaction(FORGETTING) as session:
        session.execute(update(Change).values(before="{}", after="{}"))
    with pytest.raises(exc.IntegrityError), database.transaction(FORGETTING) as session:
        session.execute(delete(Change))
    assert [one.after for one in changes(database)] == ["{}"]


class Clock:
    """The clock of the PC, as the capture and new records read it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = datetime(2026, 11, 29, 8, tzinfo=UTC)
        monkeypatch.setattr("ecrm_desktop.models.changes.utc_now", lambda: self.now)
        # The id of 2010 is smaller than one of 2026, as a UUIDv7 of a PC with that clock is.
        monkeypatch.setattr(
            "ecrm_desktop.values.ids.compat.uuid7",
            lambda: UUID(int=int(self.now.timestamp() * 1000) << 80),
        )


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


CITIES = ("قم", "ری", "یزد", "شیراز", "رشت")


@pytest.mark.parametrize("years", [(2026, 2010, 2038, 2026), (2038, 2010), (2010, 2026, 2010)])
def test_the_trail_is_in_the_order_of_the_work_whatever_the_clock_says(
    database: Database, customer: UUID, clock: Clock, years: tuple[int, ...]
) -> None:
    for year, city in zip(years, CITIES, strict=False):
        clock.now = clock.now.replace(year=year)
        # Started again each time, as somebody does who repairs a clock.
        again = Database(database.path)
        with again.transaction() as session:
            session.execute(update(Customer).values(city=city))
        again.close()
    with database.reading() as session:
        newest_first = list_changes(session, ChangeFilter(), Sort("at", descending=True))
        rows = change_rows(session, list(newest_first))
        oldest_first = list_changes(session, ChangeFilter(), Sort("at"))
    assert [row.at.year for row in rows] == list(reversed(years))
    assert list(oldest_first) == list(reversed(newest_first))
    cities = [json.loads(one.after)["city"] for one in changes(database)]
    assert cities == list(CITIES[: len(years)])


def test_numbers_count_on_from_the_large_ones_of_earlier_versions(database: Database) -> None:
    large = new_id().int >> 64
    with database.transaction() as session:
        session.add(ChangeGroup(number=large, at=utc_now(), user_id=None))
    with database.transaction() as session:
        make_customer(session)
        assert database.capture.group == large + 1


_WRITER = """
import sys
from pathlib import Path
from sqlalchemy import text
from ecrm_desktop.storage.database import Database
database = Database(Path(sys.argv[1]))
for number in range(40):
    with database.transaction() as session:
        new = sys.argv[2] + str(number)
        session.execute(text("UPDATE customers SET notes = :new"), {"new": new})
database.close()
"""


def test_processes_that_write_in_turns_take_each_number_once(
    database: Database, customer: UUID
) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(database.path), name]) for name in "ab"
    ]
    assert [one.wait(60) for one in writers] == [0, 0]
    with database.reading() as session:
        found = session.execute(
            select(ChangeGroup.number, Change.number)
            .join(Change, Change.group_number == ChangeGroup.number)
            .order_by(Change.number)
        ).all()
    first = found[0][0]
    assert [group for group, _change in found] == list(range(first, first + 80))


def test_what_changes_nothing_is_not_captured(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        session.execute(update(Customer).values(city="یزد"))
    assert changes(database) == []
    with database.reading() as session:
        assert session.scalars(select(ChangeGroup)).all() == []


def test_a_transaction_is_one_group_with_its_user_and_action(
    database: Database, customer: UUID
) -> None:
    with database.transaction() as session:
        user = User(name="سارا", role=Role.STAFF)
        session.add(user)
    database.capture.user_id = user.id
    with database.transaction("import") as session:
        make_customer(session)
        group = database.capture.group
    with database.transaction() as session:
        session.execute(update(Customer).values(city="قم"))
    with database.reading() as session:
        groups = session.scalars(select(ChangeGroup).order_by(ChangeGroup.number)).all()
        inside = session.scalars(select(Change.kind).where(Change.group_number == group)).all()
    assert [(one.user_id, one.action) for one in groups] == [
        (None, ""),
        (user.id, "import"),
        (user.id, ""),
    ]
    assert groups[1].number == group
    assert set(inside) == {ChangeKind.INSERT}


def test_what_is_done_for_somebody_is_theirs_whoever_takes_over(
    database: Database, customer: UUID
) -> None:
    asked, present = new_id(), new_id()
    with database.capture.working_for(asked):
        database.capture.user_id = present
        assert database.capture.user_id == asked
        with database.transaction() as session:
            session.execute(update(Customer).values(city="قم"))
    with database.transaction() as session:
        session.execute(update(Customer).values(city="ری"))
    with database.reading() as session:
        users = session.scalars(select(ChangeGroup.user_id).order_by(ChangeGroup.number)).all()
    assert users == [asked, present]


def test_what_was_undone_left_no_change(database: Database, customer: UUID) -> None:
    with pytest.raises(InvalidInput), database.transaction() as session:
        session.execute(update(Customer).values(city="قم"))
        raise InvalidInput(Problem.TEXT_EMPTY)
    assert changes(database) == []


def test_invented_data_goes_in_silently_and_only_then(database: Database, customer: UUID) -> None:
    with database.transaction(captured=False) as session:
        make_customer(session)
    assert changes(database) == []
    with database.writer.begin() as connection:
        connection.execute(update(Customer).values(city="قم"))
    assert len(changes(database)) == 2


def test_a_password_is_captured_as_a_mask(database: Database) -> None:
    with database.transaction() as session:
        user = User(name="سارا", role=Role.STAFF)
        session.add(user)
        session.flush()
        clear(session)
        user.password_hash = "$argon2id$secret"  # noqa: S105 - invented
    with database.transaction() as session:
        session.execute(delete(User))
    first, second = changes(database)
    assert json.loads(first.before) == {"password_hash": ""}
    assert json.loads(first.after) == {"password_hash": "***"}
    assert json.loads(second.before)["password_hash"] == MASK


def test_an_older_shop_gets_its_triggers(tmp_path: Path) -> None:
    make_older_shop(tmp_path / "a.db", "0001")
    database = open_database(tmp_path / "a.db")
    with database.transaction() as session:
        make_customer(session)
    assert changes(database)[0].table_name == "customers"
    database.close()
