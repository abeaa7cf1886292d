"""All customers: the list, and the chosen one's card beside it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QToolButton,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import CustomerDetail, customer_detail
from ecrm_desktop.queries.customer_suggestions import customer_suggestions
from ecrm_desktop.queries.customers import (
    CustomerFilter,
    CustomerRow,
    customer_rows,
    list_customers,
)
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.customers.card import CustomerCard
from ecrm_desktop.ui.customers.columns import customer_columns
from ecrm_desktop.ui.customers.filters import CustomerFilters
from ecrm_desktop.ui.customers.merge import open_merge_sheet
from ecrm_desktop.ui.customers.selection_bar import SelectionBar
from ecrm_desktop.ui.deleting import delete_with_undo
from ecrm_desktop.ui.export_requests import ListExport
from ecrm_desktop.ui.forgetting import Forgettable, open_forget_sheet
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.list_bar import ListBar
from ecrm_desktop.ui.widgets.list_card import ListCard
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.record_list import RecordList
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ImportKind

_CARD_WIDTHS = (410, 468)
_CARD_SHARE = 0.4
_CARD_NEEDS = 1040  # a narrower page shows either the list or the card
_LEAST_WIDTH = 480
_PAIR = 2


class CustomersPage(Page):
    """Arrows choose, Enter goes into the card and Esc back, F4 edits, Delete bins."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._ui = ui
        self._wanted: UUID | None = None
        self._bar = ListBar(
            translate("Customers", "Customers"), translate("Customers", "Search this list")
        )
        self.filters = CustomerFilters(ui, self._bar)
        export = Button(translate("Customers", "Export"), icon="download")
        export.clicked.connect(lambda _checked: self._export())
        if ui.may(Permission.EXPORT):
            self._bar.add_action(export)
        self._columns = QToolButton()
        self._columns.setIcon(theme.icon("columns-3", "muted"))
        self._columns.setToolTip(translate("Customers", "Choose the columns"))
        self._columns.setAccessibleName(self._columns.toolTip())
        self._columns.clicked.connect(lambda _checked: self._offer_columns())
        self._bar.add_action(self._columns)
        self.table: RecordTable[CustomerRow] = RecordTable(
            customer_columns(ui), name=translate("Customers", "Customers")
        )
        self._list = RecordList(
            self.table,
            ui.background,
            ui.settings,
            name="customers",
            list_ids=list_customers,
            read_rows=customer_rows,
            sort=Sort("name"),
            filter=CustomerFilter(),
        )
        self.card = CustomerCard(ui)
        self.selection = SelectionBar(ui)
        self._lay_out()
        self._join()

    def refresh(self) -> None:
        """Read the customers again."""
        self.background.read(_used, lambda used: self.filters.offer(*used), owner=self, key="used")
        self._apply()
        self.card.refresh()

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

    def edit_current(self) -> None:
        """Edit the customer that is shown (F4)."""
        if self.card.customer_id is not None:
            self._ui.navigator.edit_customer(self.card.customer_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from the card to the list."""
        focused = self.focusWidget()
        in_card = focused is not None and self.card.isAncestorOf(focused)
        if event.key() == Qt.Key.Key_Escape and in_card:
            self._leave_card()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show list and card side by side where there is room for both."""
        super().resizeEvent(event)
        self._show_card(shown=self.listed.isHidden())

    def menu(self) -> QMenu:
        """Return what can be done with the selected customers."""
        menu = QMenu(self)
        count, current = self.table.selected_count(), self.table.current()
        if count == 1 and current is not None:
            for icon, text, do in self._actions():
                menu.addAction(theme.icon(icon), text, partial(do, current))
        merge = menu.addAction(theme.icon("merge"), translate("Customers", "Merge…"), self._merge)
        merge.setEnabled(count <= _PAIR)
        menu.addSeparator()
        menu.addAction(
            theme.icon("trash-2"),
            translate("Customers", "Delete"),
            lambda: self._delete(self.table.selected_ids()),
        )
        return menu

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

    def _lay_out(self) -> None:
        navigator = self._ui.navigator
        nothing = EmptyState(
            "users",
            translate("Customers", "No customers yet"),
            translate(
                "Customers",
                "Whoever buys, calls or asks belongs here, with everything that happens.",
            ),
            action=translate("Customers", "New customer"),
            on_action=navigator.new_customer,
            other=translate("Customers", "Bring in from a file")
            if self._ui.may(Permission.IMPORT)
            else "",
            on_other=lambda: navigator.import_rows(ImportKind.CUSTOMERS),
        )
        nothing_found = EmptyState(
            "search",
            translate("Customers", "No customer fits"),
            translate("Customers", "Perhaps a filter hides who you are looking for."),
            action=translate("Customers", "Show all"),
            on_action=self._bar.clear_filters,
        )
        self.listed = ListCard(
            self._bar,
            self.table,
            nothing=nothing,
            nothing_found=nothing_found,
            below=self.selection,
        )
        self.selection.hide()
        # List and card together need more than a small screen has; they then take turns.
        self.setMinimumWidth(_LEAST_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        row.setSpacing(theme.M)
        row.addWidget(self.listed, 1)
        row.addWidget(self.card)

    def _join(self) -> None:
        self._bar.filtered.connect(self._apply)
        self._bar.left.connect(self.table.setFocus)
        self._list.filled.connect(self._show_count)
        self.table.current_id.connect(self._show_current)
        self.table.activated_id.connect(self._go_into)
        self.table.delete_asked.connect(self._delete)
        self.table.selected.connect(self.selection.show_count)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)
        self.selection.merge.clicked.connect(lambda _checked: self._merge())
        self.selection.delete.clicked.connect(
            lambda _checked: self._delete(self.table.selected_ids())
        )
        self.card.merge_asked.connect(self._open_merge)
        self.card.delete_asked.connect(lambda one: self._delete([one]))
        self.card.forget_asked.connect(self._ask_forget)
        self.card.head.back.clicked.connect(lambda _checked: self._leave_card())

    def _apply(self) -> None:
        self._list.show(self.filters.filter())

    def _show_count(self, count: int) -> None:
        number = self._ui.display.number(count)
        self._bar.show_count(translate("Customers", "{count} in all", count=number))
        self.listed.show_count(count)
        self._find_wanted()

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

    def _go_into(self, _customer_id: UUID) -> None:
        self._show_card(shown=True)
        self.card.take_focus()

    def _leave_card(self) -> None:
        self._show_card(shown=False)
        self.table.setFocus()

    def _show_card(self, *, shown: bool) -> None:
        is_narrow = self.width() < _CARD_NEEDS
        self.listed.setVisible(not is_narrow or not shown)
        self.card.setVisible(not is_narrow or shown)
        self.card.head.back.setVisible(is_narrow)
        if is_narrow:
            self.card.setMinimumWidth(0)
            self.card.setMaximumWidth(_CARD_NEEDS)
        else:
            least, most = _CARD_WIDTHS
            self.card.setFixedWidth(min(max(round(self.width() * _CARD_SHARE), least), most))

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

    def _delete(self, ids: Sequence[UUID]) -> None:
        if not ids:
            return
        text = (
            translate("Customers", "The customer is in the bin.")
            if len(ids) == 1
            else translate(
                "Customers",
                "{count} customers are in the bin.",
                count=self._ui.display.number(len(ids)),
            )
        )

        delete_with_undo(self._ui, lambda session: delete_customers(session, ids), text, owner=self)

    def _offer(self, place: QPoint) -> None:
        if self.table.current() is not None:
            self.menu().exec(self.table.viewport().mapToGlobal(place))

    def _offer_columns(self) -> None:
        below = self._columns.rect().bottomLeft()
        self.table.columns_menu().exec(self._columns.mapToGlobal(below))

    def _export(self) -> None:
        self._ui.navigator.export(
            ListExport(
                title=translate("Customers", "Customers"),
                columns=self.table.visible_columns(),
                ids=self.table.paged.ids,
                read_rows=customer_rows,
                filter_text=self.filters.text(),
            )
        )


def _used(session: Session) -> tuple[list[str], list[str]]:
    return customer_suggestions(session, "city"), customer_suggestions(session, "tag")
