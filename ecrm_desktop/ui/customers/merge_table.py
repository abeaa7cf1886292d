"""Two customers side by side, with a choice wherever they differ."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.services.customer_merges import MergeSide
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.customers.merge_lines import MergeLine
from ecrm_desktop.ui.widgets.badge import Badge, BadgeKind
from ecrm_desktop.ui.widgets.elided import elided
from ecrm_desktop.ui.widgets.label import Label

_TITLE_WIDTH = 120
_CHOICE_WIDTH = 236
_COLUMNS = {MergeSide.KEPT: 1, MergeSide.MERGED: 2}


class MergeTable(QWidget):
    """A row for each difference; arrow keys choose in a row, Tab goes to the next."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: dict[str, QButtonGroup] = {}
        self._sides: dict[str, tuple[MergeSide, ...]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside = QWidget()
        self._column.addWidget(self._inside)

    def show_lines(self, kept: str, merged: str, lines: Sequence[MergeLine]) -> None:
        """Show two customers by name and the lines in which they differ, usual choices made."""
        self._groups, self._sides = {}, {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(theme.XS)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        stays = translate("Merge", "stays")
        grid.addWidget(self._head(kept, stays, BadgeKind.PRIMARY), 0, 1)
        goes = translate("Merge", "goes to the bin")
        grid.addWidget(self._head(merged, goes, BadgeKind.GREY), 0, 2)
        for line in lines:
            self._add_line(grid, line)
        if not lines:
            same = translate("Merge", "Both say the same everywhere; nothing has to be chosen.")
            grid.addWidget(Label(same, "muted", wrap=True), 1, 1, 1, 2)
        old, self._inside = self._inside, inside
        self._column.replaceWidget(old, inside)
        old.hide()
        old.deleteLater()

    def choices(self) -> dict[str, MergeSide]:
        """Return what is chosen, by the keys of `merge_customers`."""
        return {key: self._sides[key][group.checkedId()] for key, group in self._groups.items()}

    def choose(self, key: str, side: MergeSide) -> None:
        """Choose a side of one line."""
        self._groups[key].button(self._sides[key].index(side)).click()

    def focus_first(self) -> None:
        """Put the keyboard on the first choice."""
        for group in self._groups.values():
            group.button(group.checkedId()).setFocus(Qt.FocusReason.TabFocusReason)
            return

    def _head(self, name: str, text: str, kind: BadgeKind) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        column.setSpacing(theme.XS)
        column.addWidget(Label(name, "heading", wrap=True))
        column.addWidget(Badge(text, kind, frame))
        return frame

    def _add_line(self, grid: QGridLayout, line: MergeLine) -> None:
        row = grid.rowCount()
        title = Label(line.title, "muted", wrap=True)
        title.setFixedWidth(_TITLE_WIDTH)
        grid.addWidget(title, row, 0)
        group = QButtonGroup(self)
        self._groups[line.key], self._sides[line.key] = group, line.sides
        texts = {
            MergeSide.KEPT: line.kept,
            MergeSide.MERGED: line.merged,
            MergeSide.BOTH: translate("Merge", "both together"),
        }
        # In the order they are seen, so that the arrow keys follow the eye.
        for side in MergeSide:
            if side not in line.sides:
                continue
            button = _choice(line.title, texts[side])
            group.addButton(button, line.sides.index(side))
            if side in _COLUMNS:
                grid.addWidget(button, row, _COLUMNS[side])
            else:
                grid.addWidget(button, row + 1, 1, 1, 2)
        group.button(0).setChecked(True)


def _choice(title: str, text: str) -> QRadioButton:
    button = QRadioButton()
    shown = text.replace("\n", " ") or "—"
    button.setText(elided(button.fontMetrics(), shown, _CHOICE_WIDTH).replace("&", "&&"))
    button.setToolTip(text if button.text() != shown else "")
    button.setAccessibleName(f"{title}: {text or translate('Merge', 'nothing')}")
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
