"""Colours can be read, the style sheet is whole, and icons follow colours and direction."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui import theme
from ecrm_desktop.ui.theme import DARK, LIGHT, Palette, apply_theme, icon
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea

TEXT_ON = [
    *(
        (text, surface)
        for text in ("ink", "muted")
        for surface in ("background", "card", "side", "hover", "primary_soft", "grey_soft")
    ),
    *(
        (text, surface)
        for text in ("primary", "red", "amber", "blue", "grey")
        for surface in ("background", "card", "side", f"{text}_soft")
    ),
    ("on_fill", "fill"),
    ("on_fill", "fill_hover"),
    ("card", "ink"),  # tool tips
]


@pytest.fixture(autouse=True)
def restored(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, language="fa", scheme="light")


def luminance(value: str) -> float:
    color = QColor(value)
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (float(color.redF()), float(color.greenF()), float(color.blueF()))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "surface"), TEXT_ON)
def test_text_can_be_read(palette: Palette, text: str, surface: str) -> None:
    darker, lighter = sorted(
        (luminance(getattr(palette, text)), luminance(getattr(palette, surface)))
    )
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_theme_is_applied(qapp: QApplication, scheme: theme.Scheme, language: str) -> None:
    apply_theme(qapp, language=language, scheme=scheme)
    right_to_left = qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert right_to_left == (language == "fa")
    assert theme.tokens() is (DARK if scheme == "dark" else LIGHT)
    assert not re.search(r"@\w", qapp.styleSheet().split("*/", 1)[1])
    assert theme.tokens().card in qapp.styleSheet()
    assert QFontInfo(qapp.font()).family() == "Vazirmatn"
    assert QFontInfo(qapp.font()).pixelSize() == 13


def centre_of_mass(image: QImage) -> float:
    inked = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 128
    ]
    return sum(inked) / len(inked)


def test_icons_with_a_direction_turn_round_and_others_do_not(qapp: QApplication) -> None:
    def places() -> list[float]:
        return [
            centre_of_mass(icon(name).pixmap(QSize(24, 24), 1.0).toImage())
            for name in ("undo-2", "check", "list-checks")
        ]

    apply_theme(qapp, language="en", scheme="light")
    undo, check, tasks = places()
    apply_theme(qapp, language="fa", scheme="light")
    assert places() == [
        pytest.approx(23 - undo, abs=0.6),
        check,
        pytest.approx(23 - tasks, abs=0.6),
    ]


def test_an_icon_made_before_follows_the_colours(qapp: QApplication) -> None:
    made = icon("check", "ink")

    def ink() -> str:
        image = made.pixmap(QSize(48, 48), 1.0).toImage()
        colors = {
            image.pixelColor(x, y).name()
            for x in range(48)
            for y in range(48)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert len(colors) == 1
        return colors.pop().upper()

    apply_theme(qapp, language="fa", scheme="light")
    assert ink() == LIGHT.ink
    apply_theme(qapp, language="fa", scheme="dark")
    assert ink() == DARK.ink


def test_a_wrong_icon_name_fails_where_it_is_written() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
    with pytest.raises(ValueError, match="nocolor"):
        icon("check", "nocolor")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_what_scrolls_does_not_touch_its_bar(
    qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    theme.apply_theme(qapp, language=language, scheme="light")
    try:
        inside = QWidget()
        inside.setFixedHeight(900)
        window = QWidget()
        qtbot.addWidget(window)
        area = ScrollArea(inside)
        area.setParent(window)
        area.resize(200, 300)
        with qtbot.waitExposed(window):
            window.show()
        taken = area.width() - area.viewport().width()
        image = area.grab(QRect(0, 20, 200, 1)).toImage()
        paper = image.pixelColor(100, 0)
        columns = range(taken) if language == "fa" else range(199, 199 - taken, -1)
        free = [image.pixelColor(x, 0) == paper for x in columns]
    finally:
        theme.apply_theme(qapp, language="fa", scheme="light")
    assert not all(free)
    assert free[-4:] == [True] * 4
