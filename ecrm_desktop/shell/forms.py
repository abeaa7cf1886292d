"""The forms a window can open, and what follows when one is saved."""

from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.reports.request import ReportName
from ecrm_desktop.ui.export_requests import Export, ReportExport
from ecrm_desktop.ui.exporting import Exporter
from ecrm_desktop.ui.shortcuts import open_shortcuts
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.values.statuses import RecordKind


class Forms(QObject):
    """Opens forms over a window; none of them is imported before it is first asked for."""

    def __init__(self, ui: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._ui = ui
        self._window = window
        self._exporter = Exporter(ui, window)

    def customer(
        self,
        record_id: UUID | None = None,
        *,
        name: str = "",
        draft: CustomerDraft | None = None,
    ) -> FormSheet:
        """Open a customer, or a new one of whom a name or more is known."""
        from ecrm_desktop.ui.customers.form import open_customer_form  # noqa: PLC0415

        return open_customer_form(
            self._ui, self._window, record_id=record_id, name=name, draft=draft
        )

    def interaction(
        self, record_id: UUID | None = None, *, customer_id: UUID | None = None
    ) -> QWidget:
        """Open an interaction, or the call sheet for a new one, unless one is running already."""
        from ecrm_desktop.ui.interactions.form import (  # noqa: PLC0415
            CallSheet,
            open_interaction_form,
        )

        running = [one for one in self._window.findChildren(CallSheet) if one.is_running]
        if record_id is None and running:
            return running[0]
        return open_interaction_form(
            self._ui, self._window, record_id=record_id, customer_id=customer_id
        )

    def complaint(
        self,
        record_id: UUID | None = None,
        *,
        customer_id: UUID | None = None,
        draft: ComplaintDraft | None = None,
    ) -> QWidget:
        """Show a complaint with its history, or open a new one."""
        from ecrm_desktop.ui.complaints.detail import open_complaint_detail  # noqa: PLC0415
        from ecrm_desktop.ui.complaints.form import open_complaint_form  # noqa: PLC0415

        if record_id is None:
            return open_complaint_form(self._ui, self._window, customer_id=customer_id, draft=draft)
        return open_complaint_detail(self._ui, self._window, record_id)

    def edit_complaint(self, record_id: UUID | None) -> FormSheet:
        """Open the form of a complaint, or an empty one."""
        from ecrm_desktop.ui.complaints.form import open_complaint_form  # noqa: PLC0415

        return open_complaint_form(self._ui, self._window, record_id=record_id)

    def resolve_complaint(self, record_id: UUID) -> FormSheet:
        """Ask how a complaint was mended."""
        from ecrm_desktop.ui.complaints.resolve import open_resolve_sheet  # noqa: PLC0415

        return open_resolve_sheet(self._ui, self._window, record_id)

    def reopen_complaint(self, record_id: UUID) -> None:
        """Ask until when a complaint is promised anew, once that was read."""
        from ecrm_desktop.ui.complaints.reopen import ask_to_reopen  # noqa: PLC0415

        ask_to_reopen(self._ui, self._window, record_id)

    def purchase(
        self, record_id: UUID | None = None, *, customer_id: UUID | None = None
    ) -> QWidget:
        """Open a purchase, or a new one."""
        from ecrm_desktop.ui.purchases.form import open_purchase_form  # noqa: PLC0415

        return open_purchase_form(
            self._ui, self._window, record_id=record_id, customer_id=customer_id
        )

    def product(self, record_id: UUID | None = None, *, barcode: str = "") -> FormSheet:
        """Open a product, or a new one."""
        from ecrm_desktop.ui.products.form import open_product_form  # noqa: PLC0415

        return open_product_form(self._ui, self._window, record_id=record_id, barcode=barcode)

    def return_of(self, purchase_id: UUID) -> None:
        """Open a return of a purchase, or say that nothing is left to come back."""
        from ecrm_desktop.ui.purchases.return_form import open_return_form  # noqa: PLC0415

        open_return_form(self._ui, self._window, purchase_id=purchase_id)

    def task(
        self,
        record_id: UUID | None = None,
        *,
        customer_id: UUID | None = None,
        about: tuple[RecordKind, UUID] | None = None,
    ) -> QWidget:
        """Open a task, or a new one about a customer and perhaps one of their records."""
        from ecrm_desktop.ui.tasks.form import open_task_form  # noqa: PLC0415

        return open_task_form(
            self._ui, self._window, record_id=record_id, customer_id=customer_id, about=about
        )

    def segment(
        self, record_id: UUID | None = None, *, draft: SegmentDraft | None = None
    ) -> FormSheet:
        """Open a group of customers, or a new one, which begins with a `draft`."""
        from ecrm_desktop.ui.segments.form import open_segment_form  # noqa: PLC0415

        return open_segment_form(self._ui, self._window, record_id=record_id, draft=draft)

    def keys(self) -> None:
        """Show which keys do what."""
        open_shortcuts(self._ui, self._window)

    def export(self, export: Export) -> None:
        """Offer to write or print a list, or do it with a report."""
        self._exporter.start(export)

    def print_customer(self, customer_id: UUID) -> None:
        """Show a customer's file, to be printed."""
        self._exporter.start(ReportExport(name=ReportName.CUSTOMER, customer_id=customer_id))

    def save_contact(self, *customer_ids: UUID) -> None:
        """Write a customer as a contact for phones."""
        self._exporter.save_contact(*customer_ids)

    def save_package(self) -> None:
        """Write everything the shop has into one file."""
        self._exporter.save_package()
