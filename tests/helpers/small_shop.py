"""A shop with one of everything, all of whose words are of one script."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import CustomerDraft, CustomerFieldDraft, PhoneDraft
from ecrm_desktop.drafts.interactions import FollowUpDraft, InteractionDraft
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.drafts.shop import ShopDraft, UserDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.services.complaints import open_complaint, resolve_complaint
from ecrm_desktop.services.customer_fields import define_customer_field
from ecrm_desktop.services.customers import create_customer, delete_customers
from ecrm_desktop.services.interactions import record_interaction
from ecrm_desktop.services.products import create_product
from ecrm_desktop.services.purchases import record_purchase
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.services.tasks import create_task
from ecrm_desktop.services.users import add_user
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    CustomerKind,
    FieldKind,
    InteractionOutcome,
)

WORDS = {
    "fa": ["پوشاک", "مریم", "سمیرا", "کریمی", "چاپ نگار", "اصفهان", "کفش", "دیر رسید", "خوش‌حساب"],
    "en": ["Mehr", "Maryam", "Samira", "Karimi", "Negar Ltd", "Rasht", "Shoe", "Came late", "VIP"],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallShop:
    """The ids of what a shop has; `complaint` is open, `resolved` is not."""

    customer: UUID
    company: UUID
    product: UUID
    purchase: UUID
    interaction: UUID
    complaint: UUID
    resolved: UUID
    task: UUID


def fill_small_shop(session: Session, language: str) -> SmallShop:
    """Put one of everything into an empty database."""
    shop, owner, first, last, company, city, shoe, late, tag = WORDS[language]
    now = datetime.now(UTC)
    today = now.astimezone().date()
    create_shop(session, ShopDraft(name=shop), "IRR", owner)
    me = add_user(session, UserDraft(name=first))
    define_customer_field(session, CustomerFieldDraft(title=shoe, kind=FieldKind.NUMBER))
    phone = PhoneDraft(phone=Phone.parse("09123456789"), is_primary=True)
    customer = create_customer(
        session,
        CustomerDraft(
            first_name=first,
            last_name=last,
            phones=(phone, PhoneDraft(phone=Phone.parse("09351112233"))),
            city=city,
            tags=(tag,),
            acquisition_channel=AcquisitionChannel.WALK_IN,
        ),
    )
    other = create_customer(
        session, CustomerDraft(kind=CustomerKind.COMPANY, company_name=company, city=city)
    )
    delete_customers(session, [create_customer(session, CustomerDraft(last_name=last))])
    product = create_product(session, ProductDraft(name=shoe, barcode="6261001002003", price=500))
    purchase = record_purchase(
        session,
        PurchaseDraft(
            customer_id=customer,
            purchased_on=today,
            purchased_at=now,
            seller_id=me,
            lines=(LineDraft(product_id=product, title="", quantity=2000, unit_price=5_000_000),),
            discount=1_000_000,
        ),
    )
    interaction = record_interaction(
        session,
        InteractionDraft(
            customer_id=customer,
            occurred_at=now,
            duration=150,
            user_id=me,
            subject=late,
            outcome=InteractionOutcome.NEEDS_FOLLOW_UP,
            follow_up=FollowUpDraft(due_on=today, assignee_id=me),
        ),
    )
    complaints = [
        open_complaint(
            session,
            ComplaintDraft(
                customer_id=customer,
                subject=late,
                category=late,
                received_at=(now - timedelta(days=days)).astimezone(),
                purchase_id=purchase,
                assignee_id=me,
            ),
            user_id=me,
        )
        for days in (9, 1)
    ]
    resolve_complaint(session, complaints[1], resolution=late, user_id=me)
    task = create_task(
        session, TaskDraft(title=late, customer_id=other, due_on=today - timedelta(days=3))
    )
    return SmallShop(
        customer=customer,
        company=other,
        product=product,
        purchase=purchase,
        interaction=interaction,
        complaint=complaints[0],
        resolved=complaints[1],
        task=task,
    )
