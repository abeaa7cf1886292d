"""Putting tasks off, and asking about those that somebody else has moved meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.services.edits import Conflict, conflicts_in
from ecrm_desktop.services.tasks import postpone_task
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.text import isolate_words


@dataclass(frozen=True, slots=True)
class Move:
    """A task that goes from the day it was shown on to another one."""

    task_id: UUID
    title: str
    shown: date
    to: date


_Refused = list[tuple[Move, Conflict]]


def put_off(ui: UiContext, moves: Sequence[Move], *, owner: QObject, back: bool = False) -> None:
    """Move tasks and offer to undo it, unless this is the way `back`."""

    def move(session: Session) -> tuple[list[Move], _Refused]:
        done: list[Move] = []
        refused: _Refused = []
        for one in moves:
            try:
                postpone_task(session, one.task_id, one.to, shown=one.shown)
            except InvalidInput as error:
                if not conflicts_in(error):
                    raise
                refused += [(one, conflict) for conflict in conflicts_in(error)]
            else:
                done.append(one)
        return done, refused

    def tell(outcome: tuple[list[Move], _Refused]) -> None:
        done, refused = outcome
        if done and not back:
            undo = [Move(one.task_id, one.title, one.to, one.shown) for one in done]
            ui.messenger.offer_undo(
                _done_text(ui, done), partial(put_off, ui, undo, owner=owner, back=True)
            )
        if refused:
            _ask_again(ui, refused, owner=owner, back=back)

    ui.background.write(move, tell, owner=owner)


def _ask_again(ui: UiContext, refused: _Refused, *, owner: QObject, back: bool) -> None:
    happened = "\n".join(_happened(ui, one, conflict) for one, conflict in refused)
    moved = [replace(one, shown=by.theirs) for one, by in refused if by.field == "due_on"]
    if not moved:
        ui.messenger.inform(happened)
        return
    day = ui.display.day(moved[0].to, today=ui.today())
    ui.messenger.ask(
        translate("Tasks", "Move it all the same: {day}?", day=isolate_words(day)),
        detail=happened,
        accept=translate("Tasks", "Move"),
        on_accept=partial(put_off, ui, moved, owner=owner, back=back),
    )


def _done_text(ui: UiContext, done: Sequence[Move]) -> str:
    day = ui.display.day(done[0].to, today=ui.today())
    if len(done) == 1:
        title = isolate_words(done[0].title)
        return translate("Tasks", "“{title}” put off: {day}.", title=title, day=day)
    count = ui.display.number(len(done))
    return translate("Tasks", "{count} tasks put off: {day}.", count=count, day=day)


def _happened(ui: UiContext, move: Move, conflict: Conflict) -> str:
    """Return what somebody else did to a task meanwhile."""
    title, name = isolate_words(move.title), isolate_words(conflict.user_name)
    if conflict.field == "done_at":
        if not conflict.user_name:
            return translate("Tasks", "“{title}” is done by now.", title=title)
        return translate("Tasks", "“{title}”: {name} did it meanwhile.", title=title, name=name)
    day = isolate_words(ui.display.day(conflict.theirs, today=ui.today()))
    if not conflict.user_name:
        return translate("Tasks", "“{title}” is due by now: {day}.", title=title, day=day)
    return translate(
        "Tasks", "“{title}”: {name} moved it meanwhile: {day}.", title=title, name=name, day=day
    )
