"""The simulation of a shop on several PCs does whatever people can do to records."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from ecrm_desktop.importing import undo_import
from ecrm_desktop.models.changes import synced_tables
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.imports import Import
from ecrm_desktop.services import (
    audit_thinning,
    complaints,
    demo,
    edits,
    imports,
    index_rebuilding,
    segment_members,
    wiping,
)
from ecrm_desktop.services.demo.syncing import pretend_syncing
from ecrm_desktop.services.distinct_customers import keep_customers_apart
from ecrm_desktop.storage.database import Database
from tests.helpers import shop_life, shop_life_more, small_shop
from tests.helpers.every_service import SERVICES
from tests.helpers.made_conflicts import make_conflict, make_device
from tests.helpers.shop_life import FORGETTING_TOO, Life
from tests.helpers.small_shop import fill_small_shop

READS = "it only reads"
NOTHING_IS_OLD = "what goes is a year old at least, and a simulation lasts for seconds"
NOBODY_WAITS = "for a long import that others wait for (tests/test_importing_in_portions.py)"
INVENTED = "for an invented shop, before anything is in it"
NOT_LIVED: dict[Callable[..., Any], str] = {
    complaints.promised_on: READS,
    edits.told: READS,
    wiping.is_wipe_due: READS,
    segment_members.count_segment: READS,
    audit_thinning.due_thinning: READS,
    audit_thinning.is_thinning: READS,
    audit_thinning.begin_thinning: NOTHING_IS_OLD,
    audit_thinning.begin_due_thinning: NOTHING_IS_OLD,
    audit_thinning.thin_some: NOTHING_IS_OLD,
    imports.import_rows: "it counts what an import would do, and takes that back",
    imports.begin_import: NOBODY_WAITS,
    imports.finish_import: NOBODY_WAITS,
    index_rebuilding.rebuild_indexes: "no record changes by it",
    demo.fill_demo: INVENTED,
    pretend_syncing: INVENTED,
}


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> set[Callable[..., Any]]:
    """Which services did something for the simulation, or for an import of it."""
    found: set[Callable[..., Any]] = set()

    def noting(service: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(service)
        def call(*arguments: Any, **named: Any) -> Any:
            outcome = service(*arguments, **named)
            found.add(service)
            return outcome

        return call

    importing = [one for name, one in sys.modules.items() if name.startswith("ecrm_desktop.import")]
    for module in (imports, shop_life, shop_life_more, small_shop, *importing):
        for name, value in list(vars(module).items()):
            if isinstance(value, Callable) and value in SERVICES:  # type: ignore[arg-type]
                monkeypatch.setattr(module, name, noting(value))
    return found


def records(database: Database) -> dict[tuple[str, bytes], Any]:
    """Return all that travels, by table and id."""
    with database.reading() as session:
        connection = session.connection()
        return {
            (table.name, row.id): tuple(row)
            for table in synced_tables()
            for row in connection.exec_driver_sql(f"SELECT * FROM {table.name}")
        }


def captured(database: Database, after: int) -> tuple[int, set[tuple[str, bytes]]]:
    """Return the number of the last change, and which records changed since another one."""
    with database.reading() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT number, table_name, record_id FROM changes WHERE number > ?", (after,)
        )
        found = rows.all()
    return max((one.number for one in found), default=after), {tuple(one[1:]) for one in found}


def test_a_life_leaves_no_service_out_and_no_change_uncaptured(
    database: Database, tmp_path: Path, done: set[Callable[..., Any]]
) -> None:
    with database.transaction() as session:
        some = fill_small_shop(session, "fa")
        make_device(session, "x")
        for unit in ("job", "notes"):
            make_conflict(session, Customer.__tablename__, some.customer, unit, "x")
        make_conflict(session, Complaint.__tablename__, some.complaint, "subject", "x")
    life = Life(database, Random(1), tmp_path)
    last, _ = captured(database, 0)
    before = records(database)
    uncaptured: set[str] = set()
    for _ in range(20):
        for deed in FORGETTING_TOO:
            life.do(deed)
            after = records(database)
            last, changed = captured(database, last)
            written = {key for key in {*before, *after} if before.get(key) != after.get(key)}
            if written - changed:
                uncaptured.add(deed.__name__)
            before = after
        if not SERVICES.keys() - done - NOT_LIVED.keys():
            break
    assert uncaptured == set()
    assert SERVICES.keys() - done == NOT_LIVED.keys()


def test_an_import_of_people_who_were_kept_apart_is_taken_back(
    database: Database, tmp_path: Path
) -> None:
    with database.transaction() as session:
        fill_small_shop(session, "fa")
    before = records(database)
    Life(database, Random(3), tmp_path).import_file()
    made = sorted(
        key for table, key in records(database).keys() - before.keys() if table == "customers"
    )
    with database.transaction() as session:
        keep_customers_apart(session, UUID(bytes=made[0]), UUID(bytes=made[1]))
        listed = session.scalars(select(Import.id)).one()
    undo_import(database, listed)
    assert not {("customers", key) for key in made} & records(database).keys()
