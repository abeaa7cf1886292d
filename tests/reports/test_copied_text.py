"""Text copied from a report in PDFium, Chrome's engine, is the text that was given."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from ecrm_desktop.reports.layout import Column, ColumnKind, Paragraph, Section, Table
from ecrm_desktop.reports.pdf import write_pdf
from tests.helpers.reports import a_report

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PHONES = ["\u2066۰۹۱۲ ۳۴۵ ۶۷۸۹\u2069", "\u2066+98 912 345 6789\u2069"]
_WORDS = st.sampled_from(
    [
        *_PHONES,
        *("سلام", "علی‌رضا", "مدیر", "Samsung", "A54", "info@example.com", "x_y-z@shop.ir"),
        *("۱۲", "۱٬۲۵۰٬۰۰۰", "3.5", "۱۴۰۵/۰۸/۳۰", "2 x 500 ml"),
    ]
)
_BRACKETED = st.builds(
    lambda word, pair: pair[0] + word + pair[1], _WORDS, st.sampled_from(["()", "[]", "«»"])
)
_ENDED = st.builds(lambda word, end: word + end, _WORDS | _BRACKETED, st.sampled_from("،:!؟؛٪"))
_LINES = st.lists(_WORDS | _BRACKETED | _ENDED, min_size=1, max_size=4).map(" ".join)


def pdf(*sections: Section) -> bytes:
    file = io.BytesIO()
    write_pdf(a_report(*sections), file)
    return file.getvalue()


def copied(file: bytes) -> str:
    document = PdfDocument(file)
    pages = [document[number].get_textpage() for number in range(len(document))]
    return "\r\n".join(page.get_text_range() for page in pages)


def without_marks(line: str) -> str:
    return " ".join(_MARKS.sub("", line).split())


@settings(max_examples=12, deadline=None)
@given(lines=st.lists(_LINES, min_size=12, max_size=20))
def test_paragraphs_are_copied_as_they_are(lines: list[str]) -> None:
    found = copied(pdf(*map(Paragraph, lines))).splitlines()
    assert [without_marks(line) for line in found if line][1:-1] == [
        without_marks(line) for line in lines
    ]


@settings(max_examples=12, deadline=None)
@given(rows=st.lists(st.tuples(_WORDS | _BRACKETED, _ENDED, _BRACKETED), min_size=9, max_size=20))
def test_cells_are_copied_one_after_another_as_they_are(rows: list[tuple[str, ...]]) -> None:
    columns = [Column("نام", weight=2), Column("متن", weight=2), Column("شرح", weight=2)]
    found = copied(pdf(Table("", columns, rows))).splitlines()
    assert [without_marks(line) for line in found if line][2:-1] == [
        without_marks(" ".join(row)) for row in rows
    ]


def test_no_mark_gets_into_what_is_pasted_elsewhere() -> None:
    columns = [
        Column("نام"),
        Column("تلفن", ColumnKind.PHONE),
        Column("ایمیل"),
        Column("خرید", ColumnKind.NUMBER),
        Column("عضویت"),
    ]
    row = ("پرستو گل (مدیر)", "+989123456789", "a.b@example.com", 1234, "۱۴۰۲/۰۱/۰۵ ۱۴:۳۰")
    found = copied(pdf(Table("", columns, [row])))
    assert (
        "پرستو گل (مدیر) ۰۹۱۲ ۳۴۵ ۶۷۸۹ a.b@example.com ۱٬۲۳۴ ۱۴۰۲/۰۱/۰۵ ۱۴:۳۰" in found.splitlines()
    )


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_poppler_reads_phones_addresses_and_brackets_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    columns = [Column("نام"), Column("تلفن", ColumnKind.PHONE), Column("ایمیل")]
    sentence = "ایمیل info@example.com (کار) و کد [A-12] است"
    row = ("پرستو گل (مدیر)", "+989123456789", "a.b@example.com")
    path.write_bytes(pdf(Paragraph(sentence), Table("", columns, [row])))
    read = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    lines = [without_marks(line) for line in read.splitlines()]
    assert sentence in lines
    [line] = [line for line in lines if "پرستو" in line]
    assert all(text in line for text in ("پرستو گل (مدیر)", "۰۹۱۲ ۳۴۵ ۶۷۸۹", "a.b@example.com"))
