"""A group of a form's rows, in one or two columns, that may be closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.form_row import MoreButton

_TWO_COLUMNS_FROM = 620


class FormSection(QWidget):
    """Rows below each other; with a button it is closed until that is pressed."""

    def __init__(self, columns: int, button: MoreButton | None) -> None:
        super().__init__()
        self._most = columns
        self._columns = columns
        self._rows: list[tuple[QWidget, bool]] = []
        self._button = button
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(10)
        self._grid.setHorizontalSpacing(theme.L + theme.S)
        if button is not None:
            self.hide()
            button.toggled.connect(self.setVisible)

    def add(self, row: QWidget, *, wide: bool) -> None:
        """Put a row at the end; a `wide` one over all columns."""
        self._rows.append((row, wide))
        self._arrange()

    def open(self) -> None:
        """Show the rows if they are closed."""
        if self._button is not None:
            self._button.setChecked(True)

    def fit(self, width: int) -> None:
        """Use one column if `width` is too small for more."""
        columns = self._most if width >= _TWO_COLUMNS_FROM else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        for row, _wide in self._rows:
            self._grid.removeWidget(row)
        line, column = 0, 0
        for row, wide in self._rows:
            if wide and column:
                line, column = line + 1, 0
            across = self._columns if wide else 1
            self._grid.addWidget(row, line, column, 1, across, Qt.AlignmentFlag.AlignTop)
            column += self._columns if wide else 1
            if column >= self._columns:
                line, column = line + 1, 0
        for at in range(self._most):
            self._grid.setColumnStretch(at, 1 if at < self._columns else 0)
