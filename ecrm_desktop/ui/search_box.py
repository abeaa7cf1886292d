"""Search anywhere: answers while typing, the first hit ready for Enter."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.field import align_to_start
from ecrm_desktop.ui.widgets.hit_line import HitLine
from ecrm_desktop.ui.widgets.hit_popup import Search

_KEYS = "Ctrl+K"
_AROUND_HINT = 110  # the keys, the icon and the space between


class SearchBox(HitLine):
    """The search field of the window; `unknown(text)` asks for a new customer."""

    def __init__(self, search: Search) -> None:
        super().__init__(search, _nothing)
        self.setObjectName("search")
        self.setPlaceholderText(translate("SearchBox", "Search name, phone, subscription code…"))
        self.setAccessibleName(translate("SearchBox", "Search anywhere"))
        self.setClearButtonEnabled(True)
        align_to_start(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the keys that lead here while nothing is typed."""
        super().paintEvent(event)
        wanted = self.fontMetrics().horizontalAdvance(self.placeholderText()) + _AROUND_HINT
        if self.text() or self.hasFocus() or wanted > self.width():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(11))
        width = painter.fontMetrics().horizontalAdvance(_KEYS) + 10
        chip = QRect(10, (self.height() - 20) // 2, width, 20)
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            chip.moveRight(self.width() - 10)
        painter.setPen(theme.color("outline"))
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.color("muted"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, _KEYS)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, once the popup is closed."""
        if event.key() == Qt.Key.Key_Escape and not self.popup.isVisible():
            self.clear()
            self.clearFocus()
        else:
            super().keyPressEvent(event)


def _nothing(text: str) -> str:
    return translate(
        "SearchBox",
        "Nothing found for “{text}”. Press Enter to add a new customer.",
        text=text,
    )
