"""The fields of a complaint and what they say together."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.errors import EcrmError, Problem
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.queries.complaint_detail import ComplaintDetail
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.products import ProductChoice, find_products
from ecrm_desktop.queries.purchases import (
    PurchaseFilter,
    PurchaseRow,
    list_purchases,
    purchase_rows,
)
from ecrm_desktop.queries.shop import UserRow
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.complaints.satisfaction import SatisfactionEdit
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.customer_picker import CustomerPicker
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.hit_popup import Hit
from ecrm_desktop.ui.widgets.jalali_edit import JalaliEdit
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.ui.widgets.money_edit import MoneyEdit
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.picker import RecordPicker
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.ui.widgets.time_edit import TimeEdit
from ecrm_desktop.values.statuses import RecordKind, Severity

_PURCHASES = 30


class _DueDay(JalaliEdit):
    """The promised day; empty takes the shop's own promise, which the hint tells."""

    def __init__(self, ui: UiContext, promise: Callable[[], date | None]) -> None:
        super().__init__(ui.display, today=ui.today)
        self._promise = promise
        self.line.setPlaceholderText(translate("Complaints", "as the shop promises"))

    def hint(self) -> str:
        if not self.is_empty():
            return super().hint()
        day = self._promise()
        if day is None:
            return ""
        return translate(
            "Complaints",
            "As the shop promises: until {day}",
            day=self._display.text_date_long(day),
        )


class ComplaintFields(Form):
    """The form of one complaint; what comes after it was mended only for a known one."""

    def __init__(self, ui: UiContext, *, known: bool) -> None:
        super().__init__()
        self._ui = ui
        self._began = datetime.now(UTC)
        self._kept: Mapping[str, Any] = {}
        self.customer = self.add(
            "customer_id",
            translate("Complaints", "Customer"),
            CustomerPicker(ui.background, ui.display),
        )
        self.subject = self.add(
            "subject",
            translate("Complaints", "Subject"),
            TextEdit(),
            required=Problem.TEXT_EMPTY,
        )
        self.severity: Segments[Severity] = Segments([(one, label(one)) for one in Severity])
        self.severity.set_value(Severity.NORMAL)
        self.add("severity", translate("Complaints", "Severity"), self.severity)
        self.day = JalaliEdit(ui.display, today=ui.today)
        self.clock = TimeEdit(ui.display)
        self.due = self.add("due_on", translate("Complaints", "Due"), _DueDay(ui, self._promise))
        self.description = self.add(
            "description", translate("Complaints", "What happened"), MultilineEdit(lines=3)
        )
        self.assignee: Choice[UUID | None] = self.add(
            "assignee_id",
            translate("Complaints", "Responsible"),
            Choice([(None, translate("Complaints", "Nobody"))]),
        )
        self.category = self.add("category", translate("Complaints", "Category"), TextEdit())
        self.purchase: Choice[UUID | None] = self.add(
            "purchase_id",
            translate("Complaints", "About the purchase"),
            Choice([(None, translate("Complaints", "none in particular"))]),
        )
        self.product = self.add(
            "product_id",
            translate("Complaints", "About the product"),
            RecordPicker(
                self._find_products,
                placeholder=translate("Complaints", "Product's name or code"),
            ),
        )
        if known:
            self._add_ending()
        self.more(translate("Complaints", "Received at another time"))
        self.add_beside(
            translate("Complaints", "Received"),
            {"received_at": (self.day, 3), "clock": (self.clock, 2)},
        )
        self.severity.edited.connect(self._show_promise)
        self.day.edited.connect(self._show_promise)
        self.customer.chosen.connect(lambda _hit: self.read_purchases(None))
        self.customer.cleared.connect(lambda: self.read_purchases(None))
        self._show_promise()

    resolution: MultilineEdit | None = None
    compensation: MoneyEdit | None = None
    satisfaction: SatisfactionEdit | None = None

    def _add_ending(self) -> None:
        self.more(translate("Complaints", "How it ended"))
        self.resolution = self.add(
            "resolution", translate("Complaints", "How was it mended?"), MultilineEdit(lines=3)
        )
        self.compensation = self.add(
            "compensation", translate("Complaints", "Compensation"), MoneyEdit(self._ui.display)
        )
        self.satisfaction = self.add(
            "satisfaction",
            translate("Complaints", "Satisfaction"),
            SatisfactionEdit(self._ui.display),
        )

    def offer(self, users: Sequence[UserRow], categories: Sequence[str]) -> None:
        """Offer who may be responsible, and the categories in use."""
        people = [(one.id, one.name) for one in users]
        self.assignee.set_options([*people, (None, translate("Complaints", "Nobody"))])
        if self._ui.user.id in {one.id for one in users}:
            self.assignee.set_value(self._ui.user.id)
        self.category.suggest(categories)

    def show_draft(self, draft: ComplaintDraft) -> None:
        """Show what is known of a new complaint, apart from its customer."""
        self.subject.set_value(draft.subject)
        self.description.set_value(draft.description)
        self.category.set_value(draft.category)
        self.severity.set_value(draft.severity)
        self._began = draft.received_at

    def show_detail(self, detail: ComplaintDetail) -> None:
        """Show a known complaint; a due day that is the promise itself stays the promise."""
        display = self._ui.display
        self.subject.set_value(detail.subject)
        self.description.set_value(detail.description)
        self.category.set_value(detail.category)
        self.severity.set_value(detail.severity)
        self._began = detail.received_at
        local = detail.received_at.astimezone(display.timezone)
        self.day.set_value(local.date())
        self.clock.set_value(local.time().replace(second=0, microsecond=0))
        self.due.set_value(None if detail.due_on == self._promise() else detail.due_on)
        if detail.assignee_id is None:
            self.assignee.set_value(None)
        else:
            self.assignee.restore(str(detail.assignee_id))
            if self.assignee.value() != detail.assignee_id:
                gone = (detail.assignee_id, detail.assignee_name)
                self.assignee.set_options([gone, (None, translate("Complaints", "Nobody"))])
                self.assignee.set_value(detail.assignee_id)
        product = Hit(
            kind=RecordKind.PRODUCT,
            id=detail.product_id,
            title=detail.product_name,
            text="",
            icon="package",
        )
        self.product.set_value(product if detail.product_id is not None else None)
        if self.resolution and self.compensation and self.satisfaction:
            self.resolution.set_value(detail.resolution)
            self.compensation.set_value(detail.compensation or None)
            self.satisfaction.set_value(detail.satisfaction)
        self._show_promise()

    def show_purchases(self, purchases: Sequence[PurchaseRow], chosen: UUID | None) -> None:
        """Offer a customer's purchases, one of which may be what it is about."""
        self.purchase.set_options(
            [
                (None, translate("Complaints", "none in particular")),
                *((one.id, self._purchase_text(one)) for one in purchases),
            ]
        )
        if chosen in {one.id for one in purchases}:
            self.purchase.set_value(chosen)
        self.purchase.restore(self._kept.get("purchase_id"))

    def read_purchases(self, chosen: UUID | None) -> None:
        """Read what the chosen customer bought of late."""
        hit = self.customer.value()
        customer_id = hit.id if hit is not None and isinstance(hit.id, UUID) else None
        self._ui.background.read(
            lambda session: customer_purchases(session, customer_id, chosen),
            lambda found: self.show_purchases(found, chosen),
            owner=self,
            key="purchases",
        )

    def restore(self, contents: Mapping[str, Any]) -> None:
        """Type again what was typed; the purchase is chosen as soon as the purchases are known."""
        self._kept = contents
        super().restore(contents)
        self._show_promise()
        if "id" in self.customer.snapshot():
            with suppress(TypeError, ValueError):
                self.read_purchases(UUID(contents.get("purchase_id")))
                return
            self.read_purchases(None)

    def draft(self) -> ComplaintDraft:
        """Return what the fields say; InvalidInput names the field that is wrong."""
        product = self.product.value()
        resolution, compensation = self.resolution, self.compensation
        return ComplaintDraft(
            customer_id=self.customer.customer_id(),
            subject=self.subject.value(),
            description=self.description.value(),
            category=self.category.value(),
            severity=self.severity.value(),
            purchase_id=self.purchase.value(),
            product_id=product.id if product and isinstance(product.id, UUID) else None,
            assignee_id=self.assignee.value(),
            received_at=self._received_at(),
            due_on=self.due.value() or (self._promise() if self.resolution else None),
            resolution=resolution.value() if resolution else "",
            compensation=(compensation.value() or 0) if compensation else 0,
            satisfaction=self.satisfaction.value() if self.satisfaction else None,
        )

    def _received_at(self) -> datetime:
        """Return the instant in the shop's own zone, whose day the promise counts from."""
        zone = self._ui.display.timezone
        usual = self._began.astimezone(zone)
        day, clock = self.day.value(), self.clock.value()
        at = datetime.combine(day or usual.date(), clock or usual.time(), tzinfo=zone)
        same = at == usual.replace(second=0, microsecond=0)
        return usual if same else at

    def _promise(self) -> date | None:
        try:
            received = self._received_at().date()
        except EcrmError:
            return None
        shop = self._ui.shop
        # A severity of a newer version has no promise of its own here.
        days: int = getattr(shop, f"promise_{self.severity.value()}", shop.promise_normal)
        return received + timedelta(days=days)

    def _show_promise(self) -> None:
        self.due.hinted.emit(self.due.hint())

    def _purchase_text(self, row: PurchaseRow) -> str:
        display = self._ui.display
        comma = "، " if language() == "fa" else ", "
        parts = (
            display.code(row.number),
            display.date(row.purchased_on),
            comma.join(row.titles[:2]),
        )
        return dotted(parts)

    def _find_products(self, text: str, answer: Callable[[Sequence[Hit]], None]) -> None:
        self._ui.background.read(
            lambda session: find_products(session, text),
            lambda found: answer([_product_hit(one, self._ui) for one in found]),
            owner=self,
            key="products",
        )


def customer_purchases(
    session: Session, customer_id: UUID | None, chosen: UUID | None
) -> list[PurchaseRow]:
    """Return a customer's latest purchases, and the chosen one whenever it was."""
    ids: list[UUID] = []
    if customer_id is not None:
        filter_ = PurchaseFilter(customer_id=customer_id)
        listed = list_purchases(session, filter_, Sort("purchased_on", descending=True))
        ids = list(listed[:_PURCHASES])
    if chosen is not None and chosen not in ids:
        ids.append(chosen)
    return purchase_rows(session, ids)


def _product_hit(found: ProductChoice, ui: UiContext) -> Hit:
    parts = (found.brand, ui.display.code(found.code))
    return Hit(
        kind=RecordKind.PRODUCT,
        id=found.id,
        title=found.name,
        text=dotted(parts),
        icon="package",
    )
