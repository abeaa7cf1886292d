"""The ways out for who forgot their password."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.queries.shop import UserRow
from ecrm_desktop.services.passwords import (
    ask_for_reset,
    is_wrong_proof,
    recover_password,
    tell_wrong_code,
)
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.error_texts import explain, explain_bug
from ecrm_desktop.text.reset_texts import reset_asked_text, reset_offer_text
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.statuses import Role


class ForgottenPassword(QWidget):
    """Asks an owner for what is on paper, or for a reset; `recovered` once the password is gone."""

    recovered = Signal()

    def __init__(self, user: UserRow, background: Background) -> None:
        super().__init__()
        self._user = user
        self._background = background
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.M)
        self._code = TextEdit(left_to_right=True)
        self._said = Label(role="error", wrap=True)
        self._said.hide()
        if user.role is Role.OWNER:
            self._ask_owner()
        else:
            text = translate(
                "WhoIsWorking",
                "The owner of the shop gives you a new one, in the settings under “People”.",
            )
            self._column.addWidget(Label(text, "muted", wrap=True))

    def take_focus(self) -> None:
        """Put the cursor into the field, if there is one."""
        if self._user.role is Role.OWNER:
            self._code.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries what is on paper, not the password above."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._code.line.hasFocus():
                self._recover()
        else:
            super().keyPressEvent(event)

    def _ask_owner(self) -> None:
        encrypted = self._background.database.secret is not None
        text = translate(
            "WhoIsWorking",
            "Another owner can give you a new one. Or type the recovery code from the paper you"
            " printed; your password is then removed.",
        )
        name = translate("WhoIsWorking", "Recovery code")
        if encrypted:
            text = translate(
                "WhoIsWorking",
                "Another owner can give you a new one. Or type the recovery code, or the recovery"
                " phrase of the encryption, from the paper you printed; your password is then"
                " removed.",
            )
            name = translate("WhoIsWorking", "Recovery code or phrase")
        self._code.set_name(name)
        self._code.line.setPlaceholderText(name)
        use = Button(translate("WhoIsWorking", "Remove my password"))
        use.clicked.connect(lambda _checked: self._recover())
        for widget in (Label(text, "muted", wrap=True), self._code, self._said, use):
            self._column.addWidget(widget)
        self._lost = Button(translate("WhoIsWorking", "The paper is lost too"), kind="quiet")
        self._lost.clicked.connect(lambda _checked: self._explain_reset())
        self._column.addWidget(self._lost)
        if self._user.reset_asked_on is not None:
            self._lost.hide()

    def _recover(self) -> None:
        typed, secret = self._code.value(), self._background.database.secret
        self._write(
            lambda session: recover_password(session, self._user.id, typed, secret),
            self.recovered.emit,
            by=self._user.id,
        )

    def _explain_reset(self) -> None:
        self._lost.hide()
        ask = Button(translate("WhoIsWorking", "Ask for a reset"))
        ask.clicked.connect(lambda _checked: self._ask_for_reset(ask))
        self._column.addWidget(Label(reset_offer_text(), "muted", wrap=True))
        self._column.addWidget(ask)
        # Once it is laid out: what has the keyboard is scrolled into sight.
        QTimer.singleShot(0, ask, ask.setFocus)

    def _ask_for_reset(self, button: Button) -> None:
        today = utc_now().astimezone().date()

        def tell() -> None:
            button.hide()
            said = Note(reset_asked_text(self._user.name))
            said.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._column.addWidget(said)
            QTimer.singleShot(0, said, said.setFocus)

        self._write(lambda session: ask_for_reset(session, self._user.id, today), tell, by=None)

    def _write(
        self, action: Callable[[Session], None], done: Callable[[], None], *, by: UUID | None
    ) -> None:
        """Write `by` whom it is: not by who worked here before the window was locked."""
        self._say("")
        with self._background.database.capture.working_for(by):
            self._background.write(action, lambda _none: done(), owner=self, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        if not is_wrong_proof(error):
            self._explain(error)
            return
        # Not before it stands in the audit trail, as typed by nobody named.
        background = self._background
        with background.database.capture.working_for(None):
            background.write(
                partial(tell_wrong_code, user_id=self._user.id),
                lambda _none: self._explain(error),
                owner=self,
                failed=lambda _error: self._explain(error),
            )

    def _explain(self, error: Exception) -> None:
        if not isinstance(error, EcrmError):
            log_failure(error)
        self._say(explain(error) if isinstance(error, EcrmError) else explain_bug())

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
