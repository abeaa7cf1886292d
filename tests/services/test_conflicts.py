"""A value that lost is taken after all, as an edit that anybody could have made, or let go."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.changes import Change
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer, CustomerConsent, CustomerPhone, CustomerTag
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.models.sync import Conflict
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.conflicts import open_conflicts
from ecrm_desktop.services.conflicts import keep_present, take_lost_value
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.statuses import Role
from tests.helpers.made_conflicts import make_conflict
from tests.helpers.small_shop import SmallShop, fill_small_shop


@pytest.fixture
def some(database: Database) -> SmallShop:
    with database.transaction() as session:
        return fill_small_shop(session, "fa")


def is_open(database: Database) -> bool:
    with database.reading() as session:
        return bool(open_conflicts(session))


def record_of(session: Session, some: SmallShop, table: str) -> UUID:
    """The record that a conflict of the table is about."""
    if table in {"customers", "complaints", "products", "purchases"}:
        return {
            "customers": some.customer,
            "complaints": some.complaint,
            "products": some.product,
            "purchases": some.purchase,
        }[table]
    model = {
        "customer_phones": CustomerPhone,
        "customer_tags": CustomerTag,
        "customer_consents": CustomerConsent,
        "purchase_lines": PurchaseLine,
    }[table]
    return session.scalars(select(model.id)).all()[0]


@pytest.mark.parametrize(
    ("table", "unit", "lost", "column"),
    [
        ("customers", "job", "معلم", "job"),
        ("customers", "code", "7777", "code"),
        ("customers", "email", "a@b.ir", "email"),
        ("customer_phones", "label", "work", "label"),
        ("purchase_lines", "unit_price", 9_000_000, "unit_price"),
        ("products", "name|name_folded", ["کفش نو", "کفش نو"], "name"),
        ("complaints", "status|resolved_at|closed_at", ["in_progress", None, None], "status"),
    ],
)
def test_what_lost_is_taken_and_given_back(
    database: Database, some: SmallShop, table: str, unit: str, lost: object, column: str
) -> None:
    with database.transaction() as session:
        record = record_of(session, some, table)
        conflict = make_conflict(session, table, record, unit, lost)

    def present() -> object:
        with database.reading_raw() as raw:
            statement = f"SELECT {column} FROM {table} WHERE id = ?"
            return raw.execute(statement, (record.bytes,)).fetchone()[0]

    before = present()
    wanted = lost[0] if isinstance(lost, list) else lost
    assert before != wanted
    with database.transaction() as session:
        undo = take_lost_value(session, conflict)
        group = database.capture.group
    assert present() == wanted
    assert not is_open(database)
    with database.reading() as session:
        told = session.scalars(select(Change.record_id).where(Change.group_number == group)).all()
        assert record in told  # captured once, as the edit that it is
        assert told.count(record) == 1

    with database.transaction() as session:
        undo(session)
    assert present() == before
    assert is_open(database)


def test_the_sum_of_a_purchase_follows(database: Database, some: SmallShop) -> None:
    with database.transaction() as session:
        line = session.scalars(select(PurchaseLine)).all()[0]
        conflict = make_conflict(session, "purchase_lines", line.id, "unit_price", 9_000_000)
    with database.transaction() as session:
        take_lost_value(session, conflict)
    with database.reading() as session:
        assert session.get_one(Purchase, some.purchase).total == 17_000_000


@pytest.mark.parametrize("table", ["customers", "customer_tags", "customer_phones"])
def test_a_deletion_that_lost_is_done_after_all(
    database: Database, some: SmallShop, table: str
) -> None:
    def is_there() -> bool:
        with database.reading_raw() as raw:
            row = raw.execute(f"SELECT * FROM {table} WHERE id = ?", (record.bytes,)).fetchone()
            names = [one[0] for one in raw.execute(f"SELECT * FROM {table}").description]
            return row is not None and dict(zip(names, row, strict=True)).get("deleted_at") is None

    with database.transaction() as session:
        record = record_of(session, some, table)
        conflict = make_conflict(session, table, record, "", None)
    with database.transaction() as session:
        undo = take_lost_value(session, conflict)
    assert not is_there()
    with database.transaction() as session:
        undo(session)
    assert is_open(database) == is_there()
    with database.reading() as session:
        assert len(session.scalars(select(CustomerPhone.id)).all()) > 0
        assert len(session.scalars(select(CustomerTag.id)).all()) > 0


@pytest.mark.parametrize("table", ["customers", "complaints"])
def test_what_came_back_with_a_return_that_lost_goes_to_the_bin_again(
    database: Database, some: SmallShop, table: str
) -> None:
    def there() -> set[UUID]:
        with database.reading() as session:
            return {
                one
                for model in (Customer, Complaint, Task)
                for one in session.scalars(select(model.id).where(model.deleted_at.is_(None)))
            }

    before = there()
    with database.transaction() as session:
        delete_customers(session, [some.customer, some.company])
        record = record_of(session, some, table)
        conflict = make_conflict(session, table, record, "deleted_at|deletion_id", [None, None])
    gone = there()
    with database.transaction() as session:
        undo = take_lost_value(session, conflict)
    assert there() == before
    with database.transaction() as session:
        undo(session)
    assert there() == gone
    assert is_open(database)


def code_of_another(session: Session, some: SmallShop) -> UUID:
    code = session.get_one(Customer, some.company).code
    return make_conflict(session, "customers", some.customer, "code", code)


def of_one_in_the_bin(session: Session, some: SmallShop) -> UUID:
    delete_customers(session, [some.customer])
    return make_conflict(session, "customers", some.customer, "job", "معلم")


def last_owner(session: Session, _some: SmallShop) -> UUID:
    owner = session.scalars(select(User.id).where(User.role == Role.OWNER)).one()
    return make_conflict(session, "users", owner, "role", "staff")


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (code_of_another, Problem.CODE_TAKEN),
        (of_one_in_the_bin, Problem.RECORD_MISSING),
        (last_owner, Problem.LAST_OWNER),
    ],
)
def test_what_is_not_allowed_any_more_is_refused_and_changes_nothing(
    database: Database,
    some: SmallShop,
    make: Callable[[Session, SmallShop], UUID],
    problem: Problem,
) -> None:
    with database.transaction() as session:
        conflict = make(session, some)
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        take_lost_value(session, conflict)
    assert caught.value.problem is problem
    assert is_open(database)


def test_what_went_on_meanwhile_is_not_undone(database: Database, some: SmallShop) -> None:
    with database.transaction() as session:
        conflict = make_conflict(session, "customers", some.customer, "job", "معلم")
    with database.transaction() as session:
        undo = take_lost_value(session, conflict)
    with database.transaction() as session:
        session.get_one(Customer, some.customer).job = "پزشک"
    with pytest.raises(InvalidInput) as caught, database.transaction() as session:
        undo(session)
    assert caught.value.problem is Problem.CHANGED_MEANWHILE
    with database.reading() as session:
        assert session.get_one(Customer, some.customer).job == "پزشک"
        assert session.get_one(Conflict, conflict).settled_at is not None


def test_what_is_there_stays_and_can_be_asked_about_again(
    database: Database, some: SmallShop
) -> None:
    with database.transaction() as session:
        conflict = make_conflict(session, "customers", some.customer, "job", "معلم")
    with database.transaction() as session:
        undo = keep_present(session, conflict)
    assert not is_open(database)
    with pytest.raises(InvalidInput), database.transaction() as session:
        keep_present(session, conflict)
    with database.transaction() as session:
        undo(session)
    assert is_open(database)


def test_two_deletions_are_no_conflict(database: Database, some: SmallShop) -> None:
    with database.transaction() as session:
        delete_customers(session, [some.customer])
        unit = "deleted_at|deletion_id"
        lost = ["2026-11-21 08:30:00.000000", some.task.hex]
        make_conflict(session, "customers", some.customer, unit, lost)
    assert not is_open(database)
