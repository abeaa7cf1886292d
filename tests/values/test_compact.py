from datetime import UTC

import pytest

from ecrm_desktop import i18n
from ecrm_desktop.values.compact import compact_amount
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit, currency


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "۰"),
        (9_990, "۹۹۹"),
        (10_000, "۱ هزار"),
        (125_000_000, "۱۲٫۵ میلیون"),
        (4_862_000_000, "۴۸۶٫۲ میلیون"),
        (10_000_000_000, "۱ میلیارد"),
        (1_250_000.4, "۱۲۵ هزار"),
    ],
)
def test_amounts_are_short_in_the_shops_unit(amount: float, text: str) -> None:
    display = Display("fa", currency("IRR"), MoneyUnit.TOMAN, "jalali", UTC)
    assert compact_amount(amount, display) == f"\u2068{text}\u2069"


def test_amounts_in_english_have_their_cents() -> None:
    i18n.set_language("en")
    display = Display("en", currency("USD"), MoneyUnit.MAJOR, "gregorian", UTC)
    assert compact_amount(12_345, display)[1:-1] == "123.45"
    assert compact_amount(123_456_789, display)[1:-1] == "1.2 million"
    assert "-" in compact_amount(-123_456_789, display)
