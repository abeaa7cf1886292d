"""All groups, the shop's own first, and the chosen one's card beside the list."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.segments import SegmentRow, list_segments
from ecrm_desktop.services.segments import delete_segments
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.card_list_page import CardListPage
from ecrm_desktop.ui.one_at_a_time import OneAtATime
from ecrm_desktop.ui.segments.card import SegmentCard
from ecrm_desktop.ui.segments.columns import segment_columns
from ecrm_desktop.ui.segments.looking import look_at_all
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.list_card import nothing_fits
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.text import fold, isolate_words, sort_key

_CARD_WIDTH = 400
Filter = tuple[str, bool | None]
"""The searched words; whether it is a preset, None for any."""


class SegmentsPage(CardListPage[Filter, SegmentRow]):
    """Enter shows the members (`members_asked(UUID)`), F4 edits, Delete bins.

    Sizes are those of the last look; a look begins when the list is read.
    """

    card: SegmentCard
    card_needs = 1000
    shows = None
    members_asked = Signal(object)

    def __init__(self, ui: UiContext) -> None:
        today = ui.today
        super().__init__(
            ui,
            title=translate("Groups", "Groups"),
            search_hint=translate("Groups", "Search the groups"),
            name="segments",
            columns=segment_columns(ui.display),
            list_ids=lambda session, wanted, sort: _list(session, wanted, sort, today()),
            read_rows=lambda session, ids: _rows(session, ids, today()),
            sort=Sort("worth", descending=True),
            delete=delete_segments,
        )
        self._looks = OneAtATime(ui, self, look_at_all)
        self._looks.ended.connect(self._read_again)
        self._kind = FilterChip(
            translate("Groups", "Kind"),
            [
                (False, translate("Groups", "our own")),
                (True, translate("Groups", "ready-made")),
            ],
        )
        self._bar.add_chip(self._kind)
        self._looking = Label(translate("Groups", "Counting…"), "muted")
        self._looking.hide()
        self._bar.add_action(self._looking)
        self._add_export()
        self.new = Button(translate("Groups", "New group"), icon="plus", kind="primary")
        self.new.clicked.connect(lambda _checked: ui.navigator.new_segment())
        self._bar.add_action(self.new)
        self.card = SegmentCard(ui)
        self._lay_out_with_card(
            nothing=self._nothing(
                "users",
                translate("Groups", "No group yet"),
                translate("Groups", "A group says which customers have something in common."),
                action=translate("Groups", "New group"),
                on_action=ui.navigator.new_segment,
            ),
            nothing_found=nothing_fits(self._bar, translate("Groups", "No group fits")),
        )
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)
        self.table.current_id.connect(self.card.show_segment)
        self.card.members_asked.connect(self.members_asked)
        self.card.delete_asked.connect(lambda one: self.delete([one]))
        self.card.back.clicked.connect(lambda _checked: self._leave_card())

    def refresh(self) -> None:
        """Read the groups again, and look who is in them now."""
        self._looks.start()
        self._read_again()

    def filter(self) -> Filter:
        """Return what the chip and the searched words let pass."""
        kind = self._kind.value
        return self._bar.searched, kind if isinstance(kind, bool) else None

    def edit(self, record_id: UUID) -> None:
        """Open the form of a group."""
        self._ui.navigator.edit_segment(record_id)

    def menu_for(self, row: SegmentRow) -> QMenu:
        """Return what can be done with the selected groups, of which `row` is the current."""
        menu = QMenu(self)
        for icon, text, do in self.card.offers(row):
            menu.addAction(theme.icon(icon), text, do)
        self._add_delete(menu)
        return menu

    def call_record(self, row: SegmentRow) -> str:
        """Return what a sentence about one group begins with."""
        return translate("Groups", "The group “{name}”", name=isolate_words(row.name))

    def binned_text(self, count: int) -> str:
        """Return what is said when so many groups have gone to the bin."""
        number = self._ui.display.number(count)
        return translate("Groups", "{count} groups are in the bin.", count=number)

    def _read_again(self) -> None:
        self._looking.setVisible(self._looks.is_running)
        self._apply()
        self.card.refresh()

    def _activate(self, record_id: UUID) -> None:
        self.members_asked.emit(record_id)

    def _card_width(self) -> int:
        return _CARD_WIDTH

    def _show_card(self, *, shown: bool) -> None:
        super()._show_card(shown=shown)
        self.card.back.setVisible(self.width() < self.card_needs)


def _list(session: Session, wanted: Filter, sort: Sort, today: date) -> IdList:
    text, is_preset = wanted
    words = fold(text).split()

    def fits(row: SegmentRow) -> bool:
        said = fold(f"{row.name} {row.purpose}")
        return all(word in said for word in words) and is_preset in {None, row.is_preset}

    rows = [row for row in list_segments(session, today) if fits(row)]
    if sort.key == "name":
        rows.sort(key=lambda row: sort_key(row.name), reverse=sort.descending)
    else:
        known = [row for row in rows if getattr(row, sort.key) is not None]
        known.sort(key=lambda row: int(getattr(row, sort.key)), reverse=sort.descending)
        # Whatever is not known yet comes last, in the order in which presets are thought of.
        rows = [*known, *(row for row in rows if row not in known)]
    return IdList(row.id for row in rows)


def _rows(session: Session, ids: Sequence[UUID], today: date) -> list[SegmentRow]:
    by_id = {row.id: row for row in list_segments(session, today)}
    return [by_id[one] for one in ids if one in by_id]
