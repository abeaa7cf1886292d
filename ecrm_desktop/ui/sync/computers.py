"""The computers of the shop: when each was heard of last, and what this one is called."""

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.devices import DeviceRow, known_devices
from ecrm_desktop.services.devices import rename_device
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.sync.part import SyncPart
from ecrm_desktop.ui.sync_texts import ago_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import Action, FormSheet
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.permissions import Permission

_WIDTH = 660


class ComputersPart(SyncPart):
    """One card each; what only the server knows is shown where it was asked."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._rows: list[DeviceRow] = []
        self._waiting = 0
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, theme.S, 0, theme.S)
        column.setSpacing(theme.S)
        about = translate(
            "Sync",
            "Each has the whole shop and works without the others; what one does reaches the"
            " others as soon as both are connected.",
        )
        column.addWidget(Label(about, "muted", wrap=True))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.S)
        column.addLayout(self._lines)
        column.addStretch(1)
        outer = QWidget()
        sides = QHBoxLayout(outer)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.addWidget(inner, 3)
        sides.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(outer))

    def refresh(self) -> None:
        """Read the computers again."""
        self._ui.background.read(known_devices, self._show, owner=self, key="devices")

    def show_state(self) -> None:
        """Show what waits here."""
        state = self._ui.syncing.state
        if state is not None and state.waiting != self._waiting:
            self._waiting = state.waiting
            self._fill()

    def _show(self, rows: list[DeviceRow]) -> None:
        self._rows = rows
        self._fill()

    def _fill(self) -> None:
        clear(self._lines)
        for row in self._rows:
            self._lines.addWidget(self._card(row))

    def _card(self, row: DeviceRow) -> QFrame:
        display = self._ui.display
        card = QFrame()
        card.setProperty("role", "card")
        line = QHBoxLayout(card)
        line.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        line.setSpacing(theme.S)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(Label(row.name or translate("Sync", "Without a name"), "heading"))
        if row.is_this:
            head.addWidget(Badge(translate("Sync", "this computer"), BadgeKind.PRIMARY))
            if self._waiting:
                waiting = display.number(self._waiting)
                text = translate("Sync", "{count} in the queue", count=waiting)
                head.addWidget(Badge(text, BadgeKind.BLUE))
        head.addStretch()
        texts.addLayout(head)
        if row.changed_at is None:
            said = translate("Sync", "Nothing was changed there yet")
        else:
            when = ago_text(row.changed_at, display)
            said = translate("Sync", "Last change: {when}", when=when)
        texts.addWidget(Label(said, "muted", wrap=True))
        line.addLayout(texts, 1)
        if row.is_this and self._ui.may(Permission.CHANGE_SETTINGS):
            rename = Button(translate("Sync", "Rename…"), kind="quiet", icon="pencil")
            rename.clicked.connect(lambda _checked: self._rename(row))
            line.addWidget(rename)
        return card

    def _rename(self, row: DeviceRow) -> None:
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


def _rename(row: DeviceRow, name: str, session: Session) -> None:
    rename_device(session, row.id, name)
