"""One user's password, and the ways out for who forgot it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.shop import UserRow
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.password_check import prove
from ecrm_desktop.ui.welcome.forgotten_password import ForgottenPassword
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.password_edit import PasswordEdit

_SECOND = 1_000


class PasswordStep(QWidget):
    """`proved` when the password was right, `back_asked` for somebody else."""

    proved = Signal()
    back_asked = Signal()

    def __init__(self, user: UserRow, background: Background, *, others: bool) -> None:
        super().__init__()
        self._user = user
        self._background = background
        self._wait = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._tick)
        who = translate("WhoIsWorking", "{name} · {role}", name=user.name, role=label(user.role))
        self._password = PasswordEdit()
        self._password.set_name(translate("WhoIsWorking", "PIN or password"))
        self._password.line.setPlaceholderText(translate("WhoIsWorking", "PIN or password"))
        self._password.setMinimumHeight(theme.CONTROL_HEIGHT)
        self._said = Label(role="error", wrap=True)
        self._said.hide()
        self._enter = Button(translate("WhoIsWorking", "Enter"), kind="primary", keys="Enter")
        self._enter.clicked.connect(lambda _checked: self._check())
        self._forgot = Button(translate("WhoIsWorking", "Forgotten?"), kind="quiet")
        self._forgot.clicked.connect(lambda _checked: self._help())
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addWidget(self._enter)
        if others:
            back = Button(translate("WhoIsWorking", "Somebody else"), icon="users")
            back.clicked.connect(lambda _checked: self.back_asked.emit())
            buttons.addWidget(back)
        buttons.addStretch()
        buttons.addWidget(self._forgot)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.M)
        self._column.addWidget(Label(who, "heading"))
        self._column.addWidget(self._password)
        self._column.addWidget(self._said)
        self._column.addLayout(buttons)

    def take_focus(self) -> None:
        """Put the cursor into the field."""
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries it, Esc goes back."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._check()
        elif event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _check(self) -> None:
        if not self._password.isEnabled():
            return
        if self._password.is_empty():
            self._say(explain(InvalidInput(Problem.PASSWORD_MISSING)))
            self.take_focus()
            return
        self._say("")
        self._set_busy(busy=True)
        prove(
            self._background,
            self._user.id,
            self._password.value(),
            owner=self,
            right=self.proved.emit,
            wrong=self._show_refusal,
            by=None,  # whoever worked here last need not be the one who types
        )

    def _show_refusal(self, error: InvalidInput, wait: int) -> None:
        self._password.set_value("")
        if wait:
            self._wait = wait
            self._clock.start()
            self._show_wait()
            return
        self._set_busy(busy=False)
        self._say(explain(error))
        self.take_focus()

    def _tick(self) -> None:
        self._wait -= 1
        if self._wait > 0:
            self._show_wait()
            return
        self._clock.stop()
        self._set_busy(busy=False)
        self._say("")
        self.take_focus()

    def _show_wait(self) -> None:
        self._say(explain(InvalidInput(Problem.PASSWORD_WAIT, seconds=self._wait)))

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._password.set_wrong(sentence)

    def _set_busy(self, *, busy: bool) -> None:
        self._password.setEnabled(not busy)
        self._enter.setEnabled(not busy)

    def _help(self) -> None:
        self._forgot.hide()
        forgotten = ForgottenPassword(self._user, self._background)
        forgotten.recovered.connect(self.proved)
        self._column.addWidget(forgotten)
        forgotten.take_focus()
