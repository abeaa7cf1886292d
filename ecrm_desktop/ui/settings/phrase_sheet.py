"""The recovery phrase of a shop that is encrypted, for who lost the paper."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.settings.phrase_view import phrase_view
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.sheet import Sheet


class PhraseSheet(Sheet):
    """Shows it."""

    def __init__(self, asker: QWidget, ui: UiContext, secret: bytes) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(
            Label(
                translate(
                    "Phrase",
                    "Whoever has this and a copy of the file can read everything. Let nobody look"
                    " over your shoulder.",
                ),
                wrap=True,
            )
        )
        column.addWidget(phrase_view(ui, secret))
        super().__init__(
            asker, ui.messenger, title=translate("Recovery", "Recovery phrase"), body=body
        )
        self.show_closing_only()
