"""Who is working: asked at the start when the shop has more than one user."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ecrm_desktop.i18n import translate
from ecrm_desktop.labels import label
from ecrm_desktop.queries.shop import UserRow
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.welcome.start_window import StartWindow


class WhoIsWorking(StartWindow):
    """One button a user, the last one first under the cursor; `chosen(UserRow)`."""

    chosen = Signal(object)

    def __init__(self, shop_name: str, users: Sequence[UserRow], last: UUID | None) -> None:
        super().__init__(
            shop_name,
            translate("WhoIsWorking", "Who is working now? What you record gets your name."),
            icon="users",
        )
        buttons = {}
        for user in users:
            button = QPushButton(
                # A bare ampersand would become an underlined letter.
                translate(
                    "WhoIsWorking", "{name} · {role}", name=user.name, role=label(user.role)
                ).replace("&", "&&")
            )
            button.setMinimumHeight(44)
            button.setIcon(theme.icon("user", "muted"))
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked, user=user: self.chosen.emit(user))
            self.card.addWidget(button)
            buttons[user.id] = button
        first = buttons.get(last) if last is not None else None
        (first or next(iter(buttons.values()))).setFocus()
