"""The sample shop is believable, repeatable and as sound as one that people typed in."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models import Base
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.services.counters import next_number
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.jalali import PartialDate, to_jalali
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import ALLOWED_MOVES, ComplaintStatus
from ecrm_desktop.values.text import clean, clean_multiline
from ecrm_desktop.values.totals import line_total, purchase_total

NOW = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)
CUSTOMERS = 600


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(tmp_path_factory.mktemp("demo") / "shop.db", create=True)
    with database.transaction() as session:
        fill_demo(session, customers=CUSTOMERS, seed=7, now=NOW)
    yield database
    database.close()


@pytest.fixture
def session(sample: Database) -> Iterator[Session]:
    with sample.reading() as session:
        yield session


def rows(session: Session, statement: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in session.execute(text(statement))]


def one(session: Session, statement: str) -> int:
    return int(session.execute(text(statement)).scalar_one())


def dump(path: Path, *, seed: int) -> list[tuple[object, ...]]:
    database = Database(path, create=True)
    with database.transaction() as session:
        fill_demo(session, customers=40, seed=seed, now=NOW)
        everything = []
        for table in Base.metadata.sorted_tables:
            # The shop and its people are made by the services, with ids of now.
            if table.name in {"shop", "users", "changes", "change_groups"}:
                continue
            columns = [
                column.name
                for column in table.columns
                if not any(key.column.table.name == "users" for key in column.foreign_keys)
            ]
            everything += rows(session, f"SELECT {', '.join(columns)} FROM {table.name} ORDER BY 1")
    database.close()
    return everything


def test_the_same_seed_gives_the_same_shop(tmp_path: Path) -> None:
    first = dump(tmp_path / "a.db", seed=3)
    assert dump(tmp_path / "b.db", seed=3) == first
    assert dump(tmp_path / "c.db", seed=4) != first


def test_a_database_with_records_is_left_alone(sample: Database) -> None:
    with (
        pytest.raises(InvalidInput, match=Problem.NOT_EMPTY),
        sample.transaction() as session,
    ):
        fill_demo(session, customers=1)


def test_a_shop_that_exists_keeps_its_name_and_currency(database: Database) -> None:
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="Boutique"), "EUR", "Anna")
    with database.transaction() as session:
        fill_demo(session, customers=30, now=NOW)
    with database.reading() as session:
        shop = get_shop(session)
        assert (shop.name, shop.currency, shop.money_unit) == ("Boutique", "EUR", MoneyUnit.MAJOR)
        assert not shop.is_sample
        # Euros and cents, not rials.
        assert 5_00 < one(session, "SELECT avg(price) FROM products") < 100_00


@pytest.mark.parametrize("customers", [0, 1, 2, 15])
def test_a_tiny_shop_works_too(database: Database, customers: int) -> None:
    with database.transaction() as session:
        fill_demo(session, customers=customers, now=NOW)
    with database.reading() as session:
        assert one(session, "SELECT count(*) FROM customers") == customers


def test_an_interrupted_demo_leaves_nothing_behind(database: Database) -> None:
    def stop(done: int, total: int) -> None:
        if done * 2 > total:
            raise KeyboardInterrupt

    before = schema(database)
    with pytest.raises(KeyboardInterrupt), database.transaction() as session:
        fill_demo(session, customers=50, now=NOW, report_progress=stop)
    assert schema(database) == before
    with database.reading() as session:
        assert one(session, "SELECT count(*) FROM customers") == 0


def schema(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as session:
        return rows(session, "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2")


def test_indexes_and_triggers_are_back_afterwards(sample: Database, database: Database) -> None:
    assert schema(sample) == schema(database)


def test_no_reference_points_nowhere(session: Session) -> None:
    assert rows(session, "PRAGMA foreign_key_check") == []


def test_new_records_continue_the_numbers(sample: Database) -> None:
    with sample.writer.connect() as connection:
        session = Session(connection)
        assert next_number(session, "customer") == CUSTOMERS + 1
        purchases = one(session, "SELECT count(*) FROM purchases")
        assert next_number(session, "purchase") == purchases + 1
        year = to_jalali(NOW.date())[0]
        complaints = one(session, f"SELECT count(*) FROM complaints WHERE number LIKE '{year}-%'")
        assert next_number(session, f"complaint-{year}") == complaints + 1
        connection.rollback()


def test_totals_add_up(session: Session) -> None:
    lines: dict[object, list[int]] = {}
    for purchase, quantity, price, discount, total in session.execute(
        text("SELECT purchase_id, quantity, unit_price, discount, total FROM purchase_lines")
    ):
        assert line_total(quantity, price, discount) == total
        lines.setdefault(purchase, []).append(total)
    for purchase, discount, shipping, tax, total in session.execute(
        text("SELECT id, discount, shipping, tax, total FROM purchases")
    ):
        assert purchase_total(lines[purchase], discount, shipping, tax) == total


def test_nobody_got_back_more_than_was_paid(session: Session) -> None:
    assert one(session, "SELECT count(*) FROM returns") > 0
    assert rows(
        session,
        "SELECT 1 FROM returns r JOIN purchases p ON p.id = r.purchase_id"
        " WHERE r.total > p.total OR r.returned_on < p.purchased_on",
    ) == []  # fmt: skip


def test_people_have_valid_identifiers(session: Session) -> None:
    phones = rows(session, "SELECT number FROM customer_phones")
    assert len(set(phones)) == len(phones)
    for (number,) in phones:
        assert Phone.parse(str(number)).number == number
    for (number,) in rows(session, "SELECT national_id FROM customers WHERE national_id <> ''"):
        assert NationalId.parse(str(number)).text == number
    for (day,) in rows(session, "SELECT birth_date FROM customers WHERE birth_date <> ''"):
        assert str(PartialDate.from_stored(str(day))) == day


def test_every_text_is_as_the_services_would_store_it(session: Session) -> None:
    columns = {
        "customers": ("first_name", "last_name", "company_name", "address", "city", "notes", "job"),
        "products": ("name", "brand", "category", "unit"),
        "interactions": ("subject", "text"),
        "complaints": ("subject", "description", "category", "resolution"),
        "tasks": ("title",),
        "customer_tags": ("tag",),
        "returns": ("reason",),
    }
    for table, names in columns.items():
        for name in names:
            for (value,) in rows(session, f"SELECT DISTINCT {name} FROM {table}"):
                cleaning = clean_multiline if name == "text" else clean
                assert cleaning(str(value)) == value
                assert "{" not in str(value)


def test_nothing_lies_in_the_future(session: Session) -> None:
    now = NOW.isoformat(" ")[:19]
    for table, column in (
        ("customers", "created_at"), ("purchases", "purchased_at"), ("returns", "returned_at"),
        ("interactions", "occurred_at"), ("complaints", "received_at"), ("tasks", "done_at"),
        ("complaint_changes", "changed_at"),
    ):  # fmt: skip
        latest = session.execute(text(f"SELECT max({column}) FROM {table}")).scalar_one()
        assert latest <= now + ".999999", table


@pytest.mark.parametrize(
    ("hours", "clock"), [(0, (22, 30)), (3.5, (0, 5)), (14, (0, 10)), (-11, (23, 50))]
)
def test_no_day_of_the_shop_is_still_to_come_on_this_pc(
    database: Database, hours: float, clock: tuple[int, int]
) -> None:
    now = datetime(2026, 11, 21, *clock, tzinfo=timezone(timedelta(hours=hours)))
    with database.transaction() as session:
        fill_demo(session, customers=30, now=now)
    with database.reading() as session:
        for day, instant in session.execute(select(Purchase.purchased_on, Purchase.purchased_at)):
            assert instant.astimezone(now.tzinfo).date() == day
            assert instant < now + timedelta(minutes=1)


def test_the_shop_is_three_years_old_and_alive_today(session: Session) -> None:
    [(first, last)] = rows(session, "SELECT min(purchased_on), max(purchased_on) FROM purchases")
    assert NOW.date() - date.fromisoformat(str(first)) > timedelta(3 * 365 - 30)
    assert last == NOW.date().isoformat()
    birthday = "%-{:02}-{:02}".format(*to_jalali(NOW.date())[1:])
    assert one(session, f"SELECT count(*) FROM customers WHERE birth_date LIKE '{birthday}'") >= 2
    assert one(session, f"SELECT count(*) FROM tasks WHERE due_on = '{NOW.date()}'") >= 1
    assert one(session, "SELECT count(*) FROM tasks WHERE deleted_at IS NOT NULL") == 2


def test_nowruz_sells_best(session: Session) -> None:
    months = [0] * 13
    for (day,) in rows(session, "SELECT purchased_on FROM purchases"):
        months[to_jalali(datetime.fromisoformat(str(day)).date())[1]] += 1
    assert max(range(1, 13), key=months.__getitem__) == 12
    assert months[12] > 1.5 * sum(months) / 12


def test_few_customers_bring_most_of_the_money(session: Session) -> None:
    totals = [
        int(str(total))
        for (total,) in rows(
            session, "SELECT purchase_total FROM customer_index ORDER BY purchase_total DESC"
        )
    ]
    assert sum(totals[: CUSTOMERS // 5]) > 0.6 * sum(totals)
    once = one(session, "SELECT count(*) FROM customer_index WHERE purchase_count = 1")
    assert 0.35 < once / CUSTOMERS < 0.75
    assert one(session, "SELECT max(purchase_count) FROM customer_index") > 15


def test_complaints_stand_everywhere_and_their_histories_are_allowed(session: Session) -> None:
    statuses = rows(session, "SELECT DISTINCT status FROM complaints")
    assert {ComplaintStatus(str(status)) for (status,) in statuses} == set(ComplaintStatus)
    for complaint, status in rows(session, "SELECT id, status FROM complaints"):
        steps = [
            ComplaintStatus(step)
            for (step,) in session.execute(
                text(
                    "SELECT after FROM complaint_changes WHERE complaint_id = :id"
                    " ORDER BY changed_at, id"
                ),
                {"id": complaint},
            )
        ]
        assert steps[0] == ComplaintStatus.NEW
        assert steps[-1] == status
        assert all(after in ALLOWED_MOVES[before] for before, after in pairwise(steps))


def test_overdue_complaints_come_first_on_the_board(session: Session) -> None:
    assert one(
        session,
        f"SELECT count(*) FROM complaints WHERE due_on < '{NOW.date()}'"
        " AND status NOT IN ('resolved', 'closed')",
    ) > 0  # fmt: skip
