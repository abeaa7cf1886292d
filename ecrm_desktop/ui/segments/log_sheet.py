"""Who came into a group and who left it, the latest first."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QStackedLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.segments import EventRow, segment_events
from ecrm_desktop.ui.segments.texts import crossing_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.columns import code_column, day_column, name_column
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.ui.widgets.record_list import ShortRecordList
from ecrm_desktop.ui.widgets.sheet import Sheet
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.values.ids import derived_id
from ecrm_desktop.values.statuses import SegmentCrossing
from ecrm_desktop.values.text import isolate_words

_WIDTH: Final = 640
_HEIGHT: Final = 340
_MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class _Row:
    id: UUID
    event: EventRow


class LogSheet(Sheet):
    """Enter opens the card of who moved."""

    def __init__(self, ui: UiContext, asker: QWidget, segment_id: UUID, name: str) -> None:
        self._ui = ui
        self.table: RecordTable[_Row] = RecordTable(
            _columns(ui), name=translate("Groups", "Who came and who left")
        )
        self.table.setMinimumHeight(_HEIGHT)
        self._list = ShortRecordList(self.table)
        nothing = EmptyState(
            "history",
            translate("Groups", "Nobody has come or left yet"),
            translate("Groups", "From now on whoever comes into the group or leaves it is noted."),
        )
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing)
        super().__init__(
            asker,
            ui.messenger,
            title=translate("Groups", "Who came and who left: {name}", name=isolate_words(name)),
            body=body,
            width=_WIDTH,
        )
        self.show_closing_only()
        self.table.activated_id.connect(self._open_card)
        ui.background.read(
            lambda session: segment_events(session, segment_id, limit=_MOST),
            self._show,
            owner=self,
        )

    def _show(self, events: list[EventRow]) -> None:
        self._list.show([_Row(derived_id(one.segment_id, str(one.number)), one) for one in events])
        self._stack.setCurrentIndex(0 if events else 1)

    def _open_card(self, row_id: UUID) -> None:
        row = self._list.row(row_id)
        if row is not None:
            self.discard()
            self._ui.navigator.open_customer(row.event.customer_id)


def open_log_sheet(ui: UiContext, asker: QWidget, segment_id: UUID, name: str) -> LogSheet:
    """Show who came into a group and who left it."""
    sheet = LogSheet(ui, asker, segment_id, name)
    sheet.open()
    return sheet


def _columns(ui: UiContext) -> list[Column[_Row]]:
    left = SegmentCrossing.LEFT
    return [
        name_column(
            "customer",
            translate("Customers", "Name"),
            lambda row: row.event.customer,
            width=160,
            sortable=False,
        ),
        code_column(
            ui.display, "code", translate("Groups", "Code"), lambda row: row.event.code, width=90
        ),
        Column(
            key="crossing",
            title=translate("Groups", "What happened"),
            format=lambda row: crossing_text(row.event),
            width=120,
            sortable=False,
            badge=lambda row: BadgeKind.GREY if row.event.crossing is left else BadgeKind.PRIMARY,
        ),
        day_column(
            ui.display,
            "at",
            translate("Groups", "When"),
            lambda row: row.event.at,
            width=110,
            sortable=False,
        ),
    ]
