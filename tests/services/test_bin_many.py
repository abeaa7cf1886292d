"""Deleting and restoring many records is work in proportion to their number, and ends the same."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.base import SoftDeleted
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customer_index import DIFFERENCES, CustomerIndex
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.services import bin as bin_module
from ecrm_desktop.services.bin import empty_bin, put_in_bin, restore_deletion
from ecrm_desktop.services.complaints import delete_complaints
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.services.interactions import delete_interactions
from ecrm_desktop.services.products import delete_products, set_products_active
from ecrm_desktop.services.purchases import delete_purchases
from ecrm_desktop.services.tasks import delete_tasks
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from tests.helpers.examples import examples
from tests.helpers.factories import NOON, make_customer
from tests.helpers.undone import undone
from tests.helpers.work_done import work_done

DAY = date(2026, 11, 21)
DELETES: dict[type[SoftDeleted], Callable[[Session, list[UUID]], UUID]] = {
    Interaction: delete_interactions,
    Task: delete_tasks,
    Complaint: delete_complaints,
    Purchase: delete_purchases,
    Product: delete_products,
    Customer: delete_customers,
}


def fill(session: Session, table: type[SoftDeleted], count: int) -> list[UUID]:
    """Store so many records, all of one customer where they are somebody's."""
    buyer = make_customer(session, code="0")
    make: dict[type[SoftDeleted], Callable[[int], SoftDeleted]] = {
        Interaction: lambda _: Interaction(customer_id=buyer, occurred_at=NOON),
        Task: lambda _: Task(customer_id=buyer, title="تماس", due_on=DAY),
        Complaint: lambda at: Complaint(
            customer_id=buyer, number=str(at), subject="دیر", received_at=NOON, due_on=DAY
        ),
        Purchase: lambda _: Purchase(
            customer_id=buyer, purchased_on=DAY, purchased_at=NOON, total=1000
        ),
        Product: lambda at: Product(name=str(at), name_folded=str(at)),
        Customer: lambda at: Customer(code=str(at + 1), last_name="کریمی"),
    }
    records = [make[table](at) for at in range(count)]
    session.add_all(records)
    return [one.id for one in records]


@pytest.mark.parametrize("table", DELETES, ids=lambda table: table.__tablename__)
def test_twice_as_many_records_are_twice_the_work(
    empty_database_file: Path, tmp_path: Path, table: type[SoftDeleted]
) -> None:
    told = []
    for count in (1_200, 2_400):
        path = tmp_path / f"{count}.db"
        shutil.copy(empty_database_file, path)
        database = Database(path)
        with database.transaction() as session:
            ids = fill(session, table, count)
        with database.transaction() as session, work_done(session) as deleting:
            deletion = DELETES[table](session, ids)
        with database.transaction() as session, work_done(session) as restoring:
            assert restore_deletion(session, deletion) == count
        with database.transaction() as session:
            DELETES[table](session, ids)
        with database.transaction() as session, work_done(session) as emptying:
            assert empty_bin(session) == count
        database.close()
        told.append((deleting, restoring, emptying))
    for few, many in zip(*told, strict=True):
        assert many.calls < 2.4 * few.calls + 1_000
        assert many.steps < 2.4 * few.steps + 1_000


def test_only_what_is_not_in_the_bin_yet_counts(database: Database) -> None:
    with database.transaction() as session:
        ids = fill(session, Interaction, 3)
        first = delete_interactions(session, ids[:1])
        second = delete_interactions(session, [*ids, new_id()])
        assert [session.get_one(Interaction, one).deletion_id for one in ids] == [
            first,
            second,
            second,
        ]
        for delete in DELETES.values():
            with pytest.raises(InvalidInput) as caught:
                delete(session, ids if delete is delete_interactions else [new_id()])
            assert caught.value.problem == Problem.RECORD_MISSING


def test_many_products_are_offered_no_longer(database: Database) -> None:
    with database.transaction() as session:
        ids = fill(session, Product, 1_200)
        delete_products(session, ids[:1])
        set_products_active(session, ids, active=False)
        offered = session.scalars(select(Product.id).where(Product.active))
        assert list(offered) == ids[:1]
        with pytest.raises(InvalidInput):
            set_products_active(session, ids[:1], active=False)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("delete", "restore", "empty")),
        st.sampled_from((Customer, Purchase, Return)),
        st.integers(0, 11),
    ),
    max_size=8,
)


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sales=st.lists(
        st.tuples(st.integers(0, 3), st.integers(1, 9), st.booleans()), min_size=1, max_size=12
    ),
    steps=STEPS,
)
def test_figures_counted_at_once_are_those_counted_one_by_one(
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    sales: list[tuple[int, int, bool]],
    steps: list[tuple[str, type[SoftDeleted], int]],
) -> None:
    told = []
    for many in (0, 1_000_000):
        monkeypatch.setattr(bin_module, "_MANY", many)
        with database.transaction() as session, undone(session):
            told.append(figures_after(session, sales, steps))
    assert told[0] == told[1]


def figures_after(
    session: Session,
    sales: list[tuple[int, int, bool]],
    steps: list[tuple[str, type[SoftDeleted], int]],
) -> list[tuple[object, ...]]:
    """Do something with the bin, and tell each customer's figures."""
    buyers: list[UUID | None] = [
        *(make_customer(session, code=str(at)) for at in range(3)),
        None,
    ]
    for day, (buyer, total, comes_back) in enumerate(sales):
        on = DAY - timedelta(days=day)
        values = {"customer_id": buyers[buyer], "total": total * 100}
        sale = Purchase(purchased_on=on, purchased_at=NOON, **values)
        session.add(sale)
        if comes_back:
            session.add(
                Return(
                    purchase_id=sale.id,
                    returned_on=on,
                    returned_at=NOON,
                    customer_id=buyers[buyer],
                    total=50,
                )
            )
    deletions: list[UUID] = []
    for what, table, at in steps:
        ids = list(session.scalars(select(table.id).where(table.deleted_at.is_(None))))
        match what:
            case "delete" if ids:
                records = session.scalars(select(table).where(table.id.in_(ids[at % len(ids) :])))
                deletions.append(put_in_bin(session, records))
            case "restore" if deletions:
                restore_if_it_fits(session, deletions.pop(at % len(deletions)))
            case "empty":
                empty_bin(session)
                deletions.clear()
            case _:
                continue
        session.flush()
        assert session.connection().exec_driver_sql(DIFFERENCES).scalar_one() == 0
    lines = session.execute(
        select(
            Customer.code,
            CustomerIndex.purchase_count,
            CustomerIndex.purchase_total,
            CustomerIndex.first_purchase_on,
            CustomerIndex.last_purchase_on,
        )
        .join(Customer, Customer.id == CustomerIndex.customer_id)
        .order_by(Customer.code)
    )
    return [tuple(line) for line in lines]


def restore_if_it_fits(session: Session, deletion: UUID) -> None:
    """Restore a deletion, unless a return would come back alone."""
    try:
        restore_deletion(session, deletion)
    except InvalidInput as problem:
        assert problem.problem in {Problem.RECORD_MISSING, Problem.PURCHASE_IN_BIN}  # noqa: PT017
