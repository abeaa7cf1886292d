"""The owner sees what grows in the shop's file and says for how long the audit trail is kept."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from ecrm_desktop.models.audit_events import AuditThinning
from ecrm_desktop.models.changes import ChangeGroup
from ecrm_desktop.queries.days_of_work import SEEN_DAYS
from ecrm_desktop.queries.shop import get_shop
from ecrm_desktop.ui.audit_thinner import AuditThinner
from ecrm_desktop.ui.settings.data import DataSettings
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.values.digits import to_latin_digits
from tests.helpers.days_of_work import clock_at, work_from
from tests.helpers.finders import button
from tests.helpers.ui_context import Window

LONG_AGO = datetime(2019, 5, 1, 9, tzinfo=UTC)
LATER = datetime(2031, 5, 1, 9, tzinfo=UTC)


class Place:
    def __init__(self, ui: UiContext, window: Window, qtbot: QtBot) -> None:
        self.ui, self.window, self.qtbot = ui, window, qtbot
        self.database = ui.background.database
        self.database.capture.user_id = ui.user.id
        work_from(self.database, LONG_AGO, 3)
        work_from(self.database, LATER, SEEN_DAYS)
        self.part = DataSettings(ui)
        window.show_page(self.part)
        self.part.refresh()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.ui.background.is_idle)

    def choose(self, years: int) -> None:
        self.part.years.set_value(years)
        self.part.years.edited.emit()
        self.settle()

    def kept(self) -> tuple[int, int]:
        """For how many years the trail is kept, and how many old entries there are."""
        with self.database.reading() as session:
            old = select(func.count()).where(ChangeGroup.at < datetime(2020, 1, 1, tzinfo=UTC))
            return get_shop(session).audit_years, session.scalars(old).one()


@pytest.fixture
def place(ui: UiContext, window: Window, qtbot: QtBot) -> Place:
    return Place(ui, window, qtbot)


def test_the_sizes_are_told(place: Place) -> None:
    text = to_latin_digits(place.part.sizes.text())
    assert "1 مگابایت" in text
    assert any(str(place.database.path) in one.text() for one in place.part.findChildren(QLabel))


def test_a_shorter_time_is_asked_about_and_then_done_bit_by_bit(place: Place) -> None:
    years, old = place.kept()
    assert (years, old) == (0, 3)
    place.choose(2)
    assert place.kept() == (0, old)
    button(place.window, "انصراف").click()
    assert place.part.years.value() == 0
    assert place.kept() == (0, old)
    with clock_at(LATER):
        place.choose(2)
        button(place.window, "پاک کردن").click()
        place.qtbot.waitUntil(lambda: place.kept() == (2, 0))
    with place.database.reading() as session:
        assert session.scalars(select(AuditThinning.user_id)).all() == [place.ui.user.id]
    place.settle()


def test_what_makes_nothing_go_is_not_asked_about(place: Place) -> None:
    place.choose(10)
    before = place.kept()[1]
    place.choose(0)
    assert place.kept() == (0, before)


def test_the_window_does_what_the_rule_says(place: Place) -> None:
    place.choose(10)
    assert place.kept()[0] == 10
    work_from(place.database, LATER.replace(year=2045), SEEN_DAYS)
    thinner = AuditThinner(place.ui.background, place.part)
    thinner.watch()
    place.qtbot.waitUntil(lambda: place.kept()[1] == 0, timeout=10_000)
    place.settle()
    with place.database.reading() as session:
        assert session.scalars(select(AuditThinning.user_id)).all() == [None]
