"""Small sheets that do one thing to many customers at once, each of which can be undone."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_suggestions import customer_suggestions
from ecrm_desktop.services.customer_tags import tag_customers, untag_customers
from ecrm_desktop.services.segments import pin_customers, unpin_customers
from ecrm_desktop.services.tasks import create_tasks, delete_tasks
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.segments.texts import people_text
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import Action, FormSheet
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.text import isolate_words

MOST_TASKS = 500
"""Nobody does more; a group of that size is called by a campaign."""


def open_tag_sheet(ui: UiContext, asker: QWidget, ids: Sequence[UUID]) -> FormSheet:
    """Ask which tag customers get."""
    form = Form()
    tag = form.add("tag", translate("Bulk", "Tag"), TextEdit(), required=Problem.TEXT_EMPTY)
    ui.background.read(
        lambda session: customer_suggestions(session, "tag"), tag.suggest, owner=form
    )

    def action() -> Action:
        word = tag.value()
        return lambda session: (word, tag_customers(session, ids, word))

    def done(result: tuple[str, list[UUID]]) -> None:
        word, tagged = result
        count = people_text(len(tagged), ui.display)
        text = translate(
            "Bulk", "{people} got the tag “{tag}”.", people=count, tag=isolate_words(word)
        )
        _offer_undo(ui, text, lambda session: untag_customers(session, tagged, word))

    title = translate("Bulk", "Put a tag on {people}", people=people_text(len(ids), ui.display))
    return _opened(ui, asker, title, form, action, done)


def open_tasks_sheet(
    ui: UiContext, asker: QWidget, ids: Sequence[UUID], group: str
) -> FormSheet | None:
    """Ask what is to be done with each of some customers; None, and said, if they are too many."""
    if len(ids) > MOST_TASKS:
        ui.messenger.inform(
            translate(
                "Bulk",
                "{count} tasks are more than anybody does. Choose at most {limit} customers.",
                count=ui.display.number(len(ids)),
                limit=ui.display.number(MOST_TASKS),
            )
        )
        return None
    form = Form()
    what = form.add(
        "title", translate("Tasks", "What to do"), TextEdit(), required=Problem.TEXT_EMPTY
    )
    due = form.add(
        "due_on",
        translate("Tasks", "Due"),
        JalaliEdit(ui.display, today=ui.today),
        required=Problem.TEXT_EMPTY,
    )
    due.set_value(ui.today())
    me = ui.user.id

    def action() -> Action:
        day = due.value()
        if day is None:
            raise InvalidInput(Problem.TEXT_EMPTY, "due_on")
        draft = TaskDraft(title=what.value(), note=group, assignee_id=me, due_on=day)
        return lambda session: create_tasks(session, draft, ids)

    def done(made: list[UUID]) -> None:
        number = ui.display.number(len(made))
        text = translate("Bulk", "{count} tasks were made.", count=number)
        _offer_undo(ui, text, lambda session: delete_tasks(session, made))

    title = translate("Bulk", "A task for {people}", people=people_text(len(ids), ui.display))
    return _opened(ui, asker, title, form, action, done)


def open_pin_sheet(
    ui: UiContext, asker: QWidget, segment_id: UUID, ids: Sequence[UUID]
) -> FormSheet:
    """Ask why customers are left out of a group by hand."""
    form = Form()
    why = form.add("reason", translate("Bulk", "Why"), TextEdit())
    out = list(ids)

    def action() -> Action:
        reason = why.value()
        return lambda session: pin_customers(session, segment_id, out, is_in=False, reason=reason)

    def done(_nothing: None) -> None:
        count = people_text(len(out), ui.display)
        text = translate("Bulk", "{people} left out of the group.", people=count)
        _offer_undo(ui, text, lambda session: unpin_customers(session, segment_id, out))

    title = translate(
        "Bulk", "Leave {people} out of this group", people=people_text(len(ids), ui.display)
    )
    return _opened(ui, asker, title, form, action, done)


def _opened(
    ui: UiContext,
    asker: QWidget,
    title: str,
    form: Form,
    action: Callable[[], Action],
    done: Callable[[Any], None],
) -> FormSheet:
    sheet = FormSheet(asker, ui.messenger, ui.background, title=title, form=form, action=action)
    sheet.saved.connect(done)
    sheet.open()
    return sheet


def _offer_undo(ui: UiContext, text: str, undo: Callable[[Session], object]) -> None:
    ui.messenger.offer_undo(
        text,
        lambda: _undo(ui, undo),
        lasting=True,
    )


def _undo(ui: UiContext, undo: Callable[[Session], object]) -> None:
    said = translate("Bulk", "It was undone.")
    ui.background.write(undo, lambda _result: ui.messenger.inform(said), owner=ui.messenger)
