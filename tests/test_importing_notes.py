"""What has no field goes to the note, whatever stands there, and is told only where it does."""

from pathlib import Path

import pytest

from ecrm_desktop.drafts.imports import OnMatch
from ecrm_desktop.storage.database import Database
from tests.helpers.factories import make_customer
from tests.helpers.import_files import contents, customers, stored, told

NOTE = "بدهی ۵ میلیون"


@pytest.mark.parametrize("on_match", [*OnMatch])
def test_a_note_of_the_shop_stays_and_gets_what_has_no_field(
    database: Database, tmp_path: Path, on_match: OnMatch
) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", code="7", phone="+989123456701", notes=NOTE)
    header = "name,phone,phone2,referrer,birth_date"
    rows = ("دکتر علی رضایی,09123456701,02188776655 داخلی 12,نیما,1370/13/40",)
    planned = customers(database, tmp_path / "a.csv", header, *rows, on_match=on_match,
                        dry_run=True)  # fmt: skip
    outcome = customers(database, tmp_path / "a.csv", header, *rows, on_match=on_match)
    assert (planned.kept, planned.first_kept) == (outcome.kept, outcome.first_kept)
    added = ["معرف: نیما", "داخلی 02188776655: 12", "تاریخ تولد: 1370/13/40"]
    if on_match is OnMatch.ADD_ONLY:
        assert (stored(database, "7").notes, outcome.kept) == (NOTE, 0)
        return
    assert stored(database, "7").notes.split("\n") == [NOTE, "دکتر", *added]
    assert (outcome.kept, [line for _, line in outcome.first_kept]) == (1, added)
    once = contents(database)
    again = customers(database, tmp_path / "a.csv", header, *rows, on_match=on_match)
    assert (told(again), contents(database)) == ((0, 0, 1, 0, 0), once)


def test_an_update_replaces_a_note_by_a_note_and_later_rows_keep_theirs_too(
    database: Database, tmp_path: Path
) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", code="7", phone="+989123456701", notes=NOTE)
    header, row = "name,phone,note,referrer", "دکتر علی رضایی,09123456701,تسویه شد,نیما"
    customers(database, tmp_path / "a.csv", header, row, on_match=OnMatch.UPDATE_ALL)
    assert stored(database, "7").notes == "دکتر\nتسویه شد\nمعرف: نیما"
    header = "code,name,phone,referrer"
    rows = ("8,مینا احمدی,09123456702,سارا", "8,مینا احمدی,09123456702,رضا")
    outcome = customers(database, tmp_path / "b.csv", header, *rows)
    assert (stored(database, "8").notes, outcome.kept) == ("معرف: سارا\nمعرف: رضا", 2)


def test_rows_that_are_refused_keep_nothing(database: Database, tmp_path: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", code="7")
    outcome = customers(
        database, tmp_path / "a.csv", "code,name,phone", "7,مینا احمدی,02188776655 داخلی 12"
    )
    assert (told(outcome), outcome.kept, outcome.first_kept) == ((0, 0, 0, 0, 1), 0, ())
