"""A row touches what it is about, and nothing beside it."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from ecrm_desktop.drafts.customers import CustomerDraft, CustomerFieldDraft
from ecrm_desktop.drafts.imports import MatchBy, OnMatch
from ecrm_desktop.models.customers import CustomerFieldValue
from ecrm_desktop.models.products import Product
from ecrm_desktop.queries.customer_detail import customer_fields
from ecrm_desktop.services.customer_fields import (
    define_customer_field,
    delete_customer_field,
)
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.factories import make_customer, make_product
from tests.helpers.import_files import bring_in, contents, customers, stored, told, write_csv

MARYAM = "+989121111111"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


def test_a_phone_of_somebody_else_is_not_added(database: Database, file: Path) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM)
        make_customer(session, "علی راد", code="8", phone="+989350000000")
    rows = ("7,مریم احمدی,09350000000,یزد",)
    outcome = customers(database, file, "code,name,phone,city", *rows, match=(MatchBy.CODE,))
    assert told(outcome) == (0, 1, 0, 0, 0)
    one = stored(database, "7")
    assert ([phone.number for phone in one.phones], one.city) == ([MARYAM], "یزد")


def test_whose_phone_it_is_is_the_same_person_whatever_the_name(
    database: Database, file: Path
) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="7", phone=MARYAM)
    row = "7,سارا نیک,09121111111,قم"
    outcome = customers(database, file, "code,name,phone,city", row, match=(MatchBy.CODE,))
    assert told(outcome) == (0, 1, 0, 0, 0)
    assert (stored(database, "7").name, stored(database, "7").city) == ("مریم احمدی", "قم")


def test_codes_of_a_file_are_counted_on_from(database: Database, file: Path) -> None:
    customers(database, file, "code,name", "50,علی راد", "20,رضا راد", "A-7,مینا راد")
    with database.transaction() as session:
        create_customer(session, CustomerDraft(last_name="تازه"))
    assert stored(database, "51").name == "تازه"


def test_an_own_field_in_the_bin_is_not_filled_out_of_sight(database: Database, file: Path) -> None:
    with database.transaction() as session:
        field = define_customer_field(session, CustomerFieldDraft(title="قد"))
        session.flush()
        delete_customer_field(session, field)
    customers(database, file, "name,own:قد", "علی راد,170")
    with database.reading() as session:
        [living] = customer_fields(session)
        [value] = session.scalars(select(CustomerFieldValue))
        assert (living.title, value.field_id) == ("قد", living.id)


@pytest.mark.parametrize("on_match", list(OnMatch))
def test_a_file_takes_products_off_sale_and_never_puts_them_on_it_again(
    database: Database, file: Path, on_match: OnMatch
) -> None:
    with database.transaction() as session:
        make_product(session, "کفش", code="K1")
        make_product(session, "شال", code="K2", active=False)
    write_csv(file, ["code", "active", "brand"], [["K1", "خیر", ""], ["K2", "بله", "مهر"]])
    bring_in(database, ImportKind.PRODUCTS, file, on_match=on_match)
    with database.reading() as session:
        on_sale = select(Product.code).where(Product.active)
        expected = [] if on_match is OnMatch.UPDATE_ALL else ["K1"]
        assert session.scalars(on_sale).all() == expected


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [["K1", "", "کفش", "100"], ["K2", "K1", "شال", "200"], ["K2", "626", "", ""]],
            id="a code of another",
        ),
        pytest.param(
            [["", "K1", "کفش", "100"], ["K1", "626", "", ""], ["K2", "626", "شال", "200"]],
            id="told of another",
        ),
    ],
)
def test_a_row_with_the_barcode_of_another_product_is_refused_the_second_time_too(
    database: Database, file: Path, rows: list[list[str]]
) -> None:
    write_csv(file, ["code", "barcode", "name", "price"], rows)
    prices = []
    for _ in range(2):
        outcome = bring_in(database, ImportKind.PRODUCTS, file, on_match=OnMatch.FILL_EMPTY)
        assert outcome.counts.problems == 1
        with database.reading() as session:
            prices.append(session.execute(select(Product.code, Product.price)).all())
    assert prices[0] == prices[1]


@pytest.mark.parametrize(
    ("match", "rows", "first"),
    [
        pytest.param(
            (MatchBy.CODE, MatchBy.PHONE),
            ("7,,09121111111,,,یزد", "7,علی راد,09350000000,,,قم"),
            (0, 1, 0, 0, 1),
            id="one code for two people",
        ),
        pytest.param(
            (MatchBy.EMAIL, MatchBy.CODE),
            ("50,,,b@example.com,,یزد", ",مریم احمدی,,b@example.com,,"),
            (0, 1, 0, 1, 0),
            id="an address that is not taken over",
        ),
        pytest.param(
            (MatchBy.EMAIL, MatchBy.CODE),
            ("50,,,b@example.com,,یزد", ",,,b@example.com,,", ",علی راد,,b@example.com,,"),
            (0, 1, 0, 1, 1),
            id="an address that is not taken over, and then somebody else's",
        ),
        pytest.param(
            (MatchBy.EMAIL, MatchBy.PHONE),
            ("50,,09121111111,b@example.com,,یزد", ",,09122222222,b@example.com,,"),
            (0, 1, 0, 1, 0),
            id="an address that is not given to another",
        ),
        pytest.param(
            (MatchBy.NATIONAL_ID,),
            ("50,,,,0499370899,یزد", ",علی راد,,,0499370899,"),
            (1, 0, 0, 1, 0),
            id="somebody whom a later row makes",
        ),
        pytest.param(
            (MatchBy.NAME_AND_PHONE,),
            (
                ",علی راد,09350000000,,,",
                ",علی راد,09121111111;09350000000,,,یزد",
                ",علی راد,09121111111,,,",
            ),
            (1, 0, 0, 2, 0),
            id="a phone that is somebody else's",
        ),
    ],
)
def test_a_list_that_fills_in_fills_in_nothing_more_when_it_is_read_again(
    database: Database,
    file: Path,
    match: tuple[MatchBy, ...],
    rows: tuple[str, ...],
    first: tuple[int, ...],
) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="50", phone=MARYAM, email="a@example.com")
        make_customer(session, "سارا نیک", code="60", phone="+989122222222")
    over: dict[str, Any] = {"match": match, "on_match": OnMatch.FILL_EMPTY, "problem_file": False}
    header = "code,name,phone,email,national_id,city"
    assert told(customers(database, file, header, *rows, **over)) == first
    once = contents(database)
    again = told(customers(database, file, header, *rows, **over))
    assert contents(database) == once
    assert (again[0], again[1], again[4]) == (0, 0, first[4])


def test_the_counter_gives_nobody_a_code_that_a_row_told_of_another(
    database: Database, file: Path
) -> None:
    with database.transaction() as session:
        make_customer(session, "مریم احمدی", code="A1", phone=MARYAM)
    rows = ("1,,09121111111", ",علی راد,09350000000")
    ways = (MatchBy.CODE, MatchBy.PHONE)
    customers(database, file, "code,name,phone", *rows, match=ways, on_match=OnMatch.FILL_EMPTY)
    assert stored(database, "2").name == "علی راد"


def test_the_barcode_of_a_product_without_a_code_becomes_its_code_too(
    database: Database, file: Path
) -> None:
    with database.transaction() as session:
        make_product(session, "کفش", barcode="626")
    write_csv(file, ["code", "name"], [["626", "کفش"]])
    outcome = bring_in(database, ImportKind.PRODUCTS, file, on_match=OnMatch.FILL_EMPTY)
    assert (outcome.counts.updated, outcome.counts.problems) == (1, 0)
    with database.reading() as session:
        assert session.execute(select(Product.code, Product.barcode)).all() == [("626", "626")]


def test_products_of_one_name_with_two_barcodes_are_two_each_time(
    database: Database, file: Path
) -> None:
    write_csv(file, ["code", "barcode", "name"], [["", "625", "کفش"], ["", "626", "کفش"]])
    for new in (2, 0):
        outcome = bring_in(database, ImportKind.PRODUCTS, file, on_match=OnMatch.FILL_EMPTY)
        assert (outcome.counts.new, outcome.counts.problems) == (new, 0)
