"""The figures of customers are what the records say, whatever people did before."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from ecrm_desktop.backup.opening import open_database
from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.models.customer_figures import CustomerScore, FigureWord
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.figure_lines import day_of_jalali_year
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.models.types import unknown_member
from ecrm_desktop.queries.checks import Finding, check_database
from ecrm_desktop.queries.figure_checks import wrong_figures
from ecrm_desktop.services import customer_figures
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.customer_figures import begin_figures_anew, refresh_figures
from ecrm_desktop.services.customers import create_customer, delete_customers, update_customer
from ecrm_desktop.services.demo import fill_demo
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.index_rebuilding import rebuild_indexes
from ecrm_desktop.services.products import create_product, update_product
from ecrm_desktop.services.purchases import record_purchase, update_purchase
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.storage.portions import Portions
from ecrm_desktop.values.figure_numbers import NUMBERED, choice_of, number_of
from ecrm_desktop.values.jalali import PartialDate, month_length, to_jalali
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    CustomerKind,
    Gender,
    ImportKind,
    IncomeBand,
    PurchaseChannel,
)
from ecrm_desktop.values.text import sort_key
from tests.helpers.import_files import bring_in, write_csv
from tests.helpers.naive_figures import Figures, naive_figures, stored_figures
from tests.helpers.new_files import new_database
from tests.helpers.schema_fixtures import unpack_fixture
from tests.helpers.shop_life import FORGETTING_TOO, NOW, TODAY, Life
from tests.helpers.small_shop import fill_small_shop
from tests.helpers.unwritable_places import POSIX, as_anybody, protected

OF_CUSTOMERS = {
    "customer_figures": "number",
    "customer_scores": "number",
    "stale_figures": "number",
    "purchase_figures": "customer",
    "sale_figures": "customer",
}
SCORES = [one.name for one in CustomerScore.__table__.columns if one.name != "number"]
BRANDS = ("", "Nike", "نایکی", "ناي كي", "چای  احمد")


def _customer(life: Life, session: Session) -> CustomerDraft:
    kind = life.choice(list(CustomerKind))
    return CustomerDraft(
        kind=kind,
        last_name=life.word(),
        company_name=life.word() if kind is CustomerKind.COMPANY else "",
        gender=life.choice([None, *Gender]),
        income_band=life.choice([None, *IncomeBand]),
        acquisition_channel=life.choice([None, *AcquisitionChannel]),
        preferred_channel=life.choice([None, *Channel]),
        birth_date=life.choice([None, PartialDate(1370, 8, 30), PartialDate(None, 12, 30)]),
        province=life.choice(("تهران", "طهران", "")),
        city=life.choice(("كرج", "کرج ", "")),
        referred_by_id=life.choice([None, life.living(session, Customer)]),
        consents=life.customer().consents,
    )


def _come(life: Life, session: Session) -> None:
    create_customer(session, _customer(life, session))


def _change(life: Life, session: Session) -> None:
    update_customer(session, life.living(session, Customer), _customer(life, session))


def _goods(life: Life) -> ProductDraft:
    return ProductDraft(name=life.word(), brand=life.choice(BRANDS), category=life.choice(BRANDS))


def _offer(life: Life, session: Session) -> None:
    create_product(session, _goods(life))


def _rename_brand(life: Life, session: Session) -> None:
    update_product(session, life.living(session, Product), _goods(life))


def _sale(life: Life, session: Session) -> PurchaseDraft:
    day = TODAY - timedelta(days=life.number(900))
    lines = tuple(
        LineDraft(
            product_id=product,
            title="" if product else life.word(),
            quantity=500 * (1 + life.number(5)),
            unit_price=20 * life.number(60),
        )
        for product in (
            life.choice([None, life.living(session, Product)]) for _ in range(1 + life.number(4))
        )
    )
    return PurchaseDraft(
        customer_id=life.choice([life.living(session, Customer)] * 5 + [None]),
        purchased_on=day,
        purchased_at=datetime.combine(day, time(life.number(24)), NOW.tzinfo),
        channel=life.choice(list(PurchaseChannel)),
        shipping=life.number(3) * 7,
        tax=life.number(3) * 11,
        lines=lines,
    )


def _sell(life: Life, session: Session) -> None:
    record_purchase(session, _sale(life, session))


def _sell_otherwise(life: Life, session: Session) -> None:
    update_purchase(session, life.living(session, Purchase), _sale(life, session))


DEEDS: tuple[Callable[[Life, Any], None], ...] = (
    _come,
    _change,
    _offer,
    _rename_brand,
    _sell,
    _sell_otherwise,
)


def import_sales(life: Life, folder: Path) -> None:
    """Bring in sales, of which some came back, of people and goods of whom some are known."""
    rows = [
        (
            f"{number}",
            f"1405/0{1 + life.number(6)}/11",
            f"0912{life.number(40):07}",
            f"{life.choice(('مریم', 'رضا'))} {life.number(9)}",
            life.choice(("چای", "قند", "نان")),
            f"{100 + life.number(50)}",
            life.choice(("0", "0", "30")),
        )
        for number in range(1000 + life.number(30), 1040)
    ]
    header = ("number", "date", "customer_phone", "customer_name", "product_name", "unit_price",
              "refunded")  # fmt: skip
    file = write_csv(folder / f"sales{life.number(10**9)}.csv", header, rows)
    life.do_as_owner(lambda: bring_in(life.database, ImportKind.PURCHASES, file))


def expect_right(database: Database) -> Figures:
    """Expect that after a refresh the tables say what the records do, and what a rebuild says."""
    with database.transaction() as session:
        # What is not marked has to be right before.
        assert wrong_figures(session.connection()) == 0
    refresh_figures(database)
    found = stored_figures(database)
    expected = naive_figures(database)
    assert found.customers == expected.customers
    assert found.purchases == expected.purchases
    assert found.sales == expected.sales
    with database.transaction() as session:
        assert wrong_figures(session.connection()) == 0
        begin_figures_anew(session)
    refresh_figures(database)
    assert stored_figures(database) == found
    return found


@settings(max_examples=4)
@given(seed=st.integers(0, 10_000))
def test_whatever_is_done_figures_say_what_the_records_do(seed: int) -> None:
    with TemporaryDirectory() as folder:
        database = new_database(Path(folder) / "shop.db")
        with database.transaction() as session:
            fill_small_shop(session, "fa")
        random = Random(seed)
        life = Life(database, random, Path(folder), forgets=True)
        for step in range(60):
            life.do(random.choice(random.choice([DEEDS, FORGETTING_TOO])))
            if step % 20 == 9:
                import_sales(life, Path(folder))
            if random.random() < 0.2:
                refresh_figures(database)
        expect_right(database)
        database.close()


def marks(database: Database) -> int:
    with database.reading() as session:
        return int(session.execute(text("SELECT count(*) FROM stale_figures")).scalar_one())


def buy(session: Session, customer: UUID | None, *lines: LineDraft, days: int = 0) -> UUID:
    day = TODAY - timedelta(days=days)
    at = datetime.combine(day, time(12), NOW.tzinfo)
    return record_purchase(
        session,
        PurchaseDraft(customer_id=customer, purchased_on=day, purchased_at=at, lines=lines),
    )


BREAD = LineDraft(title="نان", unit_price=100)


def test_a_save_marks_only_whom_it_is_about(database: Database) -> None:
    with database.transaction() as session:
        first, second = (
            create_customer(session, CustomerDraft(last_name=name)) for name in ("الف", "ب")
        )
    assert (marks(database), refresh_figures(database), refresh_figures(database)) == (2, 2, 0)
    with database.transaction() as session:
        buy(session, first, BREAD)
        buy(session, None, BREAD)
    assert (marks(database), refresh_figures(database)) == (1, 1)
    found = expect_right(database)
    assert found.customers[first.bytes]["total"] == 100
    assert found.customers[second.bytes]["total"] == 0


def test_what_is_marked_meanwhile_stays_marked_until_it_is_made(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customer_figures, "_CUSTOMERS_AT_ONCE", 1)
    monkeypatch.setattr(Portions, "may_go_on", False)
    with database.transaction() as session:
        people = [
            create_customer(session, CustomerDraft(last_name=f"نام {number}"))
            for number in range(3)
        ]
    seen = []

    def meanwhile(done: int, total: int) -> None:
        if done == 2:
            with database.transaction() as session:
                buy(session, people[0], BREAD)
        seen.append((done, total))

    assert refresh_figures(database, meanwhile) == 4
    assert seen == [(1, 3), (2, 3), (3, 3), (4, 4), (4, 4)]
    assert expect_right(database).customers[people[0].bytes]["purchases"] == 1


def test_nothing_is_left_of_who_was_forgotten(database: Database) -> None:
    with database.transaction() as session:
        fill_small_shop(session, "fa")
        referrer = create_customer(session, CustomerDraft(last_name="معرف"))
        secret = create_customer(
            session,
            CustomerDraft(last_name="سری", city="دهکدهٔ پنهان", referred_by_id=referrer),
        )
        buy(session, secret, BREAD)
        number = session.scalars(
            select(CustomerIndex.number).where(CustomerIndex.customer_id == secret)
        ).one()
    assert expect_right(database).customers[referrer.bytes]["referred_money"] == 100
    with database.transaction() as session:
        session.add(CustomerScore(number=number, **dict.fromkeys(SCORES, 1)))
    with database.transaction(FORGETTING) as session:
        buy(session, secret, BREAD)
        forget_customer(session, secret, None)
    with database.reading() as session:
        for table, key in OF_CUSTOMERS.items():
            statement = text(f"SELECT count(*) FROM {table} WHERE {key} = {number}")
            assert session.execute(statement).scalar() == 0, table
    found = expect_right(database)
    assert found.customers[referrer.bytes]["referred_money"] == 0
    with database.reading() as session:
        words = session.scalars(select(FigureWord.word)).all()
    assert sort_key("دهکدهٔ پنهان") not in words
    assert sort_key("اصفهان") in words


def test_who_brought_somebody_hears_of_it_whatever_becomes_of_them(database: Database) -> None:
    with database.transaction() as session:
        first, second = (
            create_customer(session, CustomerDraft(last_name=name)) for name in ("الف", "ب")
        )
        brought = CustomerDraft(last_name="پ", referred_by_id=first)
        one = create_customer(session, brought)
        buy(session, one, BREAD)

    def money() -> list[int]:
        found = expect_right(database)
        return [found.customers[each.bytes]["referred_money"] for each in (first, second)]

    assert money() == [100, 0]
    with database.transaction() as session:
        update_customer(session, one, replace(brought, referred_by_id=second))
    assert money() == [0, 100]
    with database.transaction() as session:
        deletion = delete_customers(session, [one])
    assert money() == [0, 0]
    with database.transaction() as session:
        restore_deletion(session, deletion)
    assert money() == [0, 100]
    # As an import is undone: at once, without the bin.
    with database.transaction() as session:
        ask = session.connection().exec_driver_sql
        ask("UPDATE purchases SET customer_id = NULL")
        ask("DELETE FROM customers WHERE id = ?", (one.bytes,))
    assert money() == [0, 0]


def test_a_rebuilt_index_of_figures_leaves_none_that_may_be_wrong(sample: Database) -> None:
    with sample.transaction() as session:
        session.execute(text("UPDATE sale_figures SET money = 7"))
        rebuild_indexes(session, ["ix_sale_figures_product"])
    expect_right(sample)


def test_a_new_brand_is_that_of_all_who_bought_it(database: Database) -> None:
    with database.transaction() as session:
        product = create_product(session, ProductDraft(name="کفش", brand="نایک"))
        people = [
            create_customer(session, CustomerDraft(last_name=f"نام {number}"))
            for number in range(3)
        ]
        for one in people[:2]:
            buy(session, one, LineDraft(product_id=product, title="", unit_price=70), BREAD)
    refresh_figures(database)
    with database.transaction() as session:
        update_product(session, product, ProductDraft(name="کفش", brand="ملی"))
    assert marks(database) == 0
    found = expect_right(database)
    assert [found.customers[one.bytes]["top_brand"] for one in people] == [
        sort_key("ملی"), sort_key("ملی"), "",
    ]  # fmt: skip
    assert found.customers[people[0].bytes]["brand_money"] == 70


def test_of_two_brands_of_equal_money_one_is_always_the_first(database: Database) -> None:
    with database.transaction() as session:
        goods = [create_product(session, ProductDraft(name=one, brand=one)) for one in "بپا"]
        one = create_customer(session, CustomerDraft(last_name="نام"))
        buy(session, one, *(LineDraft(product_id=each, title="", unit_price=9) for each in goods))
    assert expect_right(database).customers[one.bytes]["top_brand"] == sort_key("ا")


def test_someone_with_thousands_of_purchases_comes_alone(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customer_figures, "_PURCHASES_AT_ONCE", 5)
    with database.transaction() as session:
        people = [
            create_customer(session, CustomerDraft(last_name=f"نام {number}"))
            for number in range(3)
        ]
        for number in range(40):
            buy(session, people[number % 37 and 1], BREAD, days=number // 2)
    found = expect_right(database)
    assert found.customers[people[1].bytes]["purchases"] == 38
    assert found.customers[people[1].bytes]["visits"] == 20


@POSIX
def test_where_nothing_can_be_written_figures_are_as_they_last_were(
    database: Database, tmp_path: Path
) -> None:
    with database.transaction() as session:
        one = create_customer(session, CustomerDraft(last_name="نام"))
        buy(session, one, BREAD)
    refresh_figures(database)
    with database.transaction() as session:
        buy(session, one, BREAD)
    database.close()
    with as_anybody(), protected(database.path, tmp_path):
        unwritable = Database(database.path)
        assert unwritable.is_read_only
        assert refresh_figures(unwritable) == 0
        found = stored_figures(unwritable)
        unwritable.close()
    assert found.customers[one.bytes]["purchases"] == 1


def test_an_older_file_is_filled_at_the_first_refresh(tmp_path: Path) -> None:
    unpack_fixture("0012", tmp_path / "shop.db")
    database = open_database(tmp_path / "shop.db")
    with database.reading() as session:
        people = session.execute(text("SELECT count(*) FROM customer_index")).scalar()
    assert marks(database) == people
    assert len(expect_right(database).customers) == people
    database.close()


@pytest.mark.parametrize(
    ("damage", "is_mended"),
    [
        ("UPDATE customer_figures SET gross = gross + 1 WHERE number = {buyer}", True),
        ("DELETE FROM customer_figures WHERE number = {buyer}", True),
        ("UPDATE purchase_figures SET channel = 9 WHERE customer = {buyer}", True),
        ("DELETE FROM sale_figures WHERE customer = {buyer}", True),
        ("INSERT INTO sale_figures VALUES ({buyer}, 1, 1, 1, 1, 1, 0)", True),
        ("INSERT INTO sale_figures VALUES (99, 1, 1, 1, 1, 1, 0)", False),
        ("INSERT INTO stale_figures VALUES (99)", False),
        ("UPDATE product_figures SET category = 0 WHERE number = 1", False),
        ("DELETE FROM product_figures WHERE number = 1", False),
    ],
)  # fmt: skip
def test_a_check_finds_figures_that_are_wrong(
    sample: Database, damage: str, *, is_mended: bool
) -> None:
    with sample.transaction() as session:
        buyer = session.execute(text("SELECT min(customer) FROM sale_figures")).scalar_one()
        session.connection().exec_driver_sql(damage.format(buyer=buyer))
        assert set(check_database(session).findings) == {Finding.FIGURES_WRONG}
        # What is to be made anew is not wrong.
        session.execute(text("INSERT INTO stale_figures VALUES (:buyer)"), {"buyer": buyer})
        assert check_database(session).is_sound is is_mended
        begin_figures_anew(session)
        assert check_database(session).is_sound


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("figures") / "shop.db"
    database = new_database(path)
    with database.transaction() as session:
        fill_demo(session, customers=12)
    refresh_figures(database)
    database.close()
    return path


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Database]:
    shutil.copy(sample_file, tmp_path / "sample.db")
    database = Database(tmp_path / "sample.db")
    yield database
    database.close()


def test_the_season_is_that_of_the_jalali_calendar(database: Database) -> None:
    days = range(date(1840, 1, 1).toordinal(), date(2115, 1, 1).toordinal())
    statement = f"SELECT value, {day_of_jalali_year('value')} FROM json_each(?)"
    with database.reading_raw() as raw:
        found = dict(raw.execute(statement, (json.dumps(list(days)),)).fetchall())
    for day in days:
        _, month, in_month = to_jalali(date.fromordinal(day))
        before = sum(month_length(1404, each) for each in range(1, month))
        assert found[day] == before + in_month - 1, date.fromordinal(day)


def test_every_choice_has_a_number_that_never_changes() -> None:
    for kind, choices in NUMBERED.items():
        assert set(choices) == set(kind)
        assert [choice_of(kind, number_of(one)) for one in choices] == list(choices)
        assert number_of(unknown_member(kind, "newer")) == 0
    numbers = {kind.__name__: " ".join(choices) for kind, choices in NUMBERED.items()}
    # Only ever added to at the end: files hold these numbers.
    assert numbers == {
        "CustomerKind": "person company",
        "Gender": "female male other",
        "IncomeBand": "low lower_middle middle upper_middle high",
        "AcquisitionChannel": (
            "walk_in instagram website referral advertisement shop_list telegram other"
        ),
        "Channel": "call visit sms email telegram whatsapp instagram website fax letter",
        "ConsentChannel": "sms email call",
        "PurchaseChannel": "in_store phone instagram website telegram other",
        "CustomerState": "new active at_risk dormant never_bought",
        "RfmCell": (
            "champions loyal potential_loyal recent promising need_attention"
            " about_to_sleep at_risk cannot_lose hibernating lost"
        ),
    }
