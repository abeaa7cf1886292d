"""Who is worth a call today: a list from which a call is recorded by one key."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMenu, QWidget

from ecrm_desktop.fields.customers import CUSTOMER_PHONE
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.dormant_customers import DormantGroup, dormant_customers
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.text.rough_money import rough_money
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.insight.today.reading import CallRow, call_rows, list_calls
from ecrm_desktop.ui.list_page import ListPage
from ecrm_desktop.ui.segments.bulk import MOST_TASKS, open_tag_sheet, open_tasks_sheet
from ecrm_desktop.ui.segments.texts import people_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.columns import name_column, phone_column
from ecrm_desktop.ui.widgets.list_card import nothing_fits
from ecrm_desktop.ui.widgets.paged_model import Column
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.ids import IdList


class CallsPage(ListPage[str, CallRow]):
    """Enter opens a card, F2 records a call with who is current; the dormant are a menu away."""

    lists_customers = True
    shows = None

    def __init__(self, ui: UiContext) -> None:
        super().__init__(
            ui,
            title=translate("Today", "Worth a call today"),
            search_hint=translate("Customers", "Search this list"),
            name="calls-today",
            columns=_columns(ui.display),
            list_ids=list_calls,
            read_rows=lambda session, ids: call_rows(session, ids, ui.today(), ui.display),
            sort=Sort("loss", descending=True),
            delete=delete_customers,
        )
        self._add_export()
        self.dormant = Button(translate("Today", "The dormant"), icon="chevron-down")
        self.dormant.clicked.connect(lambda _checked: self._offer_dormant(self.dormant))
        self._bar.add_action(self.dormant)
        self._lay_out(
            nothing=self._nothing(
                "phone",
                translate("Today", "Nobody has to be called today"),
                translate(
                    "Today",
                    "Whoever stays away for longer than usual, and was not talked to lately, is "
                    "listed here by itself.",
                ),
            ),
            nothing_found=nothing_fits(self._bar, translate("Customers", "No customer fits")),
        )
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Read the list as it was reckoned last."""
        self._apply()

    def filter(self) -> str:
        """Return the searched words."""
        return self._bar.searched.strip()

    def edit(self, record_id: UUID) -> None:
        """Open a card."""
        self._ui.navigator.open_customer(record_id)

    def current_customer(self) -> UUID | None:
        """Return who is current, for a call that is recorded from here."""
        return self._current()

    def call_record(self, row: CallRow) -> str:
        """Return the name."""
        return row.name

    def binned_text(self, count: int) -> str:
        """Return what is said when so many customers have gone to the bin."""
        number = self._ui.display.number(count)
        return translate("Today", "{count} customers are in the bin.", count=number)

    def menu_for(self, row: CallRow) -> QMenu:
        """Return what can be done with the selected customers, of whom `row` is the current."""
        menu = QMenu(self)
        navigator, ids = self._ui.navigator, self.table.selected_ids()
        if len(ids) == 1:
            for icon, text, do in (
                ("user", translate("Groups", "Open the card"), navigator.open_customer),
                ("phone", translate("Customers", "Record a call"), navigator.new_interaction),
            ):
                menu.addAction(theme.icon(icon), text, partial(do, row.id))
            menu.addSeparator()
        menu.addAction(
            theme.icon("tag"), translate("Groups", "Put a tag on them…"),
            partial(open_tag_sheet, self._ui, self, ids),
        )  # fmt: skip
        menu.addAction(
            theme.icon("list-checks"), translate("Groups", "A task for each…"),
            partial(open_tasks_sheet, self._ui, self, ids, self._title),
        )  # fmt: skip
        self._add_delete(menu)
        return menu

    def menu_for_dormant(self) -> QMenu:
        """Return what can be done with all who are dormant."""
        menu = QMenu(self)
        menu.addAction(
            theme.icon("list-checks"), translate("Today", "Win back: a task for each…"),
            partial(self._read_dormant, DormantGroup.WIN_BACK, self._win_back),
        )  # fmt: skip
        menu.addAction(
            theme.icon("trash-2"), translate("Today", "Clean up: into the bin…"),
            partial(self._read_dormant, DormantGroup.CLEAN_UP, self._clean_up),
        )  # fmt: skip
        return menu

    def _offer_dormant(self, button: QWidget) -> None:
        self.menu_for_dormant().exec(button.mapToGlobal(button.rect().bottomLeft()))

    def _read_dormant(self, group: DormantGroup, then: Callable[[IdList], None]) -> None:
        today = self._ui.today()

        def go_on(ids: IdList) -> None:
            if ids:
                then(ids)
            else:
                self._ui.messenger.inform(translate("Today", "There is nobody of this kind."))

        self.background.read(
            lambda session: dormant_customers(session, group, today), go_on, owner=self
        )

    def _win_back(self, ids: IdList) -> None:
        # Those with the most to lose come first.
        reason = translate("Today", "To win back")
        open_tasks_sheet(self._ui, self, list(ids)[:MOST_TASKS], reason)

    def _clean_up(self, ids: IdList) -> None:
        self.delete(list(ids))

    def _count_text(self, count: int) -> str:
        return people_text(count, self._ui.display)


def _columns(display: Display) -> Sequence[Column[CallRow]]:
    return [
        # The sentence takes what is left, not the name.
        replace(
            name_column(
                "name",
                translate("Customers", "Name"),
                lambda row: row.name,
                width=124,
                sortable=False,
            ),
            stretches=False,
        ),
        replace(
            phone_column(display, CUSTOMER_PHONE.title, lambda row: row.phone, width=112),
            sortable=False,
        ),
        Column(
            key="why",
            title=translate("Today", "Why"),
            format=lambda row: row.why,
            width=260,
            sortable=False,
            stretches=True,
        ),
        Column(
            key="loss",
            title=translate("Today", "Would be lost"),
            format=lambda row: rough_money(row.loss, display),
            width=126,
            numeric=True,
            gives_way=1,
        ),
    ]
