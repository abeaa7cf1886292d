"""Everything that can be read or heard is in the user's language, and has a name at all."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ecrm_desktop.errors import DatabaseError, Problem
from ecrm_desktop.i18n import set_language
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.settings import LANGUAGE, Settings
from ecrm_desktop.shell.maintenance import BackupRestore, EncryptionChange
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.welcome.phrase_needed import PhraseNeeded
from ecrm_desktop.ui.welcome.startup_error import StartupErrorWindow
from ecrm_desktop.ui.welcome.user_choice import UserChoice
from ecrm_desktop.ui.welcome.welcome import Welcome
from ecrm_desktop.ui.widgets.button import Button
from tests.helpers.every_place import every_form, every_import_step, every_page
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.helpers.small_shop import SmallShop, fill_small_shop
from tests.journeys.conftest import Start, shop_of

# Names of keys, files and programs, and what each language calls itself.
_LATIN_NAMES = re.compile(
    r"\b(ecrm user reset-password|"
    r"Ctrl|Alt|Shift|Enter|Esc|Del|Delete|Space|Tab|F\d+|PDF|xlsx|ECRM|English|[A-Z])\b"
)
_PERSIAN_NAMES = re.compile("فارسی")
_FOREIGN = {"fa": re.compile("[A-Za-z]+"), "en": re.compile("[\u0600-\u06ff]+")}
_NAMES = {"fa": _LATIN_NAMES, "en": _PERSIAN_NAMES}


@pytest.fixture(params=["fa", "en"])
def language(request: pytest.FixtureRequest, path: Path) -> str:
    chosen: str = request.param
    Settings(path.with_name("settings.json")).set(LANGUAGE, chosen)
    return chosen


@pytest.fixture
def some(language: str, path: Path) -> SmallShop:
    database = new_database(path)
    with database.transaction() as session:
        made = fill_small_shop(session, language)
    database.close()
    return made


@pytest.fixture
def shop(start: Start, some: SmallShop, person: Person) -> ShopWindow:
    program = start()
    person.press("Return")  # who is working
    return shop_of(program, person)


def test_every_word_is_of_the_users_language_and_every_control_has_a_name(
    shop: ShopWindow, some: SmallShop, language: str, qtbot: QtBot
) -> None:
    foreign: dict[str, set[str]] = {}
    nameless: dict[str, set[str]] = {}

    def note(place: str) -> None:
        found = {text for text in words(shop.window) if is_foreign(text, language)}
        known = set().union(*foreign.values()) if foreign else set()
        if found - known:
            foreign[place] = found - known
        unheard = {told(one) for one in stops(shop.window) if not heard(one).strip()}
        if unheard:
            nameless[place] = unheard

    for page in every_page(shop, qtbot):
        note(page)
    for form in every_form(shop, some, qtbot):
        note(form)
    for step in every_import_step(shop, qtbot, language):
        note(step)
    assert (foreign, nameless) == ({}, {})


@pytest.mark.parametrize("language", ["fa", "en"])
def test_what_comes_before_the_shop_speaks_the_language_too(
    language: str, database: Database, qtbot: QtBot
) -> None:
    set_language(language)
    with database.transaction() as session:
        fill_small_shop(session, language)
        people = users(session)
    background = Background(database)
    for window in first_windows(people, background):
        qtbot.addWidget(window)
        window.show()
        assert {text for text in words(window) if is_foreign(text, language)} == set()
        assert [told(one) for one in stops(window) if not heard(one).strip()] == []
    assert background.close()


def first_windows(people: Sequence[UserRow], background: Background) -> Iterator[QWidget]:
    yield Welcome()
    yield PhraseNeeded("1234123412341234", "/", [])
    yield EncryptionChange(Path(), None, b"secret", []).progress_window()
    yield EncryptionChange(Path(), b"secret", None, []).progress_window()
    yield BackupRestore(Path(), None, Path(), people[0].id, Settings()).progress_window()
    shop = people[0].name
    yield UserChoice(shop, people, background)
    for user in people:
        asked = replace(user, has_password=True)
        locked = UserChoice(shop, people, background, asked=asked, locked=True)
        [forgot] = [one for one in locked.findChildren(Button) if one.property("kind") == "quiet"]
        forgot.click()
        yield locked
    for problem in Problem:
        if problem.name.startswith("DATABASE_"):
            yield StartupErrorWindow(DatabaseError(problem, path="/"), "/", [])


def is_foreign(text: str, language: str) -> bool:
    return bool(_FOREIGN[language].search(_NAMES[language].sub("", text)))


def words(window: QWidget) -> Iterator[str]:
    """All that can be read, hovered or heard in a window, whether it is in sight or not."""
    yield window.windowTitle()
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisibleTo(window):
            continue
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield from (widget.text(), widget.placeholderText())
        elif isinstance(widget, QPlainTextEdit):
            yield from (widget.toPlainText(), widget.placeholderText())
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QAbstractItemView):
            yield from of_list(widget)
        menu: Callable[[], QMenu | None] | None = getattr(widget, "menu", None)
        made = menu() if callable(menu) else None
        if isinstance(made, QMenu):
            yield from (action.text() for action in made.actions())


def of_list(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = model.columnCount(QModelIndex()) if hasattr(view, "horizontalHeader") else 1
    for column in range(columns):
        if hasattr(view, "horizontalHeader"):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount(QModelIndex())):
            yield str(model.index(row, column).data() or "")


def stops(window: QWidget) -> Iterator[QWidget]:
    """What Tab stops at."""
    for widget in window.findChildren(QWidget):
        tabbed = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if widget.isVisibleTo(window) and widget.isEnabled() and tabbed:
            yield widget


def heard(widget: QWidget) -> str:
    """What a screen reader says a control is."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def told(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(widget).__name__} in {type(parent).__name__}"
