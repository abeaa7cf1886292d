"""The reports page: choose a report and its days, look at it, and write or print it."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.sales import SalesBy
from ecrm_desktop.reports.request import OF_SUMS, ReportName
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Lane
from ecrm_desktop.ui.export_requests import FileKind, ReportExport
from ecrm_desktop.ui.exporting import build_export
from ecrm_desktop.ui.reports.choices import ReportChoices
from ecrm_desktop.ui.reports.period_fields import PeriodFields
from ecrm_desktop.ui.reports.preview import Preview
from ecrm_desktop.ui.reports.sample import Sample, sample_of
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.customer_picker import CustomerPicker
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.tabs import Tabs
from ecrm_desktop.values.period import PeriodChoice
from ecrm_desktop.values.permissions import Permission

_CHOICES_WIDTH = 254
_EVERYTHING = "everything"
# Of a list of people or one person's file all is wanted, of the rest what is going on.
_OF_ALL_TIME = frozenset({ReportName.CUSTOMERS, ReportName.CUSTOMER})


class ReportsPage(Page):
    """A report is looked at before it is written to a file or printed."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._ui = ui
        self.choices = ReportChoices(without=_hidden_from(ui))
        self.choices.setFixedWidth(_CHOICES_WIDTH)
        self.choices.chosen.connect(self._choose)
        self.period = PeriodFields(ui, PeriodChoice.THIS_YEAR)
        self.period.changed.connect(self.refresh)
        self.customer = CustomerPicker(ui.background, ui.display)
        self.customer.edited.connect(self.refresh)
        self.customer.hide()
        self.by = Tabs(
            [
                (_EVERYTHING, translate("ReportsPage", "Everything")),
                *((by.value, _by_text(by)) for by in SalesBy),
            ]
        )
        self.by.chosen.connect(lambda _key: self.refresh())
        self.preview = Preview(ui.display)
        self.excel = Button(translate("ReportsPage", "Excel"), icon="sheet")
        self.excel.clicked.connect(lambda _checked: self._export(FileKind.EXCEL))
        self.pdf = Button(translate("ReportsPage", "PDF"), icon="file-text")
        self.pdf.clicked.connect(lambda _checked: self._export(FileKind.PDF))
        self.print = Button(translate("ReportsPage", "Print"), kind="primary", icon="printer")
        self.print.clicked.connect(lambda _checked: self._export(None))
        self._build()
        self._fit(self.choices.current)

    def refresh(self) -> None:
        """Work the preview out again."""
        asked = self._asked(None)
        for button in (self.excel, self.pdf, self.print):
            button.setEnabled(asked is not None)
        if asked is None:
            return
        self.preview.wait()
        self.background.read(
            partial(self._sample, asked),
            self.preview.show_sample,
            owner=self,
            lane=Lane.SLOW,
            failed=self._ui.messenger.show_error,
            key="sample",
        )

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(Label(translate("ReportsPage", "Reports"), "title"))
        head.addStretch()
        if self._ui.may(Permission.EXPORT):
            for button in (self.excel, self.pdf, self.print):
                head.addWidget(button)
        main = QVBoxLayout()
        main.setSpacing(theme.M)
        main.addWidget(self.customer)
        main.addWidget(self.period)
        main.addWidget(self.by)
        main.addWidget(self.preview, 1)
        body = QHBoxLayout()
        body.setSpacing(theme.L)
        body.addWidget(self.choices)
        body.addLayout(main, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.M)
        column.addLayout(head)
        column.addLayout(body, 1)

    def _fit(self, name: ReportName) -> None:
        """Offer what can be said about a report."""
        self.by.setVisible(name is ReportName.SALES)
        self.customer.setVisible(name is ReportName.CUSTOMER)
        self.period.set_choice(None if name in _OF_ALL_TIME else PeriodChoice.THIS_YEAR)

    def _choose(self, name: ReportName) -> None:
        self._fit(name)
        if name is ReportName.CUSTOMER:
            self.customer.setFocus()
        self.refresh()

    def _asked(self, kind: FileKind | None) -> ReportExport | None:
        """Return what is asked for; None, with the reason on the screen, if that is not clear."""
        name = self.choices.current
        try:
            period, customer = self.period.period(), self._customer()
        except InvalidInput:
            return None
        if name is ReportName.CUSTOMER and customer is None:
            self.preview.say(
                "user",
                translate("ReportsPage", "Whose file?"),
                translate("ReportsPage", "Choose a customer above."),
            )
            return None
        by = self.by.current
        of_sales = name is ReportName.SALES and by != _EVERYTHING
        return ReportExport(
            name=name,
            kind=kind,
            period=period,
            customer_id=customer,
            sales_by=SalesBy(by) if of_sales else None,
        )

    def _customer(self) -> UUID | None:
        if self.choices.current is not ReportName.CUSTOMER:
            return None
        return self.customer.customer_id()

    def _sample(self, asked: ReportExport, session: Session) -> Sample:
        return sample_of(build_export(self._ui, asked, session))

    def _export(self, kind: FileKind | None) -> None:
        asked = self._asked(kind)
        if asked is not None:
            self._ui.navigator.export(asked)


def _by_text(by: SalesBy) -> str:
    return {
        SalesBy.MONTH: translate("Reports", "Month"),
        SalesBy.PRODUCT: translate("Reports", "Product"),
        SalesBy.BRAND: translate("Reports", "Brand"),
        SalesBy.CATEGORY: translate("Reports", "Category"),
        SalesBy.SELLER: translate("Reports", "Seller"),
        SalesBy.CITY: translate("Reports", "City"),
    }[by]


def _hidden_from(ui: UiContext) -> frozenset[ReportName]:
    sums = frozenset[ReportName]() if ui.may(Permission.SEE_SUMS) else OF_SUMS
    return sums if ui.may(Permission.SEE_AUDIT) else sums | {ReportName.AUDIT}
