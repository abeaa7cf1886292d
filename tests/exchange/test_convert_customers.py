"""Rows about customers, products and interactions become drafts that say no more than the file."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.drafts.customers import ConsentDraft, CustomerDraft
from ecrm_desktop.drafts.imports import ImportedCustomer, ImportedInteraction
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.errors import Problem
from ecrm_desktop.exchange.choices import CHOICES, choice_reader
from ecrm_desktop.exchange.content import Content
from ecrm_desktop.exchange.convert import Converter
from ecrm_desktop.exchange.mapping import DateOrder, Mapping
from ecrm_desktop.exchange.sheets import Cell, Row
from ecrm_desktop.i18n import set_language
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.postal_code import PostalCode
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    ConsentChannel,
    CustomerKind,
    Direction,
    Gender,
    ImportKind,
    IncomeBand,
    PhoneLabel,
    SocialNetwork,
)
from tests.helpers.conversions import IRAN, TEHRAN, converted, problems_of


def customer(columns: str, *cells: Cell, **said: Any) -> CustomerDraft:
    [found] = converted(ImportKind.CUSTOMERS, columns, cells, **said)
    assert isinstance(found, ImportedCustomer), found
    return found.draft


def test_empty_cells_say_nothing() -> None:
    columns = "name phone email birth_date gender tags note channel kind consent_sms"
    said = customer(columns, "کریمی", None, "", "-", "", " ", None, "ندارد", "", "")
    assert said == CustomerDraft(last_name="کریمی")


@pytest.mark.parametrize(
    ("name", "first", "last", "gender"),
    [
        ("علی کریمی", "علی", "کریمی", None),
        ("مینا سادات راد", "مینا سادات", "راد", None),
        ("علي  حسن‌زاده", "علی", "حسن‌زاده", None),
        ("علی حسن زاده", "علی", "حسن زاده", None),
        ("حسن زاده", "حسن", "زاده", None),
        ("کریمی", "", "کریمی", None),
        ("کریمی، علی", "علی", "کریمی", None),
        ("Karimi, Ali", "Ali", "Karimi", None),
        ("آقای علی کریمی", "علی", "کریمی", Gender.MALE),
        ("سرکار خانم مریم احمدی", "مریم", "احمدی", Gender.FEMALE),
        ("خانم", "", "خانم", None),
        ("دکتر علی کریمی", "علی", "کریمی", None),
        ("سرکار خانم دکتر مینا احمدی", "مینا", "احمدی", Gender.FEMALE),
        ("حاجیه خانم کریمی", "", "کریمی", Gender.FEMALE),
        ("سید علی موسوی", "سید علی", "موسوی", None),
        ("سیده مینا موسوی", "سیده مینا", "موسوی", Gender.FEMALE),
        ("Dr. Ali Karimi", "Ali", "Karimi", None),
        ("استاد", "", "استاد", None),
    ],
)
def test_a_whole_name_is_taken_apart(
    name: str, first: str, last: str, gender: Gender | None
) -> None:
    said = customer("name", name)
    assert (said.first_name, said.last_name, said.gender) == (first, last, gender)
    assert said.kind is CustomerKind.PERSON


@pytest.mark.parametrize("name", ["شرکت کاله", "فروشگاه رفاه", "Example Trading Ltd.", "بانک ملی"])
def test_companies_are_known_by_their_words(name: str) -> None:
    said = customer("name", name)
    assert (said.kind, said.company_name, said.last_name) == (CustomerKind.COMPANY, name, "")
    assert customer("name kind", name, "حقیقی").kind is CustomerKind.PERSON


def test_names_in_parts_come_before_a_whole_one() -> None:
    said = customer(
        "name first_name first_name last_name company", "x y", "علی", "رضا", "راد", "کاله"
    )
    assert (said.first_name, said.last_name, said.company_name) == ("علی رضا", "راد", "کاله")
    assert said.kind is CustomerKind.PERSON
    assert customer("company first_name last_name", "کاله", "", None).kind is CustomerKind.COMPANY


NATIONAL = st.integers(0, 10**9 - 1).map(lambda number: f"09{number:09}")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
SPELLINGS = (
    lambda number: number,
    lambda number: number[1:],
    int,
    lambda number: float(number[1:]),
    lambda number: "+98" + number[1:],
    lambda number: "0098" + number[1:],
    lambda number: "98" + number[1:],
    lambda number: "+98 (0) " + number[1:],
    lambda number: number.translate(PERSIAN),
    lambda number: f"{number[:4]} {number[4:7]} {number[7:]}",
    lambda number: f"{number[:4]}-{number[4:7]}-{number[7:]}",
    lambda number: f"\u202a{number}\u202c",
    lambda number: "'" + number,
)


@given(number=NATIONAL, spelling=st.sampled_from(SPELLINGS))
def test_a_mobile_in_any_spelling(number: str, spelling: Any) -> None:
    [phone] = customer("phone", spelling(number)).phones
    assert (phone.phone.number, phone.is_primary) == ("+98" + number[1:], True)


@given(numbers=st.lists(NATIONAL, min_size=2, max_size=3, unique=True),
       sign=st.sampled_from(["/", "،", ",", " - ", " ::: ", "\n", ";", " و ", " / "]))  # fmt: skip
def test_several_phones_in_one_cell(numbers: list[str], sign: str) -> None:
    said = customer("phone", sign.join(numbers))
    assert [one.phone.national for one in said.phones] == numbers
    assert [one.is_primary for one in said.phones] == [True] + [False] * (len(numbers) - 1)


def test_phones_of_all_columns_without_repeats() -> None:
    said = customer("phone phone2 phone3", "", "36251234", "+98 31 3625 1234 / 0912 345 6789")
    assert [one.phone.national for one in said.phones] == ["03136251234", "09123456789"]
    assert [one.label for one in said.phones] == [PhoneLabel.HOME, PhoneLabel.MOBILE]


def test_of_two_phones_the_wrong_one_is_kept_in_the_note() -> None:
    [found] = converted(ImportKind.CUSTOMERS, "phone", ("09123456789 / 0912",))
    assert isinstance(found, ImportedCustomer)
    assert [one.phone.national for one in found.draft.phones] == ["09123456789"]
    assert (found.kept, found.draft.notes) == (("تلفن: 0912",), "")


@pytest.mark.parametrize(
    ("columns", "row", "kept"),
    [
        ("name birth_date", ("x", "1370"), "تاریخ تولد: 1370"),
        ("name birth_date", ("x", "1406/1/1"), "تاریخ تولد: 1406/1/1"),
        ("name postal_code", ("x", "123"), "کد پستی: 123"),
        ("name gender", ("x", "گربه"), "جنسیت: گربه"),
        ("name phone", ("x", "*102#"), "تلفن: *102#"),
        ("name phone phone2", ("x", "09123456789", "0912"), "تلفن دوم: 0912"),
        ("name phone national_id", ("x", "09123456789", "12345"), "کد ملی: 12345"),
        ("name phone email note", ("x", "09123456789", "a.b", "n"), "n\nایمیل: a.b"),
        ("name phone", ("x", "02188776655 داخلی 12"), "داخلی 02188776655: 12"),
        ("name phone", ("x", "021-8877 6655 x12"), "داخلی 02188776655: 12"),
        ("name phone", ("x", "02188776655p12"), "داخلی 02188776655: 12"),
        ("name phone", ("x", "02188776655,,12"), "داخلی 02188776655: 12"),
        ("name phone", ("x", "tel:+98-21-8877-6655;ext=12"), "داخلی 02188776655: 12"),
        ("name phone", ("x", "۰۲۱۸۸۷۷۶۶۵۵-۶"), "02188776655 تا 6"),
        ("name phone", ("x", "02188776655;;,;"), ""),
        ("name phone", ("x", "9123456701.0"), ""),
        ("name phone", ("x", "+44 20 7946 0958"), ""),
    ],
)
def test_an_odd_cell_refuses_nobody(columns: str, row: Sequence[Cell], kept: str) -> None:
    [found] = converted(ImportKind.CUSTOMERS, columns, row)
    assert isinstance(found, ImportedCustomer)
    assert found.draft.last_name == "x"
    assert "\n".join(filter(None, (found.draft.notes, *found.kept))) == kept


@pytest.mark.parametrize(
    "cell", ["a@b.ir; c@d.ir", "a@b.ir،c@d.ir", "a@b.ir / c@d.ir", "a@b.ir c@d.ir"]
)
def test_of_two_addresses_in_a_cell_the_first_is_taken(cell: str) -> None:
    [found] = converted(ImportKind.CUSTOMERS, "name email", ("x", cell))
    assert isinstance(found, ImportedCustomer)
    assert (str(found.draft.email), found.kept) == ("a@b.ir", ("ایمیل: c@d.ir",))
    assert Content([cell]).emails == 1


def test_all_phones_and_addresses_come_in_with_their_labels() -> None:
    [found] = converted(
        ImportKind.CUSTOMERS,
        "name phone phones email more_emails",
        ("x", "09123456701", "work:02188776655 ::: فکس:02188776656\nموبایل:09123456702",
         None, "a@example.com,b@example.com"),
    )  # fmt: skip
    assert isinstance(found, ImportedCustomer)
    assert [(one.label.value, one.phone.national) for one in found.draft.phones] == [
        ("mobile", "09123456701"), ("work", "02188776655"), ("fax", "02188776656"),
        ("mobile", "09123456702"),
    ]  # fmt: skip
    assert (str(found.draft.email), found.kept) == ("a@example.com", ("b@example.com",))


@pytest.mark.parametrize(
    ("cell", "said", "expected"),
    [
        ("1370/8/30", {}, PartialDate(1370, 8, 30)),
        ("۳۰ آبان ۱۳۷۰", {}, PartialDate(1370, 8, 30)),
        ("1991-11-21", {}, PartialDate(1370, 8, 30)),
        (date(1991, 11, 21), {}, PartialDate(1370, 8, 30)),
        ("70/8/30", {}, PartialDate(1370, 8, 30)),
        ("05/8/29", {}, PartialDate(1405, 8, 29)),
        ("10/8/30", {}, PartialDate(1310, 8, 30)),
        ("8/30", {}, PartialDate(None, 8, 30)),
        ("30/8", {"date_order": DateOrder.DMY}, PartialDate(None, 8, 30)),
        ("۳۰ آبان", {}, PartialDate(None, 8, 30)),
        ("--11-21", {}, PartialDate(None, 8, 30)),
        ("--08-30", {"calendar": "jalali"}, PartialDate(None, 8, 30)),
        ("30/08/1370", {}, PartialDate(1370, 8, 30)),
        (
            "11/21/91",
            {"date_order": DateOrder.MDY, "calendar": "gregorian"},
            PartialDate(1370, 8, 30),
        ),
        ("Nov 21, 1991", {}, PartialDate(1370, 8, 30)),
    ],
)
def test_birthdays(cell: Cell, said: dict[str, Any], expected: PartialDate) -> None:
    assert customer("name birth_date", "کریمی", cell, **said).birth_date == expected


def test_the_rest_of_a_customer() -> None:
    said = customer(
        "code last_name email national_id gender tags tags city province postal_code address"
        " address channel preferred_channel consent_sms consent_email instagram note note",
        *(" ۱۰۱ ", "کریمی", "Ali@Example.COM", 12345679, "آقا", "vip، خوب;VIP"),
        *("* تازه ::: * myContacts", "شیراز", "FRS", "۱۲۳۴۵-۶۷۸۹۰", "خیابان یک"),
        *("خیابان یک\nپلاک ۲", "معرف", "واتس‌اپ", "بله", "no", "@ali", "=1+1", "'=2"),
    )
    assert said.code == "101"
    assert said.email == Email.parse("Ali@example.com")
    assert said.national_id == NationalId.parse("0012345679")
    assert said.tags == ("vip", "خوب", "تازه")
    assert (said.city, said.province) == ("شیراز", "فارس")
    assert said.postal_code == PostalCode.parse("1234567890")
    assert said.address == "خیابان یک\nخیابان یک\nپلاک ۲"
    assert said.acquisition_channel is AcquisitionChannel.REFERRAL
    assert (said.gender, said.preferred_channel) == (Gender.MALE, Channel.WHATSAPP)
    assert said.consents == (
        ConsentDraft(channel=ConsentChannel.SMS, granted=True),
        ConsentDraft(channel=ConsentChannel.EMAIL, granted=False),
    )
    assert said.socials == ((SocialNetwork.INSTAGRAM, "@ali"),)
    assert said.notes == "=1+1\n=2"


def test_own_fields_keep_their_text() -> None:
    [found] = converted(
        ImportKind.CUSTOMERS, "code own:سایز own:قد own:روز", ("1", 42, "", date(2026, 1, 2))
    )
    assert found.own == (("سایز", "42"), ("روز", "2026-01-02"))


@pytest.mark.parametrize(
    ("columns", "row", "wrong"),
    [
        ("name city", ("", "تهران"), [(0, Problem.NAME_MISSING)]),
        ("phone city", (None, "تهران"), [(None, Problem.NAME_MISSING)]),
        ("name phone", ("", "0912"), [(1, Problem.PHONE_TOO_SHORT)]),
        ("name email", ("x", "a.b"), [(1, Problem.EMAIL_WRONG)]),
        ("name national_id", ("x", "1234567890"), [(1, Problem.NATIONAL_ID_WRONG)]),
        ("name note", ("x", "y" * 20_001), [(1, Problem.TEXT_TOO_LONG)]),
    ],
)
def test_what_is_wrong_with_a_customer(
    columns: str, row: Sequence[Cell], wrong: list[tuple[int | None, Problem]]
) -> None:
    [found] = converted(ImportKind.CUSTOMERS, columns, row)
    assert problems_of(found) == wrong


def test_products() -> None:
    first, second, third = converted(
        ImportKind.PRODUCTS,
        "code barcode name price brand active",
        ("K۱", 6260000000017, "کفش", "1,250", "نایک", "خیر"),
        ("K2", "", "", "", "", ""),
        ("", "", None, "5", "", ""),
        unit=MoneyUnit.TOMAN,
    )
    assert first.draft == ProductDraft(
        code="K1", barcode="6260000000017", name="کفش", price=12_500, brand="نایک", active=False
    )
    assert second.draft == ProductDraft(code="K2", name="K2")
    assert problems_of(third) == [(2, Problem.NAME_MISSING)]


COLUMNS = "date time customer_phone channel direction subject note"


def interactions(*rows: Sequence[Cell]) -> list[Any]:
    return converted(ImportKind.INTERACTIONS, COLUMNS, *rows)


def test_interactions_know_their_instant() -> None:
    first, second, third, fourth = interactions(
        ("1405/01/02", "14:30", "09123456789", "پیامک", "خروجی", "پرسش", "یک\nدو"),
        ("1405/01/02 9:05:07", None, "09123456789", "", "", "", ""),
        (datetime(2026, 3, 22, 21, 10), None, "09123456789", "تماس", "ورودی", "", ""),  # noqa: DTZ001
        ("1405/01/02", time(8), "09123456789", "", "", "", ""),
    )
    assert isinstance(first, ImportedInteraction)
    assert first.at == datetime(2026, 3, 22, 14, 30, tzinfo=TEHRAN)
    assert (first.channel, first.direction) == (Channel.SMS, Direction.OUTGOING)
    assert (first.subject, first.notes) == ("پرسش", "یک\nدو")
    assert first.customer_phone == Phone.parse("09123456789")
    assert (second.at.hour, second.at.minute) == (9, 5)
    assert (second.channel, second.direction) == (Channel.CALL, Direction.INCOMING)
    assert (third.at.hour, fourth.at.hour) == (21, 8)
    assert len({one.source_key for one in (first, second, third, fourth)}) == 4


def test_interactions_that_cannot_be() -> None:
    nobody, future, wrong = interactions(
        ("1405/01/02", "", "", "", "", "پرسش", ""),
        ("1406/01/02", "", "09123456789", "", "", "", ""),
        ("1405/01/02", "25:00", "09123456789", "دود", "", "", ""),
    )
    assert problems_of(nobody) == [(None, Problem.NAME_MISSING)]
    assert problems_of(future) == [(0, Problem.DATE_IN_FUTURE)]
    assert problems_of(wrong) == [(1, Problem.TIME_WRONG), (3, Problem.CHOICE_WRONG)]


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize(
    ("words", "choices"),
    [
        ("gender", Gender),
        ("kind", CustomerKind),
        ("channel", Channel),
        ("direction", Direction),
        ("acquisition", AcquisitionChannel),
        ("income_band", IncomeBand),
    ],
)
def test_our_own_words_for_choices_are_read_back(words: str, choices: Any, language: str) -> None:
    set_language(language)
    read = choice_reader(CHOICES[words])
    assert [read(label(member)) for member in choices] == list(choices)
    assert [read(member.value) for member in choices] == list(choices)


def test_each_column_says_what_it_is_taken_for() -> None:
    mapping = Mapping(
        kind=ImportKind.CUSTOMERS, columns=("name", "", "phone", "phone2", "gender", "tags")
    )
    row = Row(1, ("علی کریمی", "x", "09123456789", "09350000000/09350000001", "گربه", "a,b"))
    ali, nothing, phone, phones, gender, tags = Converter(mapping, IRAN).values(row)
    assert (ali, nothing, gender, tags) == ("علی کریمی", None, None, ("a", "b"))
    assert phone == Phone.parse("09123456789")
    assert phones == (Phone.parse("09350000000"), Phone.parse("09350000001"))
