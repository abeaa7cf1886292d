"""Nothing that belongs on a page appears as a window of its own while the page is built."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.every_place import every_form, every_page
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.helpers.small_shop import fill_small_shop
from tests.journeys.conftest import Start, shop_of


class _Watch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_pages_and_forms_are_built_without_flashing(
    start: Start, path: Path, person: Person, qapp: QApplication, qtbot: QtBot
) -> None:
    database = new_database(path)
    with database.transaction() as session:
        some = fill_small_shop(session, "fa")
    database.close()
    program = start()
    person.press("Return")
    shop = shop_of(program, person)
    watch = _Watch()
    qapp.installEventFilter(watch)
    try:
        for _page in every_page(shop, qtbot):
            pass
        for _form in every_form(shop, some, qtbot):
            pass
    finally:
        qapp.removeEventFilter(watch)
    assert watch.shown == []
