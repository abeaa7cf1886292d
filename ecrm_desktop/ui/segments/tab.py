"""The groups of customers, below the tab of the page of insight."""

from uuid import UUID

from PySide6.QtWidgets import QStackedLayout

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.queries.segments import get_segment
from ecrm_desktop.ui.segments.list_page import SegmentsPage
from ecrm_desktop.ui.segments.members_page import MembersPage
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.page_part import PagePart


class GroupsTab(PagePart):
    """The list of groups, or the members of the one that was opened."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.groups = SegmentsPage(ui)
        self.members: MembersPage | None = None
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.groups)
        self.groups.members_asked.connect(self.show_segment)

    @property
    def shown(self) -> Page:
        """The list of groups or of members."""
        return self.members or self.groups

    def refresh(self) -> None:
        """Do nothing: both lists are pages, which hear of changes by themselves."""

    def current_customer(self) -> UUID | None:
        """Return which member is current."""
        return self.shown.current_customer()

    def show_segment(self, segment_id: UUID) -> None:
        """Show the members of a group."""
        today = self._ui.today()
        self._ui.background.read(
            lambda session: get_segment(session, segment_id, today).name,
            lambda name: self._open(segment_id, name),
            owner=self,
            key="segment",
            failed=self._say,
        )

    def show_groups(self) -> None:
        """Show the list of groups again."""
        members, self.members = self.members, None
        self._stack.setCurrentWidget(self.groups)
        self.groups.table.setFocus()
        if members is not None:
            self._stack.removeWidget(members)
            members.deleteLater()

    def _open(self, segment_id: UUID, name: str) -> None:
        if self.members is not None:
            self._stack.removeWidget(self.members)
            self.members.deleteLater()
        self.members = MembersPage(self._ui, segment_id, name)
        self.members.left.connect(self.show_groups)
        self._stack.addWidget(self.members)
        self._stack.setCurrentWidget(self.members)
        self.members.table.setFocus()

    def _say(self, error: Exception) -> None:
        if isinstance(error, EcrmError):
            self.show_groups()
        self._ui.messenger.show_error(error)
