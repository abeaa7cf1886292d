"""Each column is told with the reason, and nothing that a title promises is dropped in silence."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from ecrm_desktop.drafts.imports import ImportedCustomer
from ecrm_desktop.exchange.convert import BadRow, Converter
from ecrm_desktop.exchange.recognition import About, ColumnFound, Recognition, Sure, Why
from ecrm_desktop.exchange.recognition_texts import column_names, doubt_text, why_text
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.sheets import Cell, Sheet
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.i18n import set_language
from ecrm_desktop.values.statuses import CustomerKind, Gender, ImportKind
from tests.helpers.conversions import IRAN, converted, sheet_of

SAMPLES = Path(__file__).parent / "samples"
PEOPLE = (("علی رضایی", "09123456701"), ("مینا احمدی", "09123456702"), ("حسن کریمی", "09123456703"))


def sample(name: str) -> Sheet:
    with open_tables(SAMPLES / name) as tables:
        return tables.sheets[0]


def people(title: str, *cells: Cell) -> Sheet:
    """Return three people with one more column."""
    rows = [(*person, cell) for person, cell in zip(PEOPLE, cells, strict=True)]
    return sheet_of(("نام و نام خانوادگی", "موبایل", title), *rows)


def records(sheet: Sheet, found: Recognition) -> list[ImportedCustomer | BadRow]:
    return list(Converter(found.mapping, IRAN).convert(sheet.sample))  # type: ignore[arg-type]


def columns_of(found: Recognition) -> list[str]:
    return [name or "-" for name in found.mapping.columns]


def whys(found: Recognition) -> list[Why]:
    return [one.why for one in found.columns]


def abouts(found: Recognition) -> set[About]:
    return {doubt.about for doubt in found.doubts}


def doubts_said(sheet: Sheet, found: Recognition) -> list[str]:
    names = column_names(sheet)
    return [doubt_text(one, found.kind, found.columns, names) for one in found.doubts]


def whys_said(sheet: Sheet, found: Recognition) -> list[str]:
    return [why_text(one, found.kind, column_names(sheet)) for one in found.columns]


@pytest.mark.parametrize(
    ("header", "rows", "columns"),
    [
        ("Name|Phone Number|Country Code", ["Rose Example|09123456701|IR"],
         "name phone phone_country"),
        ("First Name|Last Name|Mailing Zip/Postal Code|Phone", ["Rose|Example|94043|09123456701"],
         "first_name last_name address phone"),
        ("کد ملی|نام|نام خانوادگی|نام پدر|نوع",
         ["0013542419|علی|رضایی|حسین|عادی", "0084575948|مینا|احمدی|رضا|پیش از موعد"],
         "national_id first_name last_name - -"),
        ("نام و نام خانوادگی|موبایل|معرف|موبایل معرف", ["علی رضایی|09123456701|حسین|09120000001"],
         "name phone referrer referrer"),
        ("id|Name|Is a Company|Related Company|Zip|Country|Tax ID",
         ["base.p1|Azure Interior|True||94538|US|US12", "b.p2|Bo Example|False|Azure|94538|US|"],
         "- name kind company address - -"),
        (("Salutation|First Name|Last Name|Title|Account Name|Mailing Street|Mailing Country"
          "|Account Owner"),
         ["Ms.|Rose|Example|SVP|Edge|345 Park St.|USA|Owner"],
         "gender first_name last_name job company address - -"),
        ("Name|Is a Company|Related Company|Phone|Country", ["Bo Example|False||2015550123|US"],
         "name kind company phone phone_country"),
        ("Name|Phone|Fax|کشور", ["Bo Example|2015550123|2015550124|آمریکا"],
         "name phone fax phone_country"),
        (("Record Id|Contact Owner.id|Contact Owner|First Name|Last Name|Account Name.id"
          "|Account Name|Title|Department"),
         ["z1|z2|Owner|Sage|Example|z3|Acme|VP|Sales"],
         "code - - first_name last_name - company job -"),
        ("Title|Name|Phone", ["Mr.|Ali Rad|09123456701", "Dr.|Mina Rad|09123456702",
                              "Ms|Sara Rad|09123456703", "Mr|Reza Rad|09123456704",
                              "Mrs|Zari Rad|09123456705"], "gender name phone"),
        ("Email|Email consent|Email opt-in date|Emergency Contact Phone|Mobile",
         ["a@example.com|yes|2024-01-02|09120000001|09123456701"], "email - - - phone"),
        ("نام دانش‌آموز|نام خانوادگی|تلفن پدر|موبایل ولی|موبایل",
         ["علی|رضایی|09120000001|09120000002|09123456701"], "first_name last_name - - phone"),
        ("مشتری / نام|مشتری / موبایل|معرف / نام|معرف / موبایل",
         ["علی رضایی|09123456701|حسن|09120000001"], "name phone referrer referrer"),
    ],
)  # fmt: skip
def test_a_title_is_more_than_a_word_in_it(header: str, rows: list[str], columns: str) -> None:
    sheet = sheet_of(
        header.split("|"), *([cell or None for cell in row.split("|")] for row in rows)
    )
    found = recognize(sheet, ImportKind.CUSTOMERS, IRAN)
    assert columns_of(found) == columns.split()
    assert not any(isinstance(one, BadRow) for one in records(sheet, found))


def test_somebody_elses_phone_is_told_and_kept_in_the_note() -> None:
    sheet = sheet_of(
        ("نام و نام خانوادگی", "موبایل", "معرف", "موبایل معرف", "تلفن همسر"),
        ("علی رضایی", "09123456701", "حسین", "09120000001", "09120000009"),
    )
    found = recognize(sheet, None, IRAN)
    [one] = records(sheet, found)
    assert isinstance(one, ImportedCustomer)
    assert [phone.phone.national for phone in one.draft.phones] == ["09123456701"]
    assert one.referrer == ("حسین 09120000001", "", "حسین", ("+989120000001",))
    assert found.columns[4].why is Why.FOREIGN


def test_companies_titles_and_genders_of_other_programs() -> None:
    [company, person] = converted(
        ImportKind.CUSTOMERS, "name kind company gender",
        ("Azure Interior", "True", None, None), ("Bo Example", False, "Azure Interior", "Dr."),
    )  # fmt: skip
    assert (company.draft.kind, company.draft.company_name) == (
        CustomerKind.COMPANY,
        "Azure Interior",
    )
    assert (person.draft.last_name, person.draft.company_name) == ("Example", "Azure Interior")
    assert person.draft.gender is None
    [titled] = converted(ImportKind.CUSTOMERS, "name gender", ("Rose Example", "Ms."))
    assert titled.draft.gender is Gender.FEMALE


def test_the_country_of_a_phone_comes_before_it() -> None:
    found = converted(
        ImportKind.CUSTOMERS, "name phone phone_country phone2",
        ("Bob", "(201) 555-0123", "US", 12015550124), ("Ada", 9123456701, "IR", "+12015550125"),
        ("Kim", "0532 123 45 67", "ترکیه", None), ("Eve", "09123456702", "Atlantis", None),
    )  # fmt: skip
    phones = [[phone.phone.number for phone in one.draft.phones] for one in found]
    assert phones == [
        ["+12015550123", "+12015550124"],
        ["+989123456701", "+12015550125"],
        ["+905321234567"],
        ["+989123456702"],
    ]


@pytest.mark.parametrize(
    ("title", "cells", "why", "sentence"),
    [
        ("تاریخ تولد", ("1365", "1370", "1350"), Why.YEARS_ONLY, "فقط سال"),
        ("تاریخ تولد", ("نمی‌دانم", "شاید", "نه"), Why.MISFIT, "۰ از ۳ خانه تاریخ است"),
        ("جنسیت", ("الف", "ب", "زن"), Why.MISFIT, "۱ از ۳ خانه یکی از گزینه‌هاست"),
        ("ایمیل", ("ندارم", "x", "y"), Why.MISFIT, "۰ از ۳ خانه ایمیل است"),
        ("تلفن ثابت", ("کرج", "قم", "یزد"), Why.MISFIT, "۰ از ۳ خانه شماره تلفن است"),
    ],
)
def test_a_known_title_above_cells_that_do_not_fit_is_told(
    title: str, cells: tuple[str, ...], why: Why, sentence: str
) -> None:
    set_language("fa")
    sheet = people(title, *cells)
    found = recognize(sheet, ImportKind.CUSTOMERS, IRAN)
    assert columns_of(found) == ["name", "phone", "-"]
    assert (found.columns[2].why, found.columns[2].sure) == (why, Sure.UNSURE)
    assert found.unsure_columns == {2}
    [said] = doubts_said(sheet, found)
    assert sentence in said
    assert not any(word.isascii() and word.isalpha() for word in said.split())


def test_a_column_that_fits_in_part_is_kept_and_told() -> None:
    set_language("fa")
    sheet = people("تاریخ تولد", "نمی‌دانم", "شاید", "1370/02/03")
    found = recognize(sheet, ImportKind.CUSTOMERS, IRAN)
    assert columns_of(found) == ["name", "phone", "birth_date"]
    assert found.unsure_columns == {2}
    assert any("۱ از ۳ خانه تاریخ است" in said for said in doubts_said(sheet, found))


@pytest.mark.parametrize(
    ("header", "row", "whys_found"),
    [
        ("ردیف|نام|موبایل|چیز دیگر", "1|علی رضایی|09123456701|الف",
         [Why.ROW_NUMBERS, Why.TITLE, Why.TITLE, Why.UNKNOWN]),
        ("نام|موبایل|موبایل|نام", "علی رضایی|09123456701|09133456701|بهار",
         [Why.TITLE, Why.TITLE, Why.TITLE, Why.SAME_TITLE]),
        ("نام|شهر|محل سکونت|ایمیل|⚠ نام", "علی رضایی|تهران|قم||ایراد",
         [Why.TITLE, Why.TITLE, Why.TITLE, Why.TITLE, Why.REASONS]),
        ("نام|کد ملی|شماره ملی", "علی رضایی|0013542419|0084575948",
         [Why.TITLE, Why.TITLE, Why.TAKEN]),
        ("نام|توضیحات بیشتر|", "علی رضایی|خوش‌حساب است|09123456701",
         [Why.TITLE, Why.TITLE_PART, Why.CELLS]),
    ],
)  # fmt: skip
def test_every_column_says_why(header: str, row: str, whys_found: list[Why]) -> None:
    set_language("fa")
    sheet = sheet_of(header.split("|"), [cell or None for cell in row.split("|")])
    found = recognize(sheet, ImportKind.CUSTOMERS, IRAN)
    assert whys(found) == whys_found
    assert [one.position for one in found.columns] == list(range(sheet.width))
    sentences = whys_said(sheet, found)
    assert all(sentence.endswith((".", "؟")) for sentence in sentences)
    left_out = [one.field == "" for one in found.columns]
    assert [sentence.startswith("کنار می‌ماند") for sentence in sentences] == left_out


def test_the_same_title_twice_keeps_the_first() -> None:
    sheet = sheet_of(("نام", "موبایل", "نام"), ("علی رضایی", "09123456701", "بهار"))
    found = recognize(sheet, None, IRAN)
    assert columns_of(found) == ["name", "phone", "-"]
    assert found.columns[2] == ColumnFound(
        position=2, title="نام", field="", why=Why.SAME_TITLE, meant="name", other=0
    )
    assert abouts(found) == {About.SAME_TITLE}


@pytest.mark.parametrize("header", [("", "نام", "موبایل"), ("Unnamed: 0", "نام", "موبایل")])
def test_a_column_that_counts_the_rows_is_no_code(header: Sequence[str]) -> None:
    rows = [(str(at), *person) for at, person in enumerate(PEOPLE)]
    found = recognize(sheet_of(header, *rows), None, IRAN)
    assert columns_of(found) == ["-", "name", "phone"]
    assert found.columns[0].why is Why.ROW_NUMBERS


def test_what_pandas_wrote_and_a_row_without_anybody() -> None:
    sheet = sample("pandas_index.csv")
    found = recognize(sheet, None, IRAN)
    assert columns_of(found) == ["-", "name", "phone", "birth_date", "national_id"]
    first, _, nobody = records(sheet, found)
    assert isinstance(first, ImportedCustomer)
    assert first.draft.national_id is not None
    assert first.draft.phones[0].phone.national == "09123456701"
    assert isinstance(nobody, BadRow)


@pytest.mark.parametrize(
    ("name", "about", "position", "count", "words"),
    [
        ("error_cells.xlsx", About.ERRORS, 2, 3, "۳ خانه خطای اکسل"),
        ("formulas_without_values.xlsx", About.FORMULAS, 4, 3, "۳ فرمول"),
        ("hidden_row.xlsx", About.HIDDEN_ROWS, None, 1, "۱ ردیف در اکسل پنهان"),
        ("serial_dates.xlsx", About.SERIAL_DATES, 1, 3, "۳ تاریخ"),
        ("footers.xlsx", About.FOOTERS, None, 3, "ردیف ۵، ۶، ۷"),
    ],
)
def test_what_a_file_does_not_say_is_told(
    name: str, about: About, position: int | None, count: int, words: str
) -> None:
    set_language("fa")
    sheet = sample(name)
    found = recognize(sheet, None, IRAN)
    [doubt] = found.doubts
    assert (doubt.about, doubt.position, doubt.count) == (about, position, count)
    [said] = doubts_said(sheet, found)
    assert words in said


def test_numbers_that_excel_broke_are_told_and_not_stored() -> None:
    sheet = people("کد ملی", "1.35424E+07", "0013542419", "0084575948")
    found = recognize(sheet, None, IRAN)
    assert columns_of(found)[2] == "national_id"
    assert About.BROKEN_NUMBERS in abouts(found)
    broken, *sound = records(sheet, found)
    assert isinstance(broken, ImportedCustomer)
    assert broken.draft.national_id is None
    assert "1.35424E+07" in broken.kept[0]
    assert all(isinstance(one, ImportedCustomer) and one.draft.national_id for one in sound)


def test_companies_have_their_national_ids_too() -> None:
    sheet = people("شناسه ملی", "10380284790", "14005893875", "10100000006")
    found = recognize(sheet, None, IRAN)
    assert columns_of(found)[2] == "national_id"
    read = records(sheet, found)
    assert all(isinstance(one, ImportedCustomer) and one.draft.national_id for one in read)


def test_contacts_lose_nothing_in_silence() -> None:
    header = ("name", "phone", "phone2", "email")
    sheet = sheet_of(header, ("حسن کریمی", "09123456703", "دفتر همسایه", None))
    card = Sheet(name="", header=header, header_row=0, width=4, sample=sheet.sample, row_count=1)
    found = recognize(card, None, IRAN)
    assert columns_of(found) == list(header)
    assert abouts(found) == {About.MISFIT}
    set_language("fa")
    [said] = doubts_said(card, found)
    assert "تلفن دوم" in said


@pytest.mark.parametrize(
    ("title", "scale", "amount"),
    [
        ("مبلغ (1000 ریال)", 1_000, 1_200_000),
        ("مبلغ (هزار تومان)", 1_000, 12_000_000),
        ("مبلغ به میلیون ریال", 1_000_000, 1_200_000_000),
        ("Amount (k)", 1_000, None),
        ("مبلغ (ریال)", 1, 1_200),
    ],
)
def test_a_scale_in_a_title_multiplies_and_is_told(
    title: str, scale: int, amount: int | None
) -> None:
    sheet = sheet_of(("تاریخ", "مشتری", title), ("1402/01/05", "علی رضایی", 1200))
    found = recognize(sheet, ImportKind.PURCHASES, IRAN)
    assert columns_of(found) == ["date", "customer_name", "amount"]
    assert found.mapping.scale == scale
    assert (About.SCALE in abouts(found)) == (scale > 1)
    if amount is not None:
        [sale] = list(Converter(found.mapping, IRAN).convert(sheet.sample))
        assert sale.line.unit_price == amount  # type: ignore[union-attr]
    in_full = found.mapping.with_scale(1)
    assert in_full.scale == 1
    assert type(in_full).from_json(found.mapping.to_json()) == found.mapping


def test_an_order_of_a_web_shop_names_its_buyer() -> None:
    header = "شماره سفارش|تاریخ سفارش|نام (صورتحساب)|نام خانوادگی (صورتحساب)|مبلغ (تومان)"
    sheet = sheet_of(header.split("|"), ("1", "1402-01-05 10:20", "علی", "رضایی", "50000"))
    found = recognize(sheet, None, IRAN)
    assert columns_of(found) == [
        "number", "date", "customer_first_name", "customer_last_name", "amount",
    ]  # fmt: skip


def test_iso_8859_6_is_read_and_nothing_else_taken_for_it(tmp_path: Path) -> None:
    sheet = sample("iso_8859_6.csv")
    assert sheet.header == ("نام", "تلفن", "شهر")
    assert columns_of(recognize(sheet, None, IRAN)) == ["name", "phone", "city"]
    persian = "نام,شهر\nهوشنگ يوسفي,تهران"
    for text in (persian, "Prénom,Ville\nHélène,Orléans\nAndrée,Créteil"):
        file = tmp_path / "other.csv"
        file.write_bytes(text.encode("cp1256"))
        with open_tables(file) as tables:
            cells = [cell for row in tables.sheets[0].sample for cell in row.cells]
        assert {"هوشنگ يوسفي", "Hélène"} & set(cells)


def test_words_beside_numbers_do_not_hide_what_a_column_is() -> None:
    goods = sheet_of(
        ("کد کالا", "نام کالا", "قیمت فروش (تومان)"), (1, "چای", "250 هزار"), (2, "قند", "۱۰۰ هزار")
    )
    found = recognize(goods, None, IRAN)
    assert (found.kind, columns_of(found)) == (ImportKind.PRODUCTS, ["code", "name", "price"])
    prices = [one.draft.price for one in Converter(found.mapping, IRAN).convert(goods.sample)]  # type: ignore[union-attr]
    assert prices == [2_500_000, 1_000_000]
    sold = sheet_of(
        ("تاریخ", "موبایل", "نام کالا", "تعداد", "فی (تومان)"),
        ("1402/01/01", "09123456701", "چای", "2 عدد", 50000),
    )
    found = recognize(sold, None, IRAN)
    assert found.doubts == ()
    [sale] = Converter(found.mapping, IRAN).convert(sold.sample)
    assert sale.line.quantity == 2_000  # type: ignore[union-attr]


def test_the_user_of_an_order_is_its_buyer_if_no_other_column_is() -> None:
    rows = [("7", "1404/01/05", name, "09123456701", "2500000") for name, _ in PEOPLE]
    titles = ["شماره فاکتور", "تاریخ", "نام کاربر", "شماره تماس", "مبلغ (ریال)"]
    found = recognize(sheet_of(titles, *rows), ImportKind.PURCHASES, IRAN)
    assert found.mapping.columns[2] == "customer_name"
    both = sheet_of([*titles, "نام مشتری"], *[(*row, row[2]) for row in rows])
    found = recognize(both, ImportKind.PURCHASES, IRAN)
    assert (found.mapping.columns[2], found.mapping.columns[5]) == ("", "customer_name")


@pytest.mark.parametrize(
    ("numbers", "columns"),
    [(["65a|11", "65b|12"], "- number date amount"), (["65a|", "65b|12"], "number - date amount")],
)
def test_the_number_of_an_invoice_is_taken_before_that_of_an_order(
    numbers: list[str], columns: str
) -> None:
    rows: list[list[Cell]] = [[*one.split("|"), "1404/01/05", 250_000] for one in numbers]
    sheet = sheet_of(["شناسه سفارش", "شماره فاکتور", "تاریخ", "مبلغ"], *rows)
    assert columns_of(recognize(sheet, ImportKind.PURCHASES, IRAN)) == columns.split()


@pytest.mark.parametrize(
    ("typed", "country", "numbers"),
    [
        ("09123456701", "DE", ["+989123456701"]),  # a mobile of Iran, though Germany has it too
        ("02188776655", "GB", ["+982188776655"]),  # nothing there
        ("3556873262", "US", []),  # nothing there, and no 0 of ours before it
        ("88776655", "IR", ["+983188776655"]),
        ("961234567", "CL", ["+56961234567"]),
        ("2015550123 ::: 09123456701", "USA", ["+12015550123", "+989123456701"]),
    ],
)
def test_a_number_is_one_of_its_country_only_if_it_can_be_dialled_there(
    typed: str, country: str, numbers: list[str]
) -> None:
    [one] = converted(ImportKind.CUSTOMERS, "name phones phone_country", ("Bo Ek", typed, country))
    assert [phone.phone.number for phone in one.draft.phones] == numbers
    assert [text.endswith(typed) for text in one.kept] == [True] * (not numbers)
