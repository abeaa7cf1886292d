"""All that an open shop tells who works in it: shown, said at the pointer, read aloud, copied."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QTableView
from pytestqt.qtbot import QtBot

from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.ui.customers.page import CustomersPage
from ecrm_desktop.ui.list_page import ListPage
from ecrm_desktop.ui.reports.choices import ReportChoices
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.ui.widgets.tabs import Tabs
from tests.helpers.every_place import every_form, every_page, settle
from tests.helpers.person import plain
from tests.helpers.screen import all_words, visible_widgets
from tests.helpers.small_shop import SmallShop

_MOST = 60
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def everything_told(
    shop: ShopWindow, some: SmallShop, qtbot: QtBot, *, without: tuple[str, ...] = ()
) -> Iterator[tuple[str, str]]:
    """Go through all pages with all their columns, tabs, reports and rows, and through all forms.

    Yields where one is and all that is told there; `without` are forms that this role cannot open.
    """
    for page in every_page(shop, qtbot):
        for table in shop.window.page(page).findChildren(RecordTable):
            _show_all_columns(table)
        settle(shop, qtbot)
        yield page, _told()
        yield f"{page}, rows and menus", _rows_and_menus(shop, qtbot)
        for key in _buttons(shop.window.page(page), Tabs):
            yield f"{page}, tab {key}", _after(shop, qtbot, key, shop.window.page(page), Tabs)
        for key in _buttons(shop.window.page(page), ReportChoices):
            told = _after(shop, qtbot, key, shop.window.page(page), ReportChoices)
            yield f"{page}, report {key}", told
    for form in every_form(shop, some, qtbot, without=without):
        yield form, _told()


def _buttons(page: object, kind: type[Tabs] | type[ReportChoices]) -> list[str]:
    return [one.text() for one in _visible_buttons(page, kind)]


def _visible_buttons(page: object, kind: type[Tabs] | type[ReportChoices]) -> list[QAbstractButton]:
    found = page.findChildren(kind)  # type: ignore[attr-defined]
    return [
        button
        for place in found
        for button in place.findChildren(QAbstractButton)
        if button.isVisible()
    ]


def _after(
    shop: ShopWindow,
    qtbot: QtBot,
    key: str,
    page: object,
    kind: type[Tabs] | type[ReportChoices],
) -> str:
    """Choose what bears a text, and return what is told then."""
    for button in _visible_buttons(page, kind):
        if button.text() == key:
            button.click()
            break
    settle(shop, qtbot)
    return _told()


def _show_all_columns(table: RecordTable[object]) -> None:
    menu = table.columns_menu()
    for action in menu.actions():
        if action.isCheckable() and not action.isChecked():
            action.trigger()
    menu.deleteLater()


def _told() -> str:
    """Return all that is told by what is visible, and what its lists can be copied into."""
    QApplication.clipboard().clear()
    said = [all_words()]
    for view in [one for one in visible_widgets() if isinstance(one, QAbstractItemView)]:
        model = view.model()
        if model is not None:
            said += _of_model(model, model.columnCount() if isinstance(view, QTableView) else 1)
    return plain("\n".join(said))


def _of_model(model: QAbstractItemModel, columns: int) -> Iterator[str]:
    for column in range(columns):
        for role in _ROLES:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            for row in range(min(model.rowCount(), _MOST)):
                yield str(model.index(row, column).data(role) or "")


def _rows_and_menus(shop: ShopWindow, qtbot: QtBot) -> str:
    """Go to each row of each list of the page; return what it tells, copies and offers then."""
    page = shop.window.page(shop.window.current_page)
    said: list[str] = []
    for view in [one for one in page.findChildren(QAbstractItemView) if one.isVisible()]:
        model = view.model()
        for row in range(min(model.rowCount(QModelIndex()), _MOST) if model else 0):
            view.setCurrentIndex(model.index(row, 0))
            settle(shop, qtbot)
            said.append(_told())
            said += _copied(view, row)
            said += _offered(page, row)
    return plain("\n".join(said))


def _copied(view: QAbstractItemView, row: int) -> Iterator[str]:
    model = view.model()
    for column in range(model.columnCount() if isinstance(view, QTableView) else 1):
        view.setCurrentIndex(model.index(row, column))
        QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        yield QApplication.clipboard().text()


def _offered(page: object, row: int) -> Iterator[str]:
    menus: list[QMenu] = []
    if isinstance(page, ListPage):
        record = page.table.paged.row(row)
        menu = page.menu_for(record) if record is not None else None
        menus += [menu] if menu is not None else []
    if isinstance(page, CustomersPage):
        menus.append(page.card.menu())
    for menu in menus:
        yield from (action.text() for action in menu.actions())
        menu.deleteLater()
