from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ecrm_desktop.i18n import set_language
from ecrm_desktop.reports.excel import write_excel
from ecrm_desktop.reports.layout import Report
from ecrm_desktop.reports.pdf import write_pdf
from ecrm_desktop.reports.recovery import recovery_report
from ecrm_desktop.storage import keyring_secrets
from ecrm_desktop.values.digits import to_latin_digits, to_persian_digits
from ecrm_desktop.values.recovery_phrase import to_phrase
from tests.helpers.reports import ENGLISH, PERSIAN, as_seen, painted, texts

SECRET = bytes(range(7, 23))
NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


def sheet(language: str = "fa") -> Report:
    set_language(language)
    display = PERSIAN if language == "fa" else ENGLISH
    return recovery_report(SECRET, display, shop_name="پوشاک مهر", now=NOW)


def as_pdf(report: Report) -> bytes:
    file = BytesIO()
    write_pdf(report, file)
    return file.getvalue()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_groups_stand_large_in_the_order_of_reading(language: str) -> None:
    [page] = painted(as_pdf(sheet(language)))
    written = to_persian_digits if language == "fa" else str
    groups = [written(group) for group in to_phrase(SECRET)]
    places = {item.text: item for item in page if item.text in groups}
    assert set(places) == set(groups)
    direction = -1 if language == "fa" else 1
    in_order = sorted(places, key=lambda text: (-places[text].y, direction * places[text].x))
    assert in_order == groups


def test_it_says_whose_it_is_when_it_was_made_and_for_which_key() -> None:
    seen = texts(as_pdf(sheet()))
    assert any("۱۴۰۵/۰۸/۳۰" in text for text in seen)
    assert keyring_secrets.key_id(SECRET).hex() in seen
    assert as_seen("پوشاک مهر") in seen
    assert SECRET.hex() not in "".join(seen)


def test_as_a_sheet_of_excel_no_group_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "phrase.xlsx"
    write_excel(sheet(), path)
    cells = [str(cell.value) for row in load_workbook(path).worksheets[0] for cell in row]
    assert [one for one in map(to_latin_digits, cells) if one in to_phrase(SECRET)] == list(
        to_phrase(SECRET)
    )
