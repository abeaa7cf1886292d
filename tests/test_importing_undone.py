"""What an import did is taken back, and what was worked on since stays."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, update

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.imports import MatchBy, OnMatch
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.drafts.purchases import ReturnDraft, ReturnLineDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.importing import ImportOutcome, undo_import
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.imports import Import
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.queries.days_of_work import SEEN_DAYS
from ecrm_desktop.queries.imports import list_imports
from ecrm_desktop.services.bin import empty_bin
from ecrm_desktop.services.complaints import open_complaint
from ecrm_desktop.services.customers import (
    create_customer,
    delete_customers,
    update_customer,
)
from ecrm_desktop.services.interactions import record_interaction
from ecrm_desktop.services.returns import record_return
from ecrm_desktop.services.tasks import create_task
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.statuses import ImportKind, RecordKind
from tests.helpers.days_of_work import work_from, work_on
from tests.helpers.factories import make_customer, make_product, make_purchase
from tests.helpers.import_files import (
    bring_in,
    contents,
    customers,
    is_sound,
    stored,
    told,
    write_csv,
)

MARYAM = "+989121111111"
AFTERWARDS = datetime(2026, 3, 26, 9, tzinfo=UTC)
AHEAD, BEHIND = timedelta(days=4_400), timedelta(days=-6_000)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


def made(database: Database, outcome: ImportOutcome) -> UUID:
    with database.reading() as session:
        assert outcome.import_id in {one.id for one in list_imports(session) if one.can_undo}
    assert outcome.import_id is not None
    return outcome.import_id


def test_an_import_is_listed_and_taken_back(database: Database, file: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM, city="یزد")
    before = contents(database)
    header = "name,phone,phone2,city,national_id,tags,own:قد"
    rows = (
        "مریم احمدی راد,09121111111,09131111111,رشت,0499370899,عمده,170",
        "علی راد,09350000000,,,,,",
    )
    outcome = customers(database, file, header, *rows, on_match=OnMatch.UPDATE_ALL)
    assert told(outcome) == (1, 1, 0, 0, 0)
    with database.reading() as session:
        [listed] = list_imports(session)
        assert (listed.file_name, listed.new, listed.updated) == ("list.csv", 1, 1)
    undone = undo_import(database, made(database, outcome))
    assert (undone.removed, undone.restored, undone.kept_count) == (2, 1, 0)
    assert contents(database) == before
    assert is_sound(database)
    with database.reading() as session:
        [listed] = list_imports(session)
        assert listed.undone_at is not None
        assert not listed.can_undo
    with pytest.raises(InvalidInput) as caught:
        undo_import(database, listed.id)
    assert caught.value.problem is Problem.IMPORT_UNDONE
    again = customers(database, file, header, *rows, on_match=OnMatch.UPDATE_ALL)
    assert told(again) == (1, 1, 0, 0, 0)


def test_what_was_worked_on_since_is_kept_and_named(database: Database, file: Path) -> None:
    with database.transaction() as session:
        old = make_customer(session, "مریم احمدی", code="7", phone=MARYAM, city="یزد")
        make_customer(session, "سارا احمدی", code="9", phone="+989122222222")
    rows = [f"علی {name},0935000000{at}," for at, name in enumerate("ابپت")]
    rows += ["مریم احمدی,09121111111,معلم", "سارا احمدی,09122222222,پزشک"]
    outcome = customers(database, file, "name,phone,job", *rows)
    with database.transaction() as session:
        codes = dict(session.execute(select(Customer.last_name, Customer.id)).all())
        update_customer(session, codes["ا"], CustomerDraft(last_name="ا", city="قم"))
        make_purchase(session, codes["ب"], date(2026, 11, 1), "کفش")
        update_customer(session, old, CustomerDraft(last_name="احمدی", city="قم"))
    undone = undo_import(database, made(database, outcome))
    assert (undone.removed, undone.restored, undone.kept_count) == (2, 1, 3)
    assert {one.name for one in undone.kept} == {"احمدی", "ا", "علی ب"}
    assert stored(database, "9").job == ""
    with database.reading() as session:
        assert session.scalars(select(Import.kept)).one() == 3
    assert is_sound(database)


def test_purchases_are_taken_back_with_all_they_brought(database: Database, file: Path) -> None:
    with database.transaction() as session:
        maryam = make_customer(session, "مریم احمدی", code="7", phone=MARYAM)
        make_purchase(session, maryam, date(2026, 11, 1), "کفش")
    before = contents(database)
    header = ["number", "date", "customer_code", "product_name", "quantity", "unit_price"]
    rows = [[f"F{at // 2}", "1405/01/05", 7 + at % 4 // 2, "شال", 1, 500] for at in range(20)]
    write_csv(file, header, rows)
    outcome = bring_in(database, ImportKind.PURCHASES, file)
    assert outcome.counts.purchases_new == 10
    assert outcome.counts.customers_new == 1
    assert is_sound(database)
    undone = undo_import(database, made(database, outcome))
    assert (undone.removed, undone.kept_count) == (10 + 1 + 1, 0)
    assert contents(database) == before
    # A purchase that was changed keeps its customer and product too.
    outcome = bring_in(database, ImportKind.PURCHASES, file)
    with database.transaction() as session:
        session.execute(update(Purchase).where(Purchase.number == "F1").values(note="مهم"))
    undone = undo_import(database, made(database, outcome))
    assert sorted((one.table, one.name) for one in undone.kept) == [
        ("customers", "8"), ("products", "شال"), ("purchases", "F1"),
    ]  # fmt: skip
    assert is_sound(database)


def test_old_and_foreign_imports_stay(database: Database, file: Path) -> None:
    outcome = customers(database, file, "name,phone", "علی راد,09350000000")
    import_id = made(database, outcome)
    work_from(database, datetime.now(UTC) + timedelta(days=31), SEEN_DAYS)
    with pytest.raises(InvalidInput) as caught:
        undo_import(database, import_id)
    assert caught.value.problem is Problem.IMPORT_TOO_OLD
    with database.transaction() as session:
        session.execute(update(Import).values(created_at=datetime.now(UTC), group_number=5))
    with pytest.raises(InvalidInput) as caught:
        undo_import(database, import_id)
    assert caught.value.problem is Problem.IMPORT_ELSEWHERE


@pytest.mark.parametrize(
    ("days", "can_undo"),
    [
        # Ahead for a while, and standing still there for ever.
        ([AHEAD + timedelta(days=day) for day in range(SEEN_DAYS - 1)], True),
        ([AHEAD + timedelta(seconds=second) for second in range(50)], True),
        # As it is, day after day: thirty days, and seven more that say so.
        ([timedelta(days=day) for day in range(1, 30 + SEEN_DAYS)], True),
        ([timedelta(days=day) for day in range(1, 32 + SEEN_DAYS)], False),
        ([timedelta(days=31 + day) for day in range(SEEN_DAYS)], False),
        # Decades behind, which nobody can tell from days that are yet to come.
        ([BEHIND + timedelta(days=day) for day in range(30)], True),
        ([BEHIND + timedelta(days=day) for day in range(31 + SEEN_DAYS)], False),
        # Back and forth.
        ([one * (day + 1) for day in range(SEEN_DAYS - 1) for one in (AHEAD, BEHIND)], True),
    ],
)
def test_no_clock_of_a_day_takes_an_undo_away_or_leaves_it_for_ever(
    database: Database,
    file: Path,
    days: list[timedelta],
    can_undo: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    import_id = made(database, customers(database, file, "name,phone", "علی راد,09350000000"))
    now = datetime.now(UTC)
    work_on(database, *(now + day for day in days))
    with database.reading() as session:
        [row] = list_imports(session)
        assert row.can_undo == can_undo
    if can_undo:
        assert undo_import(database, import_id).removed == 1
    else:
        with pytest.raises(InvalidInput) as caught:
            undo_import(database, import_id)
        assert caught.value.problem is Problem.IMPORT_TOO_OLD


def test_an_import_of_another_pc_is_not_taken_for_what_has_its_number_here(
    database: Database, file: Path
) -> None:
    import_id = made(database, customers(database, file, "name,phone", "علی راد,09350000000"))
    with database.reading() as session:
        number = session.get_one(Import, import_id).group_number
    with database.transaction(captured=False) as session:
        session.add(Import(kind=ImportKind.CUSTOMERS, file_name="آن.csv", group_number=number))
    with database.reading() as session:
        [here, other] = list_imports(session)
    assert (here.id, here.can_undo, other.can_undo) == (import_id, True, False)
    with pytest.raises(InvalidInput) as caught:
        undo_import(database, other.id)
    assert caught.value.problem is Problem.IMPORT_ELSEWHERE


def test_the_newest_import_is_the_last_one_made_whatever_the_clock_says(
    database: Database, file: Path
) -> None:
    first = made(database, customers(database, file, "name,phone", "علی راد,09350000000"))
    with database.transaction() as session:
        session.execute(update(Import).values(created_at=datetime(2038, 1, 1, tzinfo=UTC)))
    second = made(database, customers(database, file, "name,phone", "رضا راد,09350000001"))
    with database.reading() as session:
        assert [one.id for one in list_imports(session)] == [second, first]


def test_who_is_gone_for_good_is_not_missed(database: Database, file: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM)
    rows = ("مریم احمدی,09121111111,معلم", "علی راد,09350000000,")
    outcome = customers(database, file, "name,phone,job", *rows)
    with database.transaction() as session:
        delete_customers(session, list(session.scalars(select(Customer.id))))
        empty_bin(session)
    undone = undo_import(database, made(database, outcome))
    assert (undone.removed, undone.restored, undone.kept_count) == (0, 0, 0)


def test_a_code_that_somebody_took_meanwhile_is_not_given_back(
    database: Database, file: Path
) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM)
    outcome = customers(
        database, file, "code,name,phone", "70,مریم احمدی,09121111111",
        match=(MatchBy.PHONE,), on_match=OnMatch.UPDATE_ALL,
    )  # fmt: skip
    with database.transaction() as session:
        create_customer(session, CustomerDraft(code="7", last_name="راد"))
    undone = undo_import(database, made(database, outcome))
    assert (undone.restored, [one.name for one in undone.kept]) == (0, ["مریم احمدی"])


def complain(session: Session, customer_id: UUID) -> None:
    complaint = ComplaintDraft(subject="دیر رسید", received_at=AFTERWARDS, customer_id=customer_id)
    open_complaint(session, complaint)


def refer(session: Session, customer_id: UUID) -> None:
    create_customer(session, CustomerDraft(last_name="دوست", referred_by_id=customer_id))


def plan(session: Session, customer_id: UUID) -> None:
    task = TaskDraft(
        title="زنگ بزن",
        due_on=date(2026, 11, 22),
        record_kind=RecordKind.CUSTOMER,
        record_id=customer_id,
    )
    create_task(session, task)


def talk(session: Session, customer_id: UUID) -> None:
    call = InteractionDraft(occurred_at=AFTERWARDS, subject="سلام", customer_id=customer_id)
    record_interaction(session, call)


@pytest.mark.parametrize("use", [complain, refer, plan, talk])
def test_whom_other_records_are_about_is_kept(
    database: Database, file: Path, use: Callable[[Session, UUID], None]
) -> None:
    outcome = customers(database, file, "name,phone", "علی راد,09350000000", "رضا راد,09350000001")
    with database.transaction() as session:
        ali = session.scalars(select(Customer.id).where(Customer.first_name == "علی")).one()
        use(session, ali)
    undone = undo_import(database, made(database, outcome))
    assert (undone.removed, [one.id for one in undone.kept]) == (1, [ali])
    assert is_sound(database)


def test_a_purchase_of_which_goods_came_back_is_kept(database: Database, file: Path) -> None:
    header = ["number", "date", "product_name", "quantity", "unit_price"]
    write_csv(file, header, [[f"F{at}", "1405/01/05", "شال", 1, 500] for at in range(2)])
    outcome = bring_in(database, ImportKind.PURCHASES, file)
    with database.transaction() as session:
        bought = session.scalars(select(Purchase).where(Purchase.number == "F1")).one()
        back = ReturnLineDraft(purchase_line_id=bought.lines[0].id, quantity=1000, amount=500)
        record_return(
            session,
            ReturnDraft(
                purchase_id=bought.id,
                returned_on=AFTERWARDS.date(),
                returned_at=AFTERWARDS,
                lines=(back,),
            ),
        )
    undone = undo_import(database, made(database, outcome))
    assert sorted((one.table, one.name) for one in undone.kept) == [
        ("products", "شال"), ("purchases", "F1"),
    ]  # fmt: skip
    assert is_sound(database)


def test_who_was_changed_twice_is_as_before_the_first_time(database: Database, file: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM, city="یزد")
    others = [f"فرد {at},0935{at:07}," for at in range(4_000)]
    rows = ["مریم احمدی,09121111111,رشت", *others, "مریم احمدی,09121111111,قم"]
    outcome = customers(database, file, "name,phone,city", *rows, on_match=OnMatch.UPDATE_ALL)
    assert stored(database, "7").city == "قم"
    undone = undo_import(database, made(database, outcome))
    assert (undone.removed, undone.restored) == (4_000, 1)
    assert stored(database, "7").city == "یزد"


def test_codes_that_an_import_handed_on_are_handed_back(database: Database, file: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="1", phone=MARYAM)
        make_customer(session, "علی راد", code="2", phone="+989350000000")
    before = contents(database)
    rows = ("3,مریم احمدی,09121111111", "1,علی راد,09350000000")
    outcome = customers(
        database, file, "code,name,phone", *rows,
        match=(MatchBy.PHONE,), on_match=OnMatch.UPDATE_ALL,
    )  # fmt: skip
    assert stored(database, "1").name == "علی راد"
    undone = undo_import(database, made(database, outcome))
    assert (undone.restored, undone.kept_count) == (2, 0)
    assert contents(database) == before


def test_a_code_that_an_import_gave_to_somebody_new_is_handed_back(
    database: Database, file: Path
) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM)
        make_product(session, "کفش", code="K1", barcode="626")
    before = contents(database)
    rows = ("A1,مریم احمدی,09121111111", "7,علی راد,09350000000")
    outcome = customers(
        database, file, "code,name,phone", *rows,
        match=(MatchBy.PHONE,), on_match=OnMatch.UPDATE_ALL,
    )  # fmt: skip
    assert stored(database, "7").name == "علی راد"
    undone = undo_import(database, made(database, outcome))
    assert (undone.removed, undone.restored, undone.kept_count) == (1, 1, 0)
    write_csv(file, ["code", "barcode", "name"], [["K1", "627", "کفش"], ["K2", "626", "شال"]])
    outcome = bring_in(database, ImportKind.PRODUCTS, file, on_match=OnMatch.UPDATE_ALL)
    assert (outcome.counts.new, outcome.counts.updated) == (1, 1)
    undone = undo_import(database, made(database, outcome))
    assert (undone.removed, undone.restored, undone.kept_count) == (1, 1, 0)
    assert contents(database) == before
