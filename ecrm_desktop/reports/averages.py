"""Averages of amounts, as people say them."""

from collections.abc import Iterator

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.kept_purchases import KeptPurchases
from ecrm_desktop.reports.layout import ColumnKind, Fact
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.money import MoneyUnit

_TOMAN = 10


def average_fact(kept: KeptPurchases, display: Display) -> Iterator[Fact]:
    """Yield the average of kept purchases, if there is one."""
    if kept.count:
        title = translate("Reports", "Average purchase, without those that came back whole")
        yield Fact(title, average_amount(kept.total, kept.count, display), ColumnKind.MONEY)


def what_averages_count() -> str:
    """Return the sentence that says of which purchases an average is."""
    return translate("Reports", "Purchases that came back whole are not counted.")


def average_amount(total: int, count: int, display: Display) -> int:
    """Return an average in minor units, rounded to the unit that is shown."""
    unit = _TOMAN if display.unit is MoneyUnit.TOMAN else 1
    return round(total / count / unit) * unit
