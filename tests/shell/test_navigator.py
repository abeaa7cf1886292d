"""What pages and forms ask for happens in the window of a real shop."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.reports.request import ReportName
from ecrm_desktop.shell.navigator import ShopNavigator
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database
from ecrm_desktop.text.segment_presets import preset_id
from ecrm_desktop.ui.audit.page import AuditPage
from ecrm_desktop.ui.complaints.detail import ComplaintDetailSheet
from ecrm_desktop.ui.complaints.form import ComplaintSheet
from ecrm_desktop.ui.customers.form import CustomerSheet
from ecrm_desktop.ui.customers.page import CustomersPage
from ecrm_desktop.ui.destinations import InsightTab, PageName, SettingsTab
from ecrm_desktop.ui.export_requests import FileKind, ReportExport
from ecrm_desktop.ui.imports.wizard import ImportWizard
from ecrm_desktop.ui.insight.page import InsightPage
from ecrm_desktop.ui.interactions.form import CallSheet
from ecrm_desktop.ui.navigator import Navigator
from ecrm_desktop.ui.overlay import Overlay, top_overlay
from ecrm_desktop.ui.printing import PrintPreview
from ecrm_desktop.ui.products.form import ProductSheet
from ecrm_desktop.ui.purchases.form import PurchaseSheet
from ecrm_desktop.ui.purchases.page import PurchasesPage
from ecrm_desktop.ui.purchases.return_form import ReturnSheet
from ecrm_desktop.ui.segments.form import SegmentSheet
from ecrm_desktop.ui.segments.members_page import MembersPage
from ecrm_desktop.ui.segments.tab import GroupsTab
from ecrm_desktop.ui.settings.backup import BackupSettings
from ecrm_desktop.ui.tasks.form import TaskSheet
from ecrm_desktop.ui.tasks.page import TasksPage
from ecrm_desktop.ui.widgets.chip import FilterChip
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.segment_rule import FieldIs, OneOf, RuleField
from ecrm_desktop.values.segment_writing import rule_to_json
from ecrm_desktop.values.statuses import ImportKind, RecordKind
from tests.helpers.small_shop import SmallShop, fill_small_shop
from tests.shell.conftest import OpenShop

AnyOverlay = TypeVar("AnyOverlay", bound=Overlay)
AnyPage = TypeVar("AnyPage", bound=QWidget)


@dataclass(frozen=True)
class Place:
    """A shop with one of everything, and what is seen in its window.

    Whatever is written goes into `file`, as if the system's dialog had been answered so.
    """

    shop: ShopWindow
    some: SmallShop
    file: Path
    qtbot: QtBot

    @property
    def navigator(self) -> ShopNavigator:
        return self.shop.navigator

    def opened(self, kind: type[AnyOverlay]) -> AnyOverlay:
        """Wait until a form lies over the window, all of whose records were read."""
        self.qtbot.waitUntil(lambda: isinstance(top_overlay(self.shop.window.content), kind))
        self.settle()
        overlay = top_overlay(self.shop.window.content)
        assert isinstance(overlay, kind)
        return overlay

    def page(self, kind: type[AnyPage]) -> AnyPage:
        """Return the page that is shown."""
        page = self.shop.window.page(self.shop.window.current_page)
        assert isinstance(page, kind)
        assert page.isVisible()
        return page

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.shop.ui.background.is_idle)

    def written(self) -> bytes:
        self.qtbot.waitUntil(self.file.exists)
        self.settle()
        return self.file.read_bytes()

    def heard(self, signal: SignalInstance, ask: Callable[[], None]) -> list[Any]:
        with self.qtbot.waitSignal(signal) as told:
            ask()
        return list(told.args)


Case = Callable[[Place], None]
CASES: dict[str, Case] = {}


def case(method: Callable[..., object]) -> Callable[[Case], Case]:
    """Say which method of the protocol a case is about."""

    def keep(told: Case) -> Case:
        CASES[method.__name__] = told
        return told

    return keep


@pytest.fixture
def some(database: Database) -> SmallShop:
    with database.transaction() as session:
        return fill_small_shop(session, "fa")


@pytest.fixture
def place(
    open_shop: OpenShop,
    some: SmallShop,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Place:
    file = tmp_path / "written.file"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(file), ""))
    return Place(open_shop(), some, file, qtbot)


METHODS = [name for name, one in vars(Navigator).items() if callable(one) and name[0] != "_"]


@pytest.mark.parametrize("method", METHODS)
def test_every_method_does_what_it_says(method: str, place: Place) -> None:
    CASES[method](place)


@case(Navigator.open_page)
def shows_a_page(place: Place) -> None:
    place.navigator.open_page(PageName.TASKS)
    place.page(TasksPage)


@case(Navigator.open_customer)
def shows_a_customer(place: Place) -> None:
    place.navigator.open_customer(place.some.company)
    place.settle()
    page = place.page(CustomersPage)
    assert page.current_customer() == place.some.company
    assert page.card.head.name == "چاپ نگار"


@case(Navigator.open_purchase)
def shows_a_purchase(place: Place) -> None:
    place.navigator.open_purchase(place.some.purchase)
    place.settle()
    page = place.page(PurchasesPage)
    assert any("کفش" in one.text() for one in page.card.findChildren(QLabel))


@case(Navigator.open_history)
def shows_what_was_done_about_a_customer(place: Place) -> None:
    place.navigator.open_history(place.some.customer, "سمیرا کریمی")
    place.settle()
    page = place.page(AuditPage)
    assert any("سمیرا کریمی" in one.text() for one in page.findChildren(FilterChip))


@case(Navigator.open_settings)
def shows_a_part_of_the_settings(place: Place) -> None:
    place.navigator.open_settings(SettingsTab.BACKUP)
    [part] = place.shop.window.findChildren(BackupSettings)
    assert part.isVisible()


@case(Navigator.open_insight)
def shows_a_part_of_the_page_of_insight(place: Place) -> None:
    place.navigator.open_insight(InsightTab.GROUPS)
    place.settle()
    page = place.page(InsightPage)
    assert page.current is InsightTab.GROUPS
    assert page.part(InsightTab.GROUPS).isVisible()


@case(Navigator.open_segment)
def shows_a_group(place: Place) -> None:
    place.navigator.open_segment(preset_id("women"))
    place.settle()
    part = place.page(InsightPage).part(InsightTab.GROUPS)
    assert isinstance(part, GroupsTab)
    assert isinstance(part.shown, MembersPage)
    assert part.shown.segment_id == preset_id("women")


@case(Navigator.import_rows)
def opens_the_wizard(place: Place) -> None:
    place.navigator.import_rows(ImportKind.PRODUCTS)
    place.opened(ImportWizard)
    assert place.shop.window.current_page is PageName.IMPORTS


@case(Navigator.new_customer)
def opens_a_new_customer_and_hands_the_form_back(place: Place) -> None:
    sheet = place.navigator.new_customer(draft=CustomerDraft(last_name="نوری"))
    opened = place.opened(CustomerSheet)
    assert sheet is opened
    assert opened.fields.last_name.value() == "نوری"


@case(Navigator.edit_customer)
def opens_a_customer(place: Place) -> None:
    place.navigator.edit_customer(place.some.customer)
    assert place.opened(CustomerSheet).fields.last_name.value() == "کریمی"


@case(Navigator.new_interaction)
def opens_a_call_of_a_customer(place: Place) -> None:
    place.navigator.new_interaction(place.some.customer)
    sheet = place.opened(CallSheet)
    assert sheet.is_running
    assert sheet.fields.caller.customer_id() == place.some.customer


@case(Navigator.open_interaction)
def opens_an_interaction(place: Place) -> None:
    place.navigator.open_interaction(place.some.interaction)
    assert place.opened(CallSheet).fields.subject.value() == "دیر رسید"


@case(Navigator.new_complaint)
def opens_a_new_complaint(place: Place) -> None:
    draft = ComplaintDraft(
        customer_id=place.some.company, subject="پاره", received_at=datetime.now(UTC)
    )
    place.navigator.new_complaint(draft=draft)
    fields = place.opened(ComplaintSheet).fields
    assert fields.customer.customer_id() == place.some.company
    assert fields.subject.value() == "پاره"


@case(Navigator.open_complaint)
def shows_a_complaint(place: Place) -> None:
    place.navigator.open_complaint(place.some.complaint)
    assert place.opened(ComplaintDetailSheet).accessibleName() == "دیر رسید"


@case(Navigator.edit_complaint)
def opens_a_complaint(place: Place) -> None:
    place.navigator.edit_complaint(place.some.complaint)
    assert place.opened(ComplaintSheet).fields.subject.value() == "دیر رسید"


@case(Navigator.new_purchase)
def opens_a_new_purchase_of_a_customer(place: Place) -> None:
    place.navigator.new_purchase(place.some.customer)
    sheet = place.opened(PurchaseSheet)
    assert sheet.purchase.customer.customer_id() == place.some.customer
    assert not any(one.product_id for one in sheet.purchase.lines.rows())


@case(Navigator.edit_purchase)
def opens_a_purchase(place: Place) -> None:
    place.navigator.edit_purchase(place.some.purchase)
    sheet = place.opened(PurchaseSheet)
    assert sheet.purchase.lines.rows()[0].quantity.value() == 2000


@case(Navigator.new_return)
def opens_a_return(place: Place) -> None:
    place.navigator.new_return(place.some.purchase)
    place.opened(ReturnSheet)


@case(Navigator.new_product)
def opens_a_new_product_and_hands_the_form_back(place: Place) -> None:
    sheet = place.navigator.new_product(barcode="6269999999999")
    opened = place.opened(ProductSheet)
    assert sheet is opened
    assert to_latin_digits(opened.product.barcode.value()) == "6269999999999"


@case(Navigator.edit_product)
def opens_a_product(place: Place) -> None:
    place.navigator.edit_product(place.some.product)
    assert place.opened(ProductSheet).product.name.value() == "کفش"


@case(Navigator.new_task)
def opens_a_new_task_of_a_customer(place: Place) -> None:
    about = (RecordKind.COMPLAINT, place.some.complaint)
    place.navigator.new_task(place.some.customer, about=about)
    sheet = place.opened(TaskSheet)
    assert sheet.form.snapshot()["customer_id"]["id"] == str(place.some.customer)


@case(Navigator.open_task)
def opens_a_task(place: Place) -> None:
    place.navigator.open_task(place.some.task)
    assert place.opened(TaskSheet).form.snapshot()["title"] == "دیر رسید"


@case(Navigator.new_segment)
def opens_a_new_group_with_what_is_known(place: Place) -> None:
    rule = rule_to_json(FieldIs(RuleField.CITY, OneOf(("شیراز",))))
    place.navigator.new_segment(draft=SegmentDraft(name="شیرازی‌ها", rule=rule))
    sheet = place.opened(SegmentSheet)
    assert sheet.name.value() == "شیرازی‌ها"
    assert "شیراز" in sheet.preview.sentence


@case(Navigator.edit_segment)
def opens_a_group(place: Place) -> None:
    place.navigator.edit_segment(preset_id("women"))
    assert place.opened(SegmentSheet).name.value() == "خانم‌ها"


@case(Navigator.export)
def writes_a_report(place: Place) -> None:
    place.navigator.export(ReportExport(name=ReportName.CUSTOMERS, kind=FileKind.PDF))
    assert place.written().startswith(b"%PDF")


@case(Navigator.print_customer)
def shows_a_customers_file_to_be_printed(place: Place) -> None:
    place.navigator.print_customer(place.some.customer)
    place.opened(PrintPreview)


@case(Navigator.save_contact)
def writes_a_contact(place: Place) -> None:
    place.navigator.save_contact(place.some.customer)
    assert place.written().startswith(b"BEGIN:VCARD")


@case(Navigator.save_package)
def writes_everything(place: Place) -> None:
    place.navigator.save_package()
    assert place.written().startswith(b"PK")


@case(Navigator.rebuild)
def has_the_window_built_anew(place: Place) -> None:
    place.heard(place.navigator.rebuild_asked, place.navigator.rebuild)


@case(Navigator.change_look)
def has_other_colours_taken(place: Place) -> None:
    place.heard(place.navigator.look_changed, place.navigator.change_look)


@case(Navigator.change_user)
def has_it_asked_who_works(place: Place) -> None:
    place.heard(place.navigator.user_asked, place.navigator.change_user)


@case(Navigator.lock)
def has_the_window_locked(place: Place) -> None:
    place.heard(place.navigator.lock_asked, place.navigator.lock)


@case(Navigator.convert)
def has_the_file_encrypted_or_made_plain(place: Place) -> None:
    asked = place.navigator.conversion_asked
    assert place.heard(asked, lambda: place.navigator.convert(bytes(16))) == [bytes(16)]
    assert place.heard(asked, lambda: place.navigator.convert(None)) == [None]


@case(Navigator.restore)
def has_a_backup_put_in_the_files_place(place: Place) -> None:
    asked = place.navigator.restore_asked
    assert place.heard(asked, lambda: place.navigator.restore(place.file)) == [place.file]


def press(place: Place, key: Qt.Key) -> None:
    window = place.shop.window
    QTest.keyClick(window.focusWidget() or window, key)


def test_calls_and_purchases_are_of_the_customer_who_is_shown(place: Place) -> None:
    place.navigator.open_customer(place.some.company)
    press(place, Qt.Key.Key_F2)
    call = place.opened(CallSheet)
    assert call.fields.caller.customer_id() == place.some.company
    call.close_overlay()
    press(place, Qt.Key.Key_F3)
    sheet = place.opened(PurchaseSheet)
    assert sheet.purchase.customer.customer_id() == place.some.company
    sheet.close_overlay()
    place.navigator.open_page(PageName.TASKS)
    press(place, Qt.Key.Key_F3)
    assert place.opened(PurchaseSheet).purchase.customer.customer_id() is None


@pytest.mark.parametrize(
    ("page", "form"),
    [
        (PageName.CUSTOMERS, CustomerSheet),
        (PageName.INTERACTIONS, CallSheet),
        (PageName.COMPLAINTS, ComplaintDetailSheet),
        (PageName.PURCHASES, PurchaseSheet),
        (PageName.TASKS, TaskSheet),
        (PageName.PRODUCTS, ProductSheet),
    ],
)
def test_f4_edits_what_is_current(place: Place, page: PageName, form: type[Overlay]) -> None:
    place.navigator.open_page(page)
    for _round in range(2):  # a list is read, and then what is current in it
        place.settle()
    press(place, Qt.Key.Key_F4)
    place.opened(form)


def test_f4_does_nothing_where_nothing_can_be_edited(place: Place) -> None:
    press(place, Qt.Key.Key_F4)
    place.settle()
    assert top_overlay(place.shop.window.content) is None


def test_what_is_typed_is_kept_at_once(place: Place) -> None:
    place.navigator.new_customer()
    sheet = place.opened(CustomerSheet)
    sheet.fields.last_name.set_value("نوری")
    sheet.fields.changed.emit()
    place.shop.keep_typed()
    assert place.shop.ui.autosaves.keys() == ["customers:new"]
