"""A list below its bar, and what stands in its place while there is nothing to list."""

from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.list_bar import ListBar


class ListCard(QFrame):
    """Shows `table`; or `nothing` while there are no records, `nothing_found` if none passes.

    `above` stands between the bar and the list, `below` under it.
    """

    def __init__(
        self,
        bar: ListBar,
        table: QWidget,
        *,
        nothing: QWidget,
        nothing_found: QWidget,
        above: QWidget | None = None,
        below: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._bar = bar
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(bar)
        if above is not None:
            column.addWidget(above)
        shown = QWidget()
        self._stack = QStackedLayout(shown)
        for widget in (table, nothing, nothing_found):
            self._stack.addWidget(widget)
        column.addWidget(shown, 1)
        if below is not None:
            column.addWidget(below)

    def show_count(self, count: int) -> None:
        """Show the list if it has `count` records, else why it has none."""
        self._stack.setCurrentIndex(0 if count else 2 if self._bar.is_filtered else 1)


def nothing_fits(bar: ListBar, title: str, text: str = "") -> EmptyState:
    """Say that the filters of a bar let nothing pass, and offer to show all again."""
    return EmptyState(
        "search",
        title,
        text,
        action=translate("ListCard", "Show all"),
        on_action=bar.clear_filters,
    )
