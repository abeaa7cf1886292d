"""The lines of a purchase: a line to scan or search in, and a grid of what is bought."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ecrm_desktop.drafts.purchases import LineDraft
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.products import ProductChoice, find_by_code
from ecrm_desktop.text.error_texts import explain
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.purchases.line_row import FIELDS, LineRow
from ecrm_desktop.ui.purchases.lines_note import LinesNote
from ecrm_desktop.ui.purchases.product_line import FREE, SCANNED, ProductLine, unknown_code
from ecrm_desktop.ui.purchases.scan_watch import ScanWatch
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.field import Field, join_texts
from ecrm_desktop.ui.widgets.hit_popup import Hit
from ecrm_desktop.ui.widgets.label import Label
from ecrm_desktop.ui.widgets.scroll_area import ScrollArea

_ROW: Final = 40
_ROWS_SHOWN: Final = 5
_WIDTHS: Final = (0, 84, 124, 104, 112, 28)  # of the columns; the title takes what is left
_NARROW: Final = (0, 62, 104, 84, 90, 28)
_NARROW_BELOW: Final = 640
_SUM: Final = 4
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class LinesEdit(QWidget):
    """Goods are added by scan, by name or as free text, and changed in the grid.

    A scanned product that is there already becomes one more, and the next scan can come at once; a
    chosen one takes the keyboard to its quantity. Enter goes through the cells and back to the
    line above; in that line, while it is empty, it emits `passed`. `edited` when anything changed;
    `product_wanted(code)` to have a new product made for an unknown barcode.
    """

    edited = Signal()
    passed = Signal()
    product_wanted = Signal(str)

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._display = ui.display
        self._rows: list[LineRow] = []
        self._background = ui.background
        self._scans = ScanWatch(self)
        self._scans.scanned.connect(self._look_up)
        self._said = LinesNote()
        self._said.product_wanted.connect(self.product_wanted)
        self.entry = ProductLine(ui.background, ui.display, self)
        self.entry.chosen.connect(self._take)
        self.entry.unknown.connect(self._say_unknown)
        self.entry.passed.connect(self._pass_on)
        self.entry.textEdited.connect(lambda _text: self._say(""))
        self.setFocusProxy(self.entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.entry)
        column.addWidget(self._grid_in_frame())
        column.addWidget(self._said)
        self._arrange()

    def rows(self) -> Sequence[LineRow]:
        """Return the lines as they stand in the grid."""
        return self._rows

    def value(self) -> tuple[LineDraft, ...]:
        """Return the lines; InvalidInput at `lines.<index>.<field>` if one is wrong."""
        drafts = []
        for at, row in enumerate(self._rows):
            try:
                drafts.append(row.value())
            except InvalidInput as error:
                raise error.at(f"lines.{at}.{error.field}") from None
        return tuple(drafts)

    def set_value(self, lines: Sequence[tuple[LineDraft, str]]) -> None:
        """Show stored lines, each with the unit of its product; not an edit."""
        self._show([LineRow.of_draft(draft, unit, self._display) for draft, unit in lines])

    def watch(self, line: QLineEdit) -> None:
        """Take barcodes that are scanned into a field outside the grid, too."""
        self._scans.watch(line)

    def take_product(self, choice: ProductChoice) -> None:
        """Add a product as if it had been scanned."""
        self._say("")
        self._add_product(choice)
        self.entry.clear()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def amounts(self) -> list[int | None]:
        """Return what each line costs; None for one that cannot be told."""
        return [row.amount() for row in self._rows]

    def snapshot(self) -> dict[str, Any]:
        """Return what was typed, finished or not, as JSON can hold it."""
        return {"entry": self.entry.text(), "rows": [row.snapshot() for row in self._rows]}

    def restore(self, contents: Any) -> None:
        """Show what `snapshot` returned, leaving out what does not fit."""
        if not isinstance(contents, dict) or not isinstance(contents.get("rows"), list):
            return
        rows = []
        for one in contents["rows"]:
            try:
                rows.append(LineRow.of_snapshot(one, self._display))
            except (ValueError, KeyError, TypeError, AttributeError):
                continue
        self._show(rows)
        self.entry.setText(str(contents.get("entry", "")))

    def check(self) -> bool:
        """Say what is wrong, if anything is, and take the keyboard there."""
        if self.entry.wanted:
            self._say(
                translate(
                    "PurchaseForm", "Press Enter to add “{text}”, or clear it.",
                    text=self.entry.wanted,
                )
            )  # fmt: skip
            self.entry.setFocus(Qt.FocusReason.TabFocusReason)
            return False
        if not self._rows:
            return not self.show_error(InvalidInput(Problem.LINES_MISSING, "lines"))
        try:
            self.value()
        except InvalidInput as error:
            return not self.show_error(error)
        self._say("")
        return True

    def show_error(self, error: EcrmError) -> bool:
        """Say an error of the lines at its place and go there; False if it is about none."""
        parts = (error.field or "").split(".")
        if parts[0] != "lines":
            return False
        at = int(parts[1]) if len(parts) > 1 else -1
        if not 0 <= at < len(self._rows):
            self._say(explain(error))
            self.entry.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        row = self._rows[at]
        name = parts[-1] if parts[-1] in FIELDS else "quantity"
        self._say(row.say_wrong(InvalidInput(error.problem, name, **error.details)))
        row.field(name).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def show_conflict(self, error: EcrmError, offer: str, take: Callable[[], None]) -> None:
        """Say what the lines are by now, and offer to take them."""

        def take_theirs() -> None:
            self._say("")
            take()

        self._say(explain(error))
        self._said.offer(offer, take_theirs)

    def text(self) -> str:
        """Return the lines as one text: how many of what, at which price."""
        return join_texts(
            f"{row.quantity.text()} × {row.shown_title()} ({row.unit_price.text()})"
            for row in self._rows
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use narrower columns in a small window."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move on with Enter, remove with Ctrl+Delete, check a cell that is left."""
        row = self._row_of(watched)
        if row is None or not isinstance(watched, QLineEdit):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self._leave(row)
        elif event.type() == QEvent.Type.FocusIn:
            self._reveal(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() in _ENTER and not control:
                self._go_on(row, watched)
                return True
            if event.key() == Qt.Key.Key_Delete and control:
                self._remove(row)
                return True
        return super().eventFilter(watched, event)

    def _grid_in_frame(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        column.setSpacing(2)
        self._head = QWidget()
        head = QGridLayout(self._head)
        self._titles: list[QWidget] = []
        titles = (
            translate("PurchaseForm", "Item"),
            translate("PurchaseForm", "Quantity"),
            translate("PurchaseForm", "Unit price"),
            translate("PurchaseForm", "Discount"),
            translate("PurchaseForm", "Sum ({unit})", unit=self._display.unit_name),
            "",
        )
        _set_up(head)
        for at, title in enumerate(titles):
            label = Label(title, "small")
            if at == _SUM:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)  # where numbers of lists stand
            self._titles.append(label)
            head.addWidget(label, 0, at)
        column.addWidget(self._head)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        _set_up(self._grid)
        self._area = ScrollArea(inside)
        column.addWidget(self._area)
        self._nothing = Label(
            translate("PurchaseForm", "Nothing yet: scan the first item, or type its name above."),
            "muted",
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(2 * _ROW)
        column.addWidget(self._nothing)
        return frame

    def _take(self, hit: Hit) -> None:
        self._say("")
        if hit.kind == FREE:
            row = LineRow(self._display, product_id=None, title=hit.title, unit="")
            self._add(row).quantity.setFocus(Qt.FocusReason.TabFocusReason)
        elif isinstance(hit.id, ProductChoice):
            row = self._add_product(hit.id)
            if hit.kind != SCANNED:
                row.quantity.setFocus(Qt.FocusReason.TabFocusReason)

    def _add_product(self, choice: ProductChoice) -> LineRow:
        row = next((one for one in self._rows if one.product_id == choice.id), None)
        if row is not None:
            row.add_one()
        else:
            row = self._add(LineRow.of_product(choice, self._display))
        self._reveal(row.quantity)
        return row

    def _add(self, row: LineRow) -> LineRow:
        self._connect(row)
        self._rows.append(row)
        self._arrange()
        self.edited.emit()
        return row

    def _show(self, rows: Sequence[LineRow]) -> None:
        for row in self._rows:
            self._drop(row)
        self._rows = list(rows)
        for row in self._rows:
            self._connect(row)
        self._arrange()

    def _connect(self, row: LineRow) -> None:
        row.setParent(self)
        row.edited.connect(lambda: self._on_edited(row))
        row.removed.connect(lambda: self._remove(row))
        for line in row.lines():
            line.installEventFilter(self)
            self._scans.watch(line)

    def _remove(self, row: LineRow) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rows.remove(row)
        self._drop(row)
        self._say("")
        self._arrange()
        self.edited.emit()

    def _drop(self, row: LineRow) -> None:
        for cell in row.cells():
            cell.hide()
            cell.deleteLater()
        row.deleteLater()

    def _arrange(self) -> None:
        """Put the cells of all lines into the grid, and the keyboard's way through them."""
        before: QWidget = self.entry
        for at, row in enumerate(self._rows):
            for column, cell in enumerate(row.cells()):
                self._grid.addWidget(cell, at, column)
                cell.show()
            for line in row.lines():
                QWidget.setTabOrder(before, line)
                before = line
        self._fit()
        self._head.setVisible(bool(self._rows))
        self._area.setVisible(bool(self._rows))
        self._nothing.setVisible(not self._rows)
        self._area.setFixedHeight(min(len(self._rows), _ROWS_SHOWN) * _ROW)
        # The titles stay above their columns when a scroll bar takes its share.
        bar = self._area.verticalScrollBar().sizeHint().width()
        bar = bar if len(self._rows) > _ROWS_SHOWN else 0
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._head.setContentsMargins(bar if rtl else 0, 0, 0 if rtl else bar, 0)

    def _fit(self) -> None:
        """Give the columns the widths that leave room for the titles."""
        widths = _WIDTHS if self.width() >= _NARROW_BELOW else _NARROW
        for cells in (self._titles, *(row.cells() for row in self._rows)):
            for cell, width in zip(cells, widths, strict=True):
                if width:
                    cell.setFixedWidth(width)

    def _on_edited(self, row: LineRow) -> None:
        row.say_wrong(None)
        self._say("")
        self.edited.emit()

    def _row_of(self, watched: QObject) -> LineRow | None:
        return next((row for row in self._rows if watched in row.lines()), None)

    def _go_on(self, row: LineRow, line: QLineEdit) -> None:
        lines = row.lines()
        at = lines.index(line)
        # A title comes from the line above and is read already.
        following: QWidget = lines[at + 1] if at + 1 < len(lines) else self.entry
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self, row: LineRow) -> None:
        for _name, field in row.fields():
            field.tidy()
        error: InvalidInput | None = None
        try:
            row.value()
        except InvalidInput as wrong:
            # Who only walks through is not scolded for what is still to come.
            unfinished = wrong.problem in {Problem.TEXT_EMPTY, Problem.NAME_MISSING}
            error = None if unfinished else wrong
        sentence = row.say_wrong(error)
        if sentence:
            self._say(sentence)

    def _look_up(self, line: QLineEdit, code: str, before: str) -> None:
        """Take what was scanned into a field for something else; it keeps what it held."""

        def take(choice: ProductChoice | None) -> None:
            if choice is None:
                enter = QKeyEvent(
                    QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
                )
                QApplication.sendEvent(line, enter)
                return
            field = line.parent()
            if isinstance(field, Field):
                field.restore(before)
                field.edited.emit()
            self.take_product(choice)

        self._background.read(lambda session: find_by_code(session, code), take, owner=line)

    def _pass_on(self) -> None:
        if self._rows:
            self.passed.emit()

    def _say_unknown(self, text: str) -> None:
        QApplication.beep()
        self._say(unknown_code(text, self._display))
        self._said.offer_product(text)

    def _say(self, sentence: str) -> None:
        self._said.say(sentence)
        self.entry.setAccessibleDescription(sentence)

    def _reveal(self, widget: QWidget) -> None:
        self._area.ensureWidgetVisible(widget, 0, theme.S)


def _set_up(grid: QGridLayout) -> None:
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.S)
    grid.setVerticalSpacing(theme.XS)
    grid.setColumnStretch(0, 1)
