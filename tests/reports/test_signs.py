"""Signs that the font of the letters lacks, on paper and when copied."""

import io

import pytest
from pypdfium2 import PdfDocument

from ecrm_desktop.reports.pdf_page import A4, INK, Page, PdfFile
from ecrm_desktop.reports.persian import TextSetter
from tests.helpers.reports import as_seen, painted

_SIZE = 40.0
_BOX = "\ufffd"


def on_paper(text: str) -> bytes:
    file = PdfFile(title="", author="", language="fa", rtl=True)
    page = Page(A4)
    page.text(TextSetter(file.regular, rtl=True).line(text), 20, 60, _SIZE, INK)
    file.finish(page)
    buffer = io.BytesIO()
    file.write(buffer)
    return buffer.getvalue()


def ink(text: str) -> bytes:
    """Return the picture of a text's line."""
    page = PdfDocument(on_paper(text))[0]
    height = A4[1]
    bitmap = page.render(scale=0.5, crop=(0, height - 90, 0, 0), grayscale=True)
    return bytes(bitmap.buffer)


@pytest.mark.parametrize("sign", "←→✓✔☎★♥❤☑✅⭐⏰①℃жЖЯёђαΩήğạևש😀😂🌹🙏🎂🎁📞👍💐🥰🤲🇮")
def test_a_sign_has_a_picture_of_its_own(sign: str) -> None:
    assert ink(sign) not in {ink(_BOX), ink("\u200c")}


def test_what_no_font_has_is_seen_and_copied() -> None:
    assert ink("中") == ink(_BOX)
    assert [item.text for item in painted(on_paper("نام 中文"))[0]] == [as_seen("نام 中文")]


def test_a_letter_in_fancy_dress_is_drawn_as_the_letter() -> None:
    assert ink("𝓐𝓵𝓲 ＡＢ") == ink("Ali AB")


@pytest.mark.parametrize("text", ["🙏🏻", "❤️", "👍🏽"])
def test_what_only_says_how_a_sign_looks_is_not_drawn(text: str) -> None:
    assert ink(text) == ink(text[0])


@pytest.mark.parametrize(
    "text",
    ["علی ← ✓ 😀 ☎ 🌹🙏🏻", "Имя می‌شود «نام»", "خانواده 👨\u200d👩\u200d👧 آمد", "𝓐𝓵𝓲 و ½", "☎۰۲۱"],
)
def test_signs_are_copied_where_they_stand(text: str) -> None:
    assert [item.text for item in painted(on_paper(text))[0]] == [as_seen(text)]
