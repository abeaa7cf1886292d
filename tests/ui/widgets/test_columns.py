"""Columns tell what lists show in the shop's language, and nothing where there is nothing."""

from dataclasses import dataclass
from datetime import date

from ecrm_desktop.ui.widgets.columns import (
    amount_column,
    code_column,
    day_column,
    name_column,
    number_column,
    phone_column,
)
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit, currency
from tests.helpers.person import plain
from tests.helpers.ui_context import TEHRAN


@dataclass(frozen=True)
class Row:
    name: str = "مریم"
    phone: str = "+989123456789"
    code: str = "1042"
    day: date | None = date(2020, 3, 20)
    amount: int | None = 12_500_000
    count: int | None = 1200


DISPLAY = Display(
    language="fa",
    calendar="jalali",
    timezone=TEHRAN,
    currency=currency("IRR"),
    unit=MoneyUnit.TOMAN,
)
COLUMNS: list[Column[Row]] = [
    name_column("name", "نام", lambda row: row.name, width=100),
    phone_column(DISPLAY, "تلفن", lambda row: row.phone, width=100),
    code_column(DISPLAY, "code", "کد", lambda row: row.code, width=100),
    day_column(DISPLAY, "day", "روز", lambda row: row.day, width=100),
    amount_column(DISPLAY, "amount", "مبلغ", lambda row: row.amount, width=100),
    number_column(DISPLAY, "count", "تعداد", lambda row: row.count, width=100),
]


def told(row: Row) -> list[str]:
    return [plain(column.format(row)) for column in COLUMNS]


def test_each_kind_of_column_tells_its_value() -> None:
    assert told(Row()) == ["مریم", "۰۹۱۲ ۳۴۵ ۶۷۸۹", "۱۰۴۲", "۱۳۹۹/۰۱/۰۱", "۱٬۲۵۰٬۰۰۰", "۱٬۲۰۰"]


def test_what_there_is_not_is_left_empty() -> None:
    nothing = Row(name="", phone="", code="", day=None, amount=None, count=None)
    assert told(nothing) == [""] * 6


def test_amounts_and_numbers_stand_at_the_end_and_names_take_the_room() -> None:
    assert [column.key for column in COLUMNS if column.numeric] == ["amount", "count"]
    assert [column.key for column in COLUMNS if column.stretches and column.bold] == ["name"]
