"""All that is known about a customer, in lines that can be read and copied."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import CustomerDetail, FieldRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.customers.texts import consent_text, field_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.listed import listed
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.statuses import CustomerKind, FavoriteKind
from ecrm_desktop.values.text import isolate

_NAME_WIDTH = 120
_Line = tuple[str, str]


class CustomerDetails(QScrollArea):
    """Shows what is filled and leaves out the rest; `open_customer(UUID)` for who sent them."""

    open_customer = Signal(object)

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Customers", "Details"))

    def show_detail(self, detail: CustomerDetail, fields: Sequence[FieldRow]) -> None:
        """Show a customer."""
        inside = QWidget()
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, theme.S, 0, theme.S)
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(theme.S)
        grid.setColumnStretch(1, 1)
        for name, value in self._lines(detail, fields):
            if value:
                row = grid.rowCount()
                title = Label(name, "muted", wrap=True)
                title.setFixedWidth(_NAME_WIDTH)
                grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
                shown = Label(value, wrap=True, selectable=True)
                shown.setAccessibleName(f"{name}: {value}")
                grid.addWidget(shown, row, 1)
        if detail.referred_by_id is not None:
            self._add_referrer(grid, detail.referred_by_id, detail.referred_by_name)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(inside)

    def _add_referrer(self, grid: QGridLayout, customer_id: UUID, name: str) -> None:
        row = grid.rowCount()
        grid.addWidget(Label(translate("Customers", "Referred by"), "muted"), row, 0)
        button = Button(name, kind="quiet", icon="user")
        show: Callable[[], None] = partial(self.open_customer.emit, customer_id)
        button.clicked.connect(lambda _checked: show())
        grid.addWidget(button, row, 1)

    def _lines(self, detail: CustomerDetail, fields: Sequence[FieldRow]) -> Iterator[_Line]:
        display = self._ui.display
        if detail.kind == CustomerKind.COMPANY:
            person = f"{detail.first_name} {detail.last_name}".strip()
            yield translate("Customers", "Company"), detail.company_name
            yield translate("Customers", "Contact person"), person
        for phone in detail.phones:
            yield label(phone.label), display.phone(phone.number)
        yield translate("Customers", "E-mail"), isolate(detail.email)
        for network, handle in detail.socials:
            yield label(network), isolate(handle)
        yield (
            translate("Customers", "Address"),
            listed((detail.province, detail.city, detail.address)),
        )
        yield translate("Customers", "Postal code"), display.code(detail.postal_code)
        yield translate("Customers", "National ID"), display.code(detail.national_id)
        yield translate("Customers", "Birthday"), self._day(detail.birth_date)
        yield translate("Customers", "Gender"), label(detail.gender) if detail.gender else ""
        yield translate("Customers", "Job"), detail.job
        yield translate("Customers", "Wedding day"), self._day(detail.marriage_date)
        yield translate("Customers", "Spouse"), detail.spouse_name
        yield (
            translate("Customers", "Household income"),
            label(detail.income_band) if detail.income_band else "",
        )
        yield (
            translate("Customers", "Found us by"),
            label(detail.acquisition_channel) if detail.acquisition_channel else "",
        )
        yield (
            translate("Customers", "Likes to be reached by"),
            label(detail.preferred_channel) if detail.preferred_channel else "",
        )
        for consent in detail.consents:
            name = translate("Customers", "Adverts by {channel}", channel=label(consent.channel))
            yield name, consent_text(consent, display)
        for kind, name in (
            (FavoriteKind.BRAND, translate("Customers", "Favourite brands")),
            (FavoriteKind.PRODUCT, translate("Customers", "Favourite products")),
        ):
            yield name, listed(one for of, one in detail.favorites if of == kind)
        for field in fields:
            if field.id in detail.field_values:
                yield field.title, field_text(field, detail.field_values[field.id], display)
        yield translate("Customers", "Notes"), detail.notes
        yield translate("Customers", "Customer since"), display.day(detail.created_at)

    def _day(self, day: PartialDate | None) -> str:
        return self._ui.display.partial_date(day) if day is not None else ""
