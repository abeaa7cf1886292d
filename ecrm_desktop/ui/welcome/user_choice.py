"""Who is working: asked at the start, and by a window that is locked."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.shop import UserRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.text.reset_texts import reset_asked_text
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.welcome.password_step import PasswordStep
from ecrm_desktop.ui.welcome.start_window import StartWindow
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.note import Note


class UserChoice(StartWindow):
    """One button a user, the last one first under the cursor; `chosen(UserRow)` who proved it.

    With `asked`, that user's password is asked for at once; `locked` says so. `closing` when
    somebody leaves the program from here.
    """

    chosen = Signal(object)
    closing = Signal()

    def __init__(
        self,
        shop_name: str,
        users: Sequence[UserRow],
        background: Background,
        *,
        last: UUID | None = None,
        asked: UserRow | None = None,
        locked: bool = False,
    ) -> None:
        text = translate("WhoIsWorking", "Who is working now? What you record gets your name.")
        if locked:
            text = translate("WhoIsWorking", "Locked. What was open is kept until you come back.")
        super().__init__(shop_name, text, icon="lock" if locked else "users")
        for user in users:
            if user.reset_asked_on is not None:
                self.card.addWidget(Note(reset_asked_text(user.name, user.reset_days)))
        self._users = users
        self._background = background
        self._buttons: dict[UUID, Button] = {}
        self._people = QWidget()
        column = QVBoxLayout(self._people)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        for user in users:
            column.addWidget(self._button(user))
        self._step: PasswordStep | None = None
        self.card.addWidget(self._people)
        first = self._buttons.get(last) if last is not None else None
        self._first = first or next(iter(self._buttons.values()))
        if asked is not None and asked.has_password:
            self._ask(asked)
        else:
            self._first.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say it before the window has gone."""
        self.closing.emit()
        super().closeEvent(event)

    def _button(self, user: UserRow) -> Button:
        text = translate("WhoIsWorking", "{name} · {role}", name=user.name, role=label(user.role))
        # A bare ampersand would become an underlined letter.
        button = Button(text.replace("&", "&&"), icon="lock" if user.has_password else "user")
        button.setAccessibleName(text)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumHeight(44)
        button.setAutoDefault(True)
        button.clicked.connect(lambda _checked: self._choose(user))
        self._buttons[user.id] = button
        return button

    def _choose(self, user: UserRow) -> None:
        if user.has_password:
            self._ask(user)
        else:
            self.chosen.emit(user)

    def _ask(self, user: UserRow) -> None:
        self._people.hide()
        step = PasswordStep(user, self._background, others=len(self._users) > 1)
        step.proved.connect(lambda: self.chosen.emit(user))
        step.back_asked.connect(self._go_back)
        self.card.addWidget(step)
        self._step = step
        step.take_focus()

    def _go_back(self) -> None:
        if self._step is not None:
            self._step.hide()
            self._step.deleteLater()
            self._step = None
        self._people.show()
        # Not before the keyboard's own way out of what was hidden.
        QTimer.singleShot(
            0, self._first, lambda: self._first.setFocus(Qt.FocusReason.TabFocusReason)
        )
