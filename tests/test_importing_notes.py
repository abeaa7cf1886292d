"""What has no field goes to the note, whatever stands there, and is told only where it does."""

from pathlib import Path

import pytest
from sqlalchemy import select

from ecrm_desktop.drafts.imports import OnMatch
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.factories import make_customer
from tests.helpers.import_files import bring_in, contents, customers, stored, told, write_csv

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
    added = ["داخلی 02188776655: 12", "تاریخ تولد: 1370/13/40", "معرف: نیما"]
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


@pytest.mark.parametrize("on_match", [*OnMatch])
def test_a_phone_that_stays_somebody_elses_is_kept_in_the_note_and_told(
    database: Database, tmp_path: Path, on_match: OnMatch
) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", code="7")
        make_customer(session, "مینا احمدی", code="8", phone="+989123456701")
    row, line = "7,علی رضایی,09123456701", "شماره‌ای که مشتری دیگری هم دارد: 09123456701"
    outcome = customers(database, tmp_path / "a.csv", "code,name,phone", row, on_match=on_match)
    assert [number.number for number in stored(database, "7").phones] == []
    if on_match is OnMatch.ADD_ONLY:
        assert (stored(database, "7").notes, outcome.kept) == ("", 0)
        return
    assert (stored(database, "7").notes, outcome.first_kept) == (line, ((2, line),))
    once = contents(database)
    again = customers(database, tmp_path / "a.csv", "code,name,phone", row, on_match=on_match)
    assert (told(again), contents(database)) == ((0, 0, 1, 0, 0), once)


@pytest.mark.parametrize(
    ("who", "phone", "email", "note"),
    [
        ("7", "0912345", "", "تلفن مشتری: 0912345"),
        ("", "09123456701", "mina@", "ایمیل مشتری: mina@"),
        ("", "پشت باجه", "", "مینا احمدی\nتلفن مشتری: پشت باجه"),
        ("", "0912345", "", None),
        ("", "0912345", "mina@example.com", "تلفن مشتری: 0912345"),
    ],
)
@pytest.mark.parametrize("returns", [False, True])
def test_one_odd_cell_refuses_no_purchase_of_somebody_who_is_known_without_it(
    database: Database,
    tmp_path: Path,
    who: str,
    phone: str,
    email: str,
    note: str | None,
    returns: bool,  # noqa: FBT001 - drawn
) -> None:
    with database.transaction() as session:
        make_customer(session, "مینا احمدی", code="7", phone="+989123456701",
                      email="mina@example.com")  # fmt: skip
    header = ["number", "date", "customer_code", "customer_name", "customer_phone",
              "customer_email", "amount"]  # fmt: skip
    row = ["12", "1404/01/05", who, "مینا احمدی", phone, email, "1000"]
    rows = [row]
    if returns:
        known = ["12", "1404/01/05", "7", "", "", "", "1000"]
        back = ["12", "1404/01/06", *row[2:6], "-1000"]
        rows = [known, back]
    file = write_csv(tmp_path / "sales.csv", header, rows)
    outcome = bring_in(database, ImportKind.PURCHASES, file)
    lines = note.splitlines()[-1:] if note else []
    assert [line for _, line in outcome.first_kept] == lines
    assert bool(outcome.counts.problems) is not bool(lines)
    with database.reading() as session:
        found = session.scalars(select(Return.reason if returns else Purchase.note)).all()
    assert found == ([lines[-1] if returns else note] if lines else [])
    again = bring_in(database, ImportKind.PURCHASES, file)
    assert (again.counts.new, again.counts.returns_new, again.kept) == (0, 0, 0)
