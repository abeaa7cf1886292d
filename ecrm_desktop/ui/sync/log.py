"""What the rounds did: when, how much went and came, and why some failed."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.sync_log import RoundRow, logged_rounds
from ecrm_desktop.text.sync_reasons import reason_text
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.sync.part import SyncPart
from ecrm_desktop.ui.sync_texts import since_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.columns import number_column
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.ui.widgets.record_list import ShortRecordList
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.table import RecordTable


class LogPart(SyncPart):
    """The newest first; rounds that found nothing to do are not written down."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.filter: Segments[bool] = Segments(
            [(False, translate("Sync", "All")), (True, translate("Sync", "Only failures"))]
        )
        self.filter.edited.connect(self.refresh)
        self.table = RecordTable(self._columns(), name=translate("Sync", "Log"))
        self._list = ShortRecordList(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        row = QHBoxLayout()
        row.addWidget(self.filter)
        row.addStretch()
        column.addLayout(row)
        self._place = QStackedLayout()
        column.addLayout(self._place, 1)
        self._place.addWidget(self.table)
        self._place.addWidget(
            EmptyState(
                "history",
                translate("Sync", "Nothing is written down"),
                translate("Sync", "Rounds that sent or received something, or failed, come here."),
            )
        )

    def refresh(self) -> None:
        """Read the log again."""
        only_failed = self.filter.value()
        self._ui.background.read(
            lambda session: logged_rounds(session, only_failed=only_failed),
            self._show,
            owner=self,
            key="log",
        )

    def show_state(self) -> None:
        """Read the log again, for a round may have ended."""
        if self.isVisible():
            self.refresh()

    def _show(self, rows: list[RoundRow]) -> None:
        self._list.show(rows)
        self._place.setCurrentIndex(0 if rows else 1)

    def _columns(self) -> list[Column[RoundRow]]:
        display = self._ui.display
        return [
            Column(
                key="at",
                title=translate("Sync", "When"),
                format=lambda row: display.datetime(row.began_at),
                width=140,
                sortable=False,
            ),
            Column(
                key="result",
                title=translate("Sync", "Result"),
                format=_result_text,
                badge=lambda row: BadgeKind.PRIMARY if row.trouble is None else BadgeKind.AMBER,
                width=110,
                sortable=False,
            ),
            number_column(
                display, "sent", translate("Sync", "Sent"), _of("sent"), width=80, sortable=False
            ),
            number_column(
                display,
                "received",
                translate("Sync", "Received"),
                _of("received"),
                width=90,
                sortable=False,
            ),
            Column(
                key="why",
                title=translate("Sync", "Why"),
                format=self._why,
                width=200,
                stretches=True,
                sortable=False,
            ),
        ]

    def _why(self, row: RoundRow) -> str:
        if row.trouble is None:
            return ""
        if row.rounds == 1:
            return reason_text(row.trouble)
        return translate(
            "Sync",
            "{why}; {count} tries until {when}",
            why=reason_text(row.trouble),
            count=self._ui.display.number(row.rounds),
            when=since_text(row.ended_at, self._ui.display),
        )


def _result_text(row: RoundRow) -> str:
    return translate("Sync", "failed") if row.trouble else translate("Sync", "synced")


def _of(name: str) -> Callable[[RoundRow], int | None]:
    def number(row: RoundRow) -> int | None:
        return None if row.trouble is not None else int(getattr(row, name))

    return number
