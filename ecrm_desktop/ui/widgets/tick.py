"""Yes or no."""

from typing import Any

from PySide6.QtWidgets import QCheckBox

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui.widgets.field import Field


class Tick(Field[bool]):
    """A box to tick with its sentence beside it."""

    def __init__(self, text: str, *, ticked: bool = False) -> None:
        self.box = QCheckBox(text)
        super().__init__(self.box)
        self.box.setChecked(ticked)
        self.box.clicked.connect(lambda _on: self.edited.emit())

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:  # noqa: FBT001 - the field's value
        """Tick it or not."""
        self.box.setChecked(value)

    def is_empty(self) -> bool:
        """Whether it is not ticked."""
        return not self.value()

    def text(self) -> str:
        """Return whether it is ticked, in a word."""
        return translate("Fields", "yes") if self.value() else translate("Fields", "no")

    def snapshot(self) -> bool:
        """Return whether it is ticked."""
        return self.value()

    def restore(self, contents: Any) -> None:
        """Tick it again if it was."""
        self.box.setChecked(contents is True)
