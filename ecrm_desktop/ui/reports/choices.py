"""The reports to choose from, each with a line about what it tells."""

from collections.abc import Collection

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.reports.catalogue import ReportName, report_title
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.elided import elided
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea

_HEIGHT = 56
_ICONS = {
    ReportName.SALES: "store",
    ReportName.PURCHASES: "shopping-bag",
    ReportName.TOP_CUSTOMERS: "gift",
    ReportName.CUSTOMERS: "users",
    ReportName.CUSTOMER: "user",
    ReportName.INTERACTIONS: "phone",
    ReportName.COMPLAINTS: "message-square-warning",
    ReportName.AUDIT: "history",
}


class ReportChoices(QFrame):
    """`chosen(ReportName)` by click, or by the arrow keys."""

    chosen = Signal(object)

    def __init__(self, *, without: Collection[ReportName] = ()) -> None:
        super().__init__()
        self.setProperty("role", "card")
        names = [name for name in _ICONS if name not in without]
        self.current = names[0]
        self._group = QButtonGroup(self)
        self._buttons: dict[ReportName, _Choice] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        for name in names:
            button = _Choice(name)
            button.toggled.connect(lambda on, name=name: self._take(name) if on else None)
            self._group.addButton(button)
            self._buttons[name] = button
            column.addWidget(button)
        column.addStretch()
        self._area = ScrollArea(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        around.addWidget(self._area)
        self._buttons[self.current].setChecked(True)

    def choose(self, name: ReportName) -> None:
        """Choose a report."""
        self._buttons[name].setChecked(True)

    def _take(self, name: ReportName) -> None:
        self._area.ensureWidgetVisible(self._buttons[name], 0, 0)
        if name is not self.current:
            self.current = name
            self.chosen.emit(name)


class _Choice(QAbstractButton):
    def __init__(self, name: ReportName) -> None:
        super().__init__()
        self._icon = _ICONS[name]
        self._about = _about(name)
        self.setText(report_title(name))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._about)
        self.setToolTip(self._about)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)  # both lines, however low the window is

    def sizeHint(self) -> QSize:
        return QSize(220, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.isRightToLeft()
        chosen = self.isChecked()
        ground = "primary_soft" if chosen else "hover" if self.underMouse() else "card"
        painter.setPen(theme.color("primary") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        icon = QRect(0, 0, theme.ICON, theme.ICON)
        icon.moveCenter(self.rect().center())
        inner = self.rect().adjusted(theme.M, 8, -theme.M, -8)
        if rtl:
            icon.moveRight(inner.right())
            inner.setRight(icon.left() - theme.M)
        else:
            icon.moveLeft(inner.left())
            inner.setLeft(icon.right() + theme.M)
        theme.paint_icon(painter, icon, self._icon, "primary" if chosen else "muted")
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        for text, font, role, edge in (
            (self.text(), theme.font(bold=chosen), "ink", Qt.AlignmentFlag.AlignTop),
            (self._about, theme.font(11), "muted", Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(role))
            shown = elided(painter.fontMetrics(), text, inner.width())
            painter.drawText(inner, side | edge | Qt.AlignmentFlag.AlignAbsolute, shown)
        painter.end()


def _about(name: ReportName) -> str:
    return {
        ReportName.SALES: translate("ReportsPage", "By month, product, seller, city…"),
        ReportName.PURCHASES: translate("ReportsPage", "Every purchase, with sums"),
        ReportName.TOP_CUSTOMERS: translate("ReportsPage", "Who spent most"),
        ReportName.CUSTOMERS: translate("ReportsPage", "Who they are and where they live"),
        ReportName.CUSTOMER: translate("ReportsPage", "All about one of them"),
        ReportName.INTERACTIONS: translate("ReportsPage", "Calls, visits, messages"),
        ReportName.COMPLAINTS: translate("ReportsPage", "Time to resolution, overdue ones"),
        ReportName.AUDIT: translate("ReportsPage", "Who did what, before and after"),
    }[name]
