"""One purchase as it is shown beside the list: lines, sums, and what came back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.purchases import PurchaseDetail, PurchaseLineRow
from ecrm_desktop.queries.returns import ReturnRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.purchases.columns import payment_kind
from ecrm_desktop.ui.purchases.texts import (
    customer_text,
    line_text,
    payment_text,
    quantity_text,
)
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.money import amount_in_words
from ecrm_desktop.values.text import isolate_words

_LINES_SHOWN = 100


class PurchaseCard(QFrame):
    """Shows a purchase, or how to choose one; `delete_asked(UUID)`, `delete_return_asked(UUID)`."""

    delete_asked = Signal(object)
    delete_return_asked = Signal(object)

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._navigator = ui.navigator
        self._display = ui.display
        self._shown: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        self._column = column
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what stands here when a purchase is chosen."""
        self._replace(
            EmptyState(
                "shopping-bag",
                translate("Purchases", "No purchase chosen"),
                translate("Purchases", "Its lines, sums and returns are shown here."),
            )
        )

    def show_purchase(self, purchase: PurchaseDetail) -> None:
        """Show a purchase."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.S)
        column.addLayout(self._head(purchase))
        column.addLayout(self._actions(purchase))
        column.addWidget(_rule())
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(theme.S)
        body.addLayout(self._lines(purchase.lines))
        body.addWidget(_rule())
        body.addLayout(self._sums(purchase))
        for one in purchase.returns:
            body.addWidget(self._return(one))
        if purchase.note:
            body.addWidget(Label(translate("Purchases", "Note"), "heading"))
            body.addWidget(Label(purchase.note, wrap=True))
        body.addStretch()
        area = ScrollArea(inside, name=translate("Purchases", "Lines and sums"))
        column.addWidget(area, 1)
        self._replace(whole)

    def _replace(self, shown: QWidget) -> None:
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = shown
        self._column.addWidget(shown)

    def _head(self, purchase: PurchaseDetail) -> QVBoxLayout:
        display = self._display
        head = QVBoxLayout()
        head.setSpacing(theme.XS)
        upper = QHBoxLayout()
        number = translate("Purchases", "Purchase {number}", number=display.code(purchase.number))
        upper.addWidget(Label(number, "title"))
        upper.addStretch()
        payment = Badge(parent=self)
        payment.show_text(payment_text(purchase), payment_kind(purchase) or BadgeKind.GREY)
        upper.addWidget(payment)
        upper.addWidget(Badge(label(purchase.channel), BadgeKind.BLUE))
        head.addLayout(upper)
        if purchase.customer_id is not None:
            customer = QToolButton()
            customer.setProperty("kind", "link")
            customer.setText(purchase.customer_name)
            customer.setIcon(theme.icon("user", "primary"))
            customer.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            customer.setToolTip(translate("Purchases", "Open the customer"))
            customer.setFont(theme.font(medium=True))
            customer_id = purchase.customer_id
            customer.clicked.connect(lambda _checked: self._navigator.open_customer(customer_id))
            head.addWidget(customer)
        else:
            head.addWidget(Label(customer_text(""), "muted"))
        when = translate(
            "Purchases",
            "{date}, {time}",
            date=display.text_date_long(purchase.purchased_on),
            time=display.time(purchase.purchased_at),
        )
        when_text = when
        if purchase.seller_name:
            when_text = translate(
                "Purchases",
                "{when} · seller: {name}",
                when=when,
                name=isolate_words(purchase.seller_name),
            )
        head.addWidget(Label(when_text, "small", wrap=True))
        return head

    def _actions(self, purchase: PurchaseDetail) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        edit = Button(translate("Purchases", "Edit"), keys="F4", icon="pencil")
        edit.clicked.connect(lambda _checked: self._navigator.edit_purchase(purchase.id))
        row.addWidget(edit)
        if any(line.left for line in purchase.lines):
            back = Button(translate("Purchases", "Return goods"), icon="rotate-ccw")
            back.clicked.connect(lambda _checked: self._navigator.new_return(purchase.id))
            row.addWidget(back)
        row.addStretch()
        delete = QToolButton()
        delete.setIcon(theme.icon("trash-2", "muted"))
        delete.setToolTip(translate("Purchases", "Delete this purchase"))
        delete.setAccessibleName(translate("Purchases", "Delete this purchase"))
        delete.clicked.connect(lambda: self.delete_asked.emit(purchase.id))
        row.addWidget(delete)
        return row

    def _lines(self, lines: Sequence[PurchaseLineRow]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.S)
        for line in lines[:_LINES_SHOWN]:
            column.addLayout(self._line(line))
        hidden = len(lines) - _LINES_SHOWN
        if hidden > 0:
            text = translate(
                "Purchases", "and {count} more lines", count=self._display.number(hidden)
            )
            column.addWidget(Label(text, "small"))
        return column

    def _line(self, line: PurchaseLineRow) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(theme.S)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(line.title, wrap=True), 0, 0)
        grid.addWidget(_amount(self._display.money(line.total)), 0, 1)
        below = QHBoxLayout()
        below.addWidget(Label(line_text(line, self._display), "small"))
        below.addStretch()
        if line.returned:
            returned = translate(
                "Purchases",
                "{quantity} returned",
                quantity=quantity_text(line.returned, line.unit, self._display),
            )
            below.addWidget(Badge(returned, BadgeKind.AMBER))
        grid.addLayout(below, 1, 0, 1, 2)
        return grid

    def _sums(self, purchase: PurchaseDetail) -> QGridLayout:
        display = self._display
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.XS)
        grid.setColumnStretch(0, 1)
        lines = sum(line.total for line in purchase.lines)
        parts = [
            (translate("Purchases", "Sum of lines"), lines),
            (translate("Purchases", "Discount"), -purchase.discount),
            (translate("Purchases", "Shipping"), purchase.shipping),
            (translate("Purchases", "Tax"), purchase.tax),
        ]
        shown = [(name, amount) for name, amount in parts if amount]
        if len(shown) > 1:
            for name, amount in shown:
                row = grid.rowCount()
                grid.addWidget(Label(name, "muted"), row, 0)
                grid.addWidget(_amount(display.money(amount)), row, 1)
        row = grid.rowCount()
        grid.addWidget(Label(translate("Purchases", "Total"), "heading"), row, 0)
        grid.addWidget(_amount(display.money_with_unit(purchase.total), "heading"), row, 1)
        words = amount_in_words(purchase.total, display.currency, display.unit, display.language)
        grid.addWidget(Label(words, "small", wrap=True), row + 1, 0, 1, 2)
        if purchase.returned:
            for name, amount, role in (
                (translate("Purchases", "Given back"), -purchase.returned, "muted"),
                (
                    translate("Purchases", "Remains"),
                    purchase.total - purchase.returned,
                    "heading",
                ),
            ):
                row = grid.rowCount()
                grid.addWidget(Label(name, role), row, 0)
                grid.addWidget(_amount(display.money(amount), role), row, 1)
        return grid

    def _return(self, one: ReturnRow) -> QFrame:
        display = self._display
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        column.setSpacing(2)
        upper = QHBoxLayout()
        upper.addWidget(Badge(translate("Purchases", "Return"), BadgeKind.AMBER))
        upper.addWidget(Label(display.day(one.returned_on), "small"))
        upper.addStretch()
        upper.addWidget(_amount(display.money(one.total), "heading"))
        delete = QToolButton()
        delete.setIcon(theme.icon("trash-2", "muted"))
        delete.setToolTip(translate("Purchases", "Delete this return"))
        delete.setAccessibleName(translate("Purchases", "Delete this return"))
        delete.clicked.connect(lambda: self.delete_return_asked.emit(one.id))
        upper.addWidget(delete)
        column.addLayout(upper)
        for line in one.lines:
            text = translate(
                "Purchases",
                "{title} × {quantity}",
                title=isolate_words(line.title),
                quantity=display.quantity(line.quantity),
            )
            column.addWidget(Label(text, wrap=True))
        if one.reason:
            column.addWidget(Label(one.reason, "muted", wrap=True))
        return frame


def _amount(text: str, role: str = "") -> Label:
    made = Label(text, role)
    right_to_left = made.layoutDirection() == Qt.LayoutDirection.RightToLeft
    end = Qt.AlignmentFlag.AlignLeft if right_to_left else Qt.AlignmentFlag.AlignRight
    made.setAlignment(end | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return made


def _rule() -> QFrame:
    made = QFrame()
    made.setProperty("role", "rule")
    return made
