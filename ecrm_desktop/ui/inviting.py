"""Another computer is let into the shop: its name is asked, and the text for it is shown."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

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
    from ecrm_desktop.sync.shop_pcs import Arrival

_GOOD_FOR: Final = timedelta(minutes=10)
_LOOK_MS: Final = 4_000


class InviteSheet(Sheet):
    """Asks for a name, shows the pairing text, and waits until the other computer has come.

    That one is let in once somebody says that both show the same four digits.
    """

    def __init__(self, asker: QWidget, ui: UiContext) -> None:
        self._ui = ui
        self._pairing: Pairing | None = None
        self._until = datetime.now(UTC)
        self._is_busy = False
        self._looking: Job | None = None
        self._came: Arrival | None = None
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
        self._told.setSpacing(theme.M)
        self._shown = QWidget()

    def show_pairing(self, pairing: "Pairing") -> None:
        """Show the text for another computer, and wait for that one."""
        self._set_busy(busy=False)
        self._pairing = pairing
        self._until = datetime.now(UTC) + _GOOD_FOR
        self._asked.hide()
        self.make.hide()
        # Its keys would make another text behind this one.
        self.make.setEnabled(False)
        self.show_closing_only()
        text = pairing.text()
        name = isolate_words(pairing.name)
        self.set_title(translate("Inviting", "The text for {name}", name=name))
        self._shown = shown = QWidget()
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
                "Good until {time} and for one computer. Leave this open: once it has come, both"
                " show four digits, and it gets in when you have compared them here.",
                time=isolate_words(time),
            ),
            BadgeKind.AMBER,
        )
        copy.setFocus()
        self._look_timer.start()

    def show_arrival(self, came: "Arrival") -> None:
        """Ask whether the computer that came with the text is the one that is meant."""
        self._came = came
        self._until = datetime.now(UTC) + _GOOD_FOR
        self._shown.hide()
        self._tell(
            translate(
                "Inviting",
                "A computer has come with the text for {name}. It shows four digits: are they"
                " these? Only then it is yours; until you agree it gets nothing.",
                name=self._called(),
            ),
            BadgeKind.BLUE,
        )
        digits = Label(self._ui.display.digits(came.digits), "title")
        self._told.addWidget(digits)
        answers = QWidget()
        buttons = QHBoxLayout(answers)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(theme.S)
        let_in = Button(
            translate("Inviting", "They are the same: let it in"), kind="primary", icon="check"
        )
        let_in.clicked.connect(lambda _checked: self._admit(agreed=True))
        refuse = Button(translate("Inviting", "They differ: refuse"), kind="danger")
        refuse.clicked.connect(lambda _checked: self._admit(agreed=False))
        for button in (let_in, refuse):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._told.addWidget(answers)
        # On no answer: a key that is on its way to what stood here before would give it.
        digits.setFocus()

    def show_refused(self) -> None:
        """Say that whoever came was turned away."""
        self._look_timer.stop()
        text = translate(
            "Inviting",
            "That computer was refused and got nothing. Somebody else may have this text: make"
            " another one, and give it to the right computer alone.",
        )
        self._tell(text, BadgeKind.RED)

    def show_came_in(self) -> None:
        """Say that the other computer is in the shop."""
        self._look_timer.stop()
        self._shown.hide()
        name = self._called()
        text = translate("Inviting", "{name} has come in; it fetches the shop now.", name=name)
        self._tell(text, BadgeKind.PRIMARY)

    def _called(self) -> str:
        return "" if self._pairing is None else isolate_words(self._pairing.name)

    def _admit(self, *, agreed: bool) -> None:
        if self._pairing is None or self._came is None or self._is_busy:
            return
        self._is_busy = True
        database = self._ui.background.database
        self._ui.background.run(
            partial(_admit, database, self._pairing, self._came, agreed),
            lambda _none: self._admitted(agreed=agreed),
            owner=self,
            lane=Lane.SYNC,
            failed=self._fail,
        )

    def _admitted(self, *, agreed: bool) -> None:
        self._is_busy = False
        if not agreed:
            self.show_refused()
            return
        self._until = datetime.now(UTC) + _GOOD_FOR
        text = translate("Inviting", "{name} is let in; it comes now.", name=self._called())
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
            partial(_look, self._ui.background.database, self._pairing),
            lambda told: self._seen(*told),
            owner=self,
            lane=Lane.SYNC,
            # Whether the server is there says the status line.
            failed=lambda _error: self._seen(has_come=False, came=None),
        )

    def _seen(self, has_come: bool, came: "Arrival | None") -> None:  # noqa: FBT001
        self._looking = None
        if not self._look_timer.isActive():
            return
        if has_come:
            self.show_came_in()
            self._ui.syncing.sync_now()
        elif came is not None and not came.is_in and came != self._came:
            self.show_arrival(came)

    def _tell(self, text: str, kind: BadgeKind) -> None:
        clear(self._told)
        self._told.addWidget(Note(text, kind))


def _invite(database: Database, name: str, progress: Progress) -> "Pairing":
    from ecrm_desktop.sync.sharing import shared_url  # noqa: PLC0415 - the client takes 0.2 s
    from ecrm_desktop.sync.shop_pcs import invite_pc  # noqa: PLC0415 - as above

    require_permission_to_read(database, Permission.MANAGE_PEOPLE)
    url = shared_url(database.path)
    return invite_pc(database, name, url=url, elsewhere=progress.elsewhere)


def _look(
    database: Database, pairing: "Pairing", progress: Progress
) -> "tuple[bool, Arrival | None]":
    from ecrm_desktop.sync.shop_pcs import arrival, shop_pcs  # noqa: PLC0415 - as above

    came = arrival(database, pairing, elsewhere=progress.elsewhere)
    if came is None or not came.is_in:
        return False, came
    known = shop_pcs(database, elsewhere=progress.elsewhere)
    return any(one.id == pairing.device for one in known), came


def _admit(
    database: Database,
    pairing: "Pairing",
    came: "Arrival",
    agreed: bool,  # noqa: FBT001
    progress: Progress,
) -> None:
    from ecrm_desktop.sync.shop_pcs import admit_pc  # noqa: PLC0415 - as above

    require_permission_to_read(database, Permission.MANAGE_PEOPLE)
    admit_pc(database, pairing, came, agreed=agreed, elsewhere=progress.elsewhere)
