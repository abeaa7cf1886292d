"""Sharing the shop from this computer: what it means is told, and then it is done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSysInfo, Signal
from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QNetworkInterface
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.backup.state import size_limit
from ecrm_desktop.errors import EcrmError, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.services.permissions import require_permission_to_read
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.sharing import Sharing, free_port, sharing_folder
from ecrm_desktop.text.error_texts import explain, explain_bug
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Progress
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.progress import ProgressLine
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.ui.widgets.tick import Tick
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.text import isolate

NAME_LIMIT = 60


class ShareSheet(Sheet):
    """`shared` once this computer shares the shop and has sent it what it has."""

    shared = Signal()

    def __init__(self, asker: QWidget, ui: UiContext, addresses: Sequence[str]) -> None:
        """`addresses` are those of this computer in the LAN, see `lan_addresses`."""
        self._ui = ui
        self._is_busy = False
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        self._said = QVBoxLayout()
        column.addLayout(self._said)
        folder = isolate(str(sharing_folder(ui.background.database.path)))
        for text in (
            translate(
                "Sharing",
                "The other computers of the shop meet on this one. It has to be switched on, with"
                " this program open; while it is off, everybody goes on working, and what they did"
                " comes together later.",
            ),
            translate(
                "Sharing",
                "What they share is in the folder {folder}. If Windows asks, allow this program in"
                " private networks.",
                folder=folder,
            ),
        ):
            column.addWidget(Label(text, wrap=True))
        self.form = Form(label_width=130)
        self.name = self.form.add(
            "name",
            translate("Sharing", "This computer"),
            TextEdit(limit=NAME_LIMIT),
            required=Problem.NAME_MISSING,
            hint=translate("Sharing", "What it is called in the shop."),
        )
        self.name.set_value(QSysInfo.machineHostName())
        self.address: Choice[str] = Choice([(one, isolate(one)) for one in addresses])
        self.form.add(
            "address",
            translate("Sharing", "Its address"),
            self.address,
            hint=translate(
                "Sharing",
                "Where the others find it. It should stay the same: the router can see to that.",
            ),
        )
        self.outlives = self.form.add(
            "outlives",
            "",
            Tick(outlives_text()),
        )
        column.addWidget(self.form)
        self._bar = ProgressLine(translate("Sharing", "Sharing"))
        self._bar.hide()
        column.addWidget(self._bar)
        super().__init__(
            asker,
            ui.messenger,
            title=translate("Sharing", "Share the shop from this computer"),
            body=body,
            width=600,
        )
        self._share_button = self.add_primary(translate("Sharing", "Share"), self._share)
        if ui.background.database.secret is not None:
            text = translate(
                "Sharing",
                "The shop's file is encrypted, but what is shared lies in that folder without"
                " encryption. Share only from a computer that nobody else gets at.",
            )
            self._say(text, BadgeKind.AMBER)
        if not addresses:
            text = translate(
                "Sharing", "This computer is in no network just now. Connect it, and try again."
            )
            self._say(text, BadgeKind.RED)
            self._share_button.setEnabled(False)

    def request_close(self, then: object = None) -> None:
        """Close, but not while it is being prepared."""
        if not self._is_busy:
            self.discard()

    def show_busy(self, *, busy: bool) -> None:
        """Show that it is being prepared, or may be begun."""
        self._is_busy = busy
        self._bar.setVisible(busy)
        self._bar.show_progress(0, 0)
        for widget in (self.form, self._share_button, self.cancel):
            widget.setEnabled(not busy)
        if busy:
            text = translate("Sharing", "It is being prepared, which takes up to a minute…")
            self._say(text, BadgeKind.BLUE)

    def show_error(self, error: Exception) -> None:
        """Say why it does not work; it can be tried again."""
        self.show_busy(busy=False)
        if not isinstance(error, EcrmError):
            log_failure(error)
        text = explain(error) if isinstance(error, EcrmError) else explain_bug()
        self._say(text, BadgeKind.RED)

    def _say(self, text: str, kind: BadgeKind) -> None:
        clear(self._said)
        self._said.addWidget(Note(text, kind))

    def _share(self) -> None:
        if self._is_busy or not self.form.check():
            return
        self.show_busy(busy=True)
        self._ui.background.run(
            partial(
                _share,
                self._ui.background.database,
                self.address.value(),
                self.name.value(),
                size_limit(self._ui.settings),
                outlives=self.outlives.value(),
            ),
            lambda _none: self._done(),
            owner=self,
            failed=self.show_error,
            progress=self._bar.show_progress,
        )

    def _done(self) -> None:
        self._is_busy = False
        self.discard()
        self.shared.emit()


def outlives_text() -> str:
    """Return what the setting says that lets sharing go on without a window."""
    return translate("Sharing", "Go on while the program is closed, as long as this computer is on")


def lan_addresses() -> list[str]:
    """Return the addresses at which others in the LAN may find this computer."""
    flag = QNetworkInterface.InterfaceFlag
    found = []
    for interface in QNetworkInterface.allInterfaces():
        flags = interface.flags()
        if not flags & flag.IsUp or flags & flag.IsLoopBack:
            continue
        for entry in interface.addressEntries():
            address = entry.ip()
            if _is_of_lan(address):
                found.append(address.toString())
    return found


def _is_of_lan(address: QHostAddress) -> bool:
    is_v4 = address.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol
    return is_v4 and not address.isLinkLocal() and not address.isLoopback()


def _share(
    database: Database, host: str, name: str, limit: int, progress: Progress, *, outlives: bool
) -> None:
    from ecrm_desktop.backup.sharing import share_shop  # noqa: PLC0415 - the client takes 0.2 s

    require_permission_to_read(database, Permission.MANAGE_PEOPLE)
    sharing = Sharing(host=host, port=free_port(), outlives=outlives)
    share_shop(database, sharing, name, limit=limit, report_progress=progress.report)
