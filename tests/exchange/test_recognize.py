"""Columns are known by their titles and by what is in them, and guesses are named as such."""

import random
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ecrm_desktop.drafts.imports import ImportedCustomer
from ecrm_desktop.exchange.convert import Converter
from ecrm_desktop.exchange.fields import FIELDS
from ecrm_desktop.exchange.mapping import DateOrder, shape_of
from ecrm_desktop.exchange.recognize import About, Recognition, recognize, sheet_of_kind
from ecrm_desktop.exchange.sheets import Cell, Sheet
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.exchange.title_words import is_known
from ecrm_desktop.i18n import set_language
from ecrm_desktop.values.jalali import format_date
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.conversions import DOLLARS, IRAN, TODAY, sheet_of

SAMPLES = Path(__file__).parent / "samples"
ROWS = 40
RANDOM = random.Random(7)
FIRST = ("علی", "رضا", "مریم", "زهرا", "حسین", "فاطمه")
LAST = ("کریمی", "احمدی", "رضایی", "محمدی", "حسینی")


def national_id() -> str:
    digits = [RANDOM.randrange(10) for _ in range(9)]
    rest = sum(digit * (10 - place) for place, digit in enumerate(digits)) % 11
    return "".join(map(str, [*digits, rest if rest < 2 else 11 - rest]))


def digits(count: int) -> str:
    return "".join(RANDOM.choices("0123456789", k=count))


def two(first: int, end: int) -> str:
    return f"{RANDOM.randrange(first, end):02}"


MADE: dict[str, Callable[[], Cell]] = {
    "name": lambda: f"{RANDOM.choice(FIRST)} {RANDOM.choice(LAST)}",
    "first": lambda: RANDOM.choice(FIRST),
    "last": lambda: RANDOM.choice(LAST),
    "mobile": lambda: "09" + digits(9),
    "number": lambda: int("91" + digits(8)),
    "abroad": lambda: "989" + digits(9),
    "landline": lambda: "0218" + digits(7),
    "national": national_id,
    "jalali": lambda: f"13{RANDOM.randrange(40, 84)}/{RANDOM.randrange(1, 13):02}/05",
    "lately": lambda: f"140{RANDOM.randrange(5)}/{RANDOM.randrange(1, 13):02}/{two(1, 30)}",
    "day_first": lambda: f"{RANDOM.randrange(1, 30):02}-0{RANDOM.randrange(1, 9)}-1403",
    "month_first": lambda: f"{RANDOM.randrange(1, 13)}/{RANDOM.randrange(13, 29)}/2024",
    "short": lambda: f"{RANDOM.choice(['98', '99', '00', '03'])}/{two(1, 13)}/{two(13, 30)}",
    "run": lambda: f"140{RANDOM.randrange(5)}0{RANDOM.randrange(1, 10)}{RANDOM.randrange(10, 29)}",
    "moment": lambda: datetime(2025, RANDOM.randrange(1, 13), 3, 10, 5),  # noqa: DTZ001 - as in Excel
    "email": lambda: f"u{digits(5)}@example.com",
    "city": lambda: RANDOM.choice(["تهران", "اصفهان", "شیراز", "قم"]),
    "address": lambda: f"خیابان آزادی پلاک {digits(2)}",
    "postal": lambda: "13" + digits(8),
    "sex": lambda: RANDOM.choice(["زن", "مرد"]),
    "amount": lambda: f"{RANDOM.randrange(10, 9000) * 1000:,}",
    "pieces": lambda: RANDOM.randrange(1, 9),
    "price": lambda: RANDOM.randrange(10, 900) * 1000,
    "goods": lambda: f"کفش مدل {digits(3)}",
    "barcode": lambda: "626" + digits(10),
    "channel": lambda: RANDOM.choice(["تلفنی", "پیامک", "حضوری"]),
    "side": lambda: RANDOM.choice(["ورودی", "خروجی"]),
    "text": lambda: "درباره سفارش صحبت شد و قرار شد دوباره تماس بگیریم",
    "empty": lambda: None,
}  # fmt: skip


def made(cells: str, header: str = "", *, name: str = "") -> Sheet:
    """Return a sheet whose columns hold what `MADE` says; "count" counts the rows."""
    rows = [
        [str(1000 + at) if one == "count" else MADE[one]() for one in cells.split()]
        for at in range(ROWS)
    ]
    return sheet_of(header.split("|") if header else (), *rows, name=name)


def columns_of(found: Recognition) -> list[str]:
    return [name or "-" for name in found.mapping.columns]


@pytest.mark.parametrize(
    ("cells", "header", "kind", "columns"),
    [
        ("count name mobile landline address jalali", "کد|نام|موبايل|تلفن|آدرس|تاريخ تولد",
         "customers", "code name phone phone2 address birth_date"),
        ("count first last number national city", "ردیف|نام|نام خانوادگی|همراه|کد ملی|شهر",
         "customers", "- first_name last_name phone national_id city"),
        ("count name mobile text", "کد طرف حساب|نام طرف حساب|تلفن همراه|توضیحات",
         "customers", "code name phone note"),
        ("count name landline mobile",
         "كد تفصيلي|نام و نام‌خانوادگي|تلفن ثابت|شماره موبایل مشتری (الزامی)",
         "customers", "code name phone2 phone"),
        ("mobile mobile mobile mobile name", "موبایل|موبایل ۲|تلفن|شماره تماس|نام",
         "customers", "phone phone3 phone2 - name"),
        ("empty mobile name", "موبایل|تلفن|نام مشتری", "customers", "phone2 phone name"),
        ("name email text", "CustomerName|e-mail|Notes", "customers", "name email note"),
        ("count lately name mobile goods pieces price amount",
         "شماره فاکتور|تاریخ|نام مشتری|موبایل|شرح کالا|تعداد|فی|مبلغ کل", "purchases",
         "number date customer_name customer_phone product_name quantity unit_price amount"),
        ("count count goods pieces price lately",
         "customer_code|number|product_name|quantity|unit_price|date", "purchases",
         "customer_code number product_name quantity unit_price date"),
        ("count lately name amount", "Invoice No.|InvoiceDate|Customer|Grand Total", "purchases",
         "number date customer_name amount"),
        ("count lately count amount", "Order|Day|Customer|Total", "purchases",
         "number date customer_code amount"),
        ("count goods price barcode", "کد کالا|نام کالا|قیمت فروش|بارکد", "products",
         "code name price barcode"),
        ("lately mobile channel side text", "تاریخ تماس|تلفن|نوع|جهت|شرح", "interactions",
         "date customer_phone channel direction note"),
    ],
)  # fmt: skip
def test_titles_people_write(cells: str, header: str, kind: str, columns: str) -> None:
    found = recognize(made(cells, header), None, IRAN)
    assert found.kind == kind
    assert columns_of(found) == columns.split()
    assert {doubt.about for doubt in found.doubts} <= {About.UNIT}


@pytest.mark.parametrize(
    ("cells", "header", "kind", "columns"),
    [
        ("pieces count goods text city pieces price price price barcode",
         "ردیف|کد کالا|نام کالا|گروه اصلی|واحد|موجودی|قیمت خرید|قیمت فروش 1|قیمت فروش 2|بارکد",
         "products", "- code name category unit - - price - barcode"),
        ("count name name landline mobile address postal national amount text",
         "کد مشتری|نام مشتری|نام شرکت|تلفن|موبایل|آدرس|کد اقتصادی|کد ملی|مانده|گروه",
         "customers", "code name company phone2 phone address - national_id - tags"),
        ("count lately count count goods city pieces price amount pieces pieces amount",
         "شماره فاکتور|تاریخ|کد مشتری|کد کالا|نام کالا|واحد|مقدار|فی|مبلغ|تخفیف|مالیات|مبلغ خالص",
         "purchases",
         ("number date customer_code product_code product_name - quantity unit_price - discount -"
          " amount")),
        ("count count goods pieces moment price count city",
         "InvoiceNo|StockCode|Description|Quantity|InvoiceDate|UnitPrice|CustomerID|Country",
         "purchases",
         "number product_code product_name quantity date unit_price customer_code -"),
        ("count name email name first last mobile address city",
         ("ID|user_login|user_email|display_name|billing_first_name|billing_last_name|billing_phone"
          "|billing_address_1|billing_city"),
         "customers", "code - email name first_name last_name phone address city"),
        ("first last mobile national jalali", "اسم|فامیل|ش تماس|کدملی|ت.تولد", "customers",
         "first_name last_name phone national_id birth_date"),
    ],
)  # fmt: skip
def test_titles_of_shop_and_accounting_programs(
    cells: str, header: str, kind: str, columns: str
) -> None:
    found = recognize(made(cells, header), None, IRAN)
    assert found.kind == kind
    assert columns_of(found) == columns.split()


@pytest.mark.parametrize(
    ("cells", "kind", "columns"),
    [
        ("name mobile national jalali email address", "customers",
         "name phone national_id birth_date email address"),
        ("first last number sex city postal", "customers",
         "first_name last_name phone gender city postal_code"),
        ("email abroad", "customers", "email phone"),
        ("count lately pieces price", "purchases", "number date quantity amount"),
        ("run mobile amount", "purchases", "date customer_phone amount"),
        ("barcode goods price", "products", "barcode name price"),
        ("lately mobile channel side text", "interactions",
         "date customer_phone channel direction note"),
    ],
)  # fmt: skip
def test_columns_without_titles(cells: str, kind: str, columns: str) -> None:
    found = recognize(made(cells), ImportKind(kind), IRAN)
    assert columns_of(found) == columns.split()
    guesses = recognize(made(cells), None, IRAN)
    assert guesses.kind == kind or About.KIND in {doubt.about for doubt in guesses.doubts}
    # What only looks likely is said to be a guess; what cannot be mistaken is not.
    evident = {"email", "phone", "national_id", "customer_phone", "date"}
    assert found.unsure_columns == {
        at for at, name in enumerate(columns.split()) if name not in evident
    }


def test_a_price_times_a_quantity_is_found() -> None:
    rows = [
        (f"{at * 7}", pieces, f"14040{at % 9 + 1}12", price, f"{pieces * price:,}")
        for at, (pieces, price) in enumerate(
            (RANDOM.randrange(1, 9), RANDOM.randrange(10, 90) * 500) for _ in range(ROWS)
        )
    ]
    found = recognize(sheet_of((), *rows), ImportKind.PURCHASES, IRAN)
    assert columns_of(found)[1:] == ["quantity", "date", "unit_price", "amount"]


PRICES = [(2, 100, 10), (1, 50, 0), (3, 70, 21)]


@pytest.mark.parametrize(
    ("header", "amounts", "columns"),
    [
        ("تعداد|فی|تخفیف|مبلغ", ["200", "50", "210"], "quantity unit_price discount -"),
        ("تعداد|فی|تخفیف|مبلغ", ["190", "50", "189"], "quantity unit_price discount amount"),
        ("تعداد|فی|درصد تخفیف|مبلغ", ["190", "50", "189"], "quantity unit_price - amount"),
        ("تعداد|فی|تخفیف (%)|مبلغ", ["190", "50", "189"], "quantity unit_price - amount"),
    ],
)
def test_a_total_before_the_discount_is_left_out(
    header: str, amounts: list[str], columns: str
) -> None:
    rows = [("1405/01/02", *map(str, price), amount)
            for price, amount in zip(PRICES, amounts, strict=True)]  # fmt: skip
    sheet = sheet_of(("تاریخ", *header.split("|")), *rows)
    assert columns_of(recognize(sheet, None, IRAN)) == ["date", *columns.split()]


def test_of_two_totals_the_one_after_the_discount_counts() -> None:
    rows = [("1405/01/02", "200", "10", "190"), ("1405/01/03", "50", "0", "50")]
    sheet = sheet_of(("تاریخ", "مبلغ کل", "تخفیف", "مبلغ خالص"), *rows)
    found = recognize(sheet, None, IRAN)
    assert columns_of(found) == ["date", "-", "discount", "amount"]
    alone = recognize(
        sheet_of(("تاریخ", "مبلغ کل", "تخفیف"), *(row[:3] for row in rows)), None, IRAN
    )
    assert alone.unsure_columns == {1}


def test_a_real_file_without_titles() -> None:
    rows = [
        ("00004", "0001", "19970101", "2", "29.33"),
        ("00004", "0001", "19970118", "2", "29.73"),
        ("00021", "0002", "19970101", "3", "63.34"),
        ("00050", "0003", "19970101", "1", "6.79"),
        ("00071", "0004", "19970101", "1", "13.97"),
    ]
    found = recognize(sheet_of((), *rows), None, DOLLARS)
    assert found.kind is ImportKind.PURCHASES
    assert columns_of(found)[2:] == ["date", "quantity", "amount"]
    assert "customer_code" in columns_of(found)[:2]
    assert {0, 3, 4} >= found.unsure_columns - {1}


@pytest.mark.parametrize(
    ("cells", "calendar", "order"),
    [
        ("lately", "jalali", DateOrder.YMD),
        ("day_first", "jalali", DateOrder.DMY),
        ("month_first", "gregorian", DateOrder.MDY),
        ("short", "jalali", DateOrder.YMD),
        ("run", "jalali", DateOrder.YMD),
        ("moment", "gregorian", DateOrder.YMD),
    ],
)
def test_dates_tell_their_calendar_and_order(cells: str, calendar: str, order: DateOrder) -> None:
    found = recognize(made(f"{cells} name amount", "تاریخ|مشتری|مبلغ"), None, IRAN)
    assert columns_of(found) == ["date", "customer_name", "amount"]
    assert (found.mapping.calendar, found.mapping.date_order) == (calendar, order)


def test_an_order_that_nothing_tells_is_asked() -> None:
    sheet = sheet_of(("Date", "Total"), ("03/04/2024", "5"), ("05/06/2024", "7"))
    assert About.DATE_ORDER in {doubt.about for doubt in recognize(sheet, None, DOLLARS).doubts}


@pytest.mark.parametrize(
    ("title", "name", "amounts", "unit"),
    [
        ("مبلغ (ریال)", "", ("1,000",), MoneyUnit.RIAL),
        ("مبلغ - تومان", "", ("1,000",), MoneyUnit.TOMAN),
        ("Total IRR", "", ("1,000",), MoneyUnit.RIAL),
        ("مبلغ", "فروش به تومان", ("1,000",), MoneyUnit.TOMAN),
        ("مبلغ", "", ("1,000 تومان", "2,000 تومان"), MoneyUnit.TOMAN),
        ("مبلغ", "", ("1,000 تومان", "2,000 ریال"), None),
        ("مبلغ", "", ("1,000",), None),
        ("مبلغ تومان ریال", "", ("1,000",), None),
    ],
)
def test_a_unit_is_taken_only_from_who_says_it(
    title: str, name: str, amounts: Sequence[str], unit: MoneyUnit | None
) -> None:
    rows = [("1405/01/02", amount) for amount in amounts]
    sheet = sheet_of(("تاریخ", title), *rows, name=name)
    found = recognize(sheet, None, IRAN)
    assert columns_of(found) == ["date", "amount"]
    assert found.mapping.unit is unit
    assert (About.UNIT in {doubt.about for doubt in found.doubts}) == (unit is None)
    foreign = recognize(sheet, None, DOLLARS)
    assert About.UNIT not in {doubt.about for doubt in foreign.doubts}


@pytest.mark.parametrize(
    ("amounts", "has_comma"),
    [
        (("1.250,50", "12,5"), True),
        (("1.250", "12.500"), True),
        (("12,5", "1.250"), True),
        (("1,250", "12,500"), False),
        (("1,250.5", "12.5"), False),
        (("12.50", "1,250"), False),
        ((12.5, 1250), False),
        (("1250",), False),
    ],
)
def test_the_decimal_sign(amounts: Sequence[Cell], has_comma: bool) -> None:  # noqa: FBT001 - drawn
    rows = [("2024-01-02", amount) for amount in amounts]
    found = recognize(sheet_of(("Date", "Amount"), *rows), None, DOLLARS)
    assert found.mapping.decimal_comma is has_comma


@pytest.mark.parametrize("kind", ImportKind)
@pytest.mark.parametrize("language", ["fa", "en"])
def test_our_own_names_and_titles_are_known_for_what_they_are(
    kind: ImportKind, language: str
) -> None:
    set_language(language)
    fields = FIELDS[kind]
    by_name = recognize(sheet_of(tuple(fields), [None] * len(fields)), kind, IRAN)
    assert by_name.mapping.columns == tuple(fields)
    titles = [field.title for field in fields.values()]
    by_title = recognize(sheet_of(titles, [None] * len(fields)), kind, IRAN)
    assert by_title.mapping.columns == tuple(fields)


def test_the_reasons_of_a_file_of_problems_are_left_out() -> None:
    sheet = sheet_of(("نام", "⚠ نام", "تلفن"), ("علی", "ایراد", "09123456789"))
    assert columns_of(recognize(sheet, None, IRAN)) == ["name", "-", "phone"]


def test_of_several_sheets_the_one_with_such_records_is_found() -> None:
    people = sheet_of(("نام", "موبایل", "شهر"), ("علی راد", "09123456789", "قم"))
    goods = sheet_of(("نام کالا", "قیمت فروش", "برند"), ("کفش", 1000, "مهر"))
    sheets = (people, goods)
    assert sheet_of_kind(sheets, ImportKind.PRODUCTS, IRAN) is goods
    assert sheet_of_kind(sheets, ImportKind.CUSTOMERS, IRAN) is people
    assert sheet_of_kind(sheets, ImportKind.PURCHASES, IRAN) is people
    assert sheet_of_kind((goods, people, people), ImportKind.CUSTOMERS, IRAN) is people


def test_lists_of_our_own() -> None:
    customers = made(
        "count name mobile city text pieces amount lately moment",
        "کد|نام|تلفن|شهر|برچسب‌ها|خریدها|جمع خرید (تومان)|آخرین خرید|آخرین خرید (میلادی)",
    )
    found = recognize(customers, None, IRAN)
    assert columns_of(found) == ["code", "name", "phone", "city", "tags", *"----"]
    assert found.doubts == ()
    contacts = made(
        "moment name mobile channel side text", "زمان (میلادی)|مشتری|تلفن|کانال|جهت|موضوع"
    )
    assert columns_of(recognize(contacts, None, IRAN)) == [
        "date", "customer_name", "customer_phone", "channel", "direction", "subject",
    ]  # fmt: skip


def test_the_first_columns_of_a_very_wide_sheet_are_looked_at() -> None:
    cells = ["علی کریمی", "09123456789", *["7"] * 9_998]
    found = recognize(sheet_of((), *[cells] * 3), None, IRAN)
    assert len(found.mapping.columns) == 10_000
    assert found.mapping.columns[1] == "phone"
    assert not any(found.mapping.columns[500:])


def test_words_that_title_columns() -> None:
    assert is_known("نام مشتری")
    assert is_known("CustomerName")
    assert not is_known("علی کریمی")
    assert not is_known("")


PROGRAMS: dict[str, tuple[str, dict[str, str]]] = {
    "shopify_orders.csv": (
        "purchases",
        {"Name": "number", "Created at": "date", "Lineitem quantity": "quantity",
         "Lineitem name": "product_name", "Lineitem price": "unit_price",
         "Lineitem sku": "product_code", "Lineitem discount": "discount",
         "Billing Name": "customer_name", "Shipping Name": "customer_name",
         "Billing Phone": "customer_phone", "Shipping Phone": "customer_phone",
         "Phone": "customer_phone"},
    ),
    "shopify_customers.csv": (
        "customers",
        {"Customer ID": "code", "First Name": "first_name", "Last Name": "last_name",
         "Email": "email", "Accepts Email Marketing": "consent_email",
         "Default Address Company": "company", "Default Address Address1": "address",
         "Default Address Address2": "address", "Default Address City": "city",
         "Default Address Province Code": "province", "Default Address Zip": "address",
         "Default Address Phone": "phone2", "Phone": "phone",
         "Accepts SMS Marketing": "consent_sms", "Note": "note", "Tags": "tags"},
    ),
    "woocommerce_customers.csv": (
        "customers",
        {"Name": "name", "Email": "email", "City": "city", "Region": "province",
         "Postal Code": "postal_code", "Billing Phone": "phone", "Shipping Phone": "phone2"},
    ),
    "woocommerce_orders_report.csv": (
        "purchases",
        {"Date": "date", "Order #": "number", "Customer": "customer_name",
         "Items sold": "quantity", "Net Sales": "amount"},
    ),
    "woocommerce_advanced_order_export.csv": (
        "purchases",
        {"Order Number": "number", "Order Date": "date",
         "First Name (Billing)": "customer_first_name",
         "Last Name (Billing)": "customer_last_name", "Phone (Billing)": "customer_phone",
         "SKU": "product_code", "Item Name": "product_name", "Quantity (- Refund)": "quantity",
         "Item Cost": "unit_price"},
    ),
    "google_contacts.csv": (
        "customers",
        {"First Name": "first_name", "Middle Name": "first_name", "Last Name": "last_name",
         "Organization Name": "company", "Organization Title": "job", "Birthday": "birth_date",
         "Notes": "note", "Labels": "tags", "E-mail 1 - Value": "email",
         "Phone 1 - Value": "phone", "Phone 2 - Value": "phone2",
         "Address 1 - Street": "address", "Address 1 - Extended Address": "address",
         "Address 1 - City": "city", "Address 1 - Region": "province",
         "Address 1 - Postal Code": "postal_code"},
    ),
    "google_contacts_before_2024.csv": (
        "customers",
        {"Name": "name", "Given Name": "first_name", "Additional Name": "first_name",
         "Family Name": "last_name", "Birthday": "birth_date", "Gender": "gender",
         "Occupation": "job", "Organization 1 - Name": "company", "Notes": "note",
         "Group Membership": "tags", "E-mail 1 - Value": "email", "Phone 1 - Value": "phone",
         "Phone 2 - Value": "phone2", "Address 1 - Street": "address",
         "Address 1 - Extended Address": "address", "Address 1 - City": "city",
         "Address 1 - Region": "province", "Address 1 - Postal Code": "postal_code"},
    ),
    "hubspot_contacts.csv": (
        "customers",
        {"Record ID": "code", "First Name": "first_name", "Last Name": "last_name",
         "Email": "email", "Phone Number": "phone2", "Mobile Phone Number": "phone",
         "Associated Company": "company", "Job Title": "job", "Street Address": "address",
         "City": "city", "State/Region": "province", "Postal Code": "postal_code",
         "Date of birth": "birth_date"},
    ),
    "outlook_contacts.csv": (
        "customers",
        {"First Name": "first_name", "Middle Name": "first_name", "Last Name": "last_name",
         "Company": "company", "Job Title": "job", "Business Street": "address",
         "Business Street 2": "address", "Home Street": "address", "Home Street 2": "address",
         "Business City": "city", "Home City": "city", "Business State": "province",
         "Home State": "province", "Business Postal Code": "postal_code",
         "Home Postal Code": "postal_code", "Mobile Phone": "phone", "Business Phone": "phone2",
         "Home Phone": "phone3", "E-mail Address": "email", "Birthday": "birth_date",
         "Anniversary": "marriage_date", "Spouse": "spouse_name", "Gender": "gender",
         "Government ID Number": "national_id", "Notes": "note", "Categories": "tags"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("file", PROGRAMS)
def test_files_of_well_known_programs(file: str) -> None:
    kind, columns = PROGRAMS[file]
    with open_tables(SAMPLES / file) as tables:
        [sheet] = tables.sheets
    found = recognize(sheet, None, IRAN)
    assert found.kind == kind
    assert {
        title: name for title, name in zip(sheet.header, found.mapping.columns, strict=True) if name
    } == columns
    assert {doubt.about for doubt in found.doubts} <= {About.UNIT}


def test_the_deals_of_hubspot() -> None:
    header = ("Record ID", "Deal Name", "Deal Stage", "Close Date", "Deal owner", "Amount",
              "Associated Contact")  # fmt: skip
    deal = ("77", "Ten rugs", "closedwon", "2026-01-05 10:15", "Owner", "1250.5",
            "Maria Johnson (maria@example.com)")  # fmt: skip
    found = recognize(sheet_of(header, deal), None, DOLLARS)
    assert columns_of(found) == ["number", "-", "-", "date", "-", "amount", "customer_name"]
    [sale] = Converter(found.mapping, DOLLARS).convert(sheet_of(header, deal).sample)
    assert sale.customer_name == "Maria Johnson"  # type: ignore[union-attr]


TITLES = {
    "name": ("نام", "نام و نام خانوادگی", "نام مشتری", "Full Name"),
    "phone": ("موبایل", "تلفن همراه", "شماره تماس", "Mobile"),
    "national_id": ("کد ملی", "شماره ملی", "National ID"),
    "birth_date": ("تاریخ تولد", "تولد", "Birthday"),
    "email": ("ایمیل", "پست الکترونیک", "Email"),
}


SPELLINGS: tuple[Callable[[str], Cell], ...] = (
    str,
    int,
    lambda text: text[1:],
    lambda text: "98" + text[1:],
    lambda text: f"{text[:4]} {text[4:7]} {text[7:]}",
)


@settings(max_examples=40)
@given(data=st.data())
def test_what_is_written_by_a_rule_comes_back(data: st.DataObject) -> None:
    names = data.draw(st.permutations(list(TITLES)))
    has_titles = data.draw(st.booleans())
    titles = [data.draw(st.sampled_from(TITLES[name])) for name in names] if has_titles else []
    spell = data.draw(st.sampled_from(SPELLINGS))
    days = st.dates(TODAY.replace(year=1940), TODAY.replace(year=2010))
    people = [
        {
            "name": f"{RANDOM.choice(FIRST)} {RANDOM.choice(LAST)}",
            "phone": "09" + digits(9),
            "national_id": national_id(),
            "birth_date": format_date(data.draw(days)),
            "email": f"u{number}@example.com",
        }
        for number in range(12)
    ]
    rows: list[list[Any]] = [
        [spell(person[name]) if name == "phone" else person[name] for name in names]
        for person in people
    ]
    sheet = sheet_of(titles, *rows)
    found = recognize(sheet, None, IRAN)
    assert list(found.mapping.columns) == names
    for person, record in zip(
        people, Converter(found.mapping, IRAN).convert(sheet.sample), strict=True
    ):
        assert isinstance(record, ImportedCustomer)
        draft = record.draft
        assert f"{draft.first_name} {draft.last_name}" == person["name"]
        assert [one.phone.national for one in draft.phones] == [person["phone"]]
        assert draft.birth_date is not None
        assert draft.birth_date.format() == person["birth_date"]
        assert (draft.national_id, draft.email) == (person["national_id"], person["email"])


WORDS = st.text(max_size=8) | st.sampled_from(
    ["نام", "تاریخ", "مبلغ", "تلفن", "⚠ x", "1", "2", "date", "Name", "ساعت", "کد", "", "own:x"]
)
ANY = (
    st.none()
    | st.text(max_size=8)
    | st.sampled_from(["1405/01/01", "0912", "5", "-", "1.250,5", "99/1/1", "a@b.co", "--05-01"])
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.datetimes()
    | st.dates()
    | st.times()
)


@example(header=[], rows=[["9" * 400], [1.7e308]], kind=None)
@given(
    header=st.lists(WORDS, max_size=6),
    rows=st.lists(st.lists(ANY, min_size=1, max_size=6), min_size=1, max_size=4),
    kind=st.none() | st.sampled_from(ImportKind),
)
def test_any_sheet_is_taken_for_something(
    header: list[str], rows: list[list[Cell]], kind: ImportKind | None
) -> None:
    sheet = sheet_of(header, *rows)
    found = recognize(sheet, kind, IRAN)
    assert len(found.mapping.columns) == sheet.width
    assert kind in {None, found.kind}
    assert shape_of(sheet)
