"""The shop on several computers: how this one joins the others."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from ecrm_desktop.backup.state import size_limit
from ecrm_desktop.i18n import translate
from ecrm_desktop.services.permissions import require_permission_to_read
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.background import Lane, Progress
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.joining import JoinBox
from ecrm_desktop.ui.settings.part import SettingsPart
from ecrm_desktop.ui.settings.sharing import SharingBox
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.progress import ProgressLine
from ecrm_desktop.values.permissions import Permission

if TYPE_CHECKING:
    from ecrm_desktop.backup.entering import EntryPlan, LeavePlan


class ComputersSettings(SettingsPart):
    """Joins with a pairing text; what is there already says so."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.column.addWidget(
            Label(
                translate(
                    "Joining",
                    "The shop can be on several computers. Each works on its own and sends what"
                    " was done as soon as the shop's server is in reach.",
                ),
                "muted",
                wrap=True,
            )
        )
        self.sharing = SharingBox(ui)
        if not ui.syncing.is_joined:
            self.column.addWidget(self.sharing)
        if ui.syncing.is_joined:
            self.column.addWidget(
                Note(translate("Joining", "This computer is in a shop on several computers."))
            )
            page = Button(translate("Joining", "How syncing goes"), icon="refresh-cw")
            page.clicked.connect(lambda _checked: ui.navigator.open_page(PageName.SYNC))
            self.column.addWidget(page)
            self.column.addWidget(self.sharing)
            heading = translate("Joining", "Move to another server, or join once more")
            moving = translate(
                "Joining",
                "With a text from another server or hub this computer goes on there with all it"
                " has. A computer that was shut out joins with a new text.",
            )
        else:
            heading = translate("Joining", "Join the other computers of the shop")
            moving = ""
        self.column.addWidget(Label(heading, "heading"))
        if moving:
            self.column.addWidget(Label(moving, "muted", wrap=True))
        self.box = JoinBox()
        self.box.look_asked.connect(self._look)
        self.box.join_asked.connect(self._join)
        self.column.addWidget(self.box)
        if ui.syncing.is_joined:
            self._add_leaving()
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Look again how sharing goes."""
        self.sharing.refresh()

    def _add_leaving(self) -> None:
        self.column.addWidget(Label(translate("Joining", "Go on alone"), "heading"))
        about = translate(
            "Joining",
            "This computer can leave the others. It keeps the whole shop, but hears nothing of the"
            " others any more, nor they of it.",
        )
        self.column.addWidget(Label(about, "muted", wrap=True))
        self._leaving = ProgressLine(translate("Joining", "Leaving"))
        self._leaving.hide()
        self.leave = Button(translate("Joining", "Leave the other computers…"), kind="danger")
        self.leave.clicked.connect(lambda _checked: self._plan_leaving())
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self._leaving)

    def _plan_leaving(self) -> None:
        self._ui.background.run(
            partial(_leave_plan, self._ui.background.database),
            self.ask_to_leave,
            owner=self,
            lane=Lane.LOOK,
            failed=self._ui.messenger.show_error,
        )

    def ask_to_leave(self, plan: "LeavePlan") -> None:
        """Say what leaving means, and ask."""
        lines = [
            translate(
                "Joining",
                "Everything stays on this computer, and a backup is made first. The others go on"
                " together; shut this computer out there, too.",
            )
        ]
        if plan.is_half:
            lines.append(
                translate(
                    "Joining",
                    "Not all of the shop has come to this computer yet, and the rest would not come"
                    " any more. Let it sync to the end first (F5).",
                )
            )
        if plan.waiting:
            count = self._ui.display.number(plan.waiting)
            lines.append(
                translate(
                    "Joining",
                    "{count} actions were not sent yet and stay on this computer alone. Sync first"
                    " (F5) if the others are to have them.",
                    count=count,
                )
            )
        if plan.shares:
            lines.append(
                translate(
                    "Joining",
                    "The others sync with this computer: that ends, and each of them works alone"
                    " until they join elsewhere.",
                )
            )
        self._ui.messenger.ask(
            translate("Joining", "Leave the other computers?"),
            detail="\n".join(lines),
            accept=translate("Joining", "Leave"),
            on_accept=self._leave,
            dangerous=True,
        )

    def _leave(self) -> None:
        self.leave.setEnabled(False)
        self._leaving.show()
        self._ui.background.run(
            partial(_leave, self._ui.background.database, size_limit(self._ui.settings)),
            lambda _none: self._ui.navigator.rebuild(),
            owner=self,
            failed=self._stay,
            progress=self._leaving.show_progress,
        )

    def _stay(self, error: Exception) -> None:
        self.leave.setEnabled(True)
        self._leaving.hide()
        self._ui.messenger.show_error(error)

    def _look(self, text: str) -> None:
        database = self._ui.background.database
        self._ui.background.run(
            partial(_plan, database, text),
            self.box.show_plan,
            owner=self,
            lane=Lane.LOOK,
            failed=self.box.show_error,
        )

    def _join(self, text: str) -> None:
        limit = size_limit(self._ui.settings)
        self._ui.background.run(
            partial(_join, self._ui.background.database, text, limit),
            lambda _none: self._ui.navigator.rebuild(),
            owner=self,
            failed=self.box.show_error,
            progress=self.box.show_progress,
        )


def _plan(database: Database, text: str, _progress: Progress) -> "EntryPlan":
    from ecrm_desktop.backup.entering import plan_entry  # noqa: PLC0415 - the client takes 0.2 s

    require_permission_to_read(database, Permission.MANAGE_PEOPLE)
    database.check_writable()
    return plan_entry(text, database)


def _join(database: Database, text: str, limit: int, progress: Progress) -> None:
    from ecrm_desktop.backup.entering import enter_shop  # noqa: PLC0415 - as above
    from ecrm_desktop.sync.entering import visiting  # noqa: PLC0415 - as above
    from ecrm_desktop.sync.pairing_text import parse_pairing  # noqa: PLC0415 - as above

    require_permission_to_read(database, Permission.MANAGE_PEOPLE)
    with visiting(parse_pairing(text)) as visit:
        enter_shop(database, visit, limit=limit, report_progress=progress.report)


def _leave_plan(database: Database, _progress: Progress) -> "LeavePlan":
    from ecrm_desktop.backup.entering import plan_leaving  # noqa: PLC0415 - as above

    require_permission_to_read(database, Permission.MANAGE_PEOPLE)
    return plan_leaving(database)


def _leave(database: Database, limit: int, progress: Progress) -> None:
    from ecrm_desktop.backup.entering import leave_shop  # noqa: PLC0415 - as above

    require_permission_to_read(database, Permission.MANAGE_PEOPLE)
    leave_shop(database, limit=limit, report_progress=progress.report)
