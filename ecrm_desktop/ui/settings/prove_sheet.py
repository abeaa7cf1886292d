"""One's own password, asked again before what only its owner may see."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.password_check import prove
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.password_edit import PasswordEdit
from ecrm_desktop.ui.widgets.sheet import Sheet


class ProveSheet(Sheet):
    """`proved` once the password was right; the sheet is closed by then."""

    proved = Signal()

    def __init__(self, asker: QWidget, ui: UiContext) -> None:
        self._ui = ui
        self._busy = False
        self._form = Form(label_width=100)
        self._password = self._form.add(
            "password",
            translate("ProveSheet", "Your password"),
            PasswordEdit(),
            required=Problem.PASSWORD_MISSING,
        )
        super().__init__(
            asker,
            ui.messenger,
            title=translate("ProveSheet", "Is it you?"),
            body=self._form,
            width=420,
        )
        self.add_primary(translate("ProveSheet", "Continue"), self._check)

    def _check(self) -> None:
        if self._busy or not self._form.check():
            return
        self._busy = True
        prove(
            self._ui.background,
            self._ui.user.id,
            self._password.value(),
            owner=self,
            right=self._go_on,
            wrong=lambda error, _wait: self._show_refusal(error.at("password")),
            by=self._ui.user.id,
        )

    def _go_on(self) -> None:
        self.discard()
        self.proved.emit()

    def _show_refusal(self, error: Exception) -> None:
        self._busy = False
        self._password.set_value("")
        if not self._form.show_error(error):
            self.messenger.show_error(error)
