"""The sheet in which a complaint is written down."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.complaint_detail import ComplaintDetail, complaint_detail
from ecrm_desktop.queries.complaints import complaint_categories
from ecrm_desktop.queries.customers import CustomerRow, customer_row
from ecrm_desktop.queries.purchases import PurchaseRow
from ecrm_desktop.queries.record_drafts import complaint_draft
from ecrm_desktop.queries.shop import UserRow, users
from ecrm_desktop.services.complaints import open_complaint, update_complaint
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.complaints.fields import ComplaintFields, customer_purchases
from ecrm_desktop.ui.record_sheet import RecordSheet
from ecrm_desktop.ui.ui_context import UiContext

_WIDTH = 620


@dataclass(frozen=True, slots=True)
class _Start:
    stored: ComplaintDraft | None
    detail: ComplaintDetail | None
    customer: CustomerRow | None
    purchases: list[PurchaseRow]
    users: list[UserRow]
    categories: list[str]


class ComplaintSheet(RecordSheet[ComplaintDraft]):
    """One complaint, new or known."""

    table = "complaints"

    def __init__(
        self,
        ui: UiContext,
        asker: QWidget,
        *,
        record_id: UUID | None,
        customer_id: UUID | None,
        draft: ComplaintDraft | None,
    ) -> None:
        self._beginning = draft
        self._customer_id = draft.customer_id if draft is not None else customer_id
        self.fields = ComplaintFields(ui, known=record_id is not None)
        super().__init__(
            ui,
            asker,
            title=translate("Complaints", "New complaint")
            if record_id is None
            else translate("Complaints", "Edit the complaint"),
            form=self.fields,
            record_id=record_id,
            create=partial(open_complaint, user_id=ui.user.id),
            update=partial(update_complaint, user_id=ui.user.id),
            width=_WIDTH,
            autosave_key="complaints",
        )
        self.saved.connect(
            lambda _id: ui.messenger.inform(translate("Complaints", "The complaint is saved."))
        )
        self.load()

    def query(self) -> Callable[[Session], _Start]:
        """Read the complaint, or whose a new one is."""
        return partial(_read, record_id=self._record_id, customer_id=self._customer_id)

    def fill(self, start: _Start) -> ComplaintDraft | None:
        """Show the complaint, or what is known of a new one."""
        fields, detail = self.fields, start.detail
        fields.offer(start.users, start.categories)
        if self._beginning is not None:
            fields.show_draft(self._beginning)
        if detail is None:
            fields.customer.show_customer(start.customer)
        else:
            fields.customer.show_known(start.customer, detail.customer_id, detail.customer_name)
            fields.show_detail(detail)
            number = self._ui.display.code(detail.number)
            self.set_title(translate("Complaints", "Edit complaint {number}", number=number))
        fields.show_purchases(start.purchases, detail.purchase_id if detail else None)
        return start.stored

    def begin(self, start: _Start) -> None:
        """Go on to the subject where the customer is known."""
        if start.customer is not None and start.detail is None:
            self.fields.subject.setFocus()

    def draft(self) -> ComplaintDraft:
        """Return what the fields say; InvalidInput names the field that is wrong."""
        return self.fields.draft()


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
        stored=complaint_draft(session, record_id) if record_id is not None else None,
        detail=detail,
        customer=customer_row(session, whose),
        purchases=customer_purchases(session, whose, detail.purchase_id if detail else None),
        users=users(session),
        categories=complaint_categories(session),
    )
