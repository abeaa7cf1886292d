"""Somebody of whom everything is known."""

from datetime import date
from typing import Any
from uuid import UUID

from ecrm_desktop.drafts.customers import (
    ConsentDraft,
    CustomerDraft,
    CustomerFieldDraft,
    PhoneDraft,
)
from ecrm_desktop.fields.customers import CUSTOMER
from ecrm_desktop.fields.field import ValueKind
from ecrm_desktop.services.customer_fields import define_customer_field
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.postal_code import PostalCode
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    ConsentChannel,
    FavoriteKind,
    FieldKind,
    Gender,
    IncomeBand,
    PhoneLabel,
    SocialNetwork,
)


def make_whole_customer(session: Session, today: date, **over: Any) -> UUID:
    """Store a person with a value in each field, who was sent by somebody else."""
    size = define_customer_field(session, CustomerFieldDraft(title="سایز", kind=FieldKind.NUMBER))
    child = define_customer_field(
        session, CustomerFieldDraft(title="تولد فرزند", kind=FieldKind.DATE)
    )
    level = define_customer_field(
        session,
        CustomerFieldDraft(title="سطح", kind=FieldKind.CHOICE, choices=("طلایی", "نقره‌ای")),
    )
    team = define_customer_field(session, CustomerFieldDraft(title="تیم"))
    session.flush()
    friend = create_customer(session, CustomerDraft(code="7", first_name="سارا", last_name="نوری"))
    said: dict[str, Any] = {
        **{one.name: one.name for one in CUSTOMER.fields if one.kind is ValueKind.LINE},
        "company_name": "",
        "code": "1042",
        "first_name": "علی‌رضا",
        "last_name": "لازم‌پور",
        "phones": (
            PhoneDraft(phone=Phone.parse("02188776655"), label=PhoneLabel.WORK),
            PhoneDraft(phone=Phone.parse("09123456789"), is_primary=True),
        ),
        "email": Email.parse("ali@mail.com"),
        "national_id": NationalId.parse("0499370899"),
        "birth_date": PartialDate(None, 8, 30),
        "gender": Gender.MALE,
        "job": "معلم",
        "marriage_date": PartialDate(1395, 2, 1),
        "spouse_name": "مینا",
        "income_band": IncomeBand.MIDDLE,
        "province": "اصفهان",
        "city": "کاشان",
        "address": "خیابان یک\nپلاک ۲",
        "postal_code": PostalCode.parse("8713456789"),
        "acquisition_channel": AcquisitionChannel.REFERRAL,
        "referred_by_id": friend,
        "preferred_channel": Channel.WHATSAPP,
        "consents": (
            ConsentDraft(channel=ConsentChannel.SMS, granted=True, given_on=today, source="تلفنی"),
            ConsentDraft(channel=ConsentChannel.CALL, granted=False),
        ),
        "socials": ((SocialNetwork.INSTAGRAM, "@ali"), (SocialNetwork.BALE, "ali")),
        "favorites": ((FavoriteKind.BRAND, "نایک"), (FavoriteKind.PRODUCT, "کفش پیاده‌روی")),
        "tags": ("وفادار", "همکار"),
        "notes": "صبح‌ها زنگ بزنید\nپیک فقط عصر",
        "field_values": (
            (size, "42.5"),
            (child, "2020-03-20"),
            (level, "طلایی"),
            (team, "سپاهان"),
        ),
    }
    return create_customer(session, CustomerDraft(**said | over))
