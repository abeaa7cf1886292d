"""The recovery phrase of a shop that is encrypted, for who lost the paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.settings.phrase_view import PhraseView
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.sheet import Sheet


class PhraseSheet(Sheet):
    """Shows it; `export_asked(SheetExport)` to have it on paper."""

    export_asked = Signal(object)

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
        view = PhraseView(ui, secret)
        column.addWidget(view)
        super().__init__(
            asker, ui.messenger, title=translate("Recovery", "Recovery phrase"), body=body
        )
        view.export_asked.connect(self.export_asked)
        self.show_closing_only()
