"""Who is worth a call today, how all customers stand, and what to do for who is lost."""
# ruff: noqa: PLC0415 - numpy is loaded with what reckons, beside the window's thread

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ecrm_desktop.fields.customers import CUSTOMER_PHONE
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customers import customer_rows
from ecrm_desktop.queries.dormant_customers import DormantGroup, dormant_customers
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.rough_money import rough_money
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.insight.reckoned_tab import reckon, state_text
from ecrm_desktop.ui.list_page import ListPage
from ecrm_desktop.ui.one_at_a_time import OneAtATime
from ecrm_desktop.ui.segments.bulk import open_tag_sheet, open_tasks_sheet
from ecrm_desktop.ui.segments.texts import people_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.columns import name_column
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.list_card import nothing_fits
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.ids import IdList
from ecrm_desktop.values.text import fold, isolate_words

if TYPE_CHECKING:
    from ecrm_desktop.insight.pages import TodayPage
    from ecrm_desktop.insight.sections import Shown

_ORDER = Sort("loss", descending=True)


@dataclass(frozen=True, slots=True)
class CallRow:
    """A customer who stays away: how often they came, and what is at stake."""

    id: UUID
    name: str
    phone: str
    sentence: str
    loss: str


class CallsPage(ListPage[str, CallRow]):
    """Enter opens the card, F2 records the call, Delete bins.

    What was stored is shown at once, and again when it has been reckoned anew.
    """

    lists_customers = True
    shows = None

    def __init__(self, ui: UiContext) -> None:
        display = ui.display
        super().__init__(
            ui,
            title=translate("Insight", "Worth a call today"),
            search_hint=translate("Customers", "Search this list"),
            name="calls-today",
            columns=_columns(display),
            list_ids=lambda session, text, _sort: _list(session, text),
            read_rows=lambda session, ids: _rows(session, ids, display),
            sort=_ORDER,
            delete=delete_customers,
        )
        self._work = OneAtATime(ui, self, reckon)
        self._work.ended.connect(self._read_again)
        self.state = Label(role="muted")
        self._bar.add_action(self.state)
        self._add_export()
        self.dormant = Button(translate("Insight", "The dormant ones"), icon="chevron-down")
        self.dormant.clicked.connect(lambda _checked: self._offer_dormant())
        self._bar.add_action(self.dormant)
        self.head = _Head()
        self._lay_out(
            nothing=self._nothing(
                "phone",
                translate("Insight", "Nobody has to be called today"),
                translate(
                    "Insight", "Whoever used to come and stays away is listed here by itself."
                ),
                action=translate("Insight", "Record a call"),
                on_action=lambda: ui.navigator.new_interaction(None),
            ),
            nothing_found=nothing_fits(self._bar, translate("Customers", "No customer fits")),
            above=self.head,
        )
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Read what was stored, and reckon it anew where that is due."""
        self._work.start()
        self._read_again()

    def filter(self) -> str:
        """Return the searched words."""
        return self._bar.searched.strip()

    def edit(self, record_id: UUID) -> None:
        """Open a customer's card."""
        self._ui.navigator.open_customer(record_id)

    def current_customer(self) -> UUID | None:
        """Return who is current, for the call that is recorded from here."""
        return self._current()

    def call_record(self, row: CallRow) -> str:
        """Return what a sentence about one customer begins with."""
        return isolate_words(row.name)

    def binned_text(self, count: int) -> str:
        """Return what is said when so many customers have gone to the bin."""
        number = self._ui.display.number(count)
        return translate("Customers", "{count} customers are in the bin.", count=number)

    def menu_for(self, row: CallRow) -> QMenu:
        """Return what can be done with the selected customers, of whom `row` is the current."""
        menu, navigator = QMenu(self), self._ui.navigator
        if self.table.selected_count() == 1:
            for icon, text, do in (
                ("user", translate("Groups", "Open the card"), navigator.open_customer),
                ("phone", translate("Customers", "Record a call"), navigator.new_interaction),
            ):
                menu.addAction(theme.icon(icon), text, partial(do, row.id))
            menu.addSeparator()
        for icon, text, ask in (
            ("tag", translate("Groups", "Put a tag on them…"), self._tag),
            ("list-checks", translate("Groups", "A task for each…"), self._add_tasks),
        ):
            menu.addAction(theme.icon(icon), text, partial(ask, self.table.selected_ids()))
        menu.addSeparator()
        self._add_delete(menu)
        return menu

    def dormant_menu(self) -> QMenu:
        """Return what can be done with all who are dormant."""
        menu = QMenu(self)
        for icon, text, group, do in self._dormant_actions():
            menu.addAction(theme.icon(icon), text, partial(self._for_all, group, do))
        return menu

    def _dormant_actions(
        self,
    ) -> Iterator[tuple[str, str, DormantGroup, Callable[[Sequence[UUID]], None]]]:
        win_back, clean_up = DormantGroup.WIN_BACK, DormantGroup.CLEAN_UP
        yield "list-checks", translate("Insight", "Win back: a task…"), win_back, self._add_tasks
        yield "tag", translate("Insight", "Win back: a tag…"), win_back, self._tag
        yield "trash-2", translate("Insight", "Clean up: into the bin…"), clean_up, self.delete

    def _for_all(self, group: DormantGroup, do: Callable[[Sequence[UUID]], None]) -> None:
        today = self._ui.today()
        self.background.read(
            lambda session: dormant_customers(session, group, today),
            lambda ids: self._do(ids, do),
            owner=self,
        )

    def _do(self, ids: IdList, do: Callable[[Sequence[UUID]], None]) -> None:
        if ids:
            do(ids)
        else:
            self._ui.messenger.inform(translate("Insight", "There is nobody of that kind."))

    def _tag(self, ids: Sequence[UUID]) -> None:
        open_tag_sheet(self._ui, self, ids)

    def _add_tasks(self, ids: Sequence[UUID]) -> None:
        open_tasks_sheet(self._ui, self, ids, translate("Insight", "Win back"))

    def _offer_dormant(self) -> None:
        self.dormant_menu().exec(self.dormant.mapToGlobal(self.dormant.rect().bottomLeft()))

    def _count_text(self, count: int) -> str:
        return people_text(count, self._ui.display)

    def _read_again(self) -> None:
        self._apply()
        self.background.read(
            partial(_stand, self._ui.display), self._show_head, owner=self, key="head"
        )

    def _show_head(self, shown: "Shown | None") -> None:
        self.state.setText(state_text(shown, is_running=self._work.is_running))
        if shown is not None:
            [section] = shown.sections
            self.head.show_texts(section.sentences, section.rows)


class _Head(QWidget):
    """How all customers stand, in sentences and in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.sentences = Label(wrap=True, selectable=True)
        self.states = Label(role="muted", wrap=True, selectable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, 0, theme.M, theme.S)
        column.setSpacing(2)
        column.addWidget(self.sentences)
        column.addWidget(self.states)

    def show_texts(self, sentences: Sequence[str], states: Sequence[Sequence[str]]) -> None:
        """Show other sentences."""
        self.sentences.setText("\n".join(sentences))
        self.states.setText(dotted([f"{name}: {count}" for name, count in states]))
        self.states.setVisible(bool(states))


def _columns(display: Display) -> list[Column[CallRow]]:
    return [
        name_column(
            "name",
            translate("Customers", "Name"),
            lambda row: row.name,
            width=140,
            sortable=False,
        ),
        Column(
            key="phone",
            title=CUSTOMER_PHONE.title,
            format=lambda row: display.phone(row.phone) if row.phone else "",
            width=120,
            sortable=False,
        ),
        Column(
            key="sentence",
            title=translate("Insight", "Why"),
            format=lambda row: row.sentence,
            width=330,
            sortable=False,
        ),
        Column(
            key="loss",
            title=translate("Insight", "At stake in a year"),
            format=lambda row: row.loss,
            width=150,
            sortable=False,
        ),
    ]


def _page(session: Session) -> "TodayPage | None":
    from ecrm_desktop.insight.pages import TodayPage
    from ecrm_desktop.insight.refreshing import stored_page

    stored = stored_page(session, TodayPage)
    return None if stored is None else stored.page


def _list(session: Session, text: str) -> IdList:
    from ecrm_desktop.insight.calls import calls_today

    page = _page(session)
    if page is None:
        return IdList()
    ids = [one.customer_id for one in calls_today(session, page, datetime.now(UTC))]
    if text:
        words = fold(text).split()
        names = {row.id: fold(f"{row.name} {row.phone}") for row in customer_rows(session, ids)}
        ids = [one for one in ids if all(word in names.get(one, "") for word in words)]
    return IdList(ids)


def _rows(session: Session, ids: Sequence[UUID], display: Display) -> list[CallRow]:
    from ecrm_desktop.insight.sentences import missed_sentence

    page = _page(session)
    missed = {} if page is None else {one.customer_id: one for one in page.dormancy.missed}
    return [
        CallRow(
            id=row.id,
            name=row.name,
            phone=row.phone,
            sentence=missed_sentence(missed[row.id], display),
            loss=rough_money(missed[row.id].loss, display),
        )
        for row in customer_rows(session, ids)
        if row.id in missed
    ]


def _stand(display: Display, session: Session) -> "Shown | None":
    from ecrm_desktop.insight.pages import TodayPage
    from ecrm_desktop.insight.sections import shown_page

    return shown_page(session, TodayPage, display)
