"""The window that explains why the shop's file could not be opened, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton

from ecrm_desktop.errors import EcrmError
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.error_texts import explain, explain_bug
from ecrm_desktop.ui.welcome.start_window import StartWindow
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.values.text import isolate


class StartupErrorWindow(StartWindow):
    """The sentence of an error, the file it is about, and a button for each way out."""

    def __init__(
        self, error: Exception, path: str, ways_out: Sequence[tuple[str, Callable[[], object]]]
    ) -> None:
        super().__init__(
            translate("Trouble", "The shop's file could not be opened"),
            explain(error) if isinstance(error, EcrmError) else explain_bug(),
            icon="triangle-alert",
        )
        self.card.addWidget(Label(isolate(path), "small", wrap=True, selectable=True))
        for number, (text, action) in enumerate(ways_out):
            button = QPushButton(text)
            button.setAutoDefault(True)
            if number == 0:
                button.setProperty("kind", "primary")
                button.setFocus()
            button.clicked.connect(lambda _checked, action=action: action())
            self.card.addWidget(button)
