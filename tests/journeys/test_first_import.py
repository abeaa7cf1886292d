"""A shop on its first day brings along the customers it has in a file."""

from pathlib import Path

import pytest

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.imports import wizard
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.journeys.conftest import Start, shop_of

FILE = """نام;نام خانوادگی;موبایل;شهر
مریم;احمدی;09123456789;تهران
حسن;یوسفی;0902 441 9061;تبریز
"""


@pytest.fixture
def file(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is chosen as if in the system's dialog."""
    file = path.with_name("مشتریان.csv")
    file.write_text(FILE, encoding="utf-8")
    monkeypatch.setattr(wizard, "ask_for_file", lambda _window, _folder: file)
    return file


def test_customers_come_along_from_a_file(
    start: Start, person: Person, path: Path, file: Path
) -> None:
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
    database.close()
    program = start()
    shop = shop_of(program, person)
    shop.window.open_page(PageName.CUSTOMERS)
    person.wait_to_see("هنوز مشتری‌ای ندارید")
    person.walk_to("از فایل وارد کنید")
    person.press("Return")
    person.wait_to_be_at("انتخاب فایل…")
    person.press("Return")
    person.wait_to_be_at("ادامه")
    person.press("Return")
    person.wait_to_see("۰۹۱۲ ۳۴۵ ۶۷۸۹")
    person.press("Ctrl+Return")
    person.wait_to_be_at("وارد کن")
    person.press("Return")
    person.wait_to_see("فایل وارد شد.")
    person.press("Ctrl+Return")
    person.wait_to_see("مریم احمدی")
    person.wait_to_see("حسن یوسفی")
