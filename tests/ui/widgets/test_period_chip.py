"""The chip that chooses a stretch of days."""

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.widgets.period_chip import PeriodChip
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.jalali import from_jalali
from ecrm_desktop.values.period import PeriodChoice

TODAY = from_jalali(1405, 8, 30)


def test_no_choice_is_no_limit(display: Display, qtbot: QtBot) -> None:
    chip = PeriodChip("بازه", display)
    qtbot.addWidget(chip)
    assert chip.instants(TODAY) == (None, None)
    assert chip.text() == "بازه: همه"


@pytest.mark.parametrize(
    ("choice", "first", "last", "text"),
    [
        (PeriodChoice.TODAY, (1405, 8, 30), (1405, 8, 30), "امروز"),
        (PeriodChoice.THIS_MONTH, (1405, 8, 1), (1405, 8, 30), "این ماه"),
        (PeriodChoice.LAST_MONTH, (1405, 7, 1), (1405, 7, 30), "ماه گذشته"),
        (PeriodChoice.LAST_YEAR, (1404, 1, 1), (1404, 12, 29), "پارسال"),
    ],
)
def test_days_begin_and_end_at_midnight_of_the_shop(
    display: Display,
    qtbot: QtBot,
    choice: PeriodChoice,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    text: str,
) -> None:
    chip = PeriodChip("بازه", display)
    qtbot.addWidget(chip)
    chip.set_value(choice)
    since, until = chip.instants(TODAY)
    assert since is not None
    assert until is not None
    assert (since.astimezone(UTC).hour, since.astimezone(UTC).minute) == (20, 30)
    assert since.date() == from_jalali(*first)
    assert until == datetime.combine(
        from_jalali(*last) + timedelta(days=1), datetime.min.time(), display.timezone
    )
    assert chip.text() == f"بازه: {text}"
