"""A navigator that goes nowhere and remembers what it was asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.ui.background import Background
from ecrm_desktop.ui.destinations import InsightTab, PageName, SettingsTab
from ecrm_desktop.ui.export_requests import Export
from ecrm_desktop.ui.messages import Messenger
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.form_sheet import FormSheet
from ecrm_desktop.values.statuses import ImportKind, RecordKind

Parameters = ParamSpec("Parameters")
AnyExport = TypeVar("AnyExport", bound=Export)


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that was asked for, with all its arguments."""

    name: str
    arguments: dict[str, Any]


def call(
    method: Callable[Concatenate[Any, Parameters], object],
    *args: Parameters.args,
    **kwargs: Parameters.kwargs,
) -> Call:
    """Return the call of a method of `Navigator`, such as `call(Navigator.open_page, page)`."""
    bound = signature(method).bind(None, *args, **kwargs)
    bound.apply_defaults()
    return Call(method.__name__, dict(list(bound.arguments.items())[1:]))


class RecordingNavigator:
    """`calls` are what was asked for, the first one first; `sheets` what was handed out for it."""

    def __init__(self, window: QWidget, messenger: Messenger, background: Background) -> None:
        self._window = window
        self._messenger = messenger
        self._background = background
        self.calls: list[Call] = []
        self.sheets: list[FormSheet] = []

    def take(self) -> list[Call]:
        """Return what was asked for since the last time."""
        calls, self.calls = self.calls, []
        return calls

    def exported(self, kind: type[AnyExport]) -> AnyExport:
        """Return the only thing asked for since the last time, which was to export this."""
        [asked] = self.take()
        export = asked.arguments["export"]
        assert isinstance(export, kind)
        return export

    def open_page(self, page: PageName) -> None:
        self.calls.append(call(Navigator.open_page, page))

    def open_customer(self, customer_id: UUID) -> None:
        self.calls.append(call(Navigator.open_customer, customer_id))

    def open_purchase(self, purchase_id: UUID) -> None:
        self.calls.append(call(Navigator.open_purchase, purchase_id))

    def open_history(self, customer_id: UUID, name: str) -> None:
        self.calls.append(call(Navigator.open_history, customer_id, name))

    def open_settings(self, tab: SettingsTab) -> None:
        self.calls.append(call(Navigator.open_settings, tab))

    def open_insight(self, tab: InsightTab) -> None:
        self.calls.append(call(Navigator.open_insight, tab))

    def open_segment(self, segment_id: UUID) -> None:
        self.calls.append(call(Navigator.open_segment, segment_id))

    def import_rows(self, kind: ImportKind) -> None:
        self.calls.append(call(Navigator.import_rows, kind))

    def new_customer(self, *, name: str = "", draft: CustomerDraft | None = None) -> FormSheet:
        self.calls.append(call(Navigator.new_customer, name=name, draft=draft))
        return self._sheet()

    def edit_customer(self, customer_id: UUID) -> None:
        self.calls.append(call(Navigator.edit_customer, customer_id))

    def new_interaction(self, customer_id: UUID | None = None) -> None:
        self.calls.append(call(Navigator.new_interaction, customer_id))

    def open_interaction(self, interaction_id: UUID) -> None:
        self.calls.append(call(Navigator.open_interaction, interaction_id))

    def new_complaint(
        self, customer_id: UUID | None = None, *, draft: ComplaintDraft | None = None
    ) -> None:
        self.calls.append(call(Navigator.new_complaint, customer_id, draft=draft))

    def open_complaint(self, complaint_id: UUID) -> None:
        self.calls.append(call(Navigator.open_complaint, complaint_id))

    def edit_complaint(self, complaint_id: UUID) -> None:
        self.calls.append(call(Navigator.edit_complaint, complaint_id))

    def new_purchase(self, customer_id: UUID | None = None) -> None:
        self.calls.append(call(Navigator.new_purchase, customer_id))

    def edit_purchase(self, purchase_id: UUID) -> None:
        self.calls.append(call(Navigator.edit_purchase, purchase_id))

    def new_return(self, purchase_id: UUID) -> None:
        self.calls.append(call(Navigator.new_return, purchase_id))

    def new_product(self, *, barcode: str = "") -> FormSheet:
        self.calls.append(call(Navigator.new_product, barcode=barcode))
        return self._sheet()

    def edit_product(self, product_id: UUID) -> None:
        self.calls.append(call(Navigator.edit_product, product_id))

    def new_task(
        self, customer_id: UUID | None = None, *, about: tuple[RecordKind, UUID] | None = None
    ) -> None:
        self.calls.append(call(Navigator.new_task, customer_id, about=about))

    def open_task(self, task_id: UUID) -> None:
        self.calls.append(call(Navigator.open_task, task_id))

    def new_segment(self, *, draft: SegmentDraft | None = None) -> None:
        self.calls.append(call(Navigator.new_segment, draft=draft))

    def edit_segment(self, segment_id: UUID) -> None:
        self.calls.append(call(Navigator.edit_segment, segment_id))

    def export(self, export: Export) -> None:
        self.calls.append(call(Navigator.export, export))

    def print_customer(self, customer_id: UUID) -> None:
        self.calls.append(call(Navigator.print_customer, customer_id))

    def save_contact(self, *customer_ids: UUID) -> None:
        self.calls.append(call(Navigator.save_contact, *customer_ids))

    def save_package(self) -> None:
        self.calls.append(call(Navigator.save_package))

    def rebuild(self) -> None:
        self.calls.append(call(Navigator.rebuild))

    def change_look(self) -> None:
        self.calls.append(call(Navigator.change_look))

    def change_user(self) -> None:
        self.calls.append(call(Navigator.change_user))

    def lock(self) -> None:
        self.calls.append(call(Navigator.lock))

    def convert(self, secret: bytes | None) -> None:
        self.calls.append(call(Navigator.convert, secret))

    def restore(self, backup: Path) -> None:
        self.calls.append(call(Navigator.restore, backup))

    def _sheet(self) -> FormSheet:
        sheet = FormSheet(
            self._window,
            self._messenger,
            self._background,
            title="",
            form=Form(),
            action=lambda: lambda _session: None,
        )
        self.sheets.append(sheet)
        return sheet
