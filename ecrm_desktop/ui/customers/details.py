"""All that is known about a customer, in lines that can be read and copied."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ecrm_desktop.fields.customers import CUSTOMER, consent_title, favorite_title
from ecrm_desktop.fields.field import ValueKind
from ecrm_desktop.fields.texts import field_text
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import CustomerDetail, FieldRow
from ecrm_desktop.queries.customer_scores import ScoreRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.text.score_texts import outlook_sentence, rhythm_sentence
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.customers.texts import consent_text, own_field_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.listed import listed
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import CustomerKind, CustomerState, FavoriteKind
from ecrm_desktop.values.text import isolate

_NAME_WIDTH = 120
_FIRST = ("phones", "email", "socials", "address", "postal_code")
# In the head of the card, in one line with others, or a button below.
_ELSEWHERE = frozenset(
    {"code", "kind", "first_name", "last_name", "company_name", "province", "city", "tags",
     "referred_by_id"}
)  # fmt: skip
_SHOWN = (
    *_FIRST,
    *(
        field.name
        for field in CUSTOMER.fields
        if field.in_draft and field.name not in {*_FIRST, *_ELSEWHERE}
    ),
)
_Line = tuple[str, str]


class CustomerDetails(ScrollArea):
    """Shows what is filled and leaves out the rest."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(name=translate("Customers", "Details"))
        self._ui = ui

    def show_detail(
        self, detail: CustomerDetail, fields: Sequence[FieldRow], score: ScoreRow | None = None
    ) -> None:
        """Show a customer; what is expected of them only with their score."""
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, theme.S, 0, theme.S)
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(theme.S)
        grid.setColumnStretch(1, 1)
        for name, value in (*self._lines(detail, fields), *self._outlook(score)):
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
        self.show_contents(inside)

    def _add_referrer(self, grid: QGridLayout, customer_id: UUID, name: str) -> None:
        row = grid.rowCount()
        grid.addWidget(Label(CUSTOMER["referred_by_id"].title, "muted"), row, 0)
        button = Button(name, kind="quiet", icon="user")
        button.clicked.connect(lambda _checked: self._ui.navigator.open_customer(customer_id))
        grid.addWidget(button, row, 1)

    def _outlook(self, score: ScoreRow | None) -> Iterator[_Line]:
        if score is None or score.state is CustomerState.NEVER_BOUGHT:
            return
        display = self._ui.display
        yield (
            translate("Customers", "How often"),
            rhythm_sentence(score.gap, score.last_purchase_on, self._ui.today(), display),
        )
        yield (
            translate("Customers", "What to expect"),
            outlook_sentence(score.purchases, score.value_low, score.value_high, display),
        )

    def _lines(self, detail: CustomerDetail, fields: Sequence[FieldRow]) -> Iterator[_Line]:
        if detail.kind == CustomerKind.COMPANY:
            person = f"{detail.first_name} {detail.last_name}".strip()
            yield CUSTOMER["company_name"].title, detail.company_name
            yield translate("Customers", "Contact person"), person
        for name in _SHOWN:
            field = CUSTOMER[name]
            if field.kind is ValueKind.PARTS:
                yield from _parts(name, detail, fields, self._ui.display)
            elif name == "address":
                yield field.title, listed((detail.province, detail.city, detail.address))
            else:
                yield field.title, field_text(detail, field, self._ui.display)
        yield CUSTOMER["created_at"].title, self._ui.display.day(detail.created_at)


def _parts(
    name: str, detail: CustomerDetail, fields: Sequence[FieldRow], display: Display
) -> list[_Line]:
    """Return the lines of what a customer may have several of."""
    match name:
        case "phones":
            return [(label(one.label), display.phone(one.number)) for one in detail.phones]
        case "socials":
            return [(label(network), isolate(handle)) for network, handle in detail.socials]
        case "consents":
            return [
                (consent_title(one.channel), consent_text(one, display)) for one in detail.consents
            ]
        case "favorites":
            return [
                (favorite_title(kind), listed(one for of, one in detail.favorites if of == kind))
                for kind in FavoriteKind
            ]
        case "field_values":
            return [
                (field.title, own_field_text(field, detail.field_values[field.id], display))
                for field in fields
                if field.id in detail.field_values
            ]
    raise LookupError(name)
