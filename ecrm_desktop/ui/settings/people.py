"""Who works in the shop."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ecrm_desktop.database import Session
from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.labels import label
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.services.users import add_user, update_user
from ecrm_desktop.ui.settings.part import SettingsPart, line_card
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.ui.workplace import Workplace
from ecrm_desktop.values.statuses import Role


class PeopleSettings(SettingsPart):
    """A row a user, with editing in a sheet; `user_asked` to change who is working now."""

    user_asked = Signal()

    def __init__(self, work: Workplace) -> None:
        super().__init__()
        self._work = work
        now = Label(translate("Settings", "Working now: {name}", name=work.user.name))
        change = Button(translate("Settings", "Change"), icon="users")
        change.clicked.connect(lambda _checked: self.user_asked.emit())
        head = QHBoxLayout()
        head.addWidget(now)
        head.addStretch()
        head.addWidget(change)
        self.column.addLayout(head)
        self.column.addLayout(self.lines)
        add = Button(translate("Settings", "Add a person"), icon="user-plus")
        add.clicked.connect(lambda _checked: self._edit(None))
        self.column.addWidget(add)
        self.column.addStretch()

    def refresh(self) -> None:
        """Read the users again."""
        self._work.background.read(
            lambda session: users(session, retired=True), self._show, owner=self, key="users"
        )

    def _show(self, rows: list[UserRow]) -> None:
        self.show_lines(map(self._line, rows))

    def _line(self, row: UserRow) -> QWidget:
        badges = [Badge(label(row.role), BadgeKind.BLUE)]
        if not row.active:
            gone = translate("Settings", "no longer works here")
            badges.append(Badge(gone, BadgeKind.GREY))
        edit = Button(translate("Settings", "Edit"), kind="quiet", icon="pencil")
        edit.clicked.connect(lambda _checked: self._edit(row))
        return line_card(row.name, badges, [edit])

    def _edit(self, row: UserRow | None) -> None:
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

        def action() -> Callable[[Session], object]:
            draft = UserDraft(name=name.value(), role=role.value(), active=works.value())
            if row is None:
                return partial(add_user, draft=draft)
            return partial(update_user, user_id=row.id, draft=draft)

        sheet = FormSheet(
            self,
            self._work.messenger,
            self._work.background,
            title=translate("Settings", "Add a person") if row is None else row.name,
            form=form,
            action=action,
            width=460,
        )
        sheet.open()
