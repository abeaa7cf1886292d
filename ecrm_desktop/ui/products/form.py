"""The sheet in which a product is made or changed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.errors import Problem
from ecrm_desktop.fields.products import PRODUCT
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.products import (
    ProductDetail,
    SuggestedField,
    product_detail,
    product_suggestions,
)
from ecrm_desktop.queries.record_drafts import product_draft
from ecrm_desktop.services.products import create_product, update_product
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.record_sheet import RecordSheet
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.money_edit import MoneyEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.ui.widgets.tick import Tick
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.text import isolate_words

_SUGGESTED: tuple[SuggestedField, ...] = ("brand", "category", "unit")


class ProductForm(Form):
    """All fields of a product; brand, category and unit offer what is in use."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(label_width=96)
        self._display = ui.display
        self.name = self.add(
            "name",
            PRODUCT["name"].title,
            TextEdit(),
            required=Problem.NAME_MISSING,
        )
        self.barcode = self.add(
            "barcode",
            PRODUCT["barcode"].title,
            TextEdit(limit=60, left_to_right=True),
            hint=translate("ProductForm", "Scan it here, or leave it empty."),
        )
        self.code = self.add(
            "code",
            PRODUCT["code"].title,
            TextEdit(
                placeholder=translate("ProductForm", "your own short code"),
                limit=60,
                left_to_right=True,
            ),
        )
        self.price = self.add("price", PRODUCT["price"].title, MoneyEdit(ui.display))
        self.unit = self.add(
            "unit",
            PRODUCT["unit"].title,
            TextEdit(placeholder=translate("ProductForm", "such as piece, kilo, metre"), limit=40),
        )
        self.category = self.add("category", PRODUCT["category"].title, TextEdit())
        self.brand = self.add("brand", PRODUCT["brand"].title, TextEdit())
        self.active = self.add(
            "active",
            # The tick says what the field is called; beside it stands what it is about.
            translate("ProductForm", "State"),
            Tick(translate("ProductForm", "For sale: offered in purchases"), ticked=True),
        )

    def suggest(self, suggestions: dict[SuggestedField, list[str]]) -> None:
        """Offer what other products have."""
        self.brand.suggest(suggestions["brand"])
        self.category.suggest(suggestions["category"])
        self.unit.suggest(suggestions["unit"])

    def show_product(self, product: ProductDetail) -> None:
        """Show a stored product."""
        self.name.set_value(product.name)
        self.barcode.set_value(self._display.digits(product.barcode))
        self.code.set_value(self._display.digits(product.code))
        self.price.set_value(product.price)
        self.unit.set_value(product.unit)
        self.category.set_value(product.category)
        self.brand.set_value(product.brand)
        self.active.set_value(product.active)

    def draft(self) -> ProductDraft:
        """Return the product; InvalidInput at the field that is wrong."""
        return ProductDraft(
            name=self.name.value(),
            barcode=self.barcode.value(),
            code=self.code.value(),
            price=self.price.value() or 0,
            unit=self.unit.value(),
            category=self.category.value(),
            brand=self.brand.value(),
            active=self.active.value(),
        )


class SalesPanel(QWidget):
    """What was sold of a product until now."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(Label(translate("ProductForm", "Until now"), "heading"))
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(theme.S)
        self._grid.setColumnStretch(0, 1)
        column.addLayout(self._grid)
        column.addStretch()

    def show_product(self, product: ProductDetail) -> None:
        """Show the figures of a product."""
        display = self._ui.display
        never = translate("ProductForm", "never")
        figures = [
            (translate("ProductForm", "Sold"), _quantity(product.sold, product.unit, display)),
            (translate("ProductForm", "Came back"), display.quantity(product.returned)),
            (translate("ProductForm", "Purchases"), display.number(product.purchases)),
            (
                translate("ProductForm", "Last sold"),
                display.day(product.last_sold_on) if product.last_sold_on else never,
            ),
        ]
        if self._ui.may(Permission.SEE_SUMS):
            revenue = display.money_with_unit(product.revenue)
            figures.append((translate("ProductForm", "Revenue"), revenue))
        clear(self._grid)
        for at, (name, value) in enumerate(figures):
            self._grid.addWidget(Label(name, "muted"), at, 0)
            self._grid.addWidget(Label(value), at, 1)


@dataclass(frozen=True, slots=True)
class _Start:
    stored: ProductDraft | None
    detail: ProductDetail | None
    known: dict[SuggestedField, list[str]]


class ProductSheet(RecordSheet[ProductDraft]):
    """One product, with what was sold of it."""

    table = "products"

    def __init__(
        self, ui: UiContext, asker: QWidget, *, record_id: UUID | None, barcode: str
    ) -> None:
        self._barcode = barcode
        self.product = ProductForm(ui)
        self._sales = SalesPanel(ui) if record_id is not None else None
        super().__init__(
            ui,
            asker,
            title=translate("ProductForm", "Change a product")
            if record_id is not None
            else translate("ProductForm", "New product"),
            form=self.product,
            record_id=record_id,
            create=create_product,
            update=update_product,
            side=self._sales,
            autosave_key="products",
        )
        self.saved.connect(
            lambda _id: ui.messenger.inform(translate("ProductForm", "The product is saved."))
        )

    def query(self) -> Callable[[Session], _Start]:
        """Read the product, and what others have."""
        return partial(_read, product_id=self._record_id)

    def fill(self, start: _Start) -> ProductDraft | None:
        """Show the product, or the code of a new one."""
        self.product.suggest(start.known)
        if start.detail is not None and self._sales is not None:
            self.product.show_product(start.detail)
            self._sales.show_product(start.detail)
        else:
            self.product.barcode.set_value(self._ui.display.digits(self._barcode))
        return start.stored

    def draft(self) -> ProductDraft:
        """Return what the fields say; InvalidInput names the field that is wrong."""
        return self.product.draft()


def open_product_form(
    ui: UiContext, asker: QWidget, *, record_id: UUID | None = None, barcode: str = ""
) -> ProductSheet:
    """Open the sheet over the window of `asker`, for a new product or to change a stored one."""
    sheet = ProductSheet(ui, asker, record_id=record_id, barcode=barcode)
    sheet.load()
    return sheet


def _read(session: Session, product_id: UUID | None) -> _Start:
    return _Start(
        stored=product_draft(session, product_id) if product_id is not None else None,
        detail=product_detail(session, product_id) if product_id is not None else None,
        known={field: product_suggestions(session, field) for field in _SUGGESTED},
    )


def _quantity(quantity: int, unit: str, display: Display) -> str:
    if not unit:
        return display.quantity(quantity)
    return translate(
        "ProductForm",
        "{quantity} {unit}",
        quantity=display.quantity(quantity),
        unit=isolate_words(unit),
    )
