"""A sheet over the page: title, body, footer, and perhaps a panel beside them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.overlay import Overlay, overlay_host
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea

_TOP = 46
_MARGIN, _PADDING = 20, 18
_NO_LIMIT = 16_777_215
_SIDE_WIDTH, _NARROW_SIDE = 310, 250
_MAIN_WIDTH = 560  # the least in which a form with several columns is at ease
_SIDE_NEEDS = 760  # a narrower window shows the side panel above the form instead


class Sheet(Overlay):
    """`body` scrolls when it is too tall; `side` stands at the start, or above on small screens.

    `asker` is any widget of the window the sheet is to lie over. Esc and Cancel close it, after a
    question if `is_dirty` says so; Ctrl+Enter presses the primary button.
    """

    def __init__(
        self,
        asker: QWidget,
        messenger: Messenger,
        *,
        title: str,
        body: QWidget,
        side: QWidget | None = None,
        width: int = 560,
        is_dirty: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(overlay_host(asker))
        self.messenger = messenger
        self.body = body
        self.primary: Button | None = None
        self._is_dirty = is_dirty
        self._wanted_width = width + (_SIDE_WIDTH if side is not None else 0)
        self._asking = False
        self.setAccessibleName(title)
        self._columns = QHBoxLayout(self.card)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._side = side
        self._panel = self._side_panel(side) if side is not None else None
        main = QWidget()
        self._columns.addWidget(main, 1)
        column = QVBoxLayout(main)
        column.setContentsMargins(_MARGIN, _PADDING, _MARGIN, _PADDING)
        column.setSpacing(theme.L)
        self._title = Label(title, "title", wrap=True)
        column.addWidget(self._title)
        self._notes = QVBoxLayout()
        column.addLayout(self._notes)
        self._scroll = _scrolling(body)
        column.addWidget(self._scroll, 1)
        self._footer = QHBoxLayout()
        self._footer.setSpacing(theme.S)
        self._footer.addStretch(1)
        self.cancel = Button(translate("Sheet", "Cancel"), keys="Esc")
        self.cancel.clicked.connect(lambda _checked: self.request_close())
        self._footer.addWidget(self.cancel)
        column.addLayout(self._footer)
        body.installEventFilter(self)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._press_primary)

    def keep_now(self) -> None:
        """Keep what is typed until now, for whoever comes back; nothing, where nothing is kept."""

    def add_primary(self, text: str, action: Callable[[], None]) -> Button:
        """Add the one main button, which Ctrl+Enter presses."""
        self.primary = Button(text, keys="Ctrl+Enter", kind="primary")
        self.primary.clicked.connect(lambda _checked: action())
        self._footer.insertWidget(0, self.primary)
        self.setTabOrder(self.primary, self.cancel)
        return self.primary

    def add_button(self, text: str, action: Callable[[], None], *, kind: str = "") -> Button:
        """Add another button after those there are."""
        button = Button(text, kind=kind)
        button.clicked.connect(lambda _checked: action())
        self._footer.insertWidget(self._footer.count() - 2, button)
        self.setTabOrder(button, self.cancel)
        return button

    def show_note(self, note: QWidget | None) -> None:
        """Show something above the body, instead of what was shown there before."""
        clear(self._notes)
        if note is not None:
            self._notes.addWidget(note)
        if self.isVisible():
            self.place()

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def show_closing_only(self) -> None:
        """Call the cancel button "Close": the sheet only shows something."""
        self.cancel.setText(translate("Sheet", "Close"))
        self.cancel.setAccessibleName(self.cancel.text())
        self.cancel.updateGeometry()

    def request_close(self, then: Callable[[], None] | None = None) -> None:
        """Close, after a question if something was typed; `then` only if it was closed."""

        def close() -> None:
            self.discard()
            if then is not None:
                then()

        if not self._is_dirty():
            close()
        elif not self._asking:
            self._asking = True
            self.messenger.ask(
                translate("Sheet", "Discard what you typed?"),
                accept=translate("Sheet", "Discard"),
                on_accept=close,
                refuse=translate("Sheet", "Keep writing"),
                on_refuse=self._go_on,
                dangerous=True,
            )

    def discard(self) -> None:
        """Close without keeping anything."""
        self.close_overlay()

    def first_focus(self) -> QWidget | None:
        """Return the first stop of the body, or the primary button."""
        inside = [one for one in self.stops() if self.body.isAncestorOf(one)]
        return inside[0] if inside else (self.primary or self.cancel)

    def place(self) -> None:
        """Stand in the middle near the top, as tall as the contents and the host allow."""
        width = min(self._wanted_width, self.width() - 2 * theme.L)
        room = self.height() - 2 * theme.L
        beside = width >= _SIDE_NEEDS
        self.card.setFixedWidth(width)
        if self._side is None or self._panel is None:
            wanted = self._main_height(width - 2)
        elif beside:
            self._columns.setDirection(QBoxLayout.Direction.LeftToRight)
            beside_width = min(_SIDE_WIDTH, max(_NARROW_SIDE, width - _MAIN_WIDTH))
            self._panel.setFixedSize(beside_width, _NO_LIMIT)
            self._panel.setMinimumHeight(0)
            side = _height(self._side, beside_width - 2 * _PADDING) + 2 * _PADDING
            wanted = max(self._main_height(width - 2 - beside_width), side)
        else:
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)
            side = min(_height(self._side, width - 2 - 2 * _PADDING) + 2 * _PADDING, room // 3)
            self._panel.setFixedSize(width - 2, side)
            wanted = self._main_height(width - 2) + side
        height = min(wanted + 2, room)  # the card's border of one pixel takes two
        self.card.setFixedHeight(height)
        top = _TOP if _TOP + height + theme.L <= self.height() else (self.height() - height) // 2
        self.card.move((self.width() - width) // 2, top)

    def on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Scroll to what got the keyboard."""
        super().on_focus(old, new)
        if new is not None and self.body.isAncestorOf(new):
            self._scroll.ensureWidgetVisible(new, 0, 2 * _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of the body."""
        if watched is self.body and event.type() == QEvent.Type.LayoutRequest and self.is_open:
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.request_close()
        # Other keys end here: those of the page below do not work through a sheet.

    def _go_on(self) -> None:
        self._asking = False

    def _press_primary(self) -> None:
        if self.primary is not None:
            self.primary.click()

    def _main_height(self, width: int) -> int:
        inner = width - 2 * _MARGIN
        title = self._title.heightForWidth(inner)
        return 2 * _PADDING + title + _height(self.body, inner) + theme.CONTROL_HEIGHT + 2 * theme.L

    def _side_panel(self, side: QWidget) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "side")
        column = QVBoxLayout(panel)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.addWidget(_scrolling(side))
        self._columns.addWidget(panel)
        return panel


def _height(widget: QWidget, width: int) -> int:
    wanted = widget.heightForWidth(width)
    if wanted < 0:
        wanted = widget.sizeHint().height()
    # A scroll area gives its contents their least height even where their width needs less.
    return max(wanted, widget.minimumSizeHint().height())


def _scrolling(inner: QWidget) -> ScrollArea:
    area = ScrollArea(inner)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return area
