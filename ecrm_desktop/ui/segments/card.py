"""One group beside the list: who is meant, how many, what for, and how such people went on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.errors import EcrmError, InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.segment_past import Backtest, backtest
from ecrm_desktop.queries.segment_rules import names_in
from ecrm_desktop.queries.segments import (
    EventRow,
    SegmentRow,
    first_names,
    get_segment,
    segment_events,
)
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.text.segment_texts import explain_rule
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.card_list_page import RecordCard
from ecrm_desktop.ui.segments.texts import (
    backtest_text,
    change_text,
    crossing_text,
    names_text,
)
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.figure_card import FigureCard
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.segment_rule import InSegment
from ecrm_desktop.values.segment_writing import rule_to_json

_EVENTS = 8
_DASH = "—"


@dataclass(frozen=True, slots=True)
class _Contents:
    row: SegmentRow
    sentence: str
    names: list[str]
    past: Backtest | None
    events: list[EventRow]


class SegmentCard(RecordCard):
    """Shows one group; `members_asked(UUID)` and `delete_asked(UUID)` are done by the page."""

    members_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._segment_id: UUID | None = None
        self._row: SegmentRow | None = None
        self.back = QToolButton()
        self.back.setIcon(theme.icon("chevron-left"))
        self.back.setAccessibleName(translate("Groups", "Back to the list"))
        self.back.setToolTip(translate("Groups", "Back to the list (Esc)"))
        self.members = Button(translate("Groups", "Members"), icon="users", kind="primary")
        self.edit = Button(translate("Groups", "Edit"), keys="F4", icon="pencil")
        self.copy = Button(translate("Groups", "Copy"), icon="plus")
        self._name = Label(role="name", wrap=True)
        self._kind = Badge(parent=self)
        self._sentence = Label(wrap=True, selectable=True)
        self._names = Label(wrap=True, selectable=True)
        self._purpose = Label(role="muted", wrap=True)
        self._people = FigureCard(translate("Groups", "People"))
        self._change = FigureCard(translate("Groups", "This week"))
        self._worth = FigureCard(translate("Groups", "Bought ({unit})", unit=ui.display.unit_name))
        self._past_title = Label(translate("Groups", "How such people went on"), "heading")
        self._past = Label(wrap=True, selectable=True)
        self._moved_title = Label(translate("Groups", "Who came and who left"), "heading")
        self._moved = QVBoxLayout()
        self._notes = QVBoxLayout()
        self._lay_out()
        self.members.clicked.connect(lambda _checked: self._ask(self.members_asked.emit))
        self.edit.clicked.connect(lambda _checked: self._ask(ui.navigator.edit_segment))
        self.copy.clicked.connect(lambda _checked: self._copy(self._row))

    @property
    def sentence(self) -> str:
        """The sentence that is shown."""
        return self._sentence.text()

    def show_segment(self, segment_id: UUID | None) -> None:
        """Show another group, or none."""
        self._segment_id = segment_id
        self.refresh()

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        self.members.setFocus()

    def refresh(self) -> None:
        """Read the group again."""
        if self._segment_id is None:
            self._whole.setCurrentIndex(0)
            return
        self._ui.background.read(
            partial(_read, self._segment_id, self._ui.today(), self._ui.display),
            self._show,
            owner=self,
            key="card",
            failed=self._show_gone,
        )

    def offers(self, row: SegmentRow) -> Iterator[tuple[str, str, Callable[[], None]]]:
        """Yield what can be done with a group: icon, text, and what does it."""
        navigator = self._ui.navigator
        yield "users", translate("Groups", "Members"), partial(self.members_asked.emit, row.id)
        yield "pencil", translate("Groups", "Edit"), partial(navigator.edit_segment, row.id)
        if row.rule is not None:
            yield "plus", translate("Groups", "Copy"), partial(self._copy, row)

    def _lay_out(self) -> None:
        self._whole = QStackedLayout(self)
        self._whole.setContentsMargins(1, 1, 1, 1)
        self._whole.addWidget(
            EmptyState(
                "users",
                translate("Groups", "No group chosen"),
                translate("Groups", "Whom a group means and what it is worth is shown here."),
            )
        )
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.M)
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(self.back)
        head.addWidget(self._name, 1)
        head.addWidget(self._kind)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        for button in (self.members, self.edit, self.copy):
            buttons.addWidget(button)
        buttons.addStretch()
        figures = QHBoxLayout()
        figures.setSpacing(theme.S)
        for figure, share in ((self._people, 2), (self._change, 2), (self._worth, 3)):
            figures.addWidget(figure, share)
        column.addLayout(head)
        column.addLayout(buttons)
        column.addLayout(self._notes)
        column.addLayout(figures)
        column.addWidget(self._sentence)
        column.addWidget(self._names)
        column.addWidget(self._purpose)
        column.addWidget(self._past_title)
        column.addWidget(self._past)
        column.addWidget(self._moved_title)
        self._moved.setSpacing(theme.XS)
        column.addLayout(self._moved)
        column.addStretch()
        self._whole.addWidget(ScrollArea(inner))

    def _show(self, contents: _Contents) -> None:
        row, display = contents.row, self._ui.display
        self._row = row
        self._name.setText(row.name)
        self._kind.show_text(
            translate("Groups", "ready-made") if row.is_preset else "", BadgeKind.GREY
        )
        known = row.members is not None
        self._people.show_figure(display.number(row.members or 0) if known else _DASH)
        self._change.show_figure(change_text(row.change, display) or _DASH)
        self._worth.show_figure(display.money(row.worth or 0) if known else _DASH)
        self._sentence.setText(contents.sentence)
        self._names.setText(names_text(contents.names))
        self._names.setVisible(bool(contents.names))
        self._purpose.setText(row.purpose)
        self._purpose.setVisible(bool(row.purpose))
        self.copy.setEnabled(row.rule is not None)
        clear(self._notes)
        if row.trouble is not None:
            self._notes.addWidget(Note(explain(InvalidInput(row.trouble)), BadgeKind.AMBER))
        past = backtest_text(contents.past, display)
        self._past.setText(past)
        self._past.setVisible(bool(past))
        self._past_title.setVisible(bool(past))
        clear(self._moved)
        for event in contents.events:
            self._moved.addWidget(self._event(event))
        self._moved_title.setVisible(bool(contents.events))
        self._whole.setCurrentIndex(1)

    def _event(self, event: EventRow) -> Button:
        when = self._ui.display.day(event.at, today=self._ui.today())
        line = Button(dotted((event.customer, crossing_text(event), when)), kind="quiet")
        line.clicked.connect(lambda _checked: self._ui.navigator.open_customer(event.customer_id))
        return line

    def _show_gone(self, error: Exception) -> None:
        self._segment_id = self._row = None
        self._whole.setCurrentIndex(0)
        if not isinstance(error, EcrmError):
            self._ui.messenger.show_error(error)

    def _copy(self, row: SegmentRow | None) -> None:
        if row is not None and row.rule is not None:
            self._ui.navigator.new_segment(
                draft=SegmentDraft(
                    name=translate("Groups", "{name} (copy)", name=row.name),
                    purpose=row.purpose,
                    rule=rule_to_json(row.rule),
                )
            )

    def _ask(self, do: Callable[[UUID], None]) -> None:
        if self._segment_id is not None:
            do(self._segment_id)


def _read(segment_id: UUID, today: date, display: Display, session: Session) -> _Contents:
    row = get_segment(session, segment_id, today)
    if row.rule is None:
        return _Contents(row, "", [], None, [])
    is_known = row.trouble is None
    past = backtest(session, segment_id, today) if is_known else None
    return _Contents(
        row,
        explain_rule(row.rule, names_in(session, [row.rule]), display),
        first_names(session, InSegment(segment_id), today) if is_known else [],
        past,
        segment_events(session, segment_id, limit=_EVENTS),
    )
