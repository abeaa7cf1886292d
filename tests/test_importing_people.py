"""One phone is not one person: families and companies share numbers."""

from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.imports import OnMatch, OnShared
from ecrm_desktop.errors import Problem
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.importing import ImportRequest, run_import
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.queries.customer_detail import customer_detail
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.person_names import phone_label, read_name
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import CustomerKind, ImportKind
from tests.helpers.examples import examples
from tests.helpers.factories import make_customer
from tests.helpers.import_files import (
    CONVENTIONS,
    bring_in,
    contents,
    customers,
    stored,
    told,
    write_csv,
)
from tests.test_importing_properties import shop

UNEQUAL = {"id", "created_at", "updated_at"}
FORMS = [
    ("علی رضایی", "علي رضائی"),
    ("علی‌رضا حسن‌زاده", "علیرضا حسن زاده"),
    ("مینا احمدی", "خانم دکتر مینا احمدی"),
    ("مینا احمدی", "احمدی مینا"),
    ("مینا احمدی", "احمدی"),
    ("مینا", "مینا احمدی"),
    ("مینا احمدی", "م. احمدی"),
    ("سید علی موسوی", "علی موسوی"),
    ("شرکت پارس نور", "پارس نور"),
    ("مینا سادات راد", "مینا راد"),
    ("Ali Karimi", "Karimi, Ali"),
    ("Ali Karimi", "A. KARIMI"),
    ("Dr. Ali Karimi", "Ali Karimi"),
    ("خانم احمدی", "احمدی"),
    ("مینا احمدی", "خانم مینا"),
    ("آقای علی رضایی", "آقای رضایی"),
    ("شرکت پارس نور", "شرکت پخش پارس نور"),
    ("Noor Foods Ltd.", "Noor Foods Co."),
]
OTHERS = [
    ("علی رضایی", "مینا رضایی"),
    ("علی رضایی", "علی احمدی"),
    ("احمد کریمی", "محمد کریمی"),
    ("شرکت پارس نور", "مینا احمدی"),
    ("شرکت پارس نور", "شرکت پارس خودرو"),
    ("A One", "B Two"),
    ("A One", "A Two"),
    ("علی رضایی", "Ali Rezaei"),
    ("علی رضایی", "خانم رضایی"),
    ("خانم رضایی", "علی رضایی"),
    ("خانم رضایی", "آقای رضایی"),
    ("خانم م. رضایی", "آقای محمد رضایی"),
    ("علی رضایی", "همسر علی رضایی"),
    ("مادر علی رضایی", "همسر علی رضایی"),
    ("علی رضایی", "شرکت رضایی"),
    ("خانم رضایی", "شرکت رضایی"),
    ("شرکت پخش نور", "فروشگاه نور"),
    ("مدرسه نور", "بیمارستان نور تهران"),
]


def names(database: Database) -> list[str]:
    with database.reading() as session:
        found = session.scalars(select(Customer).where(Customer.deleted_at.is_(None)))
        return sorted(one.name for one in found)


def called(whole: str) -> str:
    said = read_name(whole)
    return f"{said.first_name} {said.last_name}".strip() or said.company_name


def test_written_forms_of_a_name_are_one_person_and_other_names_are_others(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    rows = [(name, f"0912000{at:04}") for at, pair in enumerate([*FORMS, *OTHERS]) for name in pair]
    write_csv(file, ["name", "phone"], [(name.replace(",", "،"), phone) for name, phone in rows])
    planned = bring_in(database, ImportKind.CUSTOMERS, file, dry_run=True)
    outcome = bring_in(database, ImportKind.CUSTOMERS, file)
    assert (planned.counts, planned.shared) == (outcome.counts, outcome.shared)
    shared = [(one.name, one.other) for one in outcome.first_shared]
    assert [name for name, _ in shared] == [called(other) for _, other in OTHERS]
    assert told(outcome) == (len(FORMS) + 2 * len(OTHERS), 0, 0, len(FORMS), 0)
    once = contents(database)
    again = bring_in(database, ImportKind.CUSTOMERS, file)
    assert contents(database) == once
    assert (again.shared, again.counts.new, again.counts.updated) == (0, 0, 0)


def test_three_people_with_one_phone_and_what_may_be_done_with_them(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "chat.csv"
    header = "name,email,phone"
    rows = (
        "A One,a1@example.com,+989123456701",
        "B Two,b2@example.com,+989123456701",
        "C Three,c3@example.com,+989123456701",
    )
    planned = customers(database, file, header, *rows, dry_run=True)
    assert (planned.shared, planned.first_shared[0].value) == (2, "+989123456701")
    left = customers(database, file, header, *rows, on_shared=OnShared.LEAVE_OUT, dry_run=True)
    assert told(left) == (1, 0, 0, 0, 2)
    assert {one.error.problem for one in left.first_problems} == {Problem.OTHER_NAME}
    assert {one.position for one in left.first_problems} == {2}
    same = customers(database, file, header, *rows, on_shared=OnShared.SAME, dry_run=True)
    assert told(same) == (1, 0, 0, 2, 0)
    assert told(customers(database, file, header, *rows)) == (3, 0, 0, 0, 0)
    assert names(database) == ["A One", "B Two", "C Three"]


@pytest.mark.parametrize("on_match", [*OnMatch])
@pytest.mark.parametrize("on_shared", [*OnShared])
def test_an_update_never_renames_anybody(
    database: Database, tmp_path: Path, on_match: OnMatch, on_shared: OnShared
) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", code="7", phone="+989123456701", email="a@example.com",
                      national_id="0499370899")  # fmt: skip
    file = tmp_path / "list.csv"
    rows = (
        "مینا احمدی,09123456701,,,قم",
        "رضا کریمی,,a@example.com,,قم",
        "سارا نیک,,,0499370899,قم",
    )
    customers(database, file, "name,phone,email,national_id,city", *rows,
              on_match=on_match, on_shared=on_shared)  # fmt: skip
    assert "علی رضایی" in names(database)
    outcome = customers(database, file, "code,name", "7,نرگس کریمی", on_match=on_match)
    assert told(outcome) == (0, 0, 0, 0, 1)
    customers(database, file, "name,phone", "آقای علی رضایی مقدم,09123456701", on_match=on_match)
    fuller = "علی رضایی مقدم" if on_match is OnMatch.UPDATE_ALL else "علی رضایی"
    assert fuller in names(database)


def test_a_national_id_of_somebody_with_another_name_is_a_problem(
    database: Database, tmp_path: Path
) -> None:
    header, rows = "name,national_id", ("علی رضایی,0499370899", "مینا احمدی,0499370899")
    outcome = customers(database, tmp_path / "list.csv", header, *rows)
    assert (told(outcome), outcome.shared) == ((1, 0, 0, 0, 1), 1)
    assert outcome.problem_file is not None


@pytest.mark.parametrize("on_match", [*OnMatch])
def test_two_national_ids_are_two_people_whatever_else_is_the_same(
    database: Database, tmp_path: Path, on_match: OnMatch
) -> None:
    header = "name,phone,national_id"
    rows = ("علی رضایی,09123456701,0499370899", "علی رضایی,09123456701,0790419904")
    customers(database, tmp_path / "list.csv", header, rows[0])
    outcome = customers(database, tmp_path / "list.csv", header, *rows, on_match=on_match)
    assert (told(outcome), outcome.shared) == ((1, 0, 1, 0, 0), 1)
    once = contents(database)
    again = customers(database, tmp_path / "list.csv", header, *rows, on_match=on_match)
    assert (again.counts.new, again.counts.updated, again.shared) == (0, 0, 0)
    assert contents(database) == once


def test_whoever_is_known_by_a_phone_only_gets_a_name_and_keeps_it(
    database: Database, tmp_path: Path
) -> None:
    rows = (",09123456701", "مینا احمدی,09123456701", "علی رضایی,09123456701")
    customers(database, tmp_path / "list.csv", "name,phone", *rows)
    assert names(database) == ["علی رضایی", "مینا احمدی"]


@pytest.mark.parametrize("on_shared", [*OnShared])
def test_a_purchase_goes_to_whom_it_names(
    database: Database, tmp_path: Path, on_shared: OnShared
) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", code="7", phone="+989123456701")
        make_customer(session, "سارا نیک", code="9", phone="+989123456709")
    file = write_csv(
        tmp_path / "sales.csv",
        ["number", "date", "customer_name", "customer_phone", "amount"],
        [
            ("1", "1404/01/05", "علی رضایی", "09123456701", "10"),
            ("2", "1404/01/05", "مینا احمدی", "09123456701", "10"),
            ("3", "1404/01/06", "سارا نیک", "09123456701", "10"),
            ("4", "1404/01/07", "", "09123456701", "10"),
            ("5", "1404/01/08", "خانم مینا احمدی", "09123456701", "10"),
        ],
    )
    outcome = bring_in(database, ImportKind.PURCHASES, file, on_shared=on_shared)
    with database.reading() as session:
        bought = session.execute(
            select(Purchase.number, Customer).join(Customer, Customer.id == Purchase.customer_id)
        )
        by_number = {number: one.name for number, one in bought}
    if on_shared is OnShared.SECOND:
        assert list(by_number.values()) == [
            "علی رضایی", "مینا احمدی", "سارا نیک", "علی رضایی", "مینا احمدی"
        ]  # fmt: skip
        assert outcome.counts.customers_new == 1
        assert [one.row for one in outcome.first_shared] == [3, 4, 6][: outcome.shared]
    elif on_shared is OnShared.SAME:
        assert set(by_number.values()) == {"علی رضایی"}
    else:
        assert (list(by_number), outcome.counts.problems) == (["1", "4"], 3)
    again = bring_in(database, ImportKind.PURCHASES, file, on_shared=on_shared)
    assert (again.counts.new, again.counts.customers_new) == (0, 0)


@pytest.mark.parametrize("on_match", [*OnMatch])
def test_nobody_gets_what_a_list_says_of_their_wife_or_company(
    database: Database, tmp_path: Path, on_match: OnMatch
) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", code="7", phone="+989123456701", gender="male")
    rows = ("خانم رضایی,09123456701,1370/01/02,پزشک", "همسر علی رضایی,09123456701,1370/01/02,",
            "شرکت رضایی,09123456701,,")  # fmt: skip
    file = tmp_path / "list.csv"
    outcome = customers(database, file, "name,phone,birth_date,job", *rows, on_match=on_match)
    assert (told(outcome), outcome.shared) == ((3, 0, 0, 0, 0), 3)
    ali = stored(database, "7")
    said = (str(ali.gender), ali.birth_date or "", ali.job, ali.company_name)
    assert said == ("male", "", "", "")
    again = customers(database, file, "name,phone,birth_date,job", *rows, on_match=on_match)
    assert (again.counts.new, again.counts.updated) == (0, 0)
    bought = [(str(at), "1404/01/05", row.split(",")[0], "09123456701", "10")
              for at, row in enumerate(rows)]  # fmt: skip
    write_csv(file, ["number", "date", "customer_name", "customer_phone", "amount"], bought)
    bring_in(database, ImportKind.PURCHASES, file)
    with database.reading() as session:
        buyers = session.scalars(
            select(Customer).join(Purchase, Customer.id == Purchase.customer_id)
        ).all()
        assert {one.name for one in buyers} == {"رضایی", "همسر علی رضایی", "شرکت رضایی"}


@pytest.mark.parametrize("on_shared", [*OnShared])
def test_a_code_does_not_give_a_purchase_to_somebody_with_another_name(
    database: Database, tmp_path: Path, on_shared: OnShared
) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", code="1", phone="+989123456701")
        make_customer(session, "سارا نیک", code="2")
    named = [
        ("1", "حسن کریمی", "09123456799"),
        ("1", "سارا نیک", ""),
        ("1", "نرگس راد", ""),
        ("8", "علی رضایی", "09123456701"),
        ("9", "", "09123456701"),
        ("1", "", ""),
        ("1", "Ali", "09123456701"),
    ]
    header = ["number", "date", "customer_code", "customer_name", "customer_phone", "amount"]
    rows = [(str(at), "1404/01/05", *one, "10") for at, one in enumerate(named)]
    file = write_csv(tmp_path / "sales.csv", header, rows)
    planned = bring_in(database, ImportKind.PURCHASES, file, on_shared=on_shared, dry_run=True)
    outcome = bring_in(database, ImportKind.PURCHASES, file, on_shared=on_shared)
    assert (planned.counts, planned.shared) == (outcome.counts, outcome.shared)
    assert [(one.row, one.value, one.other) for one in outcome.first_shared] == [
        (row, "1", "علی رضایی") for row in (2, 3, 4)
    ]
    with database.reading() as session:
        found = session.execute(
            select(Purchase.number, Customer).join(Customer, Customer.id == Purchase.customer_id)
        )
        by_number = {int(number): (one.code, one.name) for number, one in found}
    ali = "1", "علی رضایی"
    sure = {3: ali, 4: ("9", "9"), 5: ali, 6: ali}
    if on_shared is OnShared.SECOND:
        hassan = by_number.pop(0)
        assert (hassan[0] not in {"1", "2"}, hassan[1]) == (True, "حسن کریمی")
        assert by_number == sure | {1: ("2", "سارا نیک")}
        assert outcome.counts.problems == 1
    elif on_shared is OnShared.SAME:
        assert by_number == sure | dict.fromkeys(range(3), ali)
    else:
        assert (by_number, outcome.counts.problems) == (sure, 3)
    once = contents(database)
    bring_in(database, ImportKind.PURCHASES, file, on_shared=on_shared)
    assert contents(database) == once


def test_every_row_with_somebody_elses_phone_counts(database: Database, tmp_path: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "علی رضایی", phone="+989123456701")
    header = ["number", "date", "customer_name", "customer_phone", "amount"]
    rows = [(at, "1404/01/05", "مینا احمدی", "09123456701", "10") for at in (1, 1, 2, 3)]
    outcome = bring_in(database, ImportKind.PURCHASES, write_csv(tmp_path / "a.csv", header, rows))
    assert (outcome.shared, outcome.counts.customers_new) == (4, 1)
    assert [one.row for one in outcome.first_shared] == [2, 3, 4, 5]


def test_purchases_make_customers_by_the_rules_of_lists(database: Database, tmp_path: Path) -> None:
    file = write_csv(
        tmp_path / "sales.csv",
        ["number", "date", "customer_name", "customer_phone", "amount"],
        [
            ("1", "1404/01/05", "شرکت پارس نور", "02188776655", "10"),
            ("2", "1404/01/05", "خانم دکتر مینا احمدی", "09123456702", "10"),
        ],
    )
    bring_in(database, ImportKind.PURCHASES, file)
    with database.reading() as session:
        company, person = session.scalars(select(Customer).order_by(Customer.kind)).all()
        assert (company.kind, company.company_name) == (CustomerKind.COMPANY, "شرکت پارس نور")
        assert [one.label.value for one in company.phones] == ["work"]
        assert (person.first_name, person.last_name, person.gender, person.notes) == (
            "مینا", "احمدی", "female", "دکتر",
        )  # fmt: skip


def test_contacts_with_odd_phones_come_in_whole(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    cards = (
        ("FN:علی رضایی", 'TEL;TYPE="WORK,FAX":02188776655\\;\\;\\,\\;',
         "TEL;TYPE=CELL:09123456701"),
        ("FN:حسن کریمی", "TEL;TYPE=WORK:02188776655p12", "TEL;TYPE=CELL:09123456703"),
        ("FN:سارا امینی", 'TEL;VALUE=uri;TYPE="voice,cell";PREF=1:tel:+98-21-8877-6655;ext=12',
         "TEL;VALUE=uri:tel:+98-912-345-6704", "BDAY:19960415", "ANNIVERSARY:20090808", "GENDER:F"),
        ("FN:شارژ", "TEL:*102#"),
        *((f"FN:فرد {at}", f"TEL:0912345{at:04}", "BDAY:1370/13/40") for at in range(3)),
    )  # fmt: skip
    texts = ("\r\n".join(["BEGIN:VCARD", "VERSION:4.0", *card, "END:VCARD", ""]) for card in cards)
    file.write_text("".join(texts), "utf-8", newline="")
    with open_tables(file) as tables:
        mapping = recognize(tables.sheets[0], None, CONVENTIONS).mapping
    request = ImportRequest(path=file, mapping=mapping, conventions=CONVENTIONS)
    outcome = run_import(database, request)
    assert (told(outcome), outcome.kept) == ((7, 0, 0, 0, 0), 6)
    assert outcome.first_kept[0] == (2, "داخلی 02188776655: 12")
    with database.reading() as session:
        found = {one.name: one for one in session.scalars(select(Customer))}
        phones = {
            name: [(phone.label.value, phone.number) for phone in one.phones]
            for name, one in found.items()
        }
    assert phones["علی رضایی"] == [("mobile", "+989123456701"), ("fax", "+982188776655")]
    assert phones["حسن کریمی"] == [("mobile", "+989123456703"), ("work", "+982188776655")]
    sara = found["سارا امینی"]
    assert (sara.birth_date, sara.marriage_date, sara.gender) == (
        "1375-01-27",
        "1388-05-17",
        "female",
    )
    assert (sara.notes, found["شارژ"].notes) == ("داخلی 02188776655: 12", "همهٔ تلفن‌ها: *102#")
    assert found["فرد 0"].notes == "تاریخ تولد: 1370/13/40"
    once = contents(database)
    assert run_import(database, request).counts.new == 0
    assert contents(database) == once


NAMED = st.builds(
    lambda title, first, last: (title, first, last),
    st.sampled_from(["", "", "آقای", "خانم", "خانم دکتر", "مهندس", "Dr.", "حاج"]),
    st.sampled_from(["علی", "مینا", "سید علی", "سیده مینا", "علی‌رضا"]),
    st.sampled_from(["رضایی", "احمدی", "حسن‌زاده"]),
)
NUMBER = st.sampled_from(["09123456701", "02188776655", "+442079460958"])


@settings(max_examples=examples(12), phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(named=NAMED, number=NUMBER, company=st.booleans())
def test_form_list_and_purchase_store_the_same_person_alike(
    empty_database_file: Path, named: tuple[str, str, str], number: str, *, company: bool
) -> None:
    title, first, last = named
    whole = f"شرکت {last} نوین" if company else " ".join(filter(None, named))
    said = read_name(whole)
    phone = Phone.parse(number)
    draft = CustomerDraft(
        kind=said.kind,
        first_name="" if company else first,
        last_name="" if company else last,
        company_name=whole if company else "",
        gender=said.gender,
        notes="" if company else title.replace("خانم", "").replace("آقای", "").strip(),
        phones=(PhoneDraft(phone=phone, label=phone_label(phone, said.kind), is_primary=True),),
    )
    found = []
    for way in ("form", "list", "purchase", "call"):
        with shop(empty_database_file) as database:
            file = database.path.parent / "file.csv"
            if way == "form":
                with database.transaction() as session:
                    create_customer(session, draft)
            elif way == "list":
                write_csv(file, ["name", "phone"], [[whole, number]])
                bring_in(database, ImportKind.CUSTOMERS, file)
            else:
                header = ["date", "customer_name", "customer_phone", "amount"]
                last_column = "subject" if way == "call" else "amount"
                write_csv(file, [*header[:3], last_column], [["1404/01/05", whole, number, "10"]])
                kind = ImportKind.INTERACTIONS if way == "call" else ImportKind.PURCHASES
                bring_in(database, kind, file)
            with database.reading() as session:
                [one] = session.scalars(select(Customer.id)).all()
                detail = asdict(customer_detail(session, one))
            found.append({name: detail[name] for name in detail if name not in UNEQUAL})
    assert found[1:] == found[:1] * 3


def test_the_extension_of_a_buyers_phone_is_kept(database: Database, tmp_path: Path) -> None:
    file = write_csv(
        tmp_path / "sales.csv",
        ["date", "customer_name", "customer_phone", "amount"],
        [["1404/01/05", "مینا احمدی", "02188776655 داخلی 12", "10"]],
    )
    bring_in(database, ImportKind.PURCHASES, file)
    with database.reading() as session:
        [one] = session.scalars(select(Customer)).all()
        assert [phone.number for phone in one.phones] == ["+982188776655"]
        assert one.notes == "داخلی 02188776655: 12"


PUBLIC: dict[str, tuple[str, dict[str, dict[str, object]]]] = {
    # After public reports of other programs' importers; the people are invented.
    "one address, two people (roundcube 9592)": (
        "N:Doe;Jane;;;\nEMAIL:doe@example.net|N:Doe;John;;;\nEMAIL:doe@example.net",
        {"Jane Doe": {}, "John Doe": {}},
    ),
    "an anniversary of 4.0 (nextcloud contacts 747)": (
        "FN:A4\nN:A4;;;;\nANNIVERSARY:20181206",
        {"A4": {"marriage_date": "1397-09-15"}},
    ),
    "and as it went out in 3.0": (
        (
            "FN:A4\nITEM1.X-ABDATE;VALUE=DATE-AND-OR-TIME:20181206\n"
            "ITEM1.X-ABLABEL:_$!<Anniversary>!$_\nX-ANNIVERSARY;VALUE=DATE-AND-OR-TIME:20181206"
        ),
        {"A4": {"marriage_date": "1397-09-15", "notes": ""}},
    ),
    "a day without dashes (Simple Contacts 312)": (
        "FN:John Doe\nN:Doe;John;;;\nBDAY:19930102\nGENDER:M\nREV:20181120T213632Z",
        {"John Doe": {"birth_date": "1371-10-12", "gender": "male"}},
    ),
    "a name without its signs (birday 64)": (
        "FN:Name\nN:Name\nBDAY;VALUE=DATE:19500101",
        {"Name": {"birth_date": "1328-10-11"}},
    ),
    "types as in 2.1 in any version (nextcloud contacts 2208)": (
        "FN:علی رضایی\nTEL;CELL:0912-345-6701\nTEL;FAX;WORK:021-8877 6655",
        {"علی رضایی": {"phones": ["+989123456701", "+982188776655"]}},
    ),
    "Evolution's own property (Evolution-DecSync 44)": (
        "FN:مینا احمدی\nX-EVOLUTION-ANNIVERSARY:2009-08-08\nX-EVOLUTION-SPOUSE:علی",
        {"مینا احمدی": {"marriage_date": "1388-05-17", "spouse_name": "علی"}},
    ),
    "namesakes (cozy contacts 103)": (
        "FN:علی رضایی\nTEL:09123456701|FN:علی رضایی\nTEL:09123456702",
        {"علی رضایی": {}},
    ),
    "a picture in the middle (Simple Contacts 327)": (
        "FN:مینا احمدی\nPHOTO:data:image/jpeg;base64\\,AAAA\nTEL:09123456701",
        {"مینا احمدی": {"phones": ["+989123456701"]}},
    ),
    "a line break within an address (nextcloud contacts 1088)": (
        "FN:مینا احمدی\nADR;TYPE=HOME:;;خیابان یک\\nپلاک ۲;تهران;;;\nADR:;;خیابان دو;کرج;;;",
        {"مینا احمدی": {"address": "خیابان یک\nپلاک ۲", "notes": "کرج، خیابان دو"}},
    ),
}


@pytest.mark.parametrize("name", PUBLIC)
def test_contacts_that_others_had_trouble_with(
    database: Database, tmp_path: Path, name: str
) -> None:
    text, expected = PUBLIC[name]
    file = tmp_path / "contacts.vcf"
    cards = text.split("|")
    file.write_text(
        "".join(f"BEGIN:VCARD\nVERSION:3.0\n{card}\nEND:VCARD\n" for card in cards), "utf-8"
    )
    with open_tables(file) as tables:
        mapping = recognize(tables.sheets[0], None, CONVENTIONS).mapping
    request = ImportRequest(path=file, mapping=mapping, conventions=CONVENTIONS)
    outcome = run_import(database, request)
    assert told(outcome) == (len(cards), 0, 0, 0, 0)
    with database.reading() as session:
        for one in session.scalars(select(Customer)):
            for field, value in expected[one.name].items():
                said = getattr(one, field)
                assert value == ([p.number for p in said] if field == "phones" else said)
    # Three times the same file (monica 5932) are once.
    once = contents(database)
    run_import(database, request)
    assert contents(database) == once
