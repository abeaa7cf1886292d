"""What tests of widgets share."""

from zoneinfo import ZoneInfo

import pytest

from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit, currency


@pytest.fixture
def display() -> Display:
    """A shop that counts in toman."""
    return Display("fa", currency("IRR"), MoneyUnit.TOMAN, "jalali", ZoneInfo("Asia/Tehran"))
