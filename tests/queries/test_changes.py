"""The audit trail tells who did what to which record, with every value before and after."""

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text, update

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.models.base import Base
from ecrm_desktop.models.changes import Change, ChangeKind
from ecrm_desktop.models.customers import Customer, CustomerPhone, CustomerTag
from ecrm_desktop.models.imports import Import
from ecrm_desktop.models.purchases import PurchaseLine
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.change_detail import ChangedRecord, changed_records, entry_records
from ecrm_desktop.queries.change_filter import ChangeFilter, EntryKind
from ecrm_desktop.queries.change_values import RecordName
from ecrm_desktop.queries.changes import ChangeRow, change_rows, list_changes
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.services.bin import empty_bin, restore_deletion
from ecrm_desktop.services.customer_merges import merge_customers, undo_merge
from ecrm_desktop.services.customers import create_customer, delete_customers, update_customer
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import ImportKind, RecordKind, TaskRepeat
from tests.helpers.examples import examples
from tests.helpers.factories import make_customer, make_product, make_purchase, make_user

NEWEST = Sort("at", descending=True)


def entries(database: Database, **wanted: object) -> list[ChangeRow]:
    with database.reading() as session:
        ids = list_changes(session, ChangeFilter(**wanted), NEWEST)  # type: ignore[arg-type]
        return change_rows(session, ids)


def records(database: Database, entry: ChangeRow) -> list[ChangedRecord]:
    with database.reading() as session:
        ids = entry_records(session, entry.id)
        return changed_records(session, entry.id, ids)


def values(record: ChangedRecord, part: int = 0) -> dict[str, tuple[object, object]]:
    return {one.column: (one.before, one.after) for one in record.parts[part].values}


def draft(**over: object) -> CustomerDraft:
    phone = PhoneDraft(phone=Phone.parse("09123456789"), is_primary=True)
    given = {"first_name": "مریم", "last_name": "احمدی", "city": "یزد", "phones": (phone,)}
    return CustomerDraft(**(given | over))  # type: ignore[arg-type]


@pytest.fixture
def customer(database: Database) -> UUID:
    with database.transaction() as session:
        return create_customer(session, draft(tags=("خوش‌حساب",)))


def test_a_saved_customer_is_one_entry_with_its_parts(database: Database, customer: UUID) -> None:
    [entry] = entries(database)
    assert (entry.kind, entry.count, entry.record.name) == (EntryKind.CREATED, 1, "مریم احمدی")
    assert (entry.record.table, entry.record.id) == ("customers", customer)
    assert entry.changes == 3
    [record] = records(database, entry)
    assert record.id == customer
    assert record.kind is ChangeKind.INSERT
    assert [part.name.table for part in record.parts] == [
        "customers",
        "customer_phones",
        "customer_tags",
    ]
    assert values(record)["city"] == (None, "یزد")
    assert values(record, 1)["number"] == (None, "+989123456789")


def test_a_record_is_shown_as_it_was_made_whatever_became_of_it(
    database: Database, customer: UUID
) -> None:
    with database.transaction() as session:
        update_customer(session, customer, draft(city="قم"))
    with database.transaction() as session:
        update_customer(session, customer, draft(city="شیراز", last_name="محمدی"))
    with database.transaction() as session:
        delete_customers(session, [customer])
    with database.transaction() as session:
        empty_bin(session)
    made = entries(database)[-1]
    [record] = records(database, made)
    assert values(record)["city"] == (None, "یزد")
    assert values(record)["last_name"] == (None, "احمدی")
    assert "deleted_at" not in {one.column for one in record.parts[0].values if one.after}
    tag = next(part for part in record.parts if part.name.table == "customer_tags")
    assert {one.column: one.after for one in tag.values}["tag"] == "خوش‌حساب"


def test_an_update_names_its_fields_and_both_values(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        update_customer(session, customer, draft(city="قم", tags=("خوش‌حساب", "همکار")))
    entry = entries(database)[0]
    assert entry.kind is EntryKind.CHANGED
    assert set(entry.fields) == {("customers", "city"), ("customer_tags", "")}
    [record] = records(database, entry)
    assert values(record)["city"] == ("یزد", "قم")
    assert record.parts[1].kind is ChangeKind.INSERT


def test_a_change_of_parts_alone_is_one_of_the_whole_record(
    database: Database, customer: UUID
) -> None:
    with database.transaction() as session:
        session.execute(update(CustomerPhone).values(number="+989351112233"))
    entry = entries(database)[0]
    assert (entry.kind, entry.record.id) == (EntryKind.CHANGED, customer)
    [record] = records(database, entry)
    assert (record.id, record.kind) == (customer, ChangeKind.UPDATE)
    assert values(record) == {"number": ("+989123456789", "+989351112233")}


def test_the_bin_and_what_comes_back(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        deletion = delete_customers(session, [customer])
    with database.transaction() as session:
        restore_deletion(session, deletion)
    with database.transaction() as session:
        delete_customers(session, [customer])
    with database.transaction() as session:
        empty_bin(session)
    kinds = [entry.kind for entry in entries(database)]
    assert kinds == [
        EntryKind.REMOVED,
        EntryKind.BINNED,
        EntryKind.RESTORED,
        EntryKind.BINNED,
        EntryKind.CREATED,
    ]
    removed = entries(database)[0]
    assert (removed.record.name, removed.record.exists) == ("مریم احمدی", False)
    [record] = records(database, removed)
    assert values(record)["last_name"] == ("احمدی", None)
    for kind in set(kinds):
        found = entries(database, kind=kind)
        assert [one.kind for one in found] == [kind] * kinds.count(kind)
        assert found == entries(database, kind=kind, table="customers")
        assert entries(database, kind=kind, table="tasks") == []


def test_a_merge_is_a_merge_and_so_is_its_undo(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        other = make_customer(session, "مریم احمدی فر", code="9", phone="+989350000000")
    with database.transaction() as session:
        merge = merge_customers(session, customer, other, {})
    with database.transaction() as session:
        undo_merge(session, merge)
    parted, merged = entries(database)[:2]
    assert (merged.kind, parted.kind) == (EntryKind.MERGED, EntryKind.PARTED)
    assert merged.record.customer == "مریم احمدی"
    assert [one.id for one in entries(database, kind=EntryKind.MERGED)] == [merged.id]
    assert [one.id for one in entries(database, kind=EntryKind.PARTED)] == [parted.id]
    by_column = values(records(database, merged)[0])
    assert isinstance(by_column["merged_id"][1], RecordName)
    assert by_column["merged_id"][1].name == "مریم احمدی فر"


def test_an_import_is_one_entry_that_opens(database: Database) -> None:
    with database.transaction("import") as session:
        session.add(
            Import(kind=ImportKind.CUSTOMERS, file_name="مشتریان.xlsx", new=250, undone_at=None)
        )
        for number in range(250):
            make_customer(session, f"نام {number}", code=str(number), phone=f"+98912{number:07}")
    [entry] = entries(database)
    assert (entry.kind, entry.record.name, entry.action) == (
        EntryKind.IMPORTED,
        "مشتریان.xlsx",
        "import",
    )
    assert entry.changes == 501
    with database.reading() as session:
        ids = entry_records(session, entry.id)
        assert len(ids) == 251
        shown = changed_records(session, entry.id, ids[:3])
    assert [one.name.name for one in shown] == ["مشتریان.xlsx", "نام 0", "نام 1"]
    assert [one.id for one in entries(database, table="customers")] == [entry.id]
    assert [one.id for one in entries(database, kind=EntryKind.IMPORTED)] == [entry.id]
    assert entries(database, kind=EntryKind.IMPORT_UNDONE) == []


def test_references_are_names_even_of_what_is_gone(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        product = make_product(session, "کفش")
        user = make_user(session, "رضا")
        bought = make_purchase(session, customer, date(2026, 11, 20), "کفش", number="12")
        session.execute(update(PurchaseLine).values(product_id=product))
    with database.transaction() as session:
        session.execute(
            text("UPDATE purchases SET seller_id = :user, customer_id = NULL"),
            {"user": user.bytes},
        )
        session.execute(update(PurchaseLine).values(product_id=None))
    with database.transaction() as session:
        for table in ("customer_phones", "customer_tags", "customers", "products", "users"):
            clause = "" if table != "users" else "SET seller_id = NULL"
            if clause:
                session.execute(text(f"UPDATE purchases {clause}"))
            session.execute(text(f"DELETE FROM {table}"))
    entry = entries(database)[1]
    [record] = records(database, entry)
    assert record.id == bought
    before, _none = values(record)["customer_id"]
    assert isinstance(before, RecordName)
    assert (before.name, before.exists) == ("مریم احمدی", False)
    seller = values(record)["seller_id"][1]
    assert isinstance(seller, RecordName)
    assert seller.name == "رضا"
    line = values(record, 1)["product_id"][0]
    assert isinstance(line, RecordName)
    assert (line.name, line.exists) == ("کفش", False)


def test_who_and_when(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        user = make_user(session, "سارا")
    database.capture.user_id = user
    with database.transaction() as session:
        session.execute(update(Customer).values(city="قم"))
    entry = entries(database)[0]
    assert (entry.user_id, entry.user_name) == (user, "سارا")
    assert entries(database, user_id=user) == [entry]
    assert entry not in entries(database, without_user=True)
    assert len(entries(database, without_user=True)) == 2
    assert entries(database, since=entry.at) == [entry]
    assert entry not in entries(database, until=entry.at)
    assert entries(database, until=datetime.now(UTC) - timedelta(days=1)) == []
    database.capture.user_id = None
    with database.transaction() as session:
        session.execute(delete(User))
    gone = next(one for one in entries(database) if one.user_id == user)
    assert gone.user_name == "سارا"


def test_the_history_of_one_customer_has_their_parts_and_what_is_about_them(
    database: Database, customer: UUID
) -> None:
    with database.transaction() as session:
        other = make_customer(session, "علی کریمی", code="2", phone="+989190000000")
    with database.transaction() as session:
        session.execute(delete(CustomerTag).where(CustomerTag.customer_id == customer))
    with database.transaction() as session:
        bought = make_purchase(session, customer, date(2026, 11, 20), "کفش")
    with database.transaction() as session:
        make_purchase(session, other, date(2026, 11, 20), "کیف")
    with database.transaction() as session:
        session.execute(
            update(PurchaseLine).where(PurchaseLine.purchase_id == bought).values(title="پوتین")
        )
    found = entries(database, record=("customers", customer))
    assert [one.record.id for one in found] == [bought, bought, customer, customer]
    assert [one.record.id for one in entries(database, record=("purchases", bought))] == [
        bought,
        bought,
    ]


def test_words_are_found_in_values_and_in_names(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        make_customer(session, "علی کریمی", code="2")
        session.execute(update(Customer).where(Customer.code == "2").values(notes="پول نداد"))
    with database.transaction() as session:
        session.execute(update(Customer).where(Customer.code == "2").values(notes=""))
    assert len(entries(database, text="پول نداد")) == 2
    assert len(entries(database, text="كريمى")) == 2  # as an Arabic keyboard writes it
    assert [one.record.id for one in entries(database, text="احمدی")] == [customer]
    assert entries(database, text="نیست") == []


def test_what_a_task_is_about_is_named(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        session.add(
            Task(
                title="زنگ بزن",
                customer_id=customer,
                record_kind=RecordKind.CUSTOMER,
                record_id=customer,
                due_on=date(2026, 11, 22),
            )
        )
    [record] = records(database, entries(database)[0])
    about = values(record)["record_id"][1]
    assert isinstance(about, RecordName)
    assert about.name == "مریم احمدی"
    assert values(record)["repeat"] == (None, TaskRepeat.NONE)
    assert values(record)["due_on"] == (None, date(2026, 11, 22))


def test_bulk_changes_of_many_are_counted(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        for number in range(5):
            make_customer(session, code=f"n{number}")
    with database.transaction() as session:
        session.execute(update(Customer).values(city="قم"))
        session.execute(update(Customer).values(city="کرج"))
    entry = entries(database)[0]
    assert (entry.kind, entry.count, entry.changes) == (EntryKind.CHANGED, 6, 12)
    shown = records(database, entry)
    assert len(shown) == 6
    assert values(next(one for one in shown if one.id == customer)) == {"city": ("یزد", "کرج")}


def test_what_came_and_went_at_once_says_both(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        session.execute(text("REPLACE INTO customers SELECT * FROM customers"))
        session.execute(update(Customer).values(city="کرج"))
    entry = entries(database)[0]
    [record] = records(database, entry)
    assert record.kind is ChangeKind.UPDATE
    assert values(record) == {"city": ("یزد", "کرج")}


def test_values_that_were_emptied_are_said_to_be(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        session.execute(update(Customer).values(city="قم"))
    with database.transaction("forget") as session:
        session.execute(
            update(Change).where(Change.kind == ChangeKind.UPDATE).values(before="{}", after="{}")
        )
    [record] = records(database, entries(database)[0])
    assert record.parts[0].values == ()
    assert record.parts[0].is_emptied


def test_entries_come_oldest_first_too(database: Database, customer: UUID) -> None:
    with database.transaction() as session:
        session.execute(update(Customer).values(city="قم"))

    def listed(session: Session, *, descending: bool) -> list[UUID]:
        return list(list_changes(session, ChangeFilter(), Sort("at", descending=descending)))

    with database.reading() as session:
        newest, oldest = listed(session, descending=True), listed(session, descending=False)
    assert len(newest) == 2
    assert newest == oldest[::-1]


@settings(max_examples=examples(15), suppress_health_check=list(HealthCheck))
@given(
    edits=st.lists(
        st.tuples(
            st.sampled_from(["update", "bin", "restore", "replace", "delete", "insert"]),
            st.integers(0, 2),
            st.sampled_from(["", "یزد", "قم", "شیراز"]),
        ),
        max_size=12,
    )
)
def test_each_entry_tells_what_the_records_were_before_and_after(
    empty_database_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
    edits: list[tuple[str, int, str]],
) -> None:
    path = tmp_path_factory.mktemp("any") / "shop.db"
    shutil.copy(empty_database_file, path)
    database = Database(path)
    ids = [new_id() for _ in range(3)]
    table = Base.metadata.tables["customers"]
    shown = ("code", "city", "notes", "deleted_at")
    snapshots: list[dict[UUID, dict[str, object]]] = [{}]

    def snapshot(session: Session) -> dict[UUID, dict[str, object]]:
        return {
            row["id"]: {name: row[name] or None for name in shown}
            for row in session.execute(select(table)).mappings()
        }

    for kind, which, city in edits:
        with database.transaction() as session:
            connection, one = session.connection(), ids[which]
            known = session.scalar(select(table.c.id).where(table.c.id == one)) is not None
            statements: dict[str, Any] = {
                "update": update(table).where(table.c.id == one).values(city=city, notes=city),
                "bin": update(table).where(table.c.id == one).values(deleted_at=datetime.now(UTC)),
                "restore": update(table).where(table.c.id == one).values(deleted_at=None),
                "delete": delete(table).where(table.c.id == one),
            }
            if kind in statements:
                connection.execute(statements[kind])
            elif not known:
                session.add(Customer(id=one, code=str(which), city=city))
            elif kind == "replace":
                connection.exec_driver_sql(
                    "REPLACE INTO customers SELECT * FROM customers WHERE id = ?", (one.bytes,)
                )
            session.flush()
            after = snapshot(session)
        if after != snapshots[-1]:
            snapshots.append(after)
    told = [entry for entry in entries(database)[::-1] if records(database, entry)[0].parts]
    told = [one for one in told if any(part.values for part in records(database, one)[0].parts)]
    assert len(told) == len(snapshots) - 1
    for entry, before, after in zip(told, snapshots, snapshots[1:], strict=False):
        [record] = records(database, entry)
        found = {name: pair for name, pair in values(record).items() if name in shown}
        old, new = before.get(record.id, {}), after.get(record.id, {})
        assert found == {
            name: (old.get(name), new.get(name)) for name in shown if old.get(name) != new.get(name)
        }
    database.close()
