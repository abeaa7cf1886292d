"""A button that says which stretch of days is looked at, and changes it by a menu."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.period_chip import period_label
from ecrm_desktop.values.period import PeriodChoice


class PeriodButton(Button):
    """`chosen(PeriodChoice)` when another one was taken from the menu."""

    chosen = Signal(object)

    def __init__(
        self,
        choice: PeriodChoice,
        choices: Sequence[PeriodChoice] = tuple(PeriodChoice),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(period_label(choice), icon="calendar", parent=parent)
        self._choices = choices
        self._choice = choice
        self._show()
        self.clicked.connect(self._offer)

    @property
    def choice(self) -> PeriodChoice:
        """The stretch of days that is looked at."""
        return self._choice

    def menu_of_choices(self) -> QMenu:
        """Return the menu."""
        menu = QMenu(self)
        for choice in self._choices:
            action = menu.addAction(period_label(choice))
            action.setCheckable(True)
            action.setChecked(choice is self._choice)
            action.triggered.connect(partial(self._choose, choice))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer(self) -> None:
        self.menu_of_choices().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, choice: PeriodChoice) -> None:
        if choice is not self._choice:
            self._choice = choice
            self._show()
            self.chosen.emit(choice)

    def _show(self) -> None:
        self.setText(period_label(self._choice))
        self.setAccessibleName(
            translate("Period", "Period: {period}", period=period_label(self._choice))
        )
        self.updateGeometry()
        self.update()
