"""Everything a page or form can ask of the rest of the window and of the program."""

from pathlib import Path
from typing import Protocol
from uuid import UUID

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.ui.destinations import InsightTab, PageName, SettingsTab
from ecrm_desktop.ui.export_requests import Export
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.values.statuses import ImportKind, RecordKind


class Navigator(Protocol):
    """Goes to other pages, opens forms over the window and hands wishes to the program.

    What an asker waits for comes back as a sheet, whose `saved(UUID)` names the new record.
    """

    # Pages

    def open_page(self, page: PageName) -> None:
        """Show a page."""

    def open_customer(self, customer_id: UUID) -> None:
        """Show a customer's card on the customers page."""

    def open_purchase(self, purchase_id: UUID) -> None:
        """Show a purchase on the purchases page."""

    def open_history(self, customer_id: UUID, name: str) -> None:
        """Show in the audit trail what was done about a customer of this name."""

    def open_settings(self, tab: SettingsTab) -> None:
        """Show a part of the settings."""

    def open_insight(self, tab: InsightTab) -> None:
        """Show a part of the page of insight, which is there for who may see sums."""

    def open_segment(self, segment_id: UUID) -> None:
        """Show the members of a group of customers, to who may see sums."""

    def import_rows(self, kind: ImportKind) -> None:
        """Open the imports page and its wizard for rows of this kind."""

    # Forms

    def new_customer(self, *, name: str = "", draft: CustomerDraft | None = None) -> FormSheet:
        """Open the form of a new customer of whom a name, a number or more is known.

        With a `draft` somebody waits for the customer, whose card is then not opened.
        """

    def edit_customer(self, customer_id: UUID) -> None:
        """Open the form of a customer."""

    def new_interaction(self, customer_id: UUID | None = None) -> None:
        """Open the call sheet, unless a call is being recorded already."""

    def open_interaction(self, interaction_id: UUID) -> None:
        """Open the form of an interaction."""

    def new_complaint(
        self, customer_id: UUID | None = None, *, draft: ComplaintDraft | None = None
    ) -> None:
        """Open the form of a new complaint."""

    def open_complaint(self, complaint_id: UUID) -> None:
        """Show a complaint with its history."""

    def edit_complaint(self, complaint_id: UUID) -> None:
        """Open the form of a complaint."""

    def new_purchase(self, customer_id: UUID | None = None) -> None:
        """Open the form of a new purchase."""

    def edit_purchase(self, purchase_id: UUID) -> None:
        """Open the form of a purchase."""

    def new_return(self, purchase_id: UUID) -> None:
        """Open a return of a purchase, or say that nothing is left to come back."""

    def new_product(self, *, barcode: str = "") -> FormSheet:
        """Open the form of a new product."""

    def edit_product(self, product_id: UUID) -> None:
        """Open the form of a product."""

    def new_task(
        self, customer_id: UUID | None = None, *, about: tuple[RecordKind, UUID] | None = None
    ) -> None:
        """Open the form of a new task of a customer and `about` one of their records."""

    def open_task(self, task_id: UUID) -> None:
        """Open the form of a task."""

    def new_segment(self, *, draft: SegmentDraft | None = None) -> None:
        """Open the form of a new group of customers, which begins with a `draft`."""

    def edit_segment(self, segment_id: UUID) -> None:
        """Open the form of a group of customers."""

    # Files

    def export(self, export: Export) -> None:
        """Write or print something, once it was asked where to."""

    def print_customer(self, customer_id: UUID) -> None:
        """Show a customer's file, to be printed."""

    def save_contact(self, *customer_ids: UUID) -> None:
        """Write a customer as a contact for phones."""

    def save_package(self) -> None:
        """Write everything the shop has into one file."""

    # The program as a whole

    def rebuild(self) -> None:
        """Build the window anew: its language, its shop or who works in it has changed."""

    def change_look(self) -> None:
        """Take the colours that the settings say now."""

    def change_user(self) -> None:
        """Ask who works from now on."""

    def lock(self) -> None:
        """Hide the window until a password was typed."""

    def convert(self, secret: bytes | None) -> None:
        """Close the shop, encrypt its file with a secret, or make it plain, and open it again."""

    def restore(self, backup: Path) -> None:
        """Close the shop, put a backup in the place of its file, and open it again."""
