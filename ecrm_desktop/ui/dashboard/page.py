"""The dashboard: how the shop does, and what waits today."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.buyers import Birthday, Buyers, buyers
from ecrm_desktop.queries.complaints import ComplaintRow
from ecrm_desktop.queries.dashboard import Dashboard, dashboard
from ecrm_desktop.queries.tasks import TaskRow
from ecrm_desktop.reports.request import ReportName
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.background import Lane
from ecrm_desktop.ui.dashboard.backup_note import BackupNote
from ecrm_desktop.ui.dashboard.figures import Figures
from ecrm_desktop.ui.dashboard.short_list import ShortList, ShortRow
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.export_requests import ReportExport
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.chart import Chart
from ecrm_desktop.ui.widgets.due import due_kind, due_text
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.ui.widgets.period_button import PeriodButton
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.compact import compact_amount
from ecrm_desktop.values.jalali import to_jalali
from ecrm_desktop.values.period import (
    Month,
    Period,
    PeriodChoice,
    chosen_period,
    months_of,
    period_before,
)
from ecrm_desktop.values.permissions import Permission

_NARROW = 900


class DashboardPage(Page):
    """Figures, charts and short lists; each line opens its record, each list its page."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._ui = ui
        self.backup = BackupNote(ui)
        self._display = ui.display
        self._months: list[Month] = []
        self.period = PeriodButton(PeriodChoice.LAST_30_DAYS)
        self.period.chosen.connect(lambda _choice: self._read_period())
        self._day = Label("", "muted")
        self._with_sums = ui.may(Permission.SEE_SUMS)
        self.figures = Figures(self._display, with_sums=self._with_sums)
        self.chart = Chart(
            format_value=lambda amount: compact_amount(amount, self._display),
            name=translate("Dashboard", "Sales month by month"),
        )
        self.tasks = ShortList(
            translate("Dashboard", "Today's tasks"),
            empty=translate("Dashboard", "Nothing is left to do today."),
            more=translate("Dashboard", "All tasks"),
        )
        self.tasks.activated_id.connect(ui.navigator.open_task)
        self.tasks.all_asked.connect(lambda: ui.navigator.open_page(PageName.TASKS))
        self.complaints = ShortList(
            translate("Dashboard", "Open complaints"),
            empty=translate("Dashboard", "No complaint is open."),
            more=translate("Dashboard", "All complaints"),
        )
        self.complaints.activated_id.connect(ui.navigator.open_complaint)
        self.complaints.all_asked.connect(lambda: ui.navigator.open_page(PageName.COMPLAINTS))
        self.birthdays = ShortList(
            translate("Dashboard", "Today's birthdays"),
            empty=translate("Dashboard", "Nobody's birthday is today."),
        )
        self.birthdays.activated_id.connect(ui.navigator.open_customer)
        self._grid = QGridLayout()
        self._wide: bool | None = None
        self._build()

    def refresh(self) -> None:
        """Read everything again."""
        self._day.setText(self._display.text_date_long(self._ui.today()))
        self.backup.refresh()
        self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below each other where they have no room beside each other."""
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= _NARROW)

    def _build(self) -> None:
        printed = Button(translate("Dashboard", "Print"), icon="printer")
        printed.clicked.connect(lambda _checked: self._print())
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(Label(translate("Dashboard", "Dashboard"), "title"))
        head.addWidget(self._day)
        head.addStretch()
        head.addWidget(self.period)
        if self._ui.may(Permission.EXPORT):
            head.addWidget(printed)
        self._cards: list[QFrame] = [self.complaints, self.tasks, self.birthdays]
        if self._with_sums:
            self._cards.insert(0, self._chart_in_card())
        self._grid.setSpacing(theme.M)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.M)
        column.addLayout(head)
        column.addWidget(self.backup)
        column.addWidget(self.figures)
        column.addLayout(self._grid, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(inner))
        self._arrange(wide=True)

    def _chart_in_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.S)
        column.setSpacing(theme.S)
        column.addWidget(
            Label(
                translate(
                    "Dashboard",
                    "Sales of the last 12 months ({unit})",
                    unit=self._display.unit_name,
                ),
                "heading",
            )
        )
        nothing = EmptyState(
            "shopping-bag",
            translate("Dashboard", "No purchase has been recorded yet"),
            translate("Dashboard", "Record the first one, and the months will grow here."),
            action=translate("Dashboard", "Record purchase"),
            on_action=self._ui.navigator.new_purchase,
        )
        self._chart_place = QStackedLayout()
        # First into its place: what is laid out nowhere would be a window of its own for a moment.
        column.addLayout(self._chart_place, 1)
        self._chart_place.addWidget(self.chart)
        self._chart_place.addWidget(nothing)
        return card

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for place, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            if wide:
                alone = place % 2 == 0 and place == len(self._cards) - 1
                self._grid.addWidget(card, place // 2, place % 2, 1, 2 if alone else 1)
            else:
                self._grid.addWidget(card, place, 0)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2 if wide else 0)
        for row in range(len(self._cards)):
            self._grid.setRowStretch(row, (3, 2, 0, 0)[row] if wide else 1)

    def _period(self) -> tuple[Period, Period]:
        today, calendar = self._ui.today(), self._display.calendar
        choice = self.period.choice or PeriodChoice.LAST_30_DAYS
        return chosen_period(choice, today, calendar), period_before(choice, today, calendar)

    def _read_period(self) -> None:
        self.figures.wait()
        self._read()

    def _read(self) -> None:
        today, calendar = self._ui.today(), self._display.calendar
        period, before = self._period()
        year = chosen_period(PeriodChoice.LAST_12_MONTHS, today, calendar)
        months = list(months_of(year, calendar))
        self._months = months
        zone = self._display.timezone

        def both(session: Session) -> tuple[Buyers, Buyers]:
            return buyers(session, period, zone), buyers(session, before, zone)

        self.background.read(
            lambda session: dashboard(session, today, period, before, months),
            self._show,
            owner=self,
            key="dashboard",
        )
        # A year of a million customers takes seconds, for which no search shall wait.
        self.background.read(
            both,
            lambda found: self.figures.show_buyers(*found),
            owner=self,
            lane=Lane.SLOW,
            key="buyers",
        )

    def _show(self, found: Dashboard) -> None:
        if self._with_sums:
            self._show_sums(found)
        self.figures.show_complaints(found.complaint_counts)
        self._show_tasks(found)
        self._show_complaints(found)
        self._show_birthdays(found)

    def _show_sums(self, found: Dashboard) -> None:
        self.figures.show_sales(found.sales, found.before)
        self.figures.show_average(found.kept, found.kept_before)
        names = [self._display.month_name(month.month) for month in self._months]
        self.chart.show_values(names, [month.net for month in found.months])
        sold = any(month.purchases for month in found.months)
        self._chart_place.setCurrentIndex(0 if sold else 1)

    def _show_tasks(self, found: Dashboard) -> None:
        counts = found.task_counts
        waiting = counts.overdue + counts.today
        self.tasks.show_rows(
            [self._due_row(task, task.title) for task in found.tasks],
            badge=self._display.number(waiting) if waiting else "",
            kind=BadgeKind.RED if counts.overdue else BadgeKind.AMBER,
        )

    def _show_complaints(self, found: Dashboard) -> None:
        counts = found.complaint_counts
        self.complaints.show_rows(
            [self._due_row(complaint, complaint.subject) for complaint in found.complaints],
            badge=self._display.number(counts.open) if counts.open else "",
            kind=BadgeKind.RED if counts.overdue else BadgeKind.GREY,
        )

    def _due_row(self, row: TaskRow | ComplaintRow, title: str) -> ShortRow:
        today = self._ui.today()
        return ShortRow(
            id=row.id,
            title=title,
            text=row.customer_name,
            badge=due_text(row.due_on, today, self._display),
            kind=due_kind(row.due_on, today),
        )

    def _show_birthdays(self, found: Dashboard) -> None:
        count = found.birthday_count
        self.birthdays.show_rows(
            [self._birthday(birthday) for birthday in found.birthdays],
            badge=self._display.number(count) if count else "",
            kind=BadgeKind.BLUE,
        )

    def _birthday(self, birthday: Birthday) -> ShortRow:
        born = birthday.birth_date.year
        age = "" if born is None else self._display.number(to_jalali(birthday.on)[0] - born)
        return ShortRow(
            id=birthday.id,
            title=birthday.name,
            text=self._display.phone(birthday.phone),
            badge=translate("Dashboard", "turns {age}", age=age) if age else "",
            kind=BadgeKind.BLUE,
        )

    def _print(self) -> None:
        period, _before = self._period()
        self._ui.navigator.export(ReportExport(name=ReportName.SALES, period=period))
