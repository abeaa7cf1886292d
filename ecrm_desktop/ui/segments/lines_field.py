"""Several fields that hold one value together, in lines below each other."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.field import Field
from ecrm_desktop.ui.widgets.joined_field import JoinedField

T = TypeVar("T")


class LinesField(JoinedField[T]):
    """As `JoinedField`, with a mapping of parts for each line.

    `fit` shows the parts that what was chosen needs; it is called whenever that may be another.
    """

    def __init__(self, lines: Sequence[Mapping[str, tuple[Field[Any], int]]], *, main: str) -> None:
        super().__init__({name: one for line in lines for name, one in line.items()}, main=main)
        column = QVBoxLayout()
        column.setSpacing(theme.XS)
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(theme.S)
            for field, share in line.values():
                row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
                field.edited.connect(self.fit)
            column.addLayout(row)
        self._row.addLayout(column, 1)

    def fit(self) -> None:
        """Show the parts that are needed."""

    def is_empty(self) -> bool:
        """Whether nothing is in it: never, for it always says something."""
        return False

    def restore(self, contents: Any) -> None:
        """Show what was chosen and typed."""
        super().restore(contents)
        self.fit()
