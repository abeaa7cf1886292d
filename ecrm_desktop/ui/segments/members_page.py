"""The members of one group: a list as that of customers, and what can be done for all of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ecrm_desktop.errors import EcrmError, InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customers import CustomerRow, customer_rows
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.segment_past import Backtest, backtest
from ecrm_desktop.queries.segment_reasons import explain_member
from ecrm_desktop.queries.segment_rules import names_in
from ecrm_desktop.queries.segments import SegmentRow, get_segment, rule_members
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.text.segment_texts import explain_rule
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.list_page import ListPage
from ecrm_desktop.ui.one_at_a_time import OneAtATime
from ecrm_desktop.ui.segments.bulk import open_pin_sheet, open_tag_sheet, open_tasks_sheet
from ecrm_desktop.ui.segments.log_sheet import open_log_sheet
from ecrm_desktop.ui.segments.looking import look_at
from ecrm_desktop.ui.segments.pins_sheet import open_pins_sheet
from ecrm_desktop.ui.segments.texts import backtest_text, people_text, size_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.customer_columns import customer_columns
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.list_card import nothing_fits
from ecrm_desktop.ui.widgets.listed import led
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.segment_rule import All, Found, InSegment, Rule

_ARROW = 30


@dataclass(frozen=True, slots=True)
class _Contents:
    row: SegmentRow
    sentence: str
    past: Backtest | None


class MembersPage(ListPage[str, CustomerRow]):
    """Enter opens a member's card, Esc goes back (`left`)."""

    lists_customers = True
    shows = None
    left = Signal()

    def __init__(self, ui: UiContext, segment_id: UUID, name: str) -> None:
        today = ui.today
        super().__init__(
            ui,
            title=name,
            search_hint=translate("Customers", "Search this list"),
            name="segment-members",
            columns=_columns(ui.display),
            list_ids=lambda session, text, sort: _list(session, segment_id, text, sort, today()),
            read_rows=customer_rows,
            sort=Sort("purchase_total", descending=True),
        )
        self.segment_id = segment_id
        self.head = _Head()
        self.head.back.clicked.connect(lambda _checked: self.left.emit())
        self._looks = OneAtATime(ui, self, partial(look_at, [segment_id]))
        self._looks.ended.connect(self._show_fresh)
        self._looking = Label(translate("Groups", "Counting…"), "muted")
        self._looking.hide()
        self._bar.add_action(self._looking)
        self._add_export()
        for_all = Button(translate("Groups", "For all of them"), icon="chevron-down")
        for_all.clicked.connect(lambda _checked: self._offer_all(for_all))
        self._bar.add_action(for_all)
        edit = Button(translate("Groups", "Edit the group"), keys="F4", icon="pencil")
        edit.clicked.connect(lambda _checked: self.edit_current())
        self._bar.add_action(edit)
        self._lay_out(
            nothing=self._nothing(
                "users",
                translate("Groups", "Nobody is in this group"),
                translate("Groups", "Whoever fits its sentence is listed here by itself."),
                action=translate("Groups", "Edit the group"),
                on_action=self.edit_current,
            ),
            nothing_found=nothing_fits(self._bar, translate("Customers", "No customer fits")),
            above=self.head,
        )
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Read the members as they were last known, and again once they are known afresh."""
        self._looks.start()
        self._looking.show()
        self._apply()
        self._read_head()

    def filter(self) -> str:
        """Return the searched words."""
        return self._bar.searched.strip()

    def edit(self, record_id: UUID) -> None:
        """Open a member's card."""
        self._ui.navigator.open_customer(record_id)

    def edit_current(self) -> None:
        """Open the form of the group (F4)."""
        self._ui.navigator.edit_segment(self.segment_id)

    def current_customer(self) -> UUID | None:
        """Return who is current, for a call or a purchase that is recorded from here."""
        return self._current()

    def menu_for(self, row: CustomerRow) -> QMenu:
        """Return what can be done with the selected members, of whom `row` is the current."""
        menu = QMenu(self)
        navigator = self._ui.navigator
        if self.table.selected_count() == 1:
            for icon, text, do in (
                ("user", translate("Groups", "Open the card"), navigator.open_customer),
                ("phone", translate("Customers", "Record a call"), navigator.new_interaction),
                ("eye", translate("Groups", "Why in this group?"), self._explain),
            ):
                menu.addAction(theme.icon(icon), text, partial(do, row.id))
            menu.addSeparator()
        for icon, text, ask in self._bulk_actions():
            menu.addAction(theme.icon(icon), text, partial(ask, self.table.selected_ids()))
        return menu

    def menu_for_all(self) -> QMenu:
        """Return what can be done with everybody who is listed."""
        menu = QMenu(self)
        for icon, text, ask in self._bulk_actions():
            menu.addAction(theme.icon(icon), text, partial(ask, self.table.paged.ids))
        menu.addSeparator()
        menu.addAction(
            theme.icon("history"), translate("Groups", "Who came and who left…"), self._open_log
        )
        menu.addAction(
            theme.icon("user-plus"), translate("Groups", "Put in or left out by hand…"),
            self._open_pins,
        )  # fmt: skip
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the groups."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_fresh(self) -> None:
        self._looking.setVisible(self._looks.is_running)
        self._apply()
        self._read_head()

    def _read_head(self) -> None:
        self.background.read(
            partial(_read, self.segment_id, self._ui.today(), self._ui.display),
            self._show_head,
            owner=self,
            key="head",
            failed=self._show_gone,
        )

    def _bulk_actions(self) -> Iterator[tuple[str, str, Callable[[Sequence[UUID]], None]]]:
        yield "tag", translate("Groups", "Put a tag on them…"), self._tag
        yield "list-checks", translate("Groups", "A task for each…"), self._add_tasks
        yield "user-x", translate("Groups", "Leave out of this group…"), self._leave_out

    def _tag(self, ids: Sequence[UUID]) -> None:
        open_tag_sheet(self._ui, self, ids)

    def _add_tasks(self, ids: Sequence[UUID]) -> None:
        open_tasks_sheet(self._ui, self, ids, self._title)

    def _leave_out(self, ids: Sequence[UUID]) -> None:
        open_pin_sheet(self._ui, self, self.segment_id, ids)

    def _open_log(self) -> None:
        open_log_sheet(self._ui, self, self.segment_id, self._title)

    def _open_pins(self) -> None:
        open_pins_sheet(self._ui, self, self.segment_id, self._title)

    def _explain(self, customer_id: UUID) -> None:
        self.background.read(
            partial(_why, self.segment_id, customer_id, self._ui.today(), self._ui.display),
            self._ui.messenger.inform,
            owner=self,
            failed=self._ui.messenger.show_error,
        )

    def _offer_all(self, button: QWidget) -> None:
        self.menu_for_all().exec(button.mapToGlobal(button.rect().bottomLeft()))

    def _count_text(self, count: int) -> str:
        return people_text(count, self._ui.display)

    def _show_head(self, contents: _Contents) -> None:
        trouble = contents.row.trouble
        self.head.show_texts(
            explain(InvalidInput(trouble)) if trouble is not None else contents.sentence,
            size_text(contents.row, self._ui.display),
            backtest_text(contents.past, self._ui.display),
        )

    def _show_gone(self, error: Exception) -> None:
        self._ui.messenger.show_error(error)
        self.left.emit()


class _Head(QWidget):
    """The sentence of the group with the way back, its worth, and how such people went on."""

    def __init__(self) -> None:
        super().__init__()
        self.back = QToolButton()
        self.back.setIcon(theme.icon("chevron-left"))
        self.back.setAccessibleName(translate("Groups", "Back to the groups"))
        self.back.setToolTip(translate("Groups", "Back to the groups (Esc)"))
        self.sentence = Label(wrap=True, selectable=True)
        self.size_line = Label(role="muted", wrap=True, selectable=True)
        self.past = Label(role="muted", wrap=True, selectable=True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for one in (self.sentence, self.size_line, self.past):
            texts.addWidget(one)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, 0, theme.M, theme.S)
        row.setSpacing(theme.S)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)

    def show_texts(self, sentence: str, size: str, past: str) -> None:
        """Show other sentences."""
        self.sentence.setText(sentence)
        for line, text in ((self.size_line, size), (self.past, past)):
            line.setText(text)
            line.setVisible(bool(text))


def _columns(display: Display) -> list[Column[CustomerRow]]:
    # By these figures the list is sorted at first: their title has room for the arrow.
    return [
        replace(one, width=one.width + _ARROW) if one.key == "purchase_total" else one
        for one in customer_columns(display)
    ]


def _list(session: Session, segment_id: UUID, text: str, sort: Sort, today: date) -> IdList:
    rule: Rule = InSegment(segment_id)
    if text:
        rule = All((rule, Found(text)))
    try:
        return rule_members(session, rule, today, sort)
    except EcrmError:
        # The head says why nobody knows who is in it.
        return IdList()


def _read(segment_id: UUID, today: date, display: Display, session: Session) -> _Contents:
    row = get_segment(session, segment_id, today)
    if row.rule is None:
        return _Contents(row, "", None)
    past = backtest(session, segment_id, today) if row.trouble is None else None
    sentence = explain_rule(row.rule, names_in(session, [row.rule]), display)
    return _Contents(row, sentence, past)


def _why(
    segment_id: UUID, customer_id: UUID, today: date, display: Display, session: Session
) -> str:
    return led(explain_member(session, segment_id, customer_id, today, display))
