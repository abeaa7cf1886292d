"""Who works in the shop, with which password, and when the window locks by itself."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.shop import ShopRow, UserRow, get_shop, users
from ecrm_desktop.services.passwords import renew_recovery_code, stop_reset
from ecrm_desktop.services.shop import set_lock_minutes
from ecrm_desktop.services.users import add_user, update_user
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.text.reset_texts import reset_asked_text
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.settings.part import SettingsPart, line_card
from ecrm_desktop.ui.settings.password_sheet import PasswordSheet
from ecrm_desktop.ui.settings.prove_sheet import ProveSheet
from ecrm_desktop.ui.settings.recovery_code_sheet import RecoveryCodeSheet
from ecrm_desktop.ui.settings.seen_base import SeenBase
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import Role
from ecrm_desktop.values.text import isolate_words

_MINUTES = (0, 1, 2, 5, 10, 15, 30, 60)


class PeopleSettings(SettingsPart):
    """One's own password for everybody; for who may MANAGE_PEOPLE a row a user too."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._manages = ui.may(Permission.MANAGE_PEOPLE)
        self._me = ui.user
        self._shown_minutes = ui.shop.lock_minutes
        self._password = Button("", icon="lock")
        self._password.clicked.connect(lambda _checked: self._ask_password(self._me))
        self._remove = Button(translate("Settings", "Remove my password"), kind="quiet")
        self._remove.clicked.connect(lambda _checked: self._ask_removal())
        self._code = Button(translate("Settings", "New recovery code"), kind="quiet")
        self._code.clicked.connect(lambda _checked: self._renew_code())
        self._minutes = Choice([(minutes, self._text(minutes)) for minutes in _MINUTES])
        self._minutes.edited.connect(self._save_minutes)
        self._notes = QVBoxLayout()
        self.column.addLayout(self._head())
        self.column.addLayout(self._own())
        self.column.addLayout(self._notes)
        if self._manages:
            self._add_managing()
        self.column.addStretch(1)
        self._show_me(ui.user)

    def refresh(self) -> None:
        """Read the users again."""
        self._ui.background.read(
            lambda session: (users(session, retired=True), get_shop(session)),
            lambda found: self._show(*found),
            owner=self,
            key="users",
        )

    def _head(self) -> QHBoxLayout:
        user = self._ui.user
        name = translate("WhoIsWorking", "{name} · {role}", name=user.name, role=label(user.role))
        change = Button(translate("Settings", "Somebody else"), icon="users")
        change.clicked.connect(lambda _checked: self._ui.navigator.change_user())
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(Label(translate("Settings", "Working now: {name}", name=name)))
        head.addStretch()
        head.addWidget(change)
        return head

    def _own(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(self._password)
        row.addWidget(self._remove)
        row.addWidget(self._code)
        row.addStretch()
        return row

    def _add_managing(self) -> None:
        self.column.addLayout(self.lines)
        add = Button(translate("Settings", "Add a person"), icon="user-plus")
        add.clicked.connect(lambda _checked: self._edit(None))
        self.column.addWidget(add)
        form = Form(label_width=170)
        form.add(
            "lock_minutes",
            translate("Settings", "Lock when nobody works"),
            self._minutes,
            hint=translate("Settings", "For who has a password. Ctrl+L locks at once."),
        )
        self.column.addSpacing(theme.S)
        self.column.addWidget(form)

    def _show(self, rows: list[UserRow], shop: ShopRow) -> None:
        me = next((row for row in rows if row.id == self._me.id), None)
        if me is not None:
            self._show_me(me)
        clear(self._notes)
        for row in rows:
            if row.reset_asked_on is not None:
                self._notes.addWidget(self._reset_note(row))
        if self._manages:
            self._show_note(rows)
            self.show_lines(map(self._line, rows))
            known = sorted({*_MINUTES, shop.lock_minutes})
            self._minutes.set_options([(minutes, self._text(minutes)) for minutes in known])
            self._minutes.set_value(shop.lock_minutes)
            self._shown_minutes = shop.lock_minutes

    def _show_me(self, me: UserRow) -> None:
        self._me = me
        self._password.setText(
            translate("Settings", "Change my password")
            if me.has_password
            else translate("Settings", "Give me a password")
        )
        self._password.setAccessibleName(self._password.text())
        self._password.updateGeometry()
        self._remove.setVisible(me.has_password)
        self._code.setVisible(me.has_password and me.role is Role.OWNER)

    def _reset_note(self, row: UserRow) -> Note:
        text = reset_asked_text(row.name, row.reset_days)
        if not self._me.has_password:
            return Note(text)
        return Note(
            text,
            action=translate("Settings", "Stop it"),
            on_action=partial(self._stop_reset, row.id),
        )

    def _stop_reset(self, user_id: UUID) -> None:
        self._ui.background.write(lambda session: stop_reset(session, user_id), owner=self)

    def _renew_code(self) -> None:
        me = self._me

        def show(code: str) -> None:
            RecoveryCodeSheet(self, self._ui, me.name, code).open()

        proof = ProveSheet(self, self._ui)
        proof.proved.connect(
            lambda: self._ui.background.write(
                lambda session: renew_recovery_code(session, me.id), show, owner=self
            )
        )
        proof.open()

    def _show_note(self, rows: list[UserRow]) -> None:
        """Say it when roles protect nothing: anybody may choose an owner's name."""
        working = [row for row in rows if row.active]
        bare = [row for row in working if row.role is Role.OWNER and not row.has_password]
        if bare and len(working) > 1:
            text = translate(
                "Settings",
                "{name} has no password: anybody at this computer can work as an owner.",
                name=isolate_words(bare[0].name),
            )
            self._notes.addWidget(Note(text))

    def _line(self, row: UserRow) -> QWidget:
        badges = [Badge(label(row.role), BadgeKind.BLUE)]
        if row.has_password:
            badges.append(Badge(translate("Settings", "has a password"), BadgeKind.GREY))
        if not row.active:
            gone = translate("Settings", "no longer works here")
            badges.append(Badge(gone, BadgeKind.GREY))
        buttons = []
        if row.active and row.id != self._me.id:
            password = Button(translate("Settings", "Password"), kind="quiet", icon="lock")
            password.clicked.connect(lambda _checked: self._ask_password(row))
            buttons.append(password)
        edit = Button(translate("Settings", "Edit"), kind="quiet", icon="pencil")
        edit.clicked.connect(lambda _checked: self._edit(row))
        return line_card(row.name, badges, [*buttons, edit])

    def _ask_password(self, user: UserRow) -> None:
        PasswordSheet(self, self._ui, user).open()

    def _ask_removal(self) -> None:
        PasswordSheet(self, self._ui, self._me, removing=True).open()

    def _save_minutes(self) -> None:
        if self._ui.require_permission(Permission.MANAGE_PEOPLE):
            minutes, shown = self._minutes.value(), self._shown_minutes
            self._ui.background.write(
                lambda session: set_lock_minutes(session, minutes, shown=shown),
                owner=self,
                failed=self._minutes_refused,
            )

    def _minutes_refused(self, error: Exception) -> None:
        self._ui.messenger.show_error(error)
        self.refresh()

    def _text(self, minutes: int) -> str:
        if not minutes:
            return translate("Settings", "never")
        number = self._ui.display.number(minutes)
        return translate("Settings", "after {minutes} minutes", minutes=number)

    def _edit(self, row: UserRow | None) -> None:
        if not self._ui.require_permission(Permission.MANAGE_PEOPLE):
            return
        form = Form(label_width=90)
        name = form.add(
            "name", translate("Settings", "Name"), TextEdit(), required=Problem.NAME_MISSING
        )
        role = form.add(
            "role",
            translate("Settings", "Role"),
            Segments([(one, label(one)) for one in (Role.STAFF, Role.MANAGER, Role.OWNER)]),
        )
        works = form.add(
            "active",
            translate("Settings", "Works here"),
            Segments([(True, translate("Settings", "yes")), (False, translate("Settings", "no"))]),
        )
        if row is not None:
            name.set_value(row.name)
            role.set_value(row.role)
            works.set_value(row.active)
        form.add_widget(Label(_about_roles(), "muted", wrap=True))

        seen = SeenBase(
            UserDraft(name="")
            if row is None
            else UserDraft(name=row.name, role=row.role, active=row.active)
        )

        def action() -> Callable[[Session], object]:
            draft = UserDraft(name=name.value(), role=role.value(), active=works.value())
            if row is None:
                return partial(add_user, draft=draft)
            return partial(update_user, user_id=row.id, draft=draft, base=seen.base)

        sheet = FormSheet(
            self,
            self._ui.messenger,
            self._ui.background,
            title=translate("Settings", "Add a person") if row is None else row.name,
            form=form,
            action=action,
            width=460,
        )
        sheet.refused.connect(seen.learn)
        if row is not None and row.id == self._me.id:
            sheet.saved.connect(lambda _none: self._ui.navigator.rebuild())
        sheet.open()


def _about_roles() -> str:
    return translate(
        "Settings",
        "Staff record and look up. They do not export or print, see what the shop sells, import,"
        " delete for good or change settings. Managers do all of that; only owners manage people"
        " and see who changed what.",
    )
