"""One file that is brought in on two PCs, neither of which knows of the other's import."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from ecrm_desktop.importing import undo_import
from ecrm_desktop.models.base import Base
from ecrm_desktop.models.customers import Customer, CustomerPhone, DistinctCustomers
from ecrm_desktop.models.imports import Import
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.models.sync import Conflict
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.merge_proposals import merge_proposals
from ecrm_desktop.queries.purchases import PurchaseFilter, list_purchases, purchase_rows
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.services.distinct_customers import keep_customers_apart
from ecrm_desktop.storage.database import Session
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.import_files import bring_in, write_csv
from tests.helpers.synced_pcs import Pc, ServedShop


@pytest.fixture
def pcs(cluster: EmbeddedPostgres, empty_database_file: Path, tmp_path: Path) -> Iterator[list[Pc]]:
    served = ServedShop(cluster, f"twice_{tmp_path.name}")
    paths = [tmp_path / f"{number}.db" for number in range(2)]
    for path in paths:
        path.write_bytes(empty_database_file.read_bytes())
    made = [Pc.joining(served, path, path.stem) for path in paths]
    sync(made)
    yield made
    for pc in made:
        pc.database.close()
    served.close()


def sync(pcs: list[Pc]) -> None:
    for _ in range(6):
        rounds = [pc.sync() for pc in pcs]
        if not any(one.sent or one.received for one in rounds):
            break
    first, second = (pc.digests() for pc in pcs)
    assert first == second
    assert [pc.findings() for pc in pcs] == [{}, {}]


def read(pc: Pc, what: Callable[[Session], Any]) -> Any:
    with pc.database.reading() as session:
        return what(session)


def counts(pc: Pc, *models: type[Base]) -> list[int]:
    with pc.database.reading() as session:
        return [session.scalar(select(func.count()).select_from(one)) or 0 for one in models]


def bring_in_everywhere(pcs: list[Pc], kind: ImportKind, path: Path) -> None:
    for pc in pcs:
        bring_in(pc.database, kind, path)
    sync(pcs)


def test_numbered_sales_are_there_once(pcs: list[Pc], tmp_path: Path) -> None:
    rows = [
        (f"F-{number}", f"1405/02/{1 + number % 28:02}", f"C{number % 3}", "روسری", 1, 250_000)
        for number in range(40)
        for _line in range(2)
    ]
    titles = ("number", "date", "customer_code", "product_name", "quantity", "unit_price")
    path = write_csv(tmp_path / "sales.csv", titles, rows)
    bring_in_everywhere(pcs, ImportKind.PURCHASES, path)
    assert counts(pcs[0], Purchase, PurchaseLine, Product, Customer) == [40, 80, 1, 3]
    assert counts(pcs[0], Conflict) == [0]


def test_sales_without_numbers_are_there_once(pcs: list[Pc], tmp_path: Path) -> None:
    rows = [
        (f"1405/02/{1 + number % 3:02}", "09121111111", "مریم احمدی", "روسری", 250_000)
        for number in range(30)
    ]
    titles = ("date", "customer_phone", "customer_name", "product_name", "unit_price")
    path = write_csv(tmp_path / "sales.csv", titles, rows)
    bring_in_everywhere(pcs, ImportKind.PURCHASES, path)
    assert counts(pcs[1], Purchase, PurchaseLine, Product) == [30, 30, 1]
    # What the program itself gave, the number and which of two customers, is no dispute.
    assert counts(pcs[0], Conflict) == [0]
    numbers = read(pcs[0], lambda session: session.scalars(select(Purchase.number)).all())
    assert len(set(numbers)) == 30


def test_a_longer_list_with_the_newest_first_doubles_nothing(pcs: list[Pc], tmp_path: Path) -> None:
    titles = ("date", "product_name", "quantity", "unit_price")
    rows = [("1405/02/01", "روسری", 9 - number, 1_000) for number in range(6)]
    for pc, some in zip(pcs, (rows[2:], rows), strict=True):
        bring_in(pc.database, ImportKind.PURCHASES, write_csv(tmp_path / "s.csv", titles, some))
    sync(pcs)
    assert counts(pcs[0], Purchase, PurchaseLine, Conflict) == [6, 6, 0]


def test_sales_of_a_day_stand_as_they_were_read(pcs: list[Pc], tmp_path: Path) -> None:
    rows = [("1405/02/01", "روسری", 1_000 * (9 - number)) for number in range(6)]
    path = write_csv(tmp_path / "s.csv", ("date", "product_name", "unit_price"), rows)
    bring_in(pcs[0].database, ImportKind.PURCHASES, path)
    listed = read(
        pcs[0], lambda session: list_purchases(session, PurchaseFilter(), Sort("purchased_on"))
    )
    told = read(pcs[0], lambda session: purchase_rows(session, listed))
    assert [one.total for one in told] == [9_000, 8_000, 7_000, 6_000, 5_000, 4_000]


def test_calls_products_and_coded_customers_are_there_once(pcs: list[Pc], tmp_path: Path) -> None:
    calls = write_csv(
        tmp_path / "calls.csv",
        ("date", "time", "customer_phone", "subject"),
        [("1405/02/01", f"10:{minute:02}", "09121111111", "سفارش") for minute in range(20)],
    )
    bring_in_everywhere(pcs, ImportKind.INTERACTIONS, calls)
    products = write_csv(
        tmp_path / "products.csv",
        ("code", "name", "price"),
        [(f"P{number}", f"شال {number}", 10_000) for number in range(20)],
    )
    bring_in_everywhere(pcs, ImportKind.PRODUCTS, products)
    people = write_csv(
        tmp_path / "people.csv",
        ("code", "last_name", "phone", "tags"),
        [(f"K{number}", f"نام {number}", f"091200000{number:02}", "عمده") for number in range(20)],
    )
    bring_in_everywhere(pcs, ImportKind.CUSTOMERS, people)
    assert counts(pcs[0], Interaction, Product, Customer, CustomerPhone) == [20, 20, 20, 20]
    assert counts(pcs[0], Conflict) == [0]


def test_a_record_that_lies_in_the_bin_keeps_its_id(pcs: list[Pc], tmp_path: Path) -> None:
    path = write_csv(tmp_path / "people.csv", ("code", "last_name"), [("K1", "احمدی")])
    for _ in range(2):
        bring_in(pcs[0].database, ImportKind.CUSTOMERS, path)
        living = select(Customer.id).where(Customer.deleted_at.is_(None))
        with pcs[0].database.transaction() as session:
            delete_customers(session, session.scalars(living).all())
    assert counts(pcs[0], Customer) == [2]


def test_an_import_can_be_undone_and_done_again(pcs: list[Pc], tmp_path: Path) -> None:
    path = write_csv(tmp_path / "people.csv", ("code", "last_name"), [("K1", "احمدی")])
    first, second = pcs
    bring_in(first.database, ImportKind.CUSTOMERS, path)
    sync(pcs)
    done = read(first, lambda session: session.scalar(select(Import.id)))
    undo_import(first.database, done)
    bring_in(second.database, ImportKind.CUSTOMERS, path)
    bring_in(first.database, ImportKind.CUSTOMERS, path)
    sync(pcs)
    assert counts(second, Customer) == [1]


def test_whom_two_pcs_made_is_proposed_to_both_and_merged_once(
    pcs: list[Pc], tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "people.csv", ("last_name", "phone"), [("احمدی", "09121111111")])
    bring_in_everywhere(pcs, ImportKind.CUSTOMERS, path)
    (first,), (second,) = (read(pc, lambda session: merge_proposals(session, 9)) for pc in pcs)
    assert {first.kept.id, first.merged.id} == {second.kept.id, second.merged.id}
    for pc in pcs:
        with pc.database.transaction() as session:
            keep_customers_apart(session, first.kept.id, first.merged.id)
    sync(pcs)
    assert counts(pcs[0], DistinctCustomers, Conflict) == [1, 0]
    assert read(pcs[1], lambda session: merge_proposals(session, 9)) == []
