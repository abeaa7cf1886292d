"""The groups that a customer is in, each with the reason."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_segments import CustomerSegment, customer_segments
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.one_at_a_time import OneAtATime, freshen
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.listed import led
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.permissions import Permission


class CustomerGroups(ScrollArea):
    """Reads while it is shown; each group leads to its members, for who may see them."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(name=translate("Customers", "Groups"))
        self._ui = ui
        self._customer_id: UUID | None = None
        self._stale = True
        self._figures = OneAtATime(ui, self, freshen)
        self._figures.ended.connect(self._read)

    def show_customer(self, customer_id: UUID) -> None:
        """Show the groups of another customer, or of the same one again."""
        if customer_id != self._customer_id:
            self.show_contents(Label(translate("Groups", "Counting…"), "muted"))
        self._customer_id = customer_id
        self._stale = True
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while it was hidden."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        self._read()
        self._figures.start()

    def _read(self) -> None:
        if self._customer_id is not None:
            self._ui.background.read(
                partial(
                    customer_segments,
                    customer_id=self._customer_id,
                    today=self._ui.today(),
                    display=self._ui.display,
                ),
                self._show_groups,
                owner=self,
                key="groups",
            )

    def _show_groups(self, groups: Sequence[CustomerSegment]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, theme.S, 0, theme.S)
        column.setSpacing(theme.XS)
        for group in groups:
            column.addWidget(self._head(group))
            reason = Label(led(group.reason), "muted", wrap=True, selectable=True)
            reason.setContentsMargins(theme.M, 0, theme.M, 0)  # below the words of the button
            column.addWidget(reason)
            column.addSpacing(theme.S)
        if groups:
            column.addStretch()
        else:
            column.addWidget(
                EmptyState(
                    "users",
                    translate("Customers", "In no group"),
                    translate("Customers", "Groups are made on the page “Insight”."),
                )
            )
        self.show_contents(inside)

    def _head(self, group: CustomerSegment) -> QWidget:
        if not self._ui.may(Permission.SEE_SUMS):
            return Label(group.name, "heading")
        button = Button(group.name, kind="quiet", icon="users")
        button.clicked.connect(lambda _checked: self._ui.navigator.open_segment(group.id))
        return button
