"""The figures of a period beside those of the period before."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.buyers import Buyers
from ecrm_desktop.queries.complaints import ComplaintCounts
from ecrm_desktop.queries.kept_purchases import KeptPurchases
from ecrm_desktop.queries.sales import SalesTotal
from ecrm_desktop.reports.averages import average_amount, what_averages_count
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.figure_card import FigureCard
from ecrm_desktop.values.display import Display

_WAITING = "…"
_NOTHING = "—"


class Figures(QWidget):
    """One row of cards; what is not known yet shows dots."""

    def __init__(self, display: Display, *, with_sums: bool = True) -> None:
        """Without `with_sums` what the shop sells is left out."""
        super().__init__()
        self._display = display
        unit = display.unit_name
        self._sales = FigureCard(translate("Dashboard", "Sales ({unit})", unit=unit), large=True)
        self._average = FigureCard(
            translate("Dashboard", "Average purchase ({unit})", unit=unit), large=True
        )
        self._new = FigureCard(translate("Dashboard", "New customers"), large=True)
        self._returning = FigureCard(translate("Dashboard", "Returning customers"), large=True)
        self._complaints = FigureCard(translate("Dashboard", "Open complaints"), large=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        sums = (self._sales, self._average) if with_sums else ()
        for card in (*sums, self._new, self._returning, self._complaints):
            row.addWidget(card, 1)
        self.wait()

    def wait(self) -> None:
        """Show that the figures of the period are on their way."""
        for card in (self._sales, self._average, self._new, self._returning):
            card.show_figure(_WAITING)

    def show_sales(self, sales: SalesTotal, before: SalesTotal) -> None:
        """Show what was sold, less what came back."""
        hint = _before(self._display.money(before.net))
        self._show_amount(self._sales, sales.net, before.net, hint)

    def show_average(self, kept: KeptPurchases, before: KeptPurchases) -> None:
        """Show what was sold at a time."""
        mean, mean_before = self._mean(kept), self._mean(before)
        if mean is None:
            self._average.show_figure(_NOTHING)
            return
        before_text = _NOTHING if mean_before is None else self._display.money(mean_before)
        hint = f"{_before(before_text)}\n{what_averages_count()}"
        self._show_amount(self._average, mean, mean_before or 0, hint)

    def show_buyers(self, now: Buyers, before: Buyers) -> None:
        """Show how many customers were new and how many came back."""
        display = self._display
        badge, kind = self._change(now.new, before.new)
        self._new.show_figure(
            display.number(now.new),
            badge=badge,
            kind=kind,
            hint=_before(display.number(before.new)),
        )
        share, earlier = now.returning_share, before.returning_share
        if share is None:
            self._returning.show_figure(_NOTHING)
            return
        badge, kind = "", BadgeKind.GREY
        if earlier is not None:
            badge, kind = self._arrow(share - earlier)
        self._returning.show_figure(
            display.percent(round(share, 2)),
            badge=badge,
            kind=kind,
            hint=translate(
                "Dashboard",
                "{returning} of {buyers} buyers had bought before",
                returning=display.number(now.returning),
                buyers=display.number(now.buyers),
            ),
        )

    def show_complaints(self, counts: ComplaintCounts) -> None:
        """Show how many complaints are open, and how many of them overdue."""
        overdue = ""
        if counts.overdue:
            number = self._display.number(counts.overdue)
            overdue = translate("Dashboard", "{count} overdue", count=number)
        self._complaints.show_figure(
            self._display.number(counts.open), badge=overdue, kind=BadgeKind.RED
        )

    def _show_amount(self, card: FigureCard, now: int, before: int, hint: str) -> None:
        badge, kind = self._change(now, before)
        card.show_figure(self._display.money(now), badge=badge, kind=kind, hint=hint)

    def _mean(self, kept: KeptPurchases) -> int | None:
        return average_amount(kept.total, kept.count, self._display) if kept.count else None

    def _change(self, now: float, before: float) -> tuple[str, BadgeKind]:
        """Return by how much something grew; nothing if there is nothing to compare with."""
        return self._arrow(now / before - 1) if before > 0 else ("", BadgeKind.GREY)

    def _arrow(self, change: float) -> tuple[str, BadgeKind]:
        change = round(change, 2)
        amount = self._display.percent(abs(change))
        if change > 0:
            return translate("Dashboard", "▲ {change}", change=amount), BadgeKind.PRIMARY
        if change < 0:
            return translate("Dashboard", "▼ {change}", change=amount), BadgeKind.AMBER
        return translate("Dashboard", "unchanged"), BadgeKind.GREY


def _before(text: str) -> str:
    return translate("Dashboard", "In the period before: {figure}", figure=text)
