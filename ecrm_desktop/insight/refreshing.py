"""Everything reckoned anew and stored, so that pages and lists show at once what was found last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Generic, TypeVar

from ecrm_desktop.insight.documents import from_json, to_json
from ecrm_desktop.insight.pages import (
    PAGES,
    ForecastPage,
    InsightPage,
    ProductsPage,
    TodayPage,
    ValuePage,
    forecast_page,
    products_page,
    today_page,
    value_page,
)
from ecrm_desktop.insight.reading import Reading
from ecrm_desktop.insight.standing import reckon_standing, scores_of
from ecrm_desktop.progress import ReportProgress, no_progress
from ecrm_desktop.queries.customer_scores import has_at_most, scored_on
from ecrm_desktop.queries.insight_answers import stored_answer
from ecrm_desktop.services.customer_figures import refresh_figures
from ecrm_desktop.services.customer_scores import store_scores
from ecrm_desktop.services.insight_answers import store_answer
from ecrm_desktop.storage.database import Database, Session

Page = TypeVar("Page", bound=InsightPage)

_LATER: Final[tuple[Callable[[Reading], InsightPage], ...]] = (
    value_page,
    forecast_page,
    products_page,
)
_STEPS: Final = 3 + len(_LATER)
_FEW: Final = 20_000  # customers, whose scores take less than half a second


@dataclass(frozen=True, slots=True)
class Stored(Generic[Page]):
    """A page as it was reckoned last."""

    page: Page
    computed_at: datetime


def refresh_insight(
    database: Database, today: date, report_progress: ReportProgress = no_progress
) -> bool:
    """Bring figures, scores and pages up to date for the shop's day; return whether that was done.

    `report_progress` is told the steps. Nothing is done where nothing can be written. Anybody may,
    since no record changes. Raises DatabaseError as `Database.transaction`, and what
    `report_progress` raises.
    """
    if database.is_read_only:
        return False
    report_progress(0, _STEPS)
    # Each portion asks whether to go on.
    refresh_figures(database, lambda _done, _total: report_progress(0, _STEPS))
    report_progress(1, _STEPS)
    reading = _reckon_scores(database, today)
    report_progress(2, _STEPS)
    for done, reckon in enumerate(_LATER, 3):
        report_progress(done, _STEPS)
        with database.reading() as session:
            reading.session = session
            page = reckon(reading)
        _store(database, page)
    report_progress(_STEPS, _STEPS)
    return True


def refresh_due_insight(
    database: Database, today: date, report_progress: ReportProgress = no_progress
) -> bool:
    """Do as `refresh_insight` where pages are of another day, or the shop is small."""
    with database.reading() as session:
        stored = [stored_page(session, kind) for kind in PAGES]
        is_small = has_at_most(session, _FEW)
    if not is_small and all(one is not None and one.page.until == today for one in stored):
        return False
    return refresh_insight(database, today, report_progress)


def refresh_scores(
    database: Database, today: date, report_progress: ReportProgress = no_progress
) -> bool:
    """Bring figures up to date, and scores where they are of another day; return whether they were.

    In a shop of so few customers that nobody notices, scores follow each change; in a large one
    they wait for the next day, or for `refresh_insight`. Raises as that does.
    """
    if database.is_read_only:
        return False
    changed = refresh_figures(database, report_progress)
    with database.reading() as session:
        is_of_today = scored_on(session) == today
        is_small = has_at_most(session, _FEW)
    if is_of_today and not (changed and is_small):
        return False
    _reckon_scores(database, today)
    return True


def _reckon_scores(database: Database, today: date) -> Reading:
    with database.reading() as session:
        reading = Reading(session, today)
        standing = reckon_standing(reading)
        _store(database, today_page(reading, standing))
        store_scores(database, scores_of(reading, standing))
    return reading


def stored_page(session: Session, kind: type[Page]) -> Stored[Page] | None:
    """Return a page as it was reckoned last; None if it never was, or by another version."""
    answer = stored_answer(session, _NAMES[kind])
    if answer is None:
        return None
    try:
        return Stored(from_json(kind, answer.answer), answer.computed_at)
    except ValueError:
        return None


def _store(database: Database, page: InsightPage) -> None:
    store_answer(database, _NAMES[type(page)], to_json(page))


_NAMES: Final[dict[type[object], str]] = {
    TodayPage: "today",
    ValuePage: "value",
    ForecastPage: "forecast",
    ProductsPage: "products",
}
