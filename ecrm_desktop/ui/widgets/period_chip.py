"""The filter chip for a stretch of days."""

from datetime import date, datetime, time, timedelta

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.period import PeriodChoice, chosen_period


def period_label(choice: PeriodChoice) -> str:
    """Return what a period is called."""
    return {
        PeriodChoice.TODAY: translate("Period", "Today"),
        PeriodChoice.THIS_WEEK: translate("Period", "This week"),
        PeriodChoice.LAST_30_DAYS: translate("Period", "Last 30 days"),
        PeriodChoice.THIS_MONTH: translate("Period", "This month"),
        PeriodChoice.LAST_MONTH: translate("Period", "Last month"),
        PeriodChoice.THIS_SEASON: translate("Period", "This season"),
        PeriodChoice.LAST_SEASON: translate("Period", "Last season"),
        PeriodChoice.THIS_YEAR: translate("Period", "This year"),
        PeriodChoice.LAST_YEAR: translate("Period", "Last year"),
        PeriodChoice.LAST_12_MONTHS: translate("Period", "Last 12 months"),
    }[choice]


class PeriodChip(FilterChip):
    """Chooses a `PeriodChoice`; the days are worked out when they are asked for."""

    def __init__(self, title: str, display: Display) -> None:
        super().__init__(title, [(choice, period_label(choice)) for choice in PeriodChoice])
        self._display = display

    def instants(self, today: date) -> tuple[datetime | None, datetime | None]:
        """Return from which instant until before which one; None for no limit."""
        choice = self.value
        if not isinstance(choice, PeriodChoice):
            return None, None
        period = chosen_period(choice, today, self._display.calendar)
        return self._midnight(period.first), self._midnight(period.last + timedelta(days=1))

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(tzinfo=self._display.timezone))
