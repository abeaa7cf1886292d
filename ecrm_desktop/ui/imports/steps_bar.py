"""Where in a story of several steps one is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.values.display import Display

WIDTH = 1140
_CIRCLE = 22
_GAP = 8
_LINE = 28
_HEIGHT = 30


class StepsBar(QWidget):
    """Numbered names in a row: done ones ticked, the present one coloured."""

    def __init__(self, display: Display, names: Sequence[str]) -> None:
        super().__init__()
        self._display = display
        self._names = list(names)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """Mark a step, counted from 0, as the present one."""
        self._current = number
        self.setAccessibleName(
            translate(
                "ImportWizard",
                "Step {number} of {count}: {name}",
                number=self._display.number(number + 1),
                count=self._display.number(len(self._names)),
                name=self._names[number],
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room all names need."""
        metrics = QFontMetrics(theme.font(bold=True))
        names = sum(metrics.horizontalAdvance(name) for name in self._names)
        count = len(self._names)
        return QSize(
            names + count * (_CIRCLE + _GAP) + (count - 1) * (_LINE + 2 * _GAP) + 2, _HEIGHT
        )

    def minimumSizeHint(self) -> QSize:
        """Return the room of the numbers and one name: the other names give way."""
        return QSize(300, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it from where reading begins."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        narrow = self.width() < self.sizeHint().width()
        at = 0
        for number, name in enumerate(self._names):
            if number:
                line = self._box(at + _GAP, _LINE)
                painter.fillRect(
                    line.x(), line.center().y(), line.width(), 1, theme.color("outline")
                )
                at += _LINE + 2 * _GAP
            self._paint_circle(painter, self._box(at, _CIRCLE), number)
            at += _CIRCLE + _GAP
            present = number == self._current
            if narrow and not present:
                continue
            font = theme.font(bold=present)
            painter.setFont(font)
            painter.setPen(theme.color("ink" if present else "muted"))
            width = QFontMetrics(theme.font(bold=True)).horizontalAdvance(name)
            painter.drawText(self._box(at, width), Qt.AlignmentFlag.AlignCenter, name)
            at += width
        painter.end()

    def _paint_circle(self, painter: QPainter, box: QRect, number: int) -> None:
        box = QRect(box.x(), (self.height() - _CIRCLE) // 2, _CIRCLE, _CIRCLE)
        present, done = number == self._current, number < self._current
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            theme.color("fill" if present else "primary_soft" if done else "grey_soft")
        )
        painter.drawEllipse(box)
        if done:
            theme.paint_icon(painter, box.adjusted(4, 4, -4, -4), "check", "primary")
            return
        painter.setFont(theme.font(theme.SMALL, bold=True))
        painter.setPen(theme.color("on_fill" if present else "grey"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._display.number(number + 1))

    def _box(self, start: int, width: int) -> QRect:
        box = QRect(start, 0, width, self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(self.width() - start - width)
        return box


class StepsBody(QWidget):
    """The bar of steps with the present step below it."""

    def __init__(self, bar: StepsBar, steps: Sequence[QWidget]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(bar)
        place = _Place()
        self.stack = QStackedLayout(place)
        for step in steps:
            self.stack.addWidget(step)
        column.addWidget(place, 1)

    def sizeHint(self) -> QSize:
        """Ask for all the room there is, so that the sheet does not jump from step to step."""
        return QSize(WIDTH, 2000)


class _Place(QWidget):
    """Takes the height that is left; the steps' wrapping texts would ask for more of it."""

    def hasHeightForWidth(self) -> bool:
        return False
