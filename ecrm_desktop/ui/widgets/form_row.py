"""One row of a form, the title of a section and the button that opens one."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.field import Field
from ecrm_desktop.ui.widgets.label import Label


class FormRow(QWidget):
    """A label, one or more fields side by side, and a line below them."""

    def __init__(
        self,
        label: str,
        fields: Sequence[tuple[Field[Any], int]],
        *,
        label_width: int,
        hint: str = "",
    ) -> None:
        super().__init__()
        self.fields = [field for field, _stretch in fields]
        self._hint = hint
        self._wrong: dict[int, str] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        self.label = Label(label, "muted", wrap=True)
        self.label.setFixedWidth(label_width)
        self.label.setBuddy(self.fields[0])
        grid.addWidget(self.label, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(theme.S)
        for field, stretch in fields:
            line.addWidget(field, stretch)
            field.hinted.connect(self._refresh)
        grid.addLayout(line, 0, 1)
        self.caption = Label("", "small", wrap=True)
        grid.addWidget(self.caption, 1, 1)
        self._grid = grid
        self._offered: Button | None = None
        self._refresh()

    def say_wrong(self, field: Field[Any], sentence: str) -> None:
        """Show what is wrong with one of the row's fields; "" when nothing is."""
        self._wrong[self.fields.index(field)] = sentence
        field.set_wrong(sentence)
        if self._offered is not None:
            self._offered.hide()
            self._offered.deleteLater()
            self._offered = None
        self._refresh()

    def offer(self, text: str, action: Callable[[], None]) -> None:
        """Put a button below what is wrong, until that is said anew."""
        self._offered = Button(text, kind="quiet")
        self._offered.clicked.connect(lambda _checked: action())
        self._grid.addWidget(self._offered, 2, 1, Qt.AlignmentFlag.AlignLeading)
        # A layout shows it only later, when the sentence has been there for a moment.
        self._offered.show()

    @property
    def offers(self) -> bool:
        """Whether something is offered below what is wrong."""
        return self._offered is not None

    def is_wrong(self, field: Field[Any]) -> bool:
        """Whether a sentence is shown about the field."""
        return bool(self._wrong.get(self.fields.index(field)))

    def _refresh(self, _hint: str = "") -> None:
        wrong = [self._wrong[at] for at in sorted(self._wrong) if self._wrong[at]]
        hints = [hint for hint in (*(one.hint() for one in self.fields), self._hint) if hint]
        text = wrong[0] if wrong else " · ".join(hints)
        self.caption.set_role("error" if wrong else "small")
        self.caption.setText(text)
        self.caption.setVisible(bool(text))


class SectionTitle(Label):
    """The heading over a group of rows."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "heading")
        self.setContentsMargins(0, theme.S, 0, 0)


class MoreButton(QPushButton):
    """Opens and closes the rows below it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("kind", "more")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._turn)
        self._turn(opened=False)

    def _turn(self, opened: bool) -> None:  # noqa: FBT001 - a slot
        self.setIcon(theme.icon("chevron-down" if opened else "chevron-right", "primary"))
