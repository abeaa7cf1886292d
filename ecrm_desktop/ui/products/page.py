"""All products: what the shop sells, by brand, category and whether it still does."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.products import (
    ProductFilter,
    ProductRow,
    list_products,
    product_rows,
    product_suggestions,
)
from ecrm_desktop.services.products import delete_products, set_products_active
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.deleting import delete_with_undo
from ecrm_desktop.ui.export_requests import ListExport
from ecrm_desktop.ui.products.columns import product_columns
from ecrm_desktop.ui.products.quick_add import QuickAdd
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.list_bar import ListBar
from ecrm_desktop.ui.widgets.list_card import ListCard
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.record_list import RecordList
from ecrm_desktop.ui.widgets.table import RecordTable
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.statuses import ImportKind


class ProductsPage(Page):
    """Enter edits a product, Delete puts it into the bin; new ones are added above the list."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._ui = ui
        self._bar = ListBar(
            translate("Products", "Products"), translate("Products", "Name, code or barcode")
        )
        self._category = FilterChip(translate("Products", "Category"))
        self._brand = FilterChip(translate("Products", "Brand"))
        self._active = FilterChip(
            translate("Products", "State"),
            [
                (True, translate("Products", "For sale")),
                (False, translate("Products", "Not sold")),
            ],
        )
        for chip in (self._category, self._brand, self._active):
            self._bar.add_chip(chip)
        export = Button(translate("Products", "Export"), icon="download")
        export.clicked.connect(self._export)
        if ui.may(Permission.EXPORT):
            self._bar.add_action(export)
        new = Button(translate("Products", "New product"), icon="plus", kind="primary")
        new.clicked.connect(lambda _checked: ui.navigator.new_product())
        self._bar.add_action(new)
        self.quick_add = QuickAdd(ui)
        self.table: RecordTable[ProductRow] = RecordTable(
            product_columns(ui.display), name=translate("Products", "Products")
        )
        self._list = RecordList(
            self.table,
            ui.background,
            ui.settings,
            name="products",
            list_ids=list_products,
            read_rows=product_rows,
            sort=Sort("name"),
            filter=ProductFilter(),
        )
        self._lay_out()
        self._bar.filtered.connect(self._apply)
        self._bar.left.connect(self.table.setFocus)
        self._list.filled.connect(self._show_count)
        self.table.activated_id.connect(ui.navigator.edit_product)
        self.table.delete_asked.connect(self._delete)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)

    def refresh(self) -> None:
        """Read the products again."""
        self.background.read(
            lambda session: (
                product_suggestions(session, "category"),
                product_suggestions(session, "brand"),
            ),
            self._show_choices,
            owner=self,
            key="choices",
        )
        self._apply()

    def edit_current(self) -> None:
        """Edit the current product (F4)."""
        current = self.table.current()
        if current is not None:
            self._ui.navigator.edit_product(current)

    def menu_for(self, row: ProductRow) -> QMenu:
        """Return what can be done with the selected products, of which `row` is the current."""
        menu = QMenu(self)
        menu.addAction(
            theme.icon("pencil"),
            translate("Products", "Edit"),
            partial(self._ui.navigator.edit_product, row.id),
        )
        if row.active:
            menu.addAction(
                theme.icon("x"),
                translate("Products", "Do not sell any more"),
                partial(self._set_active, active=False),
            )
        else:
            menu.addAction(
                theme.icon("check"),
                translate("Products", "Sell again"),
                partial(self._set_active, active=True),
            )
        menu.addSeparator()
        menu.addAction(
            theme.icon("trash-2"),
            translate("Products", "Delete"),
            lambda: self._delete(self.table.selected_ids()),
        )
        return menu

    def _lay_out(self) -> None:
        navigator = self._ui.navigator
        nothing = EmptyState(
            "package",
            translate("Products", "No products yet"),
            translate(
                "Products", "With products and their barcodes, a purchase is recorded by scanner."
            ),
            action=translate("Products", "New product"),
            on_action=navigator.new_product,
            other=translate("Products", "Bring in from a file")
            if self._ui.may(Permission.IMPORT)
            else "",
            on_other=lambda: navigator.import_rows(ImportKind.PRODUCTS),
        )
        nothing_found = EmptyState(
            "search",
            translate("Products", "No product fits"),
            action=translate("Products", "Show all"),
            on_action=self._bar.clear_filters,
        )
        self._listed = ListCard(
            self._bar,
            self.table,
            nothing=nothing,
            nothing_found=nothing_found,
            above=self.quick_add,
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        outer.addWidget(self._listed)

    def _apply(self) -> None:
        category, brand, active = self._category.value, self._brand.value, self._active.value
        self._list.show(
            ProductFilter(
                text=self._bar.searched,
                category=category if isinstance(category, str) else None,
                brand=brand if isinstance(brand, str) else None,
                active=active if isinstance(active, bool) else None,
            )
        )

    def _show_choices(self, found: tuple[list[str], list[str]]) -> None:
        for chip, words in zip((self._category, self._brand), found, strict=True):
            chip.set_choices([(word, word) for word in words])

    def _show_count(self, count: int) -> None:
        self._bar.show_count(self._ui.display.number(count))
        self._listed.show_count(count)

    def _set_active(self, *, active: bool) -> None:
        ids = self.table.selected_ids()
        text = (
            translate("Products", "For sale again.")
            if active
            else translate("Products", "Not sold any more; what was sold of it stays.")
        )

        def change(to: bool) -> Callable[[Session], None]:  # noqa: FBT001 - an inner function
            return lambda session: set_products_active(session, ids, active=to)

        self.background.write(
            change(active),
            lambda _none: self._ui.messenger.offer_undo(
                text, lambda: self._write(change(not active))
            ),
            owner=self,
        )

    def _delete(self, ids: Sequence[UUID]) -> None:
        if not ids:
            return
        text = (
            translate("Products", "The product is in the bin.")
            if len(ids) == 1
            else translate(
                "Products",
                "{count} products are in the bin.",
                count=self._ui.display.number(len(ids)),
            )
        )
        delete_with_undo(self._ui, lambda session: delete_products(session, ids), text, owner=self)

    def _write(self, action: Callable[[Session], object]) -> None:
        self.background.write(action, owner=self)

    def _offer(self, place: QPoint) -> None:
        row = self.table.paged.row(self.table.currentIndex().row())
        if row is not None:
            self.menu_for(row).exec(self.table.viewport().mapToGlobal(place))

    def _export(self) -> None:
        self._ui.navigator.export(
            ListExport(
                translate("Products", "Products"),
                self.table.visible_columns(),
                self.table.paged.ids,
                product_rows,
                filter_text=self._bar.filter_text,
            )
        )
