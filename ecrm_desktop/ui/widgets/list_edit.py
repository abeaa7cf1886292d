"""Rows of one kind of field, such as the phones of a customer."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.field import Field, join_texts
from ecrm_desktop.ui.widgets.joined_field import mark_wrong

T = TypeVar("T")
_BUTTON = QSize(28, 36)  # as high as a line


class ListEdit(Field[tuple[T, ...]]):
    """The values of all rows that are not empty; one row is always there.

    `make_row()` returns a fresh, empty field. The plus at the end adds a row, a cross or Alt+Delete
    removes one; `add_text` says what the plus adds.
    """

    def __init__(self, make_row: Callable[[], Field[T]], *, add_text: str = "") -> None:
        super().__init__()
        self._make_row = make_row
        self._name = ""
        self._rows: list[_Row[T]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.S)
        self._row.setSpacing(0)
        self._row.addLayout(self._column, 1)
        self._append()
        self._add = QToolButton()
        self._add.setIcon(theme.icon("plus", "primary"))
        self._add.setFixedSize(_BUTTON)
        self._add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._add.setToolTip(add_text or translate("ListEdit", "Add another"))
        self._add.setAccessibleName(self._add.toolTip())
        self._add.clicked.connect(self.add_row)
        self._row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignBottom)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @property
    def fields(self) -> list[Field[T]]:
        """The field of each row, in order."""
        return [row.field for row in self._rows]

    def value(self) -> tuple[T, ...]:
        """Return the values; InvalidInput of the first row that is wrong."""
        return tuple(field.value() for field in self.fields if not field.is_empty())

    def set_value(self, value: Sequence[T]) -> None:
        """Show a row for each value."""
        self._show_rows(len(value))
        for field, one in zip(self.fields, value, strict=False):
            field.set_value(one)
        self._refresh()

    def is_empty(self) -> bool:
        """Whether all rows are empty."""
        return all(field.is_empty() for field in self.fields)

    def text(self) -> str:
        """Return the texts of its rows."""
        return join_texts(field.text() for field in self.fields)

    def snapshot(self) -> list[Any]:
        """Return the contents of the rows that are not empty."""
        return [field.snapshot() for field in self.fields if not field.is_empty()]

    def restore(self, contents: Any) -> None:
        """Show the rows again."""
        if isinstance(contents, list):
            self._show_rows(len(contents))
            for field, one in zip(self.fields, contents, strict=False):
                field.restore(one)
            self._refresh()

    def tidy(self) -> None:
        """Write each row as it will be shown."""
        for field in self.fields:
            field.tidy()

    def set_name(self, name: str) -> None:
        """Tell screen readers what the rows are."""
        self._name = name
        for field in self.fields:
            field.set_name(name)

    def set_wrong(self, sentence: str) -> None:
        """Put a red border around the rows that are wrong."""
        mark_wrong(self.fields, sentence)

    def add_row(self) -> None:
        """Put the keyboard into a new row, or into the last one if that is still empty."""
        if not self.fields[-1].is_empty():
            self._append()
        self.fields[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first row; a proxy would have to change with the rows."""
        self.fields[0].setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the row with the keyboard by Alt+Delete."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        row = next((row for row in self._rows if _has_focus(row)), None)
        if alt and event.key() == Qt.Key.Key_Delete and row is not None:
            self._remove(row)
        else:
            super().keyPressEvent(event)

    def _show_rows(self, count: int) -> None:
        """Have fresh rows for so many values."""
        old = len(self._rows)
        for _number in range(max(count, 1)):
            self._append()
        for row in self._rows[:old]:
            _let_go(row)
        del self._rows[:old]

    def _append(self) -> None:
        row = _Row(self._make_row())
        row.field.set_name(self._name)
        row.field.edited.connect(self._on_edited)
        row.field.hinted.connect(self.hinted)
        row.dropped.connect(lambda: self._remove(row))
        self._column.addWidget(row)
        row.show()  # now, or it could not take the keyboard at once
        if self._rows:
            follow(self._rows[-1], row)
        self._rows.append(row)
        self._refresh()

    def _remove(self, row: "_Row[T]") -> None:
        was_empty, focused = row.field.is_empty(), _has_focus(row)
        if len(self._rows) == 1:
            self._append()
        at = self._rows.index(row)
        del self._rows[at]
        if focused:
            self.fields[min(at, len(self._rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        _let_go(row)
        self._refresh()
        if not was_empty:
            self.edited.emit()

    def _on_edited(self) -> None:
        self._refresh()
        self.edited.emit()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        # The form looks after the field as a whole; between rows nobody else does.
        if old is not None and new is not None and self.isAncestorOf(new):
            for row in self._rows:
                if row.isAncestorOf(old) and not row.isAncestorOf(new):
                    row.field.tidy()

    def _refresh(self) -> None:
        alone = len(self._rows) == 1 and self.fields[0].is_empty()
        for row in self._rows:
            row.cross.setVisible(not alone)


class _Row(QWidget, Generic[T]):
    dropped = Signal()

    def __init__(self, field: Field[T]) -> None:
        super().__init__()
        self.field = field
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(field, 1)
        self.cross = QToolButton()
        self.cross.setIcon(theme.icon("x", "muted"))
        self.cross.setIconSize(QSize(14, 14))
        self.cross.setFixedSize(_BUTTON)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setAccessibleName(translate("ListEdit", "Remove"))
        self.cross.setToolTip(translate("ListEdit", "Remove (Alt+Delete)"))
        self.cross.clicked.connect(self.dropped)
        keeps_place = self.cross.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.cross.setSizePolicy(keeps_place)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)


def _has_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)


def follow(before: QWidget, row: QWidget) -> None:
    """Let Tab reach a new field after the one before it, not at the end of the window."""
    chain = [_family(before)[-1], *_family(row)]
    # A container must lead the fields it hands the keyboard to, or Tab would go round in the row;
    # yet Qt moves only what takes the keyboard by itself.
    usual = [(one, one.focusPolicy(), one.focusProxy()) for one in chain]
    for one in chain:
        one.setFocusProxy(None)  # type: ignore[arg-type]  # as Qt allows
        one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for one, following in pairwise(chain):
        QWidget.setTabOrder(one, following)
    for one, policy, proxy in usual:
        one.setFocusPolicy(policy)
        if proxy is not None:
            one.setFocusProxy(proxy)


def _family(row: QWidget) -> list[QWidget]:
    """Return a row and all in it, without lists that open in windows of their own."""
    inner = row.findChildren(QWidget)
    return [row, *(one for one in inner if one.window() is row.window())]


def _let_go(row: QWidget) -> None:
    row.hide()
    row.setParent(None)
    row.deleteLater()
