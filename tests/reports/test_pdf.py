import datetime as dt
import errno
import gc
import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.pdfbase.pdfdoc import PDFPage

from ecrm_desktop.errors import Cancelled, FileError, Problem
from ecrm_desktop.i18n import set_language
from ecrm_desktop.reports.fonts import Run
from ecrm_desktop.reports.layout import (
    Chart,
    ChartKind,
    Column,
    ColumnKind,
    Fact,
    Facts,
    Paragraph,
    Report,
    Section,
    Table,
)
from ecrm_desktop.reports.pdf import write_pdf
from ecrm_desktop.reports.persian import Line
from ecrm_desktop.values.display import Display
from tests.helpers.reports import ENGLISH, PERSIAN, Painted, a_report, as_seen, painted, texts

NAME = Column("نام", weight=2)
MONEY = Column("مبلغ", ColumnKind.MONEY, total=True)
MONTHS = ("فروردین", "اردیبهشت", "خرداد")


def pdf(*sections: Section, display: Display = PERSIAN) -> bytes:
    file = io.BytesIO()
    write_pdf(a_report(*sections, display=display), file)
    return file.getvalue()


def people(count: int) -> Iterator[tuple[str, int]]:
    for number in range(1, count + 1):
        yield f"مشتری {number}", 12_500_000


def the(items: list[Painted], text: str) -> Painted:
    [found] = [item for item in items if item.text == as_seen(text)]
    return found


def test_first_column_stands_at_the_right_in_persian() -> None:
    [page] = painted(pdf(Table("", (NAME, MONEY), people(1))))
    assert the(page, "نام").x > the(page, "مبلغ (تومان)").x
    [amount, _] = [item for item in page if item.text == "۱٬۲۵۰٬۰۰۰"]  # and the total
    assert the(page, "مشتری 1").x > amount.x


def test_what_was_set_is_gone_with_its_file() -> None:
    """In a ring it would wait for the collector, for which the window stands still."""
    gc.collect()
    gc.disable()
    try:
        pdf(Table("", (NAME, MONEY), people(30)))
        left = [one for one in gc.get_objects() if isinstance(one, Line | Run | PDFPage)]
    finally:
        gc.enable()
    assert left == []


def test_first_column_stands_at_the_left_in_english() -> None:
    set_language("en")
    columns = (Column("Name"), Column("Amount", ColumnKind.MONEY))
    [page] = painted(pdf(Table("", columns, [("Ali", 1250)]), display=ENGLISH))
    assert the(page, "Name").x < the(page, "Amount (US dollars)").x
    assert the(page, "12.50").x > the(page, "Ali").x


def test_every_page_has_the_header_the_shop_and_its_number() -> None:
    pages = painted(pdf(Table("", (NAME, MONEY), people(150))))
    total = PERSIAN.number(len(pages))
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        the(page, "نام")
        the(page, "مبلغ (تومان)")
        the(page, "فروشگاه نیلوفر")
        the(page, f"صفحه {PERSIAN.number(number)} از {total}")
        the(page, "تاریخ چاپ: ۱۴۰۵/۰۸/۳۰ ۰۹:۳۰")


def test_all_rows_are_there_once_and_added_up() -> None:
    found = texts(pdf(Table("", (NAME, MONEY), people(150))))
    assert [text for text in found if as_seen("مشتری") in text] == [
        as_seen(f"مشتری {number}") for number in range(1, 151)
    ]
    assert found.count("۱٬۲۵۰٬۰۰۰") == 150
    assert found.count("۱۸۷٬۵۰۰٬۰۰۰") == 1
    assert found.count(as_seen("جمع")) == 1


def test_given_totals_stand_in_place_of_the_sums() -> None:
    found = texts(pdf(Table("", (NAME, MONEY), people(2), totals=("میانگین", 777_770))))
    assert as_seen("میانگین") in found
    assert "۷۷٬۷۷۷" in found
    assert "۲٬۵۰۰٬۰۰۰" not in found


def test_empty_table_says_so_and_adds_nothing_up() -> None:
    found = texts(pdf(Table("", (NAME, MONEY), [])))
    assert as_seen("چیزی برای نمایش نیست.") in found
    assert as_seen("جمع") not in found


def test_markup_of_users_is_printed_as_typed() -> None:
    name = "<b>علی</b> &amp; <font color=red> %s {x}"
    found = texts(pdf(Table(name, (Column(name, weight=9),), [(name,)]), Paragraph(name)))
    assert found.count(as_seen(name)) == 4


def test_every_kind_of_value_is_written_for_people() -> None:
    moment = dt.datetime(2026, 11, 21, 11, 0, tzinfo=dt.UTC)
    values = {
        ColumnKind.NUMBER: (1234, "۱٬۲۳۴"),
        ColumnKind.QUANTITY: (1500, "۱٫۵"),
        ColumnKind.DATE: (moment.date(), "۱۴۰۵/۰۸/۳۰"),
        ColumnKind.DATETIME: (moment, "۱۴۰۵/۰۸/۳۰ ۱۴:۳۰"),
        ColumnKind.PHONE: ("+989123456789", "\u2066۰۹۱۲ ۳۴۵ ۶۷۸۹\u2069"),
        ColumnKind.CODE: ("0012", "۰۰۱۲"),
        ColumnKind.PERCENT: (0.25, "۲۵٪"),
    }
    columns = [Column("ستون", kind) for kind in values]
    rows: list[list[object]] = [[value for value, _ in values.values()], [None] * len(values)]
    found = texts(pdf(Table("", columns, rows)))
    for _, text in values.values():
        assert found.count(as_seen(text)) == 1


def test_wide_tables_lie_across_the_paper() -> None:
    moment = dt.datetime(2026, 11, 21, 11, 0, tzinfo=dt.UTC)
    columns = [Column("زمان", ColumnKind.DATETIME)] * 9
    file = PdfReader(io.BytesIO(pdf(Table("", columns, [[moment] * 9]))))
    assert file.pages[0].mediabox.width > file.pages[0].mediabox.height
    narrow = PdfReader(io.BytesIO(pdf(Table("", columns[:4], [[moment] * 4]))))
    assert narrow.pages[0].mediabox.width < narrow.pages[0].mediabox.height


def test_no_text_leaves_the_paper() -> None:
    wide = [Column("یک عنوان دراز", kind) for kind in ColumnKind] * 3
    for page in painted(pdf(Table("عنوان " * 90, wide, [[None] * len(wide)]))):
        assert all(30 < item.x < 842 - 30 and 10 < item.y < 585 for item in page)


def test_a_name_of_ten_thousand_letters_goes_on_upon_the_next_pages() -> None:
    name = "نابپ" * 2500
    pages = painted(pdf(Table("", (NAME, Column("شهر")), [(name, "رشت"), ("علی", "تهران")])))
    assert len(pages) > 1
    letters = [item.text[::-1] for page in pages for item in page if set(item.text) <= set(name)]
    assert name in "".join(letters)
    the(pages[-1], "علی")


def test_long_text_is_wrapped_and_short_numbers_are_not() -> None:
    words = "نشانی خیلی دراز " * 30
    found = texts(pdf(Table("", (NAME, MONEY), [(words, 10**15)])))
    assert "۱۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰" in found
    assert sum(text.count(as_seen("نشانی")) for text in found) == 30
    assert as_seen(words.strip()) not in found


def test_facts_are_labelled_and_money_has_its_unit() -> None:
    facts = (
        Fact("نام", "مریم احمدی"),
        Fact("جمع خرید", 12_500_000, ColumnKind.MONEY),
        Fact("یادداشت", "یادداشتی دراز " * 60),
        Fact("شغل", None),
    )
    [page] = painted(pdf(Facts("مشخصات", facts)))
    assert the(page, "نام").x > the(page, "مریم احمدی").x
    the(page, "۱٬۲۵۰٬۰۰۰ تومان")
    assert sum(item.text.count(as_seen("یادداشتی")) for item in page) == 60
    assert the(page, "شغل").y == the(page, "—").y


@pytest.mark.parametrize("kind", ChartKind)
def test_first_month_of_a_chart_stands_at_the_right_in_persian(kind: ChartKind) -> None:
    [page] = painted(pdf(Chart("فروش", kind, MONTHS, (10, 0, 35))))
    places = [the(page, month).x for month in MONTHS]
    assert places == sorted(places, reverse=True)
    assert "۴۰" in [item.text for item in page]  # the axis ends at a round number
    assert abs(the(page, "۳۵").x - the(page, "خرداد").x) < 15


def test_first_month_of_a_chart_stands_at_the_left_in_english() -> None:
    set_language("en")
    months = ("Jan", "Feb", "Mar")
    [page] = painted(pdf(Chart("Sales", ChartKind.BAR, months, (1, 2, 3)), display=ENGLISH))
    places = [the(page, month).x for month in months]
    assert places == sorted(places)


def test_bars_with_long_names_stand_below_each_other() -> None:
    names = [f"لوازم خانگی و آشپزخانهٔ شمارهٔ {number}" for number in range(15)]
    chart = Chart("فروش", ChartKind.BAR, names, [number * 10**7 for number in range(15)])
    [page] = painted(pdf(chart))
    assert len({the(page, name).y for name in names}) == 15


@pytest.mark.parametrize("most", [1, 2, 3, 9, 10, 25])
def test_there_are_no_half_complaints_on_an_axis(most: int) -> None:
    found = texts(pdf(Chart("شکایت‌ها", ChartKind.BAR, MONTHS, (0, 1, most))))
    assert PERSIAN.number(most) in found
    assert not [text for text in found if "٫" in text]


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("values", [(), (None, 0), (-5, 3), (10**15,), (0.25, 0.5)])
def test_charts_of_any_values_can_be_drawn(kind: ChartKind, values: tuple[float, ...]) -> None:
    assert texts(pdf(Chart("فروش", kind, ("الف", "ب")[: len(values)], values)))


def test_file_names_the_report_and_carries_its_fonts() -> None:
    file = PdfReader(io.BytesIO(pdf(Table("", (NAME,), [("علی",)]))))
    assert file.metadata is not None
    assert file.metadata.title == "گزارش"
    assert file.metadata.author == "فروشگاه نیلوفر"
    fonts = file.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    assert len(fonts) == 2
    for font in fonts.values():
        assert font.get_object()["/FontDescriptor"]["/FontFile2"]


def test_progress_is_told_and_rows_are_read_as_they_are_written() -> None:
    read = 0
    told: list[tuple[int, int]] = []

    def rows() -> Iterator[tuple[str, int]]:
        nonlocal read
        for row in people(1000):
            read += 1
            yield row

    report = a_report(Table("", (NAME, MONEY), rows()))
    write_pdf(report, io.BytesIO(), report_rows=lambda done: told.append((done, read)))
    assert [done for done, _ in told] == [200, 400, 600, 800, 1000]
    assert told[0][1] == 200


class TestFiles:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "گزارش.pdf"
        path.write_bytes(b"old")
        return path

    def report(self, rows: Iterator[tuple[str, int]]) -> Report:
        return a_report(Table("", (NAME, MONEY), rows))

    def test_report_takes_the_place_of_the_old_file(self, path: Path) -> None:
        write_pdf(self.report(people(3)), path)
        assert "۱٬۲۵۰٬۰۰۰" in texts(path)
        assert list(path.parent.iterdir()) == [path]

    def test_cancelling_leaves_everything_as_it_was(self, path: Path) -> None:
        with pytest.raises(Cancelled):
            write_pdf(self.report(people(900)), path, cancelled=lambda: True)
        assert path.read_bytes() == b"old"
        assert list(path.parent.iterdir()) == [path]

    def test_a_failure_leaves_everything_as_it_was(self, path: Path) -> None:
        def rows() -> Iterator[tuple[str, int]]:
            yield from people(300)
            raise LookupError

        with pytest.raises(LookupError):
            write_pdf(self.report(rows()), path)
        assert path.read_bytes() == b"old"
        assert list(path.parent.iterdir()) == [path]

    def test_a_full_disk_is_named(self, path: Path) -> None:
        def rows() -> Iterator[tuple[str, int]]:
            yield from people(300)
            raise OSError(errno.ENOSPC, "")

        with pytest.raises(FileError) as caught:
            write_pdf(self.report(rows()), path)
        assert caught.value.problem is Problem.DISK_FULL
        assert path.read_bytes() == b"old"

    def test_a_folder_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        path = tmp_path / "nowhere" / "x.pdf"
        with pytest.raises(FileError) as caught:
            write_pdf(self.report(people(1)), path)
        assert caught.value.problem is Problem.FILE_NOT_WRITABLE
        assert caught.value.details == {"path": path}

    def test_a_path_that_is_a_folder_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(FileError) as caught:
            write_pdf(self.report(people(1)), tmp_path)
        assert caught.value.problem is Problem.FILE_NOT_WRITABLE


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_another_program_reads_the_text_as_it_was_typed(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    sentence = "مشتری علی‌رضا سلامی ۱٬۲۵۰٬۰۰۰ تومان بابت گوشی Samsung (A54) داد؛ صفحه ۲ از ۷"
    table = Table("", (NAME, Column("تلفن", ColumnKind.PHONE)), [("پرستو گل", "+989123456789")])
    write_pdf(a_report(Paragraph(sentence), table), path)
    read = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    lines = re.sub("[\u200e\u200f\u202a-\u202e]", "", read).splitlines()
    assert sentence in [line.strip() for line in lines]
    assert any("پرستو گل" in line and "۰۹۱۲ ۳۴۵ ۶۷۸۹" in line for line in lines)
