"""Small reports, and what a PDF of ours paints."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bidi import get_display
from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from ecrm_desktop.reports.layout import Report, Section
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit, currency

_MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")
TEHRAN = ZoneInfo("Asia/Tehran")
PERSIAN = Display("fa", currency("IRR"), MoneyUnit.TOMAN, "jalali", TEHRAN)
ENGLISH = Display("en", currency("USD"), MoneyUnit.MAJOR, "gregorian", TEHRAN)


class Painted(NamedTuple):
    """A piece of text as it stands on paper: characters from left to right."""

    text: str
    x: float
    y: float


def a_report(*sections: Section, display: Display = PERSIAN, title: str = "گزارش") -> Report:
    return Report(
        title=title,
        shop_name="فروشگاه نیلوفر",
        period_text="",
        generated_at=dt.datetime(2026, 11, 21, 6, 0, tzinfo=dt.UTC),
        sections=sections,
        display=display,
    )


def as_seen(text: str, *, rtl: bool = True) -> str:
    """Return a text as the eye meets it from left to right, by another implementation."""
    return without_marks(get_display(text, base_dir="R" if rtl else "L"))


def without_marks(text: str) -> str:
    return _MARKS.sub("", text)


def painted(pdf: bytes | Path) -> list[list[Painted]]:
    """Return the texts of each page of a PDF that reports wrote."""
    source = io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf
    return [list(_of_page(page)) for page in PdfReader(source).pages]


def texts(pdf: bytes | Path) -> list[str]:
    """Return all texts of a PDF as the eye meets them."""
    return [item.text for page in painted(pdf) for item in page]


def _of_page(page: PageObject) -> Iterator[Painted]:
    fonts = {name: _characters(font) for name, font in _fonts(page).items()}
    content = page.get_contents()
    assert content is not None
    characters: dict[int, str] = {}
    found: list[tuple[list[tuple[float, list[str]]], float]] = []
    for operands, operator in content.operations:
        if operator == b"Tf":
            characters = fonts[operands[0]]
        elif operator == b"Tm":
            found.append(([(float(operands[4]), [])], float(operands[5])))
        elif operator == b"Td":
            spans = found[-1][0]
            spans.append((spans[-1][0] + float(operands[0]), []))
        elif operator == b"TJ":
            found[-1][0][-1][1].extend(characters[code] for code in _codes(operands[0]))
    for spans, y in found:
        letters = "".join(letter for _, letters in sorted(spans) for letter in letters)
        yield Painted(without_marks(letters), min(x for x, _ in spans), y)


def _fonts(page: PageObject) -> DictionaryObject:
    resources = page["/Resources"]
    assert isinstance(resources, DictionaryObject)
    fonts = resources["/Font"].get_object()
    assert isinstance(fonts, DictionaryObject)
    return fonts


def _codes(shown: ArrayObject) -> Iterator[int]:
    for part in shown:
        if isinstance(part, TextStringObject | ByteStringObject):
            yield from part.original_bytes


def _characters(font: PdfObject) -> dict[int, str]:
    """Return what each code of a font is copied as, from its ToUnicode map."""
    dictionary = font.get_object()
    assert isinstance(dictionary, DictionaryObject)
    stream = dictionary["/ToUnicode"].get_object()
    assert isinstance(stream, StreamObject)
    pairs: Sequence[tuple[str, str]] = re.findall(
        r"<(\w\w)> <(\w{4,})>", stream.get_data().decode("ascii")
    )
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
