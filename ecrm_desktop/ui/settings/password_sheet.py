"""Setting, changing and removing a password."""

from PySide6.QtWidgets import QWidget

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.shop import UserRow
from ecrm_desktop.services.passwords import remove_password, set_password
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.password_check import prove
from ecrm_desktop.ui.settings.recovery_code_sheet import RecoveryCodeSheet
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.password_edit import PasswordEdit
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.values.passwords import parse_new_password, same_typed
from ecrm_desktop.values.permissions import Permission


class PasswordSheet(Sheet):
    """Asks for a user's new password, and for one's own present one; `removing` needs only that.

    Whoever may MANAGE_PEOPLE gives others a new one, or none, without the old.
    """

    def __init__(
        self, asker: QWidget, ui: UiContext, user: UserRow, *, removing: bool = False
    ) -> None:
        self._asker = asker
        self._ui = ui
        self._user = user
        self._removing = removing
        self._is_own = user.id == ui.user.id
        self._busy = False
        self.form = Form(label_width=100)
        self._present = PasswordEdit()
        self._new = PasswordEdit()
        self._again = PasswordEdit()
        if self._is_own and user.has_password:
            self.form.add(
                "present",
                translate("PasswordSheet", "Present one"),
                self._present,
                required=Problem.PASSWORD_MISSING,
            )
        if not removing:
            self._ask_new()
        super().__init__(
            asker,
            ui.messenger,
            title=self._heading(),
            body=self.form,
            width=500,
            is_dirty=lambda: False,
        )
        text = translate("PasswordSheet", "Remove") if removing else translate("Sheet", "Save")
        self.add_primary(text, self._save)
        if not self._is_own and user.has_password:
            self.add_button(translate("PasswordSheet", "Remove the present one"), self._remove)

    def _ask_new(self) -> None:
        self.form.add(
            "password",
            translate("PasswordSheet", "New one"),
            self._new,
            required=Problem.PASSWORD_MISSING,
            check=parse_new_password,
            hint=translate(
                "PasswordSheet",
                "Four or more; Persian and Latin digits are the same.",
            ),
        )
        self.form.add(
            "again",
            translate("PasswordSheet", "Once more"),
            self._again,
            required=Problem.PASSWORD_MISSING,
            check=self._compare,
        )
        if not self._is_own:
            about = translate(
                "PasswordSheet", "Tell it to {name}, who can then change it.", name=self._user.name
            )
            self.form.add_widget(Label(about, "muted", wrap=True))

    def _heading(self) -> str:
        if not self._is_own:
            return translate("PasswordSheet", "A password for {name}", name=self._user.name)
        if self._removing:
            return translate("PasswordSheet", "Remove my password")
        if self._user.has_password:
            return translate("PasswordSheet", "Change my password")
        return translate("PasswordSheet", "A password for me")

    def _compare(self, again: str) -> None:
        if same_typed(again) != same_typed(self._new.value()):
            raise InvalidInput(Problem.PASSWORD_DIFFERS)

    def _save(self) -> None:
        if self._busy or not self.form.check():
            return
        if not self._is_own and not self._ui.require_permission(Permission.MANAGE_PEOPLE):
            return
        self._busy = True
        if not (self._is_own and self._user.has_password):
            self._store()
            return
        prove(
            self._ui.background,
            self._user.id,
            self._present.value(),
            owner=self,
            right=self._store,
            wrong=lambda error, _wait: self._fail(error.at("present")),
            by=self._ui.user.id,
        )

    def _remove(self) -> None:
        if not self._busy and self._ui.require_permission(Permission.MANAGE_PEOPLE):
            self._busy = self._removing = True
            self._store()

    def _store(self) -> None:
        user_id, password = self._user.id, self._new.value()

        def action(session: Session) -> str:
            if not self._removing:
                return set_password(session, user_id, password)
            remove_password(session, user_id)
            return ""

        self._ui.background.write(action, self._finish, owner=self, failed=self._fail)

    def _finish(self, code: str) -> None:
        self.discard()
        if code:
            RecoveryCodeSheet(self._asker, self._ui, self._user.name, code).open()
        said = (
            translate("PasswordSheet", "The password was removed.")
            if self._removing
            else translate("PasswordSheet", "The password counts from now on.")
        )
        self.messenger.inform(said)

    def _fail(self, error: Exception) -> None:
        self._busy = False
        if not self.form.show_error(error):
            self.messenger.show_error(error)
