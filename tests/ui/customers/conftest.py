"""Customers to look at."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from ecrm_desktop.drafts.customers import (
    ConsentDraft,
    CustomerDraft,
    CustomerFieldDraft,
    PhoneDraft,
)
from ecrm_desktop.services.customer_fields import define_customer_field
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.ui.ui_context import UiContext
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

AddCustomer = Callable[..., UUID]


@pytest.fixture
def add_customer(ui: UiContext) -> AddCustomer:
    """Store a customer called «first last», with a mobile if one is given."""

    def add(name: str, phone: str = "", **over: Any) -> UUID:
        first, _, last = name.partition(" ")
        phones = (PhoneDraft(phone=Phone.parse(phone)),) if phone else ()
        draft = CustomerDraft(**{"first_name": first, "last_name": last, "phones": phones} | over)
        with ui.background.database.transaction() as session:
            return create_customer(session, draft)

    return add


@pytest.fixture
def whole_customer(ui: UiContext, add_customer: AddCustomer) -> UUID:
    """Somebody of whom everything is known."""
    with ui.background.database.transaction() as session:
        size = define_customer_field(
            session, CustomerFieldDraft(title="سایز", kind=FieldKind.NUMBER)
        )
        child = define_customer_field(
            session, CustomerFieldDraft(title="تولد فرزند", kind=FieldKind.DATE)
        )
        level = define_customer_field(
            session,
            CustomerFieldDraft(title="سطح", kind=FieldKind.CHOICE, choices=("طلایی", "نقره‌ای")),
        )
        team = define_customer_field(session, CustomerFieldDraft(title="تیم"))
    return add_customer(
        "علی‌رضا لازم‌پور",
        code="1042",
        phones=(
            PhoneDraft(phone=Phone.parse("02188776655"), label=PhoneLabel.WORK),
            PhoneDraft(phone=Phone.parse("09123456789"), is_primary=True),
        ),
        email=Email.parse("ali@mail.com"),
        national_id=NationalId.parse("0499370899"),
        birth_date=PartialDate(None, 8, 30),
        gender=Gender.MALE,
        job="معلم",
        marriage_date=PartialDate(1395, 2, 1),
        spouse_name="مینا",
        income_band=IncomeBand.MIDDLE,
        province="اصفهان",
        city="کاشان",
        address="خیابان یک\nپلاک ۲",
        postal_code=PostalCode.parse("8713456789"),
        acquisition_channel=AcquisitionChannel.REFERRAL,
        referred_by_id=add_customer("سارا نوری", code="7"),
        preferred_channel=Channel.WHATSAPP,
        consents=(
            ConsentDraft(
                channel=ConsentChannel.SMS, granted=True, given_on=ui.today(), source="تلفنی"
            ),
            ConsentDraft(channel=ConsentChannel.CALL, granted=False),
        ),
        socials=((SocialNetwork.INSTAGRAM, "@ali"), (SocialNetwork.BALE, "ali")),
        favorites=((FavoriteKind.BRAND, "نایک"), (FavoriteKind.PRODUCT, "کفش پیاده‌روی")),
        tags=("وفادار", "همکار"),
        notes="صبح‌ها زنگ بزنید\nپیک فقط عصر",
        field_values=((size, "42.5"), (child, "2020-03-20"), (level, "طلایی"), (team, "سپاهان")),
    )
