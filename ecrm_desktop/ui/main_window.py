"""The window: sidebar, search bar and pages; navigation and nothing else."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.settings import WINDOW_GEOMETRY, Settings
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.destinations import PageName, PageSpec
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.search_box import SearchBox
from ecrm_desktop.ui.sidebar import Sidebar
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.hit_popup import Search
from ecrm_desktop.ui.widgets.note import Note

_NARROW_BELOW = 1100
_SMALLEST = (800, 420)  # 1366×768 at 150 % without the bars of the system
_USUAL = (1366, 768)


class MainWindow(QMainWindow):
    """Pages are built when they are first opened; what its keys ask for it tells by signals."""

    new_customer_asked = Signal()
    interaction_asked = Signal()
    purchase_asked = Signal()
    edit_asked = Signal()
    keys_asked = Signal()
    resume_asked = Signal()
    lock_asked = Signal()
    sync_asked = Signal()
    hit_chosen = Signal(object)  # hit_popup.Hit
    unknown_searched = Signal(str)
    page_opened = Signal(object)  # PageName
    closing = Signal()

    def __init__(
        self, shop_name: str, specs: Sequence[PageSpec], search: Search, settings: Settings
    ) -> None:
        super().__init__()
        self.setWindowTitle(shop_name)
        self.setMinimumSize(*_SMALLEST)
        self._settings = settings
        self._specs = {spec.name: spec for spec in specs}
        self._pages: dict[PageName, QWidget] = {}
        self._current = specs[0].name
        self._back: list[PageName] = []
        self._forward: list[PageName] = []
        self.sidebar = Sidebar(shop_name, specs)
        self.sidebar.chosen.connect(self._key_page)
        self.sidebar.lock_asked.connect(self.lock_asked)
        self._stack = QStackedWidget()
        body = QWidget()
        self.content = QWidget()
        self.content.setProperty("overlayHost", True)  # sheets leave the sidebar alone
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.content, 1)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top_bar(search))
        self._notes = QVBoxLayout()
        column.addLayout(self._notes)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self._bind_keys()
        self._restore_geometry()

    def show_note(self, text: str) -> None:
        """Show a sentence over every page for as long as the window lives."""
        self._notes.setContentsMargins(theme.L, theme.S, theme.L, 0)
        self._notes.addWidget(Note(text, BadgeKind.GREY))

    def open_page(self, name: PageName) -> QWidget:
        """Show a page, building it if it is new; return it."""
        if self._pages and name != self._current:
            self._back.append(self._current)
            self._forward.clear()
        return self._show(name)

    def page(self, name: PageName) -> QWidget:
        """Return a page, building it if it is new, without showing it."""
        if name not in self._pages:
            spec = self._specs[name]
            page = spec.build()
            page.setContentsMargins(0, 0, 0, 0)
            page.setAccessibleName(spec.title)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    @property
    def page_names(self) -> list[PageName]:
        """All pages, as the sidebar has them."""
        return list(self._specs)

    @property
    def current_page(self) -> PageName:
        """The page that is shown."""
        return self._current

    def go_back(self) -> None:
        """Show the page that was shown before."""
        if self._back:
            self._forward.append(self._current)
            self._show(self._back.pop())

    def go_forward(self) -> None:
        """Undo a `go_back`."""
        if self._forward:
            self._back.append(self._current)
            self._show(self._forward.pop())

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def _show(self, name: PageName) -> QWidget:
        page = self.page(name)
        self._current = name
        self._stack.setCurrentWidget(page)
        self.sidebar.show_page(name)
        self._focus_page(page)
        self.page_opened.emit(name)
        return page

    @staticmethod
    def _focus_page(page: QWidget) -> None:
        """Give the keyboard to the list of a page, so that the arrow keys work at once."""
        lists = page.findChildren(QAbstractItemView)
        first = next((one for one in lists if one.isVisibleTo(page)), None)
        (first or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _top_bar(self, search: Search) -> QWidget:
        bar = QFrame()
        bar.setObjectName("topBar")
        bar.setFixedHeight(52)
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.L, 0, theme.L, 0)
        row.setSpacing(theme.S)
        self.search_box = SearchBox(search)
        self.search_box.setMinimumWidth(220)
        self.search_box.setMaximumWidth(400)
        self.search_box.chosen.connect(self.hit_chosen)
        self.search_box.unknown.connect(self.unknown_searched)
        row.addWidget(self.search_box, 2)
        row.addStretch(1)
        for text, keys, signal, kind in (
            (translate("MainWindow", "Record call"), "F2", self.interaction_asked, ""),
            (translate("MainWindow", "Record purchase"), "F3", self.purchase_asked, ""),
            (translate("MainWindow", "New customer"), "Ctrl+N", self.new_customer_asked, "primary"),
        ):
            button: QPushButton = Button(text, keys=keys, kind=kind)
            button.clicked.connect(lambda _checked, signal=signal: signal.emit())
            row.addWidget(button)
        return bar

    def _bind_keys(self) -> None:
        bindings: dict[str, Callable[[], None]] = {
            "Ctrl+K": self.focus_search,
            "Ctrl+F": self.focus_search,
            "Ctrl+N": self.new_customer_asked.emit,
            "F2": self.interaction_asked.emit,
            "F3": self.purchase_asked.emit,
            "F4": self._key_edit,
            "F5": self.sync_asked.emit,
            "F6": self.resume_asked.emit,
            "Ctrl+L": self.lock_asked.emit,
            "F1": self.keys_asked.emit,
            "?": self.keys_asked.emit,
            # As in browsers of right-to-left users: back is where reading comes from.
            "Alt+Right": self._key_right,
            "Alt+Left": self._key_left,
        }
        for number, name in enumerate(self.page_names[:10], start=1):
            bindings[f"Alt+{number % 10}"] = partial(self._key_page, name)
        for keys, action in bindings.items():
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    def _leave(self, then: Callable[[], object]) -> None:
        """Go on with `then` once no sheet with something typed lies over the page."""
        sheet = top_overlay(self.content)
        if sheet is None:
            then()
        else:
            sheet.request_close(lambda: self._leave(then))

    def _key_page(self, name: PageName) -> None:
        self.sidebar.show_page(self._current)  # until it is certain
        self._leave(lambda: self.open_page(name))

    def _key_edit(self) -> None:
        if top_overlay(self.content) is None:
            self.edit_asked.emit()

    def _key_right(self) -> None:
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._leave(self.go_back if right_to_left else self.go_forward)

    def _key_left(self) -> None:
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._leave(self.go_forward if right_to_left else self.go_back)

    def _restore_geometry(self) -> None:
        kept = self._settings.get(WINDOW_GEOMETRY)
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(*_USUAL)
            free = self.screen().availableGeometry()
            if free.width() <= _USUAL[0]:
                self.setWindowState(Qt.WindowState.WindowMaximized)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names of the pages out when there is no room."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(narrow=self.width() < _NARROW_BELOW)

    def _close_again(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place of the window, once no form with something typed is open."""
        sheet = top_overlay(self.content)
        if sheet is not None:
            event.ignore()
            sheet.request_close(self._close_again)
            return
        geometry = self.saveGeometry().toBase64().toStdString()
        self._settings.set(WINDOW_GEOMETRY, geometry)
        self.closing.emit()
        super().closeEvent(event)
