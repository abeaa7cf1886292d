"""How a due day is told."""

from datetime import date, timedelta

import pytest

from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.due import due_kind, due_text
from ecrm_desktop.values.display import Display

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("days", "text", "kind"),
    [
        (-12, "۱۲ روز دیرکرد", BadgeKind.RED),
        (-1, "۱ روز دیرکرد", BadgeKind.RED),
        (0, "موعد امروز", BadgeKind.AMBER),
        (1, "موعد فردا", BadgeKind.AMBER),
        (2, "۲ روز مانده", BadgeKind.GREY),
    ],
)
def test_a_due_day_in_words_and_colour(
    display: Display, days: int, text: str, kind: BadgeKind
) -> None:
    due = TODAY + timedelta(days=days)
    assert due_text(due, TODAY, display) == text
    assert due_kind(due, TODAY) == kind
