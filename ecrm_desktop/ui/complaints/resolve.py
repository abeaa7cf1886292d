"""The small sheet that asks how a complaint was mended."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.unchanged import UNCHANGED
from ecrm_desktop.i18n import translate
from ecrm_desktop.services.complaints import record_satisfaction, resolve_complaint
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.complaints.moving import SeenStatus
from ecrm_desktop.ui.complaints.satisfaction import SatisfactionEdit
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import Action, FormSheet
from ecrm_desktop.ui.widgets.money_edit import MoneyEdit
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.values.statuses import ComplaintStatus


def open_resolve_sheet(
    ui: UiContext,
    parent: QWidget,
    complaint_id: UUID,
    *,
    shown: ComplaintStatus | None = None,
    resolution: str = "",
) -> FormSheet:
    """Ask how it was mended and for what amount, then move the complaint to resolved.

    `shown` is the status from which; without it, whatever it is.
    """
    form = Form()
    how = form.add(
        "resolution", translate("Complaints", "How was it mended?"), MultilineEdit(lines=3)
    )
    how.set_value(resolution)
    compensation = form.add(
        "compensation", translate("Complaints", "Compensation"), MoneyEdit(ui.display)
    )
    satisfaction = form.add(
        "satisfaction", translate("Complaints", "Satisfaction"), SatisfactionEdit(ui.display)
    )
    me = ui.user.id
    seen = SeenStatus(shown)

    def action() -> Action:
        status = seen.status
        text, amount, score = how.value(), compensation.value(), satisfaction.value()

        def resolve(session: Session) -> None:
            resolve_complaint(
                session,
                complaint_id,
                resolution=text,
                compensation=amount,
                user_id=me,
                shown=status or UNCHANGED,
            )
            if score is not None:
                record_satisfaction(session, complaint_id, score, user_id=me)

        return resolve

    sheet = FormSheet(
        parent,
        ui.messenger,
        ui.background,
        title=translate("Complaints", "Resolve the complaint"),
        form=form,
        action=action,
        save_text=translate("Complaints", "Resolved"),
        autosaves=ui.autosaves,
        autosave_key=f"resolutions:{complaint_id}",
    )
    sheet.refused.connect(seen.learn)
    sheet.saved.connect(
        lambda _nothing: ui.messenger.inform(translate("Complaints", "Marked as resolved."))
    )
    sheet.open()
    return sheet
