"""Whoever forgot their password is told the way out that their shop has."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.models.audit_events import FailedPassword
from ecrm_desktop.models.changes import ChangeGroup
from ecrm_desktop.models.users import UNOPENED, User, WrongPassword
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.services.passwords import renew_recovery_code
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.services.users import add_user
from ecrm_desktop.storage.database import Database
from ecrm_desktop.storage.encryption import turn_on
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.welcome.password_step import PasswordStep
from ecrm_desktop.ui.welcome.user_choice import UserChoice
from ecrm_desktop.ui.widgets.password_edit import PasswordEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.digits import to_persian_digits
from ecrm_desktop.values.recovery_code import new_recovery_code
from ecrm_desktop.values.recovery_phrase import to_phrase
from tests.helpers.factories import give_password
from tests.helpers.finders import button

SECRET, ANOTHER = bytes(range(16)), bytes(range(1, 17))


@pytest.fixture(params=["plain", "encrypted"])
def background(
    request: pytest.FixtureRequest, empty_database_file: Path, tmp_path: Path
) -> Iterator[Background]:
    path = tmp_path / "shop.db"
    path.write_bytes(empty_database_file.read_bytes())
    database = Database(path)
    with database.transaction() as session:
        owner = create_shop(session, ShopDraft(name="مهر"), "IRR", "مریم")
        staff = add_user(session, UserDraft(name="رضا"))
        give_password(session, owner, "7294")
        give_password(session, staff, "8361")
    database.close()
    if request.param == "encrypted":
        turn_on(path, SECRET)
        database = Database(path, secret=SECRET)
    else:
        database = Database(path)
    background = Background(database)
    yield background
    assert background.close()
    database.close()


def people(background: Background) -> list[UserRow]:
    with background.database.reading() as session:
        return users(session)


def step_of(background: Background, name: str, qtbot: QtBot) -> PasswordStep:
    [user] = [one for one in people(background) if one.name == name]
    step = PasswordStep(user, background, others=True)
    qtbot.addWidget(step)
    step.show()
    before = said(step)
    button(step, "فراموش کرده‌اید؟").click()
    qtbot.waitUntil(lambda: said(step) != before)
    return step


def said(step: PasswordStep) -> str:
    return "\n".join(one.text() for one in step.findChildren(QLabel) if one.isVisible())


def test_where_the_shops_key_is_still_to_come_it_says_so(
    background: Background, qtbot: QtBot
) -> None:
    with background.database.transaction() as session:
        for one in session.scalars(select(User)):
            one.password_hash = UNOPENED
    [reza] = [who for who in people(background) if who.name == "رضا"]
    step = PasswordStep(reza, background, others=True)
    qtbot.addWidget(step)
    step.show()
    for _ in range(5):  # no guesses, so nobody has to wait
        QTest.keyClicks(step.findChildren(PasswordEdit)[0].line, "8361")
        button(step, "ورود").click()
        qtbot.waitUntil(lambda: "هنوز خوانده نمی‌شود" in said(step))


def test_staff_are_sent_to_the_owner(background: Background, qtbot: QtBot) -> None:
    step = step_of(background, "رضا", qtbot)
    assert "صاحب فروشگاه" in said(step)
    assert "ecrm" not in said(step)
    assert not step.findChildren(TextEdit)


@pytest.mark.parametrize("background", ["plain"], indirect=True)
def test_an_owner_of_a_plain_shop_needs_the_code(background: Background, qtbot: QtBot) -> None:
    [owner, _staff] = people(background)
    database = background.database
    with database.capture.working_for(owner.id), database.transaction() as session:
        code = renew_recovery_code(session, owner.id)
    tries(background, "مریم", qtbot, ["", "123456", new_recovery_code()], code)


@pytest.mark.parametrize("background", ["encrypted"], indirect=True)
def test_an_owner_of_an_encrypted_shop_needs_the_phrase(
    background: Background, qtbot: QtBot
) -> None:
    right = to_persian_digits("-".join(to_phrase(SECRET)))
    tries(background, "مریم", qtbot, ["", "123456", " ".join(to_phrase(ANOTHER))], right)


@pytest.mark.parametrize("background", ["plain", "encrypted"], indirect=True)
def test_what_is_on_no_paper_stands_in_the_audit_trail(
    background: Background, qtbot: QtBot
) -> None:
    [owner, _staff] = people(background)
    database = background.database
    if database.secret is None:
        with database.capture.working_for(owner.id), database.transaction() as session:
            renew_recovery_code(session, owner.id)
    step = step_of(background, "مریم", qtbot)
    [typed] = step.findChildren(TextEdit)
    wrong = new_recovery_code() if database.secret is None else " ".join(to_phrase(ANOTHER))
    typed.set_value(wrong)
    button(step, "رمز من برداشته شود").click()
    qtbot.waitUntil(lambda: background.is_idle)
    with database.reading() as session:
        told = session.scalars(select(FailedPassword.user_id)).all()
        by = session.scalars(select(ChangeGroup.user_id).order_by(ChangeGroup.number)).all()[-1]
    assert (told, by) == ([owner.id], None)


def tries(
    background: Background, name: str, qtbot: QtBot, wrongs: Sequence[str], right: str
) -> None:
    step = step_of(background, name, qtbot)
    assert "ecrm" not in said(step)
    [typed] = step.findChildren(TextEdit)
    use = button(step, "رمز من برداشته شود")
    for wrong in wrongs:
        typed.set_value(wrong)
        with qtbot.assertNotEmitted(step.proved):
            use.click()
            qtbot.waitUntil(lambda: background.is_idle)
        assert all(one.has_password for one in people(background))
        assert "سر جایش ماند" in said(step) or "برگه" in said(step) or "رقم" in said(step)
    typed.set_value(right)
    with qtbot.waitSignal(step.proved):
        use.click()
    assert {one.name: one.has_password for one in people(background)} == {
        "مریم": False,
        "رضا": True,
    }


@pytest.mark.parametrize("background", ["plain"], indirect=True)
def test_enter_in_the_code_field_tries_the_code_and_no_password(
    background: Background, qtbot: QtBot
) -> None:
    [owner, _staff] = people(background)
    database = background.database
    with database.capture.working_for(owner.id), database.transaction() as session:
        code = renew_recovery_code(session, owner.id)
    step = step_of(background, "مریم", qtbot)
    [typed] = step.findChildren(TextEdit)
    step.activateWindow()
    typed.line.setFocus()
    qtbot.waitUntil(typed.line.hasFocus)
    typed.set_value(code)
    with qtbot.waitSignal(step.proved):
        QTest.keyClick(typed.line, Qt.Key.Key_Return)
    with database.reading() as session:
        assert session.scalars(select(WrongPassword)).all() == []


@pytest.mark.parametrize("background", ["plain"], indirect=True)
def test_who_lost_the_paper_asks_for_a_reset_that_everybody_hears_of(
    background: Background, qtbot: QtBot
) -> None:
    [owner, staff] = people(background)
    background.database.capture.user_id = staff.id  # who worked here before it was locked
    step = step_of(background, "مریم", qtbot)
    button(step, "برگه هم گم شده است").click()
    button(step, "درخواست برداشتن رمز").click()
    qtbot.waitUntil(lambda: people(background)[0].reset_asked_on is not None)
    with background.database.reading() as session:
        [who] = session.scalars(
            select(ChangeGroup.user_id).order_by(ChangeGroup.number.desc()).limit(1)
        )
    assert who is None  # nobody has said who they are
    choice = UserChoice("مهر", people(background), background, asked=staff)
    qtbot.addWidget(choice)
    choice.show()
    told = "\n".join(one.text() for one in choice.findChildren(QLabel) if one.isVisible())
    assert "۳ روز" in told
    assert owner.name in told
