"""Search anywhere: answers while typing, the first hit ready for Enter."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.field import align_to_start
from ecrm_desktop.ui.widgets.hit_line import HitLine
from ecrm_desktop.ui.widgets.hit_popup import Search


class SearchBox(HitLine):
    """The search field of the window; `unknown(text)` asks for a new customer."""

    def __init__(self, search: Search) -> None:
        super().__init__(search, _nothing)
        self.setObjectName("search")
        self.setPlaceholderText(translate("SearchBox", "Search name, phone, subscription code…"))
        self.setAccessibleName(translate("SearchBox", "Search anywhere"))
        self.setClearButtonEnabled(True)
        align_to_start(self)

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
