"""Everything that any window of the program shows, says or would say when pointed at."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from tests.helpers.person import plain

_MOST = 100
_TEXTS = (
    "text",
    "toPlainText",
    "title",
    "toolTip",
    "windowTitle",
    "accessibleName",
    "accessibleDescription",
    "placeholderText",
    "statusTip",
    "whatsThis",
    "currentText",
)


def all_words() -> str:
    """Return all texts of all visible widgets of all windows, whether covered or not."""
    return plain("\n".join(text for widget in visible_widgets() for text in _texts(widget)))


def visible_widgets() -> Iterator[QWidget]:
    """Return the visible windows and every visible widget in them."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield window
            yield from (one for one in window.findChildren(QWidget) if one.isVisible())


def _texts(widget: QWidget) -> Iterator[str]:
    for name in _TEXTS:
        read = getattr(widget, name, None)
        if callable(read):
            text = read()
            if isinstance(text, str):
                yield text
    for action in widget.actions():
        yield action.text()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        columns = model.columnCount(QModelIndex()) if isinstance(widget, QTableView) else 1
        for row in range(min(model.rowCount(QModelIndex()), _MOST)):
            for column in range(columns):
                yield str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "")
