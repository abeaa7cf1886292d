"""The sheet in which a complaint is written down."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.complaint_detail import ComplaintDetail, complaint_detail
from ecrm_desktop.queries.complaints import complaint_categories
from ecrm_desktop.queries.customers import CustomerRow, customer_row
from ecrm_desktop.queries.purchases import PurchaseRow
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.services.complaints import open_complaint, update_complaint
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.complaints.fields import ComplaintFields, customer_purchases
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form_sheet import Action, FormSheet

_WIDTH = 620


@dataclass(frozen=True, slots=True)
class _Start:
    detail: ComplaintDetail | None
    customer: CustomerRow | None
    purchases: list[PurchaseRow]
    users: list[UserRow]
    categories: list[str]


class ComplaintSheet(FormSheet):
    """One complaint, new or known; opens by itself as soon as its record was read."""

    def __init__(
        self,
        ui: UiContext,
        asker: QWidget,
        *,
        record_id: UUID | None,
        customer_id: UUID | None,
        draft: ComplaintDraft | None,
    ) -> None:
        self._ui = ui
        self._record_id = record_id
        self.fields = ComplaintFields(ui, known=record_id is not None)
        super().__init__(
            asker,
            ui.messenger,
            ui.background,
            title=translate("Complaints", "New complaint")
            if record_id is None
            else translate("Complaints", "Edit the complaint"),
            form=self.fields,
            action=self._action_of_fields,
            width=_WIDTH,
            autosaves=ui.autosaves,
            autosave_key=f"complaints:{record_id or 'new'}",
        )
        self.saved.connect(
            lambda _id: ui.messenger.inform(translate("Complaints", "The complaint is saved."))
        )
        whose = draft.customer_id if draft is not None else customer_id
        ui.background.read(
            lambda session: _read(session, record_id, whose),
            lambda start: self._fill(start, draft),
            owner=self,
        )

    def _fill(self, start: _Start, draft: ComplaintDraft | None) -> None:
        fields, detail = self.fields, start.detail
        fields.offer(start.users, start.categories)
        fields.customer.show_customer(start.customer)
        if draft is not None:
            fields.show_draft(draft)
        if detail is not None:
            fields.show_detail(detail)
            number = self._ui.display.code(detail.number)
            self.set_title(translate("Complaints", "Edit complaint {number}", number=number))
        fields.show_purchases(start.purchases, detail.purchase_id if detail else None)
        self.open()
        if start.customer is not None and detail is None:
            fields.subject.setFocus()

    def _action_of_fields(self) -> Action:
        draft, record_id, me = self.fields.draft(), self._record_id, self._ui.user.id

        def save(session: Session) -> UUID:
            if record_id is None:
                return open_complaint(session, draft, user_id=me)
            update_complaint(session, record_id, draft, user_id=me)
            return record_id

        return save


def open_complaint_form(
    ui: UiContext,
    parent: QWidget,
    *,
    record_id: UUID | None = None,
    customer_id: UUID | None = None,
    draft: ComplaintDraft | None = None,
) -> ComplaintSheet:
    """Open the form of a known complaint, or of a new one of a customer or with a draft's contents.

    The sheet appears a moment later; `saved(UUID)` has the complaint's id.
    """
    return ComplaintSheet(ui, parent, record_id=record_id, customer_id=customer_id, draft=draft)


def _read(session: Session, record_id: UUID | None, customer_id: UUID | None) -> _Start:
    detail = complaint_detail(session, record_id) if record_id is not None else None
    whose = detail.customer_id if detail is not None else customer_id
    return _Start(
        detail=detail,
        customer=customer_row(session, whose),
        purchases=customer_purchases(session, whose, detail.purchase_id if detail else None),
        users=users(session),
        categories=complaint_categories(session),
    )
