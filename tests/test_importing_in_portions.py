"""A long import leaves the file to others in between, and is all there or not at all in the end."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import func, select, update

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.imports import OnMatch
from ecrm_desktop.errors import Cancelled, DatabaseError, FileError, InvalidInput, Problem
from ecrm_desktop.importing import run_import, take_out_unfinished, undo_import
from ecrm_desktop.models.changes import Change, ChangeGroup
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.imports import UnfinishedImport
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.queries.imports import list_imports
from ecrm_desktop.services.customers import create_customer, delete_customers, update_customer
from ecrm_desktop.services.imports import run as import_run
from ecrm_desktop.services.row_store import Store
from ecrm_desktop.storage import portions
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.portions import Portions
from ecrm_desktop.storage.turns import Turns
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.command_line import ROOT
from tests.helpers.factories import make_customer, make_purchase
from tests.helpers.import_files import (
    bring_in,
    contents,
    customers,
    is_sound,
    request_for,
    write_csv,
)

HEADER = "name,phone"
ROWS = [f"مشتری {at},0912{at:07}" for at in range(60)]
SALE_HEADER = ["number", "date", "customer_code", "product_name", "quantity", "unit_price"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let ten rows be a portion, and an undo too."""
    for name in ("_BLOCK", "_FIRST_BLOCK", "_SMALLEST_BLOCK"):
        monkeypatch.setattr(import_run, name, 10)
    monkeypatch.setattr("ecrm_desktop.services.imports.undo._AT_ONCE", 10)
    monkeypatch.setattr(portions, "_LONGEST_SECONDS", 0)


@contextmanager
def between(
    monkeypatch: pytest.MonkeyPatch, work: Callable[[], object], *, after: int = 2
) -> Iterator[None]:
    """Do something once in between, as another would, after some portions were committed."""
    committed = 0
    commit = Portions.commit

    def commit_and_let_work(portions: Portions) -> None:
        nonlocal committed
        commit(portions)
        committed += 1
        if committed == after:
            work()

    with monkeypatch.context() as patch:
        patch.setattr(Portions, "commit", commit_and_let_work)
        yield
    assert committed >= after


def sales_file(file: Path, count: int = 60) -> Path:
    rows = [
        [f"F{at // 2}", "1405/01/05", at % 7 + 1, f"کالا {at % 5}", 1, 500] for at in range(count)
    ]
    return write_csv(file, SALE_HEADER, rows)


def add(database: Database, name: str) -> None:
    with database.transaction() as session:
        create_customer(session, CustomerDraft(last_name=name))


def test_others_save_while_a_file_comes_in(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    another = Database(database.path)
    with between(monkeypatch, lambda: add(another, "میان")):
        outcome = customers(database, file, HEADER, *ROWS)
    another.close()
    assert outcome.counts.new == 60
    with database.reading() as session:
        names = session.scalars(select(Customer.last_name).order_by(Customer.id)).all()
        codes = session.scalars(select(Customer.code)).all()
    assert 0 < names.index("میان") < 60
    assert len(set(codes)) == 61
    assert is_sound(database)


def test_a_save_of_another_process_is_not_refused_by_a_long_import(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(import_run, "_BLOCK", 500)
    monkeypatch.setattr(import_run, "_FIRST_BLOCK", 500)
    rows = [f"مشتری {at},0912{at:07}" for at in range(8_000)]
    done = tmp_path / "done"
    clerk = [
        sys.executable,
        "-m",
        "tests.helpers.busy_clerk",
        str(database.path),
        str(done),
        "کارمند",
    ]
    with subprocess.Popen(clerk, stdout=subprocess.PIPE, text=True, cwd=ROOT) as running:
        while not contents(database)["customers"]:
            pass
        with database.reading() as session:
            before = session.scalar(select(func.count()).select_from(Customer))
        customers(database, file, HEADER, *rows)
        with database.reading() as session:
            after = session.scalar(select(func.count()).select_from(Customer))
        done.touch()
        said, _ = running.communicate(timeout=60)
    assert before is not None
    assert after is not None
    assert after - before > 8_000  # some were saved meanwhile
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Customer)) == 8_000 + int(said)
    assert is_sound(database)


def test_this_window_saves_meanwhile_too(database: Database, file: Path) -> None:
    begun = threading.Event()
    saved = threading.Event()

    def save() -> None:
        begun.wait(30)
        add(database, "میان")
        saved.set()

    def wait_for_it(done: int, _total: int) -> None:
        begun.set()
        if done == 50:
            assert saved.wait(30)

    clerk = threading.Thread(target=save)
    clerk.start()
    customers(database, file, HEADER, *ROWS, report_progress=wait_for_it)
    clerk.join()
    assert is_sound(database)


@pytest.mark.parametrize("kind", [ImportKind.CUSTOMERS, ImportKind.PURCHASES])
def test_in_portions_or_not_the_same_is_there(
    empty_database_file: Path, tmp_path: Path, file: Path, kind: ImportKind,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    found = []
    for size in (10, 10_000):
        for name in ("_BLOCK", "_FIRST_BLOCK"):
            monkeypatch.setattr(import_run, name, size)
        path = tmp_path / f"{size}.db"
        path.write_bytes(empty_database_file.read_bytes())
        database = Database(path)
        if kind is ImportKind.CUSTOMERS:
            write_csv(file, HEADER.split(","), [row.split(",") for row in (*ROWS, *ROWS[:5])])
        else:
            sales_file(file)
        counts = bring_in(database, kind, file).counts
        with database.reading() as session:
            [listed] = list_imports(session)
            assert listed.can_undo
            assert session.scalars(select(UnfinishedImport.import_id)).all() == []
        found.append((counts, listed.new, contents(database, with_ids=False)))
        assert is_sound(database)
        database.close()
    assert found[0] == found[1]


@pytest.mark.parametrize("at", range(10, 61, 10))
@pytest.mark.parametrize("kind", [ImportKind.CUSTOMERS, ImportKind.PURCHASES])
def test_cancelled_anywhere_nothing_of_it_is_there(
    database: Database, file: Path, at: int, kind: ImportKind
) -> None:
    with database.transaction() as session:
        maryam = make_customer(session, "مشتری ۳", code="3", phone="+989120000003", city="یزد")
        make_purchase(session, maryam, date(2026, 11, 1))
    before = contents(database)
    if kind is ImportKind.CUSTOMERS:
        header = "name,phone,job"
        write_csv(file, header.split(","), [[*row.split(","), "معلم"] for row in ROWS])
    else:
        sales_file(file)

    def stop(done: int, _total: int) -> None:
        if done == at:
            raise Cancelled

    with pytest.raises(Cancelled):
        bring_in(database, kind, file, report_progress=stop, on_match=OnMatch.UPDATE_ALL)
    assert contents(database) == before
    assert is_sound(database)
    with database.reading() as session:
        assert list_imports(session) == []
    add(database, "بعدی")
    with database.reading() as session:
        # The numbers that it was given are given out again.
        last = session.scalars(select(Customer.code).where(Customer.last_name == "بعدی")).one()
    assert int(last) < 10


def test_what_somebody_worked_on_meanwhile_stays_and_is_told(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def note() -> None:
        with database.transaction() as session:
            one = session.scalars(select(Customer.id).limit(1)).one()
            update_customer(session, one, CustomerDraft(last_name="ماندنی", city="قم"))

    def stop(done: int, _total: int) -> None:
        if done == 40:
            raise Cancelled

    with between(monkeypatch, note), pytest.raises(InvalidInput) as caught:
        customers(database, file, HEADER, *ROWS, report_progress=stop)
    assert caught.value.problem is Problem.IMPORT_LEFT
    assert caught.value.details == {"name": "list.csv", "count": 1}
    with database.reading() as session:
        assert session.scalars(select(Customer.last_name)).all() == ["ماندنی"]
        [listed] = list_imports(session)
        assert (listed.kept, listed.undone_at is None) == (1, False)
    assert is_sound(database)


def test_where_no_file_of_problems_can_be_written_all_is_taken_out(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reject(path: Path, *_rest: object) -> Path:
        raise FileError(Problem.BAD_ROWS_NOT_WRITABLE, path=str(path))

    monkeypatch.setattr("ecrm_desktop.exchange.problem_file.write_problem_file", reject)
    with pytest.raises(FileError):
        customers(database, file, HEADER, *ROWS, "بی‌شماره,12")
    assert contents(database)["customers"] == []


def test_a_wrong_line_far_below_its_purchase_begins_it_anew(database: Database, file: Path) -> None:
    rows = [[f"F{at}", "1405/01/05", 1, "کالا", 1, 500] for at in range(50)]
    rows.append(["F3", "1405/01/05", 1, "کالا", "نه", 500])
    write_csv(file, SALE_HEADER, rows)
    outcome = bring_in(database, ImportKind.PURCHASES, file)
    assert (outcome.counts.new, outcome.counts.problems) == (49, 2)
    with database.reading() as session:
        [listed] = list_imports(session)
        assert session.scalar(select(func.count()).select_from(Purchase)) == 49
    assert is_sound(database)
    assert undo_import(database, listed.id).kept_count == 0
    assert contents(database)["purchases"] == []


def test_lines_far_apart_are_one_purchase_though_others_sell_meanwhile(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sell() -> None:
        with database.transaction() as session:
            make_purchase(session, make_customer(session, "دیگری", code="900"), date(2026, 11, 1))

    rows = [[f"F{at % 30}", "1405/01/05", 1, "کالا", 1, 500] for at in range(60)]
    write_csv(file, SALE_HEADER, rows)
    with between(monkeypatch, sell, after=3):
        outcome = bring_in(database, ImportKind.PURCHASES, file)
    assert outcome.counts.new == 30
    assert outcome.counts.lines_new == 60
    with database.reading() as session:
        totals = session.scalars(
            select(Purchase.total).where(Purchase.number.startswith("F"))
        ).all()
    assert set(totals) == {1000}
    assert is_sound(database)


def test_what_was_found_before_is_looked_for_anew_once_others_wrote(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bin_them() -> None:
        with database.transaction() as session:
            found = session.scalars(select(Customer.id).where(Customer.code == "1")).all()
            delete_customers(session, found)
            products = contents(database)["products"]
            assert products

    rows = [[f"F{at}", "1405/01/05", 1, "کالا", 1, 500] for at in range(40)]
    write_csv(file, SALE_HEADER, rows)
    with between(monkeypatch, bin_them):
        outcome = bring_in(database, ImportKind.PURCHASES, file)
    # Who is in the bin is made anew, as in a file that comes later.
    assert outcome.counts.customers_new == 2
    with database.reading() as session:
        per_customer = session.scalars(
            select(func.count()).select_from(Purchase).group_by(Purchase.customer_id)
        ).all()
    assert sorted(per_customer) == [20, 20]
    assert is_sound(database)


def test_nobody_else_brings_in_a_file_meanwhile(
    database: Database, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other_file = write_csv(tmp_path / "other.csv", ["name"], [["دومی"]])
    another = Database(database.path)
    refused = []

    def try_it() -> None:
        for dry_run in (False, True):
            with pytest.raises(InvalidInput) as caught:
                run_import(another, request_for(ImportKind.CUSTOMERS, other_file), dry_run=dry_run)
            refused.append(caught.value.problem)
        assert take_out_unfinished(another) == []

    with between(monkeypatch, try_it):
        customers(database, file, HEADER, *ROWS)
    assert refused == [Problem.IMPORT_RUNNING] * 2
    assert run_import(another, request_for(ImportKind.CUSTOMERS, other_file)).counts.new == 1
    another.close()
    assert not list(tmp_path.glob("*importing"))


def die(*_arguments: object) -> None:
    raise MemoryError


def break_off(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch, *, rows: int = 60
) -> None:
    """Leave an import as a program does that is killed in the middle."""
    with monkeypatch.context() as patch:
        patch.setattr("ecrm_desktop.importing.run._take_out_broken", lambda *_rest: None)
        with between(patch, die, after=3), pytest.raises(MemoryError):
            customers(database, file, HEADER, *ROWS[:rows])


def test_what_broke_off_is_taken_out_at_the_next_opening(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(database)
    break_off(database, file, monkeypatch)
    with database.reading() as session:
        [listed] = list_imports(session)
        assert (listed.is_unfinished, listed.can_undo) == (True, False)
    database.close()
    again = Database(database.path)
    [taken_out] = take_out_unfinished(again)
    assert (taken_out.file_name, taken_out.outcome.removed) == ("list.csv", 30)
    assert contents(again) == before
    assert is_sound(again)
    assert take_out_unfinished(again) == []
    again.close()


def test_what_broke_off_is_taken_out_before_the_next_import(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_off(database, file, monkeypatch)
    assert customers(database, file, HEADER, *ROWS).counts.new == 60
    with database.reading() as session:
        assert len(list_imports(session)) == 1


@pytest.mark.parametrize("after", [1, 2, 4, 6])
def test_an_undo_that_broke_off_goes_on(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    with database.transaction() as session:
        make_customer(session, "مشتری ۳", code="3", phone="+989120000003", city="یزد")
    before = contents(database)
    header = "name,phone,job"
    outcome = customers(
        database, file, header, *(f"{row},معلم" for row in ROWS), on_match=OnMatch.UPDATE_ALL
    )
    assert outcome.import_id is not None
    with between(monkeypatch, die, after=after), pytest.raises(DatabaseError) as caught:
        undo_import(database, outcome.import_id)
    assert caught.value.problem is Problem.UNDO_BROKEN_OFF
    [taken_out] = take_out_unfinished(database)
    assert taken_out.outcome.kept_count == 0
    assert contents(database) == before
    assert is_sound(database)
    with database.reading() as session:
        [listed] = list_imports(session)
        assert listed.undone_at is not None


def test_an_undo_that_has_begun_is_not_stopped_half_way(database: Database, file: Path) -> None:
    outcome = customers(database, file, HEADER, *ROWS)
    assert outcome.import_id is not None

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    assert undo_import(database, outcome.import_id, report_progress=stop).removed == 60


def test_what_cannot_be_taken_out_is_told_and_goes_later(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 30:
            monkeypatch.setattr(Portions, "begin", fail)
            raise Cancelled

    def fail(*_arguments: object, **_how: object) -> bool:
        raise DatabaseError(Problem.DISK_FULL)

    begin = Portions.begin
    with pytest.raises(DatabaseError) as caught:
        customers(database, file, HEADER, *ROWS, report_progress=stop)
    assert caught.value.problem is Problem.IMPORT_BROKEN_OFF
    monkeypatch.setattr(Portions, "begin", begin)
    [taken_out] = take_out_unfinished(database)
    assert taken_out.outcome.removed == 20
    assert contents(database)["customers"] == []


def test_what_another_changed_before_the_file_did_is_kept(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edit() -> None:
        with database.transaction() as session:
            session.execute(update(Customer).where(Customer.code == "500").values(city="شیراز"))

    with database.transaction() as session:
        make_customer(session, "مشتری ۵۵", code="500", phone="+989120000055", city="یزد")
    rows = [f"{row},معلم" for row in ROWS]
    with between(monkeypatch, edit):
        outcome = customers(database, file, "name,phone,job", *rows, on_match=OnMatch.UPDATE_ALL)
    assert outcome.import_id is not None
    undone = undo_import(database, outcome.import_id)
    with database.reading() as session:
        [one] = session.scalars(select(Customer))
        assert one.city == "شیراز"
    assert (undone.removed, undone.kept_count) == (59, 1)


def last_group(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.max(ChangeGroup.number))) or 0


def test_a_backup_made_meanwhile_is_older_than_one_made_after_the_end(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile: list[int] = []
    with between(monkeypatch, lambda: meanwhile.append(last_group(database)), after=5):
        customers(database, file, HEADER, *ROWS)
    assert [last_group(database)] > meanwhile


def test_all_of_it_is_one_action_in_the_audit_trail(database: Database, file: Path) -> None:
    outcome = customers(database, file, HEADER, *ROWS)
    assert outcome.import_id is not None
    with database.reading() as session:
        groups = session.scalars(
            select(Change.group_number).where(Change.table_name == "customers").distinct()
        ).all()
    assert len(groups) == 1


def test_a_line_of_a_number_that_another_sold_meanwhile_is_not_added_to_it(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sell() -> None:
        with database.transaction() as session:
            make_purchase(session, None, date(2026, 11, 1), "دیگر", number="F39")

    rows = [[f"F{at}", "1405/01/05", 1, "کالا", 1, 500] for at in range(40)]
    rows.append(["F39", "1405/01/05", 1, "کالا", "نه", 500])
    write_csv(file, SALE_HEADER, rows)
    with between(monkeypatch, sell):
        outcome = bring_in(database, ImportKind.PURCHASES, file)
    assert (outcome.counts.new, outcome.counts.problems) == (39, 2)
    assert is_sound(database)


@pytest.mark.parametrize("is_another_process", [False, True])
def test_a_dry_run_lets_others_save_and_counts_anew(
    database: Database, file: Path, *, is_another_process: bool
) -> None:
    another = Database(database.path) if is_another_process else database
    counted: list[int] = []
    clerk = threading.Thread(target=lambda: add(another, "میان"))

    def let_work(done: int, _total: int) -> None:
        counted.append(done)
        if done == 30 and not clerk.is_alive() and counted.count(30) == 1:
            clerk.start()
            while not database.turns.is_asked:
                pass

    outcome = customers(database, file, HEADER, *ROWS, dry_run=True, report_progress=let_work)
    clerk.join()
    if is_another_process:
        another.close()
    assert outcome.counts.new == 60
    assert counted == [10, 20, 30, 10, 20, 30, 40, 50, 60]
    with database.reading() as session:
        assert session.scalars(select(Customer.last_name)).all() == ["میان"]
    assert not list(file.parent.glob("*-waiting"))


def test_a_dry_run_comes_to_its_end_though_others_always_want_to_save(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Turns, "is_asked", True)
    monkeypatch.setattr("ecrm_desktop.importing.run._TURN_SECONDS", 0)
    assert customers(database, file, HEADER, *ROWS, dry_run=True).counts.new == 60


def portions_of(database: Database, file: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Bring sixty rows in, in blocks of ten, and return how many transactions it took."""
    committed = 0
    commit = Portions.commit

    def counted(one: Portions) -> None:
        nonlocal committed
        commit(one)
        committed += 1

    with monkeypatch.context() as patch:
        patch.setattr(portions, "_LONGEST_SECONDS", 60)
        patch.setattr(Portions, "commit", counted)
        customers(database, file, HEADER, *ROWS)
    return committed


def test_where_nobody_waits_one_portion_is_all_the_rest(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The first block, the other five, what comes last of all, and that it is finished.
    assert portions_of(database, file, monkeypatch) == 4
    assert is_sound(database)


def test_where_somebody_waits_each_block_is_a_portion(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.turns.waiting():
        assert portions_of(database, file, monkeypatch) == 8


def test_whoever_saved_is_thought_to_save_again(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    another = Database(database.path)
    with between(monkeypatch, lambda: add(another, "میان"), after=1):
        assert portions_of(database, file, monkeypatch) == 8
    another.close()


def test_whoever_asked_in_another_process_is_answered(database: Database, file: Path) -> None:
    def ask(done: int, _total: int) -> None:
        if done == 20:
            Turns(database.path).ask()

    customers(database, file, HEADER, *ROWS, report_progress=ask)
    assert not database.turns.is_asked


def test_afterwards_the_connection_is_as_it_was(database: Database, file: Path) -> None:
    def settings() -> list[object]:
        with database.transaction() as session:
            return [
                session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("cache_size", "wal_autocheckpoint")
            ]

    before = settings()
    customers(database, file, HEADER, *ROWS)
    assert settings() == before


@pytest.mark.parametrize("rows_before", [0, 30])
def test_a_disk_that_fails_within_a_portion_is_told_as_such(
    database: Database, file: Path, monkeypatch: pytest.MonkeyPatch, rows_before: int
) -> None:
    write = Store.write

    def fail(store: Store) -> None:
        if len(contents(database)["customers"]) == rows_before:
            error = driver.OperationalError("database or disk is full")
            error.sqlite_errorname = "SQLITE_FULL"
            raise error
        write(store)

    with monkeypatch.context() as patch, pytest.raises(DatabaseError) as caught:
        patch.setattr(Store, "write", fail)
        customers(database, file, HEADER, *ROWS)
    assert caught.value.problem is Problem.DISK_FULL
    assert contents(database)["customers"] == []
    assert is_sound(database)
