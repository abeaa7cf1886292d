from datetime import date

from ecrm_desktop.drafts.customers import CustomerDraft, PhoneDraft
from ecrm_desktop.queries.customer_detail import customer_detail
from ecrm_desktop.reports.vcard import vcard
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.postal_code import PostalCode
from ecrm_desktop.values.statuses import CustomerKind, PhoneLabel

NOTE = "خوش‌حساب؛ ساعت ۵, نه پیش از آن; کوچهٔ بهار\\پلاک ۱۲\n" + "یادداشتی بلند " * 20


def card(database: Database, draft: CustomerDraft) -> bytes:
    with database.transaction() as session:
        made = create_customer(session, draft)
    with database.reading() as session:
        return vcard(customer_detail(session, made))


def unfolded(content: bytes) -> list[str]:
    assert content.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    for line in content.split(b"\r\n"):
        line.decode()
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_a_person_with_everything(database: Database) -> None:
    draft = CustomerDraft(
        first_name="مریم",
        last_name="کریمی, نژاد",
        phones=(
            PhoneDraft(phone=Phone.parse("03132204050"), label=PhoneLabel.WORK),
            PhoneDraft(phone=Phone.parse("09123456789"), is_primary=True),
        ),
        email=Email.parse("maryam@example.com"),
        national_id=NationalId.parse("0013542419"),
        birth_date=PartialDate(year=1370, month=8, day=30),
        job="معلم",
        province="اصفهان",
        city="کاشان",
        address="خیابان فرهنگ؛ پلاک ۱",
        postal_code=PostalCode.parse("8713456789"),
        tags=("خوش‌حساب", "همسایه"),
        notes=NOTE,
    )
    lines = unfolded(card(database, draft))
    escaped = NOTE.strip().replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert lines == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:مریم کریمی\\, نژاد",
        "N:کریمی\\, نژاد;مریم;;;",
        "TITLE:معلم",
        "TEL;TYPE=CELL,PREF:+989123456789",
        "TEL;TYPE=WORK:+983132204050",
        "EMAIL;TYPE=INTERNET:maryam@example.com",
        "ADR;TYPE=HOME:;;خیابان فرهنگ؛ پلاک ۱;کاشان;اصفهان;8713456789;",
        f"BDAY:{date(1991, 11, 21).isoformat()}",
        "CATEGORIES:خوش‌حساب,همسایه",
        "NOTE:" + escaped.replace("\n", "\\n"),
        "END:VCARD",
    ]


def test_a_company_with_nothing_but_its_name(database: Database) -> None:
    draft = CustomerDraft(
        kind=CustomerKind.COMPANY,
        company_name="چاپ نگار",
        birth_date=PartialDate(year=None, month=1, day=31),
    )
    assert unfolded(card(database, draft)) == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:چاپ نگار",
        "N:;;;;",
        "ORG:چاپ نگار",
        "X-ABSHOWAS:COMPANY",
        "END:VCARD",
    ]
