"""Every service that rooms above call: what it needs, and a call that would do it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import CustomerDraft, CustomerFieldDraft
from ecrm_desktop.drafts.imports import MatchBy, OnMatch
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft, ReturnDraft, ReturnLineDraft
from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.customers import CustomerField
from ecrm_desktop.models.purchases import PurchaseLine
from ecrm_desktop.models.users import User
from ecrm_desktop.services import (
    audit_events,
    audit_thinning,
    autosave,
    bin,  # noqa: A004 - the services' module of this name
    complaints,
    conflicts,
    counters,
    customer_fields,
    customer_merges,
    customer_tags,
    customers,
    demo,
    devices,
    distinct_customers,
    edits,
    forgetting,
    imports,
    index_rebuilding,
    interactions,
    passwords,
    products,
    purchases,
    returns,
    segment_members,
    segments,
    shop,
    tasks,
    users,
    wiping,
)
from ecrm_desktop.services.demo.syncing import SyncScene, pretend_syncing
from ecrm_desktop.services.imports import ImportCounts, ImportSettings
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import (
    ComplaintStatus,
    ExportFormat,
    FieldKind,
    ImportKind,
    Role,
    Severity,
)
from tests.helpers.factories import make_user
from tests.helpers.made_conflicts import make_conflict, make_device
from tests.helpers.small_shop import SmallShop, fill_small_shop
from tests.helpers.undone import undone

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
TODAY = NOW.date()


class RolesAtWork:
    """A small shop with a person of each role, none of whom anybody needs as its owner."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with database.transaction() as session:
            self.some: SmallShop = fill_small_shop(session, "fa")
            self.people = {role: make_user(session, role.value, role=role) for role in Role}
            self.other = make_user(session, "رضا")
            self.field = session.scalars(select(CustomerField.id)).one()
            self.line = session.scalars(select(PurchaseLine.id)).one()

    def may(self, role: Role, service: Callable[[Session], object], action: str = "") -> bool:
        """Return whether a role is let do something, whatever else is said to it; undo it then."""
        by = self.people[role]
        try:
            with (
                self.database.capture.working_for(by),
                self.database.transaction(action) as session,
                undone(session),
            ):
                service(session)
        except InvalidInput as error:
            return error.problem is not Problem.NOT_ALLOWED
        return True


def _sale(place: RolesAtWork) -> PurchaseDraft:
    line = LineDraft(product_id=place.some.product, title="", unit_price=5)
    return PurchaseDraft(purchased_on=TODAY, purchased_at=NOW, lines=(line,))


def import_nothing(session: Session) -> object:
    """Import a file without rows."""
    settings = ImportSettings(
        kind=ImportKind.CUSTOMERS,
        match=(MatchBy.PHONE,),
        on_match=OnMatch.ADD_ONLY,
        timezone=UTC,
        now=NOW,
        untitled="کالا",
    )
    return imports.import_rows(session, [], settings, lambda _done: None)


def log_nothing(session: Session) -> UUID:
    """List such an import."""
    return imports.log_import(
        session, ImportKind.CUSTOMERS, "x.csv", ImportCounts(), user_id=None, group_number=1
    )


def begin_nothing(session: Session) -> None:
    """Let such an import go on in other transactions."""
    imports.begin_import(session, log_nothing(session), "{}")


def finish_nothing(session: Session) -> None:
    """Let it end there."""
    listed = log_nothing(session)
    imports.begin_import(session, listed, "{}")
    imports.finish_import(session, listed, ImportCounts())


def stop_reset_with_a_password(place: RolesAtWork, session: Session) -> None:
    """Let a password stay, as anybody who has one may."""
    for one in place.people.values():
        session.get_one(User, one).password_hash = "x"  # noqa: S105 - no hash of any password
    passwords.stop_reset(session, place.other)


ANY_RULE = '{"version": 1, "rule": {"tag": "vip"}}'


def segment_of(session: Session) -> UUID:
    """Store a segment."""
    return segments.create_segment(session, SegmentDraft(name="x", rule=ANY_RULE))


def conflict_of(place: RolesAtWork, session: Session) -> UUID:
    """Let a customer's job have lost against another one."""
    return make_conflict(session, "customers", place.some.customer, "job", "x")


Call = Callable[[RolesAtWork, Session], object]
SERVICES: dict[Callable[..., Any], tuple[Permission | None, Call]] = {
    # No record changes by it.
    index_rebuilding.rebuild_indexes: (
        None,
        lambda _p, s: index_rebuilding.rebuild_indexes(s, ["ix_customers_code", "customer_fts"]),
    ),
    counters.is_shared: (None, lambda _p, s: counters.is_shared(s)),
    conflicts.keep_present: (
        Permission.SEE_SUMS,
        lambda p, s: conflicts.keep_present(s, conflict_of(p, s)),
    ),
    conflicts.take_lost_value: (
        Permission.SEE_SUMS,
        lambda p, s: conflicts.take_lost_value(s, conflict_of(p, s)),
    ),
    # Who changed what a form shows is told to whom the form is.
    edits.told: (None, lambda p, s: edits.told(s, "customers", p.some.customer, ())),
    # For pictures of an invented shop.
    pretend_syncing: (None, lambda _p, s: pretend_syncing(s, "{}", SyncScene.SYNCED)),
    devices.rename_device: (
        Permission.CHANGE_SETTINGS,
        lambda _p, s: devices.rename_device(s, make_device(s, "x"), "y"),
    ),
    # What was done is written down, whatever became of the role meanwhile.
    audit_events.record_export: (
        None,
        lambda p, s: audit_events.record_export(s, "x", ExportFormat.CSV, rows=1, user_id=p.other),
    ),
    audit_events.record_restore: (
        None,
        lambda p, s: audit_events.record_restore(s, "x", user_id=p.other),
    ),
    audit_thinning.set_audit_years: (
        Permission.THIN_AUDIT,
        lambda _p, s: audit_thinning.set_audit_years(s, 5),
    ),
    audit_thinning.begin_thinning: (
        Permission.THIN_AUDIT,
        lambda p, s: audit_thinning.begin_thinning(s, 1, user_id=p.other),
    ),
    # The program's own work.
    audit_thinning.begin_due_thinning: (
        None,
        lambda _p, s: audit_thinning.begin_due_thinning(s),
    ),
    audit_thinning.due_thinning: (None, lambda _p, s: audit_thinning.due_thinning(s)),
    audit_thinning.is_thinning: (None, lambda _p, s: audit_thinning.is_thinning(s)),
    audit_thinning.thin_some: (None, lambda _p, s: audit_thinning.thin_some(s)),
    autosave.store_autosave: (None, lambda _p, s: autosave.store_autosave(s, "k", "{}")),
    autosave.delete_autosave: (None, lambda _p, s: autosave.delete_autosave(s, "k")),
    bin.empty_bin: (Permission.DELETE_FOR_GOOD, lambda _p, s: bin.empty_bin(s)),
    bin.expire_bin: (None, lambda _p, s: bin.expire_bin(s)),  # the program's own work
    bin.restore_deletion: (
        None,
        lambda p, s: bin.restore_deletion(s, customers.delete_customers(s, [p.some.company])),
    ),
    complaints.open_complaint: (
        None,
        lambda p, s: complaints.open_complaint(
            s, ComplaintDraft(customer_id=p.some.customer, subject="x", received_at=NOW)
        ),
    ),
    complaints.update_complaint: (
        None,
        lambda p, s: complaints.update_complaint(
            s,
            p.some.complaint,
            ComplaintDraft(customer_id=p.some.customer, subject="x", received_at=NOW),
        ),
    ),
    complaints.move_complaint: (
        None,
        lambda p, s: complaints.move_complaint(s, p.some.complaint, ComplaintStatus.IN_PROGRESS),
    ),
    complaints.resolve_complaint: (
        None,
        lambda p, s: complaints.resolve_complaint(s, p.some.complaint, resolution="x"),
    ),
    complaints.record_satisfaction: (
        None,
        lambda p, s: complaints.record_satisfaction(s, p.some.complaint, 5),
    ),
    complaints.add_complaint_note: (
        None,
        lambda p, s: complaints.add_complaint_note(s, p.some.complaint, "x"),
    ),
    complaints.delete_complaints: (
        None,
        lambda p, s: complaints.delete_complaints(s, [p.some.complaint]),
    ),
    complaints.promised_on: (None, lambda _p, s: complaints.promised_on(s, TODAY, Severity.LOW)),
    customer_fields.define_customer_field: (
        Permission.CHANGE_SETTINGS,
        lambda _p, s: customer_fields.define_customer_field(
            s, CustomerFieldDraft(title="x", kind=FieldKind.TEXT)
        ),
    ),
    customer_fields.update_customer_field: (
        Permission.CHANGE_SETTINGS,
        lambda p, s: customer_fields.update_customer_field(
            s, p.field, CustomerFieldDraft(title="x", kind=FieldKind.NUMBER)
        ),
    ),
    customer_fields.delete_customer_field: (
        Permission.CHANGE_SETTINGS,
        lambda p, s: customer_fields.delete_customer_field(s, p.field),
    ),
    customer_merges.merge_customers: (
        None,
        lambda p, s: customer_merges.merge_customers(s, p.some.customer, p.some.company, {}),
    ),
    customer_merges.undo_merge: (
        None,
        lambda p, s: customer_merges.undo_merge(
            s, customer_merges.merge_customers(s, p.some.customer, p.some.company, {})
        ),
    ),
    customer_merges.merge_pairs: (
        None,
        lambda p, s: customer_merges.merge_pairs(s, [(p.some.customer, p.some.company)]),
    ),
    customer_merges.undo_merges: (
        None,
        lambda p, s: customer_merges.undo_merges(
            s, customer_merges.merge_pairs(s, [(p.some.customer, p.some.company)])
        ),
    ),
    wiping.is_wipe_due: (None, lambda _p, s: wiping.is_wipe_due(s)),
    distinct_customers.keep_customers_apart: (
        None,
        lambda p, s: distinct_customers.keep_customers_apart(s, p.some.customer, p.some.company),
    ),
    distinct_customers.propose_customers_again: (
        None,
        lambda p, s: distinct_customers.propose_customers_again(
            s, [distinct_customers.keep_customers_apart(s, p.some.customer, p.some.company)]
        ),
    ),
    customers.create_customer: (
        None,
        lambda _p, s: customers.create_customer(s, CustomerDraft(last_name="x")),
    ),
    customers.update_customer: (
        None,
        lambda p, s: customers.update_customer(s, p.some.customer, CustomerDraft(last_name="x")),
    ),
    customers.delete_customers: (
        None,
        lambda p, s: customers.delete_customers(s, [p.some.customer]),
    ),
    # It adds people, and is refused before that: there are customers here.
    demo.fill_demo: (None, lambda _p, s: demo.fill_demo(s, customers=1)),
    forgetting.forget_customer: (
        Permission.FORGET,
        lambda p, s: forgetting.forget_customer(s, p.some.customer, None),
    ),
    imports.import_rows: (Permission.IMPORT, lambda _p, s: import_nothing(s)),
    imports.begin_import: (Permission.IMPORT, lambda _p, s: begin_nothing(s)),
    imports.finish_import: (Permission.IMPORT, lambda _p, s: finish_nothing(s)),
    imports.log_import: (Permission.IMPORT, lambda _p, s: log_nothing(s)),
    imports.undo_import: (
        Permission.IMPORT,
        lambda _p, s: imports.undo_import(s, new_id(), lambda _done, _total: None),
    ),
    interactions.record_interaction: (
        None,
        lambda _p, s: interactions.record_interaction(
            s, InteractionDraft(occurred_at=NOW, subject="x")
        ),
    ),
    interactions.update_interaction: (
        None,
        lambda p, s: interactions.update_interaction(
            s, p.some.interaction, InteractionDraft(occurred_at=NOW, subject="x")
        ),
    ),
    interactions.claim_calls: (
        None,
        lambda p, s: interactions.claim_calls(s, p.some.customer, Phone.parse("09121112233")),
    ),
    interactions.delete_interactions: (
        None,
        lambda p, s: interactions.delete_interactions(s, [p.some.interaction]),
    ),
    passwords.begin_guess: (None, lambda p, s: passwords.begin_guess(s, p.other, now=1.0)),
    passwords.forget_wrong_passwords: (
        None,
        lambda p, s: passwords.forget_wrong_passwords(s, p.other),
    ),
    passwords.tell_wrong_passwords: (
        None,
        lambda p, s: passwords.tell_wrong_passwords(s, p.other),
    ),
    passwords.set_password: (
        Permission.MANAGE_PEOPLE,
        lambda p, s: passwords.set_password(s, p.other, "7294"),
    ),
    passwords.remove_password: (
        Permission.MANAGE_PEOPLE,
        lambda p, s: passwords.remove_password(s, p.other),
    ),
    # Whoever calls it has proved something else: see its docstring.
    passwords.renew_recovery_code: (
        Permission.MANAGE_PEOPLE,
        lambda p, s: passwords.renew_recovery_code(s, p.other),
    ),
    passwords.recover_password: (
        None,
        lambda p, s: passwords.recover_password(s, p.other, "", None),
    ),
    passwords.tell_wrong_code: (None, lambda p, s: passwords.tell_wrong_code(s, p.other)),
    passwords.ask_for_reset: (None, lambda p, s: passwords.ask_for_reset(s, p.other, TODAY)),
    passwords.count_reset_days: (None, lambda _p, s: passwords.count_reset_days(s, TODAY)),
    passwords.stop_reset: (None, stop_reset_with_a_password),
    products.create_product: (
        None,
        lambda _p, s: products.create_product(s, ProductDraft(name="x")),
    ),
    products.update_product: (
        None,
        lambda p, s: products.update_product(s, p.some.product, ProductDraft(name="x")),
    ),
    products.set_products_active: (
        None,
        lambda p, s: products.set_products_active(s, [p.some.product], active=False),
    ),
    products.delete_products: (None, lambda p, s: products.delete_products(s, [p.some.product])),
    purchases.record_purchase: (None, lambda p, s: purchases.record_purchase(s, _sale(p))),
    purchases.update_purchase: (
        None,
        lambda p, s: purchases.update_purchase(s, p.some.purchase, _sale(p)),
    ),
    purchases.delete_purchases: (
        None,
        lambda p, s: purchases.delete_purchases(s, [p.some.purchase]),
    ),
    returns.record_return: (
        None,
        lambda p, s: returns.record_return(
            s,
            ReturnDraft(
                purchase_id=p.some.purchase,
                returned_on=TODAY,
                returned_at=NOW,
                lines=(ReturnLineDraft(purchase_line_id=p.line, quantity=1000, amount=1),),
            ),
        ),
    ),
    returns.delete_return: (None, lambda _p, s: returns.delete_return(s, new_id())),
    segments.create_segment: (None, lambda _p, s: segment_of(s)),
    segments.update_segment: (
        None,
        lambda _p, s: segments.update_segment(
            s, segment_of(s), SegmentDraft(name="y", rule=ANY_RULE)
        ),
    ),
    segments.delete_segments: (None, lambda _p, s: segments.delete_segments(s, [segment_of(s)])),
    segments.pin_customers: (
        None,
        lambda p, s: segments.pin_customers(s, segment_of(s), [p.some.customer], is_in=True),
    ),
    segments.unpin_customers: (
        None,
        lambda p, s: segments.unpin_customers(s, segment_of(s), [p.some.customer]),
    ),
    segment_members.count_segment: (
        None,
        lambda _p, s: segment_members.count_segment(s, segment_of(s), TODAY),
    ),
    # The program's own look: no record changes by it.
    segment_members.refresh_segments: (
        None,
        lambda _p, s: segment_members.refresh_segments(s, TODAY),
    ),
    shop.create_shop: (None, lambda _p, s: shop.create_shop(s, ShopDraft(name="x"), "IRR", "x")),
    shop.update_shop: (
        Permission.CHANGE_SETTINGS,
        lambda _p, s: shop.update_shop(s, ShopDraft(name="x")),
    ),
    shop.set_lock_minutes: (Permission.MANAGE_PEOPLE, lambda _p, s: shop.set_lock_minutes(s, 5)),
    tasks.create_task: (
        None,
        lambda _p, s: tasks.create_task(s, TaskDraft(title="x", due_on=TODAY)),
    ),
    tasks.create_tasks: (
        None,
        lambda p, s: tasks.create_tasks(s, TaskDraft(title="x", due_on=TODAY), [p.some.customer]),
    ),
    customer_tags.tag_customers: (
        None,
        lambda p, s: customer_tags.tag_customers(s, [p.some.customer], "x"),
    ),
    customer_tags.untag_customers: (
        None,
        lambda p, s: customer_tags.untag_customers(s, [p.some.customer], "x"),
    ),
    tasks.update_task: (
        None,
        lambda p, s: tasks.update_task(s, p.some.task, TaskDraft(title="x", due_on=TODAY)),
    ),
    tasks.complete_task: (None, lambda p, s: tasks.complete_task(s, p.some.task, today=TODAY)),
    tasks.reopen_task: (None, lambda p, s: tasks.reopen_task(s, p.some.task)),
    tasks.postpone_task: (
        None,
        lambda p, s: tasks.postpone_task(s, p.some.task, TODAY + timedelta(days=9)),
    ),
    tasks.delete_tasks: (None, lambda p, s: tasks.delete_tasks(s, [p.some.task])),
    users.add_user: (
        Permission.MANAGE_PEOPLE,
        lambda _p, s: users.add_user(s, UserDraft(name="x")),
    ),
    users.update_user: (
        Permission.MANAGE_PEOPLE,
        lambda p, s: users.update_user(s, p.other, UserDraft(name="x")),
    ),
}
"""What every service needs, None for what everybody may, and a call that would do it."""
