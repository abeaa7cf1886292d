"""Columns are known by their titles and by what is in them, and guesses are named as such."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from ecrm_desktop.exchange.fields import FIELDS
from ecrm_desktop.exchange.mapping import DateOrder
from ecrm_desktop.exchange.recognition import About, Recognition
from ecrm_desktop.exchange.recognize import recognize, sheet_of_kind
from ecrm_desktop.exchange.sheets import Cell
from ecrm_desktop.exchange.title_meanings import is_known
from ecrm_desktop.i18n import set_language
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.conversions import DOLLARS, IRAN, sheet_of
from tests.helpers.made_columns import RANDOM, ROWS, made

SAMPLES = Path(__file__).parent / "samples"


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
