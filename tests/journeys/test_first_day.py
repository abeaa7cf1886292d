"""The first day of a shop by keyboard alone, from the first start to a file on paper."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox

from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.shell import forms
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.exporting import Exporter
from ecrm_desktop.ui.pdf_pages import PdfPages
from tests.helpers.person import Person, name_of, seen
from tests.journeys.conftest import Start, shop_of

SAMIRA, REZA, OFFICE = "09197701253", "۰۹۱۲ ۱۱۱ ۲۲۳۳", "02188776655"
SHOE = "6261001002003"


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A printer that is a file, chosen as if in the system's dialog."""
    path = tmp_path / "printed.pdf"

    def choose(_window: Any, _title: str, _pages: PdfPages) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(path))
        return printer

    monkeypatch.setattr(forms, "Exporter", partial(Exporter, choose_printer=choose))
    return path


def test_the_first_day_of_a_shop(start: Start, person: Person, path: Path, paper: Path) -> None:
    program = start()
    answer_three_questions(person)
    shop_of(program, person)
    add_customer(person, "سمیرا", "کریمی", SAMIRA)
    add_reza_whose_phone_seems_known(person)
    add_company(person)
    call_with_follow_up(person)
    complaint(person)
    purchase(person)
    the_dashboard_tells_of_it(person)
    find_by_part_of_phone(person)
    print_the_file(person, paper)
    program.finish()
    everything_is_in_the_file(path)


def answer_three_questions(person: Person) -> None:
    person.write("پوشاک مهر")
    person.press("Return", "Tab")  # tomans, as they stand there
    person.write("مریم صادقی")
    person.press("Ctrl+Return")


def open_by(person: Person, keys: str, first: str) -> None:
    """Press keys and wait until the first field of what opens has the keyboard."""
    person.press(keys)
    person.wait_to_be_at(first)


def saved(person: Person, words: str) -> None:
    person.press("Ctrl+Return")
    person.wait(lambda: not person.sees("انصراف"))
    person.wait_to_see(words)


def add_customer(person: Person, first: str, last: str, phone: str) -> None:
    open_by(person, "Ctrl+N", "نام")
    person.write(first)
    person.press("Return")
    person.write(last)
    person.press("Return")
    person.write(phone)
    saved(person, f"{first} {last}")


def add_reza_whose_phone_seems_known(person: Person) -> None:
    open_by(person, "Ctrl+N", "نام")
    person.write("رضا")
    person.press("Return")
    person.write("یوسفی")
    person.press("Return")
    person.write(SAMIRA)
    person.wait_to_see("شمارهٔ ۰۹۱۹ ۷۷۰ ۱۲۵۳ برای سمیرا کریمی ثبت شده است.")
    person.fill("تلفن‌ها", REZA)
    person.wait(lambda: not person.sees("برای سمیرا کریمی ثبت شده است"))
    person.fill("شهر", "اصفهان")
    saved(person, "رضا یوسفی")


def add_company(person: Person) -> None:
    open_by(person, "Ctrl+N", "نام")
    person.press("Shift+Tab", "Left", "Tab")
    assert name_of(person.place) == "نام شرکت"
    person.write("چاپ نگار")
    person.fill("تلفن‌ها", OFFICE)
    saved(person, "چاپ نگار")


def call_with_follow_up(person: Person) -> None:
    person.press("Ctrl+K")
    person.write("112233")
    person.wait_to_see("رضا یوسفی")
    person.press("Return")
    person.wait(lambda: person.sees("اشتراک ۲") and not person.sees("اشتراک ۳"))
    open_by(person, "F2", "موضوع")
    person.wait_to_see("هنوز خرید یا گفت‌وگویی با این مشتری ثبت نشده است.")
    person.write("پرسید کفش کی می‌رسد")
    person.walk_to("نتیجه")
    while "پیگیری" not in combo(person).currentText():
        person.press("Down")
    person.fill("پیگیری در", "فردا")
    person.press("Tab")
    person.write("17")
    saved(person, "تماس ثبت شد و پیگیری آن در کارهاست.")


def combo(person: Person) -> QComboBox:
    place = person.place
    assert isinstance(place, QComboBox)
    return place


def complaint(person: Person) -> None:
    person.walk_to("شکایت")
    open_by(person, "Return", "موضوع")
    person.write("لنگهٔ کفش‌ها جفت نیست")
    person.walk_to("شدت")
    person.press("Left")
    person.fill("شرح", "هر دو لنگه چپ است")
    saved(person, "شکایت ثبت شد")


def purchase(person: Person) -> None:
    open_by(person, "F3", "کالا یا بارکد")
    scan(person, SHOE)
    person.wait_to_see("کالایی با کد «۶۲۶۱۰۰۱۰۰۲۰۰۳» در فهرست نیست.")
    person.walk_to("افزودن به کالاها")
    open_by(person, "Return", "نام کالا")
    person.write("کفش پیاده‌روی")
    person.fill("قیمت", "1250000")
    person.press("Ctrl+Return")
    person.wait_to_be_at("کالا یا بارکد")
    scan(person, SHOE)
    person.write("جعبهٔ هدیه")
    person.wait_to_see("بدون کالای فهرست")
    person.press("Return", "Return")
    person.write("50000")
    person.press("Return", "Return")
    assert name_of(person.place) == "کالا یا بارکد"
    saved(person, "خرید ثبت شد: ۲٬۵۵۰٬۰۰۰ تومان.")


def scan(person: Person, code: str) -> None:
    """A scanner types at once and ends with Enter."""
    person.write(code)
    person.press("Return")


def the_dashboard_tells_of_it(person: Person) -> None:
    person.press("Alt+1")
    person.wait_to_see("فروش (تومان) ۲٬۵۵۰٬۰۰۰")
    person.wait_to_see("لنگهٔ کفش‌ها جفت نیست")
    assert {"مشتری تازه ۳", "شکایت‌های باز ۱", "شکایت‌ها ۱"} <= set(seen())
    person.press("Alt+6")
    person.wait_to_see("پرسید کفش کی می‌رسد")


def find_by_part_of_phone(person: Person) -> None:
    person.press("Ctrl+K")
    person.write("112233")
    person.wait_to_see("اشتراک ۲")
    person.press("Return")
    person.wait_to_see("جمع خرید (تومان) ۲٬۵۵۰٬۰۰۰")
    text = "\n".join(seen())
    for figure in ("خریدها ۱", "میانگین (تومان) ۲٬۵۵۰٬۰۰۰", "آخرین خرید امروز"):
        assert figure in text
    events = [
        "کار پرسید کفش کی می‌رسد",
        "خرید ۲ قلم · ۲٬۵۵۰٬۰۰۰ تومان  کفش پیاده‌روی، جعبهٔ هدیه",
        "شکایت لنگهٔ کفش‌ها جفت نیست",
        "تماس ورودی پرسید کفش کی می‌رسد",
    ]
    places = [text.index(event) for event in events]
    assert places == sorted(places), "the newest event stands first"


def print_the_file(person: Person, paper: Path) -> None:
    person.walk_to("چاپ")
    person.press("Return")
    person.wait_to_see("صفحهٔ ۱ از ۱")
    person.press("Ctrl+P")
    person.wait_to_see("صفحه‌ها به چاپگر سپرده شد.")
    assert len(PdfReader(paper).pages) == 1


def everything_is_in_the_file(path: Path) -> None:
    database = Database(path)
    with database.transaction() as session:
        report = check_database(session)
    database.close()
    assert report.is_sound
    assert report.amount == 25_500_000
    assert report.quantity == 3_000
    expected = {"customers": 3, "interactions": 1, "complaints": 1, "purchases": 1, "tasks": 1}
    assert {key: report.counts[key] for key in expected} == expected
