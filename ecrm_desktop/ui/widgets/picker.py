"""Chooses a customer or a product by typing a part of it, or by a scanner."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from typing import Any
from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.elided import elided
from ecrm_desktop.ui.widgets.field import Field
from ecrm_desktop.ui.widgets.hit_line import HitLine
from ecrm_desktop.ui.widgets.hit_popup import Hit, Search

_HEIGHT = 36


class RecordPicker(Field[Hit | None]):
    """A record whose `Hit.id` is a UUID, or None; the chosen one stands there with a cross.

    `chosen(Hit)` and `cleared` when a person does so; `unknown(text)` when Enter is pressed and
    nothing was found: `nothing(text)` is the sentence that says what Enter does then.
    """

    chosen = Signal(object)
    cleared = Signal()
    unknown = Signal(str)

    def __init__(
        self,
        search: Search,
        *,
        placeholder: str = "",
        nothing: Callable[[str], str] | None = None,
    ) -> None:
        self.line = HitLine(search, nothing or _nothing)
        super().__init__(self.line)
        self._hit: Hit | None = None
        self._card = _ChosenCard()
        self._card.dropped.connect(self._drop)
        self._card.typed.connect(self._replace)
        self._row.addWidget(self._card, 1)
        self._card.hide()
        self.line.setPlaceholderText(placeholder)
        self.line.chosen.connect(self._take)
        self.line.unknown.connect(self.unknown)
        self.line.textEdited.connect(lambda _text: self.edited.emit())

    def value(self) -> Hit | None:
        """Return what was chosen; InvalidInput CHOICE_WRONG if something else is typed there."""
        if self._hit is None and self.line.wanted:
            raise InvalidInput(Problem.CHOICE_WRONG)
        return self._hit

    def set_value(self, value: Hit | None) -> None:
        """Show a record as chosen, or the empty line."""
        self._hit = value
        self.line.clear()
        shown, hidden = (self._card, self.line) if value else (self.line, self._card)
        focused = hidden.hasFocus()
        self.setFocusProxy(shown)
        shown.show()
        if focused:
            # Else hiding would send the focus on to the next field.
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        hidden.hide()
        if value:
            self._card.show_hit(value)

    def is_empty(self) -> bool:
        """Whether nothing is chosen and nothing typed."""
        return self._hit is None and not self.line.wanted

    def text(self) -> str:
        """Return what the chosen record is called."""
        return self._hit.title if self._hit is not None else ""

    def snapshot(self) -> dict[str, str]:
        """Return what was chosen or typed."""
        if self._hit is None:
            return {"typed": self.line.text()}
        return {**asdict(self._hit), "id": str(self._hit.id)}

    def restore(self, contents: Any) -> None:
        """Show again what was chosen or typed."""
        match contents:
            case {"typed": str(text)}:
                self.set_value(None)
                self.line.setText(text)
            case {"kind": str(), "id": str(), "title": str(), "text": str(), "icon": str()}:
                with suppress(ValueError):
                    self.set_value(Hit(**{**contents, "id": UUID(contents["id"])}))

    def set_name(self, name: str) -> None:
        """Tell screen readers what is chosen here."""
        super().set_name(name)
        self._card.name = name

    def _take(self, hit: Hit) -> None:
        self.set_value(hit)
        self.edited.emit()
        self.chosen.emit(hit)

    def _drop(self) -> None:
        self.set_value(None)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        self.cleared.emit()

    def _replace(self, text: str) -> None:
        self._drop()
        self.line.insert(text)
        self.line.textEdited.emit(text)


class _ChosenCard(QWidget):
    """The chosen record; Delete drops it, typing replaces it."""

    dropped = Signal()
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self._hit: Hit | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.XS, 0, theme.XS, 0)
        row.addStretch(1)
        self._cross = QToolButton()
        self._cross.setIcon(theme.icon("x", "muted"))
        self._cross.setIconSize(QSize(14, 14))
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setToolTip(translate("RecordPicker", "Choose another (Delete)"))
        self._cross.setAccessibleName(translate("RecordPicker", "Choose another"))
        self._cross.clicked.connect(self.dropped)
        row.addWidget(self._cross)

    def show_hit(self, hit: Hit) -> None:
        self._hit = hit
        self.setAccessibleName(f"{self.name} {hit.title} {hit.text}".strip())
        self.setToolTip(f"{hit.title}\n{hit.text}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._hit is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(theme.color("primary" if self.hasFocus() else "outline"), width))
        painter.setBrush(theme.color("primary_soft"))
        inset = width / 2
        radius = theme.CONTROL_RADIUS
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(inset, inset, -inset, -inset), radius, radius
        )
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        # Laid out from left to right and mirrored at the end.
        end = self.width() - self._cross.width() - theme.S
        self._paint_icon(painter, QRect(10, 0, theme.ICON, self.height()), rtl=rtl)
        at = 10 + theme.ICON + theme.S
        for font, role, text in (
            (theme.font(medium=True), "ink", self._hit.title),
            (theme.font(theme.SMALL), "muted", self._hit.text),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(role))
            shown = elided(painter.fontMetrics(), text, end - at)
            wide = painter.fontMetrics().horizontalAdvance(shown)
            place = _mirrored(QRect(at, 0, wide + 2, self.height()), self.width(), rtl=rtl)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
            at += wide + theme.M
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.dropped.emit()
        elif text.strip() and text.isprintable():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _paint_icon(self, painter: QPainter, place: QRect, *, rtl: bool) -> None:
        if self._hit is not None:
            mirrored = _mirrored(place, self.width(), rtl=rtl)
            theme.paint_icon(painter, mirrored, self._hit.icon, "primary")


def _mirrored(place: QRect, width: int, *, rtl: bool) -> QRect:
    if rtl:
        place.moveLeft(width - place.x() - place.width())
    return place


def _nothing(text: str) -> str:
    return translate("RecordPicker", "Nothing found for “{text}”.", text=text)
