"""How the program looks: colours, spacing, font, direction, style sheet and icons."""

import re
from dataclasses import asdict, dataclass, fields
from functools import cache, lru_cache
from typing import Literal

from PySide6.QtCore import (
    QByteArray,
    QDir,
    QLibraryInfo,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTranslator,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ecrm_desktop.i18n import RIGHT_TO_LEFT
from ecrm_desktop.locations import bundled

Scheme = Literal["system", "light", "dark"]

FAMILY = "Vazirmatn"
# Logical pixels; Qt scales them with the screen.
TEXT, SMALL, HEADING, TITLE, FIGURE = 13, 12, 14, 16, 20
XS, S, M, L = 4, 8, 12, 16
ROW_HEIGHT = 37
CONTROL_HEIGHT = 34
CARD_RADIUS, CONTROL_RADIUS = 10, 8
ICON = 18


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by use, as `#RRGGBB`; every text has a contrast of 4.5 on what it is put on."""

    background: str
    card: str
    side: str
    hover: str
    line: str
    outline: str
    ink: str
    muted: str
    primary: str
    primary_soft: str
    fill: str
    fill_hover: str
    on_fill: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    blue: str
    blue_soft: str
    grey: str
    grey_soft: str
    backdrop: str


LIGHT = Palette(
    background="#F5F6F8",
    card="#FFFFFF",
    side="#FAFBFD",
    hover="#F5F7F9",
    line="#E4E7EC",
    outline="#D5DAE1",
    ink="#1B2430",
    # The drawing's #6B7686 falls to 4.2 on the page's grey; this one keeps 4.5 everywhere.
    muted="#616C7B",
    primary="#0F766E",
    primary_soft="#E3F3F1",
    fill="#0F766E",
    fill_hover="#0B635C",
    on_fill="#FFFFFF",
    red="#B42318",
    red_soft="#FDE8E7",
    amber="#B54708",
    amber_soft="#FEF1E0",
    blue="#175CD3",
    blue_soft="#E3EDFD",
    grey="#475467",
    grey_soft="#F0F2F5",
    backdrop="#6E1B2430",
)
DARK = Palette(
    background="#10151C",
    card="#19202A",
    side="#151B24",
    hover="#212A36",
    line="#2F3947",
    outline="#3D4959",
    ink="#E8ECF2",
    muted="#9CA8B8",
    primary="#5CCFC2",
    primary_soft="#12393A",
    fill="#0F7A71",
    fill_hover="#0C857B",
    on_fill="#FFFFFF",
    red="#FF9A90",
    red_soft="#43211F",
    amber="#F7B25E",
    amber_soft="#3D2B14",
    blue="#8FB8FF",
    blue_soft="#1B2F50",
    grey="#B8C2CF",
    grey_soft="#28313D",
    backdrop="#A005080C",
)

# Mirrored from right to left, because their direction follows the reading.
_DIRECTIONAL = frozenset({"chevron-left", "chevron-right", "undo-2", "list-checks"})

_ROLES = frozenset(field.name for field in fields(Palette))

_tokens = LIGHT
_scheme: Scheme = "system"
_followed = False


def tokens() -> Palette:
    """Return the colours in use; ask when painting, since they change while the program runs."""
    return _tokens


def color(role: str) -> QColor:
    """Return one of the colours in use by its name in `Palette`."""
    return QColor(str(getattr(_tokens, role)))


def font(size: int = TEXT, *, bold: bool = False, medium: bool = False) -> QFont:
    """Return the program's font in logical pixels."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    if bold:
        made.setWeight(QFont.Weight.Bold)
    elif medium:
        made.setWeight(QFont.Weight.Medium)
    return made


def apply_theme(app: QApplication, *, language: str, scheme: Scheme) -> None:
    """Give the program its direction, font, colours and style sheet; may be called again.

    With `system` the colours follow the desktop, now and whenever it changes.
    """
    global _scheme, _followed  # noqa: PLW0603 - one program has one appearance
    _load_fonts()
    QDir.setSearchPaths("style", [str(bundled("resources", "style"))])
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft
        if language in RIGHT_TO_LEFT
        else Qt.LayoutDirection.LeftToRight
    )
    app.setFont(font())
    _translate_qt(app, language)
    hints = app.styleHints()
    if not _followed:
        app.setStyle("Fusion")
        hints.colorSchemeChanged.connect(lambda _scheme: _paint(app))
        _followed = True
    _scheme = scheme
    hints.setColorScheme(
        {
            "system": Qt.ColorScheme.Unknown,
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
        }[scheme]
    )
    _paint(app)


def _paint(app: QApplication) -> None:
    global _tokens  # noqa: PLW0603 - one program has one appearance
    dark = _scheme == "dark" or (
        _scheme == "system" and app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    )
    _tokens = DARK if dark else LIGHT
    app.setPalette(_qt_palette(_tokens))
    sheet = _style_sheet(_tokens, right_to_left=_is_right_to_left())
    if sheet != app.styleSheet():
        app.setStyleSheet(sheet)


@cache
def _load_fonts() -> None:
    for weight in ("Regular", "Medium", "Bold"):
        path = bundled("resources", "fonts", f"{FAMILY}-{weight}.ttf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


def _translate_qt(app: QApplication, language: str) -> None:
    # The menus of text fields and the print dialog are Qt's own.
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)


@lru_cache(maxsize=4)
def _style_sheet(palette: Palette, *, right_to_left: bool) -> str:
    words = {
        **asdict(palette),
        "start": "right" if right_to_left else "left",
        "end": "left" if right_to_left else "right",
        "family": FAMILY,
    }
    text = bundled("resources", "style", "style.qss").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)", lambda found: words[found[1]], text)


def _qt_palette(palette: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: palette.background,
        QPalette.ColorRole.WindowText: palette.ink,
        QPalette.ColorRole.Base: palette.card,
        QPalette.ColorRole.AlternateBase: palette.hover,
        QPalette.ColorRole.Text: palette.ink,
        QPalette.ColorRole.Button: palette.card,
        QPalette.ColorRole.ButtonText: palette.ink,
        QPalette.ColorRole.BrightText: palette.red,
        QPalette.ColorRole.ToolTipBase: palette.ink,
        QPalette.ColorRole.ToolTipText: palette.card,
        QPalette.ColorRole.PlaceholderText: palette.muted,
        QPalette.ColorRole.Highlight: palette.fill,
        QPalette.ColorRole.HighlightedText: palette.on_fill,
        QPalette.ColorRole.Link: palette.primary,
        QPalette.ColorRole.LinkVisited: palette.primary,
        QPalette.ColorRole.Accent: palette.fill,
    }
    made = QPalette()
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.muted))
    return made


def _is_right_to_left() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def icon(name: str, role: str = "ink") -> QIcon:
    """Return a Lucide icon from resources/icons in a colour of `Palette`.

    It is drawn when it is shown, so it follows the colours and the direction by itself.
    """
    return QIcon(_TintedSvg(name, role))


def paint_icon(painter: QPainter, rect: QRect, name: str, role: str = "ink") -> None:
    """Draw an icon in the middle of `rect`, as large as its shorter side."""
    side = min(rect.width(), rect.height())
    square = QRect(0, 0, side, side)
    square.moveCenter(rect.center())
    painter.save()
    if name in _DIRECTIONAL and _is_right_to_left():
        painter.translate(square.x() * 2 + side, 0)
        painter.scale(-1, 1)
    _renderer(name, color(role).name()).render(painter, QRectF(square))
    painter.restore()


@cache
def _source(name: str) -> str:
    return bundled("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, value: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", value).encode()))


class _TintedSvg(QIconEngine):
    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        _source(name)  # a wrong name fails here, not in a paint event
        if role not in _ROLES:
            raise ValueError(role)
        self._name = name
        self._role = role

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State, /
    ) -> None:
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(0.5)
        paint_icon(painter, rect, self._name, self._role)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, /) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self, /) -> QIconEngine:
        made = _TintedSvg(self._name, self._role)
        _clones.append(made)  # Qt owns it, yet PySide would delete it with the last reference
        return made


_clones: list[_TintedSvg] = []
