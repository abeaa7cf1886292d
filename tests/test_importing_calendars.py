"""Birthdays of a calendar are those of the customers of that name."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from ecrm_desktop.errors import FileError, Problem
from ecrm_desktop.exchange.recognition import About
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing import ImportOutcome, ImportRequest, run_import
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.queries.customer_detail import customer_detail
from ecrm_desktop.reports.birthdays import birthdays
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.factories import make_customer
from tests.helpers.import_files import CONVENTIONS, contents

CALENDAR = Path(__file__).parent / "exchange" / "samples" / "birthdays.ics"


def bring(database: Database, path: Path) -> ImportOutcome:
    """Bring in a calendar as it is recognised."""
    with open_tables(path) as tables:
        [sheet] = tables.sheets
        mapping = recognize(sheet, ImportKind.CUSTOMERS, CONVENTIONS).mapping
    return run_import(database, ImportRequest(path=path, mapping=mapping, conventions=CONVENTIONS))


def born(database: Database) -> dict[str, str]:
    """Return name and code → birthday."""
    with database.reading() as session:
        ids = session.scalars(select(Customer.id)).all()
        found = [customer_detail(session, one) for one in ids]
    return {f"{one.name} {one.code}": one.birth_date.format() if one.birth_date else ""
            for one in found}  # fmt: skip


def test_birthdays_go_to_the_only_customer_of_that_name(database: Database) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", code="7", phone="+989123456709")
        make_customer(session, "مینا احمدی", code="8")
        make_customer(session, "مینا احمدی", code="9")
    with open_tables(CALENDAR) as tables:
        found = recognize(tables.sheets[0], None, CONVENTIONS)
    assert [(one.about, one.count) for one in found.doubts] == [(About.NO_BIRTHDAYS, 2)]
    outcome = bring(database, CALENDAR)
    assert (outcome.counts.new, outcome.counts.updated, outcome.counts.problems) == (2, 1, 0)
    said = born(database)
    assert said["علی رضایی 7"] == "1363/01/01"
    # Its year is the one in which it was written.
    assert [day for name, day in said.items() if name.startswith("Ada Lovelace")] == ["01/01"]
    assert (said["مینا احمدی 8"], said["مینا احمدی 9"]) == ("", "")
    assert len(said) == 5
    once = contents(database)
    again = bring(database, CALENDAR)
    assert (again.counts.new, again.counts.updated, contents(database)) == (0, 0, once)


def test_our_own_calendar_comes_back_once_a_customer(database: Database, tmp_path: Path) -> None:
    with database.transaction() as session:
        who = make_customer(session, "علی رضایی", code="7", birth_date="1370-01-15")
    path = tmp_path / "own.ics"
    with database.reading() as session:
        lines = birthdays([customer_detail(session, who)], date(2026, 11, 30))
        path.write_bytes(b"".join(lines))
    with open_tables(path) as tables:
        [sheet] = tables.sheets
        assert [row.cells[0] for row in tables.rows(sheet)] == ["علی رضایی"]


def test_a_calendar_without_birthdays_is_told(tmp_path: Path) -> None:
    path = tmp_path / "work.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:خرید\nEND:VTODO\nEND:VCALENDAR\n", "utf-8"
    )
    with pytest.raises(FileError) as error, open_tables(path):
        pass
    assert error.value.problem is Problem.FILE_NO_BIRTHDAYS
