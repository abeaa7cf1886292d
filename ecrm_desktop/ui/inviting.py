"""Another computer is let into the shop: its name is asked, and the text for it is shown."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.services.permissions import require_permission_to_read
from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Job, Lane, Progress
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.qr_code import QrCode
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.text import isolate_words

if TYPE_CHECKING:
    from ecrm_desktop.sync.pairing_text import Pairing

_GOOD_FOR: Final = timedelta(minutes=10)
_LOOK_MS: Final = 4_000


class InviteSheet(Sheet):
    """Asks for a name, shows the pairing text, and waits until the other computer has come in."""

    def __init__(self, asker: QWidget, ui: UiContext) -> None:
        self._ui = ui
        self._pairing: Pairing | None = None
        self._until = datetime.now(UTC)
        self._is_busy = False
        self._looking: Job | None = None
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.M)
        self._asked = QWidget()
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(theme.M)
        about = translate(
            "Inviting",
            "The other computer gets the whole shop and works on its own from then on. It joins"
            " with a text that is made here.",
        )
        asked.addWidget(Label(about, "muted", wrap=True))
        self.form = Form(label_width=120)
        self.name = self.form.add(
            "name",
            translate("Inviting", "Its name"),
            TextEdit(limit=60),
            required=Problem.NAME_MISSING,
            hint=translate("Inviting", "Such as “till” or “office”; it can be changed later."),
        )
        asked.addWidget(self.form)
        self._column.addWidget(self._asked)
        title = translate("Inviting", "Let another computer in")
        super().__init__(asker, ui.messenger, title=title, body=body, width=600)
        self.make = self.add_primary(translate("Inviting", "Make the text"), self._make)
        self._look_timer = QTimer(self, interval=_LOOK_MS)
        self._look_timer.timeout.connect(self._look)
        self._told = QVBoxLayout()

    def show_pairing(self, pairing: "Pairing") -> None:
        """Show the text for another computer, and wait for that one."""
        self._set_busy(busy=False)
        self._pairing = pairing
        self._until = datetime.now(UTC) + _GOOD_FOR
        self._asked.hide()
        self.make.hide()
        self.show_closing_only()
        text = pairing.text()
        name = isolate_words(pairing.name)
        self.set_title(translate("Inviting", "The text for {name}", name=name))
        shown = QWidget()
        sides = QHBoxLayout(shown)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.L)
        sides.addWidget(QrCode(text, translate("Inviting", "The text as a QR code")))
        column = QVBoxLayout()
        column.setSpacing(theme.S)
        how = translate(
            "Inviting",
            "On the other computer, choose “Other computers have my shop” at the first start, or"
            " the tab “Computers” in its settings, and paste this line. A telephone can read the"
            " code and send the line on.",
        )
        column.addWidget(Label(how, wrap=True))
        line = MultilineEdit(lines=4)
        line.set_value(text)
        line.area.setReadOnly(True)
        line.area.setAccessibleName(translate("Inviting", "Pairing text"))
        column.addWidget(line)
        copy = Button(translate("Inviting", "Copy the line"), kind="primary")
        copy.clicked.connect(lambda _checked: self._copy(text))
        column.addWidget(copy)
        column.addStretch(1)
        sides.addLayout(column, 1)
        self._column.addWidget(shown)
        self._column.addLayout(self._told)
        time = self._ui.display.time(self._until.astimezone(self._ui.display.timezone))
        self._tell(
            translate(
                "Inviting",
                "Good until {time} and for one computer. Whoever has this line gets into the whole"
                " shop: give it to nobody else.",
                time=isolate_words(time),
            ),
            BadgeKind.AMBER,
        )
        copy.setFocus()
        self._look_timer.start()

    def show_came_in(self) -> None:
        """Say that the other computer is in the shop."""
        self._look_timer.stop()
        name = "" if self._pairing is None else isolate_words(self._pairing.name)
        text = translate("Inviting", "{name} has come in; it fetches the shop now.", name=name)
        self._tell(text, BadgeKind.PRIMARY)

    def close_overlay(self) -> None:
        """Close, and wait for nobody any more."""
        self._look_timer.stop()
        super().close_overlay()

    def _make(self) -> None:
        if self._is_busy or not self.form.check():
            return
        self._set_busy(busy=True)
        self._ui.background.run(
            partial(_invite, self._ui.background.database, self.name.value()),
            self.show_pairing,
            owner=self,
            lane=Lane.SYNC,
            failed=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self.messenger.show_error(error)

    def _set_busy(self, *, busy: bool) -> None:
        self._is_busy = busy
        self.name.setEnabled(not busy)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.messenger.inform(translate("Inviting", "Copied."))

    def _look(self) -> None:
        if self._pairing is None or self._looking is not None:
            return
        if datetime.now(UTC) > self._until:
            self._look_timer.stop()
            text = translate(
                "Inviting", "The ten minutes are over and nobody came in. Make another text."
            )
            self._tell(text, BadgeKind.RED)
            return
        self._looking = self._ui.background.run(
            partial(_has_come, self._ui.background.database, self._pairing.device),
            lambda has_come: self._seen(has_come=has_come),
            owner=self,
            lane=Lane.SYNC,
            # Whether the server is there says the status line.
            failed=lambda _error: self._seen(has_come=False),
        )

    def _seen(self, *, has_come: bool) -> None:
        self._looking = None
        if has_come:
            self.show_came_in()
            self._ui.syncing.sync_now()

    def _tell(self, text: str, kind: BadgeKind) -> None:
        clear(self._told)
        self._told.addWidget(Note(text, kind))


def _invite(database: Database, name: str, progress: Progress) -> "Pairing":
    from ecrm_desktop.sync.sharing import shared_url  # noqa: PLC0415 - the client takes 0.2 s
    from ecrm_desktop.sync.shop_pcs import invite_pc  # noqa: PLC0415 - as above

    require_permission_to_read(database, Permission.MANAGE_PEOPLE)
    url = shared_url(database.path)
    return invite_pc(database, name, url=url, elsewhere=progress.elsewhere)


def _has_come(database: Database, device: UUID, progress: Progress) -> bool:
    from ecrm_desktop.sync.shop_pcs import shop_pcs  # noqa: PLC0415 - as above

    return any(one.id == device for one in shop_pcs(database, elsewhere=progress.elsewhere))
