"""The customer's form, by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.queries.customer_detail import CustomerDetail, customer_detail
from ecrm_desktop.queries.customers import CustomerFilter, list_customers
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.ui.customers.form import CustomerSheet, open_customer_form
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import AcquisitionChannel, CustomerKind, PhoneLabel
from tests.helpers.factories import make_customer
from tests.helpers.keyboard import type_text
from tests.helpers.recording_navigator import RecordingNavigator, call
from tests.helpers.ui_context import Window
from tests.ui.customers.conftest import AddCustomer

CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., CustomerSheet]


@pytest.fixture
def open_form(window: Window, ui: UiContext, qtbot: QtBot) -> Open:
    page = QWidget()
    window.show_page(page)

    def open_form(**values: Any) -> CustomerSheet:
        sheet = open_customer_form(ui, page, **values)
        qtbot.waitUntil(lambda: sheet.is_open)
        return sheet

    return open_form


def typed(text: str) -> None:
    """Type where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, text)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def save(sheet: CustomerSheet, qtbot: QtBot) -> UUID:
    with qtbot.waitSignal(sheet.saved) as saved:
        press(Qt.Key.Key_Return, CONTROL)
    (customer,) = saved.args or [None]
    assert isinstance(customer, UUID)
    return customer


def detail(ui: UiContext, customer: UUID) -> CustomerDetail:
    with ui.background.database.reading() as session:
        return customer_detail(session, customer)


def count(ui: UiContext) -> int:
    with ui.background.database.reading() as session:
        return len(list_customers(session, CustomerFilter(), Sort("name")))


def told(sheet: CustomerSheet) -> list[str]:
    return [one.text() for one in sheet.fields.findChildren(QLabel) if one.isVisible()]


def test_a_new_customer_by_keyboard_only(
    open_form: Open, ui: UiContext, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    sheet = open_form()
    typed("مریم")
    press(Qt.Key.Key_Return)
    typed("احمدی")
    press(Qt.Key.Key_Return)
    typed("۰۹۱۲۳۴۵۶۷۸۹")
    customer = save(sheet, qtbot)
    assert navigator.take() == [call(Navigator.open_customer, customer)]
    kept = detail(ui, customer)
    assert (kept.name, kept.phone, kept.code) == ("مریم احمدی", "+989123456789", "1")
    assert not sheet.is_open


def test_nothing_is_saved_without_a_name(open_form: Open, ui: UiContext, qtbot: QtBot) -> None:
    sheet = open_form()
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: any("نام" in text and "بنویسید" in text for text in told(sheet)))
    assert sheet.is_open
    assert sheet.fields.last_name.line.hasFocus()
    assert count(ui) == 0


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("phones", "0912345", "۴ رقم"),
        ("email", "ali@", "ایمیل"),
        ("national_id", "123", "کد ملی"),
        ("postal_code", "12", "کد پستی"),
        ("birth_date", "1405/12/30", "۲۹"),
        ("last_name", "ا" * 10_000, "۲۰۰"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    open_form: Open, ui: UiContext, qtbot: QtBot, field: str, text: str, sentence: str
) -> None:
    sheet = open_form()
    typed("مریم")
    wrong = sheet.fields.field(field)
    line = sheet.fields.phones.fields[0].editors[0] if field == "phones" else wrong.editors[0]
    line.setProperty("text", text)
    press(Qt.Key.Key_Return, CONTROL)
    assert sheet.is_open
    assert any(sentence in one for one in told(sheet)), told(sheet)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert wrong.isAncestorOf(focused)
    assert count(ui) == 0


def test_what_the_service_refuses_opens_the_group_and_goes_there(
    open_form: Open, add_customer: AddCustomer, ui: UiContext, qtbot: QtBot
) -> None:
    add_customer("رضا نوری", code="7")
    sheet = open_form()
    typed("مریم")
    sheet.fields.code.line.setText("۷")
    assert not sheet.fields.code.isVisible()
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: any("رضا نوری" in text for text in told(sheet)))
    assert sheet.fields.code.line.hasFocus()
    sheet.fields.code.line.setText("۸")
    assert detail(ui, save(sheet, qtbot)).code == "8"


def test_a_known_customer_goes_through_the_form_unchanged(
    open_form: Open, whole_customer: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    before = detail(ui, whole_customer)
    sheet = open_form(record_id=whole_customer)
    assert not sheet.fields.dirty
    sheet.fields.job.line.setText("مدیر")
    save(sheet, qtbot)
    after = detail(ui, whole_customer)
    assert after.updated_at > before.updated_at
    assert replace(after, job=before.job, updated_at=before.updated_at) == before
    assert after.job == "مدیر"


def test_what_no_rule_takes_any_more_survives_an_edit(
    open_form: Open, ui: UiContext, qtbot: QtBot
) -> None:
    stored = {"email": "ندارد", "national_id": "12", "postal_code": "SW1A 1AA"}
    with ui.background.database.transaction() as session:
        customer = make_customer(session, **stored)
    sheet = open_form(record_id=customer)
    assert not sheet.fields.dirty
    assert sheet.fields.email.line.text() == "ندارد"
    sheet.fields.job.line.setText("مدیر")
    save(sheet, qtbot)
    kept = detail(ui, customer)
    assert kept.job == "مدیر"
    assert {name: getattr(kept, name) for name in stored} == stored


@pytest.mark.parametrize(
    ("typed_instead", "kept"), [("", ""), ("Ali@Example.com", "Ali@example.com"), ("ali@", None)]
)
def test_what_no_rule_takes_any_more_is_edited_by_the_rule(
    open_form: Open, ui: UiContext, qtbot: QtBot, typed_instead: str, kept: str | None
) -> None:
    with ui.background.database.transaction() as session:
        customer = make_customer(session, email="ندارد")
    sheet = open_form(record_id=customer)
    sheet.fields.email.line.setText(typed_instead)
    if kept is None:
        press(Qt.Key.Key_Return, CONTROL)
        assert sheet.is_open
        assert any("ایمیل" in one for one in told(sheet))
    else:
        save(sheet, qtbot)
    assert detail(ui, customer).email == ("ندارد" if kept is None else kept)


def test_everything_can_be_taken_away_again(
    open_form: Open, whole_customer: UUID, ui: UiContext, qtbot: QtBot
) -> None:
    new = open_form()
    blank = new.fields.snapshot()
    new.discard()
    sheet = open_form(record_id=whole_customer)
    sheet.fields.restore(blank | {"last_name": "لازم‌پور"})
    save(sheet, qtbot)
    after = detail(ui, whole_customer)
    assert (after.name, after.code) == ("لازم‌پور", "1042")
    assert after.field_values == {}
    for name in (
        "phones", "socials", "consents", "favorites", "tags", "referred_by_id", "birth_date",
        "gender", "email", "national_id", "notes", "acquisition_channel",
    ):  # fmt: skip
        assert not getattr(after, name), name


def test_a_phone_that_is_known_is_told_and_opened(
    open_form: Open,
    add_customer: AddCustomer,
    navigator: RecordingNavigator,
    qtbot: QtBot,
    window: Window,
) -> None:
    twin = add_customer("مریم احمدی", "09123456789")
    sheet = open_form()
    typed("کسی")
    sheet.fields.phones.fields[0].setFocus()
    typed("0912 345 678")
    typed("9")
    qtbot.waitUntil(lambda: bool(sheet.fields.duplicates.shown))
    note = next(text for text in told(sheet) if "مریم احمدی" in text)
    assert "ثبت شده است" in note
    button(sheet.fields.duplicates, "باز شود؟").click()
    # What was typed would be lost, so that is asked first.
    button(window, "دور بریز").click()
    assert navigator.take() == [call(Navigator.open_customer, twin)]
    assert not sheet.is_open


def test_a_very_similar_name_is_told_and_let_go(
    open_form: Open, add_customer: AddCustomer, qtbot: QtBot
) -> None:
    add_customer("علی‌رضا کریمی", "09123456789", city="قم")
    sheet = open_form()
    typed("عليرضا")
    press(Qt.Key.Key_Return)
    typed("کریمی")
    qtbot.waitUntil(sheet.fields.duplicates.isVisible)
    typed("نیا")
    qtbot.waitUntil(lambda: not sheet.fields.duplicates.isVisible())


def test_nobody_is_their_own_twin(
    open_form: Open, whole_customer: UUID, add_customer: AddCustomer, qtbot: QtBot
) -> None:
    add_customer("دیگری", "02188776655")
    sheet = open_form(record_id=whole_customer)
    sheet.fields.phones.fields[1].setFocus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Backspace)
    typed("5")
    qtbot.waitUntil(lambda: [one.name for one in sheet.fields.duplicates.shown] == ["دیگری"])


def test_what_was_typed_survives_the_program(
    open_form: Open, ui: UiContext, whole_customer: UUID, qtbot: QtBot
) -> None:
    sheet = open_form()
    typed("نیمه")
    sheet.fields.phones.fields[0].phone.line.setText("0912")  # type: ignore[attr-defined]
    sheet.fields.found_by.set_value(AcquisitionChannel.REFERRAL)
    sheet.fields.kind.set_value(CustomerKind.COMPANY)
    sheet.fields.changed.emit()
    qtbot.waitUntil(lambda: ui.autosaves.load("customers:new") is not None)
    sheet.close_overlay()
    again = open_form()
    assert again.fields.first_name.line.text() == "نیمه"
    assert again.fields.phones.fields[0].phone.line.text() == "۰۹۱۲"  # type: ignore[attr-defined]
    assert again.fields.company_name.isVisible()
    assert again.fields.referrer.isVisible()


def test_one_phone_is_the_main_one(open_form: Open, ui: UiContext, qtbot: QtBot) -> None:
    sheet = open_form()
    typed("مریم")
    phones = sheet.fields.phones
    phones.fields[0].setFocus()
    typed("02188776655")
    assert phones.fields[0].label.value() == PhoneLabel.HOME  # type: ignore[attr-defined]
    phones.add_row()
    typed("09123456789")
    first, second = (row.main for row in phones.fields)  # type: ignore[attr-defined]
    assert second.isVisible()
    first.box.click()
    second.box.click()
    assert (first.value(), second.value()) == (False, True)
    kept = detail(ui, save(sheet, qtbot))
    assert [(one.number, one.is_primary, one.label) for one in kept.phones] == [
        ("+989123456789", True, PhoneLabel.MOBILE),
        ("+982188776655", False, PhoneLabel.HOME),
    ]


def test_a_company_needs_its_own_name(open_form: Open, ui: UiContext, qtbot: QtBot) -> None:
    sheet = open_form()
    assert not sheet.fields.company_name.isVisible()
    button(sheet.fields, "شرکت").click()
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(sheet.fields.company_name.line.hasFocus)
    typed("آریا صنعت")
    kept = detail(ui, save(sheet, qtbot))
    assert (kept.kind, kept.name) == (CustomerKind.COMPANY, "آریا صنعت")


@pytest.mark.parametrize(
    ("text", "first", "last", "phone"),
    [
        ("مریم احمدی پور", "مریم", "احمدی پور", ""),
        ("احمدی", "", "احمدی", ""),
        ("0912 345 6789", "", "", "+989123456789"),
    ],
)
def test_what_was_searched_in_vain_is_the_beginning(
    open_form: Open, text: str, first: str, last: str, phone: str
) -> None:
    fields = open_form(name=text).fields
    assert (fields.first_name.value(), fields.last_name.value()) == (first, last)
    assert [one.phone.number for one in fields.phones.value()] == ([phone] if phone else [])


def test_a_form_somebody_waits_for_does_not_open_the_card(
    open_form: Open, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    draft = CustomerDraft(phones=(PhoneDraft(phone=Phone.parse("09123456789")),))
    sheet = open_form(draft=draft)
    typed("مریم")
    save(sheet, qtbot)
    assert navigator.take() == []


def test_saving_may_go_on_with_a_purchase(
    open_form: Open, navigator: RecordingNavigator, qtbot: QtBot
) -> None:
    sheet = open_form()
    typed("مریم")
    with qtbot.waitSignal(sheet.saved) as saved:
        button(sheet, "ثبت و خرید").click()
    [customer] = saved.args
    assert navigator.take() == [
        call(Navigator.open_customer, customer),
        call(Navigator.new_purchase, customer),
    ]


def button(parent: QWidget, text: str) -> QAbstractButton:
    found = [one for one in parent.findChildren(QAbstractButton) if one.text() == text]
    return next(one for one in found if one.isVisible())
