"""All products: what the shop sells, by brand, category and whether it still does."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMenu

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
from ecrm_desktop.ui.list_page import ListPage
from ecrm_desktop.ui.products.columns import product_columns
from ecrm_desktop.ui.products.quick_add import QuickAdd
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.list_card import nothing_fits
from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import isolate_words


class ProductsPage(ListPage[ProductFilter, ProductRow]):
    """Enter edits a product, Delete puts it into the bin; new ones are added above the list."""

    shows = frozenset({"products", "purchases", "returns"})

    def __init__(self, ui: UiContext) -> None:
        super().__init__(
            ui,
            title=translate("Products", "Products"),
            search_hint=translate("Products", "Name, code or barcode"),
            name="products",
            columns=product_columns(ui.display),
            list_ids=list_products,
            read_rows=product_rows,
            sort=Sort("name"),
            delete=delete_products,
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
        self._add_export()
        new = Button(translate("Products", "New product"), icon="plus", kind="primary")
        new.clicked.connect(lambda _checked: ui.navigator.new_product())
        self._bar.add_action(new)
        self.quick_add = QuickAdd(ui)
        self._lay_out(
            nothing=self._nothing(
                "package",
                translate("Products", "No products yet"),
                translate(
                    "Products",
                    "With products and their barcodes, a purchase is recorded by scanner.",
                ),
                action=translate("Products", "New product"),
                on_action=ui.navigator.new_product,
                imports=ImportKind.PRODUCTS,
            ),
            nothing_found=nothing_fits(self._bar, translate("Products", "No product fits")),
            above=self.quick_add,
        )

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

    def edit(self, record_id: UUID) -> None:
        """Open the form of a product."""
        self._ui.navigator.edit_product(record_id)

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
        self._add_delete(menu)
        return menu

    def filter(self) -> ProductFilter:
        """Return what the chips and the searched words let pass."""
        category, brand, active = self._category.value, self._brand.value, self._active.value
        return ProductFilter(
            text=self._bar.searched,
            category=category if isinstance(category, str) else None,
            brand=brand if isinstance(brand, str) else None,
            active=active if isinstance(active, bool) else None,
        )

    def call_record(self, row: ProductRow) -> str:
        """Return what a sentence about one product begins with."""
        return translate("Products", "“{name}”", name=isolate_words(row.name))

    def binned_text(self, count: int) -> str:
        """Return what is said when so many products have gone to the bin."""
        if count == 1:
            return translate("Products", "The product is in the bin.")
        return translate(
            "Products", "{count} products are in the bin.", count=self._ui.display.number(count)
        )

    def _show_choices(self, found: tuple[list[str], list[str]]) -> None:
        for chip, words in zip((self._category, self._brand), found, strict=True):
            chip.set_choices([(word, word) for word in words])

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

    def _write(self, action: Callable[[Session], object]) -> None:
        self.background.write(action, owner=self)
