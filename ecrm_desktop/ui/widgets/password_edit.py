"""A PIN or password, hidden unless its owner wants to see what is typed."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.field import LineField


class PasswordEdit(LineField[str]):
    """Its value is what was typed; forms never keep it in a draft."""

    def __init__(self) -> None:
        super().__init__()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        # Neither learned by an input method nor offered by one.
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
        self._show = QToolButton()
        self._show.setCheckable(True)
        self._show.setIconSize(QSize(theme.ICON, theme.ICON))
        self._show.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._show.toggled.connect(self._reveal)
        self.add_beside(self._show)
        self._reveal(shown=False)

    def value(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def set_value(self, value: str) -> None:
        """Put a text there, hidden."""
        self._show.setChecked(False)
        self.line.setText(value)

    def snapshot(self) -> str:
        """Return how much was typed, but not what."""
        return "•" * len(self.line.text())

    def restore(self, contents: Any) -> None:
        """Stay empty: no password is ever kept."""

    def _reveal(self, shown: bool) -> None:  # noqa: FBT001 - the signal's
        normal, hidden = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self.line.setEchoMode(normal if shown else hidden)
        text = translate("Password", "Hide") if shown else translate("Password", "Show")
        self._show.setIcon(theme.icon("eye-off" if shown else "eye", "muted"))
        self._show.setToolTip(text)
        self._show.setAccessibleName(text)
