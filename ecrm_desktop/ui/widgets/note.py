"""A sentence to mind, on a soft colour over the full width."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label


class Note(QFrame):
    """What needs care, with an optional second line and something to do about it."""

    def __init__(
        self,
        text: str,
        kind: BadgeKind = BadgeKind.AMBER,
        *,
        detail: str = "",
        action: str = "",
        on_action: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self.setProperty("kind", kind.value)
        self.setAccessibleName(f"{text} {detail}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, theme.S, 10, theme.S)
        row.setSpacing(theme.S)
        column = QVBoxLayout()
        column.setSpacing(2)
        row.addLayout(column, 1)
        for line in (text, detail):
            if line:
                column.addWidget(Label(line, wrap=True))
        if action and on_action is not None:
            button = Button(action, kind="quiet")
            button.clicked.connect(lambda _checked: on_action())
            row.addWidget(button)
