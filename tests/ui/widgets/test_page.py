"""A page reads again when what it shows was written, and only then."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from ecrm_desktop.models.bin import BinExpiry
from ecrm_desktop.models.customers import CustomerPhone
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.widgets.page import Page
from tests.helpers.factories import make_customer
from tests.helpers.ui_context import Window


class CustomersOnly(Page):
    shows = frozenset({"customers"})

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self.reads = 0

    def refresh(self) -> None:
        self.reads += 1


def add_task(session: Session) -> None:
    session.add(Task(title="تماس", due_on=date(2026, 11, 22)))


def add_phone(session: Session) -> None:
    customer = make_customer(session, "مریم احمدی", code="1")
    session.flush()
    session.add(CustomerPhone(customer_id=customer, number="+989121111111"))


def write_what_is_not_captured(session: Session) -> None:
    session.execute(delete(BinExpiry))


@pytest.mark.parametrize(
    ("write", "reads"), [(add_task, 0), (add_phone, 1), (write_what_is_not_captured, 1)]
)
@pytest.mark.parametrize("is_visible", [True, False])
def test_a_page_reads_again_what_it_shows(
    background: Background,
    window: Window,
    qtbot: QtBot,
    write: Callable[[Session], None],
    reads: int,
    is_visible: bool,  # noqa: FBT001 - a case's value
) -> None:
    page = CustomersOnly(background)
    window.show_page(page)
    assert page.reads == 1
    page.setVisible(is_visible)
    with qtbot.waitSignal(background.changed):
        background.write(write, owner=page)
    page.setVisible(True)
    assert page.reads == 1 + reads
