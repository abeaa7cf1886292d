from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, timezone
from io import BytesIO
from typing import Any
from uuid import UUID

from openpyxl import load_workbook

from ecrm_desktop.queries.purchases import purchase_rows
from ecrm_desktop.reports.excel import write_excel
from ecrm_desktop.reports.layout import ColumnKind, Paragraph, Table
from ecrm_desktop.reports.listing import build_list_report
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.ids import IdList, new_id
from ecrm_desktop.values.money import MoneyUnit, currency
from tests.helpers.factories import NOON, make_customer, make_purchase

DISPLAY = Display(
    language="fa",
    currency=currency("IRR"),
    unit=MoneyUnit.TOMAN,
    calendar="jalali",
    timezone=timezone(timedelta(hours=3, minutes=30)),
)
DAY = date(2026, 11, 21)


@dataclass(frozen=True)
class Seen:
    key: str
    title: str
    format: Callable[[Any], str]


COLUMNS = [
    Seen("total", "جمع (تومان)", lambda row: DISPLAY.money(row.total)),
    Seen("customer_name", "مشتری", lambda row: row.customer_name or "رهگذر"),
    Seen("purchased_on", "روز", lambda row: DISPLAY.day(row.purchased_on, today=DAY)),
    Seen("item_count", "اقلام", lambda row: "، ".join(row.titles)),
]


def test_a_list_is_exported_as_seen_with_real_amounts_and_dates(database: Database) -> None:
    with database.transaction() as session:
        maryam = make_customer(session)
        ids = IdList(
            [
                make_purchase(session, None, DAY, "کفش", "کیف"),
                make_purchase(session, maryam, DAY, "کلاه"),
            ]
        )
        report = build_list_report(
            "خریدها",
            COLUMNS,
            ids,
            lambda block: purchase_rows(session, block),
            DISPLAY,
            shop_name="فروشگاه نمونه",
            now=NOON,
            filter_text="کانال: حضوری",
        )
        note, seen = report.sections
        assert isinstance(note, Paragraph)
        assert note.text == "فیلتر: کانال: حضوری"
        assert isinstance(seen, Table)
        assert [(one.title, one.kind) for one in seen.columns] == [
            ("مبلغ", ColumnKind.MONEY),
            ("مشتری", ColumnKind.TEXT),
            ("روز", ColumnKind.DATE),
            ("اقلام", ColumnKind.TEXT),
        ]
        assert [list(row) for row in seen.rows] == [
            [2000, "رهگذر", DAY, "کفش، کیف"],
            [1000, "مریم احمدی", DAY, "کلاه"],
        ]


def test_a_list_the_reports_know_nothing_of_is_text() -> None:
    @dataclass
    class Row:
        id: UUID
        name: str

    rows = {one.id: one for one in (Row(new_id(), "یک"), Row(new_id(), "دو"))}
    report = build_list_report(
        "چیزها",
        [Seen("name", "نام", lambda row: row.name)],
        IdList(rows),
        lambda block: [rows[one] for one in block],
        DISPLAY,
        shop_name="فروشگاه نمونه",
        now=NOON,
    )
    excel = BytesIO()
    write_excel(report, excel)
    cells = [row[0].value for row in load_workbook(excel).worksheets[0].iter_rows(min_row=4)]
    assert cells == ["نام", "یک", "دو"]


def test_rows_are_read_in_blocks_while_the_report_is_written() -> None:
    asked: list[int] = []

    def read(block: Sequence[UUID]) -> Sequence[UUID]:
        asked.append(len(block))
        return block

    ids = IdList(new_id() for _ in range(1200))
    columns = [Seen("id", "شناسه", str)]
    report = build_list_report("چیزها", columns, ids, read, DISPLAY, shop_name="", now=NOON)
    (table,) = report.sections
    assert isinstance(table, Table)
    before = len(asked)
    assert sum(1 for _row in table.rows) == 1200
    assert before == 1
    assert max(asked) <= 500
    assert sum(asked) == 1200


def test_an_empty_list_still_has_its_columns() -> None:
    report = build_list_report(
        "خریدها", COLUMNS, IdList(), lambda _block: [], DISPLAY, shop_name="", now=NOON
    )
    (table,) = report.sections
    assert isinstance(table, Table)
    assert [one.title for one in table.columns] == [one.title for one in COLUMNS]
    assert list(table.rows) == []
