"""A text as a QR code, which the camera of any telephone reads."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ecrm_desktop.ui import theme

_QUIET = 4
"""Modules of white around a code, without which it is not found."""


class QrCode(QWidget):
    """Dark on white in every theme, since most cameras know no other; `side` is its least width.

    Small letters and capitals must mean the same in the text: it is coded in capitals, which take
    little more than half the room.
    """

    def __init__(self, text: str, name: str, *, side: int = 260) -> None:
        super().__init__()
        import segno  # noqa: PLC0415 - only where one is shown

        matrix = segno.make(text.upper(), error="l", boost_error=False, micro=False).matrix
        modules = len(matrix) + 2 * _QUIET
        # Whole pixels for each module, or lines of grey come in between.
        self._image = QImage(modules, modules, QImage.Format.Format_RGB32)
        self._image.fill(theme.LIGHT.card)
        for y, row in enumerate(matrix):
            for x, module in enumerate(row):
                if module:
                    self._image.setPixelColor(x + _QUIET, y + _QUIET, theme.LIGHT.ink)
        self._side = side
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def image(self) -> QImage:
        """The code, one pixel for each module, with the white around it."""
        return self._image

    def sizeHint(self) -> QSize:
        """Return the least whole multiple of its modules that is as wide as it should be."""
        modules = self._image.width()
        side = modules * -(-self._side // modules)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, with equal modules on every screen."""
        ratio = self.devicePixelRatioF()
        modules = self._image.width()
        each = max(int(self.width() * ratio) // modules, 1)
        drawn = self._image.scaled(
            modules * each,
            modules * each,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.FastTransformation,
        )
        drawn.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        left = (self.width() - modules * each / ratio) / 2
        painter.drawImage(round(left), round(left), drawn)
        painter.end()
