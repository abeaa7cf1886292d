"""A forgotten person is nowhere any more, the sums are as they were, and others are untouched."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC
from pathlib import Path
from uuid import UUID

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import String, Table, func, select, update

from ecrm_desktop.drafts.customers import (
    CustomerDraft,
    CustomerFieldDraft,
    PhoneDraft,
)
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import DatabaseError, InvalidInput, Problem
from ecrm_desktop.models.base import Base
from ecrm_desktop.models.changes import FORGETTING, Change
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.forgotten import FORGOTTEN_CODE, ForgottenCustomer
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.shop import Autosave
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.queries.autosave import list_autosaves
from ecrm_desktop.queries.bin import deletions
from ecrm_desktop.queries.buyers import buyers
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.interaction_figures import interactions_by_channel
from ecrm_desktop.queries.sales import SalesBy, sales_by
from ecrm_desktop.queries.search import search_customers
from ecrm_desktop.services import wiping
from ecrm_desktop.services.autosave import store_autosave
from ecrm_desktop.services.bin import children, restore_deletion
from ecrm_desktop.services.customer_fields import define_customer_field
from ecrm_desktop.services.customer_merges import merge_customers, undo_merge
from ecrm_desktop.services.customers import create_customer, delete_customers, update_customer
from ecrm_desktop.services.forgetting import EMPTIED, forget_customer
from ecrm_desktop.services.interactions import record_interaction
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.services.wiping import wipe_file
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.storage.encryption import turn_off, turn_on
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import (
    FieldKind,
)
from tests.helpers.factories import make_customer, make_user
from tests.helpers.forgettable import MARYAM, NEIGHBOUR, NOW, YEAR, Person, put_everything
from tests.helpers.new_files import new_database


@dataclass(frozen=True)
class Shop:
    """A shop with two people who resemble each other."""

    database: Database
    maryam: UUID
    neighbour: UUID
    user: UUID


@pytest.fixture(scope="module")
def full_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, UUID, UUID, UUID]:
    path = tmp_path_factory.mktemp("forget") / "full.db"
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="فروشگاه"), "IRR", "سارا")
        user = make_user(session, "رضا")
        field = define_customer_field(
            session, CustomerFieldDraft(title="اندازه", kind=FieldKind.TEXT)
        )
        neighbour = put_everything(session, NEIGHBOUR, field, user)
    with database.transaction() as session:
        maryam = put_everything(session, MARYAM, field, user)
    with database.transaction() as session:
        friend = make_customer(session, "علی رضایی", code="77")
        session.execute(
            update(Customer)
            .where(Customer.id == friend)
            .values(referred_by_id=maryam, city=NEIGHBOUR.city)
        )
    # What the person was once, and is no more: only the captured changes know it.
    with database.transaction() as session:
        former = make_customer(
            session, f"{MARYAM.first} سابق{MARYAM.private}", code="78", phone="+989121234999"
        )
    with database.transaction() as session:
        merge_customers(session, maryam, former, {})
    with database.transaction() as session:
        session.execute(
            update(Customer).where(Customer.id == maryam).values(address=f"تازه {MARYAM.private}")
        )
    database.close()
    return path, maryam, neighbour, user


@pytest.fixture
def shop(full_file: tuple[Path, UUID, UUID, UUID], tmp_path: Path) -> Iterator[Shop]:
    path, *ids = full_file
    shutil.copy(path, tmp_path / "shop.db")
    database = Database(tmp_path / "shop.db")
    yield Shop(database, *ids)
    database.close()


def forget(shop: Shop, customer: UUID | None = None) -> None:
    with shop.database.transaction(FORGETTING) as session:
        forget_customer(session, customer or shop.maryam, shop.user)


def every_byte(database: Database) -> bytes:
    folder = database.path.parent
    return b"".join(one.read_bytes() for one in folder.glob(f"{database.path.name}*"))


def told_of(who: Person) -> dict[str, bytes]:
    told = {one.name: getattr(who, one.name) for one in fields(Person) if one.name != "city"}
    told |= {
        "stored mobile": Phone.parse(who.mobile).number,
        "stored second": Phone.parse(who.second).number,
        "folded": who.last.replace("\u200c", ""),
    }
    return {name: text.encode() for name, text in told.items()}


def sums(session: Session) -> object:
    report = check_counts(session)
    return (
        [sales_by(session, by, YEAR) for by in SalesBy if by is not SalesBy.MONTH],
        buyers(session, YEAR, UTC),
        interactions_by_channel(session, None, None),
        report,
    )


def check_counts(session: Session) -> list[object]:
    return [
        session.execute(
            select(func.count(), func.sum(one.c.total) if "total" in one.c else func.count())
        ).one()
        for one in (Base.metadata.tables[name] for name in ("purchases", "returns"))
    ] + [
        session.execute(select(Complaint.number, Complaint.category, Complaint.status)).all(),
        session.scalar(
            select(func.count()).select_from(Complaint).where(Complaint.deleted_at.is_(None))
        ),
    ]


def rows_of(session: Session, customer: UUID) -> dict[str, list[object]]:
    """All that is stored about a customer and their parts, record by record."""
    found: dict[str, list[object]] = {}
    for table in Base.metadata.sorted_tables:
        if "customer_id" in table.c:
            about = table.c.customer_id == customer
            found[table.name] = list(session.execute(select(table).where(about)))
    customers = Base.metadata.tables["customers"]
    found["customers"] = list(session.execute(select(customers).where(customers.c.id == customer)))
    found["changes"] = list(
        session.execute(
            select(Change.__table__).where(
                (Change.record_id == customer) | (Change.owner_id == customer)
            )
        )
    )
    return found


def test_not_a_byte_of_the_person_is_left_and_the_neighbour_is_as_before(shop: Shop) -> None:
    before = every_byte(shop.database)
    assert [name for name, told in told_of(MARYAM).items() if told not in before] == []
    with shop.database.reading() as session:
        sums_before = sums(session)
        neighbour = rows_of(session, shop.neighbour)
    forget(shop)
    assert wipe_file(shop.database)
    left = every_byte(shop.database)
    assert [name for name, told in told_of(MARYAM).items() if told in left] == []
    assert [name for name, told in told_of(NEIGHBOUR).items() if told not in left] == []
    with shop.database.reading() as session:
        assert sums(session) == sums_before
        assert rows_of(session, shop.neighbour) == neighbour
        drafts = session.scalars(select(Autosave.key)).all()
        assert sorted(drafts) == sorted(
            [f"customers:{shop.neighbour}", f"interactions:{NEIGHBOUR.mobile}"]
        )
    with shop.database.transaction() as session:
        assert check_database(session).findings == {}


def test_it_is_written_down_that_and_by_whom(shop: Shop) -> None:
    forget(shop)
    with shop.database.reading() as session:
        one = session.scalars(select(ForgottenCustomer)).one()
        assert (one.customer_id, one.user_id) == (shop.maryam, shop.user)
        shell = session.get_one(Customer, shop.maryam)
        assert (shell.code, shell.name) == (FORGOTTEN_CODE, FORGOTTEN_CODE)
        assert shell.deleted_at is not None
        assert shell.deletion_id is None
        assert deletions(session) == []
        assert search_customers(session, MARYAM.last, 10) == []
        values = select(Change.before, Change.after).where(
            (Change.record_id == shop.maryam) | (Change.owner_id == shop.maryam)
        )
        assert {one for row in session.execute(values) for one in row} == {None, "{}"}


def test_a_city_that_others_share_stays_for_the_sums(shop: Shop) -> None:
    forget(shop)
    with shop.database.reading() as session:
        assert session.get_one(Customer, shop.maryam).city == MARYAM.city
    with shop.database.transaction() as session:
        alone = make_customer(session, code="90", city="تنهاشهر")
    forget(shop, alone)
    with shop.database.reading() as session:
        assert session.get_one(Customer, alone).city == ""


def test_a_customer_in_the_bin_can_be_forgotten_too(shop: Shop) -> None:
    with shop.database.transaction() as session:
        deletion = delete_customers(session, [shop.maryam])
    forget(shop)
    assert wipe_file(shop.database)
    left = every_byte(shop.database)
    assert [name for name, told in told_of(MARYAM).items() if told in left] == []
    with pytest.raises(InvalidInput) as refused, shop.database.transaction() as session:
        restore_deletion(session, deletion)
    assert refused.value.problem is Problem.RECORD_MISSING
    with shop.database.transaction() as session:
        assert check_database(session).findings == {}
        about = Interaction.customer_id == shop.maryam
        assert session.scalar(select(func.count()).where(about)) == 0


def test_who_was_merged_or_forgotten_already_is_refused(shop: Shop) -> None:
    with shop.database.reading() as session:
        merged = session.scalars(
            select(Customer.id).where(Customer.merged_into_id == shop.maryam)
        ).one()
    with pytest.raises(InvalidInput) as refused:
        forget(shop, merged)
    assert refused.value.problem is Problem.CUSTOMER_MERGED
    assert refused.value.details["name"] == f"{MARYAM.first} {MARYAM.last}"
    forget(shop)
    for gone in (shop.maryam, UUID(int=0)):
        with pytest.raises(InvalidInput) as refused:
            forget(shop, gone)
        assert refused.value.problem is Problem.RECORD_MISSING


def test_a_merge_that_was_undone_tells_nothing_any_more(shop: Shop) -> None:
    with shop.database.transaction() as session:
        merge = merge_customers(session, shop.neighbour, shop.maryam, {})
    with shop.database.transaction() as session:
        undo_merge(session, merge)
    forget(shop)
    assert wipe_file(shop.database)
    left = every_byte(shop.database)
    assert [name for name, told in told_of(MARYAM).items() if told in left] == []
    assert [name for name, told in told_of(NEIGHBOUR).items() if told not in left] == []


def test_a_phone_that_two_share_stays_the_other_ones(shop: Shop) -> None:
    number = Phone.parse(MARYAM.second).number
    with shop.database.transaction() as session:
        make_customer(session, "علی", code="91", phone=number)
    forget(shop)
    with shop.database.reading() as session:
        unknown = select(Interaction.subject).where(Interaction.phone == number)
        assert session.scalars(unknown).all() == [MARYAM.private]


def test_a_call_from_a_number_the_person_once_had_is_emptied(shop: Shop) -> None:
    former = Phone.parse("09127654321")
    with shop.database.transaction() as session:
        customer = create_customer(
            session, CustomerDraft(last_name="راد", phones=(PhoneDraft(phone=former),))
        )
    with shop.database.transaction() as session:
        update_customer(session, customer, CustomerDraft(last_name="راد"))
        call = InteractionDraft(occurred_at=NOW, phone=former, subject="سلام")
        call_id = record_interaction(session, call)
    forget(shop, customer)
    with shop.database.reading() as session:
        left = session.get_one(Interaction, call_id)
        assert (left.phone, left.subject) == ("", "")


def test_no_part_of_a_name_is_left_in_the_full_text(shop: Shop) -> None:
    with shop.database.transaction() as session:
        customer = create_customer(session, CustomerDraft(last_name="Qzxwvk"))
    assert b"zxw" in every_byte(shop.database)  # it is kept by three letters at a time
    forget(shop, customer)
    assert wipe_file(shop.database)
    assert b"zxw" not in every_byte(shop.database)


def test_what_was_forgotten_and_not_yet_wiped_is_wiped_later(shop: Shop) -> None:
    forget(shop)
    shop.database.close()
    again = Database(shop.database.path)
    assert wipe_file(again)
    size = again.path.stat().st_mtime_ns
    assert wipe_file(again)  # nothing to do any more
    assert again.path.stat().st_mtime_ns == size
    left = every_byte(again)
    assert [name for name, told in told_of(MARYAM).items() if told in left] == []
    again.close()


def test_an_encrypted_file_is_wiped_too(shop: Shop, keyring_file: Path) -> None:
    shop.database.close()
    secret = bytes(range(16))
    assert turn_on(shop.database.path, secret)
    database = Database(shop.database.path)
    forget(Shop(database, shop.maryam, shop.neighbour, shop.user))
    assert wipe_file(database)
    with database.transaction() as session:
        assert check_database(session).findings == {}
        assert search_customers(session, NEIGHBOUR.last, 10)
    database.close()
    turn_off(database.path)
    left = every_byte(database)
    assert [name for name, told in told_of(MARYAM).items() if told in left] == []
    assert [name for name, told in told_of(NEIGHBOUR).items() if told not in left] == []


def test_somebody_who_reads_on_makes_wiping_wait(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    forget(shop)
    with shop.database.reading() as session:
        session.scalars(select(Customer.id)).all()
        raw = shop.database.writer.raw_connection()
        raw.execute("PRAGMA busy_timeout = 1")
        raw.close()
        assert not wipe_file(shop.database)
    assert pauses
    assert wipe_file(shop.database)
    assert MARYAM.last.encode() not in every_byte(shop.database)


def test_a_disk_that_is_too_full_to_wipe_is_not_told_as_not_saved(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wipe(_connection: object, **_how: object) -> None:
        error = driver.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    forget(shop)
    with monkeypatch.context() as full:
        full.setattr(wiping, "_wipe", wipe)
        with pytest.raises(DatabaseError) as error:
            wipe_file(shop.database)
    assert error.value.problem is Problem.WIPING_WAITS
    assert wipe_file(shop.database)
    assert MARYAM.last.encode() not in every_byte(shop.database)


def test_every_reference_to_a_customer_is_handled() -> None:
    handled = {*children(Customer), Base.metadata.tables["tasks"].c.customer_id}
    handled |= {table.c.customer_id for table in EMPTIED}
    own = Base.metadata.tables["customers"].c
    notes = Base.metadata.tables["distinct_customers"].c
    handled |= {own.referred_by_id, own.merged_into_id, notes.first_id, notes.second_id}
    references = {
        column
        for table in Base.metadata.tables.values()
        for column in table.columns
        if any(key.column.table.name == "customers" for key in column.foreign_keys)
    }
    assert references == handled
    # Those without a foreign key, which only the service knows.
    loose = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.tables.values()
        for column in table.columns
        if not column.foreign_keys and column.name in {"customer_id", "record_id", "owner_id"}
    }
    assert loose == {
        "changes.record_id",
        "changes.owner_id",
        "conflicts.record_id",
        "unknown_values.record_id",
        "forgotten_records.record_id",
        "customer_index.customer_id",
        "forgotten_customers.customer_id",
        "tasks.record_id",
        "segment_members.customer_id",
        "segment_events.customer_id",
    }


def test_every_text_about_a_customer_is_emptied_or_stays_for_a_reason() -> None:
    stays = {
        "complaints": {"number", "category"},
        "interactions": {"source_key"},  # a digest, so that the file makes no duplicates
        "purchases": {"number", "source_key"},
        "returns": set[str](),
    }

    def texts(table: Table) -> set[str]:
        return {one.name for one in table.columns if type(one.type) is String}

    for table, emptied in EMPTIED.items():
        assert texts(table) == set(emptied) | stays[table.name], table.name


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(
    name=st.text("ابپتسشعغفقکگلمنوهی", min_size=6, max_size=12),
    note=st.text("آبپتجچحخدذرزسشصطعغفقکگلمنوهی \n\"'\\", min_size=8, max_size=60),
    edits=st.lists(st.sampled_from(["name", "note", "phone", "bin", "restore"]), max_size=6),
)
def test_whatever_was_done_with_a_person_before(
    full_file: tuple[Path, UUID, UUID, UUID],
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    note: str,
    edits: list[str],
) -> None:
    path = tmp_path_factory.mktemp("any") / "shop.db"
    shutil.copy(full_file[0], path)
    database = Database(path)
    shop = Shop(database, *full_file[1:])
    marks = {f"ژ{name}ژ", f"ژژ{note.strip()}ژژ"}
    phone = Phone.parse("09359998877")
    with database.transaction() as session:
        one = create_customer(
            session,
            CustomerDraft(last_name=f"ژ{name}ژ", notes=f"ژژ{note.strip()}ژژ", phones=()),
        )
        deletion = None
    for edit in edits:
        with database.transaction() as session:
            if edit == "bin" and deletion is None:
                deletion = delete_customers(session, [one])
            elif edit == "restore" and deletion is not None:
                restore_deletion(session, deletion)
                deletion = None
            elif deletion is None:
                draft = CustomerDraft(
                    last_name=f"ژ{name}ژ" + ("نو" if edit == "name" else ""),
                    notes="" if edit == "note" else f"ژژ{note.strip()}ژژ",
                    phones=(PhoneDraft(phone=phone),) if edit == "phone" else (),
                )
                update_customer(session, one, draft)
    with database.reading() as session:
        before, neighbour = sums(session), rows_of(session, shop.neighbour)
    forget(shop, one)
    assert wipe_file(database)
    left = every_byte(database)
    assert [mark for mark in {*marks, phone.number} if mark.encode() in left] == []
    with database.reading() as session:
        assert sums(session) == before
        assert rows_of(session, shop.neighbour) == neighbour
        assert session.scalar(select(func.count()).where(Task.customer_id == one)) == 0
    with database.transaction() as session:
        assert check_database(session).findings == {}
    database.close()


def test_an_unfinished_form_about_another_word_stays(database: Database) -> None:
    with database.transaction() as session:
        reza = make_customer(session, "رضا")
        store_autosave(session, "customers:new", '{"city": "رضاییه"}')
        store_autosave(session, "tasks:new", '{"title": "زنگ به رضا"}')
    with database.transaction(FORGETTING) as session:
        forget_customer(session, reza, None)
    with database.reading() as session:
        assert list(list_autosaves(session)) == ["customers:new"]
