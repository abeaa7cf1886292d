from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from ecrm_desktop.drafts.customers import CustomerDraft, CustomerFieldDraft, PhoneDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import Base, SoftDeleted, utc_now
from ecrm_desktop.models.bin import BinExpiry
from ecrm_desktop.models.customers import Customer, CustomerPhone, CustomerTag
from ecrm_desktop.models.imports import Import
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.bin import deletions
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.days_of_work import SEEN_DAYS
from ecrm_desktop.queries.record_drafts import customer_draft
from ecrm_desktop.queries.sales import SalesBy, sales_by
from ecrm_desktop.services.bin import (
    BIN_TABLES,
    children,
    empty_bin,
    expire_bin,
    pointers,
    put_ids_in_bin,
    put_in_bin,
    restore_deletion,
)
from ecrm_desktop.services.clashes import Clash, ClashKind, clashes_in
from ecrm_desktop.services.customer_fields import define_customer_field, delete_customer_field
from ecrm_desktop.services.customers import create_customer, update_customer
from ecrm_desktop.services.products import delete_products
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.period import Period
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import ImportKind, RecordKind
from tests.helpers.factories import expired, make_customer, make_product, make_purchase, make_user

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


def make_story(session: Session) -> tuple[Customer, Purchase]:
    customer = Customer(
        code="1",
        first_name="مریم",
        phones=[CustomerPhone(number="+989123456789")],
        tags=[CustomerTag(tag="وفادار")],
    )
    session.add(customer)
    session.flush()
    purchase = Purchase(
        customer_id=customer.id,
        purchased_on=date(2026, 11, 1),
        purchased_at=NOW,
        total=1000,
        lines=[PurchaseLine(position=0, title="کفش", quantity=1000, unit_price=1000, total=1000)],
    )
    session.add_all(
        [
            purchase,
            Interaction(customer_id=customer.id, occurred_at=NOW, subject="سلام"),
            Task(customer_id=customer.id, title="تماس", due_on=date(2026, 11, 22)),
        ]
    )
    session.flush()
    return customer, purchase


def active(session: Session, table: type[Customer | Interaction | Task | Purchase]) -> int:
    statement = select(func.count()).select_from(table).where(table.deleted_at.is_(None))
    return session.scalar(statement) or 0


def test_a_customer_takes_interactions_and_tasks_along_but_not_purchases(
    database: Database,
) -> None:
    with database.transaction() as session:
        customer, _ = make_story(session)
        deletion = put_in_bin(session, [customer])
    with database.transaction() as session:
        assert [active(session, t) for t in (Customer, Interaction, Task, Purchase)] == [0, 0, 0, 1]
        assert restore_deletion(session, deletion) == 3
        assert [active(session, t) for t in (Customer, Interaction, Task, Purchase)] == [1, 1, 1, 1]


def test_restoring_brings_back_only_what_that_deletion_took(database: Database) -> None:
    with database.transaction() as session:
        customer, _ = make_story(session)
        task = session.scalars(select(Task)).one()
        put_in_bin(session, [task])
        deletion = put_in_bin(session, [customer])
    with database.transaction() as session:
        restore_deletion(session, deletion)
        assert [active(session, t) for t in (Customer, Interaction, Task)] == [1, 1, 0]


def test_an_unknown_deletion_is_told(database: Database) -> None:
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        restore_deletion(session, new_id())
    assert caught.value.problem == Problem.RECORD_MISSING


def test_the_bin_keeps_for_thirty_days_and_then_lets_go(database: Database) -> None:
    with database.transaction() as session:
        customer, purchase = make_story(session)
        put_in_bin(session, [customer])
    with database.transaction() as session:
        now = utc_now()
        month = timedelta(days=30)
        for age, counted in ((month - timedelta(minutes=1), 0), (month, 1)):
            for table in (Customer, Interaction, Task):
                session.execute(update(table).values(deleted_at=now - age))
            assert expire_bin(session, now=now) == 0
            assert len(session.scalars(select(BinExpiry)).all()) == counted
    with database.transaction() as session:
        assert expired(session) == 3
        kept = session.get_one(Purchase, purchase.id)
        assert kept.customer_id is None
        assert kept.total == 1000
    with database.reading() as session:
        for table_name in ("customers", "customer_phones", "customer_tags", "customer_index"):
            assert session.execute(text(f"SELECT count(*) FROM {table_name}")).scalar_one() == 0


def days_of_work(session: Session, *days: float) -> list[int]:
    """Start the program so many days from now, one after the other."""
    return [expire_bin(session, now=utc_now() + timedelta(days=day)) for day in days]


def test_a_clock_that_is_wrong_for_a_while_destroys_nothing(database: Database) -> None:
    with database.transaction() as session:
        customer, _ = make_story(session)
        put_in_bin(session, [customer])
    with database.transaction() as session:
        # Years ahead for some days, back again, and ahead once more: with each return the count of
        # days begins anew.
        ahead = [400 + day for day in range(SEEN_DAYS - 1)]
        assert sum(days_of_work(session, *ahead, 1, *ahead, 2)) == 0
        # Decades behind, as with a dead battery.
        assert sum(days_of_work(session, -6000, -5999)) == 0
        # Started many times on one day.
        assert sum(days_of_work(session, *[31] * 20)) == 0
        assert active(session, Customer) == 0
        assert sum(days_of_work(session, *(32 + day for day in range(SEEN_DAYS)))) == 3


def test_what_was_put_back_is_counted_anew(database: Database) -> None:
    with database.transaction() as session:
        customer, _ = make_story(session)
        deletion = put_in_bin(session, [customer])
        days_of_work(session, *range(31, 31 + SEEN_DAYS - 1))
        restore_deletion(session, deletion)
        days_of_work(session, 40)
        assert session.scalars(select(BinExpiry)).all() == []


def test_a_deleted_purchase_leaves_the_customers_figures(database: Database) -> None:
    figures = text("SELECT purchase_count, purchase_total FROM customer_index")
    with database.transaction() as session:
        _, purchase = make_story(session)
        assert session.execute(figures).one() == (1, 1000)
        deletion = put_in_bin(session, [purchase])
        assert session.execute(figures).one() == (0, 0)
        restore_deletion(session, deletion)
        assert session.execute(figures).one() == (1, 1000)


def test_the_bin_lists_one_row_a_deletion_named_after_its_main_record(database: Database) -> None:
    with database.transaction() as session:
        customer, purchase = make_story(session)
        first = put_in_bin(session, [purchase])
        second = put_in_bin(session, [customer])
    with database.reading() as session:
        rows = {row.id: row for row in deletions(session)}
    assert (rows[first].kind, rows[first].records) == (RecordKind.PURCHASE, 1)
    assert (rows[second].kind, rows[second].title) == (RecordKind.CUSTOMER, "مریم")
    assert (rows[second].count, rows[second].records) == (1, 3)


def age_the_bin(session: Session, days: int = 31) -> None:
    """Make everything in the bin so much older."""
    session.flush()
    for table in BIN_TABLES:
        for record in session.scalars(select(table).where(table.deleted_at.is_not(None))):
            assert record.deleted_at is not None
            record.deleted_at -= timedelta(days=days)
    session.flush()


def clashes_of(database: Database, deletion: UUID) -> tuple[Clash, ...]:
    """Return what is asked before a deletion is undone; nothing may have changed by then."""
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        restore_deletion(session, deletion)
    with database.reading() as session:
        assert [one.id for one in deletions(session)] == [deletion]
    return clashes_in(caught.value)


def restore(database: Database, deletion: UUID, accepted: tuple[Clash, ...] = ()) -> None:
    with database.transaction() as session:
        restore_deletion(session, deletion, accepted=accepted)


def test_what_somebody_has_by_now_is_asked_and_then_both_can_be_saved(database: Database) -> None:
    with database.transaction() as session:
        first = make_customer(
            session, "مریم احمدی", code="7", national_id="0499370899", phone="+989121111111"
        )
        deletion = put_in_bin(session, [session.get_one(Customer, first)])
        other = create_customer(
            session,
            CustomerDraft(
                code="7",
                last_name="کریمی",
                national_id=NationalId.parse("0499370899"),
                phones=(PhoneDraft(phone=Phone.parse("09121111111")),),
            ),
        )
    asked = clashes_of(database, deletion)
    assert [(one.kind, one.name, one.value, one.other) for one in asked] == [
        (ClashKind.CODE, "مریم احمدی", "7", "کریمی"),
        (ClashKind.NATIONAL_ID, "مریم احمدی", "0499370899", "کریمی"),
        (ClashKind.PHONE, "مریم احمدی", "+989121111111", "کریمی"),
    ]
    restore(database, deletion, asked)
    for one in (first, other):
        with database.transaction() as session:
            base = customer_draft(session, one)
            update_customer(session, one, replace(base, job="معلم"), base=base)
    with database.reading() as session:
        rows = session.execute(
            select(Customer.code, Customer.national_id, Customer.job).order_by(Customer.id)
        ).all()
    assert [row[1:] for row in rows] == [("0499370899", "معلم")] * 2
    assert rows[0].code not in {"7", ""}
    assert rows[1].code == "7"


def test_a_phone_that_was_shared_before_is_no_question(database: Database) -> None:
    with database.transaction() as session:
        make_customer(session, "علی احمدی", code="1", phone="+989121111111")
        first = make_customer(session, "مریم احمدی", code="7", phone="+989121111111")
        deletion = put_in_bin(session, [session.get_one(Customer, first)])
    restore(database, deletion)


def test_only_what_was_accepted_is_settled(database: Database) -> None:
    with database.transaction() as session:
        first = make_customer(session, "مریم احمدی", code="7", national_id="0499370899")
        deletion = put_in_bin(session, [session.get_one(Customer, first)])
        other = create_customer(session, CustomerDraft(code="7", last_name="کریمی"))
    asked = clashes_of(database, deletion)
    with database.transaction() as session:  # while the question stands
        base = customer_draft(session, other)
        typed = replace(base, national_id=NationalId.parse("0499370899"))
        update_customer(session, other, typed, base=base)
    with pytest.raises(InvalidInput) as caught:
        restore(database, deletion, asked)
    restore(database, deletion, clashes_in(caught.value))


def test_many_taken_codes_are_replaced_each_by_another(database: Database) -> None:
    with database.transaction() as session:
        gone = [make_customer(session, f"م {n}", code=f"{n}") for n in range(1, 30)]
        deletion = put_ids_in_bin(session, Customer, gone)
        for n in range(1, 30):
            make_customer(session, f"ک {n}", code=f"{n}")
    restore(database, deletion, clashes_of(database, deletion))
    with database.reading() as session:
        codes = session.scalars(select(Customer.code)).all()
    assert len(set(codes)) == len(codes) == 58


@pytest.mark.parametrize("taken_as", ["code", "barcode"])
def test_a_product_comes_back_without_the_code_that_another_one_has(
    database: Database, taken_as: str
) -> None:
    with database.transaction() as session:
        first = make_product(session, "کفش", code="9", barcode="6260001")
        deletion = delete_products(session, [first])
        make_product(session, "کیف", **{taken_as: "6260001"})
    asked = clashes_of(database, deletion)
    assert [(one.kind, one.name, one.value, one.other) for one in asked] == [
        (ClashKind.PRODUCT_CODE, "کفش", "6260001", "کیف")
    ]
    restore(database, deletion, asked)
    with database.reading() as session:
        product = session.get_one(Product, first)
        assert (product.deleted_at, product.code, product.barcode) == (None, "9", "")


def test_sales_stay_told_apart_after_their_product_left_the_bin(database: Database) -> None:
    month = Period(date(2026, 11, 1), date(2026, 11, 30))
    with database.transaction() as session:
        sold = make_product(session, "کفش", brand="آوین")
        unsold = make_product(session, "کیف")
        purchase = session.get_one(Purchase, make_purchase(session, None, month.first, "کفش"))
        purchase.lines[0].product_id = sold
        delete_products(session, [sold, unsold])
        age_the_bin(session)
        assert expired(session) == 1
    with database.transaction() as session:
        [row] = sales_by(session, SalesBy.BRAND, month).rows
        assert row.name == "آوین"
        assert deletions(session) == []
        assert check_database(session).counts["in_bin"] == 0
        assert empty_bin(session) == 0


def test_a_field_of_the_shops_own_is_found_in_the_bin(database: Database) -> None:
    with database.transaction() as session:
        field_id = define_customer_field(session, CustomerFieldDraft(title="سایز کفش"))
        deletion = delete_customer_field(session, field_id)
    with database.reading() as session:
        (row,) = deletions(session)
    assert (row.id, row.kind, row.title) == (deletion, None, "سایز کفش")


def test_every_reference_to_what_can_be_deleted_is_followed() -> None:
    left_out = set()
    for table in BIN_TABLES:
        followed = {*children(table), *pointers(table)}
        for one in Base.metadata.tables.values():
            for column in one.columns:
                to = {key.column.table for key in column.foreign_keys}
                if table.__table__ in to and column not in followed:
                    left_out.add(f"{one.name}.{column.name}")
    assert left_out == {"returns.purchase_id"}
    assert {table.__tablename__ for table in BIN_TABLES} == {
        mapper.class_.__tablename__
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, SoftDeleted)
    }


def test_who_imported_something_can_be_deleted_for_good(database: Database) -> None:
    with database.transaction() as session:
        user = make_user(session)
        session.add(Import(kind=ImportKind.CUSTOMERS, file_name="a.csv", user_id=user))
        put_ids_in_bin(session, User, [user])
    with database.transaction() as session:
        assert empty_bin(session) == 1
    with database.reading() as session:
        assert session.scalars(select(Import.user_id)).all() == [None]
