"""Several of a list, ticked in a menu."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QComboBox, QMenu, QSizePolicy

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.field import Field
from ecrm_desktop.ui.widgets.listed import listed


class _Menu(QMenu):
    """Stays open while one is ticked after the other."""

    def mouseReleaseEvent(self, event: Any) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)


class _Box(QComboBox):
    """Looks like a choice of one; `asked` where that would open its list."""

    asked = Signal()

    def showPopup(self) -> None:
        """Let a menu open instead."""
        self.asked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a long form must not change what was chosen.
        event.ignore()


class ManyChoice(Field[tuple[str, ...]]):
    """The chosen keys, in the order of the list; `nothing` is what is shown while there are none.

    A key that is not in the list is kept and shown as it is.
    """

    def __init__(self, options: Sequence[tuple[str, str]], *, nothing: str = "") -> None:
        self.box = _Box()
        super().__init__(self.box)
        self._nothing = nothing or translate("RuleEdit", "choose…")
        self._texts = dict(options)
        self._chosen: set[str] = set()
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMinimumContentsLength(6)
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.asked.connect(self._offer)
        self._show()

    def value(self) -> tuple[str, ...]:
        """Return the keys that are ticked."""
        return tuple(key for key in self._texts if key in self._chosen)

    def set_value(self, value: Sequence[str]) -> None:
        """Tick these."""
        self._texts |= {key: key for key in value if key not in self._texts}
        self._chosen = set(value)
        self._show()

    def is_empty(self) -> bool:
        """Whether none is ticked."""
        return not self._chosen

    def text(self) -> str:
        """Return the ticked ones in words."""
        return listed(self._texts[key] for key in self.value())

    def snapshot(self) -> list[str]:
        """Return the keys."""
        return list(self.value())

    def restore(self, contents: Any) -> None:
        """Tick them again."""
        if isinstance(contents, list):
            self.set_value([one for one in contents if isinstance(one, str)])

    def menu(self) -> QMenu:
        """Return the menu in which they are ticked."""
        menu = _Menu(self)
        for key, text in self._texts.items():
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setChecked(key in self._chosen)
            action.toggled.connect(lambda on, key=key: self._tick(key, on=on))
            menu.addAction(action)
        return menu

    def _offer(self) -> None:
        self.menu().exec(self.box.mapToGlobal(QPoint(0, self.box.height())))

    def _tick(self, key: str, *, on: bool) -> None:
        self._chosen = self._chosen | {key} if on else self._chosen - {key}
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        said = self.text() or self._nothing
        self.box.clear()
        self.box.addItem(said)
        self.box.setToolTip(self.text())
