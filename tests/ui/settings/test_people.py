"""Everybody sets a password of their own; the owner gives others one and says when to lock."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.i18n import set_language
from ecrm_desktop.queries.passwords import check_password, password_wait
from ecrm_desktop.queries.shop import UserRow, get_shop, users
from ecrm_desktop.services.passwords import ask_for_reset, recover_password, set_password
from ecrm_desktop.services.shop import set_lock_minutes
from ecrm_desktop.services.users import add_user, update_user
from ecrm_desktop.ui.destinations import SettingsTab
from ecrm_desktop.ui.settings.page import SettingsPage
from ecrm_desktop.ui.settings.password_sheet import PasswordSheet
from ecrm_desktop.ui.settings.people import PeopleSettings
from ecrm_desktop.ui.settings.prove_sheet import ProveSheet
from ecrm_desktop.ui.settings.recovery_code_sheet import RecoveryCodeSheet
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.password_edit import PasswordEdit
from ecrm_desktop.ui.widgets.tabs import Tabs
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.recovery_phrase import GROUP_DIGITS
from ecrm_desktop.values.statuses import Role
from ecrm_desktop.values.uptime import uptime
from tests.helpers.finders import button
from tests.helpers.keyboard import type_text
from tests.helpers.person import name_of
from tests.helpers.ui_context import Window

GIVE, CHANGE, REMOVE = "رمز گذاشتن برای من", "عوض کردن رمز من", "برداشتن رمز من"
OF_ANOTHER = "رمز"


@pytest.fixture
def staff(ui: UiContext) -> UUID:
    with ui.background.database.transaction() as session:
        return add_user(session, UserDraft(name="رضا"))


class Place:
    """The settings of one user."""

    def __init__(self, ui: UiContext, window: Window, qtbot: QtBot) -> None:
        self.ui, self.window, self.qtbot = ui, window, qtbot
        ui.background.database.capture.user_id = ui.user.id
        self.page = SettingsPage(ui)
        window.show_page(self.page)
        self.page.open_tab(SettingsTab.PEOPLE)
        [self.people] = self.page.findChildren(PeopleSettings)
        self.page.refresh()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.ui.background.is_idle)

    def read_again(self) -> None:
        self.page.refresh()
        self.settle()

    def button(self, name: str) -> QAbstractButton:
        def names() -> list[str]:
            return [name_of(one) for one in self.people.findChildren(QAbstractButton)]

        # The cards of before are deleted a moment later.
        self.qtbot.waitUntil(lambda: names().count(name) == 1)
        return button(self.people, name)

    def row(self, user_id: UUID) -> UserRow:
        with self.ui.background.database.reading() as session:
            return next(one for one in users(session, retired=True) if one.id == user_id)

    def opens(self, user_id: UUID, password: str) -> bool:
        with self.ui.background.database.reading() as session:
            return check_password(session, user_id, password, now=uptime()).right

    def sheet(self) -> PasswordSheet:
        return next(one for one in self.window.findChildren(PasswordSheet) if one.is_open)

    def fill(self, *texts: str) -> PasswordSheet:
        """Type into the fields of the sheet, the upper one first, and press its button."""
        sheet = self.sheet()
        for name, text in zip(sheet.form.snapshot(), texts, strict=True):
            field = sheet.form.field(name)
            assert isinstance(field, PasswordEdit)
            field.line.clear()
            type_text(field.line, text)
        assert sheet.primary is not None
        sheet.primary.click()
        self.settle()
        return sheet

    def says(self, text: str) -> bool:
        labels = self.window.findChildren(QLabel)
        return any(text in one.text() for one in labels if one.isVisible())


@pytest.fixture
def place(ui: UiContext, window: Window, qtbot: QtBot, staff: UUID) -> Place:
    return Place(ui, window, qtbot)


def test_a_first_password_is_typed_twice(place: Place) -> None:
    me = place.ui.user.id
    place.button(GIVE).click()
    sheet = place.fill("7294", "7295")
    assert sheet.is_open
    assert place.says("یکی نیست")
    place.fill("1234", "1234")
    assert place.says("هر کسی اول امتحان می‌کند")
    assert not place.row(me).has_password
    place.fill("7294", "۷۲۹۴")
    assert place.opens(me, "7294")
    place.read_again()
    assert place.button(CHANGE).isVisible()


def code_shown(place: Place) -> str:
    [sheet] = [one for one in place.window.findChildren(RecoveryCodeSheet) if one.is_open]
    texts = [to_latin_digits(one.text()) for one in sheet.findChildren(QLabel)]
    code = " ".join(text for text in texts if len(text) == GROUP_DIGITS and text.isdigit())
    sheet.close_overlay()
    place.settle()
    return code


def test_an_owners_first_password_shows_a_code_that_opens(place: Place) -> None:
    me = place.ui.user.id
    place.button(GIVE).click()
    place.fill("7294", "7294")
    first = code_shown(place)
    place.read_again()
    place.button("کد بازیابی تازه").click()
    [proof] = [one for one in place.window.findChildren(ProveSheet) if one.is_open]
    [field] = proof.findChildren(PasswordEdit)
    type_text(field.line, "7294")
    assert proof.primary is not None
    proof.primary.click()
    place.settle()
    second = code_shown(place)
    database = place.ui.background.database
    with pytest.raises(InvalidInput), database.transaction() as session:
        recover_password(session, me, first, None)
    with database.transaction() as session:
        recover_password(session, me, second, None)
    assert not place.row(me).has_password


@pytest.mark.parametrize("has_password", [True, False])
def test_a_reset_is_shown_and_stopped_by_who_has_a_password(
    place: Place,
    staff: UUID,
    has_password: bool,  # noqa: FBT001 - a case's value
) -> None:
    with place.ui.background.database.transaction() as session:
        other = add_user(session, UserDraft(name="سارا", role=Role.OWNER))
        session.flush()
        set_password(session, other, "8361")
        ask_for_reset(session, other, date(2026, 11, 22))
        if has_password:
            set_password(session, place.ui.user.id, "7294")
    place.read_again()
    place.qtbot.waitUntil(lambda: place.says("۳ روز دیگر"))
    stops = [one for one in place.people.findChildren(QAbstractButton) if name_of(one) == "جلوگیری"]
    assert bool(stops) is has_password
    for stop in stops:
        stop.click()
        place.settle()
        assert place.row(other).reset_asked_on is None


def test_ones_own_is_changed_only_by_who_knows_it(place: Place) -> None:
    me = place.ui.user.id
    with place.ui.background.database.transaction() as session:
        set_password(session, me, "7294")
    place.read_again()
    place.button(CHANGE).click()
    place.fill("7295", "8361", "8361")
    assert place.says("رمز درست نیست")
    assert place.opens(me, "7294")
    place.fill("7294", "8361", "8361")
    assert place.opens(me, "8361")


def test_guessing_the_present_one_makes_wait_as_anywhere(place: Place) -> None:
    me = place.ui.user.id
    with place.ui.background.database.transaction() as session:
        set_password(session, me, "7294")
    place.read_again()
    place.button(REMOVE).click()
    for wrong in ("7291", "7292", "7293"):
        place.fill(wrong)
    with place.ui.background.database.reading() as session:
        assert password_wait(session, me, now=uptime()) > 0
    place.fill("7294")
    assert place.says("ثانیه")
    assert place.row(me).has_password


def test_ones_own_is_removed_by_who_knows_it(place: Place) -> None:
    me = place.ui.user.id
    assert not place.button(REMOVE).isVisible()
    with place.ui.background.database.transaction() as session:
        set_password(session, me, "7294")
    place.read_again()
    assert place.button(REMOVE).isVisible()
    place.button(REMOVE).click()
    place.fill("7294")
    assert not place.row(me).has_password


def test_the_owner_gives_others_one_without_the_old(place: Place, staff: UUID) -> None:
    place.button(OF_ANOTHER).click()
    place.fill("8361", "8361")
    assert place.opens(staff, "8361")
    place.read_again()
    place.button(OF_ANOTHER).click()
    button(place.sheet(), "برداشتن رمز کنونی").click()
    place.settle()
    assert not place.row(staff).has_password


def test_staff_give_nobody_else_one(
    ui: UiContext, window: Window, qtbot: QtBot, staff: UUID
) -> None:
    owner = ui.user
    with ui.background.database.reading() as session:
        me = next(one for one in users(session) if one.id == staff)
    place = Place(replace(ui, user=me), window, qtbot)
    PasswordSheet(place.people, place.ui, owner).open()
    place.fill("8361", "8361")
    assert not place.row(owner.id).has_password
    assert place.says("نقش شما اجازه")


def test_an_owner_without_one_is_warned_while_others_work_here(place: Place) -> None:
    [note] = place.people.findChildren(Note)
    assert "مریم" in note.accessibleName()
    with place.ui.background.database.transaction() as session:
        set_password(session, place.ui.user.id, "7294")
    place.read_again()
    place.qtbot.waitUntil(lambda: not place.people.findChildren(Note))


def test_a_persian_name_does_not_turn_an_english_sentence_round(
    ui: UiContext, window: Window, qtbot: QtBot, staff: UUID
) -> None:
    set_language("en")
    place = Place(ui, window, qtbot)
    [note] = place.people.findChildren(Note)
    [sentence] = [one.text() for one in note.findChildren(QLabel) if "password" in one.text()]
    assert sentence.startswith("\u2068مریم\u2069 has")


def test_the_minutes_are_kept_when_they_are_chosen(place: Place) -> None:
    [form] = place.people.findChildren(Form)
    minutes = form.field("lock_minutes")
    assert minutes.value() == 15
    minutes.set_value(2)
    minutes.edited.emit()
    place.settle()
    with place.ui.background.database.reading() as session:
        assert get_shop(session).lock_minutes == 2


def test_what_another_owner_set_meanwhile_is_told_and_not_replaced(
    place: Place, staff: UUID
) -> None:
    database = place.ui.background.database
    [form] = place.people.findChildren(Form)
    minutes = form.field("lock_minutes")
    with database.transaction() as session:
        set_lock_minutes(session, 30)
    minutes.set_value(2)
    minutes.edited.emit()
    place.settle()
    place.qtbot.waitUntil(lambda: minutes.value() == 30)
    with database.reading() as session:
        assert get_shop(session).lock_minutes == 30
    # A small form keeps what was typed, and saving it once more is the decision.
    place.read_again()
    edit = [one for one in place.people.findChildren(QAbstractButton) if name_of(one) == "ویرایش"]
    edit[-1].click()
    [sheet] = place.window.findChildren(FormSheet)
    with database.transaction() as session:
        update_user(session, staff, UserDraft(name="رضا", role=Role.MANAGER))
    role = sheet.form.field("role")
    role.set_value(Role.OWNER)
    sheet.save()
    place.settle()
    assert sheet.is_open
    assert role.value() is Role.OWNER
    said = " ".join(one.text() for one in sheet.findChildren(QLabel) if one.isVisible())
    assert "مدیر" in said
    sheet.save()
    place.settle()
    with database.reading() as session:
        assert {one.id: one.role for one in users(session)}[staff] is Role.OWNER


def test_a_password_never_comes_into_a_draft_and_shows_only_when_asked(qtbot: QtBot) -> None:
    field = PasswordEdit()
    qtbot.addWidget(field)
    type_text(field.line, "7294")
    assert field.snapshot() == "••••"
    assert field.line.displayText() != "7294"
    button(field, "دیده شود").click()
    assert field.line.displayText() == "7294"
    field.set_value("")
    field.restore("7294")
    assert field.is_empty()
    type_text(field.line, "8361")
    assert field.line.displayText() != "8361"


@pytest.mark.parametrize("role", list(Role))
def test_each_role_has_the_tabs_that_are_its_own(
    ui: UiContext, window: Window, qtbot: QtBot, staff: UUID, role: Role
) -> None:
    place = Place(replace(ui, user=replace(ui.user, role=role)), window, qtbot)
    theirs = {"همکاران" if role is Role.OWNER else "خودم", "برنامه"}
    [tabs] = place.page.findChildren(Tabs)
    parts = {name_of(one) for one in tabs.findChildren(QAbstractButton)}
    assert theirs <= parts
    assert (parts == theirs) is (role is Role.STAFF)
    assert ("فروشگاه" in parts) is (role is not Role.STAFF)
