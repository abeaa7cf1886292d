"""The first start on a computer that joins a shop which others have already."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.joining import JoinBox
from ecrm_desktop.ui.welcome.start_window import StartWindow

if TYPE_CHECKING:
    from ecrm_desktop.backup.entering import EntryPlan


class JoinWindow(StartWindow):
    """`look_asked(text)`, then `join_asked(text)`; `back_asked` to the welcome."""

    look_asked = Signal(str)
    join_asked = Signal(str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            translate("Joining", "Join a shop"),
            translate(
                "Joining",
                "The whole shop comes to this computer, which then works on its own and syncs with"
                " the others.",
            ),
            icon="refresh-cw",
        )
        self.box = JoinBox()
        self.box.look_asked.connect(self.look_asked)
        self.box.join_asked.connect(self.join_asked)
        self.card.addWidget(self.box)
        back = QPushButton(translate("Joining", "Back"))
        back.setProperty("kind", "quiet")
        back.setAutoDefault(True)
        back.clicked.connect(lambda _checked: self.back_asked.emit())
        self.box.buttons.addWidget(back)
        self.box.field.setFocus()

    def show_plan(self, plan: "EntryPlan") -> None:
        """Tell what joining will mean, and offer it."""
        self.box.show_plan(plan)

    def show_error(self, error: Exception) -> bool:
        """Say why it does not work, and let another text be tried."""
        self.box.show_error(error)
        return True

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.box.show_progress(done, total)
