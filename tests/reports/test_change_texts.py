"""Every value of the audit trail is in words that people read, whatever was captured."""

import re
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from ecrm_desktop.i18n import set_language
from ecrm_desktop.models.changes import MASK, ChangeKind
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.queries.change_detail import ChangedPart, ChangedValue
from ecrm_desktop.queries.change_filter import ChangeFilter
from ecrm_desktop.queries.change_values import RecordName
from ecrm_desktop.queries.changes import change_rows, list_changes
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.reports.audit import entry_lines
from ecrm_desktop.reports.change_texts import entry_text, name_text, part_lines, value_text
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit, currency
from ecrm_desktop.values.statuses import ConsentChannel, Role, Severity
from tests.helpers.factories import make_customer
from tests.helpers.small_shop import fill_small_shop

SOME = UUID(int=7)
ISOLATES = re.compile("[\u2066-\u2069]")


def display(language: str = "fa") -> Display:
    set_language(language)
    return Display(language, currency("IRR"), MoneyUnit.TOMAN, "jalali", ZoneInfo("Asia/Tehran"))


@pytest.mark.parametrize(
    ("table", "column", "value", "told"),
    [
        ("purchases", "total", 12_500_000, "۱٬۲۵۰٬۰۰۰ تومان"),
        ("purchase_lines", "quantity", 1500, "۱٫۵"),
        ("purchases", "purchased_on", date(2026, 11, 21), "۱۴۰۵/۰۸/۳۰"),
        (
            "complaints",
            "received_at",
            datetime(2026, 11, 21, 8, 30, tzinfo=UTC),
            "۱۴۰۵/۰۸/۳۰ ۱۲:۰۰",
        ),
        ("tasks", "due_time", time(14, 5), "۱۴:۰۵"),
        ("complaints", "severity", Severity.CRITICAL, "بحرانی"),
        ("users", "role", Role.OWNER, "صاحب فروشگاه"),
        ("users", "active", False, "نه"),
        ("users", "password_hash", MASK, "***"),
        ("customer_phones", "number", "+989123456789", "۰۹۱۲ ۳۴۵ ۶۷۸۹"),
        ("customers", "birth_date", "1370-08-30", "۱۳۷۰/۰۸/۳۰"),
        ("customers", "birth_date", "--08-30", "۳۰ آبان"),
        ("customers", "birth_date", "nonsense", "nonsense"),
        ("interactions", "duration", 150, "۲ دقیقه و ۳۰ ثانیه"),
        ("shop", "lock_minutes", 15, "۱۵ دقیقه"),
        ("shop", "promise_low", 7, "۷ روز"),
        ("shop", "currency", "IRR", "ریال"),
        ("complaints", "satisfaction", 4, "۴"),
        ("customers", "notes", "<b>سلام</b>", "<b>سلام</b>"),
        ("customers", "deletion_id", SOME, ""),
        ("customers", "city", None, ""),
    ],
)
def test_a_value_is_written_as_people_read_it(
    table: str, column: str, value: Any, told: str
) -> None:
    assert ISOLATES.sub("", value_text(table, column, value, display())) == told


def test_records_are_called_by_what_people_know() -> None:
    shown = display()

    def name(table: str, **values: Any) -> str:
        return ISOLATES.sub("", name_text(RecordName(table=table, id=SOME, **values), shown))

    assert name("customers", name="مریم احمدی") == "مریم احمدی"
    assert name("customers", name="—") == "مشتری فراموش‌شده"
    assert name("customers") == "مشتری فراموش‌شده"
    assert name("purchases", name="12", customer="مریم") == "۱۲ · مریم"
    assert name("purchases", day=date(2026, 11, 21), customer="—") == "۱۴۰۵/۰۸/۳۰"
    assert name("customer_consents", name=ConsentChannel.SMS.value) == "پیامک"


def test_what_came_is_told_by_what_was_filled_in() -> None:
    shown = display()
    name = RecordName(table="customer_phones", id=SOME, name="+989123456789")
    values = (
        ChangedValue(column="customer_id", before=None, after=SOME),
        ChangedValue(column="number", before=None, after="+989123456789"),
        ChangedValue(column="is_primary", before=None, after=False),
        ChangedValue(column="position", before=None, after=0),
    )
    came = ChangedPart(name=name, kind=ChangeKind.INSERT, values=values, is_emptied=False)
    assert [title for title, _, _ in part_lines(came, shown)] == ["شماره"]
    changed = ChangedPart(
        name=name,
        kind=ChangeKind.UPDATE,
        values=(ChangedValue(column="is_primary", before=True, after=False),),
        is_emptied=False,
    )
    assert part_lines(changed, shown) == [("تلفن اصلی", "بله", "نه")]


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_whole_shop_is_told_in_one_language(database: Database, language: str) -> None:
    shown = display(language)
    with database.transaction() as session:
        fill_small_shop(session, language)
    with database.transaction() as session:
        city = "قم" if language == "fa" else "Qom"
        session.execute(update(Customer).values(city=city))
    with database.transaction() as session:
        delete_customers(session, [make_customer(session, "آ ب" if language == "fa" else "A B")])
    with database.reading() as session:
        rows = change_rows(session, list_changes(session, ChangeFilter(), Sort("at")))
        lines = [
            line
            for row in rows
            for line in (entry_text(row, shown), *entry_lines(session, row, shown))
        ]
    foreign = re.compile("[A-Za-z]" if language == "fa" else "[\u0600-\u06ff]")
    assert len(lines) > 10
    assert [line for line in lines if foreign.search(line)] == []


def test_an_entry_of_very_many_changes_is_told_in_one_line(database: Database) -> None:
    with database.transaction() as session:
        for number in range(70):
            make_customer(session, code=str(number))
    with database.reading() as session:
        [row] = change_rows(session, list_changes(session, ChangeFilter(), Sort("at")))
        assert entry_lines(session, row, display()) == ["۷۰ تغییر در ثبت‌های گوناگون"]
        assert entry_text(row, display()) == "۷۰ مشتری"
