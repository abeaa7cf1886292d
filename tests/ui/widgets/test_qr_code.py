"""A text as a QR code."""

import segno
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.theme import apply_theme
from ecrm_desktop.ui.widgets.qr_code import QrCode

TEXT = f"ecrm1.{'abcdefgh234567' * 58}"


def test_it_is_dark_on_white_in_every_theme_with_white_around(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, language="fa", scheme="dark")
    code = QrCode(TEXT, "متن")
    qtbot.addWidget(code)
    shown = code.grab().toImage()
    apply_theme(qapp, language="fa", scheme="light")

    matrix = segno.make(TEXT.upper(), error="l", boost_error=False).matrix
    modules = len(matrix) + 8
    each = shown.width() // modules
    assert shown.width() == modules * each >= 260
    for y in range(modules):
        for x in range(modules):
            inside = 4 <= x < modules - 4 and 4 <= y < modules - 4
            is_dark = inside and bool(matrix[y - 4][x - 4])
            expected = theme.LIGHT.ink if is_dark else theme.LIGHT.card
            got = shown.pixelColor(x * each + each // 2, y * each + each // 2).name().upper()
            assert got == expected, (x, y)
