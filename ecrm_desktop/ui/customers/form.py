"""A customer as a sheet: new or known, with a warning if they may be there already."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import (
    CustomerDetail,
    FieldRow,
    customer_detail,
    customer_fields,
)
from ecrm_desktop.queries.customer_suggestions import SuggestedField, customer_suggestions
from ecrm_desktop.queries.customers import CustomerRow, customer_row
from ecrm_desktop.queries.record_drafts import draft_of_customer
from ecrm_desktop.queries.similar_customers import SimilarCustomer, similar_customers
from ecrm_desktop.services.customers import create_customer, update_customer
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.customers.form_fields import CustomerFields
from ecrm_desktop.ui.record_sheet import RecordSheet
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.phone import Phone

_WIDTH = 740
_PAUSE_MS = 300
_SUGGESTED: tuple[SuggestedField, ...] = ("city", "province", "job", "tag", "favorite")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    stored: CustomerDraft | None
    detail: CustomerDetail | None
    referrer: CustomerRow | None
    fields: list[FieldRow]
    known: dict[SuggestedField, list[str]]


class CustomerSheet(RecordSheet[CustomerDraft]):
    """One customer; a new one's card is opened when they were saved, unless the form `stays`."""

    table = "customers"

    def __init__(
        self,
        ui: UiContext,
        asker: QWidget,
        *,
        record_id: UUID | None,
        draft: CustomerDraft | None,
        stays: bool,
    ) -> None:
        self._stays = stays
        self._beginning = draft
        self.fields = CustomerFields(ui)
        super().__init__(
            ui,
            asker,
            title=translate("CustomerForm", "New customer")
            if record_id is None
            else translate("CustomerForm", "Edit the customer"),
            form=self.fields,
            record_id=record_id,
            create=create_customer,
            update=update_customer,
            width=_WIDTH,
            autosave_key="customers",
        )
        if record_id is None and not stays:
            self.add_save(
                translate("CustomerForm", "Save, then a purchase"), ui.navigator.new_purchase
            )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_again)
        self.fields.duplicates.open_asked.connect(self._open_other)
        self.saved.connect(self._announce)
        self.load()

    def discard(self) -> None:
        """Close, and look for nobody any more."""
        self._pause.stop()
        super().discard()

    def query(self) -> Callable[[Session], _Start]:
        """Read the customer, and what may be typed."""
        return partial(_read, record_id=self._record_id)

    def fill(self, start: _Start) -> CustomerDraft | None:
        """Show the customer, or what is known of a new one."""
        fields = self.fields
        fields.add_own(start.fields)
        fields.suggest(start.known)
        if start.stored is not None and start.detail is not None:
            fields.show_stored(start.stored, start.detail, start.referrer)
        elif self._beginning is not None:
            fields.show_beginning(self._beginning)
        return start.stored

    def begin(self, start: _Start) -> None:
        """Put the cursor where typing begins, and look for who may be there already."""
        self.fields.changed.connect(self._pause.start)
        self.fields.focus_name()
        if start.stored is None:
            self._look_for_similar()

    def show_parts(self, field: str, parts: tuple[Any, ...]) -> None:
        """Show phones, consents and the like."""
        self.fields.show_parts(field, parts)

    def draft(self) -> CustomerDraft:
        """Return what the fields say; InvalidInput names the field that is wrong."""
        return self.fields.draft()

    def _announce(self, customer_id: UUID) -> None:
        self.messenger.inform(translate("CustomerForm", "Saved."))
        if self._record_id is None and not self._stays:
            self._ui.navigator.open_customer(customer_id)

    def _look_again(self) -> None:
        # A window that was locked meanwhile has nobody left to ask.
        if self.isVisible():
            self._look_for_similar()

    def _look_for_similar(self) -> None:
        typed = self.fields.identity()
        self._ui.background.read(
            lambda session: similar_customers(session, apart_from=self._record_id, **typed),
            self._warn,
            owner=self,
            key="similar",
        )

    def _warn(self, found: list[SimilarCustomer]) -> None:
        self.fields.duplicates.show_similar(found, self._ui.display)

    def _open_other(self, customer_id: UUID) -> None:
        self.request_close(lambda: self._ui.navigator.open_customer(customer_id))


def open_customer_form(
    ui: UiContext,
    asker: QWidget,
    *,
    record_id: UUID | None = None,
    name: str = "",
    draft: CustomerDraft | None = None,
) -> CustomerSheet:
    """Open a known customer, or a new one: empty, with a name or phone, or with a draft.

    The sheet appears a moment later; `saved(UUID)` has the customer's id. With a `draft` somebody
    else waits for this customer, and the card of the new one is not opened.
    """
    return CustomerSheet(
        ui,
        asker,
        record_id=record_id,
        draft=draft or _draft_of(name, ui.shop.area_code),
        stays=draft is not None,
    )


def _draft_of(text: str, area_code: str) -> CustomerDraft | None:
    """Return what was searched for in vain as the beginning of a customer."""
    if not text.strip():
        return None
    with suppress(InvalidInput):
        phone = Phone.parse(text, area_code=area_code)
        return CustomerDraft(phones=(PhoneDraft(phone=phone, is_primary=True),))
    first, _, last = text.strip().partition(" ")
    return CustomerDraft(first_name=first if last else "", last_name=last or first)


def _read(session: Session, record_id: UUID | None) -> _Start:
    detail = customer_detail(session, record_id) if record_id is not None else None
    return _Start(
        stored=None if detail is None else draft_of_customer(detail),
        detail=detail,
        referrer=customer_row(session, None if detail is None else detail.referred_by_id),
        fields=customer_fields(session),
        known={field: customer_suggestions(session, field) for field in _SUGGESTED},
    )
