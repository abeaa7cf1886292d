"""Tasks under headings, each with a box to tick."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.tasks import TaskGroup, TaskRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.widgets.badge import BadgeKind, badge_width, paint_badge
from ecrm_desktop.ui.widgets.due import due_kind, due_text
from ecrm_desktop.ui.widgets.elided import elided
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.rects import cut_end, cut_start, end_of
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import TaskRepeat

_HEADING, _TASK = 40, 44
_BOX, _MARGIN = 18, 12
_AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSection:
    """One group of the list: its first tasks, and how many it has in all."""

    group: TaskGroup
    tasks: Sequence[TaskRow]
    total: int


def group_title(group: TaskGroup) -> str:
    """Return what a group is called."""
    return {
        TaskGroup.OVERDUE: translate("Tasks", "Overdue"),
        TaskGroup.TODAY: translate("Tasks", "Today"),
        TaskGroup.LATER: translate("Tasks", "Later"),
        TaskGroup.DONE: translate("Tasks", "Done"),
    }[group]


class _Model(QAbstractListModel):
    def __init__(self, display: Display) -> None:
        super().__init__()
        self.display = display
        self.now = datetime.now(display.timezone)
        self.entries: list[TaskSection | TaskRow] = []

    @property
    def today(self) -> date:
        return self.now.date()

    def show_sections(self, sections: Sequence[TaskSection], now: datetime) -> None:
        self.beginResetModel()
        self.now = now
        self.entries = []
        for section in sections:
            if section.total:
                self.entries += [section, *section.tasks]
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def task(self, row: int) -> TaskRow | None:
        entry = self.entries[row] if 0 <= row < len(self.entries) else None
        return entry if isinstance(entry, TaskRow) else None

    def when(self, task: TaskRow) -> str:
        """Return by when, or since when it is done."""
        if task.done_at is not None:
            return self.display.day(task.done_at, today=self.today)
        due = due_text(task.due_on, self.today, self.display)
        if task.due_time is None:
            return due
        clock = self.display.time(task.due_time)
        return translate("Tasks", "{due}, {clock}", due=due, clock=clock)

    def when_kind(self, task: TaskRow) -> BadgeKind:
        if task.done_at is not None:
            return BadgeKind.PRIMARY
        is_past = task.due_on == self.today and (task.due_time or self.now.time()) < self.now.time()
        return BadgeKind.RED if is_past else due_kind(task.due_on, self.today)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, TaskRow):
            return entry.note or None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if isinstance(entry, TaskSection):
            return f"{group_title(entry.group)} {self.display.number(entry.total)}"
        parts = (entry.title, entry.customer_name, entry.assignee_name, self.when(entry))
        return " · ".join(part for part in parts if part)

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        if isinstance(self.entries[index.row()], TaskSection):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        model = index.model()
        if not isinstance(model, _Model):
            return
        entry = model.entries[index.row()]
        rect: QRect = option.rect
        painter.save()
        if isinstance(entry, TaskSection):
            _paint_heading(painter, rect, entry, model.display)
        else:
            _paint_ground(painter, rect, option.state)
            _paint_task(painter, rect.adjusted(_MARGIN, 0, -_MARGIN, -1), entry, model)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        model = index.model()
        is_heading = isinstance(model, _Model) and model.task(index.row()) is None
        return QSize(200, _HEADING if is_heading else _TASK)


def _paint_heading(painter: QPainter, rect: QRect, section: TaskSection, display: Display) -> None:
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    inner = rect.adjusted(_MARGIN, 8, -_MARGIN, 0)
    font = theme.font(bold=True)
    painter.setFont(font)
    painter.setPen(theme.color("ink"))
    title = group_title(section.group)
    painter.drawText(inner, _side(start=True, rtl=rtl), title)
    used = QFontMetrics(font).horizontalAdvance(title) + 8
    kind = {
        TaskGroup.OVERDUE: BadgeKind.RED,
        TaskGroup.TODAY: BadgeKind.AMBER,
        TaskGroup.DONE: BadgeKind.PRIMARY,
    }.get(section.group, BadgeKind.GREY)
    paint_badge(painter, cut_start(inner, used, rtl=rtl), display.number(section.total), kind)


def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.color("primary_soft"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.color("hover"))
    painter.setPen(theme.color("line"))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _paint_task(painter: QPainter, rect: QRect, task: TaskRow, model: _Model) -> None:
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    done = task.done_at is not None
    _paint_box(painter, box_rect(rect, rtl=rtl), done=done)
    free = cut_start(rect, _BOX + 10, rtl=rtl)

    when = model.when(task)
    place = end_of(free, max(badge_width(when), 120), rtl=rtl)
    paint_badge(painter, place, when, model.when_kind(task))
    free = cut_end(free, place.width() + _MARGIN, rtl=rtl)

    assignee = end_of(free, free.width() // 7, rtl=rtl)
    painter.setFont(theme.font(12))
    painter.setPen(theme.color("muted"))
    _paint_elided(painter, assignee, task.assignee_name, rtl=rtl)
    free = cut_end(free, assignee.width() + _MARGIN, rtl=rtl)

    who = end_of(free, free.width() // 3, rtl=rtl)
    painter.setFont(theme.font())
    painter.setPen(theme.color("muted" if done else "ink"))
    phone = model.display.phone(task.phone)
    _paint_elided(painter, who, dotted((task.customer_name, phone)), rtl=rtl)
    free = cut_end(free, who.width() + _MARGIN, rtl=rtl)

    font = theme.font(medium=not done)
    font.setStrikeOut(done)
    painter.setFont(font)
    painter.setPen(theme.color("muted" if done else "ink"))
    used = _paint_elided(painter, free, task.title, rtl=rtl)
    repeat = "" if task.repeat == TaskRepeat.NONE else label(task.repeat)
    aside = dotted((repeat, task.note.partition("\n")[0]))
    painter.setFont(theme.font(12))
    painter.setPen(theme.color("muted"))
    _paint_elided(painter, cut_start(free, used + 10, rtl=rtl), aside, rtl=rtl)


def box_rect(rect: QRect, *, rtl: bool) -> QRect:
    """Return where the box of a task is drawn within its line."""
    box = QRect(rect.x(), rect.center().y() - _BOX // 2 + 1, _BOX, _BOX)
    if rtl:
        box.moveRight(rect.right())
    return box


def _paint_box(painter: QPainter, box: QRect, *, done: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("fill" if done else "muted"), 1.4))
    painter.setBrush(theme.color("fill" if done else "card"))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    if done:
        theme.paint_icon(painter, box.adjusted(4, 4, -4, -4), "check", "on_fill")
    painter.restore()


def _paint_elided(painter: QPainter, rect: QRect, text: str, *, rtl: bool) -> int:
    if not text or rect.width() <= 0:
        return 0
    metrics = painter.fontMetrics()
    shown = elided(metrics, text, rect.width())
    painter.drawText(rect, _side(start=True, rtl=rtl), shown)
    return metrics.horizontalAdvance(shown)


def _side(*, start: bool, rtl: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if start == rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class TaskList(QListView):
    """The list.

    `ticked(UUID, bool)` when a box is clicked or Space is pressed, `activated_id(UUID)` for Enter
    or a double click, `delete_asked(list[UUID])`, `menu_asked(QPoint)`.
    """

    ticked = Signal(object, bool)
    activated_id = Signal(object)
    delete_asked = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, display: Display) -> None:
        super().__init__()
        self._model = _Model(display)
        self._wanted: Sequence[UUID] = ()
        self.setAccessibleName(translate("Tasks", "Tasks"))
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_sections(self, sections: Sequence[TaskSection], now: datetime) -> None:
        """Show other tasks; the current one stays current, or else the one in its place."""
        current, row = self.current(), self.currentIndex().row()
        at = self.verticalScrollBar().value()
        self._model.show_sections(sections, now)
        rows = [n for n in range(self._model.rowCount()) if self._model.task(n) is not None]
        same = [n for n in rows if current is not None and self._id_at(n) == current.id]
        # A task that was just done goes to the end: work goes on at the place it left.
        moved = same and abs(same[0] - row) > 1
        wanted = same if same and not moved else [n for n in rows if n >= row] or rows[-1:]
        if wanted:
            self.setCurrentIndex(self._model.index(wanted[0], 0))
        self.verticalScrollBar().setValue(at)
        wished, self._wanted = self._wanted, ()
        self._select([n for n in rows if self._id_at(n) in wished])

    def select_when_shown(self, ids: Sequence[UUID]) -> None:
        """Select these tasks when tasks are shown the next time."""
        self._wanted = ids

    def _select(self, rows: Sequence[int]) -> None:
        if not rows:
            return
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self._model.index(row, 0), self._model.index(row, 0))
        # Not by `setCurrentIndex`, which goes by the keys held down, such as Ctrl of Ctrl+Z.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._model.index(rows[0], 0), flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)

    def current(self) -> TaskRow | None:
        """Return the current task."""
        return self._model.task(self.currentIndex().row())

    def make_current(self, task_id: UUID) -> None:
        """Make a task current, if it is shown."""
        for row in range(self._model.rowCount()):
            if self._id_at(row) == task_id:
                self.setCurrentIndex(self._model.index(row, 0))
                return

    def selected(self) -> list[TaskRow]:
        """Return the selected tasks, from top to bottom."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [task for task in map(self._model.task, rows) if task is not None]

    def rows_in_view(self) -> int:
        """Return how many lines can be seen at once."""
        return max(1, self.viewport().height() // max(1, self.sizeHintForRow(0)))

    def _id_at(self, row: int) -> UUID | None:
        task = self._model.task(row)
        return None if task is None else task.id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter opens, Delete deletes."""
        task = self.current()
        if task is not None and event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.ticked.emit(task.id, task.done_at is None)
        elif task is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated_id.emit(task.id)
        elif event.key() == Qt.Key.Key_Delete and self.selected():
            self.delete_asked.emit([one.id for one in self.selected()])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the box that was clicked."""
        super().mouseReleaseEvent(event)
        task = self._in_box(event.position().toPoint())
        if task is not None and event.button() == Qt.MouseButton.LeftButton:
            self.ticked.emit(task.id, task.done_at is None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the task, unless the box was meant."""
        place = event.position().toPoint()
        task = self._model.task(self.indexAt(place).row())
        if task is not None and self._in_box(place) is None:
            self.activated_id.emit(task.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the task, by the mouse or the menu key."""
        if self.current() is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
            self.menu_asked.emit(self.viewport().mapToGlobal(place))
        elif self._model.task(self.indexAt(event.pos()).row()) is not None:
            self.menu_asked.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a hand over the boxes."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            over = self._in_box(event.position().toPoint()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        return super().viewportEvent(event)

    def _in_box(self, place: QPoint) -> TaskRow | None:
        index = self.indexAt(place)
        task = self._model.task(index.row())
        line = self.visualRect(index).adjusted(_MARGIN, 0, -_MARGIN, -1)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        reach = box_rect(line, rtl=rtl).adjusted(-8, -12, 8, 12)
        return task if reach.contains(place) else None
