"""How a shop writes its figures follows its currency and the reader's language."""

from datetime import UTC

import pytest

from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.queries.shop import build_display, get_shop
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.money import MoneyUnit


@pytest.mark.parametrize(
    ("currency", "language", "calendar", "unit"),
    [
        ("IRR", "fa", "jalali", MoneyUnit.RIAL),
        ("IRR", "en", "jalali", MoneyUnit.RIAL),
        ("USD", "fa", "jalali", MoneyUnit.MAJOR),
        ("USD", "en", "gregorian", MoneyUnit.MAJOR),
    ],
)
def test_the_calendar_and_unit_of_a_shop(
    database: Database, currency: str, language: str, calendar: str, unit: MoneyUnit
) -> None:
    draft = ShopDraft(name="مهر", money_unit=MoneyUnit.RIAL)
    with database.transaction() as session:
        create_shop(session, draft, currency, "مریم")
    with database.reading() as session:
        display = build_display(get_shop(session), language, UTC)
    assert (display.calendar, display.unit, display.language) == (calendar, unit, language)
    assert display.currency.code == currency
