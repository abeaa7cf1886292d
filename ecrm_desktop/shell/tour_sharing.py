"""Pictures of a shop's computers, of letting one in and of sharing, without any server."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ecrm_desktop.backup.entering import EntryPlan, LeavePlan
from ecrm_desktop.errors import Problem, SyncError
from ecrm_desktop.migrations import HEAD
from ecrm_desktop.queries.devices import known_devices
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.shell.tour_syncing import pretended_move
from ecrm_desktop.storage.database import Database
from ecrm_desktop.sync.address import HubAddress
from ecrm_desktop.sync.pairing_text import Pairing
from ecrm_desktop.sync.sharing import Sharing, SharingState, sharing_folder
from ecrm_desktop.sync.shop_pcs import Arrival, ShopPc
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.inviting import InviteSheet
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.settings.computers import ComputersSettings
from ecrm_desktop.ui.settings.share_sheet import ShareSheet
from ecrm_desktop.ui.settings.sharing import SharingView
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea

Picture = Callable[[QWidget, str], None]

_ADDRESSES: Final = ("192.168.1.10", "10.0.0.4")
_SOME_BYTES: Final = bytes(range(256)) + bytes(range(130))
"""As long as the certificate of an authority."""
_SIZE: Final = (760, 560)


def pretended_hub() -> HubAddress:
    """Return the address of a hub that is nowhere."""
    return HubAddress(
        url=f"https://{_ADDRESSES[0]}:8443",
        account=UUID(int=7),
        authority=_SOME_BYTES,
        certificate_name="server.ecrm.internal",
    )


def pretended_pcs(database: Database) -> list[ShopPc]:
    """Return what a server might say of the computers that the sample shop has."""
    with database.reading() as session:
        rows = known_devices(session)
    now = datetime.now(UTC)
    told = [
        ShopPc(
            id=row.id,
            pc=row.id,
            number=number,
            name=row.name,
            schema=HEAD,
            last_seen=now - timedelta(minutes=number),
            behind=0,
            manages=row.is_this,
            revoked=None,
            is_this=row.is_this,
        )
        for number, row in enumerate(rows, start=1)
    ]
    first, second, *others = told
    lost = replace(first, id=UUID(int=9), pc=UUID(int=9), number=9, name="لپ‌تاپ قدیمی")
    return [
        first,
        replace(second, behind=14, last_seen=now - timedelta(hours=3), schema="0009"),
        *others,
        replace(lost, is_this=False, manages=False, revoked=now - timedelta(days=12)),
    ]


def photograph_offers(shop: ShopWindow, picture: Picture) -> None:
    """Photograph how a shop that is on one computer is shared."""
    for name, is_possible in (("sharing-offered", True), ("sharing-not-installed", False)):
        view = SharingView(state=None, is_possible=is_possible, addresses=_ADDRESSES)
        _box(shop, view, name, picture)
    sheet = ShareSheet(shop.window.content, shop.ui, _ADDRESSES)
    sheet.name.set_value("دفتر")
    sheet.open()
    picture(shop.window, "sharing-sheet")
    sheet.show_busy(busy=True)
    picture(shop.window, "sharing-sheet-busy")
    sheet.show_error(SyncError(Problem.SHARING_PORT_TAKEN, port="8443"))
    picture(shop.window, "sharing-sheet-refused")
    sheet.close_overlay()


def photograph_sharing(shop: ShopWindow, picture: Picture) -> None:
    """Photograph how letting another computer in goes, and sharing, where the shop is on more."""
    invited = InviteSheet(shop.window.content, shop.ui)
    invited.open()
    picture(shop.window, "inviting-name")
    pairing = Pairing(
        address=pretended_hub(),
        shop=shop.ui.shop.id,
        device=UUID(int=7),
        name="صندوق",
        password="x" * 32,
    )
    invited.show_pairing(pairing)
    picture(shop.window, "inviting-text")
    invited.show_arrival(Arrival(token=b"", digits="0471", is_in=False))
    picture(shop.window, "inviting-digits")
    invited.show_refused()
    picture(shop.window, "inviting-refused")
    invited.show_came_in()
    picture(shop.window, "inviting-came-in")
    invited.close_overlay()
    path = shop.ui.background.database.path
    for name, state in _states(path):
        view = SharingView(state=state, is_possible=True, addresses=_ADDRESSES)
        _box(shop, view, name, picture)
    _photograph_moving(shop, picture)


def _photograph_moving(shop: ShopWindow, picture: Picture) -> None:
    """Photograph how a shop on several computers moves elsewhere, and how this one leaves it."""
    elsewhere = SharingView(state=None, is_possible=True, addresses=_ADDRESSES)
    _box(shop, elsewhere, "elsewhere", picture)
    _box(shop, elsewhere, "moves", picture, pretended_move(shop.ui.shop))
    page = shop.window.open_page(PageName.SETTINGS)
    part = ComputersSettings(shop.ui)
    part.setParent(page)
    part.ask_to_leave(LeavePlan(waiting=3, shares=True, is_half=True))
    picture(shop.window, "leaving-asked")
    while (question := top_overlay(shop.window.content)) is not None:
        question.close_overlay()
    part.deleteLater()


def _states(path: Path) -> Iterator[tuple[str, SharingState]]:
    sharing = Sharing(host=_ADDRESSES[0], port=8443, is_on=True)
    runs = SharingState(
        sharing=sharing,
        folder=sharing_folder(path),
        since=datetime.now(UTC) - timedelta(hours=2),
    )
    yield "sharing-runs", runs
    yield "sharing-moved", replace(runs, sharing=replace(sharing, host="192.168.1.77"))
    yield "sharing-stopped", replace(runs, sharing=replace(sharing, is_on=False), since=None)
    yield "sharing-broken", replace(runs, since=None)


def _box(
    shop: ShopWindow,
    view: SharingView,
    name: str,
    picture: Picture,
    plan: EntryPlan | None = None,
) -> None:
    part = ComputersSettings(shop.ui)
    shown = QFrame(shop.window)  # not a window of its own, which each system treats in its own way
    shown.setProperty("role", "card")
    QVBoxLayout(shown).addWidget(ScrollArea(part, sideways=True))
    shown.resize(*_SIZE)
    part.sharing.show_view(view)
    if view.state is not None and view.state.since is not None:
        part.sharing.show_reached(pretended_pcs(shop.ui.background.database))
    if plan is not None:
        part.box.show_plan(plan)
        shown.resize(_SIZE[0], 2 * _SIZE[1])
    shown.show()
    picture(shown, f"page-settings-computers-{name}")
    shown.close()
    shown.deleteLater()
