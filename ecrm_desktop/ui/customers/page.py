"""All customers: the list, and the chosen one's card beside it."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import (
    QMenu,
    QToolButton,
)

from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import CustomerDetail, customer_detail
from ecrm_desktop.queries.customer_filter_rule import rule_of_filter
from ecrm_desktop.queries.customer_suggestions import customer_suggestions
from ecrm_desktop.queries.customers import (
    CustomerFilter,
    CustomerRow,
    customer_rows,
    list_customers,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.segments import SegmentRow, list_segments
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.card_list_page import CardListPage
from ecrm_desktop.ui.customers.card import CustomerCard
from ecrm_desktop.ui.customers.filters import CustomerFilters
from ecrm_desktop.ui.customers.merge import open_merge_sheet
from ecrm_desktop.ui.customers.merge_proposals_sheet import open_merge_proposals
from ecrm_desktop.ui.customers.selection_bar import SelectionBar
from ecrm_desktop.ui.forgetting import Forgettable, open_forget_sheet
from ecrm_desktop.ui.one_at_a_time import OneAtATime, freshen
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.customer_columns import customer_columns
from ecrm_desktop.ui.widgets.list_card import nothing_fits
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.segment_writing import rule_to_json
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import isolate_words

_CARD_WIDTHS = (410, 468)
_CARD_SHARE = 0.4
_PAIR = 2


class CustomersPage(CardListPage[CustomerFilter, CustomerRow]):
    """Arrows choose, Enter goes into the card and Esc back, F4 edits, Delete bins."""

    card: CustomerCard
    card_needs = 1040
    lists_customers = True

    def __init__(self, ui: UiContext) -> None:
        super().__init__(
            ui,
            title=translate("Customers", "Customers"),
            search_hint=translate("Customers", "Search this list"),
            name="customers",
            columns=customer_columns(ui.display),
            list_ids=list_customers,
            read_rows=customer_rows,
            sort=Sort("name"),
            delete=delete_customers,
        )
        self._wanted: UUID | None = None
        self.filters = CustomerFilters(ui, self._bar)
        self._figures = OneAtATime(ui, self, freshen)
        self._figures.ended.connect(self._list.refresh)
        self._add_export()
        self.save_group = QToolButton()
        self.save_group.setIcon(theme.icon("user-plus", "muted"))
        self.save_group.setToolTip(translate("Customers", "Save as a group…"))
        self.save_group.setAccessibleName(self.save_group.toolTip())
        self.save_group.clicked.connect(lambda _checked: self._save_as_group())
        if ui.may(Permission.SEE_SUMS):
            self._bar.add_action(self.save_group)
        self.twins = QToolButton()
        self.twins.setIcon(theme.icon("merge", "muted"))
        self.twins.setToolTip(translate("Customers", "Who is here twice?"))
        self.twins.setAccessibleName(self.twins.toolTip())
        self.twins.clicked.connect(lambda _checked: open_merge_proposals(ui, self))
        self._bar.add_action(self.twins)
        self._columns = QToolButton()
        self._columns.setIcon(theme.icon("columns-3", "muted"))
        self._columns.setToolTip(translate("Customers", "Choose the columns"))
        self._columns.setAccessibleName(self._columns.toolTip())
        self._columns.clicked.connect(lambda _checked: self._offer_columns())
        self._bar.add_action(self._columns)
        self.card = CustomerCard(ui)
        self.selection = SelectionBar(ui)
        self.selection.hide()
        self._lay_out_with_card(
            nothing=self._nothing(
                "users",
                translate("Customers", "No customers yet"),
                translate(
                    "Customers",
                    "Whoever buys, calls or asks belongs here, with everything that happens.",
                ),
                action=translate("Customers", "New customer"),
                on_action=ui.navigator.new_customer,
                imports=ImportKind.CUSTOMERS,
            ),
            nothing_found=nothing_fits(
                self._bar,
                translate("Customers", "No customer fits"),
                translate("Customers", "Perhaps a filter hides who you are looking for."),
            ),
            below=self.selection,
        )
        self._join()

    def refresh(self) -> None:
        """Read the customers again."""
        self._apply()
        self.card.refresh()
        # What can be filtered by comes after whom somebody waits for.
        self.background.read(
            partial(_used, today=self._ui.today()),
            lambda used: self.filters.offer(*used),
            owner=self,
            key="used",
        )

    def show_customer(self, customer_id: UUID) -> None:
        """Show one customer, whatever the list is filtered by."""
        self._wanted = customer_id
        if not self._find_wanted() and self._bar.is_filtered:
            self._bar.clear_filters()
        self.card.show_customer(customer_id)
        self._show_card(shown=True)
        if self.listed.isHidden():
            self.card.take_focus()  # else it falls to whatever follows the hidden list

    def current_customer(self) -> UUID | None:
        """Return whose card is shown."""
        return self.card.customer_id

    def edit(self, record_id: UUID) -> None:
        """Open the form of a customer."""
        self._ui.navigator.edit_customer(record_id)

    def menu_for(self, row: CustomerRow) -> QMenu:
        """Return what can be done with the selected customers, of whom `row` is the current."""
        menu = QMenu(self)
        count = self.table.selected_count()
        if count == 1:
            for icon, text, do in self._actions():
                menu.addAction(theme.icon(icon), text, partial(do, row.id))
        if count > 1 and self._ui.may(Permission.EXPORT):
            menu.addAction(
                theme.icon("phone"),
                translate("Customers", "Save as contacts…"),
                lambda: self._ui.navigator.save_contact(*self.table.selected_ids()),
            )
        merge = menu.addAction(theme.icon("merge"), translate("Customers", "Merge…"), self._merge)
        merge.setEnabled(count <= _PAIR)
        self._add_delete(menu)
        return menu

    def filter(self) -> CustomerFilter:
        """Return what the chips and the searched words let pass."""
        return self.filters.filter()

    def filter_text(self) -> str:
        """Return in words what is filtered, for an export."""
        return self.filters.text()

    def call_record(self, row: CustomerRow) -> str:
        """Return what a sentence about one customer begins with."""
        return isolate_words(row.name)

    def binned_text(self, count: int) -> str:
        """Return what is said when so many customers have gone to the bin."""
        if count == 1:
            return translate("Customers", "The customer is in the bin.")
        return translate(
            "Customers", "{count} customers are in the bin.", count=self._ui.display.number(count)
        )

    def _actions(self) -> Iterator[tuple[str, str, Callable[[UUID], None]]]:
        navigator = self._ui.navigator
        yield "pencil", translate("Customers", "Edit"), navigator.edit_customer
        yield "phone", translate("Customers", "Record a call"), navigator.new_interaction
        yield "shopping-bag", translate("Customers", "Record a purchase"), navigator.new_purchase
        complaint = translate("Customers", "Record a complaint")
        yield "message-square-warning", complaint, navigator.new_complaint
        yield "list-checks", translate("Customers", "Add a task"), navigator.new_task
        if self._ui.may(Permission.EXPORT):
            yield "printer", translate("Customers", "Print the file"), navigator.print_customer

    def _join(self) -> None:
        self.table.current_id.connect(self._show_current)
        self.table.selected.connect(self.selection.show_count)
        self.selection.merge.clicked.connect(lambda _checked: self._merge())
        self.selection.delete.clicked.connect(
            lambda _checked: self.delete(self.table.selected_ids())
        )
        self.card.merge_asked.connect(self._open_merge)
        self.card.delete_asked.connect(lambda one: self.delete([one]))
        self.card.forget_asked.connect(self._ask_forget)
        self.card.head.back.clicked.connect(lambda _checked: self._leave_card())

    def _apply(self) -> None:
        super()._apply()
        if self.filter().segment is not None:
            # Who is in a group is told by figures that are made anew beside the work.
            self._figures.start()

    def _current(self) -> UUID | None:
        return self.card.customer_id

    def _show_count(self, count: int) -> None:
        super()._show_count(count)
        self._find_wanted()

    def _count_text(self, count: int) -> str:
        return translate("Customers", "{count} in all", count=self._ui.display.number(count))

    def _find_wanted(self) -> bool:
        """Make the customer who was asked for current, if the list has them by now."""
        if self._wanted is None or self._wanted not in self.table.paged.ids:
            return False
        wanted, self._wanted = self._wanted, None
        self.table.make_current(wanted)
        return True

    def _show_current(self, customer_id: UUID | None) -> None:
        # A list that is being read again begins at its top before the one asked for is found.
        if self._wanted is None:
            self.card.show_customer(customer_id)

    def _card_width(self) -> int:
        least, most = _CARD_WIDTHS
        return min(max(round(self.width() * _CARD_SHARE), least), most)

    def _show_card(self, *, shown: bool) -> None:
        super()._show_card(shown=shown)
        self.card.head.back.setVisible(self.width() < self.card_needs)

    def _merge(self) -> None:
        if self.table.selected_count() <= _PAIR:
            self._open_merge(*self.table.selected_ids())

    def _open_merge(self, kept: UUID, other: UUID | None = None) -> None:
        sheet = open_merge_sheet(self._ui, self, kept, other)
        sheet.merged.connect(self.show_customer)

    def _ask_forget(self, customer_id: UUID) -> None:
        self.background.read(
            lambda session: customer_detail(session, customer_id), self._open_forget, owner=self
        )

    def _open_forget(self, one: CustomerDetail) -> None:
        open_forget_sheet(self._ui, self, Forgettable(id=one.id, name=one.name, code=one.code))

    def _save_as_group(self) -> None:
        """Begin a group of those who are listed, also of those who will fit later."""
        rule = rule_of_filter(self.filter(), self._ui.today())
        draft = SegmentDraft(name="", rule=rule_to_json(rule))
        self._ui.navigator.new_segment(draft=draft)

    def _offer_columns(self) -> None:
        below = self._columns.rect().bottomLeft()
        self.table.columns_menu().exec(self._columns.mapToGlobal(below))


def _used(session: Session, today: date) -> tuple[list[str], list[str], list[SegmentRow]]:
    return (
        customer_suggestions(session, "city"),
        customer_suggestions(session, "tag"),
        list_segments(session, today),
    )
