"""This computer shares the shop: how that goes, begun and ended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.i18n import translate
from ecrm_desktop.services.permissions import require_permission_to_read
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.sharing import (
    Sharing,
    SharingState,
    can_share,
    end_sharing,
    keep_sharing,
    sharing_state,
    start_sharing,
)
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Lane, Progress
from ecrm_desktop.ui.inviting import InviteSheet
from ecrm_desktop.ui.settings.share_sheet import ShareSheet, lan_addresses, outlives_text
from ecrm_desktop.ui.sync_texts import ago_text, since_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.tick import Tick
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.text import isolate, isolate_words

if TYPE_CHECKING:
    from ecrm_desktop.sync.shop_pcs import ShopPc


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingView:
    """What is shown: how it goes, whether it could be begun, and this computer's addresses."""

    state: SharingState | None
    is_possible: bool
    addresses: Sequence[str]


class SharingBox(QWidget):
    """Offers to share a shop that is on this computer alone, else tells how sharing goes."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._path = ui.background.database.path
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.M)
        self._reached = QVBoxLayout()  # until there is something to tell

    def refresh(self) -> None:
        """Look again how it goes."""
        self._ui.background.run(
            partial(_look, self._path), self.show_view, owner=self, lane=Lane.LOOK
        )

    def show_view(self, view: SharingView) -> None:
        """Show how it goes."""
        clear(self._column)
        if self._ui.syncing.is_joined and view.state is None:
            self._offer_to_move(view)
            return
        title = translate("Sharing", "Sharing the shop")
        self._column.addWidget(Label(title, "heading"))
        if not self._ui.syncing.is_joined or view.state is None:
            self._offer(view)
            return
        self._tell(view.state, view.addresses)
        if view.state.since is not None:
            self._ui.background.run(
                partial(_pcs, self._ui.background.database),
                self.show_reached,
                owner=self,
                lane=Lane.SYNC,
                failed=lambda _error: None,  # the status line says why
            )

    def show_reached(self, pcs: "list[ShopPc]") -> None:
        """Show who has reached this computer."""
        clear(self._reached)
        others = [one for one in pcs if not one.is_this and one.revoked is None]
        for one in others:
            seen = translate("Sync", "Has not synced yet")
            if one.last_seen is not None:
                when = ago_text(one.last_seen, self._ui.display)
                seen = translate("Sync", "Last seen: {when}", when=when)
            self._reached.addWidget(Label(dotted([isolate_words(one.name), seen]), wrap=True))
        if not others:
            nobody = translate("Sharing", "No other computer has come in yet.")
            self._reached.addWidget(Label(nobody, "muted", wrap=True))

    def _offer(self, view: SharingView) -> None:
        if not view.is_possible:
            text = explain(SyncError(Problem.SHARING_NOT_INSTALLED))
            self._column.addWidget(Label(text, "muted", wrap=True))
            return
        about = translate(
            "Sharing",
            "Without any server: this computer stays switched on, and the others of the shop"
            " reach it in the network here.",
        )
        self._column.addWidget(Label(about, "muted", wrap=True))
        text = translate("Sharing", "Share the shop from this computer…")
        self._add_buttons(self._button(text, partial(self._ask, view.addresses), icon="store"))

    def _offer_to_move(self, view: SharingView) -> None:
        """Offer that the shop, which is on several computers already, is shared from here."""
        if not view.is_possible:
            return
        self._column.addWidget(Label(translate("Sharing", "Sharing the shop"), "heading"))
        about = translate(
            "Sharing",
            "The shop can also be shared from this computer instead of the present server. The"
            " others then join once more with texts that are made here.",
        )
        self._column.addWidget(Label(about, "muted", wrap=True))
        button = Button(translate("Sharing", "Share from this computer instead…"), icon="store")
        button.clicked.connect(lambda _checked: self._ask(view.addresses))
        self._add_buttons(button)

    def _ask(self, addresses: Sequence[str]) -> None:
        sheet = ShareSheet(self, self._ui, addresses)
        sheet.shared.connect(self._go_on)
        sheet.open()

    def _go_on(self) -> None:
        """Let the next computer in, which is what it was done for."""
        sheet = InviteSheet(self, self._ui)
        # Only then, for that window is another one.
        sheet.closed.connect(self._ui.navigator.rebuild)
        sheet.open()

    def _tell(self, state: SharingState, addresses: Sequence[str]) -> None:
        sharing, display = state.sharing, self._ui.display
        where = translate(
            "Sharing",
            "Address: {address} · Folder: {folder}",
            address=isolate(f"{sharing.host}:{sharing.port}"),
            folder=isolate(str(state.folder)),
        )
        if state.since is not None:
            since = since_text(state.since, display)
            text = translate("Sharing", "The shop is shared since {when}.", when=since)
            self._column.addWidget(Note(text, BadgeKind.PRIMARY, detail=where))
        elif sharing.is_on:
            text = translate("Sharing", "The shop is not shared just now, though it should be.")
            self._column.addWidget(Note(text, BadgeKind.RED, detail=where))
        else:
            text = translate(
                "Sharing", "Sharing is stopped. Everybody works on, and nothing is lost."
            )
            self._column.addWidget(Note(text, BadgeKind.AMBER, detail=where))
        if sharing.is_on and addresses and sharing.host not in addresses:
            self._column.addWidget(self._other_address(sharing, addresses[0]))
        reached = QWidget()
        self._reached = QVBoxLayout(reached)
        self._reached.setContentsMargins(0, 0, 0, 0)
        self._reached.setSpacing(theme.XS)
        self._column.addWidget(reached)
        outlives = Tick(outlives_text(), ticked=sharing.outlives)
        outlives.edited.connect(lambda: self._keep(replace(sharing, outlives=outlives.value())))
        self._column.addWidget(outlives)
        if state.since is None:
            text = translate("Sharing", "Share again")
            again = self._button(text, partial(self._keep, replace(sharing, is_on=True)))
            self._add_buttons(again)
        else:
            text = translate("Sync", "Let another computer in…")
            invite = self._button(text, lambda: InviteSheet(self, self._ui).open(), icon="plus")
            stop = Button(translate("Sharing", "Stop sharing…"), kind="quiet")
            stop.clicked.connect(lambda _checked: self._ask_to_stop(sharing))
            self._add_buttons(invite, stop)

    def _other_address(self, sharing: Sharing, address: str) -> Note:
        return Note(
            translate(
                "Sharing",
                "This computer has another address by now: {address}",
                address=isolate(address),
            ),
            BadgeKind.AMBER,
            detail=translate(
                "Sharing",
                "The others look for it at the old one. Let the router give it the old one again,"
                " or take the new one and join the others once more with new texts.",
            ),
            action=translate("Sharing", "Take the new one"),
            on_action=partial(self._keep, replace(sharing, host=address)),
        )

    def _ask_to_stop(self, sharing: Sharing) -> None:
        self._ui.messenger.ask(
            translate("Sharing", "Stop sharing?"),
            detail=translate(
                "Sharing",
                "Each computer keeps the shop and goes on working, but nothing new reaches the"
                " others until it is shared again. Nothing is removed.",
            ),
            accept=translate("Sharing", "Stop"),
            on_accept=partial(self._keep, replace(sharing, is_on=False)),
        )

    def _keep(self, sharing: Sharing) -> None:
        def failed(error: Exception) -> None:
            self._ui.messenger.show_error(error)
            self.refresh()

        self._ui.background.run(
            partial(_change, self._ui.background.database, sharing),
            self._show_changed,
            owner=self,
            lane=Lane.LOOK,
            failed=failed,
        )

    def _show_changed(self, view: SharingView) -> None:
        self.show_view(view)
        self._ui.syncing.sync_now()

    def _button(self, text: str, action: Callable[[], None], *, icon: str = "") -> Button:
        button = Button(text, kind="primary", icon=icon)
        button.clicked.connect(lambda _checked: action())
        return button

    def _add_buttons(self, *buttons: Button) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        for button in buttons:
            row.addWidget(button)
        row.addStretch()
        self._column.addWidget(line)


def _look(path: Path, _progress: Progress) -> SharingView:
    return SharingView(
        state=sharing_state(path), is_possible=can_share(), addresses=tuple(lan_addresses())
    )


def _change(database: Database, sharing: Sharing, progress: Progress) -> SharingView:
    require_permission_to_read(database, Permission.MANAGE_PEOPLE)
    keep_sharing(database.path, sharing)
    if sharing.is_on:
        with progress.elsewhere():  # nobody who closes the window waits for it
            start_sharing(database.path, sharing)
    else:
        end_sharing(database.path)
    return _look(database.path, progress)


def _pcs(database: Database, progress: Progress) -> "list[ShopPc]":
    from ecrm_desktop.sync.shop_pcs import shop_pcs  # noqa: PLC0415 - the client takes 0.2 s

    return shop_pcs(database, elsewhere=progress.elsewhere)
