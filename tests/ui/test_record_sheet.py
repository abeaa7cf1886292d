"""Forms over records that others change meanwhile, in a real window."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.queries.autosave import list_autosaves
from ecrm_desktop.queries.record_drafts import (
    complaint_draft,
    customer_draft,
    interaction_draft,
    product_draft,
    purchase_draft,
    task_draft,
)
from ecrm_desktop.services.complaints import open_complaint, update_complaint
from ecrm_desktop.services.customers import create_customer, delete_customers, update_customer
from ecrm_desktop.services.interactions import record_interaction, update_interaction
from ecrm_desktop.services.products import create_product, update_product
from ecrm_desktop.services.purchases import record_purchase, update_purchase
from ecrm_desktop.services.tasks import create_task, update_task
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.joining import join
from ecrm_desktop.ui.autosave import AutosaveStore
from ecrm_desktop.ui.complaints.form import open_complaint_form
from ecrm_desktop.ui.customers.form import CustomerSheet, open_customer_form
from ecrm_desktop.ui.interactions.form import open_interaction_form
from ecrm_desktop.ui.products.form import open_product_form
from ecrm_desktop.ui.purchases.form import open_purchase_form
from ecrm_desktop.ui.record_sheet import RecordSheet
from ecrm_desktop.ui.tasks.form import open_task_form
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.phone import Phone
from tests.helpers.factories import make_user
from tests.helpers.person import plain
from tests.helpers.ui_context import Window

NOW = datetime.now(UTC) - timedelta(hours=1)


def phone(number: str) -> PhoneDraft:
    return PhoneDraft(phone=Phone.parse(number))


@pytest.fixture
def maryam(database: Database, ui: UiContext) -> UUID:
    with database.transaction() as session:
        draft = CustomerDraft(first_name="مریم", last_name="احمدی", phones=(phone("09121111111"),))
        return create_customer(session, draft)


@pytest.fixture
def reza(database: Database, ui: UiContext) -> UUID:
    with database.transaction() as session:
        return make_user(session, "رضا")


@pytest.fixture
def open_sheet(window: Window, ui: UiContext, qtbot: QtBot) -> Callable[..., CustomerSheet]:
    window.show_page(QWidget())

    def opened(record_id: UUID, context: UiContext = ui) -> CustomerSheet:
        sheet = open_customer_form(context, window, record_id=record_id)
        qtbot.waitUntil(lambda: sheet.is_open)
        return sheet

    return opened


def change(database: Database, customer: UUID, by: UUID | None = None, **values: Any) -> None:
    with database.capture.working_for(by), database.transaction() as session:
        base = customer_draft(session, customer)
        update_customer(session, customer, replace(base, **values), base=base)


def stored(database: Database, customer: UUID) -> CustomerDraft:
    with database.reading() as session:
        return customer_draft(session, customer)


def texts(sheet: QWidget) -> list[str]:
    return [one.text() for one in sheet.findChildren(QLabel) if one.isVisible()]


def theirs(sheet: QWidget) -> QPushButton:
    (button,) = [
        one
        for one in sheet.findChildren(QPushButton)
        if one.isVisible() and one.text() == "مقدار تازه را بردار"
    ]
    return button


def save(sheet: RecordSheet[Any], qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.saved):
        sheet.save()


def conflict(sheet: RecordSheet[Any], qtbot: QtBot) -> str:
    """Save, and return what is said of the one field that others changed too."""
    sheet.save()
    found: list[str] = []

    def told() -> bool:
        found[:] = [text for text in texts(sheet) if "در این فاصله" in text]
        return bool(found)

    qtbot.waitUntil(told)
    assert sheet.is_open
    return found[0]


def test_a_form_that_stood_open_wipes_nothing(
    open_sheet: Callable[..., CustomerSheet],
    database: Database,
    maryam: UUID,
    qtbot: QtBot,
) -> None:
    sheet = open_sheet(maryam)
    added = (phone("09121111111"), phone("09122222222"))
    email = Email.parse("m@example.com")
    change(database, maryam, email=email, notes="زنگ", phones=added, tags=("عمده",))
    sheet.fields.job.line.setText("معلم")
    save(sheet, qtbot)
    now = stored(database, maryam)
    assert (now.job, now.email, now.notes, now.tags) == ("معلم", email, "زنگ", ("عمده",))
    assert [one.phone.number for one in now.phones] == ["+989121111111", "+989122222222"]


def test_a_field_that_both_changed_is_shown_and_chosen(
    open_sheet: Callable[..., CustomerSheet],
    database: Database,
    maryam: UUID,
    reza: UUID,
    qtbot: QtBot,
) -> None:
    sheet = open_sheet(maryam)
    change(database, maryam, by=reza, job="خیاط", city="قم")
    sheet.fields.job.line.setText("معلم")
    sheet.fields.province.line.setText("تهران")
    said = conflict(sheet, qtbot)
    assert "رضا" in said
    assert "خیاط" in said
    assert sheet.fields.job.line.text() == "معلم"
    assert sheet.fields.city.line.text() == "قم"  # what nobody edited here is shown as it is
    now = stored(database, maryam)
    assert (now.job, now.city, now.province) == ("خیاط", "قم", "تهران")
    assert sheet.form.dirty
    save(sheet, qtbot)  # the decision
    assert stored(database, maryam).job == "معلم"


def test_two_fields_in_conflict_are_both_told_until_each_is_decided(
    open_sheet: Callable[..., CustomerSheet], database: Database, maryam: UUID, qtbot: QtBot
) -> None:
    sheet = open_sheet(maryam)
    change(database, maryam, job="خیاط", city="قم")
    sheet.fields.job.line.setText("معلم")
    sheet.fields.city.line.setText("ری")
    conflict(sheet, qtbot)
    assert sum("در این فاصله" in text for text in texts(sheet)) == 2
    sheet.fields.job.setFocus()
    sheet.fields.city.setFocus()
    assert sum("در این فاصله" in text for text in texts(sheet)) == 2
    sheet.fields.job.line.setText("معلم ورزش")
    sheet.fields.job.edited.emit()
    assert sum("در این فاصله" in text for text in texts(sheet)) == 1
    save(sheet, qtbot)
    now = stored(database, maryam)
    assert (now.job, now.city) == ("معلم ورزش", "ری")


def test_theirs_may_be_taken(
    open_sheet: Callable[..., CustomerSheet], database: Database, maryam: UUID, qtbot: QtBot
) -> None:
    sheet = open_sheet(maryam)
    change(database, maryam, job="خیاط")
    sheet.fields.job.line.setText("معلم")
    conflict(sheet, qtbot)
    theirs(sheet).click()
    assert sheet.fields.job.line.text() == "خیاط"
    assert not sheet.form.dirty
    assert not [text for text in texts(sheet) if "در این فاصله" in text]
    save(sheet, qtbot)
    assert stored(database, maryam).job == "خیاط"


def test_parts_in_conflict_keep_what_others_added(
    open_sheet: Callable[..., CustomerSheet], database: Database, maryam: UUID, qtbot: QtBot
) -> None:
    sheet = open_sheet(maryam)
    first = stored(database, maryam).phones[0]
    work = replace(first, label=type(first.label).WORK)
    change(database, maryam, phones=(work, phone("09122222222")))
    mine = replace(first, label=type(first.label).HOME)
    sheet.fields.phones.set_value((mine, phone("09123333333")))
    conflict(sheet, qtbot)
    numbers = ["+989121111111", "+989122222222", "+989123333333"]
    assert sorted(one.phone.number for one in stored(database, maryam).phones) == numbers
    assert sorted(sheet.fields.phones.numbers()) == numbers
    save(sheet, qtbot)
    labels = {one.phone.number: one.label for one in stored(database, maryam).phones}
    assert labels[numbers[0]] == type(first.label).HOME


def test_a_crash_brings_back_only_what_was_typed(
    open_sheet: Callable[..., CustomerSheet],
    database: Database,
    ui: UiContext,
    maryam: UUID,
    qtbot: QtBot,
) -> None:
    sheet = open_sheet(maryam)
    sheet.fields.job.line.setText("معلم")
    sheet.fields.city.line.setText("ری")
    sheet.fields.changed.emit()

    def kept() -> str:
        with database.reading() as session:
            return list_autosaves(session).get(f"customers:{maryam}", "")

    qtbot.waitUntil(lambda: "معلم" in kept())
    content = kept()
    sheet.close_overlay()
    change(database, maryam, notes="زنگ", city="قم", email=Email.parse("m@example.com"))
    later = replace(ui, autosaves=AutosaveStore(ui.background, {f"customers:{maryam}": content}))
    again = open_sheet(maryam, later)
    assert again.fields.job.line.text() == "معلم"
    assert "m@example.com" in json.dumps(again.fields.snapshot())
    said = conflict(again, qtbot)
    assert "قم" in said
    now = stored(database, maryam)
    assert (now.job, now.city, now.notes) == ("معلم", "قم", "زنگ")
    assert str(now.email) == "m@example.com"
    assert again.fields.city.line.text() == "ری"


def test_a_referrer_in_the_bin_is_shown_and_stays(
    open_sheet: Callable[..., CustomerSheet], database: Database, maryam: UUID, qtbot: QtBot
) -> None:
    with database.transaction() as session:
        ali = create_customer(session, CustomerDraft(first_name="علی", last_name="رضایی"))
    change(database, maryam, referred_by_id=ali)
    with database.transaction() as session:
        delete_customers(session, [ali])
    sheet = open_sheet(maryam)
    assert sheet.fields.referrer.text() == "علی رضایی"
    assert "در سطل بازیافت" in str(sheet.fields.referrer.snapshot())
    sheet.fields.job.line.setText("معلم")
    save(sheet, qtbot)
    now = stored(database, maryam)
    assert (now.referred_by_id, now.job) == (ali, "معلم")


def _others(session: Any, name: str) -> UUID:
    match name:
        case "product":
            return create_product(session, ProductDraft(name="چای", price=1000))
        case "purchase":
            return record_purchase(
                session,
                PurchaseDraft(
                    purchased_on=NOW.date(),
                    purchased_at=NOW,
                    lines=(LineDraft(title="چای", unit_price=1000),),
                ),
            )
        case "task":
            return create_task(session, TaskDraft(title="زنگ", due_on=NOW.date()))
        case "complaint":
            return open_complaint(session, ComplaintDraft(subject="خراب", received_at=NOW))
        case _:
            return record_interaction(session, InteractionDraft(subject="قیمت", occurred_at=NOW))


_KINDS: dict[str, tuple[Any, Any, Any, str, str]] = {
    "product": (product_draft, update_product, open_product_form, "brand", "category"),
    "purchase": (purchase_draft, update_purchase, open_purchase_form, "note", "number"),
    "task": (task_draft, update_task, open_task_form, "note", "title"),
    "complaint": (complaint_draft, update_complaint, open_complaint_form, "category", "subject"),
    "interaction": (
        interaction_draft,
        update_interaction,
        open_interaction_form,
        "text",
        "subject",
    ),
}


@pytest.mark.parametrize("name", _KINDS)
def test_every_form_keeps_what_others_wrote_and_shows_what_both_changed(
    name: str, window: Window, ui: UiContext, database: Database, qtbot: QtBot
) -> None:
    window.show_page(QWidget())
    read, update, open_form, first, second = _KINDS[name]
    with database.transaction() as session:
        record_id = _others(session, name)
    sheet = open_form(ui, window, record_id=record_id)
    qtbot.waitUntil(lambda: sheet.is_open)
    with database.transaction() as session:
        base = read(session, record_id)
        update(session, record_id, replace(base, **{first: "الف", second: "ب"}), base=base)
    sheet.form.field(second).set_value("پ")
    said = conflict(sheet, qtbot)
    assert "ب" in said
    assert sheet.form.field(second).value() == "پ"
    assert sheet.form.field(first).value() == "الف"
    save(sheet, qtbot)
    with database.reading() as session:
        now = read(session, record_id)
    assert now == replace(base, **{first: "الف", second: "پ"})


def test_lines_that_both_changed_are_shown(
    window: Window, ui: UiContext, database: Database, qtbot: QtBot
) -> None:
    window.show_page(QWidget())
    with database.transaction() as session:
        record_id = _others(session, "purchase")
    sheet = open_purchase_form(ui, window, record_id=record_id)
    qtbot.waitUntil(lambda: sheet.is_open)
    with database.transaction() as session:
        base = purchase_draft(session, record_id)
        new = LineDraft(title="قند", unit_price=500)
        more = (replace(base.lines[0], quantity=3000), new)
        update_purchase(session, record_id, replace(base, lines=more), base=base)
    sheet.purchase.lines.rows()[0].quantity.set_value(2000)
    said = conflict(sheet, qtbot)
    assert "چای" in said
    rows = sheet.purchase.lines.rows()
    assert [row.quantity.value() for row in rows] == [2000, 1000]
    theirs(sheet).click()
    assert [row.quantity.value() for row in sheet.purchase.lines.rows()] == [3000, 1000]
    save(sheet, qtbot)
    with database.reading() as session:
        now = purchase_draft(session, record_id)
    assert [(line.title, line.quantity) for line in now.lines] == [("چای", 3000), ("قند", 1000)]


def test_what_others_change_is_told_while_the_form_is_open(
    open_sheet: Callable[..., CustomerSheet],
    maryam: UUID,
    reza: UUID,
    ui: UiContext,
    database: Database,
    qtbot: QtBot,
) -> None:
    with database.transaction(captured=False) as session:
        join(session, "{}", ui.shop.id, "صندوق")
    sheet = open_sheet(maryam)
    job, city = sheet.form.field("job"), sheet.form.field("city")
    job.restore("معلم")
    assert not news(sheet)
    change(database, maryam, reza, job="پزشک", city="یزد", phones=(phone("09122222222"),))
    ui.background.changed.emit(frozenset({"products"}))
    ui.background.changed.emit(frozenset({"customers"}))
    qtbot.waitUntil(lambda: bool(news(sheet)))
    told = news(sheet)
    assert len(told.splitlines()) == 3
    assert "رضا" in told
    assert "صندوق" in told
    assert "اکنون: یزد" in told
    assert "۰۹۱۲ ۲۲۲ ۲۲۲۲" in told
    assert (job.snapshot(), city.snapshot()) == ("معلم", "")  # nothing jumps

    button(sheet, "این‌جا نشان بده").click()
    job.restore("معلم ورزش")  # before it was read
    qtbot.waitUntil(lambda: city.snapshot() == "یزد")
    assert job.snapshot() == "معلم ورزش"
    assert not news(sheet)
    assert "پزشک" in conflict(sheet, qtbot)  # what both changed is still asked about
    assert stored(database, maryam).city == "یزد"
    save(sheet, qtbot)
    assert stored(database, maryam).job == "معلم ورزش"
    assert stored(database, maryam).city == "یزد"


def test_what_others_delete_is_told_while_the_form_is_open(
    open_sheet: Callable[..., CustomerSheet],
    maryam: UUID,
    ui: UiContext,
    database: Database,
    qtbot: QtBot,
) -> None:
    sheet = open_sheet(maryam)
    with database.transaction() as session:
        delete_customers(session, [maryam])
    ui.background.changed.emit(None)
    qtbot.waitUntil(lambda: "پاک کرد" in news(sheet))


def test_what_could_not_be_read_is_not_called_deleted(
    open_sheet: Callable[..., CustomerSheet],
    maryam: UUID,
    ui: UiContext,
    database: Database,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_arguments: object) -> None:
        raise DatabaseError(Problem.DATABASE_LOCKED)

    sheet = open_sheet(maryam)
    monkeypatch.setattr("ecrm_desktop.ui.record_sheet.read_news", fail)
    change(database, maryam, job="پزشک")
    ui.background.changed.emit(frozenset({"customers"}))
    qtbot.waitUntil(lambda: "DatabaseError" in caplog.text)
    assert not news(sheet)


def news(sheet: QWidget) -> str:
    """What is told above the fields."""
    notes = [one for one in sheet.findChildren(Note) if one.isVisible()]
    return plain(notes[0].accessibleName()) if notes else ""


def button(sheet: QWidget, text: str) -> QPushButton:
    (found,) = [one for one in sheet.findChildren(QPushButton) if one.text() == text]
    return found
