"""What an import does, or did, in figures."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.importing import ImportCounts, ImportOutcome
from ecrm_desktop.queries.imports import ImportRow
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.figure_card import FigureCard
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import ImportKind


class CountsView(QWidget):
    """Five figures, and a line about what came along with purchases."""

    def __init__(self, display: Display) -> None:
        super().__init__()
        self._display = display
        self._cards = {
            "new": FigureCard(translate("Imports", "New")),
            "updated": FigureCard(translate("Imports", "Updated")),
            "unchanged": FigureCard(translate("Imports", "Unchanged")),
            "duplicates": FigureCard(translate("Imports", "Twice in the file")),
            "problems": FigureCard(translate("Imports", "With a problem")),
        }
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        for card in self._cards.values():
            row.addWidget(card, 1)
        self._more = Label(role="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addLayout(row)
        column.addWidget(self._more)

    def show_counts(self, kind: ImportKind, counts: ImportCounts) -> None:
        """Show the counts of an import; purchases have neither updated ones nor repeated rows."""
        for name, card in self._cards.items():
            card.show_figure(self._display.number(getattr(counts, name)))
        rows_are_records = kind in {ImportKind.CUSTOMERS, ImportKind.PRODUCTS}
        self._cards["updated"].setVisible(rows_are_records)
        self._cards["duplicates"].setVisible(kind is not ImportKind.PURCHASES)
        text = came_along(self._display, kind, counts)
        self._more.setText(text)
        self._more.setVisible(bool(text))


def came_along(display: Display, kind: ImportKind, counts: ImportCounts | ImportRow) -> str:
    """Return what is made beside the records themselves, in one line; "" for nothing."""
    parts = []
    if kind is ImportKind.PURCHASES and counts.lines_new:
        parts = [
            translate("Imports", "{count} lines", count=display.number(counts.lines_new)),
            translate(
                "Imports", "{amount} in all", amount=display.money_with_unit(counts.amount_total)
            ),
        ]
    if isinstance(counts, ImportCounts) and counts.returns_new:
        parts += [
            translate("Imports", "{count} returns", count=display.number(counts.returns_new)),
            translate(
                "Imports",
                "{amount} given back",
                amount=display.money_with_unit(counts.refund_total),
            ),
        ]
    if kind is not ImportKind.CUSTOMERS and counts.customers_new:
        parts.append(
            translate(
                "Imports", "{count} new customers", count=display.number(counts.customers_new)
            )
        )
    if kind is not ImportKind.PRODUCTS and counts.products_new:
        parts.append(
            translate("Imports", "{count} new products", count=display.number(counts.products_new))
        )
    return dotted(parts)


def rows_of(outcome: ImportOutcome | None) -> int:
    """Return how many rows a dry run counted; 0 where it counts something else than rows."""
    if outcome is None or outcome.kind is ImportKind.PURCHASES:
        return 0
    counts = outcome.counts
    records = counts.new + counts.updated + counts.unchanged
    return records + counts.duplicates + counts.problems
