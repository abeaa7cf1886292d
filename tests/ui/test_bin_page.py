from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.services.bin import put_in_bin
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.bin.page import BinPage
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.table import RecordTable
from tests.helpers.factories import make_customer
from tests.helpers.person import plain
from tests.helpers.ui_context import Window


def test_enter_takes_a_deletion_back_out(ui: UiContext, database: Database, qtbot: QtBot) -> None:
    with database.transaction() as session:
        tasks = [Task(title=title, due_on=date(2026, 11, 22)) for title in ("تماس", "خرید")]
        session.add_all(tasks)
        for task in tasks:
            put_in_bin(session, [task])
    page = BinPage(ui)
    qtbot.addWidget(page)
    page.show()
    table = page.findChildren(RecordTable)[0]
    qtbot.waitUntil(lambda: len(table.paged.ids) == 2)
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(table.paged.ids) == 1)
    with database.reading() as session:
        living = session.scalars(select(Task.title).where(Task.deleted_at.is_(None))).all()
    assert len(living) == 1


def test_what_somebody_has_by_now_is_asked(
    ui: UiContext, database: Database, window: Window, qtbot: QtBot
) -> None:
    with database.transaction() as session:
        first = make_customer(session, "مریم احمدی", code="7", national_id="0499370899")
        deletion = put_in_bin(session, [session.get_one(Customer, first)])
        make_customer(session, "علی کریمی", code="7", national_id="0499370899")
    page = BinPage(ui)
    window.show_page(page)
    table = page.findChildren(RecordTable)[0]
    qtbot.waitUntil(lambda: len(table.paged.ids) == 1)
    for answer, left in (("بماند", [deletion]), ("برگردان", [])):
        QTest.keyClick(table, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: top_overlay(window) is not None)
        question = top_overlay(window)
        assert question is not None
        asked = "\n".join(one.text() for one in question.findChildren(QLabel))
        assert "«مریم احمدی» حالا مال «علی کریمی» است" in asked
        assert "کد ملی «مریم احمدی»" in asked
        assert "۰۴۹۹۳۷۰۸۹۹" in asked
        buttons = question.findChildren(QPushButton)
        next(one for one in buttons if one.text() == answer).click()
        qtbot.waitUntil(lambda left=left: [*table.paged.ids] == left)  # type: ignore[misc]
    with database.reading() as session:
        codes = session.scalars(select(Customer.code).order_by(Customer.id)).all()
    assert codes[0] != "7"
    assert codes[1] == "7"


def test_a_deletion_of_several_says_how_many_more(
    ui: UiContext, database: Database, window: Window, qtbot: QtBot
) -> None:
    with database.transaction() as session:
        people = [
            session.get_one(Customer, make_customer(session, "مریم احمدی", code=str(code)))
            for code in range(4)
        ]
        session.add(Task(title="تماس", due_on=date(2026, 11, 22), customer_id=people[0].id))
        session.flush()
        put_in_bin(session, people)
    page = BinPage(ui)
    window.show_page(page)
    table = page.findChildren(RecordTable)[0]
    qtbot.waitUntil(lambda: len(table.paged.ids) == 1)
    qtbot.waitUntil(lambda: bool(table.paged.index(0, 0).data()))
    assert plain(table.paged.index(0, 0).data()) == "مریم احمدی و ۳ مورد دیگر"
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: any(
            plain(one.text()) == "«مریم احمدی» و ۳ مورد دیگر برگشتند."
            for one in window.findChildren(QLabel)
        )
    )
