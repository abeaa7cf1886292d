"""The tasks: overdue, today, later and done, one list to work through."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.queries.tasks import (
    TaskFilter,
    TaskGroup,
    TaskRow,
    list_tasks,
    task_counts,
    task_rows,
)
from ecrm_desktop.services.tasks import complete_task, delete_tasks, reopen_task
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui import theme
from ecrm_desktop.ui.deleting import ask_if_many, back_text, binned_text, delete_with_undo
from ecrm_desktop.ui.tasks.putting_off import Move, put_off
from ecrm_desktop.ui.tasks.task_list import TaskList, TaskSection
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.button import Button
from ecrm_desktop.ui.widgets.calendar_popup import CalendarPopup
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.ui.widgets.empty_state import EmptyState
from ecrm_desktop.ui.widgets.list_bar import ListBar
from ecrm_desktop.ui.widgets.list_card import ListCard, nothing_fits
from ecrm_desktop.ui.widgets.page import Page
from ecrm_desktop.values.statuses import RecordKind
from ecrm_desktop.values.text import isolate_words

_SHOWN: Final = {TaskGroup.DONE: 50}
_MOST_SHOWN: Final = 300
_NOBODY: Final = "nobody"


@dataclass(frozen=True, slots=True)
class _Answer:
    sections: list[TaskSection]
    users: list[UserRow]


class TasksPage(Page):
    """Space ticks a task, Enter opens it, Ctrl+D puts it off until tomorrow."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui.background)
        self._ui = ui
        self._bar = ListBar(translate("Tasks", "Tasks"), translate("Tasks", "Search the tasks"))
        self._whose = FilterChip(translate("Tasks", "For"))
        self._bar.add_chip(self._whose)
        self._calendar = CalendarPopup(ui.display, self)
        self._calendar.picked.connect(self._put_off_until)
        self._later = Button(translate("Tasks", "Put off"), icon="clock")
        self._later.setMenu(self._later_menu())
        self._bar.add_action(self._later)
        add = Button(translate("Tasks", "New task"), icon="plus", kind="primary")
        add.clicked.connect(lambda _checked: ui.navigator.new_task())
        self._bar.add_action(add)
        self.tasks = TaskList(ui.display)
        nothing = EmptyState(
            "list-checks",
            translate("Tasks", "Nothing to do yet"),
            translate("Tasks", "Whatever you promise a customer belongs here, with its day."),
            action=translate("Tasks", "New task"),
            on_action=ui.navigator.new_task,
        )
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._listed = ListCard(
            self._bar,
            self.tasks,
            nothing=nothing,
            nothing_found=nothing_fits(self._bar, translate("Tasks", "No task fits")),
            above=rule,
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        outer.addWidget(self._listed)
        self._bar.filtered.connect(self.refresh)
        self._bar.left.connect(self.tasks.setFocus)
        self.tasks.ticked.connect(self._tick)
        self.tasks.activated_id.connect(ui.navigator.open_task)
        self.tasks.delete_asked.connect(self._ask_delete)
        self.tasks.menu_asked.connect(self._offer)
        self.tasks.selectionModel().selectionChanged.connect(lambda *_: self._show_actions())
        tomorrow = QShortcut(QKeySequence("Ctrl+D"), self.tasks)
        tomorrow.setContext(Qt.ShortcutContext.WidgetShortcut)
        tomorrow.activated.connect(lambda: self._put_off(1))

    def refresh(self) -> None:
        """Read the tasks again."""
        filter_ = self._filter()
        self.background.read(
            lambda session: _read(session, filter_), self._show, owner=self, key="tasks"
        )

    def edit_current(self) -> None:
        """Open the current task (F4)."""
        task = self.tasks.current()
        if task is not None:
            self._ui.navigator.open_task(task.id)

    def menu_for(self, task: TaskRow) -> QMenu:
        """Return what can be done with a task."""
        menu, navigator = QMenu(self), self._ui.navigator
        done = task.done_at is not None
        tick = translate("Tasks", "Not done") if done else translate("Tasks", "Done")
        menu.addAction(theme.icon("check"), tick, partial(self._tick, task.id, not done))
        menu.addAction(
            theme.icon("pencil"), translate("Tasks", "Edit"), partial(navigator.open_task, task.id)
        )
        if not done:
            later = self._later_menu()
            later.setTitle(translate("Tasks", "Put off"))
            menu.addMenu(later)
        if task.customer_id is not None:
            menu.addAction(
                theme.icon("user"),
                translate("Tasks", "Open the customer"),
                partial(navigator.open_customer, task.customer_id),
            )
        opened: dict[RecordKind | None, Callable[[UUID], None]] = {
            RecordKind.INTERACTION: navigator.open_interaction,
            RecordKind.COMPLAINT: navigator.open_complaint,
        }
        open_record = opened.get(task.record_kind)
        if open_record is not None and task.record_id is not None:
            menu.addAction(
                theme.icon("file-text"),
                translate("Tasks", "Open what it is about"),
                partial(open_record, task.record_id),
            )
        menu.addSeparator()
        menu.addAction(
            theme.icon("trash-2"),
            translate("Tasks", "Delete"),
            lambda: self._delete([one.id for one in self.tasks.selected()]),
        )
        return menu

    def _filter(self) -> TaskFilter:
        whose = self._whose.value
        return TaskFilter(
            today=self._ui.today(),
            assignee_id=whose if isinstance(whose, UUID) else None,
            unassigned=whose == _NOBODY,
            text=self._bar.searched,
        )

    def _show(self, answer: _Answer) -> None:
        me = self._ui.user.id
        names = [
            (one.id, translate("Tasks", "{name} (me)", name=one.name) if one.id == me else one.name)
            for one in answer.users
        ]
        self._whose.set_choices([*names, (_NOBODY, translate("Tasks", "Nobody"))])
        self.tasks.show_sections(answer.sections, datetime.now(self._ui.display.timezone))
        waiting = sum(
            one.total
            for one in answer.sections
            if one.group in {TaskGroup.OVERDUE, TaskGroup.TODAY}
        )
        number = self._ui.display.number
        self._bar.show_count(
            translate("Tasks", "{count} for today", count=number(waiting)) if waiting else ""
        )
        self._listed.show_count(sum(one.total for one in answer.sections))
        self._show_actions()

    def _show_actions(self) -> None:
        self._later.setEnabled(bool(self._open_selected()))

    def _open_selected(self) -> list[TaskRow]:
        return [task for task in self.tasks.selected() if task.done_at is None]

    def _tick(self, task_id: UUID, done: bool) -> None:  # noqa: FBT001 - a signal's argument
        if not done:
            self.background.write(
                lambda session: reopen_task(session, task_id), self._show_reopened, owner=self
            )
            return
        task = next((one for one in self.tasks.selected() if one.id == task_id), None)
        title = isolate_words(task.title) if task is not None else ""
        today, calendar = self._ui.today(), self._ui.display.calendar
        me = self._ui.user.id

        def on_done(following: UUID | None) -> None:
            text = (
                translate("Tasks", "“{title}” is done.", title=title)
                if following is None
                else translate("Tasks", "“{title}” is done; the next one is noted.", title=title)
            )
            self._ui.messenger.offer_undo(text, partial(self._tick, task_id, False))

        self.background.write(
            lambda session: complete_task(
                session, task_id, today=today, user_id=me, calendar=calendar
            ),
            on_done,
            owner=self,
        )

    def _show_reopened(self, deletion: UUID | None) -> None:
        if deletion is not None:
            self._ui.messenger.inform(
                translate(
                    "Tasks",
                    "The task is open again. Its next one, which somebody had changed, is in the"
                    " bin.",
                )
            )

    def _put_off(self, days: int) -> None:
        self._put_off_until(self._ui.today() + timedelta(days=days))

    def _ask_for_day(self) -> None:
        task = self.tasks.current()
        if task is not None:
            self._calendar.open_below(self._later, task.due_on, self._ui.today())

    def _put_off_until(self, due: date) -> None:
        moves = [Move(one.id, one.title, one.due_on, due) for one in self._open_selected()]
        if moves:
            put_off(self._ui, moves, owner=self)

    def _ask_delete(self, task_ids: Sequence[UUID]) -> None:
        fits, delete = self.tasks.rows_in_view(), partial(self._delete, task_ids)
        ask_if_many(self._ui, len(task_ids), fits=fits, then=delete)

    def _delete(self, task_ids: Sequence[UUID]) -> None:
        count = len(task_ids)
        titles = [one.title for one in self.tasks.selected() if [one.id] == list(task_ids)]
        name = translate("Tasks", "“{title}”", title=isolate_words(titles[0])) if titles else ""
        text = (
            translate("Tasks", "The task is in the bin.")
            if count == 1
            else translate(
                "Tasks", "{count} tasks are in the bin.", count=self._ui.display.number(count)
            )
        )
        delete_with_undo(
            self._ui,
            lambda session: delete_tasks(session, task_ids),
            binned_text(name) if name else text,
            owner=self,
            back=back_text(self._ui, name, count),
            on_undone=partial(self.tasks.select_when_shown, task_ids),
        )

    def _later_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, days, keys in (
            (translate("Tasks", "Until tomorrow"), 1, "Ctrl+D"),
            (translate("Tasks", "For two days"), 2, ""),
            (translate("Tasks", "For a week"), 7, ""),
        ):
            action = menu.addAction(f"{text}\t{keys}" if keys else text)
            action.triggered.connect(partial(self._put_off, days))
        menu.addAction(translate("Tasks", "Until another day…"), self._ask_for_day)
        return menu

    def _offer(self, place: QPoint) -> None:
        task = self.tasks.current()
        if task is not None:
            self.menu_for(task).exec(place)


def _read(session: Session, filter_: TaskFilter) -> _Answer:
    counts = task_counts(session, filter_)
    totals = {
        TaskGroup.OVERDUE: counts.overdue,
        TaskGroup.TODAY: counts.today,
        TaskGroup.LATER: counts.later,
        TaskGroup.DONE: counts.done,
    }
    sections = []
    for group, total in totals.items():
        ids = list_tasks(session, replace(filter_, group=group))[: _SHOWN.get(group, _MOST_SHOWN)]
        sections.append(TaskSection(group=group, tasks=task_rows(session, ids), total=total))
    return _Answer(sections, users(session))
