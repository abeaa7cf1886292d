"""A shop that is brought back asks who is working, whoever brought it back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ecrm_desktop.queries.shop import users
from ecrm_desktop.shell.app import Program
from ecrm_desktop.storage import encryption, keyring_secrets
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.welcome.user_choice import UserChoice
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.recovery_phrase import to_phrase
from tests.helpers.guarded_shop import (
    CUSTOMER,
    OTHER_PIN,
    OWNER,
    PIN,
    STAFF,
    GuardedShop,
    lose_tables,
    spoil,
)
from tests.helpers.person import Person, seen
from tests.journeys.conftest import Start, recovery_of, shop_of

LOST = "نام گم‌شده"


def wait_until_asked(program: Program, person: Person) -> None:
    """Wait for the question of who works here, and see that nothing else is shown before it."""
    person.wait(lambda: isinstance(program.window, UserChoice) and program.window.isActiveWindow())
    assert program.shop is None
    assert not any(CUSTOMER in text for text in seen())
    person.wait(lambda: QApplication.focusWidget() is not None)


def enter(person: Person, name: str, password: str) -> None:
    person.walk_to(name)
    person.press("Return")
    person.wait_to_see("فراموش کرده‌اید؟")
    person.write(password)
    person.press("Return")


def forget(person: Person) -> None:
    """Ask for the ways out, of the one who is asked for a password."""
    person.wait_to_see("فراموش کرده‌اید؟")
    person.walk_to("فراموش کرده‌اید؟")
    person.press("Return")
    person.wait_to_see("کد بازیابی")


def restore_oldest(program: Program, person: Person, guarded: GuardedShop) -> None:
    window = recovery_of(program, person, lambda one: one.restore.isVisible())
    window.look_asked.emit(guarded.before)
    person.wait_to_see("در پشتیبان")
    recovery_of(program, person, lambda one: one.restore.isVisible()).restore.click()


def salvage(program: Program, person: Person) -> None:
    window = recovery_of(program, person, lambda one: one.salvage.isVisible())
    window.salvage.click()
    person.wait(window.use.isVisible)


@pytest.mark.parametrize("befallen", [Path.unlink, spoil])
def test_a_backup_of_before_the_passwords_asks_for_them(
    start: Start,
    person: Person,
    guarded: GuardedShop,
    befallen: Callable[[Path], None],
) -> None:
    befallen(guarded.path)
    program = start()
    restore_oldest(program, person, guarded)
    wait_until_asked(program, person)
    enter(person, STAFF, "0000")
    person.wait_to_see("رمز درست نیست")
    assert program.shop is None
    person.wait(lambda: person.place.accessibleName() == "رمز")
    person.write(OTHER_PIN)
    person.press("Return")
    ui = shop_of(program, person).ui
    assert (ui.user.name, ui.may(Permission.BACK_UP)) == (STAFF, False)


@pytest.mark.parametrize("lost", ["shop", "form_drafts"])
def test_damage_that_is_met_after_the_opening_leads_there_too(
    start: Start, person: Person, guarded: GuardedShop, lost: str
) -> None:
    lose_tables(guarded.path, lost)
    recovery_of(start(), person, lambda one: one.salvage.isVisible())


@pytest.mark.parametrize("lost", [[], ["users"]])
def test_what_is_salvaged_asks_for_them_too(
    start: Start, person: Person, guarded: GuardedShop, lost: list[str]
) -> None:
    lose_tables(guarded.path, *lost)
    spoil(guarded.path)
    program = start()
    salvage(program, person)
    recovery_of(program, person, lambda one: one.use.isVisible()).use.click()
    wait_until_asked(program, person)
    enter(person, OWNER, PIN)
    assert shop_of(program, person).ui.user.name == OWNER


def test_an_owner_who_forgot_the_password_takes_the_code(
    start: Start, person: Person, guarded: GuardedShop
) -> None:
    spoil(guarded.path)
    program = start()
    salvage(program, person)
    recovery_of(program, person, lambda one: one.use.isVisible()).use.click()
    wait_until_asked(program, person)
    person.walk_to(OWNER)
    person.press("Return")
    forget(person)
    person.write(guarded.code)
    person.press("Return")
    assert shop_of(program, person).ui.user.name == OWNER


def test_where_no_owner_came_through_nobody_gets_in_before_the_reset(
    start: Start, person: Person, guarded: GuardedShop
) -> None:
    for backup in (guarded.before, guarded.after):
        backup.unlink()
    lose_tables(guarded.path, "users")
    spoil(guarded.path)
    program = start()
    salvage(program, person)
    person.wait_to_see("اطلاعات هیچ صاحب فروشگاهی خوانده نشد")
    recovery_of(program, person, lambda one: one.use.isVisible()).use.click()
    wait_until_asked(program, person)
    forget(person)
    person.walk_to("برگه هم گم شده است")
    person.press("Return")
    person.wait_to_see("درخواست برداشتن رمز")
    person.walk_to("درخواست برداشتن رمز")
    person.press("Return")
    person.wait_to_see(LOST)
    assert program.shop is None
    program.finish()
    database = Database(guarded.path)
    with database.reading() as session:
        [owner] = users(session)
    database.close()
    assert (owner.has_password, owner.reset_asked_on is not None) == (True, True)


def test_of_an_encrypted_shop_the_phrase_lets_that_owner_in(
    start: Start, person: Person, guarded: GuardedShop, keyring_file: Path
) -> None:
    assert keyring_file.parent.is_dir()
    for backup in (guarded.before, guarded.after):
        backup.unlink()
    secret = keyring_secrets.make_secret()
    encryption.turn_on(guarded.path, secret)
    lose_tables(guarded.path, "users", secret=secret)
    program = start()
    salvage(program, person)
    recovery_of(program, person, lambda one: one.use.isVisible()).use.click()
    wait_until_asked(program, person)
    forget(person)
    person.write(" ".join(to_phrase(secret)))
    person.press("Return")
    assert shop_of(program, person).ui.user.name == LOST
