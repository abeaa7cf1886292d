"""Whom to call today and how all customers stand: what was found last, then found anew."""

from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.insight.today.calls_page import CallsPage
from ecrm_desktop.ui.insight.today.overview import OverviewCard
from ecrm_desktop.ui.insight.today.reading import Overview, read_overview, reckon
from ecrm_desktop.ui.one_at_a_time import OneAtATime
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.page_part import PagePart

_FRESH: Final = timedelta(minutes=10)
_NARROW: Final = 1000


class TodayTab(PagePart):
    """A line says how old what is shown is, and whether it is being reckoned again."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._found: Overview | None = None
        self.calls = CallsPage(ui)
        self.overview = OverviewCard(ui.display)
        self.status = Label(role="muted")
        self.again = Button(translate("Today", "Reckon again"), kind="quiet")
        self.again.clicked.connect(lambda _checked: self._reckon())
        self._reckoning = OneAtATime(ui, self, reckon)
        self._reckoning.ended.connect(self._read_reckoned)
        line = QHBoxLayout()
        line.addWidget(self.status)
        line.addWidget(self.again)
        line.addStretch()
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        row.addWidget(self.calls, 1)
        row.addWidget(self.overview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addLayout(line)
        column.addLayout(row, 1)

    def current_customer(self) -> UUID | None:
        """Return who is current in the list."""
        return self.calls.current_customer()

    def refresh(self) -> None:
        """Show what was reckoned last, and reckon again if that is not of just now."""
        self._read(may_reckon=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list room where there is little."""
        super().resizeEvent(event)
        self.overview.fit(narrow=self.width() < _NARROW)

    def _read_reckoned(self) -> None:
        self.calls.refresh()
        self._read(may_reckon=False)

    def _read(self, *, may_reckon: bool) -> None:
        display = self._ui.display
        self._ui.background.read(
            lambda session: read_overview(session, display),
            lambda found: self._show(found, may_reckon=may_reckon),
            owner=self,
            key="overview",
        )

    def _show(self, found: Overview | None, *, may_reckon: bool) -> None:
        if found != self._found or found is None:
            self._found = found
            self.overview.show_overview(found)
        if may_reckon and self._is_old(found):
            self._reckon()
        else:
            self._say()

    def _is_old(self, found: Overview | None) -> bool:
        # Half a minute among a million customers: not after every save.
        return (
            found is None
            or not found.people
            or found.until != self._ui.today()
            or datetime.now(UTC) - found.computed_at > _FRESH
        )

    def _reckon(self) -> None:
        self._reckoning.start()
        self._say()

    def _say(self) -> None:
        running, found = self._reckoning.is_running, self._found
        self.again.setEnabled(not running)
        if found is None:
            text = translate("Today", "It is being reckoned…") if running else ""
        else:
            at = self._ui.display.datetime(found.computed_at)
            text = (
                translate("Today", "As of {at}; it is being reckoned again…", at=at)
                if running
                else translate("Today", "As of {at}.", at=at)
            )
        self.status.setText(text)
