"""The computers of the shop: when each was heard of last, and which are let in or shut out."""

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import EcrmError, Problem, SyncError
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.migrations import HEAD
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.queries.devices import DeviceRow, known_devices
from ecrm_desktop.services.devices import rename_device
from ecrm_desktop.services.permissions import require_permission_to_read
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.sync.address import HubAddress
from ecrm_desktop.text.error_texts import explain, explain_bug
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Job, Lane, Progress
from ecrm_desktop.ui.inviting import InviteSheet
from ecrm_desktop.ui.sync.part import WIDTH, SyncPart
from ecrm_desktop.ui.sync.shop_computers import KEPT, Computer, computers
from ecrm_desktop.ui.sync_texts import ago_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import Action, FormSheet
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.narrow_column import NarrowColumn
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.text import isolate_words

if TYPE_CHECKING:
    from ecrm_desktop.sync.shop_pcs import ShopPc

_ASK_SECONDS: Final = 30
"""The server is asked again once its last answer is that old."""


class ComputersPart(SyncPart):
    """One card each: what the server says where it was reached, else what this file knows."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._rows: list[DeviceRow] = []
        self._pcs: list[ShopPc] | None = None
        self._why = ""
        self._asking: Job | None = None
        self._asked_at = -float(_ASK_SECONDS)
        self._waiting = 0
        self._shown: object = None
        contents = NarrowColumn(WIDTH)
        column = contents.column
        column.setSpacing(theme.S)
        about = translate(
            "Sync",
            "Each has the whole shop and works without the others; what one does reaches the"
            " others as soon as both are connected.",
        )
        column.addWidget(Label(about, "muted", wrap=True))
        self._letting_in = QVBoxLayout()
        column.addLayout(self._letting_in)
        self._told = QVBoxLayout()
        column.addLayout(self._told)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.S)
        column.addLayout(self._lines)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(contents))

    def refresh(self) -> None:
        """Read the computers again, and ask the server unless it answered just now."""
        self._ui.background.read(known_devices, self._show, owner=self, key="devices")
        self._ask_if_old()

    def show_state(self) -> None:
        """Show what waits here; a round that was heard of may have news of the others."""
        state = self._ui.syncing.state
        if state is not None:
            self._waiting = state.waiting
        self._fill()
        if self.isVisible():
            self._ask_if_old()

    def show_answer(self, pcs: "list[ShopPc]") -> None:
        """Show what the server said."""
        self._asking = None
        self._pcs, self._why = pcs, ""
        self._fill()

    def show_unreached(self, why: Exception) -> None:
        """Show what this file knows, and say why it is not more."""
        self._asking = None
        if not isinstance(why, EcrmError):
            log_failure(why)
        self._pcs = None
        self._why = explain(why) if isinstance(why, EcrmError) else explain_bug()
        self._fill()

    def _ask_if_old(self) -> None:
        if monotonic() - self._asked_at >= _ASK_SECONDS and self._asking is None:
            self._ask()

    def _ask(self) -> None:
        if not self._ui.syncing.is_joined:
            return
        self._asked_at = monotonic()
        self._asking = self._ui.background.run(
            partial(_shop_pcs, self._ui.background.database),
            self.show_answer,
            owner=self,
            lane=Lane.SYNC,
            failed=self.show_unreached,
        )

    def _show(self, rows: list[DeviceRow]) -> None:
        self._rows = rows
        self._fill()

    def _fill(self) -> None:
        known = computers(self._rows, self._pcs)
        may_manage = self._ui.may(Permission.MANAGE_PEOPLE) and any(
            one.is_this and one.manages and one.revoked is None for one in known
        )
        texts = [(one.name, self._badges(one), self._lines_of(one)) for one in known]
        shown = (may_manage, self._is_at_server(), self._why, texts, [one.id for one in known])
        if shown == self._shown:
            return  # nothing jumps under anybody's hands
        self._shown = shown
        clear(self._told)
        if self._why:
            text = translate(
                "Sync", "The server was not reached; this is what this computer knows by itself."
            )
            self._told.addWidget(Note(text, BadgeKind.AMBER, detail=self._why))
        clear(self._letting_in)
        if may_manage:
            self._letting_in.addWidget(self._letting_in_here())
        clear(self._lines)
        for one in known:
            self._lines.addWidget(self._card(one, may_shut_out=may_manage))

    def _is_at_server(self) -> bool:
        """Whether the shop is on a server that lets computers in by itself."""
        state = self._ui.syncing.state
        return state is not None and not isinstance(state.address, HubAddress)

    def _letting_in_here(self) -> QWidget:
        if self._is_at_server():
            return Note(explain(SyncError(Problem.SYNC_PAIRED_AT_SERVER)), BadgeKind.BLUE)
        button = Button(translate("Sync", "Let another computer in…"), kind="primary", icon="plus")
        button.clicked.connect(lambda _checked: InviteSheet(self, self._ui).open())
        return button

    def _card(self, one: Computer, *, may_shut_out: bool) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        line = QHBoxLayout(card)
        line.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        line.setSpacing(theme.S)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(Label(one.name or translate("Sync", "Without a name"), "heading"))
        for text, kind in self._badges(one):
            head.addWidget(Badge(text, kind))
        head.addStretch()
        texts.addLayout(head)
        for text in self._lines_of(one):
            texts.addWidget(Label(text, "muted", wrap=True))
        line.addLayout(texts, 1)
        if one.is_this and self._ui.may(Permission.CHANGE_SETTINGS):
            rename = Button(translate("Sync", "Rename…"), kind="quiet", icon="pencil")
            rename.clicked.connect(lambda _checked: self._rename(one))
            line.addWidget(rename)
        elif may_shut_out and not one.is_this and one.revoked is None:
            shut_out = Button(translate("Sync", "Shut out…"), kind="quiet", icon="user-x")
            shut_out.clicked.connect(lambda _checked: self._ask_to_shut_out(one))
            line.addWidget(shut_out)
        return card

    def _badges(self, one: Computer) -> list[tuple[str, BadgeKind]]:
        number = self._ui.display.number
        badges = []
        if one.is_this:
            badges.append((translate("Sync", "this computer"), BadgeKind.PRIMARY))
            if self._waiting:
                waiting = translate("Sync", "{count} in the queue", count=number(self._waiting))
                badges.append((waiting, BadgeKind.BLUE))
        if one.revoked is not None:
            badges.append((translate("Sync", "shut out"), BadgeKind.RED))
        elif one.behind:
            behind = translate("Sync", "{count} changes behind", count=number(one.behind))
            badges.append((behind, BadgeKind.BLUE))
        return badges

    def _lines_of(self, one: Computer) -> list[str]:
        display = self._ui.display
        if one.changed_at is None:
            changed = translate("Sync", "Nothing was changed there yet")
        else:
            when = ago_text(one.changed_at, display)
            changed = translate("Sync", "Last change: {when}", when=when)
        if one.revoked is not None:
            since = ago_text(one.revoked, display)
            return [dotted([translate("Sync", "Shut out: {when}", when=since), changed])]
        if one.is_this or self._pcs is None:
            return [changed]
        if one.last_seen is None:
            seen = translate("Sync", "Has not synced yet")
        else:
            when = ago_text(one.last_seen, display)
            seen = translate("Sync", "Last seen: {when}", when=when)
        lines = [dotted([seen, changed]), _version(one)]
        if one.is_too_long_away(utc_now()):
            days = display.number(KEPT.days)
            lines.append(
                translate(
                    "Sync",
                    "Away for more than {days} days: when it comes back, it sends what waits there"
                    " and then gets the whole shop anew, which takes longer; nothing is lost.",
                    days=days,
                )
            )
        return [one for one in lines if one]

    def _ask_to_shut_out(self, one: Computer) -> None:
        name = isolate_words(one.name or translate("Sync", "Without a name"))
        self._ui.messenger.ask(
            translate("Sync", "Shut out {name}?", name=name),
            detail=translate(
                "Sync",
                "It gets nothing of the shop any more, and nothing that is done there comes here."
                " What it has by now stays on it, also the customers. It comes back in only with"
                " a new pairing text. If it was lost or stolen, let everybody choose a new"
                " password: from what is on it, those of today can be guessed.",
            ),
            accept=translate("Sync", "Shut out"),
            on_accept=partial(self._shut_out, one.id, name),
            dangerous=True,
        )

    def _shut_out(self, other: UUID, name: str) -> None:
        def done(_none: None) -> None:
            self._ui.messenger.inform(translate("Sync", "{name} is shut out.", name=name))
            self._ask()

        self._ui.background.run(
            partial(_shut_out, self._ui.background.database, other),
            done,
            owner=self,
            lane=Lane.SYNC,
            failed=self._ui.messenger.show_error,
        )

    def _rename(self, row: Computer) -> None:
        form = Form(label_width=90)
        name = form.add(
            "name", translate("Sync", "Name"), TextEdit(), required=Problem.NAME_MISSING
        )
        name.set_value(row.name)

        def action() -> Action:
            return partial(_rename, row, name.value())

        FormSheet(
            self,
            self._ui.messenger,
            self._ui.background,
            title=translate("Sync", "What is this computer called?"),
            form=form,
            action=action,
            width=420,
        ).open()


def _rename(row: Computer, name: str, session: Session) -> None:
    rename_device(session, row.id, name)


def _shop_pcs(database: Database, progress: Progress) -> "list[ShopPc]":
    from ecrm_desktop.sync.shop_pcs import shop_pcs  # noqa: PLC0415 - the client takes 0.2 s

    return shop_pcs(database, elsewhere=progress.elsewhere)


def _shut_out(database: Database, other: UUID, progress: Progress) -> None:
    from ecrm_desktop.sync.shop_pcs import revoke_pc  # noqa: PLC0415 - as above

    require_permission_to_read(database, Permission.MANAGE_PEOPLE)
    revoke_pc(database, other, elsewhere=progress.elsewhere)


def _version(one: Computer) -> str:
    """Return how the program there differs from this one; "" if it does not, or nobody knows."""
    if not one.schema or one.schema == HEAD:
        return ""
    if one.schema < HEAD:
        return translate("Sync", "Its program is older than this one: update it there.")
    return translate("Sync", "Its program is newer than this one: update it here.")
