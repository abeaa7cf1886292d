"""A button that says which stretch of days is looked at, and changes it by a menu."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.period_chip import period_label
from ecrm_desktop.values.period import PeriodChoice


class PeriodButton(Button):
    """`chosen(PeriodChoice)` when another one was taken from the menu, None for all time.

    `choice` is None too while `show_custom` says that the days are none of the choices.
    """

    chosen = Signal(object)

    def __init__(
        self,
        choice: PeriodChoice | None,
        *,
        with_all: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`with_all` offers all time as well."""
        super().__init__("", icon="calendar", parent=parent)
        self._choices: list[PeriodChoice | None] = [*PeriodChoice, *([None] if with_all else [])]
        self.choice: PeriodChoice | None = None
        self.set_choice(choice)
        self.clicked.connect(self._offer)

    def set_choice(self, choice: PeriodChoice | None) -> None:
        """Choose without a signal."""
        self.choice = choice
        self._show(_text(choice))

    def show_custom(self) -> None:
        """Say that the days are none of the choices."""
        self.choice = None
        self._show(translate("Period", "These days"))

    def choices_menu(self) -> QMenu:
        """Return the menu."""
        menu = QMenu(self)
        for choice in self._choices:
            if choice is None:
                menu.addSeparator()
            action = menu.addAction(_text(choice))
            action.setCheckable(True)
            action.setChecked(self.text() == _text(choice))
            action.triggered.connect(partial(self._choose, choice))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer(self) -> None:
        self.choices_menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, choice: PeriodChoice | None) -> None:
        self.set_choice(choice)
        self.chosen.emit(choice)

    def _show(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(translate("Period", "Period: {period}", period=text))
        self.updateGeometry()
        self.update()


def _text(choice: PeriodChoice | None) -> str:
    return translate("Period", "All time") if choice is None else period_label(choice)
