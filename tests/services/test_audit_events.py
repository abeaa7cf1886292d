"""Exports, restores and wrong passwords stand in the audit trail."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.models.audit_events import FailedPassword
from ecrm_desktop.models.users import WrongPassword
from ecrm_desktop.queries.changes import (
    ChangeFilter,
    ChangeRow,
    EntryKind,
    change_rows,
    list_changes,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.shop import build_display, get_shop
from ecrm_desktop.reports.audit import entry_lines
from ecrm_desktop.reports.change_texts import entry_text, kind_text, user_text
from ecrm_desktop.services.audit_events import record_export, record_restore
from ecrm_desktop.services.passwords import (
    begin_guess,
    forget_wrong_passwords,
    recover_password,
    remove_password,
    tell_wrong_passwords,
)
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.recovery_phrase import to_phrase
from ecrm_desktop.values.statuses import ExportFormat
from tests.helpers.examples import examples
from tests.helpers.person import plain
from tests.helpers.ui_context import TEHRAN
from tests.helpers.undone import undone

DAY = timedelta(days=1).total_seconds()


@pytest.fixture
def owner(database: Database) -> UUID:
    with database.transaction() as session:
        return create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")


def entries(database: Database, kind: EntryKind) -> list[ChangeRow]:
    with database.reading() as session:
        found = list_changes(session, ChangeFilter(kind=kind), Sort("at"))
        return change_rows(session, found)


def told(database: Database, row: ChangeRow) -> tuple[str, ...]:
    """What the lists, the report and the command line say of an entry."""
    with database.reading() as session:
        display = build_display(get_shop(session), "fa", TEHRAN)
        lines = entry_lines(session, row, display)
    texts = kind_text(row.kind), user_text(row), entry_text(row, display), *lines
    return tuple(plain(one) for one in texts)


def test_an_export_says_who_took_what_out_as_what_and_how_many(
    database: Database, owner: UUID
) -> None:
    with database.capture.working_for(owner), database.transaction() as session:
        record_export(session, "مشتریان", ExportFormat.XLSX, rows=12480, user_id=owner)
    [row] = entries(database, EntryKind.EXPORTED)
    kind, who, what, *lines = told(database, row)
    assert (kind, who, what) == ("خروجی گرفته شد", "مریم", "خروجی: مشتریان")
    said = "\n".join(lines)
    assert "فایل اکسل" in said
    assert "۱۲٬۴۸۰" in said


def test_a_restore_says_which_backup_and_who(database: Database, owner: UUID) -> None:
    with database.capture.working_for(owner), database.transaction() as session:
        record_restore(session, "shop-20261121.ecrmbackup", user_id=owner)
    # Somebody whom the backup does not know.
    with database.capture.working_for(new_id()), database.transaction() as session:
        record_restore(session, "shop-20261122.ecrmbackup", user_id=database.capture.user_id)
    known, unknown = entries(database, EntryKind.BACKUP_RESTORED)
    kind, who, what, *_lines = told(database, known)
    assert (kind, who) == ("پشتیبان برگردانده شد", "مریم")
    assert "shop-20261121.ecrmbackup" in what
    assert told(database, unknown)[1] == "کاربری که دیگر نیست"


def test_a_wrong_password_says_whose_it_was_to_be(database: Database, owner: UUID) -> None:
    with database.transaction() as session:
        begin_guess(session, owner, now=1.0)
        tell_wrong_passwords(session, owner)
    [row] = entries(database, EntryKind.PASSWORD_FAILED)
    kind, who, what, *_lines = told(database, row)
    assert (kind, who, what) == ("رمز یا کد نادرست", "بی‌نام", "رمز یا کد نادرست: مریم")


def test_filters_by_kind_of_record_find_them_too(database: Database, owner: UUID) -> None:
    with database.transaction() as session:
        record_export(session, "مشتریان", ExportFormat.CSV, rows=1, user_id=owner)
    with database.reading() as session:
        found = list_changes(session, ChangeFilter(table="exports"), Sort("at"))
        assert len(found) == 1
        assert not list_changes(session, ChangeFilter(table="restores"), Sort("at"))
        created = ChangeFilter(kind=EntryKind.BACKUP_RESTORED)
        assert not list_changes(session, created, Sort("at"))


def test_who_ends_the_program_after_a_guess_is_written_down_with_the_next_one(
    database: Database, owner: UUID
) -> None:
    for at in range(3):
        with database.transaction() as session:  # and the program is ended before it can be told
            assert begin_guess(session, owner, now=at * DAY) == 0
    assert len(entries(database, EntryKind.PASSWORD_FAILED)) == 2
    with database.transaction() as session:  # the right one, at last
        assert begin_guess(session, owner, now=4 * DAY) == 0
        forget_wrong_passwords(session, owner)
    with database.reading() as session:
        assert len(session.scalars(select(FailedPassword)).all()) == 3


SECRET = bytes(16)
GUESSES = st.lists(st.sampled_from(["wrong", "killed", "right", "removed", "reset"]), max_size=8)


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(guesses=GUESSES)
def test_every_wrong_guess_is_told_once_and_no_right_one(
    guesses: list[str], one_database: tuple[Database, UUID]
) -> None:
    database, owner = one_database
    with (
        database.capture.working_for(owner),
        database.transaction() as session,
        undone(session),
    ):
        session.execute(delete(FailedPassword))
        session.execute(delete(WrongPassword))
        for at, guess in enumerate([*guesses, "right"]):
            match guess:
                case "removed":
                    remove_password(session, owner)
                case "reset":
                    recover_password(session, owner, " ".join(to_phrase(SECRET)), SECRET)
                case _:
                    assert begin_guess(session, owner, now=(at + 1) * DAY) == 0
                    if guess == "wrong":
                        tell_wrong_passwords(session, owner)
                    elif guess == "right":
                        forget_wrong_passwords(session, owner)
        wrong = sum(one in {"wrong", "killed"} for one in guesses)
        assert len(session.scalars(select(FailedPassword)).all()) == wrong


@pytest.fixture
def one_database(database: Database, owner: UUID) -> tuple[Database, UUID]:
    """One for all examples, each of which is undone."""
    return database, owner
