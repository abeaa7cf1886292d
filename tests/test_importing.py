"""Files are brought in whole or not at all, and found again."""

import errno
import gc
import os
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import event, select

from ecrm_desktop.drafts.customers import CustomerFieldDraft
from ecrm_desktop.drafts.imports import MatchBy, OnMatch
from ecrm_desktop.errors import Cancelled, DatabaseError, FileError, Problem
from ecrm_desktop.exchange.fields import FIELDS
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing import ImportRequest, run_import, undo_import
from ecrm_desktop.models.customers import (
    Customer,
    CustomerConsent,
    CustomerField,
    CustomerFieldValue,
)
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.queries.imports import list_imports
from ecrm_desktop.services.customer_fields import define_customer_field
from ecrm_desktop.services.interactions import delete_interactions
from ecrm_desktop.storage.database import Database
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.values.statuses import ConsentChannel, FieldKind, ImportKind
from tests.helpers.factories import make_customer, make_product
from tests.helpers.import_files import (
    CONVENTIONS,
    bring_in,
    contents,
    customers,
    is_sound,
    stored,
    told,
    write_csv,
)

MARYAM = "+989121111111"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


def test_new_customers_get_all_that_a_row_says(database: Database, file: Path) -> None:
    outcome = customers(
        database,
        file,
        "first_name,last_name,phone,phone2,city,birth_date,tags,own:سایز کفش",
        "مریم,احمدی,0912 111 1111,031-36201234,یزد,1370/08/30,خوش‌حساب;عمده,۳۸",
        "علی,کریمی,09122222222,,,,,",
    )
    assert told(outcome) == (2, 0, 0, 0, 0)
    one = stored(database, "1")
    assert (one.name, one.city, one.birth_date) == ("مریم احمدی", "یزد", "1370-08-30")
    assert [(p.number, p.is_primary) for p in one.phones] == [
        (MARYAM, True), ("+983136201234", False),
    ]  # fmt: skip
    assert sorted(tag.tag for tag in one.tags) == ["خوش‌حساب", "عمده"]
    with database.reading() as session:
        assert session.scalars(select(CustomerFieldValue.value)).all() == ["۳۸"]
        assert session.scalars(select(CustomerField.title)).all() == ["سایز کفش"]
    assert is_sound(database)


@pytest.mark.parametrize(
    ("on_match", "expected", "city", "job"),
    [
        (OnMatch.ADD_ONLY, (0, 0, 1, 0, 0), "یزد", ""),
        (OnMatch.FILL_EMPTY, (0, 1, 0, 0, 0), "یزد", "معلم"),
        (OnMatch.UPDATE_ALL, (0, 1, 0, 0, 0), "رشت", "معلم"),
    ],
)
def test_what_a_match_does(
    database: Database,
    file: Path,
    on_match: OnMatch,
    expected: tuple[int, ...],
    city: str,
    job: str,
) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM, city="یزد", notes="مهم")
    outcome = customers(
        database, file, "name,phone,city,job,note", "مریم احمدی,09121111111,رشت,معلم,",
        on_match=on_match,
    )  # fmt: skip
    assert told(outcome) == expected
    one = stored(database, "7")
    # An empty cell never erases.
    assert (one.city, one.job, one.notes) == (city, job, "مهم")
    again = customers(
        database, file, "name,phone,city,job,note", "مریم احمدی,09121111111,رشت,معلم,",
        on_match=on_match,
    )  # fmt: skip
    assert told(again) == (0, 0, 1, 0, 0)


@pytest.mark.parametrize(
    ("on_match", "agreed", "stands"),
    [
        (OnMatch.ADD_ONLY, True, True),
        (OnMatch.FILL_EMPTY, True, False),
        (OnMatch.UPDATE_ALL, True, False),
        (OnMatch.FILL_EMPTY, False, False),
        (OnMatch.UPDATE_ALL, False, False),
    ],
)
def test_a_file_brings_refusals_of_adverts_but_takes_none_back(
    database: Database,
    file: Path,
    on_match: OnMatch,
    agreed: bool,  # noqa: FBT001 - a case's value
    stands: bool,  # noqa: FBT001
) -> None:
    with database.transaction() as session:
        known = CustomerConsent(
            channel=ConsentChannel.SMS, granted=agreed, given_on=date(2020, 1, 1), source="فرم"
        )
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM, consents=[known])
    outcome = customers(
        database, file, "name,phone,consent_sms",
        f"مریم احمدی,09121111111,{'خیر' if agreed else 'بله'}", on_match=on_match,
    )  # fmt: skip
    assert told(outcome) == ((0, 0, 1, 0, 0) if stands is agreed else (0, 1, 0, 0, 0))
    with database.reading() as session:
        assert session.scalars(select(CustomerConsent.granted)).all() == [stands]


def test_names_are_one_thing_however_they_are_divided(database: Database, file: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "", code="1", phone=MARYAM, last_name="مریم احمدی")
    outcome = customers(
        database, file, "first_name,last_name,phone", "مریم,احمدی,09121111111",
        on_match=OnMatch.UPDATE_ALL,
    )  # fmt: skip
    assert told(outcome) == (0, 0, 1, 0, 0)


def test_matches_are_looked_for_in_the_order_given(database: Database, file: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="1", phone=MARYAM)
        make_customer(session, "علی کریمی", code="2", national_id="0499370899")
        make_customer(session, "رضا راد", code="3", email="reza@example.com")
    header = "phone,national_id,email,job"
    row = "09121111111,0499370899,reza@example.com,معلم"
    ways = [MatchBy.PHONE, MatchBy.EMAIL, MatchBy.NATIONAL_ID]
    for first, code in zip(ways, "132", strict=True):
        rest = tuple(way for way in ways if way is not first)
        outcome = customers(database, file, header, row, match=(first, *rest))
        taken = first is not MatchBy.NATIONAL_ID
        # Another one's national ID is nobody's to take.
        assert told(outcome) == ((0, 0, 0, 0, 1) if taken else (0, 1, 0, 0, 0))
        assert stored(database, code).job == ("" if taken else "معلم")


def test_one_phone_of_two_people_is_told_apart_by_the_name(database: Database, file: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="1", phone=MARYAM)
        make_customer(session, "علی احمدی", code="2", phone=MARYAM)
    header, row = "name,phone,city", "علي احمدي,09121111111,یزد"
    customers(database, file, header, row, match=(MatchBy.NAME_AND_PHONE,))
    assert (stored(database, "1").city, stored(database, "2").city) == ("", "یزد")
    outcome = customers(
        database, file, header, "رضا احمدی,09121111111,قم", match=(MatchBy.NAME_AND_PHONE,)
    )
    assert told(outcome) == (1, 0, 0, 0, 0)


def test_rows_about_the_same_new_customer_are_duplicates(database: Database, file: Path) -> None:
    rows = ("مریم احمدی,09121111111,,", "م. احمدی,+98 912 111 1111,یزد,", "علی راد,09350000000,,")
    # A code that was given out once is not given out again.
    for on_match, code, city in (
        (OnMatch.ADD_ONLY, "1", ""), (OnMatch.FILL_EMPTY, "3", "یزد"),
    ):  # fmt: skip
        outcome = customers(
            database, file, "name,phone,city,note", *rows, on_match=on_match, dry_run=True
        )
        assert told(outcome) == (2, 0, 0, 1, 0)
        outcome = customers(database, file, "name,phone,city,note", *rows, on_match=on_match)
        assert stored(database, code).name == "مریم احمدی"
        assert stored(database, code).city == city
        assert outcome.import_id is not None
        undo_import(database, outcome.import_id)


def test_rows_with_nothing_to_match_by_are_not_added_twice(database: Database, file: Path) -> None:
    rows = ("مریم احمدی,,یزد", "علی راد,09350000000,", "مریم احمدی,,یزد")
    assert told(customers(database, file, "name,phone,city", *rows)) == (2, 0, 0, 1, 0)
    assert told(customers(database, file, "name,phone,city", *rows)) == (0, 0, 2, 1, 0)


def test_codes_stay_unique(database: Database, file: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM)
    outcome = customers(
        database,
        file,
        "code,name,phone",
        "7,علی راد,09350000000",  # 7 is Maryam's
        ",رضا راد,09350000001",
        "1,مینا راد,09350000002",  # the first free one: the one without a code takes another
        "1,سارا راد,09350000003",
        match=(MatchBy.PHONE,),
    )
    assert told(outcome) == (2, 0, 0, 0, 2)
    assert [one.error.problem for one in outcome.first_problems] == [Problem.CODE_TAKEN] * 2
    assert [one.position for one in outcome.first_problems] == [0, 0]
    assert stored(database, "1").name == "مینا راد"
    assert stored(database, "2").name == "رضا راد"


def test_a_code_of_somebody_else_is_told_instead_of_mixing_two_people(
    database: Database, file: Path
) -> None:
    # Who came in by purchases got the next codes; now their own list gives these to others.
    customers(database, file, "name,phone", "مریم احمدی,09121111111", "علی راد,09350000000")
    header = "code,name,phone,city"
    rows = ("2,مریم احمدی,09121111111,یزد", "1,سارا نیک,09122222222,قم")
    outcome = customers(database, file, header, *rows, problem_file=False)
    assert told(outcome) == (0, 1, 0, 0, 1)
    [problem] = outcome.first_problems
    assert (problem.row, problem.position) == (3, 0)
    assert problem.error.problem is Problem.CODE_TAKEN
    maryam = stored(database, "1")
    assert (maryam.name, maryam.city, len(maryam.phones)) == ("مریم احمدی", "یزد", 1)
    assert stored(database, "2").city == ""
    # A second phone or a family name written alone: the same person.
    same = ("1,خانم احمدی,09123333333", "2,,09124444444")
    assert told(customers(database, file, "code,name,phone", *same)) == (0, 2, 0, 0, 0)
    turned = ("2,راد علی,", "1,M. Ahmadi,")
    assert told(customers(database, file, "code,name,phone", *turned)) == (0, 0, 2, 0, 0)
    namesake = customers(database, file, "code,name,phone", "2,علی کریمی,", problem_file=False)
    assert told(namesake) == (0, 0, 0, 0, 1)
    row = "2,رضا کیا,09125555555"
    changed = customers(database, file, "code,name,phone", row, on_match=OnMatch.UPDATE_ALL)
    assert told(changed) == (0, 0, 0, 0, 1)
    assert stored(database, "2").name == "علی راد"


def test_a_code_given_to_somebody_far_above_yields(database: Database, file: Path) -> None:
    rows = [f",فرد {at},0935{at:07}" for at in range(4_100)] + ["17,مینا راد,09120000000"]
    outcome = customers(database, file, "code,name,phone", *rows, match=(MatchBy.PHONE,))
    assert told(outcome) == (4_101, 0, 0, 0, 0)
    assert stored(database, "17").name == "مینا راد"
    with database.reading() as session:
        codes = session.scalars(select(Customer.code)).all()
    assert len(set(codes)) == 4_101
    assert is_sound(database)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("code", "7"),
        ("phone", "09121111111"),
        ("national_id", "0499370899"),
        ("email", "maryam@example.com"),
    ],
)
def test_a_customer_in_the_bin_is_made_anew(
    database: Database, file: Path, column: str, value: str
) -> None:
    told_by = {"national_id": "0499370899", "email": "maryam@example.com"}
    with database.transaction() as session:
        gone = told_by | {"deleted_at": datetime.now(UTC)}
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM, **gone)
    row = f"مریم احمدی,{value}"
    match = (MatchBy(column),)
    assert told(customers(database, file, f"name,{column}", row, match=match))[0] == 1
    assert told(customers(database, file, f"name,{column}", row, match=match))[2] == 1


def test_a_merged_customer_is_the_one_they_became(database: Database, file: Path) -> None:
    with database.transaction() as session:
        kept = make_customer(session, "مریم احمدی", code="7")
        gone = {"deleted_at": datetime.now(UTC), "merged_into_id": kept}
        make_customer(session, "م احمدی", code="8", **gone)
    outcome = customers(database, file, "code,city", "8,یزد", on_match=OnMatch.UPDATE_ALL)
    assert told(outcome) == (0, 1, 0, 0, 0)
    assert stored(database, "7").city == "یزد"


def test_values_of_own_fields_must_fit(database: Database, file: Path) -> None:
    with database.transaction() as session:
        for title, kind, choices in (
            ("عدد", FieldKind.NUMBER, ()),
            ("روز", FieldKind.DATE, ()),
            ("رنگ", FieldKind.CHOICE, ("سرخ", "آبی")),
        ):
            define_customer_field(
                session, CustomerFieldDraft(title=title, kind=kind, choices=choices)
            )
    header = "name,own:عدد,own:روز,own:رنگ"
    outcome = customers(
        database, file, header, "علی راد,۳٫۵,1405/01/01,ابي", "رضا راد,زیاد,,", "مینا راد,,,سبز"
    )
    assert told(outcome) == (1, 0, 0, 0, 2)
    assert [one.position for one in outcome.first_problems] == [1, 3]
    with database.reading() as session:
        values = session.scalars(select(CustomerFieldValue.value)).all()
        assert sorted(values) == ["2026-03-21", "3.5", "آبی"]
        assert len(session.scalars(select(CustomerField.id)).all()) == 3


def test_rows_with_problems_are_left_out_and_the_rest_is_taken(
    database: Database, file: Path
) -> None:
    rows = ("مریم احمدی,09121111111", "علی راد,0912", ",", "رضا راد,09350000000")
    outcome = customers(database, file, "name,phone", *rows)
    assert told(outcome) == (2, 0, 0, 0, 1)
    [problem] = outcome.first_problems
    assert (problem.row, problem.position) == (3, 1)
    # Mended in the file that was written, the row is brought in by the same mapping.
    assert outcome.problem_file is not None
    book = openpyxl.load_workbook(outcome.problem_file)
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[2]][:2] == ["علی راد", "0912"]
    assert sheet["C2"].value == explain(problem.error)
    sheet["B2"] = "09123333333"
    book.save(outcome.problem_file)
    mended = bring_in(database, ImportKind.CUSTOMERS, outcome.problem_file)
    assert told(mended) == (1, 0, 0, 0, 0)


def test_a_row_that_cannot_be_read_costs_itself_and_no_other(
    database: Database, file: Path
) -> None:
    long = "x" * 200_000
    rows = ["code,name,note,phone", "1,A,,09121111111", f"2,B,{long},09122222222",
            "3,C\0,,09123333333", f"4,D,{'y' * 40_000},", "5,E,,09125555555"]  # fmt: skip
    file.write_text("\n".join(rows), encoding="utf-8")
    outcome = bring_in(database, ImportKind.CUSTOMERS, file)
    assert (outcome.counts.new, outcome.counts.problems) == (2, 3)
    assert [(one.row, one.position, one.error.problem) for one in outcome.first_problems] == [
        (3, None, Problem.ROW_TOO_LONG),
        (4, 1, Problem.TEXT_UNREADABLE),
        (5, 2, Problem.ROW_TOO_LONG),
    ]
    assert outcome.problem_file is not None
    # What is cut there must not come in as if it were whole.
    again = bring_in(database, ImportKind.CUSTOMERS, outcome.problem_file)
    assert again.counts.new + again.counts.problems == 3
    with database.reading() as session:
        assert set(session.scalars(select(Customer.code))) <= {"1", "3", "5"}


def test_a_long_row_is_told_whatever_is_imported(database: Database, file: Path) -> None:
    lines = ["number,date,product_name,quantity,unit_price", "1,2026-01-01,Shoe,1,10",
             "2,2026-01-01,Bag,1," + "9," * 100_000, "3,2026-01-01,Hat,1,30", ""]  # fmt: skip
    file.write_text("\n".join(lines), encoding="utf-8")
    outcome = bring_in(database, ImportKind.PURCHASES, file)
    assert (outcome.counts.new, outcome.counts.problems) == (2, 1)


def test_wrong_contacts_are_written_under_words_people_know(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "contacts.vcf"
    card = "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nTEL:*123#\nNOTE:آشنا\nEND:VCARD\n"
    file.write_text(card, "utf-8")
    outcome = bring_in(database, ImportKind.CUSTOMERS, file)
    assert outcome.problem_file is not None
    book = openpyxl.load_workbook(outcome.problem_file)
    sheet = book.worksheets[0]
    header = [str(cell.value) for cell in sheet[1]]
    assert not any(name in FIELDS[ImportKind.CUSTOMERS] for name in header)
    sheet.cell(2, header.index("همهٔ تلفن‌ها") + 1, "09123333333")
    book.save(outcome.problem_file)
    with open_tables(outcome.problem_file) as tables:
        found = recognize(tables.sheets[0], ImportKind.CUSTOMERS, CONVENTIONS)
    request = ImportRequest(
        path=outcome.problem_file, mapping=found.mapping, conventions=CONVENTIONS
    )
    assert told(run_import(database, request)) == (1, 0, 0, 0, 0)
    rad = stored(database, "1")
    assert (rad.last_name, rad.notes) == ("09123333333", "آشنا")
    assert [one.number for one in rad.phones] == ["+989123333333"]


def test_rows_refused_by_what_is_stored_are_in_the_file_too(database: Database, file: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM)
    rows = ("7,علی راد,09350000000", "8,رضا راد,0935")
    outcome = customers(database, file, "code,name,phone", *rows, match=(MatchBy.PHONE,))
    assert told(outcome) == (0, 0, 0, 0, 2)
    assert outcome.problem_file is not None
    sheet = openpyxl.load_workbook(outcome.problem_file).worksheets[0]
    assert [sheet.cell(2, 1).value, sheet.cell(3, 1).value] == ["7", "8"]
    assert "مریم احمدی" in str(sheet.cell(2, 2).value)
    again = customers(
        database, file, "code,name,phone", *rows, match=(MatchBy.PHONE,), problem_file=False
    )
    assert again.problem_file is None


def test_where_no_file_can_be_written_nothing_is_brought_in(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reject(path: Path, *_rest: object) -> Path:
        raise FileError(Problem.BAD_ROWS_NOT_WRITABLE, path=str(path))

    monkeypatch.setattr("ecrm_desktop.exchange.problem_file.write_problem_file", reject)
    with pytest.raises(FileError):
        customers(database, file, "name,phone", "مریم احمدی,09121111111", "علی راد,0912")
    assert contents(database)["customers"] == []


def test_what_cannot_be_committed_leaves_no_file_of_problems(
    database: Database, file: Path
) -> None:
    def reject(_connection: object) -> None:
        assert list(file.parent.glob("*.xlsx"))
        raise DatabaseError(Problem.DISK_FULL)

    event.listen(database.writer, "commit", reject)
    with pytest.raises(DatabaseError):
        customers(database, file, "name,phone", "مریم احمدی,09121111111", "علی راد,0912")
    assert list(file.parent.glob("*.xlsx")) == []
    assert contents(database)["customers"] == []


def test_a_file_of_problems_that_cannot_be_removed_does_not_hide_what_failed(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reject(_connection: object) -> None:
        raise DatabaseError(Problem.DISK_FULL)

    def unlink(*_arguments: object, **_how: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    event.listen(database.writer, "commit", reject)
    monkeypatch.setattr(Path, "unlink", unlink)
    with pytest.raises(DatabaseError) as error:
        customers(database, file, "name,phone", "مریم احمدی,09121111111", "علی راد,0912")
    assert error.value.problem is Problem.DISK_FULL


def test_what_may_have_been_committed_keeps_its_file_of_problems(
    database: Database, file: Path
) -> None:
    def reject(_connection: object) -> None:
        raise DatabaseError(Problem.CHANGE_UNCONFIRMED)

    event.listen(database.writer, "commit", reject)
    with pytest.raises(DatabaseError):
        customers(database, file, "name,phone", "مریم احمدی,09121111111", "علی راد,0912")
    assert list(file.parent.glob("*.xlsx"))


def test_products_are_matched_by_code_and_by_name(database: Database, file: Path) -> None:
    with database.transaction() as session:
        make_product(session, "کفش", code="K1", price=100)
        make_product(session, "شال")
    write_csv(
        file,
        ["code", "name", "price", "brand"],
        [["K1", "کفش نو", "200", "مهر"], ["S1", "شال", "50", ""], ["", "کلاه", "70", ""],
         ["K1", "", "", "ماه"], ["S2", "شال", "60", ""]],
    )  # fmt: skip
    outcome = bring_in(database, ImportKind.PRODUCTS, file, on_match=OnMatch.FILL_EMPTY)
    assert told(outcome) == (2, 2, 0, 1, 0)
    with database.reading() as session:
        rows = select(Product.code, Product.name, Product.price, Product.brand)
        assert sorted(map(tuple, session.execute(rows))) == [
            ("", "کلاه", 70, ""),
            ("K1", "کفش", 100, "مهر"),
            ("S1", "شال", 50, ""),
            ("S2", "شال", 60, ""),
        ]
    again = bring_in(database, ImportKind.PRODUCTS, file, on_match=OnMatch.FILL_EMPTY)
    assert told(again) == (0, 0, 4, 1, 0)


def test_interactions_find_their_customers(database: Database, file: Path) -> None:
    with database.transaction() as session:
        maryam = make_customer(session, "مریم احمدی", code="7", phone=MARYAM)
    write_csv(
        file,
        ["date", "time", "customer_name", "customer_phone", "subject"],
        [["1405/01/05", "10:30", "", "09121111111", "سفارش"],
         ["1405/01/05", "", "علی راد", "09350000000", "گله"],
         ["1405/01/06", "", "", "09350000009", "پرسش"],
         ["1405/01/06", "", "رهگذر", "", "پرسش"]],
    )  # fmt: skip
    outcome = bring_in(database, ImportKind.INTERACTIONS, file)
    assert (told(outcome)[0], outcome.counts.customers_new) == (4, 1)
    with database.transaction() as session:
        rows = list(
            session.scalars(select(Interaction).order_by(Interaction.occurred_at, Interaction.text))
        )
        assert rows[0].customer_id == maryam
        assert rows[1].customer_id is not None
        assert [(one.customer_id, one.phone, one.text) for one in rows[2:]] == [
            (None, "+989350000009", ""), (None, "", "رهگذر"),
        ]  # fmt: skip
        delete_interactions(session, [rows[0].id])
    assert told(bring_in(database, ImportKind.INTERACTIONS, file)) == (0, 0, 4, 0, 0)


def test_a_dry_run_changes_nothing_and_counts_the_same(database: Database, file: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM)
    before = contents(database)
    rows = ("مریم احمدی,09121111111,یزد", "علی راد,0912,", "رضا راد,09350000000,")
    planned = customers(database, file, "name,phone,city", *rows, dry_run=True)
    assert planned.import_id is None
    assert contents(database) == before
    with database.reading() as session:
        assert list_imports(session) == []
    assert customers(database, file, "name,phone,city", *rows).counts == planned.counts


def test_cancelling_changes_nothing(database: Database, file: Path) -> None:
    before = contents(database)

    def stop(done: int, total: int) -> None:
        assert done
        raise Cancelled

    with pytest.raises(Cancelled):
        customers(database, file, "name,phone", "علی راد,09350000000", report_progress=stop)
    assert contents(database) == before
    assert is_sound(database)


def test_the_search_for_cycles_rests_only_while_a_file_is_brought_in(
    database: Database, file: Path
) -> None:
    def stop(_done: int, _total: int) -> None:
        rests.append(gc.isenabled())
        raise Cancelled

    rests: list[bool] = []
    for was_on in (True, False):
        (gc.enable if was_on else gc.disable)()
        try:
            customers(database, file, "name,phone", "علی راد,09350000000")
            rests.append(gc.isenabled())
            with pytest.raises(Cancelled):
                customers(database, file, "name", "رضا راد", report_progress=stop)
            rests.append(gc.isenabled())
        finally:
            gc.enable()
    assert rests == [True, False, True, False, False, False]


def test_a_purchase_with_one_wrong_line_far_away_waits_for_its_mending(
    database: Database, file: Path
) -> None:
    header = ["number", "date", "customer_code", "product_name", "quantity", "unit_price"]
    rows = [[f"F{at % 3000}", "1405/01/05", at % 3000, "شال", 1, 500] for at in range(6_000)]
    rows[5_000][4] = "زیاد"
    write_csv(file, header, rows)
    outcome = bring_in(database, ImportKind.PURCHASES, file)
    assert (outcome.counts.new, outcome.counts.problems) == (2_999, 2)
    assert outcome.problem_file is not None
    sheet = openpyxl.load_workbook(outcome.problem_file).worksheets[0]
    assert [sheet.cell(row, 1).value for row in (2, 3, 4)] == ["F2000", "F2000", None]
    assert is_sound(database)
