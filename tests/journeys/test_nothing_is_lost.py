"""Whatever happens to the program or slips from the hand: what was typed or kept is there."""

import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.queries.autosave import list_autosaves
from ecrm_desktop.queries.customers import (
    CustomerFilter,
    CustomerRow,
    customer_rows,
    list_customers,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.shop import users
from ecrm_desktop.services.autosave import store_autosave
from ecrm_desktop.services.complaints import open_complaint, resolve_complaint
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from tests.helpers import dying_program
from tests.helpers.factories import make_customer
from tests.helpers.new_files import new_database
from tests.helpers.person import Person, name_of
from tests.journeys.conftest import Start, shop_of

ROOT = Path(__file__).parents[2]
ASKED = "نوشتهٔ شما دور ریخته شود؟"
WAITS = "فرم «مشتری تازه» نیمه‌کاره مانده است. با F6 ادامه دهید."


@pytest.fixture
def shop_file(path: Path) -> Path:
    """A shop with two customers who are one person."""
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="پوشاک مهر"), "IRR", "مریم")
        make_customer(session, "سمیرا کریمی", phone="+989197701253", code="1", city="اصفهان")
        make_customer(session, "سمیرا کریمی‌نیا", phone="+989121112233", code="2")
    database.close()
    return path


def customers(path: Path) -> list[CustomerRow]:
    database = Database(path)
    with database.reading() as session:
        rows = customer_rows(session, list_customers(session, CustomerFilter(), Sort("name")))
    database.close()
    return rows


def drafts(path: Path) -> dict[str, str]:
    database = Database(path)
    with database.reading() as session:
        found = list_autosaves(session)
    database.close()
    return found


def die_typing(path: Path) -> None:
    killed = subprocess.run(
        [sys.executable, "-m", "tests.helpers.dying_program", str(path)],
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(path.parent / "config")},
        timeout=30,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL


def line_named(person: Person, name: str) -> str:
    person.walk_to(name)
    place = person.place
    assert isinstance(place, QLineEdit)
    return place.text()


def test_a_killed_program_offers_the_unfinished_form_with_one_key(
    start: Start, person: Person, shop_file: Path
) -> None:
    die_typing(shop_file)
    program = start()
    shop_of(program, person)
    person.wait_to_see(WAITS)
    person.press("F6")
    person.wait_to_see("نوشتهٔ پیش از بسته‌شدن برنامه دوباره اینجاست.")
    assert not person.sees(WAITS)
    assert line_named(person, "نام") == dying_program.FIRST
    assert line_named(person, "نام خانوادگی") == dying_program.LAST
    person.walk_to("تلفن‌ها")
    person.press("End")
    person.write("6789")
    person.press("Ctrl+Return")
    person.wait_to_see(f"{dying_program.FIRST} {dying_program.LAST}")
    person.wait(lambda: not person.sees("انصراف"))
    program.finish()
    assert [one.phone for one in customers(shop_file) if one.code == "3"] == ["+989123456789"]
    assert drafts(shop_file) == {}


def test_who_opens_the_form_themselves_finds_it_filled_too(
    start: Start, person: Person, shop_file: Path
) -> None:
    die_typing(shop_file)
    shop_of(start(), person)
    person.press("Ctrl+N")
    person.wait_to_be_at("نام")
    assert line_named(person, "نام خانوادگی") == dying_program.LAST
    person.press("F6")  # goes nowhere: what waited is open
    person.press("Esc")
    person.wait_to_see(ASKED)
    person.press("Tab", "Return")
    person.wait(lambda: not person.sees("انصراف"))
    person.press("F6")
    person.press("Ctrl+N")
    person.wait_to_be_at("نام")
    assert line_named(person, "نام خانوادگی") == ""


def test_several_unfinished_forms_come_one_after_the_other(
    start: Start, person: Person, shop_file: Path
) -> None:
    database = Database(shop_file)
    with database.transaction() as session:
        (maryam,) = users(session)
        store_autosave(session, f"tasks:new@{maryam.id}", '{"title": "زنگ به چاپخانه"}')
        store_autosave(session, f"complaints:new@{maryam.id}", '{"subject": "بند کیف پاره است"}')
    database.close()
    shop_of(start(), person)
    person.wait_to_see("۲ فرم نیمه‌کاره مانده است.")
    person.press("F6")
    person.wait_to_see("بند کیف پاره است")
    person.press("Ctrl+Return")
    person.wait_to_see("شکایت ثبت شد.")
    person.wait_to_see("فرم «کار تازه» نیمه‌کاره مانده است.")
    person.press("F6")
    person.wait_to_see("زنگ به چاپخانه")
    person.press("Ctrl+Return")
    person.wait(lambda: drafts(shop_file) == {})
    assert not person.sees("نیمه‌کاره")


def test_a_reopening_and_typed_settings_are_gone_on_with_too(
    start: Start, person: Person, shop_file: Path
) -> None:
    database = Database(shop_file)
    with database.transaction() as session:
        (maryam,) = users(session)
        complaint = open_complaint(
            session, ComplaintDraft(subject="بند کیف", received_at=utc_now() - timedelta(days=9))
        )
        resolve_complaint(session, complaint, resolution="دوخته شد")
        settings = json.dumps({"typed": {"name": "کیف مهر"}, "base": {"name": "پوشاک مهر"}})
        store_autosave(session, f"shop-settings@{maryam.id}", settings)
        typed = json.dumps({"note": "دوباره پاره شد"})
        store_autosave(session, f"reopenings:{complaint}@{maryam.id}", typed)
    database.close()
    shop_of(start(), person)
    person.wait_to_see("۲ فرم نیمه‌کاره مانده است.")
    person.press("F6")
    person.wait_to_see("دوباره پاره شد")
    person.press("Ctrl+Return")
    person.wait_to_see("شکایت دوباره باز شد.")
    person.press("F6")
    person.wait_to_see("کیف مهر")


def test_only_something_typed_is_asked_about(start: Start, person: Person, shop_file: Path) -> None:
    shop_of(start(), person)
    for keys, first in (("Ctrl+N", "نام"), ("F2", "مشتری"), ("F3", "مشتری")):
        person.press(keys)
        person.wait_to_be_at(first)
        person.press("Esc")
        person.wait(lambda: not person.sees("انصراف"))
        assert not person.sees(ASKED)
        person.press(keys)
        person.wait_to_be_at(first)
        person.write("نیما")
        person.press("Esc")
        if not person.sees(ASKED):  # the first closed the list of what was found
            person.press("Esc")
        person.wait_to_see(ASKED)
        person.press("Return")  # what is ready for Enter loses nothing
        person.wait(lambda: not person.sees(ASKED))
        assert name_of(person.place) == first
        person.press("Esc", "Tab", "Return")
        person.wait(lambda: not person.sees("انصراف"))


def test_closing_the_window_over_something_typed_asks(
    start: Start, person: Person, shop_file: Path
) -> None:
    program = start()
    window = shop_of(program, person).window
    person.press("Ctrl+N")
    person.wait_to_be_at("نام")
    person.write("نیما")
    window.close()  # as Alt+F4 does
    person.wait_to_see(ASKED)
    assert window.isVisible()
    person.press("Esc")
    person.wait(lambda: not person.sees(ASKED))
    assert name_of(person.place) == "نام"
    window.close()
    person.wait_to_see(ASKED)
    person.press("Tab", "Return")
    person.wait(lambda: not window.isVisible())
    program.finish()
    assert drafts(shop_file) == {}


def test_a_deletion_is_taken_back_with_one_key(
    start: Start, person: Person, shop_file: Path
) -> None:
    program = start()
    shop_of(program, person)
    person.press("Alt+2")
    person.wait_to_see("سمیرا کریمی‌نیا")
    person.press("Delete")
    person.wait_to_see("به سطل بازیافت رفت")
    person.wait(lambda: not person.sees("۲ نفر"))
    person.press("Ctrl+Z")
    person.wait_to_see("۲ نفر")
    program.finish()
    assert len(customers(shop_file)) == 2


def test_a_merge_is_taken_back_with_one_key(start: Start, person: Person, shop_file: Path) -> None:
    before = customers(shop_file)
    program = start()
    shop_of(program, person)
    person.press("Alt+2")
    person.wait_to_see("سمیرا کریمی‌نیا")
    person.press("Shift+Down")
    person.wait_to_see("۲ مشتری")
    person.walk_to("یکی کردن")
    person.press("Return")
    person.wait_to_see("می‌توانید برگردانید")  # both are shown
    person.press("Ctrl+Return")
    person.wait_to_see("۱ نفر")
    person.press("Ctrl+Z")
    person.wait_to_see("۲ نفر")
    program.finish()
    assert customers(shop_file) == before
