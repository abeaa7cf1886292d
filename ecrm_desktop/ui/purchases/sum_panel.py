"""The side of the purchase sheet: what it comes to, and who is buying."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.call_context import CallContext, LastPurchase
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.purchases.texts import titles_text
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.layouts import clear
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import amount_in_words
from ecrm_desktop.values.text import isolate_words

_TITLES = 3


class SumPanel(QWidget):
    """Follows what is typed; sums that cannot be told yet are a dash."""

    def __init__(self, display: Display) -> None:
        super().__init__()
        self._display = display
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addWidget(Label(translate("PurchaseForm", "To pay"), "muted"))
        self._total = Label("", "figure")
        column.addWidget(self._total)
        self._words = Label("", "small", wrap=True)
        column.addWidget(self._words)
        column.addSpacing(theme.S)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(theme.XS)
        grid.setColumnStretch(0, 1)
        names = (
            translate("PurchaseForm", "Sum of lines"),
            translate("PurchaseForm", "Discount"),
            translate("PurchaseForm", "Shipping"),
            translate("PurchaseForm", "Tax"),
        )
        self._parts = [(Label(name, "muted"), Label("")) for name in names]
        for at, (name, amount) in enumerate(self._parts):
            grid.addWidget(name, at, 0)
            grid.addWidget(amount, at, 1)
        column.addLayout(grid)
        column.addSpacing(theme.M)
        self._customer = QVBoxLayout()
        self._customer.setSpacing(theme.S)
        column.addLayout(self._customer)
        column.addStretch()

    @property
    def total_text(self) -> str:
        """The total as it is shown."""
        return self._total.text()

    def show_sums(
        self, lines: int | None, discount: int, shipping: int, tax: int, total: int | None
    ) -> None:
        """Show sums in minor units; None for what cannot be told yet."""
        display = self._display
        if total is None:
            self._total.setText("—")
            self._words.clear()
        else:
            self._total.setText(display.money_with_unit(total))
            words = amount_in_words(total, display.currency, display.unit, display.language)
            self._words.setText(words if total else "")
        # With nothing taken off or put on, the sum of the lines is the total above.
        parts = (lines if discount or shipping or tax else 0, -discount, shipping, tax)
        for amount, labels in zip(parts, self._parts, strict=True):
            labels[1].setText("—" if amount is None else display.money(amount))
            for label in labels:
                label.setVisible(amount != 0)

    def show_customer(self, context: CallContext | None) -> None:
        """Show what to know about the customer; nothing for a passing one."""
        clear(self._customer)
        if context is None:
            return
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._customer.addWidget(rule)
        self._customer.addWidget(Label(context.name, "heading", wrap=True))
        for complaint in context.complaints:
            text = translate(
                "PurchaseForm",
                "Open complaint: “{subject}”",
                subject=isolate_words(complaint.subject),
            )
            self._customer.addWidget(Note(text, BadgeKind.RED))
        if context.last_purchase is not None:
            self._customer.addWidget(Label(translate("PurchaseForm", "Last purchase"), "muted"))
            for text in self._last(context.last_purchase):
                self._customer.addWidget(Label(text, "small", wrap=True))
        else:
            text = translate("PurchaseForm", "This is their first purchase.")
            self._customer.addWidget(Note(text, BadgeKind.PRIMARY))

    def _last(self, last: LastPurchase) -> Sequence[str]:
        display = self._display
        when = translate(
            "PurchaseForm",
            "{date} · {total}",
            date=display.day(last.purchased_on),
            total=display.money_with_unit(last.total),
        )
        return when, titles_text(last.titles[:_TITLES], len(last.titles), display)
