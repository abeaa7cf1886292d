"""Two people with everything a shop can know about somebody."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import select, update

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import (
    ConsentDraft,
    CustomerDraft,
    PhoneDraft,
)
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.models.base import Base
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.imports import Import
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.purchases import Return, ReturnLine
from ecrm_desktop.services.autosave import store_autosave
from ecrm_desktop.services.complaints import open_complaint
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.services.interactions import record_interaction
from ecrm_desktop.services.purchases import record_purchase
from ecrm_desktop.services.tasks import create_task
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.period import Period
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import (
    ConsentChannel,
    FavoriteKind,
    ImportKind,
    SocialNetwork,
)
from tests.helpers.factories import make_product

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
DAY = date(2026, 11, 20)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@dataclass(frozen=True)
class Person:
    """Words that only this person has anywhere in the file."""

    first: str
    last: str
    mobile: str
    second: str
    email: str
    national_id: str
    private: str
    city: str


MARYAM = Person(
    first="مریم‌السادات",
    last="طباطبایی‌نژاد",
    mobile="09121234567",
    second="02188776655",
    email="maryam.taba@example.com",
    national_id="0499370899",
    private="رازگفته",
    city="نیاسر",
)
NEIGHBOUR = Person(
    first="مریم",
    last="طباطبایی",
    mobile="09121234568",
    second="02188776656",
    email="maryam@example.com",
    national_id="0790419904",
    private="حرف‌دیگر",
    city="نیاسر",
)


def put_everything(session: Session, who: Person, field: UUID, user: UUID) -> UUID:
    """A person with one of everything that can be said about anybody."""
    product = make_product(session, "کفش")
    customer = create_customer(
        session,
        CustomerDraft(
            first_name=who.first,
            last_name=who.last,
            email=Email.parse(who.email),
            national_id=NationalId.parse(who.national_id),
            birth_date=PartialDate(1370, 8, 30),
            spouse_name=f"همسر {who.private}",
            job=f"شغل {who.private}",
            city=who.city,
            address=f"نشانی {who.private}",
            notes=f"یادداشت {who.private}",
            phones=(
                PhoneDraft(phone=Phone.parse(who.mobile), is_primary=True),
                PhoneDraft(phone=Phone.parse(who.second)),
            ),
            consents=(
                ConsentDraft(
                    channel=ConsentChannel.SMS,
                    granted=True,
                    given_on=DAY,
                    source=f"برگه‌ی {who.private}",
                ),
            ),
            socials=((SocialNetwork.INSTAGRAM, f"insta_{who.email}"),),
            favorites=((FavoriteKind.BRAND, f"برند {who.private}"),),
            tags=(f"برچسب {who.private}",),
            field_values=((field, f"اندازه {who.private}"),),
        ),
    )
    lines = (LineDraft(product_id=product, title="", quantity=2000, unit_price=5_000),)
    purchase = record_purchase(
        session,
        PurchaseDraft(
            customer_id=customer,
            purchased_on=DAY,
            purchased_at=NOW,
            seller_id=user,
            lines=lines,
            note=f"فاکتور {who.private}",
        ),
    )
    line = session.scalars(
        select(Base.metadata.tables["purchase_lines"].c.id).where(
            Base.metadata.tables["purchase_lines"].c.purchase_id == purchase
        )
    ).one()
    session.add(
        Return(
            purchase_id=purchase,
            customer_id=customer,
            returned_on=DAY,
            returned_at=NOW,
            reason=f"پس داد {who.private}",
            total=5_000,
            lines=[ReturnLine(purchase_line_id=line, quantity=1000, amount=5_000)],
        )
    )
    record_interaction(
        session,
        InteractionDraft(
            customer_id=customer,
            occurred_at=NOW,
            phone=Phone.parse(who.mobile),
            subject=f"موضوع {who.private}",
            text=f"متن {who.private}",
            user_id=user,
        ),
    )
    session.add(
        Interaction(occurred_at=NOW, phone=Phone.parse(who.second).number, subject=who.private)
    )
    complaint = open_complaint(
        session,
        ComplaintDraft(
            customer_id=customer,
            subject=f"شکایت {who.private}",
            description=f"شرح {who.private}",
            category="ارسال",
            received_at=NOW,
            purchase_id=purchase,
        ),
    )
    session.execute(
        update(Complaint).where(Complaint.id == complaint).values(resolution=f"حل {who.private}")
    )
    create_task(session, TaskDraft(title=f"کار {who.private}", customer_id=customer, due_on=DAY))
    store_autosave(
        session,
        f"customers:{customer}",
        json.dumps({"last_name": who.last, "notes": who.private}, ensure_ascii=False),
    )
    typed = json.dumps({"phone": who.mobile, "subject": f"تماس {who.private}"})
    store_autosave(session, f"interactions:{who.mobile}", typed)
    session.add(Import(kind=ImportKind.CUSTOMERS, file_name=f"{who.first} {who.last}.vcf", new=1))
    return customer
