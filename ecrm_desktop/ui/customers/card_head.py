"""The upper part of a customer's card: name, what can be done, tags and four figures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import CustomerDetail
from ecrm_desktop.queries.customers import CustomerRow
from ecrm_desktop.reports.averages import what_averages_count
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.customers.texts import headline
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.avatar import Avatar
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.figure_card import FigureCard
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.listed import dotted, listed
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.permissions import Permission


class CardHead(QWidget):
    """Its buttons are joined by the card."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.edit = Button(translate("Customers", "Edit"), keys="F4", icon="pencil")
        self.more = QToolButton()
        self.more.setIcon(theme.icon("ellipsis-vertical", "muted"))
        self.more.setAccessibleName(translate("Customers", "More"))
        self.more.setToolTip(translate("Customers", "More"))
        self.back = QToolButton()
        self.back.setIcon(theme.icon("chevron-left"))
        self.back.setAccessibleName(translate("Customers", "Back to the list"))
        self.back.setToolTip(translate("Customers", "Back to the list (Esc)"))
        self.call = Button(translate("Customers", "Call"), icon="phone")
        self.purchase = Button(translate("Customers", "Purchase"), icon="shopping-bag")
        self.complaint = Button(translate("Customers", "Complaint"), icon="message-square-warning")
        self.task = Button(translate("Customers", "Task"), icon="list-checks")
        self.print = Button(translate("Customers", "Print"), icon="printer")
        self._avatar = Avatar()
        self._name = Label(role="name", wrap=True, selectable=True)
        self._about = Label(role="muted", wrap=True)
        self._reach = Label(role="muted", wrap=True, selectable=True)
        self._tags = Badge(parent=self)
        unit = ui.display.unit_name
        self.total = FigureCard(translate("Customers", "Bought ({unit})", unit=unit))
        self.count = FigureCard(translate("Customers", "Purchases"))
        self.average = FigureCard(translate("Customers", "Average ({unit})", unit=unit))
        self.last = FigureCard(translate("Customers", "Last purchase"))
        self._lay_out()

    @property
    def name(self) -> str:
        """Whose card it is."""
        return self._name.text()

    def show_customer(self, detail: CustomerDetail, row: CustomerRow) -> None:
        """Show a customer."""
        display = self._ui.display
        self._avatar.show_name(detail.name)
        self._name.setText(detail.name)
        self._about.setText(headline(detail, display))
        numbers = [display.phone(phone.number) for phone in detail.phones[:2]]
        self._reach.setText(dotted(numbers))
        self._reach.setVisible(bool(self._reach.text()))
        self._tags.show_text(listed(detail.tags), BadgeKind.PRIMARY)
        has_bought = row.purchase_count > 0
        dash = "—"
        self.total.show_figure(display.money(row.purchase_total) if has_bought else dash)
        self.count.show_figure(display.number(row.purchase_count))
        self.average.show_figure(
            self._average(row) if row.kept.count else dash, hint=what_averages_count()
        )
        self.last.show_figure(
            display.day(row.last_purchase_on, today=self._ui.today())
            if row.last_purchase_on
            else dash
        )

    def _average(self, row: CustomerRow) -> str:
        average = row.average_purchase
        # Nobody counts in tenths of a toman.
        whole = average // 10 * 10 if self._ui.display.unit is MoneyUnit.TOMAN else average
        return self._ui.display.money(whole)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.XS)
        buttons.addWidget(self.edit)
        buttons.addWidget(self.more)
        tags = QHBoxLayout()
        tags.addWidget(self._tags)
        tags.addStretch()
        top = QGridLayout()
        top.setHorizontalSpacing(theme.M)
        top.setVerticalSpacing(2)
        top.setColumnStretch(2, 1)
        top.addWidget(self.back, 0, 0)
        top.addWidget(self._avatar, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._name, 0, 2)
        top.addLayout(buttons, 0, 3)
        top.addWidget(self._about, 1, 2, 1, 2)
        top.addWidget(self._reach, 2, 2, 1, 2)
        top.addLayout(tags, 3, 2, 1, 2)
        actions = QHBoxLayout()
        actions.setSpacing(6)
        for button in (self.call, self.purchase, self.complaint, self.task):
            actions.addWidget(button)
        if self._ui.may(Permission.EXPORT):
            actions.addWidget(self.print)
        actions.addStretch()
        figures = QHBoxLayout()
        figures.setSpacing(theme.S)
        for figure in (self.total, self.count, self.average, self.last):
            figures.addWidget(figure, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S + 2)
        column.addLayout(top)
        column.addLayout(actions)
        column.addLayout(figures)
