"""The small sheet that asks until when a reopened complaint is promised to be mended."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.unchanged import UNCHANGED
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.complaint_detail import complaint_detail
from ecrm_desktop.services.complaints import move_complaint, promised_on
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.complaints.moving import SeenStatus
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import Action, FormSheet
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.values.statuses import ComplaintStatus


def ask_to_reopen(
    ui: UiContext,
    parent: QWidget,
    complaint_id: UUID,
    *,
    shown: ComplaintStatus | None = None,
    note: str = "",
    saved: Callable[[], None] = lambda: None,
) -> None:
    """Read what the shop promises, then ask for the day and reopen the complaint.

    `shown` is the status from which; without it, that of now.
    """
    today = ui.today()

    def usual(session: Session) -> tuple[date, ComplaintStatus]:
        detail = complaint_detail(session, complaint_id)
        return promised_on(session, today, detail.severity), shown or detail.status

    ui.background.read(
        usual,
        lambda found: _open_sheet(ui, parent, complaint_id, *found, note, saved),
        owner=parent,
        failed=ui.messenger.show_error,
        key="reopen",
    )


def _open_sheet(
    ui: UiContext,
    parent: QWidget,
    complaint_id: UUID,
    day: date,
    shown: ComplaintStatus,
    note: str,
    saved: Callable[[], None],
) -> None:
    form = Form()
    due = form.add(
        "due_on",
        translate("Complaints", "Promised until"),
        JalaliEdit(ui.display, today=ui.today),
    )
    due.set_value(day)
    why = form.add("note", translate("Complaints", "Why is it open again?"), MultilineEdit(lines=3))
    why.set_value(note)
    me = ui.user.id
    seen = SeenStatus(shown)

    def action() -> Action:
        due_on, text, today = due.value(), why.value(), ui.today()
        status = seen.status

        def reopen(session: Session) -> None:
            move_complaint(
                session,
                complaint_id,
                ComplaintStatus.REOPENED,
                note=text,
                due_on=due_on,
                today=today,
                user_id=me,
                shown=status or UNCHANGED,
            )

        return reopen

    sheet = FormSheet(
        parent,
        ui.messenger,
        ui.background,
        title=translate("Complaints", "Reopen the complaint"),
        form=form,
        action=action,
        save_text=translate("Complaints", "Reopen"),
        autosaves=ui.autosaves,
        autosave_key=f"reopenings:{complaint_id}",
    )
    sheet.refused.connect(seen.learn)
    sheet.saved.connect(
        lambda _nothing: ui.messenger.inform(
            translate("Complaints", "The complaint is open again.")
        )
    )
    sheet.saved.connect(lambda _nothing: saved())
    sheet.open()
