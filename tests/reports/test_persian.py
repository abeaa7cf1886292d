import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.reports.pdf_page import A4, INK, Page, PdfFile
from ecrm_desktop.reports.persian import TextSetter
from tests.helpers.reports import as_seen, painted

_NARROW = 8000.0  # 8 em


def set_on_paper(text: str, *, rtl: bool = True, width: float | None = None) -> list[str]:
    """Return the lines that a text makes on paper, each as the eye meets it."""
    file = PdfFile(title="", author="", language="fa", rtl=rtl)
    setter = TextSetter(file.regular, rtl=rtl)
    lines = [setter.line(text)] if width is None else setter.lines(text, width)
    page = Page(A4)
    for number, line in enumerate(lines):
        assert width is None or line.width <= width + 0.01
        page.text(line, 0, 20 + number, 10, INK)
    file.finish(page)
    buffer = io.BytesIO()
    file.write(buffer)
    return [item.text for item in painted(buffer.getvalue())[0]]


@pytest.mark.parametrize(
    "text",
    [
        "مبلغ ۱٬۲۵۰٬۰۰۰ تومان",
        "۱٬۲۵۰٬۰۰۰",
        "صفحه ۲ از ۷",
        "۱۴۰۵/۰۸/۳۰ ۱۴:۳۰",
        "علی‌رضا پرستو چاوشی ژاله گل",
        "سلام لا لله الله کلاه",
        "مُحَمَّد",
        "گوشی Samsung (A54) نو",
        "نشانی (شرقی) و «نو»",
        "تلفن \u2066+98 912 345 6789\u2069 است",
        "۲۵٪ تخفیف و ۳٫۵٪",
        "<b>علی</b> &amp; شرکا",
        "maryam@example.com",
    ],
)
def test_what_is_copied_is_the_text_in_the_order_of_the_eye(text: str) -> None:
    assert set_on_paper(text) == [as_seen(text)]


@given(st.text("ابپتچژکگلمنهویآأئؤ\u200c ۰۱۹abC٬/()-", min_size=1, max_size=25))
def test_no_letter_is_lost_or_moved(text: str) -> None:
    text = text.strip() + "ن"
    assert set_on_paper(text) == [as_seen(text)]


def test_english_paragraph_runs_from_left_to_right() -> None:
    text = "Customer مریم احمدی bought 3 (three) items"
    assert set_on_paper(text, rtl=False) == [as_seen(text, rtl=False)]


@pytest.mark.parametrize(
    "text",
    [
        "خیابان خیام، کوچهٔ نسترن، پلاک ۱۰۰",
        "File of مریم ۳ ساله today",
        "۱۰۰ خیابان",
    ],
)
def test_numbers_of_a_persian_text_stay_at_their_place_in_an_english_report(text: str) -> None:
    assert set_on_paper(text, rtl=False) == [as_seen(text, rtl=False)]


def test_persian_inside_what_is_isolated_stays_at_its_place() -> None:
    text = "نشانی \u2066C:/shop/فروشگاه من/a\u2069 است"
    assert set_on_paper(text) == [as_seen(text)]


def test_more_letters_than_one_embedded_font_can_hold_are_all_there() -> None:
    text = "".join(map(chr, [*range(0xC1, 0x17F), *range(0x401, 0x460)])) + "پایان" * 2
    assert set_on_paper(text, rtl=False) == [as_seen(text, rtl=False)]


def test_letters_are_joined() -> None:
    file = PdfFile(title="", author="", language="fa", rtl=True)
    joined = file.regular.shape("ببب", True)
    apart = file.regular.shape("ب", True)
    [piece] = joined.pieces
    codes = {piece.show[start : start + 2] for start in (1, 3, 5)}
    assert len(codes) == 3
    assert joined.advance < 3 * apart.advance


def test_lines_are_broken_in_the_order_of_reading() -> None:
    text = "این متن بلند Samsung Galaxy A54 با ۱٬۲۵۰٬۰۰۰ تومان و نشانی دراز شکسته می‌شود " * 3
    words = text.split()
    for line in set_on_paper(text, width=_NARROW):
        taken = next(
            n for n in range(1, len(words) + 1) if _letters(words[:n]) == sorted(line.split())
        )
        del words[:taken]
    assert words == []


def _letters(words: list[str]) -> list[str]:
    return sorted(as_seen(" ".join(words)).split())


def test_new_lines_of_the_text_are_kept() -> None:
    assert set_on_paper("یک\r\nدو\n\nسه", width=_NARROW) == ["کی", "ود", "", "هس"]


def test_a_word_longer_than_the_line_is_cut_without_loss() -> None:
    word = "نابپ" * 2500
    lines = set_on_paper(word, width=_NARROW)
    assert len(lines) > 100
    assert "".join(line[::-1] for line in lines) == word


def test_a_vowel_sign_stays_with_its_letter() -> None:
    lines = set_on_paper("بَ" * 200, width=_NARROW)
    assert len(lines) > 5
    assert all(line.endswith("ب") for line in lines)


def test_signs_that_cannot_be_printed_do_no_harm() -> None:
    assert set_on_paper("علی\x00\x1b \ud800 漢 😀 رضا") == ["اضر 😀 漢 \ufffd   یلع"]
