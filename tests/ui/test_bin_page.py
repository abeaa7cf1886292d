from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from ecrm_desktop.models.tasks import Task
from ecrm_desktop.services.bin import put_in_bin
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.bin.page import BinPage
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.table import RecordTable


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
