from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta, timezone
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.purchases import Purchase, Return, ReturnLine
from ecrm_desktop.queries.sales import SalesBy
from ecrm_desktop.reports.catalogue import REPORTS, build_report
from ecrm_desktop.reports.excel import write_excel
from ecrm_desktop.reports.layout import Chart, Facts, Report, Table
from ecrm_desktop.reports.pdf import write_pdf
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import from_jalali
from ecrm_desktop.values.money import MoneyUnit, currency
from ecrm_desktop.values.period import Period
from ecrm_desktop.values.statuses import Channel, ComplaintStatus, Severity
from tests.helpers.factories import NOON, make_customer, make_purchase, make_user

DISPLAY = Display(
    language="fa",
    currency=currency("IRR"),
    unit=MoneyUnit.RIAL,
    calendar="jalali",
    timezone=timezone(timedelta(hours=3, minutes=30)),
)
SHOP = "فروشگاه نمونه"
AUTUMN = Period(from_jalali(1405, 7, 1), from_jalali(1405, 8, 30))
MEHR = from_jalali(1405, 7, 10)
ABAN = from_jalali(1405, 8, 10)
LAST_YEAR = from_jalali(1404, 8, 10)


@dataclass
class Shop:
    session: Session
    maryam: UUID
    ali: UUID
    purchases: list[UUID]

    def report(self, name: str, **over: Any) -> Report:
        given: dict[str, Any] = {"shop_name": SHOP, "now": NOON, "period": AUTUMN} | over
        return build_report(name, self.session, DISPLAY, **given)


@pytest.fixture
def shop(database: Database) -> Iterator[Shop]:
    with database.transaction() as session:
        reza = make_user(session, "رضا")
        maryam = make_customer(
            session, code="12", city="اصفهان", phone="+989123456789", created_at=NOON
        )
        ali = make_customer(session, "علی کریمی", code="13", created_at=NOON - timedelta(days=400))
        old = make_purchase(session, ali, LAST_YEAR, "کفش")
        first = make_purchase(session, maryam, MEHR, "کفش", "کیف", "کلاه", "جوراب", seller_id=reza)
        second = make_purchase(session, ali, ABAN, "کفش", discount=100, total=900, number="7")
        shoe = session.get_one(Purchase, first).lines[0]
        session.add(
            Return(
                purchase_id=first,
                customer_id=maryam,
                returned_on=ABAN,
                returned_at=NOON,
                total=500,
                lines=[ReturnLine(purchase_line_id=shoe.id, quantity=500, amount=500)],
            )
        )
        for days, channel, answered in ((0, Channel.CALL, True), (1, Channel.CALL, False)):
            session.add(
                Interaction(
                    customer_id=maryam,
                    channel=channel,
                    answered=answered,
                    occurred_at=NOON - timedelta(days=days),
                    duration=90 if answered else None,
                    subject="ارسال",
                )
            )
        complaint(session, maryam, "1405-1", days=20, due=3, taken=2, satisfaction=4)
        complaint(session, maryam, "1405-2", days=19, due=3, taken=6, satisfaction=2)
        complaint(session, ali, "1405-3", days=10, due=3, category="برخورد")
        complaint(session, ali, "1404-3", days=400, due=3)
    with database.reading() as session:
        yield Shop(session, maryam, ali, [old, first, second])


def complaint(
    session: Session,
    customer: UUID,
    number: str,
    *,
    days: int,
    due: int,
    taken: int | None = None,
    category: str = "ارسال",
    satisfaction: int | None = None,
) -> None:
    received = NOON - timedelta(days=days)
    session.add(
        Complaint(
            customer_id=customer,
            number=number,
            subject="تأخیر",
            category=category,
            severity=Severity.HIGH,
            received_at=received,
            due_on=received.date() + timedelta(days=due),
            status=ComplaintStatus.NEW if taken is None else ComplaintStatus.RESOLVED,
            resolved_at=None if taken is None else received + timedelta(days=taken),
            satisfaction=satisfaction,
            compensation=1000,
        )
    )


def facts(report: Report) -> dict[str, Any]:
    return {
        fact.label: fact.value
        for section in report.sections
        if isinstance(section, Facts)
        for fact in section.facts
    }


def table(report: Report, title: str) -> list[dict[str, Any]]:
    found = [one for one in report.sections if isinstance(one, Table) and one.title == title]
    titles = [column.title for column in found[0].columns]
    return [dict(zip(titles, row, strict=True)) for row in found[0].rows]


def charts(report: Report) -> dict[str, dict[str, Any]]:
    return {
        one.title: dict(zip(one.labels, one.values, strict=True))
        for one in report.sections
        if isinstance(one, Chart)
    }


@pytest.mark.parametrize("name", REPORTS)
def test_each_report_is_written_with_shop_period_and_pages(shop: Shop, name: str) -> None:
    over = {"customer_code": "12", "period": None} if name == "customer" else {}
    pdf, excel = BytesIO(), BytesIO()
    report = shop.report(name, **over)
    assert report.period_text == ("" if over else "۱۴۰۵/۰۷/۰۱ تا ۱۴۰۵/۰۸/۳۰")
    write_pdf(report, pdf)
    for page in PdfReader(pdf).pages:
        text = page.extract_text()
        assert SHOP in text
        assert "صفحه" in text
    write_excel(shop.report(name, **over), excel)
    sheet = load_workbook(excel).worksheets[0]
    assert sheet.sheet_view.rightToLeft
    assert any(SHOP in str(cell.value) for row in sheet.iter_rows(max_row=3) for cell in row)


def test_an_unknown_report_is_refused(shop: Shop) -> None:
    with pytest.raises(InvalidInput) as caught:
        shop.report("sums")
    assert caught.value.problem is Problem.REPORT_UNKNOWN


def test_purchases_have_their_sums_months_and_items(shop: Shop) -> None:
    report = shop.report("purchases")
    assert facts(report) == {
        "خریدها": 2,
        "فروش": 4900,
        "مرجوعی": 500,
        "خالص": 4400,
        "میانگین هر خرید، بدون خریدهایی که همه‌اش برگشته": 2200,
    }
    assert charts(report) == {"فروش ماه‌به‌ماه": {"مهر": 4000, "آبان": 900}}
    rows = table(report, "خریدها")
    assert [row["مشتری"] for row in rows] == ["مریم احمدی", "علی کریمی"]
    assert rows[0]["اقلام"] == "کفش، کیف، کلاه و ۱ قلم دیگر"
    assert [(row["مبلغ"], row["مرجوعی"], row["خالص"]) for row in rows] == [
        (4000, 500, 3500),
        (900, None, 900),
    ]


def test_sales_say_the_same_sum_in_every_way(shop: Shop) -> None:
    report = shop.report("sales")
    assert facts(report)["فروش خالص"] == 4400
    for name in ("ماه", "فروشنده", "شهر", "کالا", "برند", "دسته"):
        rows = table(report, f"فروش به تفکیک {name}")
        assert sum(row["خالص"] for row in rows) == 4400, name
        assert sum(row["سهم"] for row in rows) == pytest.approx(1)
    assert [row["ماه"] for row in table(report, "فروش به تفکیک ماه")] == ["مهر ۱۴۰۵", "آبان ۱۴۰۵"]
    assert {row["کالا"]: row["خالص"] for row in table(report, "فروش به تفکیک کالا")} == {
        "کفش": 1400,
        "کیف": 1000,
        "کلاه": 1000,
        "جوراب": 1000,
    }


def test_sales_by_one_thing_alone_bear_its_name(shop: Shop) -> None:
    report = shop.report("sales", sales_by=SalesBy.SELLER)
    assert report.title == "فروش به تفکیک فروشنده"
    tables = [one.title for one in report.sections if isinstance(one, Table)]
    assert tables == ["فروش به تفکیک فروشنده"]
    assert {row["فروشنده"]: row["خالص"] for row in table(report, report.title)} == {
        "رضا": 3500,
        "بدون فروشنده": 900,
    }


def test_sales_without_a_period_are_all_there_ever_were(shop: Shop) -> None:
    report = shop.report("sales", period=None)
    assert facts(report)["فروش خالص"] == 5400
    assert len(table(report, "فروش به تفکیک ماه")) == 13


def test_complaints_tell_how_promises_were_kept(shop: Shop) -> None:
    report = shop.report("complaints")
    found = facts(report)
    assert (found["شکایت‌ها"], found["باز"], found["دیرکرد"]) == (3, 1, 1)
    assert found["خوش‌قولی"] == pytest.approx(1 / 3)
    assert (found["میانگین روز رسیدگی"], found["رضایت"]) == (4, 3)
    by_category = table(report, "شکایت‌ها به تفکیک دسته")
    assert [(row["دسته"], row["شکایت‌ها"], row["دیرکرد"]) for row in by_category] == [
        ("ارسال", 2, 0),
        ("برخورد", 1, 1),
    ]
    rows = table(report, "شکایت‌ها")
    assert [(row["شماره"], row["روز تا رسیدگی"], row["روز دیرکرد"]) for row in rows] == [
        ("1405-1", 2, None),
        ("1405-2", 6, 3),
        ("1405-3", None, 7),
    ]


def test_interactions_are_counted_by_channel(shop: Shop) -> None:
    report = shop.report("interactions")
    assert facts(report) == {"تماس‌ها": 2, "بی‌پاسخ": 1, "دقیقه": 2}
    assert charts(report) == {"تماس‌ها به تفکیک کانال": {"تماس تلفنی": 2}}
    rows = table(report, "تماس‌ها")
    assert [row["جهت"] for row in rows] == ["ورودی، بی‌پاسخ", "ورودی"]
    assert [row["دقیقه"] for row in rows] == [None, 1.5]


def test_customers_of_a_period_are_those_registered_in_it(shop: Shop) -> None:
    report = shop.report("customers")
    assert facts(report) == {"مشتریان": 1, "خریدار": 1, "جمع خرید": 3500}
    assert charts(report) == {"مشتریان به تفکیک شهر": {"اصفهان": 1}}
    assert [row["نام"] for row in table(report, "مشتریان")] == ["مریم احمدی"]
    everybody = table(shop.report("customers", period=None), "مشتریان")
    assert [row["نام"] for row in everybody] == ["علی کریمی", "مریم احمدی"]
    assert charts(shop.report("customers", period=None))["مشتریان به تفکیک شهر"] == {
        "شهر نامشخص": 1,
        "اصفهان": 1,
    }


def test_top_customers_are_ranked_with_their_share(shop: Shop) -> None:
    rows = table(shop.report("top-customers"), "مشتریان برتر")
    assert [(row["رتبه"], row["مشتری"], row["خالص"]) for row in rows] == [
        (1, "مریم احمدی", 3500),
        (2, "علی کریمی", 900),
    ]
    assert rows[0]["سهم"] == pytest.approx(3500 / 4400)
    ever = table(shop.report("top-customers", period=None), "مشتریان برتر")
    assert [row["خالص"] for row in ever] == [3500, 1900]


def test_reports_of_an_empty_shop_say_that_there_is_nothing(database: Database) -> None:
    with database.reading() as session:
        for name in set(REPORTS) - {"customer"}:
            pdf = BytesIO()
            write_pdf(build_report(name, session, DISPLAY, shop_name=SHOP, now=NOON), pdf)
            assert SHOP in PdfReader(pdf).pages[0].extract_text()


def test_one_customers_file_tells_all_that_is_known_and_happened(shop: Shop) -> None:
    report = shop.report("customer", customer_code=" ۱۲ ", period=None)
    assert report.title == "پروندهٔ مریم احمدی"
    known = facts(report)
    assert (known["کد اشتراک"], known["همراه"], known["شهر"]) == ("12", "+989123456789", "اصفهان")
    assert (known["خریدها"], known["جمع خرید"], known["شکایت باز"]) == (1, 3500, 0)
    assert "شغل" not in known
    events = table(report, "رویدادها")
    assert [event["رویداد"] for event in events] == [
        "تماس تلفنی، ورودی",
        "مرجوعی",
        "تماس تلفنی، ورودی، بی‌پاسخ",
        f"شکایت {DISPLAY.code('1405-2')}",
        f"شکایت {DISPLAY.code('1405-1')}",
        "خرید",
    ]
    assert sum(event["مبلغ"] or 0 for event in events) == 3500
    assert events[-1]["موضوع"] == "کفش، کیف، کلاه، جوراب"
    assert events[3]["وضعیت"] == "حل‌شده"


def test_a_customers_file_can_be_of_a_period_and_asked_for_by_id(shop: Shop) -> None:
    mehr = Period(from_jalali(1405, 7, 1), from_jalali(1405, 7, 30))
    report = shop.report("customer", customer_id=shop.maryam, period=mehr)
    assert [event["مبلغ"] for event in table(report, "رویدادها")] == [4000]


@pytest.mark.parametrize("code", ["", "99"])
def test_nobodys_file_is_refused(shop: Shop, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        shop.report("customer", customer_code=code)
    assert caught.value.problem is Problem.RECORD_MISSING
    assert caught.value.field == "customer"
