"""A recovery phrase or code on the screen, and its ways onto paper."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.i18n import translate
from ecrm_desktop.reports.layout import Report
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.export_requests import FileKind, SheetExport
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.values.recovery_phrase import to_phrase


class PhraseView(QWidget):
    """The groups with their numbers, and below the buttons that put them on paper.

    `build` makes the sheet called `title`, when somebody asks for it.
    """

    def __init__(
        self, ui: UiContext, groups: Sequence[str], title: str, build: Callable[[], Report]
    ) -> None:
        super().__init__()
        self._ui = ui
        self._title = title
        self._build = build
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        grid = QGridLayout()
        grid.setSpacing(theme.S)
        in_row = math.isqrt(len(groups))
        for place, group in enumerate(groups):
            grid.addWidget(self._group(place + 1, group), place // in_row, place % in_row)
        column.addLayout(grid)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        for text, icon, kind in (
            (translate("Phrase", "Print the sheet…"), "printer", None),
            (translate("Phrase", "Save it as PDF…"), "file-text", FileKind.PDF),
        ):
            button = Button(text, icon=icon)
            button.clicked.connect(lambda _checked, kind=kind: self._export(kind))
            buttons.addWidget(button)
        buttons.addStretch()
        column.addLayout(buttons)

    def _group(self, number: int, group: str) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        row.addWidget(Label(self._ui.display.number(number), "muted"))
        digits = Label(self._ui.display.digits(group), "figure")
        digits.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(digits, 1)
        return frame

    def _export(self, kind: FileKind | None) -> None:
        self._ui.navigator.export(
            SheetExport(title=self._title, build=lambda _session: self._build(), kind=kind)
        )


def phrase_view(ui: UiContext, secret: bytes) -> PhraseView:
    """Return the recovery phrase of an encrypted shop."""

    def build() -> Report:
        from ecrm_desktop.reports.recovery import recovery_report  # noqa: PLC0415 - only if asked

        return recovery_report(secret, ui.display, shop_name=ui.shop.name)

    return PhraseView(ui, to_phrase(secret), translate("Recovery", "Recovery phrase"), build)
