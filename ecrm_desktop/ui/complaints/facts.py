"""What is known of a complaint, beside its history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.complaint_detail import ComplaintDetail
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.complaints.satisfaction import satisfaction_text
from ecrm_desktop.ui.complaints.texts import severity_kind, state_kind, state_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.note import Note
from ecrm_desktop.ui.widgets.status_badge import status_kind
from ecrm_desktop.values.statuses import is_open


class Facts(QWidget):
    """`customer_asked(UUID)` and `purchase_asked(UUID)` when their buttons are pressed."""

    customer_asked = Signal(object)
    purchase_asked = Signal(object)

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._inside = QWidget()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._inside)
        self._outer.addStretch()

    def show_detail(self, detail: ComplaintDetail) -> None:
        """Show a complaint's facts."""
        old, self._inside = self._inside, QWidget()
        self._outer.replaceWidget(old, self._inside)
        old.hide()
        old.deleteLater()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addLayout(self._badges(detail))
        if is_open(detail.status):
            column.addWidget(self._promise(detail))
        self._add_customer(column, detail)
        column.addLayout(self._rows(detail))
        if detail.purchase_id is not None:
            see = Button(translate("Complaints", "See the purchase"), icon="shopping-bag")
            see.clicked.connect(lambda: self.purchase_asked.emit(detail.purchase_id))
            column.addWidget(see)

    def _badges(self, detail: ComplaintDetail) -> QVBoxLayout:
        # Below one another: side by side the longest do not fit into the lowest window.
        column = QVBoxLayout()
        column.setSpacing(theme.XS)
        status = Badge(label(detail.status), status_kind(detail.status), self._inside)
        kind = severity_kind(detail.severity) or BadgeKind.GREY
        severity = translate("Complaints", "Severity: {severity}", severity=label(detail.severity))
        for badge in (status, Badge(severity, kind, self._inside)):
            column.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _promise(self, detail: ComplaintDetail) -> Note:
        display, today = self._ui.display, self._ui.today()
        return Note(
            state_text(detail, today, display),
            state_kind(detail, today),
            detail=translate(
                "Complaints", "promised until {day}", day=display.text_date_long(detail.due_on)
            ),
        )

    def _add_customer(self, column: QVBoxLayout, detail: ComplaintDetail) -> None:
        if detail.customer_id is None:
            return
        column.addWidget(Label(detail.customer_name, "name", wrap=True))
        # Side by side they are wider than the panel of a small window.
        column.addWidget(Label(self._ui.display.phone(detail.phone), "muted"))
        see = Button(translate("Complaints", "Customer's card"), icon="user")
        see.clicked.connect(lambda: self.customer_asked.emit(detail.customer_id))
        column.addWidget(see)

    def _rows(self, detail: ComplaintDetail) -> QGridLayout:
        display = self._ui.display
        taken = detail.time_to_resolution
        rows = (
            (translate("Complaints", "Number"), display.code(detail.number)),
            (translate("Complaints", "Received"), display.datetime(detail.received_at)),
            (translate("Complaints", "Responsible"), detail.assignee_name),
            (translate("Complaints", "Category"), detail.category),
            (translate("Complaints", "Product"), detail.product_name),
            (translate("Complaints", "Purchase"), display.code(detail.purchase_number)),
            (
                translate("Complaints", "Resolved in"),
                display.duration(taken.total_seconds()) if taken is not None else "",
            ),
            (translate("Complaints", "Resolution"), detail.resolution),
            (
                translate("Complaints", "Compensation"),
                display.money_with_unit(detail.compensation) if detail.compensation else "",
            ),
            (
                translate("Complaints", "Satisfaction"),
                satisfaction_text(detail.satisfaction) if detail.satisfaction else "",
            ),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(theme.S)
        grid.setColumnStretch(1, 1)
        for at, (title, value) in enumerate((title, value) for title, value in rows if value):
            grid.addWidget(Label(title, "muted"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(value, wrap=True), at, 1)
        return grid
