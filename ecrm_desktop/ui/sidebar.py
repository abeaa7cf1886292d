"""The pages of the program, at the side where reading starts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.destinations import PageName, PageSpec
from ecrm_desktop.ui.widgets.badge import BadgeKind, badge_width, paint_badge
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea

_WIDE, _NARROW = 190, 60
_ENTRY_HEIGHT = 38
_STATE_ICON = 14


class _Entry(QAbstractButton):
    """An icon, a name and perhaps a count."""

    def __init__(self, spec: PageSpec, keys: str) -> None:
        super().__init__()
        self.spec = spec
        self._count = ""
        self.narrow = False
        self.setText(spec.title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{spec.title}  {keys}".strip())
        self.setAccessibleName(spec.title)

    def show_count(self, text: str) -> None:
        self._count = text
        self.setAccessibleName(f"{self.spec.title} {text}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_NARROW - 16, _ENTRY_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        role = "primary" if self.isChecked() else "ink"
        box = self.rect().adjusted(0, 1, 0, -1)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(theme.color("primary") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("primary_soft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box.adjusted(1, 0, -1, 0), 8, 8)
        icon = QRect(12, box.center().y() - 8, 18, 18)
        if self.narrow:
            icon.moveCenter(box.center())
        elif rtl:
            icon.moveRight(box.right() - 12)
        theme.paint_icon(painter, icon, self.spec.icon, "primary" if self.isChecked() else "muted")
        if self.narrow:
            self._paint_dot(painter, icon)
            painter.end()
            return
        painter.setFont(theme.font(bold=self.isChecked()))
        painter.setPen(theme.color(role))
        count = badge_width(self._count) + 8 if self._count else 0
        text = box.adjusted(12, 0, -42, 0) if rtl else box.adjusted(42, 0, -12, 0)
        label = text.adjusted(count, 0, 0, 0) if rtl else text.adjusted(0, 0, -count, 0)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        title = QFontMetrics(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, label.width()
        )
        painter.drawText(
            label, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, title
        )
        if self._count:
            place = QRect(text)
            place.setWidth(count - 8)
            if not rtl:
                place.moveRight(text.right())
            paint_badge(painter, place, self._count, BadgeKind.RED)
        painter.end()

    def _paint_dot(self, painter: QPainter, icon: QRect) -> None:
        if self._count:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("red"))
            painter.drawEllipse(icon.right() - 3, icon.top() - 3, 8, 8)


class _SyncState(QAbstractButton):
    """How syncing goes: an icon and a few words, which may take two lines; pressed for more."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._color = "check", "primary"
        self._words = Label(role="small", wrap=True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S, theme.XS, theme.S, theme.XS)
        row.setSpacing(0)
        row.addSpacing(_STATE_ICON + theme.S)
        row.addWidget(self._words)
        self.setMinimumHeight(theme.CONTROL_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_narrow(self, *, narrow: bool) -> None:
        self._words.setVisible(not narrow)
        self.setToolTip(self.accessibleDescription() or (self.accessibleName() if narrow else ""))

    def show_state(self, text: str, kind: BadgeKind, icon: str, detail: str) -> None:
        self._icon, self._color = icon, kind.value
        self._words.setText(text)
        self._words.set_role("small" if kind is BadgeKind.PRIMARY else f"small-{kind.value}")
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.set_narrow(narrow=self._words.isHidden())
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._words.isHidden():
            return theme.CONTROL_HEIGHT
        room = width - 3 * theme.S - _STATE_ICON
        return max(theme.CONTROL_HEIGHT, self._words.heightForWidth(room) + 2 * theme.XS)

    def sizeHint(self) -> QSize:
        return QSize(_NARROW, self.heightForWidth(max(self.width(), _NARROW)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(theme.color("primary") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        icon = QRect(theme.S, 0, _STATE_ICON, self.height())
        if self._words.isHidden():
            icon.moveCenter(self.rect().center())
        elif self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            icon.moveRight(self.width() - theme.S)
        theme.paint_icon(painter, icon, self._icon, self._color)
        painter.end()


class Sidebar(QFrame):
    """The shop's name, the pages with counts, and a few lines of state below."""

    chosen = Signal(object)  # PageName
    lock_asked = Signal()

    def __init__(self, shop_name: str, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._group = QButtonGroup(self)
        self._entries: dict[PageName, _Entry] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S, theme.M, theme.S, theme.M)
        column.setSpacing(2)
        self._shop = Label(role="title")
        self._shop.setContentsMargins(theme.S, 0, theme.S, 0)
        self._shop_name = shop_name
        column.addWidget(self._shop)
        column.addSpacing(theme.M)
        entries = QWidget()
        inner = QVBoxLayout(entries)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2)
        for number, spec in enumerate(specs, start=1):
            entry = _Entry(spec, f"Alt+{number % 10}" if number <= 10 else "")  # noqa: PLR2004
            entry.clicked.connect(lambda _checked, name=spec.name: self.chosen.emit(name))
            self._group.addButton(entry)
            self._entries[spec.name] = entry
            inner.addWidget(entry)
        inner.addStretch()
        self._pages = ScrollArea(entries)
        column.addWidget(self._pages, 1)
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        column.addWidget(self._rule)
        self._offers = QWidget()
        QVBoxLayout(self._offers).setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._offers)
        self._status = Label(role="small", wrap=True)
        self._status.setContentsMargins(theme.S, theme.S, theme.S, 0)
        column.addWidget(self._status)
        self._sync = _SyncState()
        self._sync.clicked.connect(lambda _checked: self.chosen.emit(PageName.SYNC))
        column.addWidget(self._sync)
        self._lock = Button(translate("Sidebar", "Lock"), keys="Ctrl+L", kind="quiet", icon="lock")
        self._lock.clicked.connect(lambda _checked: self.lock_asked.emit())
        column.addWidget(self._lock)
        self.set_narrow(narrow=False)
        self._pages.viewport().installEventFilter(self)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone when the window has no room for names."""
        self.setFixedWidth(_NARROW if narrow else _WIDE)
        self._shop.setVisible(not narrow)
        self._status.setVisible(not narrow)
        self._offers.setVisible(not narrow)
        self._rule.setVisible(not narrow)
        self._lock.set_narrow(narrow=narrow)
        self._sync.set_narrow(narrow=narrow)
        name = QFontMetrics(theme.font(16, bold=True))
        self._shop.setText(
            name.elidedText(self._shop_name, Qt.TextElideMode.ElideRight, _WIDE - 40)
        )
        self._shop.setToolTip(self._shop_name)
        for entry in self._entries.values():
            entry.narrow = narrow
            entry.update()
        self._place_lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the lock below the icons when a scroll bar moves them aside."""
        if event.type() == QEvent.Type.Resize:
            self._place_lock()
        return super().eventFilter(watched, event)

    def show_page(self, name: PageName) -> None:
        """Mark the page that is open."""
        if name in self._entries:
            self._entries[name].setChecked(True)

    def show_count(self, name: PageName, text: str) -> None:
        """Show a count beside a page's title; "" for none."""
        if name in self._entries:
            self._entries[name].show_count(text)

    def show_status(self, lines: Sequence[str]) -> None:
        """Show lines of state, such as who is working."""
        self._status.setText("\n".join(lines))

    def show_sync(self, text: str, kind: BadgeKind, icon: str, detail: str = "") -> None:
        """Show how syncing goes, in a line of its own; nothing of it while `text` is empty."""
        self._sync.show_state(text, kind, icon, detail)
        self._sync.setVisible(bool(text))

    def offer(self, text: str, action: Callable[[], None]) -> None:
        """Put a button above the lines of state."""
        button = Button(text, kind="quiet")
        button.clicked.connect(lambda _checked: action())
        layout = self._offers.layout()
        if layout is not None:
            layout.addWidget(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from page to page."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        entries = list(self._entries.values())
        focused = next((n for n, entry in enumerate(entries) if entry.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        entries[(focused + step) % len(entries)].setFocus(Qt.FocusReason.TabFocusReason)

    def _place_lock(self) -> None:
        if self.width() <= _NARROW:
            self._lock.setFixedWidth(self._pages.viewport().width())
            self._sync.setFixedWidth(self._pages.viewport().width())
        else:
            self._sync.setMaximumWidth(_WIDE)
            self._sync.setMinimumWidth(0)
            self._lock.setFixedWidth(self._lock.sizeHint().width())
