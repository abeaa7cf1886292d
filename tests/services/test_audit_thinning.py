"""What leaves the audit trail is what its owner said, and nobody misses it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, exc, func, select, update

from ecrm_desktop.backup.files import find_backups, series_of
from ecrm_desktop.backup.making import make_backup
from ecrm_desktop.backup.state import find_latest
from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.importing import undo_import
from ecrm_desktop.models.audit_events import AuditThinning, Export
from ecrm_desktop.models.changes import FORGETTING, THINNED, THINNING, Change, ChangeGroup
from ecrm_desktop.models.customers import FormerPhone
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.shop import Counter
from ecrm_desktop.models.sync import Link
from ecrm_desktop.queries.audit_trail import OldEntries, old_entries, trail_size
from ecrm_desktop.queries.change_detail import changed_records, entry_records
from ecrm_desktop.queries.change_filter import ChangeFilter, EntryKind
from ecrm_desktop.queries.changes import ChangeRow, change_rows, list_changes
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.queries.days_of_work import SEEN_DAYS
from ecrm_desktop.queries.imports import list_imports
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.record_drafts import customer_draft
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.services.audit_events import record_export
from ecrm_desktop.services.audit_thinning import (
    begin_due_thinning,
    begin_thinning,
    is_thinning,
    set_audit_years,
    thin_some,
)
from ecrm_desktop.services.bin import put_in_bin, restore_deletion
from ecrm_desktop.services.customer_merges import merge_customers, undo_merge
from ecrm_desktop.services.customers import create_customer, delete_customers, update_customer
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.interactions import record_interaction
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.joining import join
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import ExportFormat
from tests.helpers.days_of_work import clock_at, work_from, work_on
from tests.helpers.examples import examples
from tests.helpers.factories import make_customer
from tests.helpers.import_files import customers

LONG_AGO = datetime(2019, 5, 1, 9, tzinfo=UTC)
NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
YEAR = timedelta(days=365)


@pytest.fixture
def owner(database: Database) -> UUID:
    with clock_at(LONG_AGO), database.transaction() as session:
        return create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")


def numbers(database: Database) -> list[int]:
    with database.reading() as session:
        return list(session.scalars(select(ChangeGroup.number).order_by(ChangeGroup.number)))


def may_go(database: Database, years: int = 5) -> OldEntries | None:
    with database.reading() as session:
        return old_entries(session, years)


def thin(database: Database, years: int = 5, user: UUID | None = None) -> OldEntries | None:
    with database.transaction() as session:
        old = begin_thinning(session, years, user_id=user)
    finish(database)
    return old


def finish(database: Database) -> int:
    """Remove all that was told to go; return in how many portions."""
    for portion in range(100_000):
        with database.transaction(THINNING, captured=False) as session:
            if not thin_some(session):
                return portion
    raise AssertionError


def entries(database: Database, filter_: ChangeFilter | None = None) -> list[ChangeRow]:
    with database.reading() as session:
        found = list_changes(session, filter_ or ChangeFilter(), Sort("at"))
        return change_rows(session, found)


def assert_sound(database: Database) -> None:
    with database.transaction() as session:
        assert check_database(session).findings == {}


def test_what_is_older_goes_and_that_is_written_down(database: Database, owner: UUID) -> None:
    work_from(database, LONG_AGO, 40)
    work_from(database, NOW, SEEN_DAYS)
    database.capture.user_id = owner
    old = thin(database, 5, owner)
    assert old is not None
    assert old.entries == 41
    assert old.until == datetime(2021, 11, 21, tzinfo=UTC)
    rows = entries(database)
    assert len(rows) == SEEN_DAYS + 1
    told = rows[-1]
    assert (told.kind, told.user_name) == (EntryKind.THINNED, "مریم")
    with database.reading() as session:
        [record] = changed_records(session, told.id, entry_records(session, told.id))
        values = {one.column: one.after for one in record.parts[0].values}
        assert (values["until"], values["entries"]) == (old.until, 41)
        assert trail_size(session).entries == SEEN_DAYS + 1
        assert session.scalar(select(func.count()).select_from(Change)) == SEEN_DAYS + 1
    assert_sound(database)


def test_nothing_is_thinned_that_nobody_told(database: Database, owner: UUID) -> None:
    work_from(database, LONG_AGO, 3)
    work_from(database, NOW, SEEN_DAYS)
    before = numbers(database)
    assert finish(database) == 0
    for action in ("", FORGETTING, "import", THINNING):
        for table in (Change, ChangeGroup):
            with pytest.raises(exc.IntegrityError), database.transaction(action) as session:
                session.execute(delete(table))
    with database.transaction() as session:
        begin_thinning(session, 5, user_id=owner)
    # Not by any other action, and no more than was told.
    for action, condition in (("", ChangeGroup.number > 0), (THINNING, ChangeGroup.number > 4)):
        with pytest.raises(exc.IntegrityError), database.transaction(action) as session:
            session.execute(delete(ChangeGroup).where(condition))
    assert numbers(database)[: len(before)] == before


def test_the_shops_rule_is_for_ever_until_an_owner_says_otherwise(
    database: Database, owner: UUID
) -> None:
    work_from(database, LONG_AGO, 3)
    work_from(database, NOW, SEEN_DAYS)
    with database.transaction() as session:
        assert get_shop(session).audit_years == 0
        assert begin_due_thinning(session) is None
        set_audit_years(session, 5)
    with database.transaction() as session:
        old = begin_due_thinning(session)
        assert old is not None
        assert old.entries == 4
    finish(database)
    with database.reading() as session:
        assert session.scalars(select(AuditThinning.user_id)).all() == [None]
    with database.transaction() as session:
        for years in (-1, 101):
            with pytest.raises(InvalidInput) as caught:
                set_audit_years(session, years)
            assert caught.value.field == "audit_years"
        with pytest.raises(InvalidInput) as caught:
            begin_thinning(session, 0, user_id=None)
        assert caught.value.problem is Problem.CHOICE_WRONG


def test_the_rule_thins_once_a_month_and_not_every_day(database: Database, owner: UUID) -> None:
    with database.transaction() as session:
        set_audit_years(session, 1)
    told = 0
    work_from(database, NOW, 60)
    for day in range(0, 200, 3):
        work_on(database, NOW + YEAR + timedelta(days=day))
        with database.transaction() as session:
            told += begin_due_thinning(session) is not None
        finish(database)
    assert 2 <= told <= 4


AHEAD = datetime(2038, 1, 19, 3, tzinfo=UTC)
BEHIND = datetime(2010, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "wrong",
    [
        [AHEAD + timedelta(days=day) for day in range(SEEN_DAYS - 1)],
        [AHEAD] * 50,
        [BEHIND + timedelta(days=day) for day in range(20)],
        [one + timedelta(days=day) for day in range(SEEN_DAYS - 1) for one in (AHEAD, BEHIND)],
    ],
)
def test_a_clock_that_is_wrong_for_a_while_destroys_nothing(
    database: Database, owner: UUID, wrong: list[datetime]
) -> None:
    work_from(database, NOW - 2 * YEAR, 20)
    work_from(database, NOW, SEEN_DAYS)
    before = may_go(database)
    assert before is not None
    assert before.entries == 1  # that of making the shop, in 2019
    work_on(database, *wrong)
    later = may_go(database)
    assert later is None or later.entries == 1
    assert may_go(database, 1) is None or may_go(database, 1).entries <= 21  # type: ignore[union-attr]


def test_a_clock_that_stays_wrong_is_believed(database: Database, owner: UUID) -> None:
    work_from(database, NOW, 20)
    work_from(database, AHEAD, SEEN_DAYS)
    old = may_go(database)
    assert old is not None
    assert old.entries == 21


@settings(max_examples=examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    past=st.lists(st.integers(0, 4_000), max_size=12),
    years=st.integers(1, 9),
    portion=st.integers(1, 3),
)
def test_always_the_oldest_go_and_never_one_that_is_young_enough(
    tmp_path_factory: pytest.TempPathFactory,
    empty_database_file: Path,
    past: list[int],
    years: int,
    portion: int,
) -> None:
    path = tmp_path_factory.mktemp("thin") / "shop.db"
    path.write_bytes(empty_database_file.read_bytes())
    database = Database(path)
    days = [NOW - timedelta(days=ago) for ago in past] + [
        NOW + timedelta(days=day) for day in range(SEEN_DAYS)
    ]
    work_on(database, *days)
    with database.reading() as session:
        before = session.execute(select(ChangeGroup.number, ChangeGroup.at)).all()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ecrm_desktop.services.audit_thinning._PORTION", portion)
        old = thin(database, years)
    left = numbers(database)
    gone = [one for one in before if one.number not in left]
    assert len(gone) == (old.entries if old else 0)
    assert all(one.at < old.until for one in gone if old)
    # A beginning of the trail: numbers stay without gaps.
    assert left == list(range(left[0], left[-1] + 1))
    assert {one.number for one in gone} == set(range(1, left[0]))
    # Whatever stays and is old stands behind one that is young, or nothing was told.
    until = NOW.date().replace(year=NOW.year - years)
    first = next(one.at.date() for one in before if one.number == left[0])
    assert first >= until
    assert_sound(database)
    database.close()


def test_a_portion_is_small_whatever_one_entry_holds(database: Database, owner: UUID) -> None:
    with clock_at(LONG_AGO), database.transaction() as session:
        for number in range(700):
            make_customer(session, code=str(number))
    work_from(database, NOW, SEEN_DAYS)
    with database.transaction() as session:
        begin_thinning(session, 5, user_id=owner)
        assert is_thinning(session)
    for _ in range(2):
        with database.transaction(THINNING, captured=False) as session:
            assert 0 < thin_some(session) <= 200
        assert_sound(database)  # also in the middle of it
        assert entries(database)
    # Ended here, it goes on at the next start.
    assert finish(database) > 1
    with database.reading() as session:
        assert not is_thinning(session)
    assert_sound(database)


def test_bin_merges_and_imports_can_be_taken_back_as_before(
    database: Database, owner: UUID
) -> None:
    with clock_at(LONG_AGO), database.transaction() as session:
        kept = make_customer(session, "علی راد", code="1", phone="+989120000001")
        merged = make_customer(session, "علی رادمنش", code="2", phone="+989120000002")
        binned = make_customer(session, "زهرا", code="3")
    with database.reading() as session:
        before = [customer_draft(session, one) for one in (kept, merged, binned)]
    with clock_at(LONG_AGO + timedelta(days=1)), database.transaction() as session:
        merge = merge_customers(session, kept, merged, {})
        deletion = delete_customers(session, [binned])
    work_from(database, NOW, SEEN_DAYS)
    assert thin(database) is not None
    with database.transaction() as session:
        undo_merge(session, merge)
        restore_deletion(session, deletion)
    with database.reading() as session:
        assert [customer_draft(session, one) for one in (kept, merged, binned)] == before
    assert_sound(database)


def test_an_import_that_can_be_undone_keeps_its_entries(
    database: Database, owner: UUID, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    work_from(database, LONG_AGO, 3)
    with clock_at(LONG_AGO):  # a wrong clock, on the day of the import only
        outcome = customers(database, file, "name,phone", "علی راد,09350000000")
    work_from(database, NOW, SEEN_DAYS)
    old = thin(database)
    assert old is not None
    assert old.entries == 4
    with database.reading() as session:
        [row] = list_imports(session)
    assert outcome.import_id == row.id
    assert undo_import(database, row.id).removed == 1


def test_an_edit_in_conflict_says_who_though_the_trail_was_thinned(
    database: Database, owner: UUID
) -> None:
    with clock_at(LONG_AGO), database.transaction() as session:
        customer = create_customer(session, CustomerDraft(last_name="راد"))
    with database.reading() as session:
        base = customer_draft(session, customer)
    work_from(database, NOW, SEEN_DAYS)
    database.capture.user_id = owner
    with database.transaction() as session:
        update_customer(session, customer, CustomerDraft(code=base.code, last_name="مرادی"))
    assert thin(database) is not None
    with database.transaction() as session:
        mine = CustomerDraft(code=base.code, last_name="رادی")
        [conflict] = update_customer(session, customer, mine, base=base)
    assert (conflict.theirs, conflict.user_name) == ("مرادی", "مریم")


def test_whoever_is_forgotten_is_so_under_a_number_they_once_had(
    database: Database, owner: UUID
) -> None:
    former = Phone.parse("09127654321")
    with clock_at(LONG_AGO), database.transaction() as session:
        phones = (PhoneDraft(phone=former),)
        customer = create_customer(session, CustomerDraft(last_name="راد", phones=phones))
        gone = create_customer(session, CustomerDraft(last_name="کریمی"))
    with clock_at(LONG_AGO), database.transaction() as session:
        update_customer(session, customer, CustomerDraft(last_name="راد"))
        call = InteractionDraft(occurred_at=LONG_AGO, phone=former, subject="سلام")
        call_id = record_interaction(session, call)
        put_in_bin(session, [])
        delete_customers(session, [gone])
    work_from(database, NOW, SEEN_DAYS)
    assert thin(database) is not None
    assert "9127654321" not in json.dumps(
        [row.fields for row in entries(database)], ensure_ascii=False
    )
    with database.transaction(FORGETTING) as session:
        forget_customer(session, customer, owner)
    with database.reading() as session:
        left = session.get_one(Interaction, call_id)
        assert (left.phone, left.subject) == ("", "")
        assert session.scalars(select(FormerPhone.number)).all() == []


def test_what_only_the_trail_showed_goes_with_it(database: Database, owner: UUID) -> None:
    with clock_at(LONG_AGO), database.transaction() as session:
        record_export(session, "مشتریان", ExportFormat.CSV, rows=1, user_id=owner)
    work_from(database, NOW, SEEN_DAYS)
    with database.transaction() as session:
        record_export(session, "خریدها", ExportFormat.CSV, rows=1, user_id=owner)
    thin(database)
    with database.reading() as session:
        assert session.scalars(select(Export.subject)).all() == ["خریدها"]
        assert len(session.scalars(select(AuditThinning)).all()) == 1


def test_backups_of_before_are_older_than_those_of_after(
    database: Database, owner: UUID, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with database.reading() as session:
        series = series_of(database.path, get_shop(session).id)

    def back_up(at: datetime) -> Path:
        return make_backup(database, stick, now=at, limit=10**12).path

    work_from(database, LONG_AGO, 3)
    back_up(AHEAD)  # its date says nothing
    work_from(database, NOW, SEEN_DAYS)
    back_up(AHEAD + timedelta(days=1))
    assert thin(database) is not None
    last = back_up(NOW)
    found = find_latest(find_backups(stick, series))
    assert found is not None
    assert (found.contents.path, found.by_date) == (last, False)


def test_the_numbers_go_on_and_are_never_given_again(database: Database, owner: UUID) -> None:
    work_from(database, LONG_AGO, 3)
    work_from(database, NOW, SEEN_DAYS)
    last = numbers(database)[-1]
    thin(database)
    work_on(database, NOW)
    assert numbers(database)[-1] == last + 2
    with database.reading() as session:
        assert session.scalars(select(Counter.last).where(Counter.name == THINNED)).one() == 4


def test_what_the_other_pcs_have_not_got_stays(database: Database, owner: UUID) -> None:
    work_from(database, LONG_AGO, 40)
    work_from(database, NOW, SEEN_DAYS)
    with database.transaction() as session:
        join(session, "x", new_id(), "a")
    all_sent = may_go(database)
    assert all_sent is not None
    with database.transaction() as session:
        sent = session.scalars(select(Change.number).order_by(Change.number)).all()[10]
        session.execute(update(Link).values(sent=sent))
    some_sent = may_go(database)
    assert some_sent is not None
    assert some_sent.last == some_sent.entries == 10 < all_sent.entries
