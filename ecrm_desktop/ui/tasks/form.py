"""The sheet in which a task is written down."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customers import CustomerRow, customer_row
from ecrm_desktop.queries.record_drafts import task_draft
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.queries.tasks import TaskRow, get_task
from ecrm_desktop.services.tasks import create_task, update_task
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.record_sheet import RecordSheet
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.customer_picker import CustomerPicker
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.ui.widgets.time_edit import TimeEdit
from ecrm_desktop.values.statuses import RecordKind, TaskRepeat

_WIDTH = 560


@dataclass(frozen=True, slots=True)
class _Start:
    stored: TaskDraft | None
    task: TaskRow | None
    customer: CustomerRow | None
    users: list[UserRow]


class TaskSheet(RecordSheet[TaskDraft]):
    """One task, new or known."""

    table = "tasks"

    def __init__(
        self,
        ui: UiContext,
        asker: QWidget,
        *,
        record_id: UUID | None,
        customer_id: UUID | None,
        about: tuple[RecordKind, UUID] | None,
    ) -> None:
        self._customer_id = customer_id
        self._about = about
        form = Form()
        self._title_edit = form.add(
            "title", translate("Tasks", "What to do"), TextEdit(), required=Problem.TEXT_EMPTY
        )
        self._due = JalaliEdit(ui.display, today=ui.today)
        self._time = TimeEdit(ui.display)
        form.add_beside(
            translate("Tasks", "Due"), {"due_on": (self._due, 3), "due_time": (self._time, 2)}
        )
        self._customer = form.add(
            "customer_id", translate("Tasks", "Customer"), CustomerPicker(ui.background, ui.display)
        )
        self._assignee: Choice[UUID | None] = form.add(
            "assignee_id",
            translate("Tasks", "For"),
            Choice([(None, translate("Tasks", "Nobody"))]),
        )
        self._repeat = form.add(
            "repeat",
            translate("Tasks", "Repeat"),
            Choice([(one, label(one)) for one in TaskRepeat]),
        )
        self._note = form.add("note", translate("Tasks", "Note"), MultilineEdit(lines=3))
        super().__init__(
            ui,
            asker,
            title=translate("Tasks", "Edit the task")
            if record_id is not None
            else translate("Tasks", "New task"),
            form=form,
            record_id=record_id,
            create=create_task,
            update=update_task,
            width=_WIDTH,
            autosave_key="tasks",
        )
        self.saved.connect(
            lambda _id: ui.messenger.inform(translate("Tasks", "The task is saved."))
        )
        self.load()

    def query(self) -> Callable[[Session], _Start]:
        """Read the task, or whose a new one is."""
        return partial(_read, record_id=self._record_id, customer_id=self._customer_id)

    def fill(self, start: _Start) -> TaskDraft | None:
        """Show the task, or what a new one begins with."""
        people = [(one.id, one.name) for one in start.users]
        self._assignee.set_options([*people, (None, translate("Tasks", "Nobody"))])
        task = start.task
        if task is None:
            self._customer.show_customer(start.customer)
            self._due.set_value(self._ui.today())
            self._assignee.set_value(self._ui.user.id)
        else:
            self._customer.show_known(start.customer, task.customer_id, task.customer_name)
            self._about = (
                (task.record_kind, task.record_id)
                if task.record_kind is not None and task.record_id is not None
                else None
            )
            self._title_edit.set_value(task.title)
            self._due.set_value(task.due_on)
            self._time.set_value(task.due_time)
            self._repeat.set_value(task.repeat)
            self._note.set_value(task.note)
            if task.assignee_id not in {one.id for one in start.users}:
                # Somebody who no longer works here keeps what was theirs until it is handed over.
                gone = (task.assignee_id, task.assignee_name or translate("Tasks", "Nobody"))
                self._assignee.set_options([*people, gone])
            self._assignee.set_value(task.assignee_id)
        return start.stored

    def draft(self) -> TaskDraft:
        """Return what the fields say; InvalidInput names the field that is wrong."""
        due_on = self._due.value()
        if due_on is None:
            raise InvalidInput(Problem.TEXT_EMPTY, "due_on")
        return TaskDraft(
            title=self._title_edit.value(),
            note=self._note.value(),
            assignee_id=self._assignee.value(),
            customer_id=self._customer.customer_id(),
            record_kind=self._about[0] if self._about else None,
            record_id=self._about[1] if self._about else None,
            due_on=due_on,
            due_time=self._time.value(),
            repeat=self._repeat.value(),
        )


def open_task_form(
    ui: UiContext,
    parent: QWidget,
    *,
    record_id: UUID | None = None,
    customer_id: UUID | None = None,
    about: tuple[RecordKind, UUID] | None = None,
) -> TaskSheet:
    """Open a task, or a new one of a customer and `about` one of their records.

    The sheet appears a moment later; `saved(UUID)` has the task's id.
    """
    return TaskSheet(ui, parent, record_id=record_id, customer_id=customer_id, about=about)


def _read(session: Session, record_id: UUID | None, customer_id: UUID | None) -> _Start:
    task = get_task(session, record_id) if record_id is not None else None
    whose = task.customer_id if task is not None else customer_id
    stored = task_draft(session, record_id) if record_id is not None else None
    return _Start(stored, task, customer_row(session, whose), users(session))
