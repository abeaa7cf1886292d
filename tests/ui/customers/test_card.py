"""One customer's card: figures, what needs care, and the timeline."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.purchases import Return
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.queries.customer_detail import customer_detail
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.ui.customers.card import CustomerCard
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.values.statuses import ComplaintStatus, Direction, InteractionOutcome
from tests.helpers.factories import make_purchase
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window
from tests.ui.customers.conftest import AddCustomer

MARKS = str.maketrans("", "", "\u200e\u200f\u2066\u2068\u2069")


@pytest.fixture
def maryam(ui: UiContext, add_customer: AddCustomer) -> UUID:
    """A regular with a promise broken, another open, and everything else."""
    customer = add_customer("مریم احمدی", "09123456789", code="12", city="یزد", tags=("وفادار",))
    today, now = ui.today(), datetime.now(UTC)
    with ui.background.database.transaction() as session:
        for days in (30, 40, 50, 60):
            purchase = make_purchase(session, customer, today - timedelta(days), "کفش", "جوراب")
        session.add_all(
            [
                Return(
                    purchase_id=purchase,
                    customer_id=customer,
                    returned_on=today - timedelta(20),
                    returned_at=now - timedelta(20),
                    total=500,
                    reason="تنگ بود",
                ),
                Interaction(
                    customer_id=customer,
                    occurred_at=now,
                    subject="پیگیری ارسال",
                    text="فردا می‌رسد\nحتماً",
                    duration=180,
                    direction=Direction.OUTGOING,
                    outcome=InteractionOutcome.PROMISED,
                    user_id=ui.user.id,
                ),
                *(
                    Complaint(
                        customer_id=customer,
                        number=f"1405-{number}",
                        subject=subject,
                        received_at=now - timedelta(10),
                        due_on=today + timedelta(due),
                        status=status,
                    )
                    for number, subject, due, status in (
                        (1, "پاره بود", 2, ComplaintStatus.IN_PROGRESS),
                        (2, "دیر رسید", -3, ComplaintStatus.NEW),
                        (3, "حل شد", -9, ComplaintStatus.CLOSED),
                    )
                ),
                Task(customer_id=customer, title="زنگ بزن", due_on=today - timedelta(1)),
                Task(customer_id=customer, title="بفرست", due_on=today, done_at=now),
            ]
        )
    return customer


@pytest.fixture
def card(window: Window, ui: UiContext) -> CustomerCard:
    card = CustomerCard(ui)
    window.show_page(card)
    return card


Show = Callable[[UUID], CustomerCard]


@pytest.fixture
def show(card: CustomerCard, qtbot: QtBot) -> Show:
    def show(customer: UUID) -> CustomerCard:
        card.show_customer(customer)
        qtbot.waitUntil(card.head.isVisible)
        return card

    return show


def plain(text: str) -> str:
    return text.translate(MARKS)


def notes(card: CustomerCard) -> list[str]:
    return [plain(note.accessibleName()) for note in card.attention.findChildren(Note)]


def lines(card: CustomerCard) -> list[str]:
    return [
        plain(f"{item.badge} | {item.title} | {item.status} | {item.text}")
        for item in card.timeline.items
    ]


def test_figures_and_name(show: Show, maryam: UUID) -> None:
    head = show(maryam).head
    assert head.name == "مریم احمدی"
    assert [
        plain(figure.accessibleName()) for figure in (head.total, head.count, head.average)
    ] == ["جمع خرید (تومان) ۷۵۰", "خریدها ۴", "میانگین (تومان) ۱۸۷"]
    texts = {plain(label.text()) for label in head.findChildren(QLabel)}
    assert {"اشتراک ۱۲ · یزد", "۰۹۱۲ ۳۴۵ ۶۷۸۹"} <= texts


def test_what_needs_care_stands_worst_first(
    show: Show, maryam: UUID, navigator: RecordingNavigator
) -> None:
    card = show(maryam)
    assert notes(card) == [
        "شکایت باز: «دیر رسید» · ۳ روز دیرکرد",
        "قول داده‌اید: «زنگ بزن» · ۱ روز دیرکرد",
        "شکایت باز: «پاره بود» · ۲ روز مانده",
    ]
    see = card.attention.findChildren(QAbstractButton)
    see[0].click()
    see[1].click()
    assert [one.name for one in navigator.take()] == [
        Navigator.open_complaint.__name__,
        Navigator.open_task.__name__,
    ]


def test_unusual_silence_is_told(show: Show, ui: UiContext, add_customer: AddCustomer) -> None:
    customer = add_customer("رضا نوری")
    with ui.background.database.transaction() as session:
        for days in (30, 40, 50, 60):
            make_purchase(session, customer, ui.today() - timedelta(days), "کفش")
    assert notes(show(customer)) == ["هر ۱۰ روز خرید می‌کرد؛ ۳۰ روز است نیامده"]


def test_who_needs_nothing_shows_no_note(show: Show, add_customer: AddCustomer) -> None:
    card = show(add_customer("رضا نوری"))
    assert notes(card) == []
    assert not card.attention.isVisible()


def test_the_timeline_tells_every_kind_of_event(show: Show, maryam: UUID) -> None:
    told = lines(show(maryam))
    assert told[:2] == [
        "کار | بفرست | انجام شد | ",
        "تماس خروجی | پیگیری ارسال |  | ۳ دقیقه · پاسخ‌گو: مریم · نتیجه: قول داد · فردا می‌رسد",
    ]
    assert set(told[2:]) >= {
        "کار | زنگ بزن | ۱ روز دیرکرد | ",
        "شکایت | پاره بود | در حال بررسی | ۲ روز مانده · شمارهٔ ۱۴۰۵-۱",
        "شکایت | حل شد | بسته‌شده | شمارهٔ ۱۴۰۵-۳",
        "مرجوعی | ۵۰ تومان پس داده شد |  | تنگ بود",
        "خرید | ۲ قلم · ۲۰۰ تومان |  | کفش، جوراب",
    }
    assert len(told) == 11


def test_tabs_count_and_filter(show: Show, maryam: UUID, qtbot: QtBot) -> None:
    card = show(maryam)
    tabs = [one.text() for one in card.tabs.findChildren(QAbstractButton)]
    assert tabs == ["همه", "تماس‌ها ۱", "خریدها ۵", "شکایت‌ها ۳", "کارها ۲", "گروه‌ها", "مشخصات"]
    card.tabs.findChildren(QAbstractButton)[2].click()
    qtbot.waitUntil(lambda: len(lines(card)) == 5)
    assert {line.split(" | ")[0] for line in lines(card)} == {"خرید", "مرجوعی"}


def test_an_event_opens(show: Show, maryam: UUID, navigator: RecordingNavigator) -> None:
    card = show(maryam)
    opened: tuple[tuple[str, Callable[[Navigator, UUID], None]], ...] = (
        ("کار", Navigator.open_task),
        ("تماس", Navigator.open_interaction),
        ("شکایت", Navigator.open_complaint),
        ("خرید", Navigator.open_purchase),
    )
    for kind, open_record in opened:
        row = next(n for n, line in enumerate(lines(card)) if line.startswith(kind))
        card.timeline.setCurrentIndex(card.timeline.model().index(row, 0))
        QTest.keyClick(card.timeline, Qt.Key.Key_Return)
        assert navigator.take() == [call(open_record, card.timeline.items[row].id)]


def test_a_long_story_is_read_page_by_page(
    show: Show, ui: UiContext, add_customer: AddCustomer, qtbot: QtBot
) -> None:
    customer = add_customer("رضا نوری")
    with ui.background.database.transaction() as session:
        start = datetime(2026, 1, 1, tzinfo=UTC)
        session.add_all(
            Interaction(
                customer_id=customer, subject=str(number), occurred_at=start + timedelta(number)
            )
            for number in range(250)
        )
    card = show(customer)
    assert len(card.timeline.items) == 100
    for wanted in (200, 250):
        bar = card.timeline.verticalScrollBar()
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda wanted=wanted: len(card.timeline.items) == wanted)  # type: ignore[misc]
    assert [item.title for item in card.timeline.items] == [str(n) for n in range(249, -1, -1)]


def test_the_buttons_ask_for_this_customer(
    show: Show, maryam: UUID, navigator: RecordingNavigator
) -> None:
    card = show(maryam)
    head = card.head
    for button in (head.edit, head.call, head.purchase, head.complaint, head.task, head.print):
        button.click()
    assert navigator.take() == [
        call(Navigator.edit_customer, maryam),
        call(Navigator.new_interaction, maryam),
        call(Navigator.new_purchase, maryam),
        call(Navigator.new_complaint, maryam),
        call(Navigator.new_task, maryam),
        call(Navigator.print_customer, maryam),
    ]


def test_the_menu_asks_for_this_customer(
    show: Show, maryam: UUID, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    card = show(maryam)
    edit, print_file, contact, merge, history, delete, forget = card.menu().actions()
    for action in (edit, print_file, contact, history):
        action.trigger()
    assert navigator.take() == [
        call(Navigator.edit_customer, maryam),
        call(Navigator.print_customer, maryam),
        call(Navigator.save_contact, maryam),
        call(Navigator.open_history, maryam, "مریم احمدی"),
    ]
    for action, signal in (
        (merge, card.merge_asked),
        (delete, card.delete_asked),
        (forget, card.forget_asked),
    ):
        with qtbot.waitSignal(signal) as given:
            action.trigger()
        assert given.args == [maryam]


def test_the_details_show_all_that_is_known(
    show: Show, whole_customer: UUID, navigator: RecordingNavigator, ui: UiContext
) -> None:
    card = show(whole_customer)
    card.tabs.findChildren(QAbstractButton)[-1].click()
    assert card.details.isVisible()
    texts = [plain(label.text()) for label in card.details.findChildren(QLabel)]
    for expected in (
        "۰۹۱۲ ۳۴۵ ۶۷۸۹", "۰۲۱ ۸۸۷۷ ۶۶۵۵", "ali@mail.com", "۰۴۹۹۳۷۰۸۹۹", "۳۰ آبان", "مرد", "معلم",
        "۱۳۹۵/۰۲/۰۱", "مینا", "اصفهان، کاشان، خیابان یک\nپلاک ۲", "۸۷۱۳۴۵۶۷۸۹", "واتساپ", "نایک",
        "کفش پیاده‌روی", "@ali", "۴۲٫۵", "۱۳۹۹/۰۱/۰۱", "طلایی", "سپاهان",
        "صبح‌ها زنگ بزنید\nپیک فقط عصر", "نمی‌خواهد",
    ):  # fmt: skip
        assert expected in texts, expected
    referrer = card.details.findChildren(QAbstractButton)[-1]
    assert referrer.text() == "سارا نوری"
    referrer.click()
    with ui.background.database.reading() as session:
        sara = customer_detail(session, whole_customer).referred_by_id
    assert sara is not None
    assert navigator.take() == [call(Navigator.open_customer, sara)]


def test_a_customer_without_a_story_is_invited_to_begin_one(
    show: Show, add_customer: AddCustomer, navigator: RecordingNavigator
) -> None:
    reza = add_customer("رضا نوری")
    card = show(reza)
    begin = next(one for one in card.findChildren(QAbstractButton) if one.text() == "ثبت تماس")
    begin.click()
    assert navigator.take() == [call(Navigator.new_interaction, reza)]


def test_a_customer_who_is_gone_leaves_the_card_empty(
    show: Show, ui: UiContext, maryam: UUID, qtbot: QtBot
) -> None:
    card = show(maryam)
    with qtbot.waitSignal(ui.background.changed):
        ui.background.write(lambda session: delete_customers(session, [maryam]), owner=card)
    card.refresh()
    qtbot.waitUntil(lambda: not card.head.isVisible())
    assert card.customer_id is None
