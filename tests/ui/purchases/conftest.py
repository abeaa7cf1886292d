"""A shop with two products and a customer."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from ecrm_desktop.storage.database import Database
from ecrm_desktop.ui.ui_context import UiContext
from tests.helpers.factories import make_customer, make_product


@dataclass(frozen=True)
class Stock:
    """What is there to sell, and to whom."""

    shoe: UUID
    pistachio: UUID
    maryam: UUID


SHOE = "6260100200300"
"""The shoe's barcode."""


@pytest.fixture
def stock(database: Database, ui: UiContext) -> Stock:
    with database.transaction() as session:
        return Stock(
            shoe=make_product(session, "کفش پیاده‌روی", barcode=SHOE, price=12_500_000, unit="جفت"),
            pistachio=make_product(session, "پسته", code="P-7", price=8_000_000, unit="کیلو"),
            maryam=make_customer(session, "مریم احمدی", code="1042", phone="+989123456789"),
        )
