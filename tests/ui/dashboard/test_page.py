"""What the shop sees first in the morning."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.queries.complaints import ComplaintFilter, list_complaints
from ecrm_desktop.queries.tasks import TaskFilter, list_tasks
from ecrm_desktop.reports.request import ReportName
from ecrm_desktop.services.complaints import open_complaint
from ecrm_desktop.services.tasks import create_task
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.dashboard.page import DashboardPage
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.export_requests import ReportExport
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.figure_card import FigureCard
from ecrm_desktop.values.jalali import PartialDate, to_jalali
from ecrm_desktop.values.period import PeriodChoice, chosen_period
from tests.helpers.factories import make_customer, make_purchase
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window

Show = Callable[..., DashboardPage]
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def show(window: Window, ui: UiContext, qtbot: QtBot) -> Show:
    """Fill the shop and show its dashboard when everything has arrived."""

    def show(
        fill: Callable[[Session, date], None] = lambda _session, _today: None,
    ) -> DashboardPage:
        with ui.background.database.transaction() as session:
            fill(session, ui.today())
        page = DashboardPage(ui)
        window.show_page(page)
        qtbot.waitUntil(lambda: "…" not in " ".join(cards(page).values()))
        return page

    return show


def cards(page: DashboardPage) -> dict[str, str]:
    """Return what each card says, by its name."""
    found = {}
    for card in page.findChildren(FigureCard):
        title = card.findChildren(QLabel)[0].text()
        found[title] = card.accessibleName().removeprefix(title).strip()
    return found


def button(page: DashboardPage, text: str) -> Button:
    return next(one for one in page.findChildren(Button) if one.text() == text)


def a_shop(session: Session, today: date) -> None:
    maryam = make_customer(session, phone="+989123456789", birth_date=str(birthday(today)))
    ali = make_customer(session, "علی کریمی", created_at=LONG_AGO)
    for days in (70, 40):
        make_purchase(session, ali, today - timedelta(days=days), "کفش")
    for customer in (ali, maryam):
        make_purchase(session, customer, today, "کفش", "کیف", "کلاه")
    create_task(session, TaskDraft(title="تماس با مریم", due_on=today, customer_id=maryam))
    create_task(session, TaskDraft(title="سفارش کاغذ", due_on=today - timedelta(days=2)))
    create_task(session, TaskDraft(title="انبار", due_on=today + timedelta(days=1)))
    for subject, days in (("تأخیر", 30), ("سایز", 0)):
        received = datetime.now(UTC) - timedelta(days=days)
        open_complaint(
            session, ComplaintDraft(customer_id=ali, subject=subject, received_at=received)
        )


def birthday(today: date) -> PartialDate:
    year, month, day = to_jalali(today)
    return PartialDate(year - 30, month, min(day, 29))


def test_the_figures_of_the_last_30_days_stand_beside_those_before(show: Show) -> None:
    assert cards(show(a_shop)) == {
        "فروش (تومان)": "۶۰۰ ▲ ۵۰۰٪",
        "میانگین هر خرید (تومان)": "۳۰۰ ▲ ۲۰۰٪",
        "مشتری تازه": "۱",
        "بازگشت مشتری": "۵۰٪ ▼ ۵۰٪",
        "شکایت‌های باز": "۲ ۱ دیرکرد",
    }


def test_another_period_has_other_figures(show: Show, qtbot: QtBot) -> None:
    page = show(a_shop)
    choose = next(
        action for action in page.period.choices_menu().actions() if action.text() == "۱۲ ماه گذشته"
    )
    choose.trigger()
    qtbot.waitUntil(lambda: cards(page)["فروش (تومان)"] == "۸۰۰")
    qtbot.waitUntil(lambda: cards(page)["مشتری تازه"].startswith("۲"))


def test_what_waits_today_comes_the_most_urgent_first(show: Show, ui: UiContext) -> None:
    page = show(a_shop)
    assert page.tasks.rows() == [
        "سفارش کاغذ · ۲ روز دیرکرد",
        "تماس با مریم · مریم احمدی · موعد امروز",
    ]
    assert [row.split(" · ")[0] for row in page.complaints.rows()] == ["تأخیر", "سایز"]
    if birthday(ui.today()).next_occurrence(ui.today()) == ui.today():
        phone = ui.display.phone("+989123456789")
        assert page.birthdays.rows() == [f"مریم احمدی · {phone} · ۳۰ ساله"]


def test_enter_opens_what_waits(show: Show, navigator: RecordingNavigator, ui: UiContext) -> None:
    page = show(a_shop)
    with ui.background.database.reading() as session:
        tasks = list_tasks(session, TaskFilter(today=ui.today()))
        complaints = list_complaints(session, ComplaintFilter(today=ui.today()))
    for shown, opened in (
        (page.tasks, [call(Navigator.open_task, one) for one in tasks]),
        (page.complaints, [call(Navigator.open_complaint, one) for one in complaints]),
    ):
        shown.view.setFocus()
        QTest.keyClick(shown.view, Qt.Key.Key_Down)
        QTest.keyClick(shown.view, Qt.Key.Key_Return)
        [asked] = navigator.take()
        assert asked in opened
    button(page, "همهٔ کارها").click()
    assert navigator.take() == [call(Navigator.open_page, PageName.TASKS)]


def test_a_change_anywhere_is_seen_at_once(show: Show, ui: UiContext, qtbot: QtBot) -> None:
    page = show()
    assert page.tasks.rows() == []
    ui.background.write(
        lambda session: create_task(session, TaskDraft(title="تازه", due_on=ui.today())),
        owner=page,
    )
    qtbot.waitUntil(lambda: page.tasks.rows() == ["تازه · موعد امروز"])


def test_an_empty_shop_is_told_what_belongs_here(show: Show, navigator: RecordingNavigator) -> None:
    page = show()
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "برای امروز کاری نمانده است." in said
    assert "شکایت بازی نیست." in said
    assert "امروز تولد کسی نیست." in said
    assert "هنوز خریدی ثبت نشده است" in said
    first = next(one for one in page.findChildren(Button) if one.text() == "ثبت خرید")
    first.click()
    assert navigator.take() == [call(Navigator.new_purchase)]


def test_the_sales_of_the_period_can_be_printed(
    show: Show, ui: UiContext, navigator: RecordingNavigator
) -> None:
    page = show()
    button(page, "چاپ").click()
    month = chosen_period(PeriodChoice.LAST_30_DAYS, ui.today(), "jalali")
    export = ReportExport(name=ReportName.SALES, period=month)
    assert navigator.take() == [call(Navigator.export, export)]


def test_the_cards_stand_below_each_other_in_a_narrow_window(
    show: Show, window: Window, qtbot: QtBot
) -> None:
    page = show()
    assert page.tasks.y() == page.birthdays.y()
    window.resize(820, 700)
    qtbot.waitUntil(lambda: page.tasks.y() < page.birthdays.y())
