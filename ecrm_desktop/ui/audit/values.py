"""What became of one record and its parts: each field with its value before and after."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ecrm_desktop.fields.records import RECORDS
from ecrm_desktop.i18n import translate
from ecrm_desktop.models.changes import ChangeKind
from ecrm_desktop.queries.change_detail import ChangedPart, ChangedRecord
from ecrm_desktop.reports.change_texts import name_text, part_kind_text, part_lines
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.audit.columns import CHANGE_BADGES
from ecrm_desktop.ui.widgets.badge import Badge
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea
from ecrm_desktop.values.display import Display

_PARTS_SHOWN = 60
_TITLE_WIDTH = 112


class ChangedValues(ScrollArea):
    """Shows one record of an entry."""

    def __init__(self, display: Display) -> None:
        super().__init__(name=translate("Audit", "Values before and after"))
        self._display = display

    def show_record(self, record: ChangedRecord | None) -> None:
        """Show another record, or nothing."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        if record is not None:
            parts = [one for one in record.parts if self._says_something(one)]
            for part in parts[:_PARTS_SHOWN]:
                column.addWidget(self._part(part, is_whole=part.name.id == record.id))
            if len(parts) > _PARTS_SHOWN:
                more = self._display.number(len(parts) - _PARTS_SHOWN)
                column.addWidget(
                    Label(translate("Audit", "and {count} more parts", count=more), "muted")
                )
            if not parts:
                nothing = translate("Audit", "Nothing that people fill in was changed.")
                column.addWidget(Label(nothing, "muted", wrap=True))
        column.addStretch()
        self.show_contents(inside)

    def _says_something(self, part: ChangedPart) -> bool:
        return bool(part.is_emptied or part_lines(part, self._display))

    def _part(self, part: ChangedPart, *, is_whole: bool) -> QWidget:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        if not is_whole:
            column.addLayout(self._head(part))
        lines = part_lines(part, self._display)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(theme.XS)
        is_update = part.kind is ChangeKind.UPDATE
        if lines:
            heads = (
                ["", translate("Audit", "Before"), translate("Audit", "After")] if is_update else []
            )
            for at, text in enumerate(heads):
                grid.addWidget(Label(text, "small"), 0, at)
        for row, (title, before, after) in enumerate(lines, 1):
            name = Label(title, "muted", wrap=True)
            name.setFixedWidth(_TITLE_WIDTH)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(name, row, 0, top)
            if is_update:
                grid.addWidget(Label(before or "—", wrap=True, selectable=True), row, 1, top)
                grid.addWidget(Label(after or "—", wrap=True, selectable=True), row, 2, top)
            else:
                value = Label(after or before, wrap=True, selectable=True)
                grid.addWidget(value, row, 1, 1, 2, top)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        if part.is_emptied:
            gone = translate("Audit", "The values were removed with a customer who was forgotten.")
            column.addWidget(Label(gone, "muted", wrap=True))
        return shown

    def _head(self, part: ChangedPart) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(Label(RECORDS[part.name.table].title, "heading"))
        name = name_text(part.name, self._display)
        if name and part.kind is ChangeKind.UPDATE:
            head.addWidget(Label(name, "muted", wrap=True), 1)
        else:
            head.addStretch(1)
        head.addWidget(Badge(part_kind_text(part.kind), CHANGE_BADGES[part.kind]))
        return head
