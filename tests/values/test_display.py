import re
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.i18n import set_language
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import PartialDate, parse_date
from ecrm_desktop.values.money import CURRENCIES, LIMIT, MoneyUnit, parse_amount
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.quantity import QUANTITY_LIMIT, parse_quantity

TEHRAN = ZoneInfo("Asia/Tehran")
DAY = date(2026, 11, 21)  # 1405/08/30, a Saturday
LATE = datetime(2026, 11, 21, 21, 30, tzinfo=UTC)  # 01:00 of the next day in Tehran
LTR, END = "\u2066", "\u2069"


def display(**changes: Any) -> Display:
    values: dict[str, Any] = {
        "language": "fa",
        "currency": CURRENCIES["IRR"],
        "unit": MoneyUnit.TOMAN,
        "calendar": "jalali",
        "timezone": TEHRAN,
    }
    chosen = Display(**(values | changes))
    set_language(chosen.language)
    return chosen


def english(**changes: Any) -> Display:
    dollars = {"currency": CURRENCIES["USD"], "unit": MoneyUnit.MAJOR}
    return display(**({"language": "en", "calendar": "gregorian", **dollars} | changes))


class TestNumbers:
    def test_persian_digits_and_separators(self) -> None:
        assert display().number(1_250_000) == "۱٬۲۵۰٬۰۰۰"
        assert display().number(0.5) == "۰٫۵"
        assert display().number(Decimal("1234.5678")) == "۱٬۲۳۴٫۵۶۸"
        assert english().number(1_250_000) == "1,250,000"
        assert english().number(1234.5) == "1,234.5"

    def test_a_minus_sign_stays_on_its_side(self) -> None:
        assert display().number(-5) == f"{LTR}-۵{END}"
        assert display().money(-12_500) == f"{LTR}-۱٬۲۵۰{END}"
        assert display().percent(-0.5) == f"{LTR}-۵۰٪{END}"
        assert display().number(-0.0001) == "۰"

    def test_percent(self) -> None:
        assert display().percent(0.256) == "۲۵٫۶٪"
        assert display().percent(1) == "۱۰۰٪"
        assert english().percent(0.05) == "5%"

    def test_quantities_have_no_needless_zeros(self) -> None:
        assert [display().quantity(q) for q in (1000, 1500, 1, 1_250_010)] == [
            "۱", "۱٫۵", "۰٫۰۰۱", "۱٬۲۵۰٫۰۱",
        ]  # fmt: skip
        assert english().quantity(10_000) == "10"

    def test_digits_inside_text(self) -> None:
        assert display().digits("ردیف 12") == "ردیف ۱۲"
        assert english().digits("row 12") == "row 12"

    @given(st.integers(1, QUANTITY_LIMIT))
    def test_a_shown_quantity_reads_back(self, quantity: int) -> None:
        assert parse_quantity(display().quantity(quantity)) == quantity
        assert parse_quantity(english().quantity(quantity)) == quantity


class TestMoney:
    def test_toman_and_rial(self) -> None:
        assert display().money(12_500_000) == "۱٬۲۵۰٬۰۰۰"
        assert display().money(12_345) == "۱٬۲۳۴٫۵"
        assert display(unit=MoneyUnit.RIAL).money(12_500_000) == "۱۲٬۵۰۰٬۰۰۰"
        assert display().money_with_unit(10_000) == "۱٬۰۰۰ تومان"
        assert display(unit=MoneyUnit.RIAL).money_with_unit(10_000) == "۱۰٬۰۰۰ ریال"

    def test_cents_are_always_shown(self) -> None:
        assert english().money(24_409_194) == "244,091.94"
        assert english().money_with_unit(1200) == "12.00 US dollars"
        dollars = display(currency=CURRENCIES["USD"], unit=MoneyUnit.MAJOR)
        assert dollars.money_with_unit(2933) == "۲۹٫۳۳ دلار آمریکا"

    def test_large_sums_lose_nothing(self) -> None:
        assert english().money(LIMIT * 1000 + 1) == "10,000,000,000,000,000.01"

    @pytest.mark.parametrize("code", ["IRR", "USD", "IQD"])
    @pytest.mark.parametrize("language", ["fa", "en"])
    @given(amount=st.integers(0, LIMIT), in_toman=st.booleans())
    def test_a_shown_amount_reads_back(
        self, code: str, language: str, amount: int, *, in_toman: bool
    ) -> None:
        currency = CURRENCIES[code]
        home = MoneyUnit.TOMAN if in_toman else MoneyUnit.RIAL
        unit = home if code == "IRR" else MoneyUnit.MAJOR
        shown = display(language=language, currency=currency, unit=unit).money(amount)
        assert parse_amount(shown, currency, unit) == amount


class TestDates:
    def test_year_first_in_both_calendars(self) -> None:
        assert display().date(DAY) == "۱۴۰۵/۰۸/۳۰"
        assert display(calendar="gregorian").date(DAY) == "۲۰۲۶/۱۱/۲۱"
        assert english().date(DAY) == "2026/11/21"
        assert english(calendar="jalali").date(DAY) == "1405/08/30"

    def test_instants_are_shown_in_the_shops_zone(self) -> None:
        assert display().datetime(LATE) == "۱۴۰۵/۰۹/۰۱ ۰۱:۰۰"
        assert display().time(LATE) == "۰۱:۰۰"
        assert english(timezone=UTC).datetime(LATE) == "2026/11/21 21:30"
        assert display().time(time(9, 5)) == "۰۹:۰۵"

    @pytest.mark.parametrize(
        ("days", "shown"),
        [(-2, "۱۴۰۵/۰۸/۲۸"), (-1, "دیروز"), (0, "امروز"), (1, "فردا"), (2, "۱۴۰۵/۰۹/۰۲")],
    )
    def test_near_days_in_words(self, days: int, shown: str) -> None:
        assert display().day(DAY + timedelta(days=days), today=DAY) == shown

    def test_an_instant_belongs_to_the_day_of_the_shop(self) -> None:
        assert display().day(LATE, today=DAY) == "فردا"
        assert english(timezone=UTC).day(LATE, today=DAY) == "today"
        assert display().day(datetime.now(UTC)) == "امروز"
        assert display().local_date(LATE) == date(2026, 11, 22)

    def test_partial_dates(self) -> None:
        assert display().partial_date(PartialDate(1370, 8, 30)) == "۱۳۷۰/۰۸/۳۰"
        assert display().partial_date(PartialDate(None, 8, 30)) == "۳۰ آبان"
        assert english().partial_date(PartialDate(1370, 8, 30)) == "1991/11/21"
        assert english().partial_date(PartialDate(None, 8, 30)) == "30 Aban"

    def test_long_dates_and_names(self) -> None:
        assert display().text_date_long(DAY) == "شنبه ۳۰ آبان ۱۴۰۵"
        assert english().text_date_long(DAY) == "Saturday, 21 November 2026"
        assert display().month_name(12) == "اسفند"
        assert display(calendar="gregorian").month_name(1) == "ژانویه"
        assert english().weekday(DAY) == "Saturday"

    @given(st.dates(date(1822, 1, 1), date(2200, 12, 31)))
    def test_a_shown_date_reads_back(self, day: date) -> None:
        for shown in (display().date(day), english().date(day)):
            assert parse_date(shown, today=DAY) == day


class TestDuration:
    @pytest.mark.parametrize(
        ("seconds", "persian", "latin"),
        [
            (0, "۰ ثانیه", "0 s"),
            (45, "۴۵ ثانیه", "45 s"),
            (180, "۳ دقیقه", "3 min"),
            (200, "۳ دقیقه و ۲۰ ثانیه", "3 min 20 s"),
            (7200, "۲ ساعت", "2 h"),
            (3900, "۱ ساعت و ۵ دقیقه", "1 h 5 min"),
            (86_400, "۱ روز", "1 d"),
            (97_200.4, "۱ روز و ۳ ساعت", "1 d 3 h"),
        ],
    )
    def test_two_largest_units(self, seconds: float, persian: str, latin: str) -> None:
        assert display().duration(seconds) == persian
        assert english().duration(seconds) == latin


class TestCodes:
    def test_phones_are_grouped_and_isolated(self) -> None:
        assert display().phone("+989123456789") == f"{LTR}۰۹۱۲ ۳۴۵ ۶۷۸۹{END}"
        assert display().phone("+442071838750") == f"{LTR}+۴۴ ۲۰ ۷۱۸۳ ۸۷۵۰{END}"
        assert english().phone("+982188776655") == f"{LTR}021 8877 6655{END}"
        assert display().phone("") == ""

    def test_codes_are_isolated(self) -> None:
        assert display().code("12-0") == f"{LTR}۱۲-۰{END}"
        assert display().code("A-120") == f"{LTR}A-120{END}"
        assert display().code("") == ""

    @given(st.from_regex("09[0-9]{9}", fullmatch=True))
    def test_a_shown_phone_reads_back(self, dialled: str) -> None:
        phone = Phone.parse(dialled)
        assert Phone.parse(display().phone(phone.number)) == phone


def test_persian_never_shows_latin_digits() -> None:
    shop = display()
    texts = [
        shop.number(9876543210), shop.percent(0.123), shop.date(DAY), shop.time(LATE),
        shop.datetime(LATE), shop.day(DAY, today=DAY), shop.money(123_456_789), shop.quantity(1234),
        shop.phone("+989123456789"), shop.code("123"), shop.duration(123_456),
        shop.text_date_long(DAY), shop.partial_date(PartialDate(None, 1, 23)),
    ]  # fmt: skip
    assert [text for text in texts if re.search("[0-9]", text)] == []


def test_showing_values_loads_nothing_slow() -> None:
    code = (
        "import sys; import ecrm_desktop.values.display, ecrm_desktop.text.error_texts; "
        "slow = {'phonenumbers', 'holidays', 'PySide6', 'sqlalchemy', 'requests'}; "
        "sys.exit(bool(slow & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
