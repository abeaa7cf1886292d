from typing import Any

import pytest

from ecrm_desktop.models.customers import Customer, CustomerPhone
from ecrm_desktop.queries.search import search_customers
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import CustomerKind
from tests.helpers.factories import make_customer


def add(database: Database, name: str, **over: Any) -> None:
    with database.transaction() as session:
        make_customer(session, name, **over)


def names(database: Database, text: str, limit: int = 50) -> list[str]:
    with database.reading() as session:
        return [hit.name for hit in search_customers(session, text, limit)]


@pytest.mark.parametrize(
    "typed",
    [
        "علی‌رضا",
        "علی رضا",
        "علیرضا",
        "عليرضا",
        "لیرض",
        "رضا",
        "کريم",
        "كریمي",
        "کریمی علیرضا",
        "رضا کر",
        "ع",
        "عل",
        "ک",
        "کر",
        "ری",
        "ضا ریم",
        "ugdvqh",
        "ugd",
    ],
)
def test_any_part_of_a_name_in_any_letters_is_found(database: Database, typed: str) -> None:
    add(database, "علی‌رضا کریمی")
    add(database, "مینا حسنوند", code="2")
    assert names(database, typed) == ["علی‌رضا کریمی"]


def test_a_name_of_two_words_is_found_when_typed_as_one(database: Database) -> None:
    add(database, "", first_name="علی رضا", last_name="لازم پور")
    assert names(database, "علیرضا") == ["علی رضا لازم پور"]
    assert names(database, "لازم‌پور علیرضا") == ["علی رضا لازم پور"]


@pytest.mark.parametrize(
    "typed",
    [
        "09123456789",
        "۰۹۱۲۳۴۵۶۷۸۹",
        "٠٩١٢٣٤٥٦٧٨٩",
        "+989123456789",
        "+98 912 345",
        "00989123456789",
        "0098912",
        "98912345",
        "989123456789",
        "9123456789",
        "0912 345 6789",
        "0912-345-67",
        "۰۹۱۲ ۳۴۵",
        "345 67",
        "6789",
        "67",
        "7",
        "مریم 6789",
        "345 احمدی",
    ],
)
def test_any_part_of_a_phone_in_any_digits_is_found(database: Database, typed: str) -> None:
    add(database, "مریم احمدی", phone="+989123456789")
    add(database, "رضا نوری", code="2", phone="+982188001100")
    assert names(database, typed) == ["مریم احمدی"]


def test_foreign_and_second_phones_are_found(database: Database) -> None:
    with database.transaction() as session:
        customer = Customer(code="5", first_name="جان")
        customer.phones = [
            CustomerPhone(number="+447400123456"),
            CustomerPhone(number="+982188776655", position=1),
        ]
        session.add(customer)
    for typed in ("+44 7400", "0044 7400 123456", "447400", "021 8877 6655", "+98 21 8877", "8776"):
        assert names(database, typed) == ["جان"], typed


def test_code_national_id_email_and_company_are_found(database: Database) -> None:
    add(database, "سارا نوری", code="1042", national_id="0012345679", email="sara.n@mail.com")
    add(
        database,
        "",
        code="A-7",
        kind=CustomerKind.COMPANY,
        company_name="بازرگانی ۱۱۰ پارس",
        first_name="کیان",
    )
    for typed in ("1042", "۱۰۴۲", "042", "0012345679", "001-234567-9", "234567", "sara", "SARA.N@"):
        assert names(database, typed) == ["سارا نوری"], typed
    for typed in ("a-7", "A-7", "پارس", "110", "کیان", "بازرگانی پارس"):
        assert names(database, typed) == ["بازرگانی ۱۱۰ پارس"], typed


def test_the_best_hits_come_first(database: Database) -> None:
    add(database, "علی بهرامی", code="4")
    add(database, "بهرام نوری", code="3")
    add(database, "شیوا کهن بهرامی", code="2")
    add(database, "سارا شابهرامی", code="1")
    assert names(database, "بهرام") == [
        "بهرام نوری",
        "علی بهرامی",
        "شیوا کهن بهرامی",
        "سارا شابهرامی",
    ]


def test_an_exact_code_or_phone_comes_before_all_else(database: Database) -> None:
    add(database, "الف", code="9121", phone="+989350000000")
    add(database, "ب", code="2", phone="+989121000000")
    add(database, "پ", code="10", phone="+982188009121")
    assert names(database, "9121")[0] == "الف"
    assert names(database, "09121000000")[0] == "ب"


def test_the_wrong_layout_never_hides_what_was_meant(database: Database) -> None:
    add(database, "", first_name="ugd", last_name="smith")
    add(database, "علی نوری", code="2")
    assert names(database, "ugd") == ["ugd smith", "علی نوری"]


def test_no_more_than_asked_for_and_each_only_once(database: Database) -> None:
    with database.transaction() as session:
        for number in range(30):
            make_customer(
                session, f"محمد محمدی{number}", code=str(number), phone=f"+9891200000{number:02}"
            )
    for typed in ("م", "محمد", "محمد محمدی", "912", "حمد", "0912"):
        assert len(names(database, typed, limit=20)) == 20, typed
        everyone = names(database, typed)
        assert len(everyone) == len(set(everyone)) == 30, typed


@pytest.mark.parametrize(
    "typed", ["", " ", "-", '"', "*", "***", "(", "+", "AND", "a OR b", 'علی"', "^", "x" * 10_000]
)
def test_signs_are_no_commands(database: Database, typed: str) -> None:
    add(database, "مریم احمدی")
    assert names(database, typed) == []


def test_signs_in_a_name_can_be_searched_for(database: Database) -> None:
    add(database, 'علی "کوچک*" (نوری)')
    for typed in ('"کوچک', "کوچک*", "(نوری)", '"کو'):
        assert names(database, typed) == ['علی "کوچک*" (نوری)'], typed


def test_deleted_customers_are_not_found(database: Database) -> None:
    with database.transaction() as session:
        customer = session.get(Customer, make_customer(session, phone="+989123456789"))
        assert customer is not None
        customer.deleted_at = customer.created_at
    assert names(database, "احمدی") == names(database, "1") == names(database, "0912") == []


def test_a_hit_says_who_it_is(database: Database) -> None:
    add(database, "مریم احمدی", code="12", phone="+989123456789", city="یزد")
    with database.reading() as session:
        (hit,) = search_customers(session, "مریم")
    assert (hit.code, hit.name, hit.phone, hit.city) == ("12", "مریم احمدی", "+989123456789", "یزد")
