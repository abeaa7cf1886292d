"""The figures of customers are what the records say, whatever people did before."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.queries.figure_checks import wrong_figures
from ecrm_desktop.services.customer_figures import begin_figures_anew, refresh_figures
from ecrm_desktop.services.customers import create_customer, update_customer
from ecrm_desktop.services.products import create_product, update_product
from ecrm_desktop.services.purchases import record_purchase, update_purchase
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.jalali import PartialDate
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    CustomerKind,
    Gender,
    ImportKind,
    IncomeBand,
    PurchaseChannel,
)
from tests.helpers.import_files import bring_in, write_csv
from tests.helpers.naive_figures import Figures, naive_figures, stored_figures
from tests.helpers.new_files import new_database
from tests.helpers.shop_life import FORGETTING_TOO, NOW, TODAY, Life
from tests.helpers.small_shop import fill_small_shop

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


@settings(max_examples=6)
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
