"""What people of a shop do more rarely, at random, by the real services."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import CustomerFieldDraft
from ecrm_desktop.drafts.interactions import FollowUpDraft, InteractionDraft
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer, CustomerField, DistinctCustomers
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.models.segments import Segment, SegmentPin
from ecrm_desktop.models.shop import Shop
from ecrm_desktop.models.sync import Conflict, Device
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.queries.record_drafts import purchase_draft
from ecrm_desktop.services.audit_events import record_export, record_restore
from ecrm_desktop.services.audit_thinning import set_audit_years
from ecrm_desktop.services.autosave import delete_autosave, store_autosave
from ecrm_desktop.services.bin import expire_bin
from ecrm_desktop.services.complaints import (
    delete_complaints,
    record_satisfaction,
    resolve_complaint,
    update_complaint,
)
from ecrm_desktop.services.conflicts import keep_present, take_lost_value
from ecrm_desktop.services.customer_fields import (
    define_customer_field,
    delete_customer_field,
    update_customer_field,
)
from ecrm_desktop.services.customer_figures import refresh_at_once
from ecrm_desktop.services.customer_merges import merge_pairs, undo_merges
from ecrm_desktop.services.customer_tags import tag_customers, untag_customers
from ecrm_desktop.services.devices import rename_device
from ecrm_desktop.services.distinct_customers import keep_customers_apart, propose_customers_again
from ecrm_desktop.services.interactions import (
    claim_calls,
    delete_interactions,
    update_interaction,
)
from ecrm_desktop.services.passwords import (
    ask_for_reset,
    begin_guess,
    count_reset_days,
    forget_wrong_passwords,
    recover_password,
    remove_password,
    renew_recovery_code,
    set_password,
    stop_reset,
    tell_wrong_code,
    tell_wrong_passwords,
)
from ecrm_desktop.services.products import set_products_active, update_product
from ecrm_desktop.services.purchases import update_purchase
from ecrm_desktop.services.returns import delete_return
from ecrm_desktop.services.segment_members import refresh_segments
from ecrm_desktop.services.segments import (
    create_segment,
    delete_segments,
    pin_customers,
    unpin_customers,
    update_segment,
)
from ecrm_desktop.services.shop import set_lock_minutes, update_shop
from ecrm_desktop.services.tasks import create_tasks, update_task
from ecrm_desktop.storage.database import Session
from ecrm_desktop.text.segment_presets import preset_id
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.segment_rule import (
    All,
    FieldIs,
    InSegment,
    Not,
    Range,
    Rule,
    RuleField,
    Tagged,
)
from ecrm_desktop.values.segment_writing import rule_to_json
from ecrm_desktop.values.statuses import ExportFormat, FieldKind, Role

if TYPE_CHECKING:
    from tests.helpers.shop_life import Life

CALLER = Phone.parse("09350000007")


def _change_complaint(life: "Life", session: Session) -> None:
    draft = ComplaintDraft(
        customer_id=life.living(session, Customer), subject=life.word(), received_at=life.now
    )
    update_complaint(session, life.living(session, Complaint), draft)


def _resolve(life: "Life", session: Session) -> None:
    resolve_complaint(session, life.living(session, Complaint), resolution=life.word())


def _content(life: "Life", session: Session) -> None:
    record_satisfaction(session, life.living(session, Complaint), 1 + life.number(5))


def _delete_complaint(life: "Life", session: Session) -> None:
    delete_complaints(session, [life.living(session, Complaint)])


def _call_of_a_stranger(life: "Life") -> InteractionDraft:
    call_back = FollowUpDraft(due_on=life.now.date())
    return InteractionDraft(
        occurred_at=life.now, subject=life.word(), phone=CALLER, follow_up=call_back
    )


def _change_call(life: "Life", session: Session) -> None:
    draft = _call_of_a_stranger(life)
    update_interaction(session, life.living(session, Interaction), draft)


def _claim(life: "Life", session: Session) -> None:
    claim_calls(session, life.living(session, Customer), CALLER)


def _delete_call(life: "Life", session: Session) -> None:
    delete_interactions(session, [life.living(session, Interaction)])


def _change_task(life: "Life", session: Session) -> None:
    due = life.now.date() + timedelta(days=life.number(9))
    update_task(session, life.living(session, Task), TaskDraft(title=life.word(), due_on=due))


def _change_product(life: "Life", session: Session) -> None:
    draft = ProductDraft(name=life.word(), price=1 + life.number(9))
    update_product(session, life.living(session, Product), draft)


def _offer_product(life: "Life", session: Session) -> None:
    set_products_active(session, [life.living(session, Product)], active=life.number(2) == 0)


def _note_on_purchase(life: "Life", session: Session) -> None:
    one = life.living(session, Purchase)
    update_purchase(session, one, replace(purchase_draft(session, one), note=life.word()))


def _delete_return(life: "Life", session: Session) -> None:
    delete_return(session, life.living(session, Return))


def _new_field(life: "Life", session: Session) -> None:
    kind = life.choice((FieldKind.TEXT, FieldKind.NUMBER))
    define_customer_field(session, CustomerFieldDraft(title=life.word(), kind=kind))


def _change_field(life: "Life", session: Session) -> None:
    one = life.living(session, CustomerField)
    kind = session.get_one(CustomerField, one).kind
    update_customer_field(session, one, CustomerFieldDraft(title=life.word(), kind=kind))


def _delete_field(life: "Life", session: Session) -> None:
    delete_customer_field(session, life.living(session, CustomerField))


def _merge_several(life: "Life", session: Session) -> None:
    some = [life.living(session, Customer) for _ in range(4)]
    life.merged = merge_pairs(session, [(some[0], some[1]), (some[2], some[3])])


def _part_several(life: "Life", session: Session) -> None:
    undo_merges(session, life.merged)


def _keep_apart(life: "Life", session: Session) -> None:
    keep_customers_apart(session, life.living(session, Customer), life.living(session, Customer))


def _propose_again(life: "Life", session: Session) -> None:
    propose_customers_again(session, [life.one(session, DistinctCustomers)])


def _rule(life: "Life", session: Session) -> Rule:
    rules: list[Rule] = [
        Not(Tagged(life.word())),
        FieldIs(RuleField.PURCHASES, Range(low=life.number(3))),
    ]
    ids = session.query(Segment.id).filter(Segment.deleted_at.is_(None)).order_by(Segment.id)
    rules += [InSegment(one) for (one,) in ids.limit(3)]
    return All(tuple(life.choice(rules) for _ in range(2)))


def _new_segment(life: "Life", session: Session) -> None:
    rule = rule_to_json(_rule(life, session))
    create_segment(session, SegmentDraft(name=life.word(), purpose=life.word(), rule=rule))


def _change_segment(life: "Life", session: Session) -> None:
    # A preset becomes the same record on every PC.
    preset = preset_id(life.choice(("new", "women")))
    segment = preset if life.number(3) == 0 else life.living(session, Segment)
    draft = SegmentDraft(name=life.word(), rule=rule_to_json(_rule(life, session)))
    update_segment(session, segment, draft)


def _delete_segment(life: "Life", session: Session) -> None:
    delete_segments(session, [life.living(session, Segment)])


def _pin(life: "Life", session: Session) -> None:
    pin_customers(
        session,
        life.living(session, Segment),
        [life.living(session, Customer)],
        is_in=life.number(2) == 0,
        reason=life.choice(("", life.word())),
    )


def _unpin(life: "Life", session: Session) -> None:
    pin = session.get_one(SegmentPin, life.one(session, SegmentPin))
    unpin_customers(session, pin.segment_id, [pin.customer_id])


def _look_at_segments(life: "Life", session: Session) -> None:
    refresh_at_once(session)
    refresh_segments(session, life.now.date())


def _tag_many(life: "Life", session: Session) -> None:
    word = life.word()
    tagged = tag_customers(session, [life.living(session, Customer)], word)
    if life.number(2):
        untag_customers(session, tagged, word)


def _ask_many(life: "Life", session: Session) -> None:
    draft = TaskDraft(title=life.word(), due_on=life.now.date())
    create_tasks(session, draft, [life.living(session, Customer)])


def _take_lost(life: "Life", session: Session) -> None:
    take_lost_value(session, life.one(session, Conflict, Conflict.settled_at.is_(None)))


def _keep_present(life: "Life", session: Session) -> None:
    keep_present(session, life.one(session, Conflict, Conflict.settled_at.is_(None)))


def _rename_pc(life: "Life", session: Session) -> None:
    rename_device(session, life.one(session, Device), life.word())


def _change_shop(life: "Life", session: Session) -> None:
    life.one(session, Shop)  # it may be on its way still
    draft = ShopDraft(name=life.word(), address=life.word(), promise_low=7 + life.number(9))
    update_shop(session, draft)


def _rules(life: "Life", session: Session) -> None:
    life.one(session, Shop)
    set_lock_minutes(session, 1 + life.number(9))
    set_audit_years(session, 5 + life.number(9))


def _take_out(life: "Life", session: Session) -> None:
    record_export(session, life.word(), ExportFormat.CSV, rows=life.number(9), user_id=None)
    record_restore(session, life.word(), user_id=None)


def _much_later(life: "Life", session: Session) -> None:
    # Of a shop on several PCs no clock empties the bin.
    expire_bin(session, now=life.now + timedelta(days=9_000))


def _type(life: "Life", session: Session) -> None:
    store_autosave(session, "form", "{}")
    if life.number(2):
        delete_autosave(session, "form")


def _set_password(life: "Life", session: Session) -> None:
    one = life.one(session, User, User.deleted_at.is_(None), User.role == Role.OWNER)
    if code := set_password(session, one, "7294"):
        life.codes[one] = code


def _remove_password(life: "Life", session: Session) -> None:
    remove_password(session, life.living(session, User))


def _renew_code(life: "Life", session: Session) -> None:
    for one in life.codes:
        life.codes[one] = renew_recovery_code(session, one)


def _recover(life: "Life", session: Session) -> None:
    for one, code in life.codes.items():
        recover_password(session, one, code, None)
    life.codes.clear()


def _guess(life: "Life", session: Session) -> None:
    one = life.living(session, User)
    begin_guess(session, one, now=1.0)
    tell_wrong_passwords(session, one)
    tell_wrong_code(session, one)
    forget_wrong_passwords(session, one)


def _ask_for_reset(life: "Life", session: Session) -> None:
    one = life.one(session, User, User.deleted_at.is_(None), User.password_hash != "")
    ask_for_reset(session, one, life.now.date())


def _stop_reset(life: "Life", session: Session) -> None:
    stop_reset(session, life.one(session, User, User.reset_asked_on.is_not(None)))


def _days_of_work(life: "Life", session: Session) -> None:
    for day in range(1 + life.number(9)):
        count_reset_days(session, life.now.date() + timedelta(days=day))


MORE_DEEDS: tuple[Callable[["Life", Any], None], ...] = (
    _change_complaint,
    _resolve,
    _content,
    _delete_complaint,
    _change_call,
    _claim,
    _delete_call,
    _change_task,
    _change_product,
    _offer_product,
    _note_on_purchase,
    _delete_return,
    _new_field,
    _change_field,
    _delete_field,
    _merge_several,
    _part_several,
    _keep_apart,
    _propose_again,
    _new_segment,
    _change_segment,
    _delete_segment,
    _pin,
    _unpin,
    _look_at_segments,
    _tag_many,
    _ask_many,
    _take_lost,
    _keep_present,
    _rename_pc,
    _change_shop,
    _rules,
    _take_out,
    _much_later,
    _type,
    _set_password,
    _guess,
    _ask_for_reset,
    _stop_reset,
    _days_of_work,
    _renew_code,
    _recover,
    _remove_password,
)
