"""Removing a customer for good: what goes, what stays, and a name or code typed to be sure."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.errors import DatabaseError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.wiping import wipe_file
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Lane, Progress
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.text import fold, isolate_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgettable:
    """Who is to be forgotten."""

    id: UUID
    name: str
    code: str


class ForgetSheet(Sheet):
    """Asks until a name or code is typed; `forgotten` when it is done."""

    forgotten = Signal()

    def __init__(self, ui: UiContext, asker: QWidget, who: Forgettable) -> None:
        self._ui, self._who = ui, who
        self.form = Form()
        self.form.add(
            "typed",
            translate("Forget", "Name or code, to be sure"),
            TextEdit(),
            check=self._check,
        )
        super().__init__(
            asker,
            ui.messenger,
            title=translate("Forget", "Forget {name} for good", name=isolate_words(who.name)),
            body=self._body(),
        )
        self.forget = self.add_button(
            translate("Forget", "Forget for good"), self._confirm, kind="danger"
        )

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        goes = translate(
            "Forget",
            "Name, phones, addresses, notes, tags and own fields go, and what interactions, "
            "complaints and tasks say about this customer; in the audit trail too.",
        )
        stays = translate(
            "Forget",
            "Purchases and returns stay with their numbers, dates and amounts, but without the "
            "person: no sum changes. That a customer was forgotten, when and by whom stays too.",
        )
        column.addWidget(Label(goes, wrap=True))
        column.addWidget(Label(stays, wrap=True))
        column.addWidget(
            Note(
                translate("Forget", "Nobody can undo this."),
                BadgeKind.RED,
                detail=translate(
                    "Forget",
                    "Backups and files made until now still have the data, and a restored backup "
                    "brings it back. Old backups are deleted by and by; whoever must not wait "
                    "deletes them and makes a new one.",
                ),
            )
        )
        column.addWidget(self.form)
        column.addStretch()
        return body

    def _check(self, typed: str) -> None:
        who = self._who
        is_name = bool(typed) and fold(typed) == fold(who.name)
        if not is_name and to_latin_digits(typed) != who.code:
            raise InvalidInput(Problem.NOT_CONFIRMED, "typed", name=who.name, code=who.code)

    def _confirm(self) -> None:
        if not self._ui.require_permission(Permission.FORGET) or not self.form.check():
            return
        ui, who = self._ui, self._who
        database, user = ui.background.database, ui.user.id

        def forget(_progress: Progress) -> DatabaseError | None:
            with database.transaction(FORGETTING) as session:
                forget_customer(session, who.id, user)
            try:
                wipe_file(database)
            except DatabaseError as error:  # what was forgotten stays forgotten
                return error
            return None

        self.forget.setEnabled(False)
        ui.messenger.inform(
            translate("Forget", "Forgetting… in a large shop this takes some minutes.")
        )
        ui.background.run(
            forget,
            self._done,
            owner=self,
            # Whoever saves meanwhile waits in this lane, instead of failing at the locked file.
            lane=Lane.WRITE,
            failed=self._failed,
            writes=True,
        )

    def _done(self, unwiped: DatabaseError | None) -> None:
        self._ui.autosaves.drop_of_all(f"customers:{self._who.id}")
        if unwiped is None:
            self._ui.messenger.inform(
                translate(
                    "Forget", "The customer was forgotten. Backups made until now still have it."
                )
            )
        else:
            self._ui.messenger.show_error(unwiped)
        self.forgotten.emit()
        self.discard()

    def _failed(self, error: Exception) -> None:
        self.forget.setEnabled(True)
        self._ui.messenger.show_error(error)


def open_forget_sheet(ui: UiContext, asker: QWidget, who: Forgettable) -> ForgetSheet:
    """Open the question over the window of `asker`."""
    sheet = ForgetSheet(ui, asker, who)
    sheet.open()
    return sheet
