"""Moving a complaint, unless somebody else has moved it meanwhile: then that is asked about."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.services.complaints import move_complaint
from ecrm_desktop.services.edits import Conflict, conflicts_in
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.statuses import ComplaintStatus, allowed_moves
from ecrm_desktop.values.text import isolate_words


class SeenStatus:
    """From which status a sheet moves a complaint; what a refusal told is seen too."""

    def __init__(self, status: ComplaintStatus | None) -> None:
        self.status = status

    def learn(self, error: Exception) -> None:
        """Take what a refusal told as seen, so that once more is a decision."""
        for one in conflicts_in(error) if isinstance(error, InvalidInput) else ():
            self.status = one.theirs


def move_or_ask(
    ui: UiContext,
    complaint_id: UUID,
    status: ComplaintStatus,
    *,
    shown: ComplaintStatus,
    note: str = "",
    done: Callable[[], None],
    owner: QObject,
) -> None:
    """Move a complaint that was `shown` in one status to another, then call `done`."""
    me = ui.user.id

    def refused(error: Exception) -> None:
        conflicts = conflicts_in(error) if isinstance(error, InvalidInput) else ()
        if not conflicts or status not in allowed_moves(conflicts[0].theirs):
            ui.messenger.show_error(error)
            return
        ui.messenger.ask(
            translate("Complaints", "Move it to “{status}” all the same?", status=label(status)),
            detail=_happened(conflicts[0], ui),
            accept=translate("Complaints", "Move"),
            on_accept=partial(
                move_or_ask,
                ui,
                complaint_id,
                status,
                shown=conflicts[0].theirs,
                note=note,
                done=done,
                owner=owner,
            ),
        )

    ui.background.write(
        lambda session: move_complaint(
            session, complaint_id, status, note=note, user_id=me, shown=shown
        ),
        lambda _nothing: done(),
        owner=owner,
        failed=refused,
    )


def _happened(conflict: Conflict, ui: UiContext) -> str:
    status = label(conflict.theirs)
    if not conflict.user_name or conflict.changed_at is None:
        return translate("Complaints", "Meanwhile it was moved to “{status}”.", status=status)
    return translate(
        "Complaints",
        "Meanwhile {name} moved it to “{status}” ({when}).",
        name=isolate_words(conflict.user_name),
        status=status,
        when=isolate_words(ui.display.datetime(conflict.changed_at)),
    )
