"""What can be done with several customers at once."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label

_SEVERAL = 2


class SelectionBar(QFrame):
    """Appears below the list when several customers are selected."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._display = ui.display
        self._text = Label()
        self.merge = Button(translate("Customers", "Merge"), icon="merge")
        self.delete = Button(
            translate("Customers", "Delete"),
            keys=translate("Customers", "Del"),
            icon="trash-2",
            kind="danger",
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        row.setSpacing(theme.S)
        row.addWidget(self._text, 1)
        row.addWidget(self.merge)
        row.addWidget(self.delete)

    def show_count(self, count: int) -> None:
        """Say how many are selected; two of them can be merged."""
        number = self._display.number(count)
        self._text.setText(translate("Customers", "{count} customers chosen", count=number))
        self.merge.setVisible(count == _SEVERAL)
        self.setVisible(count >= _SEVERAL)
